"""Figures against targets: the percent they make, the target they imply, the average per unit.

Every result covers all that its figures' precision leaves possible, so a disagreement found here is a
disagreement of the sources and never one of rounding.
"""

from dataclasses import replace
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_DOWN, ROUND_HALF_UP, Decimal
from fractions import Fraction

from minhbach.numbers.interval import Interval, divide, scale
from minhbach.numbers.quantity import (
    BOUNDS,
    COARSEST_STEP,
    LIMIT,
    Precision,
    Quantity,
    exact,
    round_to_step,
)

HUNDRED = Decimal(100)

# From here up a percent is told in whole numbers, below with one decimal: 7,4% against 7% is a difference
# that matters, 227,4% against 227% is not.
WHOLE_FROM = Decimal(10)
_ONE = Decimal(1)
_TENTH = Decimal("0.1")


def achievement(value: Quantity, target: Quantity) -> Interval:
    """Return ``value`` in percent of ``target``. Raises ``ValueError`` for a target of exactly zero."""
    return divide(scale(value.interval(), HUNDRED), target.interval())


def agrees_with_ratio(stated: Quantity, value: Quantity, target: Quantity) -> bool:
    """Whether the percent ``stated`` can be true of ``value`` and ``target``; raises as ``achievement``."""
    return stated.interval().intersects(achievement(value, target))


def implied_target(value: Quantity, stated_percent: Quantity) -> Interval:
    """Return the targets of which ``value`` is ``stated_percent``: [1217,2.. ; 1220,3..] for 4875 at 400%.

    Raises ``ValueError`` for a percent of exactly zero.
    """
    return divide(scale(value.interval(), HUNDRED), stated_percent.interval())


def per_unit(total: Quantity, count: Quantity) -> Interval:
    """Return ``total`` per one of ``count``, in the unit of ``total``; ``ValueError`` for a count of zero."""
    return divide(total.interval(), count.interval())


def derived_percent(value: Quantity, target: Quantity) -> Quantity | None:
    """Return ``value`` in percent of ``target`` as a figure that may be published, or ``None``.

    Two exact figures give an exact percent if it is whole, else one rounded (halves upward) to a whole
    number, or to one decimal below 10%. Where rounding leaves a range whose ends round to the same number,
    that number stands. Otherwise the percent is told as "khoảng", to the finest step that covers the range,
    and not at all where not even two digits would: 134,3 to 135,6% is "khoảng 135%", never "100%". A bounded
    operand gives a bound, rounded outward so that it is proven: what is nearly a number is nearly its
    percent, and of a range the percent is a range. An approximate operand gives an approximate percent, and
    none together with a bounded one, since a bound cannot rest on "khoảng". An estimate stays one, and a
    number so far gives a percent so far. ``None`` also stands for a zero target and for bounds that say
    nothing.
    """
    if target.value == 0 and target.precision is not Precision.MORE_THAN:
        return None
    kinds = {value.precision, target.precision}
    if not kinds.isdisjoint(BOUNDS) and Precision.ABOUT in kinds:
        return None
    found = _percent(value, target)
    if found is None:
        return None
    estimated, so_far = value.estimated or target.estimated, value.so_far or target.so_far
    return replace(found, estimated=estimated, so_far=so_far)


def _percent(value: Quantity, target: Quantity) -> Quantity | None:
    """Return what ``derived_percent`` does, without estimates and numbers so far."""
    kinds = {value.precision, target.precision}
    percent = achievement(value, target)
    if not kinds.isdisjoint(BOUNDS):
        nearly = value.precision is Precision.NEARLY and target.precision is Precision.EXACT
        return _bound(percent, nearly=nearly)
    if Precision.BETWEEN in kinds:
        return None if Precision.ABOUT in kinds else _range(percent)
    if kinds == {Precision.EXACT}:
        ratio = Fraction(value.value) * 100 / Fraction(target.value)
        if ratio.denominator == 1:
            return exact(ratio.numerator) if ratio.numerator < LIMIT else None
    return agreed(percent, Precision.ABOUT if Precision.ABOUT in kinds else Precision.ROUNDED)


def _bound(percent: Interval, *, nearly: bool) -> Quantity | None:
    """Return the bound that a range with one useful end proves."""
    if percent.high is None:
        low = percent.low or Decimal(0)
        step = _TENTH if low < WHOLE_FROM else _ONE
        value = round_to_step(low, step, ROUND_FLOOR)
        precision = Precision.MORE_THAN if percent.low_open else Precision.AT_LEAST
    else:
        step = _TENTH if percent.high < WHOLE_FROM else _ONE
        value = round_to_step(percent.high, step, ROUND_CEILING)
        precision = Precision.LESS_THAN if percent.high_open else Precision.AT_MOST
        if nearly:
            precision = Precision.NEARLY
    return Quantity(value, step, precision) if 0 < value < LIMIT else None


def _range(percent: Interval) -> Quantity | None:
    """Return a range in percent, its ends rounded outward."""
    if percent.low is None or percent.high is None or percent.high >= LIMIT:
        return None
    step = _TENTH if percent.high < WHOLE_FROM else _ONE
    low = round_to_step(percent.low, step, ROUND_FLOOR)
    high = round_to_step(percent.high, step, ROUND_CEILING)
    return Quantity(low, step, Precision.BETWEEN, high) if low < high else None


def agreed(percent: Interval, precision: Precision) -> Quantity | None:
    """Return the number that both ends of ``percent`` round to, else the finest "khoảng" that covers both."""
    low, high = percent.low, percent.high
    if low is None or high is None or high >= LIMIT:
        return None
    step = _TENTH if high < WHOLE_FROM else _ONE
    value = round_to_step(low, step)
    # An open high end is never reached, so a half there still rounds down.
    if value == round_to_step(high, step, ROUND_HALF_DOWN if percent.high_open else ROUND_HALF_UP):
        return Quantity(value, step, precision) if value < LIMIT else None
    finest = step
    # A coarser step must leave two digits of the value: "khoảng 100%" is not read as anything up to 149.
    while step == finest or step * 10 <= min(low, COARSEST_STEP):
        value = round_to_step((low + high) / 2, step)
        if value - step <= low and high <= value + step:
            return Quantity(value, step, Precision.ABOUT) if value < LIMIT else None
        step *= 10
    return None
