"""Write quantities the Vietnamese way, never with more digits or certainty than they have."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal
from functools import lru_cache
from types import MappingProxyType

from babel.numbers import format_decimal

from minhbach.numbers.interval import Interval, integers_within
from minhbach.numbers.quantity import COARSEST_STEP, FINEST_STEP, LIMIT, Precision, Quantity, round_to_step
from minhbach.numbers.words import WRITTEN_SCALES

NO_BREAK_SPACE = "\u00a0"
EN_DASH = "\u2013"

WRITTEN_DEGREES: Mapping[Precision, str] = MappingProxyType(
    {
        Precision.MORE_THAN: "trên",
        Precision.AT_LEAST: "ít nhất",
        Precision.NEARLY: "gần",
        Precision.LESS_THAN: "dưới",
        Precision.AT_MOST: "không quá",
        Precision.ABOUT: "khoảng",
        Precision.BETWEEN: "từ",
    }
)
"""The word before a number of each precision, where its source gives none of its own."""
_ESTIMATED, _SO_FAR = "ước", "đến nay"
RATES = ("%", "‰")
"""The units that are signs and stand behind the number without a space."""

_INTEGER = Decimal(1)


@lru_cache(maxsize=50_000)
def write_number(value: Decimal, step: Decimal) -> str:
    """Return ``value`` in digits, with as many decimals as ``step`` (a power of ten) says: "3.858", "24,60".

    A value finer than ``step`` is rounded to it, halves upward. The marks are those of CLDR's Vietnamese
    locale, taken from Babel. Raises ``ValueError`` for a value of 10**18 or more.
    """
    if value >= LIMIT:
        raise ValueError("numbers of 10**18 or more are not written")
    pattern = "#,##0"
    if step < 1:
        pattern += "." + "0" * -step.adjusted()
    return format_decimal(round_to_step(value, step), format=pattern, locale="vi")


def write_quantity(quantity: Quantity, *, scale: bool = True) -> str:
    """Return ``quantity`` as its source words it, without the unit: "hơn 24,6 tỷ", "từ 30 trở lên".

    Without words of its own it is written as prose states it: "3.858", "24,6 tỷ", "trên 322.000". A scale
    word appears exactly when the step needs one, so the text shows the stated digits and no zeros that the
    source did not state. ``scale=False`` writes all digits regardless, for a table whose heading says how its
    numbers are rounded. A no-break space joins number and scale word.
    """
    return _joined(quantity, _digits(quantity, scale), "")


def write_amount(quantity: Quantity, unit: str) -> str:
    """Return ``quantity`` with its unit: "hơn 24,6 tỷ đồng", "từ 30 người trở lên", "62,65%".

    The unit is the one its source wrote, ``unit`` where it wrote none. A rate keeps its sign, and behind it
    what its source says it is of: "gần 10% dân số".
    """
    own = quantity.wording.unit if quantity.wording is not None else ""
    number = _digits(quantity, scale=True)
    return _joined(quantity, number + unit, own) if unit in RATES else _joined(quantity, number, own or unit)


def write_percent(quantity: Quantity) -> str:
    """Return a percent: "227%", "98,5%", "trên 100%".

    Percents take no scale word, so one rounded to tens or coarser is written with "khoảng".
    """
    if quantity.wording is None and quantity.precision is Precision.ROUNDED and quantity.step > 1:
        quantity = replace(quantity, precision=Precision.ABOUT)
    return _joined(quantity, _digits(quantity, scale=False), "%")


@dataclass(frozen=True, slots=True)
class Pieces:
    """A written quantity in pieces: words of degree, number with its scale, unit, words behind the unit."""

    before: str
    number: str
    unit: str
    after: str


def write_pieces(quantity: Quantity, unit: str) -> Pieces:
    """Return ``quantity`` in pieces, for showing them in different sizes; together as ``write_amount``."""
    before, after = degree_words(quantity)
    own = quantity.wording.unit if quantity.wording is not None else ""
    number = _digits(quantity, scale=True)
    return (
        Pieces(before, number + unit, own, after)
        if unit in RATES
        else Pieces(before, number, own or unit, after)
    )


def degree_words(quantity: Quantity) -> tuple[str, str]:
    """Return the words of degree before and behind the number: ("hơn", ""), ("từ", "trở lên")."""
    if quantity.wording is not None:
        return quantity.wording.before, quantity.wording.after
    word = WRITTEN_DEGREES.get(quantity.precision, "")
    # "khoảng" is what an estimate is; of a bound it is said besides.
    if quantity.estimated and quantity.precision is not Precision.ABOUT:
        word = f"{_ESTIMATED} {word}".rstrip()
    if quantity.so_far:
        word = f"{_SO_FAR} {word}".rstrip()
    return word, ""


def _joined(quantity: Quantity, number: str, unit: str) -> str:
    """Return degree, number and unit, and the words of degree that stand behind the unit."""
    before, after = degree_words(quantity)
    # A rate's sign stands behind the number without a space.
    amount = number + ("" if unit in ("", *RATES) else NO_BREAK_SPACE) + unit
    return " ".join(part for part in (before, amount, after) if part)


def _digits(quantity: Quantity, scale: bool) -> str:
    """Return number and scale word: as the source wrote them, or as the step asks for.

    "khoảng" already says that trailing zeros are not counted, so "khoảng 720" takes no scale word where one
    would put the number below 1.
    """
    if quantity.wording is not None:
        return quantity.wording.number.replace(" ", NO_BREAK_SPACE)
    if quantity.precision is Precision.ABOUT and quantity.value < _scale_for(quantity.step)[0]:
        scale = False
    low = _amount(quantity.value, quantity.step, scale)
    if quantity.high is None:
        return low
    return f"{low}{NO_BREAK_SPACE}đến{NO_BREAK_SPACE}{_amount(quantity.high, quantity.step, scale)}"


def write_interval(interval: Interval, *, digits: int | None = None, scale: bool = True) -> str:
    """Return a range: "667–687 nghìn", or "1.218–1.220" when ``digits`` is ``None``.

    With ``digits``, both ends are rounded to the nearest unit in which the high end has that many
    significant digits; without, the ends are the outermost integers inside. Ends that come out equal are
    written once. An interval without a low or high end becomes "trên ...", "ít nhất ...", "dưới ..." or
    "không quá ...", its end rounded outward so that the statement stays true. Raises ``ValueError`` for an
    interval with no end at all, for ``digits`` below 1, for an end of 10**18 or more, and when no integer
    is inside and ``digits`` is ``None``.
    """
    if digits is not None and digits < 1:
        raise ValueError("a range needs at least one significant digit")
    if interval.low is None and interval.high is None:
        raise ValueError("an interval without ends says nothing")
    if interval.low is None or interval.high is None:
        return _one_sided(interval, digits, scale)
    if digits is None:
        integers = integers_within(interval)
        if integers is None:
            raise ValueError("no integer lies in the interval")
        step, low, high = _INTEGER, Decimal(integers[0]), Decimal(integers[1])
    else:
        step = _significant_step(interval.high, digits)
        low, high = (round_to_step(end, step, ROUND_HALF_UP) for end in (interval.low, interval.high))
    factor, word = _scale_for_range(step, high) if scale else (_INTEGER, "")
    ends = [write_number(end / factor, min(step / factor, _INTEGER)) for end in (low, high)]
    return (ends[0] if low == high else EN_DASH.join(ends)) + word


def _one_sided(interval: Interval, digits: int | None, scale: bool) -> str:
    """Return the text of an interval with one end."""
    if interval.low is not None:
        end, rounding, is_open = interval.low, ROUND_FLOOR, interval.low_open
        strict, inclusive = "trên", "ít nhất"
    else:
        end, rounding, is_open = interval.high or Decimal(0), ROUND_CEILING, interval.high_open
        strict, inclusive = "dưới", "không quá"
    step = _INTEGER if digits is None else _significant_step(end, digits)
    rounded = round_to_step(end, step, rounding)
    # An end moved outward is itself no member any more.
    word = strict if is_open or rounded != end else inclusive
    factor, scale_word = _scale_for_range(step, rounded) if scale else (_INTEGER, "")
    return f"{word} {write_number(rounded / factor, min(step / factor, _INTEGER))}{scale_word}"


def _significant_step(value: Decimal, digits: int) -> Decimal:
    """Return the unit of the last of ``digits`` significant digits of ``value``, within the usual steps."""
    if value == 0:
        return _INTEGER
    power = value.adjusted() - digits + 1
    return Decimal(1).scaleb(min(max(power, FINEST_STEP.adjusted()), COARSEST_STEP.adjusted()))


def _amount(value: Decimal, step: Decimal, scale: bool) -> str:
    """Return number and scale word, without modifier."""
    factor, word = _scale_for(step) if scale else (_INTEGER, "")
    return write_number(value / factor, min(step / factor, _INTEGER)) + word


def _scale_for(step: Decimal) -> tuple[Decimal, str]:
    """Return factor and word (with its space) of the smallest scale not below ``step``; (1, "") for units.

    Scales lie a thousand apart, so at most two decimals follow. Raises ``ValueError`` beyond the largest.
    """
    if step <= 1:
        return _INTEGER, ""
    for factor, word in WRITTEN_SCALES:
        if step <= factor:
            return factor, NO_BREAK_SPACE + word
    raise ValueError(f"no scale word fits a step of {step}")


def _scale_for_range(step: Decimal, high: Decimal) -> tuple[Decimal, str]:
    """Return factor and word for a range up to ``high``: as ``_scale_for``, but never above ``high``.

    A range shows its uncertainty by itself, so "700–800 nghìn" may be said for "0,7–0,8 triệu".
    """
    factor, word = _scale_for(step)
    if factor <= max(high, _INTEGER):
        return factor, word
    fitting = [one for one in WRITTEN_SCALES if one[0] <= high]
    return (fitting[-1][0], NO_BREAK_SPACE + fitting[-1][1]) if fitting else (_INTEGER, "")
