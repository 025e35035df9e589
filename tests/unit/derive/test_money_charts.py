"""Ledgers draw the charts that they can fill; their addresses are never those of a figure."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from types import SimpleNamespace

from minhbach.derive.charts import find_chart
from minhbach.derive.money_charts import is_money_address, list_money_charts
from minhbach.ledger.tables import Ledger
from minhbach.records.money import FundRecord

FUND = FundRecord(name="Quỹ", opened=date(2025, 1, 1), opening_vnd=Decimal(0))


def site_of(ledger: Ledger) -> SimpleNamespace:
    campaign = SimpleNamespace(id="tet", lists_all=True, ledger=SimpleNamespace(headline="tien"))
    return SimpleNamespace(
        ledger=ledger,
        campaigns={"tet": campaign},
        funds={"quy": FUND},
        figures={"tet.tien": "figure"},
        programmes={},
    )


def test_a_campaign_with_gifts_expenses_and_pledges_has_four_charts_and_its_fund_one(ledger_of) -> None:
    ledger = ledger_of(
        gifts=[{"amount_vnd": 10}, {"amount_vnd": 5, "day": date(2025, 1, 2)}],
        expenses=[{"amount_vnd": 4, "purpose": "mua"}],
        pledges=[{"amount_vnd": 20, "ward": "dong"}],
    )
    plans = list_money_charts(site_of(ledger))
    assert {address: plan.kind for address, plan in plans.items()} == {
        "tet.thu-chi.luy-ke": "gifts",
        "tet.thu-chi.theo-thang": "campaign-months",
        "tet.thu-chi.muc-chi": "purposes",
        "tet.thu-chi.dang-ky": "promises",
        "quy.quy.theo-thang": "fund-months",
    }
    assert plans["tet.thu-chi.luy-ke"].figures == ("figure",), "its targets stand in the chart"


def test_what_cannot_be_filled_is_not_drawn(ledger_of) -> None:
    assert list_money_charts(site_of(Ledger())) == {}
    plans = list_money_charts(site_of(ledger_of(gifts=[{"amount_vnd": 10}])))
    assert list(plans) == ["quy.quy.theo-thang"], "one day is no course, and nothing is known of expenses"
    plans = list_money_charts(site_of(ledger_of(pledges=[{"amount_vnd": 10, "donor": "cong-ty"}])))
    assert list(plans) == [], "promises without a ward are no chart by ward"


def test_prose_finds_them_by_their_addresses(ledger_of) -> None:
    site = site_of(ledger_of(gifts=[{"amount_vnd": 10}], expenses=[{"amount_vnd": 4, "purpose": "mua"}]))
    plan = find_chart(site, "tet.thu-chi.muc-chi")
    assert plan is not None
    assert (plan.kind, plan.subject) == ("purposes", "tet")
    assert find_chart(site, "tet.thu-chi.luy-ke") is None
    assert find_chart(site, "khac.thu-chi.muc-chi") is None


def test_figures_that_share_a_word_keep_their_addresses() -> None:
    for address in ("tet.thu-chi", "tet.thu-chi.series", "tet.quy.parts", "quy.theo-thang", "a.thu-chi.quy"):
        assert not is_money_address(address)
