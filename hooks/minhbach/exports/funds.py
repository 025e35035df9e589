"""The funds month by month, as their pages show them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from minhbach.derive.money import add_up
from minhbach.exports.cells import Cell
from minhbach.ledger.tables import Ledger
from minhbach.records.money import FundRecord


def list_fund_months(ledger: Ledger, funds: Mapping[str, FundRecord]) -> Iterator[tuple[Cell, ...]]:
    """Yield a row of ``list_fields.FUND_MONTHS`` for each fund and month up to its last entry."""
    for key, account in sorted(add_up(ledger, funds).funds.items()):
        for month in account.months:
            yield (
                *(key, f"{month.first_day:%Y-%m}", month.opening_vnd, month.income_vnd),
                *(month.transferred_in_vnd, month.spent_vnd, month.transferred_out_vnd, month.closing_vnd),
            )
        if not account.months:
            balance = account.closing_vnd
            yield key, f"{account.record.opened:%Y-%m}", balance, 0, 0, 0, 0, balance
