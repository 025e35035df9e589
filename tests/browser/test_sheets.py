"""Sheets for the notice board on paper: one A4 page each, and the code on it leads to the campaign."""

import io
import os
import re
import shutil
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image
from typer.testing import CliRunner

from minhbach.build import write_exports
from minhbach.cli import app
from minhbach.derive.sheets import Goods, SheetNumbers
from minhbach.gather import gather_site
from minhbach.language import read_catalogue
from minhbach.outputs.stylesheet import read_stylesheet
from minhbach.pages.renderer import Renderer
from minhbach.pages.sheets import make_document, make_sheet

pytestmark = pytest.mark.browser

SHEET = "niem-yet/tet-nhan-ai-2024/"
BASE = Path(__file__).resolve().parents[1] / "cases" / "base"
A4_POINTS = (595, 842)


def read_pages(pdf: bytes) -> list[tuple[int, int]]:
    """Return width and height of every page, in points."""
    boxes = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", pdf)
    assert len(boxes) == len(re.findall(rb"/Type /Page\b", pdf))
    return [(round(float(width)), round(float(height))) for width, height in boxes]


def test_sheet_is_one_page_and_its_code_leads_to_the_campaign(visit, below) -> None:
    window = visit(below, width=1280, scheme="dark")
    page = window.open(SHEET)
    picture = page.locator(".mb-sheet .mb-qr__svg").screenshot()
    with Image.open(io.BytesIO(picture)) as image:
        found = [code.text for code in zxingcpp.read_barcodes(image.convert("L"))]
    assert found == ["https://site.test/repo/chien-dich/tet-nhan-ai-2024/"]
    assert page.get_by_role("button", name="In tờ niêm yết").is_visible()
    assert read_pages(page.pdf(prefer_css_page_size=True)) == [A4_POINTS]
    page.emulate_media(media="print")
    assert not page.locator(".mb-top").is_visible()
    assert page.locator(".mb-sheet__signs").is_visible()
    assert window.faults == []


def test_sheet_full_of_goods_and_figures_is_still_one_page(browser, tmp_path) -> None:
    root = tmp_path / "kho"
    shutil.copytree(BASE, root)
    campaign = root / "data/campaigns/tet-mau-2025.yml"
    more = "".join(f"  them-{number}: {{indicator: suat-qua, value: {number}}}\n" for number in range(3))
    campaign.write_text(campaign.read_text(encoding="utf-8") + more, encoding="utf-8")
    gathered = gather_site(root, {"SOURCE_DATE_EPOCH": "1737000000"}, base_url="https://hoi.example/")
    renderer = Renderer(
        gathered.site, read_catalogue("vi"), {}, {}, write_exports(gathered.site, read_catalogue("vi"))
    )
    goods = tuple(Goods(f"Chăn bông cỡ lớn {number}", "chiếc", Decimal(1200), None) for number in range(30))
    numbers = SheetNumbers(825_000_000_000, 1_650_000, 12_000_000, 700_000_000, goods, date(2025, 1, 16))
    sheet = make_sheet(renderer, gathered.site.campaigns["tet-mau-2025"], "ab" * 32, numbers)
    page = browser.new_page()
    page.set_content(make_document(sheet, read_stylesheet(), "vi"))
    assert "Còn 24 loại hiện vật nữa" in page.locator(".mb-sheet").inner_text()
    assert read_pages(page.pdf(prefer_css_page_size=True)) == [A4_POINTS]
    page.close()


def test_command_prints_every_sheet(tmp_path) -> None:
    root = tmp_path / "kho"
    shutil.copytree(BASE, root)
    program = os.environ.get("CHROMIUM") or shutil.which("chromium")
    result = CliRunner().invoke(
        app,
        ["sheets", str(tmp_path / "to"), "--root", str(root)],
        env={"CHROMIUM": program, "SOURCE_DATE_EPOCH": "1737000000", "SITE_URL": "https://hoi.example/"},
    )
    assert result.exit_code == 0, result.output
    assert "Đã in 1 tờ niêm yết" in result.output
    (printed,) = (tmp_path / "to").iterdir()
    assert printed.name == "tet-mau-2025.pdf"
    assert read_pages(printed.read_bytes()) == [A4_POINTS]
