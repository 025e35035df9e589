"""What search engines read: the sitemap, the news sitemap and robots.txt."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from xml.sax.saxutils import escape, quoteattr

from minhbach.outputs.xml_text import clean_text, encode_url, local_time
from minhbach.records.base import VIETNAM

SITEMAP = "sitemap.xml"
MAX_URLS = 50_000
MAX_BYTES = 50 * 1024 * 1024
"""What one sitemap may hold (https://www.sitemaps.org/protocol.html)."""
MAX_NEWS = 1_000
NEWS_PERIOD = timedelta(hours=48)
"""Of what age, and how many, articles a news sitemap may name (Google Search Central, "News sitemaps")."""

_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
_SITEMAPS = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
_XHTML = 'xmlns:xhtml="http://www.w3.org/1999/xhtml"'
_NEWS = 'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"'


@dataclass(frozen=True)
class SitemapUrl:
    """A page: its absolute address, when its content last changed, and its versions in every language."""

    loc: str
    updated: date | datetime | None = None
    """None: the content does not say."""
    alternates: tuple[tuple[str, str], ...] = ()
    """Language and absolute address of each version, this page's own among them."""


@dataclass(frozen=True)
class NewsUrl:
    """An article as news: its absolute address, its title, and the paper that it appears in."""

    loc: str
    title: str
    published: datetime
    language: str
    """Two letters: "vi"."""
    publication: str


def write_sitemap(
    urls: Iterable[SitemapUrl], folder_url: str, *, max_urls: int = MAX_URLS, max_bytes: int = MAX_BYTES
) -> dict[str, bytes]:
    """Return the sitemap of ``urls`` as files by name; ``sitemap.xml`` comes first.

    Where it would pass the limits, that one is the index of the others. ``folder_url`` is the absolute
    address of the folder that they are published in, above all pages. Raises ValueError for a time without
    a time zone.
    """
    head = f"{_DECLARATION}<urlset {_SITEMAPS} {_XHTML}>\n".encode()
    tail = b"</urlset>\n"
    parts = list(_split(sorted(urls, key=_loc), max_urls, max_bytes - len(head) - len(tail)))
    files = [head + b"".join(elements) + tail for _urls, elements in parts]
    if len(files) == 1:
        return {SITEMAP: files[0]}
    names = [f"sitemap-{number}.xml" for number in range(1, len(files) + 1)]
    folder = folder_url.rstrip("/") + "/"
    entries = [
        f"<sitemap><loc>{_address(folder + name)}</loc>{_last_change(urls)}</sitemap>\n"
        for name, (urls, _elements) in zip(names, parts, strict=True)
    ]
    index = f"{_DECLARATION}<sitemapindex {_SITEMAPS}>\n{''.join(entries)}</sitemapindex>\n"
    return {SITEMAP: index.encode(), **dict(zip(names, files, strict=True))}


def write_news_sitemap(urls: Iterable[NewsUrl]) -> bytes:
    """Return the news sitemap of ``urls``, the newest ``MAX_NEWS`` of them; see :func:`select_recent`."""
    newest = sorted(urls, key=lambda url: (-url.published.timestamp(), url.loc))[:MAX_NEWS]
    elements = "".join(map(_news_element, newest))
    return f"{_DECLARATION}<urlset {_SITEMAPS} {_NEWS}>\n{elements}</urlset>\n".encode()


def is_recent(published: datetime, now: datetime) -> bool:
    """Whether an article is news: published by ``now``, and at most 48 hours before, both bounds included.

    Raises ValueError for a time without a time zone.
    """
    return timedelta(0) <= local_time(now) - local_time(published) <= NEWS_PERIOD


def select_recent(urls: Iterable[NewsUrl], now: datetime) -> tuple[NewsUrl, ...]:
    """Return those of ``urls`` that are news at the time ``now``, in their order."""
    return tuple(url for url in urls if is_recent(url.published, now))


def write_robots(sitemap_urls: Iterable[str] = ()) -> bytes:
    """Return a robots.txt (RFC 9309) that lets everyone read everything and names the sitemaps.

    ``sitemap_urls`` are absolute; where the site does not know its address there are none.
    """
    lines = ["User-agent: *", "Disallow:"]
    if sitemaps := [f"Sitemap: {encode_url(url)}" for url in sitemap_urls]:
        lines += ["", *sitemaps]
    return ("\n".join(lines) + "\n").encode()


def _split(
    urls: list[SitemapUrl], max_urls: int, max_bytes: int
) -> Iterator[tuple[list[SitemapUrl], list[bytes]]]:
    """Yield the pages of each file and their elements; one file without pages where there are none."""
    first, size = 0, 0
    elements: list[bytes] = []
    for position, url in enumerate(urls):
        element = _url_element(url)
        if elements and (len(elements) == max_urls or size + len(element) > max_bytes):
            yield urls[first:position], elements
            first, size, elements = position, 0, []
        elements.append(element)
        size += len(element)
    yield urls[first:], elements


def _url_element(url: SitemapUrl) -> bytes:
    links = "".join(
        f'<xhtml:link rel="alternate" hreflang={quoteattr(clean_text(language))} '
        f"href={quoteattr(encode_url(address))}/>"
        for language, address in url.alternates
    )
    return f"<url><loc>{_address(url.loc)}</loc>{_last_change([url])}{links}</url>\n".encode()


def _news_element(url: NewsUrl) -> str:
    publication = (
        f"<news:publication><news:name>{escape(clean_text(url.publication))}</news:name>"
        f"<news:language>{escape(clean_text(url.language))}</news:language></news:publication>"
    )
    published = local_time(url.published).isoformat()
    return (
        f"<url><loc>{_address(url.loc)}</loc><news:news>{publication}"
        f"<news:publication_date>{published}</news:publication_date>"
        f"<news:title>{escape(clean_text(url.title))}</news:title></news:news></url>\n"
    )


def _last_change(urls: Iterable[SitemapUrl]) -> str:
    """Return the newest change of ``urls`` as an element; nothing where none of them says."""
    changes = [url.updated for url in urls if url.updated is not None]
    return f"<lastmod>{_written(max(changes, key=_moment))}</lastmod>" if changes else ""


def _written(change: date) -> str:
    """Return a change as https://www.w3.org/TR/NOTE-datetime writes it: "2025-01-16T08:43:00+07:00"."""
    return local_time(change).isoformat() if isinstance(change, datetime) else change.isoformat()


def _moment(change: date) -> datetime:
    """Return a change as a moment to compare; a day is its beginning in Viet Nam."""
    return local_time(change) if isinstance(change, datetime) else datetime.combine(change, time(), VIETNAM)


def _address(url: str) -> str:
    return escape(encode_url(url))


def _loc(url: SitemapUrl) -> str:
    return url.loc
