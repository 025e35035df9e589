"""The lock files: exact, hashed, tied to no one place, and in step with pyproject.toml and each other."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]
LOCKS = ["requirements.lock", "requirements-test.lock"]
PINNED = re.compile(r"(?P<name>[a-z0-9][a-z0-9.-]*)==(?P<version>[^\s;]+)(?: ; [^\\]+)?")
HASH = re.compile(r"--hash=sha256:[0-9a-f]{64}")


def entries(lock: str) -> list[str]:
    """The requirements of a lock file, each on one line with its hashes, comments left out."""
    lines = (ROOT / lock).read_text(encoding="utf-8").splitlines()
    bare = "\n".join(line for line in lines if not line.lstrip().startswith("#"))
    return bare.replace("\\\n", " ").strip().splitlines()


def locked(lock: str) -> dict[str, tuple[str, frozenset[str]]]:
    """Name -> (version, hashes)."""
    found = {}
    for entry in entries(lock):
        pin = PINNED.match(entry)
        assert pin, f"{lock}: not an exact version: {entry[:80]}"
        found[pin["name"]] = (pin["version"], frozenset(HASH.findall(entry)))
    return found


@pytest.mark.parametrize("lock", LOCKS)
def test_every_locked_package_has_an_exact_version_and_hashes(lock: str) -> None:
    packages = locked(lock)
    assert packages
    assert [name for name, (_, hashes) in packages.items() if not hashes] == []


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_holds_nothing_but_versions_and_hashes(lock: str) -> None:
    for entry in entries(lock):
        rest = HASH.sub("", PINNED.sub("", entry, count=1))
        assert rest.strip() == "", entry[:120]


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_no_place_to_download_from(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    assert re.findall(r"https?:|file:|--(?:extra-)?index|--find-links|--trusted-host", text) == []


def test_compiled_packages_are_locked_for_many_systems() -> None:
    # A lock made from one machine's own files would hold a hash or two.
    assert len(locked("requirements.lock")["numpy"][1]) > 20


def test_the_test_lock_is_the_run_time_lock_and_more() -> None:
    run_time, test = (locked(lock) for lock in LOCKS)
    assert {name: test.get(name) for name in run_time} == run_time
    assert set(test) > set(run_time)


@pytest.mark.parametrize("lock", LOCKS)
def test_the_locks_satisfy_pyproject(lock: str) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = list(project["project"]["dependencies"])
    if lock == "requirements-test.lock":
        wanted += project["dependency-groups"]["test"]
    packages = locked(lock)
    for requirement in map(Requirement, wanted):
        version, _ = packages[canonicalize_name(requirement.name)]
        assert requirement.specifier.contains(version), f"{requirement} but locked {version}: make lock"
