"""Addresses on the site: stable, ASCII, without a leading "/"; those of pages end with "/"."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil

from minhbach.site.model import Article, Figure, Site, WrittenPage

HOME = ""
NEWS = "tin-tuc/"
CAMPAIGNS = "chien-dich/"
RESULTS = "ket-qua/"
FIGURES = "so-lieu/"
RECOGNITION = "ghi-nhan/"
SEARCH = "tim-kiem/"
CHARTS = "bieu-do/"
PHOTOS = "anh/"
ARTICLES_PER_PAGE = 20


def article_address(article_id: str) -> str:
    """Return the address of an article: "tin-tuc/2025/tong-ket/"."""
    return f"{NEWS}{article_id}/"


def campaign_address(campaign_id: str) -> str:
    """Return the address of a campaign."""
    return f"{CAMPAIGNS}{campaign_id}/"


def year_address(year: int) -> str:
    """Return the address of the results of a year."""
    return f"{RESULTS}{year}/"


def figure_address(address: str) -> str:
    """Return the address of a figure's page: "2024.hien-mau" → "so-lieu/2024/hien-mau/"."""
    return f"{FIGURES}{address.replace('.', '/')}/"


def written_page_address(page_id: str) -> str:
    """Return the address of a hand-written page: "gioi-thieu/"; that of docs/index.md is the folder's own."""
    is_index = page_id == "index" or page_id.endswith("/index")
    return page_id.removesuffix("index") if is_index else f"{page_id}/"


def file_address(path: str) -> str:
    """Return the address of a file of docs/ or news/ that is published as it is."""
    return path.removeprefix("docs/") if path.startswith("docs/") else NEWS + path.removeprefix("news/")


def news_page_address(number: int) -> str:
    """Return the address of page ``number`` (from 1) of the list of all news."""
    return NEWS if number == 1 else f"{NEWS}trang/{number}/"


def news_page_count(site: Site) -> int:
    """Return how many pages the list of all news has; at least one, which may be empty."""
    return max(1, ceil(len(site.articles) / ARTICLES_PER_PAGE))


def result_years(site: Site) -> list[int]:
    """Return the years that have figures, newest first."""
    return sorted({figure.owner.year for figure in site.figures.values()}, reverse=True)


def list_addresses(site: Site) -> Iterator[tuple[str, Article | WrittenPage | Figure | str]]:
    """Yield the address of every page with what it shows: a record, or the name of a list."""
    yield HOME, "home"
    for number in range(1, news_page_count(site) + 1):
        yield news_page_address(number), "news"
    for article in site.articles.values():
        yield article_address(article.id), article
    yield CAMPAIGNS, "campaigns"
    for campaign in site.campaigns:
        yield campaign_address(campaign), "campaign"
    yield RESULTS, "results"
    for year in result_years(site):
        yield year_address(year), "year"
    yield FIGURES, "figures"
    for figure in site.figures.values():
        yield figure_address(figure.address), figure
    yield RECOGNITION, "recognition"
    yield SEARCH, "search"
    for page in site.pages.values():
        yield written_page_address(page.id), page
