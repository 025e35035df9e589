"""Read the one quantity a piece of Vietnamese text states.

Vietnamese writes "." (or a no-break space) between groups of three digits and "," before decimals
(https://cldr.unicode.org, locale vi); English habits swap the two. A text such as "1.200" can be read
both ways, so reading returns every possible value and leaves the choice to the record.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise
from typing import Literal

from minhbach.numbers.degree import Degree, Lead, join_degrees, read_ending, read_lead
from minhbach.numbers.quantity import LIMIT, Precision, Wording
from minhbach.numbers.words import BILLION, SCALES, TEN_THOUSAND, THOUSAND, fold, scale_of

Style = Literal["vietnamese", "foreign"]
Reason = Literal["none", "several", "malformed", "contradiction", "upside-down"]
Rate = Literal["", "%", "‰"]

LONGEST_TEXT = 200

_TOKEN = re.compile(r"[0-9]+(?:[.,][0-9]+|[\u00a0\u202f][0-9]{3}(?![0-9]))*")
_WORD = re.compile(r"\s*([^\W\d_]+)")
_RATE = re.compile(r"\s*([%‰])")
_RATE_WORDS: dict[tuple[str, str], Rate] = {
    ("phần", "trăm"): "%",
    ("phần", "nghìn"): "‰",
    ("phần", "ngàn"): "‰",
}
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
_TO = re.compile(r"(?:\s+(?:đến|tới)\s+|\s*[\u2013\u2014-]\s*)\Z", re.IGNORECASE)
"""What joins the two ends of a range, after the unit of the lower end, if that is written."""
_HALF = "rưỡi"
_FROM = "từ"
_UNIT = "\ufffc"
"""Stands for a unit while the number before it is read. No text of a site holds it."""
_RATE_SIGNS = ("%", "‰")


class UnreadableNumber(ValueError):  # noqa: N818 - named for what went wrong
    """A text that does not state one well-formed number; ``reason`` says which way it fails."""

    def __init__(self, reason: Reason) -> None:
        """Keep ``reason``.

        "none" (no number), "several", "malformed", "contradiction" (words of degree that cannot both hold)
        or "upside-down" (a range).
        """
        super().__init__(f"unreadable number: {reason}")
        self.reason: Reason = reason


@dataclass(frozen=True, slots=True)
class Candidate:
    """One possible meaning: the value, the unit of its last written digit, and the style that yields it.

    ``high`` is the upper end of a range.
    """

    value: Decimal
    step: Decimal
    style: Style
    high: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """What a text states.

    ``degree`` is what the words beside the number say of it. ``candidates`` holds one or two meanings, the
    Vietnamese one first. ``unit_text`` is what follows number, scale, percent sign and stands before the
    words of degree behind it; ``before`` what precedes the number and its words of degree. ``rate`` is the
    sign "%" or "‰", or "". ``has_scale`` tells that a scale word was written, ``wording`` how all of it was.
    """

    degree: Degree
    candidates: tuple[Candidate, ...]
    unit_text: str
    before: str
    rate: Rate
    has_scale: bool
    wording: Wording

    @property
    def precision(self) -> Precision | None:
        """The bound or ABOUT that the words say, BETWEEN for a range, None for a number by itself."""
        return Precision.BETWEEN if self.candidates[0].high is not None else self.degree.precision

    @property
    def estimated(self) -> bool:
        """Whether the number is called an estimate; of a range "khoảng" says so too."""
        is_range = self.candidates[0].high is not None
        return self.degree.estimated or (is_range and self.degree.precision is Precision.ABOUT)

    @property
    def is_qualified(self) -> bool:
        """Whether words or a second end say that the number is not simply the amount."""
        return self.precision is not None or self.degree.so_far

    @property
    def is_percent(self) -> bool:
        """Whether a percent is stated."""
        return self.rate == "%"


@dataclass(frozen=True, slots=True)
class _Part:
    """A written number with its scale: "300 triệu" in "3 tỷ 300 triệu". ``end`` is behind the scale.

    ``half``: "rưỡi" follows, half a unit of the scale more.
    """

    start: int
    end: int
    digits: str
    scale: Decimal | None
    half: bool = False


def read_quantities(text: str, *, units: Sequence[str] = ()) -> Reading:
    """Return the one quantity that ``text`` states; of ``units`` those that hold digits are no numbers.

    Raises ``UnreadableNumber`` when the text holds no number, more than one, or a malformed one. A compound
    amount ("3 tỷ 300 triệu") is one number, and so is a range ("từ 220 đến 260 người"). Negative numbers,
    numbers of 10**18 or more and texts of over 200 characters are malformed. Only 0 to 9 are digits.
    """
    if len(text) > LONGEST_TEXT:
        raise UnreadableNumber("malformed")
    composed, hidden = _set_units_apart(text, units)
    tokens = list(_TOKEN.finditer(composed))
    if not tokens:
        raise UnreadableNumber("none")
    parts = tuple(_part(composed, token) for token in tokens)
    ends = _ends(composed, parts)
    for token in tokens:
        _check_surroundings(composed, token, joined=len(ends) > 1 and token.start() == ends[1][0].start)
    candidates = tuple(
        candidate for style in _styles(parts) if (candidate := _candidate(ends, style)) is not None
    )
    if not candidates:
        raise UnreadableNumber("several" if len(parts) > 1 else "malformed")
    if all(one.high is not None and one.high <= one.value for one in candidates):
        raise UnreadableNumber("upside-down")
    candidates = tuple(one for one in candidates if one.high is None or one.high > one.value)
    return _reading(composed, parts, candidates, iter(hidden))


def _reading(
    text: str, parts: tuple[_Part, ...], candidates: tuple[Candidate, ...], units: Iterator[str]
) -> Reading:
    """Read what stands around the number; ``units`` are those that were set apart."""
    is_range = candidates[0].high is not None
    end, rate = _rate(text, parts[-1].end)
    try:
        ending, after, unit_text = read_ending(text[end:])
        lead = _lead(text[: parts[0].start], opens=is_range or ending.precision is not None)
        degree = join_degrees((lead.degree, ending))
        if is_range and degree.precision not in (None, Precision.ABOUT):
            raise ValueError("a range has no bound besides its ends")
    except ValueError:
        raise UnreadableNumber("contradiction") from None
    number = " ".join(_restore(text[parts[0].start : parts[-1].end], units).split())
    unit_text = _restore(unit_text, units).strip()
    return Reading(
        degree=degree,
        candidates=candidates,
        unit_text=unit_text,
        before=lead.rest,
        rate=rate,
        has_scale=parts[-1].scale is not None,
        wording=Wording(lead.words, number, unit_text, after),
    )


def _lead(text: str, *, opens: bool) -> Lead:
    """Return what the words before the number say.

    "từ" says "at least" by itself, but nothing where it ``opens`` a range ("khoảng từ 200 đến 250") or goes
    with "trở lên" and "trở xuống".
    """
    words = text.split()
    if not opens or fold(words[-1] if words else "") != _FROM:
        return read_lead(text)
    lead = read_lead(" ".join(words[:-1]))
    return replace(lead, words=f"{lead.words} {words[-1]}".lstrip())


def _set_units_apart(text: str, units: Sequence[str]) -> tuple[str, list[str]]:
    """Return ``text`` with each unit behind a number as one sign of its own, and those units as written.

    A unit may hold what reads as a number ("ca trên 100.000 dân"), a scale ("triệu đồng"), or make another
    word of the scale before it ("24 tỷ suất quà", where "tỷ suất" is a rate).
    """
    words = tuple(unit for unit in units if unit not in _RATE_SIGNS)
    composed = unicodedata.normalize("NFC", text).replace(_UNIT, " ")
    if not words:
        return composed, []
    found: list[str] = []

    def hide(match: re.Match[str]) -> str:
        found.append(match[2])
        return f"{match[1]} {_UNIT}"

    return _pattern_of(words).sub(hide, composed), found


@lru_cache(maxsize=256)
def _pattern_of(units: tuple[str, ...]) -> re.Pattern[str]:
    """Return a pattern of any of ``units`` behind a digit or a scale word."""
    longest_first = sorted((unit.split() for unit in units), key=lambda words: -len("".join(words)))
    words = (
        r"\s+".join(re.escape(unicodedata.normalize("NFC", word)) for word in unit) for unit in longest_first
    )
    scales = "|".join(SCALES)
    return re.compile(rf"([0-9]|\b(?:{scales}|{_HALF}))\s*({'|'.join(words)})(?!\w)", re.IGNORECASE)


def _restore(text: str, units: Iterator[str]) -> str:
    """Return ``text`` with the units that were set apart, in their order."""
    return re.sub(_UNIT, lambda _match: next(units, ""), text)


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
    if fold(following) == _HALF:
        return _Part(token.start(), following_end, token[0], factor, half=True)
    third, _ = _word_at(text, following_end)
    second = scale_of(following, third)
    if second is None:
        return _Part(token.start(), word_end, token[0], factor)
    # "nghìn tỷ", "trăm triệu" and the like are the pairs of scale words in use.
    fourth, _ = _word_at(text, _word_at(text, following_end)[1])
    is_pair = (factor, second) == (THOUSAND, BILLION) or (factor < THOUSAND <= second != TEN_THOUSAND)
    if not is_pair or scale_of(third, fourth) is not None:
        raise UnreadableNumber("malformed")
    return _Part(token.start(), following_end, token[0], factor * second)


def _ends(text: str, parts: tuple[_Part, ...]) -> tuple[tuple[_Part, ...], ...]:
    """Return the parts of the one number, or of the two ends of a range; several for anything else."""
    if _is_compound(text, parts):
        return (parts,)
    for split in range(1, len(parts)):
        low, high = parts[:split], parts[split:]
        between = text[low[-1].end : high[0].start]
        joint = _TO.search(between)
        if joint is None or not (_is_compound(text, low) and _is_compound(text, high)):
            continue
        # The unit may stand behind both ends: "từ 300.000 đồng đến 1.000.000 đồng".
        unit, tail = fold(between[: joint.start()]), fold(text[high[-1].end :])
        if not unit or tail.startswith(unit):
            return low, high
    raise UnreadableNumber("several")


def _is_compound(text: str, parts: tuple[_Part, ...]) -> bool:
    """Whether ``parts`` are written as one amount: only spaces between them, and their scales falling.

    A last part may be without a scale only where it counts what is left below a thousand: "734 triệu 215
    nghìn 880". Elsewhere ("3 tỷ 300") it colloquially means 300 triệu, and is no compound.
    """
    return all(
        upper.scale is not None
        and not upper.half
        and (lower.scale if lower.scale is not None else _rest(parts, upper, lower)) < upper.scale
        and text[upper.end : lower.start].isspace()
        for upper, lower in pairwise(parts)
    )


def _rest(parts: tuple[_Part, ...], upper: _Part, lower: _Part) -> Decimal:
    """Return 1 for a last part that counts what is left below a thousand, else more than any scale."""
    is_rest = lower is parts[-1] and upper.scale == THOUSAND and lower.digits.isdigit()
    return Decimal(1) if is_rest else LIMIT


def _check_surroundings(text: str, token: re.Match[str], *, joined: bool) -> None:
    """Raise for a number glued to a letter, a loose separator, a sign or a digit of another script.

    ``joined``: it is the upper end of a range, before which a dash is none of these.
    """
    before, after = text[: token.start()], text[token.end() :]
    if before and (before[-1].isalnum() or before[-1] in "_.,"):
        raise UnreadableNumber("malformed")
    if not joined and (
        (before and before[-1] in _ATTACHED_MINUS)
        or (before.strip() and before.rstrip()[-1] in _SPACED_MINUS)
    ):
        raise UnreadableNumber("malformed")
    if after and (after[0].isnumeric() or after[0] in "_.,+"):
        raise UnreadableNumber("malformed")


def _styles(parts: tuple[_Part, ...]) -> tuple[Style, ...]:
    """Return the styles worth trying: digits without "." or "," read alike in both."""
    marked = any("." in part.digits or "," in part.digits for part in parts)
    return ("vietnamese", "foreign") if marked else ("vietnamese",)


def _candidate(ends: tuple[tuple[_Part, ...], ...], style: Style) -> Candidate | None:
    """Return the amount, or the range, that ``ends`` make in ``style``; None when the style does not fit."""
    high = _amount(ends[-1], style)
    if high is None or len(ends) == 1:
        return None if high is None else Candidate(*high, style)
    low = _amount(ends[0], style)
    if low is None:
        return None
    shared = ends[-1][-1].scale
    if ends[0][-1].scale is None and shared is not None:
        # "từ 2 đến 2,4 tỷ" shares the scale; "từ 500 đến 2 triệu" does not say which 500 it means.
        if low[0] * shared >= high[0]:
            return None
        low = low[0] * shared, low[1] * shared
    return Candidate(low[0], min(low[1], high[1]), style, high[0])


def _amount(parts: tuple[_Part, ...], style: Style) -> tuple[Decimal, Decimal] | None:
    """Return value and step of the amount that ``parts`` make in ``style``; None when it does not fit.

    Only the last part may have decimals, and each part must stay below one unit of the part above.
    """
    value, step, room = Decimal(0), Decimal(1), LIMIT
    for part in parts:
        number = _number(part.digits, style)
        if number is None or step < room < LIMIT:
            return None
        scale = part.scale or Decimal(1)
        amount, step = number[0] * scale, number[1] * scale
        if part.half:
            if number[1] < 1:
                return None
            amount, step = amount + scale / 2, scale / 10
        if amount >= room:
            return None
        value, room = value + amount, scale
    return value, step


def _number(digits: str, style: Style) -> tuple[Decimal, Decimal] | None:
    """Return value and step of a written number without scale, or ``None`` when ``style`` does not fit."""
    match = (_VIETNAMESE if style == "vietnamese" else _FOREIGN).fullmatch(digits)
    if match is None:
        return None
    whole, decimals = match[1] or match[0], match[2] or ""
    value = Decimal(f"{_NOT_A_DIGIT.sub('', whole)}.{decimals or '0'}")
    # Checked before any arithmetic, which would round a number of very many digits.
    return (value, Decimal(1).scaleb(-len(decimals))) if value < LIMIT else None


def _rate(text: str, position: int) -> tuple[int, Rate]:
    """Return the position behind a sign "%" or "‰" (or its words) at ``position``, and which it is."""
    if (sign := _RATE.match(text, position)) is not None:
        return sign.end(), "%" if sign[1] == "%" else "‰"
    first, first_end = _word_at(text, position)
    second, second_end = _word_at(text, first_end)
    rate = _RATE_WORDS.get((fold(first), fold(second)))
    return (position, "") if rate is None else (second_end, rate)
