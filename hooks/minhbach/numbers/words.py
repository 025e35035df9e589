"""Vietnamese scales (nghìn, triệu, tỷ) and how words are compared. Words of degree are in ``degree``."""

import unicodedata
from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType

TEN = Decimal(10)
HUNDRED = Decimal(10) ** 2
THOUSAND = Decimal(10) ** 3
TEN_THOUSAND = Decimal(10) ** 4
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
# The small ones are spoken more than written: "gần 3 chục căn nhà", "hơn 1 vạn người".
SCALES: Mapping[str, Decimal] = MappingProxyType(
    {
        "chục": TEN,
        "trăm": HUNDRED,
        "nghìn": THOUSAND,
        "ngàn": THOUSAND,
        "vạn": TEN_THOUSAND,
        "triệu": MILLION,
        "tỷ": BILLION,
        "tỉ": BILLION,
    }
)

CURRENCIES = (
    *("usd", "đô la", "đô-la", "đôla", "đô", "eur", "euro", "chf", "franc", "gbp", "bảng anh", "jpy", "yên"),
    *("cny", "nhân dân tệ", "krw", "won", "aud", "cad", "sgd", "thb", "baht", "lak", "kíp", "khr", "riel"),
    *("vnd", "vnđ", "đồng", "đ", "$", "€", "£", "¥", "₩"),
)
"""Words and signs of money. A sum in one is never a sum in another."""

# Syllables after which a scale word is the first half of another word: "5 triệu chứng" is five symptoms.
_NOT_A_SCALE_BEFORE: Mapping[Decimal, frozenset[str]] = MappingProxyType(
    {
        MILLION: frozenset({"chứng", "phú", "tập", "hồi"}),
        BILLION: frozenset({"lệ", "phú", "trọng", "suất"}),
    }
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
