"""The few colours of a card, as the palette of its picture.

Text is drawn by coverage, so each pair of colours that meet has its steps in between; the ink's steps serve
the quieter text too. Red is left out: the law restricts the red cross emblem.
"""

from __future__ import annotations

from typing import Final, TypeAlias

Colour: TypeAlias = tuple[int, int, int]
Ramp: TypeAlias = tuple[int, ...]
"""Places in the palette, from the ground a text stands on to the text's own colour."""

# As in theme/styles/10-tokens.css and theme/assets/minhbach/mark.svg.
PAPER_COLOUR: Final[Colour] = (0xFF, 0xFF, 0xFF)
INK_COLOUR: Final[Colour] = (0x1D, 0x1B, 0x18)
BRAND_COLOUR: Final[Colour] = (0x0D, 0x5C, 0x73)
AMBER_COLOUR: Final[Colour] = (0xFF, 0xB9, 0x61)

_INK_STEPS: Final = 5
_MUTED_STEP: Final = 4
_BRAND_STEPS: Final = 4
_AMBER_STEPS: Final = 4


def _between(ground: Colour, colour: Colour, steps: int) -> list[Colour]:
    """Return ``steps`` colours on the way from ``ground`` (left out) to ``colour`` (the last)."""
    return [
        (
            round(ground[0] + (colour[0] - ground[0]) * step / steps),
            round(ground[1] + (colour[1] - ground[1]) * step / steps),
            round(ground[2] + (colour[2] - ground[2]) * step / steps),
        )
        for step in range(1, steps + 1)
    ]


COLOURS: Final[tuple[Colour, ...]] = (
    PAPER_COLOUR,
    *_between(PAPER_COLOUR, INK_COLOUR, _INK_STEPS),
    *_between(PAPER_COLOUR, BRAND_COLOUR, _BRAND_STEPS),
    AMBER_COLOUR,
    *_between(AMBER_COLOUR, INK_COLOUR, _AMBER_STEPS)[:-1],
)
"""At most 16, so that four bits hold a pixel."""

PAPER: Final = 0
INK: Final = PAPER + _INK_STEPS
MUTED: Final = PAPER + _MUTED_STEP
LINE: Final = PAPER + 1
BRAND: Final = INK + _BRAND_STEPS
AMBER: Final = BRAND + 1

INK_ON_PAPER: Final[Ramp] = tuple(range(PAPER, INK + 1))
MUTED_ON_PAPER: Final[Ramp] = tuple(range(PAPER, MUTED + 1))
BRAND_ON_PAPER: Final[Ramp] = (PAPER, *range(INK + 1, BRAND + 1))
PAPER_ON_BRAND: Final[Ramp] = BRAND_ON_PAPER[::-1]
INK_ON_AMBER: Final[Ramp] = (*range(AMBER, AMBER + _AMBER_STEPS), INK)
TEXT_RAMPS: Final[tuple[Ramp, ...]] = (
    INK_ON_PAPER,
    MUTED_ON_PAPER,
    BRAND_ON_PAPER,
    PAPER_ON_BRAND,
    INK_ON_AMBER,
)
