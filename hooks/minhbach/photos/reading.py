"""Reading photos: what their headers say, and their pixels, upright and in the colours of the web."""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING

from minhbach.photos.heic import HeicPicture
from minhbach.photos.model import fit
from minhbach.photos.opening import SIDEWAYS, Original, open_photo

if TYPE_CHECKING:
    from PIL.Image import Image


def inspect_photo(root: Path, path: str) -> Original:
    """Return what the header of the photo ``path`` says; no pixel is decoded.

    Raises UnreadablePhotoError for what is not a photo, too large, or an animation.
    """
    with open_photo(root, path) as (_picture, original):
        return original


def read_photo(root: Path, path: str) -> Image:
    """Return the photo ``path`` upright, within ``MAX_SIDE_PX``, as 8-bit sRGB with or without transparency.

    Nothing but pixels is left of it. Raises UnreadablePhotoError if it is not a photo or damaged.
    """
    from PIL.Image import Resampling

    with open_photo(root, path) as (picture, original):
        upright = fit(original.width_px, original.height_px)
        stored = upright[::-1] if original.orientation in SIDEWAYS else upright
        if isinstance(picture, HeicPicture):
            small, profile = picture.decode(_factor(picture.size, stored)), picture.profile
        else:
            picture.draft(None, stored)
            picture.load()
            profile = picture.info.get("icc_profile")
            small = _plain_mode(picture)
            if (factor := _factor(picture.size, stored)) > 1:
                small = small.reduce(factor)
    small = _srgb(small.resize(stored, Resampling.LANCZOS), profile)
    small = _turned(small, original.orientation)
    if small.mode == "RGBA" and small.getchannel("A").getextrema() == (255, 255):
        small = small.convert("RGB")
    small.info = {}
    return small


def _factor(size: tuple[int, int], wanted: tuple[int, int]) -> int:
    """Return by which whole factor a picture can be made smaller before it is resized to the size wanted."""
    return max(1, min(size[0] // wanted[0], size[1] // wanted[1]))


def fingerprint(root: Path, path: str) -> str:
    """Return ten hexadecimal digits for the file's size, beginning, middle and end.

    An image is compressed, so a change anywhere moves or alters what follows it; reading all of a few
    thousand photos for every check would take many seconds.
    """
    import hashlib

    sample = 64 * 1024
    with (root / path).open("rb") as file:
        size = file.seek(0, io.SEEK_END)
        digest = hashlib.sha256(str(size).encode())
        for offset in sorted({0, max(0, size // 2 - sample // 2), max(0, size - sample)}):
            file.seek(offset)
            digest.update(file.read(sample))
    return digest.hexdigest()[:10]


def _turned(image: Image, orientation: int) -> Image:
    from PIL.Image import Transpose

    turns = {
        2: Transpose.FLIP_LEFT_RIGHT,
        3: Transpose.ROTATE_180,
        4: Transpose.FLIP_TOP_BOTTOM,
        5: Transpose.TRANSPOSE,
        6: Transpose.ROTATE_270,
        7: Transpose.TRANSVERSE,
        8: Transpose.ROTATE_90,
    }
    return image.transpose(turns[orientation]) if orientation in turns else image


def _plain_mode(image: Image) -> Image:
    """Return the image in a mode that can be made smaller: no palette, no more than 8 bits."""
    if image.mode.startswith("I"):
        # 16 bits of grey: the upper eight.
        return image.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    if "transparency" in image.info or image.mode == "PA":
        return image.convert("RGBA")
    if image.mode == "P":
        return image.convert("RGB")
    if image.mode == "1":
        return image.convert("L")
    return image


def _srgb(image: Image, profile: bytes | None) -> Image:
    """Return the image in RGB or RGBA with the colours of sRGB, which is what a picture without profile has.

    Phones store wider colours (Display P3) with a profile; without it, and unchanged, they would look pale.
    """
    from PIL import ImageCms

    transparent = image.mode in ("LA", "RGBA", "La", "RGBa")
    mode = "RGBA" if transparent else "RGB"
    plain = image if image.mode == mode else image.convert(mode)
    if not profile:
        return plain
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        if "sRGB" in ImageCms.getProfileDescription(source):
            return plain
        target = ImageCms.createProfile("sRGB")
        opaque = plain.convert("RGB") if transparent else image
        converted = ImageCms.profileToProfile(opaque, source, target, outputMode="RGB")
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        return plain  # a profile that is broken, or of other colours than the picture's
    if converted is None:
        return plain
    if transparent:
        converted.putalpha(plain.getchannel("A"))
    return converted
