"""Read the one quantity a piece of Vietnamese text states.

Vietnamese writes "." (or a no-break space) between groups of three digits and "," before decimals
(https://cldr.unicode.org, locale vi); English habits swap the two. A text such as "1.200" can be read
both ways, so reading returns every possible value and leaves the choice to the record.
"""

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import Literal

from minhbach.numbers.quantity import LIMIT, Precision
from minhbach.numbers.words import BILLION, THOUSAND, Modifier, fold, modifier_before, scale_of

Style = Literal["vietnamese", "foreign"]
Reason = Literal["none", "several", "malformed"]

LONGEST_TEXT = 200

_TOKEN = re.compile(r"[0-9]+(?:[.,][0-9]+|[\u00a0\u202f][0-9]{3}(?![0-9]))*")
_WORD = re.compile(r"\s*([^\W\d_]+)")
_PERCENT = re.compile(r"\s*%")
# Officials write small counts with a leading zero ("05 huyện"); any other leading zero is a slip.
_VIETNAMESE = re.compile(
    r"([1-9][0-9]{0,2}(?:(?:\.[0-9]{3})+|(?:[\u00a0\u202f][0-9]{3})+)|0|[1-9][0-9]*)(?:,([0-9]{1,6}))?|(0[1-9])"
)
# More than three digits after a foreign decimal point ("3.8581") are far likelier a mistyped group.
_FOREIGN = re.compile(
    r"([1-9][0-9]{0,2}(?:(?:,[0-9]{3})+|(?:[\u00a0\u202f][0-9]{3})+)|0|[1-9][0-9]*)(?:\.([0-9]{1,3}))?"
)
_NOT_A_DIGIT = re.compile(r"[^0-9]")
_SPACED_MINUS = frozenset("+-\u2212\u00b1")
_ATTACHED_MINUS = _SPACED_MINUS | frozenset("\u2013\u2014")


class UnreadableNumber(ValueError):  # noqa: N818 - named for what went wrong
    """A text that does not state one well-formed number; ``reason`` says which way it fails."""

    def __init__(self, reason: Reason) -> None:
        """Keep ``reason``: "none" (no number), "several" or "malformed"."""
        super().__init__(f"unreadable number: {reason}")
        self.reason: Reason = reason


@dataclass(frozen=True, slots=True)
class Candidate:
    """One possible meaning: the value, the unit of its last written digit, and the style that yields it."""

    value: Decimal
    step: Decimal
    style: Style


@dataclass(frozen=True, slots=True)
class Reading:
    """What a text states.

    ``modifier`` is ABOVE, BELOW, ABOUT or ``None``; ``inclusive`` is set for "ít nhất" and the like, ``near``
    for "gần". ``candidates`` holds one or two meanings, the Vietnamese one first. ``unit_text`` is what
    follows number, scale and percent sign; ``before`` what precedes the number and its modifier, both
    stripped. ``has_scale`` tells that a scale word was written.
    """

    modifier: Precision | None
    inclusive: bool
    near: bool
    candidates: tuple[Candidate, ...]
    unit_text: str
    before: str
    is_percent: bool
    has_scale: bool


@dataclass(frozen=True, slots=True)
class _Part:
    """A written number with its scale: "300 triệu" in "3 tỷ 300 triệu". ``end`` is behind the scale."""

    start: int
    end: int
    digits: str
    scale: Decimal | None


def read_quantities(text: str) -> Reading:
    """Return the one quantity that ``text`` states.

    Raises ``UnreadableNumber`` when the text holds no number, more than one, or a malformed one. A compound
    amount ("3 tỷ 300 triệu") is one number. Negative numbers, numbers of 10**18 or more and texts of over
    200 characters are malformed. Only the digits 0 to 9 are digits.
    """
    if len(text) > LONGEST_TEXT:
        raise UnreadableNumber("malformed")
    composed = unicodedata.normalize("NFC", text)
    tokens = list(_TOKEN.finditer(composed))
    if not tokens:
        raise UnreadableNumber("none")
    parts = tuple(_part(composed, token) for token in tokens)
    if not _is_compound(composed, parts):
        raise UnreadableNumber("several")
    for token in tokens:
        _check_surroundings(composed, token.start(), token.end())
    candidates = tuple(
        candidate for style in _styles(parts) if (candidate := _candidate(parts, style)) is not None
    )
    if not candidates:
        raise UnreadableNumber("several" if len(parts) > 1 else "malformed")
    try:
        modifier, before = modifier_before(composed[: parts[0].start])
    except ValueError:
        raise UnreadableNumber("malformed") from None
    end = _percent_end(composed, parts[-1].end)
    found = modifier or Modifier(Precision.EXACT)
    return Reading(
        modifier=None if modifier is None else modifier.precision,
        inclusive=found.inclusive,
        near=found.near,
        candidates=candidates,
        unit_text=composed[parts[-1].end if end is None else end :].strip(),
        before=before,
        is_percent=end is not None,
        has_scale=parts[-1].scale is not None,
    )


