"""Funds: month by month, and every expense and transfer row by row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from minhbach.derive.expenses import ExpenseRow, list_fund_rows
from minhbach.derive.money import FundAccount, FundMonth
from minhbach.derive.money_charts import fund_chart
from minhbach.language import mark
from minhbach.outputs.model import Meta, Page, SearchEntry
from minhbach.pages.carding import plain_card
from minhbach.pages.renderer import PageContext, Renderer
from minhbach.pages.trail import lay_trail
from minhbach.site.addresses import MONEY, expense_year_address, fund_address
from minhbach.site.bookkeeping import keeps_books, list_expense_years

ROWS_SHOWN = 12
"""On a fund's own page; the others stand in the lists of years."""
MOST_ROWS = 1000
"""On the page of a year; beyond that, a file is the better place to read."""


@dataclass(frozen=True)
class FundYear:
    """The months of a fund in one year, newest last, and the year as one line."""

    year: int
    months: tuple[FundMonth, ...]
    whole: FundMonth
    """Opening of the first month, sums of all; its closing is that of the last."""


def make_fund_pages(renderer: Renderer) -> Iterator[Page]:
    """Make the page of every fund and the lists of its expenses, where the chapter publishes its books."""
    if not keeps_books(renderer.site):
        return
    years = list_expense_years(renderer.site)
    for key, account in renderer.maker.books.money.funds.items():
        yield _make_fund_page(renderer, account, years)
        for year in years[key]:
            yield _make_year_page(renderer, account, year, years)


def sum_years(account: FundAccount) -> list[FundYear]:
    """Return the years of a fund, newest first."""
    years: dict[int, list[FundMonth]] = {}
    for month in account.months:
        years.setdefault(month.first_day.year, []).append(month)
    return [
        FundYear(
            year,
            tuple(months),
            FundMonth(
                first_day=months[0].first_day,
                opening_vnd=months[0].opening_vnd,
                income_vnd=sum(month.income_vnd for month in months),
                spent_vnd=sum(month.spent_vnd for month in months),
                transferred_in_vnd=sum(month.transferred_in_vnd for month in months),
                transferred_out_vnd=sum(month.transferred_out_vnd for month in months),
            ),
        )
        for year, months in sorted(years.items(), reverse=True)
    ]


def _make_fund_page(renderer: Renderer, account: FundAccount, all_years: dict[str, dict[int, int]]) -> Page:
    site, gettext, books = renderer.site, renderer.format.gettext, renderer.maker.books
    page = PageContext(fund_address(account.id), trail=lay_trail(renderer, (mark("Money in and out"), MONEY)))
    rows = list_fund_rows(site.ledger, account.id, limit=ROWS_SHOWN)
    html = renderer.render(
        "fund.html",
        page,
        account=account,
        books=books,
        years=sum_years(account),
        has_transfers=any(month.transferred_in_vnd or month.transferred_out_vnd for month in account.months),
        chart_address=fund_chart(account.id) if account.months else "",
        rows=rows,
        expense_years=all_years[account.id],
        places=ExpensePlaces(all_years),
    )
    return Page(
        address=page.address,
        title=gettext(mark("Money in and out: {name}")).format(name=account.record.name),
        description=account.record.description
        or gettext(mark("Month by month: what the fund took in, spent and holds.")),
        html=html,
        kind="fund",
        updated=account.last_day,
        meta=Meta(card=plain_card(renderer, account.record.name, _kicker(renderer)), trail=page.trail),
        search=(SearchEntry("page", brief=True, title=account.record.name),),
    )


def _make_year_page(
    renderer: Renderer, account: FundAccount, year: int, all_years: dict[str, dict[int, int]]
) -> Page:
    site, gettext = renderer.site, renderer.format.gettext
    trail = lay_trail(
        renderer, (mark("Money in and out"), MONEY), (account.record.name, fund_address(account.id))
    )
    page = PageContext(expense_year_address(account.id, year), trail=trail)
    rows = list_fund_rows(site.ledger, account.id, year=year, limit=MOST_ROWS)
    title = gettext(mark("Expenses of {year} – {name}")).format(year=year, name=account.record.name)
    html = renderer.render(
        "expenses.html",
        page,
        account=account,
        year=year,
        title=title,
        rows=rows,
        count=all_years[account.id][year],
        places=ExpensePlaces(all_years),
        row_anchor=row_anchor,
    )
    return Page(
        address=page.address,
        title=title,
        description=gettext(
            mark("Every expense and transfer of {year}: day, voucher, purpose, payee, amount.")
        ).format(year=year),
        html=html,
        kind="expenses",
        updated=max((row.day for row in rows), default=None),
        meta=Meta(card=plain_card(renderer, title), trail=page.trail),
    )


def _kicker(renderer: Renderer) -> str:
    return renderer.format.gettext(mark("Money in and out"))


class ExpensePlaces:
    """Where the row of an expense stands on the site: on the page of its fund and year."""

    def __init__(self, years: Mapping[str, Mapping[int, int]]) -> None:
        """``years``: by fund and year, how many rows there are."""
        self._years = years

    def of(self, row: ExpenseRow) -> str:
        """Return the address of a row."""
        return self._place(row.fund, row.day.year, row.number)

    def original(self, row: ExpenseRow) -> str:
        """Return the address of the row that ``row`` refers to; "" for none."""
        if row.original_number is None or row.original_day is None:
            return ""
        return self._place(row.fund, row.original_day.year, row.original_number)

    def _place(self, fund_id: str, year: int, number: int) -> str:
        address = expense_year_address(fund_id, year)
        # On a page that does not show all rows of its year, this one may be missing.
        is_whole = self._years.get(fund_id, {}).get(year, 0) <= MOST_ROWS
        return f"{address}#{row_anchor(number)}" if is_whole else address


def row_anchor(number: int) -> str:
    """Return the id of a row on its page."""
    return f"mb--chi-{number}"
