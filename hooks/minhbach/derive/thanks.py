"""What stands in lists of gifts: every gift in its order, or of a long list its organisations and sums."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from itertools import groupby, pairwise
from typing import Any

from minhbach.ledger.ordering import ALPHABET
from minhbach.ledger.tables import Ledger
from minhbach.records.organisation import HonourLevelRecord
from minhbach.site.thanks import ADDED, BANDS_VND, PLACED, SUMS, GiftList, Listing, Scope, Sums

MOST_DONORS = 500
"""Named in a condensed list: those of data/donors.yml first, then others with the largest sums."""
LONGEST_BY_DAY = 62
"""Days. Where a condensed list covers more, its sums are those of months."""
_LAY_OUT_DONORS = f"""
CREATE OR REPLACE TEMP TABLE thanks_donors AS {PLACED}
SELECT campaign, year, ward, donor_kind, name, donor, sort_key, {SUMS}
FROM placed WHERE listing = 'named' AND (donor_kind <> 'person' OR donor IS NOT NULL) GROUP BY ALL
"""

COLUMNS = """
    entry, is_own, number, receipt, own_day, kind, listing, name, donor, donor_kind, ward, campaign,
    amount_vnd, is_goods, item, quantity, unit, valuation, note, sort_key, year
"""
"""Of ``placed``: what ``gather_gifts`` takes."""
_LISTING_RANK = "CASE listing WHEN 'named' THEN 0 WHEN 'anonymous' THEN 1 ELSE 2 END"
_IN_ORDER = f"""
    {_LISTING_RANK}, sort_key, name, donor, CASE WHEN listing = 'named' THEN donor_kind END, entry, number
