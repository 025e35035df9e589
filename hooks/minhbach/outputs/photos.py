"""Photos for the web: turned upright, made smaller, as WebP, without any metadata of the camera or phone."""

from __future__ import annotations

import hashlib
import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from minhbach.site.addresses import PHOTOS
from minhbach.words import slugify

MAX_SIDE_PX = 1280
MAX_PIXELS = 100_000_000
"""More than any phone takes; a file that claims more is broken or a decompression bomb."""
_QUALITY = 78
_FORMATS = ("JPEG", "PNG", "WEBP")
_ORIENTATION = 0x0112
_SIDEWAYS = frozenset({5, 6, 7, 8})


class UnreadablePhotoError(ValueError):
    """A file that is not a photo this program can read: its path in the repository, and why."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(path, reason)
        self.path = path
        self.reason = reason


@dataclass(frozen=True)
class WebPhoto:
    """A photo as pages refer to it: its address and its size on the site."""

    path: str
    """The original, relative to the repository."""
    address: str
    width_px: int
    height_px: int


def describe_photo(root: Path, path: str) -> WebPhoto:
    """Return the photo ``path`` as it will be published. Reads the file, but decodes its header only.

    Raises UnreadablePhotoError if it is not a readable photo.
    """
    from PIL import Image

    raw = (root / path).read_bytes()
    with _reading(path), Image.open(io.BytesIO(raw), formats=_FORMATS) as image:
        width, height = image.size
        if image.getexif().get(_ORIENTATION, 1) in _SIDEWAYS:
            width, height = height, width
        image.verify()
    if width * height > MAX_PIXELS:
        raise UnreadablePhotoError(path, f"{width} × {height} px > {MAX_PIXELS // 1_000_000} MP")
    # The digest keeps photos of one name in different folders apart, and old copies out of caches.
    digest = hashlib.sha256(raw).hexdigest()[:10]
    name = slugify(PurePosixPath(path).stem) or "anh"
    scale = min(1.0, MAX_SIDE_PX / max(width, height))
    size = max(1, round(width * scale)), max(1, round(height * scale))
    return WebPhoto(path, f"{PHOTOS}{name}-{digest}.webp", *size)


def make_web_photo(root: Path, photo: WebPhoto) -> bytes:
    """Return ``photo`` as WebP: upright, smaller, without metadata (EXIF, GPS, comments, colour profiles).

    Raises UnreadablePhotoError if its pixels cannot be read.
    """
    from PIL import Image, ImageOps

    with _reading(photo.path), Image.open(root / photo.path, formats=_FORMATS) as opened:
        opened.draft("RGB", (MAX_SIDE_PX, MAX_SIDE_PX))
        image = ImageOps.exif_transpose(opened).convert("RGB")
    image = image.resize((photo.width_px, photo.height_px), Image.Resampling.LANCZOS, reducing_gap=2.0)
    clean = Image.new("RGB", image.size)
    clean.paste(image)
    buffer = io.BytesIO()
    clean.save(buffer, "WEBP", quality=_QUALITY, method=2)
    return buffer.getvalue()


def clean_image(root: Path, path: str) -> bytes:
    """Return the image file ``path`` in its own format and size, upright and without metadata.

    Raises UnreadablePhotoError if its pixels cannot be read.
    """
    from PIL import Image, ImageOps

    with _reading(path), Image.open(root / path, formats=_FORMATS) as opened:
        kind = str(opened.format)
        image = ImageOps.exif_transpose(opened)
    # Pillow writes what it finds here (EXIF, texts, comments); only the transparent colour is of the image.
    image.info = {key: value for key, value in image.info.items() if key == "transparency"}
    buffer = io.BytesIO()
    image.save(buffer, kind, **({"quality": 90} if kind == "JPEG" else {}))
    return buffer.getvalue()


@contextmanager
def _reading(path: str) -> Iterator[None]:
    """Turn every way in which a file is not a photo into UnreadablePhotoError."""
    from PIL import Image

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            yield
    except Image.DecompressionBombError as error:
        raise UnreadablePhotoError(path, f"> {MAX_PIXELS // 1_000_000} MP") from error
    except (OSError, SyntaxError, ValueError, OverflowError) as error:
        raise UnreadablePhotoError(path, type(error).__name__) from error
