"""The chapter's books: all four ledgers and what they refer to, and what they say was received."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from examples.demo.chapter import Campaign, Chapter
from examples.demo.figures import Owner, Received
from examples.demo.ledgers.donors import Donor, list_donors
from examples.demo.ledgers.funds import (
    GENERAL_SHARE,
    GIVING,
    MAIN,
    PURPOSES,
    SCHOLARSHIPS,
    Fund,
    Giving,
    fund_records,
    list_funds,
)
from examples.demo.ledgers.giving import Drive, plan_gifts
from examples.demo.ledgers.packages import PACKAGE, count_package_gifts, count_wards, pass_on, plan_packages
from examples.demo.ledgers.rows import Row, order_rows, write_ledgers
from examples.demo.ledgers.spending import Cashier
from examples.demo.yaml_text import to_yaml

_PACKAGE_PROGRAMME, _PACKAGE_FIGURE = "tet-nhan-ai", "suat-qua"
_NOT_GENERAL = timedelta(days=3)
_SPEND_ALL_EVERY = 4
"""Every which campaign spends more than it received, out of what is free."""


@dataclass(frozen=True)
class Books:
    """Money that came and went. The things that wards bring come with ``add_goods``."""

    seed: int
    years: range
    today: date
    funds: tuple[Fund, ...]
    donors: tuple[Donor, ...]
    counts: Mapping[str, int]
    """How many gifts each campaign gets."""
    drives: Mapping[str, Drive]
    """By campaign."""
    rows: tuple[Row, ...]

    @property
    def received(self) -> dict[str, Received]:
        """What each campaign that got money received."""
        return {key: _received([row for row in self.rows if row.campaign == key]) for key in self.drives}


def keep_books(
    seed: int, years: range, today: date, owners: Mapping[str, tuple[str, Owner]], gifts: int
) -> Books:
    """Return the books of ``years`` up to ``today`` with ``gifts`` gifts in all.

    ``owners``: the campaigns by id, each with its programme's id. Everything the rows promise of each other
    (see the tests) holds for every seed and number.
    """
    funds = list_funds(years, today)
    first = funds[0].opened
    donors = list_donors(seed, first, first + (today - first) / 2)
    begun = {key: pair for key, pair in owners.items() if pair[1].start < today}
    counts = _share(gifts, {key: GIVING[programme].weight for key, (programme, _owner) in begun.items()})
    drives = {
        key: Drive(seed, key, GIVING[programme], owner.start, min(owner.end, today))
        for key, (programme, owner) in begun.items()
        if counts[key]
    }
    cashier = Cashier(seed, funds, today)
    for number, (key, drive) in enumerate(drives.items()):
        packages = count_package_gifts(counts[key]) if _has_packages(begun[key][0]) else 0
        cashier.expect(plan_gifts(drive, counts[key] - packages, donors))
        cashier.spend_campaign(drive, to_the_last=number % _SPEND_ALL_EVERY == _SPEND_ALL_EVERY - 1)
    general = gifts - sum(counts.values())
    for fund, count in ((MAIN, general - general // 4), (SCHOLARSHIPS, general // 4)):
        drive = _general(seed, fund, next(item.opened for item in funds if item.id == fund), today)
        cashier.expect(plan_gifts(drive, count, donors))
        cashier.spend_generally(drive)
    cashier.help_other_funds(years)
    cashier.run()
    return Books(seed, years, today, funds, donors, counts, drives, tuple(cashier.rows))


def add_goods(books: Books, chapter: Chapter) -> list[Row]:
    """Return all rows of ``books`` in order, with the packages that ``chapter`` says were handed over, and
    with what became of other goods."""
    rows = list(books.rows)
    for campaign in chapter.campaigns:
        key = campaign.owner.id
        if key not in books.drives:
            continue
        drive = books.drives[key]
        if _has_packages(campaign.programme.id) and (wards := count_wards(books.counts[key])):
            handed_over = dict(list(_packages(campaign).items())[:wards])
            rows += plan_packages(drive, handed_over, books.donors)
        own = [row for row in rows if row.campaign == key]
        rows += pass_on(drive, own, books.today)
    return order_rows(rows)


def count_delivered(rows: Sequence[Row]) -> dict[str, dict[str, int]]:
    """Return, by campaign and by what indicators measure, how much the deliveries among ``rows`` count."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for row in rows:
        if row.ledger == "deliveries":
            counts[row.campaign]["households"] += int(str(row.cells.get("households") or 0))
            if row.cells.get("item") == PACKAGE:
                counts[row.campaign]["handed-over"] += int(str(row.cells["quantity"]))
    return {key: dict(found) for key, found in counts.items()}


def book_files(books: Books, rows: Sequence[Row]) -> Iterator[tuple[str, str]]:
    """Yield path and text of every file of the books."""
    yield "data/funds.yml", to_yaml(fund_records(books.funds, list(rows), books.years))
    yield "data/donors.yml", to_yaml({donor.id: donor.record for donor in books.donors})
    yield "data/purposes.yml", to_yaml(PURPOSES)
    yield from write_ledgers(rows, books.today.year)


def _has_packages(programme: str) -> bool:
    return programme == _PACKAGE_PROGRAMME


def _packages(campaign: Campaign) -> Mapping[str, int]:
    """Return how many packages each ward handed over, as the campaign's figure says."""
    return campaign.figures[_PACKAGE_FIGURE].parts


def _share(gifts: int, weights: Mapping[str, float]) -> dict[str, int]:
    """Return how many of ``gifts`` each campaign gets; the rest are for none."""
    whole = sum(weights.values())
    for_campaigns = gifts * (1 - GENERAL_SHARE)
    return {key: int(for_campaigns * weight / whole) for key, weight in weights.items()}


def _general(seed: int, fund: str, opened: date, today: date) -> Drive:
    purposes = ("hoc-bong",) if fund == SCHOLARSHIPS else ("tro-giup-dot-xuat",)
    return Drive(seed, "", Giving(fund, 0, (), purposes), opened + _NOT_GENERAL, today)


def _received(rows: Sequence[Row]) -> Received:
    """Return what ``rows`` of one campaign add up to."""
    by_day: dict[date, int] = {}
    by_ward: dict[str, int] = {}
    by_giver: dict[str, int] = {}
    for row in rows:
        original = row.refers_to if row.kind != "gift" and row.refers_to else row
        for sums, key in (
            (by_ward, str(original.cells.get("ward", ""))),
            (by_giver, original.giver),
        ):
            sums[key] = sums.get(key, 0) + row.received_vnd
        by_day[row.day] = by_day.get(row.day, 0) + row.received_vnd
    return Received(sum(by_day.values()), by_day, by_ward, by_giver)
