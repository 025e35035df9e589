"""Amounts are read to the đồng, or refused; nothing that could mean two things is taken over."""

from contextlib import suppress
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minhbach.imports import amounts
from minhbach.imports.amounts import read_amount, read_goods
from minhbach.imports.faults import CellError
from minhbach.imports.headings import FOREIGN

DONG = Decimal(1)
THOUSAND = Decimal(1000)


@pytest.mark.parametrize(
    ("cell", "amount"),
    [
        ("1.500.000 đ", 1_500_000),
        ("1.500.000đ", 1_500_000),
        ("1.500.000 đồng", 1_500_000),
        ("1.500.000 VNĐ", 1_500_000),
        ("VND 1,500,000", 1_500_000),
        ("₫1.500.000", 1_500_000),
        ("1,5 triệu", 1_500_000),
        ("1,5 triệu đồng", 1_500_000),
        ("1,5tr", 1_500_000),
        ("500k", 500_000),
        ("1.500.000,00", 1_500_000),
        ("1,500,000", 1_500_000),
        ("1,500,000.00", 1_500_000),
        ("1500000", 1_500_000),
        ("1 500 000", 1_500_000),
        ("1\u00a0500\u00a0000", 1_500_000),
        ("2 tỷ 300 triệu", 2_300_000_000),
        ("1.500", 1_500),
        ("500,000", 500_000),
        ("1,500 VND", 1_500),
        (1_500_000, 1_500_000),
        (1_500_000.0, 1_500_000),
        ("999.999.999.999.999", 10**15 - 1),
    ],
)
def test_amounts_are_read_as_chapters_write_them(cell, amount) -> None:
    assert read_amount(cell, None) == amount


@pytest.mark.parametrize(
    ("cell", "unit", "amount"),
    [
        (1500, THOUSAND, 1_500_000),
        (1500.5, THOUSAND, 1_500_500),
        ("500", THOUSAND, 500_000),
        ("2,5", Decimal(10) ** 6, 2_500_000),
        ("500", DONG, 500),
        (7, DONG, 7),
        ("500 đ", None, 500),
    ],
)
def test_the_unit_of_the_heading_scales(cell, unit, amount) -> None:
    assert read_amount(cell, unit) == amount


@pytest.mark.parametrize(
    ("cell", "unit", "reason"),
    [
        ("", None, amounts.NO_AMOUNT),
        ("một triệu", None, amounts.NOT_AN_AMOUNT),
        ("khoảng 500.000", None, amounts.NOT_AN_AMOUNT),
        ("500.000 hoặc 600.000", None, amounts.NOT_AN_AMOUNT),
        ("50%", None, amounts.NOT_AN_AMOUNT),
        ("500.000 đ/người", None, amounts.NOT_AN_AMOUNT),
        ("=SUM(A1)", None, amounts.NOT_AN_AMOUNT),
        ("1.50.000", None, amounts.NOT_AN_AMOUNT),
        ("2tr5", None, amounts.NOT_AN_AMOUNT),
        (True, None, amounts.NOT_AN_AMOUNT),
        (date(2025, 1, 16), None, amounts.NOT_AN_AMOUNT),
        ("1.500 triệu", None, amounts.AMBIGUOUS),
        ("2.000", THOUSAND, amounts.AMBIGUOUS),
        ("100 USD", None, amounts.FOREIGN_MONEY),
        ("$100", None, amounts.FOREIGN_MONEY),
        (100, FOREIGN, amounts.FOREIGN_MONEY),
        ("1,500 triệu", None, amounts.AMBIGUOUS),
        ("1.500k", None, amounts.AMBIGUOUS),
        ("1.500,5", None, amounts.NOT_WHOLE),
        ("1.500.000,000", None, amounts.NOT_WHOLE),
        (1.5, None, amounts.NOT_WHOLE),
        (1499999.9999999998, None, amounts.NOT_WHOLE),
        ("-500.000", None, amounts.NOT_POSITIVE),
        ("(500.000)", None, amounts.NOT_POSITIVE),
        (-1, None, amounts.NOT_POSITIVE),
        (0, None, amounts.NOT_POSITIVE),
        (10**15, None, amounts.TOO_LARGE),
        ("1.000.000 tỷ", None, amounts.TOO_LARGE),
        ("500", None, amounts.UNIT_UNCLEAR),
        (500, None, amounts.UNIT_UNCLEAR),
        ("1.500.000 đ", THOUSAND, amounts.TWO_UNITS),
        ("1,5 triệu", THOUSAND, amounts.TWO_UNITS),
    ],
)
def test_what_is_unclear_is_refused_with_its_reason(cell, unit, reason) -> None:
    with pytest.raises(CellError) as refused:
        read_amount(cell, unit)
    assert refused.value.reason == reason


@given(st.text(max_size=30) | st.floats() | st.integers(), st.sampled_from([None, DONG, THOUSAND, FOREIGN]))
def test_any_cell_is_an_amount_or_refused(cell, unit) -> None:
    with suppress(CellError):
        assert 0 < read_amount(cell, unit) < 10**15


@pytest.mark.parametrize(
    ("cell", "unit", "item", "expected"),
    [
        (50.0, "kg", "gạo", ("50", "kg", "gạo")),
        ("2,5", "tấn", "gạo", ("2.5", "tấn", "gạo")),
        ("50 kg", "", "gạo", ("50", "kg", "gạo")),
        ("", "", "10 thùng mì tôm", ("10", "thùng", "mì tôm")),
        (0.125, "tấn", "gạo", ("0.125", "tấn", "gạo")),
        (2.375, "tấn", "gạo", ("2.3750", "tấn", "gạo")),
        ("1.500", "thùng", "mì tôm", ("1500", "thùng", "mì tôm")),
    ],
)
def test_goods_have_quantity_and_unit(cell, unit, item, expected) -> None:
    assert read_goods(cell, unit, item) == expected


@pytest.mark.parametrize(
    ("cell", "unit", "item", "reason"),
    [
        ("", "kg", "gạo", amounts.NO_QUANTITY),
        ("", "", "gạo", amounts.NO_QUANTITY),
        (5, "", "gạo", amounts.NO_UNIT),
        ("1.500", "kg", "gạo", amounts.NOT_A_QUANTITY),
        ("1,500", "thùng", "mì tôm", amounts.NOT_A_QUANTITY),
        ("vài", "kg", "gạo", amounts.NOT_A_QUANTITY),
        ("5 tạ", "kg", "gạo", amounts.NOT_A_QUANTITY),
        (0, "kg", "gạo", amounts.NOT_A_QUANTITY),
        (-2, "kg", "gạo", amounts.NOT_A_QUANTITY),
        (1.23456, "kg", "gạo", amounts.NOT_A_QUANTITY),
        (2e9, "kg", "gạo", amounts.NOT_A_QUANTITY),
        (float("nan"), "kg", "gạo", amounts.NOT_A_QUANTITY),
    ],
)
def test_goods_that_are_unclear_are_refused(cell, unit, item, reason) -> None:
    with pytest.raises(CellError) as refused:
        read_goods(cell, unit, item)
    assert refused.value.reason == reason
