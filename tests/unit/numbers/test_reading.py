"""Reading: both writing styles, scales, compounds, percents, and texts that state no single number."""

import unicodedata
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counting import count_calls
from hostile import NUMBERS, fill, read_number
from minhbach.numbers.quantity import Precision
from minhbach.numbers.reading import LONGEST_TEXT, Candidate, Reading, UnreadableNumber, read_quantities

D = Decimal
VI = "vietnamese"
EN = "foreign"


def meanings(reading: Reading) -> list[tuple[Decimal, Decimal, str]]:
    return [(one.value, one.step, one.style) for one in reading.candidates]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3858", [("3858", "1", VI)]),
        ("0", [("0", "1", VI)]),
        ("05", [("5", "1", VI)]),
        ("1.200", [("1200", "1", VI), ("1.2", "0.001", EN)]),
        ("3,858", [("3.858", "0.001", VI), ("3858", "1", EN)]),
        ("3.858,5", [("3858.5", "0.1", VI)]),
        ("3,858.5", [("3858.5", "0.1", EN)]),
        ("1.5", [("1.5", "0.1", EN)]),
        ("0,5", [("0.5", "0.1", VI)]),
        ("0.500", [("0.5", "0.001", EN)]),
        ("3,8581", [("3.8581", "0.0001", VI)]),
        ("1.234.567", [("1234567", "1", VI)]),
        ("1,234,567", [("1234567", "1", EN)]),
        ("24\u00a0600\u00a0000", [("24600000", "1", VI)]),
        ("24\u202f600\u202f000", [("24600000", "1", VI)]),
        ("24\u00a0600,5", [("24600.5", "0.1", VI)]),
        ("24\u00a0600.5", [("24600.5", "0.1", EN)]),
        ("999.999.999.999.999.999", [("999999999999999999", "1", VI)]),
    ],
)
def test_both_styles_of_separators_are_candidates(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert meanings(read_quantities(text)) == [(D(value), D(step), style) for value, step, style in expected]


@pytest.mark.parametrize(
    ("text", "value", "step"),
    [
        ("24,6 tỷ", "24.6e9", "1e8"),
        ("24,6\u00a0tỷ", "24.6e9", "1e8"),
        ("24,6tỷ", "24.6e9", "1e8"),
        ("24,6\ntỷ", "24.6e9", "1e8"),
        ("24,60 Tỉ", "24.6e9", "1e7"),
        ("24 nghìn", "24000", "1000"),
        ("24 ngàn", "24000", "1000"),
        ("322 triệu", "322e6", "1e6"),
        ("1,2 nghìn tỷ", "1.2e12", "1e11"),
        ("1,2 ngàn tỉ", "1.2e12", "1e11"),
        ("3 tỷ 300 triệu", "3.3e9", "1e6"),
        ("3\u00a0tỷ 300\u00a0triệu", "3.3e9", "1e6"),
        ("3 tỷ 300 triệu 500 nghìn", "3300500000", "1000"),
        ("1 nghìn tỷ 5 tỷ", "1005e9", "1e9"),
        ("2 nghìn tỷ phú", "2000", "1000"),
        ("5 triệu chứng", "5", "1"),
    ],
)
def test_scale_words_multiply_value_and_step(text: str, value: str, step: str) -> None:
    assert meanings(read_quantities(text))[0] == (D(value), D(step), VI)


def test_a_compound_takes_decimals_in_its_last_part_only() -> None:
    assert meanings(read_quantities("3 tỷ 300,5 triệu")) == [(D("3300.5e6"), D("1e5"), VI)]
    with pytest.raises(UnreadableNumber) as caught:
        read_quantities("3,5 tỷ 300 triệu")
    assert caught.value.reason == "several"


@pytest.mark.parametrize(
    ("text", "unit", "before", "precision"),
    [
        ("3.858", "", "", None),
        ("  24,2 nghìn\u00a0lượt người ", "lượt người", "", None),
        ("đã giúp hơn 322.000 lượt", "lượt", "đã giúp", Precision.MORE_THAN),
        ("hơn\u00a0322.000", "", "", Precision.MORE_THAN),
        ("gần 4.000", "", "", Precision.NEARLY),
        ("từ 30 người trở lên", "người", "", Precision.AT_LEAST),
        ("45 người trở xuống", "người", "", Precision.AT_MOST),
        ("từ 220 đến 260 người", "người", "", Precision.BETWEEN),
        ("KHOẢNG 5.000", "", "", Precision.ABOUT),
        (">500", "", "", Precision.MORE_THAN),
        ("3 tỷ rưỡi", "", "", None),
        ("24,6 tỷ.", ".", "", None),
    ],
)
def test_the_words_around_are_kept_apart(
    text: str, unit: str, before: str, precision: Precision | None
) -> None:
    reading = read_quantities(text)
    assert (reading.unit_text, reading.before, reading.precision) == (unit, before, precision)


def test_a_scale_word_is_told() -> None:
    assert read_quantities("5 nghìn").has_scale
    assert not read_quantities("5.000").has_scale


@pytest.mark.parametrize(
    ("text", "low", "high", "step"),
    [
        ("từ 220 đến 260 người", "220", "260", "1"),
        ("220–260 người", "220", "260", "1"),
        ("220 - 260 người", "220", "260", "1"),
        ("từ 2 đến 2,4 tỷ đồng", "2e9", "2.4e9", "1e8"),
        ("từ 300.000 đồng đến 1.000.000 đồng", "300000", "1000000", "1"),
        ("từ 5% đến 7%", "5", "7", "1"),
    ],
)
def test_two_ends_are_one_range(text: str, low: str, high: str, step: str) -> None:
    candidate = read_quantities(text).candidates[0]
    assert (candidate.value, candidate.high, candidate.step) == (D(low), D(high), D(step))


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("từ 260 đến 220 người", "upside-down"),
        ("từ 500 đến 2 triệu đồng", "several"),
        ("220 người đến 260 hộ", "several"),
        ("hơn 220 đến 260 người", "contradiction"),
        ("khoảng hơn 220 người", "contradiction"),
    ],
)
def test_what_is_no_range_is_refused(text: str, reason: str) -> None:
    with pytest.raises(UnreadableNumber) as caught:
        read_quantities(text)
    assert caught.value.reason == reason


