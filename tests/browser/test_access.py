"""Pages for everyone: with a keyboard, with a screen reader, without scripts, from a disk."""

import pytest

from kinds_of_pages import KINDS, PLACES

pytestmark = pytest.mark.browser

KINDS_WITH_WORDS = sorted(KINDS["real"] - {"search", "offline"}) + sorted(PLACES["real"])
"""The search and the list of kept pages are made by scripts; without them they say that they need them."""
MENU = ("tin-tuc/", "chien-dich/", "ket-qua/", "ghi-nhan/", "thu-chi/", "du-lieu/", "gioi-thieu/")

FOCUSED = """() => {
    const element = document.activeElement;
    const style = getComputedStyle(element), box = element.getBoundingClientRect();
    return {
        name: element.tagName + "." + element.className + " " + element.textContent.trim().slice(0, 40),
        body: element === document.body,
        marked: style.outlineStyle === "auto"
            || style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
        shown: box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight,
        content: element.closest("main") !== null,
    };
}"""


@pytest.mark.parametrize("kind", ["home", "article", "campaign", "figure", "money"])
def test_first_key_offers_to_skip_to_the_content(kind, visit, real, real_addresses) -> None:
    page = visit(real).open(real_addresses[kind])
    page.keyboard.press("Tab")
    focused = page.evaluate(FOCUSED)
    assert "mb-skip" in focused["name"], focused
    page.wait_for_function("document.activeElement.getBoundingClientRect().top >= 0")
    assert page.evaluate(FOCUSED)["shown"]
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    after = page.evaluate(FOCUSED)
    has_links = page.locator("main a[href], main summary, main [tabindex='0']").count() > 0
    assert after["content"] or not has_links, f"the next key leads to {after}"


@pytest.mark.parametrize("kind", ["home", "article", "campaign", "news"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_key_press_shows_where_it_leads(kind, scheme, visit, real, real_addresses) -> None:
    page = visit(real, scheme=scheme).open(real_addresses[kind])
    reached = []
    for _press in range(40):
        page.keyboard.press("Tab")
        focused = page.evaluate(FOCUSED)
        if focused["body"]:
            break
        reached.append(focused["name"])
        assert focused["shown"], focused
        assert focused["marked"], focused
    assert len(reached) > 8, reached


def test_data_of_a_chart_opens_by_keyboard(visit, real, real_addresses) -> None:
    page = visit(real).open(real_addresses["article"])
    summary = page.locator("details.mb-chart__data > summary").first
    summary.focus()
    page.keyboard.press("Enter")
    assert page.locator("details.mb-chart__data table").first.is_visible()


@pytest.mark.parametrize("kind", KINDS_WITH_WORDS)
def test_page_is_whole_without_scripts(kind, visit, real, real_addresses) -> None:
    plain = visit(real, width=1280, scripts=False).open(real_addresses[kind])
    scripted = visit(real, width=1280).open(real_addresses[kind])
    # The reader's tools and the search cannot work without scripts, and so are not there.
    assert plain.locator("main button:not([type=submit]):visible").count() == 0
    scripted.evaluate(
        "document.querySelectorAll('.mb-tools, .mb-views, .mb-search__form').forEach(tools => tools.remove())"
    )
    assert plain.locator("main").inner_text() == scripted.locator("main").inner_text()
    for drawing in plain.locator("main svg.mb-chart__svg").all():
        assert drawing.bounding_box()["height"] > 10
    for details in plain.locator("main details").all():
        details.locator("summary").click()
        assert details.locator(":scope > :not(summary)").first.is_visible()
    for table in plain.locator("main table").all():
        assert table.is_visible()
    menu = plain.locator(".mb-menu a").evaluate_all(
        "all => all.filter(a => a.checkVisibility()).map(a => a.href)"
    )
    assert menu == [real + address for address in MENU]


@pytest.mark.parametrize("scripts", [True, False])
def test_menu_is_in_sight_on_a_phone(scripts, visit, real) -> None:
    window = visit(real, width=360, scripts=scripts)
    page = window.open("")
    for link in page.locator(".mb-menu a").all():
        box = link.bounding_box()
        assert 0 <= box["x"] <= box["x"] + box["width"] <= 360
        assert box["y"] + box["height"] <= 800
    page.locator(".mb-menu").get_by_role("link", name="Kết quả").click()
    page.wait_for_url("**/ket-qua/")
    assert page.locator("h1").inner_text() == "Kết quả"
    assert window.faults == []


def test_site_opens_from_a_disk(visit, real_site) -> None:
    window = visit("file:")
    page = window.open((real_site / "index.html").as_uri())
    assert page.evaluate("getComputedStyle(document.querySelector('.mb-top')).borderTopWidth") == "4px"
    page.locator(".mb-lead__title a").click()
    page.wait_for_url("**/tong-ket-cong-tac-hoi-2024/index.html")
    assert "tổng kết công tác năm 2024" in page.locator("h1").inner_text()
    page.locator(".mb-menu").get_by_role("link", name="Tin tức").click()
    page.wait_for_url("**/tin-tuc/index.html")
    assert page.locator(".mb-article-card").count() == 1
    assert [fault for fault in window.faults if not fault.startswith("console: ")] == []


def test_hostile_words_run_nothing_on_any_page(visit, serve, hostile_site) -> None:
    window = visit(serve(hostile_site))
    for path in sorted(hostile_site.rglob("index.html")):
        if 'http-equiv="refresh"' in path.read_text(encoding="utf-8"):
            continue  # it leads on before it could be looked at
        page = window.open(path.relative_to(hostile_site).as_posix().removesuffix("index.html"))
        assert page.locator("img[src=x]").count() == 0
    window.open("khong-co/")
    assert window.faults == []


def test_page_prints_without_its_frame(visit, real, real_addresses) -> None:
    page = visit(real).open(real_addresses["article"])
    page.emulate_media(media="print")
    assert not page.locator(".mb-top").is_visible()
    assert page.locator("main h1").is_visible()
    assert page.locator("main svg.mb-chart__svg").first.is_visible()
