"""Numbers in English prose, put into the Vietnamese form in which they are compared, and back.

English sets "," between thousands and "." before decimals, Vietnamese the other way round; scales and the
words that bound a number have one counterpart each.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

_WORDS: Mapping[str, str] = {
    "thousand": "nghìn",
    "million": "triệu",
    "billion": "tỷ",
    "about": "khoảng",
    "around": "khoảng",
    "over": "trên",
    "more than": "trên",
    "at least": "ít nhất",
    "under": "dưới",
    "less than": "dưới",
    "fewer than": "dưới",
    "nearly": "gần",
    "almost": "gần",
    "at most": "không quá",
    "no more than": "không quá",
    "up to": "không quá",
    "no fewer than": "ít nhất",
    "no less than": "ít nhất",
    "an estimated": "ước",
    "so far": "đến nay",
    "to date": "đến nay",
    "from": "từ",
    "VND": "đồng",
    "dong": "đồng",
}
_BACK: Mapping[str, str] = {
    "nghìn tỷ": "thousand billion",
    "đến": "to",
    **{vietnamese: english for english, vietnamese in reversed(list(_WORDS.items()))},
}
_NUMBER = re.compile(r"\d[\d.,]*")
# "to" is the middle of a range only between two numbers: "from 220 to 260".
_RANGE = re.compile(r"(\d[\d.,]*(?:\s+(?:nghìn|triệu|tỷ))*)\s+to\s+(?=\d)", re.IGNORECASE)
_SWAP = str.maketrans(",.", ".,")


def _pattern(words: Mapping[str, str]) -> re.Pattern[str]:
    longest_first = sorted(words, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)", re.IGNORECASE)


_ENGLISH, _VIETNAMESE = _pattern(_WORDS), _pattern(_BACK)
_BY_FOLDED = {english.casefold(): vietnamese for english, vietnamese in _WORDS.items()}


def from_english(text: str) -> str:
    """Return a number in English words as Vietnamese prose writes it: "over 3.3 billion" → "trên 3,3 tỷ".

    Words that are not about the number stay as they are.
    """
    words = _ENGLISH.sub(lambda match: _BY_FOLDED[match.group().casefold()], text)
    words = _RANGE.sub(r"\1 đến ", words)
    return _NUMBER.sub(lambda match: match.group().translate(_SWAP), words)


def to_english(text: str) -> str:
    """Return a number as Vietnamese prose writes it in English words: "trên 3,3 tỷ" → "over 3.3 billion"."""
    words = _VIETNAMESE.sub(lambda match: _BACK[match.group().casefold()], text)
    return _NUMBER.sub(lambda match: match.group().translate(_SWAP), words)


def english_units(units: Iterable[str]) -> tuple[str, ...]:
    """Return those of ``units`` that have English words or need none: "đồng" is "VND", "%" a sign.

    The words that are offered for a text in English name no other unit.
    """
    pairs = [(unit, to_english(unit)) for unit in units]
    return tuple(
        unit
        for unit, english in pairs
        if english.isascii() and (english != unit or not any(map(str.isalpha, unit)))
    )
