"""One indicator over the years: a row for each figure, and one where a year, or several, have none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from minhbach.site.comparisons import YEARS, years_figures
from minhbach.site.figure import Figure
from minhbach.site.model import Site

FEWEST_YEARS = 2
"""Below this there is nothing to compare."""


@dataclass(frozen=True)
class YearRow:
    """A figure of a year; where ``figure`` is None, the years ``first`` to ``last`` that have none."""

    first: int
    last: int
    figure: Figure | None = None


@dataclass(frozen=True)
class YearsAddress:
    """What an address such as "don-vi-mau.years.thanh-pho" asks for."""

    indicator_id: str
    body_id: str | None

    @property
    def text(self) -> str:
        """The address."""
        return ".".join(filter(None, (self.indicator_id, YEARS, self.body_id)))


def read_years_address(site: Site, address: str) -> YearsAddress | None:
    """Return what ``address`` asks for; None where it is none of an indicator's years, or a figure's own."""
    parts = address.split(".")
    if ".".join(parts[:2]) in site.figures:
        return None
    match parts:
        case [indicator, name, *body] if name == YEARS and indicator in site.indicators and len(body) <= 1:
            return YearsAddress(indicator, body[0] if body else None)
    return None


def find_years(site: Site, wanted: YearsAddress) -> tuple[Figure, ...]:
    """Return the figures at an address of years, the oldest first."""
    return years_figures(site.figures, wanted.indicator_id, wanted.body_id)


def compared_years(figures: Sequence[Figure]) -> tuple[int, ...]:
    """Return the years that have a figure which can be compared with others."""
    return tuple(dict.fromkeys(figure.owner.year for figure in figures if figure.comparable is None))


def list_year_rows(figures: Sequence[Figure]) -> tuple[YearRow, ...]:
    """Return a row for each of ``figures``, which are in order, and one for each gap between their years."""
    return tuple(_rows(figures))


def _rows(figures: Sequence[Figure]) -> Iterator[YearRow]:
    before: int | None = None
    for figure in figures:
        year = figure.owner.year
        if before is not None and year > before + 1:
            yield YearRow(before + 1, year - 1)
        yield YearRow(year, year, figure)
        before = year


def list_years_addresses(site: Site) -> list[str]:
    """Return every address at which an indicator can be compared over the years."""
    wanted = dict.fromkeys(
        YearsAddress(figure.indicator_id, figure.body.id if figure.body else None)
        for figure in site.figures.values()
    )
    return [
        item.text
        for item in wanted
        if read_years_address(site, item.text) == item
        and len(compared_years(find_years(site, item))) >= FEWEST_YEARS
    ]
