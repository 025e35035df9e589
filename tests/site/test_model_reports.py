"""The twelve model reports of examples/model-reports/: what each page says and must not say."""

import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml

from expected_words import judge

TIME = "1782795600"
"""30/06/2026 12:00 in Viet Nam: three days after the running appeal began."""
FOLDER = Path(__file__).resolve().parents[2] / "examples/model-reports"
REPORTS: list[dict[str, Any]] = yaml.safe_load((FOLDER / "expectations.yml").read_text(encoding="utf-8"))
PAGES = [(report, address) for report in REPORTS for address in report["pages"]]


@pytest.fixture(scope="session")
def model_pages(once_per_run, copy_project, parse_site) -> Any:
    """The pages of the example chapter by address."""

    def fill(folder: Path) -> None:
        chapter = copy_project(folder / "chapter", content=False)
        for name in ("data", "docs", "news"):
            shutil.copytree(FOLDER / name, chapter.root / name)
        # Bodies that were made up must not stand under the name of a chapter that exists.
        (chapter.root / "mkdocs.yml").write_text(settings(), encoding="utf-8")
        result = chapter.build(SOURCE_DATE_EPOCH=TIME)
        assert result.returncode == 0, result.stderr

    site = once_per_run("model-reports", fill) / "chapter/site"
    return {address: page for address, page in parse_site(site).items() if not page.leads_on}


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
