"""Ask Lighthouse about the demonstration site as a phone on a slow network sees it: ``make lighthouse``.

Needs node, npm (which fetches Lighthouse into .cache/) and a Chromium; building a site needs none of them.
Prints a table for ``docs-dev/benchmarks.md``. Exit status 1 if a score is below its limit.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bench import ROOT, environment, make_demo
from serving import serve

VERSION = "12.8.2"
"""The last one that runs on Node 20."""
FOLDER = ROOT / ".cache" / f"lighthouse-{VERSION}"
PROGRAM = FOLDER / "node_modules" / "lighthouse" / "cli" / "index.js"
ARTICLES = 200
LIMITS = {"performance": 95, "accessibility": 100, "best-practices": 100, "seo": 100}
"""Of 100: the median of performance, which is measured; the lowest of the others, which are not."""
METRICS = {
    "largest-contentful-paint": ("LCP, s", 1000),
    "total-blocking-time": ("TBT, ms", 1),
    "cumulative-layout-shift": ("CLS", 1),
    "total-byte-weight": ("KB", 1024),
}
"""What the performance rests on: its heading and what its value is divided by."""
GOOD = 0.9
"""From here on Lighthouse marks an audit green."""
FLAGS = "--headless=new --no-sandbox --disable-gpu --disable-background-networking --no-first-run"


@dataclass(frozen=True)
class Report:
    """What one run says of a page: scores of 100, metrics, and the audits that failed."""

    scores: dict[str, int]
    metrics: dict[str, float]
    failed: tuple[str, ...]


def main() -> int:
    """Build the demonstration, ask, print, judge."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=3, help="reports on each page")
    parser.add_argument("--only", nargs="*", help="names of pages, such as home or article")
    options = parser.parse_args()
    install()
    with tempfile.TemporaryDirectory(prefix="minhbach-lighthouse-") as name:
        folder = Path(name)
        # The address must be known before the site is built for it.
        with serve(folder / f"demo-{ARTICLES}" / "site", is_packed=True) as origin:
            pages = choose_pages(build_demo(folder, origin))
            reports = {
                page: [ask(f"{origin}{address}", folder) for _run in range(options.runs)]
                for page, address in pages.items()
                if not options.only or page in options.only
            }
    print_table(reports, options.runs)
    return 0 if all(holds(each) for each in reports.values()) else 1


def install() -> None:
    """Have npm put Lighthouse into .cache/, from whatever registry this machine is set up for."""
    for program in ("node", "npm"):
        if shutil.which(program) is None:
            sys.exit(f"make lighthouse needs {program}; nothing else does.")
    if not PROGRAM.exists():
        FOLDER.mkdir(parents=True, exist_ok=True)
        command = ["npm", "install", "--prefix", str(FOLDER), "--no-save", "--ignore-scripts", "--no-audit"]
        subprocess.run([*command, "--no-fund", "--silent", f"lighthouse@{VERSION}"], check=True)


def build_demo(folder: Path, origin: str) -> Path:
    """Build the demonstration for the address at which it is served; return its folder."""
    chapter = make_demo(folder, ARTICLES)
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-q"]
    subprocess.run(
        command, cwd=chapter, check=True, capture_output=True, env={**environment(), "SITE_URL": origin}
    )
    return chapter / "site"


def choose_pages(site: Path) -> dict[str, str]:
    """Return the pages to ask about, the one with most on it where there are many."""

    def largest(pattern: str) -> str:
        found = max(site.glob(pattern), key=lambda path: path.stat().st_size)
        return found.relative_to(site).as_posix().removesuffix("index.html")

    return {
        "home": "",
        "article": largest("tin-tuc/2*/*[a-z]-*[a-z]-*/index.html"),
        "campaign": largest("chien-dich/*/index.html"),
        "ledger": "thu-chi/",
        "search": "tim-kiem/",
    }


def ask(url: str, folder: Path) -> Report:
    """Have Lighthouse open ``url`` in a fresh browser, as its phone on a simulated slow network."""
    output = folder / "report.json"
    browser = os.environ.get("CHROME_PATH") or shutil.which("chromium") or os.environ.get("CHROMIUM", "")
    command = ["node", str(PROGRAM), url, "--quiet", "--output=json", f"--output-path={output}"]
    command += [
        f"--chrome-flags={FLAGS}",
        f"--only-categories={','.join(LIMITS)}",
        "--no-enable-error-reporting",
    ]
    subprocess.run(command, check=True, capture_output=True, env={**os.environ, "CHROME_PATH": browser})
    found = json.loads(output.read_text(encoding="utf-8"))
    audits, categories = found["audits"], found["categories"]
    counted = {item["id"] for part in categories.values() for item in part["auditRefs"] if item["weight"]}
    judged = sorted(name for name in counted if audits[name]["score"] is not None)
    return Report(
        {name: round(100 * (part["score"] or 0)) for name, part in categories.items()},
        {name: audits[name]["numericValue"] / divisor for name, (_heading, divisor) in METRICS.items()},
        tuple(f"{name}: {audits[name]['title']}" for name in judged if audits[name]["score"] < GOOD),
    )


def score(reports: Sequence[Report], category: str) -> float:
    """Return what is held against the limit of ``category``."""
    found = [report.scores[category] for report in reports]
    return statistics.median(found) if category == "performance" else min(found)


def holds(reports: Sequence[Report]) -> bool:
    """Whether a page keeps all limits."""
    return all(score(reports, category) >= limit for category, limit in LIMITS.items())


def print_table(reports: dict[str, list[Report]], runs: int) -> None:
    """Print scores and metrics as a Markdown table, and what failed below it."""
    print(
        f"Lighthouse {VERSION}, mobile, demonstration of {ARTICLES} articles over gzip, median of {runs}.\n"
    )
    headings = ["page", *LIMITS, *(heading for heading, _divisor in METRICS.values())]
    print(f"| {' | '.join(headings)} |\n|{'---|' * len(headings)}")
    for page, found in reports.items():
        scores = [f"{score(found, category):g}" for category in LIMITS]
        metrics = [f"{statistics.median(report.metrics[name] for report in found):.3g}" for name in METRICS]
        print(f"| {' | '.join([page, *scores, *metrics])} |")
    print()
    for page, found in reports.items():
        for fault in sorted({fault for report in found for fault in report.failed}):
            print(f"{page}: {fault}")


if __name__ == "__main__":
    sys.exit(main())
