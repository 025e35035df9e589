"""The list is found wherever it stands in a sheet, and refused where it could be read in two ways."""

from datetime import date

import pytest

from minhbach.imports import layout as layouts
from minhbach.imports.faults import UnusableFileError
from minhbach.imports.layout import Layout, find_layout
from minhbach.imports.tables import Table
from minhbach.imports.vocabulary import GIFTS, STATEMENT, Meaning


def find(*rows, merged=(), vocabulary=GIFTS) -> Layout:
    return find_layout([Table("Tết", rows, merged)], vocabulary)[0]


def meanings(layout: Layout) -> list[Meaning]:
    return [column.meaning for column in layout.columns]


def refused(*tables: Table, vocabulary=GIFTS) -> UnusableFileError:
    with pytest.raises(UnusableFileError) as error:
        find_layout(tables, vocabulary)
    return error.value


def test_headings_below_lines_of_titles_are_found() -> None:
    layout = find(
        ["HỘI CHỮ THẬP ĐỎ PHƯỜNG MẪU"],
        ["DANH SÁCH ỦNG HỘ", "", "", "Đơn vị tính: nghìn đồng"],
        [],
        ["", "STT", "Họ tên", "Số tiền"],
        ["", 1, "Trần Thị Mẫu", 500],
    )
    assert layout.heading_row == 3
    assert layout.first_row == 4
    assert meanings(layout) == [Meaning.ORDINAL, Meaning.NAME, Meaning.AMOUNT]
    assert layout.unit(layout.columns[2]) == 1000


def test_the_unit_in_a_heading_comes_before_that_of_a_line_above() -> None:
    layout = find(["ĐVT: nghìn đồng"], ["Họ tên", "Số tiền (đồng)"])
    assert layout.unit(layout.columns[1]) == 1


def test_two_rows_of_headings_are_one() -> None:
    layout = find(
        ["STT", "Họ tên", "Số tiền (nghìn đồng)", "", "Hiện vật", "", ""],
        ["", "", "Tiền mặt", "Chuyển khoản", "Tên", "Số lượng", "ĐVT"],
        [1, "Mẫu", 500, "", "", "", ""],
        merged=[(0, 0, 1, 0), (0, 1, 1, 1), (0, 2, 0, 3), (0, 4, 0, 6)],
    )
    assert layout.first_row == 2
    money = layout.all_of(Meaning.PART)
    assert [layout.unit(column) for column in money] == [1000, 1000]
    assert meanings(layout)[4:] == [Meaning.ITEM, Meaning.QUANTITY, Meaning.UNIT]


def test_a_row_of_data_is_no_second_row_of_headings() -> None:
    assert find(["Họ tên", "Số tiền", "Hiện vật"], ["Trường Mẫu", "", "gạo"]).first_row == 1


def test_a_sum_of_cash_and_transfer_is_the_amount() -> None:
    layout = find(["Họ tên", "Tiền mặt", "Chuyển khoản", "Cộng"])
    assert meanings(layout)[1:] == [Meaning.UNUSED, Meaning.UNUSED, Meaning.AMOUNT]


def test_a_value_without_goods_is_money() -> None:
    assert meanings(find(["Họ tên", "Thành tiền"]))[1] is Meaning.AMOUNT
    assert meanings(find(["Họ tên", "Hiện vật", "Thành tiền"]))[2] is Meaning.VALUE


def test_don_vi_beside_the_quantity_is_its_unit() -> None:
    layout = find(["Họ tên", "Hiện vật", "Số lượng", "Đơn vị"])
    assert meanings(layout)[3] is Meaning.UNIT
    assert meanings(find(["Đơn vị", "Hiện vật", "Số lượng", "ĐVT"]))[0] is Meaning.BODY


def test_what_is_merged_downwards_counts_in_each_row_but_money_only_once() -> None:
    layout = find(
        ["Ngày", "Họ tên", "Số tiền"],
        [date(2025, 1, 16), "Mẫu", 500_000],
        ["", "Thử", ""],
        merged=[(1, 0, 2, 0), (1, 2, 2, 2)],
    )
    assert layout.table.rows[2] == [date(2025, 1, 16), "Thử", ""]


@pytest.mark.parametrize("heads", [["Họ tên", "Số tiền", "Số tiền"], ["Ngày", "Ngày nộp", "Số tiền"]])
def test_two_columns_of_one_meaning_are_refused(heads) -> None:
    assert refused(Table("", [heads])).message == layouts.SAME_MEANING


def test_several_lists_are_refused_and_other_sheets_named() -> None:
    one, two = Table("Đợt 1", [["Họ tên", "Số tiền"]]), Table("Đợt 2", [["Họ tên", "Số tiền"]])
    error = refused(one, two)
    assert error.message == layouts.SEVERAL_SHEETS
    assert error.details == {"sheets": "“Đợt 1”, “Đợt 2”"}
    layout, others = find_layout([Table("Bìa", [["Kế hoạch"]]), two], GIFTS)
    assert layout.table.name == "Đợt 2"
    assert others == ["Bìa"]


def test_a_sheet_without_headings_is_refused() -> None:
    assert refused(Table("", [["Trần Thị Mẫu", 500_000]])).message == layouts.NO_HEADINGS
    assert refused(Table("", [])).message == layouts.NO_HEADINGS
    assert refused(Table("", [["Ngày", "Nội dung"]]), vocabulary=STATEMENT).message == layouts.NO_HEADINGS


def test_a_statement_is_not_taken_for_a_list() -> None:
    table = Table("", [["Ngày giao dịch", "Ghi nợ", "Ghi có", "Số dư"]])
    assert refused(table).message == layouts.IS_STATEMENT
