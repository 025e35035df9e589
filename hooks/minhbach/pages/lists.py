"""The lists of articles, the archive, and the overviews of topics and authors."""

from __future__ import annotations

from collections.abc import Iterator

from minhbach.derive.changes import latest_change
from minhbach.language import mark
from minhbach.outputs.model import Crumb, Meta, Page, SearchEntry
from minhbach.pages.carding import plain_card
from minhbach.pages.renderer import PageContext, Renderer
from minhbach.pages.structured import describe_author
from minhbach.pages.trail import lay_trail
from minhbach.site.addresses import (
    ARCHIVE,
    AUTHORS,
    CAMPAIGNS,
    NEWS,
    TOPICS,
    campaign_address,
    news_year_address,
)
from minhbach.site.lists import WITH_FEEDS, ListKind, NewsList

_TITLES = {
    ListKind.ALL: mark("News"),
    ListKind.SECTION: mark("Section: {name}"),
    ListKind.TAG: mark("Topic: {name}"),
    ListKind.AUTHOR: mark("Author: {name}"),
    ListKind.YEAR: mark("News of {year}"),
    ListKind.MONTH: mark("News of {month}/{year}"),
    ListKind.CAMPAIGN: mark("News of the campaign {name}"),
}
_DESCRIPTIONS = {
    ListKind.ALL: mark("News and events of {organisation}."),
    ListKind.SECTION: mark("Articles of {organisation} in the section {name}."),
    ListKind.TAG: mark("Articles of {organisation} on the topic {name}."),
    ListKind.AUTHOR: mark("Articles by {name} on the site of {organisation}."),
    ListKind.YEAR: mark("Articles that {organisation} published in {year}."),
    ListKind.MONTH: mark("Articles that {organisation} published in month {month} of {year}."),
    ListKind.CAMPAIGN: mark("Articles of {organisation} on the campaign {name}."),
}


def make_list_pages(renderer: Renderer) -> Iterator[Page]:
    """Make the pages of every list, and the overviews that lead to them."""
    for news in renderer.lists:
        for number in range(1, news.page_count + 1):
            yield make_list_page(renderer, news, number)
    yield make_archive(renderer)
    yield _make_overview(
        renderer, TOPICS, ListKind.TAG, mark("Topics"), mark("Topics of the news of {name}.")
    )
    yield _make_overview(
        renderer, AUTHORS, ListKind.AUTHOR, mark("Authors"), mark("Who writes the news of {name}.")
    )


def make_list_page(renderer: Renderer, news: NewsList, number: int) -> Page:
    """Make page ``number`` of a list, from 1."""
    site, gettext = renderer.site, renderer.format.gettext
    title, here = list_title(renderer, news), news.page(number)
    page = PageContext(news.page_address(number), trail=_trail(renderer, news))
    section = site.sections.get(news.key) if news.kind is ListKind.SECTION else None
    author = site.authors.get(news.key) if news.kind is ListKind.AUTHOR else None
    html = renderer.render(
        "list.html",
        page,
        news=news,
        title=title,
        section=section,
        author=author,
        articles=here,
        number=number,
        shown=shown_numbers(number, news.page_count),
        months=_months(renderer, news),
    )
    named = title
    if number > 1:
        named = gettext(mark("{title}, page {number}")).format(title=title, number=number)
    return Page(
        address=page.address,
        title=named,
        description=describe_list(renderer, news, number),
        html=html,
        kind="news",
        updated=max((article.changed for article in here), default=None),
        meta=Meta(
            card=plain_card(renderer, title),
            trail=page.trail,
            feeds=news.address if news.kind in WITH_FEEDS else NEWS,
            structured=(describe_author(site, news.key, author),) if author is not None else (),
        ),
        search=(SearchEntry("page", brief=True),) if news.kind is ListKind.ALL and number == 1 else (),
    )


def list_title(renderer: Renderer, news: NewsList) -> str:
    """Return what a list is called: "Chuyên mục: Tin tức – Sự kiện"."""
    return renderer.format.gettext(_TITLES[news.kind]).format(**_names(news))


