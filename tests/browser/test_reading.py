"""The reader's tools on an article: text size, sharing, and all of them together."""

import pytest

from article_tools import ARTICLE, PRIVACY, SHARING, button, open_article, status, with_voices

pytestmark = pytest.mark.browser

KINDS = ("", "tin-tuc/", ARTICLE, "chien-dich/tet-nhan-ai-2025/", "ket-qua/2024/", PRIVACY)
FORGETFUL = """(() => {
    for (const name of ["getItem", "setItem", "removeItem"]) {
        const kept = Storage.prototype[name];
        Storage.prototype[name] = function (key, ...more) {
            if (key.startsWith("minhbach.")) throw new DOMException("no storage", "SecurityError");
            return kept.call(this, key, ...more);
        };
    }
})()"""
PAINTED = """(() => {
    // Every size of the text from the first frame on, once the style sheets are there.
    window.sizes = [];
    const look = () => {
        const size = getComputedStyle(document.documentElement).fontSize;
        if (document.body && document.styleSheets.length > 0) window.sizes.push(size);
        requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
})()"""
ROOT_SIZE = "parseFloat(getComputedStyle(document.documentElement).fontSize)"


# Text size --------------------------------------------------------------------------------------------------


def test_text_size_goes_by_steps_and_is_told(visit, real) -> None:
    window, page = open_article(visit, real)
    usual = page.evaluate(ROOT_SIZE)
    sizes = [usual]
    for _press in range(5):
        button(page, "A+").click(force=True)  # also where it is marked as being at its end
        sizes.append(page.evaluate(ROOT_SIZE))
    assert [round(size / usual, 2) for size in sizes] == [1, 1.15, 1.3, 1.5, 1.5, 1.5]
    assert status(page) == "Cỡ chữ: 150%"
    assert button(page, "A+").get_attribute("aria-disabled") == "true"
    assert button(page, "A−").get_attribute("aria-disabled") == "false"
    for _press in range(6):
        button(page, "A−").click(force=True)
    assert round(page.evaluate(ROOT_SIZE) / usual, 2) == 0.9
    assert status(page) == "Cỡ chữ: 90%"
    assert button(page, "A−").get_attribute("aria-disabled") == "true"
    assert window.faults == []


@pytest.mark.parametrize("address", KINDS)
def test_text_size_is_kept_and_there_from_the_first_frame(address, visit, real) -> None:
    window, page = open_article(visit, real, PAINTED)
    usual = page.evaluate(ROOT_SIZE)
    button(page, "A+").click()
    button(page, "A+").click()
    window.open(address)
    page.wait_for_function("sizes.length > 3")
    assert {float(size.removesuffix("px")) for size in page.evaluate("sizes")} == {usual * 1.3}
    assert window.faults == []


def test_text_size_is_right_when_the_reader_comes_back(visit, real) -> None:
    window, page = open_article(visit, real, address="tin-tuc/")
    usual = page.evaluate(ROOT_SIZE)
    window.open(ARTICLE)
    button(page, "A+").click()
    page.go_back()
    page.wait_for_function(f"{ROOT_SIZE} !== {usual}")
    assert round(page.evaluate(ROOT_SIZE) / usual, 2) == 1.15
    assert window.faults == []


def test_buttons_stay_under_the_finger(visit, real) -> None:
    _window, page = open_article(visit, real, width=360)
    larger = button(page, "A+")
    larger.scroll_into_view_if_needed()
    page.evaluate("scrollBy(0, 100)")
    before = larger.bounding_box()["y"]
    larger.evaluate("button => button.click()")
    assert abs(page.locator(".mb-tools__pair").bounding_box()["y"] - before) <= 2


def test_without_storage_the_size_holds_for_the_page(visit, real) -> None:
    window, page = open_article(visit, real, FORGETFUL)
    usual = page.evaluate(ROOT_SIZE)
    button(page, "A+").click()
    assert round(page.evaluate(ROOT_SIZE) / usual, 2) == 1.15
    window.open(ARTICLE)
    assert page.evaluate(ROOT_SIZE) == usual
    assert window.faults == []


