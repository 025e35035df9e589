"""Every kind of problem, shown by a folder that has it and a twin that does not.

``tests/cases/base`` is a small complete repository. A case lays the files of its ``fail`` or ``pass`` folder
over it; ``DELETE`` lists paths to remove, ``BUILDER`` names a function below for what no folder can hold,
``STAGE`` asks for what only the finished pages show. The report on ``fail`` must be exactly ``expected.txt``.
After an intended change:

    MINHBACH_UPDATE_GOLDENS=1 python -m pytest tests/unit/problems/test_cases.py

and read every changed ``expected.txt``: its places, its words and its remedy.
"""

from __future__ import annotations

import io
import os
import re
import shutil
import string
import subprocess
from collections.abc import Callable
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from minhbach.background import Background
from minhbach.build import SiteBuild
from minhbach.gather import gather_site
from minhbach.language import read_catalogue
from minhbach.language.catalogue import LOCALE_DIR
from minhbach.problems import kinds
from minhbach.problems.problem import Kind
from minhbach.problems.report import format_report
from minhbach.weight.judging import judge_bodies

CASES_DIR = Path(__file__).resolve().parents[2] / "cases"
GUIDE = Path(__file__).resolve().parents[3] / "docs-dev" / "staff-guide.md"
CASES = sorted(path for path in CASES_DIR.glob("*/*/") if path.parent.name != "base")
BUILD_TIME = {"SOURCE_DATE_EPOCH": "1764000000"}
ARTICLE = "news/2025/bai-thu.md"
LETTERS = str.maketrans("0123456789", "ghiklmnopq")
HEAD = "---\ntitle: Bài thử\npublished: 2025-02-03 09:00\nsection: tin-tuc\nsummary: Bài để kiểm thử.\n"

# What no folder in a repository can hold --------------------------------------------------------------------


def _write(root: Path, content: str | bytes, path: str = ARTICLE) -> None:
    (root / path).write_bytes(content.encode() if isinstance(content, str) else content)


def link_outside(root: Path) -> None:
    (root.parent / "ngoai.md").write_text("bí mật", encoding="utf-8")
    (root / ARTICLE).symlink_to(root.parent / "ngoai.md")
    (root / "news/2025/bai-mau/anh-rieng.jpg").symlink_to(root.parent / "ngoai.md")


def link_inside(root: Path) -> None:
    _write(root, f"{HEAD}---\n\nNội dung.\n", "news/2025/bai-that.md")
    (root / "docs/bai-that.jpg").symlink_to(root / "news/2025/bai-mau/anh-mau.jpg")


def broken_link(root: Path) -> None:
    (root / ARTICLE).symlink_to(root / "news/2025/khong-co.md")


def front_matter_10_mb(root: Path) -> None:
    _write(root, f"{HEAD}note: {'x' * 10_000_000}\n---\n\nNội dung.\n")


def front_matter_60000(root: Path) -> None:
    _write(root, f"{HEAD}note: {'x' * 60_000}\n---\n\nNội dung.\n")


def old_encoding(root: Path) -> None:
    _write(root, f"{HEAD}---\n\nN".encode() + "ội dung".encode("utf-16-le"))


def nul(root: Path) -> None:
    _write(root, f"{HEAD}---\n\nNội\0 dung.\n")


def private_use(root: Path) -> None:
    _write(root, f"{HEAD}---\n\nXem [\ue0101](\ue010value\ue011x\ue012).\n")


def brackets_50000(root: Path) -> None:
    _write(root, "[" * 50_000 + "]" * 50_000, "data/recognitions.yml")


def brackets_in_text(root: Path) -> None:
    _write(root, f"{HEAD}---\n\n" + f"Nội dung.\n\n{'[' * 49_000}\n\n" * 18)


def lines_1002(root: Path) -> None:
    _write(root, f"{HEAD}---\n\nNội dung.\n\n" + "Dòng.\n" * 1002)


PHOTO = "photos: [{file: anh, alt: Một ô màu., caption: Ảnh mẫu., credit: Ảnh mẫu, basis: no-people}]\n"


