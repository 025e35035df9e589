"""Text files: read once, decoded strictly, normalised, or refused with a problem. Never half-read."""

from __future__ import annotations

import re
import unicodedata
from codecs import BOM_UTF8
from dataclasses import dataclass
from pathlib import Path

from minhbach.problems import Position, Problem, kinds

MAX_TEXT_BYTES = 1_000_000
"""A hand-written file is far smaller; a larger one is a mistake or an attack."""

# Control characters, characters that are invisible or turn the direction of writing (a number may not look
# like another), line ends that only YAML knows, and the private-use characters that mark positions and links
# inside the program and could forge a link. None belongs in an article.
FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff"
    "\ud800-\uf8ff\ufff9-\uffff\U000e0000-\U000e007f\U000f0000-\U0010ffff]"
)


@dataclass(frozen=True)
class TextSource:
    """A content file's text: NFC, line ends ``\\n``, no byte-order mark."""

    path: str
    text: str

    def position(self, offset: int) -> Position:
        """Return the position of the character at ``offset`` in ``text``."""
        before = self.text.count("\n", 0, offset)
        column = offset - (self.text.rfind("\n", 0, offset) + 1)
        return Position(self.path, before + 1, column + 1)


def read_text(root: Path, path: str) -> TextSource | Problem:
    """Read the content file ``path`` (relative to ``root``).

    Returns the text, or the one problem that makes it unusable: too large, empty, not UTF-8, control
    characters, lying outside the repository through a link, or not readable at all.
    """
    full = root / path
    if leads_outside(root, path):
        return Problem(kinds.PATH_OUTSIDE, Position(path), {"path": path})
    try:
        if not full.is_file():
            return Problem(kinds.FILE_UNREADABLE, Position(path))
        size = full.stat().st_size
        if size > MAX_TEXT_BYTES:
            details = {"size": write_megabytes(size), "limit": write_megabytes(MAX_TEXT_BYTES)}
            return Problem(kinds.FILE_TOO_LARGE, Position(path), details)
        return decode_text(path, full.read_bytes())
    except OSError:
        return Problem(kinds.FILE_UNREADABLE, Position(path))


def write_count(number: int) -> str:
    """Return ``number`` for a message in the Vietnamese way: "50.000"."""
    return f"{number:,}".replace(",", ".")


def write_megabytes(size: int) -> str:
    """Return a number of bytes in MB for a message in the Vietnamese way: "1,5"; "10" for 10.0."""
    return f"{size / 1_000_000:.1f}".replace(".", ",").removesuffix(",0")


def leads_outside(root: Path, path: str) -> bool:
    """Whether ``path`` (relative to ``root``) is reached through a link that leads out of the repository."""
    try:
        return not (root / path).resolve().is_relative_to(root.resolve())
    except (OSError, RuntimeError):  # links that lead in a circle
        return True


def decode_text(path: str, raw: bytes) -> TextSource | Problem:
    """Decode the bytes of the content file ``path``; see :func:`read_text`."""
    raw = raw.removeprefix(BOM_UTF8)
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        start = raw.rfind(b"\n", 0, error.start) + 1
        column = len(raw[start : error.start].decode("utf-8", "replace")) + 1
        byte = f"0x{raw[error.start]:02X}"
        return Problem(kinds.NOT_UTF8, Position(path, line, column), {"byte": byte})
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    source = TextSource(path, text)
    if not text.strip():
        return Problem(kinds.FILE_EMPTY, Position(path))
    if found := FORBIDDEN.search(text):
        details = {"character": f"U+{ord(found.group()):04X}"}
        return Problem(kinds.CONTROL_CHARACTER, source.position(found.start()), details)
    return source
