"""Text before it is broken into lines: cleaned, and what must stay on one line held together."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from minhbach.numbers.words import fold, scale_of

NO_BREAK_SPACE: Final = "\u00a0"
PAUSES: Final = (",", ";", ":", ".", "!", "?", "–")
OPENING: Final = ("“", "(", '"')
CLOSING: Final = ("”", ")", '"')
_DASHES: Final = ("–", "-")
_ENDING: Final = (*PAUSES, *CLOSING)
_ENDING_CHARACTERS: Final = "".join(_ENDING)
_SPACES = re.compile(r"[^\S\u00a0\u2007\u202f]+")
_FIXED_SPACES = re.compile(r"[\u2007\u202f]")
_AMOUNT = re.compile(r"[(“\"]?[<>≤≥~≈+−-]?\d(?:[\d.,/–-]*\d)?")
_YEAR = re.compile(r"[(“\"]?(?:19|20)\d\d")
_LAST_OF_PLANE: Final = "\uffff"
# What a number after it numbers, rather than counts: "năm 2024", "lần thứ 3", "phường 12".
_NUMBERED = frozenset(
    ("năm", "tháng", "ngày", "quý", "tuần", "kỳ", "đoạn", "khoá", "khóa", "lần", "thứ", "đợt")
)
_NUMBERED |= {"số", "quận", "phường", "xã", "tổ", "khu", "hạng", "cấp"}


def clean(text: str) -> str:
    """Return ``text`` composed (NFC) and on one line, its breaking spaces single.

    Characters that cannot be drawn or that re-order what is read are dropped, and those beyond the Basic
    Multilingual Plane (emoji), which the font lacks. No-break spaces stay.
    """
    flat = _SPACES.sub(" ", _FIXED_SPACES.sub(NO_BREAK_SPACE, unicodedata.normalize("NFC", text)))
    if not flat.isprintable() or max(flat, default="") > _LAST_OF_PLANE:
        kept = (char for char in flat if unicodedata.category(char)[0] != "C" and char <= _LAST_OF_PLANE)
        flat = _SPACES.sub(" ", "".join(kept))
    return flat.strip(" " + NO_BREAK_SPACE)


def group_words(text: str) -> list[str]:
    """Return clean ``text`` as groups that stay on one line, the words in a group joined by no-break spaces.

    A number stays with what it counts ("3.858 đơn", "24,6 tỷ đồng"), or where it numbers something or ends
    the phrase, with the word before it ("năm 2024", "Ất Tỵ 2025"); a lone dash with the word before it.
    """
    words = text.split(" ") if text else []
    glued = set[int]()
    """Which words stay with the one before them."""
    for index, word in enumerate(words):
        if word.isalpha():
            continue
        before = words[index - 1] if index else ""
        if index and not any(char.isalnum() for char in word):
            glued.add(index)
        elif _AMOUNT.fullmatch(word.rstrip(_ENDING_CHARACTERS)):
            follows = _count_followers(words, index, before)
            glued.update(range(index + 1, index + 1 + follows))
            ends_range = before in _DASHES and words[index - 2][-1:].isdigit()  # "2021 – 2025"
            stands_alone = not follows or _YEAR.fullmatch(word) is not None
            if ends_range or (before and not before.endswith(_ENDING) and stands_alone):
                glued.add(index)
    groups: list[str] = []
    for index, word in enumerate(words):
        if index in glued:
            groups[-1] += NO_BREAK_SPACE + word
        else:
            groups.append(word)
    return groups


def _count_followers(words: Sequence[str], index: int, before: str) -> int:
    """Return how many words after the number at ``index`` are its own: its scale, its unit's first word."""
    if words[index].endswith(_ENDING) or "/" in words[index] or fold(before) in _NUMBERED:
        return 0
    after = [*words[index + 1 : index + 4], "", "", ""]
    count = 0
    for word, following in pairwise(after[:3]):  # "nghìn tỷ" is two
        if scale_of(word.rstrip(_ENDING_CHARACTERS), following) is None:
            break
        count += 1
        if word.endswith(_ENDING):
            return count
    return count + after[count][:1].islower()


def split_words(text: str) -> list[str]:
    """Return the words of clean ``text``, whatever spaces part them."""
    return text.replace(NO_BREAK_SPACE, " ").split(" ")
