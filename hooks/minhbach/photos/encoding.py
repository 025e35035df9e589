"""Copies for the web, as bytes: nothing but pixels, and the same bytes every time."""

from __future__ import annotations

import io
from collections.abc import Sequence
from functools import lru_cache
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

from minhbach.photos.model import Encoding, Variant

if TYPE_CHECKING:
    from PIL.Image import Image

# Measured on real photos; see docs-dev/decisions/0020-photos.md before changing one.
_SETTINGS: dict[Encoding, tuple[str, dict[str, Any]]] = {
    "webp": ("WEBP", {"quality": 78, "method": 2}),
    # Threads would take the cores that other photos are encoded on.
    "avif": ("AVIF", {"quality": 50, "speed": 8, "max_threads": 1}),
    "jpeg": ("JPEG", {"quality": 88, "optimize": True}),
    "png": ("PNG", {}),
}


def encode_variants(image: Image, variants: Sequence[Variant]) -> list[bytes]:
    """Return the content of each of the ``variants`` of an upright ``image`` without metadata."""
    from PIL.Image import Resampling

    resized: dict[tuple[int, int], Image] = {image.size: image}
    # Each from the next larger one, which takes a third of the time and looks the same.
    for size in sorted({(item.width_px, item.height_px) for item in variants}, reverse=True):
        if size not in resized:
            image = image.resize(size, Resampling.LANCZOS, reducing_gap=2.0)
            resized[size] = image
    return [_encode(resized[item.width_px, item.height_px], item.encoding) for item in variants]


def _encode(image: Image, encoding: Encoding) -> bytes:
    from PIL import Image as Pillow

    name, settings = _SETTINGS[encoding]
    if encoding == "jpeg" and image.mode == "RGBA":
        white = Pillow.new("RGBA", image.size, "white")
        image = Pillow.alpha_composite(white, image).convert("RGB")
    buffer = io.BytesIO()
    image.save(buffer, name, **settings)
    return buffer.getvalue()


@lru_cache(maxsize=1)
def describe_encoders() -> str:
    """Return everything besides the original that the bytes of a copy depend on: settings and versions.

    Cached: they belong to the program and never change while it runs.
    """
    from PIL import __version__, _avif, features

    libraries = ("webp", "avif", "libjpeg_turbo", "zlib", "zlib_ng", "littlecms2")
    versions = {name: str(features.version(name)) for name in libraries}
    return repr((_SETTINGS, __version__, versions, _avif.codec_versions(), version("pillow-heif")))
