"""Closed periods: rows of a fund up to ``closed_through`` stay as they were when the period was closed.

What stays is what counts: day, kind, fund, campaign, amounts, goods and references. Names, consent and notes
may still change, because a name must be removable at any time (Law 91/2025 on personal data). A chapter that
opens a period again sets ``closed_through`` back, for all to see.

A row is known again by its receipt. Of rows without one, as many must say the same as when the period was
closed. A row without a day is in no period, and so in none that is closed.
"""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from minhbach.language import mark
from minhbach.ledger.columns import LEDGERS, LedgerColumns
from minhbach.ledger.files import LedgerFile, examine_ledger_file
from minhbach.ledger.loading import lay_out_rows, load_rows
from minhbach.ledger.surroundings import Surroundings
from minhbach.ledger.telling import Finding
from minhbach.problems import Position, Problem, kinds
from minhbach.problems.report import SHOWN_PER_KIND
from minhbach.sources.ledger_history import FUNDS, FundsVersion, read_funds_versions, read_ledgers_then
from minhbach.sources.text import TextSource, decode_text, write_count
from minhbach.sources.yaml_tree import parse_yaml

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_FIXED = {
    "gifts": ("day", "kind", "campaign", "amount", "item", "measure", "unit", "valuation", "refers_to"),
    "expenses": ("day", "kind", "campaign", "to_fund", "purpose", "amount", "refers_to"),
}
"""By ledger: the columns in which a closed row may not change, besides its fund."""
_CORRECT = mark(", and add a row of the kind “correction” that refers to it")
_OPEN_AGAIN = mark(
    "; none can correct it without a receipt: to change it, set `closed_through` back in data/funds.yml"
)


@dataclass(frozen=True)
class Closing:
    """A period of a fund that was closed through ``day``, as ``commit`` has it."""

    fund: str
    day: date
    commit: str


def list_closings(versions: tuple[FundsVersion, ...], around: Surroundings) -> list[Closing]:
    """Return the closings that hold, from the history of data/funds.yml (oldest first).

    A closing ends where ``closed_through`` was set back before it; it begins anew where it is set again.
    """
    holding: dict[str, dict[date, str]] = {}
    for version in versions:
        closed = _read_closed(version.text)
        for fund in {*holding, *closed}:
            through = closed.get(fund)
            days = holding.setdefault(fund, {})
            for day in [day for day in days if through is None or day > through]:
                del days[day]
            if through is not None:
                days.setdefault(through, version.commit)
    closings = []
    for fund, record in around.funds.items():
        for day, commit in sorted(holding.get(fund, {}).items()):
            if record.closed_through is not None and day <= record.closed_through:
                closings.append(Closing(fund, day, commit))
    return closings


def _read_closed(text: bytes) -> dict[str, date]:
    """Return through which day each fund was closed; what cannot be read was not closed."""
    source = decode_text(FUNDS, text)
    document = parse_yaml(FUNDS, source.text)[0] if isinstance(source, TextSource) else None
    data = document.data if document is not None else None
    closed: dict[str, date] = {}
    for fund, record in data.items() if isinstance(data, dict) else ():
        written = record.get("closed_through") if isinstance(record, dict) else None
        try:
            closed[str(fund)] = date.fromisoformat(str(written))
        except ValueError:
            continue
    return closed


