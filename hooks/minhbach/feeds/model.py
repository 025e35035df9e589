"""A feed as plain values, before it takes the form of a format.

What all formats must agree on is settled when a value is made, once for all feeds that an article is in:
text that XML can hold, addresses in ASCII, times in Viet Nam's zone and to the second.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from itertools import pairwise
from typing import Any
from urllib.parse import quote

from minhbach.outputs.xml_text import clean_text, encode_url, local_time

_DOMAIN = re.compile(r"[a-z0-9]+(?:-+[a-z0-9]+)*(?:\.[a-z0-9]+(?:-+[a-z0-9]+)*)*")
_SPECIFIC = "/?:@!$&'()*+,;=~"
"""What a tag may hold besides letters, digits, "-", "." and "_"."""


@dataclass(frozen=True)
class Author:
    """Who wrote: a name as readers see it, and the absolute address of a page about them.

    Raises ValueError for an empty name.
    """

    name: str
    url: str | None = None

    def __post_init__(self) -> None:
        _settle(self, name=clean_text(self.name).strip(), url=_optional_url(self.url))
        if not self.name:
            raise ValueError("an author has no name")


@dataclass(frozen=True)
class FeedImage:
    """The picture of an entry."""

    url: str
    """Absolute."""
    mime_type: str
    width_px: int
    height_px: int
    size_bytes: int | None = None

    def __post_init__(self) -> None:
        _settle(self, url=encode_url(self.url))


@dataclass(frozen=True)
class FeedEntry:
    """One item of a feed. Every address is absolute, in ``content_html`` too.

    Raises ValueError for a time without a time zone.
    """

    id: str
    """A URI that stays the same when the page moves; see :func:`make_tag_uri`."""
    url: str
    """The page."""
    title: str
    """Plain text."""
    summary: str
    """Plain text."""
    content_html: str
    """The whole text."""
    published: datetime
    updated: datetime
    authors: tuple[Author, ...] = ()
    """None: the author of the feed is meant."""
    categories: tuple[str, ...] = ()
    """The section and tags, as readers see them; each is kept once."""
    image: FeedImage | None = None
    language: str = "vi"

    def __post_init__(self) -> None:
        categories = (clean_text(category).strip() for category in self.categories)
        _settle(
            self,
            id=clean_text(self.id),
            url=encode_url(self.url),
            title=clean_text(self.title),
            summary=clean_text(self.summary),
            content_html=clean_text(self.content_html),
            published=local_time(self.published),
            updated=local_time(self.updated),
            categories=tuple(dict.fromkeys(category for category in categories if category)),
        )


@dataclass(frozen=True)
class FeedUrls:
    """The absolute addresses of one feed in its formats."""

    atom: str
    rss: str
    json: str

    def __post_init__(self) -> None:
        _settle(self, atom=encode_url(self.atom), rss=encode_url(self.rss), json=encode_url(self.json))


@dataclass(frozen=True)
class Feed:
    """A feed, whatever the format.

    Raises ValueError for entries that are not sorted or share an id, for an empty feed that does not say when
    it changed, and for a time without a time zone.
    """

    id: str
    """A URI that stays the same when the feed moves; see :func:`make_tag_uri`."""
    title: str
    """Plain text."""
    description: str
    """Plain text."""
    home_url: str
    """The page that shows the same articles."""
    urls: FeedUrls
    author: Author
    """The organisation."""
    entries: tuple[FeedEntry, ...]
    """Newest first."""
    changed: datetime | None = None
    """When the feed changed otherwise than through an entry; an empty feed must say it."""
    icon: str | None = None
    """The absolute address of a square image."""
    language: str = "vi"

    def __post_init__(self) -> None:
        _settle(
            self,
            id=clean_text(self.id),
            title=clean_text(self.title),
            description=clean_text(self.description),
            home_url=encode_url(self.home_url),
            changed=None if self.changed is None else local_time(self.changed),
            icon=_optional_url(self.icon),
        )
        if not self.entries and self.changed is None:
            raise ValueError(f"the empty feed {self.id} does not say when it changed")
        if len({entry.id for entry in self.entries}) < len(self.entries):
            raise ValueError(f"two entries of the feed {self.id} have one id")
        if any(newer.published < older.published for newer, older in pairwise(self.entries)):
            raise ValueError(f"the entries of the feed {self.id} are not sorted")

    @property
    def updated(self) -> datetime:
        """The newest change of an entry or of the feed; never the time of the build."""
        own = [] if self.changed is None else [self.changed]
        return max(own + [entry.updated for entry in self.entries])


def make_tag_uri(authority: str, since: date, name: str) -> str:
    """Return a URI that names something for good, wherever it is published (RFC 4151).

    ``authority`` is a domain that the organisation held on the day ``since``; both must never change
    afterwards, even when the site moves. ``name`` is unique on the site, such as the first address of a page.
    Raises ValueError where ``authority`` is no domain in small ASCII letters.
    """
    if not _DOMAIN.fullmatch(authority):
        raise ValueError(f"“{authority}” is no domain")
    return f"tag:{authority},{since.isoformat()}:{quote(name, safe=_SPECIFIC)}"


def _optional_url(url: str | None) -> str | None:
    return None if url is None else encode_url(url)


def _settle(value: Any, **fields: Any) -> None:
    """Give the fields of a frozen value, which is being made, their settled form."""
    for name, field in fields.items():
        object.__setattr__(value, name, field)
