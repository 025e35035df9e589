"""Every refusal of an import with its lesson, and the messages that have none."""

from __future__ import annotations

from collections.abc import Mapping

from minhbach.imports import command, gifts, importing, opening, statement, totals

from . import of_import_files, of_import_rows
from .lessons import Lesson

LESSONS: tuple[Lesson, ...] = (*of_import_rows.LESSONS, *of_import_files.LESSONS)

EXEMPT: Mapping[str, str] = {
    opening.UNREADABLE: "who runs the tests may read every file",
    importing.NOT_WRITTEN: "who runs the tests may write everywhere",
    command.NOTHING_NEW: "tells, asks for nothing",
    command.WRITTEN: "tells, asks for nothing",
    command.WRITTEN_BEFORE: "tells, asks for nothing",
    command.NEW_KEY: "asks for a commit, which no list shows",
    command.WOULD_WRITE: "is no refusal; tests of the command do what it says",
    command.SKIPPED: "tells, asks for nothing",
    command.VALUED_IN_LIST: "is written into the ledger",
    gifts.TEXT_ROWS: "tells, asks for nothing",
    gifts.ANONYMOUS_ROWS: "tells, asks for nothing",
    gifts.JOINED: "tells, asks for nothing",
    statement.DEBITS: "tells, asks for nothing",
    statement.BALANCE_HOLDS: "tells, asks for nothing",
    statement.BALANCE_BROKEN: "only the bank knows which rows are missing",
    statement.BALANCE_MORE: "tells, asks for nothing",
    statement.INTEREST: "asks to look, which changes nothing",
    totals.MISMATCH: "tells both sums; the rows are imported as they are",
    totals.MISMATCH_UNREAD: "tells both sums; what could not be read is told besides",
    totals.AGREES: "tells, asks for nothing",
    totals.UNREADABLE: "tells, asks for nothing",
}
"""Messages of imports that are no refusals, or that no test can do as they say."""