def _with_photo(root: Path, name: str, content: bytes) -> None:
    """Write an article with one photo."""
    photo = PHOTO.replace("file: anh", f"file: {name}")
    _write(root, f"{HEAD}{photo}---\n\nNội dung.\n")
    (root / "news/2025/bai-thu").mkdir()
    _write(root, content, f"news/2025/bai-thu/{name}")


def _image(kind: str, size: tuple[int, int] = (20, 10), **options: Any) -> bytes:
    buffer = io.BytesIO()
    Image.new("1" if kind == "PNG" else "RGB", size).save(buffer, kind, **options)
    return buffer.getvalue()


def not_a_photo(root: Path) -> None:
    _with_photo(root, "anh-hong.jpg", "không phải ảnh".encode())


def photo_cut_in_its_header(root: Path) -> None:
    _with_photo(root, "anh-hong.jpg", _image("JPEG")[:40])


def animation(root: Path) -> None:
    frames = [Image.new("RGB", (20, 10), colour) for colour in ("red", "blue")]
    _with_photo(root, "anh-dong.webp", _image("WEBP", save_all=True, append_images=frames))


def decompression_bomb(root: Path) -> None:
    content = _image("PNG", (20_000, 20_000))
    assert len(content) < 100_000
    _with_photo(root, "bom.png", content)


def photo_of_101_mb(root: Path) -> None:
    _with_photo(root, "anh-nang.jpg", _image("JPEG"))
    os.truncate(root / "news/2025/bai-thu/anh-nang.jpg", 101_000_000)


def heic_photo(root: Path) -> None:
    import pillow_heif

    pillow_heif.register_heif_opener()
    _with_photo(root, "IMG_0001.HEIC", _image("HEIF"))


def other_formats(root: Path) -> None:
    (root / "docs/anh").mkdir()
    for kind in ("TIFF", "GIF", "BMP", "AVIF"):
        _write(root, _image(kind), f"docs/anh/anh.{kind.lower()}")


