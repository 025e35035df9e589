"""Feeds like those of a real chapter, and readers of what is written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import feedparser
import pytest

from minhbach.feeds.model import Author, Feed, FeedEntry, FeedImage, FeedUrls
from minhbach.records.base import VIETNAM

HOME = "https://hoi.example.org/tin-tuc/"


def _entry(number: int, **changes: Any) -> FeedEntry:
    published = datetime(2025, 1, 16, 8, 43, tzinfo=VIETNAM) - timedelta(days=number)
    entry = FeedEntry(
        id=f"tag:hoi.example.org,2025-01-01:tin-tuc/2025/bai-{number}/",
        url=f"{HOME}2025/bai-{number}/",
        title=f"Trao 4.875 suất quà Tết, đợt {number}",
        summary="Từ 9/1 đến 26/1/2025, toàn quận trao quà & chúc Tết.",
        content_html=f'<p>Bài <a href="{HOME}">số</a> {number}: 1 &lt; 2 &amp; “xong”.</p>',
        published=published,
        updated=published + timedelta(hours=2),
        authors=(Author("Quang Vinh", "https://hoi.example.org/tac-gia/quang-vinh/"), Author("Hà An")),
        categories=("Tin tức – Sự kiện", "Tết Nhân ái"),
        image=FeedImage("https://hoi.example.org/anh/trao-qua.jpg", "image/jpeg", 1280, 853, 91_234),
    )
    return replace(entry, **changes)


def _feed(**changes: Any) -> Feed:
    feed = Feed(
        id="tag:hoi.example.org,2025-01-01:tin-tuc/",
        title="Tin của Hội Chữ thập đỏ mẫu",
        description="Bài mới & số liệu mới.",
        home_url=HOME,
        urls=FeedUrls(f"{HOME}feed.atom", f"{HOME}feed.rss", f"{HOME}feed.json"),
        author=Author("Hội Chữ thập đỏ mẫu", "https://hoi.example.org/"),
        entries=tuple(_entry(number) for number in range(3)),
        icon="https://hoi.example.org/icon.png",
    )
    return replace(feed, **changes)


@pytest.fixture(scope="session")
def make_entry() -> Callable[..., FeedEntry]:
    """Return a function that makes entry ``number`` (0 is the newest), with what a test says of it."""
    return _entry


@pytest.fixture(scope="session")
def make_feed() -> Callable[..., Feed]:
    """Return a function that makes a feed of three entries, with what a test says of it."""
    return _feed


@pytest.fixture(scope="session")
def read_feed() -> Callable[[bytes], Any]:
    """Return a function that reads an Atom or RSS feed as readers do, and fails for a malformed one."""

    def read(content: bytes) -> Any:
        result = feedparser.parse(content, sanitize_html=False, resolve_relative_uris=False)
        assert result.bozo is False, result.get("bozo_exception")
        return result

    return read