def describe_list(renderer: Renderer, news: NewsList, number: int = 1) -> str:
    """Return what page ``number`` of a list holds, in a sentence."""
    gettext = renderer.format.gettext
    names = {**_names(news), "organisation": renderer.site.organisation.name}
    about = None
    if news.kind is ListKind.SECTION:
        about = renderer.site.sections[news.key].description
    elif news.kind is ListKind.AUTHOR:
        about = renderer.site.authors[news.key].about
    description = about or gettext(_DESCRIPTIONS[news.kind]).format(**names)
    if number > 1:
        page = gettext(mark("Page {number} of {count}.")).format(number=number, count=news.page_count)
        return f"{description} {page}"
    return description


def _names(news: NewsList) -> dict[str, str]:
    year, _hyphen, month = news.key.partition("-")
    is_time = news.kind in (ListKind.YEAR, ListKind.MONTH)
    return {"name": news.name, **({"year": year, "month": month} if is_time else {})}


def _trail(renderer: Renderer, news: NewsList) -> tuple[Crumb, ...]:
    above: tuple[tuple[str, str], ...] = ((mark("News"), NEWS),)
    match news.kind:
        case ListKind.ALL:
            above = ()
        case ListKind.TAG:
            above += ((mark("Topics"), TOPICS),)
        case ListKind.AUTHOR:
            above += ((mark("Authors"), AUTHORS),)
        case ListKind.YEAR:
            above += ((mark("Archive"), ARCHIVE),)
        case ListKind.MONTH:
            year = news.key[:4]
            name = renderer.format.gettext(mark("Year {year}")).format(year=year)
            above += ((mark("Archive"), ARCHIVE), (name, news_year_address(int(year))))
        case ListKind.CAMPAIGN:
            above = ((mark("Campaigns"), CAMPAIGNS), (news.name, campaign_address(news.key)))
    return lay_trail(renderer, *above)


def _months(renderer: Renderer, news: NewsList) -> list[NewsList]:
    """Return the months of a year's list."""
    if news.kind is not ListKind.YEAR:
        return []
    return [
        item for item in renderer.lists if item.kind is ListKind.MONTH and item.key.startswith(f"{news.key}-")
    ]


def make_archive(renderer: Renderer) -> Page:
    """Make the overview of all years and months that have articles."""
    site, gettext = renderer.site, renderer.format.gettext
    page = PageContext(ARCHIVE, trail=lay_trail(renderer, (mark("News"), NEWS)))
    years = [(news, _months(renderer, news)) for news in renderer.lists if news.kind is ListKind.YEAR]
    description = gettext(mark("All articles of {name} by year and month.")).format(
        name=site.organisation.name
    )
    return Page(
        address=page.address,
        title=gettext(mark("Archive")),
        description=description,
        html=renderer.render("archive.html", page, years=years, count=len(site.articles)),
        kind="archive",
        updated=latest_change((), site.articles.values()),
        meta=Meta(trail=page.trail, feeds=NEWS),
    )


def _make_overview(renderer: Renderer, address: str, kind: ListKind, title: str, description: str) -> Page:
    """Make the overview of all lists of one kind, in the alphabet's order."""
    gettext = renderer.format.gettext
    page = PageContext(address, trail=lay_trail(renderer, (mark("News"), NEWS)))
    lists = sorted((news for news in renderer.lists if news.kind is kind), key=lambda news: news.key)
    name = renderer.site.organisation.name
    return Page(
        address=address,
        title=gettext(title),
        description=gettext(description).format(name=name),
        html=renderer.render("overview.html", page, title=gettext(title), lists=lists),
        kind="overview",
        updated=latest_change((), renderer.site.articles.values()),
        meta=Meta(trail=page.trail, feeds=NEWS),
    )


def shown_numbers(number: int, count: int) -> list[int]:
    """Return the page numbers to offer on page ``number`` of ``count``; 0 stands for a gap.

    First, last, and the neighbours: on page 5 of 9 that is 1, gap, 4, 5, 6, gap, 9.
    """
    wanted = sorted({1, count, *range(max(1, number - 1), min(count, number + 1) + 1)})
    shown: list[int] = []
    for page in wanted:
        if shown and page > shown[-1] + 1:
            shown.append(page - 1 if page == shown[-1] + 2 else 0)
        shown.append(page)
    return shown
