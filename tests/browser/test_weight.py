"""What the build says that a page weighs is what a phone transfers for it."""

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from minhbach.weight.budgets import FETCHED
from minhbach.weight.judging import html_file
from minhbach.weight.weighing import Folder, Scales, Weight, compressed_size

pytestmark = pytest.mark.browser

PAGES = ("home", "second page of news", "article", "campaign", "figure", "giving", "search")
FOLDERS = {"real": "real_site", "demo": "demo_chapter"}


def weigh(site: Path, address: str, kind: str) -> Weight:
    html = (site / html_file(address)).read_bytes()
    bound = Scales(Folder(site)).bound(address, kind, html, FETCHED.get(kind, ()))
    return replace(bound, html=compressed_size(html))


def transfer(browser: Any, origin: str, address: str) -> dict[str, int]:
    """Return the files that a phone transfers for a page read to its end, and their bytes without headers."""
    # What a service worker fetches while the device is idle is no part of a page.
    context = browser.new_context(
        viewport={"width": 360, "height": 800}, device_scale_factor=2, service_workers="block"
    )
    page = context.new_page()
    done: list[Any] = []

    def note(request: Any) -> None:
        done.append(request)

    page.on("requestfinished", note)
    page.goto(origin + address, wait_until="networkidle")
    for top in range(0, page.evaluate("document.documentElement.scrollHeight"), 600):
        page.evaluate("top => window.scrollTo(0, top)", top)
        page.wait_for_timeout(20)
    page.wait_for_load_state("networkidle")
    found: dict[str, int] = {}
    for request in done:
        if request.url.startswith(origin):
            file = request.url.removeprefix(origin).partition("?")[0]
            # What is asked for again comes out of the browser's cache.
            found[file] = max(found.get(file, 0), request.sizes()["responseBodySize"])
    context.close()
    return found


@pytest.mark.parametrize("name", PAGES)
def test_weight_is_what_a_phone_transfers(name, browser, serve, demo_chapter, demo_addresses) -> None:
    site = demo_chapter.site
    address = "tim-kiem/" if name == "search" else demo_addresses[name]
    weight = weigh(site, address, name)
    found = transfer(browser, serve(site, is_packed=True), address)
    photos = {file: found.pop(file) for file in [*found] if file.startswith("anh/")}
    # A browser without a window asks for no icon of its own accord.
    files = {
        file: size for file, size in weight.files.items() if file in found or not re.search("mark", file)
    }
    assert found.keys() - {address} == files.keys()
    assert sum(found.values()) == pytest.approx(weight.html + sum(files.values()), rel=0.01)
    # Chromium may take the next smaller photo where it is nearly as sharp.
    assert len(photos) == len(weight.images)
    assert 0.4 * sum(weight.images.values()) <= sum(photos.values()) <= sum(weight.images.values())
    if name == "article":
        assert photos
        assert photos.keys() & weight.images.keys()
