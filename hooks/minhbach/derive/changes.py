"""When what a page shows last changed, as far as the content itself says."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from minhbach.site.figure import Figure
from minhbach.site.model import Article


def figures_changed(figures: Iterable[Figure]) -> date | None:
    """Return the newest day that ``figures`` are known for: as of which day, else that of the sources."""
    days = (
        day
        for figure in figures
        for day in ([figure.as_of.day] if figure.as_of else [source.day for source in figure.sources])
    )
    return max((day for day in days if day is not None), default=None)


def latest_change(figures: Iterable[Figure], articles: Iterable[Article]) -> date | None:
    """Return the newest day of ``figures`` and ``articles`` together."""
    days = [article.changed.date() for article in articles]
    if (day := figures_changed(figures)) is not None:
        days.append(day)
    return max(days, default=None)
