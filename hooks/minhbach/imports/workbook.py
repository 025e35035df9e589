"""Excel workbooks, read within limits: by python-calamine, after a look at what it would have to hold.

Calamine (0.9) lays a sheet out as one block from its first to its last cell, whatever lies between, and ends
the whole program where there is no memory for it; so the extent is found out first.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import PurePosixPath
from xml.parsers import expat

from minhbach.imports.faults import UnusableFileError
from minhbach.imports.tables import MAX_COLUMNS, MAX_ROWS, Cell, Table
from minhbach.language import mark as _
from minhbach.sources.text import write_count

MAX_UNPACKED_BYTES = 300_000_000
"""A sheet of 200.000 gifts unpacks to 60 MB."""
MAX_AREA = 12_000_000
"""Cells between the first and the last that hold something."""

CORRUPT = _("The file is damaged and cannot be read. Open it in Excel and save it again as .xlsx.")
TOO_LARGE = _("The file is too large when unpacked. Delete empty formatted rows, or split it into several.")
TOO_WIDE = _("Cells lie too far apart. Delete what stands below and to the right of the list.")
TOO_MANY_ROWS = _("The sheet “{sheet}” has more than {limit} rows. Split it into several files.")
NO_SUCH_SHEET = _("There is no sheet “{sheet}”. The file has: {known}.")
NO_SHEETS = _("The file has no sheet with anything in it.")

_CHUNK = 1 << 20
_REFERENCE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_MARKUP = frozenset({".xml", ".rels", ".vml"})


def read_workbook(raw: bytes, sheet: str | None) -> list[Table]:
    """Return the visible sheets of an .xlsx file that are not empty; only ``sheet`` where one is named.

    Raises UnusableFileError for a damaged file, one beyond the limits, and an unknown or no sheet.
    """
    _check_archive(raw)
    from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

    tables: list[Table] = []
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(raw)) as book:
            known = [one for one in book.sheets_metadata if one.typ == SheetTypeEnum.WorkSheet]
            shown = [one.name for one in known if one.visible == SheetVisibleEnum.Visible]
            if sheet is not None:
                if sheet not in (one.name for one in known):
                    raise UnusableFileError(NO_SUCH_SHEET, sheet=sheet, known=", ".join(shown))
                shown = [sheet]
            for name in shown:
                found = book.get_sheet_by_name(name)
                if found.start is None:
                    continue
                if found.total_height > MAX_ROWS:
                    raise UnusableFileError(TOO_MANY_ROWS, sheet=name, limit=write_count(MAX_ROWS))
                rows: list[list[Cell]] = [
                    [*[""] * found.start[1], *row][:MAX_COLUMNS] for row in found.iter_rows()
                ]
                merged = [(*first, *last) for first, last in found.merged_cell_ranges or ()]
                tables.append(Table(name, rows, merged))
    except (CalamineError, OSError, ValueError):
        raise UnusableFileError(CORRUPT) from None
    if not tables:
        raise UnusableFileError(NO_SHEETS)
    return tables


def _check_archive(raw: bytes) -> None:
    """Unpack everything once, within the limits, and look how far the cells of each sheet lie apart."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            members = archive.infolist()
            if sum(member.file_size for member in members) > MAX_UNPACKED_BYTES:
                raise UnusableFileError(TOO_LARGE)
            for member in members:
                # zipfile stops at the size that a member states, and then its checksum is wrong.
                with archive.open(member) as file:
                    extent = _Extent()
                    is_markup = PurePosixPath(member.filename).suffix.lower() in _MARKUP
                    while chunk := file.read(_CHUNK):
                        if is_markup:
                            extent.feed(chunk)
                    if is_markup:
                        extent.feed(b"", is_last=True)
                if extent.area > MAX_AREA:
                    raise UnusableFileError(TOO_WIDE)
    except (zipfile.BadZipFile, zlib.error, expat.ExpatError, EOFError):
        raise UnusableFileError(CORRUPT) from None
    except (NotImplementedError, RuntimeError, OSError, ValueError):  # how it is packed, or with a password
        raise UnusableFileError(CORRUPT) from None


class _Extent:
    """How much room the cells of a sheet that hold something take, as its XML comes in."""

    def __init__(self) -> None:
        self.rows: list[int] = []
        self.columns: list[int] = []
        self.place = (0, 0)
        self.parser = expat.ParserCreate()
        self.parser.StartElementHandler = self._start
        self.parser.StartDoctypeDeclHandler = self._refuse

    @property
    def area(self) -> int:
        if not self.rows:
            return 0
        return (self.rows[1] - self.rows[0] + 1) * (self.columns[1] - self.columns[0] + 1)

    def feed(self, chunk: bytes, *, is_last: bool = False) -> None:
        self.parser.Parse(chunk, is_last)

    def _refuse(self, *_words: object) -> None:
        raise UnusableFileError(CORRUPT)  # a spreadsheet has no DTD; entities could multiply without end

    def _start(self, name: str, attributes: Mapping[str, str]) -> None:
        name = name.rpartition(":")[2]
        row, column = self.place
        if name == "row":
            number = attributes.get("r", "")
            self.place = (int(number) if number.isascii() and number.isdigit() else row + 1, 0)
        elif name == "c":
            reference = _REFERENCE.fullmatch(attributes.get("r", ""))
            self.place = _read_reference(reference) if reference else (row, column + 1)
        elif name in ("v", "is", "f") and column:
            self.rows = _stretch(self.rows, row)
            self.columns = _stretch(self.columns, column)


def _read_reference(reference: re.Match[str]) -> tuple[int, int]:
    column = 0
    for letter in reference[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(reference[2]), column


def _stretch(ends: list[int], value: int) -> list[int]:
    if ends and ends[0] <= value <= ends[1]:
        return ends
    return [min(*ends, value), max(*ends, value)] if ends else [value, value]
