"""From rows that break a rule to problems with file, line and column."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from minhbach.ledger.columns import LedgerName
from minhbach.ledger.files import LedgerFile
from minhbach.ledger.places import RowPlace, find_rows
from minhbach.problems import Kind, Problem

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


@dataclass(frozen=True)
class Finding:
    """A row at fault, not yet located. ``row`` is its number in the ledger's view."""

    kind: Kind
    ledger: LedgerName
    row: int
    column: str
    details: Mapping[str, str] = field(default_factory=dict)
    other_row: int | None = None
    """Another row of the ledger, whose place becomes the detail ``other``."""
    more: int = 0
    """How many rows besides have the same fault and are not told one by one."""


def locate(
    database: DuckDBPyConnection,
    root: Path,
    files: Mapping[int, LedgerFile],
    findings: Iterable[Finding],
) -> list[Problem]:
    """Return the problems that ``findings`` are, each with its place. ``files``: by number."""
    findings = list(findings)
    rows: dict[LedgerName, set[int]] = defaultdict(set)
    for finding in findings:
        rows[finding.ledger].add(finding.row)
        if finding.other_row is not None:
            rows[finding.ledger].add(finding.other_row)
    places: dict[tuple[LedgerName, int], RowPlace] = {}
    for ledger, wanted in rows.items():
        for row, place in _find(database, root, files, ledger, wanted).items():
            places[ledger, row] = place
    problems = []
    for finding in findings:
        details = dict(finding.details)
        if finding.other_row is not None:
            other = places[finding.ledger, finding.other_row]
            details["other"] = f"{other.path}:{other.line}"
        at = places[finding.ledger, finding.row].at(finding.column)
        problems.append(Problem(finding.kind, at, details, more=finding.more))
    return problems


def _find(
    database: DuckDBPyConnection,
    root: Path,
    files: Mapping[int, LedgerFile],
    ledger: LedgerName,
    rows: set[int],
) -> dict[int, RowPlace]:
    firsts = database.execute(
        f"SELECT file, min(rowid), max(rowid) FROM {ledger}_rows GROUP BY file ORDER BY file"
    ).fetchall()
    found: dict[int, RowPlace] = {}
    for number, first, last in firsts:
        here = [row - first for row in rows if first <= row <= last]
        for row, place in find_rows(root, files[number], here).items():
            found[row + first] = place
    return found
