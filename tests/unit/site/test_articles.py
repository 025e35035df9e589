"""Where an article stands in its life decides where it is shown."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from minhbach.records.base import VIETNAM
from minhbach.site.model import State

NOW = datetime(2025, 6, 1, 12, 0, tzinfo=VIETNAM)
MINUTE = timedelta(minutes=1)


@pytest.mark.parametrize(
    ("now", "state"), [(NOW - MINUTE, State.SCHEDULED), (NOW, State.LIVE), (NOW + MINUTE, State.LIVE)]
)
def test_an_article_is_live_from_its_minute_on(now, state, link) -> None:
    site = link({"a": f"published: {NOW:%Y-%m-%d %H:%M}"}, now=now)
    everything = {**site.articles, **site.unpublished}
    assert everything["2025/a"].state is state
    assert ("2025/a" in site.articles) == (state is State.LIVE)


def test_a_draft_stays_a_draft_whatever_else_it_says(link) -> None:
    site = link({"a": "draft: true\nwithdrawn: {date: 2025-05-02, reason: x}"})
    assert site.unpublished["2025/a"].state is State.DRAFT


def test_what_is_withdrawn_before_its_time_was_never_public(link) -> None:
    site = link({"a": "published: 2025-07-01 08:00\nwithdrawn: {date: 2025-07-02, reason: x}"})
    assert site.unpublished["2025/a"].state is State.SCHEDULED
    assert not site.withdrawn


def test_a_preview_shows_what_is_not_public_but_never_what_was_withdrawn(link) -> None:
    site = link(
        {
            "nhap": "draft: true",
            "hen": "published: 2025-07-01 08:00",
            "go": "withdrawn: {date: 2025-05-02, reason: x}",
            "dang": "",
        },
        preview=True,
    )
    assert list(site.articles) == ["2025/hen", "2025/dang", "2025/nhap"]
    assert list(site.withdrawn) == ["2025/go"]
    assert not site.unpublished


def test_authors_are_found_by_identifier_and_by_name_and_each_once(link) -> None:
    site = link({"a": "author: [an, Tác giả An (mẫu)]", "b": "author: an", "c": ""})
    assert [site.articles[key].authors for key in ("2025/a", "2025/b", "2025/c")] == [("an",), ("an",), ()]
