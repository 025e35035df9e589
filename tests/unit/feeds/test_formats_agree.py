"""The three formats of a feed say the same: ids, times and words, whatever characters these are made of."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone
from html import unescape
from time import struct_time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from minhbach.feeds.atom import write_atom
from minhbach.feeds.json_feed import write_json_feed
from minhbach.feeds.model import Feed
from minhbach.feeds.rss import write_rss
from minhbach.outputs.xml_text import clean_text

WRITERS: tuple[Callable[[Feed], bytes], ...] = (write_atom, write_rss, write_json_feed)
ATOM = "{http://www.w3.org/2005/Atom}"
CONTENT = "{http://purl.org/rss/1.0/modules/content/}"
NASTY = (
    "]]>", "&", "<", ">", '"', "'", "&amp;", "&#x1;", "<b>", "</title>", "<!--", "<?x?>", "\t", "\n", "\r",
    "\r\n", "\x00", "\x0b", "\x85", "\xa0", "\u2028", "\u202e", "\ud800", "\ufffe", "\uffff", "🧧", "Tết",
)  # fmt: skip
texts = st.lists(st.sampled_from(NASTY) | st.text(st.characters(codec=None), max_size=6), max_size=8).map(
    "".join
)
zones = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
moments = st.datetimes(datetime(1980, 1, 2), datetime(2100, 1, 1), timezones=zones)  # noqa: DTZ001 - bounds


def utc(parsed: struct_time) -> datetime:
    return datetime(*parsed[:6], tzinfo=UTC)


def seconds(moment: str) -> datetime:
    assert moment.endswith("+07:00")
    return datetime.fromisoformat(moment).astimezone(UTC)


def test_ids_times_addresses_and_people_are_equal_in_all_formats(make_feed, read_feed) -> None:
    feed = make_feed()
    document = json.loads(write_json_feed(feed))
    expected = [
        (
            item["id"],
            item["url"],
            item["title"],
            item["summary"],
            item["content_html"],
            seconds(item["date_published"]),
            seconds(item["date_modified"]),
            [author["name"] for author in item["authors"]],
            item["tags"],
        )
        for item in document["items"]
    ]
    assert len(expected) == 3
    for content in (write_atom(feed), write_rss(feed)):
        result = read_feed(content)
        found = [
            (
                entry.id,
                entry.link,
                entry.title,
                unescape(entry.summary),
                entry.content[0].value,
                utc(entry.published_parsed),
                utc(entry.updated_parsed),
                [author["name"] for author in entry.authors],
                [tag.term for tag in entry.tags],
            )
            for entry in result.entries
        ]
        assert found == expected, result.version
        head = result.feed
        assert (head.title, head.link, head.subtitle, head.language, head.author) == (
            document["title"],
            document["home_page_url"],
            document["description"],
            document["language"],
            document["authors"][0]["name"],
        )
        assert utc(head.updated_parsed) == feed.updated


@pytest.mark.parametrize("write", WRITERS)
def test_equal_feeds_have_equal_bytes(make_feed, write) -> None:
    assert write(make_feed()) == write(make_feed())


def read_exactly(feed: Feed) -> list[tuple[str, list[dict[str, Any]]]]:
    """Return the title, and id, title, summary, text, author and first category of each entry, by format."""
    atom = ET.fromstring(write_atom(feed))
    rss = ET.fromstring(write_rss(feed)).find("channel")
    document = json.loads(write_json_feed(feed))
    assert rss is not None
    return [
        (
            atom.findtext(f"{ATOM}title", ""),
            [
                {
                    "id": entry.findtext(f"{ATOM}id"),
                    "title": entry.findtext(f"{ATOM}title"),
                    "summary": unescape(entry.findtext(f"{ATOM}summary", "")),
                    "content": entry.findtext(f"{ATOM}content"),
                    "category": [element.get("term") for element in entry.findall(f"{ATOM}category")],
                }
                for entry in atom.findall(f"{ATOM}entry")
            ],
        ),
        (
            rss.findtext("title", ""),
            [
                {
                    "id": item.findtext("guid"),
                    "title": item.findtext("title"),
                    "summary": unescape(item.findtext("description", "")),
                    "content": item.findtext(f"{CONTENT}encoded"),
                    "category": [element.text for element in item.findall("category")],
                }
                for item in rss.findall("item")
            ],
        ),
        (
            document["title"],
            [
                {
                    "id": item["id"],
                    "title": item["title"],
                    "summary": item.get("summary", ""),
                    "content": item["content_html"],
                    "category": item.get("tags", []),
                }
                for item in document["items"]
            ],
        ),
    ]


@given(st.fixed_dictionaries({"title": texts, "summary": texts, "content_html": texts}), texts, moments)
@settings(max_examples=150)
def test_any_text_comes_back_as_it_was_but_for_what_xml_forbids(
    make_feed, make_entry, read_feed, words, category, published
) -> None:
    entry = make_entry(0, **words, categories=(category,), published=published, updated=published)
    feed = make_feed(title=category, entries=(entry,))
    expected = {
        "id": entry.id,
        "title": clean_text(words["title"]),
        "summary": clean_text(words["summary"]),
        "content": clean_text(words["content_html"]),
        "category": [word] if (word := clean_text(category).strip()) else [],
    }
    for feed_title, found in read_exactly(feed):
        assert feed_title == clean_text(category)
        assert found == [expected]
    # feedparser guesses what a text may be meant as; that it reads all of the feed is what counts.
    for content in (write_atom(feed), write_rss(feed)):
        (read,) = read_feed(content).entries
        assert (read.id, utc(read.published_parsed)) == (entry.id, entry.published)


@given(texts)
def test_what_xml_allows_is_kept(text: str) -> None:
    """The characters of https://www.w3.org/TR/xml/#charsets, with the line ends of section 2.11."""

    def is_allowed(code: int) -> bool:
        return code in (0x9, 0xA, 0xD) or 0x20 <= code <= 0xD7FF or 0xE000 <= code <= 0xFFFD or code > 0xFFFF

    allowed = "".join(character for character in text if is_allowed(ord(character)))
    assert clean_text(text) == text_with_one_line_end(allowed)


def text_with_one_line_end(text: str) -> str:
    return "\n".join(part for line in text.split("\r\n") for part in line.split("\r"))
