"""A feed that readers could not make sense of is refused, and what all formats share is settled once."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from minhbach.feeds.model import Author, make_tag_uri
from minhbach.records.base import VIETNAM

LATER = datetime(2030, 1, 1, tzinfo=VIETNAM)


def test_entries_that_are_not_sorted_are_refused(make_feed, make_entry) -> None:
    with pytest.raises(ValueError, match="not sorted"):
        make_feed(entries=(make_entry(1), make_entry(0)))


def test_two_entries_of_one_id_are_refused(make_feed, make_entry) -> None:
    with pytest.raises(ValueError, match="one id"):
        make_feed(entries=(make_entry(0), make_entry(1, id=make_entry(0).id)))


def test_an_empty_feed_must_say_when_it_changed(make_feed) -> None:
    with pytest.raises(ValueError, match="when it changed"):
        make_feed(entries=())
    assert make_feed(entries=(), changed=LATER).updated == LATER


@pytest.mark.parametrize("field", ["published", "updated"])
def test_a_time_without_a_time_zone_is_refused(make_entry, field: str) -> None:
    with pytest.raises(ValueError, match="no time zone"):
        make_entry(0, **{field: datetime(2025, 1, 1)})  # noqa: DTZ001 - this is what is refused


def test_an_author_without_a_name_is_refused() -> None:
    with pytest.raises(ValueError, match="no name"):
        Author(" \x00")


def test_a_feed_is_as_new_as_its_newest_change(make_feed, make_entry) -> None:
    mended = make_entry(2, updated=LATER)
    assert make_feed(entries=(make_entry(0), make_entry(1), mended)).updated == LATER
    assert make_feed().updated == max(entry.updated for entry in make_feed().entries)
    assert make_feed(changed=LATER).updated == LATER
    assert make_feed(changed=LATER - timedelta(days=9000)).updated == make_feed().updated


def test_times_are_put_into_viet_nams_zone(make_entry) -> None:
    entry = make_entry(0, published=datetime(2025, 1, 15, 18, 30, 5, 999_999, tzinfo=UTC))
    assert entry.published.isoformat() == "2025-01-16T01:30:05+07:00"


def test_a_tag_that_is_named_like_the_section_is_kept_once(make_entry) -> None:
    entry = make_entry(0, categories=("Hiến máu", " Hiến máu ", "Tết", "\x00"))
    assert entry.categories == ("Hiến máu", "Tết")


def test_addresses_become_ascii_and_are_not_encoded_twice(make_entry) -> None:
    once = make_entry(0, url="https://hoi.example.org/tin-tức/a b/?x=1&y=%C3%A1#đ")
    assert once.url == "https://hoi.example.org/tin-t%E1%BB%A9c/a%20b/?x=1&y=%C3%A1#%C4%91"
    assert make_entry(0, url=once.url).url == once.url


def test_a_tag_uri_has_the_form_of_its_rfc() -> None:
    uri = make_tag_uri("hoi.example.org", date(2025, 1, 1), "tin-tuc/2025/Tết #1%/")
    assert uri == "tag:hoi.example.org,2025-01-01:tin-tuc/2025/T%E1%BA%BFt%20%231%25/"


@pytest.mark.parametrize(
    "authority", ["", "Hoi.example.org", "localhost:8000", "https://a.vn/", "a..b", "hội.vn"]
)
def test_a_tag_uri_needs_a_domain(authority: str) -> None:
    with pytest.raises(ValueError, match="no domain"):
        make_tag_uri(authority, date(2025, 1, 1), "a")
