"""A statement of a bank: what came in becomes gifts without names; the senders' words are never kept."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from minhbach.imports.amounts import NOT_AN_AMOUNT, read_amount
from minhbach.imports.chapter import Chapter
from minhbach.imports.dates import read_day
from minhbach.imports.faults import CellError, Fault, Notice
from minhbach.imports.headings import plain
from minhbach.imports.layout import Column, Layout
from minhbach.imports.lines import Line, is_nothing, sort_lines
from minhbach.imports.rows import LONGEST_RECEIPT, Options, Reading, Row, check_text, make_cells
from minhbach.imports.tables import Cell, write_cell
from minhbach.imports.totals import check_totals
from minhbach.imports.vocabulary import Meaning
from minhbach.language import mark as _
from minhbach.numbers.writing import write_number
from minhbach.sources.text import write_count

BOTH_WAYS = _("money in and money out stand in one row.")
DEBITS = _("{count} rows are money out, {sum} đồng; they are not gifts.")
BALANCE_HOLDS = _("The balance was checked in {count} rows and agrees in all of them.")
BALANCE_BROKEN = _(
    "Row {row}: the balance is {found} đồng, but should be {expected}. Rows are missing or were changed."
)
BALANCE_MORE = _("The balance is broken in {count} more rows.")
INTEREST = _("{count} rows may be interest or money returned, not gifts: {rows}. Look before writing.")

MOST_BREAKS = 50
ROWS_NAMED = 20
_NOT_A_GIFT = re.compile(
    r"\b(?:lai tien gui|tra lai|lai nhap von|lai khong ky han|interest|hoan tien|hoan tra)\b"
)


@dataclass(frozen=True)
class _Movement:
    """A row of the statement: what came in and went out, in đồng, and the balance after it."""

    row: int
    credit: int
    debit: int
    balance: int | None


def read_statement(layout: Layout, chapter: Chapter, options: Options) -> Reading:
    """Read the rows of a statement. ``chapter`` is not asked: a statement names no ward."""
    del chapter
    return _StatementReader(layout, options).read()


class _StatementReader:
    def __init__(self, layout: Layout, options: Options) -> None:
        self.layout = layout
        self.options = options
        self.lines = sort_lines(layout)
        self.columns = {meaning: layout.one(meaning) for meaning in Meaning}
        self.faults: list[Fault] = []
        self.rows: list[Row] = []
        self.movements: list[_Movement] = []
        self.suspicious: list[int] = []

    def read(self) -> Reading:
        for row, line in self.lines.items():
            if line is Line.ENTRY:
                self._row(row)
        notices = [*self._check_totals(), *self._notices(), *check_balances(self.movements)]
        return Reading(self.layout, tuple(self.rows), tuple(self.faults), tuple(notices))

    def _row(self, row: int) -> None:
        column: Column | None = self.columns[Meaning.CREDIT]
        try:
            credit = self._amount(row, Meaning.CREDIT)
            column = self.columns[Meaning.DEBIT]
            debit = self._amount(row, Meaning.DEBIT)
            column = self.columns[Meaning.BALANCE]
            balance = self._balance(row)
            column = self.columns[Meaning.CREDIT]
            if credit and debit:
                raise CellError(BOTH_WAYS)
            self.movements.append(_Movement(row, credit, debit, balance))
            if not credit:
                return  # money out, or the balance at the beginning or end
            column = self.columns[Meaning.DATE]
            day = read_day(self.layout.cell(row, column))
            column = self.columns[Meaning.RECEIPT]
            receipt = check_text(self.layout.text(row, column), LONGEST_RECEIPT)
        except CellError as error:
            name = column.name if column is not None else ""
            self.faults.append(Fault(row + 1, name, error.reason, error.details))
            return
        memo = " ".join(self.layout.text(row, one) for one in self.layout.all_of(Meaning.MEMO))
        if _NOT_A_GIFT.search(plain(memo)):
            self.suspicious.append(row + 1)
        cells = make_cells(
            receipt=receipt,
            date=day.isoformat(),
            campaign=self.options.campaign,
            fund=self.options.fund,
            amount_vnd=str(credit),
        )
        self.rows.append(Row(row + 1, cells, (cells["date"], cells["amount_vnd"], memo, str(balance))))

    def _amount(self, row: int, meaning: Meaning) -> int:
        """Return what a row moves, 0 for nothing; banks put a sign or brackets before it at times."""
        column = self.columns[meaning]
        cell = self.layout.cell(row, column)
        if column is None or is_nothing(cell):
            return 0
        # A statement counts to the đồng, so a small number is no slip.
        return read_amount(_unsigned(cell, meaning), self.layout.unit(column) or Decimal(1))

    def _balance(self, row: int) -> int | None:
        column = self.columns[Meaning.BALANCE]
        cell = self.layout.cell(row, column)
        if column is None or not write_cell(cell):
            return None
        if is_nothing(cell):
            return 0
        text = write_cell(cell)
        unit = self.layout.unit(column) or Decimal(1)
        if isinstance(cell, str) and text.startswith(("-", "\u2212")):
            return -read_amount(text[1:].strip(), unit)
        if isinstance(cell, int | float) and not isinstance(cell, bool) and cell < 0:
            return -read_amount(-cell, unit)
        try:
            return read_amount(cell, unit)
        except CellError:
            raise CellError(NOT_AN_AMOUNT, found=text) from None

    def _check_totals(self) -> list[Notice]:
        column = self.columns[Meaning.CREDIT]
        assert column is not None  # the vocabulary needs it
        amounts: dict[int, int | None] = {one.row: one.credit for one in self.movements if one.credit}
        for fault in self.faults:
            if fault.column == column.name:
                amounts[fault.row - 1] = None
        return check_totals(self.layout, self.lines, {column: amounts})

    def _notices(self) -> list[Notice]:
        notices = []
        debits = [one.debit for one in self.movements if one.debit]
        if debits:
            total = write_number(Decimal(sum(debits)), Decimal(1))
            notices.append(Notice(DEBITS, {"count": write_count(len(debits)), "sum": total}))
        if self.suspicious:
            named = ", ".join(map(str, self.suspicious[:ROWS_NAMED]))
            named += ", …" if len(self.suspicious) > ROWS_NAMED else ""
            notices.append(Notice(INTEREST, {"count": write_count(len(self.suspicious)), "rows": named}))
        return notices


def _unsigned(cell: Cell, meaning: Meaning) -> Cell:
    """Return an amount without the sign that its column makes needless: "+" for money in, "-" for out."""
    if isinstance(cell, str):
        text = write_cell(cell)
        return text.removeprefix("+" if meaning is Meaning.CREDIT else "-").strip()
    if meaning is Meaning.DEBIT and isinstance(cell, int | float) and not isinstance(cell, bool):
        return abs(cell)
    return cell


def check_balances(movements: Sequence[_Movement]) -> list[Notice]:
    """Compare each balance with the row before it, in whichever order of time the statement is written."""
    chain = [one for one in movements if one.balance is not None]
    if len(chain) <= 1:
        return []
    upward, downward = _breaks(movements), _breaks(movements[::-1])
    breaks = upward if len(upward) <= len(downward) else downward
    if not breaks:
        return [Notice(BALANCE_HOLDS, {"count": write_count(len(chain) - 1)})]
    notices = [
        Notice(
            BALANCE_BROKEN,
            {"row": str(row + 1), "found": _write(found), "expected": _write(expected)},
        )
        for row, found, expected in sorted(breaks)[:MOST_BREAKS]
    ]
    if len(breaks) > MOST_BREAKS:
        notices.append(Notice(BALANCE_MORE, {"count": write_count(len(breaks) - MOST_BREAKS)}))
    return notices


def _breaks(movements: Sequence[_Movement]) -> list[tuple[int, int, int]]:
    """Return row, balance and expected balance where they differ; ``movements`` from the earliest on."""
    found: list[tuple[int, int, int]] = []
    expected: int | None = None
    for one in movements:
        if expected is not None:
            expected += one.credit - one.debit
        if one.balance is not None:
            if expected is not None and one.balance != expected:
                found.append((one.row, one.balance, expected))
            expected = one.balance
    return found


def _write(amount: int) -> str:
    return ("-" if amount < 0 else "") + write_number(Decimal(abs(amount)), Decimal(1))
