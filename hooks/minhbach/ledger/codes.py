"""The hashes of codes with which donors look up their gifts (data/codes/*.csv)."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from minhbach.ledger.tables import Ledger
from minhbach.problems import Position, Problem, kinds
from minhbach.sources.text import TextSource, decode_text, leads_outside

HEADER = ["receipt", "hash"]
SALT_FILE = "data/gift-codes.yml"
MOST_PROBLEMS = 50
"""Of one kind are told; a file that is wrong in every line needs no more to be understood."""
_HASH = re.compile(r"[0-9a-f]{32}")
_AT_ONCE = 10_000
_LONGEST_SHOWN = 80

Line = tuple[str, str, str, int]
"""Receipt, hash, file, line."""


def read_gift_codes(root: Path, paths: Iterable[str], ledger: Ledger, *, has_salt: bool) -> list[Problem]:
    """Read the hashes of the files at ``paths`` into the table ``gift_codes`` of the ledger's database.

    The table (receipt, hash, path, line) is there afterwards wherever there is a database. Returns what is
    wrong: with single lines, receipts without a gift, receipts or hashes that stand twice, at most
    ``MOST_PROBLEMS`` of each kind. ``has_salt``: whether the chapter has the file of their salt.
    """
    problems: list[Problem] = []
    lines = [line for path in paths for line in _read_file(root, path, problems)]
    if lines and not has_salt:
        problems.append(Problem(kinds.SALT_MISSING, Position(SALT_FILE), {"path": SALT_FILE}))
    problems += _find_twice(lines)
    known = _fill_table(ledger, lines)
    unknown = [
        Problem(kinds.CODE_RECEIPT_UNKNOWN, Position(path, line), {"found": receipt})
        for receipt, _hash, path, line in lines
        if receipt not in known
    ]
    return problems + unknown[:MOST_PROBLEMS]


def _read_file(root: Path, path: str, problems: list[Problem]) -> Iterator[Line]:
    if leads_outside(root, path):
        problems.append(Problem(kinds.PATH_OUTSIDE, Position(path), {"path": path}))
        return
    try:
        text = decode_text(path, (root / path).read_bytes())
    except OSError:
        text = Problem(kinds.FILE_UNREADABLE, Position(path))
    if not isinstance(text, TextSource):
        problems.append(text)
        return
    malformed: list[Problem] = []
    for number, row in enumerate(csv.reader(text.text.splitlines()), 1):
        if number == 1 and row == HEADER:
            continue
        if len(row) == len(HEADER) and row[0].strip() and _HASH.fullmatch(row[1]):
            yield row[0].strip(), row[1], path, number
        elif row:
            details = {"found": row[0][:_LONGEST_SHOWN]}  # no more: it might be the code itself
            malformed.append(Problem(kinds.CODE_MALFORMED, Position(path, number), details))
    problems += malformed[:MOST_PROBLEMS]


def _find_twice(lines: Iterable[Line]) -> list[Problem]:
    first: dict[str, Position] = {}
    problems = []
    for receipt, digest, path, number in lines:
        at = Position(path, number)
        other = first.get(f"r{receipt}") or first.get(f"h{digest}")
        if other is not None:
            problems.append(Problem(kinds.CODE_TWICE, at, {"found": receipt, "other": str(other)}))
        first.setdefault(f"r{receipt}", at)
        first.setdefault(f"h{digest}", at)
    return problems[:MOST_PROBLEMS]


def _fill_table(ledger: Ledger, lines: list[Line]) -> set[str]:
    """Put ``lines`` into the database; return which of their receipts are of gifts."""
    if ledger.database is None:
        return set()
    ledger.database.execute(
        "CREATE OR REPLACE TABLE gift_codes (receipt VARCHAR, hash VARCHAR, path VARCHAR, line INTEGER)"
    )
    for start in range(0, len(lines), _AT_ONCE):
        columns = [list(column) for column in zip(*lines[start : start + _AT_ONCE], strict=True)]
        ledger.database.execute(
            "INSERT INTO gift_codes SELECT unnest($1), unnest($2), unnest($3), unnest($4)", columns
        )
    found = ledger.rows(
        "SELECT DISTINCT receipt FROM gift_codes "
        "WHERE receipt IN (SELECT receipt FROM public_gifts WHERE kind = 'gift')"
    )
    return {receipt for (receipt,) in found}
