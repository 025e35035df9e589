"""What figures and statements rest on: from the sources of records to articles and documents that exist."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from minhbach.language import mark
from minhbach.problems import Position, kinds
from minhbach.records.contents import Entry
from minhbach.records.document import DocumentRecord
from minhbach.records.figure import SourceRecord
from minhbach.records.read import nearest
from minhbach.site.model import Article, State
from minhbach.site.references import References
from minhbach.site.source import Source

DOCUMENTS = "data/documents.yml"
Location = tuple[str | int, ...]
_KEYS = mark("article: …” or “document")
_AN_ARTICLE = mark("an article of this site")
_A_DOCUMENT = mark("a document of data/documents.yml")


class SourceLinker:
    """Links the sources that records give, and reports those that are not there."""

    def __init__(
        self,
        references: References,
        documents: Mapping[str, DocumentRecord],
        articles: Mapping[str, Article],
        unusable_articles: Collection[str],
        *,
        preview: bool,
    ) -> None:
        """``articles``: all, whatever their state; of ``unusable_articles`` only the id is known."""
        self.references = references
        self.documents = documents
        self.articles = articles
        self.unusable_articles = unusable_articles
        self.preview = preview

    def link(
        self, records: Iterable[SourceRecord] | None, entry: Entry[Any], place: Location
    ) -> tuple[Source, ...]:
        """Return the sources that ``entry`` gives at ``place``, each once, in their order."""
        is_list = isinstance(_value(entry.document.data, place), list)
        found: dict[Source, None] = {}
        for index, record in enumerate(records or ()):
            here = (*place, index) if is_list else place
            for source in self._sources(record, entry, here):
                found[source] = None
        return tuple(found)

    def _sources(self, record: SourceRecord, entry: Entry[Any], here: Location) -> Iterable[Source]:
        if record.article is None and record.document is None:
            self.references.report(kinds.KEY_MISSING, entry.at(*here), {"key_message": _KEYS})
        if record.document is not None and self._is_registered(record.document, entry.at(*here, "document")):
            yield document_source(record.document, self.documents[record.document], record.place)
        if record.article is not None:
            # The place is one in the document where both are given: the article only tells of it.
            place = record.place if record.document is None else None
            source = self._article(record.article, place, entry.at(*here, "article"))
            if source is not None:
                yield source

    def _is_registered(self, key: str, at: Position) -> bool:
        if key not in self.documents and key in self.articles:
            details = {"found": key, "key": "document", "right": "article", "what_message": _AN_ARTICLE}
            self.references.report(kinds.SOURCE_MISPLACED, at, details)
            return False
        return self.references.known(kinds.DOCUMENT_UNKNOWN, key, self.documents, DOCUMENTS, at)

    def _article(self, key: str, place: str | None, at: Position) -> Source | None:
        """Return an article as a source; what is not published yet, or no longer, is told to the staff."""
        article = self.articles.get(key)
        if article is None and key in self.documents:
            details = {"found": key, "key": "article", "right": "document", "what_message": _A_DOCUMENT}
            self.references.report(kinds.SOURCE_MISPLACED, at, details)
            return None
        if article is None:
            if key not in self.unusable_articles:
                details = {"found": key, "nearest": nearest(key, list(self.articles))}
                self.references.report(kinds.SOURCE_UNKNOWN, at, details)
            return None
        if article.state in (State.DRAFT, State.SCHEDULED) and not self.preview:
            self.references.report(kinds.SOURCE_UNPUBLISHED, at, {"found": article.path})
            return Source("unpublished", key, "", None)
        if article.state is State.WITHDRAWN:
            self.references.report(kinds.SOURCE_WITHDRAWN, at, {"found": article.path})
        day = article.record.published.date()
        return Source("article", key, article.record.title, day, place=place)


def document_source(key: str, record: DocumentRecord, place: str | None = None) -> Source:
    """Return the source that a document is, or the ``place`` in it."""
    return Source(
        "document",
        key,
        record.title,
        record.published,
        record.url,
        record.publisher,
        place=place,
        language=record.language,
        document_kind=record.kind,
    )


def _value(data: Any, place: Location) -> Any:
    for part in place:
        try:
            data = data[part]
        except (KeyError, IndexError, TypeError):
            return None
    return data
