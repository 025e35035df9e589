"""The time of a build comes from the environment, the commit or the content, never from the wall clock."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from minhbach.background import Background
from minhbach.clock import BuildTimeError, read_build_time
from minhbach.records.contents import read_contents

ARTICLE = "---\ntitle: a\npublished: 2024-02-29 07:05\nsection: s\nsummary: b\n---\n\nThân bài.\n"


@pytest.fixture
def chapter(tmp_path: Path) -> Path:
    (tmp_path / "news/2024").mkdir(parents=True)
    (tmp_path / "news/2024/a.md").write_text(ARTICLE, encoding="utf-8")
    return tmp_path


def time_of(chapter: Path, **environ: str) -> str:
    contents = read_contents(chapter, Background(processes=0))
    return read_build_time(chapter, contents, environ).isoformat()


def test_the_environment_goes_first_and_is_put_into_viet_nams_time(chapter: Path) -> None:
    assert time_of(chapter, SOURCE_DATE_EPOCH="0") == "1970-01-01T07:00:00+07:00"


def test_an_unreadable_environment_is_a_fault(chapter: Path) -> None:
    with pytest.raises(BuildTimeError, match="yesterday"):
        time_of(chapter, SOURCE_DATE_EPOCH="yesterday")


def test_without_git_the_newest_article_decides(chapter: Path) -> None:
    assert time_of(chapter) == "2024-02-29T07:05:00+07:00"


def test_without_anything_there_is_still_a_fixed_time(tmp_path: Path) -> None:
    assert time_of(tmp_path) == "2025-01-01T00:00:00+07:00"


def test_the_commit_goes_before_the_articles(chapter: Path) -> None:
    when = "2025-03-04T05:06:07+00:00"
    identity = {"GIT_AUTHOR_NAME": "m", "GIT_AUTHOR_EMAIL": "m@example.org", "GIT_CONFIG_GLOBAL": "/dev/null"}
    identity |= {"GIT_COMMITTER_NAME": "m", "GIT_COMMITTER_EMAIL": "m@example.org", "PATH": _path()}
    for command in (["init", "-q"], ["add", "."], ["commit", "-qm", "a"]):
        environ = {**identity, "GIT_AUTHOR_DATE": when, "GIT_COMMITTER_DATE": when}
        subprocess.run(["git", *command], cwd=chapter, check=True, env=environ)
    assert time_of(chapter) == "2025-03-04T12:06:07+07:00"


def _path() -> str:
    import os

    return os.environ["PATH"]
