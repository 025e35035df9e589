"""Gifts as they are thanked for: the lists by campaign, year, ward and kind of donor, and donors with a page.

A refund or correction always stands with the gift it belongs to, in every list that has the gift: the list of
2025 shows what became of the gifts of 2025, also where some of it was returned later.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from math import ceil
from typing import TYPE_CHECKING, Any, Literal

from minhbach.ledger.ordering import person_sort_key, sort_key
from minhbach.site import addresses

if TYPE_CHECKING:
    from minhbach.site.model import Site

GIFTS_PER_PAGE = 200
LONGEST_LIST = 5_000
"""Gifts. A longer list is condensed: organisations, and sums by day and by amount, instead of every gift."""
MOST_PRINTED = 20_000
"""Gifts that all lists of a site together print one by one; beyond it the longest are condensed."""
BANDS_VND = (0, 100_000, 500_000, 1_000_000, 5_000_000, 20_000_000, 100_000_000)
"""Where the bands of amounts in a condensed list begin."""
GIFTS_FOR_A_PAGE = 2
"""Whose donors get a page of their own; who gave once stands in the lists."""

Listing = Literal["named", "anonymous", "not-itemised"]
LISTINGS: tuple[Listing, ...] = ("named", "anonymous", "not-itemised")

_TAKEN = (
    *("number", "listing", "donor", "name", "donor_kind", "ward", "campaign", "sort_key"),
    *("day", "valuation"),
)
_ORIGINAL = ", ".join(
    f"CASE WHEN o.number IS NULL THEN t.{name} ELSE o.{name} END AS {name}" for name in _TAKEN[1:]
)
_OWN = ("receipt", "kind", "amount_vnd", "is_goods", "item", "quantity", "unit", "note")
PLACED = f"""
WITH changes AS (SELECT * FROM public_gifts WHERE kind IN ('refund', 'correction')),
originals AS (SELECT * FROM public_gifts WHERE receipt IN (SELECT refers_to FROM changes)),
placed AS (
    SELECT number AS entry, true AS is_own, number, day AS own_day, coalesce(year(day), counted_year) AS year,
        {", ".join(_TAKEN[1:])}, {", ".join(_OWN)}
    FROM public_gifts WHERE kind IN ('gift', 'collection')
    UNION ALL
    SELECT coalesce(o.number, t.number), false, t.number, t.day,
        CASE WHEN o.number IS NULL THEN year(t.day) ELSE coalesce(year(o.day), o.counted_year) END,
        {_ORIGINAL},
        {", ".join(f"t.{name}" for name in _OWN)}
    FROM changes t LEFT JOIN originals o ON t.refers_to = o.receipt
)
"""
"""Begins a question to the ledger: ``placed`` is every row of ``public_gifts``, refunds and corrections at
the place of their gift: ``entry`` is its number, ``day``, ``year``, ``listing`` and who gave are its own."""

SUMS = """
    count(*) FILTER (is_own) AS gifts, coalesce(sum(amount_vnd) FILTER (NOT is_goods), 0) AS money,
    coalesce(sum(amount_vnd) FILTER (is_goods), 0) AS goods,
    count(*) FILTER (is_own AND is_goods AND amount_vnd IS NULL) AS unvalued
"""
"""What ``Sums`` is made of, in its order."""
ADDED = "sum(gifts), sum(money), sum(goods), sum(unvalued)"
"""The same of the tables ``thanks_sums`` and ``thanks_donors``, in which rows have been added up once."""
_BAND = " ".join(f"WHEN amount_vnd >= {start} THEN {BANDS_VND.index(start)}" for start in reversed(BANDS_VND))
_LAY_OUT_SUMS = f"""
CREATE OR REPLACE TEMP TABLE thanks_sums AS {PLACED}
SELECT campaign, year, ward, donor_kind, listing, day,
    CASE WHEN is_goods THEN NULL WHEN NOT is_own THEN -1 {_BAND} END AS band, {SUMS}
