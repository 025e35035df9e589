"""Intervals of possible values, with open, closed or missing ends.

A published figure rarely names one value: "24,6 tỷ" is any amount that rounds to it. An ``Interval`` is
that set of amounts, so a check can ask whether two statements could both be true.
"""

import math
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Context, Decimal

ZERO = Decimal(0)

# Quotients such as 1/3 have no finite decimal form. Low ends are rounded down and high ends up, at a
# precision far beyond any figure, so a computed interval always encloses the true one; ends that do have
# a finite form come out exact.
_DIGITS = 60
_DOWN = Context(prec=_DIGITS, rounding=ROUND_FLOOR)
_UP = Context(prec=_DIGITS, rounding=ROUND_CEILING)


@dataclass(frozen=True, slots=True)
class Interval:
    """All numbers between ``low`` and ``high``; ``None`` means no end on that side.

    ``low_open`` and ``high_open`` leave the end itself out. Whether a missing end is open has no meaning.
    Raises ``ValueError`` when an end is not finite or when no number lies inside.
    """

    low: Decimal | None
    high: Decimal | None
    low_open: bool = False
    high_open: bool = False

    def __post_init__(self) -> None:
        """Reject ends that are not finite and intervals without a member."""
        if any(end is not None and not end.is_finite() for end in (self.low, self.high)):
            raise ValueError("an interval's ends must be finite; use None for no end")
        if self.low is None or self.high is None:
            return
        if self.low > self.high or (self.low == self.high and (self.low_open or self.high_open)):
            raise ValueError(f"no number lies between {self.low} and {self.high}")

    @property
    def bounded(self) -> bool:
        """Whether both ends are present."""
        return self.low is not None and self.high is not None

    def contains(self, value: Decimal) -> bool:
        """Whether ``value`` lies inside."""
        return self.contains_interval(Interval(value, value))

    def contains_interval(self, other: "Interval") -> bool:
        """Whether every number of ``other`` lies inside this interval."""
        if self.low is not None:
            if other.low is None or other.low < self.low:
                return False
            if other.low == self.low and self.low_open and not other.low_open:
                return False
        if self.high is not None:
            if other.high is None or other.high > self.high:
                return False
            if other.high == self.high and self.high_open and not other.high_open:
                return False
        return True

    def intersects(self, other: "Interval") -> bool:
        """Whether some number lies in both intervals."""
        return not (_entirely_below(self, other) or _entirely_below(other, self))


def _entirely_below(a: Interval, b: Interval) -> bool:
    """Whether every number of ``a`` is smaller than every number of ``b``."""
    if a.high is None or b.low is None:
        return False
    return a.high < b.low or (a.high == b.low and (a.high_open or b.low_open))


def add(a: Interval, b: Interval) -> Interval:
    """Return the interval of all sums of a member of ``a`` and a member of ``b``."""
    low = None if a.low is None or b.low is None else _DOWN.add(a.low, b.low)
    high = None if a.high is None or b.high is None else _UP.add(a.high, b.high)
    return Interval(low, high, a.low_open or b.low_open, a.high_open or b.high_open)


def scale(interval: Interval, factor: Decimal) -> Interval:
    """Return the interval multiplied by a positive ``factor``; raises ``ValueError`` for another factor."""
    if factor <= 0:
        raise ValueError("the factor must be positive")
    low = None if interval.low is None else _DOWN.multiply(interval.low, factor)
    high = None if interval.high is None else _UP.multiply(interval.high, factor)
    return Interval(low, high, interval.low_open, interval.high_open)


def divide(a: Interval, b: Interval) -> Interval:
    """Return the interval of all quotients of a member of ``a`` by a member of ``b``.

    Both must lie at or above zero. A zero inside ``b`` is left out, since it has no quotient; the result
    then has no high end. Raises ``ValueError`` when an interval reaches below zero or ``b`` is only zero.
    """
    if a.low is None or a.low < 0 or b.low is None or b.low < 0:
        raise ValueError("only intervals at or above zero can be divided")
    if b.high is not None and b.high == 0:
        raise ValueError("division by an interval that is only zero")
    low, low_open = _lowest_quotient(a.low, a.low_open, b)
    high: Decimal | None
    high_open = a.high_open or b.low_open
    if a.high is not None and a.high == 0:
        high, high_open = ZERO, False
    elif a.high is None or b.low == 0:
        high = None
    else:
        high = _UP.divide(a.high, b.low)
    return Interval(low, high, low_open, high_open)


def _lowest_quotient(low: Decimal, low_open: bool, b: Interval) -> tuple[Decimal, bool]:
    """Return the low end of ``[low, ...] / b`` and whether it is open."""
    if low == 0:
        return ZERO, low_open
    if b.high is None:
        # Ever larger divisors bring the quotient as near to zero as one likes, never to it.
        return ZERO, True
    return _DOWN.divide(low, b.high), low_open or b.high_open


def integers_within(interval: Interval) -> tuple[int, int] | None:
    """Return the smallest and the largest integer inside, or ``None`` when there is no integer inside.

    Raises ``ValueError`` for an interval without both ends: it holds integers, but no such pair.
    """
    if interval.low is None or interval.high is None:
        raise ValueError("an interval with a missing end has no smallest and largest integer")
    first, last = math.ceil(interval.low), math.floor(interval.high)
    if interval.low_open and first == interval.low:
        first += 1
    if interval.high_open and last == interval.high:
        last -= 1
    return (first, last) if first <= last else None
