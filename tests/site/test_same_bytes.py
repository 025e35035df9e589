"""One commit gives one site, byte for byte, wherever and with whichever engine it is built."""

import os
import shutil
import subprocess

import pytest

COMMIT_DAY = "2025-03-01T12:00:00+07:00"
"""After the end of the Tết campaign of 2025, which the build must notice."""


def difference(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    """Name the files that differ, with the first differing bytes."""
    found = [f"only in one: {name}" for name in sorted(one.keys() ^ other.keys())]
    for name in sorted(one.keys() & other.keys()):
        if one[name] != other[name]:
            pairs = enumerate(zip(one[name], other[name], strict=False))
            at = next((index for index, (a, b) in pairs if a != b), min(len(one[name]), len(other[name])))
            near = slice(max(0, at - 40), at + 40)
            found.append(f"{name} at {at}: {one[name][near]!r} / {other[name][near]!r}")
    return found


def git(folder, *arguments: str) -> None:
    environ = os.environ | {
        "GIT_AUTHOR_DATE": COMMIT_DAY,
        "GIT_COMMITTER_DATE": COMMIT_DAY,
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_SYSTEM": os.devnull,
    }
    who = ["-c", "user.name=Kiểm thử", "-c", "user.email=test@example.org", "-c", "init.defaultBranch=main"]
    subprocess.run(["git", *who, *arguments], cwd=folder, env=environ, check=True, capture_output=True)


@pytest.mark.parametrize("zone", ["America/New_York", "Asia/Tokyo"])
def test_folder_zone_language_and_hash_seed_change_no_byte(zone, moved_site, real_site, snapshot) -> None:
    assert difference(snapshot(real_site), snapshot(moved_site(zone))) == []


@pytest.mark.skipif(shutil.which("git") is None, reason="needs Git")
def test_two_clones_of_a_commit_build_to_the_same_bytes(tmp_path, copy_project, snapshot, parse_site) -> None:
    # An address makes the engine write canonical links and a filled sitemap.
    address = {"SITE_URL": "https://example.org/minh-bach/", "SOURCE_DATE_EPOCH": ""}
    first = copy_project(tmp_path / "first")
    shutil.copy2(first.root / "mkdocs.yml", first.root / "mkdocs.yml.orig")
    git(first.root, "init", "--quiet")
    git(first.root, "add", ".")
    git(first.root, "commit", "--quiet", "-m", "Nội dung")
    git(tmp_path, "clone", "--quiet", "first", "deeper/down/second")
    second = type(first)(tmp_path / "deeper/down/second")
    # Files in a clone are as old as the clone.
    os.utime(second.root / "data/results/2024.yml", (1, 1))

    one = first.build(TZ="America/New_York", LC_ALL="C", PYTHONHASHSEED="7", **address)
    other = second.build(TZ="Asia/Ho_Chi_Minh", LC_ALL="C.UTF-8", PYTHONHASHSEED="99", **address)

    assert one.returncode == 0, one.stderr
    assert other.returncode == 0, other.stderr
    assert difference(snapshot(first.site), snapshot(second.site)) == []
    assert (first.site / "sitemap.xml").read_text(encoding="utf-8").count("<loc>") > 10
    assert "Đã kết thúc" in parse_site(first.site)["chien-dich/tet-nhan-ai-2025/"].main.text


def test_properdocs_builds_the_same_site(project, real_site, snapshot) -> None:
    result = project.build(engine="properdocs")
    assert result.returncode == 0, result.stderr
    assert difference(snapshot(real_site), snapshot(project.site)) == []


def test_building_again_changes_no_byte(project, real_site, snapshot) -> None:
    for _time in range(2):
        assert project.build().returncode == 0
    assert difference(snapshot(real_site), snapshot(project.site)) == []