FROM placed GROUP BY ALL
"""
"""Over a million gifts of a few days become some thousand rows; ``band`` -1 is what changed in money."""


@dataclass(frozen=True)
class Sums:
    """What gifts add up to, after refunds and corrections; money and goods are never added together."""

    gifts: int = 0
    """How many gifts and collections; refunds and corrections are not counted."""
    money_vnd: int = 0
    goods_vnd: int = 0
    """The stated value of goods."""
    unvalued: int = 0
    """Gifts of goods whose value nobody has stated."""

    def __add__(self, other: Sums) -> Sums:
        return Sums(
            self.gifts + other.gifts,
            self.money_vnd + other.money_vnd,
            self.goods_vnd + other.goods_vnd,
            self.unvalued + other.unvalued,
        )


def total(sums: Mapping[Listing, Sums]) -> Sums:
    """Return named + anonymous + not itemised."""
    return sum((sums.get(listing, Sums()) for listing in LISTINGS), Sums())


class Scope(StrEnum):
    """What the gifts of a list have in common; the value is the column of ``placed`` that says it."""

    CAMPAIGN = "campaign"
    YEAR = "year"
    WARD = "ward"
    KIND = "donor_kind"


@dataclass(frozen=True)
class GiftList:
    """A list of gifts. ``key``: the campaign's or unit's identifier, "2025", or the kind of donor."""

    scope: Scope
    key: str
    name: str
    """As data names it; "" for years and kinds, which pages name in their language."""
    address: str
    sums: Mapping[Listing, Sums]
    first_day: date | None
    last_day: date | None
    """Of its oldest and its newest gift; None where no gift has a day."""
    is_condensed: bool = False
    partial: tuple[str, ...] = ()
    """The names of campaigns and funds in it of which not every gift is recorded: the sums are of what is."""

    @property
    def total(self) -> Sums:
        """What all its gifts add up to."""
        return total(self.sums)

    @property
    def page_count(self) -> int:
        """How many pages the list has."""
        return 1 if self.is_condensed else max(1, ceil(self.total.gifts / GIFTS_PER_PAGE))

    def page_address(self, number: int) -> str:
        """Return the address of page ``number``, from 1."""
        return self.address if number == 1 else f"{self.address}{addresses.PAGE}{number}/"

    def addresses(self) -> Iterator[str]:
        """Yield the address of each page."""
        for number in range(1, self.page_count + 1):
            yield self.page_address(number)


@dataclass(frozen=True)
class Thanks:
    """Every list of gifts, and what they add up to."""

    lists: tuple[GiftList, ...] = ()
    """Campaigns newest first, years newest first, wards in the order of the organisation, then kinds."""
    sums: Mapping[Listing, Sums] = field(default_factory=dict)
    named: int = 0
    """How many different names there are; namesakes count once."""
    donors: tuple[str, ...] = ()
    """Donors of data/donors.yml that have a page of their own, in the order of the alphabet."""
    yearless: int = 0
    """How many gifts are in the list of no year, because nothing says when they were given."""
    partial: tuple[str, ...] = ()
    """The names of campaigns and funds with gifts of which not every gift is recorded."""

    @property
    def total(self) -> Sums:
        """What all gifts add up to."""
        return total(self.sums)

    def by(self, scope: Scope | str) -> tuple[GiftList, ...]:
        """Return the lists of one kind."""
        return tuple(item for item in self.lists if item.scope == scope)

    def find(self, scope: Scope | str, key: str) -> GiftList | None:
        """Return the list of a campaign, year, ward or kind, if it has gifts."""
        return next((item for item in self.lists if item.scope == scope and item.key == key), None)


def find_thanks(site: Site) -> Thanks:
    """Return the lists of the gifts in ``site``'s ledger (``Site.thanks`` keeps the answer)."""
    if not site.ledger.count("gifts"):
        return Thanks()
    site.ledger.rows(_LAY_OUT_SUMS)
    places: dict[tuple[str, str], dict[Listing, Sums]] = defaultdict(dict)
    days: dict[tuple[str, str], set[date]] = defaultdict(set)
    partial = _find_partial(site)
    for scope, key, listing, first_day, last_day, *sums in _ask_sums(site):
        places[scope, key][listing] = Sums(*map(int, sums))
        days[scope, key] |= {day for day in (first_day, last_day) if day is not None}
    lists = [
        GiftList(
            *(scope, key, name, address, places[scope, key]),
            first_day=min(days[scope, key], default=None),
            last_day=max(days[scope, key], default=None),
            partial=partial.get((scope, key), ()),
        )
        for scope, key, name, address in _places(site, places)
        if (scope, key) in places
    ]
    # Counting hashes is three times as fast as counting names, and of a million names two may share one
    # only once in tens of millions of ledgers.
    [(named,)] = site.ledger.rows(
        "SELECT count(DISTINCT hash(name, donor, donor_kind)) FROM public_gifts "
        "WHERE listing = 'named' AND kind = 'gift'"
    )
    [(yearless,)] = site.ledger.rows(
        "SELECT count(*) FROM public_gifts WHERE kind IN ('gift', 'collection') AND day IS NULL "
        "AND counted_year IS NULL"
    )
    return Thanks(
        lists=_condense(lists),
        sums=places["", ""],
        named=named,
        donors=_repeated_donors(site),
        yearless=yearless,
        partial=partial.get(("", ""), ()),
    )


