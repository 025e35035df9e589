"""Sums are written to the đồng, and a share never says nothing or all where it is not so."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minhbach.language import read_catalogue
from minhbach.numbers.statement import read_statement
from minhbach.numbers.writing import Pieces
from minhbach.pages.formatting import Formatter
from minhbach.records.knowing import Missing
from minhbach.site.model import CampaignPeriod

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
        (1, 1000, "0,1%"),
        (1, 10_000, "dưới 0,1%"),
        (62_680_000, 7_209_211_000, "0,9%"),
        (5, 100, "5%"),
        (997, 10_000, "10%"),
        (999, 1000, "trên 99%"),
        (980, 1250, "78%"),
        (1, 0, ""),
        (-1, 5, ""),
        (3, 2, "150%"),
    ],
)
def test_shares(part: int, whole: int, words: str) -> None:
    assert FORMAT.share(part, whole) == words


@pytest.mark.parametrize(
    ("part", "whole", "words"),
    [
        (62_680_000, 7_209_211_000, "khoảng 0,9%"),
        (5, 100, "5%"),
        (9, 1000, "0,9%"),
        (1, 10_000, "dưới 0,1%"),
        (0, 5, "0%"),
        (977, 1250, "78%"),
        (1, 0, ""),
    ],
)
def test_a_small_share_that_is_rounded_says_so_in_a_sentence(part: int, whole: int, words: str) -> None:
    assert FORMAT.share_words(part, whole) == words


@pytest.mark.parametrize(
    ("missing", "words"),
    [
        (Missing.NOT_YET_PUBLISHED, "chưa công bố"),
        (Missing.NOT_STATED, "nguồn không nêu"),
        (Missing.NOT_RECORDED, "chưa có ghi chép"),
        (Missing.UNKNOWN, "chưa có thông tin"),
        (None, "chưa có thông tin"),
    ],
)
def test_each_kind_of_not_knowing_has_its_own_words(missing: Missing | None, words: str) -> None:
    assert FORMAT.missing(missing) == words
    assert FORMAT.amount(None, "đồng", missing) == words
    assert FORMAT.number(None, missing) == words


@pytest.mark.parametrize(
    ("period", "words"),
    [
        (CampaignPeriod(date(2025, 1, 9), date(2025, 1, 26)), "09/01/2025 – 26/01/2025"),
        (CampaignPeriod(start=date(2025, 1, 9)), "từ 09/01/2025"),
        (
            CampaignPeriod(start=date(2025, 1, 9), end_missing=Missing.NOT_STATED),
            "từ 09/01/2025 (ngày kết thúc: nguồn không nêu)",
        ),
        (
            CampaignPeriod(end=date(2025, 1, 26), start_missing=Missing.NOT_RECORDED),
            "đến 26/01/2025 (ngày bắt đầu: chưa có ghi chép)",
        ),
        (CampaignPeriod(), "ngày bắt đầu, ngày kết thúc: chưa có thông tin"),
        (
            CampaignPeriod(start_missing=Missing.NOT_STATED, end_missing=Missing.NOT_RECORDED),
            "ngày bắt đầu: nguồn không nêu; ngày kết thúc: chưa có ghi chép",
        ),
    ],
)
def test_a_day_that_is_not_known_says_why(period: CampaignPeriod, words: str) -> None:
    assert FORMAT.period(period) == words


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
