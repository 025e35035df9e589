"""The files that find a gift: shards of rows, of names and of receipts, and a root that leads to them.

The root has a name that stays; the shards' names change with their content. A browser asks for the root, for
one shard of an index, and for one shard of rows.
"""

from __future__ import annotations

import json
from collections.abc import Generator, Iterable, Iterator
from typing import TYPE_CHECKING, Any

from minhbach.finding.packing import FOLDER, compress, in_threads, name_of, pack, share_beginnings
from minhbach.finding.receipts import (
    cut_receipts,
    lay_out_receipts,
    list_last_receipts,
    list_shapes,
    read_receipts,
)
from minhbach.finding.rows import cut_rows, list_ends, read_shards
from minhbach.finding.tables import lay_out_rows
from minhbach.finding.words import Ending, read_endings
from minhbach.ledger.tables import Ledger
from minhbach.outputs.model import Asset

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

ROOT = f"{FOLDER}goc.gz"
ROWS, NAMES, RECEIPTS = "khoan-", "ten-", "bien-nhan-"
"""How the names of the shards begin."""
FORMAT = 1
SHARD_BYTES = 160_000
"""Of text, which comes to 20 to 40 KB."""
ENDINGS_BYTES = 150_000
RECEIPTS_IN_SHARD = 8_000


def make_gift_index(
    ledger: Ledger, *, coded: bool = False, shard_bytes: int = SHARD_BYTES
) -> Iterator[Asset]:
    """Yield the files that find the gifts of ``ledger``, the root last; nothing where there is none.

    With ``coded`` gifts are found by code alone (table ``gift_codes``): then no name and no receipt is in any
    file. ``shard_bytes`` is about how much text a shard holds. The same rows give the same bytes.
    """
    if ledger.database is None or not ledger.count("gifts"):
        return
    # Its own connection: temporary tables of its own, and others may ask meanwhile.
    with ledger.database.cursor() as database:
        lay_out_rows(database, coded=coded)
        first_day, gifts = database.execute(
            "SELECT coalesce(min(least(day, sorted_day)), DATE '2000-01-01'), count(*) FILTER (NOT follows) "
            "FROM found"
        ).fetchall()[0]
        if not gifts:
            return
        purposes = [
            row[0] for row in database.execute("SELECT DISTINCT purpose FROM found ORDER BY 1").fetchall()
        ]
        cuts = cut_rows(database, shard_bytes)
        root: dict[str, Any] = {"format": FORMAT, "day": first_day.isoformat(), "purposes": purposes}
        firsts, lasts, days = zip(*list_ends(database, cuts, first_day), strict=True)
        ids = yield from _publish(ROWS, read_shards(database, cuts, first_day, purposes))
        root["rows"] = {"keys": lasts, "ids": ids} | ({} if coded else {"firsts": firsts, "days": days})
        if len(cuts) > 1 and not coded:  # a single shard is looked through at once
            share = shard_bytes / SHARD_BYTES
            root["names"] = yield from _publish_names(database, int(ENDINGS_BYTES * share))
            lay_out_receipts(database, cuts)
            root["shapes"] = list_shapes(database)
            starts = cut_receipts(database, max(1, int(RECEIPTS_IN_SHARD * share)))
            ids = yield from _publish(RECEIPTS, read_receipts(database, starts))
            root["receipts"] = {"keys": list_last_receipts(database, starts), "ids": ids}
        yield Asset(ROOT, compress(json.dumps(root, ensure_ascii=False, separators=(",", ":"))))


def _publish_names(database: DuckDBPyConnection, most_bytes: int) -> Generator[Asset, None, dict[str, Any]]:
    keys: list[str] = []

    def columns() -> Iterator[list[Iterable[str]]]:
        for shard in read_endings(database, most_bytes):
            keys.append(shard[-1][0])
            yield _ending_columns(shard)

    ids = yield from _publish(NAMES, columns())
    return {"keys": keys, "ids": ids}


def _ending_columns(shard: list[Ending]) -> list[Iterable[str]]:
    return [
        share_beginnings(ending for ending, _gifts in shard),
        ["" if gifts == 1 else str(gifts) for _ending, gifts in shard],
    ]


def _publish(prefix: str, shards: Iterable[list[Any]]) -> Generator[Asset, None, str]:
    """Yield a file for each shard; return their names in one text, all of them equally long."""
    ids = []
    for asset in in_threads(lambda columns: pack(prefix, columns), shards):
        ids.append(name_of(asset, prefix))
        yield asset
    return "".join(ids)
