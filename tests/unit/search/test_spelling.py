"""The index's spelling: what is typed without diacritics begins what is indexed, and nothing is lost."""

import re
import unicodedata
from html import unescape

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from minhbach.search.spelling import CLOSE, END, MARKS, Speller, list_words, spell_word
from minhbach.words import fold

SIGNS = {sign: mark for mark, sign in MARKS.items()}
SPELLED = re.compile(rf"([^\W\d_{END}{CLOSE}]+){END}(?:([a-z]+){CLOSE})?|(\d+(?:[.,]\d+)*){END}")
VIETNAMESE = "aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạấầẩẫậắằẳẵặéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ"
words = st.text(VIETNAMESE + VIETNAMESE.upper(), min_size=1, max_size=30)


def unspell(text: str) -> str:
    """Read the index's spelling as its description says, letter by letter."""

    def write(match: re.Match[str]) -> str:
        letters, marks, number = match.groups()
        if number:
            return number
        written = list(letters)
        for place, sign in zip((marks or "")[::2], (marks or "")[1::2], strict=True):
            at = ord(place) - ord("a")
            written[at] = {"d": "đ", "D": "Đ"}[letters[at]] if sign == "d" else written[at] + SIGNS[sign]
        return unicodedata.normalize("NFC", "".join(written))

    return SPELLED.sub(write, text)


@pytest.mark.parametrize(
    ("word", "spelled"),
    [
        ("hiến", "hienǀcccsǁ"),
        ("nam", "namǀ"),
        ("đường", "duongǀadbhchcfǁ"),
        ("Đỗ", "Doǀadbcbxǁ"),
        ("München", "Münchenǀ"),
    ],
)
def test_word_is_spelled_by_letters_then_marks(word, spelled) -> None:
    assert spell_word(word) == spelled


@given(words)
@example("đ")
@example("ắ" * 26)
def test_spelling_begins_with_what_is_typed_without_diacritics(word) -> None:
    spelled = spell_word(word)
    if len(word) <= 26:
        assert spelled.lower().startswith(fold(word) + END)
        assert unspell(spelled) == word
    else:
        assert spelled.startswith(word) or unspell(spelled) == word


@given(words, words)
def test_two_spellings_are_never_one_and_none_begins_the_other(one, other) -> None:
    if one.lower() != other.lower() and len(one) <= 26 and len(other) <= 26:
        first, second = spell_word(one.lower()), spell_word(other.lower())
        assert first != second
        if CLOSE in first:
            assert not second.startswith(first)


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="<&" + END + CLOSE)))
def test_text_is_read_back_as_it_was_written(text) -> None:
    composed = unicodedata.normalize("NFC", text)
    assert unspell(Speller().spell(composed)) == composed


def test_tags_and_references_stay() -> None:
    html = '<p title="Đỗ &quot;x&quot;">A&amp;B &lt;b&gt; 3.858&nbsp;đơn vị</p>'
    spelled = Speller().spell(html)
    assert spelled.startswith('<p title="Đỗ &quot;x&quot;">Aǀ&amp;Bǀ &lt;bǀ&gt; 3.858ǀ')
    assert unspell(unescape(spelled)).endswith("3.858\u00a0đơn vị</p>")


@pytest.mark.parametrize("written", ["&#273;&#7895;", "&#x111;ỗ", "đô\u0303", "&dstrok;ỗ"])
def test_letters_are_spelled_however_they_are_written(written) -> None:
    assert Speller().spell(written) == spell_word("đỗ")


@pytest.mark.parametrize("reference", ["&#60;script&#62;", "&#x3c;b&#x3E;", "&lt;", "&amp;lt;"])
def test_reference_never_becomes_a_tag(reference) -> None:
    assert "<" not in Speller().spell(reference)


def test_signs_of_the_spelling_in_a_text_do_no_harm() -> None:
    assert unspell(Speller().spell(f"a{END}b c{CLOSE}")) == "a|b c‖"


def test_words_of_a_text_are_without_numbers_and_tags() -> None:
    assert list_words('<a href="tin-tuc">Hiến máu</a> 2024 &amp; <b>Tết</b>') == ["Hiến", "máu", "Tết"]
