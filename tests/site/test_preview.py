"""The live preview shows an edit after one build, and a broken one never takes the page away."""

import itertools
import os
import re
import signal
import socket
import subprocess
import sys
import threading
import urllib.error
import urllib.request
from collections.abc import Callable

import pytest

from waiting import GIVE_UP_SECONDS, wait_for

ARTICLE = "news/2025/tong-ket-cong-tac-hoi-2024.md"
NOTICED, BUILT = "Detected file changes", "Reloading browsers"
"""What the engine says before a build, and after it, also where it failed."""
WATCHED = re.compile("Watching paths for changes: (.+)")
LOOKED = "looked at what is there"
SERVE = f"""
import signal, sys
from watchdog.observers.polling import PollingEmitter
from mkdocs.__main__ import cli

begin = PollingEmitter.on_thread_start

def tell(emitter):
    begin(emitter)
    print("{LOOKED}", file=sys.stderr, flush=True)

signal.signal(signal.SIGINT, signal.default_int_handler)  # what runs in the background inherits none
PollingEmitter.on_thread_start = tell  # an edit before that would not be seen as one
cli(["serve", "--livereload", "--dev-addr", sys.argv[1]])
"""
NUMBERS = itertools.count(1)


class Preview:
    """A running preview of a chapter."""

    def __init__(self, chapter, port: int) -> None:
        self.address = f"http://127.0.0.1:{port}/"
        self.said: list[str] = []
        self.process = subprocess.Popen(
            [sys.executable, "-c", SERVE, f"127.0.0.1:{port}"],
            cwd=chapter.root,
            env=chapter.environ(PYTHONUNBUFFERED="1"),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )
        self.reader = threading.Thread(target=self._listen, daemon=True)
        self.reader.start()

    def _listen(self) -> None:
        assert self.process.stderr is not None
        for line in self.process.stderr:
            self.said.append(line)

    def close(self) -> None:
        self.process.send_signal(signal.SIGINT)
        try:
            self.process.wait(GIVE_UP_SECONDS)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.reader.join()
        assert self.process.stderr is not None
        self.process.stderr.close()

    def page(self, path: str) -> str:
        """Return a page; the engine answers when no build is under way. "" while nobody answers."""
        try:
            with urllib.request.urlopen(self.address + path, timeout=GIVE_UP_SECONDS) as answer:
                return re.sub(r"livereload\(\d+, \d+\)", "", answer.read().decode())
        except (urllib.error.URLError, ConnectionError):
            assert self.process.poll() is None, "".join(self.said)
            return ""

    def is_watching(self) -> bool:
        """Whether it has looked at everything that it watches."""
        told = WATCHED.search("".join(self.said))
        return told is not None and self.count(LOOKED) == len(told[1].split(", "))

    def count(self, words: str) -> int:
        """Count how often something was said so far."""
        return sum(words in line for line in self.said)

    def after_build(self, edit: Callable[[], None]) -> int:
        """Make an edit; return how many builds followed when the preview had seen it and was done."""
        before = self.count(BUILT)
        edit()
        wait_for(
            lambda: self.count(BUILT) > before and self.count(BUILT) == self.count(NOTICED),
            lambda: "the preview builds\n" + "".join(self.said[-20:]),
        )
        return self.count(BUILT) - before


@pytest.fixture
def preview(project):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    running = Preview(project, port)
    try:
        wait_for(running.is_watching, lambda: "the preview watches\n" + "".join(running.said))
        wait_for(lambda: running.page(""), lambda: "the preview answers\n" + "".join(running.said))
        yield project, running
    finally:
        running.close()


def replace(chapter, path: str, old: str, new: str) -> Callable[[], None]:
    """Return an edit as an editor makes it: the file is there whole before it takes the old one's place."""

    def edit() -> None:
        text = chapter.read(path)
        assert text.count(old) == 1
        chapter.write("edited", text.replace(old, new))
        (chapter.root / "edited").replace(chapter.root / path)

    return edit


def assert_edit_is_shown(chapter, running, path: str, old: str, page: str) -> None:
    """Put a new word behind ``old`` in a file: the one build that follows must show it."""
    word = f"Sửa{next(NUMBERS)}"
    assert running.after_build(replace(chapter, path, old, f"{old} {word}")) == 1
    assert word in running.page(page), "".join(running.said[-20:])


@pytest.mark.skipif(os.name == "nt", reason="ends the preview with a signal that Windows lacks")
def test_an_edit_is_shown_by_one_build_and_a_broken_one_keeps_the_last_good_page(preview) -> None:
    chapter, running = preview
    page = "tin-tuc/2025/tong-ket-cong-tac-hoi-2024/"
    for path, old, address in (
        (ARTICLE, "Hội kêu gọi các cơ quan", page),
        (
            "data/campaigns/tet-nhan-ai-2025.yml",
            "Vận động quà Tết Ất Tỵ 2025",
            "chien-dich/tet-nhan-ai-2025/",
        ),
        ("docs/gioi-thieu.md", "## Khi có sai sót", "gioi-thieu/"),
    ):
        assert_edit_is_shown(chapter, running, path, old, address)

    good = running.page(page)
    told = len(running.said)
    running.after_build(replace(chapter, ARTICLE, "4.875", "4.857"))
    assert any("4.857" in line for line in running.said[told:]), "the problem is told"
    assert any(re.search(rf"{re.escape(ARTICLE)}:\d+:\d+", line) for line in running.said[told:])
    assert running.process.poll() is None, "the preview goes on"
    assert running.page(page) == good
    assert running.page("chien-dich/"), "and so does every other page"

    running.after_build(replace(chapter, ARTICLE, "4.857", "4.875"))
    assert_edit_is_shown(chapter, running, ARTICLE, "cùng ủng hộ.", page)
    assert "4.875" in running.page(page)
