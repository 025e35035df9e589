"""Files for search engines: the sitemap, the news sitemap, robots.txt."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from minhbach.outputs.model import Asset, Page
from minhbach.outputs.sitemap import (
    NewsUrl,
    SitemapUrl,
    select_recent,
    write_news_sitemap,
    write_robots,
    write_sitemap,
)
from minhbach.site.model import Site

NEWS_SITEMAP, ROBOTS = "sitemap-news.xml", "robots.txt"


def make_machine_files(site: Site, pages: Sequence[Page]) -> Iterator[Asset]:
    """Make the files that tell search engines which ``pages`` there are.

    Without a public address there are no sitemaps. A news sitemap exists only while there is recent news, for
    one without an entry is not valid.
    """
    base = site.settings.base_url
    if not base:
        yield Asset(ROBOTS, write_robots())
        return
    listed = [page for page in pages if page.meta.listed]
    urls = [
        SitemapUrl(
            base + page.address,
            page.updated,
            tuple((language, base + where) for language, where in (page.meta.languages or {}).items()),
        )
        for page in listed
    ]
    for name, content in write_sitemap(urls, base).items():
        yield Asset(name, content)
    sitemaps = [f"{base}sitemap.xml"]
    news = [
        NewsUrl(base + page.address, page.title, page.meta.published, page.language, site.organisation.name)
        for page in listed
        if page.kind == "article" and page.meta.published is not None
    ]
    if recent := select_recent(news, site.settings.now):
        yield Asset(NEWS_SITEMAP, write_news_sitemap(recent))
        sitemaps.append(base + NEWS_SITEMAP)
    yield Asset(ROBOTS, write_robots(sitemaps))
