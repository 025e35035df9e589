"""Which files are photos: by their names, and by how their content begins."""

from __future__ import annotations

import re
from pathlib import Path, PurePosixPath

from minhbach.language import mark

PHOTO_SUFFIXES = frozenset({".jpg", ".jpeg", ".jfif", ".png", ".webp", ".heic", ".heif"})
READ_FORMATS = frozenset({"JPEG", "PNG", "WebP", "HEIC"})
NOT_A_PHOTO = mark("its content is neither JPEG, PNG, WebP nor HEIC")
_REFUSED_SUFFIXES = frozenset(
    {".tif", ".tiff", ".gif", ".bmp", ".avif", ".jxl", ".jp2", ".psd"}
    | {".dng", ".cr2", ".cr3", ".nef", ".arw", ".orf", ".raf", ".rw2", ".raw"}
)
_FORMAT_NOT_READ = mark("images of the format {format} are not read")
_DISGUISED = mark("it is an image, but its name does not end with .jpg, .png, .webp or .heic")

_BEGINNING_BYTES = 64
# HEIC and AVIF share a container with video; the brand behind "ftyp" tells them apart.
_BEGINNINGS = {
    "JPEG": re.compile(rb"\xff\xd8\xff"),
    "PNG": re.compile(rb"\x89PNG\r\n\x1a\n"),
    "WebP": re.compile(rb"RIFF....WEBP", re.DOTALL),
    "AVIF": re.compile(rb"....ftyp(?:avi[fs]|(?:mif1|msf1).{4}(?:.{4})*?avif)", re.DOTALL),
    "HEIC": re.compile(rb"....ftyp(?:hei[cmsx]|hev[cmsx]|mif1|msf1)", re.DOTALL),
    "TIFF": re.compile(rb"II\*\0|MM\0\*"),
}


def is_photo(path: str) -> bool:
    """Whether ``path`` is, by its name, an image that is published only as a copy without metadata."""
    return PurePosixPath(path).suffix.lower() in PHOTO_SUFFIXES


def suffix_of(path: str) -> str:
    """Return the ending of a file's name as people write a format: "TIFF"."""
    return PurePosixPath(path).suffix.removeprefix(".").upper()


def refuse_image(root: Path, path: str) -> str | None:
    """Return why the file ``path`` under ``root`` may not be among the content; None if it may.

    An image may hold the place where it was taken, so none is published as it is: not one that cannot be
    read, nor one that hides under another name. The reason is a catalogue key with the field ``format``.
    """
    if PurePosixPath(path).suffix.lower() in _REFUSED_SUFFIXES:
        return _FORMAT_NOT_READ
    found = recognise_image(root / path)
    if is_photo(path):
        return None if found in READ_FORMATS else NOT_A_PHOTO
    return _DISGUISED if found is not None else None


def recognise_image(path: Path) -> str | None:
    """Return the format of the image file at ``path`` by its first bytes; None for anything else."""
    try:
        with path.open("rb") as file:
            beginning = file.read(_BEGINNING_BYTES)
    except OSError:
        return None
    return next((name for name, pattern in _BEGINNINGS.items() if pattern.match(beginning)), None)
