"""Letters: the font file, what a word measures, and its picture.

Everything is set in the DejaVu Sans that matplotlib ships, so a card is the same on every machine; matplotlib
itself is not imported. Pillow's basic layout is asked for because the other one needs a library that not
every machine has. Words are set one by one on whole pixels, so a line is as long as its words and spaces.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from importlib.util import find_spec
from math import ceil
from pathlib import Path
from typing import Final, NamedTuple

from PIL import Image, ImageDraw, ImageFont

ASCENT: Final = 1.13
"""From the baseline to the top of the tallest Vietnamese letter (bold "Ẳ": 1.123), in parts of the size."""
DESCENT: Final = 0.25
"""From the baseline down to the lowest letter ("Ự", brackets: 0.236)."""
_FOLDER: Final = "mpl-data/fonts/ttf"


class Style(NamedTuple):
    """A size in px and a weight. A tuple, because it is looked up for every word."""

    size: int
    bold: bool = False

    @property
    def ascent(self) -> int:
        """Height of a line's box above the baseline, px."""
        return ceil(ASCENT * self.size)

    @property
    def descent(self) -> int:
        """Depth of a line's box below the baseline, px."""
        return ceil(DESCENT * self.size)

    @property
    def pitch(self) -> int:
        """From one baseline to the next, px: boxes of lines never overlap."""
        return self.ascent + self.descent


@dataclass(frozen=True, slots=True)
class Ink:
    """The picture of a word: coverage from 0 to 255, and where it stands from the pen on the baseline."""

    mask: Image.Image
    left: int
    top: int


@lru_cache(maxsize=1)
def _folder() -> Path:
    spec = find_spec("matplotlib")
    if spec is None or not spec.submodule_search_locations:
        raise FileNotFoundError(f"matplotlib/{_FOLDER}")
    return Path(spec.submodule_search_locations[0]) / _FOLDER


@lru_cache(maxsize=64)
def _font(style: Style) -> ImageFont.FreeTypeFont:
    name = "DejaVuSans-Bold.ttf" if style.bold else "DejaVuSans.ttf"
    return ImageFont.truetype(_folder() / name, style.size, layout_engine=ImageFont.Layout.BASIC)


@lru_cache(maxsize=1 << 15)
def advance(word: str, style: Style) -> int:
    """Return how far ``word`` moves the pen, in px."""
    return ceil(_font(style).getlength(word))


@lru_cache(maxsize=1 << 15)
def reach(word: str, style: Style) -> tuple[int, int]:
    """Return how far the ink of ``word`` reaches above and below the baseline at the most, px."""
    _, top, _, bottom = _font(style).getbbox(word, anchor="ls")
    return min(ceil(-top), style.ascent), min(ceil(bottom), style.descent)


def ink(word: str, style: Style) -> Ink | None:
    """Return the picture of ``word``, or None where it leaves no ink.

    What is taller than a line's box (no Vietnamese letter is) is cut off there.
    """
    side = style.size // 4  # room for a letter that leans out to the left or right of its place
    sheet = Image.new("L", (advance(word, style) + 2 * side, style.pitch))
    ImageDraw.Draw(sheet).text((side, style.ascent), word, fill=255, font=_font(style), anchor="ls")
    box = sheet.getbbox()
    return None if box is None else Ink(sheet.crop(box), box[0] - side, box[1] - style.ascent)
