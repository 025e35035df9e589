"""What the donors of data/donors.yml gave under their names, and what they promised."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from minhbach.derive.thanks import COLUMNS, Gift, gather_gifts, sum_gifts_shown
from minhbach.ledger.tables import Ledger
from minhbach.site.thanks import PLACED, Sums


@dataclass(frozen=True)
class Pledge:
    """What a donor promised. ``amount_vnd`` and ``quantity`` are what is left of it after cancellations."""

    receipt: str
    day: date
    campaign: str
    amount_vnd: int | None
    item: str | None
    quantity: Decimal | None
    unit: str | None
    note: str | None
    arrived: tuple[Gift, ...]
    """The gifts by which it was kept, as far as they carry the donor's name."""

    @property
    def is_cancelled(self) -> bool:
        """Whether all of it was taken back."""
        return not self.amount_vnd and not self.quantity


@dataclass(frozen=True)
class DonorGiving:
    """All that a donor gave and promised under its name."""

    gifts: tuple[Gift, ...] = ()
    """In the order of the ledger."""
    pledges: tuple[Pledge, ...] = ()

    @property
    def total(self) -> Sums:
        """What the gifts add up to."""
        return sum_gifts_shown(self.gifts)

    @property
    def days(self) -> list[date]:
        """The days of the gifts that have one, in order."""
        return sorted(gift.day for gift in self.gifts if gift.day is not None)

    def by_year_and_campaign(self) -> list[tuple[int | None, str | None, Sums]]:
        """Return year (None: not known), campaign (None: for none) and sums, newest first."""
        groups: dict[tuple[int, str], list[Gift]] = defaultdict(list)
        for gift in self.gifts:
            groups[-(gift.year or 0), gift.campaign or ""].append(gift)
        return [
            (-year or None, campaign or None, sum_gifts_shown(found))
            for (year, campaign), found in sorted(groups.items())
        ]


def read_giving(ledger: Ledger, donors: Sequence[str]) -> dict[str, DonorGiving]:
    """Return what each of ``donors`` gave and promised. Gifts without their name are not among them."""
    gifts: dict[str, list[Gift]] = defaultdict(list)
    rows = ledger.rows(
        f"{PLACED} SELECT {COLUMNS} FROM placed WHERE listing = 'named' AND donor IN (SELECT unnest(?)) "
        "ORDER BY entry, number",
        [sorted(donors)],
    )
    for gift in gather_gifts(rows):
        gifts[gift.donor or ""].append(gift)
    pledges = _read_pledges(ledger, donors, [gift for found in gifts.values() for gift in found])
    return {key: DonorGiving(tuple(gifts[key]), tuple(pledges[key])) for key in donors}


def _read_pledges(ledger: Ledger, donors: Sequence[str], gifts: Iterable[Gift]) -> dict[str, list[Pledge]]:
    by_number = {gift.number: gift for gift in gifts}
    arrived: dict[tuple[str, str], list[Gift]] = defaultdict(list)
    for pledge, donor, number in ledger.rows(
        "SELECT refers_to, donor, number FROM public_gifts WHERE kind = 'gift' AND refers_to IS NOT NULL "
        "AND donor IN (SELECT unnest(?)) ORDER BY number",
        [sorted(donors)],
    ):
        if number in by_number:
            arrived[pledge, donor].append(by_number[number])
    pledges: dict[str, list[Pledge]] = defaultdict(list)
    for donor, receipt, day, campaign, amount_vnd, item, quantity, unit, note in ledger.rows(
        "SELECT p.donor, p.receipt, p.day, p.campaign, "
        "p.amount_vnd + coalesce(taken_vnd, 0), p.item, p.quantity + coalesce(taken, 0), p.unit, p.note "
        "FROM public_pledges p LEFT JOIN (SELECT refers_to AS pledge, sum(amount_vnd)::BIGINT AS taken_vnd, "
        "sum(quantity)::DECIMAL(15, 3) AS taken FROM public_pledges WHERE kind = 'cancellation' "
        "GROUP BY refers_to) ON p.receipt = pledge "
        "WHERE p.kind = 'pledge' AND p.name IS NOT NULL AND p.donor IN (SELECT unnest(?)) ORDER BY p.number",
        [sorted(donors)],
    ):
        kept = tuple(arrived[receipt, donor])
        pledges[donor].append(
            Pledge(receipt, day, campaign, amount_vnd, item, quantity, unit, note, arrived=kept)
        )
    return pledges
