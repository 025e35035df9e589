"""What a heading means, and in which unit it says that its numbers are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from minhbach.imports.vocabulary import CURRENCIES, MONEY, PRIVATE, UNITS, Meaning, Vocabulary
from minhbach.words import fold

LONGEST_HEADING = 80
FOREIGN = Decimal(-1)
"""In place of a unit: the heading names a currency that is not đồng."""

_BRACKETS = re.compile(r"[(\[]([^()\[\]]*)[)\]]")
_NOT_A_WORD = re.compile(r"[^a-z0-9]+")
_PIECES = re.compile(r"\s*[/\n;|]\s*|\s+[-–]\s+")
_UNIT_LINE = re.compile(r"(?:don vi tinh|don vi|dvt|tinh bang)(.*)")


@dataclass(frozen=True)
class Heading:
    """A heading understood. ``unit`` is how many đồng its numbers count, None where it does not say.

    ``bracket`` is what stands in brackets and is no unit of money: "kg" in "Số lượng (kg)".
    """

    meaning: Meaning
    unit: Decimal | None = None
    bracket: str = ""


def read_heading(text: str, vocabulary: Vocabulary) -> Heading | None:
    """Return what a heading means; None for words that no list of headings holds.

    Diacritics, case, spacing, punctuation and brackets do not matter. Banks write two languages
    ("Ngày GD / Date"): any part that is understood counts, and one that is private counts before all.
    """
    if not text.strip() or len(text) > LONGEST_HEADING:
        return None
    brackets = [found.strip() for found in _BRACKETS.findall(text)]
    outside = _BRACKETS.sub(" ", text)
    unit = next((found for bracket in brackets if (found := read_unit(bracket)) is not None), None)
    words = plain(outside)
    meaning = _private(plain(text)) if words not in vocabulary.exact else None
    if meaning is None:
        meaning, own_unit = _meaning(words, vocabulary)
        unit = own_unit if unit is None else unit
    if meaning is None:
        for piece in _PIECES.split(outside):
            meaning, own_unit = _meaning(plain(piece), vocabulary)
            unit = own_unit if unit is None else unit
            if meaning is not None:
                break
    if meaning is None:
        return None
    bracket = next((one for one in brackets if one and read_unit(one) is None), "")
    return Heading(meaning, unit if meaning in MONEY else None, bracket)


def read_unit(text: str) -> Decimal | None:
    """Return how many đồng a unit is ("nghìn đồng": 1000), FOREIGN for other money, None for other words."""
    words = plain(text)
    if (found := _UNIT_LINE.fullmatch(words)) is not None:
        words = found[1].strip()
    if words in UNITS:
        return UNITS[words]
    return FOREIGN if words in CURRENCIES else None


def read_unit_line(text: str) -> Decimal | None:
    """Return the unit that a line above a table gives for all of it: "Đơn vị tính: nghìn đồng"."""
    found = _UNIT_LINE.fullmatch(plain(text))
    return read_unit(text) if found is not None else None


@lru_cache(maxsize=10_000)
def plain(text: str) -> str:
    """Return ``text`` as folded words with one space between them."""
    return _NOT_A_WORD.sub(" ", fold(text)).strip()


def _private(words: str) -> Meaning | None:
    padded = f" {words} "
    return next((meaning for phrase, meaning in PRIVATE if f" {phrase} " in padded), None)


def _meaning(words: str, vocabulary: Vocabulary) -> tuple[Meaning | None, Decimal | None]:
    """Return what folded words mean, with the unit that stands at their end."""
    for rest, unit in _without_unit(words):
        if rest in vocabulary.exact:
            return vocabulary.exact[rest], unit
    if (private := _private(words)) is not None:
        return private, None
    for rest, unit in (*_without_unit(words),)[::-1]:
        for beginning, meaning in vocabulary.beginnings:
            if f"{rest} ".startswith(f"{beginning} "):
                return meaning, unit
    return None, None


def _without_unit(words: str) -> Iterator[tuple[str, Decimal | None]]:
    """Yield the words as they are, and without a unit of money at their end where there is one."""
    yield words, None
    parts = words.split()
    for count in (4, 3, 2, 1):
        if len(parts) > count and (unit := read_unit(" ".join(parts[-count:]))) is not None:
            yield " ".join(parts[:-count]), unit
            return