@pytest.mark.parametrize("kept", ["", "x", "10", "9999", "NaN", "Infinity", "-100", "115;color:red"])
def test_size_that_is_no_size_changes_nothing(kept, visit, real) -> None:
    window, page = open_article(visit, real)
    usual = page.evaluate(ROOT_SIZE)
    page.evaluate("kept => localStorage.setItem('minhbach.text-size', kept)", kept)
    window.open(ARTICLE)
    assert page.evaluate(ROOT_SIZE) == usual
    assert window.faults == []


@pytest.mark.parametrize("address", KINDS)
def test_largest_text_fits_every_width(address, visit, real) -> None:
    window, page = open_article(visit, real, with_voices(), SHARING)
    page.evaluate("localStorage.setItem('minhbach.text-size', '150')")
    window.open(address)
    for width in (1280, 768, 360, 320):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_choices_are_deleted_where_the_privacy_page_says_so(visit, real) -> None:
    window, page = open_article(visit, real)
    usual = page.evaluate(ROOT_SIZE)
    button(page, "A+").click()
    page.get_by_role("button", name="Nền tối").click()
    assert page.evaluate("localStorage.length") == 2
    window.open(PRIVACY)
    button(page, "Xoá các lựa chọn của tôi").click()
    assert page.evaluate("localStorage.length") == 0
    assert status(page).startswith("Đã xoá.")
    assert page.evaluate(ROOT_SIZE) == usual
    page.get_by_role("button", name="Nền tối").wait_for()  # the button does what it now says
    window.open("")
    assert page.evaluate("document.documentElement.dataset.scheme") is None
    assert page.evaluate("document.cookie") == ""
    assert window.faults == []


# Sharing ----------------------------------------------------------------------------------------------------


def test_link_is_copied_and_said_to_be(visit, real) -> None:
    window = visit(real)
    window.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = window.open(f"{ARTICLE}#mb--notes")
    page.get_by_role("link", name="Sao chép liên kết").focus()
    page.keyboard.press("Enter")
    page.wait_for_function("document.querySelector('[data-mb=share-status]').textContent")
    assert page.locator('[data-mb="share-status"]').inner_text() == "Đã sao chép liên kết."
    assert page.evaluate("navigator.clipboard.readText()") == real + ARTICLE
    assert page.url == f"{real}{ARTICLE}#mb--notes", "the link itself is not followed"
    assert window.faults == []


@pytest.mark.parametrize(
    ("clipboard", "by_hand", "told"),
    [
        ("undefined", "true", "Đã sao chép liên kết."),
        ("{writeText: () => Promise.reject(new Error('refused'))}", "true", "Đã sao chép liên kết."),
        ("{writeText: () => { throw new Error('refused'); }}", "true", "Đã sao chép liên kết."),
        ("undefined", "false", "Không sao chép được"),
        ("undefined", "(() => { throw new Error('none'); })()", "Không sao chép được"),
    ],
)
def test_without_a_clipboard_it_is_copied_by_hand_or_said_not_to_be(
    clipboard, by_hand, told, visit, real
) -> None:
    window, page = open_article(
        visit,
        real,
        f"Object.defineProperty(navigator, 'clipboard', {{value: {clipboard}}})",
        "Document.prototype.execCommand = function (name) {"
        f" window.taken = name + ' ' + document.activeElement.value; return {by_hand}; }}",
    )
    page.get_by_role("link", name="Sao chép liên kết").click()
    page.wait_for_function("document.querySelector('[data-mb=share-status]').textContent")
    assert page.locator('[data-mb="share-status"]').inner_text().startswith(told)
    assert page.evaluate("taken") == f"copy {real}{ARTICLE}"
    assert page.locator("textarea").count() == 0
    assert page.evaluate("document.activeElement.textContent") == "Sao chép liên kết"
    assert window.faults == []


