"""Opening originals as cameras, phones and people's programs write them: within limits, or not at all."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from minhbach.language import mark
from minhbach.photos.heic import HeicPicture
from minhbach.problems import Kind, Position, Problem, kinds
from minhbach.sources.images import NOT_A_PHOTO, READ_FORMATS, recognise_image
from minhbach.sources.text import write_count, write_megabytes

if TYPE_CHECKING:
    from PIL.Image import Image

MAX_BYTES = 100_000_000
"""GitHub takes no larger file."""
MAX_PIXELS = 200_000_000
"""More than any phone takes; a file that claims more is broken or a decompression bomb."""
MAX_MEMORY_MB = 420
"""What the decoding of one photo may take of the 1 GB in which a site is built."""
_PROGRESSIVE = mark("progressive JPEG")
_BYTES_PER_PIXEL = {_PROGRESSIVE: 7, "PNG": 8, "HEIC": 6, "WebP": 16}
"""What decoding takes at most, measured. A plain JPEG is decoded at about the size that is wanted."""
_JPEG_MEMORY_MB = 70

_PLUGINS = {"JPEG": "JPEG", "MPO": "JPEG", "PNG": "PNG", "WEBP": "WebP"}
"""Pillow's names and ours. MPO is a JPEG with further pictures behind it, as many phones write it."""
_ORIENTATION = 0x0112
SIDEWAYS = frozenset({5, 6, 7, 8})
_DAMAGED = mark("the file is damaged or cut short")
_ANIMATED = mark("it is an animation")
_TOO_MANY_BYTES = mark("it has {size} MB, and a photo may have at most {limit} MB")
_TOO_MANY_PIXELS = mark(
    "it has {pixels} million pixels ({width} × {height}); a {format} file may have at most {limit} million"
)


class UnreadablePhotoError(ValueError):
    """A file that is not a photo this program can publish, as a problem that says why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem)
        self.problem = problem


@dataclass(frozen=True)
class Original:
    """What the header of a photo says. The size is that of the upright picture."""

    format: str
    """JPEG, PNG, WebP or HEIC."""
    width_px: int
    height_px: int
    orientation: int
    """1 to 8, as EXIF numbers them: how the stored picture is turned and mirrored to stand upright."""
    memory_mb: int
    """About how much memory decoding takes."""


@contextmanager
def open_photo(root: Path, path: str) -> Iterator[tuple[Image | HeicPicture, Original]]:
    """Open a photo within the limits. Whatever goes wrong with the file, here or inside, is told as such.

    Decoders meet broken files with errors of any class; only they run in here.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            size = (root / path).stat().st_size
            if size > MAX_BYTES:
                details = {"size": write_megabytes(size), "limit": write_megabytes(MAX_BYTES)}
                raise _refused(kinds.PHOTO_TOO_LARGE, path, _TOO_MANY_BYTES, details)
            known = recognise_image(root / path)
            if known not in READ_FORMATS:
                raise _refused(kinds.PHOTO_UNREADABLE, path, NOT_A_PHOTO)
            with (root / path).open("rb") as file:
                if known == "HEIC":
                    heic = HeicPicture(file)
                    yield heic, Original(known, *heic.size, 1, _memory_mb(path, known, known, heic.size))
                else:
                    with _open(file, known) as image:
                        yield image, _inspect(path, image, file)
    except (UnreadablePhotoError, MemoryError):
        raise
    except Exception as error:
        raise _refused(kinds.PHOTO_UNREADABLE, path, _DAMAGED) from error


def _open(file: BinaryIO, known: str) -> Image:
    """Open the file without Pillow's own limit on pixels: ours is told with its numbers."""
    from PIL import Image

    formats = [name for name, ours in _PLUGINS.items() if ours == known and name != "MPO"]
    limit, Image.MAX_IMAGE_PIXELS = Image.MAX_IMAGE_PIXELS, None
    try:
        return Image.open(file, formats=formats)
    finally:
        Image.MAX_IMAGE_PIXELS = limit


def _inspect(path: str, image: Image, file: BinaryIO) -> Original:
    ours = _PLUGINS[str(image.format)]
    kind = _PROGRESSIVE if ours == "JPEG" and "progressive" in image.info else ours
    memory = _memory_mb(path, ours, kind, image.size)
    if ours in ("PNG", "WebP") and getattr(image, "is_animated", False):
        raise _refused(kinds.PHOTO_UNREADABLE, path, _ANIMATED)
    orientation = _orientation(image, ours, file)
    width, height = image.size[::-1] if orientation in SIDEWAYS else image.size
    return Original(ours, width, height, orientation, memory)


def _memory_mb(path: str, ours: str, kind: str, size: tuple[int, int]) -> int:
    """Return about how much memory decoding takes; raise UnreadablePhotoError for more than is allowed."""
    pixels, limit, memory = size[0] * size[1], MAX_PIXELS, _JPEG_MEMORY_MB
    if kind in _BYTES_PER_PIXEL:
        limit = MAX_MEMORY_MB * 1_000_000 // _BYTES_PER_PIXEL[kind]
        memory = pixels * _BYTES_PER_PIXEL[kind] // 1_000_000
    if pixels > limit:
        details = {
            "pixels": write_count(round(pixels / 1_000_000)),
            "width": write_count(size[0]),
            "height": write_count(size[1]),
            "limit": write_count(limit // 1_000_000),
            # Of a progressive JPEG nothing can be decoded before all of it is.
            **({"format_message": _PROGRESSIVE} if kind == _PROGRESSIVE else {"format": ours}),
        }
        raise _refused(kinds.PHOTO_TOO_LARGE, path, _TOO_MANY_PIXELS, details)
    return memory


def _refused(
    kind: Kind, path: str, reason: str, details: Mapping[str, str] | None = None
) -> UnreadablePhotoError:
    told = {"found": path, **(details or {}), "reason_message": reason}
    return UnreadablePhotoError(Problem(kind, Position(path), told))


# Orientation ------------------------------------------------------------------------------------------------


def _orientation(image: Image, ours: str, file: BinaryIO) -> int:
    """Return how the picture is turned; 1 (upright) where nothing, or nothing sensible, is said."""
    from PIL import Image as Pillow

    try:
        # Not the plugin's own method: that of PNG decodes the whole image in search of EXIF behind it.
        exif = Pillow.Image.getexif(image)
        if _ORIENTATION not in exif and ours == "PNG" and (late := _late_exif(file)):
            exif = Pillow.Exif()
            exif.load(late)
        orientation = exif.get(_ORIENTATION, 1)
    except Exception:  # broken EXIF of a whole picture
        return 1
    return orientation if orientation in range(1, 9) else 1


def _late_exif(file: BinaryIO) -> bytes:
    """Return the EXIF of a PNG wherever it stands, also behind the pixels, where some programs put it."""
    place = file.tell()
    try:
        file.seek(8)
        while len(head := file.read(8)) == 8:  # noqa: PLR2004 - a chunk's length and name
            length, name = int.from_bytes(head[:4], "big"), head[4:]
            if name == b"eXIf":
                return file.read(length)
            file.seek(length + 4, io.SEEK_CUR)
        return b""
    finally:
        file.seek(place)
