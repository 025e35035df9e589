"""A sheet as it was found: cells by row and column, not yet understood."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from minhbach.sources.text import FORBIDDEN

Cell = str | int | float | bool | date | datetime | time | timedelta

MAX_ROWS = 200_000
"""Of one sheet. Longer lists are kept in several files, as the ledger itself is."""
MAX_COLUMNS = 200

_INVISIBLE = re.compile("[\xad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
"""What comes along with text copied from a web page or a chat."""

Area = tuple[int, int, int, int]
"""Merged cells: first row and column, last row and column, counted from 0."""


@dataclass(frozen=True)
class Table:
    """One sheet: its rows from the sheet's first on, and each row's cells from column A on; "" is empty."""

    name: str
    """"" for a text file, which has no sheets."""
    rows: Sequence[Sequence[Cell]]
    merged: Sequence[Area] = ()

    def cell(self, row: int, column: int) -> Cell:
        """Return the cell at a place counted from 0; "" outside the sheet."""
        cells = self.rows[row] if row < len(self.rows) else ()
        return cells[column] if column < len(cells) else ""


def write_cell(cell: Cell) -> str:
    """Return what a cell holds as text on one line: composed, without invisible characters.

    Whole numbers lose the ".0" that spreadsheets keep; characters that no text may hold stay, to be refused.
    """
    if isinstance(cell, str):
        return " ".join(_INVISIBLE.sub("", unicodedata.normalize("NFC", cell)).split())
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)


def holds_forbidden(text: str) -> bool:
    """Whether ``text`` holds a control or private-use character, which no content may."""
    return FORBIDDEN.search(text) is not None


def is_blank(cell: Cell) -> bool:
    """Whether a cell shows nothing."""
    return isinstance(cell, str) and not write_cell(cell)


def write_column(column: int) -> str:
    """Return a column's letters as spreadsheets name it: 0 is "A", 26 is "AA"."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def name_column(column: int, heading: str) -> str:
    """Return a column's letters and heading, as messages name it."""
    return f"{write_column(column)} “{heading}”" if heading else write_column(column)
