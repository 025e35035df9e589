"""Ledger files are read as staff's programs write them, and a half-read ledger is never used."""

from __future__ import annotations

import gzip
from decimal import Decimal

import pytest

from minhbach.language import read_catalogue
from minhbach.problems.report import format_report

HEAD = "receipt,date,amount_vnd,note\n"
ROW = "PT-1,2025-01-10,500000,gạo\n"
GIFTS = "SELECT receipt, amount_vnd, note FROM public_gifts ORDER BY number"
WANTED = [("PT-1", 500000, "gạo")]


@pytest.mark.parametrize(
    "content",
    [
        (HEAD + ROW).encode(),
        ("\ufeff" + HEAD + ROW).encode(),
        (HEAD + ROW).replace("\n", "\r\n").encode(),
        (HEAD + ROW).replace("\n", "\r").encode(),
        (HEAD + ROW).replace(",", ";").encode(),
        (HEAD + ROW).replace(",", "\t").encode(),
        (HEAD + ROW).removesuffix("\n").encode(),
        (HEAD + "\n" + ROW + "\n,,,\n\n").encode(),
        ('"receipt","date","amount_vnd","note"\n' + '"PT-1","2025-01-10","500000","gạo"\n').encode(),
        (HEAD + ROW).replace("gạo", "ga\u0323o").encode(),
        HEAD.replace("\n", "\r\n").encode() + ROW.encode(),
        ("\n\n" + HEAD + ROW).encode(),
        (HEAD.strip() + ",,\n" + ROW.strip() + ",,\n").encode(),
    ],
    ids=[
        *("plain", "byte-order-mark", "crlf", "cr", "semicolons", "tabs", "no-last-line-end", "empty-rows"),
        *("quoted", "decomposed-letters", "uneven-line-ends", "empty-lines-above", "empty-columns"),
    ],
)
def test_every_form_in_which_programs_write_csv_is_read_alike(read, content: bytes) -> None:
    reading = read({"gifts/a.csv": content})
    assert reading.problems == ()
    assert reading.ledger.rows(GIFTS) == WANTED


def test_packed_files_are_read(read) -> None:
    reading = read({"gifts/a.csv.gz": gzip.compress((HEAD + ROW).encode())})
    assert reading.problems == ()
    assert reading.ledger.rows(GIFTS) == WANTED


def test_a_packed_file_that_is_cut_off_is_refused(read) -> None:
    content = gzip.compress((HEAD + ROW * 50).encode())
    (problem,) = read({"gifts/a.csv.gz": content[:-20]}).problems
    assert problem.kind.code == "tep-khong-doc-duoc"


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_line_break_within_a_cell_becomes_a_blank_and_does_not_shift_the_lines_after_it(read, end) -> None:
    text = HEAD + 'PT-1,2025-01-10,500000,"gạo\nnếp"\nPT-2,2025-01-11,x,\n'
    reading = read({"gifts/a.csv": text.replace("\n", end)})
    assert [(problem.at.line, problem.at.column) for problem in reading.problems] == [(4, 17)]
    text = text.replace(",x,", ",7,")
    rows = read({"gifts/a.csv": text.replace("\n", end)}).ledger.rows(GIFTS)
    assert rows == [("PT-1", 500000, "gạo nếp"), ("PT-2", 7, None)]


def test_rows_come_in_the_order_of_files_and_lines(read) -> None:
    files = {f"gifts/{name}.csv": HEAD + ROW.replace("PT-1", f"PT-{name}") for name in ("b", "a", "c")}
    numbers = read(files).ledger.rows("SELECT number, receipt FROM public_gifts ORDER BY number")
    assert numbers == [(1, "PT-a"), (2, "PT-b"), (3, "PT-c")]


def test_with_one_error_no_row_is_published(read) -> None:
    reading = read({"gifts/a.csv": HEAD + ROW, "gifts/b.csv": HEAD + "PT-2,2025-01-10,x,\n"})
    assert reading.ledger.is_empty
    assert reading.ledger.rows(GIFTS) == []


