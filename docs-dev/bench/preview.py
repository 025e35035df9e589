"""Measure how long an edit takes until the live preview shows it: part of ``make bench``."""

from __future__ import annotations

import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path

from bench import copy_real_site, environment, tell_limits

EDITS = 5
LIMIT_S = 2.0
PATIENCE_S = 60.0
ARTICLE = "news/2025/tong-ket-cong-tac-hoi-2024.md"
PAGE = "tin-tuc/2025/tong-ket-cong-tac-hoi-2024/"
PLACE = "Hội kêu gọi các cơ quan"


def main() -> int:
    """Measure, print the result, and say whether the limit holds. Exit status 1 if it does not."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    with tempfile.TemporaryDirectory(prefix="minhbach-preview-") as name:
        chapter = copy_real_site(Path(name))
        command = [sys.executable, "-m", "mkdocs", "serve", "--livereload", "--dev-addr", address]
        preview = subprocess.Popen(
            command, cwd=chapter, env=environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        try:
            seconds = measure(chapter / ARTICLE, f"http://{address}/{PAGE}")
        finally:
            preview.send_signal(signal.SIGINT)
            preview.wait()
    median = statistics.median(seconds)
    print(
        f"\nThe live preview shows an edit after {median:.2f} s (slowest of {EDITS}: {max(seconds):.2f} s)."
    )
    return 0 if tell_limits([(f"an edit is shown within {LIMIT_S:g} s (median)", median <= LIMIT_S)]) else 1


def measure(article: Path, address: str) -> list[float]:
    """Return how long each of some edits of ``article`` takes until the page at ``address`` shows it."""
    wait_until_shown(address, PLACE)
    text = article.read_text(encoding="utf-8")
    seconds = []
    for edit in range(EDITS):
        time.sleep(1)  # whatever the last one caused is over
        article.write_text(text.replace(PLACE, f"{PLACE} sửa{edit}"), encoding="utf-8")
        seconds.append(wait_until_shown(address, f"sửa{edit}"))
    return seconds


def wait_until_shown(address: str, words: str) -> float:
    """Return how long it takes until the page at ``address`` shows ``words``."""
    began = time.perf_counter()
    while words not in read(address):
        if time.perf_counter() - began > PATIENCE_S:
            raise SystemExit(f"“{words}” is not shown after {PATIENCE_S:g} s")
        time.sleep(0.02)
    return time.perf_counter() - began


def read(address: str) -> str:
    """Return the page at ``address``, "" while nobody answers."""
    try:
        with urllib.request.urlopen(address, timeout=PATIENCE_S) as answer:  # noqa: S310 - our own preview
            return str(answer.read().decode())
    except (urllib.error.URLError, ConnectionError):
        return ""


if __name__ == "__main__":
    raise SystemExit(main())
