"""Atom 1.0 (RFC 4287)."""

from __future__ import annotations

from html import escape
from typing import Any

from feedgenerator import Atom1Feed  # type: ignore[import-untyped]

from minhbach.feeds.model import Author, Feed, FeedEntry


def write_atom(feed: Feed) -> bytes:
    """Return ``feed`` as an Atom document in UTF-8."""
    text: str = _AtomWriter(feed).writeString("utf-8")
    return text.encode()


class _AtomWriter(Atom1Feed):  # type: ignore[misc]
    """The library's writer, and what it lacks: several authors, an icon, a language for an entry."""

    def __init__(self, feed: Feed) -> None:
        super().__init__(
            title=feed.title,
            link=feed.home_url,
            description=feed.description,
            language=feed.language,
            author_name=feed.author.name,
            author_link=feed.author.url,
            feed_url=feed.urls.atom,
            feed_guid=feed.id,
        )
        self._source = feed
        for entry in feed.entries:
            self.add_item(
                title=entry.title,
                link=entry.url,
                description=escape(entry.summary, quote=False),  # the library declares it HTML
                pubdate=entry.published,
                updateddate=entry.updated,
                unique_id=entry.id,
                categories=entry.categories,
                content=entry.content_html,
                entry=entry,
            )

    def latest_post_date(self) -> Any:
        """Return when the feed changed; the library would take the wall clock for an empty feed."""
        return self._source.updated

    def add_root_elements(self, handler: Any) -> None:
        super().add_root_elements(handler)
        if self._source.icon is not None:
            handler.addQuickElement("icon", self._source.icon)

    def item_attributes(self, item: Any) -> dict[str, str]:
        entry: FeedEntry = item["entry"]
        return {} if entry.language == self._source.language else {"xml:lang": entry.language}

    def add_item_elements(self, handler: Any, item: Any) -> None:
        super().add_item_elements(handler, item)
        entry: FeedEntry = item["entry"]
        for author in entry.authors:
            _add_author(handler, author)
        if (image := entry.image) is not None:
            attributes = {"rel": "enclosure", "href": image.url, "type": image.mime_type}
            if image.size_bytes is not None:
                attributes["length"] = str(image.size_bytes)
            handler.addQuickElement("link", "", attributes)


def _add_author(handler: Any, author: Author) -> None:
    handler.startElement("author", {})
    handler.addQuickElement("name", author.name)
    if author.url is not None:
        handler.addQuickElement("uri", author.url)
    handler.endElement("author")
