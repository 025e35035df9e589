"""Words of degree: one table, whole words, longest phrase first; nothing dropped, nothing invented."""

import unicodedata

import pytest

from minhbach.numbers.degree import (
    DEGREES,
    ENDINGS,
    NEUTRAL,
    Degree,
    is_neutral,
    looks_like_degree,
    read_ending,
    read_following,
    read_lead,
    says_so_far,
)
from minhbach.numbers.quantity import Precision
from minhbach.numbers.words import fold

MORE, LEAST = Degree(Precision.MORE_THAN), Degree(Precision.AT_LEAST)
NEARLY, LESS, MOST = Degree(Precision.NEARLY), Degree(Precision.LESS_THAN), Degree(Precision.AT_MOST)
ABOUT, ESTIMATE = Degree(Precision.ABOUT), Degree(Precision.ABOUT, estimated=True)
SO_FAR = Degree(so_far=True)


@pytest.mark.parametrize("word", [*DEGREES, *ENDINGS, *sorted(NEUTRAL)])
def test_words_are_stored_folded(word: str) -> None:
    assert fold(word) == word


@pytest.mark.parametrize("word", DEGREES)
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_case_and_composition_do_not_matter(word: str, form: str) -> None:
    lead = read_lead(unicodedata.normalize(form, word.upper()))
    assert (lead.degree, lead.rest) == (DEGREES[word], "")


@pytest.mark.parametrize(
    ("text", "degree", "words", "rest"),
    [
        ("hơn", MORE, "hơn", ""),
        ("Vượt", MORE, "Vượt", ""),
        ("tối\u00a0thiểu ", LEAST, "tối thiểu", ""),
        ("đã giúp không dưới", LEAST, "không dưới", "đã giúp"),
        ("từ", LEAST, "từ", ""),
        ("gần", NEARLY, "gần", ""),
        ("ngót", NEARLY, "ngót", ""),
        ("dưới", LESS, "dưới", ""),
        ("chưa đến", LESS, "chưa đến", ""),
        ("không quá", MOST, "không quá", ""),
        ("ít hơn", LESS, "ít hơn", ""),
        ("không hơn", MOST, "không hơn", ""),
        ("(khoảng", ABOUT, "khoảng", ""),
        ("xấp xỉ", ABOUT, "xấp xỉ", ""),
        ("trên dưới", ABOUT, "trên dưới", ""),
        ("ước", ESTIMATE, "ước", ""),
        ("kinh phí ước tính khoảng", ESTIMATE, "ước tính khoảng", "kinh phí"),
        ("ước đạt hơn", Degree(Precision.MORE_THAN, estimated=True), "ước đạt hơn", ""),
        ("đến nay gần", Degree(Precision.NEARLY, so_far=True), "đến nay gần", ""),
        ("tính đến nay đã trao", SO_FAR, "tính đến nay", ""),
        ("số dư >", MORE, ">", "số dư"),
        ("≤", MOST, "≤", ""),
        ("~", ABOUT, "~", ""),
    ],
)
def test_the_longest_closing_phrase_says_the_degree(text: str, degree: Degree, words: str, rest: str) -> None:
    lead = read_lead(text)
    assert (lead.degree, lead.words, lead.rest) == (degree, words, rest)


@pytest.mark.parametrize(
    "text", ["", "bước", "trên tổng số quà", "hơn nữa", "khoảng:", "tốc độ", "mức độ", "!", "( ("]
)
def test_other_words_say_no_degree(text: str) -> None:
    lead = read_lead(text)
    assert (lead.degree, lead.words, lead.rest) == (Degree(), "", text)


@pytest.mark.parametrize("text", ["khoảng hơn", "hơn khoảng", "gần hơn", "không khoảng", "chưa gần"])
def test_contradictory_words_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match="word"):
        read_lead(text)


@pytest.mark.parametrize(
    ("text", "degree"),
    [
        ("Hội tiếp nhận không quá ", MOST),
        ("cả năm hơn ", MORE),
        ("giúp gần đạt ", NEARLY),
        ("tặng trên ", MORE),
        ("cao hơn ", Degree()),
        ("nhiều hơn ", Degree()),
        ("tốt hơn ", Degree()),
        ("vượt ", Degree()),
        ("tăng từ ", Degree()),
        ("bằng 12% trên ", Degree()),
        ("tính trên ", Degree()),
        ("trên địa bàn ", Degree()),
        ("Số liệu trên đã trao ", Degree()),
    ],
)
def test_before_a_link_comparatives_and_prepositions_are_no_degree(text: str, degree: Degree) -> None:
    assert read_lead(text, outside=True).degree == degree


@pytest.mark.parametrize(
    ("text", "degree", "words", "rest"),
    [
        ("người trở lên", LEAST, "trở lên", "người"),
        ("người trở xuống", MOST, "trở xuống", "người"),
        ("suất đến nay", SO_FAR, "đến nay", "suất"),
        ("người", Degree(), "", "người"),
    ],
)
def test_words_behind_the_unit_say_the_degree(text: str, degree: Degree, words: str, rest: str) -> None:
    assert read_ending(text) == (degree, words, rest)


def test_what_follows_a_link_is_read() -> None:
    assert read_following(" trở lên, theo quy định") == LEAST
    assert read_following(" của quận") == Degree()


def test_a_reading_of_some_day_is_known_by_its_words() -> None:
    assert says_so_far("Tính đến nay, Hội đã trao")
    assert not says_so_far("Cả năm, Hội đã trao")


def test_neutral_words_say_nothing_of_the_number() -> None:
    assert is_neutral("tổng cộng đã trao")
    assert not is_neutral("hòm hòm")


def test_a_word_that_might_be_of_degree_is_noticed_behind_the_unit() -> None:
    assert looks_like_degree("hất lên")
    assert not looks_like_degree("quà Tết cho hộ nghèo")
