"""Addresses: every page has one of its own, earlier ones lead on, and none that was published is lost."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from minhbach.language import mark
from minhbach.problems import Position, Problem, kinds
from minhbach.records.article import ArticleRecord
from minhbach.records.base import read_moment
from minhbach.records.contents import Contents, Entry, Written
from minhbach.site.directory import list_pages
from minhbach.site.identities import article_id, page_id
from minhbach.site.links import own_address
from minhbach.site.model import Article, Site, Translation, WrittenPage
from minhbach.site.redirects import list_aliases
from minhbach.sources.front_matter import split_front_matter
from minhbach.sources.history import LostArticle
from minhbach.sources.text import TextSource, decode_text

_BUILT_IN = mark("a page that the site makes by itself")
_RESERVED = ("404.html", "robots.txt", "sitemap.xml", "assets/", "anh/", "bieu-do/", "tim-kiem/")
"""Where the build puts files that are no pages."""


def check_addresses(site: Site, contents: Contents) -> Iterator[Problem]:
    """Every page has an address of its own; articles of one name are told apart by their files."""
    identities = {item.path: article_id(item.path) for item in _drafts_last(contents)}
    identities |= {item.path: page_id(item.path) for item in contents.pages}
    for path, identity in identities.items():
        if not all(identity.split("/")):  # a name without a single letter or digit
            yield Problem(kinds.ID_INVALID, Position(path), {"found": path, "expected": "ten-khong-dau"})
    taken: dict[str, str] = {}
    for path in identities:
        address = own_address(path)
        if address in taken:
            details = {"address": address, "other": taken[address]}
            yield Problem(kinds.ADDRESS_DUPLICATE, Position(path), details)
        taken.setdefault(address, path)
    built_in = {address for address, shown in list_pages(site) if not isinstance(shown, _WRITTEN)}
    for address in sorted(built_in & taken.keys()):
        details = {"address": address, "other_message": _BUILT_IN}
        yield Problem(kinds.ADDRESS_DUPLICATE, Position(taken[address]), details)
    yield from _check_aliases(site, contents, taken, built_in)


_WRITTEN = Article | Translation | WrittenPage


def _drafts_last(contents: Contents) -> list[Written[ArticleRecord]]:
    """Return the articles so that of two with one address the draft is told to move."""
    return sorted(contents.articles, key=lambda item: (item.entry.record.draft, item.path))


def _check_aliases(
    site: Site, contents: Contents, taken: dict[str, str], built_in: set[str]
) -> Iterator[Problem]:
    """An earlier address is one of this site, hides no page, leads to one page only and not to itself."""
    entries: dict[str, Entry[Any]] = {item.path: item.entry for item in contents.articles}
    entries |= {item.path: item.entry for item in contents.pages}
    articles = [*site.articles.values(), *site.unpublished.values(), *site.withdrawn.values()]
    first: dict[str, str] = {}
    for alias in list_aliases(sorted(articles, key=lambda item: item.path), contents.pages):
        at = entries[alias.path].at("aliases", alias.index)
        if alias.address is None:
            yield Problem(kinds.ALIAS_INVALID, at, {"found": alias.written})
        elif alias.address == alias.target:
            yield Problem(kinds.ALIAS_LOOP, at, {"found": alias.written})
        elif alias.address in taken:
            details = {"found": alias.written, "other": taken[alias.address]}
            yield Problem(kinds.ALIAS_HIDES_PAGE, at, details)
        elif alias.address in built_in or alias.address.startswith(_RESERVED) or alias.address == "/":
            yield Problem(kinds.ALIAS_HIDES_PAGE, at, {"found": alias.written, "other_message": _BUILT_IN})
        elif first.setdefault(alias.address, alias.path) != alias.path:
            yield Problem(kinds.ALIAS_DUPLICATE, at, {"found": alias.written, "other": first[alias.address]})


def check_lost_addresses(site: Site, lost: Sequence[LostArticle]) -> Iterator[Problem]:
    """An address that was public leads on, or to a notice: people have linked to it and printed it."""
    kept = {address for address, _shown in list_pages(site)} | set(site.redirects)
    # A page that is not public yet keeps its earlier addresses for the day it is.
    unpublished = site.unpublished.values()
    kept |= {alias.address for alias in list_aliases(unpublished, ()) if alias.address is not None}
    for article in lost:
        address = own_address(article.path)
        if address not in kept and was_published(article, site.settings.now):
            details = {"address": address, "alias": f"/{address}", "path": article.path}
            yield Problem(kinds.ADDRESS_LOST, Position(article.path), details)


def was_published(article: LostArticle, now: datetime) -> bool:
    """Whether the last content of a removed file was public when it was removed: no draft, and its time come.

    What could not be read could not be published either.
    """
    source = decode_text(article.path, article.text)
    if not isinstance(source, TextSource):
        return False
    parts, _problems = split_front_matter(source)
    if parts is None or parts.front_matter.data.get("draft") == "true":
        return False
    if article.path.removeprefix("news/").count(".") > 1:  # a summary in another language has no time
        return True
    published = read_moment(parts.front_matter.data.get("published"))
    return published is not None and published <= (article.removed_at or now)
