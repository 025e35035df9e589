"""What whole-build and browser tests share: copies of the project, programs to run, the built site."""

import io
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from waiting import COMMAND_SECONDS, wait_for

REPOSITORY = Path(__file__).resolve().parents[1]
BUILD_TIME = "1737000000"
"""2025-01-16 in Viet Nam: while the Tết campaign of 2025 is running."""
DEMO_TIME = "1798700000"
"""The last day of 2026: after the last article of the made-up chapter, before its scheduled one."""
LEDGER_TIME = "1743400000"
"""2025-03-31 in Viet Nam: after one campaign of the chapter with ledgers, while another is running."""
ARTICLE = "news/2025/tong-ket-cong-tac-hoi-2024.md"
SCRIPT = "</title><script>alert(1)</script>"
IMAGE = '"><img src=x onerror=alert(1)>'
TEMPLATE = "{{ 7 * 7 }}{% raw %}"
HOSTILE = f"Chữ lạ {SCRIPT} {IMAGE} {TEMPLATE} &lt;b&gt; '\\"
CONTENT = ("data", "news", "docs")
COUNTER = "https://dem.example"
"""The made-up counter of views of ``counted_site``."""
SETTLED = (
    "SOURCE_DATE_EPOCH",
    "SITE_URL",
    "GITHUB_ACTIONS",
    "PYTHONHASHSEED",
    "PYTHONPATH",
    "PYTHONIOENCODING",
    "TZ",
)
"""What a test says itself, whatever surrounds it says."""

# No example is a failure because the machine is busy.
settings.register_profile("unhurried", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("unhurried")


@dataclass
class Chapter:
    """A folder with a chapter's content and the program, in which things can be broken."""

    root: Path
    env: dict[str, str] = field(default_factory=dict)

    @property
    def site(self) -> Path:
        return self.root / "site"

    def read(self, path: str) -> str:
        return (self.root / path).read_text(encoding="utf-8")

    def write(self, path: str, content: str | bytes) -> None:
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content.encode() if isinstance(content, str) else content)

    def replace(self, path: str, old: str, new: str, count: int = 1) -> None:
        """Replace ``old`` in a file, where it must stand ``count`` times."""
        text = self.read(path)
        assert text.count(old) == count, f"{old!r} stands {text.count(old)} times in {path}"
        self.write(path, text.replace(old, new))

    def environ(self, **env: str) -> dict[str, str]:
        around = {name: value for name, value in os.environ.items() if name not in SETTLED}
        return {
            **around,
            "PYTHONPATH": str(self.root / "hooks"),
            "PYTHONUTF8": "1",
            "NO_MKDOCS_2_WARNING": "1",
            "DISABLE_MKDOCS_2_WARNING": "true",
            "SOURCE_DATE_EPOCH": BUILD_TIME,
            **self.env,
            **env,
        }

    def python(
        self, *arguments: str | Path, env: dict[str, str] | None = None, cwd: Path | None = None
    ) -> Any:
        """Run Python in the chapter, or in ``cwd``."""
        command = [sys.executable, *map(str, arguments)]
        environ = {name: value for name, value in self.environ(**(env or {})).items() if value}
        return subprocess.run(
            command,
            cwd=cwd or self.root,
            env=environ,
            capture_output=True,
            encoding="utf-8",
            check=False,
            timeout=COMMAND_SECONDS,
        )

    def build(self, *options: str | Path, engine: str = "mkdocs", **env: str) -> Any:
        """Run a strict build. A variable set to "" is left out of its environment."""
        return self.python("-m", engine, "build", "--strict", *options, env=env)

    def minhbach(self, *arguments: str | Path, **env: str) -> Any:
        return self.python("-m", "minhbach", *arguments, env=env)


