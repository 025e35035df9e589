"""Photos are enlarged on the page by keyboard, touch or mouse; without scripts they are plain links."""

import io

import pytest

from waiting import GIVE_UP_MS

pytestmark = pytest.mark.browser

ARTICLE = "news/2025/tong-ket-cong-tac-hoi-2024.md"
PAGE = "tin-tuc/2025/tong-ket-cong-tac-hoi-2024/"
NAMES = ("dau", "giua", "mot", "hai", "ba")
RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}}
STATE = """() => {
    const dialog = document.querySelector("dialog.mb-lightbox");
    if (!dialog || !dialog.open) return null;
    const image = dialog.querySelector("img");
    return {
        alt: image.alt,
        words: dialog.querySelector(".mb-lightbox__words").textContent.replace(/\\s+/g, " ").trim(),
        count: dialog.querySelector(".mb-lightbox__count").textContent,
        focused: dialog.contains(document.activeElement) && document.activeElement.getAttribute("aria-label"),
    };
}"""


@pytest.fixture(scope="session")
def gallery_site(once_per_run, copy_project):
    """A chapter whose article has a lead photo, one in the text, and a gallery of three."""

    def draw(number: int) -> bytes:
        from PIL import Image

        size = (1600, 1000) if number % 2 else (900, 1500)
        buffer = io.BytesIO()
        Image.new("RGB", size, (40 * number, 90, 200)).save(buffer, "JPEG")
        return buffer.getvalue()

    def fill(folder):
        chapter = copy_project(folder / "project")
        photos = "photos:\n"
        for number, name in enumerate(NAMES, 1):
            chapter.write(f"{ARTICLE.removesuffix('.md')}/{name}.jpg", draw(number))
            words = f"alt: Ảnh {name}, caption: Chú thích {name}., credit: Hội, basis: no-people"
            photos += f"  - {{file: {name}.jpg, {words}}}\n"
        text = chapter.read(ARTICLE).replace("tags:", f"{photos}tags:", 1)
        where = ARTICLE.rpartition("/")[2].removesuffix(".md")
        chapter.write(ARTICLE, f"{text}\n![Ảnh ở giữa]({where}/giua.jpg)\n")
        result = chapter.build()
        assert result.returncode == 0, result.stderr

    return once_per_run("gallery", fill) / "project" / "site"


@pytest.fixture
def gallery(serve, gallery_site) -> str:
    return serve(gallery_site)


def focus_thumbnail(page, alt: str) -> None:
    """Reach a photo with the Tab key alone."""
    for _press in range(120):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.querySelector?.('img')?.alt ?? ''") == alt:
            return
    pytest.fail(f"no key leads to {alt}")


def test_the_keyboard_alone_opens_moves_and_closes(visit, gallery) -> None:
    window = visit(gallery)
    page = window.open(PAGE)
    focus_thumbnail(page, "Ảnh mot")
    assert page.evaluate(STATE) is None
    page.keyboard.press("Enter")
    assert page.evaluate(STATE) == {
        "alt": "Ảnh mot",
        "words": "3/5Ảnh 3 trên 5. Chú thích mot. Ảnh: Hội",
        "count": "3/5",
        "focused": "Đóng",
    }
    page.keyboard.press("ArrowRight")
    assert page.evaluate(STATE)["count"] == "4/5"
    assert "Chú thích hai." in page.evaluate(STATE)["words"]
    for _press in range(2):
        page.keyboard.press("ArrowLeft")
    assert page.evaluate(STATE)["alt"] == "Ảnh ở giữa"
    for _press in range(2):
        page.keyboard.press("ArrowLeft")
    assert page.evaluate(STATE)["count"] == "5/5", "from the first to the last"
    page.keyboard.press("ArrowRight")
    assert page.evaluate(STATE)["alt"] == "Ảnh dau", "and back to the first"
    page.keyboard.press("Escape")
    assert page.evaluate(STATE) is None
    # The thumbnail of the photo that was shown; a dialog tells of its closing a moment later.
    page.wait_for_function("document.activeElement.querySelector?.('img')?.alt === 'Ảnh dau'")
    assert window.faults == []


def test_focus_stays_within_and_every_button_is_reached_and_works(visit, gallery) -> None:
    page = visit(gallery).open(PAGE)
    focus_thumbnail(page, "Ảnh ba")
    page.keyboard.press("Enter")
    reached = []
    for _press in range(8):
        reached.append(page.evaluate(STATE)["focused"])
        page.keyboard.press("Tab")
        outside = page.evaluate("document.activeElement.closest('main, header, footer') !== null")
        assert not outside, "the page beneath is reached"
    assert {"Đóng", "Ảnh trước", "Ảnh sau"} <= set(reached)
    dialog = page.locator("dialog.mb-lightbox")
    dialog.get_by_role("button", name="Ảnh trước").press("Enter")
    assert page.evaluate(STATE)["alt"] == "Ảnh hai"
    dialog.get_by_role("button", name="Ảnh sau").press("Space")
    assert page.evaluate(STATE)["alt"] == "Ảnh ba"
    dialog.get_by_role("button", name="Đóng").press("Enter")
    assert page.evaluate(STATE) is None
    assert page.evaluate("document.activeElement.querySelector('img').alt") == "Ảnh ba"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 768, 1280])
