"""The lists in which articles stand: all news; by section, topic, author, year, month and campaign."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from math import ceil

from minhbach.records.organisation import AuthorRecord, SectionRecord
from minhbach.site import addresses
from minhbach.site.model import Article, Site
from minhbach.words import slugify

ARTICLES_PER_PAGE = 20


class ListKind(StrEnum):
    """What the articles of a list have in common."""

    ALL = "all"
    SECTION = "section"
    TAG = "tag"
    AUTHOR = "author"
    YEAR = "year"
    MONTH = "month"
    CAMPAIGN = "campaign"


WITH_FEEDS = frozenset({ListKind.ALL, ListKind.SECTION, ListKind.TAG, ListKind.AUTHOR, ListKind.CAMPAIGN})
"""The lists that go on; a year or a month comes to an end, so nobody follows it."""


@dataclass(frozen=True)
class NewsList:
    """A list of articles, newest first (pinned ones before all in the list of all news)."""

    kind: ListKind
    key: str
    """The identifier of section, author or campaign, the slug of the topic, "2025" or "2025-01"; or ""."""
    name: str
    """As data names it; "" for all news, years and months, which pages name in their language."""
    address: str
    articles: tuple[Article, ...]

    @property
    def page_count(self) -> int:
        """How many pages the list has: at least one, which may be empty."""
        return max(1, ceil(len(self.articles) / ARTICLES_PER_PAGE))

    def page_address(self, number: int) -> str:
        """Return the address of page ``number``, from 1."""
        return self.address if number == 1 else f"{self.address}{addresses.PAGE}{number}/"

    def page(self, number: int) -> tuple[Article, ...]:
        """Return the articles of page ``number``, from 1."""
        return self.articles[(number - 1) * ARTICLES_PER_PAGE : number * ARTICLES_PER_PAGE]

    def addresses(self) -> Iterator[str]:
        """Yield the address of each page."""
        for number in range(1, self.page_count + 1):
            yield self.page_address(number)


def list_news(site: Site) -> tuple[NewsList, ...]:
    """Return every list of articles. Sections and authors have one even before their first article."""
    articles = tuple(site.articles.values())
    pinned = tuple(article for article in articles if article.record.pinned)
    everything = pinned + tuple(article for article in articles if not article.record.pinned)
    return (
        NewsList(ListKind.ALL, "", "", addresses.NEWS, everything),
        *_by_record(ListKind.SECTION, site.sections, articles, lambda item: (item.record.section,)),
        *_by_record(ListKind.AUTHOR, site.authors, articles, lambda item: item.authors),
        *_by_tag(articles),
        *_by_time(articles),
        *(
            NewsList(
                ListKind.CAMPAIGN,
                key,
                site.campaigns[key].name,
                addresses.campaign_news_address(key),
                tuple(site.articles[article] for article in ids),
            )
            for key, ids in sorted(site.articles_by_campaign.items())
            if key in site.campaigns
        ),
    )


def _group(pairs: Iterable[tuple[str, Article]]) -> dict[str, tuple[Article, ...]]:
    groups: dict[str, dict[str, Article]] = {}
    for key, article in pairs:
        groups.setdefault(key, {})[article.id] = article
    return {key: tuple(found.values()) for key, found in groups.items()}


def _by_record(
    kind: ListKind,
    records: Mapping[str, SectionRecord] | Mapping[str, AuthorRecord],
    articles: tuple[Article, ...],
    keys_of: Callable[[Article], tuple[str, ...]],
) -> Iterator[NewsList]:
    groups = _group((key, article) for article in articles for key in keys_of(article))
    address_of = addresses.section_address if kind is ListKind.SECTION else addresses.author_address
    for key, record in records.items():
        yield NewsList(kind, key, record.name, address_of(key), groups.get(key, ()))


def _by_tag(articles: tuple[Article, ...]) -> Iterator[NewsList]:
    """Yield the lists of topics. A topic is named as its newest article spells it."""
    names: dict[str, str] = {}
    pairs = []
    for article in articles:
        for tag in article.tags:
            names.setdefault(slugify(tag), tag)
            pairs.append((slugify(tag), article))
    groups = _group(pairs)
    for key in sorted(groups):
        yield NewsList(ListKind.TAG, key, names[key], addresses.tag_address(names[key]), groups[key])


def _by_time(articles: tuple[Article, ...]) -> Iterator[NewsList]:
    for key, found in _group((f"{item.record.published:%Y}", item) for item in articles).items():
        yield NewsList(ListKind.YEAR, key, "", addresses.news_year_address(int(key)), found)
    for key, found in _group((f"{item.record.published:%Y-%m}", item) for item in articles).items():
        year, month = map(int, key.split("-"))
        yield NewsList(ListKind.MONTH, key, "", addresses.news_month_address(year, month), found)
