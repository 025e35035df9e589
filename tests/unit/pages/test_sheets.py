"""Sheets for the notice board: what a campaign has to post, with a code of the data and room to sign."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from html import unescape

import pytest

from minhbach.derive.sheets import Goods, SheetNumbers
from minhbach.ledger.tables import Ledger, open_database
from minhbach.pages.renderer import Renderer
from minhbach.pages.sheets import GOODS_SHOWN, make_document, make_sheet_pages, write_goods, write_vnd
from minhbach.site.directory import list_pages

POSTING = "- {campaign: tet-mau-2025, place: Trụ sở mẫu, posted: 2025-01-08, data_hash: 3f2a9c01b7de}\n"
NUMBERS = SheetNumbers(
    received_vnd=12_345_678,
    gift_count=3,
    goods_value_vnd=1_000_000,
    spent_vnd=-5,
    goods=tuple(Goods(f"Hàng {number:02}", "kg", Decimal("1.5"), None) for number in range(15)),
    last_day=date(2025, 1, 15),
)


def text_of(html: str) -> str:
    return unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html)))


def sheet(renderer: Renderer, numbers: SheetNumbers = NUMBERS):
    pages = list(make_sheet_pages(renderer, totals_of=lambda *_: numbers))
    return next(page for page in pages if page.kind == "sheet")


def test_sheet_holds_totals_goods_figures_and_the_code_of_the_data(render) -> None:
    renderer = render({}, base_url="https://hoi.example/trang/")
    page = sheet(renderer)
    assert page.address == "niem-yet/tet-mau-2025/"
    text = text_of(page.html)
    for words in (
        "Hội Chữ thập đỏ phường Mẫu",
        "Tiền ủng hộ đã nhận (3 khoản ủng hộ được liệt kê) 12.345.678 đồng",
        "không tính vào số trên 1.000.000 đồng",
        "Tiền đã chi −5 đồng",
        "Hàng 00 1,5 kg –",
        f"Còn {15 - GOODS_SHOWN} loại hiện vật nữa",
        "Suất quà trao tặng",
        "4.875",
        "Theo dữ liệu trên trang ngày 16/01/2025.",
        "https://hoi.example/trang/chien-dich/tet-mau-2025/",
        "Nơi niêm yết:",
        "Từ ngày:",
        "Đến ngày:",
        "(Ký, ghi rõ họ tên, đóng dấu)",
        "DỮ LIỆU MINH HOẠ",
    ):
        assert words in text
    assert f" {renderer.exports.whole.data_hash[:12]} " in text
    assert renderer.exports.whole.data_hash[:13] not in text
    assert page.html.count("mb-qr__svg") == 1


def test_site_that_does_not_know_its_address_prints_no_code_that_leads_nowhere(render) -> None:
    page = sheet(render({}))
    assert "mb-qr__svg" not in page.html
    assert "Xem đầy đủ tại" not in page.html


def test_sheet_without_ledger_rows_tells_of_no_money(render) -> None:
    text = text_of(sheet(render({}), SheetNumbers()).html)
    assert "Tiền ủng hộ đã nhận" not in text
    assert "4.875" in text


def test_amount_that_no_ledger_holds_is_not_zero(render) -> None:
    numbers = replace(NUMBERS, spent_vnd=None, goods_value_vnd=None, goods=())
    text = text_of(sheet(render({}), numbers).html)
    assert "Tiền đã chi chưa có ghi chép" in text
    assert "quy đổi" not in text


def test_sheet_of_a_chapter_without_contact_has_a_line_to_fill_in_by_hand(render, organisation_text) -> None:
    path = "data/organisation.yml"
    without = "".join(line for line in organisation_text.splitlines(True) if not line.startswith("contact"))
    blank = sheet(render({path: without})).html
    assert blank.count("mb-sheet__blank") == 1
    assert "chưa có thông tin" not in text_of(blank)
    filled = sheet(render({path: f"{without}contact: Trụ sở mẫu\n"})).html
    assert "mb-sheet__blank" not in filled
    assert "Nơi giải đáp Trụ sở mẫu" in text_of(filled)


def test_list_of_sheets_tells_where_they_hang(render) -> None:
    renderer = render({"data/postings.yml": POSTING})
    first = next(iter(make_sheet_pages(renderer)))
    assert first.address == "niem-yet/"
    text = text_of(first.html)
    assert "Trụ sở mẫu: 08/01/2025 – đang niêm yết · Mã dữ liệu 3f2a9c01b7de" in text
    assert "Niêm yết ở nơi tiếp nhận tiền, hàng và ở nơi trao hỗ trợ (bắt buộc)" in text


def test_campaign_has_a_sheet_once_it_has_figures_or_rows(render, campaign_text) -> None:
    bare = "name: Đợt mới\nyear: 2025\npurpose: Thử.\nsource: {article: 2025/bai-mau}\n"
    renderer = render({"data/campaigns/dot-moi.yml": bare})
    pages = [page.address for page in make_sheet_pages(renderer)]
    assert pages == ["niem-yet/", "niem-yet/tet-mau-2025/"]
    database = open_database()
    database.execute(
        "INSERT INTO public_gifts (receipt, day, kind, listing, is_goods, amount_vnd, campaign, number) "
        "VALUES ('PT-1', '2025-01-10', 'gift', 'anonymous', false, 5, 'dot-moi', 1)"
    )
    site = replace(renderer.site, ledger=Ledger(database, {"gifts": 1}))
    again = Renderer(site, renderer.catalogue, {}, {}, renderer.exports)
    assert "niem-yet/dot-moi/" in [page.address for page in make_sheet_pages(again)]
    for made, where in ((renderer, renderer.site), (again, site)):
        listed = [address for address, shown in list_pages(where) if shown in ("sheet", "sheets")]
        assert listed == [page.address for page in make_sheet_pages(made)]


@pytest.mark.parametrize(
    ("quantity", "words"),
    [
        (Decimal("1250.500"), "1.250,5\u00a0kg"),
        (Decimal("14.000"), "14\u00a0kg"),
        (Decimal(1200), "1.200\u00a0kg"),
        (Decimal("-2.125"), "−2,125\u00a0kg"),
        (Decimal(0), "0\u00a0kg"),
        (None, "–"),
    ],
)
def test_quantity_is_written_as_exactly_as_it_is_known(quantity: Decimal | None, words: str) -> None:
    assert write_goods(quantity, "kg") == words


def test_amount_is_written_to_the_dong() -> None:
    assert write_vnd(1_650_000_000_001) == "1.650.000.000.001"
    assert write_vnd(0) == "0"


def test_document_stands_by_itself(render) -> None:
    page = sheet(render({}, base_url="https://hoi.example/"))
    html = make_document(page, ".x { color: red; }", "vi")
    assert html.startswith("<!DOCTYPE html>")
    assert "<title>Tờ niêm yết: Tết mẫu 2025</title>" in html
    assert not re.search(r"<(?:script|link|img)\b", html)
