"""Files of a package: measured, and joined into one."""

from __future__ import annotations

import hashlib
import shutil
import zipfile
from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path

from minhbach.exports.model import DataFile

_UNIX, _READABLE = 3, 0o100644 << 16
"""So that an archive is the same whichever system it was made on."""
_FIRST_YEAR = 1980
"""Archives know no earlier time."""


def measure(folder: Path, name: str) -> DataFile:
    """Return a file of ``folder`` with its size and hash."""
    with (folder / name).open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
        return DataFile(name, file.tell(), digest)


def write_file(folder: Path, name: str, content: bytes) -> DataFile:
    """Write a file into ``folder``."""
    (folder / name).write_bytes(content)
    return DataFile(name, len(content), hashlib.sha256(content).hexdigest())


def write_sums(files: Iterable[DataFile]) -> bytes:
    """Return the hashes as ``sha256sum`` writes them, and ``sha256sum --check`` reads them."""
    return "".join(f"{file.sha256}  {file.path}\n" for file in files).encode()


def write_archive(folder: Path, name: str, members: Sequence[str], moment: datetime) -> DataFile:
    """Write files of ``folder`` into a ZIP archive beside them; every member is of ``moment``."""
    stamp = max(moment.timetuple()[:6], (_FIRST_YEAR, 1, 1, 0, 0, 0))
    with zipfile.ZipFile(folder / name, "w") as archive:
        for member in members:
            info = zipfile.ZipInfo(member, stamp)
            info.compress_type, info.create_system, info.external_attr = (
                zipfile.ZIP_DEFLATED,
                _UNIX,
                _READABLE,
            )
            with (folder / member).open("rb") as source, archive.open(info, "w") as target:
                shutil.copyfileobj(source, target, 1 << 20)
    return measure(folder, name)
