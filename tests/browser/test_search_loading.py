"""The search while it loads: quick and light, in old browsers, over bad lines, after another build."""

import re
from typing import Any

import pytest

from asking import ask, count_of, titles, wait_for_answer
from searching import Reader, search_first
from serving import Answer
from serving import serve as serve_as_host
from waiting import GIVE_UP_MS, wait_for

pytestmark = pytest.mark.browser

MOST_BYTES = 300_000
MOST_REQUESTS = {"typing": 50, "pasting": 26}
"""Whoever types so slowly that every beginning is looked for needs 46."""
NOTE_TASKS = """(() => {
    // What the page asks of the thread that searches.
    const post = Worker.prototype.postMessage;
    window.tasks = [];
    Worker.prototype.postMessage = function (message, ...more) {
        window.tasks.push([message.task, message.values[0]]);
        return post.call(this, message, ...more);
    };
})()"""
FINISH = """() => document.querySelector(".mb-search__needs").getAnimations().map(animation => {
    animation.finish();
    return animation.animationName;
})"""
SOUGHT = "tasks.filter(([task]) => task === 'find').map(([, text]) => text)"


@pytest.mark.parametrize(
    "reader", [Reader("typing"), Reader("pasting", is_pasting=True)], ids=lambda of: of.name
)
def test_first_answer_takes_few_requests_and_bytes(reader, browser, demo_chapter, monkeypatch) -> None:
    """For 5,000 articles, and in milliseconds, it is measured by ``make bench``."""
    monkeypatch.setattr("searching.PATIENCE_MS", GIVE_UP_MS)
    index = sum(file.stat().st_size for file in (demo_chapter.site / "tim-kiem").rglob("*.pf_meta"))
    sent: list[Answer] = []
    with serve_as_host(demo_chapter.site, is_packed=True, sent=sent) as origin:
        for query in ("hien mau", "hiến máu phường", "tet nhan ai 2025"):
            search = search_first(browser, origin, sent, query, reader)
            # Besides the list of what there is, ten texts at least have come.
            assert index + 10_000 < search.bytes < MOST_BYTES, query
            assert search.requests <= MOST_REQUESTS[reader.name], query
            assert search.found == 10, query


def test_single_letter_waits_for_the_next(visit, made_up) -> None:
    window = visit(made_up)
    window.page.add_init_script(NOTE_TASKS)
    window.page.clock.install(time=0)
    page = window.open("tim-kiem/")
    page.clock.pause_at(3_600_000)
    field = page.locator("#mb--q")
    field.press("p")
    page.clock.run_for(500)
    field.press("h")
    page.clock.run_for(500)
    assert page.evaluate(SOUGHT) == []
    page.clock.run_for(500)
    assert page.evaluate(SOUGHT) == ["ph"]
    wait_for_answer(page, "ph")
    assert titles(page)
    field.press_sequentially("uong")
    page.clock.run_for(200)
    assert page.evaluate(SOUGHT) == ["ph", "phuong"], "a word sooner, and none of its beginnings"


def test_last_key_overtakes_what_is_being_looked_for(visit, made_up) -> None:
    page = visit(made_up).open("tim-kiem/")
    found = page.evaluate(
        """async () => {
            const { Index } = await import(new URL("../assets/minhbach/search-index.js", location.href));
            const index = new Index(location.href);
            const answers = await Promise.all(["tet", "hien", "hien mau"].map((text) => index.find(text)));
            const titleOf = ({ title }) => title.map(({ text }) => text).join("");
            return answers.map((answer) => answer && answer.first.map(titleOf));
        }"""
    )
    assert found[:2] == [None, None]
    assert found[2][0] == "Ngày hội hiến máu Giọt Hồng"


OLD = {
    "no threads": "delete window.Worker",
    "no modules in threads": """
        window.Worker = class extends EventTarget {
            constructor() { super(); setTimeout(() => this.dispatchEvent(new Event("error"))); }
            postMessage() {}
        }""",
    "no unpacking": "delete window.Worker; delete window.DecompressionStream",
}


@pytest.mark.parametrize("lack", OLD)
def test_older_browsers_search_too(lack, visit, made_up) -> None:
    window = visit(made_up)
    window.page.add_init_script(OLD[lack])
    page = window.open("tim-kiem/")
    assert count_of(ask(page, "hiến máu")) == 3
    assert titles(page)[0] == "Ngày hội hiến máu Giọt Hồng"
    assert ask(page, "hein mau").startswith("Không có kết quả nào")
    page.locator(".mb-search__help a").first.wait_for()
    assert window.faults == []


