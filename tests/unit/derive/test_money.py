"""Whatever a ledger holds: parts make up totals, months join on, and nothing is lost between funds."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from minhbach.derive.money import add_up, sum_gifts
from minhbach.ledger.tables import Ledger, open_database
from minhbach.records.money import FundRecord

FUNDS = {
    "a": FundRecord(name="A", opened=date(2024, 11, 15), opening_vnd=Decimal(1000)),
    "b": FundRecord(name="B", opened=date(2024, 11, 15), opening_vnd=Decimal(0)),
}
DAYS = st.integers(0, 400).map(lambda days: date(2024, 11, 15) + timedelta(days=days))
AMOUNTS = st.integers(1, 10**15 - 1)
CAMPAIGNS = st.sampled_from(["tet", "lu", None])
GIFTS = st.lists(
    st.tuples(
        DAYS,
        st.sampled_from(["gift", "collection", "refund", "correction"]),
        st.sampled_from(["named", "anonymous", "not-itemised"]),
        CAMPAIGNS,
        st.sampled_from(["a", "b"]),
        AMOUNTS,
        st.booleans(),
    ),
    max_size=25,
)
EXPENSES = st.lists(
    st.tuples(
        DAYS,
        CAMPAIGNS,
        st.sampled_from(["a", "b"]),
        st.sampled_from([None, "a", "b"]),
        st.sampled_from(["qua", "xe"]),
        AMOUNTS,
    ),
    max_size=25,
)


def make_ledger(gifts: list[tuple], expenses: list[tuple]) -> Ledger:
    """Put rows into public tables: refunds with their sign, as the reading of a ledger does."""
    database = open_database()
    for number, (day, kind, listing, campaign, fund, amount, is_goods) in enumerate(gifts):
        database.execute(
            "INSERT INTO public_gifts (receipt, day, kind, listing, campaign, fund, amount_vnd, is_goods, "
            "valuation) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                *(f"PT-{number}", day, kind, listing, campaign, fund),
                *(-amount if kind == "refund" else amount, is_goods, "hoá đơn" if is_goods else None),
            ],
        )
    for number, (day, campaign, fund, to_fund, purpose, amount) in enumerate(expenses):
        database.execute(
            "INSERT INTO public_expenses (receipt, day, kind, campaign, fund, to_fund, purpose, amount_vnd) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            [
                *(f"PC-{number}", day, "transfer" if to_fund else "expense", campaign, fund, to_fund),
                *(None if to_fund else purpose, amount),
            ],
        )
    return Ledger(database, {"gifts": len(gifts), "expenses": len(expenses)})


@settings(max_examples=40)
@given(GIFTS, EXPENSES)
def test_every_total_is_the_sum_of_the_rows(gifts: list[tuple], expenses: list[tuple]) -> None:
    ledger = make_ledger(gifts, expenses)
    money = add_up(ledger, FUNDS)
    signed = [(-row[5] if row[1] == "refund" else row[5], *row) for row in gifts]
    for campaign in ("tet", "lu"):
        here = [row for row in signed if row[4] == campaign]
        spent = [row for row in expenses if row[1] == campaign and row[3] in (None, row[2])]
        if not here and not spent:
            assert campaign not in money.campaigns
            continue
        found = money.campaigns[campaign]
        assert found.received_vnd == sum(row[0] for row in here if not row[7])
        assert found.goods_total_vnd == sum(row[0] for row in here if row[7])
        for listing, amount in found.money_vnd.items():
            assert amount == sum(row[0] for row in here if row[3] == listing and not row[7])
        assert sum(found.money_vnd.values()) == found.received_vnd == sum(found.received_by_day.values())
        assert sum(found.rows.values()) == sum(row[2] in ("gift", "collection") for row in here)
        assert found.spent_vnd == sum(row[5] for row in spent if row[3] is None)
        assert found.spent_vnd == sum(found.spent_by_day.values())
        assert found.released_vnd == sum(row[5] for row in spent if row[3] is not None)
        assert found.left_vnd == found.received_vnd - found.spent_vnd - found.released_vnd
        assert sum(sum_gifts(ledger, campaign).values()) == found.received_vnd
        assert (
            sum(sum_gifts(ledger, campaign, with_goods=True).values())
            == found.received_vnd + found.goods_total_vnd
        )


@settings(max_examples=40)
@given(GIFTS, EXPENSES)
def test_months_join_on_and_end_where_the_rows_do(gifts: list[tuple], expenses: list[tuple]) -> None:
    money = add_up(make_ledger(gifts, expenses), FUNDS)
    moved: dict[str, int] = defaultdict(int)
    for _day, kind, _listing, _campaign, fund, amount, is_goods in gifts:
        if not is_goods:
            moved[fund] += -amount if kind == "refund" else amount
    for _day, _campaign, fund, to_fund, _purpose, amount in expenses:
        moved[fund] -= amount
        if to_fund is not None:
            moved[to_fund] += amount
    for key, account in money.funds.items():
        before = int(FUNDS[key].opening_vnd)
        month = FUNDS[key].opened.replace(day=1)
        for item in account.months:
            assert item.opening_vnd == before
            assert item.first_day == month
            before = item.closing_vnd
            month = (month + timedelta(days=31)).replace(day=1)
        assert account.closing_vnd == before == int(FUNDS[key].opening_vnd) + moved[key]
        if account.balances:
            assert account.balance_on(account.last_day) == account.closing_vnd
        assert account.balance_on(date(2024, 11, 14)) == int(FUNDS[key].opening_vnd)
    total = sum(account.closing_vnd for account in money.funds.values())
    assert total == 1000 + sum(
        -row[5] if row[1] == "refund" else row[5] for row in gifts if not row[6]
    ) - sum(row[5] for row in expenses if row[3] is None)


def test_money_given_for_a_campaign_is_not_free_for_another() -> None:
    gifts = [(date(2025, 1, 1), "gift", "named", "tet", "b", 500, False)]
    spent = [(date(2025, 1, 2), None, "b", None, "qua", 200)]
    account = add_up(make_ledger(gifts, spent), FUNDS).funds["b"]
    assert account.balances[date(2025, 1, 2)] == 300
    assert account.overspent == {date(2025, 1, 2): 200}


def test_free_money_may_be_added_to_a_campaign() -> None:
    gifts = [(date(2025, 1, 1), "gift", "named", "tet", "a", 500, False)]
    spent = [(date(2025, 1, 2), "tet", "a", None, "qua", 1500)]
    account = add_up(make_ledger(gifts, spent), FUNDS).funds["a"]
    assert account.overspent == {}
    assert account.closing_vnd == 0


def test_what_is_left_of_a_campaign_can_be_freed() -> None:
    gifts = [(date(2025, 1, 1), "gift", "named", "tet", "b", 500, False)]
    freed = [
        (date(2025, 1, 2), "tet", "b", "b", None, 200),
        (date(2025, 1, 3), None, "b", None, "qua", 200),
    ]
    money = add_up(make_ledger(gifts, freed), FUNDS)
    assert money.funds["b"].overspent == {}
    assert money.campaigns["tet"].left_vnd == 300


def test_a_fund_without_rows_holds_what_it_opened_with() -> None:
    account = add_up(Ledger(), FUNDS).funds["a"]
    assert (account.closing_vnd, account.last_day, account.months) == (1000, date(2024, 11, 15), ())
