"""The article read aloud: by a Vietnamese voice, with pauses, and only where the browser can do it."""

import re

import pytest

from article_tools import ARTICLE, button, open_article, status, with_voices

pytestmark = pytest.mark.browser

LONGEST = 180
"""Characters of an utterance; Chromium falls silent after some 15 seconds."""


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
