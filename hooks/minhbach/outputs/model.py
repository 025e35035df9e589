"""Pages and files as a build gives them out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from minhbach.prose.markup import Heading


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

    @property
    def file(self) -> str:
        """The Markdown file that the page stands for in the tree handed to a site engine."""
        return self.source or f"{self.address}index.md"


@dataclass(frozen=True)
class Asset:
    """A file to publish as it is. ``path`` is its address on the site."""

    path: str
    content: bytes