@pytest.mark.parametrize(
    ("text", "value", "step"),
    [
        ("734 triệu 215 nghìn 880 đồng", "734215880", "1"),
        ("215 nghìn 880", "215880", "1"),
        ("2 tỷ rưỡi", "2.5e9", "1e8"),
    ],
)
def test_amounts_are_read_as_they_are_spoken(text: str, value: str, step: str) -> None:
    candidate = read_quantities(text).candidates[0]
    assert (candidate.value, candidate.step) == (D(value), D(step))


def test_digits_of_a_unit_are_no_number() -> None:
    reading = read_quantities("gần 1,2 ca trên 100.000 dân", units=("ca trên 100.000 dân",))
    assert reading.candidates[0].value == D("1.2")
    assert reading.unit_text == "ca trên 100.000 dân"


@pytest.mark.parametrize("text", ["227%", "227 %", "227\u00a0%", "227 phần trăm", "227 Phần\u00a0Trăm"])
def test_percents_are_recognised(text: str) -> None:
    reading = read_quantities(text)
    assert reading.is_percent
    assert reading.unit_text == ""
    assert reading.candidates == (Candidate(D(227), D(1), "vietnamese"),)


def test_a_percent_may_have_decimals_and_words_after_it() -> None:
    reading = read_quantities("98,5% kế hoạch")
    assert (reading.is_percent, reading.unit_text) == (True, "kế hoạch")
    assert meanings(reading) == [(D("98.5"), D("0.1"), VI)]
    assert not read_quantities("5 phần quà").is_percent


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "none"),
        ("   \u00a0\n", "none"),
        ("hai mươi tỷ", "none"),
        ("tỷ", "none"),
        ("１２", "none"),
        ("१२ lượt", "none"),
        ("🩸🩸", "none"),
        ("\x00\x07", "none"),
        ("5 và 6", "several"),
        ("1/3", "several"),
        ("24 600 000", "several"),
        ("24,6 tỷ đồng năm 2024", "several"),
        ("300 triệu 3 tỷ", "several"),
        ("3 tỷ 3 tỷ", "several"),
        ("3 tỷ 3000 triệu", "several"),
        ("3 tỷ 300", "several"),
        ("3 tỷ, 300 triệu", "several"),
        ("1\x002", "several"),
        ("1\u200b2", "several"),
        ("1.23.4", "malformed"),
        ("12,", "malformed"),
        ("12.", "malformed"),
        (",5", "malformed"),
        (".5", "malformed"),
        ("3.8581", "malformed"),
        ("1,2,3", "malformed"),
        ("1.234,567.8", "malformed"),
        ("1.234 567".replace(" ", "\u00a0"), "malformed"),
        ("2024\u00a0500", "malformed"),
        ("0123", "malformed"),
        ("007", "malformed"),
        ("05,5", "malformed"),
        ("0.123.456", "malformed"),
        ("1,1234567", "malformed"),
        ("-5", "malformed"),
        ("+5", "malformed"),
        ("- 5", "malformed"),
        ("\u22125", "malformed"),
        ("\u20135", "malformed"),
        ("±5", "malformed"),
        ("500+", "malformed"),
        ("A4", "malformed"),
        ("1２", "malformed"),
        ("5½", "malformed"),
        ("_5_", "malformed"),
        ("24 triệu tỷ", "malformed"),
        ("24 tỷ tỷ", "malformed"),
        ("24 nghìn tỷ tỷ", "malformed"),
        ("khoảng hơn 5.000", "contradiction"),
        ("1000000000000000000", "malformed"),
        ("1.000.000 nghìn tỷ", "malformed"),
        ("9" * 150, "malformed"),
        ("9" * 10_000, "malformed"),
        ("a" * 10_000, "malformed"),
    ],
)
def test_a_text_without_one_good_number_is_refused(text: str, reason: str) -> None:
    with pytest.raises(UnreadableNumber) as caught:
        read_quantities(text)
    assert caught.value.reason == reason


