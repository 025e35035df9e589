"""Judge one claimed number against the record: does the record bear it out?

Prose may say the same as its source or less, never more.
"""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from minhbach.numbers.interval import Interval
from minhbach.numbers.quantity import BOUNDS, LOWER_BOUNDS, Precision, Quantity, rounding_step

# "Gần 4.000" promises an amount that nearly reaches 4.000. How near no dictionary says; nine tenths is this
# project's convention.
NEARNESS = Decimal("0.9")


class Fault(StrEnum):
    """What is wrong with a text that should state a record."""

    UNREADABLE = "unreadable"
    SEVERAL = "several"
    WRONG_VALUE = "wrong-value"
    TOO_PRECISE = "too-precise"
    TOO_CERTAIN = "too-certain"
    UNPROVEN_BOUND = "unproven-bound"
    WRONG_UNIT = "wrong-unit"


@dataclass(frozen=True, slots=True)
class Claim:
    """One meaning of a text: ``value`` with ``step`` its last written digit's unit, and its words of degree.

    ``precision`` is a bound, ABOUT, BETWEEN (then ``high`` is the upper end) or None for a number by itself.
    ``estimated`` and ``so_far`` are as in ``Quantity``. ``bare`` tells an integer written in full, without
    scale word or decimals.
    """

    value: Decimal
    step: Decimal
    precision: Precision | None
    bare: bool
    high: Decimal | None = None
    estimated: bool = False
    so_far: bool = False
    has_closing_zeros: bool = False
    """Whether it is written without decimals, so that its last zeros need not be counted digits."""

    @property
    def rounding_step(self) -> Decimal:
        """The step to which the number may be rounded: a bare integer's closing zeros may be rounding.

        So may those before a scale word be where the words say "about": "khoảng 700 triệu" is about hundreds
        of millions, as it is when a source writes it.
        """
        if self.bare:
            return rounding_step(self.value)
        if self.precision is Precision.ABOUT and self.has_closing_zeros and self.value:
            return max(self.step, rounding_step(self.value))
        return self.step


def judge(claim: Claim, record: Quantity) -> Fault | None:
    """Return ``None`` when ``record`` bears out ``claim``, otherwise what is wrong with the claim."""
    if claim.precision is Precision.BETWEEN:
        fault = _judge_range(claim, record)
    elif claim.precision in BOUNDS:
        fault = _judge_bound(claim, record)
    elif claim.precision is Precision.ABOUT:
        fault = _judge_about(claim, record)
    else:
        fault = _judge_plain(claim, record)
    if fault is None and _drops_caution(claim, record):
        return Fault.TOO_CERTAIN
    return fault


def is_rounding(value: Decimal, rounded: Decimal, step: Decimal) -> bool:
    """Whether ``rounded``, a multiple of ``step``, is ``value`` correctly rounded to ``step``.

    Halves may go either way, since both customs are taught. A digit of the value has to survive: 600 triệu
    is not "1 tỷ", and nothing but zero is "0 triệu".
    """
    if value == rounded:
        return True
    if value < step:
        # 960 triệu is "1 tỷ" nonetheless: it rounds there with one digit of its own left.
        step /= 10
    return step <= value and abs(value - rounded) * 2 <= step


def _drops_caution(claim: Claim, record: Quantity) -> bool:
    """Whether a claim leaves out that its source calls a bound an estimate, or counts to the day only."""
    if record.so_far and not claim.so_far:
        return True
    return record.estimated and record.precision is not Precision.ABOUT and not claim.estimated


def _judge_plain(claim: Claim, record: Quantity) -> Fault | None:
    """Judge a number without words of degree: it claims to be the figure, or visibly its rounding."""
    match record.precision:
        case Precision.EXACT:
            if claim.value == record.value:
                return None
            # "3.900" claims every digit; "3,9 nghìn" shows where it was rounded.
            right = not claim.bare and is_rounding(record.value, claim.value, claim.step)
            return None if right else Fault.WRONG_VALUE
        case Precision.ROUNDED:
            return _judge_rounding(claim.value, claim.step, record)
        case _:
            return _overstated(claim, record, otherwise=Fault.WRONG_VALUE)


def _judge_about(claim: Claim, record: Quantity) -> Fault | None:
    """Judge "khoảng" and the like."""
    if record.precision in BOUNDS or record.precision is Precision.BETWEEN:
        return _overstated(claim, record, otherwise=Fault.WRONG_VALUE)
    return _judge_rounding(claim.value, claim.rounding_step, record)


def _judge_bound(claim: Claim, record: Quantity) -> Fault | None:
    """Judge "hơn", "dưới" and the like: the bound must hold for all values the record may have."""
    if record.precision is Precision.ABOUT:
        return _overstated(claim, record, otherwise=Fault.UNPROVEN_BOUND)
    if claim.precision in LOWER_BOUNDS:
        claimed = Interval(claim.value, None, low_open=claim.precision is Precision.MORE_THAN)
    else:
        claimed = Interval(None, claim.value, high_open=claim.precision is not Precision.AT_MOST)
    proven = claimed.contains_interval(record.interval())
    if claim.precision is Precision.NEARLY and not _comes_near(claim, record):
        proven = False
    return None if proven else Fault.UNPROVEN_BOUND


def _comes_near(claim: Claim, record: Quantity) -> bool:
    """Whether the record is known to come near the claimed number from below."""
    if record.precision is Precision.NEARLY:
        return record.value == claim.value
    if record.precision in BOUNDS:
        return False
    return record.value >= NEARNESS * claim.value


def _judge_range(claim: Claim, record: Quantity) -> Fault | None:
    """Judge "từ 220 đến 260": every value the record may have lies between the two."""
    if record.precision is Precision.ABOUT:
        return Fault.TOO_CERTAIN
    holds = Interval(claim.value, claim.high).contains_interval(record.interval())
    return None if holds else Fault.WRONG_VALUE


def _judge_rounding(value: Decimal, step: Decimal, record: Quantity) -> Fault | None:
    """Judge a number rounded to ``step`` against an exact, rounded or approximate record."""
    if step < record.step:
        return Fault.TOO_PRECISE if record.interval().contains(value) else Fault.WRONG_VALUE
    return None if is_rounding(record.value, value, step) else Fault.WRONG_VALUE


def _overstated(claim: Claim, record: Quantity, *, otherwise: Fault) -> Fault:
    """Return TOO_CERTAIN for the record's own number without the record's caution, else ``otherwise``."""
    if record.high is not None:
        return Fault.TOO_CERTAIN if record.value <= claim.value <= record.high else otherwise
    same = is_rounding(record.value, claim.value, claim.rounding_step)
    return Fault.TOO_CERTAIN if same else otherwise
