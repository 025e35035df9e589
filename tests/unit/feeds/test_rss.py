"""An RSS feed holds what RSS 2.0 requires and what its best practices profile recommends."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from dataclasses import replace
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime
from html import unescape

import pytest

from minhbach.feeds.model import Feed
from minhbach.feeds.rss import write_rss
from minhbach.records.base import VIETNAM

ATOM = "{http://www.w3.org/2005/Atom}"
DC = "{http://purl.org/dc/elements/1.1/}"
CONTENT = "{http://purl.org/rss/1.0/modules/content/}"
MEDIA = "{http://search.yahoo.com/mrss/}"


def channel_of(feed: Feed) -> ET.Element:
    root = ET.fromstring(write_rss(feed))
    assert (root.tag, root.get("version")) == ("rss", "2.0")
    (channel,) = root
    assert channel.tag == "channel"
    return channel


def only(parent: ET.Element, name: str) -> str:
    found = parent.findall(name)
    assert len(found) == 1, f"{name} stands {len(found)} times"
    return found[0].text or ""


def assert_local(text: str, moment: datetime) -> None:
    """Assert that a date of RFC 822 is ``moment``, written in Viet Nam's time."""
    assert text.endswith(" +0700")
    assert parsedate_to_datetime(text) == moment


def test_the_document_says_its_encoding(make_feed) -> None:
    assert write_rss(make_feed()).startswith(b'<?xml version="1.0" encoding="utf-8"?>\n<rss ')


def test_a_channel_has_the_elements_that_rss_requires(make_feed) -> None:
    feed = make_feed()
    channel = channel_of(feed)
    assert only(channel, "title") == "Tin của Hội Chữ thập đỏ mẫu"
    assert only(channel, "link") == "https://hoi.example.org/tin-tuc/"
    assert only(channel, "description") == "Bài mới & số liệu mới."
    assert only(channel, "language") == "vi"
    assert only(channel, f"{DC}creator") == "Hội Chữ thập đỏ mẫu"
    assert_local(only(channel, "lastBuildDate"), feed.updated)
    (link,) = channel.findall(f"{ATOM}link")
    assert (link.get("rel"), link.get("href")) == ("self", "https://hoi.example.org/tin-tuc/feed.rss")


def test_an_item_holds_the_whole_entry(make_feed) -> None:
    feed = make_feed()
    items = channel_of(feed).findall("item")
    assert len(items) == len(feed.entries) == 3
    for item, entry in zip(items, feed.entries, strict=True):
        assert only(item, "title") == entry.title
        assert only(item, "link") == entry.url
        assert unescape(only(item, "description")) == entry.summary
        assert only(item, f"{CONTENT}encoded") == entry.content_html
        assert only(item, "guid") == entry.id
        assert item.find("guid").get("isPermaLink") == "false"
        assert_local(only(item, "pubDate"), entry.published)
        assert only(item, f"{ATOM}updated") == entry.updated.isoformat()
        assert [element.text for element in item.findall(f"{DC}creator")] == [a.name for a in entry.authors]
        assert tuple(element.text for element in item.findall("category")) == entry.categories


def test_the_whole_text_stands_after_the_description(make_feed) -> None:
    item = channel_of(make_feed()).find("item")
    names = [element.tag for element in item]
    assert names.index("description") < names.index(f"{CONTENT}encoded")


def test_a_picture_is_an_enclosure_only_where_its_size_is_known(make_feed, make_entry) -> None:
    image = make_entry(0).image
    unknown = make_entry(1, image=replace(image, size_bytes=None))
    sized, unsized, bare = channel_of(
        make_feed(entries=(make_entry(0), unknown, make_entry(2, image=None)))
    ).findall("item")
    enclosure = {"url": image.url, "length": "91234", "type": "image/jpeg"}
    assert [element.attrib for element in sized.findall("enclosure")] == [enclosure]
    assert unsized.findall("enclosure") == bare.findall("enclosure") == bare.findall(f"{MEDIA}content") == []
    for item in (sized, unsized):
        (media,) = item.findall(f"{MEDIA}content")
        assert media.attrib == {
            "url": image.url,
            "type": "image/jpeg",
            "medium": "image",
            "width": "1280",
            "height": "853",
        }


def test_an_item_in_another_language_says_so(make_feed, make_entry) -> None:
    items = channel_of(make_feed(entries=(make_entry(0), make_entry(1, language="en")))).findall("item")
    assert [item.findtext(f"{DC}language") for item in items] == [None, "en"]


@pytest.mark.parametrize("seconds", [0, 1])
def test_an_empty_feed_is_valid_and_does_not_ask_the_clock(make_feed, read_feed, seconds: int) -> None:
    changed = datetime(2025, 1, 1, tzinfo=VIETNAM) + timedelta(seconds=seconds)
    feed = make_feed(entries=(), changed=changed)
    assert_local(only(channel_of(feed), "lastBuildDate"), changed)
    assert read_feed(write_rss(feed)).entries == []
