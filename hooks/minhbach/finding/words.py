"""The index of names: what a name says from each of its words on, and how many gifts have such names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_AT_ONCE = 10_000
_ENDINGS = """
WITH counts AS (SELECT place, count(*) AS gifts FROM found WHERE NOT follows AND place > 0 GROUP BY place),
keys AS (SELECT string_split(key, ' ') AS words, gifts
         FROM (SELECT DISTINCT place, key FROM names WHERE key <> '') JOIN counts USING (place)),
endings AS (SELECT words[first:] AS words, gifts
            FROM (SELECT words, gifts, unnest(range(1, len(words) + 1)) AS first FROM keys))
SELECT array_to_string(words, ' ') AS ending, sum(gifts)::BIGINT FROM endings GROUP BY ending ORDER BY ending
"""

Ending = tuple[str, int]
"""What names say from one of their words on ("van an"), and how many gifts have such names."""


def read_endings(database: DuckDBPyConnection, most_bytes: int) -> Iterator[list[Ending]]:
    """Yield the endings of all names in their order, in lists of about ``most_bytes`` of text each."""
    reading = database.execute(_ENDINGS)
    shard: list[Ending] = []
    held, before = 0, ""
    while rows := reading.fetchmany(_AT_ONCE):
        for ending, gifts in rows:
            if held > most_bytes:
                yield shard
                shard, held = [], 0
            shard.append((ending, gifts))
            # About what is left of it beside the one before.
            held += 4 + len(ending) - (len(before) if ending.startswith(before) else len(before) // 2)
            before = ending
    if shard:
        yield shard
