"""Achievement: a result against its target, and what a stated achievement says of an unstated target."""

from __future__ import annotations

from dataclasses import dataclass

from minhbach.numbers.interval import Interval, integers_within
from minhbach.numbers.quantity import Quantity
from minhbach.numbers.ratio import derived_percent, implied_target, per_unit
from minhbach.site.model import Figure, Site, Target


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
    if target is None:
        return None
    if kind == "assigned" and figure.achievement is not None:
        return Achievement(figure.achievement, True, target)
    if figure.quantity is None or target.quantity is None:
        return None
    percent = derived_percent(figure.quantity, target.quantity)
    return Achievement(percent, False, target) if percent is not None else None


def derive_own_against_assigned(figure: Figure) -> Quantity | None:
    """Return the chapter's own target in percent of the assigned one: 3 600 against 2 400 is 150%."""
    own, assigned = figure.target("own"), figure.target("assigned")
    if own is None or assigned is None or own.quantity is None or assigned.quantity is None:
        return None
    return derived_percent(own.quantity, assigned.quantity)


def derive_implied_target(figure: Figure) -> tuple[int, int] | None:
    """Return the smallest and largest whole target that the stated achievement allows.

    Only where the source states an achievement but not the target: 4 875 at 400% allows 1 218 to 1 220. It
    is an interval that follows from rounding, never a target, and pages may not show it as one.
    """
    target = figure.target("assigned")
    if figure.achievement is None or figure.quantity is None or target is None or target.quantity is not None:
        return None
    return integers_within(implied_target(figure.quantity, figure.achievement))


def are_of_one_time(one: Figure, other: Figure) -> bool:
    """Whether two figures of one owner cover the same time; only then can they be held against each other."""
    spans = [figure.period.span if figure.period else None for figure in (one, other)]
    return spans[0] == spans[1]


def derive_per_unit(site: Site, figure: Figure) -> Interval | None:
    """Return the interval of ``figure`` divided by the figure it names in ``per`` (money a package)."""
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
    return per_unit(figure.quantity, count.quantity)
