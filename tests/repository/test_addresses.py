"""No file is tied to a package registry's address or to one machine's folders."""

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
# Written in pieces, so that this file does not name them either.
HOSTS = [
    ".".join(parts)
    for parts in [
        ("pypi", "org"),
        ("pythonhosted", "org"),
        ("npmjs", "org"),
        ("npmjs", "com"),
        ("yarnpkg", "com"),
        ("deb", "debian", "org"),
        ("archive", "ubuntu", "com"),
    ]
]
FOLDERS = ["/" + "home/", "/" + "Users/", "/" + "root/", "/" + "tmp/", "/" + "work/", ":\\" + "Users\\"]
REGISTRY = re.compile("|".join(map(re.escape, HOSTS)), re.IGNORECASE)
# Only at the start of a path: example.org/home/ is an address, not a folder.
MACHINE = re.compile(r"(?<![\w.*})-])(?:" + "|".join(map(re.escape, FOLDERS)) + ")")


def files() -> list[Path]:
    """Every file git would record, whether recorded yet or not."""
    listing = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if listing.returncode != 0:
        pytest.skip("not a git checkout")
    return [path for name in listing.stdout.split("\0") if name and (path := ROOT / name).is_file()]


def lines_with(pattern: re.Pattern[str]) -> list[str]:
    found = []
    for path in files():
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue  # a picture or a font
        found += [
            f"{path.relative_to(ROOT)}:{number}: {line.strip()[:100]}"
            for number, line in enumerate(text.splitlines(), 1)
            if pattern.search(line)
        ]
    return found


def test_the_search_sees_this_project() -> None:
    assert {"pyproject.toml", "Makefile", "run"} <= {path.name for path in files()}


def test_no_file_names_a_package_registry() -> None:
    assert lines_with(REGISTRY) == []


def test_no_file_names_a_folder_of_one_machine() -> None:
    assert lines_with(MACHINE) == []
