"""What a social card says. All of it is words that are ready to be shown."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, fields
from typing import Final

DESIGN: Final = 1
"""Raise it with every change of the drawing, so that cards get new addresses and no old copy is shown."""
_KEY_LENGTH: Final = 16


@dataclass(frozen=True, slots=True)
class Card:
    """The words of one card; the empty ones are left out of the drawing."""

    title: str
    kicker: str
    """The section of an article, or what kind of page it is."""
    organisation: str
    number: str = ""
    """The headline figure as prose writes it: "3.858", "24,6 tỷ"."""
    unit: str = ""
    """"đơn vị máu"."""
    note: str = ""
    """What puts the number in place: "đạt 227% chỉ tiêu giao", or its source."""
    day: str = ""
    """"16/01/2025"."""
    sample: str = ""
    """What marks made-up data ("DỮ LIỆU MẪU"); empty where the data are real."""


_WORDS: Final = tuple(field.name for field in fields(Card))


def card_key(card: Card) -> str:
    """Return a short name for the file of ``card``: the same words in the same design, the same name."""
    words = "\0".join((str(DESIGN), *(getattr(card, name) for name in _WORDS)))
    return hashlib.sha256(words.encode()).hexdigest()[:_KEY_LENGTH]
