"""How the index spells Vietnamese: every word by its bare letters, then an end sign, then its marks.

"hiến" becomes ``hienǀcccsǁ``: letters, ``ǀ``, and for each mark the place of its letter ("c", the third) and
the mark ("c" circumflex, "s" acute). What is typed without diacritics is then the beginning of what is
indexed: ``hien`` finds words that begin so, ``hienǀ`` whole words however they are marked, and
``hienǀcccsǁ`` this spelling alone. ``search-query.js`` writes queries the same way and reads results back.
Why Pagefind's own folding was not enough: docs-dev/decisions/0017-search.md.
"""

from __future__ import annotations

import re
import unicodedata
from html import escape, unescape

END = "ǀ"
"""Ends the letters of a word. To Unicode it is a letter, so Pagefind keeps it, and it has no case to fold."""
CLOSE = "ǁ"
"""Ends the marks of a word."""
MARKS = {
    "\u0306": "b",  # breve
    "\u0302": "c",  # circumflex
    "\u031b": "h",  # horn
    "\u0300": "f",  # the tones, by the letters that type them
    "\u0301": "s",
    "\u0309": "r",
    "\u0303": "x",
    "\u0323": "j",
}
_STROKE = "d"
_MOST_LETTERS = 26
"""A place is one letter."""
_TOKEN = re.compile(r"<[^>]*>|&[#\w]+;|\d+(?:[.,]\d+)*|[^\W\d_]+")
_WORD = re.compile(r"[^\W\d_]+")
_REFERENCE = re.compile(r"&[#\w]+;")


def spell_word(word: str) -> str:
    """Return a composed (NFC) word in the index's spelling; words of other letters get only the end sign."""
    letters: list[str] = []
    marks: list[str] = []
    for place, character in enumerate(word[:_MOST_LETTERS]):
        if character in "đĐ":
            base, found = ("d" if character == "đ" else "D"), _STROKE
        else:
            base, *combining = list(unicodedata.normalize("NFD", character))
            if not base.isascii() or not all(mark in MARKS for mark in combining):
                return word + END
            found = "".join(MARKS[mark] for mark in combining)
        letters.append(base)
        marks += (chr(ord("a") + place) + mark for mark in found)
    rest = word[_MOST_LETTERS:]
    if not rest.isascii():
        return word + END
    return "".join(letters) + rest + END + ("".join(marks) + CLOSE if marks else "")


class Speller:
    """Spells the words of HTML, each distinct word only once."""

    def __init__(self) -> None:
        self._known: dict[str, str] = {}

    def spell(self, html: str) -> str:
        """Return ``html`` with the words and numbers of its text as the index spells them."""
        return _TOKEN.sub(self._spell_token, _compose(html))

    def _spell_token(self, match: re.Match[str]) -> str:
        token = match[0]
        if token[0] in "<&":
            return token
        if token not in self._known:
            self._known[token] = token + END if token[0].isdecimal() else spell_word(token)
        return self._known[token]


def list_words(html: str) -> list[str]:
    """Return the words in the text of ``html`` as they are written, without numbers."""
    return [token for token in _TOKEN.findall(_compose(html)) if _WORD.fullmatch(token)]


def _compose(html: str) -> str:
    """Return ``html`` composed (NFC), letters as letters and not as references, without the two signs."""
    text = unicodedata.normalize("NFC", html).replace(END, "|").replace(CLOSE, "‖")
    return _REFERENCE.sub(lambda match: escape(unescape(match[0])), text) if "&" in text else text
