"""Headings are understood as chapters and banks write them, and private columns before all others."""

from decimal import Decimal

import pytest

from minhbach.imports.headings import FOREIGN, read_heading, read_unit, read_unit_line
from minhbach.imports.vocabulary import DROPPED, GIFTS, STATEMENT, Meaning


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("STT", Meaning.ORDINAL),
        ("Họ và tên", Meaning.NAME),
        ("HỌ VÀ TÊN", Meaning.NAME),
        ("ho va ten", Meaning.NAME),
        ("Ho\u0323 va\u0300 te\u0302n", Meaning.NAME),
        ("  Họ  và\ntên ", Meaning.NAME),
        ("Người ủng hộ", Meaning.NAME),
        ("Tên nhà hảo tâm", Meaning.NAME),
        ("Tổ chức, cá nhân", Meaning.NAME),
        ("Đơn vị", Meaning.BODY),
        ("Số tiền (đồng)", Meaning.AMOUNT),
        ("Số tiền ủng hộ", Meaning.AMOUNT),
        ("Tiền mặt", Meaning.PART),
        ("Ngày", Meaning.DATE),
        ("Ngày, tháng", Meaning.DATE),
        ("Ngày nộp", Meaning.DATE),
        ("Nội dung", Meaning.CONTENT),
        ("Ghi chú", Meaning.REMARK),
        ("Số phiếu", Meaning.RECEIPT),
        ("Số biên lai:", Meaning.RECEIPT),
        ("Phường", Meaning.WARD),
        ("Phường/xã", Meaning.WARD),
        ("Hiện vật", Meaning.ITEM),
        ("Số lượng (kg)", Meaning.QUANTITY),
        ("ĐVT", Meaning.UNIT),
        ("Đơn vị tính", Meaning.UNIT),
        ("Giá trị quy đổi", Meaning.VALUE),
    ],
)
def test_headings_of_lists_are_understood(text, meaning) -> None:
    heading = read_heading(text, GIFTS)
    assert heading is not None
    assert heading.meaning is meaning


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("Ngày giao dịch", Meaning.DATE),
        ("Ngày GD / Transaction date", Meaning.DATE),
        ("Ngày GD\nDate", Meaning.DATE),
        ("STT\nNo.", Meaning.ORDINAL),
        ("Số tham chiếu", Meaning.RECEIPT),
        ("Mã giao dịch", Meaning.RECEIPT),
        ("Ghi có", Meaning.CREDIT),
        ("Phát sinh có (VND)", Meaning.CREDIT),
        ("Số tiền ghi có", Meaning.CREDIT),
        ("Ghi nợ", Meaning.DEBIT),
        ("Nợ/Debit", Meaning.DEBIT),
        ("Số dư", Meaning.BALANCE),
        ("Nội dung chi tiết", Meaning.MEMO),
    ],
)
def test_headings_of_statements_are_understood(text, meaning) -> None:
    heading = read_heading(text, STATEMENT)
    assert heading is not None
    assert heading.meaning is meaning


@pytest.mark.parametrize(
    "text",
    [
        *(
            "SĐT",
            "Số điện thoại",
            "ĐT",
            "CCCD",
            "Số CMND/CCCD",
            "Địa chỉ",
            "Số tài khoản",
            "Ngày sinh",
            "Email",
        ),
        *("Họ tên, địa chỉ", "Họ và tên - SĐT", "Tên tài khoản", "Ngày, tháng, năm sinh", "Nơi ở hiện nay"),
    ],
)
@pytest.mark.parametrize("vocabulary", [GIFTS, STATEMENT])
def test_private_columns_are_dropped_whatever_else_they_hold(text, vocabulary) -> None:
    heading = read_heading(text, vocabulary)
    assert heading is not None
    assert heading.meaning in DROPPED


@pytest.mark.parametrize("text", ["", "Thời tiết", "Trần Thị Mẫu", "1.500.000", "x" * 100])
def test_other_words_are_no_headings(text) -> None:
    assert read_heading(text, GIFTS) is None


@pytest.mark.parametrize("text", ["Số tiền đăng ký", "Số tiền chi", "Số tiền còn lại"])
def test_promises_and_expenses_are_no_gifts(text) -> None:
    heading = read_heading(text, GIFTS)
    assert heading is not None
    assert heading.meaning is Meaning.UNUSED


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Số tiền (đồng)", 1),
        ("Số tiền (VNĐ)", 1),
        ("Số tiền (nghìn đồng)", 1000),
        ("Số tiền (ngàn đồng)", 1000),
        ("Số tiền (1.000 đ)", 1000),
        ("Số tiền (1000đ)", 1000),
        ("Số tiền (ĐVT: nghìn đồng)", 1000),
        ("Số tiền: triệu đồng", 1_000_000),
        ("Số tiền (triệu đồng)", 1_000_000),
        ("Số tiền [tỷ đồng]", 1_000_000_000),
        ("Số tiền (USD)", FOREIGN),
        ("Số tiền", None),
        ("Số tiền (bằng số)", None),
    ],
)
def test_the_unit_of_a_heading_is_read(text, unit) -> None:
    heading = read_heading(text, GIFTS)
    assert heading is not None
    assert heading.unit == (None if unit is None else Decimal(unit))


def test_a_line_above_the_list_gives_the_unit_only_if_it_says_so() -> None:
    assert read_unit_line("Đơn vị tính: nghìn đồng") == 1000
    assert read_unit_line("ĐVT: đồng") == 1
    assert read_unit_line("Đơn vị: Hội Chữ thập đỏ phường Mẫu") is None
    assert read_unit_line("một nghìn đồng") is None


def test_other_words_are_no_unit() -> None:
    assert read_unit("kg") is None
