"""Writing: Vietnamese digits, scale words that hide no rounding, ranges."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from made_up_quantities import quantities
from minhbach.numbers.interval import Interval, divide
from minhbach.numbers.quantity import Precision, Quantity, exact
from minhbach.numbers.reading import read_quantities
from minhbach.numbers.writing import write_interval, write_number, write_percent, write_quantity

D = Decimal
EXACT, ROUNDED, ABOUT = Precision.EXACT, Precision.ROUNDED, Precision.ABOUT
ABOVE, BELOW = Precision.MORE_THAN, Precision.LESS_THAN


@pytest.mark.parametrize(
    ("value", "step", "text"),
    [
        ("3858", "1", "3.858"),
        ("24.6", "0.1", "24,6"),
        ("24.6", "0.01", "24,60"),
        ("24.65", "0.1", "24,7"),
        ("24640", "100", "24.600"),
        ("0", "1", "0"),
        ("0", "0.001", "0,000"),
        ("999999999999999999", "1", "999.999.999.999.999.999"),
        ("99999999999.999999", "0.000001", "99.999.999.999,999999"),
    ],
)
def test_numbers_use_vietnamese_marks(value: str, step: str, text: str) -> None:
    assert write_number(D(value), D(step)) == text


def test_numbers_beyond_the_limit_are_refused() -> None:
    with pytest.raises(ValueError, match="not written"):
        write_number(D(10) ** 18, D(1))


@pytest.mark.parametrize(
    ("value", "step", "precision", "text"),
    [
        ("3858", "1", EXACT, "3.858"),
        ("3300000", "1", EXACT, "3.300.000"),
        ("12.5", "0.1", EXACT, "12,5"),
        ("24.6e9", "1e8", ROUNDED, "24,6\u00a0tỷ"),
        ("24200", "100", ROUNDED, "24,2\u00a0nghìn"),
        ("3.3e9", "1e8", ROUNDED, "3,3\u00a0tỷ"),
        ("3.3e9", "1e6", ROUNDED, "3.300\u00a0triệu"),
        ("25e9", "1e9", ROUNDED, "25\u00a0tỷ"),
        ("24000", "1000", ROUNDED, "24\u00a0nghìn"),
        ("3900", "100", ROUNDED, "3,9\u00a0nghìn"),
        ("3860", "10", ROUNDED, "3,86\u00a0nghìn"),
        ("300", "100", ROUNDED, "0,3\u00a0nghìn"),
        ("24600", "1", ROUNDED, "24.600"),
        ("2e12", "1e11", ROUNDED, "2,0\u00a0nghìn tỷ"),
        ("322000", "1", ABOVE, "trên 322.000"),
        ("322000", "1000", ABOVE, "trên 322\u00a0nghìn"),
        ("500", "1", BELOW, "dưới 500"),
        ("5000", "1000", ABOUT, "khoảng 5\u00a0nghìn"),
        ("720", "10", ABOUT, "khoảng 720"),
    ],
)
def test_no_digit_beyond_the_step_is_written(value: str, step: str, precision: Precision, text: str) -> None:
    assert write_quantity(Quantity(D(value), D(step), precision)) == text


def test_a_table_may_ask_for_all_digits() -> None:
    assert write_quantity(Quantity(D("24.6e9"), D("1e8"), ROUNDED), scale=False) == "24.600.000.000"


@pytest.mark.parametrize(
    ("value", "step", "precision", "text"),
    [
        ("227", "1", ROUNDED, "227%"),
        ("150", "1", EXACT, "150%"),
        ("98.5", "0.1", ROUNDED, "98,5%"),
        ("100", "1", ABOVE, "trên 100%"),
        ("1227", "1", ROUNDED, "1.227%"),
        ("230", "10", ROUNDED, "khoảng 230%"),
    ],
)
def test_percents_show_their_rounding(value: str, step: str, precision: Precision, text: str) -> None:
    assert write_percent(Quantity(D(value), D(step), precision)) == text


COST_PER_PERSON = divide(Interval(D("3.25e9"), D("3.35e9")), Interval(D(4875), D(4875)))


@pytest.mark.parametrize(
    ("interval", "digits", "text"),
    [
        (COST_PER_PERSON, 3, "667–687\u00a0nghìn"),
        (COST_PER_PERSON, 1, "700\u00a0nghìn"),
        (Interval(D("1217.2"), D("1220.3")), None, "1.218–1.220"),
        (Interval(D(5), D(5)), None, "5"),
        (Interval(D("1.26"), D("2.31")), 2, "1,3–2,3"),
        (Interval(D(321), D(689)), 1, "300–700"),
        (Interval(D(0), D(0)), 2, "0"),
        (Interval(D("107.3"), None, low_open=True), None, "trên 107"),
        (Interval(D(107), None), None, "ít nhất 107"),
        (Interval(None, D("106.2")), None, "dưới 107"),
        (Interval(None, D(107)), None, "không quá 107"),
        (Interval(D(328999), None), 2, "trên 320\u00a0nghìn"),
    ],
)
def test_ranges_are_written_with_few_digits(interval: Interval, digits: int | None, text: str) -> None:
    assert write_interval(interval, digits=digits) == text


def test_a_range_may_do_without_scale_words() -> None:
    assert write_interval(COST_PER_PERSON, digits=3, scale=False) == "667.000–687.000"


@pytest.mark.parametrize(
    ("interval", "digits"),
    [
        (Interval(None, None), None),
        (Interval(D("1.2"), D("1.8")), None),
        (Interval(D(1), D(2)), 0),
        (Interval(D(1), D(10) ** 20), None),
    ],
)
def test_ranges_that_say_nothing_are_refused(interval: Interval, digits: int | None) -> None:
    with pytest.raises(ValueError, match=r"interval|digit|written"):
        write_interval(interval, digits=digits)


@given(quantities())
def test_a_written_quantity_is_read_back(quantity: Quantity) -> None:
    reading = read_quantities(write_quantity(quantity))
    first = reading.candidates[0]
    assert first.value == quantity.value
    # "khoảng 720" is written in digits; that its zeros are not counted, the reader of "khoảng" knows.
    in_digits = quantity.precision is ABOUT and not reading.has_scale
    assert first.step == (1 if in_digits and quantity.step > 1 else quantity.step)
    plain = quantity.precision in (EXACT, ROUNDED)
    assert reading.precision == (None if plain else quantity.precision)
    assert first.high == quantity.high
    assert reading.degree.so_far is quantity.so_far
    assert reading.estimated is quantity.estimated or quantity.precision is ABOUT
    assert reading.unit_text == ""


@given(st.integers(0, 10**18 - 1))
def test_an_exact_integer_is_written_in_full(value: int) -> None:
    assert write_quantity(exact(value)).replace(".", "") == str(value)
