"""A figure and the ledger that counts the same stand beside each other, whatever they say."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from types import SimpleNamespace
from typing import Any

import pytest

from minhbach.derive.comparison import compare_campaigns
from minhbach.numbers.quantity import Precision, Quantity, exact
from minhbach.records.campaign import CampaignLedgerRecord
from minhbach.records.figure import IndicatorRecord
from minhbach.records.period import DayHour

DAY = DayHour(date(2025, 1, 15))


def indicator(unit: str, measures: Any = None, *forms: str) -> IndicatorRecord:
    return IndicatorRecord(name="Chỉ số", unit=unit, unit_forms=forms, definition="…", measures=measures)


def site_of(ledger, record: IndicatorRecord, quantity, *, as_of=None, key="so", **changes: Any) -> Any:
    kept = CampaignLedgerRecord(**changes) if changes else None
    campaign = SimpleNamespace(
        id="tet", ledger=kept, figures=(f"tet.{key}",), lists_all=kept is None or kept.complete
    )
    figure = SimpleNamespace(
        address=f"tet.{key}",
        key=key,
        owner=campaign,
        indicator_id="chi-so",
        indicator=record,
        quantity=quantity,
        as_of=as_of,
        period=None,
    )
    return SimpleNamespace(
        ledger=ledger,
        campaigns={"tet": campaign},
        figures={f"tet.{key}": figure},
        indicators={"chi-so": record},
    )


def compare(*arguments: Any, **changes: Any) -> list[tuple[str, int | Decimal]]:
    found = compare_campaigns(site_of(*arguments, **changes)).get("tet", ())
    return [(item.state, item.counted) for item in found]


GIFTS = [
    {"amount_vnd": 70, "day": date(2025, 1, 10)},
    {"amount_vnd": 30, "day": date(2025, 1, 20)},
    {"amount_vnd": 500, "item": "gạo", "quantity": Decimal(5), "unit": "kg"},
]


@pytest.mark.parametrize(
    ("quantity", "changes", "state"),
    [
        (exact(100), {}, "equal"),
        (Quantity(Decimal(100), Decimal(100), Precision.ROUNDED), {}, "agrees"),
        (exact(99), {}, "differs"),
        (exact(99), {"differs": {"so": "vì thế"}}, "explained"),
        (exact(1000), {"complete": False}, "partial"),
        (exact(99), {"complete": False}, "beyond"),
        (None, {}, "unknown"),
    ],
)
def test_money_received_is_compared_with_its_figure(ledger_of, quantity, changes, state) -> None:
    money = indicator("đồng", "received-money")
    assert compare(ledger_of(gifts=GIFTS), money, quantity, **changes) == [(state, 100)]


def test_only_what_came_until_the_day_of_the_figure_and_what_has_no_day_counts(ledger_of) -> None:
    gifts = [*GIFTS, {"amount_vnd": 1, "day": None}]
    site = site_of(ledger_of(gifts=gifts), indicator("đồng", "received-money"), exact(71), as_of=DAY)
    ((item,),) = compare_campaigns(site).values()
    assert (item.state, item.with_undated) == ("equal", True)


def test_a_headline_says_for_its_indicator_what_it_counts(ledger_of) -> None:
    ledger = ledger_of(gifts=GIFTS)
    changes = {"headline": "so", "counts": "money-and-goods"}
    assert compare(ledger, indicator("đồng"), exact(600), **changes) == [("equal", 600)]


@pytest.mark.parametrize("measures", ["none", None])
def test_what_ledgers_do_not_hold_is_not_compared(ledger_of, measures) -> None:
    assert compare(ledger_of(gifts=GIFTS), indicator("đồng", measures), exact(5)) == []


def test_without_a_row_of_the_kind_a_ledger_says_nothing(ledger_of) -> None:
    ledger = ledger_of(gifts=GIFTS)
    for measures in ("spent-money", "handed-over", "handed-over-value", "households"):
        assert compare(ledger, indicator("đồng", measures), exact(5)) == []


DELIVERIES = [
    {"item": "quà Tết", "quantity": Decimal(300), "unit": "suất", "households": 250, "amount_vnd": 9},
    {"item": "quà Tết", "quantity": Decimal(20), "unit": "suất", "households": 20, "amount_vnd": 1},
]


def test_households_and_packages_are_those_of_the_deliveries(ledger_of) -> None:
    ledger = ledger_of(deliveries=DELIVERIES)
    assert compare(ledger, indicator("hộ", "households"), exact(720)) == [("differs", 270)]
    packages = indicator("suất quà Tết", "handed-over", "suất quà", "suất")
    rounded = Quantity(Decimal(300), Decimal(100), Precision.ROUNDED)
    assert compare(ledger, packages, rounded) == [("agrees", 320)]
    assert compare(ledger, indicator("đồng", "handed-over-value"), exact(10)) == [("equal", 10)]


def test_a_value_that_not_every_row_states_is_not_added_up(ledger_of) -> None:
    ledger = ledger_of(deliveries=[*DELIVERIES, {"item": "chăn", "quantity": Decimal(1), "unit": "chiếc"}])
    assert compare(ledger, indicator("đồng", "handed-over-value"), exact(10)) == []


def test_of_several_things_in_one_unit_only_those_that_are_meant_count(ledger_of) -> None:
    rows = [
        {"item": "áo ấm", "quantity": Decimal(7), "unit": "chiếc"},
        {"item": "chăn", "quantity": Decimal(5), "unit": "chiếc"},
    ]
    ledger = ledger_of(deliveries=rows)
    coats = indicator("chiếc áo ấm", "handed-over", "áo ấm", "chiếc")
    assert compare(ledger, coats, exact(7)) == [("equal", 7)]
    assert compare(ledger, indicator("chiếc", "handed-over"), exact(12)) == []
