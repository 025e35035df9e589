"""Names in the order of the Vietnamese alphabet, and folded for search; as SQL, for hundreds of thousands.

The order is that of Vietnamese dictionaries: letters first (a ă â b c d đ e ê …), then tones (level, grave,
hook, tilde, acute, dot). People are ordered by their given name, which is the last word, as Vietnamese lists
of people are; organisations by their first word.
"""

from __future__ import annotations

import re
import unicodedata

ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
TONES = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")
"""Level, huyền, hỏi, ngã, sắc, nặng, as combining marks in their order."""
_ADDITION = re.compile(r"(?: *\([^()]*\))+ *$")
"""What stands in brackets at the end of a name."""
_VOWELS = "aăâeêioôơuưy"


def _letters() -> dict[str, tuple[str, str]]:
    """By letter with its tone: a character that stands for the letter in the order, and one for the tone."""
    letters = {letter: (chr(65 + index), "0") for index, letter in enumerate(ALPHABET)}
    for vowel in _VOWELS:
        for index, tone in enumerate(TONES):
            letters[unicodedata.normalize("NFC", vowel + tone)] = (letters[vowel][0], str(index))
    return letters


_LETTERS = _letters()
_FROM = "".join(_LETTERS)
_TO_LETTER = "".join(letter for letter, _tone in _LETTERS.values())
_TO_TONE = "".join(tone for _letter, tone in _LETTERS.values())


def sort_key(name: str) -> str:
    """Return a text by whose code points ``name`` (NFC) takes its place in Vietnamese order."""
    small = name.lower()
    letters = "".join(_LETTERS.get(character, (character, ""))[0] for character in small)
    tones = "".join(
        _LETTERS[character][1] if character in _LETTERS else character if character in "012345" else "0"
        for character in small
    )
    return f"{letters}\x01{tones}"


def person_sort_key(name: str) -> str:
    """Return the same for a person: the given name first, then the whole.

    Lists add to names whom someone belongs to, "Nguyễn Văn An (tổ 5)": that is no part of the name.
    """
    bare = _ADDITION.sub("", name) or name
    return f"{sort_key(bare.rpartition(' ')[2])}\x01{sort_key(name)}"


def sort_key_sql(name: str) -> str:
    """Return SQL for ``sort_key`` of the expression ``name``."""
    small = f"lower({name})"
    letters = f"translate({small}, '{_FROM}', '{_TO_LETTER}')"
    tones = f"regexp_replace(translate({small}, '{_FROM}', '{_TO_TONE}'), '[^0-5]', '0', 'g')"
    return f"{letters} || chr(1) || {tones}"


def person_sort_key_sql(name: str) -> str:
    """Return SQL for ``person_sort_key`` of the expression ``name``."""
    bare = f"regexp_replace({name}, '{_ADDITION.pattern}', '')"
    given = f"list_last(string_split(CASE WHEN {bare} = '' THEN {name} ELSE {bare} END, ' '))"
    return f"{sort_key_sql(given)} || chr(1) || {sort_key_sql(name)}"


def folded_sql(name: str) -> str:
    """Return SQL for ``words.fold`` of the expression ``name``: small letters, no diacritics, đ as d."""
    return f"replace(lower(strip_accents({name})), 'đ', 'd')"
