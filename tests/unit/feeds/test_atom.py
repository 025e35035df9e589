"""An Atom feed holds what RFC 4287 asks for."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from datetime import datetime, timedelta
from html import unescape

import pytest

from minhbach.feeds.atom import write_atom
from minhbach.feeds.model import Feed
from minhbach.records.base import VIETNAM

ATOM = "{http://www.w3.org/2005/Atom}"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
RFC_3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+07:00")


def root_of(feed: Feed) -> ET.Element:
    return ET.fromstring(write_atom(feed))


def only(parent: ET.Element, name: str) -> str:
    """Return the text of the one child ``name``: RFC 4287 allows each of those asked for here once."""
    found = parent.findall(ATOM + name)
    assert len(found) == 1, f"{name} stands {len(found)} times"
    return found[0].text or ""


def links(parent: ET.Element, rel: str) -> list[dict[str, str]]:
    return [link.attrib for link in parent.findall(f"{ATOM}link") if link.get("rel", "alternate") == rel]


def people(parent: ET.Element) -> list[tuple[str, str | None]]:
    return [
        (only(person, "name"), person.findtext(f"{ATOM}uri")) for person in parent.findall(f"{ATOM}author")
    ]


def test_the_document_says_its_encoding(make_feed) -> None:
    assert write_atom(make_feed()).startswith(b'<?xml version="1.0" encoding="utf-8"?>\n<feed ')


def test_a_feed_has_the_elements_that_the_rfc_requires(make_feed) -> None:
    root = root_of(make_feed())
    assert root.tag == f"{ATOM}feed"
    assert root.get(LANGUAGE) == "vi"
    assert only(root, "id") == "tag:hoi.example.org,2025-01-01:tin-tuc/"
    assert only(root, "title") == "Tin của Hội Chữ thập đỏ mẫu"
    assert only(root, "subtitle") == "Bài mới & số liệu mới."
    assert only(root, "updated") == "2025-01-16T10:43:00+07:00"
    assert only(root, "icon") == "https://hoi.example.org/icon.png"
    assert people(root) == [("Hội Chữ thập đỏ mẫu", "https://hoi.example.org/")]
    assert [link["href"] for link in links(root, "self")] == ["https://hoi.example.org/tin-tuc/feed.atom"]
    assert [link["href"] for link in links(root, "alternate")] == ["https://hoi.example.org/tin-tuc/"]


def test_an_entry_has_the_elements_that_the_rfc_requires(make_feed) -> None:
    feed = make_feed()
    entries = root_of(feed).findall(f"{ATOM}entry")
    assert len(entries) == len(feed.entries) == 3
    for element, entry in zip(entries, feed.entries, strict=True):
        assert only(element, "id") == entry.id
        assert only(element, "title") == entry.title
        assert only(element, "published") == entry.published.isoformat()
        assert only(element, "updated") == entry.updated.isoformat()
        assert RFC_3339.fullmatch(only(element, "published"))
        assert RFC_3339.fullmatch(only(element, "updated"))
        assert unescape(only(element, "summary")) == entry.summary
        assert only(element, "content") == entry.content_html
        for name in ("summary", "content"):
            assert element.find(ATOM + name).get("type") == "html"
        assert [link["href"] for link in links(element, "alternate")] == [entry.url]
        assert people(element) == [(author.name, author.url) for author in entry.authors]
        assert tuple(item.get("term") for item in element.findall(f"{ATOM}category")) == entry.categories


def test_an_entry_without_authors_takes_that_of_the_feed(make_feed, make_entry) -> None:
    root = root_of(make_feed(entries=(make_entry(0, authors=()),)))
    assert people(root.find(f"{ATOM}entry")) == []
    assert len(people(root)) == 1


@pytest.mark.parametrize(("size", "length"), [(91_234, "91234"), (None, None)])
def test_a_picture_is_an_enclosure_with_its_size_where_known(make_feed, make_entry, size, length) -> None:
    from dataclasses import replace

    image = replace(make_entry(0).image, size_bytes=size)
    root = root_of(make_feed(entries=(make_entry(0, image=image),)))
    (link,) = links(root.find(f"{ATOM}entry"), "enclosure")
    assert (link["href"], link["type"], link.get("length")) == (image.url, "image/jpeg", length)


def test_an_entry_without_a_picture_has_no_enclosure(make_feed, make_entry) -> None:
    root = root_of(make_feed(entries=(make_entry(0, image=None),)))
    assert links(root.find(f"{ATOM}entry"), "enclosure") == []


def test_an_entry_in_another_language_says_so(make_feed, make_entry) -> None:
    root = root_of(make_feed(entries=(make_entry(0), make_entry(1, language="en"))))
    assert [entry.get(LANGUAGE) for entry in root.findall(f"{ATOM}entry")] == [None, "en"]


def test_an_empty_feed_is_valid(make_feed, read_feed) -> None:
    changed = datetime(2025, 1, 1, tzinfo=VIETNAM) + timedelta(seconds=1)
    feed = make_feed(entries=(), changed=changed, icon=None)
    root = root_of(feed)
    assert only(root, "updated") == "2025-01-01T00:00:01+07:00"
    assert root.findall(f"{ATOM}entry") == root.findall(f"{ATOM}icon") == []
    assert read_feed(write_atom(feed)).entries == []
