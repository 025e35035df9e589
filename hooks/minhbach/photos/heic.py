"""HEIC, as iPhones and many others write photos, read strip by strip.

libheif turns and mirrors the picture itself, as the file's container says; what EXIF says of it counts for
nothing (ISO/IEC 23008-12). A whole picture as Pillow holds it would take as much memory again, so it is made
smaller on the way.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, BinaryIO

if TYPE_CHECKING:
    from PIL.Image import Image

_STRIP_PX = 256
"""About how high a strip is."""


class HeicPicture:
    """The picture that a HEIC file is about; others in it (bursts, depth, thumbnails) are left alone."""

    def __init__(self, file: BinaryIO) -> None:
        """Read the header of ``file``. Raises errors of several classes for what is not a HEIC."""
        # Never its Pillow plugin: that would let Pillow open, by itself, what has not passed our limits.
        from pillow_heif import open_heif, options

        options.DECODE_THREADS = 1  # the other cores have photos of their own
        options.THUMBNAILS = options.DEPTH_IMAGES = options.AUX_IMAGES = False
        self._heif: Any = open_heif(file, convert_hdr_to_8bit=True)
        self.size: tuple[int, int] = self._heif.size

    @property
    def profile(self) -> bytes | None:
        """The colour profile, if there is one."""
        profile: bytes | None = self._heif.info.get("icc_profile")
        return profile

    def decode(self, factor: int) -> Image:
        """Return the picture made smaller by a whole ``factor``, each pixel the mean of ``factor``² ones."""
        from PIL import Image as Pillow

        heif, pixels = self._heif, self._heif.data
        (width, height), mode, stride = heif.size, heif.mode, heif.stride
        picture = Pillow.new(mode, (-(-width // factor), -(-height // factor)))
        step = max(1, _STRIP_PX // factor) * factor
        for top in range(0, height, step):
            size = width, min(step, height - top)
            rows: Any = memoryview(pixels)[top * stride : (top + size[1]) * stride]
            strip = Pillow.frombuffer(mode, size, rows, "raw", mode, stride, 1)
            picture.paste(strip.reduce(factor), (0, top // factor))
        return picture
