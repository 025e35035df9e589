"""JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/)."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from minhbach.feeds.model import Author, Feed, FeedEntry

VERSION = "https://jsonfeed.org/version/1.1"


def write_json_feed(feed: Feed) -> bytes:
    """Return ``feed`` as a JSON Feed document in UTF-8."""
    document = {
        "version": VERSION,
        "title": feed.title,
        "home_page_url": feed.home_url,
        "feed_url": feed.urls.json,
        **_without_empty({"description": feed.description, "icon": feed.icon}),
        "authors": _list_authors([feed.author]),
        "language": feed.language,
        "items": [_describe_entry(entry, feed.language) for entry in feed.entries],
    }
    return (json.dumps(document, ensure_ascii=False, separators=(",", ":")) + "\n").encode()


def _describe_entry(entry: FeedEntry, feed_language: str) -> dict[str, Any]:
    optional = {
        "summary": entry.summary,
        "image": entry.image.url if entry.image is not None else None,
        "authors": _list_authors(entry.authors),
        "tags": list(entry.categories),
        "language": entry.language if entry.language != feed_language else None,
    }
    return {
        "id": entry.id,
        "url": entry.url,
        "title": entry.title,
        "content_html": entry.content_html,
        "date_published": entry.published.isoformat(),
        "date_modified": entry.updated.isoformat(),
        **_without_empty(optional),
    }


def _list_authors(authors: Iterable[Author]) -> list[dict[str, str]]:
    return [_without_empty({"name": author.name, "url": author.url}) for author in authors]


def _without_empty(fields: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in fields.items() if value}
