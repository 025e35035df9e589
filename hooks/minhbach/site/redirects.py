"""Earlier addresses of pages, which lead to where the page is now."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import unquote

from minhbach.records.article import PageRecord
from minhbach.records.base import MAX_IDENTIFIER
from minhbach.records.contents import Written
from minhbach.site.addresses import NEWS, article_address, translation_address, written_page_address
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
    key: str
    """``aliases`` or ``replaces``."""
    index: int


def read_alias(text: str) -> str | None:
    """Return the address that an alias means: "/tin-tuc/2024/x" and "2024/x" → "tin-tuc/2024/x/".

    A last part with a full stop is a file ("/tin-cu.html"). None for what is no address of this site.
    """
    path = unicodedata.normalize("NFC", unquote(text.strip())).removesuffix("index.html")
    if _ARTICLE_ID.fullmatch(path):
        return article_address(path)
    segments = path.strip("/").split("/")
    if path.startswith("//") or not all(map(_SEGMENT.fullmatch, segments)):
        return None
    if any(len(segment) > MAX_IDENTIFIER for segment in segments):
        return None
    address = "/".join(segments)
    is_file = "." in segments[-1] and not path.endswith("/")
    return address if is_file else f"{address}/"


def list_aliases(articles: Iterable[Article], pages: Iterable[Written[PageRecord]]) -> Iterator[Alias]:
    """Yield every alias of articles (in whatever state) and hand-written pages, as declared."""
    for article in articles:
        target = article_address(article.id)
        for key in ("aliases", "replaces"):
            for index, written in enumerate(getattr(article.record, key)):
                yield Alias(written, read_alias(written), target, article.path, key, index)
    for page in pages:
        target = written_page_address(page_id(page.path))
        for index, written in enumerate(page.entry.record.aliases):
            yield Alias(written, read_alias(written), target, page.path, "aliases", index)


def link_redirects(
    articles: Iterable[Article], pages: Iterable[Written[PageRecord]], hidden: Collection[State]
) -> dict[str, str]:
    """Return the redirects of a build, by earlier address; those to articles of ``hidden`` states are none.

    Conflicts are found by ``checks.addresses``; with one the build is not published.
    """
    shown = [article for article in articles if article.state not in hidden]
    redirects = dict(_translation_redirects(shown))
    redirects |= {
        alias.address: alias.target for alias in list_aliases(shown, pages) if alias.address is not None
    }
    return redirects


def _translation_redirects(articles: Iterable[Article]) -> Iterator[tuple[str, str]]:
    """Yield what follows for summaries in English: one moves with its article, and is withdrawn with it."""
    for article in articles:
        if article.state is State.WITHDRAWN:
            yield translation_address(article.id), article_address(article.id)
        elif article.translation is not None:
            for address in map(read_alias, article.record.aliases):
                if address is not None and address.startswith(NEWS):
                    earlier = address.removeprefix(NEWS).rstrip("/")
                    yield translation_address(earlier), translation_address(article.id)
