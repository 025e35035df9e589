"""Pages where they lie: below the root of a host, in another scheme, as samples; charts in both schemes."""

import re

import pytest

from kinds_of_pages import KINDS, PLACES

pytestmark = pytest.mark.browser

COLOURS = """() => [...document.querySelectorAll("main svg.mb-chart__svg")].map(svg => ({
    shapes: [...svg.querySelectorAll("path")].map(path => getComputedStyle(path).fill).join(" "),
    words: getComputedStyle(svg.querySelector("text")).fill,
    paper: getComputedStyle(document.body).backgroundColor,
}))"""


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


@pytest.mark.parametrize("kind", [*sorted(KINDS["real"]), *PLACES["real"]])
def test_page_works_below_the_root_of_a_host(kind, visit, below, real_addresses) -> None:
    window = visit(below, width=360)
    page = window.open(real_addresses[kind])
    assert page.locator("h1").is_visible()
    assert page.evaluate("getComputedStyle(document.querySelector('.mb-top')).borderTopWidth") == "4px"
    # Some pages lead on only by the frame around them.
    page.locator(":is(main, footer) a[href]:not([download], [rel~=external]):visible").first.click()
    page.locator("h1").wait_for()
    assert page.url.startswith(below)
    assert window.faults == []


def test_page_of_money_fits_every_width_and_its_charts_can_be_read(money_page, look, money) -> None:
    """Pages of a chapter with transfers, promises and refunds, which the other sites have less of."""
    page = look(money, money_page)
    for width in (1280, 768, 360, 320):
        page.show(width)
        assert page.ask("overflow") == [], f"{width} px"
        assert page.ask("charts") == [], f"{width} px"
    assert page.faults == []


def test_sections_stand_on_at_most_two_rows(visit, money) -> None:
    page = visit(money, width=320).open("thu-chi/")
    tops = page.evaluate(
        "[...document.querySelectorAll('.mb-menu li')].map(item => item.getBoundingClientRect().top)"
    )
    assert len(tops) >= 6
    assert len(set(tops)) <= 2


@pytest.mark.parametrize("kind", ["article", "campaign", "figure"])
def test_charts_follow_the_dark_scheme(kind, visit, real, real_addresses) -> None:
    light = visit(real, scheme="light").open(real_addresses[kind]).evaluate(COLOURS)
    dark = visit(real, scheme="dark").open(real_addresses[kind]).evaluate(COLOURS)
    assert len(light) == len(dark) > 0
    for day, night in zip(light, dark, strict=True):
        assert day["shapes"] != night["shapes"]
        assert contrast(day["words"], day["paper"]) >= 4.5
        assert contrast(night["words"], night["paper"]) >= 4.5
        assert luminance(night["paper"]) < 0.1 < luminance(day["paper"])


def test_button_changes_the_scheme_and_the_page_remembers(visit, real, real_addresses) -> None:
    window = visit(real, scheme="light")
    page = window.open(real_addresses["campaign"])
    before = page.evaluate(COLOURS)
    button = page.locator("[data-mb=scheme]")
    assert button.get_attribute("aria-label") == "Nền tối"
    button.click()
    page.wait_for_function("document.documentElement.dataset.scheme === 'dark'")
    assert button.get_attribute("aria-label") == "Nền sáng"
    assert page.evaluate(COLOURS) != before
    assert window.open("").evaluate("document.documentElement.dataset.scheme") == "dark"
    assert window.faults == []


def test_sample_is_marked_on_every_kind_of_page(visit, demo, demo_addresses, real, real_addresses) -> None:
    window = visit(demo, width=360)
    for address in demo_addresses.values():
        banner = window.open(address).locator(".mb-sample")
        assert banner.is_visible(), address
        assert "dữ liệu" in banner.inner_text().lower(), address
    real_window = visit(real, width=360)
    for address in real_addresses.values():
        assert real_window.open(address).locator(".mb-sample").count() == 0, address
