"""The funds month by month, from the public tables."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from minhbach.exports.cells import Cell
from minhbach.ledger.tables import Ledger
from minhbach.records.money import FundRecord

DECEMBER = 12
_MOVEMENTS = """
    SELECT fund, strftime(day, '%Y-%m') AS month, 0 AS way, sum(amount_vnd)::BIGINT FROM public_gifts
    WHERE NOT is_goods AND fund IS NOT NULL GROUP BY ALL
    UNION ALL
    SELECT to_fund, strftime(day, '%Y-%m'), 1, sum(amount_vnd)::BIGINT FROM public_expenses
    WHERE kind = 'transfer' AND to_fund <> fund GROUP BY ALL
    UNION ALL
    SELECT fund, strftime(day, '%Y-%m'), 2, sum(amount_vnd)::BIGINT FROM public_expenses
    WHERE kind <> 'transfer' AND fund IS NOT NULL GROUP BY ALL
    UNION ALL
    SELECT fund, strftime(day, '%Y-%m'), 3, sum(amount_vnd)::BIGINT FROM public_expenses
    WHERE kind = 'transfer' AND to_fund <> fund GROUP BY ALL
    ORDER BY fund, month, way
"""


def list_fund_months(ledger: Ledger, funds: Mapping[str, FundRecord]) -> Iterator[tuple[Cell, ...]]:
    """Yield a row of ``list_fields.FUND_MONTHS`` for each fund and month from the first to the last entry."""
    moved: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(lambda: [0, 0, 0, 0]))
    for fund, month, way, amount in ledger.rows(_MOVEMENTS):
        moved[fund][month][way] += amount or 0
    for fund, record in sorted(funds.items()):
        balance = int(record.opening_vnd)
        by_month = moved[fund]
        first = f"{record.opened:%Y-%m}"
        for month in _months(min([first, *by_month]), max([first, *by_month])):
            received, came, spent, went = by_month.get(month, (0, 0, 0, 0))
            opening, balance = balance, balance + received + came - spent - went
            yield fund, month, opening, received, came, spent, went, balance


def _months(first: str, last: str) -> Iterator[str]:
    """Yield every month from ``first`` to ``last``, both as "2025-01"."""
    year, month = map(int, first.split("-"))
    while (here := f"{year:04}-{month:02}") <= last:
        yield here
        year, month = (year, month + 1) if month < DECEMBER else (year + 1, 1)
