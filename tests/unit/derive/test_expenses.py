"""Rows of expenses say what they change, and those that take back or correct lead to what they change."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace

from minhbach.derive.expenses import derive_costs, list_campaign_rows, list_fund_rows
from minhbach.records.money import PurposeRecord

ROWS = [
    {"amount_vnd": 30, "purpose": "mua", "day": date(2024, 12, 30)},
    {"amount_vnd": -10, "kind": "refund", "refers_to": "E1", "purpose": "mua"},
    {"amount_vnd": 5, "kind": "transfer", "to_fund": "khac", "campaign": None},
    {"amount_vnd": 7, "kind": "transfer", "to_fund": "quy"},
    {"amount_vnd": 2, "purpose": "xe", "fund": "khac"},
]


def test_rows_of_a_fund_are_its_own_and_the_transfers_it_receives_newest_first(ledger_of) -> None:
    ledger = ledger_of(expenses=ROWS)
    rows = list_fund_rows(ledger, "khac", limit=9)
    assert [(row.receipt, row.moved_in("khac")) for row in rows] == [("E5", -2), ("E3", 5)]
    rows = list_fund_rows(ledger, "quy", limit=9)
    assert [(row.receipt, row.moved_in("quy")) for row in rows] == [
        ("E4", 0),
        ("E3", -5),
        ("E2", 10),
        ("E1", -30),
    ]
    assert [row.receipt for row in list_fund_rows(ledger, "quy", year=2024, limit=9)] == ["E1"]
    assert [row.receipt for row in list_fund_rows(ledger, "quy", limit=2)] == ["E4", "E3"]


def test_a_refund_knows_the_row_that_it_takes_back(ledger_of) -> None:
    refund = list_fund_rows(ledger_of(expenses=ROWS), "quy", year=2025, limit=9)[-1]
    assert (refund.receipt, refund.original_number, refund.original_day) == ("E2", 1, date(2024, 12, 30))


def test_what_is_released_leaves_the_campaign_but_not_the_fund(ledger_of) -> None:
    rows = list_campaign_rows(ledger_of(expenses=ROWS), limit=9)["tet"]
    assert [(row.receipt, row.moved_in_campaign) for row in rows] == [
        ("E5", -2),
        ("E4", -7),
        ("E2", 10),
        ("E1", -30),
    ]


def test_costs_are_added_up_by_themselves(ledger_of) -> None:
    purposes = {
        "mua": PurposeRecord(name="Mua quà"),
        "xe": PurposeRecord(name="Vận chuyển", is_cost=True),
        "in": PurposeRecord(name="In ấn", is_cost=True),
    }
    site = SimpleNamespace(purposes=purposes, ledger=ledger_of(expenses=ROWS))
    costs = derive_costs(site)
    assert costs is not None
    assert costs.purposes == {"xe": 2, "in": 0}
    assert costs.total_vnd == 2


def test_where_no_purpose_is_a_cost_none_is_known(ledger_of) -> None:
    site = SimpleNamespace(purposes={"mua": PurposeRecord(name="Mua quà")}, ledger=ledger_of(expenses=ROWS))
    assert derive_costs(site) is None
