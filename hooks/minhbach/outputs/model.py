"""Pages and files as a build gives them out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from minhbach.cards.model import Card
from minhbach.prose.markup import Heading


@dataclass(frozen=True)
class Crumb:
    """A step of the way from the home page to a page: what it is called, and its address."""

    name: str
    address: str


@dataclass(frozen=True)
class Meta:
    """What a page tells machines besides its text: search engines, feed readers, social networks."""

    card: Card | None = None
    """The picture that stands for the page where it is shared."""
    trail: tuple[Crumb, ...] = ()
    """The pages above it, from the home page on, as the page itself shows them."""
    structured: tuple[Mapping[str, Any], ...] = ()
    """Descriptions in the vocabulary of schema.org, as JSON-LD."""
    feeds: str = ""
    """The address of the list whose feeds tell of more like this; "" for none."""
    languages: Mapping[str, str] | None = None
    """By language: the address of the same content, this page's own among them."""
    short_title: str = ""
    """For where there is little room; "" where the title is short enough."""
    is_article: bool = False
    published: datetime | None = None
    section: str = ""
    tags: tuple[str, ...] = ()
    listed: bool = True
    """Whether search engines should show it."""


@dataclass(frozen=True)
class SearchEntry:
    """Something on a page that search finds."""

    kind: str
    """What readers can narrow a search to: article, campaign, figure, donor, award, page."""
    section: str = ""
    """The section's key, for articles."""
    day: date | None = None
    year: int | None = None
    """Where no day is known."""
    title: str = ""
    """Plain text; "" for the page's title."""
    html: str | None = None
    """The text that is searched; None for the page's body."""
    anchor: str = ""
    """The id of the place on the page; "" for its top."""
    brief: bool = False
    """Whether only the page's title and description are searched: it lists what is found by itself."""


@dataclass(frozen=True)
class Page:
    """A finished page, without the frame (header, navigation, footer) that the theme puts around it."""

    address: str
    """Where it stands on the site: "" for home, else ending with "/"."""
    title: str
    """Plain text."""
    description: str
    """Plain text."""
    html: str
    """The body; every internal link is relative to ``address``."""
    kind: str
    """The kind of page: home, news, article, campaigns, campaign, …; the frame may depend on it."""
    headings: tuple[Heading, ...] = ()
    updated: date | None = None
    """When its content last changed, as far as it says itself; a ``datetime`` where the time is known."""
    source: str | None = None
    """The file in docs/ that it is written in, relative to docs/; None for pages made from data."""
    meta: Meta = Meta()
    search: tuple[SearchEntry, ...] = ()
    """What search finds on it: usually the page as one thing."""
    language: str = ""
    """Empty: that of the site."""
    head: str = ""
    """HTML for the page's ``<head>``, made from all of the above (``pages.head``)."""

    def with_meta(self, **changes: Any) -> Page:
        """Return the page with other values in its ``meta``."""
        return replace(self, meta=replace(self.meta, **changes))

    @property
    def file(self) -> str:
        """The Markdown file that the page stands for in the tree handed to a site engine."""
        return self.source or f"{self.address}index.md"


@dataclass(frozen=True)
class Asset:
    """A file to publish as it is. ``path`` is its address on the site."""

    path: str
    content: bytes
