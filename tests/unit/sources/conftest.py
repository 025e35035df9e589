"""Repositories to remember articles."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

IDENTITY = ("-c", "user.name=mau", "-c", "user.email=mau@example.org")
START = datetime(2025, 1, 1, tzinfo=UTC)


@dataclass
class Repository:
    """A repository whose commits are an hour apart."""

    folder: Path
    hours: int = 0

    @property
    def now(self) -> datetime:
        return START + timedelta(hours=self.hours)

    def git(self, *arguments: str | Path) -> str:
        around = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
        when = self.now.isoformat()
        environ = {**around, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
        return subprocess.run(
            ["git", *IDENTITY, *map(str, arguments)],
            cwd=self.folder,
            env={**environ, "GIT_AUTHOR_DATE": when, "GIT_COMMITTER_DATE": when},
            check=True,
            capture_output=True,
            text=True,
        ).stdout

    def write(self, path: str, text: str = "chữ\n") -> None:
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def commit(self) -> datetime:
        """Commit everything as it is on disk; return when."""
        self.hours += 1
        self.git("add", "--all")
        self.git("commit", "-q", "--allow-empty", "-m", "sửa")
        return self.now

    def remove(self, path: str) -> datetime:
        """Remove a file and commit that."""
        (self.folder / path).unlink()
        return self.commit()


@pytest.fixture
def make_repository() -> Callable[[Path], Repository]:
    """Return a function that makes an empty repository in a folder."""

    def make(folder: Path) -> Repository:
        folder.mkdir()
        repository = Repository(folder)
        repository.git("init", "-q", "-b", "main")
        return repository

    return make


@pytest.fixture
def repository(make_repository, tmp_path: Path) -> Repository:
    """An empty repository."""
    return make_repository(tmp_path / "kho")
