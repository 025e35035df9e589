"""What the ledgers add up to: funds month by month, and what each campaign received, spent and has left.

All sums are in đồng. Gifts without a day are in no month and no balance. Money and the stated value of
goods are never added together here; goods that nobody has valued are counted. A row counts on its own day,
a refund or correction on the day it was entered.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Literal

from minhbach.ledger.tables import Ledger
from minhbach.records.money import FundRecord
from minhbach.site.model import Site

LONGEST_MONTH = timedelta(days=31)
Listing = Literal["named", "anonymous", "not-itemised"]
LISTINGS: tuple[Listing, ...] = ("named", "anonymous", "not-itemised")


@dataclass(frozen=True)
class FundMonth:
    """A month of a fund: opening + income + transferred in − spent − transferred out = closing."""

    first_day: date
    opening_vnd: int | None
    """None where nobody knows what the fund held."""
    income_vnd: int
    spent_vnd: int
    transferred_in_vnd: int
    transferred_out_vnd: int

    @property
    def closing_vnd(self) -> int | None:
        """What the fund holds at the end of the month; None where nobody knows."""
        moved = self.transferred_in_vnd - self.transferred_out_vnd
        if self.opening_vnd is None:
            return None
        return self.opening_vnd + self.income_vnd - self.spent_vnd + moved


@dataclass(frozen=True)
class FundAccount:
    """A fund from its opening to the last row of its ledger."""

    id: str
    record: FundRecord
    months: tuple[FundMonth, ...]
    """From the month of the opening to that of the last row, none left out."""
    moved: Mapping[date, int]
    """By day on which something moved, in order: by how much the fund has changed since it opened."""
    overspent: Mapping[date, int]
    """By day, where it is so: how much of what was given for campaigns has gone elsewhere."""
    undated_vnd: int = 0
    """Money given without a day; only a fund without a balance has such."""

    @property
    def has_balance(self) -> bool:
        """Whether what the fund holds is known."""
        return self.record.has_balance

    @property
    def _opening_vnd(self) -> int | None:
        return self.record.known_opening_vnd if self.has_balance else None

    @property
    def balances(self) -> Mapping[date, int]:
        """By day on which something moved, in order: what the fund holds at its end; empty if unknown."""
        opening = self._opening_vnd
        return {} if opening is None else {day: opening + moved for day, moved in self.moved.items()}

    @property
    def closing_vnd(self) -> int | None:
        """What the fund holds after the last row; None where nobody knows."""
        return self.balance_on(self.last_day)

    @property
    def last_day(self) -> date:
        """The day of the last row; that of the opening where there is none."""
        return max(self.moved, default=self.record.opened)

    def moved_until(self, day: date) -> int:
        """Return by how much the fund has changed at the end of ``day`` since it opened."""
        before = 0
        for moved_on, after in self.moved.items():
            if moved_on > day:
                break
            before = after
        return before

    def balance_on(self, day: date) -> int | None:
        """Return what the fund holds at the end of ``day``; None where nobody knows."""
        opening = self._opening_vnd
        return None if opening is None else opening + self.moved_until(day)


@dataclass(frozen=True)
class CampaignMoney:
    """What a campaign received and spent, as far as ledgers tell."""

    money_vnd: Mapping[Listing, int]
    goods_vnd: Mapping[Listing, int]
    """The stated value of goods."""
    rows: Mapping[Listing, int]
    """How many rows of gifts and collections there are; refunds and corrections are not counted."""
    unvalued_goods: int
    """How many gifts of goods have no stated value."""
    received_by_day: Mapping[date, int]
    """Money, in order of day; what has no day is not in it."""
    spent_by_day: Mapping[date, int]
    spent_by_purpose: Mapping[str, int]
    released_vnd: int
    """What was freed for the fund's other work."""
    undated_vnd: int = 0
    """Money given without a day."""
    undated: int = 0
    """How many gifts have no day."""

    @property
    def received_vnd(self) -> int:
        """All money received."""
        return sum(self.money_vnd.values())

    @property
    def goods_total_vnd(self) -> int:
        """The stated value of all goods."""
        return sum(self.goods_vnd.values())

    @property
    def spent_vnd(self) -> int:
        """All money spent."""
        return sum(self.spent_by_purpose.values())

    @property
    def left_vnd(self) -> int:
        """What is left of the money; negative where other money of the fund was added."""
        return self.received_vnd - self.spent_vnd - self.released_vnd

    @property
    def last_day(self) -> date | None:
        """The day of the last row of money."""
        return max((*self.received_by_day, *self.spent_by_day), default=None)


