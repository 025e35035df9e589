"""What a source states is kept whole, in its own words, or refused; never dropped."""

from decimal import Decimal

import pytest
from hypothesis import assume, given

from made_up_quantities import quantities
from minhbach.numbers.quantity import Precision, Quantity, Wording
from minhbach.numbers.statement import RefusedStatement, read_statement, state_value
from minhbach.numbers.writing import write_amount

D = Decimal
P = Precision
UNITS = ("đồng", "suất quà", "suất", "người", "CHF", "ca trên 100.000 dân")


@pytest.mark.parametrize(
    ("text", "precision", "value", "shown"),
    [
        ("gần 24,6 tỷ đồng", P.NEARLY, "24.6e9", "gần 24,6 tỷ đồng"),
        ("không dưới 5.000 suất", P.AT_LEAST, "5000", "không dưới 5.000 suất"),
        ("ngót 20.000 người", P.NEARLY, "20000", "ngót 20.000 người"),
        ("từ 30 người trở lên", P.AT_LEAST, "30", "từ 30 người trở lên"),
        ("45 người trở xuống", P.AT_MOST, "45", "45 người trở xuống"),
        ("xấp xỉ 1,285 triệu người", P.ABOUT, "1285000", "xấp xỉ 1,285 triệu người"),
        ("24,2 ngàn người", P.ROUNDED, "24200", "24,2 ngàn người"),
        ("734 triệu 215 nghìn 880 đồng", P.EXACT, "734215880", "734 triệu 215 nghìn 880 đồng"),
        ("tổng cộng đã trao 4.875 suất quà", P.EXACT, "4875", "4.875 suất quà"),
        ("CHF 2.114.739", P.EXACT, "2114739", "2.114.739 CHF"),
        ("gần 1,2 ca trên 100.000 dân", P.NEARLY, "1.2", "gần 1,2 ca trên 100.000 dân"),
        ("từ 220 đến 260 người", P.BETWEEN, "220", "từ 220 đến 260 người"),
        ("2 tỷ rưỡi", P.ROUNDED, "2.5e9", "2 tỷ rưỡi đồng"),
    ],
)
def test_the_source_is_printed_in_its_own_words(text: str, precision: P, value: str, shown: str) -> None:
    quantity = read_statement(text, units=UNITS).quantity
    assert (quantity.precision, quantity.value) == (precision, D(value))
    assert write_amount(quantity, "đồng").replace("\u00a0", " ") == shown


@pytest.mark.parametrize(
    ("text", "estimated", "so_far"),
    [
        ("ước hơn 200 tỷ đồng", True, False),
        ("đến nay 12.000 suất", False, True),
        ("12.000 suất đến nay", False, True),
        ("khoảng 220 đến 260 người", True, False),
    ],
)
def test_estimates_and_numbers_so_far_are_told(text: str, estimated: bool, so_far: bool) -> None:
    quantity = read_statement(text, units=UNITS).quantity
    assert (quantity.estimated, quantity.so_far) == (estimated, so_far)


@pytest.mark.parametrize(
    ("text", "reason", "words"),
    [
        ("hòm hòm 20.000 người", "degree", "hòm hòm"),
        ("dễ đến 500 người", "degree", "dễ đến"),
        ("20.000 người hất lên", "degree", "hất lên"),
        ("khoảng hơn 5.000 suất", "contradiction", ""),
        ("từ 260 đến 220 người", "upside-down", ""),
        ("3 tỷ 300", "unreadable", ""),
        ("3 tỷ, 300 suất", "unreadable", ""),
        ("rất nhiều", "unreadable", ""),
        ("dưới 0", "says-nothing", ""),
    ],
)
def test_what_is_not_understood_is_refused(text: str, reason: str, words: str) -> None:
    with pytest.raises(RefusedStatement) as caught:
        read_statement(text, units=UNITS)
    assert (caught.value.reason, caught.value.words.strip()) == (reason, words)


def test_a_number_written_the_english_way_is_shown_the_vietnamese_way() -> None:
    quantity = read_statement("12.5 tấn").quantity
    assert quantity.value == D("12.5")
    assert quantity.wording == Wording("", "12,5", "tấn")


def test_a_rate_in_whole_percent_was_rounded() -> None:
    statement = read_statement("62%")
    assert (statement.rate, statement.quantity.precision) == ("%", P.ROUNDED)


def test_a_value_beside_its_statement_is_that_or_within_it() -> None:
    stated = read_statement("gần 24,6 tỷ đồng", units=UNITS)
    assert state_value(D("24.6e9"), stated) == stated.quantity
    assert state_value(D("24573000000"), stated) == Quantity(D("24573000000"), D(1), P.EXACT)
    assert state_value(D("24.7e9"), stated) is None
    english = read_statement("1.200")
    assert state_value(D("1.2"), english) == english.other


@given(quantities(flags=True))
def test_stated_and_written_and_read_agree(quantity: Quantity) -> None:
    # Written in full a number is exact, with a scale or decimals it was rounded.
    assume(
        quantity.precision not in (P.EXACT, P.ROUNDED)
        or (quantity.precision is P.EXACT) == (quantity.step == 1)
    )
    read = read_statement(write_amount(quantity, "đồng"), units=UNITS).quantity
    again = read_statement(write_amount(read, "đồng"), units=UNITS).quantity
    assert again == read
    # No output claims more than its source: what the words allow covers what the source allows.
    assert read.interval().contains_interval(quantity.interval()) or quantity.precision is P.ABOUT
    assert (read.value, read.precision, read.high) == (quantity.value, quantity.precision, quantity.high)
