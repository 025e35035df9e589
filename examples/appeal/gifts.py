"""Gifts by the million: made in DuckDB, from the digits of MD5, which are the same on every machine."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from examples.appeal import words
from minhbach.ledger.columns import LEDGERS, NOT_VALUED

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

CAMPAIGN = "ung-ho-2025"
YEAR = 2025
FIRST_DAY = date(YEAR, 8, 13)
_SHARES = (8, 24, 34, 22, 12)
"""How many of a hundred gifts come on each day."""

_THOUSANDS = (
    *(20,) * 70,
    *(30,) * 20,
    *(50,) * 170,
    *(65,) * 60,
    *(100,) * 240,
    *(150,) * 20,
    *(200,) * 170,
    *(300,) * 60,
    *(500,) * 110,
    *(650,) * 10,
    *(1000,) * 55,
    *(1500,) * 3,
    *(2000,) * 8,
    *(3000, 5000) * 2,
)
"""Thousands of đồng that people give."""
_MILLIONS = (10, 10, 20, 20, 30, 50, 50, 100, 200, 500)
"""Millions of đồng that organisations give."""
_NOTES = ("Chung tay", "Gửi tình cảm tới nhân dân nước bạn", "Một chút tấm lòng, mong đỡ đần")

# Lists come as text with commas: handing over one of a thousand words takes a tenth of a second.
_MAKE = """
CREATE TABLE gifts AS
WITH numbered AS (
    SELECT
        range AS i,
        CASE
            WHEN i % 20000 = 7 THEN 'refund'
            WHEN i % 30000 = 10 THEN 'correction'
            WHEN i % 50000 = 20 THEN 'collection'
            WHEN i % 3000 = 30 THEN 'goods'
            WHEN i % 2000 = 40 THEN 'organisation'
            ELSE 'person'
        END AS form,
        -- A refund is of the gift before it, and draws the same amount. No two forms can meet, for their
        -- remainders by 1000 are others.
        CASE form WHEN 'refund' THEN i - 1 ELSE i END AS drawn,
        md5_number_lower($seed || '/' || drawn) AS a,
        md5_number_upper($seed || '/' || drawn) AS b
    FROM range(1, $gifts + 1)
), drawn AS (
    SELECT
        *,
        a // 1000000000 % 1000 AS way,
        form IN ('person', 'goods') AND way < 760 AS has_name,
        string_split($families, ',')[(a % 1000)::BIGINT + 1] || ' '
            || string_split($middles, ',')[(a // 1000 % 1000)::BIGINT + 1] || ' '
            || CASE WHEN a // 1000000000000000 % 1000 < 350
                THEN string_split($givens, ',')[(a // 1000000000000 % 1000)::BIGINT + 1] || ' ' ELSE '' END
            || string_split($givens, ',')[(a // 1000000 % 1000)::BIGINT + 1] AS whole_name,
        CASE form
            WHEN 'goods' THEN 18000 * (5 + b % 500)
            WHEN 'organisation' THEN 1000000 * $millions[(b % len($millions))::BIGINT + 1]
            WHEN 'collection' THEN 1000 * (1000 + b % 20000)
            WHEN 'correction' THEN -10000
            ELSE 1000 * string_split($thousands, ',')[(b % 1000)::BIGINT + 1]::BIGINT
        END::BIGINT AS amount
    FROM numbered
)
SELECT
    i,
    'PT-' || $year || '-' || lpad(i::VARCHAR, 7, '0') AS receipt,
    CASE WHEN form IN ('refund', 'correction', 'collection') THEN form END AS kind,
    CASE form WHEN 'organisation' THEN $donors[(b // 1000 % len($donors))::BIGINT + 1] END AS donor,
    CASE WHEN has_name THEN whole_name END AS name,
    CASE WHEN form IN ('person', 'goods') THEN 'person' END AS donor_kind,
    CASE WHEN form = 'person' AND b // 1000 % 1000 < 200
        THEN $wards[(b // 1000000 % len($wards))::BIGINT + 1] END AS ward,
    CASE WHEN has_name AND way < 600 THEN 'given' WHEN has_name THEN 'refused' END AS consent,
    $campaign AS campaign,
    NULL AS fund,
    CASE WHEN form <> 'goods' OR b % 2 = 0 THEN amount END AS amount_vnd,
    CASE form WHEN 'goods' THEN 'gạo' END AS item,
    CASE form WHEN 'goods' THEN 5 + b % 500 END AS quantity,
    CASE form WHEN 'goods' THEN 'kg' END AS unit,
    CASE WHEN form = 'goods' THEN CASE b % 2 WHEN 0 THEN $valuation ELSE $not_valued END END AS valuation,
    CASE WHEN form IN ('refund', 'correction')
        THEN 'PT-' || $year || '-' || lpad((i - 1)::VARCHAR, 7, '0') END AS refers_to,
    CASE
        WHEN form = 'refund' THEN 'Chuyển nhầm, đã hoàn lại'
        WHEN form = 'correction' THEN 'Ghi nhầm số tiền, sửa theo sao kê'
        WHEN form = 'collection' THEN 'Hòm quyên góp tại trụ sở Hội'
        WHEN b // 1000000000 % 1000 < 20 THEN $notes[(b // 1000000000000 % len($notes))::BIGINT + 1]
    END AS note
FROM drawn
ORDER BY i
"""
_WRITE = """
SELECT receipt, $day AS date, COLUMNS(lambda name: list_contains($rest, name))
FROM gifts WHERE i BETWEEN $first AND $last ORDER BY i
"""
_TOTAL = """
SELECT coalesce(sum(CASE kind WHEN 'refund' THEN -amount_vnd ELSE amount_vnd END), 0)::BIGINT
FROM gifts WHERE item IS NULL
"""


def gift_paths() -> tuple[str, ...]:
    """Return the files of gifts: one a day."""
    return tuple(f"{LEDGERS['gifts'].folder}{day}.csv" for day in list_days())


def list_days() -> tuple[date, ...]:
    """Return the days of the appeal."""
    return tuple(FIRST_DAY + timedelta(days=number) for number in range(len(_SHARES)))


def write_gifts(out: Path, gifts: int, seed: int, donors: Sequence[str], wards: Sequence[str]) -> int:
    """Write ``gifts`` rows into the files of ``gift_paths`` and return the money they add up to, in đồng.

    ``donors``: the ids of organisations, which give the large sums. In every thousand rows of people, 600 are
    named with their consent, 160 have a name that is not to be shown, and 240 have none. A few rows are
    refunds, corrections, collections and goods.
    """
    database = _make(gifts, seed, donors, wards)
    names = LEDGERS["gifts"].names[2:]
    done = 0
    for number, (path, day) in enumerate(zip(gift_paths(), list_days(), strict=True), start=1):
        last = gifts * sum(_SHARES[:number]) // sum(_SHARES)
        values = {"day": day.isoformat(), "rest": list(names), "first": done + 1, "last": last}
        database.sql(_WRITE, params=values).write_csv(str(out / path), header=True)
        done = last
    row = database.execute(_TOTAL).fetchone()
    database.close()
    return int(row[0]) if row else 0


def _make(gifts: int, seed: int, donors: Sequence[str], wards: Sequence[str]) -> DuckDBPyConnection:
    import duckdb

    database = duckdb.connect()
    values = {
        "gifts": gifts,
        "seed": str(seed),
        "year": str(YEAR),
        "campaign": CAMPAIGN,
        "families": ",".join(words.families()),
        "middles": ",".join(words.middles()),
        "givens": ",".join(words.givens()),
        "thousands": ",".join(map(str, _THOUSANDS)),
        "millions": list(_MILLIONS),
        "donors": list(donors),
        "wards": list(wards),
        "notes": list(_NOTES),
        "valuation": "Theo hoá đơn của bên tặng",
        "not_valued": NOT_VALUED,
    }
    database.execute(_MAKE, values)
    return database
