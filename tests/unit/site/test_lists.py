"""Every list holds what belongs to it, once, newest first, in pages of a fixed length."""

from __future__ import annotations

from math import ceil

import pytest

from minhbach.site.lists import ARTICLES_PER_PAGE, ListKind, NewsList, list_news


def by_kind(site, kind: ListKind) -> dict[str, list[str]]:
    return {
        news.key: [article.id.removeprefix("2025/") for article in news.articles]
        for news in list_news(site)
        if news.kind is kind
    }


def test_pinned_articles_stand_first_in_the_list_of_all_and_nowhere_else(link) -> None:
    site = link({"a": "pinned: true", "b": "", "c": ""})
    assert by_kind(site, ListKind.ALL) == {"": ["a", "c", "b"]}
    assert by_kind(site, ListKind.SECTION)["tin"] == ["c", "b", "a"]


def test_sections_and_authors_have_a_list_before_their_first_article(link) -> None:
    site = link({"a": ""})
    assert by_kind(site, ListKind.SECTION) == {"tin": ["a"], "khac": []}
    assert by_kind(site, ListKind.AUTHOR) == {"an": []}


def test_one_topic_spelt_in_two_ways_is_one_list_named_as_lately(link) -> None:
    site = link({"a": "tags: [Hiến Máu, hiến máu]", "b": "tags: [hiến máu]"})
    assert by_kind(site, ListKind.TAG) == {"hien-mau": ["b", "a"]}
    assert [news.name for news in list_news(site) if news.kind is ListKind.TAG] == ["hiến máu"]


def test_months_and_years_are_those_of_viet_nam(link) -> None:
    # In UTC both are still of the year before.
    site = link({"a": "published: 2025-01-01 00:30", "b": "published: 2024-12-31T18:00Z"})
    assert by_kind(site, ListKind.YEAR) == {"2025": ["b", "a"]}
    assert by_kind(site, ListKind.MONTH) == {"2025-01": ["b", "a"]}


@pytest.mark.parametrize("count", [0, 1, 19, 20, 21, 40, 41])
def test_pages_hold_all_articles_once(count: int) -> None:
    articles = tuple(range(count))
    news = NewsList(ListKind.ALL, "", "", "tin-tuc/", articles)  # type: ignore[arg-type]
    assert news.page_count == max(1, ceil(count / ARTICLES_PER_PAGE))
    pages = [news.page(number) for number in range(1, news.page_count + 1)]
    assert [item for page in pages for item in page] == list(articles)
    assert list(news.addresses()) == [
        "tin-tuc/" if number == 1 else f"tin-tuc/trang/{number}/" for number in range(1, news.page_count + 1)
    ]
