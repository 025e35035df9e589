"""The counter of views is asked only where it is set up and welcome; when it fails, nothing is shown."""

import json
import mimetypes
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from waiting import wait_for

pytestmark = pytest.mark.browser

HOST = "https://hoi.example/"
COUNTER = "https://dem.example"
ARTICLE = "tin-tuc/2025/tong-ket-cong-tac-hoi-2024/"
PATH = "/tin-tuc/2025/tong-ket-cong-tac-hoi-2024"
ANYONE = {"Access-Control-Allow-Origin": "*"}
BY_HAND = "Object.defineProperty(Navigator.prototype, 'webdriver', {get: () => false})"
"""Without this the script takes the browser of a test for what it is: a machine."""
VIEWS = '[data-mb="views"]'


class Counter:
    """A public host with a built site, and a counter that answers as a test wants."""

    def __init__(self, window, site: Path, answer) -> None:
        self.window, self.page, self.answer = window, window.page, answer
        self.asked: list = []
        self.page.route(f"{HOST}**", lambda route: self._serve(site, route))
        self.page.route(f"{COUNTER}/**", self._count)

    def _serve(self, site: Path, route) -> None:
        path = urlsplit(route.request.url).path
        file = site / (path.lstrip("/") + ("index.html" if path.endswith("/") else ""))
        kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        route.fulfill(body=file.read_bytes(), headers={"Content-Type": kind})

    def _count(self, route) -> None:
        self.asked.append(route.request)
        if urlsplit(route.request.url).path == "/count":
            route.fulfill(body=b"GIF89a", headers={"Content-Type": "image/gif", **ANYONE})
        else:
            self.answer(route)

    def open(self, address: str = ARTICLE):
        self.window.open(HOST + address)
        return self.page

    @property
    def elsewhere(self) -> list[str]:
        """What was asked of others, as the window noted it."""
        return [fault for fault in self.window.faults if fault.startswith("request to elsewhere")]

    @property
    def noise(self) -> list[str]:
        """Other faults. That a request failed, the browser tells by itself; no script can help it."""
        return [
            fault
            for fault in self.window.faults
            if fault not in self.elsewhere
            and not fault.startswith("console: Failed to load resource")
            and f": {COUNTER}" not in fault
        ]


def number(words: object):
    """Answer with a number as the counter writes it."""

    def answer(route) -> None:
        route.fulfill(json={"count": words, "count_unique": words}, headers=ANYONE)

    return answer


@pytest.fixture
def count(visit, counted_site):
    """Return a function that makes the host and its counter."""

    def make(answer=None, *scripts: str, site: Path = counted_site, width: int = 1280) -> Counter:
        window = visit(HOST, width=width)
        window.note_work()
        for script in scripts or (BY_HAND,):
            window.page.add_init_script(script)
        return Counter(window, site, answer or number("1,234"))

    return make


def begun(page: Any) -> int:
    """How much the scripts of the page, which has loaded, have begun to fetch: they ask at once or never."""
    return int(page.evaluate("document.readyState === 'complete' ? work.begun : NaN"))


@pytest.mark.parametrize(
    ("written", "shown", "value"),
    [
        ("359", "Lượt xem: 359", "359"),
        ("1,234", "Lượt xem: 1.234", "1234"),
        ("1.234", "Lượt xem: 1.234", "1234"),
        ("1\u202f234", "Lượt xem: 1.234", "1234"),
        ("12 345", "Lượt xem: 12.345", "12345"),
        ("1’234’567", "Lượt xem: 1.234.567", "1234567"),
        ("1234567", "Lượt xem: 1.234.567", "1234567"),
        (42, "Lượt xem: 42", "42"),
    ],
)
def test_number_of_views_is_shown_the_vietnamese_way(written, shown, value, count) -> None:
    counter = count(number(written))
    page = counter.open()
    page.locator(VIEWS).wait_for()
    assert page.locator(VIEWS).inner_text() == shown
    assert page.locator(f"{VIEWS} data").get_attribute("value") == value
    assert counter.noise == []


def test_one_view_is_counted_then_the_number_is_asked_for(count) -> None:
    counter = count()
    page = counter.open()
    page.locator(VIEWS).wait_for()
    counter.window.rest()
    counted, asked = counter.asked
    assert counted.url.startswith(f"{COUNTER}/count?")
    question = parse_qs(urlsplit(counted.url).query, strict_parsing=True)
    assert question == {"p": [PATH], "t": [page.locator("h1").inner_text()]}
    assert asked.url == f"{COUNTER}/counter/{PATH.replace('/', '%2F')}.json"
    for request in counter.asked:
        assert request.method == "GET"
        headers = request.all_headers()
        assert "referer" not in headers
        assert "cookie" not in headers
    assert len(counter.elsewhere) == 2
    assert page.context.cookies() == []
    kept = page.evaluate("[...Object.keys(localStorage), ...Object.keys(sessionStorage)]")
    assert kept == []


def failing(status: int, body: str, kind: str = "application/json"):
    return lambda route: route.fulfill(status=status, body=body, headers={"Content-Type": kind, **ANYONE})


@pytest.mark.parametrize(
    "answer",
    [
        lambda route: route.abort("connectionrefused"),
        lambda route: route.abort("blockedbyclient"),
        failing(404, json.dumps({"count": "0"})),
        failing(403, "Need to enable the setting"),
        failing(500, json.dumps({"count": "5"})),
        failing(200, "{"),
        failing(200, ""),
        failing(200, "<!doctype html><title>5</title>", "text/html"),
        failing(200, "null"),
        failing(200, "5"),
        failing(200, "[]"),
        failing(200, "{}"),
        *(
            number(words)
            for words in ("", "0", "nhiều", "-5", "1,23", "1,2345", "1.234,567", "1e9", "9" * 40)
        ),
        *(number(value) for value in (None, True, 1.5, ["5"], {"a": 5})),
        number("<img src=x onerror=alert(1)>5"),
    ],
)
def test_whatever_fails_nothing_is_shown(answer, count) -> None:
    counter = count(answer)
    page = counter.open()
    counter.window.rest()
    assert len(counter.asked) == 2, "it was asked"
    assert not page.locator(VIEWS).is_visible()
    assert page.locator(f"{VIEWS} data").inner_text() == ""
    assert counter.noise == []