def make_copy(target: Path, *, content: bool = True) -> Chapter:
    """Copy the program, the settings and (unless not wanted) the content into ``target``."""
    target.mkdir(parents=True, exist_ok=True)
    shutil.copytree(REPOSITORY / "hooks", target / "hooks")
    shutil.copy2(REPOSITORY / "mkdocs.yml", target)
    for folder in CONTENT if content else ():
        shutil.copytree(REPOSITORY / folder, target / folder)
    return Chapter(target)


def files_of(folder: Path) -> dict[str, bytes]:
    """Return every file under ``folder`` by its path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold a lock that all worker processes see: a folder that only one of them can make."""

    def is_mine() -> bool:
        try:
            path.mkdir()
        except FileExistsError:
            return False
        return True

    wait_for(is_mine, f"{path} is free", seconds=2 * COMMAND_SECONDS)
    try:
        yield
    finally:
        path.rmdir()


def attempt(action: Callable[[], None]) -> str:
    """Carry out an action; return what went wrong, so that it is tried once and told wherever it matters."""
    try:
        action()
    except AssertionError as error:
        return str(error) or repr(error)
    return ""


@pytest.fixture(scope="session")
def once_per_run(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str, Callable[[Path], None]], Path]:
    """Return a function that has a folder made once, by whichever worker asks first."""
    shared = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        shared = shared.parent

    def make(name: str, fill: Callable[[Path], None]) -> Path:
        folder, done = shared / name, shared / f"{name}.done"
        with locked(shared / f"{name}.lock"):
            if not done.exists():
                folder.mkdir()
                done.write_text(attempt(lambda: fill(folder)), encoding="utf-8")
        if fault := done.read_text(encoding="utf-8"):
            pytest.fail(f"{name} could not be made: {fault}", pytrace=False)
        return folder

    return make


@pytest.fixture(scope="session")
def real_site(once_per_run: Any) -> Path:
    """The site of this repository's own content, built in place once in a run. Read it, never change it."""

    def fill(folder: Path) -> None:
        result = Chapter(REPOSITORY).build("--site-dir", folder / "site")
        assert result.returncode == 0, result.stderr

    return once_per_run("real-site", fill) / "site"


@pytest.fixture(scope="session")
def site_below(once_per_run: Any) -> Path:
    """The real site as it is built for an address below a host, as on GitHub Pages."""

    def fill(folder: Path) -> None:
        chapter = make_copy(folder / "project")
        result = chapter.build(SITE_URL="https://site.test/repo/")
        assert result.returncode == 0, result.stderr

    return once_per_run("site-below", fill) / "project" / "site"


@pytest.fixture(scope="session")
def counted_site(once_per_run: Any) -> Path:
    """The real site with a counter of views, as it is built for https://hoi.example/."""

    def fill(folder: Path) -> None:
        chapter = make_copy(folder / "project")
        organisation = chapter.read("data/organisation.yml")
        chapter.write("data/organisation.yml", f"{organisation}page_views: {{goatcounter: {COUNTER}}}\n")
        result = chapter.build(SITE_URL="https://hoi.example/")
        assert result.returncode == 0, result.stderr

    return once_per_run("counted-site", fill) / "project" / "site"


@pytest.fixture(scope="session")
def demo_chapter(once_per_run: Any) -> Chapter:
    """A made-up chapter of 45 articles with its built site. Read it, never change it."""

    def fill(folder: Path) -> None:
        chapter = make_copy(folder / "chapter", content=False)
        sizes = ["--articles", "45", "--years", "2", "--campaigns", "2", "--photos", "2"]
        sizes += ["--acknowledgments", "5", "--gifts", "150"]
        made = chapter.python(REPOSITORY / "examples/demo/generate.py", folder / "made", *sizes)
        assert made.returncode == 0, made.stderr
        for name in CONTENT:
            shutil.copytree(folder / "made" / name, chapter.root / name)
        # People who were made up must not stand under the name of a chapter that exists.
        made_settings = (folder / "made/mkdocs.yml").read_text(encoding="utf-8").splitlines()
        for name in ("site_name: ", "site_description: ", "copyright: "):
            (own,) = (line for line in chapter.read("mkdocs.yml").splitlines() if line.startswith(name))
            (its,) = (line for line in made_settings if line.startswith(name))
            chapter.replace("mkdocs.yml", own, its)
        result = chapter.build(SOURCE_DATE_EPOCH=DEMO_TIME)
        assert result.returncode == 0, result.stderr

    return Chapter(once_per_run("demo", fill) / "chapter")


