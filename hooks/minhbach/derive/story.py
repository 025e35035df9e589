"""Where a campaign's money went: the facts of "Tiền của bạn đi đâu", and what the ledgers do not tell."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Literal

from minhbach.derive.money import CampaignMoney
from minhbach.derive.promises import Promises
from minhbach.ledger.tables import Ledger

GapKind = Literal["income", "expenses", "unspent", "purpose", "deliveries", "undelivered", "place", "value"]
"""What is not known.

income      what was received: no gift is recorded, though money was spent
expenses    what was spent: there is no ledger of expenses
unspent     what the money will be used for: nothing of it has been spent yet
purpose     what ``amount`` đồng were spent on
deliveries  who received something: no delivery is recorded
undelivered where ``amount`` of ``unit`` is that was received and not handed over
place       where ``amount`` of ``unit`` was handed over
value       what ``amount`` gifts of goods are worth
"""


FROM_ALL_GIFTS: frozenset[GapKind] = frozenset({"income", "unspent", "undelivered"})
"""What can be concluded only from a list of gifts that has all of them."""


@dataclass(frozen=True)
class Gap:
    """Something that the ledgers leave open. ``unit`` "" is money, in đồng."""

    kind: GapKind
    amount: Decimal = Decimal(0)
    unit: str = ""
    item: str = ""
    """What is counted, where it is one thing only."""


@dataclass(frozen=True)
class Counts:
    """How many rows a campaign has, refunds and corrections left out."""

    gifts: int = 0
    """Of money, from one giver each."""
    collections: int = 0
    """Of money, from many givers together."""
    valued_goods: int = 0
    unvalued_goods: int = 0
    last_day: date | None = None
    """Of any row of gifts, expenses, pledges or deliveries."""


@dataclass(frozen=True)
class Story:
    """The facts of a campaign's story, in the order in which it is told."""

    day: date | None
    """The last day of its ledgers; what came later is not in it."""
    money: CampaignMoney
    counts: Counts
    promises: Promises
    has_expenses: bool
    """Whether the chapter publishes what it spends; without it nothing is said to be left."""
    gaps: tuple[Gap, ...]
    lists_all: bool = True
    tells_spending: bool = True
    """Whether the ledger of expenses is meant to hold all that was spent of the campaign."""

    def without_spending(self) -> Story:
        """Return the story where nobody can say how much was spent: then nothing is left unspent either."""
        gaps = tuple(gap for gap in self.gaps if gap.kind != "unspent")
        return replace(self, tells_spending=False, gaps=gaps)

    """Whether the gifts that are recorded are meant to be all; where not, nothing is said to be left."""

    @property
    def purposes(self) -> list[tuple[str, int]]:
        """What was spent by purpose ("" for none), the largest first; what came back whole is left out."""
        spent = ((key, amount) for key, amount in self.money.spent_by_purpose.items() if amount)
        return sorted(spent, key=lambda pair: (-pair[1], pair[0]))


def count_rows(ledger: Ledger) -> dict[str, Counts]:
    """Return, by campaign, how many rows of gifts there are, and the last day of any row."""
    days: dict[str, date | None] = {}
    for name in ("gifts", "expenses", "pledges", "deliveries"):
        for campaign, day in ledger.rows(
            f"SELECT campaign, max(day) FROM public_{name} WHERE campaign IS NOT NULL GROUP BY campaign"
        ):
            known = [found for found in (day, days.get(campaign)) if found is not None]
            days[campaign] = max(known, default=None)
    counts = {
        campaign: numbers
        for campaign, *numbers in ledger.rows(
            "SELECT campaign, count(*) FILTER (kind = 'gift' AND NOT is_goods), "
            "count(*) FILTER (kind = 'collection' AND NOT is_goods), "
            "count(*) FILTER (kind IN ('gift', 'collection') AND is_goods AND amount_vnd IS NOT NULL), "
            "count(*) FILTER (kind IN ('gift', 'collection') AND is_goods AND amount_vnd IS NULL) "
            "FROM public_gifts WHERE campaign IS NOT NULL GROUP BY campaign"
        )
    }
    return {key: Counts(*[*counts.get(key, (0, 0, 0, 0)), day]) for key, day in days.items()}


def tell(
    money: CampaignMoney,
    counts: Counts,
    promises: Promises,
    *,
    has_income: bool,
    has_expenses: bool,
    lists_all: bool = True,
) -> Story:
    """Return the facts of a campaign's story.

    ``has_…``: whether the chapter publishes such a ledger. ``lists_all``: whether the gifts are meant to be
    all.
    """
    gaps = _gaps(money, counts, promises, has_income=has_income, has_expenses=has_expenses)
    told = tuple(gap for gap in gaps if lists_all or gap.kind not in FROM_ALL_GIFTS)
    return Story(counts.last_day, money, counts, promises, has_expenses, told, lists_all)


def _gaps(
    money: CampaignMoney, counts: Counts, promises: Promises, *, has_income: bool, has_expenses: bool
) -> Iterable[Gap]:
    spent = money.spent_vnd
    received = money.received_vnd
    if spent > 0 and (not has_income or not (counts.gifts or counts.collections)):
        yield Gap("income")
    if not has_expenses:
        yield Gap("expenses")
    elif received > 0 and not money.spent_by_purpose:
        yield Gap("unspent", Decimal(received))
    if (without := money.spent_by_purpose.get("", 0)) > 0:
        yield Gap("purpose", Decimal(without))
    if promises.deliveries is None:
        if spent > 0 or counts.valued_goods or counts.unvalued_goods:
            yield Gap("deliveries")
    else:
        yield from _undelivered(promises)
    if counts.unvalued_goods:
        yield Gap("value", Decimal(counts.unvalued_goods))


def _undelivered(promises: Promises) -> Iterable[Gap]:
    """Goods that came and were not handed over. Money is spent rather than handed over: it says nothing."""
    assert promises.deliveries is not None
    for measure in promises.measures:
        total = measure.total
        if measure.unit and total.received > total.handed_over:
            yield Gap("undelivered", total.received - total.handed_over, measure.unit, measure.item)
        if unplaced := promises.deliveries.unplaced.get(measure.unit):
            yield Gap("place", unplaced, measure.unit, measure.item)
