"""Every encoding and separator of spreadsheet programs is read; broken and hostile files are refused."""

import io
import struct
import zipfile
from contextlib import suppress
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from minhbach.imports import opening, separated, workbook
from minhbach.imports.faults import UnusableFileError
from minhbach.imports.layout import find_layout
from minhbach.imports.opening import open_tables
from minhbach.imports.vocabulary import GIFTS

from .sheets import write_xlsx

LIST = 'Họ và tên{0}Số tiền{0}Ghi chú\r\nĐỗ Thị Ngọc Ỷ{0}500000{0}"hai\ndòng"\r\n'


def refused(path: Path, sheet: str | None = None) -> str:
    with pytest.raises(UnusableFileError) as error:
        open_tables(path, sheet)
    return error.value.message


def text_file(folder: Path, content: bytes, name: str = "a.csv") -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le"])
def test_encodings_and_separators(encoding, separator, tmp_path) -> None:
    path = text_file(tmp_path, LIST.format(separator).encode(encoding))
    layout, _others = find_layout(open_tables(path), GIFTS)
    assert layout.table.rows[1] == ["Đỗ Thị Ngọc Ỷ", "500000", "hai\ndòng"]


def test_windows_1258_with_its_loose_tones(tmp_path) -> None:
    # ọ, à, ề, ổ: letters of the code page followed by its combining tones
    raw = "Ho\u0323 va\u0300 tên;Sô\u0301 tiê\u0300n\r\nĐô\u0309 Mẫu;500000\r\n".replace("ẫ", "â\u0303")
    layout, _others = find_layout(open_tables(text_file(tmp_path, raw.encode("cp1258"))), GIFTS)
    assert layout.table.rows[:2] == [["Họ và tên", "Số tiền"], ["Đổ Mẫu", "500000"]]


@pytest.mark.parametrize(
    ("content", "name", "message"),
    [
        (b"", "a.csv", opening.EMPTY),
        (b" \r\n", "a.csv", opening.EMPTY),
        (b"\x81\x8d\xff\xfe", "a.csv", separated.NOT_TEXT),
        (b"a\0b\0\xff", "a.csv", separated.NOT_TEXT),
        (b'ten,tien\r\n"' + b"x" * 5000, "a.csv", separated.QUOTE_OPEN),
        (b'ten,tien\r\n"' + b"x" * 200_000, "a.csv", separated.QUOTE_OPEN),
        (b"ten,tien", "a.doc", opening.NO_TABLE),
        (b"\xd0\xcf\x11\xe0" + bytes(600), "a.xlsx", opening.OLD_EXCEL),
        (b"<html><table>", "a.xlsx", opening.WEB_PAGE),
        (b"PK\x03\x04" + bytes(50), "a.xlsx", workbook.CORRUPT),
        (b"PK\x03\x04" + bytes(50), "a.csv", workbook.CORRUPT),
        (bytes(range(256)), "a.xlsx", workbook.CORRUPT),
    ],
)
def test_files_that_are_no_list_are_refused_with_the_reason(content, name, message, tmp_path) -> None:
    assert refused(text_file(tmp_path, content, name)) == message


def test_what_is_no_file_is_refused(tmp_path) -> None:
    assert refused(tmp_path / "khong-co.csv") == opening.NO_FILE
    assert refused(tmp_path) == opening.NO_FILE
    assert refused(tmp_path / "a\0.csv") in (opening.NO_FILE, opening.UNREADABLE)


def test_a_text_has_no_sheets(tmp_path) -> None:
    assert refused(text_file(tmp_path, b"ten,so tien\r\n"), "Sheet1") == opening.NO_SHEET_NAMES


def test_files_over_the_limits_are_refused(tmp_path, monkeypatch) -> None:
    path = write_xlsx(tmp_path / "a.xlsx", {"Tết": [["x"]] * 20})
    monkeypatch.setattr(workbook, "MAX_ROWS", 10)
    assert refused(path) == workbook.TOO_MANY_ROWS
    monkeypatch.setattr(workbook, "MAX_UNPACKED_BYTES", 1000)
    assert refused(path) == workbook.TOO_LARGE
    monkeypatch.setattr(separated, "MAX_ROWS", 2)
    assert refused(text_file(tmp_path, b"a\r\n" * 3)) == separated.TOO_MANY_LINES
    monkeypatch.setattr(opening, "MAX_FILE_BYTES", 5)
    assert refused(path) == opening.TOO_BIG


