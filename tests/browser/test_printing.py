"""The article on paper: what is printed, on A4, black on white."""

import re

import pytest

from article_tools import ARTICLE, open_article, with_voices

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("scripts", [True, False])
def test_paper_shows_the_article_and_nothing_else(scripts, visit, below) -> None:
    window, page = open_article(visit, below, with_voices(), scheme="dark", scripts=scripts)
    page.emulate_media(media="print", color_scheme="dark")
    furniture = [".mb-top", ".mb-menu", ".mb-foot", ".mb-contents", ".mb-reading", ".mb-share", "summary"]
    for part in [*furniture, ".mb-chart__files"]:
        for element in page.locator(part).all():
            assert not element.is_visible(), part
    for part in ("h1", ".mb-prose", ".mb-notes", "svg.mb-chart__svg", ".mb-chart__data table"):
        assert page.locator(part).first.is_visible(), part
    printed = page.locator(".mb-printed").inner_text()
    assert f"https://site.test/repo/{ARTICLE}" in printed
    assert "(nội dung ngày 23/11/2026)" in printed  # a note was added beneath the article then
    # Links change their colour over an eighth of a second; a printer does not wait for that.
    page.evaluate("document.getAnimations().forEach(change => change.finish())")
    colours = page.evaluate(
        """() => [".mb-prose", ".mb-prose a", ".mb-chart__title", "body"].map(part => {
            const style = getComputedStyle(document.querySelector(part));
            return part === "body" ? style.backgroundColor : style.color;
        })"""
    )
    assert colours == ["rgb(0, 0, 0)", "rgb(0, 0, 0)", "rgb(0, 0, 0)", "rgb(255, 255, 255)"]
    words = page.evaluate(
        "[...document.querySelectorAll('svg.mb-chart__svg text')].map(text => getComputedStyle(text).fill)"
    )
    assert set(words) <= {"rgb(0, 0, 0)", "rgb(51, 51, 51)"}
    assert window.faults == []


def test_site_that_does_not_know_its_address_prints_where_it_was_read(visit, real) -> None:
    _window, page = open_article(visit, real, address=f"{ARTICLE}#mb--notes")
    page.emulate_media(media="print")
    assert f"{real}{ARTICLE} (" in page.locator(".mb-printed").inner_text()


def test_data_opens_for_the_printer_and_closes_after(visit, real) -> None:
    _window, page = open_article(visit, real)
    page.locator("details.mb-chart__data summary").first.click()
    opened = "[...document.querySelectorAll('main details')].map(part => part.open)"
    before = page.evaluate(opened)
    assert before.count(True) == 1
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert all(page.evaluate(opened))
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.evaluate(opened) == before


def test_sample_is_called_so_on_paper(visit, demo, demo_addresses) -> None:
    _window, page = open_article(visit, demo, address=demo_addresses["article"])
    page.emulate_media(media="print")
    assert page.locator(".mb-sample").is_visible()


def test_photo_leaves_room_on_the_paper(visit, demo, demo_addresses) -> None:
    window, page = open_article(visit, demo, address=demo_addresses["article"])
    page.emulate_media(media="print")
    photos = page.locator(".mb-photo img")
    assert photos.count()
    for photo in photos.all():
        box = photo.bounding_box()
        assert 0 < box["height"] <= 75 / 25.4 * 96 + 1
    assert window.faults == []


def test_paper_is_a4_and_nothing_stands_beside_it(visit, below) -> None:
    _window, page = open_article(visit, below)
    pdf = page.pdf(prefer_css_page_size=True)
    boxes = set(re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", pdf))
    assert {(round(float(width)), round(float(height))) for width, height in boxes} == {(595, 842)}
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 658, "height": 1000})  # what A4 leaves within its margins
    assert page.evaluate("document.documentElement.scrollWidth") <= 658


def test_no_page_ends_within_a_chart_a_table_or_a_photo(visit, demo, demo_addresses) -> None:
    _window, page = open_article(visit, demo, address=demo_addresses["article"])
    page.emulate_media(media="print")
    parts = "svg.mb-chart__svg, .mb-chart__data, .mb-photo, .mb-prose table"
    kept = page.eval_on_selector_all(parts, "all => all.map(part => getComputedStyle(part).breakInside)")
    assert len(kept) > 1
    assert set(kept) == {"avoid"}
