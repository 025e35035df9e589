"""Gifts may lack day or receipt, and lists be incomplete; no balance counts what it cannot know."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from minhbach.records.money import FundRecord

HEAD = "receipt,date,name,campaign,fund,amount_vnd,note\n"
FUND = FundRecord(name="Quỹ", opened=date(2025, 1, 1), opening_vnd="unknown")
ROWS = "SELECT receipt, day, campaign, fund, amount_vnd, counted_year FROM public_gifts ORDER BY number"


def codes(reading) -> list[str]:
    return [problem.kind.code for problem in reading.problems if problem.kind.code != "chua-ro-dong-y"]


def test_a_gift_without_day_and_receipt_is_in_no_fund_and_no_made_up_year(read) -> None:
    reading = read({"gifts/a.csv": HEAD + ",,,tet,,500000,\nPT-2,2025-01-10,,tet,,1,\n"})
    assert codes(reading) == ["khoan-khong-ngay"]
    assert reading.ledger.rows(ROWS) == [
        (None, None, "tet", None, 500_000, None),
        ("PT-2", date(2025, 1, 10), "tet", "quy", 1, None),
    ]


def test_a_campaign_that_began_and_ended_in_one_year_says_in_which_its_gifts_came(read) -> None:
    reading = read({"gifts/a.csv": "campaign,amount_vnd\ntet,5\nlu,6\n"}, years={"tet": 2025})
    assert [row[-1] for row in reading.ledger.rows(ROWS)] == [2025, None]


def test_gifts_of_an_incomplete_list_are_in_no_fund_and_warn_of_nothing(read) -> None:
    rows = {"gifts/a.csv": HEAD + "PT-1,2025-01-10,,tet,,5,\n,,,tet,,6,\n"}
    reading = read(rows, incomplete=frozenset({"tet"}))
    assert codes(reading) == []
    assert [row[3] for row in reading.ledger.rows(ROWS)] == [None, None]


def test_a_refund_is_in_the_fund_that_its_gift_is_in(read) -> None:
    rows = "receipt,date,kind,campaign,fund,amount_vnd,refers_to\n"
    rows += "PT-1,,,tet,,5,\nHT-1,2025-02-01,refund,,,2,PT-1\n"
    reading = read({"gifts/a.csv": rows})
    assert [(row[3], row[4]) for row in reading.ledger.rows(ROWS)] == [(None, 5), (None, -2)]


@pytest.mark.parametrize(
    ("row", "changes", "code"),
    [
        (",,,tet,quy,5,", {}, "thieu-ngay-trong-quy"),
        (",,,tet,quy,5,", {"funds": {"quy": FUND}}, None),
        (",2025-01-10,,tet,quy,5,", {"incomplete": frozenset({"tet"})}, "danh-sach-thieu-trong-quy"),
        (
            ",2025-01-10,,tet,quy,5,",
            {"incomplete": frozenset({"tet"}), "funds": {"quy": FUND}},
            None,
        ),
        (",,,,,5,", {}, "thieu-o"),
    ],
)
def test_a_balance_is_never_given_what_it_cannot_count(read, row, changes, code) -> None:
    assert codes(read({"gifts/a.csv": HEAD + row + "\n"}, **changes)) == ([code] if code else [])


def test_a_fund_whose_ledger_is_incomplete_takes_everything(read) -> None:
    fund = FundRecord(name="Quỹ", opened=date(2025, 1, 1), opening_vnd=Decimal(0), complete=False)
    reading = read({"gifts/a.csv": HEAD + ",,,tet,quy,5,\n"}, funds={"quy": fund})
    assert codes(reading) == []
    assert not fund.has_balance


def test_the_same_list_in_two_files_is_refused_and_equal_gifts_in_one_are_pointed_out(read) -> None:
    row = ",,Công ty Mẫu,tet,,5,"
    both = read({"gifts/a.csv": f"{HEAD}{row}\n", "gifts/b.csv": f"{HEAD}{row}\n"})
    assert "trung-khoan-khong-so" in codes(both)
    assert both.ledger.is_empty
    one = read({"gifts/a.csv": f"{HEAD}{row}\n{row}\n", "gifts/b.csv": f"{HEAD}{row}lần 2\n"})
    assert "khoan-giong-nhau" in codes(one)
    assert one.ledger.count("gifts") == 3


@pytest.mark.parametrize("kind", ["refund", "correction"])
def test_what_refers_to_a_gift_has_a_day_and_a_number_of_its_own(read, kind) -> None:
    head = "receipt,date,kind,fund,amount_vnd,refers_to\nPT-1,2025-01-10,,quy,9,\n"
    assert codes(read({"gifts/a.csv": f"{head},,{kind},,1,PT-1\n"})) == ["thieu-o", "thieu-o"]


def test_other_ledgers_still_need_both(read) -> None:
    reading = read({"expenses/a.csv": "receipt,date,fund,purpose,amount_vnd\n,,quy,qua,5\n"})
    assert codes(reading) == ["thieu-o", "thieu-o"]


def test_amounts_and_households_are_read_as_vietnamese_writes_them(read) -> None:
    gifts = "receipt;date;fund;amount_vnd\nPT-1;2025-01-10;quy;1.500.000\nPT-2;2025-01-10;quy;1.500\n"
    deliveries = "receipt;date;campaign;item;quantity;unit;households\nT1;2025-01-10;tet;gạo;1,5;tấn;1.200\n"
    reading = read({"gifts/a.csv": gifts, "deliveries/a.csv": deliveries})
    assert codes(reading) == []
    assert [row[4] for row in reading.ledger.rows(ROWS)] == [1_500_000, 1_500]
    assert reading.ledger.rows("SELECT quantity, households FROM public_deliveries") == [
        (Decimal("1.500"), 1200)
    ]
