"""The command line: Vietnamese words, nothing written unless told, nothing ever overwritten."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from minhbach.cli import app

from .sheets import write_csv, write_xlsx

HEAD = ["STT", "Họ và tên", "Số tiền (đồng)", "Ngày nộp", "SĐT", "Nội dung"]
ROWS = [
    [1, "Trần Thị Mẫu", 500_000, "16/01/2025", "0912345678", "Ủng hộ Tết"],
    [2, "Lê Thử", 1_500_000, "18/01/2025", "", ""],
]
BAD = [3, "Đỗ Mẫu", "một triệu", "32/01/2025", "", ""]
TARGET = "data/gifts/2025-ung-ho.csv"


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    return write_xlsx(tmp_path / "Ủng hộ.xlsx", {"Tết": [HEAD, *ROWS, ["Tổng cộng", None, 2_000_000]]})


def run(chapter: Path, *arguments: object, status: int = 0) -> str:
    result = CliRunner().invoke(app, ["import", *map(str, arguments), "--root", str(chapter)])
    assert result.exit_code == status, result.output
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result.output


def files(chapter: Path) -> set[str]:
    return {path.relative_to(chapter).as_posix() for path in chapter.rglob("*") if path.is_file()}


def test_what_was_understood_is_shown_and_nothing_written(chapter, sheet) -> None:
    before = files(chapter)
    output = run(chapter, "gifts", sheet)
    assert files(chapter) == before
    for words in (
        "Trang tính “Tết”, tiêu đề ở dòng 1.",
        "số điện thoại: bỏ, không nhập",
        "2 mới, 0 đã có trong sổ, 0 không đọc được",
        "2.000.000 đồng tiền",
        "Từ 16/01/2025 đến 18/01/2025",
        "Trần Thị Mẫu",
        "tổng 2.000.000 đồng khớp",
        f"Để ghi 2 dòng vào {TARGET}",
        "--write",
    ):
        assert words in output
    assert "0912345678" not in output


def test_writing_adds_one_file_and_the_second_time_none(chapter, sheet) -> None:
    before = files(chapter)
    output = run(chapter, "gifts", sheet, "--write", "--campaign", "tet-2025")
    assert f"Đã ghi 2 dòng vào {TARGET}." in output
    assert files(chapter) - before == {TARGET, "data/.import-key"}
    content = (chapter / TARGET).read_bytes()
    assert content.startswith(b"receipt,date,kind,")
    assert b"\r" not in content
    assert b"0912345678" not in content
    again = run(chapter, "gifts", sheet, "--write", "--campaign", "tet-2025")
    assert "không có dòng nào mới" in again
    assert "2 đã có trong sổ" in again
    assert (chapter / TARGET).read_bytes() == content


def test_an_existing_file_is_never_overwritten(chapter, sheet) -> None:
    (chapter / "data/gifts").mkdir()
    (chapter / TARGET).write_text("receipt,date\nPT-9,2025-01-01\n", encoding="utf-8")
    before = files(chapter)
    assert "không bao giờ bị ghi đè" in run(chapter, "gifts", sheet, "--write", status=1)
    assert files(chapter) == before
    assert "PT-9" in (chapter / TARGET).read_text(encoding="utf-8")
    output = run(chapter, "gifts", sheet, "--write", "--to", "data/gifts/khac.csv")
    assert "Đã ghi 2 dòng vào data/gifts/khac.csv." in output


def test_unreadable_rows_are_told_and_stop_writing_unless_skipped(chapter, tmp_path) -> None:
    path = write_xlsx(tmp_path / "Ủng hộ.xlsx", {"Tết": [HEAD, *ROWS, BAD]})
    output = run(chapter, "gifts", path, "--write", status=1)
    assert "Dòng 4, cột C “Số tiền (đồng)”: “một triệu” không phải là số tiền" in output
    assert "Dòng 4, cột D “Ngày nộp”: không có ngày 32/01/2025." in output
    assert "Chưa ghi gì: có 1 dòng không đọc được." in output
    assert not (chapter / "data/gifts").exists()
    output = run(chapter, "gifts", path, "--write", "--skip-unreadable")
    assert "Dòng 4, cột C" in output
    assert "Đã bỏ qua 1 dòng" in output
    assert len((chapter / TARGET).read_text(encoding="utf-8").splitlines()) == 3


def test_of_many_unreadable_rows_the_first_fifty_are_told(chapter, tmp_path) -> None:
    bad = [[number, "Mẫu", "nhiều", "16/01/2025", "", ""] for number in range(300)]
    output = run(chapter, "gifts", write_csv(tmp_path / "a.csv", [HEAD, *bad]))
    assert "300 dòng không đọc được:" in output
    assert output.count("cột C “Số tiền (đồng)”") == 50
    assert "… và 250 ô nữa." in output


def test_a_conflict_with_the_ledger_stops_writing(chapter, tmp_path) -> None:
    head = ["Số phiếu", "Họ và tên", "Số tiền (đồng)", "Ngày"]
    run(chapter, "gifts", write_csv(tmp_path / "a.csv", [head, ["1", "Mẫu", 5000, "16/01/2025"]]), "--write")
    changed = write_csv(tmp_path / "b.csv", [head, ["1", "Mẫu", 6000, "16/01/2025"]])
    output = run(chapter, "gifts", changed, "--write", status=1)
    assert "số biên lai 1 đã có trong data/gifts/2025-a.csv với nội dung khác (amount_vnd)" in output


def test_a_statement_is_imported_without_its_memos(chapter, tmp_path) -> None:
    head = ["Ngày giao dịch", "Số tham chiếu", "Ghi nợ", "Ghi có", "Số dư", "Nội dung"]
    rows = [["16/01/2025", "FT1", "", "500,000", "500,000", "TRAN MAU 0912345678"]]
    output = run(
        chapter, "statement", write_csv(tmp_path / "sk.csv", [head, *rows]), "--write", "--fund", "quy-mau"
    )
    assert "lời người chuyển, không bao giờ ghi vào sổ" in output
    assert "TRAN MAU" not in output
    written = (chapter / "data/gifts/2025-sk.csv").read_text(encoding="utf-8")
    assert "FT1,2025-01-16,,,,,,,,quy-mau,500000,,,,,,\n" in written
    assert "MAU" not in written


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--consent", "co"], "--consent đang là “co”"),
        (["--date", "mai"], "--date đang là “mai”"),
        (["--campaign", "la"], "Không có đợt vận động “la”. Đang có: tet-2025."),
        (["--fund", "la"], "Không có quỹ “la”. Đang có: quy-mau."),
        (["--sheet", "Lạ"], "Không có trang tính “Lạ”. Tệp có: Tết."),
        (["--write", "--to", "gifts.csv"], "Tệp sổ phải nằm trong data/gifts/"),
    ],
)
def test_wrong_options_are_told_in_vietnamese(chapter, sheet, arguments, words) -> None:
    assert words in run(chapter, "gifts", sheet, *arguments, status=1)


def test_bad_files_are_told_in_vietnamese_without_a_traceback(chapter, tmp_path) -> None:
    assert "Không có tệp" in run(chapter, "gifts", tmp_path / "khong-co.xlsx", status=1)
    broken = tmp_path / "hong.xlsx"
    broken.write_bytes(b"PK\x03\x04hong")
    assert "Tệp bị hỏng" in run(chapter, "gifts", broken, status=1)
    two = write_xlsx(tmp_path / "hai.xlsx", {"Đợt 1": [HEAD, *ROWS], "Đợt 2": [HEAD, *ROWS]})
    assert "Chọn một trang bằng --sheet" in run(chapter, "gifts", two, status=1)
    assert "2 mới" in run(chapter, "gifts", two, "--sheet", "Đợt 2")
    double = write_csv(tmp_path / "a.csv", [["Họ và tên", "Số tiền", "Số tiền"]])
    assert "Các cột B “Số tiền”, C “Số tiền” đều được hiểu là: số tiền." in run(
        chapter, "gifts", double, status=1
    )


def test_what_a_file_says_cannot_command_the_terminal(chapter, tmp_path) -> None:
    path = write_csv(tmp_path / "a.csv", [HEAD, [1, "Mẫu", "\x1b[31mđỏ", "16/01/2025", "", ""]])
    assert "\x1b" not in run(chapter, "gifts", path)
