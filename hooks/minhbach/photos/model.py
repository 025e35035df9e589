"""A photo as pages refer to it, and the rule by which its copies for the web are chosen.

The rule needs nothing but the header of the original, so pages are made while the copies are still being
encoded, and never name one that will not exist (docs-dev/decisions/0020-photos.md).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from minhbach.site.addresses import PHOTOS

MAX_SIDE_PX = 1920
STEPS_PX = (480, 960)
"""Widths of the smaller copies: a thumbnail, and the width of the text on a phone, whose pixels are small."""
_WORTHWHILE = 0.75
"""A step nearer than this to the full width is left out: it would save too little."""
_AVIF_WIDTHS_PX = range(960, 1280)
"""The copy that phones show is an AVIF too, a third lighter. Larger ones would double the time of a build."""
_AVIF_SOURCES = frozenset({"JPEG", "HEIC"})
"""What cameras and phones write. Of drawings and screenshots (PNG) AVIF is not dependably smaller."""

Encoding = Literal["webp", "avif", "jpeg", "png"]


@dataclass(frozen=True)
class Variant:
    """One copy for the web: where it is published, its size, and how it is encoded."""

    address: str
    width_px: int
    height_px: int
    encoding: Encoding


@dataclass(frozen=True)
class WebPhoto:
    """A photo by its copies for the web. ``path`` is the original's, relative to the repository."""

    path: str
    fingerprint: str
    """Tells originals apart by their size and parts of their content."""
    variants: tuple[Variant, ...]
    """Narrowest first."""
    memory_mb: int
    """About how much memory the decoding of the original takes."""

    def of(self, encoding: Encoding) -> tuple[Variant, ...]:
        """Return the copies in one encoding, narrowest first."""
        return tuple(variant for variant in self.variants if variant.encoding == encoding)

    @property
    def largest(self) -> Variant:
        """The largest copy that every browser shows; a link to the photo leads to it."""
        return next(variant for variant in reversed(self.variants) if variant.encoding != "avif")

    @property
    def address(self) -> str:
        """The address of the largest copy."""
        return self.largest.address

    @property
    def width_px(self) -> int:
        """The width of the largest copy."""
        return self.largest.width_px

    @property
    def height_px(self) -> int:
        """The height of the largest copy."""
        return self.largest.height_px


def fit(width: int, height: int) -> tuple[int, int]:
    """Return the size of an upright image within ``MAX_SIDE_PX``; never larger than it is."""
    scale = min(1.0, MAX_SIDE_PX / max(width, height))
    return max(1, round(width * scale)), max(1, round(height * scale))


def plan_variants(name: str, width: int, height: int, source: str) -> tuple[Variant, ...]:
    """Return the copies of an upright photo of ``width`` × ``height`` px in the format ``source``.

    ``name`` begins their addresses: "anh/trao-qua-0a1b2c3d4e-960.webp".
    """
    full, full_height = fit(width, height)
    variants: list[Variant] = []
    for step in (*(step for step in STEPS_PX if step <= full * _WORTHWHILE), full):
        size = step, max(1, round(full_height * step / full))
        variants.append(Variant(f"{PHOTOS}{name}-{step}.webp", *size, "webp"))
        if step in _AVIF_WIDTHS_PX and source in _AVIF_SOURCES:
            variants.append(Variant(f"{PHOTOS}{name}-{step}.avif", *size, "avif"))
    return tuple(variants)
