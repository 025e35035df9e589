"""Where a link in prose leads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from minhbach.prose.markup import Prose
from minhbach.site.addresses import article_address, translation_address, written_page_address
from minhbach.site.directory import list_pages
from minhbach.site.identities import article_id, page_id, resolve_path
from minhbach.site.model import Article, Site, Translation, WrittenPage
from minhbach.sources.files import ARTICLE_DEPTH, TRANSLATION_SUFFIX
from minhbach.sources.images import is_photo

_FOREIGN_SCHEMES = frozenset({"https", "http", "mailto", "tel"})


class LinkKind(StrEnum):
    """What a link leads to."""

    FOREIGN = "foreign"
    PAGE = "page"
    UNPUBLISHED = "unpublished"
    ASSET = "asset"
    UNSAFE = "unsafe"
    OUTSIDE = "outside"
    BROKEN = "broken"


@dataclass(frozen=True)
class Link:
    """A resolved link. ``address`` is a site address (PAGE), a repository path (ASSET), else as written."""

    kind: LinkKind
    address: str
    fragment: str = ""


class LinkResolver:
    """Resolves links as written in one place of a site. Build one a site: it knows all addresses."""

    def __init__(self, site: Site) -> None:
        self.anchors: dict[str, frozenset[str] | None] = {
            address: _anchors(shown) for address, shown in list_pages(site)
        }
        self.anchors |= dict.fromkeys(site.redirects)
        self.withdrawn: frozenset[str] = frozenset(map(article_address, site.withdrawn))
        hidden: dict[str, frozenset[str] | None] = {}
        for article in site.unpublished.values():
            hidden[article_address(article.id)] = _anchors(article)
            if article.translation is not None:
                hidden[translation_address(article.id)] = _anchors(article.translation)
        self.unpublished = frozenset(hidden)
        self.anchors |= hidden
        self.assets = site.assets

    def resolve(self, path: str, target: str) -> Link:
        """Resolve ``target`` as written in the content file ``path``."""
        try:
            parts = urlsplit(target)
        except ValueError:
            return Link(LinkKind.BROKEN, target)
        if parts.scheme:
            kind = LinkKind.FOREIGN if parts.scheme.lower() in _FOREIGN_SCHEMES else LinkKind.UNSAFE
            return Link(kind, target)
        if parts.netloc:
            return Link(LinkKind.UNSAFE, target)
        return self._internal(path, unquote(parts.path), unquote(parts.fragment))

    def _internal(self, path: str, wanted: str, fragment: str) -> Link:
        if not wanted and not fragment:
            return Link(LinkKind.BROKEN, "")
        if not wanted:
            link = self._page(own_address(path), fragment)
            return replace(link, kind=LinkKind.PAGE) if link.kind is LinkKind.UNPUBLISHED else link
        if wanted.startswith("/"):
            address = wanted.lstrip("/")
            is_whole = not address or address.endswith("/") or address in self.anchors
            return self._page(address if is_whole else f"{address}/", fragment)
        file = resolve_path(str(PurePosixPath(path).parent), wanted)
        if file is None:
            return Link(LinkKind.OUTSIDE, wanted)
        if file in self.assets:
            return Link(LinkKind.ASSET, file, fragment)
        if file.endswith(".md") and file.startswith(("news/", "docs/")) and file.count("/") >= 1:
            return self._page(own_address(file), fragment)
        return Link(LinkKind.BROKEN, wanted)

    def _page(self, address: str, fragment: str) -> Link:
        if address not in self.anchors:
            return Link(LinkKind.BROKEN, f"/{address}")
        if address in self.withdrawn:  # what the link led to is gone; the notice says so
            return Link(LinkKind.PAGE, address)
        anchors = self.anchors[address]
        if (
            fragment
            and anchors is not None
            and fragment not in anchors
            and not fragment.startswith(("fn:", "fnref:"))
        ):
            return Link(LinkKind.BROKEN, f"#{fragment}")
        kind = LinkKind.UNPUBLISHED if address in self.unpublished else LinkKind.PAGE
        return Link(kind, address, fragment)


def own_address(path: str) -> str:
    """Return the address of the page that the content file ``path`` becomes."""
    if path.startswith("news/") and path.endswith(TRANSLATION_SUFFIX):
        return translation_address(article_id(path.removesuffix(TRANSLATION_SUFFIX) + ".md"))
    if path.startswith("news/"):
        return article_address(article_id(path)) if path.count("/") == ARTICLE_DEPTH else path
    return written_page_address(page_id(path))


def _anchors(shown: object) -> frozenset[str] | None:
    """Return the anchors of a page; None where they are not known before it is rendered."""
    if isinstance(shown, Article | Translation | WrittenPage):
        return frozenset(heading.id for heading in shown.prose.headings)
    return None


def published_texts(site: Site) -> Iterator[tuple[str, Prose]]:
    """Yield every text that pages show, with the path of its file."""
    for article in site.articles.values():
        yield article.path, article.prose
        if article.translation is not None:
            yield article.translation.path, article.translation.prose
    for page in site.pages.values():
        yield page.path, page.prose


def list_photos(site: Site) -> list[str]:
    """Return the photos that pages show or link to, as sorted repository paths; papers as images too."""
    wanted = _photos_of(LinkResolver(site), site.articles.values(), published_texts(site))
    papers = {file.path for file in site.document_files.values() if is_photo(file.path)}
    return sorted({*wanted, *papers})


def list_unpublished_photos(site: Site) -> list[str]:
    """Return the photos that articles will show that are not public yet, as sorted repository paths."""
    articles = site.unpublished.values()
    return _photos_of(LinkResolver(site), articles, ((item.path, item.prose) for item in articles))


def _photos_of(
    resolver: LinkResolver, articles: Iterable[Article], texts: Iterable[tuple[str, Prose]]
) -> list[str]:
    wanted = {photo.path for article in articles for photo in article.photos}
    for path, prose in texts:
        for reference in prose.references:
            if reference.kind in ("image", "link"):
                link = resolver.resolve(path, reference.target)
                if link.kind is LinkKind.ASSET and is_photo(link.address):
                    wanted.add(link.address)
    return sorted(wanted)


def list_docs_images(site: Site) -> list[str]:
    """Return the images in docs/, as sorted repository paths."""
    return sorted(path for path in site.assets if path.startswith("docs/") and is_photo(path))
