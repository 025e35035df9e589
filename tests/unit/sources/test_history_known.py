"""A history that is not known is said to be unknown; nothing around a repository misleads, delays or asks."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from minhbach.sources import git
from minhbach.sources.history import read_lost_articles


def paths(root: Path) -> list[str]:
    lost = read_lost_articles(root)
    assert lost is not None
    return [article.path for article in lost]


@pytest.mark.parametrize("place", ["outside", "missing", "bare", "empty"])
def test_without_a_history_nothing_is_known(repository, tmp_path: Path, place: str) -> None:
    roots = {name: tmp_path / name for name in ("outside", "missing", "bare")} | {"empty": repository.folder}
    (tmp_path / "outside").mkdir()
    repository.write("news/2025/a.md")
    repository.git("init", "-q", "--bare", tmp_path / "bare")
    assert read_lost_articles(roots[place]) is None


def test_a_shallow_clone_knows_too_little(repository, tmp_path: Path) -> None:
    repository.write("news/2025/a.md")
    repository.commit()
    repository.remove("news/2025/a.md")
    address = repository.folder.as_uri()
    repository.git("clone", "-q", "--depth", "1", address, tmp_path / "nong")
    assert read_lost_articles(tmp_path / "nong") is None
    repository.git("clone", "-q", address, tmp_path / "sau")
    assert paths(tmp_path / "sau") == ["news/2025/a.md"]


def test_a_clone_without_old_contents_knows_too_little_and_fetches_none(repository, tmp_path: Path) -> None:
    repository.write("news/2025/a.md")
    repository.commit()
    repository.remove("news/2025/a.md")
    repository.git("config", "uploadpack.allowFilter", "true")
    clone = tmp_path / "thieu"
    repository.git("clone", "-q", "--filter=blob:none", repository.folder.as_uri(), clone)
    assert read_lost_articles(clone) is None
    assert "?" in repository.git("-C", clone, "rev-list", "--objects", "--all", "--missing=print")
    repository.git("-C", clone, "show", "HEAD~1:news/2025/a.md")  # fetched on purpose
    assert paths(clone) == ["news/2025/a.md"]


def test_without_the_program_nothing_is_known(
    repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository.write("news/2025/a.md")
    repository.commit()
    monkeypatch.setenv("PATH", str(tmp_path / "khong-co-gi"))
    assert read_lost_articles(repository.folder) is None


@pytest.mark.skipif(os.name == "nt", reason="the slow program is a script")
def test_a_program_that_does_not_answer_is_not_waited_for(
    repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "bin" / "git"
    program.parent.mkdir()
    over = tmp_path / "over"
    lines = (f"#!{sys.executable}", "import time", "time.sleep(600)", f"open({str(over)!r}, 'w').close()")
    program.write_text("\n".join(lines), encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{program.parent}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setattr(git, "TIMEOUT_SECONDS", 0.2)
    assert read_lost_articles(repository.folder) is None
    assert not over.exists(), "the program would still have run"


def test_the_variables_of_a_surrounding_hook_do_not_mislead(
    repository, make_repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository.write("news/2025/a.md")
    repository.commit()
    repository.remove("news/2025/a.md")
    other = make_repository(tmp_path / "khac")
    other.write("news/2025/khac.md")
    other.commit()
    other.remove("news/2025/khac.md")
    monkeypatch.setenv("GIT_DIR", str(other.folder / ".git"))
    monkeypatch.setenv("GIT_WORK_TREE", str(other.folder))
    monkeypatch.setenv("GIT_INDEX_FILE", str(other.folder / ".git/index"))
    monkeypatch.setenv("GIT_PREFIX", "news/")
    monkeypatch.setenv("GIT_LITERAL_PATHSPECS", "1")
    assert paths(repository.folder) == ["news/2025/a.md"]


def test_the_settings_of_the_user_change_nothing(repository) -> None:
    repository.write("news/2025/a.md", "như nhau\n" * 30)
    repository.commit()
    repository.write("news/2025/b.md", "b")  # alone in its commit, which log.follow takes for a rename
    repository.commit()
    repository.git("mv", "news/2025/a.md", "news/2025/c.md")
    repository.commit()
    (repository.folder / "news/2025/b.md").unlink()
    for setting in (
        "log.follow=true",
        "log.showRoot=false",
        "log.showSignature=true",
        "log.diffMerges=combined",
        "log.date=relative",
        "diff.renames=copies",
        "diff.relative=false",
        "diff.noprefix=true",
        "color.ui=always",
        "format.pretty=fuller",
        "core.quotePath=true",
    ):
        repository.git("config", *setting.split("="))
    assert paths(repository.folder) == ["news/2025/a.md", "news/2025/b.md"]


@pytest.mark.skipif(os.name == "nt", reason="the program is a shell script")
def test_signatures_are_not_looked_at_even_where_the_user_wants_it(repository, tmp_path: Path) -> None:
    repository.write("news/2025/a.md")
    repository.commit()
    repository.remove("news/2025/a.md")
    head, message = repository.git("cat-file", "commit", "HEAD").split("\n\n", 1)
    signature = "gpgsig -----BEGIN PGP SIGNATURE-----\n \n mau\n -----END PGP SIGNATURE-----"
    (tmp_path / "commit").write_text(f"{head}\n{signature}\n\n{message}", encoding="utf-8")
    signed = repository.git("hash-object", "-t", "commit", "-w", tmp_path / "commit").strip()
    repository.git("reset", "-q", "--hard", signed)
    program = tmp_path / "xem-chu-ky"
    program.write_text('#!/bin/sh\necho gọi >>"$0.goi"\n', encoding="utf-8")
    program.chmod(0o755)
    repository.git("config", "gpg.program", program)
    repository.git("config", "log.showSignature", "true")
    assert paths(repository.folder) == ["news/2025/a.md"]
    assert not (tmp_path / "xem-chu-ky.goi").exists()
    repository.git("log", "-1")
    assert (tmp_path / "xem-chu-ky.goi").exists()  # git alone would have asked it
