"""Questions to git about the chapter's history: answers in bytes, or none where git does not know."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

TIMEOUT_SECONDS = 120
"""What git may take for each of its answers. Only what hangs takes longer."""

# The user's own settings may change none of what is read here. Nor may git fetch what a partial clone lacks,
# for which it could ask for a password.
_SETTINGS = {
    "log.follow": "false",
    "log.showRoot": "true",
    "log.showSignature": "false",
    "protocol.allow": "never",
}
_ENVIRON = {"GIT_TERMINAL_PROMPT": "0", "GIT_NO_LAZY_FETCH": "1", "GIT_OPTIONAL_LOCKS": "0"}


def knows_history(root: Path) -> bool:
    """Whether ``root`` lies in a repository with its whole history. Raises OSError or SubprocessError."""
    state = ask_git(root, "rev-parse", "--is-inside-work-tree", "--is-shallow-repository")
    return state.split() == [b"true", b"false"]


def ask_git(root: Path, *arguments: str, given: bytes = b"") -> bytes:
    """Return what git answers. Raises OSError or SubprocessError where it cannot, or not in time."""
    # Inside a git hook, variables such as GIT_DIR name the repository of the hook, not that of ``root``.
    around = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    settings = [part for key, value in _SETTINGS.items() for part in ("-c", f"{key}={value}")]
    result = subprocess.run(
        ["git", *settings, "-C", str(root), *arguments],
        input=given,
        capture_output=True,
        check=True,
        timeout=TIMEOUT_SECONDS,
        env={**around, **_ENVIRON},
    )
    return result.stdout


def read_blobs(root: Path, blobs: list[bytes]) -> list[bytes] | None:
    """Return the contents of ``blobs``; None where git lacks one."""
    if not blobs:
        return []
    answer = ask_git(root, "cat-file", "--batch", given=b"".join(blob + b"\n" for blob in blobs))
    texts = []
    position = 0
    for _blob in blobs:
        end = answer.index(b"\n", position)
        header = answer[position:end].split()
        if header[-1] == b"missing":
            return None
        size = int(header[2])
        texts.append(answer[end + 1 : end + 1 + size])
        position = end + 1 + size + 1
    return texts