def repack(path: Path, change: dict[str, bytes]) -> Path:
    out = io.BytesIO()
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, change.get(name, old.read(name)))
    path.write_bytes(out.getvalue())
    return path


SHEET = "xl/worksheets/sheet1.xml"


def two_cells(path: Path, *, is_second_empty: bool) -> Path:
    """Write a cell in A1 and one in the last row and column that there are."""
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet()
        sheet.write(0, 0, "a")
        bold = book.add_format({"bold": True})
        sheet.write_blank(1, 1, None, bold) if is_second_empty else sheet.write(1, 1, "b", bold)
    with zipfile.ZipFile(path) as file:
        markup = file.read(SHEET)
    assert b'<row r="2"' in markup
    assert b'<c r="B2"' in markup
    far = markup.replace(b'<row r="2"', b'<row r="1048576"').replace(b'"B2"', b'"XFD1048576"')
    return repack(path, {SHEET: far})


def test_cells_at_the_far_corner_are_refused_before_they_take_memory(tmp_path) -> None:
    # Calamine would ask for 500 GB and end the program.
    assert refused(two_cells(tmp_path / "a.xlsx", is_second_empty=False)) == workbook.TOO_WIDE


def test_an_empty_formatted_cell_far_below_does_no_harm(tmp_path) -> None:
    assert open_tables(two_cells(tmp_path / "a.xlsx", is_second_empty=True))[0].rows == [["a"]]


@pytest.mark.parametrize(
    "content",
    [
        b"<worksheet><sheetData><row></worksheet>",
        b'<!DOCTYPE a [<!ENTITY b "bbbb">]><worksheet>&b;</worksheet>',
        b"",
        b"\x00\x01\x02",
    ],
)
def test_a_damaged_sheet_is_refused(content, tmp_path) -> None:
    path = repack(write_xlsx(tmp_path / "a.xlsx", {"Tết": [["x"]]}), {SHEET: content})
    assert refused(path) == workbook.CORRUPT


def test_a_member_that_unpacks_to_more_than_it_says_is_refused(tmp_path) -> None:
    path = repack(write_xlsx(tmp_path / "a.xlsx", {"Tết": [["x"]]}), {SHEET: b" " * 1_000_000})
    raw = bytearray(path.read_bytes())
    size = struct.pack("<L", 1_000_000)
    assert raw.count(size) >= 1
    path.write_bytes(bytes(raw).replace(size, struct.pack("<L", 100)))
    assert refused(path) == workbook.CORRUPT


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(st.data())
def test_a_workbook_with_any_bytes_changed_is_read_or_refused(tmp_path, data) -> None:
    path = write_xlsx(tmp_path / "a.xlsx", {"Tết": [["Họ và tên", "Số tiền"], ["Mẫu", 500000]]})
    raw = bytearray(path.read_bytes())
    for _change in range(data.draw(st.integers(1, 4))):
        raw[data.draw(st.integers(0, len(raw) - 1))] = data.draw(st.integers(0, 255))
    path.write_bytes(bytes(raw[: data.draw(st.integers(1, len(raw)))]))
    with suppress(UnusableFileError):
        assert open_tables(path)


@given(st.binary(max_size=200))
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_any_bytes_are_read_or_refused(tmp_path, raw) -> None:
    with suppress(UnusableFileError):
        assert open_tables(text_file(tmp_path, raw))


def test_hidden_and_empty_sheets_are_passed_over(tmp_path) -> None:
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        book.add_worksheet("Trống")
        book.add_worksheet("Tết").write(0, 0, "x")
        hidden = book.add_worksheet("Ẩn")
        hidden.write(0, 0, "y")
        hidden.hide()
    assert [table.name for table in open_tables(path)] == ["Tết"]
    assert [table.name for table in open_tables(path, "Ẩn")] == ["Ẩn"]
    assert refused(path, "Khác") == workbook.NO_SUCH_SHEET
    assert refused(path, "Trống") == workbook.NO_SHEETS
