"""The folder that a chapter is generated into: what lies there already is never lost."""

from __future__ import annotations

import os
from pathlib import Path, PurePosixPath

REPOSITORY = Path(__file__).resolve().parents[2]
MARKER = ".minhbach-demo"
"""Lists the files that were generated; only these are ever replaced or deleted."""
_MARKER_HEADING = "# Written by examples/demo; these files are replaced when it runs again."


class ForeignFolderError(Exception):
    """The folder holds something that this program did not write."""


def way_to_repository(out: Path) -> str:
    """Return the relative path from ``out`` to the repository, with forward slashes.

    Both ends without symbolic links, because ".." leads to the real parent of a linked folder.
    """
    try:
        return Path(os.path.relpath(REPOSITORY, os.path.realpath(out))).as_posix()
    except ValueError:  # another drive of a Windows machine
        return REPOSITORY.as_posix()


def make_room(out: Path, paths: tuple[str, ...]) -> None:
    """Delete what an earlier run wrote into ``out``, and note what this one will; refuse a foreign folder."""
    out.mkdir(parents=True, exist_ok=True)
    marker = out / MARKER
    if not marker.is_file() and any(out.iterdir()):
        raise ForeignFolderError(f"{out} is not empty and was not written by this program")
    earlier = marker.read_text(encoding="utf-8").splitlines() if marker.is_file() else []
    for path in sorted({*paths} - {*earlier}):
        if os.path.lexists(out / path):
            raise ForeignFolderError(f"{out / path} was not written by this program")
    for folder in {(out / path).parent for path in paths}:
        if not _is_inside(folder, out):
            raise ForeignFolderError(f"{folder} leads out of {out}")
    for line in earlier:
        _delete(out, line)
    # Before the files, so that a run that was broken off can be repeated.
    write_file(out, MARKER, "\n".join([_MARKER_HEADING, *paths, ""]).encode())


def _delete(out: Path, line: str) -> None:
    """Delete the file that ``line`` of the marker names, and the folders it leaves empty."""
    path = PurePosixPath(line)
    if line.startswith("#") or path.is_absolute() or ".." in path.parts:
        return
    file = out / path
    if not file.is_file() or not _is_inside(file.parent, out):
        return
    file.unlink()
    for folder in (out / parent for parent in path.parents if parent != PurePosixPath()):
        if not folder.is_dir() or any(folder.iterdir()):
            break
        folder.rmdir()


def _is_inside(folder: Path, out: Path) -> bool:
    """Whether ``folder``, its symbolic links followed, lies in ``out``."""
    return folder.resolve().is_relative_to(out.resolve())


def write_file(out: Path, path: str, content: bytes) -> None:
    """Write a file of the chapter in ``out``, with the folders it lies in."""
    file = out / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
