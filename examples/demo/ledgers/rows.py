"""Rows of ledgers before they are written: they refer to each other, and get their receipts last."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TypeAlias

from minhbach.ledger.columns import LEDGERS, LedgerName

Cell: TypeAlias = str | int

_PREFIXES: Mapping[LedgerName, str] = {"gifts": "PT", "expenses": "PC", "pledges": "DK", "deliveries": "TG"}


@dataclass(eq=False)
class Row:
    """A row of a ledger. Two rows with the same cells are still two rows."""

    ledger: LedgerName
    day: date
    kind: str
    cells: dict[str, Cell] = field(default_factory=dict)
    """By column; empty cells may be left out."""
    refers_to: Row | None = None
    giver: str = ""
    """The group in which a campaign's figure counts the giver; not written."""
    receipt: str = ""

    @property
    def amount_vnd(self) -> int:
        """What is written in the column; 0 where nothing is."""
        return int(self.cells.get("amount_vnd") or 0)

    @property
    def campaign(self) -> str:
        """The campaign's id, or ""."""
        return str(self.cells.get("campaign", ""))

    @property
    def is_goods(self) -> bool:
        """Whether it is about things, not money."""
        return bool(self.cells.get("item"))

    @property
    def received_vnd(self) -> int:
        """What a row of gifts adds to the money received."""
        if self.ledger != "gifts" or self.is_goods:
            return 0
        return -self.amount_vnd if self.kind == "refund" else self.amount_vnd


def order_rows(rows: Iterable[Row]) -> list[Row]:
    """Return ``rows`` by day and give them their receipts, counted from 1 in each ledger and year.

    Rows of one day keep their order, so that nothing comes before what it refers to.
    """
    ordered = sorted(rows, key=lambda row: row.day)
    counts: dict[tuple[LedgerName, int], int] = {}
    for row in ordered:
        year = row.day.year
        number = counts[row.ledger, year] = counts.get((row.ledger, year), 0) + 1
        row.receipt = f"{_PREFIXES[row.ledger]}-{year}-{number:05}"
    return ordered


def write_ledgers(rows: Iterable[Row], current_year: int) -> Iterator[tuple[str, str]]:
    """Yield path and text of every ledger file of ordered ``rows``.

    One file a year, but gifts of ``current_year`` have one a month, as in a chapter that keeps them up.
    """
    files: dict[str, list[Row]] = {}
    for row in rows:
        by_month = row.ledger == "gifts" and row.day.year == current_year
        name = f"{row.day:%Y-%m}" if by_month else f"{row.day:%Y}"
        files.setdefault(f"{LEDGERS[row.ledger].folder}{name}.csv", []).append(row)
    for path in sorted(files):
        yield path, _write(files[path])


def _write(rows: list[Row]) -> str:
    columns = LEDGERS[rows[0].ledger].names
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    for row in rows:
        own: dict[str, Cell] = {"receipt": row.receipt, "date": row.day.isoformat(), "kind": row.kind}
        if row.refers_to is not None:
            own["refers_to"] = row.refers_to.receipt
        cells = {**row.cells, **own}
        if unknown := cells.keys() - set(columns):
            raise ValueError(f"not in the ledger of {row.ledger}: {sorted(unknown)}")
        writer.writerow([cells.get(column, "") for column in columns])
    return text.getvalue()
