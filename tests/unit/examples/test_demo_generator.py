"""The generator of a made-up chapter: same bytes, sizes as asked, nothing wrong in what it writes."""

import os
import re
import subprocess
import sys
import unicodedata
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

import pytest
import yaml
from PIL import Image

ROOT = Path(__file__).resolve().parents[3]
sys.path.insert(0, str(ROOT))

from examples.demo.dice import Dice  # noqa: E402 - the repository's root is not on pytest's path
from examples.demo.folder import MARKER, ForeignFolderError  # noqa: E402
from examples.demo.generate import generate_chapter, main  # noqa: E402
from examples.demo.programmes import PROGRAMMES  # noqa: E402
from examples.demo.words import read_topics  # noqa: E402
from examples.demo.yaml_text import to_yaml  # noqa: E402

from minhbach.derive.charts import find_chart  # noqa: E402
from minhbach.gather import Gathered, gather_site  # noqa: E402
from minhbach.numbers.quantity import Precision  # noqa: E402

SMALL = {
    "articles": 60,
    "years": 3,
    "campaigns_per_year": 3,
    "acknowledgments": 12,
    "gifts": 300,
    "photos": 2,
}
LATER = {"SOURCE_DATE_EPOCH": "1798700000"}
"""The last day of 2026: after the last article, before the scheduled one."""


