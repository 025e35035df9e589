"""Rows of expenses and transfers, one by one, as pages list them; and what collecting and handing on cost."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Literal

from minhbach.ledger.tables import Ledger
from minhbach.site.model import Site

_ROWS = (
    "SELECT e.number, e.receipt, e.day, e.kind, e.campaign, e.fund, e.to_fund, e.purpose, e.payee, e.ward, "
    "e.amount_vnd, e.refers_to, e.note, o.number, o.day FROM public_expenses e "
    "LEFT JOIN public_expenses o ON e.refers_to = o.receipt"
)


@dataclass(frozen=True)
class ExpenseRow:
    """A row of an expense ledger. ``amount_vnd`` is positive for what is spent or transferred."""

    number: int
    """Its place in the ledger, from 1."""
    receipt: str
    day: date
    kind: Literal["expense", "transfer", "refund", "correction"]
    campaign: str | None
    fund: str
    to_fund: str | None
    purpose: str | None
    payee: str | None
    ward: str | None
    amount_vnd: int
    refers_to: str | None
    note: str | None
    original_number: int | None = None
    original_day: date | None = None
    """Of the row that it takes back or corrects."""

    @property
    def is_release(self) -> bool:
        """Whether it frees what is left of a campaign for the fund's other work: no money moves."""
        return self.to_fund == self.fund

    def moved_in(self, fund_id: str) -> int:
        """Return what it changes in the balance of a fund: negative for what goes out."""
        if self.is_release:
            return 0
        return self.amount_vnd if self.to_fund == fund_id else -self.amount_vnd

    @property
    def moved_in_campaign(self) -> int:
        """What it changes in the money of its campaign, which may lie in several funds."""
        return -self.amount_vnd if self.to_fund is None or self.is_release else 0


def list_fund_rows(
    ledger: Ledger, fund_id: str, *, year: int | None = None, limit: int
) -> tuple[ExpenseRow, ...]:
    """Return the rows of a fund, newest first: all, or those of a year; at most ``limit``."""
    rows = ledger.rows(
        f"{_ROWS} WHERE (e.fund = $1 OR e.to_fund = $1) AND ($2::INTEGER IS NULL OR "
        "year(e.day) = $2::INTEGER) ORDER BY e.day DESC, e.number DESC LIMIT $3",
        [fund_id, year, limit],
    )
    return tuple(ExpenseRow(*row) for row in rows)


def list_campaign_rows(ledger: Ledger, *, limit: int) -> dict[str, tuple[ExpenseRow, ...]]:
    """Return, by campaign, its rows, newest first, at most ``limit`` each."""
    found: dict[str, list[ExpenseRow]] = defaultdict(list)
    for row in ledger.rows(
        f"{_ROWS} WHERE e.campaign IS NOT NULL QUALIFY row_number() OVER (PARTITION BY e.campaign "
        "ORDER BY e.day DESC, e.number DESC) <= ? ORDER BY e.campaign, e.day DESC, e.number DESC",
        [limit],
    ):
        expense = ExpenseRow(*row)
        assert expense.campaign is not None
        found[expense.campaign].append(expense)
    return {key: tuple(rows) for key, rows in found.items()}


@dataclass(frozen=True)
class Costs:
    """What collecting and handing on cost, apart from what it was collected for."""

    purposes: dict[str, int]
    """By purpose that counts as a cost: đồng."""

    @property
    def total_vnd(self) -> int:
        """All costs."""
        return sum(self.purposes.values())


def derive_costs(site: Site) -> Costs | None:
    """Add up what was spent on purposes that are costs; None where the chapter marks no purpose as one."""
    marked = [key for key, purpose in site.purposes.items() if purpose.is_cost]
    if not marked:
        return None
    purposes = dict.fromkeys(marked, 0)
    for purpose, amount in site.ledger.rows(
        "SELECT purpose, sum(amount_vnd) FROM public_expenses WHERE to_fund IS NULL GROUP BY purpose"
    ):
        if purpose in purposes:
            purposes[purpose] = int(amount)
    return Costs(purposes)
