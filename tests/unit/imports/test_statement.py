"""Statements of a bank: money in becomes gifts without names, and the senders' words go nowhere."""

from datetime import date

import pytest

from minhbach.imports import amounts, dates, plan, statement
from minhbach.imports.rows import write_rows

HEAD = ["STT", "Ngày giao dịch", "Số tham chiếu", "Ghi nợ", "Ghi có", "Số dư", "Nội dung"]
MEMO = "TRAN THI MAU 0912345678 ung ho Tet"
ROWS = [
    ["", "", "", "", "", "1,000,000", "Số dư đầu kỳ"],
    [1, "16/01/2025 08:43:12", "FT25016001", "", "500,000", "1,500,000", MEMO],
    [2, "16/01/2025 09:10:00", "FT25016002", "11,000", "", "1,489,000", "Phi chuyen tien"],
    [3, date(2025, 1, 17), "FT25017003", "", "+250", "1,489,250", "gop nho"],
]


def test_credits_become_gifts_without_names_and_memos_are_gone(read) -> None:
    done = read(HEAD, *ROWS, sort="statement", campaign="tet-2025", fund="quy-mau")
    kept = [{name: text for name, text in row.cells.items() if text} for row in done.reading.rows]
    assert kept == [
        {
            "receipt": "FT25016001",
            "date": "2025-01-16",
            "campaign": "tet-2025",
            "fund": "quy-mau",
            "amount_vnd": "500000",
        },
        {
            "receipt": "FT25017003",
            "date": "2025-01-17",
            "campaign": "tet-2025",
            "fund": "quy-mau",
            "amount_vnd": "250",
        },
    ]
    written = write_rows(done.plan.new).decode()
    assert not any(word in written for word in ("MAU", "0912345678", "ung ho", "gop"))


def said(done) -> list[str]:
    return [notice.message for notice in done.reading.notices]


def test_debits_are_counted_and_no_gifts(read) -> None:
    done = read(HEAD, *ROWS, sort="statement")
    [debits] = [one for one in done.reading.notices if one.message == statement.DEBITS]
    assert debits.details == {"count": "1", "sum": "11.000"}


@pytest.mark.parametrize("rows", [ROWS, ROWS[:0:-1]])
def test_the_balance_is_checked_in_either_order_of_time(read, rows) -> None:
    assert statement.BALANCE_HOLDS in said(read(HEAD, *rows, sort="statement"))


@pytest.mark.parametrize("order", [1, -1])
def test_a_missing_row_breaks_the_balance(read, order) -> None:
    done = read(HEAD, *(ROWS[:2] + ROWS[3:])[::order], sort="statement")
    broken = [one for one in done.reading.notices if one.message == statement.BALANCE_BROKEN]
    assert [one.details["found"] for one in broken] == ["1.489.250"]
    assert broken[0].details["expected"] == "1.500.250"


def test_what_looks_like_interest_is_pointed_out(read) -> None:
    done = read(HEAD, [1, "16/01/2025", "A1", "", "1,200", "", "TRA LAI TIEN GUI"], sort="statement")
    assert statement.INTEREST in said(done)


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ([1, "31/02/2025", "A1", "", "5,000", "", ""], dates.IMPOSSIBLE),
        ([1, "16/01/2025", "A1", "", "năm nghìn", "", ""], amounts.NOT_AN_AMOUNT),
        ([1, "16/01/2025", "A1", "", "-5,000", "", ""], amounts.NOT_POSITIVE),
        ([1, "16/01/2025", "A1", "5,000", "5,000", "", ""], statement.BOTH_WAYS),
        ([1, "16/01/2025", "A1", "", "5,000", "nhiều", ""], amounts.NOT_AN_AMOUNT),
    ],
)
def test_each_bad_row_is_reported(read, row, reason) -> None:
    done = read(HEAD, row, sort="statement")
    assert [fault.reason for fault in done.faults] == [reason]
    assert done.reading.rows == ()


def test_two_credits_with_one_reference_are_reported(read) -> None:
    rows = [[1, "16/01/2025", "A1", "", "5,000", "", "x"], [2, "16/01/2025", "A1", "", "6,000", "", "y"]]
    done = read(HEAD, *rows, sort="statement")
    assert [fault.reason for fault in done.faults] == [plan.SAME_RECEIPT] * 2
    assert done.plan.new == ()


def test_a_credit_without_a_reference_gets_a_receipt(read) -> None:
    done = read(HEAD, [1, "16/01/2025", "", "", "5,000", "", MEMO], sort="statement")
    assert done.plan.new[0].receipt.startswith("TL-")


def test_the_sum_of_credits_is_checked(read) -> None:
    total = ["Cộng phát sinh", "", "", "11,000", "500,250", "", ""]
    done = read(HEAD, *ROWS, total, sort="statement")
    assert len(done.reading.rows) == 2
    assert any("agrees with the rows" in message for message in said(done))
