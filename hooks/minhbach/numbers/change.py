"""Numbers that set one figure against another: "tăng 12%", "giảm 35 đơn vị", "thêm 6,4 tỷ", "gấp đôi".

A change has a direction, which its words say, and a size: in percent, in the figure's own unit, or as a
multiple ("gần 3 lần").
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from minhbach.numbers.agreement import Agreement, Fault, Surroundings
from minhbach.numbers.claim import Claim, judge
from minhbach.numbers.degree import says_so_far
from minhbach.numbers.quantity import FINEST_STEP, Precision, Quantity, round_to_step
from minhbach.numbers.ratio import WHOLE_FROM
from minhbach.numbers.statement import RefusedStatement, read_statement
from minhbach.numbers.words import fold
from minhbach.numbers.writing import write_amount, write_percent

Direction = Literal["up", "down"]
Form = Literal["percent", "amount", "times"]

TIMES = "lần"
_HUNDRED = Decimal(100)
_TENTH = Decimal("0.1")

_DIRECTIONS: Mapping[str, Direction] = {
    "tăng": "up",
    "tăng thêm": "up",
    "thêm": "up",
    "cao hơn": "up",
    "nhiều hơn": "up",
    "lớn hơn": "up",
    "vượt": "up",
    "giảm": "down",
    "giảm bớt": "down",
    "bớt": "down",
    "ít hơn": "down",
    "thấp hơn": "down",
    "hụt": "down",
    "kém": "down",
}
_LONGEST = max(len(phrase.split()) for phrase in _DIRECTIONS)
_WRITTEN: Mapping[Direction, str] = {"up": "tăng", "down": "giảm"}
_SPELLED: Mapping[str, str] = {
    "đôi": "2,0",
    "rưỡi": "1,5",
    "hai": "2,0",
    "ba": "3,0",
    "bốn": "4,0",
    "năm": "5,0",
    "sáu": "6,0",
    "bảy": "7,0",
    "tám": "8,0",
    "chín": "9,0",
    "mười": "10,0",
}
# "gấp đôi", "gấp ba lần"; not "gấp 3 lần", whose number is read as it stands.
_SPELLED_TIMES = re.compile(rf"\bgấp\s+({'|'.join(_SPELLED)})(?:\s+lần)?\b", re.IGNORECASE)
_TIMES_AS = re.compile(r"\b(?:gấp|bằng)\s+", re.IGNORECASE)
# The number of "tăng lên 3.858" and "giảm còn 35" is what was reached, and no change; not so that of "tăng
# lên gấp đôi".
_REACHED = re.compile(r"\b(?:tăng|giảm)\s+(?:lên|còn|xuống)\b(?!\s+(?:gấp|[0-9,.]+\s+lần))", re.IGNORECASE)
_EQUALS = re.compile(r"\s*(?:chỉ\s+)?(?:bằng|đạt)\b", re.IGNORECASE)
_ENDS_WITH_EQUALS = re.compile(r"\b(?:bằng|đạt)\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Change:
    """How one figure stands against another. ``stated``: the source's own words, where it states it."""

    direction: Direction
    form: Form
    quantity: Quantity
    stated: str | None = None


class UnreadableChange(ValueError):  # noqa: N818 - named for what went wrong
    """A text that states no change, or one that is not fully understood."""


def read_change(text: str, *, units: Sequence[str] = (), before: str = "") -> Change:
    """Return the change that ``text`` states; its direction may stand right ``before`` it.

    A multiple needs no direction: more than once is more. Raises ``UnreadableChange``.
    """
    if _REACHED.search(f"{before} {text}"):
        raise UnreadableChange("not a change")
    spelled = _SPELLED_TIMES.sub(lambda match: f"{_SPELLED[fold(match[1])]} {TIMES}", text)
    direction, rest = _take_direction(spelled)
    if direction is None:
        direction, _ = _take_direction(before, at_end=True)
    equals = direction is None and (_EQUALS.match(spelled) or _ENDS_WITH_EQUALS.search(before))
    try:
        statement = read_statement(_TIMES_AS.sub("", rest), units=(*units, TIMES))
    except RefusedStatement as error:
        raise UnreadableChange(str(error)) from None
    quantity = statement.quantity
    if statement.rate == "%" and equals:
        # "bằng 112% cùng kỳ" is 1,12 times as much.
        form: Form = "times"
        quantity = in_times(quantity)
        direction = "up" if quantity.value >= 1 else "down"
    elif statement.rate == "%":
        form = "percent"
    elif fold(statement.unit).split()[:1] == [TIMES]:
        form = "times"
        direction = direction or ("up" if quantity.value >= 1 else "down")
    else:
        form = "amount"
    if direction is None or statement.rate not in ("", "%"):
        raise UnreadableChange("no direction")
    return Change(direction, form, quantity)


