"""Promised, received, handed over: three ledgers of one campaign side by side, never added to each other.

Each unit stands for itself: packages, kilograms and đồng are not made comparable.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, NamedTuple

from minhbach.derive.pledges import OpenPledge, amount_of, find_open_pledges, unit_of
from minhbach.ledger.tables import Ledger

_NOTHING = Decimal(0)
_Key = tuple[str, str]
"""A campaign, and a unit of it."""


class Giver(NamedTuple):
    """Who promised or gave: a ward, a donor of data/donors.yml who promised, or all others together."""

    kind: Literal["ward", "donor", "other"]
    id: str


_ORDER = {"ward": 0, "donor": 1, "other": 2}
OTHERS = Giver("other", "")


@dataclass(frozen=True)
class Flow:
    """Three amounts of one unit, which are never added to each other."""

    pledged: Decimal = _NOTHING
    received: Decimal = _NOTHING
    handed_over: Decimal = _NOTHING

    def __add__(self, other: Flow) -> Flow:
        return Flow(
            self.pledged + other.pledged,
            self.received + other.received,
            self.handed_over + other.handed_over,
        )


@dataclass(frozen=True)
class Measure:
    """What was promised, received and handed over of one unit. ``unit`` "" is money, in đồng."""

    unit: str
    items: tuple[str, ...]
    """What goods they are, as the ledgers call them."""
    givers: Mapping[Giver, Flow]
    """Wards, then donors, then all others. What was handed over stands at the ward that received it."""
    pledges: int
    """How many rows of pledges there are."""
    deliveries: int
    """How many rows of deliveries there are; without one, how much was handed over is not known."""
    placed: int
    """How many rows of both name a ward."""

    @property
    def item(self) -> str:
        """What it is, where it is one thing only; else ""."""
        return self.items[0] if len(self.items) == 1 else ""

    @property
    def total(self) -> Flow:
        """All givers together."""
        return sum(self.givers.values(), Flow())


@dataclass(frozen=True)
class Deliveries:
    """What the rows of deliveries say besides quantities."""

    rows: int
    households: int
    """Added up; a household that received twice counts twice."""
    wards: int
    """How many wards they name."""
    unplaced: Mapping[str, Decimal]
    """By unit: what was handed over without a word on where."""


@dataclass(frozen=True)
class Promises:
    """The pledges and deliveries of a campaign beside what it received."""

    measures: tuple[Measure, ...] = ()
    """Money first (where some was promised or handed over), then goods by unit."""
    open: tuple[OpenPledge, ...] = ()
    """Pledges that are not met yet, oldest first."""
    has_pledges: bool = False
    deliveries: Deliveries | None = None
    """None where nothing is recorded, which is not the same as nothing handed over."""

    @property
    def leading(self) -> Measure | None:
        """Return the unit in which most rows of pledges and deliveries name a ward: for a chart by ward."""
        return max(self.measures, key=lambda measure: measure.placed, default=None)


def derive_promises(
    ledger: Ledger, wards: Sequence[str] = (), partial: Collection[str] = ()
) -> dict[str, Promises]:
    """Return the promises of every campaign that has a row of pledges or deliveries.

    ``wards``: in which order they stand; others follow by their ids. ``partial``: campaigns whose lists of
    gifts are incomplete: that no gift meets a promise says nothing there.
    """
    if not ledger.count("pledges") and not ledger.count("deliveries"):
        return {}
    flows: dict[_Key, dict[Giver, Flow]] = defaultdict(lambda: defaultdict(Flow))
    items: dict[_Key, set[str]] = defaultdict(set)
    pledges, delivered, placed = Counter[_Key](), Counter[_Key](), Counter[_Key]()
    for campaign, unit, ward, donor, amount, names, count in ledger.rows(
        f"SELECT campaign, {unit_of('p')}, ward, CASE WHEN ward IS NULL THEN donor END, "
        f"sum({amount_of('p')}), list(DISTINCT item), count(*) FILTER (kind = 'pledge') "
        "FROM public_pledges p GROUP BY ALL"
    ):
        key = campaign, unit
        flows[key][_giver(ward, donor)] += Flow(pledged=Decimal(amount))
        items[key].update(name for name in names or () if name)
        pledges[key] += count
        placed[key] += count if ward else 0
    for campaign, unit, ward, amount, names, count in ledger.rows(
        f"SELECT campaign, {unit_of('d')}, ward, sum({amount_of('d')}), list(DISTINCT item), "
        "count(*) FILTER (kind = 'delivery') FROM public_deliveries d GROUP BY ALL"
    ):
        key = campaign, unit
        flows[key][_giver(ward, None)] += Flow(handed_over=Decimal(amount))
        items[key].update(name for name in names or () if name)
        delivered[key] += count
        placed[key] += count if ward else 0
    for campaign, unit, ward, donor, amount, names in ledger.rows(
        f"SELECT campaign, {unit_of('g')}, ward, CASE WHEN ward IS NULL AND donor IN (SELECT donor FROM "
        f"public_pledges WHERE ward IS NULL AND donor IS NOT NULL) THEN donor END, sum({amount_of('g')}), "
        "list(DISTINCT item) FROM public_gifts g WHERE campaign IN (SELECT campaign FROM public_pledges "
        "UNION SELECT campaign FROM public_deliveries) GROUP BY ALL"
    ):
        # That money was given is told elsewhere; here it stands beside money that was promised.
        if unit or (campaign, unit) in flows:
            flows[campaign, unit][_giver(ward, donor)] += Flow(received=Decimal(amount))
            items[campaign, unit].update(name for name in names or () if name)
    places = {ward: place for place, ward in enumerate(wards)}

    def order(giver: Giver) -> tuple[int, int, str]:
        return _ORDER[giver.kind], places.get(giver.id, len(places)), giver.id

    measures: dict[str, list[Measure]] = defaultdict(list)
    for (campaign, unit), givers in sorted(flows.items()):
        ordered = {giver: givers[giver] for giver in sorted(givers, key=order)}
        key, names = (campaign, unit), tuple(sorted(items[campaign, unit]))
        measures[campaign].append(Measure(unit, names, ordered, pledges[key], delivered[key], placed[key]))
    open_pledges, deliveries = find_open_pledges(ledger), _deliveries(ledger)
    return {
        campaign: Promises(
            measures=tuple(found),
            open=() if campaign in partial else open_pledges.get(campaign, ()),
            has_pledges=any(pledges[campaign, measure.unit] for measure in found),
            deliveries=deliveries.get(campaign),
        )
        for campaign, found in measures.items()
    }


def _giver(ward: str | None, donor: str | None) -> Giver:
    if ward is not None:
        return Giver("ward", ward)
    return OTHERS if donor is None else Giver("donor", donor)


def _deliveries(ledger: Ledger) -> dict[str, Deliveries]:
    unplaced: dict[str, dict[str, Decimal]] = defaultdict(dict)
    for campaign, unit, amount in ledger.rows(
        f"SELECT campaign, {unit_of('d')} AS measured, sum({amount_of('d')}) AS amount "
        "FROM public_deliveries d WHERE ward IS NULL AND place IS NULL GROUP BY ALL HAVING amount > 0 "
        "ORDER BY campaign, measured"
    ):
        unplaced[campaign][unit] = Decimal(amount)
    return {
        campaign: Deliveries(rows, int(households), wards, unplaced[campaign])
        for campaign, rows, households, wards in ledger.rows(
            "SELECT campaign, count(*) FILTER (kind = 'delivery'), coalesce(sum(households), 0), "
            "count(DISTINCT ward) FROM public_deliveries GROUP BY campaign"
        )
    }
