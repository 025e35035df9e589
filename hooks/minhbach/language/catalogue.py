"""Message catalogues: English keys in the code; the words people see in ``locale/<language>/LC_MESSAGES``.

English needs no catalogue, because the keys are its words: it is complete by construction.

``pages.po`` holds what readers see, ``problems.po`` what the check tells staff.

Catalogues are read from their ``.po`` source at run time, so that no compiled file has to be kept in step.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from babel.messages.catalog import Catalog as Po
from babel.messages.pofile import read_po

SOURCE_LANGUAGE = "en"
LOCALE_DIR = Path(__file__).parent / "locale"


def mark(message: str) -> str:
    """Mark ``message`` for the catalogue where it is defined, and return it unchanged.

    The translation happens later, where the language is known (``Catalogue.gettext``).
    """
    return message


@dataclass(frozen=True)
class Catalogue:
    """The words of one language. A key that the catalogue lacks is returned as it is."""

    language: str
    messages: Mapping[str, str]

    def gettext(self, message: str) -> str:
        """Return the words for ``message`` in this language."""
        return self.messages.get(message) or message

    def ngettext(self, singular: str, plural: str, number: int) -> str:
        """Return the words for ``number`` things; Vietnamese does not distinguish, English does."""
        if self.language == SOURCE_LANGUAGE:
            return singular if number == 1 else plural
        return self.messages.get(singular) or plural


@lru_cache(maxsize=8)
def read_catalogue(language: str) -> Catalogue:
    """Read the catalogue of ``language`` ("vi", "en").

    Raises FileNotFoundError for a language without a catalogue. Cached: a catalogue belongs to the program,
    not to a build, and never changes while it runs.
    """
    if language == SOURCE_LANGUAGE:
        return Catalogue(language, {})
    folder = LOCALE_DIR / language / "LC_MESSAGES"
    messages: dict[str, str] = {}
    if not folder.is_dir():
        raise FileNotFoundError(folder)
    for path in sorted(folder.glob("*.po")):
        with path.open("rb") as file:
            messages |= _read_messages(read_po(file, locale=language))
    return Catalogue(language, messages)


def _read_messages(po: Po) -> dict[str, str]:
    messages: dict[str, str] = {}
    for message in po:
        if not message.id or message.fuzzy:
            continue
        key = message.id if isinstance(message.id, str) else message.id[0]
        words = message.string if isinstance(message.string, str) else (message.string or [""])[0]
        if words:
            messages[key] = words
    return messages
