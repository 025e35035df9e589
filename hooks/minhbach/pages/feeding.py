"""Feeds: which there are, and what stands in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, time
from urllib.parse import urlsplit

from minhbach.derive.reading import reading_minutes
from minhbach.feeds.atom import write_atom
from minhbach.feeds.json_feed import write_json_feed
from minhbach.feeds.model import Author, Feed, FeedEntry, FeedImage, FeedUrls, make_tag_uri
from minhbach.feeds.rss import write_rss
from minhbach.outputs.model import Asset
from minhbach.pages.lists import describe_list, list_title
from minhbach.pages.photos import place_photos
from minhbach.pages.renderer import PageContext, Renderer
from minhbach.records.base import VIETNAM
from minhbach.site.addresses import HOME, article_address, author_address
from minhbach.site.lists import WITH_FEEDS, NewsList
from minhbach.site.model import Article
from minhbach.site.redirects import read_alias

ENTRIES = 20
"""How many articles a feed holds: the newest ones."""
_SINCE = date(2025, 1, 1)
"""The day in all ids (RFC 4151). It only has to stay the same for good."""


def make_feeds(renderer: Renderer) -> Iterator[Asset]:
    """Make every feed in its three formats; none where the site does not know its own address."""
    if not renderer.site.settings.base_url:
        return
    entries: dict[str, FeedEntry] = {}
    for news in renderer.lists:
        if news.kind not in WITH_FEEDS:
            continue
        newest = sorted(news.articles, key=lambda item: (item.record.published, item.id), reverse=True)
        for article in newest[:ENTRIES]:
            if article.id not in entries:
                entries[article.id] = make_entry(renderer, article)
        feed = make_feed(renderer, news, tuple(entries[article.id] for article in newest[:ENTRIES]))
        yield Asset(f"{news.address}atom.xml", write_atom(feed))
        yield Asset(f"{news.address}rss.xml", write_rss(feed))
        yield Asset(f"{news.address}feed.json", write_json_feed(feed))


def make_feed(renderer: Renderer, news: NewsList, entries: tuple[FeedEntry, ...]) -> Feed:
    """Return the feed of a list."""
    site = renderer.site
    base, name = site.settings.base_url, site.organisation.name
    title = list_title(renderer, news)
    return Feed(
        id=stable_id(renderer, news.address),
        title=f"{title} – {name}",
        description=describe_list(renderer, news),
        home_url=base + news.address,
        urls=FeedUrls(
            atom=f"{base}{news.address}atom.xml",
            rss=f"{base}{news.address}rss.xml",
            json=f"{base}{news.address}feed.json",
        ),
        author=Author(name, base + HOME),
        entries=entries,
        changed=None if entries else datetime.combine(_SINCE, time(), VIETNAM),
        language=renderer.catalogue.language,
    )


def make_entry(renderer: Renderer, article: Article) -> FeedEntry:
    """Return an article as it stands in feeds: the whole text, every address absolute."""
    site, record = renderer.site, article.record
    base = site.settings.base_url
    page = PageContext(article_address(article.id), root=base)
    content = renderer.render(
        "_feed.html",
        page,
        article=article,
        minutes=reading_minutes(article.prose.word_count),
        body=renderer.prose(page, article.path, article.prose, article.photos),
        photos=place_photos(article, renderer.links),
        web=renderer.photos,
        attachments=[(item, renderer.publish_file(item.path)) for item in article.attachments],
        document=record.source,
        based_on=record.based_on,
    )
    return FeedEntry(
        id=stable_id(renderer, first_address(article)),
        url=base + page.address,
        title=record.title,
        summary=record.summary,
        content_html=content,
        published=record.published,
        updated=article.changed,
        authors=tuple(Author(site.authors[key].name, base + author_address(key)) for key in article.authors),
        categories=(site.sections[record.section].name, *article.tags),
        image=_image(renderer, article),
        language=renderer.catalogue.language,
    )


def first_address(article: Article) -> str:
    """Return the first address that the article had: that of its oldest alias, else its own."""
    for alias in article.record.aliases:
        if (address := read_alias(alias)) is not None:
            return address
    return article_address(article.id)


def stable_id(renderer: Renderer, address: str) -> str:
    """Return the id of what was first published at ``address``: it survives that page's and the site's moves.

    The site's part is ``first_url`` of the organisation, where the site has moved since, else its address.
    """
    organisation = renderer.site.organisation
    first = urlsplit(organisation.first_url or renderer.site.settings.base_url)
    folder = first.path.strip("/")
    # What is no domain (an address in numbers, a machine's own name) only serves a preview.
    domain = ".".join(re.findall(r"[a-z0-9]+(?:-+[a-z0-9]+)*", (first.hostname or "").lower())) or "localhost"
    return make_tag_uri(domain, _SINCE, f"{folder}/{address}" if folder else address)


def _image(renderer: Renderer, article: Article) -> FeedImage | None:
    if not article.photos:
        return None
    web = renderer.photos[article.photos[0].path]
    url = renderer.site.settings.base_url + web.address
    return FeedImage(url, "image/webp", web.width_px, web.height_px)
