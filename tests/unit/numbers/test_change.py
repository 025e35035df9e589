"""Changes and multiples are read whole, and prose may round them but never turn or stretch them."""

from decimal import Decimal

import pytest

from minhbach.numbers.agreement import Fault, Surroundings
from minhbach.numbers.change import (
    Change,
    UnreadableChange,
    compare_change,
    compare_multiple,
    in_times,
    is_multiple,
    read_change,
    write_change,
)
from minhbach.numbers.quantity import Precision, Quantity, exact

D = Decimal
UNITS = ("đơn vị", "đồng")
FINE = Quantity(D("12.345679"), D("0.000001"), Precision.ROUNDED)


@pytest.mark.parametrize(
    ("text", "direction", "form", "value", "precision"),
    [
        ("tăng 12%", "up", "percent", "12", Precision.ROUNDED),
        ("tăng gần 12%", "up", "percent", "12", Precision.NEARLY),
        ("giảm 35 đơn vị", "down", "amount", "35", Precision.EXACT),
        ("thêm 6,4 tỷ đồng", "up", "amount", "6.4e9", Precision.ROUNDED),
        ("cao hơn 45%", "up", "percent", "45", Precision.ROUNDED),
        ("gấp đôi", "up", "times", "2", Precision.ROUNDED),
        ("tăng gấp rưỡi", "up", "times", "1.5", Precision.ROUNDED),
        ("gần 3 lần", "up", "times", "3", Precision.NEARLY),
        ("gấp hơn 2 lần", "up", "times", "2", Precision.MORE_THAN),
        ("bằng 0,8 lần", "down", "times", "0.8", Precision.ROUNDED),
    ],
)
def test_direction_form_and_size_are_read(
    text: str, direction: str, form: str, value: str, precision: Precision
) -> None:
    change = read_change(text, units=UNITS)
    assert (change.direction, change.form, change.quantity.value) == (direction, form, D(value))
    assert change.quantity.precision is precision


def test_the_direction_may_stand_before_the_link() -> None:
    assert read_change("12%", before="Lượng máu tăng ").direction == "up"
    assert read_change("12%", before="giảm").direction == "down"


@pytest.mark.parametrize("text", ["12%", "tăng", "tăng hòm hòm 12%", "35 đơn vị", "tăng 5 ‰"])
def test_what_says_no_change_is_refused(text: str) -> None:
    with pytest.raises(UnreadableChange):
        read_change(text, units=UNITS)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("tăng 12%", None),
        ("tăng 12,3%", None),
        ("tăng hơn 12%", None),
        ("tăng 13%", Fault.WRONG_VALUE),
        ("tăng 21%", Fault.WRONG_VALUE),
        ("giảm 12%", Fault.WRONG_VALUE),
        ("thêm 413 đơn vị", None),
        ("thêm 431 đơn vị", Fault.WRONG_VALUE),
        ("gấp đôi", Fault.UNPROVEN_BOUND),
        ("12%", Fault.UNREADABLE),
    ],
)
def test_prose_says_what_the_two_figures_bear(text: str, fault: Fault | None) -> None:
    known = [Change("up", "percent", FINE), Change("up", "amount", exact(413))]
    agreement = compare_change(text, known, units=UNITS)
    assert agreement.fault is fault
    assert compare_change(agreement.expected, known, units=UNITS).ok


def test_a_direction_before_the_link_counts() -> None:
    known = [Change("down", "percent", FINE)]
    assert compare_change("12%", known, around=Surroundings(before="đã giảm ")).ok
    assert not compare_change("12%", known, around=Surroundings(before="đã tăng ")).ok


@pytest.mark.parametrize(
    ("text", "ok"),
    [("hơn 2 lần", True), ("2,3 lần", True), ("gần 2,5 lần", True), ("gấp đôi", False), ("gần 3 lần", False)],
)
def test_a_percentage_may_be_told_as_a_multiple(text: str, ok: bool) -> None:
    percent = Quantity(D(227), D(1), Precision.ROUNDED)
    assert is_multiple(text)
    agreement = compare_multiple(text, percent)
    assert agreement.ok is ok
    assert compare_multiple(agreement.expected, percent).ok


def test_a_multiple_is_a_hundredth_of_the_percentage() -> None:
    assert in_times(Quantity(D(227), D(1), Precision.ROUNDED)) == Quantity(
        D("2.27"), D("0.01"), Precision.ROUNDED
    )


def test_a_change_is_shown_with_the_digits_that_matter() -> None:
    assert write_change(Change("up", "percent", FINE), "đơn vị") == "tăng 12%"
    assert write_change(Change("down", "amount", exact(35)), "đơn vị") == "giảm 35\u00a0đơn vị"
    assert write_change(Change("up", "percent", FINE, "tăng hơn 12%"), "") == "tăng hơn 12%"
