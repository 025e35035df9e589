"""Cleaning, measuring and wrapping of labels.

Widths are those of matplotlib's own copy of DejaVu Sans, which is the same on every machine and wider than
the usual page fonts, so what fits here also fits in the reader's font.
"""

from __future__ import annotations

import unicodedata
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from matplotlib.font_manager import FontProperties

# A line's box is at least this tall (parts of the font size), so lines sit evenly; stacked accents may
# push a single line further apart.
_ASCENT: Final = 1.06
_DESCENT: Final = 0.3
# Words are measured one by one; this covers kerning across the joins.
_SLACK_PX: Final = 1.0
# Characters that reverse or re-order what a reader sees, e.g. the digits of an amount.
_REORDERING: Final = frozenset("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u061c")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text and the box it needs; all lengths in px."""

    text: str
    width: float
    ascent: float
    descent: float

    @property
    def height(self) -> float:
        return self.ascent + self.descent


def clean(text: str) -> str:
    """One line of printable text: runs of white space become one space, what XML forbids is dropped."""
    flat = " ".join(text.split())
    if flat.isascii() and flat.isprintable():
        return flat
    kept = (
        char
        for char in flat
        if unicodedata.category(char) not in ("Cc", "Cs", "Cn") and char not in _REORDERING
    )
    return " ".join("".join(kept).split())


@contextmanager
def quiet_glyphs() -> Iterator[None]:
    """A label with a letter the font lacks is drawn with a box in the PNG; that is no reason to fail."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=r"(?s).*[Gg]lyph.*missing from")
        warnings.filterwarnings("ignore", message=r"(?s).*[Mm]atplotlib currently does not support")
        yield


@lru_cache(maxsize=64)
def font(size_px: float, bold: bool) -> FontProperties:
    """DejaVu Sans by file name: a search by family could find another version on another machine."""
    import matplotlib
    from matplotlib.font_manager import FontProperties

    name = "DejaVuSans-Bold.ttf" if bold else "DejaVuSans.ttf"
    path = f"{matplotlib.get_data_path()}/fonts/ttf/{name}"
    return FontProperties(fname=path, size=size_px, weight="bold" if bold else "normal")


@lru_cache(maxsize=2)
def _fence_width(bold: bool) -> float:
    return _raw("||", bold)[0]


def _raw(text: str, bold: bool) -> tuple[float, float, float]:
    from matplotlib.textpath import text_to_path

    with quiet_glyphs():
        width, height, descent = text_to_path.get_text_width_height_descent(text, font(100.0, bold), False)
    return float(width) / 100, float(height - descent) / 100, float(descent) / 100


@lru_cache(maxsize=16384)
def _extent(text: str, bold: bool) -> tuple[float, float, float]:
    """Advance, ascent and descent of a word at 1 px. The fence turns the width of ink into an advance."""
    width, ascent, descent = _raw(f"|{text}|", bold)
    return max(0.0, width - _fence_width(bold)), ascent, descent


def measure(text: str, size_px: float, *, bold: bool = False) -> Line:
    """The box of one line that is already clean."""
    words = text.split(" ")
    extents = [_extent(word, bold) for word in words]
    width = sum(extent[0] for extent in extents) + _extent(" ", bold)[0] * (len(words) - 1)
    ascent = max([_ASCENT, *(extent[1] for extent in extents)])
    descent = max([_DESCENT, *(extent[2] for extent in extents)])
    return Line(text, width * size_px + _SLACK_PX, ascent * size_px, descent * size_px)


def wrap(text: str, size_px: float, width_px: float, *, bold: bool = False) -> tuple[Line, ...]:
    """Lines no wider than ``width_px``; nothing is cut away, over-long words are broken."""
    room = (width_px - _SLACK_PX) / size_px
    space = _extent(" ", bold)[0]
    lines: list[str] = []
    used = 0.0
    for word in clean(text).split():
        for part, joined in _parts(word, room, bold):
            length = _extent(part, bold)[0]
            if lines and joined and used + space + length <= room:
                lines[-1] += " " + part
                used += space + length
            else:
                lines.append(part)
                used = length
    return tuple(measure(line, size_px, bold=bold) for line in lines)


def _parts(word: str, room: float, bold: bool) -> Iterator[tuple[str, bool]]:
    """The word, or its pieces where it is wider than a line; only the first may join a started line."""
    if _extent(word, bold)[0] <= room:
        yield word, True
        return
    part, length, first = "", 0.0, True
    for cluster in _clusters(word):
        # A little extra: the pieces are measured apart but drawn together.
        advance = _extent(cluster, bold)[0] + 0.01
        if part and length + advance > room:
            yield part, first
            part, length, first = "", 0.0, False
        part += cluster
        length += advance
    if part:
        yield part, first


def _clusters(word: str) -> Iterator[str]:
    """Letters together with the accents that follow them."""
    cluster = ""
    for char in word:
        if cluster and not unicodedata.category(char).startswith("M"):
            yield cluster
            cluster = ""
        cluster += char
    if cluster:
        yield cluster
