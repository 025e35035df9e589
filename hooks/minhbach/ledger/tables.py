"""The ledgers of a chapter as tables that can be asked, with the public ones apart from the others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from minhbach.ledger.columns import LEDGERS, PUBLIC_TABLES, LedgerName

if (
    TYPE_CHECKING
):  # importing DuckDB takes an eighth of a second, which a chapter without ledgers need not wait
    from duckdb import DuckDBPyConnection

THREADS = 2
MEMORY_LIMIT = "1200MB"
"""Of DuckDB; what it sorts beyond that it puts on disk."""


@dataclass(frozen=True)
class Ledger:
    """The rows that the public may see. ``database`` is None where the chapter keeps no ledger.

    Questions are asked in SQL of the tables ``public_gifts``, ``public_expenses``, ``public_pledges`` and
    ``public_deliveries`` (see ``columns``); they never change.
    """

    database: DuckDBPyConnection | None = None
    row_counts: Mapping[LedgerName, int] = field(default_factory=dict)

    @property
    def is_empty(self) -> bool:
        """Whether no ledger holds a row."""
        return not any(self.row_counts.values())

    def count(self, name: LedgerName) -> int:
        """Return how many rows a ledger has."""
        return self.row_counts.get(name, 0)

    def rows(self, sql: str, parameters: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """Return what a question to the public tables answers; nothing where there is no ledger."""
        return [] if self.database is None else self.database.execute(sql, parameters).fetchall()


def open_database() -> DuckDBPyConnection:
    """Return a new, empty database in memory, with the public tables laid out.

    It may neither load extensions nor read settings of the machine.
    """
    import duckdb

    database = duckdb.connect(
        config={
            "threads": THREADS,
            "memory_limit": MEMORY_LIMIT,
            "autoinstall_known_extensions": False,
            "autoload_known_extensions": False,
        }
    )
    database.execute("; ".join(f"CREATE TABLE public_{name} ({PUBLIC_TABLES[name]})" for name in LEDGERS))
    return database
