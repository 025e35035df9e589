"""Where rows stand: from the number of a row to line and column, found only when one is told of."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from minhbach.ledger.files import LedgerFile, open_ledger
from minhbach.problems import Position

_LONGEST_CELL = 1_000_000


@dataclass(frozen=True)
class RowPlace:
    """The place of a row: its first line, and the column of characters where each cell begins."""

    path: str
    line: int
    columns: dict[str, int]

    def at(self, column: str) -> Position:
        """Return where the cell of ``column`` stands; the row's beginning if that is not known."""
        return Position(self.path, self.line, self.columns.get(column, 1))


def find_rows(root: Path, file: LedgerFile, numbers: Iterable[int]) -> dict[int, RowPlace]:
    """Return the places of the rows with these numbers, counted from 0 in the order of the file."""
    wanted = set(numbers)
    places: dict[int, RowPlace] = {}
    if not wanted:
        return places
    last = max(wanted)
    for number, (line, first_line, row) in enumerate(_read_records(root, file)):
        if number in wanted:
            places[number] = RowPlace(file.path, line, _columns(file, first_line, row))
        if number >= last:
            break
    return places


def find_broken_rows(root: Path, file: LedgerFile, most: int) -> tuple[list[int], int]:
    """Return the lines of the first ``most`` rows that do not fit the heading, and how many there are."""
    lines: list[int] = []
    count = 0
    records = _read_records(root, file)
    while True:
        try:
            line, _text, row = next(records)
        except StopIteration:
            break
        except BrokenQuotesError as error:
            return [*lines, error.line][:most], count + 1
        if len(row) != len(file.heading):
            count += 1
            if len(lines) < most:
                lines.append(line)
    return lines, count


class BrokenQuotesError(Exception):
    """From ``line`` on, quotation marks leave open where cells end."""

    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


def _read_records(root: Path, file: LedgerFile) -> Iterator[tuple[int, str, list[str]]]:
    """Yield line, the text of that line and cells of every row that is not empty."""
    csv.field_size_limit(_LONGEST_CELL)
    with open_ledger(root, file.path) as raw, io.TextIOWrapper(raw, "utf-8-sig", newline="") as text:
        lines = _Lines(text)
        for _heading in range(file.heading_lines):
            next(lines, None)
        reader = csv.reader(lines, delimiter=file.separator, strict=True)
        start = lines.count + 1
        while True:
            lines.first = ""
            try:
                row = next(reader)
            except StopIteration:
                return
            except csv.Error:
                raise BrokenQuotesError(start) from None
            if row:
                yield start, lines.first, row
            start = lines.count + 1


class _Lines:
    """The lines of a file, counted; ``first`` is the first since it was emptied."""

    def __init__(self, text: io.TextIOWrapper) -> None:
        self._text = text
        self.count = 0
        self.first = ""

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        line = next(self._text)
        self.count += 1
        self.first = self.first or line
        return line


def _columns(file: LedgerFile, line: str, row: list[str]) -> dict[str, int]:
    """Return where each cell begins in the first line of its row, counted in characters from 1."""
    columns: dict[str, int] = {}
    position = 0
    for name, cell in zip(file.heading, row, strict=False):
        written = cell.replace('"', '""')
        is_quoted = line.startswith('"', position)
        columns[name] = position + 1
        position += len(written) + (2 if is_quoted else 0) + 1
        if "\n" in cell or "\r" in cell:
            break
    return columns
