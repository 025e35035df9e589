"""What the build says that a page weighs is what a phone transfers for it."""

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from minhbach.weight.budgets import FETCHED
from minhbach.weight.judging import html_file
from minhbach.weight.weighing import Folder, Scales, Weight, compressed_size
from waiting import GIVE_UP_MS, wait_for

pytestmark = pytest.mark.browser

PAGES = ("home", "second page of news", "article", "campaign", "figure", "giving", "search")
READ = """async () => {
    // To the end of the page, with time to paint what comes into sight; then until each photo in it is there.
    const frame = () => new Promise(requestAnimationFrame);
    for (let top = 0; top < document.documentElement.scrollHeight; top += 600) {
        window.scrollTo(0, top);
        await frame();
        await frame();
    }
    const seen = [...document.images].filter(image => image.getClientRects().length);
    await Promise.all(seen.map(image => image.decode()));
}"""
REST = "() => new Promise(requestIdleCallback)"


def weigh(site: Path, address: str, kind: str) -> Weight:
    html = (site / html_file(address)).read_bytes()
    bound = Scales(Folder(site)).bound(address, kind, html, FETCHED.get(kind, ()))
    return replace(bound, html=compressed_size(html))


def transfer(browser: Any, origin: str, address: str, expected: set[str]) -> dict[str, int]:
    """Return the files that a phone transfers for a page read to its end, and their bytes without headers.

    ``expected`` are files that scripts may ask for once the page is there, which is waited for.
    """
    # What a service worker fetches while the device is idle is no part of a page.
    context = browser.new_context(
        viewport={"width": 360, "height": 800}, device_scale_factor=2, service_workers="block"
    )
    context.set_default_timeout(GIVE_UP_MS)
    page = context.new_page()
    begun: list[str] = []
    done: list[Any] = []

    def note(request: Any) -> None:
        done.append(request)

    page.on("request", lambda request: begun.append(request.url))
    page.on("requestfinished", note)
    page.goto(origin + address)
    page.evaluate(READ)

    def missing() -> set[str]:
        page.evaluate(REST)
        return expected - {file_of(request) for request in done}

    def file_of(request: Any) -> str:
        return str(request.url.removeprefix(origin).partition("?")[0])

    wait_for(lambda: not missing() and len(begun) == len(done), lambda: f"transferred: {missing()}")
    found: dict[str, int] = {}
    for request in done:
        if request.url.startswith(origin):
            # What is asked for again comes out of the browser's cache.
            size = request.sizes()["responseBodySize"]
            found[file_of(request)] = max(found.get(file_of(request), 0), size)
    context.close()
    return found


@pytest.mark.parametrize("name", PAGES)
def test_weight_is_what_a_phone_transfers(name, browser, serve, demo_chapter, demo_addresses) -> None:
    site = demo_chapter.site
    address = "tim-kiem/" if name == "search" else demo_addresses[name]
    weight = weigh(site, address, name)
    # A browser without a window asks for no icon of its own accord.
    expected = {file for file in weight.files if not re.search("mark", file)}
    found = transfer(browser, serve(site, is_packed=True), address, expected)
    photos = {file: found.pop(file) for file in [*found] if file.startswith("anh/")}
    files = {file: size for file, size in weight.files.items() if file in found or file in expected}
    assert found.keys() - {address} == files.keys()
    assert sum(found.values()) == pytest.approx(weight.html + sum(files.values()), rel=0.01)
    # Chromium may take the next smaller photo where it is nearly as sharp.
    assert len(photos) == len(weight.images)
    assert 0.4 * sum(weight.images.values()) <= sum(photos.values()) <= sum(weight.images.values())
    if name == "article":
        assert photos
        assert photos.keys() & weight.images.keys()
