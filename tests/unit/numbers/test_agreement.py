"""Agreement of text and record: one table per precision of the record, then units, styles and properties."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from made_up_quantities import quantities
from minhbach.numbers.agreement import Fault, compare
from minhbach.numbers.quantity import Precision, Quantity, exact
from minhbach.numbers.reading import LONGEST_TEXT
from minhbach.numbers.writing import write_percent, write_quantity

D = Decimal
EXACT, ROUNDED, ABOUT = Precision.EXACT, Precision.ROUNDED, Precision.ABOUT
ABOVE, BELOW = Precision.MORE_THAN, Precision.LESS_THAN


def figure(value: str, step: str, precision: Precision) -> Quantity:
    return Quantity(D(value), D(step), precision)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("3.858", None),
        ("3858", None),
        ("3\u00a0858", None),
        ("3,858 nghìn", None),
        ("3,86 nghìn", None),
        ("3,9 nghìn", None),
        ("4 nghìn", None),
        ("3,8 nghìn", Fault.WRONG_VALUE),
        ("3.900", Fault.WRONG_VALUE),
        ("3.859", Fault.WRONG_VALUE),
        ("0 triệu", Fault.WRONG_VALUE),
        ("khoảng 3.900", None),
        ("khoảng 4.000", None),
        ("khoảng 3.858", None),
        ("khoảng 3,9 nghìn", None),
        ("khoảng 3.800", Fault.WRONG_VALUE),
        ("khoảng 10.000", Fault.WRONG_VALUE),
        ("khoảng 3.858,0", Fault.TOO_PRECISE),
        ("hơn 3.800", None),
        ("trên 3,8 nghìn", None),
        ("vượt 3.857", None),
        ("hơn 3.858", Fault.UNPROVEN_BOUND),
        ("hơn 3.900", Fault.UNPROVEN_BOUND),
        ("ít nhất 3.858", None),
        ("không dưới 3.858", None),
        ("tối thiểu 3.858", None),
        ("ít nhất 3.859", Fault.UNPROVEN_BOUND),
        ("dưới 4.000", None),
        ("dưới 10.000", None),
        ("dưới 3.858", Fault.UNPROVEN_BOUND),
        ("không quá 3.858", None),
        ("tối đa 3.858", None),
        ("tối đa 3.857", Fault.UNPROVEN_BOUND),
        ("gần 4.000", None),
        ("gần 4.287", Fault.UNPROVEN_BOUND),
        ("gần 3.858", Fault.UNPROVEN_BOUND),
        ("gần 10.000", Fault.UNPROVEN_BOUND),
        ("ít hơn 4.000", None),
        ("không hơn 3.800", Fault.UNPROVEN_BOUND),
        ("khoảng hơn 3.800", Fault.UNREADABLE),
        ("5 và 6", Fault.SEVERAL),
        ("", Fault.UNREADABLE),
        ("1.23.4", Fault.UNREADABLE),
        ("-3.858", Fault.UNREADABLE),
    ],
)
def test_exact_records_bear_out_themselves_and_visible_roundings(text: str, fault: Fault | None) -> None:
    agreement = compare(text, exact(3858))
    assert agreement.fault is fault
    assert agreement.ok is (fault is None)
    assert agreement.expected == "3.858"


@pytest.mark.parametrize(("text", "fault"), [("12,5", None), ("13", Fault.WRONG_VALUE), ("gần 13", None)])
def test_a_bare_integer_is_no_visible_rounding(text: str, fault: Fault | None) -> None:
    assert compare(text, exact(D("12.5"))).fault is fault


def test_nine_tenths_is_near() -> None:
    assert compare("gần 10", exact(9)).ok


@pytest.mark.parametrize(
    ("record", "text", "fault"),
    [
        (("24200", "100"), "24,2 nghìn", None),
        (("24200", "100"), "24 nghìn", None),
        (("24200", "100"), "24.200", Fault.TOO_PRECISE),
        (("24200", "100"), "24,20 nghìn", Fault.TOO_PRECISE),
        (("24200", "100"), "24.249", Fault.TOO_PRECISE),
        (("24200", "100"), "24.250", Fault.WRONG_VALUE),
        (("24200", "100"), "24,3 nghìn", Fault.WRONG_VALUE),
        (("24200", "100"), "25 nghìn", Fault.WRONG_VALUE),
        (("24200", "100"), "khoảng 24.200", None),
        (("24200", "100"), "khoảng 24.000", None),
        (("24200", "100"), "khoảng 24.210", Fault.TOO_PRECISE),
        (("24200", "100"), "khoảng 25.000", Fault.WRONG_VALUE),
        (("24.6e9", "1e8"), "24,6 tỷ", None),
        (("24.6e9", "1e8"), "24,6 tỉ", None),
        (("24.6e9", "1e8"), "24 tỷ 600 triệu", Fault.TOO_PRECISE),
        (("24.6e9", "1e8"), "25 tỷ", None),
        (("24.6e9", "1e8"), "24 tỷ", Fault.WRONG_VALUE),
        (("24.6e9", "1e8"), "24.600.000.000", Fault.TOO_PRECISE),
        (("24.6e9", "1e8"), "hơn 24,5 tỷ", None),
        (("24.6e9", "1e8"), "hơn 24,6 tỷ", Fault.UNPROVEN_BOUND),
        (("24.6e9", "1e8"), "ít nhất 24,6 tỷ", Fault.UNPROVEN_BOUND),
        (("24.6e9", "1e8"), "ít nhất 24,55 tỷ", None),
        (("24.6e9", "1e8"), "hơn 24,55 tỷ", Fault.UNPROVEN_BOUND),
        (("24.6e9", "1e8"), "dưới 24,65 tỷ", None),
        (("24.6e9", "1e8"), "gần 25 tỷ", None),
        (("24.6e9", "1e8"), "gần 30 tỷ", Fault.UNPROVEN_BOUND),
        (("3.3e9", "1e6"), "3 tỷ 300 triệu", None),
        (("3.3e9", "1e6"), "3,3 tỷ", None),
        (("25e9", "1e9"), "25 tỷ", None),
        (("12.5", "0.1"), "13", None),
        (("12.5", "0.1"), "12", None),
    ],
)
def test_rounded_records_bear_out_no_finer_digit(
    record: tuple[str, str], text: str, fault: Fault | None
) -> None:
    assert compare(text, figure(*record, ROUNDED)).fault is fault


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("trên 322.000", None),
        ("hơn 322 nghìn", None),
        ("hơn 300.000", None),
        ("ít nhất 322.000", None),
        ("trên 322.001", Fault.UNPROVEN_BOUND),
        ("trên 323 nghìn", Fault.UNPROVEN_BOUND),
        ("322.000", Fault.TOO_CERTAIN),
        ("322 nghìn", Fault.TOO_CERTAIN),
        ("320.000", Fault.TOO_CERTAIN),
        ("0,3 triệu", Fault.TOO_CERTAIN),
        ("khoảng 322.000", Fault.TOO_CERTAIN),
        ("khoảng 300.000", Fault.TOO_CERTAIN),
        ("325.000", Fault.WRONG_VALUE),
        ("khoảng 400.000", Fault.WRONG_VALUE),
        ("gần 322.000", Fault.UNPROVEN_BOUND),
        ("dưới 1 triệu", Fault.UNPROVEN_BOUND),
    ],
)
def test_a_lower_bound_stays_a_lower_bound(text: str, fault: Fault | None) -> None:
    agreement = compare(text, figure("322000", "1000", ABOVE))
    assert agreement.fault is fault
    assert agreement.expected == "trên 322\u00a0nghìn"


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("dưới 500", None),
        ("gần 500", Fault.UNPROVEN_BOUND),
        ("chưa đến 500", None),
        ("không quá 500", None),
        ("dưới 600", None),
        ("gần 550", Fault.UNPROVEN_BOUND),
        ("gần 600", Fault.UNPROVEN_BOUND),
        ("dưới 499", Fault.UNPROVEN_BOUND),
        ("500", Fault.TOO_CERTAIN),
        ("0,5 nghìn", Fault.TOO_CERTAIN),
        ("khoảng 500", Fault.TOO_CERTAIN),
        ("490", Fault.WRONG_VALUE),
        ("hơn 100", Fault.UNPROVEN_BOUND),
    ],
)
def test_an_upper_bound_stays_an_upper_bound(text: str, fault: Fault | None) -> None:
    assert compare(text, figure("500", "1", BELOW)).fault is fault


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("khoảng 5.000", None),
        ("chừng 5 nghìn", None),
        ("ước tính 5 nghìn", None),
        ("khoảng 5,0 nghìn", Fault.TOO_PRECISE),
        ("khoảng 4.900", Fault.TOO_PRECISE),
        ("khoảng 6.000", Fault.WRONG_VALUE),
        ("5.000", Fault.TOO_CERTAIN),
        ("5 nghìn", Fault.TOO_CERTAIN),
        ("hơn 5.000", Fault.TOO_CERTAIN),
        ("hơn 3.000", Fault.UNPROVEN_BOUND),
        ("4.999", Fault.WRONG_VALUE),
    ],
)
def test_an_approximate_record_stays_approximate(text: str, fault: Fault | None) -> None:
    assert compare(text, figure("5000", "1000", ABOUT)).fault is fault


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("24,2 nghìn", None),
        ("24,2 nghìn lượt", None),
        ("24,2 nghìn lượt người được trợ giúp", None),
        ("24,2 nghìn Lượt\u00a0\u00a0Người,", None),
        ("(24,2 nghìn)", None),
        ("24,2 nghìn.", None),
        ("24,2 nghìn người", Fault.WRONG_UNIT),
        ("24,2 nghìn lượtngười", Fault.WRONG_UNIT),
        ("24,2 nghìn%", Fault.WRONG_UNIT),
        ("$24,2 nghìn", Fault.WRONG_UNIT),
        ("24,2 nghìn $", Fault.WRONG_UNIT),
        ("24,2 nghìn dư", Fault.WRONG_UNIT),
        ("24,3 nghìn người", Fault.WRONG_VALUE),
        ("24,2 triệu lượt", Fault.WRONG_VALUE),
    ],
)
def test_units_are_whole_words_and_come_second_to_values(text: str, fault: Fault | None) -> None:
    agreement = compare(text, figure("24200", "100", ROUNDED), units=("lượt người", "lượt"))
    assert agreement.fault is fault


def test_without_units_nothing_may_follow() -> None:
    assert compare("3.858 người", exact(3858)).fault is Fault.WRONG_UNIT


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("25 nghìn", "24,2\u00a0nghìn"),
        ("25 nghìn người", "24,2\u00a0nghìn lượt người"),
        ("25%", "24,2\u00a0nghìn lượt người"),
        ("24,2,5 lượt", "24,2\u00a0nghìn lượt người"),
        ("nhiều", "24,2\u00a0nghìn"),
    ],
)
def test_the_expected_text_keeps_a_unit_where_one_stood(text: str, expected: str) -> None:
    agreement = compare(text, figure("24200", "100", ROUNDED), units=("lượt người", "lượt"))
    assert agreement.expected == expected


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("227%", None),
        ("227 phần trăm", None),
        ("227% kế hoạch", None),
        ("khoảng 230%", None),
        ("hơn 226%", None),
        ("227", Fault.WRONG_UNIT),
        ("227 người", Fault.WRONG_UNIT),
        ("227,0%", Fault.TOO_PRECISE),
        ("228%", Fault.WRONG_VALUE),
        ("hơn 227%", Fault.UNPROVEN_BOUND),
    ],
)
def test_a_percent_must_be_written_as_one(text: str, fault: Fault | None) -> None:
    agreement = compare(text, figure("227", "1", ROUNDED), percent=True)
    assert agreement.fault is fault
    assert agreement.expected == "227%"


@pytest.mark.parametrize(
    ("text", "record", "fault", "warning"),
    [
        ("3,858", exact(3858), None, True),
        ("3.858", exact(3858), None, False),
        ("3,858.5", exact(D("3858.5")), None, True),
        ("1.5 tỷ", figure("1.5e9", "1e8", ROUNDED), None, True),
        ("1.200", exact(D("1.2")), None, True),
        ("1.200", exact(1200), None, False),
        ("24,200", figure("24200", "100", ROUNDED), Fault.TOO_PRECISE, False),
        ("trên 3,858", figure("3858", "1", ABOVE), None, True),
        ("trên 1.200", figure("1200", "1", ABOVE), None, False),
        ("dưới 1.200", exact(1000), None, False),
        ("trên 3,858%", exact(D("3.9")), None, False),
        # A bound must not slip through by being read a thousand times smaller or larger.
        ("trên 1.200", exact(500), Fault.UNPROVEN_BOUND, False),
        ("trên 1.200", exact(30), Fault.UNPROVEN_BOUND, False),
        ("trên 3.858", exact(10), Fault.UNPROVEN_BOUND, False),
        ("trên 3,858", exact(2000), Fault.UNPROVEN_BOUND, False),
        ("dưới 1,200", exact(900), Fault.UNPROVEN_BOUND, False),
    ],
)
def test_the_record_decides_between_the_styles(
    text: str, record: Quantity, fault: Fault | None, warning: bool
) -> None:
    agreement = compare(text, record, percent="%" in text)
    assert (agreement.fault, agreement.style_warning) == (fault, warning)


@given(quantities())
def test_what_is_written_from_a_record_agrees_with_it(record: Quantity) -> None:
    agreement = compare(write_quantity(record), record)
    assert (agreement.ok, agreement.style_warning) == (True, False)
    with_unit = compare(write_quantity(record) + " lượt người", record, units=("lượt người",))
    assert with_unit.ok
    assert with_unit.expected == write_quantity(record) + " lượt người"
    assert compare(write_percent(record), record, percent=True).ok


@given(st.integers(0, 10**18 - 1))
def test_an_integer_agrees_with_itself(value: int) -> None:
    for text in (str(value), f"{value:,}".replace(",", "."), f"{value:,}".replace(",", "\u00a0")):
        assert compare(text, exact(value)).ok


@given(st.integers(0, 10**18 - 1), st.data())
def test_a_changed_digit_never_agrees(value: int, data: st.DataObject) -> None:
    text = write_quantity(exact(value))
    position = data.draw(st.sampled_from([n for n, one in enumerate(text) if one != "."]))
    digit = data.draw(st.sampled_from([one for one in "0123456789" if one != text[position]]))
    changed = text[:position] + digit + text[position + 1 :]
    assert not compare(changed, exact(value)).ok


@given(quantities(), st.sampled_from([("tỷ", "tỉ"), ("nghìn", "ngàn")]))
def test_spellings_of_a_scale_agree_alike(record: Quantity, spellings: tuple[str, str]) -> None:
    assert compare(write_quantity(record).replace(*spellings), record).ok


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\u00a0",
        "x" * 10_000,
        "1" * 10_000,
        "\x00",
        "1\x00",
        "🩸",
        "１２",
        "\ud800",
        "%",
        "tỷ",
        "hơn",
        "́",
    ],
)
def test_hostile_texts_are_faults_not_errors(text: str) -> None:
    for record in (exact(12), figure("24.6e9", "1e8", ROUNDED), figure("5", "1", ABOVE)):
        for options in ({}, {"percent": True}, {"units": ("người",)}):
            arguments: dict[str, Any] = dict(options)
            assert not compare(text, record, **arguments).ok


@given(st.text(max_size=LONGEST_TEXT + 20), quantities(), st.booleans())
def test_no_text_makes_comparing_fail(text: str, record: Quantity, percent: bool) -> None:
    agreement = compare(text, record, units=("người",), percent=percent)
    assert agreement.ok is (agreement.fault is None)


@given(st.text("0123456789., \u00a0%-+><~", max_size=30), quantities())
def test_no_number_like_text_makes_comparing_fail(text: str, record: Quantity) -> None:
    agreement = compare(text + " người", record, units=("người",))
    assert agreement.ok is (agreement.fault is None)