def is_multiple(text: str) -> bool:
    """Whether ``text`` states a multiple: "gấp đôi", "gần 3 lần"."""
    return re.search(rf"\b(?:gấp\b|[0-9]\s+{TIMES}\b)", fold(text)) is not None


def compare_change(
    text: str, known: Sequence[Change], *, units: Sequence[str] = (), around: Surroundings | None = None
) -> Agreement:
    """Compare the change stated in ``text`` with what is ``known`` of it, in as many forms as there are.

    ``expected`` is the first of ``known`` in words. Never raises for any text.
    """
    around = around or Surroundings()
    expected = write_change(known[0], units[0] if units else "")
    try:
        claimed = read_change(text, units=units, before=around.before)
    except UnreadableChange:
        return Agreement(False, Fault.UNREADABLE, False, expected)
    of_form = [change for change in known if change.form == claimed.form]
    if not of_form:
        return Agreement(False, Fault.UNPROVEN_BOUND, False, expected)
    if claimed.direction != of_form[0].direction:
        return Agreement(False, Fault.WRONG_VALUE, False, expected)
    so_far = says_so_far(f"{around.before} … {around.after}")
    found = [_judge_size(claimed, change.quantity, so_far=so_far) for change in of_form]
    best = next((one for one in found if one is None), found[0])
    return Agreement(best is None, best, False, expected)


def compare_multiple(text: str, percent: Quantity) -> Agreement:
    """Compare a multiple ("gần 3 lần chỉ tiêu") with what it is in percent. Never raises for any text."""
    record = in_times(percent)
    expected = write_amount(record, TIMES)
    try:
        claimed = read_change(text)
    except UnreadableChange:
        return Agreement(False, Fault.UNREADABLE, False, expected)
    if claimed.form != "times":
        return Agreement(False, Fault.WRONG_UNIT, False, expected)
    fault = _judge_size(claimed, record, so_far=False)
    return Agreement(fault is None, fault, False, expected)


def in_times(percent: Quantity) -> Quantity:
    """Return a percentage of something as a multiple of it: 227% is 2,27 times."""
    step = max(percent.step / _HUNDRED, FINEST_STEP)
    high = None if percent.high is None else percent.high / _HUNDRED
    return replace(percent, value=percent.value / _HUNDRED, step=step, high=high, wording=None)


def write_change(change: Change, unit: str) -> str:
    """Return a change in words: its source's own, else "tăng 12%", "giảm 35 đơn vị", "gấp 2,27 lần"."""
    if change.stated is not None:
        return change.stated
    quantity = _shown(change)
    if change.form == "times":
        return f"bằng {write_amount(quantity, TIMES)}"
    size = write_percent(quantity) if change.form == "percent" else write_amount(quantity, unit)
    return f"{_WRITTEN[change.direction]} {size}"


def _shown(change: Change) -> Quantity:
    """Return the size of a change as it is shown: a quotient of exact figures has decimals without end."""
    quantity = change.quantity
    if change.form == "amount" or quantity.step >= _TENTH or quantity.precision is not Precision.ROUNDED:
        return quantity
    step = _TENTH if change.form == "times" or quantity.value < WHOLE_FROM else Decimal(1)
    return replace(quantity, value=round_to_step(quantity.value, step), step=step)


def _judge_size(claimed: Change, known: Quantity, *, so_far: bool) -> Fault | None:
    """Judge the size of a claimed change by a known one of the same form."""
    quantity = claimed.quantity
    is_plain = quantity.precision in (Precision.EXACT, Precision.ROUNDED)
    # "gấp 2 lần" is about twice: 2,3 times is more than that.
    step = min(quantity.step, _TENTH) if claimed.form == "times" else quantity.step
    claim = Claim(
        value=quantity.value,
        step=step,
        precision=None if is_plain else quantity.precision,
        bare=quantity.precision is Precision.EXACT and claimed.form == "amount",
        high=quantity.high,
        estimated=quantity.estimated,
        so_far=quantity.so_far or so_far,
    )
    return judge(claim, known)


def _take_direction(text: str, *, at_end: bool = False) -> tuple[Direction | None, str]:
    """Return the direction that words say and the text without them: the first ones, or those that end it."""
    words = text.split()
    starts = range(len(words) - 1, -1, -1) if at_end else range(len(words))
    for start in starts:
        for length in range(min(_LONGEST, len(words) - start), 0, -1):
            if at_end and start + length != len(words):
                continue
            phrase = fold(" ".join(words[start : start + length])).strip('.,;:()“”"')
            if phrase in _DIRECTIONS:
                return _DIRECTIONS[phrase], " ".join([*words[:start], *words[start + length :]])
        if at_end and len(words) - start > _LONGEST:
            break
    return None, text