def _word_at(text: str, position: int) -> tuple[str, int]:
    """Return the word at ``position`` (spaces skipped) and the position behind it; "" for no word."""
    match = _WORD.match(text, position)
    return ("", position) if match is None else (match[1], match.end())


def _part(text: str, token: re.Match[str]) -> _Part:
    """Return the number of ``token`` with the scale after it; malformed for piled up scales."""
    word, word_end = _word_at(text, token.end())
    following, following_end = _word_at(text, word_end)
    factor = scale_of(word, following)
    if factor is None:
        return _Part(token.start(), token.end(), token[0], None)
    third, _ = _word_at(text, following_end)
    second = scale_of(following, third)
    if second is None:
        return _Part(token.start(), word_end, token[0], factor)
    # "nghìn tỷ" is the one pair of scale words in use.
    fourth, _ = _word_at(text, _word_at(text, following_end)[1])
    if (factor, second) != (THOUSAND, BILLION) or scale_of(third, fourth) is not None:
        raise UnreadableNumber("malformed")
    return _Part(token.start(), following_end, token[0], factor * second)


def _is_compound(text: str, parts: tuple[_Part, ...]) -> bool:
    """Whether ``parts`` are written as one amount: only spaces between them, and their scales falling.

    A last part without a scale ("3 tỷ 300") is no compound: colloquially it means 300 triệu.
    """
    return all(
        upper.scale is not None
        and lower.scale is not None
        and lower.scale < upper.scale
        and text[upper.end : lower.start].isspace()
        for upper, lower in pairwise(parts)
    )


def _check_surroundings(text: str, start: int, end: int) -> None:
    """Raise for a number glued to a letter, a loose separator, a sign or a digit of another script."""
    before, after = text[:start], text[end:]
    if before and (before[-1].isalnum() or before[-1] in "_.," or before[-1] in _ATTACHED_MINUS):
        raise UnreadableNumber("malformed")
    if before.strip() and before.rstrip()[-1] in _SPACED_MINUS:
        raise UnreadableNumber("malformed")
    if after and (after[0].isnumeric() or after[0] in "_.,+"):
        raise UnreadableNumber("malformed")


def _styles(parts: tuple[_Part, ...]) -> tuple[Style, ...]:
    """Return the styles worth trying: digits without "." or "," read alike in both."""
    marked = any("." in part.digits or "," in part.digits for part in parts)
    return ("vietnamese", "foreign") if marked else ("vietnamese",)


def _candidate(parts: tuple[_Part, ...], style: Style) -> Candidate | None:
    """Return the amount that ``parts`` make in ``style``, or ``None`` when the style does not fit.

    Only the last part may have decimals, and each part must stay below one unit of the part above.
    """
    value, step, room = Decimal(0), Decimal(1), LIMIT
    for part in parts:
        number = _number(part.digits, style)
        if number is None or step < room < LIMIT:
            return None
        scale = part.scale or Decimal(1)
        amount, step = number[0] * scale, number[1] * scale
        if amount >= room:
            return None
        value, room = value + amount, scale
    return Candidate(value, step, style)


def _number(digits: str, style: Style) -> tuple[Decimal, Decimal] | None:
    """Return value and step of a written number without scale, or ``None`` when ``style`` does not fit."""
    match = (_VIETNAMESE if style == "vietnamese" else _FOREIGN).fullmatch(digits)
    if match is None:
        return None
    whole, decimals = match[1] or match[0], match[2] or ""
    value = Decimal(f"{_NOT_A_DIGIT.sub('', whole)}.{decimals or '0'}")
    # Checked before any arithmetic, which would round a number of very many digits.
    return (value, Decimal(1).scaleb(-len(decimals))) if value < LIMIT else None


def _percent_end(text: str, position: int) -> int | None:
    """Return the position behind a percent sign (or "phần trăm") at ``position``; ``None`` without one."""
    if (sign := _PERCENT.match(text, position)) is not None:
        return sign.end()
    first, first_end = _word_at(text, position)
    second, second_end = _word_at(text, first_end)
    return second_end if (fold(first), fold(second)) == ("phần", "trăm") else None