def _git(root: Path, *arguments: str) -> None:
    identity = ["-c", "user.name=mau", "-c", "user.email=mau@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *identity, *arguments], cwd=root, check=True, capture_output=True)


def article_gone(root: Path) -> None:
    """An article was committed and published, and its file removed."""
    _write(root, f"{HEAD}---\n\nNội dung.\n", "news/2025/bai-da-xoa.md")
    _git(root, "init", "-q")
    _git(root, "add", ".")
    _git(root, "commit", "-qm", "Bài mẫu")
    (root / "news/2025/bai-da-xoa.md").unlink()


def article_moved(root: Path) -> None:
    """The same, with another article that names the old address."""
    article_gone(root)
    _write(root, f"{HEAD}aliases: [/tin-tuc/2025/bai-da-xoa/]\n---\n\nNội dung.\n")


LEDGER = "receipt,date,fund,amount_vnd,kind,refers_to\n"
CLOSED = [
    "PT-1,2025-01-10,quy-nhan-dao,500000,,",
    "PT-2,2025-01-11,quy-nhan-dao,700000,,",
    "PT-3,2025-01-12,quy-nhan-dao,900000,,",
]


UNNUMBERED = ",2025-01-13,quy-nhan-dao,300000,,"


def _close_january(
    root: Path, rows: list[str], more: list[str] | None = None, *, has_notes: bool = False
) -> None:
    """Gifts, ``more`` too, were committed and January closed; now the ledger holds ``rows``."""
    head = LEDGER.replace("\n", ",note\n") if has_notes else LEDGER
    closed = [f"{row}," for row in CLOSED] if has_notes else CLOSED
    funds = root / "data/funds.yml"
    (root / "data/gifts").mkdir()
    _write(root, head + "\n".join([*closed, *(more or [])]) + "\n", "data/gifts/2025.csv")
    _git(root, "init", "-q")
    _git(root, "add", ".")
    _git(root, "commit", "-qm", "Sổ tháng Một")
    text = funds.read_text(encoding="utf-8")
    _write(
        root,
        text.replace("opening_vnd: 1000000", "opening_vnd: 1000000\n  closed_through: 2025-01-31"),
        "data/funds.yml",
    )
    _git(root, "commit", "-qam", "Khoá sổ tháng Một")
    _write(root, head + "\n".join(rows) + "\n", "data/gifts/2025.csv")


def closed_row_changed(root: Path) -> None:
    _close_january(root, [CLOSED[0], "PT-2,2025-01-11,quy-nhan-dao,700001,,"])


def closed_row_corrected(root: Path) -> None:
    _close_january(root, [*CLOSED, "PT-4,2025-02-03,,1,correction,PT-2"])


def closed_row_without_number_changed(root: Path) -> None:
    """A gift without a receipt is known by what counts of it; the first of two equal ones is gone."""
    both = [f"{UNNUMBERED},lần {number}" for number in (1, 2)]
    _close_january(root, [*(f"{row}," for row in CLOSED), both[1]], both, has_notes=True)


def closed_row_without_number_added(root: Path) -> None:
    _close_january(root, [*CLOSED, UNNUMBERED, ",2025-01-20,quy-nhan-dao,1,,"], [UNNUMBERED])


def closed_row_without_number_later(root: Path) -> None:
    _close_january(root, [*CLOSED, UNNUMBERED, ",2025-02-20,quy-nhan-dao,1,,"], [UNNUMBERED])


def tables_of_14000_rows(root: Path) -> None:
    _write(root, f"{HEAD}---\n\n{_tables(20)}")


def tables_of_1400_rows(root: Path) -> None:
    _write(root, f"{HEAD}---\n\n{_tables(2)}")


def _tables(count: int) -> str:
    """Return tables of 700 rows of made-up words, as different as a list of names."""
    names = [sha256(str(row).encode()).hexdigest().translate(LETTERS) for row in range(count * 700)]
    rows = [f"| {name[:7]} {name[7:14]} | {name[14:20]} |" for name in names]
    heads = ["| Họ tên | Nơi ở |", "|---|---|"]
    return "\n".join(
        line for start in range(0, len(rows), 700) for line in (*heads, *rows[start : start + 700], "")
    )


def closed_row_added(root: Path) -> None:
    _close_january(root, [*CLOSED, "PT-4,2025-01-20,quy-nhan-dao,1,,"])


BUILDERS: dict[str, Callable[[Path], None]] = {
    builder.__name__: builder
    for builder in (
        link_outside,
        link_inside,
        broken_link,
        front_matter_10_mb,
        front_matter_60000,
        old_encoding,
        nul,
        private_use,
        brackets_50000,
        brackets_in_text,
        lines_1002,
        not_a_photo,
        article_gone,
        article_moved,
        photo_cut_in_its_header,
        animation,
        decompression_bomb,
        photo_of_101_mb,
        heic_photo,
        other_formats,
        closed_row_changed,
        closed_row_corrected,
        closed_row_added,
        closed_row_without_number_changed,
        closed_row_without_number_added,
        closed_row_without_number_later,
        tables_of_14000_rows,
        tables_of_1400_rows,
    )
}

# The cases --------------------------------------------------------------------------------------------------


def report_on(overlay: Path, tmp_path: Path) -> str:
    """Return the Vietnamese report on the base repository with ``overlay`` laid over it."""
    root = tmp_path / "kho"
    return find_report(root, is_staged=lay_out(overlay, root))


def lay_out(overlay: Path, root: Path) -> bool:
    """Lay ``overlay`` over the base repository at ``root``; whether its report is one of finished pages."""
    shutil.copytree(CASES_DIR / "base", root)
    shutil.copytree(overlay, root, dirs_exist_ok=True, ignore=shutil.ignore_patterns(".gitkeep"))
    for path in _take(root / "DELETE"):
        (root / path).unlink()
    for builder in _take(root / "BUILDER"):
        BUILDERS[builder](root)
    return bool(_take(root / "STAGE"))


def find_report(root: Path, *, is_staged: bool = False) -> str:
    """Return the Vietnamese report on the repository at ``root``."""
    catalogue = read_catalogue("vi")
    gathered = gather_site(root, BUILD_TIME)
    problems = [*gathered.problems]
    if is_staged and gathered.is_publishable:
        build = SiteBuild(root, gathered, catalogue, Background(processes=0))
        problems += judge_bodies(build.pages, build.list_origins())
    return format_report(problems, catalogue)


@pytest.fixture(scope="module")
def fail_report(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Path], tuple[str, Path]]:
    """The report on a case's ``fail`` folder, made once, and the repository it is of."""

    @cache
    def report(case: Path) -> tuple[str, Path]:
        folder = tmp_path_factory.mktemp("ca")
        return report_on(case / "fail", folder), folder / "kho"

    return report


