"""Related articles: a shared campaign before a shared topic before nearness in time, always the same ones."""

from __future__ import annotations

from minhbach.derive.reading import reading_minutes
from minhbach.derive.related import RELATED_SHOWN, Neighbourhood
from minhbach.site.model import Article


def related(site, name: str) -> list[str]:
    article = site.articles[f"2025/{name}"]
    return [other.id.removeprefix("2025/") for other in Neighbourhood(site).related(article)]


def test_a_shared_campaign_goes_before_a_shared_topic_before_time(link) -> None:
    site = link(
        {
            "chien-dich": "campaigns: [x]",
            "chu-de": "tags: [Hiến máu]",
            "a": "",
            "b": "",
            "bai": "campaigns: [x]\ntags: [hiến máu]",
            "c": "",
        }
    )
    assert related(site, "bai") == ["chien-dich", "chu-de", "c", "b"]


def test_the_nearest_in_time_come_first_the_newer_of_two_as_near(link) -> None:
    site = link(dict.fromkeys("abcdefgh", "tags: [t]"))
    assert related(site, "d") == ["e", "c", "f", "b"]
    assert related(site, "a") == ["b", "c", "d", "e"]
    assert related(site, "h") == ["g", "f", "e", "d"]


def test_an_article_is_not_related_to_itself_and_none_comes_twice(link) -> None:
    site = link(dict.fromkeys("abc", "campaigns: [x, y]\ntags: [t, u]"))
    for name in "abc":
        found = related(site, name)
        assert name not in found
        assert len(found) == len(set(found)) == 2 <= RELATED_SHOWN


def test_older_and_newer_follow_time(link) -> None:
    site = link({"a": "", "b": "", "c": ""})
    neighbourhood = Neighbourhood(site)

    def name(article: Article | None) -> str:
        return article.id.removeprefix("2025/") if article else ""

    around = {
        key.removeprefix("2025/"): (name(neighbourhood.older(item)), name(neighbourhood.newer(item)))
        for key, item in site.articles.items()
    }
    assert around == {"a": ("", "b"), "b": ("a", "c"), "c": ("b", "")}


def test_reading_time_is_in_whole_minutes_and_never_none() -> None:
    assert [reading_minutes(count) for count in (0, 1, 250, 374, 376, 2500)] == [1, 1, 1, 1, 2, 10]
