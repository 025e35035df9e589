"""A file from a staff member's computer: which kind it is, and the tables in it."""

from __future__ import annotations

from pathlib import Path

from minhbach.imports.faults import UnusableFileError
from minhbach.imports.separated import read_separated
from minhbach.imports.tables import Table
from minhbach.imports.workbook import read_workbook
from minhbach.language import mark as _
from minhbach.sources.text import write_megabytes

MAX_FILE_BYTES = 50_000_000

NO_FILE = _("There is no file “{path}”.")
UNREADABLE = _("The file “{path}” cannot be read. Close it in other programs and check its permissions.")
EMPTY = _("The file is empty.")
TOO_BIG = _("The file has {size} MB; it may have at most {limit} MB. Split it into several.")
OLD_EXCEL = _("The file is of the old Excel (.xls) or has a password. Save it as .xlsx without a password.")
WEB_PAGE = _("The file is a web page, whatever its name. Open it in Excel and save it as .xlsx.")
NO_TABLE = _("Only .xlsx and .csv files are read. Save the list as one of them.")
NO_SHEET_NAMES = _("A text file has no sheets: leave out --sheet.")

_ZIP = b"PK\x03\x04"
_OLD_EXCEL = b"\xd0\xcf\x11\xe0"
_WORKBOOKS = frozenset({".xlsx", ".xlsm"})
_TEXTS = frozenset({".csv", ".txt", ".tsv"})


def open_tables(path: Path, sheet: str | None = None) -> list[Table]:
    """Return what the headings have to choose among: the sheets of a workbook, or a text by separator.

    Raises UnusableFileError with the reason why a file cannot be used; never anything else for a bad file.
    """
    raw = _read(path)
    suffix = path.suffix.lower()
    if raw.startswith(_OLD_EXCEL):
        raise UnusableFileError(OLD_EXCEL)
    if suffix not in _WORKBOOKS | _TEXTS:
        raise UnusableFileError(NO_TABLE)
    if raw.lstrip(b"\xef\xbb\xbf \t\r\n")[:5].lower() in (b"<html", b"<!doc", b"<tabl", b"<?xml", b"<meta"):
        raise UnusableFileError(WEB_PAGE)
    if raw.startswith(_ZIP):  # what the bytes are counts, not what the name says
        return read_workbook(raw, sheet)
    if suffix in _WORKBOOKS and b"\0" in raw[:512]:
        return read_workbook(raw, sheet)  # which says that it is damaged
    if sheet is not None:
        raise UnusableFileError(NO_SHEET_NAMES)
    return read_separated(raw)


def _read(path: Path) -> bytes:
    try:
        if not path.is_file():
            raise UnusableFileError(NO_FILE, path=str(path))
        size = path.stat().st_size
        if size > MAX_FILE_BYTES:
            limit = write_megabytes(MAX_FILE_BYTES)
            raise UnusableFileError(TOO_BIG, size=write_megabytes(size), limit=limit)
        raw = path.read_bytes()
    except (OSError, ValueError):
        raise UnusableFileError(UNREADABLE, path=str(path)) from None
    if not raw.strip():
        raise UnusableFileError(EMPTY)
    return raw
