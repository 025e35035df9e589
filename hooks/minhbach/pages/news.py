"""Articles and the lists of them."""

from __future__ import annotations

from collections.abc import Iterator

from minhbach.language import mark
from minhbach.outputs.model import Page
from minhbach.pages.photos import place_photos
from minhbach.pages.renderer import PageContext, Renderer
from minhbach.site.addresses import (
    ARTICLES_PER_PAGE,
    article_address,
    news_page_address,
    news_page_count,
)
from minhbach.site.link import document_source
from minhbach.site.model import Article

_SESSIONS = {"morning": mark("morning of"), "afternoon": mark("afternoon of"), "evening": mark("evening of")}


def make_article_pages(renderer: Renderer) -> Iterator[Page]:
    """Make the page of every article."""
    for article in renderer.site.articles.values():
        yield make_article_page(renderer, article)


def make_article_page(renderer: Renderer, article: Article) -> Page:
    """Make the page of one article."""
    site, record = renderer.site, article.record
    page = PageContext(article_address(article.id))
    targets = (item.target for item in article.prose.references if item.kind == "figure")
    used = dict.fromkeys(".".join(target.split(".")[:2]) for target in targets)
    html = renderer.render(
        "article.html",
        page,
        article=article,
        body=renderer.prose(page, article.path, article.prose, article.photos),
        session=renderer.format.gettext(_SESSIONS[record.event.session])
        if record.event and record.event.session
        else "",
        photos=place_photos(article, renderer.links),
        web=renderer.photos,
        figures=[site.figures[address] for address in used],
        campaigns=[site.campaigns[campaign] for campaign in record.campaigns],
        document=document_source(record.source, site.documents[record.source]) if record.source else None,
    )
    return Page(
        address=page.address,
        title=record.title,
        description=record.summary,
        html=html,
        kind="article",
        headings=article.prose.headings,
        updated=(record.updated or record.published).date(),
    )


def make_news_pages(renderer: Renderer) -> Iterator[Page]:
    """Make the list of all news, newest first, in pages of ``ARTICLES_PER_PAGE``."""
    gettext = renderer.format.gettext
    articles = list(renderer.site.articles.values())
    count = news_page_count(renderer.site)
    for number in range(1, count + 1):
        here = articles[(number - 1) * ARTICLES_PER_PAGE : number * ARTICLES_PER_PAGE]
        page = PageContext(news_page_address(number))
        html = renderer.render(
            "news.html", page, articles=here, number=number, count=count, shown=shown_numbers(number, count)
        )
        title = gettext(mark("News"))
        if number > 1:
            title = gettext(mark("News, page {number}")).format(number=number)
        yield Page(
            address=page.address,
            title=title,
            description=gettext(mark("News and events of {name}.")).format(
                name=renderer.site.organisation.name
            ),
            html=html,
            kind="news",
            updated=max((item.record.published.date() for item in here), default=None),
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
