"""The index of receipts: in which shard each stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from string import ascii_lowercase, digits
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_PLACES = """
CREATE TEMP TABLE receipts AS
WITH keyed AS (
    SELECT receipt_key(receipt) AS key, shard
    FROM found ASOF JOIN (SELECT unnest($1::BIGINT[]) AS first, unnest(range(len($1::BIGINT[]))) AS shard) shards
        ON found.rowid >= shards.first
)
SELECT key, shard, left(key, len(key) - digits) AS start, try_cast(right(key, digits) AS BIGINT) AS number
FROM (SELECT key, shard, least(len(key) - len(rtrim(key, '0123456789')), 15) AS digits FROM keyed)
ORDER BY key, shard
"""
_LINES = """
SELECT CASE WHEN number IS NOT NULL AND rowid % $1 <> 0 AND len(key) = lag(len(key)) OVER before
                 AND left(key, len(start)) = lag(start) OVER before
            THEN (number - lag(number) OVER before)::VARCHAR ELSE '=' || key END, shard::VARCHAR
FROM receipts WINDOW before AS (ORDER BY rowid) ORDER BY rowid
"""
_SHAPES = f"""
SELECT DISTINCT translate(start, '{ascii_lowercase}{digits}', '{"a" * 26}{"9" * 10}') || repeat('9', length - len(start))
FROM (SELECT DISTINCT start, len(key) AS length FROM receipts) ORDER BY 1
"""
MOST_SHAPES = 300


def lay_out_receipts(database: DuckDBPyConnection, cuts: Sequence[int]) -> None:
    """Make the temporary table ``receipts`` from ``found``: normalised receipts and the shards they stand in."""
    database.execute(_PLACES, [list(cuts)])


def list_shapes(database: DuckDBPyConnection) -> list[str]:
    """Return what receipts look like, digits as 9 and letters as a; nothing where that would say nothing.

    What has none of these shapes is a name, and need not be looked up here.
    """
    found = database.execute(_SHAPES).fetchall()
    return [shape for (shape,) in found] if len(found) <= MOST_SHAPES else []


def list_last_receipts(database: DuckDBPyConnection, rows: int) -> list[str]:
    """Return the last receipt of each shard of so many rows."""
    found = database.execute(
        "SELECT key FROM receipts WHERE rowid % $1 = $1 - 1 OR rowid = (SELECT max(rowid) FROM receipts) "
        "ORDER BY rowid",
        [rows],
    )
    return [key for (key,) in found.fetchall()]


def read_receipts(database: DuckDBPyConnection, rows: int) -> Iterator[list[Sequence[str]]]:
    """Yield the columns of each shard of so many rows: receipts, and numbers of shards.

    A receipt is "=" and all of it, or how much larger its last number is than that of the one before.
    """
    reading = database.execute(_LINES, [rows])
    while found := reading.fetchmany(rows):
        yield list(zip(*found, strict=True))
