"""Sources as links: articles to themselves, documents to their entries in the register."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from markupsafe import Markup, escape

from minhbach.language import mark
from minhbach.pages.formatting import Formatter
from minhbach.records.knowing import Missing
from minhbach.site import addresses
from minhbach.site.model import Site
from minhbach.site.source import Source
from minhbach.site.sourcing import document_source


class Place(Protocol):
    """A page on which links stand."""

    address: str
    root: str
    """As in ``PageContext``."""

    @property
    def base(self) -> str:
        """The way from the page to the site's root."""


class SourceLinks:
    """Writes the sources of one site in the words of one language."""

    def __init__(self, site: Site, formatter: Formatter) -> None:
        self.site = site
        self.format = formatter

    def link(self, page: Place, source: Source | None) -> Markup:
        """Return a source as a link: an article to itself, a document to its entry in the register."""
        if source is None:
            return escape(self.format.missing(Missing.UNKNOWN))
        words = escape(self.format.source_name(source))
        if source.kind == "document":
            words = _link_to(self._way(page, addresses.document_address(source.id)), words)
        elif source.kind == "article" and addresses.article_address(source.id) == page.address:
            words = escape(self.format.gettext("this article"))
        elif source.kind == "article":
            words = _link_to(page.base + addresses.article_address(source.id), words)
        return words + escape(self.format.source_rest(source))

    def links(self, page: Place, sources: Iterable[Source]) -> Markup:
        """Return all of ``sources`` as links, each once; the words for none where there is none."""
        links = dict.fromkeys(self.link(page, source) for source in sources)
        return Markup("; ").join(links) if links else escape(self.format.missing(Missing.UNKNOWN))

    def document(self, page: Place, document_id: str) -> Markup:
        """Return a document of data/documents.yml as a link to its entry in the register."""
        return self.link(page, document_source(document_id, self.site.documents[document_id]))

    def rewritten_from(self, page: Place, document_id: str) -> Markup:
        """Return what an article is rewritten from, as a link: "bản tin của Hội ngày 16/01/2025"."""
        record, gettext = self.site.documents[document_id], self.format.gettext
        is_own = record.publisher == self.site.organisation.name
        words = gettext(mark("{document} of {who}")).format(
            document=self.format.document_kind(record.kind),
            who=gettext(mark("the chapter itself")) if is_own else record.publisher,
        )
        if record.published is not None:
            words = gettext(mark("{document}, {day}")).format(
                document=words, day=self.format.day(record.published)
            )
        return _link_to(self._way(page, addresses.document_address(document_id)), escape(words))

    def _way(self, page: Place, address: str) -> str:
        """Return the way from ``page`` to a place on a page, which may be the same one."""
        where, _, fragment = address.partition("#")
        return f"#{fragment}" if where == page.address and not page.root else f"{page.base}{address}"


def _link_to(href: str, words: Markup) -> Markup:
    return Markup('<a href="{}">{}</a>').format(href, words)
