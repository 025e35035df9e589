"""The figure that states what a campaign received, beside what its ledger adds up to for the same time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from minhbach.derive.money import sum_gifts
from minhbach.ledger.tables import Ledger
from minhbach.numbers.interval import Interval
from minhbach.records.period import MINUTES_A_DAY, DayHour
from minhbach.site.figure import Figure
from minhbach.site.model import Campaign


@dataclass(frozen=True)
class HeadlineSums:
    """What the rows of the ledger add up to, by how the givers are listed, for the time of the figure."""

    by_listing: Mapping[str, int]
    before_last_day: int
    """Without the last day, of which a figure with an hour counts an unknown part; else the whole again."""

    @property
    def total(self) -> int:
        """All of it."""
        return sum(self.by_listing.values())

    def agree_with(self, figure: Figure) -> bool:
        """Whether the figure may be what the rows add up to.

        Rows have days: a figure with an hour lies between the ends of two of them.
        """
        assert figure.quantity is not None
        low, high = sorted((self.before_last_day, self.total))
        return figure.quantity.interval().intersects(Interval(Decimal(max(low, 0)), Decimal(max(high, 0))))


def sum_for_headline(ledger: Ledger, campaign: Campaign, figure: Figure) -> HeadlineSums:
    """Return what ``campaign`` received in the time that ``figure`` covers, up to when it is stated for."""
    assert campaign.ledger is not None
    with_goods = campaign.ledger.counts == "money-and-goods"
    since = figure.period.start.day if figure.period and figure.period.start else None
    until = headline_end(figure)

    def add_up(last: date | None) -> dict[str, int]:
        sums = sum_gifts(ledger, campaign.id, since=since, until=last, with_goods=with_goods)
        return {str(listing): amount for listing, amount in sums.items()}

    by_listing = add_up(until.day if until else None)
    if until is None or until.minute in (None, MINUTES_A_DAY):
        return HeadlineSums(by_listing, sum(by_listing.values()))
    return HeadlineSums(by_listing, sum(add_up(until.day - timedelta(days=1)).values()))


def headline_end(figure: Figure) -> DayHour | None:
    """Return until when the figure counts: as of when it is stated, else the end of its period."""
    return figure.as_of or (figure.period.end if figure.period else None)
