"""A recorded figure: its value, the unit of its last stated digit, and how certain its source was."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal
from enum import StrEnum

from minhbach.numbers.interval import ZERO, Interval

# The limits keep every value within 24 digits, so sums and differences of figures stay exact in the
# 28 digits of Python's default decimal context. No chapter's figure comes near them.
LIMIT = Decimal(10) ** 18
FINEST_STEP = Decimal("0.000001")
COARSEST_STEP = Decimal(10) ** 12
MOST_DECIMALS = 6

_STEPS = frozenset(Decimal(1).scaleb(power) for power in range(-MOST_DECIMALS, 13))
_WIDE = Context(prec=90)


class Precision(StrEnum):
    """How certain a source was of its figure."""

    EXACT = "exact"
    ROUNDED = "rounded"
    ABOVE = "above"
    BELOW = "below"
    ABOUT = "about"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure as its source states it; a percent is a quantity whose value is in percent (227).

    ``value`` is at least 0 and below 10**18. ``step`` is the unit of the last stated digit, a power of ten
    from 0,000001 to 10**12: 1 for an exact count, 10**8 for "24,6 tỷ", 0.1 for "98,5%".
    Raises ``ValueError`` when these limits are broken, when the value has digits finer than its step, when
    an exact figure has a step above 1 (its zeros are digits too), and for "below 0".
    """

    value: Decimal
    step: Decimal
    precision: Precision

    def __post_init__(self) -> None:
        """Check the limits named above."""
        if not self.value.is_finite() or not ZERO <= self.value < LIMIT:
            raise ValueError(f"a figure's value must be from 0 up to 10**18, not {self.value}")
        if self.step not in _STEPS:
            raise ValueError(f"a figure's step must be a power of ten from 10**-6 to 10**12, not {self.step}")
        if self.value != round_to_step(self.value, self.step):
            raise ValueError(f"{self.value} has digits finer than its step {self.step}")
        if self.precision is Precision.EXACT and self.step > 1:
            raise ValueError("an exact figure states every digit; its step is 1 or smaller")
        if self.precision is Precision.BELOW and self.value == 0:
            raise ValueError("no figure is below 0")

    def interval(self) -> Interval:
        """Return every value the figure may truly have, never below 0.

        A rounded figure takes half-way values upward (closed below, open above). A bounded figure leaves
        its bound out. For "about" no source says how far off it may be; one unit of the last stated
        digit either way is this project's convention.
        """
        match self.precision:
            case Precision.EXACT:
                return Interval(self.value, self.value)
            case Precision.ROUNDED:
                half = self.step / 2
                return Interval(max(ZERO, self.value - half), self.value + half, high_open=True)
            case Precision.ABOVE:
                return Interval(self.value, None, low_open=True)
            case Precision.BELOW:
                return Interval(ZERO, self.value, high_open=True)
            case Precision.ABOUT:
                return Interval(max(ZERO, self.value - self.step), self.value + self.step)


def exact(value: Decimal | int) -> Quantity:
    """Return ``value`` as an exact figure, its step 1 or the unit of its last decimal that is not zero.

    Raises ``ValueError`` as ``Quantity`` does, also for more than six decimals.
    """
    number = Decimal(value)
    if not number.is_finite():
        raise ValueError("an exact figure must be finite")
    exponent = number.normalize(_WIDE).as_tuple().exponent
    decimals = max(0, -exponent) if isinstance(exponent, int) else 0
    return Quantity(number, Decimal(1).scaleb(-decimals), Precision.EXACT)


def round_to_step(value: Decimal, step: Decimal, rounding: str = ROUND_HALF_UP) -> Decimal:
    """Return the multiple of ``step`` (a power of ten) that ``value`` rounds to.

    ``rounding`` is one of the ``decimal`` module's modes. Values of up to 90 digits round without error.
    """
    units = _WIDE.divide(value, step).to_integral_value(rounding=rounding)
    return _WIDE.multiply(units, step)


def rounding_step(value: Decimal) -> Decimal:
    """Return the largest power of ten that divides the integer ``value``: 100 for 3900, 1 for 3858.

    Zero is all trailing zeros, so it yields the coarsest step there is.
    """
    if value == 0:
        return COARSEST_STEP
    step = Decimal(1)
    while step < COARSEST_STEP and value % (step * 10) == 0:
        step *= 10
    return step