"""


@dataclass(frozen=True, slots=True)
class Gift:
    """A row of the ledger of gifts as the public may see it; None where it holds nothing."""

    number: int
    receipt: str | None
    day: date | None
    """None where the list states none."""
    kind: str
    listing: Listing
    name: str | None
    donor: str | None
    donor_kind: str | None
    ward: str | None
    campaign: str | None
    amount_vnd: int | None
    is_goods: bool
    item: str | None
    quantity: Decimal | None
    unit: str | None
    valuation: str | None
    note: str | None
    sort_key: str | None
    year: int | None = None
    """In which it was given, as far as that is known."""
    changes: tuple[Gift, ...] = ()
    """Its refunds and corrections."""

    @property
    def giver(self) -> tuple[str | None, str | None, str | None]:
        """Whose gift it is, as far as is told; namesakes are not told apart."""
        return self.name, self.donor, self.donor_kind

    @property
    def left_vnd(self) -> int:
        """What is left of its amount or value after refunds and corrections."""
        return sum(row.amount_vnd or 0 for row in (self, *self.changes))

    @property
    def left_quantity(self) -> Decimal | None:
        """What is left of its quantity; None for money."""
        if self.quantity is None:
            return None
        return self.quantity + sum((row.quantity or Decimal(0) for row in self.changes), Decimal(0))

    @property
    def initial(self) -> str:
        """The letter of the alphabet it stands under; "" where its name begins with none, or it has none."""
        return initial_letter(self.sort_key or "")


@dataclass(frozen=True)
class HonourGroup:
    """Gifts that are thanked for together. ``level`` None: below the lowest level, or there are no levels."""

    level: HonourLevelRecord | None
    gifts: tuple[Gift, ...]


@dataclass(frozen=True)
class DonorSums:
    """What one donor gave in all, in a condensed list."""

    name: str
    donor: str | None
    donor_kind: str
    sums: Sums


@dataclass(frozen=True)
class Band:
    """The gifts of money from ``from_vnd`` on, below ``below_vnd`` (None: no end)."""

    from_vnd: int
    below_vnd: int | None
    gifts: int
    money_vnd: int


@dataclass(frozen=True)
class Condensed:
    """What a list shows that is too long to be printed gift by gift."""

    donors: tuple[DonorSums, ...]
    """In the order of the alphabet."""
    donor_count: int
    """How many there are, those that are left out too."""
    by_month: bool
    periods: Mapping[date | None, Sums]
    """By day, or by the first day of the month, in order; under None what has no day."""
    bands: tuple[Band, ...]
    """Of gifts of money; what was returned or corrected is not taken off."""
    changed_vnd: int
    """What refunds and corrections changed in the money of these gifts."""
    not_itemised_vnd: int


def initial_letter(sort_key: str) -> str:
    """Return the letter under which a name stands, in small, of what ``ledger.ordering`` makes of it."""
    place = ord(sort_key[0]) - ord("A") if sort_key else -1
    return ALPHABET[place] if 0 <= place < len(ALPHABET) else ""


def read_gifts(ledger: Ledger, lists: Iterable[GiftList]) -> dict[str, list[Gift]]:
    """Return the gifts of each list of ``lists`` that is not condensed, by its address, in order.

    Named gifts come first, by name in Vietnamese order and then as the ledger has them; then anonymous ones,
    then what is not itemised.
    """
    printed = {(item.scope, item.key): item.address for item in lists if not item.is_condensed}
    gifts: dict[str, list[Gift]] = {address: [] for address in printed.values()}
    if not gifts:
        return gifts
    wanted = " OR ".join(f"{scope}::VARCHAR IN (SELECT unnest(?::VARCHAR[]))" for scope in Scope)
    keys = [sorted(key for where, key in printed if where is scope) for scope in Scope]
    for gift in gather_gifts(
        ledger.rows(f"{PLACED} SELECT {COLUMNS} FROM placed WHERE {wanted} ORDER BY {_IN_ORDER}", keys)
    ):
        for place in (
            (Scope.CAMPAIGN, gift.campaign),
            (Scope.YEAR, str(gift.year)),
            (Scope.WARD, gift.ward),
            (Scope.KIND, gift.donor_kind),
        ):
            if place in printed:
                gifts[printed[place]].append(gift)
    return gifts


def gather_gifts(rows: Iterable[Sequence[Any]]) -> Iterator[Gift]:
    """Yield gifts with what was changed of them, from rows (``COLUMNS``) in order of their entries."""
    for _entry, found in groupby(rows, lambda row: row[0]):
        head, *changes = (Gift(*row[2:]) for row in sorted(found, key=lambda row: (not row[1], row[2])))
        yield replace(head, changes=tuple(changes)) if changes else head


def sum_gifts_shown(gifts: Iterable[Gift]) -> Sums:
    """Return what ``gifts`` add up to, row by row."""
    result = Sums()
    for gift in gifts:
        amount = gift.left_vnd
        without_value = gift.is_goods and gift.amount_vnd is None
        result += Sums(1, 0, amount, int(without_value)) if gift.is_goods else Sums(1, amount)
    return result


def honour(gifts: Sequence[Gift], levels: Sequence[HonourLevelRecord]) -> list[HonourGroup]:
    """Return the named among ``gifts`` by level, highest first; each level keeps their order.

    What decides is what a giver gave in the list in all: money and the stated value of goods.
    """
    named = [gift for gift in gifts if gift.listing == "named"]
    if not levels:
        return [HonourGroup(None, tuple(named))] if named else []
    ranked = sorted(levels, key=lambda level: -level.from_vnd)
    given: dict[tuple[str | None, ...], int] = defaultdict(int)
    for gift in named:
        given[gift.giver] += gift.left_vnd
    groups: dict[int, list[Gift]] = defaultdict(list)
    for gift in named:
        reached = (index for index, level in enumerate(ranked) if given[gift.giver] >= level.from_vnd)
        groups[next(reached, len(ranked))].append(gift)
    return [
        HonourGroup(ranked[index] if index < len(ranked) else None, tuple(found))
        for index, found in sorted(groups.items())
    ]


def condense(ledger: Ledger, lists: Iterable[GiftList]) -> Iterator[tuple[GiftList, Condensed]]:
    """Yield each list of ``lists`` that is condensed with what it shows.

    ``lists`` come from ``site.thanks`` of the same ledger, in which it has laid out sums.
    """
    wanted = [item for item in lists if item.is_condensed]
    if wanted:
        ledger.rows(_LAY_OUT_DONORS)
    for scope in Scope:
        here = {item.key: item for item in wanted if item.scope is scope}
        if here:
            donors, counts = _donors(ledger, scope, here)
            periods, bands = _periods(ledger, scope, here), _bands(ledger, scope, here)
        for key, item in here.items():
            yield (
                item,
                Condensed(
                    donors=tuple(donors[key]),
                    donor_count=counts[key],
                    by_month=_is_by_month(item),
                    periods=periods[key],
                    bands=tuple(
                        Band(start, end, *bands[key].get(index, (0, 0)))
                        for index, (start, end) in enumerate(pairwise((*BANDS_VND, None)))
                        if start is not None
                    ),
                    changed_vnd=bands[key].get(_CHANGES, (0, 0))[1],
                    not_itemised_vnd=bands[key].get(_REST, (0, 0))[1],
                ),
            )


def _is_by_month(item: GiftList) -> bool:
    if item.first_day is None or item.last_day is None:
        return False
    return (item.last_day - item.first_day).days >= LONGEST_BY_DAY


def _donors(
    ledger: Ledger, scope: Scope, keys: Collection[str]
) -> tuple[dict[str, list[DonorSums]], dict[str, int]]:
    """Return by key the donors to name, in order, and how many there are."""
    donors: dict[str, list[DonorSums]] = defaultdict(list)
    counts: dict[str, int] = defaultdict(int)
    rows = ledger.rows(
        f"SELECT {scope}::VARCHAR AS key, name, donor, donor_kind, sort_key, {ADDED}, "
        f"count(*) OVER (PARTITION BY {scope}::VARCHAR) FROM thanks_donors "
        f"WHERE {scope}::VARCHAR IN (SELECT unnest(?)) GROUP BY {scope}, name, donor, donor_kind, sort_key "
        "QUALIFY row_number() OVER (PARTITION BY key ORDER BY donor IS NULL, sum(money + goods) DESC, "
        "sort_key, name, donor, donor_kind) <= ? ORDER BY key, sort_key, name, donor, donor_kind",
        [sorted(keys), MOST_DONORS],
    )
    for key, name, donor, kind, _sort_key, *sums, count in rows:
        donors[key].append(DonorSums(name, donor, kind, Sums(*map(int, sums))))
        counts[key] = count
    return donors, counts


def _periods(
    ledger: Ledger, scope: Scope, lists: Mapping[str, GiftList]
) -> dict[str, dict[date | None, Sums]]:
    """Return by key the sums of days or months, in order of time; what has no day last."""
    periods: dict[str, dict[date | None, Sums]] = defaultdict(dict)
    months = [key for key, item in lists.items() if _is_by_month(item)]
    rows = ledger.rows(
        f"SELECT {scope}::VARCHAR AS key, CASE WHEN list_contains(?::VARCHAR[], {scope}::VARCHAR) "
        f"THEN date_trunc('month', day)::DATE ELSE day END AS period, {ADDED} FROM thanks_sums "
        f"WHERE {scope}::VARCHAR IN (SELECT unnest(?)) GROUP BY key, period ORDER BY key, period",
        [months, sorted(lists)],
    )
    for key, day, *sums in rows:
        periods[key][day] = Sums(*map(int, sums))
    return periods


_CHANGES, _REST = -1, -2


def _bands(ledger: Ledger, scope: Scope, keys: Collection[str]) -> dict[str, dict[int, tuple[int, int]]]:
    """Return by key and band how many gifts of money there are and what they add up to."""
    bands: dict[str, dict[int, tuple[int, int]]] = defaultdict(dict)
    rows = ledger.rows(
        f"SELECT {scope}::VARCHAR AS key, CASE listing WHEN 'not-itemised' THEN ? ELSE band END AS part, "
        f"sum(gifts), sum(money) FROM thanks_sums WHERE band IS NOT NULL "
        f"AND {scope}::VARCHAR IN (SELECT unnest(?)) GROUP BY key, part ORDER BY key, part",
        [_REST, sorted(keys)],
    )
    for key, band, count, money in rows:
        bands[key][band] = int(count), int(money)
    return bands
