"""What can be found: one record for each page, or for each thing on a page that is searched by itself."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape

from minhbach.outputs.model import Page, SearchEntry

EXCLUDED = (
    *("[data-search=no]", "h1", "thead", "caption", "dt", ".mb-kicker", ".mb-meta time"),
    *(".mb-related", ".mb-reading", ".mb-share"),
)
"""What of a page's text is not searched: its title (kept apart), words of the frame, lists of other pages.

As CSS selectors. Elements that Pagefind leaves out anyway (nav, form, script, …) are not named.
"""
_DRAWINGS = re.compile(r"<svg\b.*?</svg>|<img\b[^>]*>| id=\"[^\"]*\"", re.DOTALL)
_CHARTS = re.compile(r"<figure class=\"mb-chart\".*?</figure>", re.DOTALL)


@dataclass(frozen=True)
class Record:
    """One thing that search finds: what a result shows of it, and the text that is searched."""

    address: str
    """Where it stands on the site, with the place on the page if it has one: "ghi-nhan/#…"."""
    kind: str
    section: str
    day: int
    """As year, month, day: 20250116; 20250000 where only the year is known, 0 for no time."""
    title: str
    """Plain text."""
    html: str

    @property
    def url(self) -> str:
        """What the index keeps as the address: everything that a result shows besides title and text.

        Pagefind would make words of anything else it keeps, and find them.
        """
        return f"{self.kind}/{self.section}/{self.day}/{self.address}"


def list_records(pages: Iterable[Page]) -> list[Record]:
    """Return what can be found on ``pages``, in their order."""
    return [record for page in pages for record in _records_of(page)]


def _records_of(page: Page) -> Iterator[Record]:
    for entry in page.search:
        yield Record(
            address=page.address + (f"#{entry.anchor}" if entry.anchor else ""),
            kind=entry.kind,
            section=entry.section,
            day=day_number(entry),
            title=entry.title or page.title,
            html=_text_of(page, entry),
        )


def _text_of(page: Page, entry: SearchEntry) -> str:
    """Return what is searched of an entry, as HTML."""
    if entry.html is not None:
        return entry.html
    return escape(page.description) if entry.brief else strip_page(page.html, page.kind)


def day_number(entry: SearchEntry) -> int:
    """Return the time of an entry as one number that sorts by time: 20250116, 20250000, 0."""
    if entry.day is not None:
        return entry.day.year * 10_000 + entry.day.month * 100 + entry.day.day
    return (entry.year or 0) * 10_000


def strip_page(html: str, kind: str) -> str:
    """Return a page's body without what has no words to search: drawings, photos, ids.

    Charts repeat figures; their tables are searched on the figures' own pages only.
    """
    return _DRAWINGS.sub("", html if kind == "figure" else _CHARTS.sub("", html))
