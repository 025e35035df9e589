"""Earlier addresses of pages, which lead to where the page is now."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from minhbach.records.article import PageRecord
from minhbach.records.contents import Written
from minhbach.site.addresses import article_address, written_page_address
from minhbach.site.identities import page_id
from minhbach.site.model import Article, State

_ARTICLE_ID = re.compile(r"[0-9]{4}/[a-z0-9-]+")
_SEGMENT = re.compile(r"[\w.~+-]*[\w~+-][\w.~+-]*")


@dataclass(frozen=True)
class Alias:
    """An earlier address as a file declares it. ``address`` None: it cannot be an address of the site."""

    written: str
    address: str | None
    target: str
    path: str
    index: int


def read_alias(text: str) -> str | None:
    """Return the address that an alias means: "/tin-tuc/2024/x" and "2024/x" → "tin-tuc/2024/x/".

    A last part with a full stop is a file ("/tin-cu.html"). None for what is no address of this site.
    """
    path = text.strip().removesuffix("index.html")
    if _ARTICLE_ID.fullmatch(path):
        return article_address(path)
    segments = path.strip("/").split("/")
    if not all(_SEGMENT.fullmatch(segment) for segment in segments) or path.startswith("//"):
        return None
    address = "/".join(segments)
    is_file = "." in segments[-1] and not path.endswith("/")
    return address if is_file else f"{address}/"


def list_aliases(articles: Iterable[Article], pages: Iterable[Written[PageRecord]]) -> Iterator[Alias]:
    """Yield every alias of articles (in whatever state) and hand-written pages, as declared."""
    for article in articles:
        for index, written in enumerate(article.record.aliases):
            target = article_address(article.id)
            yield Alias(written, read_alias(written), target, article.path, index)
    for page in pages:
        for index, written in enumerate(page.entry.record.aliases):
            target = written_page_address(page_id(page.path))
            yield Alias(written, read_alias(written), target, page.path, index)


def link_redirects(
    articles: Iterable[Article], pages: Iterable[Written[PageRecord]], hidden: Collection[State]
) -> dict[str, str]:
    """Return the redirects of a build, by earlier address; those to articles of ``hidden`` states are none.

    Conflicts are found by ``checks.addresses``; with one the build is not published.
    """
    shown = [article for article in articles if article.state not in hidden]
    return {
        alias.address: alias.target for alias in list_aliases(shown, pages) if alias.address is not None
    }
