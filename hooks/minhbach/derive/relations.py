"""What follows for a figure from others: how it changed, its share of a whole, where sources disagree."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from minhbach.numbers.change import Change, Direction, in_times
from minhbach.numbers.interval import Interval, add
from minhbach.numbers.quantity import LIMIT, Precision, Quantity, exact, round_to_step
from minhbach.numbers.ratio import HUNDRED, achievement, agreed, derived_percent
from minhbach.site.figure import Figure
from minhbach.site.model import Site
from minhbach.site.relation import Comparison, Share
from minhbach.site.source import Source

_FINEST = Decimal("0.000001")


def derive_changes(site: Site, figure: Figure, comparison: Comparison) -> tuple[Change, ...]:
    """Return how ``figure`` stands against the other one, in every form that is known.

    First as the source states it, then, in percent, in units and as a multiple, what follows from the two.
    """
    stated = () if comparison.stated is None else (comparison.stated,)
    other = site.figures.get(comparison.other)
    if other is None or figure.quantity is None or other.quantity is None:
        return stated
    return (*stated, *_calculated(figure.quantity, other.quantity))


def derive_share(site: Site, figure: Figure, share: Share) -> Quantity | None:
    """Return ``figure`` in percent of a whole: as the source states it, else divided here."""
    if share.stated is not None:
        return share.stated
    whole = site.figures.get(share.other)
    if whole is None or figure.quantity is None or whole.quantity is None or whole.quantity.value == 0:
        return None
    return derived_percent(figure.quantity, whole.quantity)


def _calculated(value: Quantity, other: Quantity) -> list[Change]:
    direction = direction_of(value, other)
    if direction is None:
        return []
    changes = []
    if other.value > 0 and (percent := _change_percent(value, other, direction == "up")) is not None:
        changes.append(Change(direction, "percent", percent))
    if (amount := difference(value, other)) is not None:
        changes.append(Change(direction, "amount", amount))
    if other.value > 0:
        times = _fine_percent(value, other) or derived_percent(value, other)
        if times is not None:
            changes.append(Change(direction, "times", in_times(times)))
    return changes


def direction_of(value: Quantity, other: Quantity) -> Direction | None:
    """Return "up" or "down" where it is certain which of the two is larger; None elsewhere."""
    one, two = value.interval(), other.interval()
    if one.intersects(two):
        return None
    return "up" if value.value > other.value else "down"


def difference(value: Quantity, other: Quantity) -> Quantity | None:
    """Return by how much two figures differ: exact of exact ones, "about" of rounded ones, else None."""
    kinds = {value.precision, other.precision}
    amount = abs(value.value - other.value)
    if kinds == {Precision.EXACT}:
        return exact(amount)
    if kinds <= {Precision.EXACT, Precision.ROUNDED}:
        # Half a step of each may be missing, together at most one of the coarser.
        step = max(value.step, other.step)
        return Quantity(round_to_step(amount, step, ROUND_HALF_UP), step, Precision.ABOUT)
    return None


def _change_percent(value: Quantity, other: Quantity, is_up: bool) -> Quantity | None:
    ratio = achievement(value, other)
    if ratio.low is None or ratio.high is None:
        return None
    if is_up:
        change = Interval(ratio.low - HUNDRED, ratio.high - HUNDRED, ratio.low_open, ratio.high_open)
    else:
        change = Interval(HUNDRED - ratio.high, HUNDRED - ratio.low, ratio.high_open, ratio.low_open)
    if {value.precision, other.precision} == {Precision.EXACT} and change.low is not None:
        return _fine(change.low)
    if value.is_open or other.is_open:
        return None
    is_about = Precision.ABOUT in (value.precision, other.precision)
    return agreed(change, Precision.ABOUT if is_about else Precision.ROUNDED)


def _fine_percent(value: Quantity, other: Quantity) -> Quantity | None:
    if {value.precision, other.precision} != {Precision.EXACT}:
        return None
    ratio = achievement(value, other)
    return None if ratio.low is None else _fine(ratio.low)


def _fine(percent: Decimal) -> Quantity | None:
    """Return a quotient of exact figures to six decimals, so that prose may round it where it likes."""
    value = round_to_step(percent, _FINEST)
    return Quantity(value, _FINEST, Precision.ROUNDED) if 0 <= value < LIMIT else None


@dataclass(frozen=True)
class Contradiction:
    """Two numbers for one thing that cannot both be true. ``difference`` None: they have open ends."""

    kind: str
    """"parts": the whole against the sum of its parts; "stated": against another number of a source."""
    stated: Quantity
    other: Quantity
    difference: Quantity | None
    sources: tuple[Source, ...] = ()
    note: str | None = None


def derive_contradictions(figure: Figure) -> tuple[Contradiction, ...]:
    """Return where the sources of ``figure`` contradict themselves, each with both numbers."""
    if figure.quantity is None:
        return ()
    found = []
    total = sum_of_parts(figure)
    if figure.contradiction is not None and total is not None:
        found.append(Contradiction("parts", figure.quantity, total, difference(figure.quantity, total)))
    for item in figure.also_stated:
        if not item.quantity.interval().intersects(figure.quantity.interval()):
            gap = difference(figure.quantity, item.quantity)
            found.append(
                Contradiction("stated", figure.quantity, item.quantity, gap, item.sources, item.note)
            )
    return tuple(found)


def sum_of_parts(figure: Figure) -> Quantity | None:
    """Return what complete parts add up to where that cannot be the whole; None elsewhere."""
    quantities = [part.quantity for part in figure.parts if part.quantity is not None]
    if not figure.parts_complete or figure.quantity is None or len(quantities) < len(figure.parts):
        return None
    total = Interval(Decimal(0), Decimal(0))
    for quantity in quantities:
        total = add(total, quantity.interval())
    if total.intersects(figure.quantity.interval()):
        return None
    value = Decimal(sum(quantity.value for quantity in quantities))
    if all(quantity.precision is Precision.EXACT for quantity in quantities):
        return exact(value)
    step = max(quantity.step for quantity in quantities)
    return Quantity(round_to_step(value, step), step, Precision.ABOUT)
