"""A list of gifts, row by row: what each says, or why it cannot be taken over."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from minhbach.imports.amounts import NO_AMOUNT, read_amount, read_goods
from minhbach.imports.chapter import Chapter
from minhbach.imports.dates import MAYBE_SWAPPED, are_swapped, read_day
from minhbach.imports.faults import CellError, Fault, Notice, UnusableFileError
from minhbach.imports.headings import plain
from minhbach.imports.layout import Column, Layout
from minhbach.imports.lines import Line, is_nothing, sort_lines
from minhbach.imports.private import NAME_IN_NOTE, names_somebody
from minhbach.imports.rows import LONGEST_RECEIPT, Options, Reading, Row, check_public, check_text, make_cells
from minhbach.imports.tables import is_blank, write_cell
from minhbach.imports.totals import check_totals
from minhbach.imports.vocabulary import (
    ANONYMOUS,
    CONSENTS,
    DONOR_KINDS,
    MONEY_ITEMS,
    WISHES_ANONYMITY,
    Meaning,
)
from minhbach.language import mark as _
from minhbach.ledger.columns import NOT_VALUED
from minhbach.sources.text import write_count

NO_DATES = _("The list has no dates. Add a column “Ngày”, or give one day for all with --date 16/01/2025.")
TWO_AMOUNTS = _("two amounts stand in one row. Make two rows of it, each with its own receipt number.")
MONEY_AND_GOODS = _(
    "goods and money in one row. If it is their value, head it “Giá trị quy đổi”; otherwise make two rows."
)
VALUE_ALONE = _("a value is given, but no goods.")
QUANTITY_ALONE = _("a quantity is given, but no goods.")
NO_WARD = _("the chapter has no ward “{found}”. Wards stand in data/organisation.yml.")
NO_KIND = _("“{found}” is no kind of donor. Write: cá nhân, tổ chức, tập thể or phường.")
NO_CONSENT = _("“{found}” does not say whether the donor may be named. Write: có or không.")
TEXT_ROWS = _("{count} rows hold only words and were not read as gifts: {rows}.")
ANONYMOUS_ROWS = _("{count} rows are of donors who do not want to be named.")
JOINED = _("Where a row has a person and an organisation, the name becomes “person (organisation)”.")

ROWS_NAMED = 20
"""How many row numbers a notice lists."""


def read_gifts(layout: Layout, chapter: Chapter, options: Options) -> Reading:
    """Read the rows of a list of gifts. Raises UnusableFileError where no row has a day."""
    if layout.one(Meaning.DATE) is None and options.day is None:
        raise UnusableFileError(NO_DATES)
    return _GiftReader(layout, chapter, options).read()


class _GiftReader:
    def __init__(self, layout: Layout, chapter: Chapter, options: Options) -> None:
        self.layout = layout
        self.chapter = chapter
        self.options = options
        self.columns = {meaning: layout.one(meaning) for meaning in Meaning}
        self.money = layout.all_of(Meaning.AMOUNT, Meaning.PART)
        self.lines = sort_lines(layout)
        self.entries = [row for row, line in self.lines.items() if line is Line.ENTRY]
        date_column = self.columns[Meaning.DATE]
        self.swapped = are_swapped(layout.cell(row, date_column) for row in self.entries)
        self.amounts: dict[Column, dict[int, int | None]] = {}
        self.faults: list[Fault] = []
        self.anonymous = 0

    def read(self) -> Reading:
        for column in (*self.money, *self.layout.all_of(Meaning.VALUE)):
            self.amounts[column] = {
                row: self._try_amount(row, column)
                for row in self.entries
                if not is_nothing(self.layout.cell(row, column))
            }
        rows = [found for row in self.entries if (found := self._row(row)) is not None]
        return Reading(self.layout, tuple(rows), tuple(self.faults), tuple(self._notices()))

    def _try_amount(self, row: int, column: Column) -> int | None:
        try:
            return read_amount(self.layout.cell(row, column), self.layout.unit(column))
        except CellError:
            return None

    def _notices(self) -> list[Notice]:
        notices = check_totals(self.layout, self.lines, self.amounts)
        texts = [row + 1 for row, line in self.lines.items() if line in (Line.TEXT, Line.GROUP)]
        if texts:
            named = ", ".join(map(str, texts[:ROWS_NAMED])) + (", …" if len(texts) > ROWS_NAMED else "")
            notices.append(Notice(TEXT_ROWS, {"count": write_count(len(texts)), "rows": named}))
        if self.anonymous:
            notices.append(Notice(ANONYMOUS_ROWS, {"count": write_count(self.anonymous)}))
        if self.columns[Meaning.NAME] and self.columns[Meaning.BODY]:
            notices.append(Notice(JOINED))
        return notices

    def _row(self, row: int) -> Row | None:
        before = len(self.faults)
        receipt = self._get(row, Meaning.RECEIPT, lambda text: check_text(text, LONGEST_RECEIPT))
        day = self._day(row)
        note, consent = self._note(row), self._consent(row)
        name = self._name(row)
        said = plain(f"{name} {note}")
        # Whoever asks not to be named is not, whatever is said of the whole file.
        if any(f" {wish} " in f" {said} " for wish in WISHES_ANONYMITY):
            consent = "refused"
        is_anonymous = plain(name.partition(" (")[0]) in ANONYMOUS
        self.anonymous += is_anonymous or consent == "refused"
        name, consent = ("", "") if is_anonymous or not name else (name, consent)
        if consent != "given" and names_somebody(note, name):
            self._blame(row, self.columns[Meaning.CONTENT] or self.columns[Meaning.REMARK], NAME_IN_NOTE)
        donor_kind = self._get(row, Meaning.DONOR_KIND, self._donor_kind)
        ward = self._get(row, Meaning.WARD, self._ward)
        what = self._goods(row) if self._has_goods(row) else self._money(row)
        if len(self.faults) > before or day is None or what is None:
            return None
        cells = make_cells(
            receipt=receipt,
            date=day.isoformat(),
            name=name,
            donor_kind=donor_kind,
            ward=ward,
            consent=consent,
            campaign=self.options.campaign,
            fund="" if "item" in what else self.options.fund,
            note=note,
            **what,
        )
        parts = ("date", "amount_vnd", "item", "quantity", "unit", "note")
        return Row(row + 1, cells, (self._said_name(row), *(cells[part] for part in parts)))

    def _blame(self, row: int, column: Column | None, reason: str, **details: str) -> None:
        self.faults.append(Fault(row + 1, column.name if column is not None else "", reason, details))

    def _get(self, row: int, meaning: Meaning, read: Callable[[str], str] = check_public) -> str:
        """Return what ``read`` makes of a cell's text; "" for an empty cell and, with a fault, a bad one."""
        column = self.columns[meaning]
        text = self.layout.text(row, column)
        if not text:
            return ""
        try:
            return read(text)
        except CellError as error:
            self._blame(row, column, error.reason, **error.details)
            return ""

    def _day(self, row: int) -> date | None:
        column = self.columns[Meaning.DATE]
        cell = self.layout.cell(row, column)
        if is_blank(cell) and self.options.day is not None:
            return self.options.day
        try:
            day = read_day(cell)
            if self.swapped and isinstance(cell, date | datetime):
                raise CellError(MAYBE_SWAPPED, found=f"{day:%d/%m/%Y}")
        except CellError as error:
            self._blame(row, column, error.reason, **error.details)
            return None
        return day

    def _name(self, row: int) -> str:
        name, body = self._get(row, Meaning.NAME), self._get(row, Meaning.BODY)
        return f"{name} ({body})" if name and body and name != body else name or body

    def _said_name(self, row: int) -> str:
        said = [self.layout.text(row, self.columns[one]) for one in (Meaning.NAME, Meaning.BODY)]
        return " ".join(said)

    def _note(self, row: int) -> str:
        parts = [self._get(row, Meaning.CONTENT), self._get(row, Meaning.REMARK)]
        return "; ".join(dict.fromkeys(part for part in parts if part))

    def _consent(self, row: int) -> str:
        if self.columns[Meaning.CONSENT] is None:
            return self.options.consent
        return self._get(row, Meaning.CONSENT, _read_consent)

    def _donor_kind(self, text: str) -> str:
        if (kind := DONOR_KINDS.get(plain(text))) is None:
            raise CellError(NO_KIND, found=text)
        return kind

    def _ward(self, text: str) -> str:
        if (ward := self.chapter.find_ward(text)) is None:
            raise CellError(NO_WARD, found=text)
        return ward

    def _has_goods(self, row: int) -> bool:
        item = plain(self.layout.text(row, self.columns[Meaning.ITEM]))
        return bool(item) and item not in MONEY_ITEMS

    def _amount(self, row: int, column: Column) -> str:
        return str(read_amount(self.layout.cell(row, column), self.layout.unit(column)))

    def _money(self, row: int) -> dict[str, str] | None:
        value = self.columns[Meaning.VALUE]
        filled = [column for column in self.money if not is_nothing(self.layout.cell(row, column))]
        if value is not None and not is_nothing(self.layout.cell(row, value)):
            if filled or is_blank(self.layout.cell(row, self.columns[Meaning.ITEM])):
                self._blame(row, value, VALUE_ALONE)
                return None
            filled = [value]  # "Tiền mặt" among the goods
        elif not is_nothing(self.layout.cell(row, self.columns[Meaning.QUANTITY])):
            self._blame(row, self.columns[Meaning.QUANTITY], QUANTITY_ALONE)
        if len(filled) != 1:
            column = self.money[0] if self.money else value
            self._blame(row, column, TWO_AMOUNTS if filled else NO_AMOUNT)
            return None
        try:
            return {"amount_vnd": self._amount(row, filled[0])}
        except CellError as error:
            self._blame(row, filled[0], error.reason, **error.details)
            return None

    def _goods(self, row: int) -> dict[str, str] | None:
        layout, columns = self.layout, self.columns
        if any(not is_nothing(layout.cell(row, column)) for column in self.money):
            self._blame(row, self.money[0], MONEY_AND_GOODS)
            return None
        item, unit = self._get(row, Meaning.ITEM), self._get(row, Meaning.UNIT)
        quantity, value = columns[Meaning.QUANTITY], columns[Meaning.VALUE]
        if not unit and quantity is not None and quantity.heading is not None:
            unit = quantity.heading.bracket
        column = quantity or columns[Meaning.ITEM]
        what: dict[str, str] = {}
        try:
            number, unit, item = read_goods(layout.cell(row, quantity), unit, item)
            what = {"item": item, "quantity": number, "unit": unit, "valuation": NOT_VALUED}
            if value is not None and not is_nothing(layout.cell(row, value)):
                column = value
                basis = self._get(row, Meaning.VALUATION) or self.options.valuation
                what |= {"amount_vnd": self._amount(row, value), "valuation": basis}
        except CellError as error:
            self._blame(row, column, error.reason, **error.details)
            return None
        return what


def _read_consent(text: str) -> str:
    if (consent := CONSENTS.get(plain(text))) is None:
        raise CellError(NO_CONSENT, found=write_cell(text))
    return consent
