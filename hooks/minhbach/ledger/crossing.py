"""What rows must keep to towards each other: numbers used once, originals that exist, refunds within them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from minhbach.language import mark
from minhbach.ledger.columns import LEDGERS, LedgerColumns, LedgerName
from minhbach.ledger.rules import INCOMPLETE, kind_of
from minhbach.ledger.surroundings import Surroundings
from minhbach.ledger.telling import Finding
from minhbach.problems import kinds
from minhbach.problems.report import SHOWN_PER_KIND
from minhbach.sources.text import write_count

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


@dataclass(frozen=True)
class Referral:
    """Rows of ``kinds`` in ``ledger`` refer to rows of ``original_kinds`` in another, or in the same."""

    ledger: LedgerName
    kinds: tuple[str, ...]
    original: LedgerName
    original_kinds: tuple[str, ...]
    expected: str
    """What the original is, in words."""


_GIFT = mark("gift or collection in data/gifts/")
_EXPENSE = mark("expense or transfer in data/expenses/")
_PLEDGE = mark("pledge in data/pledges/")
_DELIVERY = mark("delivery in data/deliveries/")
REFERRALS = (
    Referral("gifts", ("refund", "correction"), "gifts", ("gift", "collection"), _GIFT),
    Referral("gifts", ("gift",), "pledges", ("pledge",), _PLEDGE),
    Referral("expenses", ("refund",), "expenses", ("expense",), _EXPENSE),
    Referral("expenses", ("correction",), "expenses", ("expense", "transfer"), _EXPENSE),
    Referral("pledges", ("cancellation",), "pledges", ("pledge",), _PLEDGE),
    Referral("deliveries", ("correction",), "deliveries", ("delivery",), _DELIVERY),
)


def find_crossing(database: DuckDBPyConnection, around: Surroundings) -> Iterator[Finding]:
    """Yield the rows that do not fit to others, or to the fund they belong to."""
    for ledger in LEDGERS.values():
        count, referring, repeated = database.execute(
            f"SELECT count(*), count(refers_to), count(receipt) - count(DISTINCT receipt) FROM {ledger.name}"
        ).fetchone() or (0, 0, 0)
        if repeated:
            yield from _twice(database, ledger)
        if referring:
            for referral in REFERRALS:
                if referral.ledger == ledger.name:
                    yield from _originals(database, referral)
            if "fund" in ledger.names:
                yield from _beyond_original(database, ledger)
        if count and "fund" in ledger.names:
            yield from _before_opening(database, ledger)
    yield from _outside_balance(database)
    yield from _without_day(database)
    yield from _same_without_receipt(database)
    yield from _unclear_consent(database, around)


def _limited(rows: list[tuple[Any, ...]]) -> Iterator[tuple[int, tuple[Any, ...]]]:
    """Yield the first rows, each with how many more there are (0 except for the last that is told)."""
    told = rows[:SHOWN_PER_KIND]
    for index, row in enumerate(told):
        yield (len(rows) - len(told) if index == len(told) - 1 else 0), row


def _twice(database: DuckDBPyConnection, ledger: LedgerColumns) -> Iterator[Finding]:
    rows = database.execute(
        f"SELECT row, receipt, first FROM {ledger.name} JOIN (SELECT receipt, min(row) AS first "
        f"FROM {ledger.name} WHERE receipt IS NOT NULL GROUP BY receipt HAVING count(*) > 1) USING (receipt) "
        "WHERE row <> first ORDER BY row"
    ).fetchall()
    for more, (row, receipt, first) in _limited(rows):
        yield Finding(
            kinds.RECEIPT_TWICE, ledger.name, row, "receipt", {"found": receipt}, other_row=first, more=more
        )


def _listed(names: tuple[str, ...]) -> str:
    return ", ".join(f"'{name}'" for name in names)


def _originals(database: DuckDBPyConnection, referral: Referral) -> Iterator[Finding]:
    ledger, original = LEDGERS[referral.ledger], LEDGERS[referral.original]
    referring = f"{kind_of(ledger)} IN ({_listed(referral.kinds)}) AND refers_to IS NOT NULL"
    wanted = f"{kind_of(original)} IN ({_listed(referral.original_kinds)})"
    rows = database.execute(
        f"SELECT row, refers_to FROM {ledger.name} WHERE {referring} AND refers_to NOT IN (SELECT receipt "
        f"FROM {original.name} WHERE {wanted} AND receipt IS NOT NULL) ORDER BY row"
    ).fetchall()
    for more, (row, found) in _limited(rows):
        details = {"found": found, "expected_message": referral.expected}
        yield Finding(kinds.ORIGINAL_UNKNOWN, ledger.name, row, "refers_to", details, more=more)
    differs = ["g.day < o.day"]
    if ledger is original:
        differs += [
            f"(g.{column} IS NOT NULL AND g.{column} IS DISTINCT FROM o.{column})"
            for column in ("fund", "campaign")
            if column in ledger.names
        ]
    else:
        differs = ["g.campaign IS DISTINCT FROM o.campaign"]
    rows = database.execute(
        f"SELECT g.row, g.refers_to FROM (SELECT * FROM {ledger.name} WHERE {referring}) g "
        f"JOIN {original.name} o ON g.refers_to = o.receipt WHERE {' OR '.join(differs)} ORDER BY g.row"
    ).fetchall()
    for more, (row, found) in _limited(rows):
        yield Finding(kinds.ORIGINAL_DIFFERS, ledger.name, row, "refers_to", {"found": found}, more=more)


def _beyond_original(database: DuckDBPyConnection, ledger: LedgerColumns) -> Iterator[Finding]:
    """What was paid back and corrected may not leave less than nothing of a row."""
    rows = database.execute(
        "SELECT max(g.row), o.receipt, o.amount, "
        "sum(CASE g.kind WHEN 'refund' THEN g.amount ELSE -g.amount END) AS taken "
        f"FROM (SELECT * FROM {ledger.name} WHERE kind IN ('refund', 'correction')) g "
        f"JOIN {ledger.name} o ON g.refers_to = o.receipt "
        "WHERE o.amount IS NOT NULL AND g.amount IS NOT NULL "
        "GROUP BY o.receipt, o.amount HAVING taken > o.amount ORDER BY max(g.row)"
    ).fetchall()
    for more, (row, receipt, amount, taken) in _limited(rows):
        details = {
            "found": receipt,
            "taken": f"{write_count(int(taken))} đồng",
            "original": f"{write_count(amount)} đồng",
        }
        yield Finding(kinds.REFUND_TOO_LARGE, ledger.name, row, "amount_vnd", details, more=more)


def _before_opening(database: DuckDBPyConnection, ledger: LedgerColumns) -> Iterator[Finding]:
    rows = database.execute(
        f"SELECT row, strftime(day, '%d/%m/%Y'), fund, strftime(opened, '%d/%m/%Y') FROM {ledger.name} "
        "JOIN known_funds "
        "ON id = coalesce(fund, (SELECT any_value(id) FROM known_funds HAVING count(*) = 1)) "
        "WHERE day < opened ORDER BY row"
    ).fetchall()
    for more, (row, day, fund, opened) in _limited(rows):
        details = {"found": day, "fund": fund or "", "day": opened}
        yield Finding(kinds.BEFORE_FUND_OPENED, ledger.name, row, "date", details, more=more)


_PLAIN_GIFTS = f"{kind_of(LEDGERS['gifts'])} IN ('gift', 'collection')"


def _outside_balance(database: DuckDBPyConnection) -> Iterator[Finding]:
    """Gifts that a fund with a balance cannot count: a day, or the rest of their list, is missing."""
    asked = (
        (kinds.UNDATED_IN_FUND, "date", '"date" IS NULL'),
        (kinds.INCOMPLETE_IN_FUND, "fund", f'"date" IS NOT NULL AND {INCOMPLETE}'),
    )
    for kind, column, where in asked:
        rows = database.execute(
            "SELECT row, fund, campaign FROM gifts WHERE fund IN (SELECT id FROM known_funds "
            f"WHERE has_balance) AND item IS NULL AND {_PLAIN_GIFTS} AND {where} ORDER BY row"
        ).fetchall()
        for more, (row, fund, campaign) in _limited(rows):
            details = {"fund": fund, "found": campaign or ""}
            yield Finding(kind, "gifts", row, column, details, more=more)


def _without_day(database: DuckDBPyConnection) -> Iterator[Finding]:
    """Money that is in no fund because its day is missing, though its list is meant to be whole."""
    for row, count in database.execute(
        f'SELECT min(row), count(*) FROM gifts WHERE "date" IS NULL AND fund IS NULL AND item IS NULL '
        f"AND campaign IS NOT NULL AND {_PLAIN_GIFTS} AND NOT {INCOMPLETE} GROUP BY file ORDER BY min(row)"
    ).fetchall():
        yield Finding(kinds.GIFT_UNDATED, "gifts", row, "date", {"count": str(count)})


_IDENTITY = (
    *("day", "donor", "name", "donor_kind", "ward", "campaign", "fund", "amount", "item", "measure"),
    *("unit", "note"),
)


def _same_without_receipt(database: DuckDBPyConnection) -> Iterator[Finding]:
    """Rows without a receipt that say the same: across files probably one gift that was entered twice."""
    same = " AND ".join(f"g.{name} IS NOT DISTINCT FROM s.{name}" for name in _IDENTITY)
    [(without,)] = database.execute("SELECT count(*) FROM gifts WHERE receipt IS NULL").fetchall()
    if without < 2:  # noqa: PLR2004 - one is like no other
        return
    rows = database.execute(
        f"SELECT g.row, s.first, s.files FROM (SELECT {', '.join(_IDENTITY)}, min(row) AS first, "
        "count(DISTINCT file) AS files FROM gifts WHERE receipt IS NULL GROUP BY ALL HAVING count(*) > 1) s "
        f"JOIN gifts g ON g.receipt IS NULL AND g.row <> s.first AND {same} ORDER BY g.row"
    ).fetchall()
    for kind, found in (
        (kinds.GIFT_TWICE, [row for row in rows if row[2] > 1]),
        (kinds.GIFTS_ALIKE, [row for row in rows if row[2] == 1]),
    ):
        for more, (row, first, _files) in _limited(found):
            yield Finding(kind, "gifts", row, "amount_vnd", other_row=first, more=more)


def _unclear_consent(database: DuckDBPyConnection, around: Surroundings) -> Iterator[Finding]:
    """A person's name without a word on consent is not shown; staff may have meant otherwise."""
    if not around.names_people:
        return
    for name in ("gifts", "pledges"):
        rows = database.execute(
            f"SELECT min(row), count(*) FROM {name} WHERE name IS NOT NULL AND consent IS NULL "
            f"AND {kind_of(LEDGERS[name])} IN ('gift', 'pledge') "
            "AND coalesce(donor_kind, 'person') = 'person' AND donor IS NULL GROUP BY file ORDER BY min(row)"
        ).fetchall()
        for row, count in rows:
            yield Finding(kinds.CONSENT_UNCLEAR, LEDGERS[name].name, row, "name", {"count": str(count)})
