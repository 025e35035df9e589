"""The making of all copies that a build publishes: on other cores, and only of what is not in the cache."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from minhbach.background import Background
from minhbach.photos.cache import FOLDER, PhotoCache
from minhbach.photos.encoding import describe_encoders, encode_variants
from minhbach.photos.model import Variant, WebPhoto
from minhbach.photos.reading import read_photo

_HEAVY_MB = 150
"""Photos that take more memory are decoded one at a time, however many cores there are."""
_MAKING_MS, _FINDING_MS = 350.0, 3.0
"""About how long a photo takes, and one that is in the cache (docs-dev/benchmarks.md)."""

Made = tuple[str, bytes | None]
"""The name of a copy in the cache, and its content if the cache could not take it."""


def start_photos(
    root: Path, photos: Sequence[WebPhoto], background: Background
) -> Callable[[], Iterator[tuple[str, bytes]]]:
    """Begin all copies of ``photos`` under ``root``; return what collects their addresses and contents.

    Whoever collects waits until all are made, gets UnreadablePhotoError if one turns out to be damaged, and
    then reads one copy after the other, so that not all are held in memory.
    """
    cache = PhotoCache(root / FOLDER)
    jobs = [(root, group) for group in _groups(photos)]
    seen = {name.partition("-")[0] for name in cache.names()}
    expected = sum(_FINDING_MS if photo.fingerprint in seen else _MAKING_MS for photo in photos)
    collect = background.start(make_photos, jobs, expected)

    def collect_copies() -> Iterator[tuple[str, bytes]]:
        made = [copies for group in collect() for copies in group]
        in_order = [photo for _root, group in jobs for photo in group]
        return _read_copies(root, cache, list(zip(in_order, made, strict=True)))

    return collect_copies


def make_photos(root: Path, photos: Sequence[WebPhoto]) -> list[list[Made]]:
    """Make every copy of each of ``photos``; one job for the background.

    Raises UnreadablePhotoError if the pixels of one cannot be read.
    """
    cache = PhotoCache(root / FOLDER)
    return [_make(root, photo, cache) for photo in photos]


def _groups(photos: Sequence[WebPhoto]) -> list[tuple[WebPhoto, ...]]:
    """Return the photos in jobs: those that take much memory in one, the longest and so the first."""
    heavy = tuple(photo for photo in photos if photo.memory_mb > _HEAVY_MB)
    others = [(photo,) for photo in photos if photo.memory_mb <= _HEAVY_MB]
    return [heavy, *others] if heavy else list(others)


def _make(root: Path, photo: WebPhoto, cache: PhotoCache) -> list[Made]:
    names = _names(root, photo)
    if all(cache.holds(name) for name in names):
        return [(name, None) for name in names]
    return [(name, None if kept else content) for name, content, kept in _encode(root, photo, cache)]


def _encode(root: Path, photo: WebPhoto, cache: PhotoCache) -> list[tuple[str, bytes, bool]]:
    """Return name and content of every copy, and whether the cache has taken it."""
    names = _names(root, photo)
    contents = encode_variants(read_photo(root, photo.path), photo.variants)
    # A photo that is being replaced right now must not be kept under the hash of the one before.
    unchanged = _names(root, photo) == names
    pairs = zip(names, contents, strict=True)
    return [(name, content, unchanged and cache.write(name, content)) for name, content in pairs]


def _names(root: Path, photo: WebPhoto) -> list[str]:
    """Return under which names the cache keeps the copies of the photo as it is now."""
    with (root / photo.path).open("rb") as file:
        digest = hashlib.file_digest(file, "blake2b").hexdigest()
    return [_name(photo, variant, digest) for variant in photo.variants]


def _name(photo: WebPhoto, variant: Variant, digest: str) -> str:
    size = (variant.width_px, variant.height_px, variant.encoding)
    key = hashlib.blake2b(repr((digest, size, describe_encoders())).encode(), digest_size=20).hexdigest()
    return f"{photo.fingerprint}-{key}.{variant.encoding}"


def _read_copies(
    root: Path, cache: PhotoCache, photos: Sequence[tuple[WebPhoto, list[Made]]]
) -> Iterator[tuple[str, bytes]]:
    """Yield address and content of every copy; at the end, clear the cache of what is old."""
    for photo, copies in photos:
        again: list[bytes] = []
        for index, (name, made) in enumerate(copies):
            content = cache.read(name) if made is None else made
            if content is None:  # damaged, or cleared by another build in the meantime
                again = again or [content for _name, content, _kept in _encode(root, photo, cache)]
                content = again[index]
            yield photo.variants[index].address, content
    cache.prune({name for _photo, copies in photos for name, _content in copies})
