"""Every kind of page on every width: nothing to scroll sideways, nothing fetched from elsewhere, no fault."""

import os
import re
from pathlib import Path

import pytest

pytestmark = pytest.mark.browser

PAGES = {
    "home": "",
    "news": "tin-tuc/",
    "article": "tin-tuc/2025/tong-ket-cong-tac-hoi-2024/",
    "campaigns": "chien-dich/",
    "campaign": "chien-dich/tet-nhan-ai-2025/",
    "results": "ket-qua/",
    "year": "ket-qua/2024/",
    "figure": "so-lieu/tet-nhan-ai-2024/suat-qua/",
    "figures": "so-lieu/",
    "acknowledgments": "ghi-nhan/",
    "disclosure": "cong-khai/",
    "sheet": "niem-yet/tet-nhan-ai-2025/",
    "money": "thu-chi/",
    "about": "gioi-thieu/",
    "open data": "du-lieu/",
    "privacy": "quyen-rieng-tu/",
    "offline": "ngoai-tuyen/",
    "search": "tim-kiem/",
    "error": "khong-co/trang-nay/",
}
DEMO_PAGES = (
    "home",
    "second page of news",
    "article",
    "campaigns",
    "campaign",
    "year",
    "figure",
    "acknowledgments",
    "giving",
    "disclosure",
)
WIDTHS = (1280, 768, 360, 320)
SCREENSHOTS = Path(__file__).resolve().parents[2] / "build" / "screenshots"

TEXT_SIZES = """() => [...document.querySelectorAll("main svg text")].map(text => ({
    words: text.textContent,
    px: parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().a,
}))"""
OUTSIDE = """() => [...document.querySelectorAll("main svg text")].filter(text => {
    const words = text.getBoundingClientRect(), drawing = text.ownerSVGElement.getBoundingClientRect();
    return words.left < drawing.left - 1 || words.right > drawing.right + 1
        || words.top < drawing.top - 1 || words.bottom > drawing.bottom + 1;
}).map(text => text.textContent)"""
COVERED = """() => {
    const found = [];
    for (const svg of document.querySelectorAll("main svg")) {
        const texts = [...svg.querySelectorAll("text")];
        const boxes = texts.map(text => [text.textContent, text.getBoundingClientRect()]);
        boxes.forEach(([words, a], index) => boxes.slice(index + 1).forEach(([others, b]) => {
            const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
            const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
            if (wide > 1 && high > 4) found.push(`${words} / ${others}`);
        }));
    }
    return found;
}"""
COLOURS = """() => [...document.querySelectorAll("main svg.mb-chart__svg")].map(svg => ({
    shapes: [...svg.querySelectorAll("path")].map(path => getComputedStyle(path).fill).join(" "),
    words: getComputedStyle(svg.querySelector("text")).fill,
    paper: getComputedStyle(document.body).backgroundColor,
}))"""


