"""Measure the search of a demonstration of 5,000 articles: part of ``make bench``.

The site is built once, which is not timed. Then each query is the first one of a reader who has never been
there: the page is opened, the query typed, and the clock runs from the last key until the answer is painted.
Bytes are all that is transferred besides the page's HTML and its styles: scripts, Pagefind's program, the
words of the index, its parts and the texts of the first results, as sent with gzip, and answers' headers.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from bench import build, make_demo, tell_limits
from searching import Reader, Search, run_searches

ARTICLES = 5000
# The limits of issue 5, here and nowhere else.
ANSWER_LIMIT_MS = 300
TRANSFER_LIMIT_KB = 300
MOST_WORDS = 5
"""More words are answered as quickly, but each further one may take another part or two of the index."""

QUERIES = (
    "hien mau",
    "hiến máu",
    "tet nhan ai",
    "quy",
    "nhan dao",
    "phường",
    "dong gop",
    "do duc duc",
    "3.858",
    "ngay hoi hien mau o phuong sao som",
    '"hiến máu tình nguyện"',
    "hein mau",
)
"""Words that half of all pages have, names, numbers, a phrase, many words, and a slip that finds nothing."""
HELD = (
    Reader("desktop"),
    Reader("phone", width_px=360, pixel_ratio=2.0),
    Reader("pasted", is_pasting=True),
)
"""The readers for whom the limits must hold: with this machine's processor and line."""
SLOWER = (
    Reader("phone, processor 4× slower", width_px=360, pixel_ratio=2.0, slowdown=4),
    Reader("the same on 4G (60 ms, 9 Mb/s)", 360, 2.0, slowdown=4, latency_ms=60, megabits=9.0),
)
"""For information."""

Searches = Mapping[tuple[str, str], Sequence[Search]]


def main() -> int:
    """Measure, print the tables, and say whether the limits hold. Exit status 1 if one does not."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=3, help="searches of each query by each reader")
    parser.add_argument("--site", type=Path, help="a built site to search in place of a new one")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="minhbach-bench-") as name:
        site = arguments.site
        if site is None:
            chapter = make_demo(Path(name), ARTICLES)
            build(chapter)
            site = chapter / "site"
        found = measure(site, arguments.runs)
    print_tables(found, arguments.runs)
    return 0 if limits_hold(found) else 1


def measure(site: Path, runs: int) -> Searches:
    """Search ``site`` with Chromium."""
    from playwright.sync_api import sync_playwright

    program = os.environ.get("CHROMIUM") or shutil.which("chromium")
    options = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=options)
        try:
            run_searches(browser, site, QUERIES[:1], HELD[:1], 1)  # not counted: the browser warms up
            return run_searches(browser, site, QUERIES, (*HELD, *SLOWER), runs)
        finally:
            browser.close()


def print_tables(found: Searches, runs: int) -> None:
    """Print what readers wait, and what each query transfers, as Markdown tables."""
    print(
        f"\nFirst searches, each of {len(QUERIES)} queries {runs} times; milliseconds after the last key.\n"
    )
    print("| reader | median | slowest query's median | slowest of all |")
    print("|---|---|---|---|")
    for reader in (*HELD, *SLOWER):
        medians = {query: _median(found[reader.name, query]) for query in QUERIES}
        slowest = max(QUERIES, key=lambda query: medians[query])
        every = [search.milliseconds for query in QUERIES for search in found[reader.name, query]]
        worst = f"{medians[slowest]:.0f} (`{slowest}`)"
        print(f"| {reader.name} | {statistics.median(every):.0f} | {worst} | {max(every):.0f} |")
    print("\n| query | results shown | requests | KB | ms, desktop | ms, processor 4× slower |")
    print("|---|---|---|---|---|---|")
    for query in QUERIES:
        searches = found[HELD[0].name, query]
        most = max(search.bytes for search in searches) / 1000
        slow = _median(found[SLOWER[0].name, query])
        count = max(search.requests for search in searches)
        shown = searches[0].found
        print(f"| `{query}` | {shown} | {count} | {most:.0f} | {_median(searches):.0f} | {slow:.0f} |")


def _median(searches: Sequence[Search]) -> float:
    return statistics.median(search.milliseconds for search in searches)


def limits_hold(found: Searches) -> bool:
    """Say for each limit whether it holds, for every query."""
    held = [found[reader.name, query] for reader in HELD for query in QUERIES]
    slowest = max(_median(searches) for searches in held)
    most_kb = max(
        search.bytes / 1000
        for (_reader, query), searches in found.items()
        for search in searches
        if len(query.split()) <= MOST_WORDS
    )
    limits = [
        (f"every query answered within {ANSWER_LIMIT_MS} ms (median)", slowest <= ANSWER_LIMIT_MS),
        (
            f"at most {TRANSFER_LIMIT_KB} KB for a first query of {MOST_WORDS} words or fewer",
            most_kb <= TRANSFER_LIMIT_KB,
        ),
    ]
    return tell_limits(limits)


if __name__ == "__main__":
    raise SystemExit(main())
