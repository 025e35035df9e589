"""Every word that people see has a Vietnamese translation, with the same fields, and none is left over."""

import re
import string
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.pofile import read_po
from jinja2.ext import babel_extract

PACKAGE = Path(__file__).resolve().parents[2] / "hooks" / "minhbach"
LOCALE = PACKAGE / "language/locale/vi/LC_MESSAGES"
KEYWORDS = {"mark": None, "_": None, "gettext": None, "ngettext": (1, 2)}
PERCENT_FIELD = re.compile(r"%\((\w+)\)s")
SAME_IN_VIETNAMESE = frozenset({"SVG", "PNG", "CSV"})


def code_keys() -> Iterator[tuple[str, str]]:
    """Yield every key in Python code with the file that uses it."""
    for path in sorted(PACKAGE.rglob("*.py")):
        with path.open("rb") as file:
            for _line, message, _comments, _context in extract("python", file, keywords=KEYWORDS):
                yield from keys_of(message, path)


def template_keys() -> Iterator[tuple[str, str]]:
    """Yield every key in a template with the template."""
    for folder in ("pages/templates", "theme"):
        for path in sorted((PACKAGE / folder).rglob("*.html")):
            with path.open("rb") as file:
                for _line, _function, message, _comments in babel_extract(
                    file, ("_", "gettext", "ngettext"), [], {"trim_blocks": "true"}
                ):
                    yield from keys_of(message, path)


def data_keys() -> Iterator[tuple[str, str]]:
    """Yield every key in data files of the program: the texts of the rules on disclosure."""
    path = PACKAGE / "disclosure/profiles.yml"
    for profile in yaml.safe_load(path.read_text(encoding="utf-8")).values():
        for place in (profile, *profile["duties"].values()):
            for name in ("name", "citation", "where", "note", "costs", "what", "standing"):
                if name in place:
                    yield place[name], path.relative_to(PACKAGE).as_posix()


def keys_of(message: object, path: Path) -> Iterator[tuple[str, str]]:
    """Yield the key that a call names; for a plural its first form, under which catalogues keep it."""
    first = message[0] if isinstance(message, tuple) else message
    if isinstance(first, str) and first:
        yield first, path.relative_to(PACKAGE).as_posix()


def catalogues() -> dict[str, Catalog]:
    found = {}
    for path in sorted(LOCALE.glob("*.po")):
        with path.open("rb") as file:
            found[path.name] = read_po(file, locale="vi", abort_invalid=True)
    return found


def translations() -> dict[str, str]:
    """Return the translation of every key; of a plural, which Vietnamese does not have, its one form."""
    return {
        key_of(message): message.string if isinstance(message.string, str) else message.string[0]
        for po in catalogues().values()
        for message in po
        if message.id
    }


def key_of(message: Message) -> str:
    return message.id if isinstance(message.id, str) else message.id[0]


def fields(text: str) -> Counter[str]:
    """Count the fields to be filled in, as ``{name}`` or ``%(name)s``."""
    braces = [
        name for _text, name, _format, _conversion in string.Formatter().parse(text) if name is not None
    ]
    return Counter(braces + PERCENT_FIELD.findall(text))


@pytest.fixture(scope="module")
def used() -> dict[str, str]:
    """Every key that code or a template uses, with a place."""
    keys = dict([*code_keys(), *template_keys(), *data_keys()])
    assert len(keys) > 150
    return keys


def test_every_message_has_a_translation(used) -> None:
    words = translations()
    missing = {key: place for key, place in used.items() if not words.get(key)}
    assert missing == {}


def test_no_translation_is_left_over(used) -> None:
    assert [key for key in translations() if key not in used] == []


def test_translations_have_the_fields_of_their_messages() -> None:
    for key, words in translations().items():
        assert isinstance(words, str), key
        # A field may be said twice or fall away only where the message does the same.
        assert fields(words) == fields(key), key


def test_no_translation_is_doubtful_or_obsolete() -> None:
    for name, po in catalogues().items():
        assert [message.id for message in po if message.fuzzy and message.id] == [], name
        assert not po.obsolete, name


def test_no_message_stands_in_two_catalogues() -> None:
    counts = Counter(key_of(message) for po in catalogues().values() for message in po if message.id)
    assert [key for key, count in counts.items() if count > 1] == []


def test_translations_are_not_the_english_words() -> None:
    untranslated = [
        key for key, words in translations().items() if key == words and key not in SAME_IN_VIETNAMESE
    ]
    assert untranslated == []


def test_translations_are_composed_and_have_plain_spaces_only_where_meant() -> None:
    import unicodedata

    for key, words in translations().items():
        assert unicodedata.is_normalized("NFC", words), key
        assert "  " not in words, key
        assert words.startswith(" ") == key.startswith(" "), key


def test_no_vietnamese_stands_in_a_template() -> None:
    vietnamese = re.compile(
        r"[àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ]", re.IGNORECASE
    )
    for path in sorted((PACKAGE / "pages/templates").rglob("*.html")):
        assert not vietnamese.search(path.read_text(encoding="utf-8")), path.name