@pytest.fixture(scope="session")
def ledger_site(once_per_run: Any) -> Path:
    """The site of a small made-up chapter that keeps every kind of ledger. Read it, never change it."""

    def fill(folder: Path) -> None:
        chapter = make_copy(folder / "chapter", content=False)
        shutil.copytree(REPOSITORY / "tests/ledger-chapter", chapter.root, dirs_exist_ok=True)
        result = chapter.build(SOURCE_DATE_EPOCH=LEDGER_TIME)
        assert result.returncode == 0, result.stderr

    return once_per_run("ledger-site", fill) / "chapter" / "site"


@pytest.fixture(scope="session")
def chapter_at() -> type[Chapter]:
    """Return what makes a chapter of a folder that holds one."""
    return Chapter


@pytest.fixture(scope="session")
def repository() -> Path:
    """The folder of this repository."""
    return REPOSITORY


@pytest.fixture
def project(tmp_path: Path) -> Chapter:
    """A copy of this repository's program and content, to break and build."""
    return make_copy(tmp_path / "project")


@pytest.fixture
def bare_project(tmp_path: Path) -> Chapter:
    """A copy of the program and the settings, without content."""
    return make_copy(tmp_path / "project", content=False)


@pytest.fixture
def snapshot() -> Callable[[Path], dict[str, bytes]]:
    """Every file under a folder, by its path."""
    return files_of


@pytest.fixture(scope="session")
def copy_project() -> Callable[..., Chapter]:
    """Return the function that copies program, settings and content into a folder."""
    return make_copy


@pytest.fixture(scope="session")
def make_photo() -> Callable[..., bytes]:
    """Return a function that makes a photo as a phone does: lying on its side, with place and maker noted."""

    def make(kind: str = "JPEG") -> bytes:
        from PIL import Image, TiffImagePlugin

        upright = Image.new("RGB", (1500, 2000), (200, 20, 20))
        upright.paste((20, 20, 200), (0, 1000, 1500, 2000))
        exif = Image.Exif()
        exif[0x010F] = "DienThoaiBiMat"
        exif[0x0112] = 6  # to be turned a quarter to the right
        degrees = tuple(TiffImagePlugin.IFDRational(number) for number in (21, 1, 41))
        exif[0x8825] = {1: "N", 2: degrees, 3: "E", 4: degrees}
        buffer = io.BytesIO()
        upright.transpose(Image.Transpose.ROTATE_90).save(buffer, kind, exif=exif.tobytes())
        return buffer.getvalue()

    return make


def line(words: str = "") -> str:
    """Write hostile words, with ``words`` before them to tell them apart, as a YAML string."""
    return json.dumps(f"{words} {HOSTILE}".strip(), ensure_ascii=False)