def test_the_enlarged_photo_fits_and_keeps_the_rules_of_wcag(width, scheme, visit, gallery) -> None:
    from axe_playwright_python.sync_playwright import Axe

    window = visit(gallery, width=width, scheme=scheme)
    page = window.open(PAGE)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.locator("a.mb-photo__link").first.click()
    dialog = page.locator("dialog.mb-lightbox")
    for _photo in NAMES:
        image = dialog.locator("img")
        page.wait_for_function("document.querySelector('.mb-lightbox img').naturalWidth > 0")
        box = image.bounding_box()
        assert box["x"] >= 0
        assert box["y"] >= 0
        assert box["x"] + box["width"] <= width
        assert box["y"] + box["height"] <= 800
        shape = image.evaluate("image => image.naturalWidth / image.naturalHeight")
        assert abs(box["width"] / box["height"] - shape) < 0.02, "not distorted"
        words = dialog.locator(".mb-lightbox__words").bounding_box()
        assert words["y"] >= box["y"] + box["height"] - 1, "the caption is not covered"
        page.keyboard.press("ArrowRight")
    for button in dialog.get_by_role("button").all():
        box = button.bounding_box()
        assert min(box["width"], box["height"]) >= 24
    # What lies behind an open dialog can be neither seen nor reached.
    found = Axe().run(page, context="dialog.mb-lightbox", options=RULES).response["violations"]
    assert [f"{rule['id']}: {node['target']}" for rule in found for node in rule["nodes"]] == []
    assert window.faults == []


def test_the_page_of_photos_keeps_the_rules_of_wcag(visit, gallery) -> None:
    from axe_playwright_python.sync_playwright import Axe

    for width in (360, 1280):
        page = visit(gallery, width=width).open(PAGE)
        found = Axe().run(page, options=RULES).response["violations"]
        assert [f"{rule['id']}: {node['target']}" for rule in found for node in rule["nodes"]] == []


def test_a_click_beside_the_photo_closes(visit, gallery) -> None:
    page = visit(gallery).open(PAGE)
    page.locator("a.mb-photo__link").nth(1).click()
    page.wait_for_function("document.querySelector('.mb-lightbox img').naturalWidth > 0")
    page.mouse.click(200, 300)
    assert page.evaluate(STATE) is None


def test_a_click_with_a_modifier_is_left_to_the_browser(visit, gallery) -> None:
    page = visit(gallery).open(PAGE)
    with page.context.expect_page() as opened:
        page.locator("a.mb-photo__link").first.click(modifiers=["Control"])
    opened.value.wait_for_url("**/*.webp")
    assert page.evaluate(STATE) is None


def test_a_swipe_shows_the_next_photo(browser, gallery) -> None:
    context = browser.new_context(
        viewport={"width": 360, "height": 800}, has_touch=True, service_workers="block"
    )
    context.set_default_timeout(GIVE_UP_MS)
    try:
        page = context.new_page()
        page.goto(gallery + PAGE)
        page.locator("a.mb-photo__link").first.tap()
        page.evaluate("""() => {
            const dialog = document.querySelector("dialog.mb-lightbox");
            const touch = x => new Touch({identifier: 1, target: dialog, clientX: x, clientY: 300});
            const send = (kind, x, touches) => dialog.dispatchEvent(
                new TouchEvent(kind, {touches, changedTouches: [touch(x)], bubbles: true}));
            send("touchstart", 300, [touch(300)]);
            send("touchend", 100, []);
        }""")
        assert page.evaluate(STATE)["count"] == "2/5"
    finally:
        context.close()


def test_photos_are_plain_links_without_scripts(visit, gallery) -> None:
    window = visit(gallery, scripts=False)
    page = window.open(PAGE)
    links = page.locator("a.mb-photo__link")
    assert links.count() == len(NAMES)
    links.nth(2).focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/anh/mot-*.webp")
    # A bare image has no icon, so the browser may ask the host for one.
    assert [fault for fault in window.faults if "favicon.ico" not in fault] == []


@pytest.mark.parametrize(
    ("width", "copy", "enlarged"), [(360, "-960.avif", "-960.avif"), (1280, "-960.webp", "-1600.webp")]
)
def test_the_browser_chooses_the_copy_that_suits_the_window(width, copy, enlarged, visit, gallery) -> None:
    page = visit(gallery, width=width).open(PAGE)
    chosen = page.locator(".mb-article > figure img").evaluate("image => image.currentSrc")
    assert chosen.endswith(copy), chosen
    page.locator("a.mb-photo__link").first.click()
    page.wait_for_function("document.querySelector('.mb-lightbox img').naturalWidth > 0")
    shown = page.locator("dialog img").evaluate("image => image.currentSrc")
    assert shown.endswith(enlarged), shown


def test_photos_keep_their_room_while_they_load(visit, gallery) -> None:
    shapes = []
    for blocked in (True, False):
        page = visit(gallery, width=360).page
        if blocked:
            page.route("**/anh/*", lambda route: route.abort())
        page.goto(gallery + PAGE)
        images = page.locator("main article img")
        assert images.count() == len(NAMES)
        for image in images.all():
            image.scroll_into_view_if_needed()
        shapes.append([image.evaluate("image => [image.width, image.height]") for image in images.all()])
    assert shapes[0] == shapes[1]
    assert shapes[0][0] == [328, 205]
