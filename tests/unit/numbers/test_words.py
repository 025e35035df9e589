"""Scales: spelling variants, whole words."""

import unicodedata

import pytest

from minhbach.numbers.words import SCALES, fold, scale_of


@pytest.mark.parametrize("word", SCALES)
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_case_and_composition_do_not_matter(word: str, form: str) -> None:
    variant = unicodedata.normalize(form, word.upper())
    assert fold(word) == word
    assert fold(variant) == word
    assert scale_of(variant, "") == SCALES[word]


def test_spelling_variants_are_one_scale() -> None:
    assert scale_of("tỷ", "") == scale_of("tỉ", "") == 10**9
    assert scale_of("nghìn", "") == scale_of("ngàn", "") == 10**3


@pytest.mark.parametrize(("word", "following"), [("tỷ", "phú"), ("tỷ", "lệ"), ("triệu", "chứng"), ("tá", "")])
def test_half_of_another_word_is_no_scale(word: str, following: str) -> None:
    assert scale_of(word, following) is None