@pytest.fixture(scope="session")
def hostile_site(once_per_run: Any, make_photo: Any) -> Path:
    """The site of a chapter in which every free text is hostile."""

    def fill(folder: Path) -> None:
        chapter = make_copy(folder / "project")
        article = chapter.read(ARTICLE)
        _start, _matter, body = article.split("---\n", 2)
        matter = f"""\
title: {line("Tên bài")}
published: 2025-01-16 08:43
updated: 2025-01-17 08:43
section: tin-tuc-su-kien
author: quang-vinh
summary: {line("Tóm tắt")}
event: {{date: 2025-01-09, session: morning, name: {line("Sự kiện")}, place: {line("Nơi")}}}
campaigns: [tet-nhan-ai-2025, tet-nhan-ai-2024, hien-mau-2024]
tags: [{line("Chủ đề")}]
photos:
  - file: anh.jpg
    alt: {line("Mô tả")}
    caption: {line("Chú thích")}
    credit: {line("Người chụp")}
    basis: public-event
corrections:
  - {{kind: correction, date: 2025-01-17, text: {line("Đính chính")}}}
attachments:
  - {{file: van-ban.pdf, title: {line("Văn bản")}, number: {line("Số")}, issued_by: {line("Ban hành")}}}
"""
        chapter.write(ARTICLE, f"---\n{matter}---\n{body}\nMã viết ra: `{SCRIPT}` và `{IMAGE}`.\n")
        chapter.write(ARTICLE.removesuffix(".md") + "/anh.jpg", make_photo())
        chapter.write(ARTICLE.removesuffix(".md") + "/van-ban.pdf", b"%PDF-1.4\n%%EOF\n")
        english = f"title: {line('English')}\nsummary: {line('Summary')}\n"
        chapter.write(ARTICLE.replace(".md", ".en.md"), f"---\n{english}---\n\nText.\n")
        gone = f"title: {line('Bài gỡ')}\npublished: 2025-01-10 08:00\nsection: tin-tuc-su-kien\n"
        gone += f"summary: x\nwithdrawn: {{date: 2025-01-11, reason: {line('Lý do gỡ')}}}\n"
        chapter.write("news/2025/bai-go.md", f"---\n{gone}---\n")
        chapter.replace("data/authors.yml", "name: Quang Vinh", f"name: {line('Tác giả')}")
        chapter.replace("data/sections.yml", "name: Tin tức – Sự kiện", f"name: {line('Chuyên mục')}")
        chapter.replace("data/indicators.yml", "name: Suất quà Tết trao tặng", f"name: {line('Chỉ số')}")
        blood = "name: Đơn vị máu tiếp nhận\n  unit: "
        chapter.replace("data/indicators.yml", f"{blood}đơn vị máu", f"{blood}{line('đơn vị máu')}")
        chapter.replace("data/programmes.yml", "name: Tết Nhân ái\n", f"name: {line('Chương trình')}\n")
        chapter.replace(
            "data/campaigns/tet-nhan-ai-2025.yml", "name: Tết Nhân ái Xuân Ất Tỵ 2025", f"name: {line('Đợt')}"
        )
        chapter.replace(
            "data/results/2024.yml", "title: Kết quả công tác năm 2024", f"title: {line('Kết quả')}"
        )
        chapter.replace(
            "data/organisation.yml", "name: Hội Chữ thập đỏ quận Nam Từ Liêm", f"name: {line('Tên Hội')}"
        )
        chapter.replace("data/organisation.yml", "name: Phường Cầu Diễn", f"name: {line('Phường')}")
        chapter.replace("data/organisation.yml", "place: Hà Nội", f"place: {line('Địa bàn')}")
        chapter.replace("data/acknowledgments.yml", "who: Đại biểu dự hội nghị", f"who: {line('Ai')}")
        chapter.replace(
            "data/recognitions.yml", "title: Cờ thi đua xuất sắc năm 2024", f"title: {line('Cờ')}"
        )
        chapter.replace("docs/gioi-thieu.md", "title: Giới thiệu", f"title: {line('Tên trang')}")
        chapter.replace(
            "mkdocs.yml", "site_name: Hội Chữ thập đỏ quận Nam Từ Liêm", f"site_name: {line('Tên site')}"
        )
        settings = [
            f"site_description: {line('Mô tả site')}" if item.startswith("site_description:")
            else f"copyright: {line('Bản quyền')}" if item.startswith("copyright:")
            else item
            for item in chapter.read("mkdocs.yml").splitlines()
        ]  # fmt: skip
        chapter.write("mkdocs.yml", "\n".join(settings) + "\n")
        result = chapter.build()
        assert result.returncode == 0, result.stderr

    return once_per_run("hostile", fill) / "project" / "site"
