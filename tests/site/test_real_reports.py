"""The twenty-three real reports of tests/reports/: every number is found, in its source's words."""

import csv
import io
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from expected_words import judge, missing, one_line, split_bound

TIME = "1782795600"
"""30/06/2026 in Viet Nam."""
FOLDER = Path(__file__).resolve().parents[1] / "reports"
REPORTS: dict[str, dict[str, Any]] = yaml.safe_load((FOLDER / "numbers.yml").read_text(encoding="utf-8"))
NUMBERS = [(report, address) for report, record in REPORTS.items() for address in record["says"]]
DEGREES = frozenset(
    ("hơn", "trên", "gần", "ngót", "khoảng", "ước khoảng", "không quá", "từ", "tối đa", "không dưới", "dưới")
)
SETTINGS = """\
INHERIT: hooks/minhbach/base.yml
site_name: Hội Chữ thập đỏ tỉnh Đồi Cọ (mẫu)
site_description: Báo cáo để kiểm thử.
copyright: Dữ liệu để kiểm thử.
"""


@dataclass(frozen=True)
class Built:
    """The built chapter: its pages by address, and the lines of the open data by the figure they tell of."""

    pages: dict[str, Any]
    rows: dict[str, dict[str, str]]


@pytest.fixture(scope="session")
def built(once_per_run, copy_project, parse_site) -> Built:
    """The twenty-three reports as one chapter."""

    def fill(folder: Path) -> None:
        chapter = copy_project(folder / "chapter", content=False)
        shutil.copytree(FOLDER / "chapter", chapter.root, dirs_exist_ok=True)
        chapter.write("mkdocs.yml", SETTINGS)
        result = chapter.build(SOURCE_DATE_EPOCH=TIME)
        assert result.returncode == 0, result.stderr

    site = once_per_run("real-reports", fill) / "chapter/site"
    table = (site / "du-lieu/so-lieu.csv").read_text(encoding="utf-8")
    rows = {row["address"]: row for row in csv.DictReader(io.StringIO(table))}
    return Built(parse_site(site), rows)


def page_of(address: str) -> str:
    """Return the address of a figure's page."""
    return f"so-lieu/{address.replace('.', '/')}/"


def bounds(words: list[str]) -> list[str]:
    """Return those of ``words`` that are a number behind a word of degree, without the unit behind it."""
    return [each for each in words if split_bound(each)[0] in DEGREES and "trở lên" not in each]


def test_every_report_is_there_with_all_its_numbers() -> None:
    assert list(REPORTS) == [str(number) for number in range(2, 49, 2) if number != 4]
    figures = set()
    for folder in ("campaigns", "results"):
        for path in (FOLDER / "chapter/data" / folder).glob("*.yml"):
            record = yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)
            figures |= {f"{path.stem}.{key}" for key in record["figures"]}
    assert {address for _report, address in NUMBERS} == figures


def test_what_cannot_be_said_belongs_to_levels_stores_or_words() -> None:
    unsayable = [item for record in REPORTS.values() for item in record.get("unsayable", ())]
    assert unsayable
    assert {item["because"] for item in unsayable} <= {"levels", "stores", "text"}


@pytest.mark.parametrize(("report", "address"), NUMBERS, ids=[f"{n}-{address}" for n, address in NUMBERS])
def test_a_number_is_on_its_page_in_the_words_of_its_source(built: Built, report: str, address: str) -> None:
    record = REPORTS[report]
    says = record["says"][address]
    wanted = {"says": says, "never": record.get("never", {}).get(address, []), "only_as": bounds(says)}
    assert list(judge(built.pages[page_of(address)].main.text, wanted)) == []


@pytest.mark.parametrize(("report", "address"), NUMBERS, ids=[f"{n}-{address}" for n, address in NUMBERS])
def test_a_number_is_where_the_reader_looks_for_it(built: Built, report: str, address: str) -> None:
    """On the page of its campaign or year, with its words of degree."""
    first = REPORTS[report]["says"][address][0]
    owner = address.partition(".")[0]
    page = built.pages.get(f"chien-dich/{owner}/") or built.pages[f"ket-qua/{built.rows[address]['year']}/"]
    assert missing(page.main.text, [first]) == []


@pytest.mark.parametrize(("report", "address"), NUMBERS, ids=[f"{n}-{address}" for n, address in NUMBERS])
def test_a_number_is_in_the_open_data_in_the_same_words(built: Built, report: str, address: str) -> None:
    row = built.rows[address]
    first = REPORTS[report]["says"][address][0]
    if row["missing"]:
        assert not row["value"]
        return
    assert one_line(first).casefold() in one_line(" ".join(row.values())).casefold()


@pytest.mark.parametrize("report", REPORTS)
def test_an_article_tells_of_it(built: Built, report: str) -> None:
    """At least one article of the chapter links to a number of every report."""
    owners = {address.partition(".")[0] for address in REPORTS[report]["says"]}
    pages = [page for address, page in built.pages.items() if address.startswith("tin-tuc/20")]
    assert any(
        f"so-lieu/{owner}/" in target
        for page in pages
        for _element, _kind, target in page.links()
        for owner in owners
    )
