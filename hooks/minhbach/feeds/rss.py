"""RSS 2.0 with the elements that the RSS Best Practices Profile (rssboard.org/rss-profile) recommends."""

from __future__ import annotations

from html import escape
from typing import Any

from feedgenerator import Enclosure, Rss201rev2Feed  # type: ignore[import-untyped]

from minhbach.feeds.model import Feed, FeedEntry, FeedImage

_NAMESPACES = {
    "xmlns:content": "http://purl.org/rss/1.0/modules/content/",
    "xmlns:dc": "http://purl.org/dc/elements/1.1/",
    "xmlns:media": "http://search.yahoo.com/mrss/",
}


def write_rss(feed: Feed) -> bytes:
    """Return ``feed`` as an RSS document in UTF-8.

    RSS has no place for a square icon (its own image is a small banner), and asks for the size of an
    enclosure; a picture of unknown size is named by Media RSS alone.
    """
    text: str = _RssWriter(feed).writeString("utf-8")
    return text.encode()


class _RssWriter(Rss201rev2Feed):  # type: ignore[misc]
    """The library's writer, and what it lacks: the whole text, several authors, the time of a change."""

    def __init__(self, feed: Feed) -> None:
        super().__init__(
            title=feed.title,
            link=feed.home_url,
            description=feed.description,
            language=feed.language,
            feed_url=feed.urls.rss,
        )
        self._source = feed
        for entry in feed.entries:
            self.add_item(
                title=entry.title,
                link=entry.url,
                description=escape(entry.summary, quote=False),  # readers take it for HTML
                pubdate=entry.published,
                unique_id=entry.id,
                unique_id_is_permalink=False,
                categories=entry.categories,
                enclosures=_list_enclosures(entry.image),
                entry=entry,
            )

    def latest_post_date(self) -> Any:
        """Return when the feed changed; the library would take the wall clock for an empty feed."""
        return self._source.updated

    def rss_attributes(self) -> dict[str, str]:
        return {**super().rss_attributes(), **_NAMESPACES}

    def add_root_elements(self, handler: Any) -> None:
        super().add_root_elements(handler)
        handler.addQuickElement("dc:creator", self._source.author.name)

    def add_item_elements(self, handler: Any, item: Any) -> None:
        super().add_item_elements(handler, item)
        entry: FeedEntry = item["entry"]
        for author in entry.authors:
            handler.addQuickElement("dc:creator", author.name)
        if entry.language != self._source.language:
            handler.addQuickElement("dc:language", entry.language)
        handler.addQuickElement("atom:updated", entry.updated.isoformat())
        # After the description, or readers take the description for the better text.
        handler.addQuickElement("content:encoded", entry.content_html)
        if (image := entry.image) is not None:
            handler.addQuickElement("media:content", "", _describe_media(image))


def _list_enclosures(image: FeedImage | None) -> tuple[Enclosure, ...]:
    if image is None or image.size_bytes is None:
        return ()
    return (Enclosure(image.url, str(image.size_bytes), image.mime_type),)


def _describe_media(image: FeedImage) -> dict[str, str]:
    """Return the attributes of Media RSS (rssboard.org/media-rss) for ``image``."""
    return {
        "url": image.url,
        "type": image.mime_type,
        "medium": "image",
        "width": str(image.width_px),
        "height": str(image.height_px),
    }