def test_counter_that_cannot_be_reached_is_asked_once(count) -> None:
    counter = count()
    counter.page.unroute(f"{COUNTER}/**")
    asked = []
    counter.page.route(f"{COUNTER}/**", lambda route: (asked.append(route.request.url), route.abort())[1])
    page = counter.open()
    counter.window.rest()
    assert len(asked) == 1
    assert not page.locator(VIEWS).is_visible()
    assert counter.noise == []


def test_number_that_comes_too_late_is_not_shown(count) -> None:
    held: list[Any] = []
    counter = count(held.append)
    counter.page.clock.install()
    page = counter.open()
    page.wait_for_function("work.asked.length === 2")
    wait_for(lambda: page.evaluate("true") and held, "the number is asked for")
    assert page.evaluate("work.begun - work.ended") == 1
    page.clock.fast_forward(5001)
    counter.window.rest()
    number("5")(held[0])
    counter.window.catch_up()
    assert not page.locator(VIEWS).is_visible()
    assert counter.noise == []


@pytest.mark.parametrize(
    "unwelcome",
    [
        "/* a browser that is driven by a machine, as this one is */",
        f"{BY_HAND}; Object.defineProperty(Navigator.prototype, 'doNotTrack', {{get: () => '1'}})",
        f"{BY_HAND}; Object.defineProperty(Navigator.prototype, 'globalPrivacyControl', {{get: () => true}})",
        f"{BY_HAND}; delete window.fetch",
        f"{BY_HAND}; delete window.AbortController",
    ],
)
def test_nothing_is_asked_where_it_is_not_welcome(unwelcome, count) -> None:
    counter = count(None, unwelcome)
    page = counter.open()
    assert begun(page) == 0
    counter.window.catch_up()
    assert page.locator(".mb-tools").is_visible()
    assert counter.window.faults == []
    assert not page.locator(VIEWS).is_visible()


def test_nothing_is_asked_from_within_a_frame(count) -> None:
    counter = count()
    # A file without a policy of its own; our pages may hold no frame.
    page = counter.open("robots.txt")
    page.evaluate(
        "address => { const frame = document.createElement('iframe'); frame.src = address;"
        " document.body.append(frame); }",
        f"/{ARTICLE}",
    )
    page.frame_locator("iframe").locator("h1").wait_for()
    framed = page.frames[1]
    framed.wait_for_load_state()
    assert framed.url == f"{HOST}{ARTICLE}"
    assert begun(framed) == 0
    counter.window.catch_up()
    assert counter.asked == []


def test_page_in_the_background_counts_when_it_is_seen(count) -> None:
    hidden = "let seen = 'hidden'; Object.defineProperty(document, 'visibilityState', {get: () => seen});"
    counter = count(None, f"{BY_HAND}; {hidden} window.show = () => {{ seen = 'visible'; }}")
    page = counter.open()
    assert begun(page) == 0
    counter.window.catch_up()
    assert counter.asked == []
    page.evaluate("show(); document.dispatchEvent(new Event('visibilitychange'))")
    page.locator(VIEWS).wait_for()
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    assert page.evaluate("work.asked.length") == 2, "and only once"
    counter.window.catch_up()
    assert len(counter.asked) == 2


@pytest.mark.parametrize("address", ["", "tin-tuc/", "chien-dich/tet-nhan-ai-2025/", "quyen-rieng-tu/"])
def test_other_pages_are_not_counted(address, count) -> None:
    counter = count()
    page = counter.open(address)
    assert begun(page) == 0
    counter.window.catch_up()
    assert page.locator("h1").is_visible()
    assert counter.window.faults == []


def test_preview_is_not_counted(visit, serve, counted_site) -> None:
    window = visit(serve(counted_site))
    window.note_work()
    window.page.add_init_script(BY_HAND)
    page = window.open(ARTICLE)
    assert begun(page) == 0
    window.catch_up()
    assert page.locator(".mb-tools").is_visible()
    assert window.faults == []


def test_site_on_a_disk_is_not_counted(visit, counted_site) -> None:
    window = visit("file:")
    window.note_work()
    window.page.add_init_script(BY_HAND)
    window.open((counted_site / ARTICLE / "index.html").as_uri())
    assert begun(window.page) == 0
    assert window.page.locator(".mb-tools").is_visible()
    assert [fault for fault in window.faults if "dem.example" in fault] == []


@pytest.mark.parametrize("address", ["", ARTICLE, "quyen-rieng-tu/"])
def test_site_without_a_counter_asks_nobody(address, count, real_site) -> None:
    counter = count(site=real_site)
    page = counter.open(address)
    assert begun(page) == 0
    counter.window.catch_up()
    assert page.locator(VIEWS).count() == 0
    assert counter.window.faults == []


def test_number_stands_within_a_phone(count) -> None:
    counter = count(number("1,234,567"), width=320)
    page = counter.open()
    page.locator(VIEWS).wait_for()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_number_is_not_printed(count) -> None:
    page = count().open()
    page.locator(VIEWS).wait_for()
    page.emulate_media(media="print")
    assert not page.locator(VIEWS).is_visible()
