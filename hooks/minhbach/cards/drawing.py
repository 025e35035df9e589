"""From a card to its PNG: four bits a pixel, no metadata, the same bytes for the same words."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from io import BytesIO
from typing import Final, NamedTuple

from PIL import Image

from minhbach.cards.blocks import WIDTH, Text
from minhbach.cards.fonts import Style, ink
from minhbach.cards.layout import HEIGHT, lay_out
from minhbach.cards.lines import place_words
from minhbach.cards.model import Card
from minhbach.cards.palette import COLOURS, PAPER, Ramp

_RUN_LENGTHS: Final = 3
"""zlib's Z_RLE: flat colours compress as well as by searching, in half the time, and there is no search whose
result could differ between zlib's versions."""
_PALETTE: Final = [channel for colour in COLOURS for channel in colour]
_LARGEST_KEPT: Final = 64


class _Tile(NamedTuple):
    """The picture of a word in places of the palette, and where it stands from the pen."""

    picture: Image.Image
    left: int
    top: int


def draw_cards(cards: Sequence[Card]) -> list[bytes]:
    """Return the PNG of every card, in their order: a job for another core."""
    return [draw_card(card) for card in cards]


def draw_card(card: Card) -> bytes:
    """Return ``card`` as a PNG of 1200×630 px. A title that is too long ends with "…" (``fits_card``)."""
    layout = lay_out(card)
    picture = Image.new("P", (WIDTH, HEIGHT), PAPER)
    picture.putpalette(_PALETTE)
    for box, colour in layout.shapes:
        picture.paste(colour, (box.left, box.top, box.right, box.bottom))
    for text in layout.texts:
        _draw_text(picture, text)
    file = BytesIO()
    picture.save(file, "PNG", compress_type=_RUN_LENGTHS)
    return file.getvalue()


def _draw_text(picture: Image.Image, text: Text) -> None:
    """Draw a line whose ground is flat in the first colour of its ramp."""
    # Syllables come back in every card, so most are drawn only once; large numbers seldom do.
    make_tile = _make_tile if text.style.size > _LARGEST_KEPT else _known_tile
    for word, left in place_words(text.words, text.style):
        tile = make_tile(word, text.style, text.ramp)
        if tile is not None:
            picture.paste(tile.picture, (text.left + left + tile.left, text.baseline + tile.top))


def _make_tile(word: str, style: Style, ramp: Ramp) -> _Tile | None:
    drawn = ink(word, style)
    if drawn is None:
        return None
    steps = len(ramp) - 1
    table = [ramp[(coverage * steps + 127) // 255] for coverage in range(256)]
    picture = drawn.mask.point(table)
    picture.putpalette(_PALETTE)
    return _Tile(picture, drawn.left, drawn.top)


_known_tile = lru_cache(maxsize=1 << 11)(_make_tile)
