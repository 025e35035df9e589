"""Rows of a list become rows of the ledger, or are reported; what may not be published never gets there."""

from datetime import date

import pytest

from minhbach.imports import amounts, dates, gifts, private, rows, totals
from minhbach.imports.faults import UnusableFileError

HEAD = ["STT", "Họ và tên", "Ngày", "Số tiền (đồng)", "Nội dung"]
ROW = [1, "Trần Thị Mẫu", "16/01/2025", 500_000, "Ủng hộ Tết"]


def cells(done, number=0):
    return {name: text for name, text in done.reading.rows[number].cells.items() if text}


def reasons(done) -> list[str]:
    return [fault.reason for fault in done.faults]


def test_a_row_of_money(read) -> None:
    done = read(HEAD, ROW, campaign="tet-2025", fund="quy-mau")
    found = cells(done)
    assert found.pop("receipt").startswith("TL-")
    assert found == {
        "date": "2025-01-16",
        "name": "Trần Thị Mẫu",
        "campaign": "tet-2025",
        "fund": "quy-mau",
        "amount_vnd": "500000",
        "note": "Ủng hộ Tết",
    }


def test_nobody_is_named_unless_consent_is_stated(read) -> None:
    assert "consent" not in cells(read(HEAD, ROW))
    assert cells(read(HEAD, ROW, consent="given"))["consent"] == "given"
    assert cells(read(HEAD, ROW, consent="refused"))["consent"] == "refused"


@pytest.mark.parametrize("name", ["Ẩn danh", "nhà hảo tâm", "Giấu tên", "NGƯỜI ỦNG HỘ ẨN DANH", ""])
def test_an_anonymous_gift_has_no_name(read, name) -> None:
    found = cells(read(HEAD, [1, name, "16/01/2025", 500_000, ""], consent="given"))
    assert not found.keys() & {"name", "consent"}


@pytest.mark.parametrize(("name", "note"), [("Trần Mẫu (giấu tên)", ""), ("Trần Mẫu", "xin không nêu tên")])
def test_a_wish_not_to_be_named_comes_before_consent_for_the_file(read, name, note) -> None:
    found = cells(read(HEAD, [1, name, "16/01/2025", 500_000, note], consent="given"))
    assert found["consent"] == "refused"


def test_a_column_of_consent_comes_before_consent_for_the_file(read) -> None:
    head = [*HEAD, "Đồng ý công khai"]
    done = read(head, [*ROW, "có"], [*ROW, "không"], [*ROW, ""], [*ROW, "hỏi sau"], consent="given")
    assert [row.cells["consent"] for row in done.reading.rows] == ["given", "refused", ""]
    assert reasons(done) == [gifts.NO_CONSENT]


def test_person_and_organisation_are_one_name(read) -> None:
    head = ["Họ và tên", "Đơn vị", "Ngày", "Số tiền (đồng)"]
    done = read(head, ["Mẫu", "Trường Thử", "16/01/2025", 5000], ["", "Trường Thử", "16/01/2025", 5000])
    assert [row.cells["name"] for row in done.reading.rows] == ["Mẫu (Trường Thử)", "Trường Thử"]


def test_wards_and_kinds_of_donors_are_recognised(read) -> None:
    head = [*HEAD, "Phường", "Đối tượng"]
    done = read(
        head,
        [*ROW, "Phường Mỹ Đình 1", "Cá nhân"],
        [*ROW, "cau dien", "Tổ chức"],
        [*ROW, "Phường Lạ", "Người qua đường"],
    )
    assert [(row.cells["ward"], row.cells["donor_kind"]) for row in done.reading.rows] == [
        ("my-dinh-1", "person"),
        ("cau-dien", "organisation"),
    ]
    assert reasons(done) == [gifts.NO_KIND, gifts.NO_WARD]


GOODS = ["Họ và tên", "Ngày", "Số tiền (đồng)", "Hiện vật", "Số lượng", "ĐVT", "Giá trị quy đổi (đồng)"]


