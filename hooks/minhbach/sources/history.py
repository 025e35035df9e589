"""Articles that git remembers and that are no longer there, or no longer public."""

from __future__ import annotations

import subprocess
import unicodedata
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from minhbach.sources.git import ask_git, knows_history, read_blobs

_ARTICLES = ":(glob)news/[0-9][0-9][0-9][0-9]/*.md"
_REGULAR = frozenset({b"100644", b"100755"})
"""The modes of files; links to files and submodules have others."""

# A git that does not know --diff-merges (before 2.31) would tell nothing of merges: better it refuses.
_LOG = (
    *("log", "--first-parent", "--diff-merges=first-parent", "--no-renames", "--raw", "-z", "--no-abbrev"),
    *("--relative", "--format=%ct", "HEAD", "--", _ARTICLES),
)


@dataclass(frozen=True)
class Version:
    """What an article held for a time."""

    text: bytes
    until: datetime
    """When another content took its place, or none, on the main line of history, in UTC."""


@dataclass(frozen=True)
class LostArticle:
    """An article that was committed once and is not on disk, or there but asked for."""

    path: str
    """Relative to the chapter: "news/2025/tong-ket.md", or ".en.md"."""
    text: bytes
    """What it held last."""
    removed_at: datetime | None
    """When it was removed from the main line of history, in UTC; None: the removal is not committed yet."""
    earlier: tuple[Version, ...] = ()
    """What it held before that, newest first."""


@dataclass
class _Memory:
    """Where git keeps the contents of an article, and until when it held them."""

    blob: bytes
    removed_at: datetime | None
    earlier: list[tuple[bytes, datetime]] = field(default_factory=list)


def read_lost_articles(root: Path, also: Collection[str] = ()) -> tuple[LostArticle, ...] | None:
    """Return every news/<year>/*.md that a commit on the main line up to HEAD held and ``root`` does not.

    ``also`` are paths that are on disk and whose past is wanted all the same. A rename counts as a removal
    of the old name. Sorted by path. None where the history is not known: no git, no repository, no commit, a
    shallow clone, content that was not fetched, or git does not answer in time.
    """
    try:
        if not knows_history(root):
            return None
        memories = _read_memories(ask_git(root, *_LOG))
        wanted = (memories.keys() - _list_present(root, memories)) | (memories.keys() & set(also))
        lost = {path: memories[path] for path in sorted(wanted)}
        blobs = {blob for memory in lost.values() for blob in (memory.blob, *dict(memory.earlier))}
        texts = read_blobs(root, sorted(blobs))
    except (OSError, subprocess.SubprocessError):
        return None
    if texts is None:
        return None
    text_of = dict(zip(sorted(blobs), texts, strict=True))
    return tuple(
        LostArticle(
            path,
            text_of[memory.blob],
            memory.removed_at,
            tuple(Version(text_of[blob], until) for blob, until in memory.earlier),
        )
        for path, memory in lost.items()
    )


def _read_memories(log: bytes) -> dict[str, _Memory]:
    """Read what git tells of every article, newest commit first: its last content, then the earlier ones."""
    memories: dict[str, _Memory] = {}
    moment: datetime | None = None
    parts = iter(log.split(b"\0"))
    for part in parts:
        words = part.strip().split()
        if len(words) == 1:
            moment = datetime.fromtimestamp(int(words[0]), UTC)
        elif words:
            old_mode, new_mode, old_blob, new_blob, _status = words
            path = next(parts).decode("utf-8", "surrogateescape")
            if path.rpartition("/")[2].startswith("."):
                continue
            was_there = old_mode.removeprefix(b":") in _REGULAR
            if path not in memories and new_mode in _REGULAR:
                memories[path] = _Memory(new_blob, None)
            elif path not in memories and was_there:
                memories[path] = _Memory(old_blob, moment)
                continue
            if path in memories and was_there and moment is not None:
                memories[path].earlier.append((old_blob, moment))
    return memories


def _list_present(root: Path, memories: dict[str, _Memory]) -> set[str]:
    """Return those paths that something on disk bears exactly, also where the disk takes "A" for "a"."""
    names: dict[str, set[str]] = {}
    present = set()
    for path in memories:
        folder, _, name = path.rpartition("/")
        if folder not in names:
            names[folder] = _list_names(root / folder)
        if _composed(name) in names[folder]:
            present.add(path)
    return present


def _list_names(folder: Path) -> set[str]:
    try:
        return {_composed(path.name) for path in folder.iterdir()}
    except (FileNotFoundError, NotADirectoryError):
        return set()


def _composed(name: str) -> str:
    """Return a name in one form; disks may take Vietnamese letters apart where git does not."""
    return unicodedata.normalize("NFC", name)
