"""Pages over their budget are found whatever makes them heavy, and the table tells what was weighed."""

import gzip
import random
from hashlib import sha256
from pathlib import Path

import pytest

from minhbach.language import read_catalogue
from minhbach.outputs.model import Page
from minhbach.problems.problem import Position
from minhbach.problems.report import format_report
from minhbach.weight.budgets import BUDGETS, MOST_REQUESTS, budget_of
from minhbach.weight.judging import MOST_WEIGHED, judge_bodies, judge_pages, write_kilobytes
from minhbach.weight.telling import format_table
from minhbach.weight.weighing import Folder, Scales, compressed_size

HEAD = '<link rel="stylesheet" href="../../../a.css"><script src="../../../a.js" type="module"></script>'


def noise(size: int, seed: int = 0) -> bytes:
    """Return bytes that do not compress."""
    return random.Random(seed).randbytes(size)


def words(count: int, seed: int = 0) -> str:
    """Return ``count`` different words, of which each takes about 5 bytes compressed."""
    return " ".join(sha256(f"{seed} {index}".encode()).hexdigest()[:8] for index in range(count))


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site with styles, two scripts and a photo."""
    (tmp_path / "a.css").write_text("p { color: red }" * 100, encoding="utf-8")
    (tmp_path / "a.js").write_text('import "./b.js";', encoding="utf-8")
    (tmp_path / "b.js").write_text("export const b = 1;", encoding="utf-8")
    (tmp_path / "anh").mkdir()
    (tmp_path / "anh/a.webp").write_bytes(noise(160_000))
    return tmp_path


def add(site: Path, address: str, html: str) -> None:
    (site / address).mkdir(parents=True, exist_ok=True)
    (site / address / "index.html").write_text(html, encoding="utf-8")


def judge(site: Path, **pages: str):
    """Judge pages, each at /x/y/<name>/, given by name and kind."""
    return judge_pages([(f"x/y/{name}/", kind) for name, kind in pages.items()], Folder(site), {})


def test_weight_is_what_is_sent_with_gzip(site) -> None:
    html = f"{HEAD}<p>{words(1000)}</p>"
    add(site, "x/y/a/", html)
    (row,) = judge(site, a="article").rows
    expected = sum(
        len(gzip.compress(text, 6))
        for text in (html.encode(), *((site / name).read_bytes() for name in ("a.css", "a.js", "b.js")))
    )
    assert row.heaviest == pytest.approx(expected, abs=4)
    assert row.requests == 4


def test_photos_count_where_the_budget_says_so(site) -> None:
    add(site, "x/y/a/", '<img src="../../../anh/a.webp" alt="">')
    assert judge(site, a="article").problems == ()
    assert judge(site, a="article").rows[0].heaviest < 200
    assert judge(site, a="news").rows[0].heaviest > 160_000
    assert [problem.details["weight"] for problem in judge(site, a="campaign").problems] == ["160"]


@pytest.mark.parametrize("count", [25_000, 40_000])
def test_page_is_held_against_its_compressed_size(site, count) -> None:
    """Both texts are larger than the limit as they are."""
    html = f"<p>{words(count)}</p>"
    add(site, "x/y/a/", html)
    size = compressed_size(html.encode())
    assert len(html) > 150_000
    assert bool(judge(site, a="article").problems) is (size > 150_000)
    assert (count == 40_000) is (size > 150_000)


def test_each_page_of_many_is_held_against_the_limit(site) -> None:
    pages = {f"p{index}": "article" for index in range(3 * MOST_WEIGHED)}
    for index, name in enumerate(pages):
        add(site, f"x/y/{name}/", f"<p>{words(40_000 if index == 100 else 10, index)}</p>")
    judgement = judge(site, **pages)
    assert [problem.details["address"] for problem in judgement.problems] == ["x/y/p100/"]
    (row,) = judgement.rows
    assert (row.pages, row.is_sample, row.address) == (3 * MOST_WEIGHED, True, "x/y/p100/")
    assert row.median < 300


def test_too_many_files_are_too_much(site) -> None:
    scripts = "".join(f'<script src="../../../{index}.js"></script>' for index in range(MOST_REQUESTS))
    for index in range(MOST_REQUESTS):
        (site / f"{index}.js").write_text("", encoding="utf-8")
    add(site, "x/y/a/", scripts)
    add(site, "x/y/b/", scripts.partition("</script>")[2])
    judgement = judge(site, a="article", b="article")
    assert [problem.details["address"] for problem in judgement.problems] == ["x/y/a/"]
    assert judgement.rows[0].requests == MOST_REQUESTS + 1


def test_problem_says_what_is_heavy_and_where_to_change_it(site) -> None:
    chart = f'<figure class="mb-chart"><svg>{words(20_000)}</svg><table><tr><td>1</td></tr></table></figure>'
    rows = "".join(f"<tr><td>{words(10, row)}</td></tr>" for row in range(1500))
    add(site, "x/y/a/", f"{HEAD}{chart}<table><tr><th>Họ tên</th></tr>{rows}</table>")
    at = Position("news/2025/a.md")
    (problem,) = judge_pages([("x/y/a/", "article")], Folder(site), {"x/y/a/": at}).problems
    assert problem.at == at
    report = format_report([problem], read_catalogue("vi"))
    html = compressed_size((site / "x/y/a/index.html").read_bytes())
    assert f"Bản thân trang chiếm {write_kilobytes(html)} KB (trong đó 1 biểu đồ " in report
    assert " KB, 1.500 dòng bảng " in report
    assert "; a.css 0,1 KB" in report


def test_what_a_script_fetches_at_once_is_part_of_the_page(site) -> None:
    add(site, "x/y/a/", "")
    weight = Scales(Folder(site)).bound("x/y/a/", "search", b"", ["anh/*.webp", "a.js"])
    assert weight.files == {
        "anh/a.webp": 160_000,
        "a.js": compressed_size(b'import "./b.js";'),
        "b.js": compressed_size(b"export const b = 1;"),
    }


def test_file_that_a_page_names_must_be_there(site) -> None:
    add(site, "x/y/a/", '<script src="missing.js"></script>')
    with pytest.raises(FileNotFoundError):
        judge(site, a="article")


def test_body_alone_can_be_too_heavy() -> None:
    pages = [
        Page(f"{name}/", "Bài", "", f'<script src="{name}.js"></script><p>{words(count)}</p>', "article")
        for name, count in (("a", 10), ("b", 40_000))
    ]
    assert [problem.at.path for problem in judge_bodies(pages, {"b/": Position("news/b.md")})] == [
        "news/b.md"
    ]


def test_every_kind_has_one_budget() -> None:
    named = [kind for budget in BUDGETS for kind in budget.kinds]
    assert len(named) == len(set(named))
    assert budget_of("a new kind") is BUDGETS[-1]
    assert (budget_of("article").most_bytes, budget_of("article").with_images) == (150_000, False)
    assert (budget_of("home").most_bytes, budget_of("home").with_images) == (250_000, True)


def test_table_says_which_figures_are_of_a_sample(site) -> None:
    pages = {f"p{index}": "article" for index in range(MOST_WEIGHED + 1)} | {"h": "home"}
    for name in pages:
        add(site, f"x/y/{name}/", f"<p>{words(1000)}</p>")
    lines = format_table(judge(site, **pages).rows, MOST_WEIGHED, read_catalogue("vi")).splitlines()
    assert len(lines) == 4
    size = write_kilobytes(compressed_size(f"<p>{words(1000)}</p>".encode()))
    assert lines[1].split() == ["Trang", "chủ", "1", size, size, "250", "1", "/x/y/h/"]
    assert lines[2].split()[-6:] == ["61", f"≈{size}", f"≈{size}", "150", "1", "/x/y/p0/"]
    assert "60 trang" in lines[3]
    assert format_table((), MOST_WEIGHED, read_catalogue("vi")) == ""


def test_weights_are_written_the_vietnamese_way() -> None:
    assert [write_kilobytes(size) for size in (0, 49, 18_249, 99_940, 99_951, 1_234_567)] == [
        *("0", "0,0", "18,2", "99,9", "100", "1.235"),
    ]
