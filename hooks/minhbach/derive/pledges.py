"""Which pledges have not been met yet, as far as the ledgers tell.

A pledge is met by the gifts that refer to it; a gift of another kind than was promised (money in place of
packages) meets all of it. Then, oldest pledge first, by what the same donor, the same name or the same ward
gave to the campaign in the same unit without referring to a pledge: nothing counts twice. A gift that meets a
promise is easily entered without saying so, and the matching would rather believe that a promise was kept.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from minhbach.ledger.tables import Ledger

KEYS = ("donor", "name", "ward")
"""By what gifts and pledges are matched, in this order."""


def unit_of(row: str) -> str:
    """Return the SQL for the unit of a ledger's ``row`` (its alias); "" is money."""
    return f"CASE WHEN {row}.item IS NULL THEN '' ELSE coalesce({row}.unit, '') END"


def amount_of(row: str) -> str:
    """Return the SQL for what a ledger's ``row`` (its alias) comes to in its unit."""
    return f"coalesce(CASE WHEN {row}.item IS NULL THEN {row}.amount_vnd ELSE {row}.quantity END, 0)"


@dataclass(frozen=True)
class OpenPledge:
    """A pledge of which not everything has come. Who is not named has neither ``donor`` nor ``name``."""

    receipt: str
    day: date
    donor: str | None
    name: str | None
    ward: str | None
    item: str | None
    unit: str
    """"" for money."""
    pledged: Decimal
    """After cancellations."""
    received: Decimal

    @property
    def missing(self) -> Decimal:
        """What has not come yet."""
        return self.pledged - self.received


@dataclass
class Pledge:
    """A pledge while gifts are being found for it."""

    receipt: str
    day: date
    donor: str | None
    name: str | None
    ward: str | None
    item: str | None
    unit: str
    pledged: Decimal
    received: Decimal = Decimal(0)


@dataclass
class Pool:
    """What one donor, name or ward gave in a unit without referring to a pledge; ``left`` of it is unused."""

    donor: str | None
    name: str | None
    ward: str | None
    unit: str
    left: Decimal


def find_open_pledges(ledger: Ledger) -> dict[str, tuple[OpenPledge, ...]]:
    """Return, by campaign, the pledges that are not met, oldest first."""
    if not ledger.count("pledges"):
        return {}
    pledges: dict[str, list[Pledge]] = defaultdict(list)
    by_receipt: dict[str, Pledge] = {}
    for campaign, *columns, amount, cancelled in ledger.rows(
        f"SELECT p.campaign, p.receipt, p.day, p.donor, p.name, p.ward, p.item, {unit_of('p')}, "
        f"{amount_of('p')}, coalesce(c.amount, 0) FROM public_pledges p LEFT JOIN (SELECT refers_to, "
        f"sum({amount_of('q')}) AS amount FROM public_pledges q WHERE kind = 'cancellation' "
        "GROUP BY refers_to) c ON c.refers_to = p.receipt WHERE p.kind = 'pledge' ORDER BY p.day, p.number"
    ):
        pledge = Pledge(*[*columns, Decimal(amount) + Decimal(cancelled)])
        by_receipt[pledge.receipt] = pledge
        pledges[campaign].append(pledge)
    # A refund or a correction of a gift goes with the gift.
    for receipt, unit, amount in ledger.rows(
        f"SELECT o.refers_to, {unit_of('g')} AS unit_of, sum({amount_of('g')}) FROM public_gifts g "
        "JOIN (SELECT receipt, refers_to FROM public_gifts WHERE kind = 'gift' AND refers_to IS NOT NULL) o "
        "ON o.receipt = CASE g.kind WHEN 'gift' THEN g.receipt ELSE g.refers_to END "
        "GROUP BY o.refers_to, unit_of ORDER BY o.refers_to, unit_of"
    ):
        pledge = by_receipt[receipt]
        if amount > 0:
            pledge.received += Decimal(amount) if unit == pledge.unit else pledge.pledged
    pools = _read_pools(ledger, list(by_receipt.values()))
    return {
        campaign: found
        for campaign, made in pledges.items()
        if (found := tuple(_open(match_pledges(made, pools.get(campaign, ())))))
    }


def _read_pools(ledger: Ledger, pledges: list[Pledge]) -> dict[str, list[Pool]]:
    """Return, by campaign, what those who promised something gave without referring to a pledge."""
    # Of a million gifts only those are looked at whose donor, name or ward has promised something.
    keys = [key for key in KEYS if any(getattr(pledge, key) is not None for pledge in pledges)]
    if not keys:
        return {}
    known = ", ".join(
        f"CASE WHEN g.{key} IN (SELECT {key} FROM public_pledges) THEN g.{key} END AS {key}"
        if key in keys
        else f"NULL::VARCHAR AS {key}"
        for key in KEYS
    )
    pools: dict[str, list[Pool]] = defaultdict(list)
    for campaign, donor, name, ward, unit, amount in ledger.rows(
        f"WITH given AS (SELECT g.campaign, {known}, {unit_of('g')} AS unit, {amount_of('g')} AS amount, "
        "CASE kind WHEN 'gift' THEN receipt ELSE coalesce(refers_to, receipt) END AS original "
        "FROM public_gifts g WHERE campaign IN (SELECT campaign FROM public_pledges)) "
        "SELECT campaign, donor, name, ward, unit, sum(amount) AS amount FROM given "
        f"WHERE ({' OR '.join(f'{key} IS NOT NULL' for key in keys)}) AND original NOT IN "
        "(SELECT receipt FROM public_gifts WHERE kind = 'gift' AND refers_to IS NOT NULL) "
        "GROUP BY ALL HAVING amount > 0 ORDER BY campaign, donor, name, ward, unit"
    ):
        pools[campaign].append(Pool(donor, name, ward, unit, Decimal(amount)))
    return pools


def match_pledges(pledges: Iterable[Pledge], pools: Iterable[Pool]) -> list[Pledge]:
    """Give each pledge what its donor, name or ward gave, in this order; return the pledges.

    Both are changed. Nothing is given twice, and no pledge gets more than it lacks.
    """
    made, given = list(pledges), list(pools)
    for key in KEYS:
        by_key: dict[tuple[str, str], list[Pool]] = defaultdict(list)
        for pool in given:
            if (giver := getattr(pool, key)) is not None:
                by_key[giver, pool.unit].append(pool)
        for pledge in made:
            for pool in by_key.get((getattr(pledge, key), pledge.unit), ()):
                taken = max(Decimal(0), min(pool.left, pledge.pledged - pledge.received))
                pool.left -= taken
                pledge.received += taken
    return made


def _open(pledges: Iterable[Pledge]) -> Iterator[OpenPledge]:
    for pledge in pledges:
        if pledge.received < pledge.pledged:
            yield OpenPledge(**vars(pledge))
