"""Number words: spelling variants, whole words, longest phrase first."""

import unicodedata

import pytest

from minhbach.numbers.quantity import Precision
from minhbach.numbers.words import MODIFIERS, SCALES, fold, modifier_before, scale_of

ABOVE, BELOW, ABOUT = Precision.ABOVE, Precision.BELOW, Precision.ABOUT


@pytest.mark.parametrize("word", [*SCALES, *MODIFIERS])
def test_words_are_stored_folded(word: str) -> None:
    assert fold(word) == word


@pytest.mark.parametrize("word", [*SCALES, *MODIFIERS])
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_case_and_composition_do_not_matter(word: str, form: str) -> None:
    variant = unicodedata.normalize(form, word.upper())
    assert fold(variant) == word
    if word in SCALES:
        assert scale_of(variant, "") == SCALES[word]
    else:
        assert modifier_before(variant) == (MODIFIERS[word], "")


def test_spelling_variants_are_one_scale() -> None:
    assert scale_of("tỷ", "") == scale_of("tỉ", "") == 10**9
    assert scale_of("nghìn", "") == scale_of("ngàn", "") == 10**3


@pytest.mark.parametrize(("word", "following"), [("tỷ", "phú"), ("tỷ", "lệ"), ("triệu", "chứng"), ("tá", "")])
def test_half_of_another_word_is_no_scale(word: str, following: str) -> None:
    assert scale_of(word, following) is None


@pytest.mark.parametrize(
    ("text", "precision", "inclusive", "near", "before"),
    [
        ("hơn", ABOVE, False, False, ""),
        ("trên", ABOVE, False, False, ""),
        ("Vượt", ABOVE, False, False, ""),
        ("ít nhất", ABOVE, True, False, ""),
        ("tối\u00a0thiểu ", ABOVE, True, False, ""),
        ("đã giúp không dưới", ABOVE, True, False, "đã giúp"),
        ("gần", BELOW, False, True, ""),
        ("dưới", BELOW, False, False, ""),
        ("chưa đến", BELOW, False, False, ""),
        ("chưa tới", BELOW, False, False, ""),
        ("không quá", BELOW, True, False, ""),
        ("tối đa", BELOW, True, False, ""),
        ("ít hơn", BELOW, False, False, ""),
        ("không hơn", BELOW, True, False, ""),
        ("khoảng", ABOUT, False, False, ""),
        ("(khoảng", ABOUT, False, False, ""),
        ("chừng", ABOUT, False, False, ""),
        ("xấp xỉ", ABOUT, False, False, ""),
        ("ước", ABOUT, False, False, ""),
        ("độ", ABOUT, False, False, ""),
        ("trên dưới", ABOUT, False, False, ""),
        ("kinh phí ước tính khoảng", ABOUT, False, False, "kinh phí"),
        ("số dư >", ABOVE, False, False, "số dư"),
        ("≤", BELOW, True, False, ""),
        ("~", ABOUT, False, False, ""),
    ],
)
def test_the_longest_closing_phrase_is_the_modifier(
    text: str, precision: Precision, inclusive: bool, near: bool, before: str
) -> None:
    modifier, rest = modifier_before(text)
    assert modifier is not None
    assert (modifier.precision, modifier.inclusive, modifier.near) == (precision, inclusive, near)
    assert rest == before


@pytest.mark.parametrize(
    "text", ["", "bước", "trên tổng số", "hơn nữa là", "khoảng:", "tốc độ", "mức độ", "!", "( ("]
)
def test_other_words_are_no_modifier(text: str) -> None:
    assert modifier_before(text) == (None, text)


@pytest.mark.parametrize("text", ["khoảng hơn", "hơn khoảng", "gần hơn", "không khoảng", "chưa gần"])
def test_contradictory_words_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match="word"):
        modifier_before(text)
