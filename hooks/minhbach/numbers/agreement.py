"""Compare what a text says with the record it points to, and say what the text should have been."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from operator import attrgetter

from minhbach.numbers.claim import NEARNESS, Claim, Fault, judge
from minhbach.numbers.quantity import Precision, Quantity
from minhbach.numbers.reading import LONGEST_TEXT, Candidate, Reading, UnreadableNumber, read_quantities
from minhbach.numbers.words import SCALES, fold
from minhbach.numbers.writing import write_percent, write_quantity

__all__ = ["Agreement", "Fault", "compare"]

_UNIT = "\ufffc"
"""Stands for the record's unit while the number before it is read. No text of a site holds it."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """The outcome of a comparison.

    ``ok`` is true exactly when ``fault`` is ``None``. ``style_warning`` tells that the number agrees only
    with "." and "," read the English way. ``expected`` is a text that would agree.
    """

    ok: bool
    fault: Fault | None
    style_warning: bool
    expected: str


def compare(text: str, record: Quantity, *, units: Sequence[str] = (), percent: bool = False) -> Agreement:
    """Compare the number stated in ``text`` with ``record``; never raises for any text.

    What follows the number must be empty or begin with one of ``units``, compared by whole words without
    regard to case or kind of space; punctuation around it is ignored. With ``percent`` the text must state
    a percent, whose sign is its unit, so anything may follow. A wrong number is reported before a wrong
    unit. ``expected`` is written from the record, with the first unit appended if the text had a unit.
    """
    expected = write_percent(record) if percent else write_quantity(record)
    with_unit = _with_unit(expected, units[0]) if units and not percent else expected
    try:
        reading = read_quantities(text if percent else _set_unit_apart(text, tuple(units)))
    except UnreadableNumber as error:
        fault = Fault.SEVERAL if error.reason == "several" else Fault.UNREADABLE
        return Agreement(False, fault, False, with_unit if _mentions(text, units) else expected)
    if reading.is_percent or _unit_of(reading):
        expected = with_unit
    value_fault, candidate = _best(reading, record)
    if value_fault is not None:
        return Agreement(False, value_fault, False, expected)
    foreign = candidate.style == "foreign"
    if not _unit_agrees(reading, units, percent):
        return Agreement(False, Fault.WRONG_UNIT, foreign, expected)
    return Agreement(True, None, foreign, expected)


def _best(reading: Reading, record: Quantity) -> tuple[Fault | None, Candidate]:
    """Return the first candidate that agrees, or the most telling fault with its candidate."""
    judged = [(judge(_claim(reading, one), record), one) for one in _plausible(reading, record)]
    for fault, candidate in judged:
        if fault is None:
            return None, candidate
    # A fault other than a wrong value shows that this candidate is the meaning the writer had in mind.
    return next((one for one in judged if one[0] is not Fault.WRONG_VALUE), judged[0])


def _plausible(reading: Reading, record: Quantity) -> tuple[Candidate, ...]:
    """Return the candidates to judge.

    Plain numbers agree only by matching, so each candidate may try. A bound holds for a thousand times
    smaller number as well: "trên 1.200", read as 1,2, would be true of 500. Of an ambiguous bound only one
    meaning counts: the Vietnamese one if it is nearer in size to the record, the foreign one if it comes
    within a tenth of it, and failing both the stricter one, which holds only if the other does too.
    """
    if len(reading.candidates) == 1 or reading.modifier not in (Precision.ABOVE, Precision.BELOW):
        return reading.candidates
    vietnamese, foreign = reading.candidates
    if _closeness(vietnamese.value, record.value) >= _closeness(foreign.value, record.value):
        return (vietnamese,)
    if _closeness(foreign.value, record.value) >= NEARNESS:
        return (foreign,)
    stricter = max if reading.modifier is Precision.ABOVE else min
    return (stricter(reading.candidates, key=attrgetter("value")),)


def _closeness(a: Decimal, b: Decimal) -> Decimal:
    """Return the smaller of two amounts as a part of the larger: 1 for equal ones, 0 beside zero."""
    larger = max(a, b)
    return min(a, b) / larger if larger else Decimal(1)


def _claim(reading: Reading, candidate: Candidate) -> Claim:
    """Return what ``reading`` claims if ``candidate`` is its number."""
    return Claim(
        value=candidate.value,
        step=candidate.step,
        modifier=reading.modifier,
        inclusive=reading.inclusive,
        near=reading.near,
        bare=candidate.step == 1 and not reading.has_scale,
    )


def _set_unit_apart(text: str, units: tuple[str, ...]) -> str:
    """Return ``text`` with the record's unit right behind the number as one sign of its own.

    A unit may hold what reads as a number ("đơn vị máu (350 ml)"), a scale ("triệu đồng"), a percent sign, or
    make another word of the scale before it ("24 tỷ suất quà", where "tỷ suất" is a rate).
    """
    if not units or len(text) > LONGEST_TEXT:
        return text
    composed = unicodedata.normalize("NFC", text).replace(_UNIT, " ")
    return _pattern_of(units).sub(rf"\1 {_UNIT}", composed, count=1)


@lru_cache(maxsize=256)
def _pattern_of(units: tuple[str, ...]) -> re.Pattern[str]:
    """Return a pattern of any of ``units`` behind a digit or a scale word."""
    longest_first = sorted((unit.split() for unit in units), key=lambda words: -len("".join(words)))
    words = (
        r"\s+".join(re.escape(unicodedata.normalize("NFC", word)) for word in unit) for unit in longest_first
    )
    scales = "|".join(SCALES)
    return re.compile(rf"([0-9]|\b(?:{scales}))\s*(?:{'|'.join(words)})(?!\w)", re.IGNORECASE)


def _with_unit(number: str, unit: str) -> str:
    return f"{number}{unit}" if unit in ("%", "‰") else f"{number} {unit}"


def _unit_of(reading: Reading) -> str:
    """Return the folded words after the number, without the punctuation around them."""
    text = fold(reading.unit_text)
    start, end = 0, len(text)
    while start < end and _is_punctuation(text[start]):
        start += 1
    while end > start and _is_punctuation(text[end - 1]):
        end -= 1
    return text[start:end].strip()


def _mentions(text: str, units: Sequence[str]) -> bool:
    """Whether one of ``units`` stands somewhere in a text without a readable number."""
    folded = fold(text[:LONGEST_TEXT])
    return any(fold(unit) in folded for unit in units)


def _is_punctuation(character: str) -> bool:
    """Whether ``character`` is punctuation or a space; signs of currency, degree and "‰" are units."""
    return character == " " or (unicodedata.category(character).startswith("P") and character not in "%‰")


def _unit_agrees(reading: Reading, units: Sequence[str], percent: bool) -> bool:
    """Whether the text's unit is the one asked for."""
    if reading.before and unicodedata.category(reading.before[-1]) == "Sc":
        # "$500": a currency sign before the number is a unit that no record here has.
        return False
    if percent or reading.is_percent:
        return percent and reading.is_percent
    stated = _unit_of(reading)
    if not stated or stated.startswith(_UNIT):
        return True
    return any(_begins_with_words(stated, fold(unit)) for unit in units)


def _begins_with_words(text: str, words: str) -> bool:
    """Whether ``text`` begins with ``words`` as whole words."""
    return bool(words) and text.startswith(words) and not text[len(words) :][:1].isalnum()
