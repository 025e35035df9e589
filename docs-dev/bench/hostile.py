"""Measure how long texts made to be slow are looked at: part of ``make bench``.

The tests count the calls that such texts cause; what a regular expression does within one call only a clock
can tell.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path

from bench import tell_limits

sys.path.insert(0, str(Path(__file__).parents[2] / "hooks"))

from minhbach.numbers.reading import LONGEST_TEXT, UnreadableNumber, read_quantities
from minhbach.prose.markup import MAX_PASSAGE_CHARACTERS, parse_prose
from minhbach.sources.yaml_tree import parse_yaml

REFUSED_LIMIT_S, PASSAGE_LIMIT_S, YAML_LIMIT_S, NUMBER_LIMIT_S = 5.0, 10.0, 2.0, 0.05
MILLION = 1_000_000
TEXTS = (
    *("[", "![", "[a](", "[](", "](x", "> ", "- ", "1. ", "*a *b **c", "`", "<"),
    *("# a\n", "a\n: b\n", "a|b\n-|-\n"),
)
"""What makes up texts of a million characters, all of which are refused."""
PASSAGES = ("[", "![", "[a](", "*a ", "_a ", "**a", "`", "<", "&", "\\", "~~a ", "a@b.c ", "http://a ", "|")
"""What makes up passages of the length that is just allowed."""
NESTINGS = ("[", "{", "- ", "? ", "[{a: ")
NUMBERS = ("1", "1.", "1,111", "1\u00a0111", "tỷ ", "1 tỷ ", "( ")


def fill(piece: str, length: int) -> str:
    """Repeat ``piece`` up to at most ``length`` characters."""
    return piece * (length // len(piece))


def main() -> int:
    """Measure, print the table, and say whether the limits hold. Exit status 1 if one does not."""
    cases: list[tuple[str, float, Callable[[str], object], list[str]]] = [
        (
            "an article of a million characters, refused",
            REFUSED_LIMIT_S,
            lambda text: parse_prose("a.md", text, 1),
            [fill(piece, MILLION) for piece in TEXTS],
        ),
        (
            "the longest passage allowed",
            PASSAGE_LIMIT_S,
            lambda text: parse_prose("a.md", text, 1),
            [fill(piece, MAX_PASSAGE_CHARACTERS - 10) for piece in PASSAGES],
        ),
        (
            "YAML nested 200,000 deep, refused",
            YAML_LIMIT_S,
            lambda text: parse_yaml("a.yml", text),
            [piece * 200_000 for piece in NESTINGS],
        ),
        (
            "the longest text that may state a number",
            NUMBER_LIMIT_S,
            read_number,
            [fill(piece, LONGEST_TEXT) for piece in NUMBERS],
        ),
    ]
    print("\n| hostile text | slowest | seconds |")
    print("|---|---|---|")
    limits = []
    for name, limit, read, texts in cases:
        seconds, text = max((measure(read, text), text) for text in texts)
        print(f"| {name} | `{text[:8]!r}` … | {seconds:.3f} |")
        limits.append((f"{name}: within {limit:g} s", seconds <= limit))
    return 0 if tell_limits(limits) else 1


def read_number(text: str) -> object:
    """Read what may be a number; that it is none is an answer too."""
    try:
        return read_quantities(text)
    except UnreadableNumber as error:
        return error


def measure(read: Callable[[str], object], text: str) -> float:
    """Return how many seconds ``read`` takes for ``text``."""
    began = time.perf_counter()
    read(text)
    return time.perf_counter() - began


if __name__ == "__main__":
    raise SystemExit(main())
