"""Sums are written to the đồng, and a share never says nothing or all where it is not so."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minhbach.language import read_catalogue
from minhbach.numbers.statement import read_statement
from minhbach.numbers.writing import Pieces
from minhbach.pages.formatting import Formatter

FORMAT = Formatter(read_catalogue("vi"))


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        (1_250_000, "1.250.000\u00a0đồng"),
        (0, "0\u00a0đồng"),
        (-50_000, "−50.000\u00a0đồng"),
        (Decimal("1000.000"), "1.000\u00a0đồng"),
    ],
)
def test_money_has_every_digit_and_a_space_that_does_not_break(amount: int | Decimal, words: str) -> None:
    assert FORMAT.money(amount) == words


def test_quantities_keep_their_decimals_and_no_more() -> None:
    assert FORMAT.measure(Decimal("12.500"), "kg") == "12,5\u00a0kg"
    assert FORMAT.measure(Decimal("300.000"), "suất") == "300\u00a0suất"


@pytest.mark.parametrize(
    ("unit", "item", "words"),
    [
        ("kg", "gạo", "40\u00a0kg gạo"),
        ("", "chăn ấm", "40\u00a0chăn ấm"),
        ("suất", "suất quà Tết", "40\u00a0suất quà Tết"),
        ("Suất quà Tết", "quà Tết", "40\u00a0Suất quà Tết"),
        ("thùng", "Thùng", "40\u00a0Thùng"),
        ("gói", "gói mì", "40\u00a0gói mì"),
        # The beginning of a word is not the unit.
        ("hộp", "hộpbút", "40\u00a0hộp hộpbút"),
        ("bộ", "", "40\u00a0bộ"),
        ("", "", "40"),
    ],
)
def test_goods_say_once_what_unit_and_item_both_say(unit: str, item: str, words: str) -> None:
    assert FORMAT.goods(Decimal("40.000"), unit, item) == words


@pytest.mark.parametrize(
    ("part", "whole", "words"),
    [
        (0, 5, "0%"),
        (5, 5, "100%"),
        (1, 1000, "dưới 1%"),
        (999, 1000, "trên 99%"),
        (980, 1250, "78%"),
        (1, 0, ""),
        (-1, 5, ""),
        (3, 2, "150%"),
    ],
)
def test_shares(part: int, whole: int, words: str) -> None:
    assert FORMAT.share(part, whole) == words


@given(st.integers(0, 10**15), st.integers(1, 10**15))
def test_only_nothing_is_0_percent_and_only_all_of_it_100(part: int, whole: int) -> None:
    words = FORMAT.share(part, whole)
    assert (words == "0%") == (part == 0)
    if part <= whole:
        assert (words == "100%") == (part == whole)


@pytest.mark.parametrize(
    ("stated", "pieces"),
    [
        ("19.000 suất", Pieces("", "19.000", "suất", "")),
        ("hơn 19.000", Pieces("hơn", "19.000", "suất quà", "")),
        ("từ 30 suất trở lên", Pieces("từ", "30", "suất", "trở lên")),
    ],
)
def test_a_number_in_pieces_says_the_same(stated: str, pieces: Pieces) -> None:
    quantity = read_statement(stated, units=("suất quà", "suất")).quantity
    found = FORMAT.pieces(quantity, "suất quà")
    assert found == pieces
    whole = " ".join(part for part in (found.before, found.number, found.unit, found.after) if part)
    assert whole == FORMAT.amount(quantity, "suất quà").replace("\u00a0", " ")
