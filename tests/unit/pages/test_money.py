"""The overview of money: what costs were, how much of all that is, and by which text they are told apart."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from minhbach.pages.money import make_money_page
from minhbach.pages.renderer import Renderer

ORGANISATION = "data/organisation.yml"
PURPOSES = "van-chuyen: {name: Vận chuyển, is_cost: true}\nqua: {name: Quà}\n"


@pytest.fixture
def overview(
    render: Callable[..., Renderer], ledger_of: Callable[..., Any], organisation_text: str
) -> Callable[..., str]:
    """Return a function that gives the overview's text for a profile and purposes with what was spent."""

    def make(profile: str, **spent: int) -> str:
        disclosure = f"disclosure: {{profile: {profile}}}\n"
        renderer = render({ORGANISATION: organisation_text + disclosure, "data/purposes.yml": PURPOSES})
        fund = next(iter(renderer.site.funds))
        rows = [
            {"purpose": key.replace("_", "-"), "amount_vnd": amount, "fund": fund, "day": date(2025, 1, 10)}
            for key, amount in spent.items()
        ]
        site = replace(renderer.site, ledger=ledger_of(expenses=rows))
        html = make_money_page(Renderer(site, renderer.catalogue, {}, {}, renderer.exports)).html
        return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html))

    return make


@pytest.mark.parametrize("spent", [{"van_chuyen": 9, "qua": 991}, {"qua": 1000}])
def test_the_decree_on_costs_is_cited_only_under_the_profile_it_belongs_to(
    overview: Callable[..., str], spent: dict[str, int]
) -> None:
    cited = "Theo Nghị định số 93/2021/NĐ-CP, Điều 12, cần đối chiếu văn bản gốc."
    assert cited in overview("disaster-appeal", **spent)
    for profile in ("red-cross", "social-fund"):
        assert "93/2021" not in overview(profile, **spent)


def test_a_small_share_of_costs_has_a_decimal_and_is_about_where_it_is_rounded(
    overview: Callable[..., str],
) -> None:
    assert "bằng khoảng 0,9% tổng số đã chi" in overview(
        "red-cross", van_chuyen=62_680_000, qua=7_209_211_000 - 62_680_000
    )
    assert "bằng 0,9% tổng số đã chi" in overview("red-cross", van_chuyen=9, qua=991)


def test_money_of_which_there_is_no_ledger_is_not_recorded_and_not_said_to_be_withheld(
    overview: Callable[..., str],
) -> None:
    text = overview("red-cross", qua=1000)
    assert "Tổng thu chưa có ghi chép" in text
    assert "chưa công bố" not in text