class ClosedRows:
    """Compares the rows of today with those of closed periods."""

    def __init__(
        self,
        root: Path,
        database: DuckDBPyConnection,
        around: Surroundings,
        files: Mapping[int, LedgerFile],
    ) -> None:
        """``files``: those that were read, by number."""
        self.root = root
        self.database = database
        self.files = files
        self.around = around
        self.findings: list[Finding] = []
        self.problems: list[Problem] = []

    def compare(self) -> None:
        """Fill ``findings`` (rows that are there) and ``problems`` (rows that are gone)."""
        if not any(fund.closed_through for fund in self.around.funds.values()):
            return
        versions = read_funds_versions(self.root)
        closings = list_closings(versions, self.around) if versions else []
        latest = {closing.fund: closing for closing in closings}
        for commit in dict.fromkeys(closing.commit for closing in closings):
            then = read_ledgers_then(self.root, commit)
            if then is None:
                continue
            # Rows of files that have not changed since are as they were.
            newer = [number for number, file in self.files.items() if file.path not in then.unchanged]
            if not newer and not then.changed:
                continue
            here = [closing for closing in closings if closing.commit == commit]
            self._lay_out(then.changed)
            for ledger in (LEDGERS["gifts"], LEDGERS["expenses"]):
                for closing in here:
                    self._changed(ledger, closing, list(then.changed))
                    if latest[closing.fund] == closing and newer:
                        self._added(ledger, closing, newer)
                    if ledger.name == "gifts":
                        self._unnumbered(closing, list(then.changed), newer, latest[closing.fund] == closing)
                self.database.execute(f"DROP VIEW closed_{ledger.name}; DROP TABLE closed_{ledger.name}_rows")

    def _lay_out(self, changed: Mapping[str, bytes]) -> None:
        """Load the files as they were into ``closed_gifts`` and ``closed_expenses``."""
        for ledger in (LEDGERS["gifts"], LEDGERS["expenses"]):
            self.database.execute("; ".join(lay_out_rows(ledger, f"closed_{ledger.name}")))
        with tempfile.TemporaryDirectory() as folder:
            for number, (path, content) in enumerate(changed.items()):
                if path.split("/")[1] not in _FIXED:
                    continue
                (Path(folder) / path).parent.mkdir(parents=True, exist_ok=True)
                (Path(folder) / path).write_bytes(content)
                file = examine_ledger_file(Path(folder), path)
                if isinstance(file, LedgerFile):
                    table = f"closed_{file.ledger.name}"
                    load_rows(self.database, Path(folder), file, number, Path(folder), table=table)

    def _fund(self, row: str, original: str) -> str:
        only = next(iter(self.around.funds)) if len(self.around.funds) == 1 else ""
        return f"coalesce({row}.fund, {original}.fund, nullif('{only}', ''))"

    def _changed(self, ledger: LedgerColumns, closing: Closing, paths: list[str]) -> None:
        fixed = _FIXED[ledger.name]
        goods = "o.item" if "item" in ledger.names else "NULL"
        now = ", ".join(f"g.{name}" for name in fixed)
        then = ", ".join(f"o.{name}" for name in fixed)
        rows = self.database.execute(
            f"SELECT o.receipt, o.day, o.amount, {goods}, g.row, o.file FROM closed_{ledger.name} o "
            f"LEFT JOIN closed_{ledger.name} oo ON o.refers_to = oo.receipt "
            f"LEFT JOIN {ledger.name} g ON g.receipt = o.receipt "
            f"LEFT JOIN {ledger.name} gg ON g.refers_to = gg.receipt "
            f"WHERE o.receipt IS NOT NULL AND o.day <= ? AND {self._fund('o', 'oo')} = ? "
            f"AND (g.receipt IS NULL OR ({now}) IS DISTINCT FROM ({then}) "
            f"OR {self._fund('g', 'gg')} IS DISTINCT FROM ?) ORDER BY o.row",
            [closing.day, closing.fund, closing.fund],
        ).fetchall()
        told = rows[:SHOWN_PER_KIND]
        for index, (receipt, day, amount, item, row, file) in enumerate(told):
            more = len(rows) - len(told) if index == len(told) - 1 else 0
            details = {**self._details(closing, receipt), "was": _tell_row(day, amount, item)}
            details["then_message"] = _CORRECT
            if row is not None:
                self.findings.append(
                    Finding(kinds.CLOSED_ROW_CHANGED, ledger.name, row, "receipt", details, more=more)
                )
            else:
                path = paths[file]
                at = Position(path if (self.root / path).is_file() else FUNDS)
                self.problems.append(Problem(kinds.CLOSED_ROW_CHANGED, at, details, more=more))

    def _added(self, ledger: LedgerColumns, closing: Closing, newer: list[int]) -> None:
        """Rows of a closed period that came later; ``newer`` are the files that can hold them."""
        rows = self.database.execute(
            f"SELECT g.receipt, g.row FROM {ledger.name} g "
            f"LEFT JOIN {ledger.name} gg ON g.refers_to = gg.receipt "
            f"WHERE g.day <= ? AND {self._fund('g', 'gg')} = ? "
            f"AND g.file IN ({', '.join(map(str, newer))}) "
            f"AND g.receipt IS NOT NULL AND g.receipt NOT IN (SELECT receipt FROM closed_{ledger.name} "
            "WHERE receipt IS NOT NULL) ORDER BY g.row",
            [closing.day, closing.fund],
        ).fetchall()
        told = rows[:SHOWN_PER_KIND]
        for index, (receipt, row) in enumerate(told):
            more = len(rows) - len(told) if index == len(told) - 1 else 0
            self.findings.append(
                Finding(
                    kinds.CLOSED_ROW_ADDED,
                    ledger.name,
                    row,
                    "receipt",
                    self._details(closing, receipt),
                    more=more,
                )
            )

    def _unnumbered(self, closing: Closing, paths: list[str], newer: list[int], is_latest: bool) -> None:
        """Compare how many rows without a receipt said the same then and say it now."""
        fixed = ", ".join(_FIXED["gifts"])
        only = next(iter(self.around.funds)) if len(self.around.funds) == 1 else ""
        here = f"receipt IS NULL AND day <= ? AND coalesce(fund, nullif('{only}', '')) = ?"
        files = ", ".join(map(str, newer)) or "NULL"
        rows = self.database.execute(
            f"SELECT day, amount, item, count(row) - count(was), max(row), max(was) FROM ("
            f"SELECT {fixed}, NULL AS row, file AS was FROM closed_gifts WHERE {here} UNION ALL "
            f"SELECT {fixed}, row, NULL FROM gifts WHERE {here} AND file IN ({files})) "
            f"GROUP BY {fixed} HAVING count(row) <> count(was) ORDER BY day, amount, item",
            [closing.day, closing.fund] * 2,
        ).fetchall()
        for day, amount, item, more, row, file in rows[:SHOWN_PER_KIND]:
            said = _tell_row(day, amount, item)
            details = self._details(closing, said)
            if more < 0:
                at = Position(paths[file] if (self.root / paths[file]).is_file() else FUNDS)
                details |= {"was": said, "then_message": _OPEN_AGAIN}
                self.problems.append(Problem(kinds.CLOSED_ROW_CHANGED, at, details))
            elif is_latest:
                self.findings.append(Finding(kinds.CLOSED_ROW_ADDED, "gifts", row, "date", details))

    def _details(self, closing: Closing, receipt: str) -> dict[str, str]:
        return {"found": receipt, "day": f"{closing.day:%d/%m/%Y}", "fund": closing.fund}


def _tell_row(day: date, amount: Any, item: str | None) -> str:
    """Return a row in a few words: its day, and its amount or what was given."""
    worth = f"{write_count(abs(amount))} đồng" if amount is not None else item or ""
    return f"{day:%d/%m/%Y}, {'−' if amount is not None and amount < 0 else ''}{worth}"