def read_all(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def texts(folder: Path) -> dict[str, str]:
    return {
        path: content.decode()
        for path, content in read_all(folder).items()
        if path.endswith((".md", ".yml", ".csv"))
    }


@pytest.fixture(scope="module")
def chapter(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("demo") / "chapter"
    generate_chapter(folder, **SMALL)
    return folder


@pytest.fixture(scope="module")
def gathered(chapter: Path) -> Gathered:
    return gather_site(chapter, LATER)


# The same everywhere ----------------------------------------------------------------------------------------


def test_same_seed_and_sizes_give_the_same_bytes(chapter: Path) -> None:
    again = chapter.parent / "again"
    generate_chapter(again, **SMALL)
    assert read_all(again) == read_all(chapter)


def test_another_process_with_another_locale_and_hash_seed_gives_the_same_bytes(chapter: Path) -> None:
    other = chapter.parent / "other"
    sizes = [
        "--articles=60",
        "--years=3",
        "--campaigns=3",
        "--acknowledgments=12",
        "--gifts=300",
        "--photos=2",
    ]
    # Neither PYTHONPATH nor the working folder helps it to find the project.
    environ = {"PATH": os.environ["PATH"], "PYTHONHASHSEED": "42", "LC_ALL": "C", "TZ": "America/Lima"}
    environ |= {key: os.environ[key] for key in ("SYSTEMROOT", "LD_LIBRARY_PATH") if key in os.environ}
    command = [sys.executable, str(ROOT / "examples/demo/generate.py"), str(other), *sizes]
    subprocess.run(command, check=True, capture_output=True, env=environ, cwd=chapter.parent)
    assert read_all(other) == read_all(chapter)


def test_another_seed_gives_another_chapter(chapter: Path, tmp_path: Path) -> None:
    generate_chapter(tmp_path / "b", seed=7, **SMALL)
    first, second = read_all(chapter), read_all(tmp_path / "b")
    same = [
        path
        for path in first
        if path.startswith(("news/", "data/results/")) and first[path] == second.get(path)
    ]
    assert same == []


# Sizes and correctness --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("seed", "sizes"),
    [
        (
            1,
            {
                "articles": 0,
                "years": 1,
                "campaigns_per_year": 0,
                "acknowledgments": 0,
                "gifts": 0,
                "photos": 3,
            },
        ),
        (
            2,
            {
                "articles": 1,
                "years": 1,
                "campaigns_per_year": 1,
                "acknowledgments": 1,
                "gifts": 1,
                "photos": 1,
                "last_year": 1999,
            },
        ),
        (
            3,
            {
                "articles": 60,
                "years": 6,
                "campaigns_per_year": 12,
                "acknowledgments": 30,
                "gifts": 900,
                "photos": 0,
            },
        ),
        (
            4,
            {
                "articles": 120,
                "years": 2,
                "campaigns_per_year": 5,
                "acknowledgments": 5,
                "gifts": 40,
                "photos": 0,
            },
        ),
        (
            5,
            {
                "articles": 40,
                "years": 1,
                "campaigns_per_year": 12,
                "acknowledgments": 7,
                "gifts": 60,
                "photos": 1,
                "last_year": 2031,
            },
        ),
    ],
)
def test_sizes_are_as_asked_and_nothing_is_wrong(seed: int, sizes: dict[str, int], tmp_path: Path) -> None:
    paths = generate_chapter(tmp_path / "a", seed=seed, **sizes)
    last, years = sizes.get("last_year", 2026), sizes["years"]
    end_of_last_year = datetime(last, 12, 31, tzinfo=UTC).timestamp()
    found = gather_site(tmp_path / "a", {"SOURCE_DATE_EPOCH": str(int(end_of_last_year))})
    assert found.problems == ()
    site = found.site
    assert len(site.articles) == sizes["articles"]
    assert len(site.campaigns) == sizes["campaigns_per_year"] * years
    assert len(site.acknowledgments) == sizes["acknowledgments"]
    assert sum(bool(article.photos) for article in site.articles.values()) == min(
        sizes["photos"], sizes["articles"]
    )
    assert list(site.results) == [str(year) for year in range(last, last - years, -1)]
    assert {article.record.published.year for article in site.articles.values()} <= {
        *range(last - years + 1, last + 1)
    }
    assert {*paths, MARKER} == set(read_all(tmp_path / "a"))


def test_nothing_is_wrong(gathered: Gathered) -> None:
    assert gathered.problems == ()
    assert gathered.site.organisation.sample
    assert "dữ liệu minh hoạ" in gathered.site.organisation.name


def test_articles_spread_over_the_years(gathered: Gathered) -> None:
    times = [article.record.published for article in reversed(gathered.site.articles.values())]
    assert {time.year for time in times} == {2024, 2025, 2026}
    assert all((later - earlier).days < 60 for earlier, later in pairwise(times))


def test_articles_are_of_the_length_of_news(gathered: Gathered) -> None:
    counts = [article.prose.word_count for article in gathered.site.articles.values()]
    assert min(counts) >= 250
    assert max(counts) <= 480  # headings included, and numbers counted group by group


@pytest.mark.parametrize(
    "sizes",
    [
        {"articles": -1},
        {"gifts": -1},
        {"years": 0},
        {"campaigns_per_year": len(PROGRAMMES) + 1},
        {"last_year": 1950, "years": 2},
        {"last_year": 9000},
    ],
)
def test_impossible_sizes_are_refused(sizes: dict[str, int], tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"size|year|campaigns"):
        generate_chapter(tmp_path / "a", **sizes)
    assert not (tmp_path / "a").exists()


# Variety ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("campaigns", [0, 1, 3])
def test_figures_are_of_every_kind(campaigns: int, tmp_path: Path) -> None:
    generate_chapter(tmp_path / "a", **{**SMALL, "articles": 3, "photos": 0, "campaigns_per_year": campaigns})
    figures = gather_site(tmp_path / "a", LATER).site.figures.values()
    stated = {figure.quantity.precision for figure in figures if figure.quantity}
    unused = {Precision.AT_LEAST, Precision.LESS_THAN, Precision.AT_MOST, Precision.BETWEEN}
    assert stated == {*Precision} - unused
    assert any(len(figure.series) > 2 for figure in figures)
    assert any(
        figure.parts_complete and {part.key for part in figure.parts} > {"sen-hong"} for figure in figures
    )
    assert any(figure.parts_complete and figure.parts[0].key == "hoc-sinh-va-sinh-vien" for figure in figures)
    assert {figure.owner.year for figure in figures if figure.quantity is None} == {2026}
    targets = [target for figure in figures for target in figure.targets]
    assert {target.kind for target in targets} == {"assigned", "own"}
    assert any(target.quantity is None for target in targets)
    assert any(figure.achievement for figure in figures)
    assert (
        any(figure.targets and figure.quantity and not figure.achievement for figure in figures)
        or not campaigns
    )
    assert any(figure.per for figure in figures) or not campaigns


def test_articles_use_what_the_site_offers(gathered: Gathered) -> None:
    articles = list(gathered.site.articles.values())
    used = [[reference.kind for reference in article.prose.references] for article in articles]
    assert all(1 <= kinds.count("figure") <= 4 for kinds in used)
    assert all("link" in kinds for kinds in used)
    assert sum("chart" in kinds for kinds in used) == 6
    assert all("<ul>" in article.prose.html and article.prose.headings for article in articles)
    assert any("<table" in article.prose.html for article in articles)
    assert any(article.record.corrections and article.record.updated for article in articles)
    assert any(article.record.campaigns for article in articles)
    assert not all(article.record.campaigns for article in articles)
    charts = {ref.target for article in articles for ref in article.prose.references if ref.kind == "chart"}
    assert {"programme"} < {plan.kind for chart in charts if (plan := find_chart(gathered.site, chart))}
    targets = {ref.target for article in articles for ref in article.prose.references if ref.kind == "figure"}
    ends = {target.split(".")[2] if target.count(".") > 1 else "" for target in targets}
    assert {"", "target", "parts", "series", "achievement"} <= ends


def test_no_article_tells_what_was_not_yet_known(gathered: Gathered) -> None:
    for article in gathered.site.articles.values():
        for reference in article.prose.references:
            if reference.kind == "figure" and ".series." in reference.target:
                assert reference.target.rpartition(".")[2] < article.record.published.date().isoformat()


def test_every_programme_has_words() -> None:
    topics = read_topics()
    assert {spec.id for spec in PROGRAMMES} == {key for key, topic in topics.items() if not topic.general}


# Photos -----------------------------------------------------------------------------------------------------


def test_some_photos_carry_orientation_and_place(gathered: Gathered, chapter: Path) -> None:
    photos = [photo for article in gathered.site.articles.values() for photo in article.photos]
    tagged = 0
    for photo in photos:
        assert photo.record.alt
        assert (chapter / photo.path).stat().st_size < 150_000
        with Image.open(chapter / photo.path) as picture:
            assert picture.format == "JPEG"
            exif = picture.getexif()
            shown = picture.size[::-1] if exif.get(0x0112) == 6 else picture.size
            assert shown == (1600, 1067)
            tagged += bool(exif.get_ifd(0x8825)) and exif.get(0x0112) == 6
    assert 0 < tagged < len(photos)


# Nothing private, nothing slovenly --------------------------------------------------------------------------


def test_no_phone_numbers_accounts_or_addresses(chapter: Path) -> None:
    for path, text in texts(chapter).items():
        assert "@" not in text, path
        assert not re.search(r"(?<![\d.])0\d(?:[ .-]?\d){7,}", text), path
        assert not re.search(r"\+84|(?<![\d.])84[ -]?\d{9}", text), path
        if path.endswith(".md"):
            assert not re.search(r"\d{8,}", text), path


def test_texts_are_composed_and_cleanly_typeset(chapter: Path) -> None:
    for path, text in texts(chapter).items():
        assert unicodedata.is_normalized("NFC", text), path
        assert text.count("“") == text.count("”"), path
        if path.startswith("news/"):
            body = text.split("---\n", 2)[2]
            assert not re.search(r'["{}]', body), path
            prose = re.sub(r"\]\([^)]*\)", "", body)
            assert not re.search(r"  | [,.;:!?]|[.,;]{2}|\.”\.", prose), path


def test_yaml_means_the_same_to_other_programs(chapter: Path) -> None:
    record = yaml.safe_load((chapter / "data/organisation.yml").read_text(encoding="utf-8"))
    assert record["sample"] is True
    assert record["units"]["sen-hong"] == {"name": "Phường Sen Hồng (mẫu)"}


@pytest.mark.parametrize(
    "text",
    [
        "null",
        "yes",
        "12",
        "1,5",
        "24,6 tỷ",
        "227%",
        "a: b",
        "a #b",
        "“a”",
        "- a",
        " a",
        "a\nb",
        "[a]",
        'a"b',
        "1e5",
        "0x1F",
    ],
)
def test_any_text_survives_yaml(text: str) -> None:
    value = {"a": text, "b": [text, "x"], "c": {"d": text}, "e": [{"f": [{"g": text}]}]}
    assert yaml.safe_load(to_yaml(value)) == value


def test_dice_are_fair_enough() -> None:
    dice = Dice(1, "test")
    assert {dice.number(1, 6) for _ in range(200)} == {1, 2, 3, 4, 5, 6}
    assert sorted(dice.picks("abc", 5)) == ["a", "b", "c"]


# Folders ----------------------------------------------------------------------------------------------------


def test_a_foreign_folder_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "news").mkdir()
    (tmp_path / "news/mine.md").write_text("mine", encoding="utf-8")
    before = read_all(tmp_path)
    with pytest.raises(ForeignFolderError):
        generate_chapter(tmp_path, **SMALL)
    assert read_all(tmp_path) == before


