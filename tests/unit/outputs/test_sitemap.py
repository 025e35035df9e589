"""Sitemaps name every page once with its last change, news for 48 hours, and stay within the limits."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from datetime import UTC, date, datetime, timedelta, timezone
from urllib.robotparser import RobotFileParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minhbach.outputs.sitemap import (
    MAX_NEWS,
    MAX_URLS,
    NewsUrl,
    SitemapUrl,
    is_recent,
    select_recent,
    write_news_sitemap,
    write_robots,
    write_sitemap,
)
from minhbach.outputs.xml_text import clean_text
from minhbach.records.base import VIETNAM

SITEMAPS = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
NEWS = "{http://www.google.com/schemas/sitemap-news/0.9}"
XHTML = "{http://www.w3.org/1999/xhtml}"
SITE = "https://hoi.example.org/trang/"
NOON = datetime(2025, 1, 16, 12, 0, tzinfo=VIETNAM)


def pages(count: int, updated: date | None = None) -> list[SitemapUrl]:
    return [SitemapUrl(f"{SITE}{number:06}/", updated) for number in range(count)]


def locs(content: bytes, element: str = "url") -> list[str]:
    found = [item.findtext(f"{SITEMAPS}loc") for item in ET.fromstring(content).findall(SITEMAPS + element)]
    assert None not in found
    return [loc for loc in found if loc]


def only_url(url: SitemapUrl) -> ET.Element:
    (content,) = write_sitemap([url], SITE).values()
    root = ET.fromstring(content)
    assert root.tag == f"{SITEMAPS}urlset"
    (element,) = root
    return element


def news(title: str = "Tin", published: datetime = NOON, loc: str = f"{SITE}tin/") -> NewsUrl:
    return NewsUrl(loc, title, published, "vi", "Hội Chữ thập đỏ mẫu")


def test_pages_stand_in_one_file_sorted_by_address() -> None:
    files = write_sitemap(reversed(pages(30)), SITE)
    assert list(files) == ["sitemap.xml"]
    assert files["sitemap.xml"].startswith(b'<?xml version="1.0" encoding="UTF-8"?>\n<urlset ')
    assert locs(files["sitemap.xml"]) == [page.loc for page in pages(30)]
    assert files == write_sitemap(pages(30), SITE)


@pytest.mark.parametrize(
    ("updated", "written"),
    [
        (None, None),
        (date(2025, 1, 16), "2025-01-16"),
        (datetime(2025, 1, 16, 8, 43, tzinfo=VIETNAM), "2025-01-16T08:43:00+07:00"),
        (datetime(2025, 1, 15, 18, 30, 1, 5, tzinfo=UTC), "2025-01-16T01:30:01+07:00"),
    ],
)
def test_a_last_change_is_a_day_or_a_moment_in_viet_nam(updated: date | None, written: str | None) -> None:
    assert only_url(SitemapUrl(SITE, updated)).findtext(f"{SITEMAPS}lastmod") == written


def test_a_moment_without_a_time_zone_is_refused() -> None:
    naive = datetime(2025, 1, 16)  # noqa: DTZ001 - this is what is refused
    with pytest.raises(ValueError, match="no time zone"):
        write_sitemap([SitemapUrl(SITE, naive)], SITE)
    with pytest.raises(ValueError, match="no time zone"):
        is_recent(naive, NOON)


def test_addresses_are_ascii_and_escaped() -> None:
    element = only_url(SitemapUrl(f"{SITE}tin tức/?a=1&b='<2>"))
    assert element.findtext(f"{SITEMAPS}loc") == f"{SITE}tin%20t%E1%BB%A9c/?a=1&b='%3C2%3E"


def test_versions_in_other_languages_are_named() -> None:
    versions = (("vi", f"{SITE}a/"), ("en", f"{SITE}en/a&b/"))
    links = only_url(SitemapUrl(f"{SITE}a/", alternates=versions)).findall(f"{XHTML}link")
    assert [(link.get("hreflang"), link.get("href")) for link in links] == list(versions)
    assert {link.get("rel") for link in links} == {"alternate"}


def test_a_site_without_pages_has_an_empty_sitemap() -> None:
    (content,) = write_sitemap([], SITE).values()
    assert locs(content) == []


def test_one_page_more_than_a_sitemap_may_hold_makes_an_index() -> None:
    assert list(write_sitemap(pages(MAX_URLS), SITE)) == ["sitemap.xml"]
    files = write_sitemap(pages(MAX_URLS + 1), SITE)
    assert list(files) == ["sitemap.xml", "sitemap-1.xml", "sitemap-2.xml"]
    assert locs(files["sitemap.xml"], "sitemap") == [f"{SITE}sitemap-1.xml", f"{SITE}sitemap-2.xml"]
    assert [len(locs(files[f"sitemap-{number}.xml"])) for number in (1, 2)] == [MAX_URLS, 1]


def test_an_index_says_when_each_of_its_files_last_changed() -> None:
    moment = datetime(2025, 1, 16, 0, 0, 1, tzinfo=VIETNAM)
    updated = [date(2025, 1, 16), moment, date(2025, 1, 15), date(2025, 1, 17), moment, None, None, None]
    urls = [SitemapUrl(f"{SITE}{number}/", change) for number, change in enumerate(updated)]
    index = ET.fromstring(write_sitemap(urls, SITE.rstrip("/"), max_urls=3)["sitemap.xml"])
    assert index.tag == f"{SITEMAPS}sitemapindex"
    changes = [item.findtext(f"{SITEMAPS}lastmod") for item in index]
    assert changes == ["2025-01-16T00:00:01+07:00", "2025-01-17", None]


@given(st.integers(0, 40), st.integers(1, 12), st.integers(400, 3000))
def test_no_file_passes_a_limit_and_no_page_is_lost(count: int, max_urls: int, max_bytes: int) -> None:
    files = write_sitemap(pages(count, date(2025, 1, 16)), SITE, max_urls=max_urls, max_bytes=max_bytes)
    index = files.pop("sitemap.xml") if len(files) > 1 else None
    assert [loc for content in files.values() for loc in locs(content)] == [page.loc for page in pages(count)]
    assert all(len(content) <= max_bytes and len(locs(content)) <= max_urls for content in files.values())
    if index is not None:
        assert locs(index, "sitemap") == [SITE + name for name in files]
        assert all(locs(content) for content in files.values())


@pytest.mark.parametrize(
    ("age", "recent"),
    [
        (timedelta(seconds=-1), False),
        (timedelta(0), True),
        (timedelta(hours=47, minutes=59, seconds=59), True),
        (timedelta(hours=48), True),
        (timedelta(hours=48, seconds=1), False),
        (timedelta(days=365), False),
    ],
)
def test_news_is_what_was_published_within_48_hours_both_bounds_included(
    age: timedelta, recent: bool
) -> None:
    assert is_recent(NOON - age, NOON) is recent
    assert is_recent((NOON - age).astimezone(UTC), NOON.astimezone(timezone(timedelta(hours=-11)))) is recent
    item = news(published=NOON - age)
    assert select_recent([item], NOON) == ((item,) if recent else ())


def test_news_has_the_tags_that_google_requires() -> None:
    content = write_news_sitemap([news("Trao quà & <chúc> Tết", datetime(2025, 1, 15, 18, 30, tzinfo=UTC))])
    assert content.startswith(b'<?xml version="1.0" encoding="UTF-8"?>\n')
    (url,) = ET.fromstring(content)
    assert url.findtext(f"{SITEMAPS}loc") == f"{SITE}tin/"
    (item,) = url.findall(f"{NEWS}news")
    assert item.findtext(f"{NEWS}publication/{NEWS}name") == "Hội Chữ thập đỏ mẫu"
    assert item.findtext(f"{NEWS}publication/{NEWS}language") == "vi"
    assert item.findtext(f"{NEWS}publication_date") == "2025-01-16T01:30:00+07:00"
    assert item.findtext(f"{NEWS}title") == "Trao quà & <chúc> Tết"


def test_only_the_newest_thousand_news_are_named() -> None:
    items = [news(published=NOON - timedelta(seconds=n), loc=f"{SITE}{n}/") for n in range(MAX_NEWS + 7)]
    content = write_news_sitemap(reversed(items))
    assert locs(content) == [item.loc for item in items[:MAX_NEWS]]


def test_without_news_the_sitemap_is_empty() -> None:
    assert locs(write_news_sitemap([])) == []


@given(st.text(st.characters(codec=None), max_size=30))
def test_any_title_comes_back_as_it_was_but_for_what_xml_forbids(title: str) -> None:
    root = ET.fromstring(write_news_sitemap([news(title)]))
    assert root.findtext(f".//{NEWS}title") == clean_text(title)


@pytest.mark.parametrize("sitemaps", [[], [f"{SITE}sitemap.xml", f"{SITE}sitemap-news.xml"]])
def test_robots_may_read_everything_and_find_the_sitemaps(sitemaps: list[str]) -> None:
    content = write_robots(sitemaps).decode("ascii")
    robots = RobotFileParser()
    robots.parse(content.splitlines())
    assert robots.can_fetch("Googlebot", f"{SITE}tin/")
    assert robots.can_fetch("*", "/")
    assert robots.site_maps() == (sitemaps or None)
    assert content.count("Sitemap:") == len(sitemaps)