@dataclass(frozen=True)
class Money:
    """All that the ledgers of a site add up to."""

    funds: Mapping[str, FundAccount] = field(default_factory=dict)
    """In the order of data/funds.yml."""
    campaigns: Mapping[str, CampaignMoney] = field(default_factory=dict)
    """Those that have a row of gifts or expenses."""
    outside_vnd: int = 0
    """Money given that is in no fund: gifts without a day, and of lists that are incomplete."""


@dataclass(frozen=True)
class _Movement:
    """Money of one day that moves in or out of a fund, for a campaign or for none."""

    day: date
    fund: str
    campaign: str | None
    income: int = 0
    spent: int = 0
    transferred_in: int = 0
    transferred_out: int = 0
    released: int = 0


def derive_money(site: Site) -> Money:
    """Add up the ledgers of ``site``."""
    return add_up(site.ledger, site.funds)


def add_up(ledger: Ledger, funds: Mapping[str, FundRecord]) -> Money:
    """Add up ``ledger``, whose money lies in ``funds``."""
    if ledger.is_empty:
        return Money({key: _account(key, fund, (), 0) for key, fund in funds.items()})
    movements = _list_movements(ledger)
    by_fund: dict[str, list[_Movement]] = defaultdict(list)
    for movement in movements:
        by_fund[movement.fund].append(movement)
    apart = _without_day_or_fund(ledger)
    return Money(
        funds={key: _account(key, fund, by_fund[key], apart.get(key, 0)) for key, fund in funds.items()},
        campaigns=_campaigns(ledger),
        outside_vnd=apart.get(None, 0),
    )


def sum_gifts(
    ledger: Ledger,
    campaign_id: str,
    *,
    since: date | None = None,
    until: date | None = None,
    with_goods: bool = False,
) -> dict[Listing, int]:
    """Return what a campaign received in đồng, by how the givers are listed.

    ``since``, ``until``: the first and last day that count, None for all; gifts without a day always count.
    ``with_goods``: the stated value of goods counts too.
    """
    sums: dict[Listing, int] = dict.fromkeys(LISTINGS, 0)
    for listing, amount in ledger.rows(
        "SELECT listing, sum(amount_vnd) FROM public_gifts WHERE campaign = ? AND (? OR NOT is_goods) "
        "AND amount_vnd IS NOT NULL AND (day IS NULL OR ?::DATE IS NULL OR day >= ?::DATE) "
        "AND (day IS NULL OR ?::DATE IS NULL OR day <= ?::DATE) GROUP BY listing",
        [campaign_id, with_goods, since, since, until, until],
    ):
        sums[listing] = int(amount)
    return sums


def _list_movements(ledger: Ledger) -> list[_Movement]:
    """Return what moved, a day, fund and campaign at a time, in order of day."""
    movements = [
        _Movement(day, fund, campaign, income=int(amount))
        for day, fund, campaign, amount in ledger.rows(
            "SELECT day, fund, campaign, sum(amount_vnd) FROM public_gifts WHERE NOT is_goods "
            "AND day IS NOT NULL AND fund IS NOT NULL GROUP BY ALL"
        )
    ]
    for day, fund, campaign, to_fund, amount in ledger.rows(
        "SELECT day, fund, campaign, to_fund, sum(amount_vnd) FROM public_expenses GROUP BY ALL"
    ):
        if to_fund is None:
            movements.append(_Movement(day, fund, campaign, spent=int(amount)))
        elif to_fund == fund:
            movements.append(_Movement(day, fund, campaign, released=int(amount)))
        else:
            movements.append(_Movement(day, fund, campaign, transferred_out=int(amount)))
            movements.append(_Movement(day, to_fund, campaign, transferred_in=int(amount)))
    return sorted(movements, key=lambda item: (item.day, item.fund, item.campaign or ""))


def _without_day_or_fund(ledger: Ledger) -> dict[str | None, int]:
    """Return the money that is in no month: by fund what has no day, under None what is in no fund."""
    return {
        fund: int(amount)
        for fund, amount in ledger.rows(
            "SELECT fund, sum(amount_vnd) FROM public_gifts WHERE NOT is_goods "
            "AND (day IS NULL OR fund IS NULL) GROUP BY fund"
        )
    }