@pytest.mark.parametrize("lost", ["muc-luc.pf_meta", "*.pf_index", "*.pf_fragment"])
def test_index_that_does_not_load_is_told_and_tried_again(lost, visit, made_up) -> None:
    window = visit(made_up)
    window.page.context.route(f"**/{lost}", lambda route: route.fulfill(status=404, body="not here"))
    page = window.open("tim-kiem/")
    page.locator("#mb--q").fill("hiến máu")
    page.get_by_text("Không tải được phần tìm kiếm").wait_for()
    page.context.unroute(f"**/{lost}")
    page.locator("#mb--q").fill("hiến máu ở")
    wait_for_answer(page, "hiến máu ở")
    assert count_of(ask(page, "hiến máu")) == 3


def test_results_that_do_not_load_are_told_and_none_is_left_out(visit, demo) -> None:
    window = visit(demo)
    window.page.add_init_script(NOTE_TASKS)
    page = window.open("tim-kiem/#q=phuong")
    wait_for_answer(page, "phuong")
    shown = titles(page)
    page.context.route("**/*.pf_fragment", lambda route: route.abort())
    more = page.get_by_role("button", name="Xem thêm kết quả")
    more.click()
    page.get_by_text("Không tải được phần tìm kiếm").wait_for()
    assert titles(page) == shown
    page.context.unroute("**/*.pf_fragment")
    asked = page.evaluate("tasks.length")
    more.evaluate("more => { more.click(); more.click(); }")  # a hasty finger
    assert page.evaluate("asked => tasks.slice(asked)", asked) == [["more", 10]]
    page.wait_for_function("document.querySelectorAll('.mb-search__result').length >= 20")
    assert len(titles(page)) == 20
    again = visit(demo).open("tim-kiem/#q=phuong")
    wait_for_answer(again, "phuong")
    again.get_by_role("button", name="Xem thêm kết quả").click()
    again.wait_for_function("document.querySelectorAll('.mb-search__result').length === 20")
    assert titles(page) == titles(again)


def test_choices_hold_where_the_site_was_built_again_meanwhile(visit, made_up) -> None:
    """The register that came first lacks a record that the index has."""
    window = visit(made_up)
    answers: list[str] = []

    def answer(route: Any) -> None:
        columns = route.fetch().json()
        if not answers:
            columns = {**columns, "id": columns["id"].replace(" ", " x", 3)}
        answers.append(route.request.url)
        route.fulfill(json=columns)

    window.page.context.route("**/muc-luc.json", answer)
    page = window.open("tim-kiem/#q=mau&loai=article")
    wait_for_answer(page, "mau")
    assert len(titles(page)) > 2
    assert len(answers) == 2
    assert window.faults == []


def test_what_was_not_found_is_said_while_other_words_are_looked_for(visit, made_up) -> None:
    window = visit(made_up)
    held: list[Any] = []

    def hold(route: Any) -> None:
        held.append(route)

    window.page.context.route("**/tu-vung.json", hold)
    window.page.clock.install()
    page = window.open("tim-kiem/")
    ask(page, "quyenn gop")
    wait_for(lambda: page.evaluate("true") and held, "other words are looked for")
    page.clock.fast_forward(10_000)
    assert page.get_by_role("status").inner_text() == "Không có kết quả nào cho “quyenn gop”."
    held[0].continue_()
    page.get_by_role("link", name="quyên gop").wait_for()
    assert page.get_by_role("status").inner_text() == "Không có kết quả nào cho “quyenn gop”."


@pytest.mark.parametrize("address", ["tim-kiem/", "tim-ung-ho/"])
def test_browser_whose_scripts_fail_is_told_and_sends_no_word(address, visit, demo) -> None:
    window = visit(demo)
    window.page.context.route(re.compile(r"/(?:search|find-gift)\.js$"), lambda route: route.abort())
    page = window.open(address)
    asked: list[tuple[str, bool]] = []
    page.on("request", lambda request: asked.append((request.url, request.is_navigation_request())))
    page.evaluate("addEventListener('keyup', () => { window.isAnswered = true; })")
    page.locator("#mb--q").fill("hien mau")
    page.locator("#mb--q").press("Enter")
    page.wait_for_function("window.isAnswered")
    assert page.evaluate(FINISH) == ["mb-needed"], "after which it is told"
    page.wait_for_function("document.querySelector('.mb-search__needs').offsetHeight > 15")
    window.catch_up()
    assert page.url == f"{demo}{address}"
    assert [url for url, is_page in asked if is_page or "hien" in url] == []
