"""The reader's tools on an article: listen, text size, print, share; each where the browser can do it."""

import re

import pytest

pytestmark = pytest.mark.browser

ARTICLE = "tin-tuc/2025/tong-ket-cong-tac-hoi-2024/"
PRIVACY = "quyen-rieng-tu/"
KINDS = ("", "tin-tuc/", ARTICLE, "chien-dich/tet-nhan-ai-2025/", "ket-qua/2024/", PRIVACY)
LONGEST = 180
"""Characters of an utterance; Chromium falls silent after some 15 seconds."""

SPEECH = """(() => {
    // A voice that ends each utterance when the test says so, and notes all it was asked.
    const listeners = [];
    const heard = window.heard = {texts: [], voices: [], cancelled: 0, present: null};
    window.voices = VOICES;
    window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
    Object.defineProperty(window, "speechSynthesis", {value: {
        getVoices: () => window.voices,
        addEventListener: (name, listener) => name === "voiceschanged" && listeners.push(listener),
        speak(utterance) {
            heard.texts.push(utterance.text);
            heard.voices.push([utterance.voice.name, utterance.lang]);
            heard.present = utterance;
        },
        cancel() {
            heard.cancelled += 1;
            sessionStorage.setItem("cancelled", String(heard.cancelled));
            const cut = heard.present;
            heard.present = null;
            if (cut) cut.onerror({error: "interrupted"});
        },
        pause() { throw new Error("pause() is the end on phones"); },
        resume() { throw new Error("resume() is nothing on phones"); },
    }});
    window.bringVoices = (voices) => { window.voices = voices; listeners.forEach(listener => listener()); };
    window.finishSentence = () => { const said = heard.present; heard.present = null; said.onend(); };
})()"""
VIETNAMESE = (
    '[{lang: "en-US", name: "Ann", localService: true}, {lang: "vi-VN", name: "An", localService: true}]'
)
SHARING = (
    "navigator.share = data => { window.shared = data; return Promise.reject(new Error('AbortError')); }"
)
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


def open_article(visit, origin, *scripts: str, address: str = ARTICLE, **options):
    """Open the article in a browser that ``scripts`` have changed; return window and page."""
    window = visit(origin, **options)
    for script in scripts:
        window.page.add_init_script(script)
    return window, window.open(address)


def with_voices(voices: str = VIETNAMESE) -> str:
    return SPEECH.replace("VOICES", voices)


def button(page, name: str):
    return page.locator("main").get_by_role("button", name=name)


def status(page) -> str:
    return page.locator('[data-mb="status"]').inner_text()


# Listening --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "voices", ["[]", '[{lang: "en-US", name: "Ann"}, {lang: "vie", name: "x"}, {lang: "sv-VI", name: "y"}]']
)
def test_no_voice_of_the_language_no_button(voices, visit, real) -> None:
    window, page = open_article(visit, real, with_voices(voices))
    assert button(page, "A+").is_visible()
    assert not button(page, "Nghe bài").is_visible()
    assert window.faults == []


@pytest.mark.parametrize("missing", ["speechSynthesis", "SpeechSynthesisUtterance"])
def test_no_speech_no_button(missing, visit, real) -> None:
    window, page = open_article(visit, real, f"delete window.{missing}; window.{missing} = undefined")
    assert button(page, "A+").is_visible()
    assert not button(page, "Nghe bài").is_visible()
    assert window.faults == []


def test_button_comes_when_the_voices_come(visit, real) -> None:
    _window, page = open_article(visit, real, with_voices("[]"))
    assert not button(page, "Nghe bài").is_visible()
    page.evaluate("bringVoices([{lang: 'vi_VN', name: 'An'}])")
    assert button(page, "Nghe bài").is_visible()


def test_voice_on_the_device_is_preferred(visit, real) -> None:
    voices = (
        '[{lang: "vi-VN", name: "Xa", localService: false}, {lang: "vi", name: "Gần", localService: true}]'
    )
    _window, page = open_article(visit, real, with_voices(voices))
    button(page, "Nghe bài").click()
    assert page.evaluate("heard.voices") == [["Gần", "vi"]]


def listen_to_the_end(page) -> list[str]:
    button(page, "Nghe bài").click()
    page.evaluate("() => { for (let n = 0; heard.present && n < 10000; n++) finishSentence(); }")
    return page.evaluate("heard.texts")


