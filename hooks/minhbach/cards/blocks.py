"""Lines of text and flat rectangles with their places on a card; blocks of lines beneath each other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from minhbach.cards.fonts import Style, reach
from minhbach.cards.groups import split_words
from minhbach.cards.lines import cut, measure
from minhbach.cards.palette import LINE, Ramp

WIDTH: Final = 1200
CENTRE: Final = WIDTH // 2
RULED_GAP: Final = 52
"""A gap with a line in its middle, px."""
_HAIRLINE: Final = (160, 2)


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in px: ``right`` and ``bottom`` are the first beyond it."""

    left: int
    top: int
    right: int
    bottom: int


Shape: TypeAlias = tuple[Box, int]
"""A rectangle of one colour, by its place in the palette."""


@dataclass(frozen=True, slots=True)
class Text:
    """One line of text: where the pen starts on the baseline, and its colours."""

    words: str
    left: int
    baseline: int
    style: Style
    ramp: Ramp

    @property
    def box(self) -> Box:
        """The room of its letters: the length of the line, as high and deep as its ink."""
        above, below = extent(self.words, self.style)
        right = self.left + measure(self.words, self.style)
        return Box(self.left, self.baseline - above, right, self.baseline + below)


Parts: TypeAlias = tuple[list[Shape], list[Text]]


@dataclass(frozen=True, slots=True)
class Block:
    """Lines of one style that stand together, and the gap between their ink and that of the next block."""

    lines: Sequence[str]
    style: Style
    ramp: Ramp
    gap: int = 0
    is_ruled: bool = False
    """Whether a line stands in the gap, which is then RULED_GAP."""

    @property
    def height(self) -> int:
        """From the top of the first line's ink to the foot of the last one's, px."""
        if not self.lines:
            return 0
        pitches = (len(self.lines) - 1) * self.style.pitch
        return extent(self.lines[0], self.style)[0] + pitches + extent(self.lines[-1], self.style)[1]

    @property
    def gap_below(self) -> int:
        """The gap to the next block, px."""
        return RULED_GAP if self.is_ruled else self.gap


def extent(words: str, style: Style) -> tuple[int, int]:
    """Return how far the ink of a line reaches above and below its baseline, px."""
    reaches = [reach(word, style) for word in split_words(words)]
    return max(above for above, _ in reaches), max(below for _, below in reaches)


def fit(text: str, sizes: Iterable[int], room: int, *, bold: bool = False) -> tuple[str, Style]:
    """Return one line in the first of ``sizes`` that fits ``room`` px, in the last one cut with "…"."""
    for size in sizes:
        style = Style(size, bold)
        if measure(text, style) <= room:
            return text, style
    return cut(text, style, room), style


def centred(words: str, baseline: int, style: Style, ramp: Ramp) -> Text:
    """Return a line in the middle of the card's width."""
    return Text(words, CENTRE - measure(words, style) // 2, baseline, style, ramp)


def stack(blocks: Sequence[Block], top: int, bottom: int) -> Parts:
    """Set blocks beneath each other, in the middle between ``top`` and ``bottom``."""
    blocks = [block for block in blocks if block.lines]
    shapes: list[Shape] = []
    texts: list[Text] = []
    total = sum(block.height for block in blocks) + sum(block.gap_below for block in blocks[:-1])
    place = top + (bottom - top - total) // 2
    for number, block in enumerate(blocks, start=1):
        baseline = place + extent(block.lines[0], block.style)[0]
        for index, line in enumerate(block.lines):
            texts.append(centred(line, baseline + index * block.style.pitch, block.style, block.ramp))
        place += block.height
        if block.is_ruled and number < len(blocks):
            width, height = _HAIRLINE
            middle = place + RULED_GAP // 2
            shapes.append((Box(CENTRE - width // 2, middle, CENTRE + width // 2, middle + height), LINE))
        place += block.gap_below
    return shapes, texts
