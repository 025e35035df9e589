"""Measure builds, each as a whole process: ``make bench``. Prints a table for ``docs-dev/benchmarks.md``.

The machines we know are noisy, so every figure is a median, sizes are measured in turn within one run
(A B C A B C …), and what is compared is the ratio between them.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parents[2]
SIZES = (100, 1000, 3000)
REAL_SITE_LIMIT_S = 4.0
THOUSAND_LIMIT_S = 8.0


@dataclass
class Case:
    """A chapter to build and the seconds its builds took."""

    name: str
    folder: Path
    articles: int
    seconds: list[float] = field(default_factory=list)

    @property
    def median_s(self) -> float:
        """The median of the runs so far."""
        return statistics.median(self.seconds)


def main() -> int:
    """Measure, print the table, and say whether the limits hold. Exit status 1 if one does not."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5, help="counted builds of each chapter")
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory(prefix="minhbach-bench-") as name:
        folder = Path(name)
        cases = [Case("the real site", copy_real_site(folder), count_real_articles())]
        cases += [Case(f"demonstration, {size} articles", make_demo(folder, size), size) for size in SIZES]
        for case in cases:
            build(case.folder)  # a first build, not counted, warms the disk
        for _run in range(runs):
            for case in cases:
                case.seconds.append(build(case.folder))
        print_table(cases, runs)
        return 0 if limits_hold(cases) else 1


def copy_real_site(folder: Path) -> Path:
    """Copy the real site's content, so that the bench touches nothing of the checkout."""
    target = folder / "real"
    for part in ("data", "docs", "hooks", "news"):
        shutil.copytree(ROOT / part, target / part, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", target)
    return target


def count_real_articles() -> int:
    """Return how many articles the real site has."""
    return len(list((ROOT / "news").glob("*/*.md")))


def make_demo(folder: Path, size: int) -> Path:
    """Generate a demonstration chapter of ``size`` articles."""
    target = folder / f"demo-{size}"
    command = [sys.executable, str(ROOT / "examples/demo/generate.py"), str(target), "--articles", str(size)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=environment())
    return target


def build(folder: Path) -> float:
    """Build the chapter in ``folder`` cold, as ``make site`` does; return the seconds it took."""
    for name in ("site", ".cache"):
        shutil.rmtree(folder / name, ignore_errors=True)
    began = time.perf_counter()
    command = [sys.executable, "-m", "mkdocs", "build", "--strict"]
    subprocess.run(command, cwd=folder, check=True, capture_output=True, env=environment())
    return time.perf_counter() - began


def environment() -> dict[str, str]:
    """Return the environment of a build: the one of the Makefile, at a fixed time."""
    settings = {
        "PYTHONPATH": str(ROOT / "hooks"),
        "PYTHONUTF8": "1",
        "NO_MKDOCS_2_WARNING": "1",
        "DISABLE_MKDOCS_2_WARNING": "true",
        "SOURCE_DATE_EPOCH": "1798700000",  # after the last article of the demonstration, as when published
        "SITE_URL": "https://site.test/",  # with an address there are feeds and sitemaps, as when published
    }
    return {**os.environ, **settings}


def print_table(cases: list[Case], runs: int) -> None:
    """Print medians, ranges and ratios as a Markdown table."""
    print(f"Median of {runs} cold builds, whole process, in turn; {os.cpu_count()} cores.\n")
    print("| chapter | articles | median s | min–max s | against the real site |")
    print("|---|---|---|---|---|")
    for case in cases:
        span = f"{min(case.seconds):.1f}–{max(case.seconds):.1f}"
        ratio = case.median_s / cases[0].median_s
        print(f"| {case.name} | {case.articles} | {case.median_s:.2f} | {span} | {ratio:.1f} |")
    print()
    small, large = cost_per_article_ms(cases)
    print(f"Each further article: {small:.2f} ms from 100 to 1,000; {large:.2f} ms from 1,000 to 3,000")
    print(f"(ratio {large / small:.2f}). All in all {cases[2].median_s:.2f} ms an article at 1,000,")
    print(f"{cases[3].median_s / 3:.2f} ms at 3,000.")


def cost_per_article_ms(cases: list[Case]) -> tuple[float, float]:
    """Return what a further article costs between the sizes: the median of the differences run by run."""
    _real, hundred, thousand, three = cases

    def cost(larger: Case, smaller: Case) -> float:
        articles = larger.articles - smaller.articles
        pairs = zip(larger.seconds, smaller.seconds, strict=True)
        return statistics.median((a - b) / articles * 1000 for a, b in pairs)

    return cost(thousand, hundred), cost(three, thousand)


def limits_hold(cases: list[Case]) -> bool:
    """Say for each limit whether it holds."""
    real, _hundred, thousand, three = cases
    limits = [
        (f"the real site in at most {REAL_SITE_LIMIT_S} s", real.median_s <= REAL_SITE_LIMIT_S),
        (f"1,000 articles in at most {THOUSAND_LIMIT_S} s", thousand.median_s <= THOUSAND_LIMIT_S),
        ("an article costs no more at 3,000 than at 1,000", three.median_s / 3 <= thousand.median_s),
    ]
    return tell_limits(limits)


def tell_limits(limits: Sequence[tuple[str, bool]]) -> bool:
    """Print each limit and whether it holds; return whether all do."""
    print()
    for words, holds in limits:
        print(f"{'holds' if holds else 'FAILS'}: {words}")
    return all(holds for _words, holds in limits)


if __name__ == "__main__":
    raise SystemExit(main())
