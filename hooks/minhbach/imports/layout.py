"""Where in a sheet the list stands: its heading rows, what each column means, where its rows begin."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from minhbach.imports.faults import UnusableFileError
from minhbach.imports.headings import Heading, plain, read_heading, read_unit_line
from minhbach.imports.tables import Cell, Table, is_blank, name_column, write_cell
from minhbach.imports.vocabulary import MONEY, STATEMENT, Meaning, Vocabulary
from minhbach.language import mark as _

MAX_HEADING_ROW = 60
"""Lists begin below a few lines of titles."""
LEAST_COLUMNS = 2
ONE = Decimal(1)

NO_HEADINGS = _("No row with headings was found. A list needs a row such as: Họ và tên, Số tiền, Ngày.")
IS_STATEMENT = _("This is a statement of a bank. Use: python -m minhbach import statement")
SEVERAL_SHEETS = _("Several sheets hold a list: {sheets}. Choose one with --sheet.")
SAME_MEANING = _("The columns {columns} are all understood as: {meaning}. Rename or delete all but one.")

_MANY = frozenset({Meaning.PART, Meaning.UNUSED, Meaning.MEMO, Meaning.PHONE, Meaning.IDENTITY})
_MANY |= {Meaning.ACCOUNT, Meaning.ADDRESS, Meaning.PERSONAL}
"""What several columns may be."""


@dataclass(frozen=True)
class Column:
    """A column and what it is understood as; ``heading`` is None where nothing is known of it."""

    index: int
    text: str
    heading: Heading | None

    @property
    def meaning(self) -> Meaning:
        """What the column says."""
        return Meaning.UNUSED if self.heading is None else self.heading.meaning

    @property
    def name(self) -> str:
        """Letters and heading, as messages name it."""
        return name_column(self.index, self.text)


@dataclass(frozen=True)
class Layout:
    """A table with its columns understood. ``first_row`` is the first below the headings, from 0."""

    table: Table
    heading_row: int
    first_row: int
    columns: tuple[Column, ...]
    line_unit: Decimal | None = None
    """The unit of all money, where a line above the table states it."""

    def all_of(self, *meanings: Meaning) -> list[Column]:
        """Return the columns with one of these meanings, from the left."""
        return [column for column in self.columns if column.meaning in meanings]

    def one(self, meaning: Meaning) -> Column | None:
        """Return the column with a meaning that only one has; None where the sheet has none."""
        found = self.all_of(meaning)
        return found[0] if found else None

    def unit(self, column: Column) -> Decimal | None:
        """Return how many đồng the numbers of a column count; None where the sheet does not say."""
        own = column.heading.unit if column.heading is not None else None
        return own if own is not None else self.line_unit

    def cell(self, row: int, column: Column | None) -> Cell:
        """Return a cell of a column; "" for a column that the sheet does not have."""
        return "" if column is None else self.table.cell(row, column.index)

    def text(self, row: int, column: Column | None) -> str:
        """Return what a cell says, on one line."""
        return write_cell(self.cell(row, column))

    @property
    def rows(self) -> range:
        """The rows below the headings, counted from 0."""
        return range(self.first_row, len(self.table.rows))


def find_layout(tables: Sequence[Table], vocabulary: Vocabulary) -> tuple[Layout, list[str]]:
    """Return the one list among ``tables`` and the names of the sheets that hold none.

    Of a text file read with several separators, that with the most columns understood counts. Raises
    UnusableFileError where no table or several hold a list, and for columns that cannot be told apart.
    """
    found = [(table, layout) for table in tables if (layout := _find(table, vocabulary)) is not None]
    if not found:
        if vocabulary is not STATEMENT and any(_find(table, STATEMENT) for table in tables):
            raise UnusableFileError(IS_STATEMENT)
        raise UnusableFileError(NO_HEADINGS)
    if len(found) > 1 and found[0][0].name:
        raise UnusableFileError(SEVERAL_SHEETS, sheets=", ".join(f"“{table.name}”" for table, _one in found))
    _table, layout = max(found, key=lambda one: _score(one[1].columns))
    layout = _settle(layout)
    _refuse_doubles(layout)
    others = [table.name for table in tables if table.name and table is not layout.table]
    return replace(layout, table=_fill_merged(layout)), others


def _find(table: Table, vocabulary: Vocabulary) -> Layout | None:
    best: Layout | None = None
    line_unit = None
    for row in range(min(MAX_HEADING_ROW, len(table.rows))):
        candidates = [Layout(table, row, row + 1, _single(table, row, vocabulary), line_unit)]
        if (double := _double(table, row, vocabulary)) is not None:
            candidates.append(Layout(table, row, row + 2, double, line_unit))
        for layout in candidates:
            if _suffices(layout.columns, vocabulary) and (
                best is None or _score(layout.columns) > _score(best.columns)
            ):
                best = layout
        if best is None:
            stated = (read_unit_line(write_cell(cell)) for cell in table.rows[row] if isinstance(cell, str))
            line_unit = next((unit for unit in stated if unit is not None), line_unit)
    return best


def _single(table: Table, row: int, vocabulary: Vocabulary) -> tuple[Column, ...]:
    # As it is in the cell: banks write their two languages on two lines.
    texts = [cell if isinstance(cell, str) else "" for cell in table.rows[row]]
    return tuple(
        Column(index, write_cell(text), read_heading(text, vocabulary))
        for index, text in enumerate(texts)
        if write_cell(text)
    )


def _double(table: Table, row: int, vocabulary: Vocabulary) -> tuple[Column, ...] | None:
    """Return the columns of two rows of headings, as merged cells make them; None where it is not so."""
    if row + 1 >= len(table.rows):
        return None
    below = table.rows[row + 1]
    if not all(isinstance(cell, str) for cell in below):
        return None
    lower = [write_cell(cell) for cell in below]
    upper = [write_cell(cell) for cell in table.rows[row]]
    if any(character.isdigit() for text in lower for character in text):
        return None
    if not all(any(read_heading(text, vocabulary) for text in texts) for texts in (upper, lower)):
        return None
    places = [index for index, text in enumerate(upper) if text]
    if len(places) == 1 and places[0] <= next(index for index, text in enumerate(lower) if text):
        return None  # a title over the whole list
    columns: list[Column] = []
    above = ""
    for index in range(max(len(table.rows[row]), len(lower))):
        own = write_cell(table.cell(row, index))
        under = lower[index] if index < len(lower) else ""
        above = own or (above if under else "")
        columns += _join(index, above, under, vocabulary)
    return tuple(columns)


_UNDER = {
    (Meaning.ITEM, Meaning.NAME): Meaning.ITEM,
    (Meaning.ITEM, Meaning.BODY): Meaning.UNIT,
    (Meaning.ITEM, Meaning.AMOUNT): Meaning.VALUE,
}
"""What a heading means under one of another meaning: "Tên" under "Hiện vật" is the name of the goods."""


def _join(index: int, above: str, under: str, vocabulary: Vocabulary) -> Iterator[Column]:
    """Yield the column under a heading of two rows; the lower one says more where both are understood."""
    if not above and not under:
        return
    text = f"{above} / {under}" if above and under and above != under else above or under
    upper, lower = read_heading(above, vocabulary), read_heading(under, vocabulary)
    heading = lower or upper
    if upper is not None and lower is not None:
        heading = replace(lower, meaning=_UNDER.get((upper.meaning, lower.meaning), lower.meaning))
    if upper is not None and heading is not None and heading.unit is None and heading.meaning in MONEY:
        heading = replace(heading, unit=upper.unit)
    yield Column(index, text, heading)


def _suffices(columns: Iterable[Column], vocabulary: Vocabulary) -> bool:
    meanings = {column.meaning for column in columns if column.heading is not None}
    return len(meanings) >= LEAST_COLUMNS and all(meanings & group for group in vocabulary.needed)


def _score(columns: Iterable[Column]) -> int:
    return len({(one.meaning, one.text) for one in columns if one.heading is not None})


def _settle(layout: Layout) -> Layout:
    """Settle what a heading alone cannot say: it depends on the columns beside it."""
    found: Mapping[Meaning, list[Column]] = defaultdict(list)
    for column in layout.columns:
        found[column.meaning].append(column)
    changes: dict[int, Meaning] = {}
    quantity = found[Meaning.QUANTITY]
    for column in found[Meaning.BODY]:
        # "Đơn vị" right of "Số lượng" is the unit of it.
        if (
            quantity
            and not found[Meaning.UNIT]
            and column.index == quantity[0].index + 1
            and plain(column.text.rpartition("/")[2]) == "don vi"
        ):
            changes[column.index] = Meaning.UNIT
    if found[Meaning.VALUE] and not found[Meaning.ITEM] and not found[Meaning.AMOUNT]:
        # Without goods, "Thành tiền" and "Giá trị" are money.
        changes |= {column.index: Meaning.AMOUNT for column in found[Meaning.VALUE]}
        found[Meaning.AMOUNT].extend(found[Meaning.VALUE])
    spare = [Meaning.PART] if found[Meaning.AMOUNT] or found[Meaning.ROW_TOTAL] else []
    if found[Meaning.AMOUNT]:
        spare.append(Meaning.ROW_TOTAL)
    else:
        changes |= {column.index: Meaning.AMOUNT for column in found[Meaning.ROW_TOTAL]}
    changes |= {column.index: Meaning.UNUSED for meaning in spare for column in found[meaning]}
    columns = tuple(
        replace(column, heading=replace(column.heading, meaning=changes[column.index]))
        if column.index in changes and column.heading is not None
        else column
        for column in layout.columns
    )
    return replace(layout, columns=columns)


def _refuse_doubles(layout: Layout) -> None:
    found: dict[Meaning, list[Column]] = defaultdict(list)
    for column in layout.columns:
        if column.meaning not in _MANY:
            found[column.meaning].append(column)
    for meaning, columns in found.items():
        if len(columns) > 1:
            names = ", ".join(column.name for column in columns)
            raise UnusableFileError(SAME_MEANING, columns=names, meaning_message=meaning.value)


_FILLED = frozenset({Meaning.DATE, Meaning.NAME, Meaning.BODY, Meaning.WARD, Meaning.DONOR_KIND})
"""A cell merged over several rows says this of all of them. Money, goods and receipts it gives once."""


def _fill_merged(layout: Layout) -> Table:
    """Return the table with what was merged downwards written in every row it covers."""
    table = layout.table
    filled = {column.index for column in layout.columns if column.meaning in _FILLED}
    rows = [list(row) for row in table.rows] if table.merged else table.rows
    for top, left, bottom, right in table.merged:
        if left != right or left not in filled or top < layout.first_row:
            continue
        value = table.cell(top, left)
        for number in range(top + 1, min(bottom, len(table.rows) - 1) + 1):
            row = rows[number]
            assert isinstance(row, list)
            row += [""] * (left + 1 - len(row))
            if is_blank(row[left]):
                row[left] = value
    return replace(table, rows=rows)
