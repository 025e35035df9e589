"""Figures agree with themselves: achievement with target and value, parts with the whole, series in order."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise

from minhbach.numbers.interval import Interval, add
from minhbach.numbers.quantity import Quantity, exact
from minhbach.numbers.ratio import agrees_with_ratio, derived_percent
from minhbach.numbers.writing import write_percent, write_quantity
from minhbach.problems import Position, Problem, kinds
from minhbach.records.contents import Contents
from minhbach.records.knowing import Missing
from minhbach.site.model import Figure, Site

Place = Callable[..., Position]
"""From keys and indexes within a figure's record to where they are written."""


def check_figures(site: Site, contents: Contents) -> Iterator[Problem]:
    """Check every figure of the site."""
    for figure in site.figures.values():
        place = _placer(figure, contents)
        yield from check_achievement(figure, place)
        yield from check_parts(figure, place)
        yield from check_series(figure, place)


def _placer(figure: Figure, contents: Contents) -> Place:
    entries = contents.campaigns if figure.owner.kind == "campaign" else contents.results

    def place(*location: str | int) -> Position:
        return entries[figure.owner.id].at("figures", figure.key, *location)

    return place


def check_achievement(figure: Figure, place: Place) -> Iterator[Problem]:
    """A stated achievement needs a value and an assigned target, and must agree with both."""
    stated = figure.achievement
    if stated is None:
        return
    at = place("achievement")
    target = figure.target("assigned")
    if target is None:
        yield Problem(kinds.ACHIEVEMENT_WITHOUT_TARGET, at, {"stated": write_percent(stated)})
    elif figure.quantity is None:
        yield Problem(kinds.ACHIEVEMENT_WITHOUT_VALUE, at, {"stated": write_percent(stated)})
    elif target.quantity is not None and not agrees_with_ratio(stated, figure.quantity, target.quantity):
        derived = derived_percent(figure.quantity, target.quantity)
        details = {
            "value": write_quantity(figure.quantity),
            "target": write_quantity(target.quantity),
            "derived": write_percent(derived) if derived else "?",
            "stated": write_percent(stated),
        }
        yield Problem(kinds.ACHIEVEMENT_CONTRADICTS, at, details)


def check_parts(figure: Figure, place: Place) -> Iterator[Problem]:
    """Parts that are said to be complete and are all published add up to the whole, within their rounding."""
    quantities = [part.quantity for part in figure.parts if part.quantity is not None]
    if not figure.parts_complete or figure.quantity is None or len(quantities) < len(figure.parts):
        return
    total = Interval(exact(0).value, exact(0).value)
    for quantity in quantities:
        total = add(total, quantity.interval())
    if not total.intersects(figure.quantity.interval()):
        details = {
            "sum": write_quantity(exact(sum(quantity.value for quantity in quantities))),
            "value": write_quantity(figure.quantity),
        }
        yield Problem(kinds.PARTS_DIFFER, place("parts", "items"), details)


def _write_known(quantity: Quantity | None, missing: Missing | None) -> str:
    """Return a value as a message names it; where there is none, the word for that in the file."""
    return write_quantity(quantity) if quantity is not None else str(missing)


def check_series(figure: Figure, place: Place) -> Iterator[Problem]:
    """A series runs forward in time, and its last value is the figure's own."""
    for index, (before, after) in enumerate(pairwise(figure.series), start=1):
        if after.as_of <= before.as_of:
            details = {"found": after.as_of.isoformat(), "before": before.as_of.isoformat()}
            yield Problem(kinds.SERIES_UNORDERED, place("series", index, "as_of"), details)
    if not figure.series:
        return
    last = figure.series[-1]
    if (figure.quantity, figure.missing) != (last.quantity, last.missing):
        details = {
            "last": _write_known(last.quantity, last.missing),
            "value": _write_known(figure.quantity, figure.missing),
        }
        yield Problem(kinds.SERIES_LAST_DIFFERS, place("series", len(figure.series) - 1, "value"), details)
