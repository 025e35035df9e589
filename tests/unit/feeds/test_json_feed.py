"""A JSON feed keeps to the rules of JSON Feed 1.1, which a schema holds."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, ValidationError

from minhbach.feeds.json_feed import write_json_feed
from minhbach.feeds.model import Author, Feed
from minhbach.records.base import VIETNAM

SCHEMA = Path(__file__).with_name("json-feed-1.1.schema.json")


@pytest.fixture(scope="module")
def read() -> Callable[[Feed], Any]:
    """Return a function that writes a feed, checks it against the schema and reads it."""
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)

    def read(feed: Feed) -> Any:
        document = json.loads(write_json_feed(feed))
        validator.validate(document)
        return document

    return read


def test_the_feed_says_what_it_is(make_feed, read) -> None:
    document = read(make_feed())
    assert document.pop("items")
    assert document == {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Tin của Hội Chữ thập đỏ mẫu",
        "home_page_url": "https://hoi.example.org/tin-tuc/",
        "feed_url": "https://hoi.example.org/tin-tuc/feed.json",
        "description": "Bài mới & số liệu mới.",
        "icon": "https://hoi.example.org/icon.png",
        "authors": [{"name": "Hội Chữ thập đỏ mẫu", "url": "https://hoi.example.org/"}],
        "language": "vi",
    }


def test_the_version_stands_at_the_top(make_feed) -> None:
    assert write_json_feed(make_feed()).startswith(b'{"version":"https://jsonfeed.org/version/1.1",')


def test_an_item_holds_the_whole_entry(make_feed, read) -> None:
    assert read(make_feed())["items"][0] == {
        "id": "tag:hoi.example.org,2025-01-01:tin-tuc/2025/bai-0/",
        "url": "https://hoi.example.org/tin-tuc/2025/bai-0/",
        "title": "Trao 4.875 suất quà Tết, đợt 0",
        "summary": "Từ 9/1 đến 26/1/2025, toàn quận trao quà & chúc Tết.",
        "content_html": make_feed().entries[0].content_html,
        "date_published": "2025-01-16T08:43:00+07:00",
        "date_modified": "2025-01-16T10:43:00+07:00",
        "authors": [
            {"name": "Quang Vinh", "url": "https://hoi.example.org/tac-gia/quang-vinh/"},
            {"name": "Hà An"},
        ],
        "tags": ["Tin tức – Sự kiện", "Tết Nhân ái"],
        "image": "https://hoi.example.org/anh/trao-qua.jpg",
    }


def test_what_an_entry_does_not_say_is_left_out(make_feed, make_entry, read) -> None:
    bare = make_entry(0, summary="", authors=(), categories=(), image=None, content_html="", title="")
    (item,) = read(make_feed(entries=(bare,)))["items"]
    assert set(item) == {"id", "url", "title", "content_html", "date_published", "date_modified"}


def test_an_item_in_another_language_says_so(make_feed, make_entry, read) -> None:
    items = read(make_feed(entries=(make_entry(0), make_entry(1, language="en"))))["items"]
    assert [item.get("language") for item in items] == [None, "en"]


def test_an_empty_feed_is_valid(make_feed, read) -> None:
    feed = make_feed(entries=(), changed=datetime(2025, 1, 1, tzinfo=VIETNAM), icon=None, description="")
    document = read(feed)
    assert document["items"] == []
    assert not {"icon", "description"} & set(document)


def test_the_schema_refuses_a_feed_that_breaks_the_rules(make_feed, make_entry, read) -> None:
    relative = make_entry(0, image=replace(make_entry(0).image, url="/anh/trao-qua.jpg"))
    for broken in (
        make_feed(entries=(relative,)),
        make_feed(home_url="tin-tuc/"),
        make_feed(language="tiếng Việt"),
        make_feed(entries=(make_entry(0, id=""),)),
        make_feed(author=Author("a", "hoi.example.org")),
    ):
        with pytest.raises(ValidationError):
            read(broken)
