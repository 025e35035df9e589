"""Find gifts in a built site with Chromium, counting what is fetched beyond the page."""

from __future__ import annotations

import os
import shutil
import time
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from serving import serve

PAGE = "tim-ung-ho/"
FIELD = "main input:not([type=hidden]):not([type=submit])"
"""The first one is where a name or a receipt is typed."""
PATIENCE_MS = 10_000
"""How long is waited for the page, and for answers that are on their way."""
SHOWN_MS = 10_000
"""How long is waited for the gift."""
_SETTLE_MS = 300
"""How long it is watched whether the page fetches more once the gift is shown."""
_OPTIONS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run")

_UNIQUE = """
SELECT name, receipt FROM (
    SELECT name, min(receipt) AS receipt FROM read_csv($files, all_varchar = true)
    WHERE consent = 'given' AND item IS NULL AND kind IS NULL
    GROUP BY name HAVING count(*) = 1
) ORDER BY name
"""
_RECEIPTS = "SELECT receipt FROM read_csv($files, all_varchar = true) ORDER BY receipt"


@dataclass(frozen=True)
class Wanted:
    """What is typed, and the receipt that must then be shown."""

    by: str
    typed: str
    receipt: str


@dataclass(frozen=True)
class Found:
    """What finding took, beyond loading the page; ``fault``: why nothing was found."""

    requests_beyond: int = 0
    bytes_beyond: int = 0
    milliseconds: float = 0.0
    fault: str = ""


class _Traffic:
    """What a page fetches from now on."""

    def __init__(self, page: Any) -> None:
        self.begun: list[Any] = []
        self.done: list[Any] = []
        page.on("request", self._begin)
        page.on("requestfinished", self._end)
        page.on("requestfailed", self._end)

    def _begin(self, request: Any) -> None:
        self.begun.append(request)

    def _end(self, request: Any) -> None:
        self.done.append(request)

    @property
    def bytes(self) -> int:
        """Headers and bodies of all answers."""
        sizes = [request.sizes() for request in self.done]
        return sum(size["responseBodySize"] + size["responseHeadersSize"] for size in sizes)


def choose_gifts(folder: Path) -> list[Wanted]:
    """Return a gift whose giver's name occurs once in the files of ``folder``, typed without diacritics, and
    one by its receipt."""
    import duckdb

    files = sorted(str(path) for path in folder.glob("*.csv"))
    if not files:
        raise SystemExit(f"there are no gifts in {folder}")
    unique = duckdb.execute(_UNIQUE, {"files": files}).fetchall()
    receipts = duckdb.execute(_RECEIPTS, {"files": files}).fetchall()
    name, receipt = unique[len(unique) // 2]
    other = receipts[len(receipts) * 2 // 3][0]
    return [Wanted("name", fold(name), receipt), Wanted("receipt", other, other)]


def fold(name: str) -> str:
    """Return ``name`` as people type it in a hurry: small letters without diacritics."""
    plain = unicodedata.normalize("NFD", name.casefold().replace("đ", "d"))
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def find_gifts(site: Path, wanted: Sequence[Wanted]) -> list[Found]:
    """Look for each of ``wanted`` in the built ``site`` with Chromium."""
    from playwright.sync_api import sync_playwright

    program = os.environ.get("CHROMIUM") or shutil.which("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=list(_OPTIONS))
        try:
            return look_for(browser, site, wanted)
        finally:
            browser.close()


def look_for(browser: Any, site: Path, wanted: Sequence[Wanted]) -> list[Found]:
    """Look for each of ``wanted`` in the built ``site``, each in a window that has seen nothing yet."""
    if not (site / PAGE / "index.html").is_file():
        return [Found(fault=f"there is no page {PAGE}")] * len(wanted)
    with serve(site) as origin:
        return [_find(browser, origin, one) for one in wanted]


def _find(browser: Any, origin: str, wanted: Wanted) -> Found:
    from playwright.sync_api import TimeoutError as NotInTime

    context = browser.new_context()
    page = context.new_page()
    page.set_default_timeout(PATIENCE_MS)
    try:
        page.goto(origin + PAGE, wait_until="networkidle")
        box = page.locator(FIELD).first
        if not box.count():
            return Found(fault="the page has no field to type into")
        if wanted.receipt in page.locator("main").inner_text():
            return Found(fault="the page shows the receipt before anything is typed")
        traffic = _Traffic(page)
        began = time.perf_counter()
        box.fill(wanted.typed)
        box.press("Enter")
        try:
            page.locator("main").get_by_text(wanted.receipt).first.wait_for(timeout=SHOWN_MS)
        except NotInTime:
            return Found(fault=f"“{wanted.typed}” does not lead to {wanted.receipt} in {SHOWN_MS // 1000} s")
        milliseconds = (time.perf_counter() - began) * 1000
        page.wait_for_timeout(_SETTLE_MS)
        while len(traffic.begun) > len(traffic.done) and time.perf_counter() - began < PATIENCE_MS / 1000:
            page.wait_for_timeout(_SETTLE_MS)
        if waiting := len(traffic.begun) - len(traffic.done):
            return Found(fault=f"{waiting} requests never ended")
        return Found(len(traffic.begun), traffic.bytes, milliseconds)
    finally:
        context.close()
