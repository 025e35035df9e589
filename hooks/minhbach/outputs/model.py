"""Pages and files as a build gives them out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from minhbach.prose.markup import Heading


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
    """When its content last changed, as far as the content itself says."""
    source: str | None = None
    """The file in docs/ that it is written in, relative to docs/; None for pages made from data."""
    search: tuple[SearchEntry, ...] = ()
    """What search finds on it: usually the page as one thing."""

    @property
    def file(self) -> str:
        """The Markdown file that the page stands for in the tree handed to a site engine."""
        return self.source or f"{self.address}index.md"


@dataclass(frozen=True)
class Asset:
    """A file to publish as it is. ``path`` is its address on the site."""

    path: str
    content: bytes
