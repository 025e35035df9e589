"""Importing twice is importing once, whatever the file is called and however its rows are sorted."""

from __future__ import annotations

import csv
import gzip
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from minhbach.imports import existing, importing, plan
from minhbach.imports.faults import UnusableFileError
from minhbach.imports.importing import Import, prepare_import, settle_target, write_import
from minhbach.imports.receipts import KEY_FILE, derive_receipts, is_derived, make_key, read_key
from minhbach.imports.rows import Options, Row, make_cells

from .sheets import write_csv, write_xlsx

HEAD = ["Họ và tên", "Ngày", "Số tiền (đồng)", "Nội dung"]
NAMES = st.sampled_from(["Trần Thị Mẫu", "Lê Thử", "Đỗ Mẫu", "Công ty Mẫu", "Ẩn danh", ""])
GIFTS = st.tuples(
    NAMES,
    st.dates(date(2024, 12, 25), date(2025, 2, 5)),
    st.sampled_from([1, 1000, 50_000, 1_500_000, 2_300_000_000]) | st.integers(1, 10**15 - 1),
    st.sampled_from(["", "Ủng hộ Tết", "hai\ndòng", "=1+1"]),
)
LISTS = st.lists(GIFTS, min_size=1, max_size=8)
QUICK = settings(
    max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)


def dotted(amount: int) -> str:
    return f"{amount:,}".replace(",", ".")


def short(amount: int) -> str:
    """Write an amount with its scale, where no digit is lost."""
    for factor, word in ((10**9, "tỷ"), (10**6, "triệu")):
        if amount >= factor and amount * 10 % factor == 0:
            return f"{str(Decimal(amount) / factor).replace('.', ',')} {word}"
    return f"{dotted(amount)} đồng"


AMOUNT_FORMS = [
    lambda amount: f"{dotted(amount)} đ",
    dotted,
    str,
    lambda amount: f"{amount:,}",
    lambda amount: f"{dotted(amount)},00",
    lambda amount: f"{amount:,}.00",
    short,
    lambda amount: f"VND {dotted(amount)}",
]
DAY_FORMS = [
    lambda day: f"{day:%d/%m/%Y}",
    lambda day: f"{day.day}/{day.month}/{day:%y}",
    lambda day: f"{day:%d-%m-%Y}",
    lambda day: day.isoformat(),
    lambda day: f"ngày {day.day} tháng {day.month} năm {day.year}",
]
TITLES = [[], [["HỘI CHỮ THẬP ĐỎ PHƯỜNG MẪU"], ["Danh sách ủng hộ"], []]]
FORMS = st.tuples(
    st.sampled_from(AMOUNT_FORMS),
    st.sampled_from(DAY_FORMS),
    st.sampled_from(TITLES),
    st.sampled_from(",;\t"),
)


def run(root: Path, path: Path, to: str) -> Import:
    done = prepare_import(root, path, "gifts", Options())
    if done.plan.new:
        assert write_import(root, settle_target(root, path, done.plan.new, f"data/gifts/{to}.csv"), done)
    return done