def test_goods_have_quantity_unit_and_how_they_were_valued(read) -> None:
    done = read(
        GOODS,
        ["Mẫu", "16/01/2025", None, "gạo", 50, "kg", None],
        ["Mẫu", "16/01/2025", "-", "chăn", 10, "chiếc", 2_000_000],
        ["Mẫu", "16/01/2025", 0, "Tiền mặt", None, None, 300_000],
        fund="quy-mau",
        valuation="theo danh sách",
    )
    kept = ("amount_vnd", "item", "quantity", "unit", "valuation", "fund")
    assert [[row.cells[name] for name in kept] for row in done.reading.rows] == [
        ["", "gạo", "50", "kg", "not-valued", ""],
        ["2000000", "chăn", "10", "chiếc", "theo danh sách", ""],
        ["300000", "", "", "", "", "quy-mau"],
    ]


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (["Mẫu", "16/01/2025", 500_000, "gạo", 50, "kg", None], gifts.MONEY_AND_GOODS),
        (["Mẫu", "16/01/2025", 500_000, "gạo", 50, "kg", 500_000], gifts.MONEY_AND_GOODS),
        (["Mẫu", "16/01/2025", None, "gạo", None, "kg", None], amounts.NO_QUANTITY),
        (["Mẫu", "16/01/2025", None, None, None, None, 500_000], gifts.VALUE_ALONE),
        (["Mẫu", "16/01/2025", 500_000, None, 2, None, None], gifts.QUANTITY_ALONE),
        (["Mẫu", "16/01/2025", None, "gạo 0912345678", 5, "kg", None], private.PHONE),
    ],
)
def test_goods_and_money_that_could_mean_two_things_are_reported(read, row, reason) -> None:
    assert reasons(read(GOODS, row)) == [reason]


def test_cash_or_transfer_but_not_both(read) -> None:
    head = ["Họ và tên", "Ngày", "Tiền mặt (đồng)", "Chuyển khoản (đồng)"]
    done = read(
        head, ["A", "16/01/2025", 5000, None], ["B", "16/01/2025", 0, 6000], ["C", "16/01/2025", 1, 2]
    )
    assert [row.amount_vnd for row in done.reading.rows] == [5000, 6000]
    assert reasons(done) == [gifts.TWO_AMOUNTS]


@pytest.mark.parametrize(
    ("column", "cell", "reason"),
    [
        (1, "Mẫu 0912 345 678", private.PHONE),
        (1, "M" * 301, rows.TOO_LONG),
        (1, "Mẫu \ue000", rows.FORBIDDEN),
        (2, "", dates.NO_DATE),
        (2, "31/02/2025", dates.IMPOSSIBLE),
        (3, "một triệu", amounts.NOT_AN_AMOUNT),
        (3, "", amounts.NO_AMOUNT),
        (4, "STK 19031234567", private.IDENTITY),
        (4, "chị Mẫu gửi", private.NAME_IN_NOTE),
        (4, "TRAN THI MAU chuyen tien", private.NAME_IN_NOTE),
    ],
)
def test_each_bad_cell_is_reported_with_row_column_and_reason(read, column, cell, reason) -> None:
    bad = [*ROW[:column], cell, *ROW[column + 1 :]]
    done = read(["Danh sách ủng hộ"], HEAD, ROW, bad)
    assert [row.number for row in done.reading.rows] == [3]
    [fault] = done.faults
    assert (fault.row, fault.column, fault.reason) == (
        4,
        f"{'ABCDE'[column]} “{HEAD[column]}”",
        reason,
    )


def test_a_note_may_name_a_donor_who_agreed(read) -> None:
    row = [*ROW[:4], "Trần Thị Mẫu gửi"]
    assert reasons(read(HEAD, row, consent="given")) == []


def test_formulas_in_texts_are_texts(read) -> None:
    row = [1, '=HYPERLINK("x")', "16/01/2025", 500_000, "@cmd"]
    assert cells(read(HEAD, row))["name"] == '=HYPERLINK("x")'


def test_private_columns_are_never_looked_at(read) -> None:
    head = [*HEAD, "SĐT", "Số CCCD", "Địa chỉ", "Số tài khoản"]
    done = read(head, [*ROW, "0912345678", "001099012345", "Số 5 ngõ 6", "19031234567"])
    assert reasons(done) == []
    said = " ".join(done.reading.rows[0].cells.values())
    assert not any(number in said for number in ("0912345678", "001099012345", "ngõ 6", "19031234567"))