def test_a_row_that_refers_to_one_in_a_broken_file_is_not_reported_too(read) -> None:
    broken = {"gifts/a.csv": HEAD + "PT-1,2025-01-10\n"}
    refund = {"gifts/b.csv": "receipt,date,amount_vnd,kind,refers_to\nPT-2,2025-01-11,1,refund,PT-1\n"}
    assert [p.kind.code for p in read({**broken, **refund}).problems] == ["dong-hong"]


def test_ten_thousand_bad_rows_are_told_by_the_first_fifty_and_a_number(read) -> None:
    rows = "".join(f"PT-{number},2025-01-10,một triệu,\n" for number in range(10_000))
    reading = read({"gifts/a.csv": HEAD + rows})
    report = format_report(reading.problems, read_catalogue("vi"))
    assert report.count("[so-tien-khong-hop-le]\n") == 50
    assert "9950" in report
    assert "10000 lỗi" in report
    assert len(report.splitlines()) < 250


def test_ten_thousand_broken_rows_are_told_in_the_same_way(read) -> None:
    report = format_report(read({"gifts/a.csv": HEAD + "x\n" * 10_000}).problems, read_catalogue("vi"))
    assert report.count("[dong-hong]\n") == 50
    assert "10000 lỗi" in report


def test_without_ledger_files_there_is_an_empty_ledger_and_no_database(read) -> None:
    reading = read({})
    assert reading.ledger.is_empty
    assert reading.ledger.database is None
    assert reading.ledger.rows(GIFTS) == []


def test_the_only_fund_need_not_be_named(read) -> None:
    ledger = read({"gifts/a.csv": HEAD + ROW}).ledger
    assert ledger.rows("SELECT fund FROM public_gifts") == [("quy",)]


def test_a_refund_is_negative_and_has_fund_and_campaign_of_its_gift(read) -> None:
    text = (
        "receipt,date,kind,campaign,fund,amount_vnd,refers_to\n"
        "PT-1,2025-01-10,,tet,quy,500000,\n"
        "PT-2,2025-01-11,refund,,,200000,PT-1\n"
        "PT-3,2025-01-12,correction,,,-1000,PT-1\n"
    )
    rows = read({"gifts/a.csv": text}).ledger.rows(
        "SELECT kind, campaign, fund, amount_vnd FROM public_gifts ORDER BY number"
    )
    assert rows == [
        ("gift", "tet", "quy", 500000),
        ("refund", "tet", "quy", -200000),
        ("correction", "tet", "quy", -1000),
    ]


def test_a_cancelled_pledge_counts_against_itself(read) -> None:
    text = (
        "receipt,date,kind,campaign,ward,quantity,unit,refers_to\n"
        "DK-1,2025-01-02,pledge,tet,to-1,30,suất,\n"
        "DK-2,2025-01-03,cancellation,tet,,,,DK-1\n"
    )
    rows = read({"pledges/a.csv": text}).ledger.rows(
        "SELECT kind, ward, quantity, unit FROM public_pledges ORDER BY number"
    )
    assert rows == [
        ("pledge", "to-1", Decimal(30), "suất"),
        ("cancellation", "to-1", Decimal(-30), "suất"),
    ]


def test_formulas_and_html_in_cells_are_only_words(read) -> None:
    text = HEAD + 'PT-1,2025-01-10,500000,"=HYPERLINK(""http://x"")<script>"\n'
    reading = read({"gifts/a.csv": text})
    assert reading.problems == ()
    assert reading.ledger.rows(GIFTS) == [("PT-1", 500000, '=HYPERLINK("http://x")<script>')]


def test_sql_in_cells_and_names_is_only_words(read) -> None:
    name = "x'); DROP TABLE public_gifts; --"
    reading = read({f"gifts/{name}.csv": HEAD + f"PT-1,2025-01-10,500000,{name}\n"})
    assert reading.ledger.rows(GIFTS) == [("PT-1", 500000, name)]
