"""Ledger files before they are read: encoding, separator, heading; what makes one unusable as a whole."""

from __future__ import annotations

import csv
import gzip
import unicodedata
from codecs import getincrementaldecoder
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, cast

from minhbach.ledger.columns import LEDGERS, LedgerColumns, LedgerName
from minhbach.problems import Position, Problem, kinds
from minhbach.records.read import nearest
from minhbach.sources.text import FORBIDDEN, leads_outside, write_megabytes

MAX_LEDGER_BYTES = 1_000_000_000
"""Of one file, unpacked: seven times the largest appeal known. More is a mistake, or an attack."""
SEPARATORS = ",;\t"
"""Excel writes a semicolon where the decimal sign is a comma, as in Viet Nam."""
_CHUNK_BYTES = 1 << 20
_LONGEST_HEADING = 20_000


@dataclass(frozen=True)
class LedgerFile:
    """A ledger file that can be read: its form is known, its bytes are text."""

    path: str
    """Relative to the repository."""
    ledger: LedgerColumns
    heading: tuple[str, ...]
    heading_lines: int
    """How many lines come before the first row."""
    separator: str
    is_composed: bool
    """Whether its letters are in NFC already."""
    is_uneven: bool
    """Whether its lines end in different ways, which the reader of rows does not take."""


def ledger_of(path: str) -> LedgerColumns:
    """Return which ledger the file at ``path`` belongs to."""
    return LEDGERS[cast(LedgerName, path.split("/")[1])]


def open_ledger(root: Path, path: str) -> BinaryIO:
    """Open a ledger file for reading its bytes, unpacked. Raises OSError."""
    full = root / path
    return cast(BinaryIO, gzip.open(full)) if path.endswith(".gz") else full.open("rb")


def examine_ledger_file(root: Path, path: str) -> LedgerFile | list[Problem]:
    """Look through the ledger file at ``path`` (relative to ``root``) once.

    Returns what is known of its form, or every problem that makes it unusable as a whole.
    """
    if leads_outside(root, path):
        return [Problem(kinds.PATH_OUTSIDE, Position(path), {"path": path})]
    try:
        return _examine(root, path)
    except (OSError, EOFError):  # the latter: packed, and cut off
        return [Problem(kinds.FILE_UNREADABLE, Position(path))]


def _examine(root: Path, path: str) -> LedgerFile | list[Problem]:
    decoder = getincrementaldecoder("utf-8")()
    first = ""
    size = line = plain_ends = full_ends = lone = 0
    is_composed = True
    last = b""
    line = 1
    with open_ledger(root, path) as file:
        for chunk in _chunks(file):
            size += len(chunk)
            if size > MAX_LEDGER_BYTES:
                details = {"size": f"> {write_megabytes(size)}", "limit": write_megabytes(MAX_LEDGER_BYTES)}
                return [Problem(kinds.FILE_TOO_LARGE, Position(path), details)]
            try:
                text = decoder.decode(chunk)
            except UnicodeDecodeError as error:
                return [_not_utf8(path, line, error)]
            if found := FORBIDDEN.search(text.removeprefix("\ufeff") if line == 1 and not first else text):
                at = Position(path, line + text.count("\n", 0, found.start()))
                details = {"character": f"U+{ord(found.group()):04X}"}
                return [Problem(kinds.CONTROL_CHARACTER, at, details)]
            is_composed = is_composed and unicodedata.is_normalized("NFC", text)
            first += text[: _LONGEST_HEADING - len(first)]
            joint = last + chunk
            full_ends += joint.count(b"\r\n") - last.count(b"\r\n")
            plain_ends += chunk.count(b"\n")
            lone += chunk.count(b"\r")
            line += text.count("\n")
            last = chunk[-1:]
        try:
            decoder.decode(b"", final=True)
        except UnicodeDecodeError as error:
            return [_not_utf8(path, line, error)]
    if not first.removeprefix("\ufeff").strip():
        return [Problem(kinds.FILE_EMPTY, Position(path))]
    is_uneven = (lone != full_ends) or (full_ends not in (0, plain_ends))
    return _read_heading(path, first.removeprefix("\ufeff"), is_composed=is_composed, is_uneven=is_uneven)


def _chunks(file: BinaryIO) -> Iterator[bytes]:
    while chunk := file.read(_CHUNK_BYTES):
        yield chunk


def _not_utf8(path: str, line: int, error: UnicodeDecodeError) -> Problem:
    raw = bytes(error.object)
    at = Position(path, line + raw.count(b"\n", 0, error.start))
    return Problem(kinds.NOT_UTF8, at, {"byte": f"0x{raw[error.start]:02X}" if raw else ""})


def _read_heading(path: str, text: str, *, is_composed: bool, is_uneven: bool) -> LedgerFile | list[Problem]:
    """Read the names of the columns: the first line that is not empty."""
    ledger = ledger_of(path)
    lines = text.splitlines()
    index = next(number for number, line in enumerate(lines) if line.strip())
    separator, heading = max(
        (
            (separator, [cell.strip() for cell in next(csv.reader([lines[index]], delimiter=separator))])
            for separator in SEPARATORS
        ),
        key=lambda choice: sum(cell in ledger.names for cell in choice[1]),
    )
    while heading and not heading[-1]:  # spreadsheets add empty columns at the end
        heading.pop()
    problems = _check_heading(Position(path, index + 1), ledger, heading)
    if problems:
        return problems
    width = len(next(csv.reader([lines[index]], delimiter=separator)))
    names = tuple(heading + [""] * (width - len(heading)))
    return LedgerFile(path, ledger, names, index + 1, separator, is_composed, is_uneven)


def _check_heading(at: Position, ledger: LedgerColumns, heading: list[str]) -> list[Problem]:
    problems = []
    for cell in dict.fromkeys(heading):
        if cell not in ledger.names:
            details = {
                "found": cell,
                "nearest": nearest(cell, list(ledger.names)),
                "known": ", ".join(ledger.names),
            }
            problems.append(Problem(kinds.COLUMN_UNKNOWN, at, details))
        elif heading.count(cell) > 1:
            problems.append(Problem(kinds.COLUMN_TWICE, at, {"key": cell}))
    problems += [
        Problem(kinds.COLUMN_MISSING, at, {"key": column.name})
        for column in ledger.columns
        if column.required and column.name not in heading
    ]
    return problems
