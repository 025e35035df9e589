"""Compare what a text says with the record it points to, and say what the text should have been."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from operator import attrgetter

from minhbach.numbers.claim import NEARNESS, Claim, Fault, judge
from minhbach.numbers.degree import Degree, join_degrees, read_following, read_lead, says_so_far
from minhbach.numbers.quantity import BOUNDS, LOWER_BOUNDS, Quantity
from minhbach.numbers.reading import LONGEST_TEXT, Candidate, Reading, UnreadableNumber, read_quantities
from minhbach.numbers.words import fold
from minhbach.numbers.writing import NO_BREAK_SPACE, RATES, write_amount, write_percent, write_quantity

__all__ = ["Agreement", "Fault", "Surroundings", "compare"]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The words before and behind a text, which may say how certain its number is.

    "không quá [3.858 đơn vị]" is a bound, "[30 người] trở lên" another.
    """

    before: str = ""
    after: str = ""


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


def compare(
    text: str,
    record: Quantity,
    *,
    units: Sequence[str] = (),
    percent: bool = False,
    around: Surroundings | None = None,
) -> Agreement:
    """Compare the number stated in ``text`` with ``record``; never raises for any text.

    What follows the number must be empty or begin with one of ``units``, compared by whole words without
    regard to case or kind of space; punctuation around it is ignored. With ``percent`` the text must state
    a percent, whose sign is its unit, so anything may follow. The words of degree ``around`` the text count
    as its own. A wrong number is reported before a wrong unit. ``expected`` is in the record's own words,
    with the first unit appended if the text had a unit.
    """
    around = around or Surroundings()
    rate = units[0] if units and units[0] in RATES else ""
    expected = write_percent(record) if percent else write_quantity(record)
    if rate and not percent:
        expected = write_amount(record, rate)
    with_unit = expected
    if units and not percent:
        # Typed by people, who have no key for a no-break space.
        with_unit = write_amount(record, units[0]).replace(f"{NO_BREAK_SPACE}{units[0]}", f" {units[0]}")
    try:
        reading = read_quantities(text, units=units)
        degree = _degree(reading, around)
    except UnreadableNumber as error:
        fault = Fault.SEVERAL if error.reason == "several" else Fault.UNREADABLE
        return Agreement(False, fault, False, with_unit if _mentions(text, units) else expected)
    except ValueError:
        return Agreement(False, Fault.UNREADABLE, False, with_unit if _mentions(text, units) else expected)
    if reading.rate or _unit_of(reading):
        expected = with_unit
    value_fault, candidate = _best(reading, degree, record)
    if value_fault is not None:
        return Agreement(False, value_fault, False, expected)
    foreign = candidate.style == "foreign"
    if not _unit_agrees(reading, units, percent):
        return Agreement(False, Fault.WRONG_UNIT, foreign, expected)
    return Agreement(True, None, foreign, expected)


def _degree(reading: Reading, around: Surroundings) -> Degree:
    """Return what the words in and around the text say together; raises ``ValueError`` if they contradict."""
    before = Degree()
    if not reading.before:
        # Words of the text itself part the number from those before the link.
        before = read_lead(around.before, outside=True).degree
    degree = join_degrees((before, reading.degree, read_following(around.after)))
    if says_so_far(f"{_sentence_end(around.before)} … {around.after}"):
        degree = replace(degree, so_far=True)
    return degree


def _sentence_end(text: str) -> str:
    """Return what of ``text`` belongs to the sentence that goes on behind it."""
    return text[max(text.rfind(mark) for mark in (". ", "! ", "? ", "; ")) + 1 :]


def _best(reading: Reading, degree: Degree, record: Quantity) -> tuple[Fault | None, Candidate]:
    """Return the first candidate that agrees, or the most telling fault with its candidate."""
    judged = [
        (judge(_claim(reading, degree, one), record), one) for one in _plausible(reading, degree, record)
    ]
    for fault, candidate in judged:
        if fault is None:
            return None, candidate
    # A fault other than a wrong value shows that this candidate is the meaning the writer had in mind.
    return next((one for one in judged if one[0] is not Fault.WRONG_VALUE), judged[0])


def _plausible(reading: Reading, degree: Degree, record: Quantity) -> tuple[Candidate, ...]:
    """Return the candidates to judge.

    Plain numbers agree only by matching, so each candidate may try. A bound holds for a thousand times
    smaller number as well: "trên 1.200", read as 1,2, would be true of 500. Of an ambiguous bound only one
    meaning counts: the Vietnamese one if it is nearer in size to the record, the foreign one if it comes
    within a tenth of it, and failing both the stricter one, which holds only if the other does too.
    """
    if len(reading.candidates) == 1 or degree.precision not in BOUNDS:
        return reading.candidates
    vietnamese, foreign = reading.candidates
    if _closeness(vietnamese.value, record.value) >= _closeness(foreign.value, record.value):
        return (vietnamese,)
    if _closeness(foreign.value, record.value) >= NEARNESS:
        return (foreign,)
    stricter = max if degree.precision in LOWER_BOUNDS else min
    return (stricter(reading.candidates, key=attrgetter("value")),)


def _closeness(a: Decimal, b: Decimal) -> Decimal:
    """Return the smaller of two amounts as a part of the larger: 1 for equal ones, 0 beside zero."""
    larger = max(a, b)
    return min(a, b) / larger if larger else Decimal(1)


def _claim(reading: Reading, degree: Degree, candidate: Candidate) -> Claim:
    """Return what ``reading`` claims if ``candidate`` is its number."""
    is_range = candidate.high is not None
    return Claim(
        value=candidate.value,
        step=candidate.step,
        precision=reading.precision if is_range else degree.precision,
        bare=candidate.step == 1 and not reading.has_scale,
        high=candidate.high,
        estimated=degree.estimated or (is_range and degree.precision is not None),
        so_far=degree.so_far,
        has_closing_zeros=("," if candidate.style == "vietnamese" else ".") not in reading.wording.number,
    )


def _unit_of(reading: Reading) -> str:
    """Return the folded words after the number, without the punctuation around them."""
    return _without_punctuation(fold(reading.unit_text))


def _without_punctuation(text: str) -> str:
    """Return ``text`` without the punctuation around it."""
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
    rate = "%" if percent else units[0] if units and units[0] in RATES else ""
    if rate or reading.rate:
        return rate == reading.rate
    stated = _unit_of(reading)
    return not stated or any(_begins_with_words(stated, _without_punctuation(fold(unit))) for unit in units)


def _begins_with_words(text: str, words: str) -> bool:
    """Whether ``text`` begins with ``words`` as whole words."""
    return bool(words) and text.startswith(words) and not text[len(words) :][:1].isalnum()
