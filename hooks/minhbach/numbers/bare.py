"""Read a number that stands alone in a cell or after a key: "3.858", "12.500", "1,5".

Vietnamese writes "3.858" for three thousand eight hundred and fifty-eight, data formats for a little less
than four. What is counted decides: blood units and đồng come whole, so it can only be the first; kilograms
may be either, so the writer is asked.
"""

from __future__ import annotations

import re
from decimal import Decimal

from minhbach.numbers.words import fold

LONGEST_NUMBER = 40

_GROUPS = re.compile(
    r"[1-9][0-9]{0,2}(?:([.,\u0020\u00a0\u202f])[0-9]{3})(?:\1[0-9]{3})*(?:([.,])([0-9]{1,6}))?"
)
_DECIMALS = re.compile(r"([0-9]{1,18})(?:[.,]([0-9]{1,6}))?")
_ONE_GROUP = re.compile(r"([1-9][0-9]{0,2})[.,]([0-9]{3})")
_NOT_A_DIGIT = re.compile(r"[^0-9]")
_MOST_DECIMALS_OF_WHOLE_THINGS = 2

# Measures are a closed list, the names of things that are counted an open one. What begins with a measure
# ("tấn gạo", "mét vuông", "triệu đồng") is measured; "thùng 20 lít" is counted in boxes.
MEASURES = frozenset(
    (
        # weight
        *("kg", "kilogam", "kilôgam", "ki-lô-gam", "ký", "kí", "cân", "lạng", "g", "gr", "gam", "gram", "mg"),
        *("yến", "tạ", "tấn", "tan"),
        # volume
        *("lít", "lit", "l", "ml", "cc", "dl", "hl"),
        # length and area
        *("m", "mét", "met", "m2", "m²", "m3", "m³", "km", "km2", "km²", "cm", "dm", "mm", "ha", "hecta"),
        *("héc-ta", "sào", "ki-lô-mét", "cây"),
        # time
        *("giây", "phút", "giờ", "tiếng", "ngày", "tuần", "tháng", "năm"),
        # energy, heat, marks
        *("kw", "kwh", "kva", "wh", "độ", "điểm"),
        # multiples of a thing, and money in them
        *("chục", "tá", "trăm", "nghìn", "ngàn", "vạn", "triệu", "tỷ", "tỉ", "lần", "phần"),
        # money that has cents
        *("usd", "eur", "euro", "chf", "đô", "đôla", "gbp", "aud"),
    )
)
MEASURED_SIGNS = ("%", "‰", "°", "/", "$", "€")
# "phần quà" is a packet, "phần trăm" a rate; "cây số" a length, "cây giống" a plant.
BY_SECOND_WORD = {"phần": frozenset({"trăm", "nghìn", "ngàn", "triệu"}), "cây": frozenset({"số"})}


class AmbiguousNumber(ValueError):  # noqa: N818 - named for what went wrong
    """A number that may be meant in two ways; ``readings`` holds the Vietnamese one first."""

    def __init__(self, readings: tuple[Decimal, Decimal]) -> None:
        """Keep ``readings``."""
        super().__init__(f"may be {readings[0]} or {readings[1]}")
        self.readings = readings


def counts_whole_things(unit: str) -> bool:
    """Return whether ``unit`` counts things that come whole ("suất", "hộ", "đồng"); kilograms do not.

    A unit that is not known counts whole things: measures are few and listed. An empty one says nothing of
    what is counted, and a rate ("đơn vị máu/1.000 dân") is measured.
    """
    folded = fold(unit)
    words = folded.split()
    if not words or any(sign in folded for sign in MEASURED_SIGNS):
        return False
    first = words[0].rstrip(".")
    if first in BY_SECOND_WORD:
        return len(words) < 2 or words[1] not in BY_SECOND_WORD[first]  # noqa: PLR2004 - first and second
    return first not in MEASURES


def read_bare(text: str, *, whole: bool) -> Decimal:
    """Return the number that ``text`` is, from 0 up; ``whole``: whether it counts whole things.

    Groups of three digits are parted by ".", "," or a space, decimals by "," or ".". "1.500" is 1500 where
    whole things are counted. Raises ``AmbiguousNumber`` where two readings are left ("1.500" of what is
    measured; "1,500" of anything), ``ValueError`` for what is no such number.
    """
    written = text.strip()
    if len(written) > LONGEST_NUMBER:
        raise ValueError("longer than any number")
    if match := _ONE_GROUP.fullmatch(written):
        grouped = Decimal(match[1] + match[2])
        if whole and "." in written:
            return grouped
        raise AmbiguousNumber((grouped, _plain(Decimal(f"{match[1]}.{match[2]}"))))
    if match := _DECIMALS.fullmatch(written):
        decimals = match[2] or ""
        # "3.8581 suất" is a slip in "3.858", not a count to four decimals.
        if whole and len(decimals) > _MOST_DECIMALS_OF_WHOLE_THINGS:
            raise ValueError("more decimals than a count has")
        return _plain(Decimal(f"{match[1]}.{decimals or '0'}"))
    if (match := _GROUPS.fullmatch(written)) and match[1] != match[2]:
        decimals = match[3] or ""
        groups = written[: len(written) - len(decimals) - 1] if match[2] else written
        return _plain(Decimal(f"{_NOT_A_DIGIT.sub('', groups)}.{decimals or '0'}"))
    raise ValueError("not a number")


def write_bare(value: Decimal) -> str:
    """Return ``value`` as it can be read in one way only: "1500", "1,5"; three decimals as "3,8580"."""
    written = f"{_plain(value):f}".replace(".", ",")
    # Three digits behind a comma could be a group; a fourth cannot.
    return f"{written}0" if _ONE_GROUP.fullmatch(written) else written


def write_for_file(value: Decimal, sign: str = "") -> str:
    """Return ``value`` as it is typed into a file, where a bare comma would end a cell or a key."""
    written = sign + write_bare(value)
    return f'"{written}"' if "," in written else written


def _plain(value: Decimal) -> Decimal:
    """Return ``value`` without zeros behind its decimals, and without an exponent."""
    if value == value.to_integral_value():
        return value.quantize(Decimal(1))
    return value.normalize()
