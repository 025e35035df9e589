"""Figures agree with themselves: achievement with target and value, parts with the whole, series in order."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from itertools import pairwise

from minhbach.checks.records import tell_outside
from minhbach.checks.relations import check_relations
from minhbach.checks.reported import is_reported
from minhbach.derive.achievement import are_of_one_time
from minhbach.derive.relations import sum_of_parts
from minhbach.numbers.quantity import Quantity
from minhbach.numbers.ratio import agrees_with_ratio, derived_percent
from minhbach.numbers.writing import write_percent, write_quantity
from minhbach.problems import Position, Problem, kinds
from minhbach.records.contents import Contents
from minhbach.records.knowing import Missing
from minhbach.site.figure import Figure, SeriesPoint, Target
from minhbach.site.link import recorded_figures
from minhbach.site.model import Site
from minhbach.site.periods import is_outside, owner_bounds, write_from_to

Place = Callable[..., Position]
"""From keys and indexes within a figure's record to where they are written."""


def check_figures(site: Site, contents: Contents) -> Iterator[Problem]:
    """Check every figure of the site."""
    names: dict[tuple[object, ...], Figure] = {}
    unusable = contents.unusable | recorded_figures(contents).difference(site.figures)
    for figure in site.figures.values():
        place = _placer(figure, contents)
        twin = names.setdefault(figure.identity, figure)
        if twin is not figure:
            details = {"found": figure.key, "other": twin.key, "place": str(twin.at)}
            yield Problem(kinds.FIGURE_TWICE, figure.at, details)
        yield from check_period(figure, place)
        yield from check_per(site, figure, place)
        yield from check_achievement(figure, place)
        yield from check_parts(figure, place)
        yield from check_series(figure, place)
        yield from check_relations(site, figure, place, partial(is_reported, unusable=unusable))


def _placer(figure: Figure, contents: Contents) -> Place:
    entries = contents.campaigns if figure.owner.kind == "campaign" else contents.results

    def place(*location: str | int) -> Position:
        return entries[figure.owner.id].at("figures", figure.key, *location)

    return place


def check_period(figure: Figure, place: Place) -> Iterator[Problem]:
    """A figure covers some of the time of what it belongs to."""
    if figure.period is not None and is_outside(figure.period, figure.owner):
        yield tell_outside(figure.period, figure.owner, place("period"))


def check_per(site: Site, figure: Figure, place: Place) -> Iterator[Problem]:
    """What is divided by another figure is of the same time."""
    other = site.figures.get(figure.per or "")
    if other is None or are_of_one_time(figure, other):
        return
    details = {
        "found": figure.key,
        "from_to": write_from_to(figure.period or owner_bounds(figure.owner)),
        "other": other.key,
        "other_from_to": write_from_to(other.period or owner_bounds(other.owner)),
    }
    yield Problem(kinds.PER_OF_ANOTHER_PERIOD, place("per"), details)


def check_achievement(figure: Figure, place: Place) -> Iterator[Problem]:
    """A stated achievement needs a value and a target it refers to, and must agree with both."""
    if figure.achievement is not None:
        at, target = place("achievement"), figure.target("assigned")
        if target is None:
            details = {"stated": write_percent(figure.achievement)}
            yield Problem(kinds.ACHIEVEMENT_WITHOUT_TARGET, at, details)
        else:
            yield from _check_stated(figure, target, figure.achievement, at)
    for target in figure.targets:
        if target.achievement is not None:
            at = place("targets", target.key, "achievement")
            yield from _check_stated(figure, target, target.achievement, at)


def _check_stated(figure: Figure, target: Target, stated: Quantity, at: Position) -> Iterator[Problem]:
    if figure.quantity is None:
        yield Problem(kinds.ACHIEVEMENT_WITHOUT_VALUE, at, {"stated": write_percent(stated)})
    elif target.goal is not None and not agrees_with_ratio(stated, figure.quantity, target.goal):
        derived = derived_percent(figure.quantity, target.goal)
        details = {
            "value": write_quantity(figure.quantity),
            "target": write_quantity(target.quantity or target.goal),
            "derived": write_percent(derived) if derived else "?",
            "stated": write_percent(stated),
        }
        yield Problem(kinds.ACHIEVEMENT_CONTRADICTS, at, details)


def check_parts(figure: Figure, place: Place) -> Iterator[Problem]:
    """Parts that are said to be complete and are all published add up to the whole, within their rounding."""
    total = sum_of_parts(figure)
    if total is not None and figure.quantity is not None and figure.contradiction is None:
        details = {"sum": write_quantity(total), "value": write_quantity(figure.quantity)}
        yield Problem(kinds.PARTS_DIFFER, place("parts", "items"), details)


def is_fall(figure: Figure, before: Quantity, after: SeriesPoint) -> bool:
    """Whether a reading of what only grows is certainly below the one before it, and does not say why."""
    if figure.indicator.kind not in ("flow", "cumulative") or after.note is not None:
        return False
    if after.quantity is None or after.quantity.value >= before.value:
        return False
    intervals = after.quantity.interval(), before.interval()
    # Rounding alone may look like a fall; of two open ends the stated numbers are what readers compare.
    is_closed = all(interval.bounded for interval in intervals)
    return not (is_closed and intervals[0].intersects(intervals[1]))


def _write_known(quantity: Quantity | None, missing: Missing | None) -> str:
    """Return a value as a message names it; where there is none, the word for that in the file."""
    return write_quantity(quantity) if quantity is not None else str(missing)


def check_series(figure: Figure, place: Place) -> Iterator[Problem]:
    """A series runs forward in time, and its last value is the figure's own."""
    for index, (before, after) in enumerate(pairwise(figure.series), start=1):
        if after.as_of.ended <= before.as_of.ended:
            details = {"found": after.as_of.text, "before": before.as_of.text}
            yield Problem(kinds.SERIES_UNORDERED, place("series", index, "as_of"), details)
        elif before.quantity and after.quantity and is_fall(figure, before.quantity, after):
            details = {
                "indicator": figure.indicator.name,
                "before": write_quantity(before.quantity),
                "before_day": before.as_of.text,
                "after": write_quantity(after.quantity),
                "after_day": after.as_of.text,
            }
            yield Problem(kinds.SERIES_FALLS, place("series", index, "value"), details)
    if not figure.series:
        return
    last = figure.series[-1]
    if (figure.quantity, figure.missing) != (last.quantity, last.missing):
        details = {
            "last": _write_known(last.quantity, last.missing),
            "value": _write_known(figure.quantity, figure.missing),
        }
        yield Problem(kinds.SERIES_LAST_DIFFERS, place("series", len(figure.series) - 1, "value"), details)
