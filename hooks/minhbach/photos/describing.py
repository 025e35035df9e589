"""What will be published of a photo, told by its header alone."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

from minhbach.photos.model import Encoding, Variant, WebPhoto, fit, plan_variants
from minhbach.photos.reading import fingerprint, inspect_photo
from minhbach.site.addresses import file_address
from minhbach.words import slugify

_OWN_ENCODINGS: dict[str, Encoding] = {
    ".jpg": "jpeg",
    ".jpeg": "jpeg",
    ".jfif": "jpeg",
    ".png": "png",
    ".webp": "webp",
}
"""By suffix, because that is what a web host goes by. There is none for HEIC, which no browser shows."""


def describe_photo(root: Path, path: str) -> WebPhoto:
    """Return the photo ``path`` as pages show it. Reads the header and samples of the file.

    Raises UnreadablePhotoError if it is not a photo that can be published.
    """
    original = inspect_photo(root, path)
    # The fingerprint keeps photos of one name in different folders apart, and old copies out of caches.
    mark = fingerprint(root, path)
    name = f"{slugify(PurePosixPath(path).stem) or 'anh'}-{mark}"
    variants = plan_variants(name, original.width_px, original.height_px, original.format)
    return WebPhoto(path, mark, variants, original.memory_mb)


def has_own_copy(path: str) -> bool:
    """Whether an image in docs/ can be published under its own name."""
    return PurePosixPath(path).suffix.lower() in _OWN_ENCODINGS


def describe_own_copy(root: Path, path: str) -> WebPhoto:
    """Return the image ``path`` in docs/ as it is published under its own name: a logo, for example.

    Raises UnreadablePhotoError if it is not a photo that can be published.
    """
    original = inspect_photo(root, path)
    size = fit(original.width_px, original.height_px)
    encoding = _OWN_ENCODINGS[PurePosixPath(path).suffix.lower()]
    variant = Variant(file_address(path), *size, encoding)
    return WebPhoto(path, fingerprint(root, path), (variant,), original.memory_mb)
