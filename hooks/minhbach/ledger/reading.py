"""Reading the ledgers of a repository: from files to the public tables, with every problem met on the way."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from minhbach.ledger.closing import ClosedRows
from minhbach.ledger.columns import LEDGERS
from minhbach.ledger.crossing import find_crossing
from minhbach.ledger.files import LedgerFile, examine_ledger_file
from minhbach.ledger.loading import load_rows, prepare_tables
from minhbach.ledger.places import find_broken_rows
from minhbach.ledger.publishing import forget_rows, publish_rows
from minhbach.ledger.rowwise import find_faults
from minhbach.ledger.surroundings import Surroundings, lay_out_surroundings
from minhbach.ledger.tables import Ledger, open_database
from minhbach.ledger.telling import Finding, locate
from minhbach.ledger.withdrawn import find_withdrawn, list_withdrawn
from minhbach.problems import Position, Problem, Severity, kinds
from minhbach.problems.report import SHOWN_PER_KIND

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


@dataclass(frozen=True)
class LedgerReading:
    """What the ledgers hold."""

    ledger: Ledger
    """Empty where a problem is an error: a half-read ledger is never used."""
    problems: tuple[Problem, ...] = ()
    withdrawn_names: tuple[str, ...] = ()
    """Names whose owners have withdrawn consent and that no other row or record may show."""


def read_ledgers(root: Path, paths: tuple[str, ...], around: Surroundings) -> LedgerReading:
    """Read the ledger files at ``paths`` (relative to ``root``). Never raises for content.

    ``around`` is what rows refer to.
    """
    if not paths:
        return LedgerReading(Ledger(), (), around.withdrawn_donors())
    files: dict[int, LedgerFile] = {}
    problems: list[Problem] = []
    for number, path in enumerate(paths):
        examined = examine_ledger_file(root, path)
        if isinstance(examined, LedgerFile):
            files[number] = examined
        else:
            problems += examined
    database = open_database()
    prepare_tables(database, tuple(LEDGERS.values()))
    lay_out_surroundings(database, around)
    with tempfile.TemporaryDirectory() as folder:
        for number, file in files.items():
            if not load_rows(database, root, file, number, Path(folder)):
                problems += _broken(root, file)
    is_whole = not problems
    findings = list(_find_all(database, around, is_whole=is_whole))
    if is_whole and not any(finding.kind.severity is Severity.ERROR for finding in findings):
        closed = ClosedRows(root, database, around, files)
        closed.compare()
        findings += closed.findings
        problems += closed.problems
    problems += locate(database, root, files, findings)
    if any(problem.is_error for problem in problems):
        return LedgerReading(Ledger(), tuple(problems), around.withdrawn_donors())
    counts = publish_rows(database, around)
    withdrawn = list_withdrawn(database, around)
    problems += locate(database, root, files, find_withdrawn(database, withdrawn))
    forget_rows(database)
    return LedgerReading(Ledger(database, counts), tuple(problems), withdrawn)


def _find_all(database: DuckDBPyConnection, around: Surroundings, *, is_whole: bool) -> Iterator[Finding]:
    for ledger in LEDGERS.values():
        yield from find_faults(database, ledger, around)
    # Where a file could not be read, that a row is missing says nothing.
    if is_whole:
        yield from find_crossing(database, around)


def _broken(root: Path, file: LedgerFile) -> Iterator[Problem]:
    """Tell of the rows of ``file`` that do not fit its heading."""
    lines, count = find_broken_rows(root, file, SHOWN_PER_KIND)
    details = {"expected": str(len(file.heading))}
    for index, line in enumerate(lines or [1]):
        more = count - len(lines) if index == len(lines) - 1 else 0
        yield Problem(kinds.ROW_BROKEN, Position(file.path, line), details, more=more)
