"""The page of the search: reached from everywhere, used with keys and by ear, safe, and still."""

import json
import re
from typing import Any

import pytest

from asking import ask, count_of, titles, wait_for_answer
from minhbach.prose.typography import set_type

pytestmark = pytest.mark.browser

SCRIPT, IMAGE = "</title><script>alert(1)</script>", '"><img src=x onerror=alert(1)>'
HOSTILE = f"Chữ lạ {SCRIPT} {IMAGE} {{{{ 7 * 7 }}}}{{% raw %}} &lt;b&gt; '\\"
RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}}
NOTE_MOVES = """(() => {
    window.moved = [];
    const note = list => moved.push(...list.map(entry => entry.value));
    const observer = new PerformanceObserver(list => note(list.getEntries()));
    observer.observe({type: "layout-shift", buffered: true});
    // What moved is noted with the frame in which it did.
    const frame = () => new Promise(requestAnimationFrame);
    window.allMoved = async () => {
        await frame();
        await frame();
        note(observer.takeRecords());
        return moved;
    };
})()"""
MOVE = """() => {
    const block = document.createElement("div");
    block.style.height = "200px";
    document.querySelector("main").prepend(block);
}"""


def violations(page: Any) -> list[str]:
    from axe_playwright_python.sync_playwright import Axe

    found = Axe().run(page, options=RULES).response["violations"]
    return [
        f"{rule['id']}: {node['target']} {node['failureSummary']}" for rule in found for node in rule["nodes"]
    ]


def test_search_works_with_the_keyboard_alone(visit, made_up) -> None:
    window = visit(made_up)
    page = window.open("")
    for _press in range(12):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.type === 'search'"):
            break
    page.keyboard.type("hiến máu")
    page.keyboard.press("Enter")
    page.wait_for_url("**/tim-kiem/#q=*")
    wait_for_answer(page, "hiến máu")
    page.locator("#mb--q").focus()
    page.keyboard.press("Control+A")
    page.keyboard.type("tết/quà")
    assert page.locator("#mb--q").input_value() == "tết/quà"
    wait_for_answer(page, "tết/quà")
    page.keyboard.press("Escape")
    assert page.locator("#mb--q").input_value() == ""
    assert titles(page) == []
    page.keyboard.type("hiến máu")
    wait_for_answer(page, "hiến máu")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    focused = page.evaluate("document.activeElement.textContent")
    assert focused == "Ngày hội hiến máu Giọt Hồng"
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.id") == "mb--q"
    assert page.locator("#mb--q").input_value() == "hiến máu"
    for _press in range(10):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.closest('.mb-search__result') !== null"):
            break
    assert page.evaluate("document.activeElement.textContent") == focused
    page.keyboard.press("Enter")
    page.wait_for_url("**/tin-tuc/2025/bai-0/")
    page.go_back()
    wait_for_answer(page, "hiến máu")
    assert page.locator("#mb--q").input_value() == "hiến máu"
    assert window.faults == []


def test_more_results_take_the_focus_along(visit, demo) -> None:
    page = visit(demo).open("tim-kiem/#q=phuong")
    wait_for_answer(page, "phuong")
    assert len(titles(page)) == 10
    page.get_by_role("button", name="Xem thêm kết quả").press("Enter")
    page.wait_for_function("document.querySelectorAll('.mb-search__result').length === 20")
    page.wait_for_function("document.activeElement.closest('.mb-search__result') !== null")
    assert page.evaluate("document.activeElement.textContent") == titles(page)[10]


def test_screen_reader_is_told_what_was_found(visit, made_up) -> None:
    page = visit(made_up).open("tim-kiem/")
    status = page.get_by_role("status")
    assert status.inner_text() == ""
    ask(page, "quỹ")
    assert status.inner_text() == f"{len(titles(page))} kết quả cho “quỹ”"
    ask(page, "qwrtp")
    assert status.inner_text() == "Không có kết quả nào cho “qwrtp”."
    assert (
        page.get_by_role("searchbox", name="Từ cần tìm").get_attribute("aria-describedby")
        == "mb--search-hint"
    )
    assert page.get_by_role("search").count() == 1


def test_page_says_that_it_needs_scripts_and_leads_on_without(visit, real) -> None:
    page = visit(real, scripts=False).open("tim-kiem/")
    assert page.get_by_text("cần JavaScript").is_visible()
    links = page.locator(".mb-search__browse a").evaluate_all("all => all.map(a => a.href)")
    assert links == [real + path for path in ("tin-tuc/", "chien-dich/", "ket-qua/", "so-lieu/", "ghi-nhan/")]
    assert visit(real).open("tim-kiem/").get_by_text("cần JavaScript").count() == 0


