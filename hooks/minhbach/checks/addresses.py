"""Addresses: every page has one of its own, earlier ones lead on, and none that was published is lost."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from pathlib import PurePosixPath
from typing import Any

from minhbach.language import mark
from minhbach.problems import Position, Problem, kinds
from minhbach.records.article import ArticleRecord
from minhbach.records.base import read_moment
from minhbach.records.contents import Contents, Entry, Written
from minhbach.site.addresses import file_address
from minhbach.site.directory import list_pages
from minhbach.site.identities import article_id, page_id
from minhbach.site.links import own_address
from minhbach.site.lists import list_news
from minhbach.site.model import Article, Site, State, Translation, WrittenPage
from minhbach.site.redirects import list_aliases
from minhbach.sources.files import TRANSLATION_SUFFIX
from minhbach.sources.front_matter import split_front_matter
from minhbach.sources.history import LostArticle
from minhbach.sources.text import TextSource, decode_text

_BUILT_IN = mark("a page that the site makes by itself")
_MOVE_OTHER = mark(", or move the other page first")
_RESERVED = ("404.html", "robots.txt", "sitemap", "assets/", "anh/", "anh-chia-se/", "bieu-do/", "tim-kiem/")
"""Where the build puts files that are no pages."""
_MONTH = re.compile(r"[0-9]{4}/thang-[0-9]{2}")
"""What the lists of months are called, whether there is one yet or not."""


def check_addresses(site: Site, contents: Contents) -> Iterator[Problem]:
    """Every page has an address of its own; articles of one name are told apart by their files."""
    articles = {item.path: article_id(item.path) for item in _drafts_last(contents)}
    pages = {item.path: page_id(item.path) for item in contents.pages}
    identities = articles | pages
    for path, identity in identities.items():
        if not all(identity.split("/")):  # a name without a single letter or digit
            yield Problem(kinds.ID_INVALID, Position(path), {"found": path, "expected": "ten-khong-dau"})
    built_in = {address for address, shown in list_pages(site) if not isinstance(shown, _WRITTEN)}
    built_in |= {own_address(path) for path, identity in identities.items() if _MONTH.fullmatch(identity)}
    taken: dict[str, str] = {}
    # A summary in English is named after its article, so a page at its address is told to move.
    for path in (*articles, *(item.path for item in contents.translations), *pages):
        address = own_address(path)
        if address in taken:
            details = {"address": address, "other": taken[address]}
            yield Problem(kinds.ADDRESS_DUPLICATE, Position(path), details)
        taken.setdefault(address, path)
    for address in sorted(built_in & taken.keys()):
        details = {"address": address, "other_message": _BUILT_IN}
        yield Problem(kinds.ADDRESS_DUPLICATE, Position(taken[address]), details)
    public = {address: path for address, path in taken.items() if path not in contents.drafts}
    yield from _check_aliases(site, contents, public, built_in)


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
    articles.sort(key=lambda item: (item.state is State.DRAFT, item.path))
    files = _list_files(site, (*taken, *built_in))
    first: dict[str, str] = {}
    for alias in list_aliases(articles, contents.pages):
        at = entries[alias.path].at(alias.key, alias.index)
        if alias.address is None:
            yield Problem(kinds.ALIAS_INVALID, at, {"found": alias.written})
        elif alias.address == alias.target:
            yield Problem(kinds.ALIAS_LOOP, at, {"found": alias.written})
        elif alias.address in taken:
            details = {
                "found": alias.written,
                "other": taken[alias.address],
                "otherwise_message": _MOVE_OTHER,
            }
            yield Problem(kinds.ALIAS_HIDES_PAGE, at, details)
        elif first.get(alias.address, alias.path) != alias.path:
            yield Problem(kinds.ALIAS_DUPLICATE, at, {"found": alias.written, "other": first[alias.address]})
        elif alias.address in first:
            continue  # told twice by one file
        elif alias.address.startswith(_RESERVED) or _is_in_the_way(_file_of(alias.address), files):
            details = {"found": alias.written, "other_message": _BUILT_IN, "otherwise": ""}
            yield Problem(kinds.ALIAS_HIDES_PAGE, at, details)
        else:
            first[alias.address] = alias.path
            files.add(_file_of(alias.address))


def _list_files(site: Site, pages: Iterable[str]) -> set[str]:
    """Return where the build writes files that an earlier address could meet."""
    files = {_file_of(address) for address in pages} | {file_address(path) for path in site.assets}
    for news in list_news(site):
        files |= {f"{news.address}{name}" for name in ("atom.xml", "rss.xml", "feed.json")}
    return files


def _file_of(address: str) -> str:
    return f"{address}index.html" if not address or address.endswith("/") else address


def _is_in_the_way(file: str, files: set[str]) -> bool:
    """Whether ``file`` is one of ``files``, or one of the two would have to be a folder of the other."""
    if file in files or any(str(folder) in files for folder in PurePosixPath(file).parents):
        return True
    return any(other.startswith(f"{file}/") for other in files)


def check_lost_addresses(site: Site, lost: Sequence[LostArticle]) -> Iterator[Problem]:
    """An address that was public leads on, or to a notice: people have linked to it and printed it."""
    kept = {address for address, _shown in list_pages(site)} | set(site.redirects)
    for article in lost:
        address = own_address(article.path)
        if address not in kept and was_published(article, site.settings.now):
            details = {"address": address, "alias": f"/{address}", "path": article.path}
            yield Problem(kinds.ADDRESS_LOST, Position(article.path), details)


def was_published(article: LostArticle, now: datetime) -> bool:
    """Whether anything that the file held was public while it held it: no draft, and its time come.

    What could not be read could not be published either, nor what came after ``now``: a build for an earlier
    day knows of later commits, but nothing of them had happened then.
    """
    versions = [(article.text, article.removed_at or now)]
    versions += [(version.text, version.until) for version in article.earlier]
    return any(_was_public(article.path, text, min(until, now)) for text, until in versions)


def _was_public(path: str, text: bytes, until: datetime) -> bool:
    source = decode_text(path, text)
    if not isinstance(source, TextSource):
        return False
    parts, _problems = split_front_matter(source)
    if parts is None or parts.front_matter.data.get("draft") == "true":
        return False
    if path.endswith(TRANSLATION_SUFFIX):  # it has no time of its own
        return True
    published = read_moment(parts.front_matter.data.get("published"))
    return published is not None and published <= until
