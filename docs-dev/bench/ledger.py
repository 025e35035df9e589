"""Measure an appeal of 1,650,000 gifts, and a chapter of forty: ``make bench-ledger``.

The chapter is generated into ``build/bench-ledger/`` first, which is not timed. Then it is built as anyone
builds it, cold, and one gift is found by name and one by receipt in Chromium, over the built site.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from bench import ROOT, environment
from finding import Found, Wanted, choose_gifts, find_gifts
from photos import Run, measure

sys.path.insert(0, str(ROOT / "hooks"))
sys.path.insert(0, str(ROOT))

from examples.appeal.generate import GIFTS, generate_appeal

FOLDER = ROOT / "build" / "bench-ledger"
FEW = 40

# The limits of issue 4, here and nowhere else.
BUILD_LIMIT_S = 60
MEMORY_LIMIT_MB = 2000
PUBLISHED_LIMIT_MB = 120
FEW_LIMIT_S = 0.3
REQUESTS_LIMIT = 3
TRANSFER_LIMIT_KB = 200

_READ = """
import json, os, sys, time
from pathlib import Path
from minhbach.gather import gather_site
began = time.perf_counter()
found = gather_site(Path(sys.argv[1]), os.environ)
seconds = time.perf_counter() - began
if found.problems:
    raise SystemExit(f"{len(found.problems)} problems, first {found.problems[0]}")
print(json.dumps(seconds))
"""


@dataclass(frozen=True)
class Limit:
    """A limit, and whether it holds."""

    words: str
    holds: bool


def main() -> int:
    """Measure, print the tables, and say whether the limits hold. Exit status 1 if one does not."""
    parser = argparse.ArgumentParser(description="Measure a chapter with very many gifts, and one with few.")
    parser.add_argument("--gifts", type=int, default=GIFTS, help="how many the great appeal has")
    parser.add_argument("--runs", type=int, default=5, help="how often the small chapter is read")
    parser.add_argument(
        "--no-build", action="store_true", help="only look for gifts, in what is built already"
    )
    options = parser.parse_args()
    appeal = FOLDER / "appeal"
    limits: list[Limit] = []
    if not options.no_build:
        limits += measure_build(appeal, options.gifts)
        limits += measure_few(options.runs)
    limits += measure_finding(appeal)
    print()
    for limit in limits:
        print(f"{'PASS' if limit.holds else 'FAILS'}: {limit.words}")
    return 0 if all(limit.holds for limit in limits) else 1


# Building ---------------------------------------------------------------------------------------------------


def measure_build(folder: Path, gifts: int) -> list[Limit]:
    """Generate the great appeal and build it."""
    generate_appeal(folder, gifts=gifts)
    run = build(folder, f"{gifts:,} gifts")
    published_mb = size_bytes(folder / "site") / 1e6
    print(f"{size_bytes(folder / 'data') / 1e6:.0f} MB of ledgers; {os.cpu_count()} cores.\n")
    print("| | seconds | resident MB | shared once MB | published MB |")
    print("|---|---|---|---|---|")
    print(f"| {run.name} | {run.seconds:.1f} | {run.resident_mb} | {run.share_mb} | {published_mb:.1f} |")
    print("\nLargest in site/:")
    for path, size in largest(folder / "site"):
        print(f"  {size / 1e6:7.1f} MB  {path}")
    return [
        Limit(f"built in at most {BUILD_LIMIT_S} s ({run.seconds:.1f})", run.seconds <= BUILD_LIMIT_S),
        Limit(
            f"in at most {MEMORY_LIMIT_MB} MB of memory ({run.resident_mb})",
            run.resident_mb <= MEMORY_LIMIT_MB,
        ),
        Limit(
            f"at most {PUBLISHED_LIMIT_MB} MB published ({published_mb:.1f})",
            published_mb <= PUBLISHED_LIMIT_MB,
        ),
    ]


def build(folder: Path, name: str) -> Run:
    """Build the chapter in ``folder`` cold; return its seconds and peak memory."""
    if not Path("/proc/self/smaps_rollup").exists():
        raise SystemExit("Memory is measured on Linux alone.")
    shutil.rmtree(folder / ".cache", ignore_errors=True)
    return measure(name, [sys.executable, "-m", "mkdocs", "build", "--strict"], folder)


def size_bytes(folder: Path) -> int:
    """Return how large all files in ``folder`` are."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def largest(folder: Path, count: int = 8) -> list[tuple[str, int]]:
    """Return the first-level entries of ``folder`` that hold most, with their bytes."""
    sizes = [
        (path.name, size_bytes(path) if path.is_dir() else path.stat().st_size) for path in folder.iterdir()
    ]
    return sorted(sizes, key=lambda entry: (-entry[1], entry[0]))[:count]


