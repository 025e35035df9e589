"""Which figures stand side by side over the years: those of one programme or of one indicator.

They are figures of one indicator and one body, so that what they count is the same; another body's are never
among ours. ``indicator.years`` is all that the chapter has of an indicator, ``indicator.years.body`` what it
has of another body's; ``programme.figure`` what the chapter has of a programme, by key or by indicator.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import date

from minhbach.site.figure import Figure

YEARS = "years"
"""The second part of an address that asks for an indicator over the years."""


def in_order(figures: Iterable[Figure]) -> tuple[Figure, ...]:
    """Return ``figures`` by year, those of one year in the order in which their time ended."""
    return tuple(sorted(figures, key=_order))


def _order(figure: Figure) -> tuple[int, date, str]:
    year, period = figure.owner.year, figure.period or figure.owner.period
    end = period.end if period is not None else None
    return year, end.day if end is not None else date(year, 12, 31), figure.address


def years_figures(
    figures: Mapping[str, Figure], indicator_id: str, body_id: str | None = None
) -> tuple[Figure, ...]:
    """Return the figures of an indicator, the oldest first; of another body where ``body_id`` names one."""
    return in_order(
        figure
        for figure in figures.values()
        if figure.indicator_id == indicator_id and body_id == (figure.body.id if figure.body else None)
    )


def programme_figures(figures: Mapping[str, Figure], programme_id: str, name: str) -> tuple[Figure, ...]:
    """Return the chapter's figures of a programme whose key or indicator is ``name``, the oldest first.

    Of those under one key that count different things, the ones that count what the newest does.
    """
    found = in_order(
        figure
        for figure in figures.values()
        if figure.owner.programme_id == programme_id
        and figure.is_ours
        and name in (figure.key, figure.indicator_id)
    )
    return tuple(figure for figure in found if figure.indicator_id == found[-1].indicator_id)


def figures_at(
    figures: Mapping[str, Figure], programmes: Collection[str], address: str
) -> tuple[Figure, ...]:
    """Return the figures that a link, a chart or a table at ``address`` shows; none if nothing is there."""
    parts = address.split(".")
    figure = figures.get(".".join(parts[:2]))
    if figure is not None:
        return (figure,)
    match parts:
        case [indicator, name, *body] if name == YEARS and len(body) <= 1:
            return years_figures(figures, indicator, body[0] if body else None)
        case [programme, name] if programme in programmes:
            return programme_figures(figures, programme, name)
    return ()
