"""Numbers in a name or a note by which a person could be reached, identified or robbed."""

from __future__ import annotations

import re
import unicodedata

from minhbach.language import mark as _
from minhbach.words import fold

PHONE = _("it holds a phone number. Delete it: the column is published.")
IDENTITY = _("it holds a number such as of an identity card or a bank account. Delete it: it is published.")
EMAIL = _("it holds an e-mail address. Delete it: the column is published.")
NAME_IN_NOTE = _("it names somebody who has not agreed to be named. Delete the name from it.")

LEAST_DIGITS = 9
"""An old identity card has 9 digits, a phone number 10, a new card 12; accounts mostly as many."""
_PHONE_DIGITS = (10, 11)

_RUN = re.compile(r"(?<![0-9])[+(]?[0-9](?:[ .()\-\u2010-\u2013]{0,2}[0-9])+")
_AMOUNT = re.compile(r"[1-9][0-9]{0,2}(?:\.[0-9]{3})+")
_DAY = re.compile(r"(?<![0-9])[0-9]{1,2}[/.-][0-9]{1,2}[/.-](?:[0-9]{4}|[0-9]{2})(?![0-9])")
_WORDED = re.compile(
    r"\b(?:stk|so tk|tk|tai khoan|cmnd|cccd|cmt|sdt|so dt|dt|dien thoai|hotline)\b"
    r"[^0-9]{0,12}[0-9][0-9 .-]{4,}[0-9]"
)
_EMAIL = re.compile(r"[^\s@]+@[^\s@]+\.[a-z]{2,}")
_HONORIFICS = ("ong", "ba", "anh", "chi", "em", "co", "chu", "bac", "chau", "be")
_ADDRESSED = re.compile(r"\b(?:ông|bà|anh|chị|em|cô|chú|bác|cháu|bé)\s+(\w+)", re.IGNORECASE)


def find_private(text: str) -> str | None:
    """Return the reason (a catalogue key) why ``text`` may not be published; None for a harmless one.

    Amounts in groups of three (1.500.000.000) and dates are no such numbers.
    """
    if not any(character.isdigit() for character in text):
        return EMAIL if "@" in text and _EMAIL.search(text.casefold()) else None
    plain = unicodedata.normalize("NFKC", text)
    if _EMAIL.search(plain.casefold()):
        return EMAIL
    if _WORDED.search(fold(plain)):
        return IDENTITY
    for match in _RUN.finditer(_DAY.sub(" ", plain)):
        digits = "".join(character for character in match[0] if character.isdigit())
        if len(digits) < LEAST_DIGITS or _AMOUNT.fullmatch(match[0]):
            continue
        is_phone = (digits[0] == "0" and len(digits) in _PHONE_DIGITS) or digits[:2] == "84"
        return PHONE if is_phone else IDENTITY
    return None


def names_somebody(note: str, name: str) -> bool:
    """Whether a note gives away who somebody is.

    That is the donor's whole ``name``, a form of address with its last word, or a form of address with any
    name: a word with a capital ("ủng hộ bà con" names nobody).
    """
    if any(word[0].isupper() for word in _ADDRESSED.findall(note)):
        return True
    said, wanted = f" {_words(note)} ", _words(name)
    if not note or not wanted:
        return False
    given = wanted.rpartition(" ")[2]
    return f" {wanted} " in said or any(f" {form} {given} " in said for form in _HONORIFICS)


def _words(text: str) -> str:
    return " ".join(re.findall(r"[a-z0-9]+", fold(text)))
