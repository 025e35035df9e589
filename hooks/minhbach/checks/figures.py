"""Figures must agree with themselves: achievement with target and value, parts with the whole, series in order."""

from __future__ import annotations

from collections.abc import Iterator

from minhbach.numbers.interval import Interval, add
from minhbach.numbers.quantity import exact
from minhbach.numbers.ratio import agrees_with_ratio, derived_percent
from minhbach.numbers.writing import write_percent, write_quantity
from minhbach.problems import Problem, kinds
from minhbach.site.model import Figure, Site


def check_figures(site: Site) -> Iterator[Problem]:
    """Check every figure of the site."""
    for figure in site.figures.values():
        yield from check_achievement(figure)
        yield from check_parts(figure)
        yield from check_series(figure)


def check_achievement(figure: Figure) -> Iterator[Problem]:
    """A stated achievement needs a value and an assigned target, and must agree with both."""
    stated = figure.achievement
    if stated is None:
        return
    target = figure.target("assigned")
    if target is None:
        yield Problem(kinds.ACHIEVEMENT_WITHOUT_TARGET, figure.at, {"stated": write_percent(stated)})
    elif figure.quantity is None:
        yield Problem(kinds.ACHIEVEMENT_WITHOUT_VALUE, figure.at, {"stated": write_percent(stated)})
    elif target.quantity is not None and not agrees_with_ratio(stated, figure.quantity, target.quantity):
        derived = derived_percent(figure.quantity, target.quantity)
        details = {
            "value": write_quantity(figure.quantity),
            "target": write_quantity(target.quantity),
            "derived": write_percent(derived) if derived else "?",
            "stated": write_percent(stated),
        }
        yield Problem(kinds.ACHIEVEMENT_CONTRADICTS, figure.at, details)


def check_parts(figure: Figure) -> Iterator[Problem]:
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
        yield Problem(kinds.PARTS_DIFFER, figure.at, details)


def check_series(figure: Figure) -> Iterator[Problem]:
    """A series runs forward in time, and its last value is the figure's own."""
    for before, after in zip(figure.series, figure.series[1:], strict=False):
        if after.as_of <= before.as_of:
            details = {"found": after.as_of.isoformat(), "before": before.as_of.isoformat()}
            yield Problem(kinds.SERIES_UNORDERED, figure.at, details)
    if figure.series and figure.quantity != figure.series[-1].quantity:
        details = {
            "last": write_quantity(figure.series[-1].quantity),
            "value": write_quantity(figure.quantity) if figure.quantity else "not-yet-published",
        }
        yield Problem(kinds.SERIES_LAST_DIFFERS, figure.at, details)