def test_the_command_explains_a_refusal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    assert main([str(tmp_path)]) == 2
    assert "not written by this program" in capsys.readouterr().err
    assert main([str(tmp_path / "mine.txt")]) == 2


def test_generating_again_replaces_only_its_own_files(tmp_path: Path) -> None:
    out, sizes = tmp_path / "a", {**SMALL, "articles": 5, "photos": 1}
    generate_chapter(out, **sizes)
    (out / "site").mkdir()
    (out / "site/index.html").write_text("built", encoding="utf-8")
    (out / "news/2024/mine.txt").write_text("mine", encoding="utf-8")
    smaller = {**sizes, "articles": 1, "photos": 0, "campaigns_per_year": 1}
    generate_chapter(out, **smaller)
    generate_chapter(tmp_path / "b", **smaller)
    kept = {"site/index.html": b"built", "news/2024/mine.txt": b"mine"}
    assert read_all(out) == read_all(tmp_path / "b") | kept
    assert not (out / "news/2025").exists()


def test_a_tampered_marker_deletes_nothing_outside(tmp_path: Path) -> None:
    out, outside = tmp_path / "a", tmp_path / "outside"
    outside.mkdir()
    (outside / "mine.txt").write_text("mine", encoding="utf-8")
    generate_chapter(out, **{**SMALL, "articles": 1, "photos": 0})
    try:
        (out / "link").symlink_to(outside, target_is_directory=True)
    except OSError:
        pytest.skip("no symbolic links here")
    lines = ["../outside/mine.txt", str(outside / "mine.txt"), "link/mine.txt", "", "data", "gone/never.txt"]
    with (out / MARKER).open("a", encoding="utf-8") as marker:
        marker.write("\n".join(lines))
    generate_chapter(out, **{**SMALL, "articles": 1, "photos": 0})
    assert (outside / "mine.txt").read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize("path", ["docs/gioi-thieu.md", "data/sections.yml"])
