"""The workbook says the same whether its rows are held in memory or written as they come."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from minhbach.exports import workbook
from minhbach.exports.fields import EXPENSES
from minhbach.exports.workbook import LONGEST_TEXT, Cover, Sheet, write_workbook
from minhbach.language.catalogue import read_catalogue

COVER = Cover("Sổ (mẫu)", [("Tổ chức", "=1+1")], datetime(2025, 1, 16, tzinfo=UTC))


def expense(day: date, note: str) -> tuple[object, ...]:
    row = dict.fromkeys(EXPENSES.field_names)
    row |= {"receipt": "PC-1", "date": day, "kind": "expense", "amount_vnd": -(10**15 - 1), "note": note}
    return tuple(row.values())


def write(path: Path, *rows: tuple[object, ...]) -> CalamineWorkbook:
    write_workbook(path, COVER, [Sheet(EXPENSES, rows)], {}, read_catalogue("vi"))
    return CalamineWorkbook.from_path(str(path))


def cells_of(book: CalamineWorkbook) -> dict[str, object]:
    head, row = book.get_sheet_by_name("Chi").to_python()
    return dict(zip(head, row, strict=True))


@pytest.mark.parametrize("in_memory", [0, 1000])
def test_same_rows_give_the_same_bytes_and_cells(in_memory, tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(workbook, "_ROWS_IN_MEMORY", in_memory)
    row = expense(date(2025, 1, 2), "=2+3\nhttps://x.example/")
    cells = cells_of(write(tmp_path / "a.xlsx", row))
    write(tmp_path / "b.xlsx", row)
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()
    assert [path.name for path in sorted(tmp_path.iterdir())] == ["a.xlsx", "b.xlsx"]
    assert cells["Ngày"] == date(2025, 1, 2)
    assert cells["Số tiền (đồng)"] == -(10**15 - 1)
    assert cells["Ghi chú"] == "=2+3\nhttps://x.example/"


def test_day_before_the_calendar_of_workbooks_is_written_in_words(tmp_path) -> None:
    assert cells_of(write(tmp_path / "a.xlsx", expense(date(1888, 2, 3), "x")))["Ngày"] == "03/02/1888"


def test_text_longer_than_a_cell_is_cut_visibly(tmp_path) -> None:
    cell = cells_of(write(tmp_path / "a.xlsx", expense(date(2025, 1, 2), "x" * 40_000)))["Ghi chú"]
    assert isinstance(cell, str)
    assert len(cell) == LONGEST_TEXT
    assert cell.endswith("x…")


def test_cover_tells_the_words_as_text(tmp_path) -> None:
    rows = write(tmp_path / "a.xlsx").get_sheet_by_name("Tổng hợp").to_python()
    assert rows[0][0] == "Sổ (mẫu)"
    assert rows[2][:2] == ["Tổ chức", "=1+1"]
