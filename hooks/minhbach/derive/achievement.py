"""Achievement: a result against its target, and what a stated achievement says of an unstated target."""

from __future__ import annotations

from dataclasses import dataclass

from minhbach.numbers.interval import Interval, integers_within
from minhbach.numbers.quantity import Quantity
from minhbach.numbers.ratio import derived_percent, implied_target, per_unit
from minhbach.site.figure import Figure, Target
from minhbach.site.model import Site


@dataclass(frozen=True)
class Achievement:
    """A percentage of a target. ``stated``: as the source gives it, else divided here."""

    percent: Quantity
    stated: bool
    target: Target


def derive_achievement(figure: Figure, kind: str = "assigned") -> Achievement | None:
    """Return the achievement of ``figure`` against its target of ``kind`` ("assigned" or "own").

    What the source states goes before what can be divided; None where neither is known.
    """
    target = figure.target(kind)
    return None if target is None else _achievement(figure, target)


def derive_achievements(figure: Figure) -> tuple[Achievement, ...]:
    """Return the achievement of ``figure`` against each of its targets, where known."""
    found = (_achievement(figure, target) for target in figure.targets)
    return tuple(item for item in found if item is not None)


def stated_achievement(figure: Figure, target: Target) -> Quantity | None:
    """Return the percentage of ``target`` that the source states; the figure's own is of the assigned one."""
    if target.achievement is not None:
        return target.achievement
    return figure.achievement if target == figure.target("assigned") else None


def _achievement(figure: Figure, target: Target) -> Achievement | None:
    stated = stated_achievement(figure, target)
    if stated is not None:
        return Achievement(stated, True, target)
    if figure.quantity is None or target.goal is None:
        return None
    percent = derived_percent(figure.quantity, target.goal)
    return Achievement(percent, False, target) if percent is not None else None


def derive_own_against_assigned(figure: Figure) -> Quantity | None:
    """Return the chapter's own target in percent of the assigned one: 3 600 against 2 400 is 150%."""
    own, assigned = figure.target("own"), figure.target("assigned")
    if own is None or assigned is None or own.goal is None or assigned.goal is None:
        return None
    return derived_percent(own.goal, assigned.goal)


def derive_implied_target(figure: Figure, kind: str = "assigned") -> tuple[int, int] | None:
    """Return the smallest and largest whole target of ``kind`` that the stated achievement allows.

    Only where the source states an achievement but not the target: 4 875 at 400% allows 1 218 to 1 220. It
    is an interval that follows from rounding, never a target, and pages may not show it as one.
    """
    target = figure.target(kind)
    if figure.quantity is None or target is None or target.quantity is not None:
        return None
    stated = stated_achievement(figure, target)
    if stated is None or stated.value == 0:
        return None
    implied = implied_target(figure.quantity, stated)
    return integers_within(implied) if implied.bounded else None


def are_of_one_time(one: Figure, other: Figure) -> bool:
    """Whether two figures of one owner cover the same time; only then can they be held against each other."""
    spans = [figure.period.span if figure.period else None for figure in (one, other)]
    return spans[0] == spans[1]


def derive_per_unit(site: Site, figure: Figure) -> Interval | None:
    """Return the interval of ``figure`` divided by the figure it names in ``per`` (money a package).

    None where an end of either is open: of "hơn 5.000 suất" there is no average.
    """
    if figure.per is None or figure.quantity is None:
        return None
    count = site.figures.get(figure.per)
    if (
        count is None
        or count.quantity is None
        or count.quantity.value == 0
        or not are_of_one_time(figure, count)
    ):
        return None
    if figure.quantity.is_open or count.quantity.is_open:
        return None
    return per_unit(figure.quantity, count.quantity)