def _account(key: str, fund: FundRecord, movements: Iterable[_Movement], undated_vnd: int) -> FundAccount:
    opening = (fund.known_opening_vnd or 0) if fund.has_balance else 0
    change = 0
    # What of the fund is kept for each campaign; a negative amount was added from what is free.
    kept: dict[str, int] = defaultdict(int)
    moved: dict[date, int] = {}
    free: dict[date, int] = {}
    months: dict[date, dict[str, int]] = {}
    for item in movements:
        change += item.income + item.transferred_in - item.spent - item.transferred_out
        if item.campaign is not None:
            kept[item.campaign] += item.income + item.transferred_in - item.spent
            kept[item.campaign] -= item.transferred_out + item.released
        moved[item.day] = change
        free[item.day] = opening + change - sum(amount for amount in kept.values() if amount > 0)
        sums = months.setdefault(item.day.replace(day=1), defaultdict(int))
        for name in ("income", "spent", "transferred_in", "transferred_out"):
            sums[name] += getattr(item, name)
    return FundAccount(
        id=key,
        record=fund,
        months=tuple(_months(fund, months)),
        moved=moved,
        overspent={day: -amount for day, amount in free.items() if amount < 0 and fund.has_balance},
        undated_vnd=undated_vnd,
    )


def _months(fund: FundRecord, sums: Mapping[date, Mapping[str, int]]) -> Iterable[FundMonth]:
    opening = fund.known_opening_vnd if fund.has_balance else None
    if not sums:
        return
    month, last = fund.opened.replace(day=1), max(sums)
    while month <= last:
        here = sums.get(month, {})
        result = FundMonth(
            first_day=month,
            opening_vnd=opening,
            income_vnd=here.get("income", 0),
            spent_vnd=here.get("spent", 0),
            transferred_in_vnd=here.get("transferred_in", 0),
            transferred_out_vnd=here.get("transferred_out", 0),
        )
        yield result
        opening = result.closing_vnd
        month = (month + LONGEST_MONTH).replace(day=1)


def _campaigns(ledger: Ledger) -> dict[str, CampaignMoney]:
    gifts: dict[str, list[tuple[date | None, Listing, bool, int, int, int]]] = defaultdict(list)
    for campaign, *rest in ledger.rows(
        "SELECT campaign, day, listing, is_goods, coalesce(sum(amount_vnd), 0), "
        "count(*) FILTER (kind IN ('gift', 'collection')), "
        "count(*) FILTER (is_goods AND valuation = 'not-valued' AND kind IN ('gift', 'collection')) "
        "FROM public_gifts WHERE campaign IS NOT NULL GROUP BY ALL ORDER BY campaign, day, listing, is_goods"
    ):
        gifts[campaign].append(tuple(rest))
    expenses: dict[str, list[tuple[date, str | None, bool, int]]] = defaultdict(list)
    for campaign, *rest in ledger.rows(
        "SELECT campaign, day, purpose, to_fund IS NOT NULL AND to_fund = fund, sum(amount_vnd) "
        "FROM public_expenses WHERE campaign IS NOT NULL AND (to_fund IS NULL OR to_fund = fund) "
        "GROUP BY ALL ORDER BY campaign, day, purpose"
    ):
        expenses[campaign].append(tuple(rest))
    return {key: _campaign(gifts[key], expenses[key]) for key in sorted({*gifts, *expenses})}


def _campaign(
    gifts: Iterable[tuple[date | None, Listing, bool, int, int, int]],
    expenses: Iterable[tuple[date, str | None, bool, int]],
) -> CampaignMoney:
    money: dict[Listing, int] = dict.fromkeys(LISTINGS, 0)
    goods: dict[Listing, int] = dict.fromkeys(LISTINGS, 0)
    rows: dict[Listing, int] = dict.fromkeys(LISTINGS, 0)
    received: dict[date, int] = {}
    unvalued = undated_vnd = undated = 0
    for day, listing, is_goods, amount, count, without_value in gifts:
        rows[listing] += count
        unvalued += without_value
        if is_goods:
            goods[listing] += int(amount)
        else:
            money[listing] += int(amount)
            if day is not None:
                received[day] = received.get(day, 0) + int(amount)
        if day is None:
            undated += count
            undated_vnd += 0 if is_goods else int(amount)
    spent_by_day: dict[date, int] = {}
    spent_by_purpose: dict[str, int] = {}
    released = 0
    for day, purpose, is_release, amount in expenses:
        if is_release:
            released += int(amount)
        else:
            spent_by_day[day] = spent_by_day.get(day, 0) + int(amount)
            spent_by_purpose[purpose or ""] = spent_by_purpose.get(purpose or "", 0) + int(amount)
    return CampaignMoney(
        money_vnd=money,
        goods_vnd=goods,
        rows=rows,
        unvalued_goods=unvalued,
        received_by_day=received,
        spent_by_day=spent_by_day,
        spent_by_purpose=spent_by_purpose,
        released_vnd=released,
        undated_vnd=undated_vnd,
        undated=undated,
    )
