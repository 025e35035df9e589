"""Every name in the repository can be checked out on Windows, macOS and Linux."""

import re
import subprocess
import unicodedata
from collections.abc import Iterable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LONGEST = 160
"""Windows takes 260 characters, the folder in which someone keeps the repository included."""
# Windows takes these for devices, whatever follows the first dot; also with superscript digits.
RESERVED = re.compile(r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])[ ]*(?:\..*)?", re.IGNORECASE)
FORBIDDEN = re.compile(r'[<>:"|?*\\\x00-\x1f\x7f]')


def faults(paths: Iterable[str]) -> list[str]:
    """Say of each path what keeps a system from checking it out."""
    found = []
    spellings: dict[str, str] = {}
    for path in paths:
        parts = path.split("/")
        if len(path) > LONGEST:
            found.append(f"{path}: {len(path)} characters, and {LONGEST} are allowed")
        for part in parts:
            if RESERVED.fullmatch(part):
                found.append(f"{path}: “{part}” is the name of a device on Windows")
            if sign := FORBIDDEN.search(part):
                found.append(f"{path}: {sign[0]!r} may stand in no name on Windows")
            if part.endswith((".", " ")):
                found.append(f"{path}: Windows takes the dot or space at the end of “{part}” away")
        # Folders too: those that differ in spelling alone become one.
        for end in range(1, len(parts) + 1):
            name = "/".join(parts[:end])
            same = spellings.setdefault(fold(name), name)
            if same != name:
                found.append(f"{path}: the same as {same} where case or accents are not told apart")
                break
    return found


def fold(name: str) -> str:
    """Return what macOS and Windows make of a name: capitals and the way accents are written do not count."""
    composed = unicodedata.normalize("NFC", name)
    return unicodedata.normalize("NFC", composed.casefold())


def tracked() -> list[str]:
    """Every file git would record, whether recorded yet or not."""
    listing = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if listing.returncode != 0:
        pytest.skip("not a git checkout")
    return [name for name in listing.stdout.split("\0") if name]


def test_every_name_can_be_checked_out_everywhere() -> None:
    names = tracked()
    assert "README.md" in names
    assert len(names) > 1000
    assert faults(names) == []


@pytest.mark.parametrize(
    "name",
    [
        "tests/nul/a.md",
        "NUL",
        "con.txt",
        "a/Prn.tar.gz",
        "aux ",
        "aux .txt",
        "com0",
        "COM1.md",
        "a/lpt9/b",
        "lpt².csv",
        "com¹",
        "conout$",
        "a<b",
        "a>b",
        "a:b",
        'a"b',
        "a|b",
        "a?b",
        "a*b",
        "a\\b",
        "a\tb",
        "a\x7fb",
        "a./b",
        "a /b",
        "a.",
        "x" * (LONGEST + 1),
    ],
)
def test_name_that_windows_cannot_hold_is_caught(name: str) -> None:
    assert faults([name])


@pytest.mark.parametrize(
    "names",
    [
        ("News/a.md", "news/b.md"),
        ("a/B.md", "a/b.md"),
        ("Bài.md", unicodedata.normalize("NFD", "Bài.md")),
        ("BÀI.md", unicodedata.normalize("NFD", "bài.md")),
        ("strasse", "straße"),
    ],
)
def test_names_that_become_one_are_caught(names: tuple[str, str]) -> None:
    (fault,) = faults(names)
    assert names[0].split("/")[0] in fault


@pytest.mark.parametrize(
    "name",
    [
        "null/a.md",
        "console.md",
        "a/com10",
        "lpt.md",
        "auxiliary",
        "my.con",
        ".gitignore",
        "tests/cases/Tết mẫu 2024.yml",
        "a-(1)_[2]'.md",
        "x" * LONGEST,
    ],
)
def test_ordinary_name_is_let_through(name: str) -> None:
    assert faults([name]) == []
