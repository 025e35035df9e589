"""Shards of rows: what is shown of each gift, cut between names."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

Ends = tuple[str, str, tuple[int, int] | None]
"""The keys of a shard's first and last name, their words from the last to the first. Where both are one, also
the days of the first and the last gift, if all have one."""
KINDS = {"gift": "", "collection": "c", "refund": "r", "correction": "x"}
SAME = ""
"""Instead of a name: that of the row before."""
NAMED = "="
"""Before a name; alone: there is none to show."""
FOLLOWS = "+"
"""Before a kind: the row changes the gift above it."""

_ENDS = """
WITH shards AS (SELECT unnest($2::BIGINT[]) AS first, unnest($3::BIGINT[]) AS last),
keys AS (SELECT DISTINCT place, reversed FROM names)
SELECT coalesce(a.reversed, ''), coalesce(b.reversed, ''), one.sorted_day - $1, other.sorted_day - $1
FROM shards JOIN found one ON one.rowid = first JOIN found other ON other.rowid = last
LEFT JOIN keys a ON a.place = one.place LEFT JOIN keys b ON b.place = other.place ORDER BY first
"""
_WEIGHT = "strlen(receipt) + coalesce(strlen(goods), 0) + coalesce(strlen(name), 0) + 12"


def cut_rows(database: DuckDBPyConnection, most_bytes: int) -> list[int]:
    """Return with which rows of ``found`` shards begin: none is much more than ``most_bytes`` of text.

    A name's gifts are cut only if there are more of them than a shard holds, and never between a gift and
    what changes it.
    """
    groups = database.execute(
        f"SELECT count(*), sum({_WEIGHT})::BIGINT FROM found GROUP BY place ORDER BY place"
    ).fetchall()
    cuts: list[int] = []
    row, held = 0, most_bytes
    for count, group_weight in groups:
        weight = group_weight
        if held + weight > most_bytes:
            cuts.append(row)
            held = 0
        if weight > most_bytes:
            pieces = -(-weight // most_bytes)
            cuts += (row + count * piece // pieces for piece in range(1, pieces))
            weight = most_bytes  # so that its last part, too, is of this name alone
        held += weight
        row += count
    following = [
        found for (found,) in database.execute("SELECT rowid FROM found WHERE follows ORDER BY 1").fetchall()
    ]
    return sorted({move_on(cut, following) for cut in cuts if move_on(cut, following) < row})


def move_on(cut: int, belonging: Sequence[int]) -> int:
    """Return the first row from ``cut`` on that is none of ``belonging``, which go with the one before."""
    at = bisect_left(belonging, cut)
    while at < len(belonging) and belonging[at] == cut:
        cut += 1
        at += 1
    return cut


def list_ends(database: DuckDBPyConnection, cuts: Sequence[int], first_day: date) -> list[Ends]:
    """Return where each shard begins and ends, days counted from ``first_day``.

    Where a gift of the last name has no day, the shard may hold gifts of any.
    """
    ((count,),) = database.execute("SELECT count(*) FROM found").fetchall()
    lasts = [cut - 1 for cut in (*cuts[1:], count)]
    found = database.execute(_ENDS, [first_day, list(cuts), lasts]).fetchall()
    return [
        (
            first,
            last,
            (first_day, last_day) if first == last != "" and None not in (first_day, last_day) else None,
        )
        for first, last, first_day, last_day in found
    ]


def read_shards(
    database: DuckDBPyConnection, cuts: Sequence[int], first_day: date, purposes: Sequence[str]
) -> Iterator[list[Sequence[str]]]:
    """Yield the columns of each shard: names, receipts, days, amounts, purposes, kinds, goods."""
    ((count,),) = database.execute("SELECT count(*) FROM found").fetchall()
    reading = database.execute(
        "SELECT coalesce(name, ''), receipt, coalesce((day - $1)::VARCHAR, ''), "
        "coalesce(amount_vnd::VARCHAR, ''), (list_position($2, purpose) - 1)::VARCHAR, "
        "kind, follows, coalesce(goods, '') FROM found ORDER BY rowid",
        [first_day, list(purposes)],
    )
    for start, end in pairwise((*cuts, count)):
        rows = reading.fetchmany(end - start)
        yield _columns(list(zip(*rows, strict=True)))


def _columns(found: Sequence[Sequence[Any]]) -> list[Sequence[str]]:
    names, receipts, days, amounts, purposes, kinds, follows, goods = found
    before = ("", *names)
    shown = [SAME if name == last else NAMED + name for name, last in zip(names, before, strict=False)]
    shown[0] = NAMED + names[0]
    marks = [
        FOLLOWS + KINDS[kind] if is_after else KINDS[kind]
        for kind, is_after in zip(kinds, follows, strict=True)
    ]
    return [shown, receipts, days, amounts, purposes, marks, goods]
