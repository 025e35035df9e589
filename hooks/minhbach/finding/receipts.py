"""The index of receipts: in which shard each stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from string import ascii_lowercase, digits
from typing import TYPE_CHECKING

from minhbach.finding.rows import move_on

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_PLACES = """
CREATE TEMP TABLE receipts AS
WITH keyed AS (
    SELECT receipt_key(receipt) AS key, shard
    FROM found
    ASOF JOIN (SELECT unnest($1::BIGINT[]) AS first, unnest(range(len($1::BIGINT[]))) AS shard) shards
        ON found.rowid >= shards.first
    WHERE receipt <> ''
)
SELECT key, shard, left(key, len(key) - digits) AS start, try_cast(right(key, digits) AS BIGINT) AS number
FROM (SELECT key, shard, least(len(key) - len(rtrim(key, '0123456789')), 15) AS digits FROM keyed)
ORDER BY key, shard
"""
_LINES = """
SELECT CASE WHEN number IS NOT NULL AND rowid NOT IN (SELECT unnest($1::BIGINT[]))
                 AND len(key) = lag(len(key)) OVER before
                 AND left(key, len(start)) = lag(start) OVER before
            THEN (number - lag(number) OVER before)::VARCHAR ELSE '=' || key END, shard::VARCHAR
FROM receipts WINDOW before AS (ORDER BY rowid) ORDER BY rowid
"""
_EQUAL = """
SELECT rowid FROM (SELECT rowid, key = lag(key) OVER (ORDER BY rowid) AS is_equal FROM receipts)
WHERE is_equal ORDER BY rowid
"""
_SHAPES = f"""
SELECT DISTINCT translate(start, '{ascii_lowercase}{digits}', '{"a" * 26}{"9" * 10}')
    || repeat('9', length - len(start))
FROM (SELECT DISTINCT start, len(key) AS length FROM receipts) ORDER BY 1
"""
MOST_SHAPES = 300


def lay_out_receipts(database: DuckDBPyConnection, cuts: Sequence[int]) -> None:
    """Make the temporary table ``receipts`` from ``found``: what is compared, and their shards."""
    database.execute(_PLACES, [list(cuts)])


def list_shapes(database: DuckDBPyConnection) -> list[str]:
    """Return what receipts look like, digits as 9 and letters as a; nothing where that would say nothing.

    What has none of these shapes is a name, and need not be looked up here.
    """
    found = database.execute(_SHAPES).fetchall()
    return [shape for (shape,) in found] if len(found) <= MOST_SHAPES else []


def cut_receipts(database: DuckDBPyConnection, rows: int) -> list[int]:
    """Return with which rows shards of about so many ``rows`` begin; no receipt is in two of them."""
    ((count,),) = database.execute("SELECT count(*) FROM receipts").fetchall()
    equal = [row for (row,) in database.execute(_EQUAL).fetchall()]
    return sorted({cut for start in range(0, count, rows) if (cut := move_on(start, equal)) < count})


def list_last_receipts(database: DuckDBPyConnection, cuts: Sequence[int]) -> list[str]:
    """Return the last receipt of each shard."""
    found = database.execute(
        "SELECT key FROM receipts WHERE rowid IN (SELECT unnest($1::BIGINT[])) "
        "OR rowid = (SELECT max(rowid) FROM receipts) ORDER BY rowid",
        [[cut - 1 for cut in cuts[1:]]],
    )
    return [key for (key,) in found.fetchall()]


def read_receipts(database: DuckDBPyConnection, cuts: Sequence[int]) -> Iterator[list[Sequence[str]]]:
    """Yield the columns of each shard: receipts, and numbers of shards of rows.

    A receipt is "=" and all of it, or how much larger its last number is than that of the one before.
    """
    ((count,),) = database.execute("SELECT count(*) FROM receipts").fetchall()
    reading = database.execute(_LINES, [list(cuts)])
    for start, end in pairwise((*cuts, count)):
        yield list(zip(*reading.fetchmany(end - start), strict=True))