def _find_partial(site: Site) -> dict[tuple[str, str], tuple[str, ...]]:
    """Return, by scope and key ("", "" for all), the names of what is recorded only in part."""
    campaigns = {key: item.name for key, item in site.campaigns.items() if not item.lists_all}
    funds = {key: fund.name for key, fund in site.funds.items() if not fund.complete}
    if not campaigns and not funds:
        return {}
    found: dict[tuple[str, str], dict[str, None]] = defaultdict(dict)
    for campaign, fund, *keys in site.ledger.rows(
        "SELECT DISTINCT campaign, fund, campaign, coalesce(year(day), counted_year)::VARCHAR, ward, "
        "donor_kind FROM public_gifts WHERE list_contains(?::VARCHAR[], campaign) "
        "OR list_contains(?::VARCHAR[], fund) ORDER BY ALL",
        [list(campaigns), list(funds)],
    ):
        names = [campaigns[campaign]] if campaign in campaigns else [funds[fund]]
        for scope, key in (("", ""), *zip(Scope, keys, strict=True)):
            # A campaign says of its own list whether it is complete, whatever its fund is.
            if key is not None and (scope != Scope.CAMPAIGN or campaign in campaigns):
                found[str(scope), key] |= dict.fromkeys(names)
    return {place: tuple(names) for place, names in found.items()}


def _ask_sums(site: Site) -> list[tuple[Any, ...]]:
    """Return scope, key, listing, first and last day and sums of what may be a list; "", "" for all."""
    scopes = " ".join(f"WHEN grouping({scope}) = 0 THEN '{scope}'" for scope in Scope)
    keys = " ".join(f"WHEN grouping({scope}) = 0 THEN {scope}::VARCHAR" for scope in Scope)
    sets = ", ".join(f"({scope}, listing)" for scope in Scope)
    return site.ledger.rows(
        f"SELECT CASE {scopes} ELSE '' END AS scope, CASE {keys} ELSE '' END AS key, listing, "
        f"min(day), max(day), {ADDED} FROM thanks_sums GROUP BY GROUPING SETS ({sets}, (listing)) "
        "HAVING key IS NOT NULL ORDER BY scope, key, listing"
    )


def _places(site: Site, found: Mapping[tuple[str, str], object]) -> Iterator[tuple[Scope, str, str, str]]:
    """Yield scope, key, name and address of every list that there may be, in their order."""
    for key, campaign in site.campaigns.items():
        yield Scope.CAMPAIGN, key, campaign.name, addresses.campaign_gifts_address(key)
    for year in sorted((key for scope, key in found if scope == Scope.YEAR), reverse=True):
        yield Scope.YEAR, year, "", addresses.gifts_year_address(int(year))
    for key, unit in site.organisation.units.items():
        yield Scope.WARD, key, unit.name, addresses.gifts_ward_address(key)
    for kind in addresses.DONOR_KINDS:
        yield Scope.KIND, kind, "", addresses.gifts_kind_address(kind)


def _condense(lists: list[GiftList]) -> tuple[GiftList, ...]:
    """Mark the lists that are too long to print, alone or together: the longest ones."""
    printed, left = set(), MOST_PRINTED
    for item in sorted(lists, key=lambda item: (item.total.gifts, item.address)):
        left -= item.total.gifts
        if item.total.gifts > LONGEST_LIST or left < 0:
            break
        printed.add(item.address)
    return tuple(replace(item, is_condensed=item.address not in printed) for item in lists)


def _repeated_donors(site: Site) -> tuple[str, ...]:
    rows = site.ledger.rows(
        "SELECT donor FROM public_gifts WHERE donor IS NOT NULL AND listing = 'named' AND kind = 'gift' "
        "GROUP BY donor HAVING count(*) >= ?",
        [GIFTS_FOR_A_PAGE],
    )
    return tuple(
        sorted((key for (key,) in rows if key in site.donors), key=lambda key: donor_order(site, key))
    )


def donor_order(site: Site, donor_id: str) -> tuple[str, str]:
    """Return by what donors of data/donors.yml are put in the order of the alphabet."""
    donor = site.donors[donor_id]
    order = person_sort_key if donor.kind == "person" else sort_key
    return order(donor.name), donor_id
