"""One page of each kind in every way it is looked at: WCAG 2.2 AA, zoom, large text, keys, high contrast.

Each page is opened once and shown again and again (``looked_at`` in conftest.py): styles follow the window
and its settings without another load.
"""

import base64
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from contact_sheet import SCHEMES, WIDTHS, picture_name, write_contact_sheet
from kinds_of_pages import KINDS, LOOKED_AT, page_name, read_kinds

pytestmark = pytest.mark.browser

SCREENSHOTS = Path(__file__).resolve().parents[2] / "build" / "screenshots"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
AXE = {
    "runOnly": {"type": "tag", "values": TAGS},
    "rules": {"target-size": {"enabled": True}},
    "resultTypes": ["violations"],
}
SPACED = """
* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
p { margin-bottom: 2em !important; }
"""
"""The spacing of WCAG 1.4.12."""
QUICK_JPEG = {"format": "jpeg", "quality": 70, "captureBeyondViewport": True, "optimizeForSpeed": True}
MOST_HELD = 0.34
"""The part of the smallest window that may stay in place while the page moves beneath it."""

every_page = pytest.mark.parametrize(
    "looked_at", LOOKED_AT, indirect=True, ids=[page_name(*page) for page in LOOKED_AT]
)


def violations(page) -> list[str]:
    """Every breach of the rules: rule, place, and what is wrong there."""
    found = page.evaluate("async options => (await axe.run(document, options)).violations", AXE)
    return [
        f"{rule['id']}: {node['target']} {node['failureSummary']}" for rule in found for node in rule["nodes"]
    ]


@pytest.mark.parametrize("site", KINDS)
def test_every_kind_of_page_is_looked_at(site, request) -> None:
    built = {"real": "real_site", "demo": "demo_chapter"}[site]
    folder = request.getfixturevalue(built)
    assert set(read_kinds(getattr(folder, "site", folder))) == KINDS[site]


@every_page
def test_page_keeps_the_rules_of_wcag_in_both_schemes_on_a_phone_and_a_computer(looked_at) -> None:
    for width in (360, 1280):
        for scheme in ("light", "dark"):
            assert violations(looked_at.show(width, scheme=scheme)) == [], f"{width} px, {scheme}"


@every_page
def test_page_is_quiet_and_asks_nobody_else(looked_at) -> None:
    assert looked_at.faults == []


@every_page
def test_page_fits_every_width_and_loses_no_word(looked_at) -> None:
    words = set()
    for width in (1280, 768, 360, 320):
        looked_at.show(width)
        assert looked_at.ask("overflow") == [], f"{width} px"
        assert looked_at.ask("broken") == [], f"{width} px"
        here = set(looked_at.ask("words"))
        assert words <= here, f"{width} px: {sorted(words - here)}"
        words = words or here


@every_page
def test_page_at_400_percent_flows_and_nothing_held_hides_it(looked_at) -> None:
    looked_at.show(320, 256)  # 1280 × 1024 at 400%
    assert looked_at.ask("overflow") == []
    assert looked_at.ask("held") <= MOST_HELD
    looked_at.page.keyboard.press("Tab")
    assert looked_at.ask("focus")["found"] == []


@every_page
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_stop_of_the_keys_is_marked_and_in_sight(scheme, looked_at) -> None:
    page = looked_at.show(1280, scheme=scheme)
    page.keyboard.press("Tab")
    focus = looked_at.ask("focus")
    assert focus["count"] > 3
    assert focus["found"] == []


@every_page
def test_letters_of_twice_the_size_and_wider_spacing_cut_off_no_word(looked_at) -> None:
    assert looked_at.show(1280).evaluate("audit.clipped()") == []
    looked_at.show(1280, style=":root { font-size: 200% !important; }")
    assert looked_at.ask("overflow") == []
    assert looked_at.ask("clipped") == []
    for width, style in ((360, SPACED), (1280, SPACED), (360, ":root { --mb-text: 1.5 !important; }")):
        looked_at.show(width, style=style)
        assert looked_at.ask("overflow") == [], f"{width} px,{style}"
        assert looked_at.ask("clipped") == [], f"{width} px,{style}"


@every_page
def test_what_is_pressed_is_large_enough_or_stands_apart(looked_at) -> None:
    for width in (360, 1280):
        looked_at.show(width)
        assert looked_at.ask("targets") == [], f"{width} px"


@every_page
def test_nothing_moves_where_less_motion_is_asked_for(looked_at) -> None:
    looked_at.show(1280, motion="reduce")
    assert looked_at.ask("motion") == []


@every_page
def test_colours_of_the_system_leave_bounds_and_charts_and_the_present_page(looked_at) -> None:
    for scheme in ("light", "dark"):
        page = looked_at.show(1280, scheme=scheme, forced="active")
        assert looked_at.ask("forced") == [], scheme
        page.keyboard.press("Tab")
        assert looked_at.ask("focus")["found"] == [], scheme


@every_page
def test_words_in_charts_are_large_enough_and_stand_clear(looked_at) -> None:
    for width in (320, 360, 768, 1280):
        looked_at.show(width)
        assert looked_at.ask("charts") == [], f"{width} px"


@every_page
def test_page_on_paper_is_whole_and_without_its_frame(looked_at) -> None:
    page = looked_at.show(680, media="print", unfolded=False)  # A4 within its margins
    assert looked_at.ask("overflow") == []
    assert page.locator("h1").is_visible()
    assert not page.locator("header, footer, nav.mb-menu").filter(visible=True).count()


@pytest.fixture(scope="module")
def album() -> Iterator[Path]:
    """The folder of the pictures, with a page that shows them side by side."""
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)
    yield SCREENSHOTS
    write_contact_sheet(SCREENSHOTS, (page_name(*page) for page in LOOKED_AT))


@every_page
def test_page_is_drawn_in_three_widths_and_two_schemes(looked_at, album) -> None:
    """Pictures to be looked at, one by one: build/screenshots/index.html."""
    browser = looked_at.page.context.new_cdp_session(looked_at.page)
    for width in WIDTHS:
        for scheme in SCHEMES:
            page = looked_at.show(width, scheme=scheme, unfolded=False)
            height = page.evaluate("document.documentElement.scrollHeight")
            whole = {"x": 0, "y": 0, "width": width, "height": height, "scale": 1}
            # Playwright's own way takes half as long again.
            answer = browser.send("Page.captureScreenshot", {**QUICK_JPEG, "clip": whole})
            picture = base64.b64decode(answer["data"])
            assert len(picture) > 5_000
            (album / picture_name(looked_at.name, width, scheme)).write_bytes(picture)


def test_earlier_address_names_the_way_on(visit, demo, demo_chapter) -> None:
    """Most browsers lead on at once; what those see that do not keeps the rules as well."""
    pages = [path.read_text(encoding="utf-8") for path in sorted(demo_chapter.site.rglob("index.html"))]
    left = next(html for html in pages if 'http-equiv="refresh"' in html)
    window = visit(demo, width=360)
    window.page.set_content(re.sub(r'<meta http-equiv="refresh"[^>]*>', "", left))
    window.page.evaluate(axe_script())
    assert violations(window.page) == []


def axe_script() -> str:
    from axe_playwright_python.sync_playwright import Axe

    return Axe().axe_script
