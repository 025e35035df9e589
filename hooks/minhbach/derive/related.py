"""Which articles belong together: related ones, and the ones before and after in time."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from itertools import chain

from minhbach.site.model import Article, Site
from minhbach.words import slugify

RELATED_SHOWN = 4


class Neighbourhood:
    """Answers for one site what stands near an article. Building it looks at every article once."""

    def __init__(self, site: Site) -> None:
        self._articles = tuple(sorted(site.articles.values(), key=_time))
        self._groups: dict[tuple[str, str], list[Article]] = {}
        for article in self._articles:
            for group in _groups_of(article):
                self._groups.setdefault(group, []).append(article)

    def related(self, article: Article) -> list[Article]:
        """Return up to ``RELATED_SHOWN`` others: of a shared campaign first, then topic, then any.

        Among equals the nearest in time come first, the newer of two as near, so the order never varies.
        """
        campaigns = [key for key in _groups_of(article) if key[0] == "campaign"]
        tags = [key for key in _groups_of(article) if key[0] == "tag"]
        found: dict[str, Article] = {}
        for pool in (
            chain.from_iterable(_nearest(self._groups[key], article) for key in campaigns),
            chain.from_iterable(_nearest(self._groups[key], article) for key in tags),
            _nearest(self._articles, article),
        ):
            for other in sorted({item.id: item for item in pool}.values(), key=_distance(article)):
                if len(found) < RELATED_SHOWN:
                    found.setdefault(other.id, other)
        return list(found.values())

    def older(self, article: Article) -> Article | None:
        """Return the article published just before."""
        place = self._place(article)
        return self._articles[place - 1] if place > 0 else None

    def newer(self, article: Article) -> Article | None:
        """Return the article published just after."""
        place = self._place(article)
        return self._articles[place + 1] if place + 1 < len(self._articles) else None

    def _place(self, article: Article) -> int:
        return bisect_left(self._articles, _time(article), key=_time)


def _time(article: Article) -> tuple[float, str]:
    return article.record.published.timestamp(), article.id


def _distance(article: Article) -> Callable[[Article], tuple[float, float, str]]:
    return lambda other: (
        abs((other.record.published - article.record.published).total_seconds()),
        -other.record.published.timestamp(),
        other.id,
    )


def _groups_of(article: Article) -> Iterator[tuple[str, str]]:
    for campaign in dict.fromkeys(article.record.campaigns):
        yield "campaign", campaign
    for tag in dict.fromkeys(map(slugify, article.record.tags)):
        yield "tag", tag


def _nearest(articles: Sequence[Article], article: Article) -> list[Article]:
    """Return the neighbours of ``article`` among ``articles`` (oldest first), on both sides."""
    place = bisect_left(articles, _time(article), key=_time)
    around = articles[max(0, place - RELATED_SHOWN) : place + RELATED_SHOWN + 1]
    return [other for other in around if other.id != article.id]
