"""The workbook for people: the same data under headings in their language, codes replaced by names."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from minhbach.exports.cells import Cell
from minhbach.exports.model import VND, Field, Table, Totals
from minhbach.language import Catalogue, mark

if TYPE_CHECKING:  # loading it takes as long as writing the workbook of a small chapter
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

LONGEST_TEXT = 32_767
"""Letters that a cell may hold: https://support.microsoft.com/office/1672b34d-7043-467e-8e27-269d656771c3."""
_ROWS_IN_MEMORY = 2_000
"""Below, it is quicker not to write a file for each part first."""
FIRST_YEAR = 1900
"""Excel knows no earlier day."""
_SHEET_NAMES = {
    "gifts": mark("Gifts"),
    "expenses": mark("Expenses"),
    "pledges": mark("Pledges"),
    "deliveries": mark("Deliveries"),
    "figures": mark("Published figures"),
}
_WIDTHS = {"name": 28, "note": 40, "owner_name": 34, "source_title": 40, "purpose": 24, "campaign": 30}
_WIDTH = 17


@dataclass(frozen=True)
class Sheet:
    """A table in the workbook. ``rows`` None: they are too many, and ``where`` says what holds them."""

    table: Table
    rows: Sequence[Sequence[Cell]] | None
    totals: Totals | None = None
    where: str = ""


@dataclass(frozen=True)
class Cover:
    """What the first sheet says: a title, and lines of a label and what it stands for."""

    title: str
    lines: Sequence[tuple[str, str]]
    created: datetime


Names = Mapping[str, Mapping[str, str]]
"""By table: what its rows are called, by identifier."""


def write_workbook(
    path: Path, cover: Cover, sheets: Sequence[Sheet], names: Names, catalogue: Catalogue
) -> None:
    """Write a workbook: a cover with the totals, then a sheet for each table.

    Text is never read as a formula or link. The same values give the same bytes: its dates are those of
    ``cover.created``. Of a large workbook the rows are written as they come, not held in memory.
    """
    import xlsxwriter

    if sum(len(sheet.rows or ()) for sheet in sheets) <= _ROWS_IN_MEMORY:
        options: dict[str, Any] = {"in_memory": True}
    else:
        options = {"constant_memory": True, "tmpdir": str(path.parent)}
    with xlsxwriter.Workbook(str(path), options) as book:
        created = cover.created.astimezone(UTC).replace(tzinfo=None)
        book.set_properties({"title": cover.title, "created": created})
        formats = {
            "title": book.add_format({"bold": True, "font_size": 14}),
            "head": book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1}),
            "text": book.add_format({"valign": "top"}),
            "date": book.add_format({"num_format": "dd/mm/yyyy", "align": "left"}),
            "money": book.add_format({"num_format": "#,##0"}),
        }
        gettext = catalogue.gettext
        _write_cover(book.add_worksheet(gettext(mark("Overview"))), cover, sheets, formats, gettext)
        for sheet in sheets:
            page = book.add_worksheet(gettext(_SHEET_NAMES[sheet.table.name]))
            _write_sheet(page, sheet, names, formats, gettext)


def _write_cover(
    page: Worksheet,
    cover: Cover,
    sheets: Sequence[Sheet],
    formats: Mapping[str, Format],
    gettext: Callable[[str], str],
) -> None:
    page.set_column(0, 0, 26)
    page.set_column(1, 6, 20)
    page.write_string(0, 0, cover.title, formats["title"])
    row = 2
    for label, words in cover.lines:
        page.write_string(row, 0, label, formats["head"])
        page.write_string(row, 1, words)
        row += 1
    headings = (
        mark("Ledger"),
        mark("Rows"),
        mark("First day"),
        mark("Last day"),
        mark("Money (VND)"),
        mark("Stated value of goods (VND)"),
        mark("Goods without a value (rows)"),
    )
    row += 1
    for column, heading in enumerate(headings):
        page.write_string(row, column, gettext(heading), formats["head"])
    for sheet in sheets:
        if (totals := sheet.totals) is None:
            continue
        row += 1
        page.write_string(row, 0, gettext(sheet.table.title))
        page.write_number(row, 1, totals.rows, formats["money"])
        _write_day(page, row, 2, totals.first, formats)
        _write_day(page, row, 3, totals.last, formats)
        page.write_number(row, 4, totals.money_vnd, formats["money"])
        page.write_number(row, 5, totals.goods_vnd, formats["money"])
        page.write_number(row, 6, totals.goods_not_valued, formats["money"])


def _write_sheet(
    page: Worksheet, sheet: Sheet, names: Names, formats: Mapping[str, Format], gettext: Callable[[str], str]
) -> None:
    fields = sheet.table.fields
    page.freeze_panes(1, 0)
    for column, field in enumerate(fields):
        page.set_column(column, column, _WIDTHS.get(field.name, _WIDTH))
        page.write_string(0, column, gettext(field.title), formats["head"])
    if sheet.rows is None:
        page.write_string(1, 0, sheet.where)
        return
    texts = [_translate(field, names, gettext) for field in fields]
    is_money = [field.unit == VND for field in fields]
    last = 0
    for last, row in enumerate(sheet.rows, start=1):
        for column, cell in enumerate(row):
            match cell:
                case None:
                    continue
                case bool() | str():
                    page.write_string(last, column, _clip(texts[column](cell)))
                case date():
                    _write_day(page, last, column, cell, formats)
                case _:
                    # Decimals of the figures have at most 15 digits, as many as Excel keeps.
                    number = float(cell) if isinstance(cell, Decimal) else cell
                    page.write_number(last, column, number, formats["money"] if is_money[column] else None)
    page.autofilter(0, 0, last, len(fields) - 1)


def _translate(field: Field, names: Names, gettext: Callable[[str], str]) -> Callable[[Any], str]:
    """Return what turns a value of ``field`` into the words that people read."""
    if field.type == "boolean":
        words = {True: gettext(mark("yes")), False: gettext(mark("no"))}
        return lambda cell: words[cell]
    known = dict(names.get(field.refers_to, {})) if field.refers_to and field.name != "donor" else {}
    known |= {value: gettext(message) for value, message in (field.words or {}).items()}
    return lambda cell: known.get(cell, cell)


def _write_day(
    page: Worksheet, row: int, column: int, day: date | None, formats: Mapping[str, Format]
) -> None:
    if day is None:
        return
    if day.year < FIRST_YEAR:
        page.write_string(row, column, f"{day:%d/%m/%Y}")
    else:
        page.write_datetime(row, column, datetime.combine(day, time()), formats["date"])


def _clip(text: str) -> str:
    return text if len(text) <= LONGEST_TEXT else text[: LONGEST_TEXT - 1] + "…"
