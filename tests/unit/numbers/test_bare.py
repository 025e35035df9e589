"""Numbers that stand alone: what "3.858" means follows from what is counted, or is asked."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minhbach.numbers.bare import (
    AmbiguousNumber,
    counts_whole_things,
    is_count,
    read_bare,
    write_bare,
    write_for_file,
)

D = Decimal


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0", "0"),
        ("05", "5"),
        ("3858", "3858"),
        (" 3858 ", "3858"),
        ("3.858", "3858"),
        ("12.500", "12500"),
        ("1.500.000", "1500000"),
        ("1,500,000", "1500000"),
        ("1\u00a0500", "1500"),
        ("1 500 000", "1500000"),
        ("1,5", "1.5"),
        ("1.5", "1.5"),
        ("0.5", "0.5"),
        ("12.50", "12.5"),
        ("1.500,5", "1500.5"),
        ("1,500.5", "1500.5"),
        ("1.500.000,25", "1500000.25"),
        ("24600000000", "24600000000"),
    ],
)
def test_whole_things_are_read_as_vietnamese_writes_them(text: str, value: str) -> None:
    assert read_bare(text, whole=True) == D(value)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("3858", "3858"),
        ("1.500.000", "1500000"),
        ("1,5", "1.5"),
        ("1.5", "1.5"),
        ("0,125", "0.125"),
        ("0.500", "0.5"),
        ("12.25", "12.25"),
        ("12,2500", "12.25"),
        ("1.500,75", "1500.75"),
        ("1\u202f500", "1500"),
    ],
)
def test_measures_are_read_where_only_one_meaning_is_left(text: str, value: str) -> None:
    assert read_bare(text, whole=False) == D(value)


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("1.500", ("1500", "1.5")),
        ("3.858", ("3858", "3.858")),
        ("12.500", ("12500", "12.5")),
        ("999.999", ("999999", "999.999")),
        ("1,500", ("1500", "1.5")),
    ],
)
def test_a_measure_that_may_be_meant_in_two_ways_is_asked_about(text: str, readings: tuple[str, str]) -> None:
    with pytest.raises(AmbiguousNumber) as caught:
        read_bare(text, whole=False)
    assert caught.value.readings == (D(readings[0]), D(readings[1]))


def test_a_comma_before_three_digits_is_asked_about_even_of_whole_things() -> None:
    with pytest.raises(AmbiguousNumber):
        read_bare("1,500", whole=True)


@pytest.mark.parametrize(
    "text",
    [
        *("", " ", "-5", "+5", "−5", "1e3", "abc", "5 kg", "1.5.5", "1.50.000", "0.500.000", "1.500.00"),
        *(
            "1,500,00",
            "1..5",
            ".5",
            "5.",
            "1.500.000.5",
            "1 5",
            "١٢٣",
            "1.500 000",
            "1.5000000",
            "NaN",
            "1_000",
        ),
        "1" * 41,
    ],
)
@pytest.mark.parametrize("whole", [True, False])
def test_what_is_no_number_is_refused(text: str, whole: bool) -> None:
    with pytest.raises(ValueError, match="number") as caught:
        read_bare(text, whole=whole)
    assert not isinstance(caught.value, AmbiguousNumber)


@pytest.mark.parametrize("text", ["0.500", "3.8581", "12.5000", "1234.567"])
def test_a_count_to_many_decimals_is_a_slip_of_the_keyboard(text: str) -> None:
    with pytest.raises(ValueError, match="decimals"):
        read_bare(text, whole=True)


@pytest.mark.parametrize(
    "unit",
    [
        *("suất", "suất quà Tết", "thùng", "cái", "chiếc", "hộp", "gói", "chai", "người", "lượt người", "hộ"),
        *("con", "bộ", "quyển", "đồng", "Đồng", "đơn vị máu", "đơn vị", "phần quà", "phần", "túi", "đôi"),
        *("thùng 20 lít", "bao 50 kg", "nhà", "cây giống", "ca", "lớp", "điều chưa ai kể"),
    ],
)
def test_things_are_counted_whole(unit: str) -> None:
    assert counts_whole_things(unit)


@pytest.mark.parametrize(
    "unit",
    [
        *("kg", "KG", "Kg.", "tấn", "tấn gạo", "tạ", "yến", "lít", "ml", "m", "m²", "mét vuông", "km", "giờ"),
        *("%", "‰", "phần trăm", "đơn vị máu/1.000 dân", "triệu đồng", "tỷ đồng", "nghìn lượt", "lần", ""),
        *("cây số", "USD", "ngày công"),
    ],
)
def test_measures_and_rates_are_not_counted_whole(unit: str) -> None:
    assert not counts_whole_things(unit)


def test_a_decomposed_unit_is_the_same_unit() -> None:
    assert not counts_whole_things("ta\u0302\u0301n")


@given(st.integers(0, 10**17))
def test_every_count_is_read_back_as_vietnamese_groups_it(value: int) -> None:
    assert read_bare(f"{value:,}".replace(",", "."), whole=True) == value
    assert read_bare(str(value), whole=True) == value


@given(st.integers(0, 10**6), st.integers(0, 99))
def test_what_is_written_in_one_way_is_read_in_one_way(units: int, hundredths: int) -> None:
    value = D(units) + D(hundredths) / 100
    assert read_bare(write_bare(value), whole=True) == value
    assert read_bare(write_bare(value), whole=False) == value


@given(st.integers(0, 10**6), st.integers(0, 999))
def test_each_reading_that_is_offered_can_be_written(units: int, thousandths: int) -> None:
    value = D(units) + D(thousandths) / 1000
    assert read_bare(write_bare(value), whole=False) == value


@given(st.integers(1, 999), st.integers(0, 999))
def test_no_measure_is_ever_read_as_a_fraction_or_a_multiple_of_itself(high: int, low: int) -> None:
    with pytest.raises(AmbiguousNumber):
        read_bare(f"{high}.{low:03d}", whole=False)
    assert read_bare(f"{high}.{low:03d}", whole=True) == high * 1000 + low


@given(st.text(max_size=30))
def test_no_text_makes_reading_fail_in_another_way(text: str) -> None:
    for whole in (True, False):
        try:
            assert read_bare(text, whole=whole) >= 0
        except ValueError:
            continue


def test_a_number_with_a_comma_is_typed_between_quotation_marks() -> None:
    assert [write_for_file(D(one)) for one in ("1500", "1.5", "3.858")] == ["1500", '"1,5"', '"3,8580"']
    assert write_for_file(D("1.5"), "-") == '"-1,5"'


@given(st.decimals("0.001", "999", places=3))
def test_what_is_a_count_can_be_written_as_one(value: Decimal) -> None:
    try:
        assert read_bare(write_bare(value), whole=True) == value
    except ValueError:
        assert not is_count(value)
    else:
        assert is_count(value)
