"""Photos for the web: turned upright, made smaller, as WebP, without any metadata of the camera or phone."""

from __future__ import annotations

import hashlib
import io
import warnings
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from minhbach.site.addresses import PHOTOS
from minhbach.words import slugify

MAX_SIDE_PX = 1280
MAX_PIXELS = 100_000_000
"""More than any phone takes; a file that claims more is broken or a decompression bomb."""
SUFFIXES = frozenset({".jpg", ".jpeg", ".png", ".webp"})
_QUALITY = 78


class UnreadablePhoto(ValueError):
    """A file that is not a photo this program can read; the message says why."""


@dataclass(frozen=True)
class WebPhoto:
    """A photo as it is published."""

    address: str
    content: bytes
    width_px: int
    height_px: int


def inspect_photo(path: Path) -> None:
    """Raise UnreadablePhoto if the file is not a readable photo. Reads its header only."""
    from PIL import Image

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(path, formats=("JPEG", "PNG", "WEBP")) as image:
                width, height = image.size
                image.verify()
    except Image.DecompressionBombError as error:
        raise UnreadablePhoto(f"> {MAX_PIXELS // 1_000_000} MP") from error
    except (OSError, SyntaxError, ValueError) as error:
        raise UnreadablePhoto(type(error).__name__) from error
    if width * height > MAX_PIXELS:
        raise UnreadablePhoto(f"{width} × {height} px > {MAX_PIXELS // 1_000_000} MP")


def make_web_photo(path: Path, repository_path: str) -> WebPhoto:
    """Return the photo ``path`` as it is published; ``repository_path`` names it and its address.

    Orientation is applied, then every byte of metadata (EXIF, GPS, colour comments) is left behind. Raises
    UnreadablePhoto.
    """
    from PIL import Image, ImageOps

    raw = path.read_bytes()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(raw), formats=("JPEG", "PNG", "WEBP")) as opened:
                opened.draft("RGB", (MAX_SIDE_PX, MAX_SIDE_PX))
                image = ImageOps.exif_transpose(opened).convert("RGB")
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        raise UnreadablePhoto(type(error).__name__) from error
    image.thumbnail((MAX_SIDE_PX, MAX_SIDE_PX), Image.Resampling.LANCZOS)
    clean = Image.new("RGB", image.size)
    clean.paste(image)
    buffer = io.BytesIO()
    clean.save(buffer, "WEBP", quality=_QUALITY, method=4)
    name = PurePosixPath(repository_path)
    # The digest keeps photos of one name in different folders apart, and old copies out of caches.
    digest = hashlib.sha256(raw).hexdigest()[:10]
    address = f"{PHOTOS}{slugify(name.stem) or 'anh'}-{digest}.webp"
    return WebPhoto(address, buffer.getvalue(), image.width, image.height)