def ledger(root: Path) -> list[dict[str, str]]:
    rows: list[dict[str, str]] = []
    for path in sorted((root / "data/gifts").glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            rows += csv.DictReader(file)
    return sorted(rows, key=lambda row: row["receipt"])


def clear(root: Path) -> None:
    for path in (root / "data/gifts").glob("*"):
        path.unlink()


@QUICK
@given(LISTS, FORMS)
def test_whatever_valid_list_is_read_back_to_the_dong(chapter, tmp_path, gifts, forms) -> None:
    amount_form, day_form, titles, separator = forms
    rows = [[name, day_form(day), amount_form(amount), note] for name, day, amount, note in gifts]
    path = write_csv(tmp_path / "a.csv", [*titles, HEAD, *rows], separator)
    done = prepare_import(chapter, path, "gifts", Options())
    assert done.faults == ()
    assert [(row.cells["date"], row.amount_vnd) for row in done.reading.rows] == [
        (day.isoformat(), amount) for _name, day, amount, _note in gifts
    ]


@QUICK
@given(LISTS)
def test_a_workbook_of_numbers_and_dates_is_read_back_to_the_dong(chapter, tmp_path, gifts) -> None:
    total = sum(amount for _name, _day, amount, _note in gifts)
    rows = [*map(list, gifts), ["Tổng cộng", None, min(total, 2**53), None]]
    path = write_xlsx(tmp_path / "a.xlsx", {"Tết": [HEAD, *rows]})
    done = prepare_import(chapter, path, "gifts", Options())
    assert done.faults == ()
    assert [(row.cells["date"], row.amount_vnd) for row in done.reading.rows] == [
        (day.isoformat(), amount) for _name, day, amount, _note in gifts
    ]


@QUICK
@given(LISTS, LISTS, st.randoms(use_true_random=False))
def test_importing_twice_is_importing_once(chapter, tmp_path, gifts, later, random) -> None:
    clear(chapter)
    rows = [[name, f"{day:%d/%m/%Y}", amount, note] for name, day, amount, note in gifts]
    first = run(chapter, write_csv(tmp_path / "a.csv", [HEAD, *rows]), "1")
    assert len(first.plan.new) == len(gifts)
    once = ledger(chapter)
    again = run(chapter, tmp_path / "a.csv", "2")
    assert (len(again.plan.new), len(again.plan.known)) == (0, len(gifts))
    # Renamed, sorted anew, as a workbook: still the same gifts.
    random.shuffle(rows)
    other = write_xlsx(tmp_path / "b.xlsx", {"Tết": [HEAD, *rows]})
    assert run(chapter, other, "3").plan.new == ()
    assert ledger(chapter) == once
    # More rows: only they are new, and the old receipts stay.
    more = [[name, f"{day:%d/%m/%Y}", amount, note] for name, day, amount, note in later]
    added = run(chapter, write_csv(tmp_path / "c.csv", [HEAD, *more, *rows]), "4")
    assert len(added.plan.new) == len(later)
    assert added.faults == ()
    receipts = {row["receipt"] for row in ledger(chapter)}
    assert len(receipts) == len(gifts) + len(later)
    assert {row["receipt"] for row in once} <= receipts


def test_receipts_of_the_sheet_are_kept_and_told_where_they_contradict(chapter, tmp_path) -> None:
    head = ["Số phiếu", *HEAD]
    rows = [["PT-1", "Mẫu", "16/01/2025", 5000, ""], [2, "Thử", "16/01/2025", 6000, ""]]
    run(chapter, write_xlsx(tmp_path / "a.xlsx", {"Tết": [head, *rows]}), "1")
    assert [row["receipt"] for row in ledger(chapter)] == ["2", "PT-1"]
    changed = [["PT-1", "Mẫu", "16/01/2025", 5001, ""], rows[1], ["PT-3", "Ba", "16/01/2025", 1000, ""]]
    path = write_xlsx(tmp_path / "b.xlsx", {"Tết": [head, *changed]})
    done = prepare_import(chapter, path, "gifts", Options())
    [fault] = done.faults
    assert (fault.row, fault.reason) == (2, plan.CONFLICT)
    assert fault.details["columns"] == "amount_vnd"
    assert fault.details["path"] == "data/gifts/1.csv"
    assert [row.receipt for row in done.plan.new] == ["PT-3"]
    assert [row.receipt for row in done.plan.known] == ["2"]


def test_a_gift_that_the_ledger_has_without_a_number_is_not_doubled(chapter, tmp_path) -> None:
    (chapter / "data/gifts").mkdir(parents=True, exist_ok=True)
    ledger = "date,name,consent,amount_vnd\n2025-01-16,Trần Thị Mẫu,given,1.500.000\n"
    (chapter / "data/gifts/2025-tay.csv").write_text(ledger, encoding="utf-8")
    path = tmp_path / "ds.csv"
    rows = [["Trần Thị Mẫu", "16/01/2025", "1.500.000"], ["Trần Thị Mẫu", "17/01/2025", "1.500.000"]]
    write_csv(path, [["Họ và tên", "Ngày", "Số tiền (đồng)"], *rows])
    done = prepare_import(chapter, path, "gifts", Options())
    assert [fault.reason for fault in done.faults] == [plan.WITHOUT_RECEIPT]
    assert [row.cells["date"] for row in done.plan.new] == ["2025-01-17"]


def test_what_staff_complete_in_the_ledger_is_no_contradiction() -> None:
    row = make_cells(receipt="1", date="2025-01-16", name="Mẫu", amount_vnd="5000", quantity="2")
    there = {**row, "name": "", "consent": "withdrawn", "ward": "my-dinh-1", "quantity": "2.0"}
    assert plan.list_differences(row, there) == []
    assert plan.list_differences(row, {**row, "name": "Khác", "fund": "quy-mau"}) == ["name", "fund"]


def make_row(name: str, **cells: str) -> Row:
    return Row(1, make_cells(date="2025-01-16", amount_vnd="5000", **cells), ("2025-01-16", name, "5000"))


def test_a_derived_receipt_tells_nothing_without_the_key() -> None:
    [one], [other] = (derive_receipts([make_row("Trần Thị Mẫu")], make_key()) for _time in range(2))
    assert one.receipt != other.receipt
    assert is_derived(one.receipt)
    assert not any(character.isdigit() for character in one.receipt)


def test_equal_rows_have_receipts_of_their_own() -> None:
    key = make_key()
    rows = derive_receipts([make_row("Mẫu"), make_row("Thử"), make_row(" MẪU ")], key)
    assert len({row.receipt for row in rows}) == 3
    assert derive_receipts([make_row("Mẫu")], key)[0].receipt == rows[0].receipt


def test_rows_without_receipts_are_refused_where_the_key_is_lost(chapter, tmp_path) -> None:
    path = write_csv(tmp_path / "a.csv", [HEAD, ["Mẫu", "16/01/2025", 5000, ""]])
    run(chapter, path, "1")
    assert read_key(chapter) is not None
    (chapter / KEY_FILE).write_text("hỏng", encoding="utf-8")
    for _state in ("damaged", "missing"):
        with pytest.raises(UnusableFileError) as refused:
            prepare_import(chapter, path, "gifts", Options())
        assert refused.value.message == importing.KEY_LOST
        (chapter / KEY_FILE).unlink(missing_ok=True)


@pytest.mark.parametrize("name", ["2025.csv", "2025.csv.gz"])
@pytest.mark.parametrize("separator", [",", ";"])
def test_ledgers_of_any_form_are_looked_through(chapter, tmp_path, name, separator) -> None:
    text = separator.join(["receipt", "date", "amount_vnd", "note"]) + "\r\n"
    text += separator.join(["PT-1", "2025-01-16", "5000", '"hai\r\ndòng"']) + "\r\n"
    raw = b"\xef\xbb\xbf" + text.encode()
    (chapter / "data/gifts").mkdir()
    (chapter / "data/gifts" / name).write_bytes(gzip.compress(raw) if name.endswith(".gz") else raw)
    found = existing.read_existing(chapter, {"PT-1", "PT-2"})
    assert found.rows["PT-1"][1]["amount_vnd"] == "5000"
    assert found.rows.keys() == {"PT-1"}


@pytest.mark.parametrize(
    ("name", "raw"),
    [("a.csv", b"ngay,tien\n1,2\n"), ("a.csv", b"receipt\n\xff\xfe\n"), ("a.csv.gz", b"receipt\n")],
)
def test_a_ledger_that_cannot_be_read_stops_the_import(chapter, name, raw) -> None:
    (chapter / "data/gifts").mkdir()
    (chapter / "data/gifts" / name).write_bytes(raw)
    with pytest.raises(UnusableFileError) as refused:
        existing.read_existing(chapter, {"PT-1"})
    assert refused.value.message == existing.BROKEN_LEDGER


@pytest.mark.parametrize("option", ["campaign", "fund"])
def test_unknown_campaigns_and_funds_are_refused(chapter, tmp_path, option) -> None:
    path = write_csv(tmp_path / "a.csv", [HEAD])
    with pytest.raises(UnusableFileError) as refused:
        prepare_import(chapter, path, "gifts", Options(**{option: "../tet"}))
    assert refused.value.details["known"] in ("tet-2025", "quy-mau")


def test_the_new_file_is_named_after_year_and_source(tmp_path) -> None:
    rows = [make_row("Mẫu")]
    assert settle_target(tmp_path, Path("Đợt 1 (Tết).xlsx"), rows, None) == "data/gifts/2025-dot-1-tet.csv"
    assert settle_target(tmp_path, Path("2025 Tết.xlsx"), rows, None) == "data/gifts/2025-tet.csv"
    assert settle_target(tmp_path, Path("名簿.xlsx"), rows, None) == "data/gifts/2025-nhap.csv"
    absolute = str(tmp_path / "data/gifts/a.csv")
    assert settle_target(tmp_path, Path("x.csv"), rows, absolute) == "data/gifts/a.csv"


@pytest.mark.parametrize(
    "to",
    [
        "a.csv",
        "data/a.csv",
        "data/gifts/a.txt",
        "data/gifts/x/a.csv",
        "data/gifts/.a.csv",
        "../data/gifts/a.csv",
    ],
)
def test_a_file_that_no_ledger_is_read_from_is_no_target(tmp_path, to) -> None:
    with pytest.raises(UnusableFileError) as refused:
        settle_target(tmp_path, Path("x.csv"), [make_row("Mẫu")], to)
    assert refused.value.message == importing.WRONG_TARGET
