"""Words as ASCII: identifiers and addresses from Vietnamese text."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_SEPARATORS = re.compile(r"[^a-z0-9]+")


def fold(text: str) -> str:
    """Return ``text`` in small letters without diacritics, ``đ`` as ``d``: "Đỗ Thị Hà" → "do thi ha"."""
    decomposed = unicodedata.normalize("NFD", text.casefold().replace("đ", "d"))
    return "".join(character for character in decomposed if not unicodedata.combining(character))


@lru_cache(maxsize=50_000)
def slugify(text: str) -> str:
    """Return ``text`` as a part of an address: "Tổng kết 2024" → "tong-ket-2024"; "" if nothing is left."""
    return _SEPARATORS.sub("-", fold(text)).strip("-")
