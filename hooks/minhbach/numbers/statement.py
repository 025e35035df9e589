"""Read what a source states, strictly: every word of it is understood and kept, or all of it is refused.

Prose may hold more than its number; a ``stated`` text holds nothing but degree, number and unit. A word that
might be one of degree and is not known would make the figure more certain than its source, so it is refused
and never dropped.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from minhbach.numbers.degree import is_neutral, looks_like_degree
from minhbach.numbers.quantity import Precision, Quantity, Wording, exact, rounding_step
from minhbach.numbers.reading import Candidate, Rate, Reading, UnreadableNumber, read_quantities
from minhbach.numbers.words import fold

Refusal = Literal["unreadable", "contradiction", "upside-down", "degree", "says-nothing"]
_SWAP = str.maketrans(".,", ",.")
_UNGROUPED = re.compile(r"(?<![\d.,])[1-9][0-9]{3,}(?![\d.])")
"""Digits in a row as keyboards type them, which readers cannot count: "136774"."""


class RefusedStatement(ValueError):  # noqa: N818 - named for what went wrong
    """A ``stated`` text that is not fully understood.

    ``reason`` is "unreadable", "contradiction", "upside-down", "degree" (``words``: what is not known) or
    "says-nothing" ("dưới 0").
    """

    def __init__(self, reason: Refusal, words: str = "") -> None:
        """Keep ``reason`` and ``words``."""
        super().__init__(f"refused statement: {reason} {words}".rstrip())
        self.reason: Refusal = reason
        self.words = words


@dataclass(frozen=True, slots=True)
class Statement:
    """What a source states: the quantity with its wording, the unit as written, a rate's sign or ""."""

    quantity: Quantity
    unit: str
    rate: Rate
    other: Quantity | None = None
    """The quantity with "." and "," read the English way, where that is possible too."""


def read_statement(text: str, *, units: Sequence[str] = ()) -> Statement:
    """Return what ``text`` states of a figure counted in ``units``.

    Raises ``RefusedStatement`` where a word of it is not understood.
    """
    try:
        reading = read_quantities(text, units=units)
    except UnreadableNumber as error:
        reason = error.reason
        raise RefusedStatement(
            reason if reason in ("contradiction", "upside-down") else "unreadable"
        ) from None
    reading = _with_unit_in_front(reading, units)
    if reading.before and not is_neutral(reading.before):
        raise RefusedStatement("degree", reading.before)
    rest = _behind_unit(reading.unit_text, units)
    if looks_like_degree(rest):
        raise RefusedStatement("degree", rest)
    quantities = [_quantity(reading, candidate) for candidate in reading.candidates]
    wording = reading.wording
    if reading.candidates[0].style == "foreign":
        # The page is Vietnamese: "12.5" would be read as a slip of "12.500".
        wording = replace(wording, number=wording.number.translate(_SWAP))
    wording = replace(wording, number=_UNGROUPED.sub(_group, wording.number))
    first, *others = (replace(quantity, wording=wording) for quantity in quantities)
    return Statement(first, reading.unit_text, reading.rate, others[0] if others else None)


def state_value(value: Decimal, statement: Statement) -> Quantity | None:
    """Return a figure whose exact ``value`` is entered beside what its source states; None if they disagree.

    A value that is the stated number itself adds nothing: the source's words stand. One that lies within
    what they leave possible is the exact number, known besides.
    """
    for quantity in (statement.quantity, statement.other):
        if quantity is not None and quantity.value == value:
            return quantity
    if not statement.quantity.interval().contains(value):
        return None
    return exact(value)


def _group(digits: re.Match[str]) -> str:
    """Return digits in groups of three, which are the same number in the same words."""
    return f"{int(digits[0]):,}".replace(",", ".")


def _with_unit_in_front(reading: Reading, units: Sequence[str]) -> Reading:
    """Move a unit that stands before the number, as currencies do ("CHF 2.114.739"), behind it."""
    before = fold(reading.before)
    for unit in units:
        folded = fold(unit)
        if not reading.unit_text and (before == folded or before.endswith(f" {folded}")):
            shown = reading.before[len(reading.before) - len(unit) :]
            wording = replace(reading.wording, unit=shown)
            rest = before[: -len(folded)].strip()
            return replace(reading, before=rest, unit_text=shown, wording=wording)
    return reading


def _behind_unit(text: str, units: Sequence[str]) -> str:
    """Return what follows the longest of ``units`` that ``text`` begins with; all of it with none."""
    folded = fold(text)
    for unit in sorted(map(fold, units), key=len, reverse=True):
        if folded.startswith(unit) and not folded[len(unit) :][:1].isalnum():
            return folded[len(unit) :]
    return folded


def _quantity(reading: Reading, candidate: Candidate) -> Quantity:
    precision, value, step = reading.precision, candidate.value, candidate.step
    if precision in (Precision.LESS_THAN, Precision.NEARLY) and value == 0:
        raise RefusedStatement("says-nothing")
    if precision is None:
        # "4.875 suất" written out in full is exact; a scale word or decimals say that it was rounded.
        # A rate in whole percent is a quotient, and was rounded too.
        precision = Precision.EXACT if step == 1 and not reading.rate else Precision.ROUNDED
    if precision is Precision.ABOUT and value and value == value.to_integral_value():
        # "khoảng 5.000" is about thousands: its trailing zeros are not counted digits.
        step = max(step, rounding_step(value))
    return Quantity(
        value,
        step,
        precision,
        candidate.high,
        estimated=reading.estimated,
        so_far=reading.degree.so_far,
    )


__all__ = ["RefusedStatement", "Statement", "Wording", "read_statement", "state_value"]