@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize("place", ["real", "below"])
def test_every_page_and_the_error_page_lead_to_the_search(place, scripts, visit, request) -> None:
    origin = request.getfixturevalue(place)
    for address in ("", "so-lieu/2024/hien-mau/", "khong-co/trang/nay/"):
        page = visit(origin, width=1280, scripts=scripts).open(address)
        form = page.locator(".mb-top form[role=search]")
        assert form.is_visible() == scripts
        if scripts:
            form.locator("input").fill("hiến máu")
            form.locator("input").press("Enter")
            page.wait_for_url("**/tim-kiem/#q=*")
            assert page.url.startswith(origin + "tim-kiem/#q=hi")
    for width in (360, 768) if scripts else (360, 768, 1280):
        page = visit(origin, width=width, scripts=scripts).open("khong-co/trang/nay/")
        page.locator(".mb-top .mb-find--link").click()
        page.wait_for_url("**/tim-kiem/#mb--q")
        assert page.url == origin + "tim-kiem/#mb--q"
        page.locator("#mb--q:focus" if scripts else ".mb-search__needs").wait_for()


def test_an_address_of_before_still_leads_to_its_search(visit, made_up) -> None:
    page = visit(made_up).open("tim-kiem/?q=hiến+máu&loai=article")
    assert count_of(wait_for_answer(page, "hiến máu")) == len(titles(page)) > 0
    assert page.url.startswith(f"{made_up}tim-kiem/#q=hi")
    assert page.get_by_label("Loại").input_value() == "article"


@pytest.mark.parametrize("place", ["real", "below"])
def test_error_page_searches(place, visit, request) -> None:
    origin = request.getfixturevalue(place)
    window = visit(origin, width=360)
    page = window.open("khong/co/trang/nay/")
    page.locator("main form[role=search] input").fill("hien mau")
    page.locator("main form[role=search] button").click()
    wait_for_answer(page, "hien mau")
    assert page.url.startswith(f"{origin}tim-kiem/#q=hien")
    assert titles(page)
    assert window.faults == []


def test_hostile_words_are_shown_as_text(visit, serve, hostile_site) -> None:
    window = visit(serve(hostile_site))
    page = window.open("tim-kiem/")
    ask(page, "ten bai chu la")
    assert set_type(f"Tên bài {HOSTILE}") in titles(page)
    ask(page, '"><img src=x onerror=alert(1)>')
    assert titles(page)
    ask(page, "tac gia chu la")
    shown = " ".join(page.locator(".mb-search__excerpt").all_inner_texts())
    assert "<script>alert(1)</script>" in shown
    assert "&lt;b&gt;" in shown
    assert page.locator(".mb-search__results script, .mb-search__results img").count() == 0
    assert window.faults == []


@pytest.mark.parametrize("address", ["tim-kiem/", "tim-ung-ho/"])
@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_moves_while_the_page_of_a_search_is_loaded(width, address, visit, demo) -> None:
    window = visit(demo, width=width)
    window.page.add_init_script(NOTE_MOVES)
    if address == "tim-kiem/":
        with window.page.expect_event("requestfinished", lambda request: request.url.endswith(".pf_meta")):
            page = window.open(address)
    else:
        page = window.open(address)
    assert page.evaluate("allMoved()") == []
    page.evaluate(MOVE)
    assert page.evaluate("allMoved()") != [], "what moves is seen"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_search_page_keeps_the_rules_of_wcag(width, scheme, visit, made_up) -> None:
    page = visit(made_up, width=width, scheme=scheme).open("tim-kiem/")
    assert violations(page) == []
    for query in ("hien mau", "hein mau", "qwrtp", "mau"):
        ask(page, query)
        assert violations(page) == [], query


def test_search_page_fits_every_width(visit, made_up) -> None:
    page = visit(made_up).open("tim-kiem/")
    for query in ("mau", "hein mau", "khôngcókhoảngtrắngnàotrongchữrấtdàinàycả" * 3):
        ask(page, query)
        for width in (1280, 768, 360, 320):
            page.set_viewport_size({"width": width, "height": 800})
            assert page.evaluate("document.documentElement.scrollWidth") <= width, query


def test_scripts_of_the_page_are_its_own(search_chapter) -> None:
    """A strict content policy needs no inline script for the search."""
    html = (search_chapter / "tim-kiem/index.html").read_text(encoding="utf-8")
    assert re.findall(r'<script type="module" src="([^"]+)">', html) == ["../assets/minhbach/search.js"]
    loaded_early = re.findall(r'<link rel="modulepreload" href="([^"]+)">', html)
    assert all((search_chapter / "tim-kiem" / path).resolve().is_file() for path in loaded_early)
    assert len(loaded_early) == 6
    messages = re.search(r'data-messages="([^"]+)"', html)
    assert messages is not None
    assert json.loads(messages[1].replace("&#34;", '"'))["more"] == "Xem thêm kết quả"
