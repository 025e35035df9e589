"""The public tables of the ledgers: what is asked of them, and how they are written as CSV and Parquet."""

from __future__ import annotations

from collections.abc import Container
from pathlib import Path

from minhbach.exports.cells import Cell, inert_sql, number_sql, quote_sql
from minhbach.exports.fields import LEDGER_TABLES
from minhbach.exports.model import Field, Table, Totals
from minhbach.ledger.columns import LedgerName
from minhbach.ledger.tables import Ledger

SHORTEST_ROW = 25
"""Bytes that every row of a ledger takes at least in CSV: day, kind, separators, end of line."""


def sum_up(ledger: Ledger) -> dict[str | None, dict[LedgerName, Totals]]:
    """Return the totals of every ledger with rows: of all its rows under None, then by campaign."""
    found: dict[str | None, dict[LedgerName, Totals]] = {None: {}}
    for name, table in LEDGER_TABLES.items():
        if ledger.count(name) == 0:
            continue
        goods = "is_goods" if "is_goods" in table.field_names else "FALSE"
        is_money = f"NOT {goods} AND kind <> 'transfer'"
        rows = ledger.rows(
            f"""
            SELECT campaign, count(*), min(day), max(day),
                coalesce(sum(amount_vnd) FILTER ({is_money}), 0)::BIGINT,
                coalesce(sum(amount_vnd) FILTER ({goods}), 0)::BIGINT,
                count(*) FILTER ({goods} AND amount_vnd IS NULL)
            FROM public_{name} GROUP BY ROLLUP (campaign)
            HAVING campaign IS NOT NULL OR grouping(campaign) = 1 ORDER BY campaign NULLS FIRST
            """
        )
        for campaign, *values in rows:
            found.setdefault(campaign, {})[name] = Totals(*values)
    return found


def has_receipts(ledger: Ledger) -> bool:
    """Return whether every gift has a receipt, so that it can be told from all others by it."""
    rows = ledger.rows("SELECT count(*) FROM public_gifts WHERE receipt IS NULL")
    return not rows or not rows[0][0]


def count_anonymous(ledger: Ledger) -> int:
    """Return how many rows of gifts name nobody."""
    rows = ledger.rows("SELECT count(*) FROM public_gifts WHERE listing <> 'named'")
    return int(rows[0][0]) if rows else 0


def read_rows(ledger: Ledger, table: Table, campaign: str | None) -> list[tuple[Cell, ...]]:
    """Return the rows of a ledger, or of a campaign in it, as values in the order of the ledger."""
    columns = ", ".join(_source(field) for field in table.fields)
    return ledger.rows(f"SELECT {columns} {_from(table, campaign)}")


def write_ledger_csv(
    ledger: Ledger, table: Table, campaign: str | None, path: Path, *, compressed: bool
) -> None:
    """Write the rows as CSV. DuckDB compresses without a time, and alike on every machine."""
    columns = ", ".join(f"{_text(field)} AS {field.name}" for field in table.fields)
    options = "FORMAT csv, HEADER, DELIMITER ',', QUOTE '\"', ESCAPE '\"', NULLSTR ''"
    packing = "gzip" if compressed else "none"
    _copy(ledger, f"SELECT {columns} {_from(table, campaign)}", path, f"{options}, COMPRESSION {packing}")


def write_ledger_parquet(ledger: Ledger, table: Table, path: Path) -> None:
    """Write the rows as Parquet: typed, and texts as they are, for no program runs them there."""
    columns = ", ".join(f"{_source(field)} AS {field.name}" for field in table.fields)
    _copy(ledger, f"SELECT {columns} {_from(table, None)}", path, "FORMAT parquet, COMPRESSION zstd")


def holds_only(ledger: Ledger, table: Table, field: Field, known: Container[str]) -> bool:
    """Return whether every value of a column is ``known``."""
    rows = ledger.rows(f"SELECT DISTINCT {field.name} FROM public_{table.ledger} ORDER BY 1")
    return all(value is None or value in known for (value,) in rows)


def _copy(ledger: Ledger, select: str, path: Path, options: str) -> None:
    ledger.rows(f"COPY ({select}) TO {quote_sql(path.as_posix())} ({options})")


def _from(table: Table, campaign: str | None) -> str:
    where = "" if campaign is None else f"WHERE campaign = {quote_sql(campaign)}"
    return f"FROM public_{table.ledger} {where} ORDER BY number"


def _source(field: Field) -> str:
    """Return the column of the public table that a field stands for."""
    return "day" if field.name == "date" else field.name


def _text(field: Field) -> str:
    """Return SQL for a field as it stands in CSV."""
    if field.type == "number":
        return number_sql(field.name)
    is_written_by_people = field.type == "string" and field.words is None and not field.refers_to
    return inert_sql(field.name) if is_written_by_people else _source(field)
