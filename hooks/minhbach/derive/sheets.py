"""What stands on a campaign's sheet for the notice board: its totals."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from minhbach.ledger.tables import Ledger

HASH_SHOWN = 12
"""How many characters of the hash stand on the sheet."""


@dataclass(frozen=True)
class Goods:
    """Goods of one kind: how much came in and how much was handed over; None: no row says."""

    item: str
    unit: str
    received: Decimal | None
    delivered: Decimal | None


@dataclass(frozen=True)
class SheetNumbers:
    """The totals of a campaign, in đồng. None where no ledger holds a row of the kind."""

    received_vnd: int | None = None
    """Gifts and collections of money, less refunds, with corrections. Goods are not in it."""
    gift_count: int = 0
    """How many gifts of money are listed one by one."""
    goods_value_vnd: int | None = None
    """The stated value of goods, where it is stated."""
    spent_vnd: int | None = None
    """Expenses less what came back, with corrections. Transfers between funds are not in it."""
    goods: tuple[Goods, ...] = ()
    last_day: date | None = None
    """The day of the newest row that has one."""
    has_undated: bool = False
    """Whether a gift without a day is counted."""

    @property
    def is_empty(self) -> bool:
        """Whether the ledgers say nothing of the campaign."""
        return self.last_day is None and not self.has_undated


def derive_sheet_numbers(ledger: Ledger, campaign_id: str) -> SheetNumbers:
    """Return the totals of a campaign from the public tables."""
    if ledger.is_empty:
        return SheetNumbers()
    ((undated, received, count, valued, gift_day),) = ledger.rows(
        """SELECT count(*) FILTER (day IS NULL), sum(amount_vnd) FILTER (NOT is_goods),
                  count(*) FILTER (kind = 'gift' AND NOT is_goods), sum(amount_vnd) FILTER (is_goods),
                  max(day) FROM public_gifts WHERE campaign = ?""",
        [campaign_id],
    )
    ((spent, expense_day),) = ledger.rows(
        """SELECT sum(amount_vnd) FILTER (to_fund IS NULL), max(day)
           FROM public_expenses WHERE campaign = ?""",
        [campaign_id],
    )
    ((delivery_day,),) = ledger.rows(
        "SELECT max(day) FROM public_deliveries WHERE campaign = ?", [campaign_id]
    )
    days = [day for day in (gift_day, expense_day, delivery_day) if day is not None]
    return SheetNumbers(
        received_vnd=None if received is None else int(received),
        gift_count=int(count),
        goods_value_vnd=None if valued is None else int(valued),
        spent_vnd=None if spent is None else int(spent),
        goods=_goods(ledger, campaign_id),
        last_day=max(days, default=None),
        has_undated=undated > 0,
    )


def _goods(ledger: Ledger, campaign_id: str) -> tuple[Goods, ...]:
    question = """SELECT item, coalesce(unit, ''), sum(quantity) FROM {table}
                  WHERE campaign = ? AND item IS NOT NULL AND quantity IS NOT NULL
                  GROUP BY ALL ORDER BY ALL"""
    received, delivered = (
        {
            (item, unit): quantity
            for item, unit, quantity in ledger.rows(question.format(table=table), [campaign_id])
        }
        for table in ("public_gifts", "public_deliveries")
    )
    return tuple(
        Goods(item, unit, received.get((item, unit)), delivered.get((item, unit)))
        for item, unit in sorted(received.keys() | delivered.keys())
    )
