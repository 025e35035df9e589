"""Money in and out: the overview of all funds and campaigns."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from minhbach.derive.books import Books
from minhbach.derive.expenses import derive_costs
from minhbach.derive.money import FundAccount
from minhbach.disclosure.clock import find_profile
from minhbach.language import mark
from minhbach.outputs.model import Meta, Page, SearchEntry
from minhbach.pages.carding import plain_card
from minhbach.pages.renderer import PageContext, Renderer
from minhbach.pages.trail import lay_trail
from minhbach.site.addresses import MONEY
from minhbach.site.bookkeeping import keeps_books, list_money_campaigns
from minhbach.site.model import Site


@dataclass(frozen=True)
class Sums:
    """What came in and went out over a time, in đồng. Transfers between funds are in neither."""

    income_vnd: int
    spent_vnd: int


@dataclass(frozen=True)
class FundSummary:
    """A fund in a line."""

    account: FundAccount
    total: Sums
    this_year: Sums


@dataclass(frozen=True)
class MoneySummary:
    """All funds in a line."""

    day: date | None
    """The last day of any fund's ledger."""
    year: int
    opening_vnd: int | None
    balance_vnd: int | None
    """None where of one of the funds it is not known."""
    total: Sums
    this_year: Sums
    funds: tuple[FundSummary, ...]
    outside_vnd: int = 0
    """Money given that is in no fund, and in no sum here."""

    @property
    def is_complete(self) -> bool:
        """Whether the ledgers of all funds are meant to hold all that moved."""
        return all(fund.account.record.complete for fund in self.funds)

    @property
    def has_all_income(self) -> bool:
        """Whether they hold all that was given too."""
        return self.is_complete and not self.outside_vnd


def summarise(site: Site, books: Books) -> MoneySummary:
    """Add up what the funds of ``site`` took in and spent, in all and in the year of the build."""
    year = site.settings.now.year
    funds = tuple(
        FundSummary(account, _sums(account), _sums(account, year)) for account in books.money.funds.values()
    )
    return MoneySummary(
        day=books.day,
        year=year,
        opening_vnd=_sum_known(fund.account.record.known_opening_vnd for fund in funds),
        balance_vnd=_sum_known(fund.account.closing_vnd for fund in funds),
        total=_together([fund.total for fund in funds]),
        this_year=_together([fund.this_year for fund in funds]),
        funds=funds,
        outside_vnd=books.money.outside_vnd,
    )


def _sum_known(amounts: Iterable[int | None]) -> int | None:
    """Return the sum; None where one of the amounts is not known."""
    found = list(amounts)
    known = [amount for amount in found if amount is not None]
    return sum(known) if len(known) == len(found) else None


def _sums(account: FundAccount, year: int | None = None) -> Sums:
    months = [month for month in account.months if year is None or month.first_day.year == year]
    undated_vnd = account.undated_vnd if year is None else 0
    income_vnd = sum(month.income_vnd for month in months) + undated_vnd
    return Sums(income_vnd, sum(month.spent_vnd for month in months))


def _together(sums: list[Sums]) -> Sums:
    return Sums(sum(item.income_vnd for item in sums), sum(item.spent_vnd for item in sums))


def make_money_page(renderer: Renderer) -> Page:
    """Make the overview. Without ledgers it says that nothing is published yet, and never zero."""
    site, gettext, books = renderer.site, renderer.format.gettext, renderer.maker.books
    page = PageContext(MONEY, trail=lay_trail(renderer))
    title = gettext(mark("Money in and out"))
    summary = summarise(site, books)
    html = renderer.render(
        "money.html",
        page,
        title=title,
        books=books,
        has_books=keeps_books(site),
        summary=summary,
        costs=derive_costs(site) if books.has_expenses else None,
        costs_rule=find_profile(site).costs,
        campaigns=[site.campaigns[key] for key in list_money_campaigns(site)],
    )
    return Page(
        address=page.address,
        title=title,
        description=gettext(
            mark("What {name} received and spent, by fund and by campaign, to the dong.")
        ).format(name=site.organisation.name),
        html=html,
        kind="money",
        updated=summary.day,
        meta=Meta(card=plain_card(renderer, title), trail=page.trail),
        search=(SearchEntry("page", brief=True),),
    )
