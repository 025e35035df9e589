"""The twelve model reports of examples/model-reports/: what each page says and must not say."""

import csv
import io
import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml

from expected_words import judge, one_line

TIME = "1782795600"
"""30/06/2026 12:00 in Viet Nam: three days after the running appeal began."""
FOLDER = Path(__file__).resolve().parents[2] / "examples/model-reports"
REPORTS: list[dict[str, Any]] = yaml.safe_load((FOLDER / "expectations.yml").read_text(encoding="utf-8"))
PAGES = [(report, address) for report in REPORTS for address in report["pages"]]


@pytest.fixture(scope="session")
def model_site(once_per_run, copy_project) -> Path:
    """The built site of the example chapter."""

    def fill(folder: Path) -> None:
        chapter = copy_project(folder / "chapter", content=False)
        for name in ("data", "docs", "news"):
            shutil.copytree(FOLDER / name, chapter.root / name)
        # Bodies that were made up must not stand under the name of a chapter that exists.
        (chapter.root / "mkdocs.yml").write_text(settings(), encoding="utf-8")
        result = chapter.build(SOURCE_DATE_EPOCH=TIME)
        assert result.returncode == 0, result.stderr

    return once_per_run("model-reports", fill) / "chapter/site"


@pytest.fixture(scope="session")
def model_pages(model_site: Path, parse_site) -> Any:
    """The pages of the example chapter by address."""
    return {address: page for address, page in parse_site(model_site).items() if not page.leads_on}


def settings() -> str:
    """Return the example's settings with the paths of a chapter of its own."""
    own = (FOLDER / "mkdocs.yml").read_text(encoding="utf-8")
    return own.replace("../../hooks/", "hooks/")


def test_there_are_twelve_each_with_an_article() -> None:
    assert [report["report"] for report in REPORTS] == list(range(1, 13))
    assert len(list((FOLDER / "news").glob("*/*.md"))) == 12


def test_every_page_says_that_it_is_a_sample(model_pages) -> None:
    for address, page in model_pages.items():
        assert "mẫu" in page.text.casefold() or "minh hoạ" in page.text.casefold(), address


@pytest.mark.parametrize(
    ("report", "address"), PAGES, ids=[f"{report['report']}-{address}" for report, address in PAGES]
)
def test_a_page_says_what_its_report_says_and_no_more(model_pages, report, address: str) -> None:
    assert address in model_pages
    faults = list(judge(model_pages[address].main.text, report["pages"][address]))
    assert faults == []


def test_open_data_hold_every_target_of_a_figure(model_site: Path) -> None:
    table = (model_site / "du-lieu/so-lieu-chi-tieu.csv").read_text(encoding="utf-8")
    rows = [row for row in csv.DictReader(io.StringIO(table)) if row["figure"] == "tet-nhan-ai-2026.suat-qua"]
    told = [
        (row["target"], row["decided"], one_line(row["written"]), row["achievement_written"]) for row in rows
    ]
    assert told == [
        ("giao-dau", "2025-11-20", "2.400 suất quà", "172%"),
        ("giao-lai", "2026-01-10", "ít nhất 3.000 suất", "137%"),
        ("own", "", "3.600 suất", "114%"),
    ]
