"""What git remembers of the funds and of ledger files as they were when a period was closed."""

from __future__ import annotations

import subprocess
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from minhbach.sources.files import LEDGER_FOLDERS, LEDGER_SUFFIXES
from minhbach.sources.git import ask_git, knows_history, read_blobs

FUNDS = "data/funds.yml"


@dataclass(frozen=True)
class FundsVersion:
    """data/funds.yml as a commit on the main line left it."""

    commit: str
    text: bytes
    """Empty where the commit removed it."""


def read_funds_versions(root: Path) -> tuple[FundsVersion, ...] | None:
    """Return data/funds.yml at every commit on the main line that changed it, oldest first.

    None where the history is not known: no git, no commit, a shallow clone, or no answer in time.
    """
    try:
        if not knows_history(root):
            return None
        log = ask_git(root, "log", "--first-parent", "--reverse", "--format=%H", "HEAD", "--", FUNDS)
        commits = log.decode("ascii").split()
        blobs = [_blob_at(root, commit) for commit in commits]
        texts = read_blobs(root, sorted({blob for blob in blobs if blob}))
    except (OSError, subprocess.SubprocessError):
        return None
    if texts is None:
        return None
    text_of = dict(zip(sorted({blob for blob in blobs if blob}), texts, strict=True))
    return tuple(
        FundsVersion(commit, text_of.get(blob, b"")) for commit, blob in zip(commits, blobs, strict=True)
    )


def _blob_at(root: Path, commit: str) -> bytes:
    """Return git's name for the content of data/funds.yml at ``commit``; empty where it was not there."""
    listing = ask_git(root, "ls-tree", "-z", commit, "--", FUNDS)
    return listing.split()[2] if listing else b""


@dataclass(frozen=True)
class LedgersThen:
    """The ledger files of a commit, beside those on disk."""

    changed: Mapping[str, bytes]
    """Those that are not the same any more, or gone: by path, as they were."""
    unchanged: frozenset[str]


def read_ledgers_then(root: Path, commit: str) -> LedgersThen | None:
    """Return the ledger files that ``commit`` held. None where git does not answer."""
    try:
        listing = ask_git(root, "ls-tree", "-r", "-z", commit, "--", *LEDGER_FOLDERS)
        then = dict(_read_tree(listing))
        here = [path for path in then if (root / path).is_file()]
        names = ask_git(root, "hash-object", "--stdin-paths", given="".join(f"{p}\n" for p in here).encode())
        now = dict(zip(here, names.split(), strict=True))
        changed = {path: blob for path, blob in then.items() if now.get(path) != blob}
        texts = read_blobs(root, list(changed.values()))
    except (OSError, subprocess.SubprocessError):
        return None
    if texts is None:
        return None
    return LedgersThen(dict(zip(changed, texts, strict=True)), frozenset(then.keys() - changed.keys()))


def _read_tree(listing: bytes) -> Iterable[tuple[str, bytes]]:
    for entry in listing.split(b"\0"):
        head, _, name = entry.partition(b"\t")
        path = name.decode("utf-8", "surrogateescape")
        if path.endswith(LEDGER_SUFFIXES):
            yield path, head.split()[2]