# Forty gifts ------------------------------------------------------------------------------------------------


def measure_few(runs: int) -> list[Limit]:
    """Read and check a chapter of forty gifts and the same one without; the difference is the ledger's work.

    Each reading is a process of its own, so that loading DuckDB counts, in turn.
    """
    folders = {gifts: FOLDER / f"few-{gifts}" for gifts in (FEW, 0)}
    seconds: dict[int, list[float]] = {gifts: [] for gifts in folders}
    for gifts, folder in folders.items():
        generate_appeal(folder, gifts=gifts)
        read(folder)
    for _run in range(runs):
        for gifts, folder in folders.items():
            seconds[gifts].append(read(folder))
    work = statistics.median(seconds[FEW]) - statistics.median(seconds[0])
    whole = build(folders[FEW], "forty")
    with_ms, without_ms = (round(statistics.median(seconds[gifts]) * 1000) for gifts in (FEW, 0))
    print(
        f"\n{FEW} gifts: the ledger's work is {work * 1000:.0f} ms of reading and checking ({with_ms} against"
    )
    print(
        f"{without_ms} ms, medians of {runs}); the whole build {whole.seconds:.1f} s, {whole.resident_mb} MB."
    )
    return [Limit(f"{FEW} gifts read and checked within {FEW_LIMIT_S} s ({work:.3f})", work < FEW_LIMIT_S)]


def read(folder: Path) -> float:
    """Read, link and check the chapter in ``folder`` in a new process; return the seconds that took."""
    command = [sys.executable, "-c", _READ, str(folder)]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, env=environment())
    return float(json.loads(done.stdout))


# Finding ----------------------------------------------------------------------------------------------------


def measure_finding(folder: Path) -> list[Limit]:
    """Find a gift by name without diacritics, and one by receipt."""
    wanted = choose_gifts(folder / "data" / "gifts")
    print("\n| found by | requests | KB | milliseconds |")
    print("|---|---|---|---|")
    limits: list[Limit] = []
    for one, found in zip(wanted, find_gifts(folder / "site", wanted), strict=True):
        limits += _judge(one, found)
    return limits


def _judge(wanted: Wanted, found: Found) -> list[Limit]:
    words = f"a gift found by {wanted.by}"
    if found.fault:
        print(f"| {wanted.by} | – | – | – |")
        return [Limit(f"{words}: {found.fault}", holds=False)]
    kilobytes = found.bytes_beyond / 1000
    print(f"| {wanted.by} | {found.requests_beyond} | {kilobytes:.0f} | {found.milliseconds:.0f} |")
    requests = f"{words} with at most {REQUESTS_LIMIT} more requests ({found.requests_beyond})"
    transfer = f"{words} with at most {TRANSFER_LIMIT_KB} KB more ({kilobytes:.0f})"
    return [
        Limit(requests, found.requests_beyond <= REQUESTS_LIMIT),
        Limit(transfer, kilobytes <= TRANSFER_LIMIT_KB),
    ]


if __name__ == "__main__":
    raise SystemExit(main())
