"""A build that fails leaves the published site as it was, byte for byte, and says why."""

import re
import shutil
from hashlib import sha256

import pytest

ARTICLE = "news/2025/tong-ket-cong-tac-hoi-2024.md"
FOOTER = "hooks/minhbach/theme/partials/footer.html"


@pytest.fixture
def published(project, real_site, snapshot):
    """A project whose site has been built, with one more file so that it differs from any new build."""
    shutil.copytree(real_site, project.site)
    project.write("site/dau-vet.txt", "bản đã dựng trước\n")
    return project, snapshot(project.site)


def place_of(chapter, path: str, text: str) -> tuple[int, int]:
    """Return line and column, from 1, of the only occurrence of ``text`` in a file."""
    content = chapter.read(path)
    assert content.count(text) == 1
    before = content[: content.index(text)]
    return before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1


def assert_recovers(chapter, snapshot, real_site) -> None:
    """Build again after the fix: everything is published, and nothing of the failed build."""
    result = chapter.build()
    assert result.returncode == 0, result.stderr
    assert snapshot(chapter.site) == snapshot(real_site)


def test_wrong_figure_in_an_article_stops_the_build_and_keeps_the_site(
    published, snapshot, real_site
) -> None:
    chapter, before = published
    chapter.replace(ARTICLE, "4.875", "4.857")
    line, column = place_of(chapter, ARTICLE, "4.857")

    result = chapter.build()

    assert result.returncode == 1
    assert "Traceback" not in result.stderr
    blocks = [block for block in result.stderr.split("\n\n") if "4.857" in block]
    assert blocks, result.stderr
    place = re.search(rf"{re.escape(ARTICLE)}:(\d+):(\d+)", blocks[0])
    assert place, blocks[0]
    assert int(place[1]) == line
    assert int(place[2]) in (column, column - 1), "the number, or the bracket before it"
    assert "4.875" in blocks[0]
    assert snapshot(chapter.site) == before

    chapter.replace(ARTICLE, "4.857", "4.875")
    assert_recovers(chapter, snapshot, real_site)


@pytest.mark.parametrize(
    ("path", "old", "new", "found"),
    [
        ("data/results/2024.yml", "3858", "3585", "3.585"),
        ("data/campaigns/tet-nhan-ai-2024.yml", "achievement: 400%", "achievement: 40", "data/campaigns"),
        ("docs/gioi-thieu.md", "## Khi có sai sót", "[đi](khong-co.md)", "docs/gioi-thieu.md"),
    ],
)
def test_error_anywhere_in_the_content_keeps_the_site(path, old, new, found, published, snapshot) -> None:
    chapter, before = published
    chapter.replace(path, old, new)
    result = chapter.build()
    assert result.returncode == 1
    assert found in result.stderr
    assert snapshot(chapter.site) == before


def test_failing_template_keeps_the_site(published, snapshot, real_site) -> None:
    chapter, before = published
    footer = chapter.read(FOOTER)
    chapter.write(
        FOOTER, footer + "{% if page and page.url.startswith('tin-tuc') %}{{ nothing.at.all }}{% endif %}"
    )
    result = chapter.build()
    assert result.returncode != 0
    assert snapshot(chapter.site) == before

    chapter.write(FOOTER, footer)
    assert_recovers(chapter, snapshot, real_site)


def test_strict_warning_of_the_engine_keeps_the_site(published, snapshot, real_site) -> None:
    chapter, before = published
    settings = chapter.read("mkdocs.yml")
    chapter.write("mkdocs.yml", f"{settings}nav: [tin-tuc/index.md, khong-co.md]\n")
    result = chapter.build()
    assert result.returncode == 1
    assert "khong-co.md" in result.stderr
    assert snapshot(chapter.site) == before

    chapter.write("mkdocs.yml", settings)
    assert_recovers(chapter, snapshot, real_site)


def test_first_build_that_fails_publishes_nothing(project) -> None:
    project.replace(ARTICLE, "4.875", "4.857")
    assert project.build().returncode == 1
    assert not project.site.exists()


def test_successful_build_leaves_nothing_beside_the_site(published) -> None:
    chapter, _before = published
    assert chapter.build().returncode == 0
    assert sorted(path.name for path in chapter.root.glob("site*")) == ["site"]
    assert not (chapter.site / "dau-vet.txt").exists()


def test_search_index_that_cannot_be_made_keeps_the_site(published, snapshot, real_site) -> None:
    chapter, before = published
    result = chapter.build(PAGEFIND_BINARY_PATH=str(chapter.root / "khong-co"))
    assert result.returncode == 1
    assert "Traceback" not in result.stderr
    assert "Không tạo được chỉ mục tìm kiếm" in result.stderr
    assert snapshot(chapter.site) == before
    staged = chapter.minhbach(
        "stage", chapter.root / "cay", PAGEFIND_BINARY_PATH=str(chapter.root / "khong-co")
    )
    assert staged.returncode == 1
    assert "Không tạo được chỉ mục tìm kiếm" in staged.stderr
    assert not (chapter.root / "cay").exists()
    assert_recovers(chapter, snapshot, real_site)


def test_page_that_is_too_heavy_stops_the_build_and_keeps_the_site(published, snapshot) -> None:
    chapter, before = published
    words = [sha256(str(row).encode()).hexdigest() for row in range(12_000)]
    lists = "\n\n".join(" ".join(words[start : start + 500]) for start in range(0, len(words), 500))
    text = chapter.read(ARTICLE)
    chapter.write(ARTICLE, f"{text}\n\n{lists}\n")

    result = chapter.build()

    assert result.returncode == 1
    assert "Traceback" not in result.stderr
    assert f"LỖI  {ARTICLE}:1:1  [trang-qua-nang]" in result.stderr
    assert re.search(r"“/tin-tuc/2025/tong-ket-cong-tac-hoi-2024/”, .* phải tải \d{3} KB", result.stderr)
    assert re.search(r"; assets/minhbach/site\.\w+\.css \d+,\d KB", result.stderr)
    assert "Chia thành nhiều trang" in result.stderr
    assert snapshot(chapter.site) == before

    chapter.write(ARTICLE, f"{text}\n\n{lists[: len(lists) // 8]}\n")
    result = chapter.build()
    assert result.returncode == 0, result.stderr
    assert re.search(r"^Bài viết \(chưa tính ảnh\) +1 ", result.stderr, re.MULTILINE)
    assert (chapter.site / "index.html").is_file()