def test_a_list_without_dates_needs_one_day_for_all(read) -> None:
    head = ["Họ và tên", "Số tiền (đồng)"]
    with pytest.raises(UnusableFileError) as refused:
        read(head, ["Mẫu", 5000])
    assert refused.value.message == gifts.NO_DATES
    assert cells(read(head, ["Mẫu", 5000], day=date(2025, 1, 16)))["date"] == "2025-01-16"


def test_dates_that_an_american_excel_swapped_are_reported(read) -> None:
    done = read(HEAD, [1, "A", date(2025, 5, 1), 5000, ""], [2, "B", "13/01/2025", 5000, ""])
    assert reasons(done) == [dates.MAYBE_SWAPPED]
    assert len(done.reading.rows) == 1


def test_what_is_no_gift_is_passed_over(read) -> None:
    done = read(
        HEAD,
        ["(1)", "(2)", "(3)", "(4)", "(5)"],
        ["I", "Các phường", None, 500_000, ""],
        ROW,
        HEAD,
        [2, None, None, None, None],
        [],
        [3, "Tổng công ty Mẫu", "16/01/2025", 700_000, ""],
        [None, "Cộng đồng Thử", "16/01/2025", 100_000, ""],
        ["Tổng cộng", None, None, 1_300_000, None],
        ["Bằng chữ: Một triệu ba trăm nghìn đồng"],
        [None, None, "Người lập biểu", "Thủ quỹ"],
        [None, None, None, "Hà Nội, ngày 20 tháng 1 năm 2025"],
    )
    assert [row.cells["name"] for row in done.reading.rows] == [
        "Trần Thị Mẫu",
        "Tổng công ty Mẫu",
        "Cộng đồng Thử",
    ]
    assert reasons(done) == []


def notices(done) -> list[tuple[str, str]]:
    return [(one.message, one.details["row"]) for one in done.reading.notices if "row" in one.details]


def test_totals_are_checked_and_never_imported(read) -> None:
    done = read(
        HEAD,
        ROW,
        [2, "Thử", "16/01/2025", 200_000, ""],
        ["Cộng trang 1", None, None, 700_000, None],
        [3, "Ba", "16/01/2025", 100_000, ""],
        ["Cộng:", None, None, 100_000, None],
        ["TỔNG CỘNG", None, None, 800_001, None],
        [None, None, None, 800_000, None],
        ["Tổng", None, None, "tám trăm", None],
    )
    assert [row.amount_vnd for row in done.reading.rows] == [500_000, 200_000, 100_000]
    assert notices(done) == [
        (totals.AGREES, "4"),
        (totals.AGREES, "6"),
        (totals.MISMATCH, "7"),
        (totals.AGREES, "8"),
        (totals.UNREADABLE, "9"),
    ]


def test_a_mismatch_names_both_sums(read) -> None:
    done = read(HEAD, ROW, ["Tổng cộng", None, None, 500_001, None])
    [notice] = [one for one in done.reading.notices if one.message == totals.MISMATCH]
    assert notice.details["stated"] == "500.001"
    assert notice.details["sum"] == "500.000"


def test_a_total_over_unread_rows_says_so(read) -> None:
    done = read(HEAD, ROW, [2, "Thử", "16/01/2025", "hai trăm", ""], ["Tổng cộng", None, None, 700_000, None])
    assert notices(done) == [(totals.MISMATCH_UNREAD, "4")]


def test_the_sum_of_a_group_is_of_the_rows_below_it(read) -> None:
    done = read(
        HEAD,
        ["I", "Phường", None, 500_000, None],
        ROW,
        ["II", "Trường", None, 9, None],
        [2, "B", "16/01/2025", 5000, ""],
    )
    assert notices(done) == [(totals.AGREES, "2"), (totals.MISMATCH, "4")]


def test_who_signed_below_a_list_without_numbers_is_no_gift(read) -> None:
    head = HEAD[1:]
    signed = ["Người lập biểu", "Kế toán", "Thủ trưởng đơn vị", None]
    done = read(head, ROW[1:], ["Tổng cộng", None, 500_000, None], signed)
    assert reasons(done) == []
    assert reasons(read(head, ROW[1:], ["Thử", "16/01/2025", None, "chưa nộp"])) == [amounts.NO_AMOUNT]