def assert_fits(page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    wide = page.evaluate("document.documentElement.scrollWidth")
    assert wide <= width, f"{page.url} is {wide} px wide in a window of {width} px"


def luminance(colour: str) -> float:
    """The relative luminance of a colour as WCAG defines it."""
    parts = [int(part) / 255 for part in re.findall(r"\d+", colour)[:3]]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("kind", PAGES)
def test_page_fits_every_width_and_is_quiet(kind, scheme, visit, real) -> None:
    window = visit(real, scheme=scheme)
    page = window.open(PAGES[kind])
    assert page.locator("h1").is_visible()
    for width in WIDTHS:
        assert_fits(page, width)
    assert window.faults == []


@pytest.mark.parametrize("kind", PAGES)
def test_page_works_below_the_root_of_a_host(kind, visit, below) -> None:
    window = visit(below, width=360)
    page = window.open(PAGES[kind])
    assert page.locator("h1").is_visible()
    assert page.evaluate("getComputedStyle(document.querySelector('.md-header')).position") == "sticky"
    links = page.locator("main a[href]:not([download], [rel~=external]):visible")
    assert links.count() or kind in ("about", "privacy")
    if links.count():
        links.first.click()
        page.locator("h1").wait_for()
        assert page.url.startswith(below)
    assert window.faults == []


@pytest.mark.parametrize("kind", DEMO_PAGES)
def test_page_full_of_things_fits_every_width(kind, visit, demo, demo_addresses) -> None:
    window = visit(demo)
    page = window.open(demo_addresses[kind])
    for width in WIDTHS:
        assert_fits(page, width)
    assert window.faults == []


@pytest.mark.parametrize("kind", ["article", "campaigns", "campaign", "year", "figure", "home"])
def test_words_in_charts_are_large_enough_and_stand_clear(kind, visit, real, demo, demo_addresses) -> None:
    seen = 0
    for address in (real + PAGES[kind], demo + demo_addresses[kind]):
        page = visit(address, width=360).open(address)
        sizes = page.evaluate(TEXT_SIZES)
        seen += len(sizes)
        assert [size for size in sizes if size["px"] < 11.95] == [], address
        assert page.evaluate(OUTSIDE) == [], address
        assert page.evaluate(COVERED) == [], address
    assert seen or kind == "home"


def test_page_of_money_fits_every_width_and_its_charts_can_be_read(money_page, visit, money) -> None:
    window = visit(money, width=360)
    page = window.open(money_page)
    assert [size for size in page.evaluate(TEXT_SIZES) if size["px"] < 11.95] == []
    assert page.evaluate(OUTSIDE) == []
    assert page.evaluate(COVERED) == []
    for width in WIDTHS:
        assert_fits(page, width)
    assert window.faults == []


def test_sections_stand_on_at_most_two_rows(visit, money) -> None:
    page = visit(money, width=320).open("thu-chi/")
    tops = page.evaluate(
        "[...document.querySelectorAll('.mb-menu__item')].map(item => item.getBoundingClientRect().top)"
    )
    assert len(tops) >= 6
    assert len(set(tops)) <= 2


@pytest.mark.parametrize("kind", ["article", "campaign", "figure"])
def test_charts_follow_the_dark_scheme(kind, visit, real) -> None:
    light = visit(real, scheme="light").open(PAGES[kind]).evaluate(COLOURS)
    dark = visit(real, scheme="dark").open(PAGES[kind]).evaluate(COLOURS)
    assert len(light) == len(dark) > 0
    for day, night in zip(light, dark, strict=True):
        assert day["shapes"] != night["shapes"]
        assert contrast(day["words"], day["paper"]) >= 4.5
        assert contrast(night["words"], night["paper"]) >= 4.5
        assert luminance(night["paper"]) < 0.1 < luminance(day["paper"])


def test_button_changes_the_scheme_and_the_page_remembers(visit, real) -> None:
    window = visit(real, scheme="light")
    page = window.open(PAGES["campaign"])
    before = page.evaluate(COLOURS)
    page.locator("label[for=__palette_1]").click()
    page.wait_for_function("document.body.dataset.mdColorScheme === 'slate'")
    assert page.evaluate(COLOURS) != before
    assert window.open("").evaluate("document.body.dataset.mdColorScheme") == "slate"
    assert window.faults == []


def test_sample_is_marked_on_every_kind_of_page(visit, demo, demo_addresses, real) -> None:
    window = visit(demo, width=360)
    for address in [*demo_addresses.values(), "tin-tuc/", "ket-qua/", "so-lieu/", "gioi-thieu/", "khong-co/"]:
        banner = window.open(address).locator(".mb-sample")
        assert banner.is_visible(), address
        assert "dữ liệu" in banner.inner_text().lower(), address
    real_window = visit(real, width=360)
    for address in PAGES.values():
        assert real_window.open(address).locator(".mb-sample").count() == 0, address


@pytest.mark.skipif(os.environ.get("MINHBACH_SCREENSHOTS") != "1", reason="only for MINHBACH_SCREENSHOTS=1")
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("kind", PAGES)
def test_screenshots(kind, scheme, visit, real, demo, demo_addresses) -> None:
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)
    for width in (360, 768, 1280):
        page = visit(real, width=width, scheme=scheme).open(PAGES[kind])
        page.screenshot(path=SCREENSHOTS / f"{kind}-{width}-{scheme}.png", full_page=True)
        if kind in demo_addresses:
            page = visit(demo, width=width, scheme=scheme).open(demo_addresses[kind])
            page.screenshot(path=SCREENSHOTS / f"demo-{kind}-{width}-{scheme}.png", full_page=True)
