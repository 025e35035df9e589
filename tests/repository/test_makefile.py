"""The Makefile: the commands that the documents name exist, and say what they do."""

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
TARGETS = set(re.findall(r"^([a-z-]+):", MAKEFILE, re.MULTILINE))


@pytest.mark.parametrize(
    "document", ["README.md", ".github/CONTRIBUTING.md", ".github/PULL_REQUEST_TEMPLATE.md"]
)
def test_every_make_command_in_a_document_exists(document: str) -> None:
    path = ROOT / document
    if not path.exists():
        pytest.skip(f"{document} is not written yet")
    named = set(re.findall(r"(?:^|`)\s*make ([a-z-]+)", path.read_text(encoding="utf-8"), re.MULTILINE))
    assert named
    assert named <= TARGETS


def test_make_alone_lists_every_command_and_what_it_does() -> None:
    listing = subprocess.run(["make"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    described = dict(re.findall(r"^make ([a-z-]+) +(.+)$", listing, re.MULTILINE))
    assert set(described) == TARGETS
    assert all(described.values())


def test_the_commands_people_rely_on_exist() -> None:
    assert {
        "site",
        "serve",
        "test",
        "check",
        "demo",
        "bench",
        "bench-ledger",
        "lock",
        "help",
        "clean",
    } <= TARGETS


def test_a_strict_build_is_never_quiet() -> None:
    # MkDocs' --quiet drops warnings before --strict can count them, and a broken link would pass.
    builds = [line for line in MAKEFILE.splitlines() if "mkdocs build" in line]
    assert builds
    assert [line for line in builds if "--strict" not in line or re.search(r" (-q|--quiet)\b", line)] == []


def test_every_target_is_run_each_time_it_is_asked_for() -> None:
    phony = {name for line in re.findall(r"^\.PHONY: (.+)$", MAKEFILE, re.MULTILINE) for name in line.split()}
    assert phony >= TARGETS


@pytest.mark.parametrize("script", ["setup", "apt-install", "chromium", "lock", "run", "actionlint/run"])
def test_the_scripts_behind_make_may_be_run(script: str) -> None:
    path = ROOT / ".ci" / script
    assert path.read_text(encoding="utf-8").startswith("#!")
    assert path.stat().st_mode & 0o111
