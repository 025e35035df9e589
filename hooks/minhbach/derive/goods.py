"""Goods that campaigns received, by what they are: counted in their own units, never turned into money."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal

from minhbach.ledger.tables import Ledger


@dataclass(frozen=True)
class Goods:
    """All of one item in one unit that a campaign received, however its name is capitalised."""

    item: str
    unit: str
    quantity: Decimal
    gifts: int
    """How many rows of gifts; refunds and corrections change the quantity, not the count."""
    value_vnd: int | None
    """The stated value; None where nobody has stated one. The same item may stand in both ways."""


def derive_goods(ledger: Ledger, *, limit: int) -> dict[str, tuple[tuple[Goods, ...], int]]:
    """Return, by campaign, its goods, most given first, at most ``limit``; and how many more there are."""
    found: dict[str, list[Goods]] = defaultdict(list)
    for campaign, item, unit, quantity, gifts, value, _valued in ledger.rows(
        "SELECT campaign, min(item), unit, sum(quantity) AS quantity, "
        "count(*) FILTER (kind IN ('gift', 'collection')) AS gifts, sum(amount_vnd), "
        "amount_vnd IS NOT NULL AS valued FROM public_gifts WHERE is_goods AND campaign IS NOT NULL "
        "GROUP BY campaign, lower(item), unit, valued HAVING sum(quantity) <> 0 "
        "ORDER BY campaign, gifts DESC, lower(min(item)), unit, valued"
    ):
        worth = None if value is None else int(value)
        found[campaign].append(Goods(item, unit or "", Decimal(quantity), gifts, worth))
    return {key: (tuple(goods[:limit]), max(0, len(goods) - limit)) for key, goods in found.items()}
