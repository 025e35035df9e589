"""Search a built site with Chromium: how long the first answer takes, and what is transferred for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from serving import Answer, serve

PAGE = "tim-kiem/"
KEY_MS = 90
"""Between two keys: 130 words a minute, faster than nearly all type."""
PATIENCE_MS = 20_000
_WATCH = """query => {
    const field = document.getElementById("mb--q"), status = document.querySelector(".mb-search__status");
    let typed = 0;
    field.addEventListener("input", () => { typed = performance.now(); }, {capture: true});
    window.answered = new Promise((done) => {
        const look = () => {
            if (!status.textContent.includes(`“${query}”`) || field.value !== query) return;
            observer.disconnect();
            requestAnimationFrame(() => done(performance.now() - typed));
        };
        const observer = new MutationObserver(look);
        observer.observe(status, {childList: true, characterData: true, subtree: true});
    });
    return true;
}"""


@dataclass(frozen=True)
class Reader:
    """Who searches: with what window, processor and line."""

    name: str
    width_px: int = 1280
    pixel_ratio: float = 1.0
    slowdown: int = 1
    """How many times slower the processor is made."""
    latency_ms: int = 0
    megabits: float = 0.0
    """Of the line each second; 0 for all that this machine gives."""
    is_pasting: bool = False
    """Whether the query comes all at once, so that nothing can be loaded while it is typed."""


@dataclass(frozen=True)
class Search:
    """One first search of a reader who has never been on the site."""

    milliseconds: float
    """From the last key until the answer is painted."""
    bytes: int
    """All that the host sends for the page and the answer besides HTML and styles, headers included."""
    requests: int
    found: int
    """How many results are shown."""


def search_first(browser: Any, origin: str, sent: list[Answer], query: str, reader: Reader) -> Search:
    """Open the search page of the site at ``origin`` with nothing in the cache, and search once.

    ``sent`` is where the host notes its answers: a browser with a service worker does not say how large
    they were. What the worker fetches by itself, to keep it, is no part of a search.
    """
    sent.clear()
    context = browser.new_context(
        viewport={"width": reader.width_px, "height": 800},
        device_scale_factor=reader.pixel_ratio,
        # What passes through a service worker does not pass through the line that is made slow.
        service_workers="block" if reader.megabits else "allow",
    )
    try:
        page = context.new_page()
        page.set_default_timeout(PATIENCE_MS)
        asked: set[str] = set()
        page.on("request", lambda request: asked.add(urlsplit(request.url).path))
        _slow_down(context.new_cdp_session(page), reader)
        page.goto(origin + PAGE, wait_until="networkidle")
        page.evaluate(_WATCH, query)
        field = page.locator("#mb--q")
        if reader.is_pasting:
            field.fill(query)
        else:
            field.press_sequentially(query, delay=KEY_MS)
        milliseconds = page.evaluate("window.answered")
        sizes: dict[str, int] = {}
        for answer in sent:
            path = answer.path.partition("?")[0]
            if path in asked and not path.endswith(("/", ".html", ".css")):
                sizes[path] = max(answer.bytes, sizes.get(path, 0))
        return Search(
            milliseconds,
            sum(sizes.values()),
            len(sizes),
            page.locator(".mb-search__result").count(),
        )
    finally:
        context.close()


def _slow_down(session: Any, reader: Reader) -> None:
    if reader.slowdown > 1:
        session.send("Emulation.setCPUThrottlingRate", {"rate": reader.slowdown})
    if reader.latency_ms or reader.megabits:
        bytes_a_second = reader.megabits * 125_000 or -1
        session.send("Network.enable")
        session.send(
            "Network.emulateNetworkConditions",
            {
                "offline": False,
                "latency": reader.latency_ms,
                "downloadThroughput": bytes_a_second,
                "uploadThroughput": bytes_a_second,
            },
        )


def run_searches(
    browser: Any, site: Path, queries: Sequence[str], readers: Sequence[Reader], runs: int
) -> dict[tuple[str, str], list[Search]]:
    """Search ``site`` for each query as each reader ``runs`` times, in turn; by reader's name and query."""
    found: dict[tuple[str, str], list[Search]] = {}
    sent: list[Answer] = []
    with serve(site, is_packed=True, sent=sent) as origin:
        for _run in range(runs):
            for reader in readers:
                for query in queries:
                    search = search_first(browser, origin, sent, query, reader)
                    found.setdefault((reader.name, query), []).append(search)
    return found
