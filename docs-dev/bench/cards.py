"""Measure social cards: ``PYTHONPATH=hooks python docs-dev/bench/cards.py`` (decisions/0016-social-cards.md).

Processor time of one process, cold: the titles of a demonstration chapter, first asked whether they fit,
then drawn, every second one with a headline figure.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from minhbach.background import Background
from minhbach.cards.drawing import draw_card
from minhbach.cards.layout import fits_card
from minhbach.cards.model import Card
from minhbach.numbers.writing import write_number
from minhbach.records.contents import read_contents

ROOT = Path(__file__).parents[2]
ARTICLES = 1000


def main() -> None:
    """Measure and print."""
    titles = read_titles()
    began = time.process_time()
    fitting = sum([fits_card(title) for title in titles])
    asked_ms = (time.process_time() - began) * 1000
    drawn_ms, sizes = [], []
    for number, title in enumerate(titles):
        card = make_card(title, number)
        began = time.process_time()
        picture = draw_card(card)
        drawn_ms.append((time.process_time() - began) * 1000)
        sizes.append(len(picture))
    length = statistics.mean(map(len, titles))
    print(f"{len(titles)} titles of {length:.0f} characters on average, {fitting} of them fit")
    print(f"fits_card: {asked_ms:.1f} ms for all")
    print(f"draw_card: {statistics.mean(drawn_ms):.2f} ms a card, the first {drawn_ms[0]:.1f} ms")
    print(f"PNG: {statistics.mean(sizes) / 1000:.1f} kB a card, at most {max(sizes) / 1000:.1f} kB")


def read_titles() -> list[str]:
    """Return the titles of a new demonstration chapter."""
    with tempfile.TemporaryDirectory(prefix="minhbach-bench-") as name:
        folder = Path(name) / "demo"
        generator = str(ROOT / "examples/demo/generate.py")
        command = [sys.executable, generator, str(folder), "--articles", str(ARTICLES)]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        contents = read_contents(folder, Background(processes=0))
    return [item.entry.record.title for item in contents.articles]


def make_card(title: str, number: int) -> Card:
    """Return a card as an article's; every second one has a figure that no other has."""
    day = f"{number % 28 + 1:02}/01/2025"
    card = Card(title, "Hoạt động Hội", "Hội Chữ thập đỏ quận Nam Từ Liêm", day=day)
    if number % 2:
        return card
    value, note = write_number(Decimal(number * 17 + 100), Decimal(1)), f"đạt {number % 300}% chỉ tiêu giao"
    return replace(card, number=value, unit="đơn vị máu", note=note)


if __name__ == "__main__":
    main()
