"""Vietnamese number words: scales (nghìn, triệu, tỷ) and the words that bound or soften a number.

The words are data of this package, gathered from the wording of Vietnamese annual reports and press. All
of them are stored folded (see ``fold``), and are matched as whole words.
"""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType

from minhbach.numbers.quantity import Precision

THOUSAND = Decimal(10) ** 3
MILLION = Decimal(10) ** 6
BILLION = Decimal(10) ** 9
TRILLION = Decimal(10) ** 12

# How scales are written, from small to large; each is a thousand times the one before.
WRITTEN_SCALES: tuple[tuple[Decimal, str], ...] = (
    (THOUSAND, "nghìn"),
    (MILLION, "triệu"),
    (BILLION, "tỷ"),
    (TRILLION, "nghìn tỷ"),
)

# How scales are read: "ngàn" is the southern form of "nghìn", and "tỉ" an equally correct spelling of "tỷ".
SCALES: Mapping[str, Decimal] = MappingProxyType(
    {"nghìn": THOUSAND, "ngàn": THOUSAND, "triệu": MILLION, "tỷ": BILLION, "tỉ": BILLION}
)

# Syllables after which a scale word is the first half of another word: "5 triệu chứng" is five symptoms.
_NOT_A_SCALE_BEFORE: Mapping[Decimal, frozenset[str]] = MappingProxyType(
    {
        MILLION: frozenset({"chứng", "phú", "tập", "hồi"}),
        BILLION: frozenset({"lệ", "phú", "trọng", "suất"}),
    }
)


@dataclass(frozen=True, slots=True)
class Modifier:
    """What a word says of the number after it.

    ``precision`` is ABOVE, BELOW or ABOUT; ``inclusive`` tells that the bound itself is allowed ("ít nhất");
    ``near`` that the amount must also come close to the bound ("gần").
    """

    precision: Precision
    inclusive: bool = False
    near: bool = False


_ABOVE = Modifier(Precision.ABOVE)
_AT_LEAST = Modifier(Precision.ABOVE, inclusive=True)
_BELOW = Modifier(Precision.BELOW)
_NEAR = Modifier(Precision.BELOW, near=True)
_AT_MOST = Modifier(Precision.BELOW, inclusive=True)
_ABOUT = Modifier(Precision.ABOUT)

# Longer phrases are listed where their last word alone would say something else: "ít hơn" is not "hơn",
# "không dưới" is not "dưới", and "trên dưới" is neither of its halves.
_PHRASES: tuple[tuple[Modifier, tuple[str, ...]], ...] = (
    (_ABOVE, ("hơn", "trên", "vượt", "vượt quá", "nhiều hơn", "lớn hơn", "cao hơn")),
    (_AT_LEAST, ("ít nhất", "không dưới", "tối thiểu", "không ít hơn", "không nhỏ hơn", "không thấp hơn")),
    (_BELOW, ("dưới", "chưa đến", "chưa tới", "chưa đầy", "ít hơn", "nhỏ hơn", "thấp hơn")),
    (_NEAR, ("gần", "gần đến", "gần tới")),
    (_AT_MOST, ("không quá", "tối đa", "không hơn", "không trên", "không vượt", "không vượt quá")),
    (_AT_MOST, ("không nhiều hơn", "không lớn hơn", "không cao hơn")),
    (_ABOUT, ("khoảng", "chừng", "xấp xỉ", "ước", "ước tính", "độ", "trên dưới")),
)

MODIFIERS: Mapping[str, Modifier] = MappingProxyType(
    {phrase: modifier for modifier, phrases in _PHRASES for phrase in phrases}
)
SIGNS: Mapping[str, Modifier] = MappingProxyType(
    {">": _ABOVE, "≥": _AT_LEAST, "<": _BELOW, "≤": _AT_MOST, "~": _ABOUT, "≈": _ABOUT}
)
_LONGEST_PHRASE = max(len(phrase.split()) for phrase in MODIFIERS)

# "tốc độ 50" is a speed of 50 and "mức độ 3" a level, not "about".
_DEGREE_WORDS = frozenset({"tốc", "nhiệt", "mức", "cấp", "trình", "cường", "mật", "chế", "góc", "tiến"})
_NEGATIONS = frozenset({"không", "chưa", "chẳng", "chả"})

# The word written before a figure of each precision.
WRITTEN_MODIFIERS: Mapping[Precision, str] = MappingProxyType(
    {Precision.ABOVE: "trên", Precision.BELOW: "dưới", Precision.ABOUT: "khoảng"}
)


def fold(text: str) -> str:
    """Return ``text`` for comparing: composed (Unicode NFC), casefolded, each run of spaces one space.

    Composing first makes a decomposed "tỷ" equal to a composed one. No-break spaces are spaces here.
    """
    composed = unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).casefold())
    return " ".join(composed.split())


def scale_of(word: str, next_word: str) -> Decimal | None:
    """Return the factor of a scale word, given the word after it ("" for none); ``None`` for other words."""
    factor = SCALES.get(fold(word))
    if factor is None or fold(next_word) in _NOT_A_SCALE_BEFORE.get(factor, frozenset()):
        return None
    return factor


def modifier_before(text: str) -> tuple[Modifier | None, str]:
    """Return the modifier that ends ``text`` (the words before a number), and the words before it.

    The longest phrase wins. Several words of one kind ("ước tính khoảng") count as one. Raises
    ``ValueError`` for words that contradict each other ("khoảng hơn") or negate in an unlisted way.
    """
    modifier, words = _last_modifier(text.split())
    if modifier is None:
        return None, " ".join(words)
    while True:
        earlier, fewer = _last_modifier(words)
        if earlier is None:
            break
        if earlier.precision is not modifier.precision:
            raise ValueError("the words before the number contradict each other")
        words = fewer
    if words and fold(words[-1]) in _NEGATIONS:
        raise ValueError("the word before the number is negated")
    return modifier, " ".join(words)


def _last_modifier(words: list[str]) -> tuple[Modifier | None, list[str]]:
    """Return the modifier at the end of ``words`` and the words before it."""
    if words and words[-1][-1] in SIGNS:
        rest = words[-1][:-1]
        return SIGNS[words[-1][-1]], [*words[:-1], rest] if rest else words[:-1]
    for length in range(min(_LONGEST_PHRASE, len(words)), 0, -1):
        phrase = fold(" ".join(words[-length:]))
        # An opening bracket or quote may stand right before the first word.
        while phrase and not phrase[0].isalnum():
            phrase = phrase[1:]
        modifier = MODIFIERS.get(phrase)
        rest_words = words[:-length]
        if modifier is not None and not (
            phrase == "độ" and rest_words and fold(rest_words[-1]) in _DEGREE_WORDS
        ):
            return modifier, rest_words
    return None, words
