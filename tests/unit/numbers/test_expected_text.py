"""What a wrong text is to be changed to agrees with the record: whoever does as told is never told again.

Both languages are tried as the check of prose tries them. Records are of every kind there is.
"""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from made_up_quantities import quantities
from minhbach.numbers.agreement import compare
from minhbach.numbers.english import english_units, from_english, to_english
from minhbach.numbers.quantity import Precision, Quantity, exact

LETTERS_OF_VIETNAMESE = set("ăâđêôơưáàảãạ" + "ấầẩẫậắằẳẵặéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ")

UNITS = st.sampled_from(
    [
        (),
        ("đồng",),
        ("suất quà", "suất"),
        ("lượt người", "lượt"),
        ("%",),
        ("đơn vị máu (350 ml)",),
        ("nghìn lượt",),
        ("tỷ lệ",),
        ("ca/100.000 dân",),
        ("m²",),
        ("°C",),
        ("tấn",),
    ]
)
"""Units as staff may write them into data/indicators.yml."""

WORDS = st.sampled_from(
    [
        "",
        "hơn",
        "trên",
        "gần",
        "khoảng",
        "ước tính khoảng",
        "dưới",
        "không dưới",
        "không quá",
        "ít nhất",
        "tối đa",
        "ngót",
        "trên dưới",
        "khoảng hơn",
        "không gần",
        "tốc độ",
        "từ",
        "~",
        "≥",
        "$",
    ]
)
NUMBERS = st.one_of(
    st.integers(0, 10**13).map(str),
    st.integers(0, 10**13).map(lambda value: f"{value:,}".replace(",", ".")),
    st.integers(0, 10**7).map(lambda value: f"{value:,}"),
    st.decimals(0, 10**5, places=2).map(lambda value: str(value).replace(".", ",")),
    st.decimals(0, 10**5, places=1).map(str),
    st.sampled_from(["1.2.3", "không", "nhiều", "5 và 6", "-3", "007"]),
)
SCALES = st.sampled_from(["", " nghìn", " ngàn", " triệu", " tỷ", " nghìn tỷ", " tỷ 300 triệu", " chục"])
ENDS = st.sampled_from(
    ["", "%", " phần trăm", " đồng", " suất", " suất quà", " lượt người", " người", " VND", " trở lên", "."]
)
WRONG = st.builds("{} {}{}{}".format, WORDS, NUMBERS, SCALES, ENDS).map(str.strip) | st.text(max_size=40)


def obey(text: str, record: Quantity, units: tuple[str, ...], percent: bool) -> None:
    expected = compare(text, record, units=units, percent=percent).expected
    again = compare(expected, record, units=units, percent=percent)
    assert (again.fault, again.style_warning, again.expected) == (None, False, expected)


def obey_in_english(text: str, record: Quantity, units: tuple[str, ...], percent: bool) -> None:
    offered = english_units(units)
    expected = to_english(compare(from_english(text), record, units=offered, percent=percent).expected)
    again = compare(from_english(expected), record, units=units, percent=percent)
    assert (again.fault, again.style_warning) == (None, False)
    assert not set(expected.casefold()) & LETTERS_OF_VIETNAMESE


@given(WRONG, quantities(), UNITS)
def test_a_number_changed_as_told_is_told_no_more(
    text: str, record: Quantity, units: tuple[str, ...]
) -> None:
    obey(text, record, units, percent=False)


@given(WRONG, quantities())
def test_a_percent_changed_as_told_is_told_no_more(text: str, record: Quantity) -> None:
    obey(text, record, (), percent=True)


ENGLISH = st.builds(
    "{} {}{}{}".format,
    st.sampled_from(
        ["", "over", "more than", "nearly", "about", "at least", "at most", "fewer than", "up to"]
    ),
    NUMBERS,
    st.sampled_from(["", " thousand", " million", " billion", " thousand billion", " dozen"]),
    st.sampled_from(["", "%", " percent", " VND", " dong", " gifts", " people"]),
).map(str.strip) | st.text(max_size=40)


@given(ENGLISH, quantities(), UNITS)
def test_a_number_of_a_summary_in_english_too(text: str, record: Quantity, units: tuple[str, ...]) -> None:
    obey_in_english(text, record, units, percent=False)


@given(ENGLISH, quantities())
def test_a_percent_of_a_summary_in_english_too(text: str, record: Quantity) -> None:
    obey_in_english(text, record, (), percent=True)


@pytest.mark.parametrize(
    ("unit", "right", "wrong"),
    [
        ("đơn vị máu (350 ml)", "4.875 đơn vị máu (350 ml)", "4.875 đơn vị máu (250 ml)"),
        ("triệu đồng", "4.875 triệu đồng", "4.875 đồng"),
        ("ca/100.000 dân", "4.875 ca/100.000 dân", "4.875 ca/1.000 dân"),
        ("km2", "4.875 km2", "4.875 km3"),
        ("%", "4.875%", "4.875‰"),
        ("%", "4.875 %", "4.875 người"),
        ("phần trăm", "4.875 phần trăm", "4.875 phần"),
    ],
)
def test_a_unit_may_hold_what_reads_as_a_number_or_a_scale(unit: str, right: str, wrong: str) -> None:
    assert compare(right, exact(4875), units=(unit,)).ok
    refused = compare(wrong, exact(4875), units=(unit,))
    assert not refused.ok
    assert compare(refused.expected, exact(4875), units=(unit,)).ok


def test_billions_of_packages_are_no_rate() -> None:
    record = Quantity(Decimal(24_600_000_000), Decimal(10) ** 8, Precision.ROUNDED)
    assert compare("24,6 tỷ suất quà", record, units=("suất quà",)).ok


def test_no_vietnamese_unit_is_offered_in_english() -> None:
    assert english_units(("suất quà", "suất", "đồng", "%")) == ("đồng", "%")
    assert (
        to_english(compare("5,000 packages", exact(4857), units=english_units(("suất quà",))).expected)
        == "4,857"
    )
