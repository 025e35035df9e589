"""Copies encoded in earlier builds, kept on disk under the hash of all that they depend on.

A file begins with the hash of the rest, so one that was cut short or damaged counts as missing. Several
builds may share the folder: a file appears whole or not at all, and one that goes missing is made again.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import tempfile
from collections.abc import Collection
from pathlib import Path

FOLDER = Path(".cache", "minhbach", "photos")
"""Under the chapter's root; git ignores it."""
UNUSED_BYTES = 200_000_000
"""How much is kept of what a build did not use: copies of photos that another branch or an undo may want."""
_DIGEST_BYTES = 32


class PhotoCache:
    """The cache in one folder, which need not exist, nor be writable."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def holds(self, name: str) -> bool:
        """Whether there is an entry ``name``; only reading it shows whether it is whole."""
        return (self.folder / name).is_file()

    def names(self) -> frozenset[str]:
        """Return the names of all entries."""
        try:
            return frozenset(path.name for path in self.folder.iterdir())
        except OSError:
            return frozenset()

    def read(self, name: str) -> bytes | None:
        """Return the content kept under ``name``, noting its use; None if there is none that is whole."""
        path = self.folder / name
        try:
            kept = path.read_bytes()
        except OSError:
            return None
        digest, content = kept[:_DIGEST_BYTES], kept[_DIGEST_BYTES:]
        if digest != _digest(content):
            return None
        with contextlib.suppress(OSError):
            os.utime(path)
        return content

    def write(self, name: str, content: bytes) -> bool:
        """Keep ``content`` under ``name``. Returns whether that was possible."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            handle, partial = tempfile.mkstemp(dir=self.folder)
        except OSError:
            return False
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(_digest(content))
                file.write(content)
            Path(partial).replace(self.folder / name)
        except OSError:
            with contextlib.suppress(OSError):
                Path(partial).unlink()
            return False
        return True

    def prune(self, used: Collection[str], unused_bytes: int = UNUSED_BYTES) -> None:
        """Delete what is not ``used``, longest unused first, until ``unused_bytes`` of it are left."""
        found = []
        with contextlib.suppress(OSError), os.scandir(self.folder) as entries:
            for entry in entries:
                if entry.name not in used:
                    with contextlib.suppress(OSError):
                        stat = entry.stat(follow_symlinks=False)
                        found.append((stat.st_mtime_ns, entry.name, stat.st_size))
        for _time, name, size in sorted(found, reverse=True):
            unused_bytes -= size
            if unused_bytes < 0:
                with contextlib.suppress(OSError):
                    (self.folder / name).unlink()


def _digest(content: bytes) -> bytes:
    return hashlib.blake2b(content, digest_size=_DIGEST_BYTES).digest()