def test_article_is_read_from_its_title_to_its_notes(visit, real) -> None:
    window, page = open_article(visit, real, with_voices())
    said = listen_to_the_end(page)
    assert " ".join(said[:2]).startswith(page.locator("h1").inner_text())
    whole = " ".join(said)
    order = ["Năm 2024, Hội trợ giúp", "Sáng 09/01/2025", "Một năm trợ giúp", "Đây là số lượt trợ giúp"]
    order += ["Toàn quận tiếp nhận 3.858 đơn vị máu", "Ngay tại hội nghị", "bản tin gốc ghi “năm 2024”"]
    places = [whole.find(words) for words in order]
    assert -1 not in places
    assert places == sorted(places)
    assert max(map(len, said)) <= LONGEST
    assert status(page) == "Đã đọc hết bài."
    assert button(page, "Nghe bài").is_visible()
    assert not button(page, "Dừng đọc").is_visible()
    assert window.faults == []


def test_furniture_is_not_read(visit, real, demo, demo_addresses) -> None:
    for address in (real + ARTICLE, demo + demo_addresses["article"]):
        _window, page = open_article(visit, address, with_voices(), address=address)
        whole = " ".join(listen_to_the_end(page))
        for furniture in (
            "Bảng số liệu",
            "Tải về",
            "SVG",
            "Nguồn:",
            "Ảnh:",
            "Chia sẻ",
            "A−",
            "Số liệu trong bài",
        ):
            assert furniture not in whole, address
        words = page.evaluate(
            """() => [...document.querySelectorAll(".mb-prose p, .mb-prose li")]
                .filter(part => !part.closest("figure, table, details") && !part.querySelector("p, ul, ol"))
                .map(part => part.textContent.replace(/\\s+/g, " ").trim())"""
        )
        squeezed = re.sub(r"\s", "", whole)
        assert len(words) > 5
        for paragraph in words:
            assert squeezed.count(re.sub(r"\s", "", paragraph)) >= 1, paragraph
        assert len(squeezed) < 2 * len(re.sub(r"\s", "", page.locator(".mb-article").inner_text()))


def test_long_sentences_are_broken_and_lose_nothing(visit, real) -> None:
    _window, page = open_article(visit, real, with_voices())
    words = " ".join(f"từ{number}" for number in range(200))
    page.evaluate(
        "words => { document.querySelector('.mb-prose').innerHTML = `<p>${words}</p><ul><li>Một<ul><li>Hai"
        "</li></ul></li></ul><p>${'x'.repeat(500)}</p>`; }",
        words,
    )
    said = listen_to_the_end(page)
    assert max(map(len, said)) <= LONGEST
    start = next(index for index, part in enumerate(said) if part.startswith("từ0"))
    rest = " ".join(said[start:])
    assert rest.startswith(f"{words} Một Hai ")
    assert rest.count("x") >= 500


def test_listening_pauses_goes_on_and_stops(visit, real) -> None:
    window, page = open_article(visit, real, with_voices())
    button(page, "Nghe bài").click()
    page.evaluate("finishSentence()")
    button(page, "Tạm dừng").click()
    assert page.evaluate("heard.present") is None
    first, second = page.evaluate("heard.texts")
    button(page, "Nghe tiếp").click()
    assert page.evaluate("heard.texts") == [first, second, second], "the sentence that was cut is read again"
    button(page, "Dừng đọc").focus()
    page.keyboard.press("Enter")
    assert page.evaluate("heard.present") is None
    assert not button(page, "Dừng đọc").is_visible()
    assert page.evaluate("document.activeElement.textContent") == "Nghe bài", "the focus is not lost"
    button(page, "Nghe bài").click()
    assert page.evaluate("heard.texts[3]") == first
    assert window.faults == []


def test_utterance_that_was_cut_does_not_go_on_behind_the_back(visit, real) -> None:
    _window, page = open_article(visit, real, with_voices())
    button(page, "Nghe bài").click()
    page.evaluate("window.late = heard.present")
    button(page, "Tạm dừng").click()
    page.evaluate("late.onend()")
    assert page.evaluate("heard.texts.length") == 1
    assert button(page, "Nghe tiếp").is_visible()


def test_failing_voice_is_told(visit, real) -> None:
    _window, page = open_article(visit, real, with_voices())
    button(page, "Nghe bài").click()
    page.evaluate("heard.present.onerror({error: 'synthesis-failed'})")
    assert status(page) == "Trình duyệt không đọc được bài này."
    assert button(page, "Nghe bài").is_visible()


def test_leaving_the_page_ends_the_reading(visit, real) -> None:
    _window, page = open_article(visit, real, with_voices())
    button(page, "Nghe bài").click()
    before = page.evaluate("heard.cancelled")
    page.locator(".mb-top__name").click()
    page.wait_for_url(real)
    assert int(page.evaluate("sessionStorage.getItem('cancelled')")) == before + 1


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


# On paper ---------------------------------------------------------------------------------------------------


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
    assert "16/01/2025" in printed
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