def test_a_dash_used_as_punctuation_is_no_minus() -> None:
    assert read_quantities("Tổng cộng – 24,6 tỷ").candidates[0].value == D("24.6e9")


def test_the_longest_text_allowed_is_read() -> None:
    assert read_quantities("5 " + "a" * (LONGEST_TEXT - 2)).candidates[0].value == 5


@pytest.mark.parametrize("piece", NUMBERS)
def test_hostile_repetition_is_read_in_a_few_steps_for_each_character(piece: str) -> None:
    for text in (fill(piece, LONGEST_TEXT), fill(piece, LONGEST_TEXT - 1) + "1"):
        assert count_calls(read_number, text) <= 10 * LONGEST_TEXT, text


@given(st.integers(0, 10**18 - 1), st.sampled_from([".", "\u00a0", "\u202f"]))
def test_any_grouped_integer_is_read_back(value: int, mark: str) -> None:
    reading = read_quantities(f"{value:,}".replace(",", mark))
    assert (reading.candidates[0].value, reading.candidates[0].step) == (value, 1)


@given(st.integers(0, 999), st.integers(0, 999))
def test_a_pair_of_groups_is_read_both_ways(thousands: int, rest: int) -> None:
    vietnamese = read_quantities(f"{thousands + 1}.{rest:03}")
    foreign = read_quantities(f"{thousands + 1},{rest:03}")
    whole = D((thousands + 1) * 1000 + rest)
    if thousands < 999:
        assert meanings(vietnamese) == [(whole, D(1), VI), (whole / 1000, D("0.001"), EN)]
        assert meanings(foreign) == [(whole / 1000, D("0.001"), VI), (whole, D(1), EN)]


@given(st.integers(1, 999), st.integers(0, 99), st.sampled_from(["NFC", "NFD"]))
def test_spellings_of_a_scale_are_interchangeable(whole: int, decimals: int, form: str) -> None:
    for one, other in (("tỷ", "tỉ"), ("nghìn", "ngàn"), ("nghìn tỷ", "ngàn tỉ")):
        texts = [unicodedata.normalize(form, f"{whole},{decimals:02} {word}") for word in (one, other)]
        readings = [read_quantities(text) for text in texts]
        # The words stay the writer's own, whatever they mean.
        assert [reading.wording.number for reading in readings] == [
            unicodedata.normalize("NFC", text) for text in texts
        ]
        assert replace(readings[0], wording=readings[1].wording) == readings[1]


@given(st.text(max_size=250) | st.text("0123456789., \u00a0%-+tỷriệunghơ", max_size=60))
def test_any_text_is_read_or_refused_with_a_reason(text: str) -> None:
    try:
        reading = read_quantities(text)
    except UnreadableNumber as error:
        reason: str | None = error.reason
    else:
        reason = None
        assert 1 <= len(reading.candidates) <= 2
        assert all(one.value >= 0 and one.step > 0 for one in reading.candidates)
    assert reason in (None, "none", "several", "malformed", "contradiction", "upside-down")