def test_a_foreign_file_in_the_way_is_kept(path: str, tmp_path: Path) -> None:
    (tmp_path / MARKER).write_text("", encoding="utf-8")
    (tmp_path / path).parent.mkdir()
    (tmp_path / path).write_text("mine", encoding="utf-8")
    with pytest.raises(ForeignFolderError, match="was not written"):
        generate_chapter(tmp_path, **SMALL)
    assert read_all(tmp_path) == {MARKER: b"", path: b"mine"}


def test_a_folder_that_leads_elsewhere_is_refused(tmp_path: Path) -> None:
    out, outside = tmp_path / "a", tmp_path / "outside"
    out.mkdir()
    outside.mkdir()
    (out / MARKER).write_text("", encoding="utf-8")
    try:
        (out / "docs").symlink_to(outside, target_is_directory=True)
    except OSError:
        pytest.skip("no symbolic links here")
    with pytest.raises(ForeignFolderError, match="leads out of"):
        generate_chapter(out, **SMALL)
    assert read_all(outside) == {}


def test_mkdocs_settings_lead_back_to_the_repository(chapter: Path) -> None:
    # "!ENV" is MkDocs' own.
    settings = yaml.safe_load((chapter / "mkdocs.yml").read_text(encoding="utf-8").replace("!ENV ", ""))
    base = chapter.resolve() / settings["INHERIT"]
    assert Path(os.path.normpath(base)) == ROOT / "hooks/minhbach/base.yml"
    assert Path(os.path.normpath(chapter.resolve() / settings["hooks"][0])) == ROOT / "hooks/main.py"
    assert settings["theme"]["custom_dir"].endswith("hooks/minhbach/theme")
    assert "minh hoạ" in settings["site_name"]
