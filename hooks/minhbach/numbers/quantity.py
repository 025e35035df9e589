"""A recorded figure: its value, the unit of its last stated digit, and how certain its source was."""

from dataclasses import dataclass, field, replace
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
    """How certain a source was of its figure; the one table that prose, checks and exports share.

    ``interval`` of ``Quantity`` says of each which values it leaves possible, and whether the number itself
    is one of them.
    """

    EXACT = "exact"
    ROUNDED = "rounded"
    MORE_THAN = "more-than"
    """ "hơn 5.000": the number itself is left out."""
    AT_LEAST = "at-least"
    """ "không dưới 5.000": the number itself is possible."""
    NEARLY = "nearly"
    """ "gần 5.000": less, and close to it; how close, no source says."""
    LESS_THAN = "less-than"
    AT_MOST = "at-most"
    ABOUT = "about"
    BETWEEN = "between"
    """ "từ 220 đến 260": from ``value`` to ``high``, both possible."""


LOWER_BOUNDS = frozenset({Precision.MORE_THAN, Precision.AT_LEAST})
UPPER_BOUNDS = frozenset({Precision.NEARLY, Precision.LESS_THAN, Precision.AT_MOST})
BOUNDS = LOWER_BOUNDS | UPPER_BOUNDS


@dataclass(frozen=True, slots=True)
class Wording:
    """A number in its source's own words, which every output prints.

    ``before`` holds the words of degree ("hơn", "đến nay gần", "từ"), ``number`` digits and scale as written
    ("24,6 tỷ", "734 triệu 215 nghìn 880", "220 đến 260"), ``unit`` the unit as written ("" where the source
    leaves it out), ``after`` the words of degree behind it ("trở lên"). A percent sign is no part of it.
    """

    before: str
    number: str
    unit: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure as its source states it; a percent is a quantity whose value is in percent (227).

    ``value`` is at least 0 and below 10**18. ``step`` is the unit of the last stated digit, a power of ten
    from 0,000001 to 10**12: 1 for an exact count, 10**8 for "24,6 tỷ", 0.1 for "98,5%". ``high`` is the upper
    end of a range, and None for all else. ``estimated``: the source calls a bound an estimate ("ước hơn
    200 tỷ"); ``so_far``: it counts to the day of writing ("đến nay"). ``wording`` has no part in comparing
    two quantities. Raises ``ValueError`` when these limits are broken, when the value has digits finer than
    its step, when an exact figure has a step above 1 (its zeros are digits too), for "below 0", and for a
    range that is upside down.
    """

    value: Decimal
    step: Decimal
    precision: Precision
    high: Decimal | None = None
    estimated: bool = False
    so_far: bool = False
    wording: Wording | None = field(default=None, compare=False)

    def __post_init__(self) -> None:
        """Check the limits named above."""
        for value in (self.value, *(() if self.high is None else (self.high,))):
            if not value.is_finite() or not ZERO <= value < LIMIT:
                raise ValueError(f"a figure's value must be from 0 up to 10**18, not {value}")
        if self.step not in _STEPS:
            raise ValueError(f"a figure's step must be a power of ten from 10**-6 to 10**12, not {self.step}")
        if self.value != round_to_step(self.value, self.step):
            raise ValueError(f"{self.value} has digits finer than its step {self.step}")
        if self.precision is Precision.EXACT and self.step > 1:
            raise ValueError("an exact figure states every digit; its step is 1 or smaller")
        if self.precision in (Precision.LESS_THAN, Precision.NEARLY) and self.value == 0:
            raise ValueError("no figure is below 0")
        if (self.precision is Precision.BETWEEN) != (self.high is not None):
            raise ValueError("a range, and nothing else, has a high end")
        if self.high is not None and self.high <= self.value:
            raise ValueError(f"a range from {self.value} to {self.high} is upside down")

    def interval(self) -> Interval:
        """Return every value the figure may truly have, never below 0.

        A rounded figure takes half-way values upward (closed below, open above). "More than", "less than" and
        "nearly" leave their bound out, "at least" and "at most" keep it. For "about" no source says how far
        off it may be; one unit of the last stated digit either way is this project's convention. Of
        "nearly" only what is certain is taken: less than the number.
        """
        match self.precision:
            case Precision.EXACT:
                return Interval(self.value, self.value)
            case Precision.ROUNDED:
                half = self.step / 2
                return Interval(max(ZERO, self.value - half), self.value + half, high_open=True)
            case Precision.MORE_THAN | Precision.AT_LEAST:
                return Interval(self.value, None, low_open=self.precision is Precision.MORE_THAN)
            case Precision.NEARLY | Precision.LESS_THAN | Precision.AT_MOST:
                return Interval(ZERO, self.value, high_open=self.precision is not Precision.AT_MOST)
            case Precision.BETWEEN:
                return Interval(self.value, self.high)
            case Precision.ABOUT:
                return Interval(max(ZERO, self.value - self.step), self.value + self.step)

    @property
    def is_open(self) -> bool:
        """Whether the source leaves an end open, so that nothing but a bound follows from it."""
        return self.precision in BOUNDS

    @property
    def plain(self) -> "Quantity":
        """The same without the source's own words, for writing it in others (a number in English)."""
        return replace(self, wording=None)


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
