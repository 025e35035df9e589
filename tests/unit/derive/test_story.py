"""The story is told from the ledger's sums, and says what they leave open instead of guessing it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from minhbach.derive.books import NO_MONEY
from minhbach.derive.goods import Goods, derive_goods
from minhbach.derive.money import add_up
from minhbach.derive.promises import Promises, derive_promises
from minhbach.derive.story import Counts, Gap, Story, count_rows, tell


def story_of(ledger, *, has_income: bool = True, has_expenses: bool = True) -> Story:
    return tell(
        add_up(ledger, {}).campaigns.get("tet", NO_MONEY),
        count_rows(ledger).get("tet", Counts()),
        derive_promises(ledger).get("tet", Promises()),
        has_income=has_income,
        has_expenses=has_expenses,
    )


def test_rows_are_counted_by_what_they_are_and_refunds_are_no_gifts(ledger_of) -> None:
    ledger = ledger_of(
        gifts=[
            {"amount_vnd": 10},
            {"amount_vnd": 20, "kind": "collection", "listing": "not-itemised"},
            {"amount_vnd": -5, "kind": "refund", "refers_to": "G1"},
            {"item": "gạo", "quantity": 5, "unit": "kg", "amount_vnd": 90, "valuation": "hoá đơn"},
            {"item": "gạo", "quantity": 5, "unit": "kg", "valuation": "not-valued"},
        ],
        expenses=[{"amount_vnd": 4, "purpose": "mua", "day": date(2025, 2, 3)}],
    )
    assert count_rows(ledger)["tet"] == Counts(1, 1, 1, 1, date(2025, 2, 3))


def test_purposes_come_largest_first_and_those_that_came_back_whole_are_left_out(ledger_of) -> None:
    story = story_of(
        ledger_of(
            gifts=[{"amount_vnd": 100}],
            expenses=[
                {"amount_vnd": 10, "purpose": "xe"},
                {"amount_vnd": 60, "purpose": "qua"},
                {"amount_vnd": 5, "purpose": "in"},
                {"amount_vnd": -5, "purpose": "in", "kind": "refund", "refers_to": "E3"},
            ],
        )
    )
    assert story.purposes == [("qua", 60), ("xe", 10)]
    assert story.money.left_vnd == 30


def test_nothing_spent_yet_is_not_known_what_for(ledger_of) -> None:
    story = story_of(ledger_of(gifts=[{"amount_vnd": 100}]))
    assert story.gaps == (Gap("unspent", Decimal(100)),)


def test_without_a_ledger_of_expenses_nothing_is_said_to_be_unspent(ledger_of) -> None:
    story = story_of(ledger_of(gifts=[{"amount_vnd": 100}]), has_expenses=False)
    assert story.gaps == (Gap("expenses"),)


def test_money_spent_without_gift_purpose_or_delivery_leaves_three_questions(ledger_of) -> None:
    story = story_of(ledger_of(expenses=[{"amount_vnd": 40}]), has_income=False)
    assert story.gaps == (Gap("income"), Gap("purpose", Decimal(40)), Gap("deliveries"))


def test_goods_that_were_not_handed_over_or_have_no_place_are_named(ledger_of) -> None:
    rice = {"item": "gạo", "unit": "kg"}
    story = story_of(
        ledger_of(
            gifts=[{**rice, "quantity": 50, "valuation": "not-valued"}],
            deliveries=[{**rice, "quantity": 20, "ward": "dong"}, {**rice, "quantity": 10}],
        )
    )
    assert story.gaps == (
        Gap("undelivered", Decimal(20), "kg", "gạo"),
        Gap("place", Decimal(10), "kg", "gạo"),
        Gap("value", Decimal(1)),
    )


def test_what_was_bought_and_handed_over_is_no_gap(ledger_of) -> None:
    packages = {"item": "quà Tết", "unit": "suất", "ward": "dong"}
    story = story_of(
        ledger_of(
            gifts=[{"amount_vnd": 100}],
            expenses=[{"amount_vnd": 100, "purpose": "qua"}],
            deliveries=[{**packages, "quantity": 20}],
        )
    )
    assert story.gaps == ()


def test_goods_are_summed_by_item_and_unit_and_never_valued_by_guessing(ledger_of) -> None:
    ledger = ledger_of(
        gifts=[
            {"item": "Gạo", "quantity": 10, "unit": "kg", "valuation": "not-valued"},
            {"item": "gạo", "quantity": "2.5", "unit": "kg", "valuation": "not-valued"},
            {"item": "gạo", "quantity": 4, "unit": "bao", "valuation": "not-valued"},
            {"item": "gạo", "quantity": 7, "unit": "kg", "amount_vnd": 140_000, "valuation": "hoá đơn"},
            {"item": "chăn", "quantity": 3, "unit": "chiếc", "valuation": "not-valued"},
            {"item": "chăn", "quantity": -3, "unit": "chiếc", "kind": "refund", "refers_to": "G5"},
        ]
    )
    goods, more = derive_goods(ledger, limit=9)["tet"]
    assert goods == (
        Goods("Gạo", "kg", Decimal("12.5"), 2, None),
        Goods("gạo", "bao", Decimal(4), 1, None),
        Goods("gạo", "kg", Decimal(7), 1, 140_000),
    )
    assert more == 0
    assert derive_goods(ledger, limit=1)["tet"] == (goods[:1], 2)