def test_device_that_shares_is_asked_to(visit, real) -> None:
    window, page = open_article(visit, real, SHARING)
    button(page, "Chia sẻ…").click()
    page.wait_for_function("window.shared")
    assert page.evaluate("shared.url") == real + ARTICLE
    assert page.evaluate("shared.title") == page.title()
    assert window.faults == []
    _window, plain = open_article(visit, real, "Navigator.prototype.share = undefined")
    assert plain.get_by_role("link", name="Sao chép liên kết").is_visible()
    assert not button(plain, "Chia sẻ…").is_visible()


def test_article_is_shared_by_its_public_address(visit, below) -> None:
    window, page = open_article(visit, below, SHARING)
    button(page, "Chia sẻ…").click()
    assert page.evaluate("shared.url") == f"https://site.test/repo/{ARTICLE}"
    for name in ("Chia sẻ lên Zalo", "Chia sẻ lên Facebook"):
        assert page.get_by_role("link", name=name).is_visible()
    assert window.faults == []


# The tools together -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize("width", [1280, 360])
def test_buttons_are_large_enough_and_only_with_scripts(scripts, width, visit, below) -> None:
    _window, page = open_article(visit, below, with_voices(), SHARING, width=width, scripts=scripts)
    names = page.locator("main .mb-tool:visible").evaluate_all(
        "all => all.map(tool => tool.textContent.replace(/\\s+/g, ' ').trim())"
    )
    tools = ["Nghe bài", "A−, giảm cỡ chữ", "A+, tăng cỡ chữ", "In trang này"]
    links = ["Chia sẻ lên Zalo", "Chia sẻ lên Facebook", "Sao chép liên kết"]
    assert names == ([*tools, *links, "Chia sẻ…"] if scripts else links)
    for tool in page.locator("main .mb-tool:visible").all():
        box = tool.bounding_box()
        assert box["width"] >= 24
        assert box["height"] >= 24
    assert page.locator(".mb-views").count() == 0


def test_text_does_not_jump_when_the_buttons_come(visit, real) -> None:
    held = []

    def hold(route) -> None:
        held.append(route)

    window = visit(real)
    window.page.route("**/reading.js", hold)
    window.page.goto(real + ARTICLE, wait_until="commit")
    window.page.locator(".mb-prose").wait_for()
    before = window.page.locator(".mb-prose").bounding_box()["y"]
    assert not button(window.page, "A+").is_visible()
    held[0].continue_()
    button(window.page, "A+").wait_for()
    assert window.page.locator(".mb-prose").bounding_box()["y"] == before


def test_every_tool_is_reached_and_worked_by_keyboard(visit, real) -> None:
    window, page = open_article(visit, real, with_voices(), SHARING)
    page.evaluate("window.print = () => { window.printed = true; }")
    wanted = ["Nghe bài", "A−, giảm cỡ chữ", "A+, tăng cỡ chữ", "In trang này"]
    reached = []
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    for _press in range(12):
        page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.textContent"))
        if reached[-1].startswith("A+"):
            page.keyboard.press("Space")
        if reached[-1] == "In trang này":
            page.keyboard.press("Enter")
            break
    assert reached[-4:] == wanted, "behind the links of the byline"
    assert status(page) == "Cỡ chữ: 115%"
    assert page.evaluate("printed")
    assert window.faults == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("address", [ARTICLE, PRIVACY])
def test_tools_keep_the_rules_of_wcag(address, scheme, visit, below) -> None:
    from axe_playwright_python.sync_playwright import Axe

    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    _window, page = open_article(
        visit, below, with_voices(), SHARING, address=address, width=360, scheme=scheme
    )
    if address == ARTICLE:
        button(page, "Nghe bài").click()
    for _press in range(3):
        button(page, "A+").click()
    for part in (".mb-reading, .mb-share", "main") if address == ARTICLE else ("main",):
        rules = tags if part != "main" else tags[:-1]
        options = {"runOnly": {"type": "tag", "values": rules}}
        found = Axe().run(page, context=part, options=options).response["violations"]
        assert [(rule["id"], [node["target"] for node in rule["nodes"]]) for rule in found] == []