def _take(path: Path) -> list[str]:
    lines = path.read_text(encoding="utf-8").split() if path.exists() else []
    path.unlink(missing_ok=True)
    return lines


def _name(case: Path) -> str:
    return f"{case.parent.name}/{case.name}"


@pytest.mark.parametrize("case", CASES, ids=_name)
def test_the_report_on_a_failing_case_is_the_expected_one(case: Path, fail_report) -> None:
    report = fail_report(case)[0] + "\n"
    golden = case / "expected.txt"
    if os.environ.get("MINHBACH_UPDATE_GOLDENS") == "1":
        assert not os.environ.get("CI"), "expected reports are only written where someone reads them"
        golden.write_text(report, encoding="utf-8", newline="\n")
    assert report == golden.read_text(encoding="utf-8")
    assert f"[{case.parent.name}]" in report or case.parent.name.startswith("_")


@pytest.mark.parametrize("case", CASES, ids=_name)
def test_its_twin_has_no_problem(case: Path, tmp_path: Path) -> None:
    assert report_on(case / "pass", tmp_path) == ""


def test_the_base_has_no_problem(tmp_path: Path) -> None:
    (tmp_path / "nothing").mkdir()
    assert report_on(tmp_path / "nothing", tmp_path) == ""


@pytest.mark.parametrize("case", CASES, ids=_name)
def test_every_place_in_a_report_lies_within_its_file(case: Path, fail_report) -> None:
    report, root = fail_report(case)
    places = re.findall(r"^(?:LỖI|CẢNH BÁO)  (.+):(\d+):(\d+)  \[", report, re.MULTILINE)
    assert places
    for path, line, column in places:
        file = root / path
        if (line, column) == ("1", "1"):
            continue
        text = file.read_bytes().decode("utf-8", "replace").split("\n")[int(line) - 1]
        assert int(column) <= len(text) + 1


# The kinds --------------------------------------------------------------------------------------------------

FOLDERS = {path.parent.name for path in CASES if not path.parent.name.startswith("_")}
CODES = {kind.code for kind in kinds.ALL}


def test_every_kind_has_a_case_and_every_case_a_kind() -> None:
    assert FOLDERS == CODES


def test_every_code_is_given_once() -> None:
    assert len(CODES) == len(kinds.ALL)
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", code) for code in CODES)


def test_every_kind_has_a_section_in_the_staff_guide_and_every_section_a_kind() -> None:
    sections = re.findall(r"^### `([a-z0-9-]+)`", GUIDE.read_text(encoding="utf-8"), re.MULTILINE)
    assert sorted(sections) == sorted(CODES)


@pytest.mark.parametrize("kind", kinds.ALL, ids=lambda kind: kind.code)
def test_every_kind_is_told_in_vietnamese_with_all_its_details(kind: Kind) -> None:
    catalogue = read_catalogue("vi")
    for key in (kind.message, kind.remedy):
        words = catalogue.gettext(key)
        assert words != key
        assert _fields(words) == _fields(key)


def test_the_catalogue_holds_no_words_that_nothing_says() -> None:
    sources = "".join(path.read_text(encoding="utf-8") for path in LOCALE_DIR.parents[1].rglob("*.py"))
    text = (LOCALE_DIR / "vi" / "LC_MESSAGES" / "problems.po").read_text(encoding="utf-8")
    keys = re.findall(r'^msgid "(.+)"$', text, re.MULTILINE)
    assert len(keys) == len(set(keys))
    assert [key for key in keys if key.replace('\\"', '"') not in sources] == []


def test_the_vietnamese_words_use_vietnamese_quotation_marks() -> None:
    for kind in kinds.ALL:
        for key in (kind.message, kind.remedy):
            assert not set("«»…'") & set(read_catalogue("vi").gettext(key)) - {"…"}


def _fields(message: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(message) if name}
