"""Where a link in prose leads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from minhbach.site.addresses import article_address, list_addresses, written_page_address
from minhbach.site.link import article_id, page_id, resolve_path
from minhbach.site.model import Article, Site, WrittenPage
from minhbach.sources.files import ARTICLE_DEPTH
from minhbach.sources.images import is_photo

_FOREIGN_SCHEMES = frozenset({"https", "http", "mailto", "tel"})


class LinkKind(StrEnum):
    """What a link leads to."""

    FOREIGN = "foreign"
    PAGE = "page"
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
        self.anchors: Mapping[str, frozenset[str] | None] = {
            address: _anchors(shown) for address, shown in list_addresses(site)
        }
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
            return self._page(own_address(path), fragment)
        if wanted.startswith("/"):
            address = wanted.lstrip("/")
            return self._page(address if not address or address.endswith("/") else f"{address}/", fragment)
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
        anchors = self.anchors[address]
        if (
            fragment
            and anchors is not None
            and fragment not in anchors
            and not fragment.startswith(("fn:", "fnref:"))
        ):
            return Link(LinkKind.BROKEN, f"#{fragment}")
        return Link(LinkKind.PAGE, address, fragment)


def own_address(path: str) -> str:
    """Return the address of the page that the content file ``path`` becomes."""
    if path.startswith("news/"):
        return article_address(article_id(path)) if path.count("/") == ARTICLE_DEPTH else path
    return written_page_address(page_id(path))


def _anchors(shown: object) -> frozenset[str] | None:
    """Return the anchors of a page; None where they are not known before it is rendered."""
    if isinstance(shown, Article | WrittenPage):
        return frozenset(heading.id for heading in shown.prose.headings)
    return None


def list_photos(site: Site) -> list[str]:
    """Return the photos that pages show or link to, as sorted repository paths."""
    wanted = {photo.path for article in site.articles.values() for photo in article.photos}
    resolver = LinkResolver(site)
    texts = [(item.path, item.prose) for item in site.articles.values()]
    texts += [(item.path, item.prose) for item in site.pages.values()]
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
