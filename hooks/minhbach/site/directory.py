"""Every page of a site: its address and what it shows."""

from __future__ import annotations

from collections.abc import Iterator

from minhbach.site import addresses
from minhbach.site.bookkeeping import keeps_books, list_expense_years, list_money_campaigns
from minhbach.site.figure import Figure
from minhbach.site.giving import list_ways
from minhbach.site.lists import list_news
from minhbach.site.model import Article, Site, Translation, WrittenPage
from minhbach.site.sheets import sheet_campaigns

Shown = Article | Translation | WrittenPage | Figure | str
"""What a page shows: a record, or the name of a list."""


def result_years(site: Site) -> list[int]:
    """Return the years that have figures, newest first."""
    return sorted({figure.owner.year for figure in site.figures.values()}, reverse=True)


def is_written(site: Site, address: str) -> bool:
    """Whether the chapter has written the page at ``address`` itself (in docs/), in place of a built-in."""
    return address in map(addresses.written_page_address, site.pages)


def has_find_gift_page(site: Site) -> bool:
    """Whether there are gifts to find, and a way: by codes only once some have been given out."""
    is_ready = site.organisation.gift_lookup == "names" or site.gift_codes is not None
    return site.ledger.count("gifts") > 0 and is_ready


def list_pages(site: Site) -> Iterator[tuple[str, Shown]]:
    """Yield the address of every page with what it shows; withdrawn articles too, which show a notice."""
    yield addresses.HOME, "home"
    yield from _list_newsroom(site)
    yield addresses.CAMPAIGNS, "campaigns"
    for campaign in site.campaigns:
        yield addresses.campaign_address(campaign), "campaign"
    yield addresses.RESULTS, "results"
    for year in result_years(site):
        yield addresses.year_address(year), "year"
    yield addresses.FIGURES, "figures"
    for figure in site.figures.values():
        yield addresses.figure_address(figure.address), figure
    yield addresses.UNKNOWNS, "unknowns"
    yield from _list_thanks(site)
    yield addresses.DATA, "data"
    if site.documents:
        yield addresses.DOCUMENTS, "documents"
    yield addresses.DISCLOSURE, "disclosure"
    if sheets := sheet_campaigns(site):
        yield addresses.SHEETS, "sheets"
        for posted in sheets:
            yield addresses.sheet_address(posted.id), "sheet"
    if list_ways(site):
        yield addresses.GIVING, "giving"
    yield from _list_money_pages(site)
    yield addresses.SEARCH, "search"
    if site.organisation.offline:
        yield addresses.OFFLINE, "offline"
    for address, name in ((addresses.PRIVACY, "privacy"), (addresses.ACCESSIBILITY, "accessibility")):
        if not is_written(site, address):
            yield address, name
    for page in site.pages.values():
        yield addresses.written_page_address(page.id), page


def _list_newsroom(site: Site) -> Iterator[tuple[str, Shown]]:
    """Yield lists of articles, and the articles."""
    for news in list_news(site):
        for address in news.addresses():
            yield address, "news"
    yield addresses.ARCHIVE, "archive"
    yield addresses.TOPICS, "topics"
    yield addresses.AUTHORS, "authors"
    for article in (*site.articles.values(), *site.withdrawn.values()):
        yield addresses.article_address(article.id), article
    for article in site.articles.values():
        if article.translation is not None:
            yield addresses.translation_address(article.id), article.translation


def _list_thanks(site: Site) -> Iterator[tuple[str, Shown]]:
    """Yield the acknowledgments, the lists of gifts and the pages of donors."""
    yield addresses.RECOGNITION, "recognition"
    for gifts in site.thanks.lists:
        for address in gifts.addresses():
            yield address, "gifts"
    for donor in site.thanks.donors:
        yield addresses.donor_address(donor), "donor"
    if has_find_gift_page(site):
        yield addresses.FIND_GIFT, "find-gift"


def _list_money_pages(site: Site) -> Iterator[tuple[str, Shown]]:
    """Yield the pages of money in and out."""
    yield addresses.MONEY, "money"
    if keeps_books(site):
        for fund, years in list_expense_years(site).items():
            yield addresses.fund_address(fund), "fund"
            for year in years:
                yield addresses.expense_year_address(fund, year), "expenses"
    for campaign in list_money_campaigns(site):
        yield addresses.campaign_money_address(campaign), "campaign-money"
