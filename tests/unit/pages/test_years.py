"""Charts and tables of years: gaps are words, what cannot be compared stands apart, parts of years say so."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from minhbach.build import make_charts, write_exports
from minhbach.charts.contract import ProgrammeChart
from minhbach.gather import Gathered
from minhbach.language import read_catalogue
from minhbach.pages.renderer import PageContext, Renderer
from minhbach.site.model import Site

NBSP = "\u00a0"
REASON = "Năm 2021 tính cả quà Trung thu."
HEAD = "---\ntitle: So sánh\npublished: 2025-01-10 09:00\nsection: tin-tuc\nsummary: Tóm tắt.\n---\n\n"
TEXT = "![Quà qua các năm](table:suat-qua.years)\n\n![Một lần nữa](table:suat-qua.years)\n"


def results(year: int, *lines: str) -> str:
    figures = "".join(f"  {line}\n" for line in lines)
    return f"year: {year}\ntitle: Kết quả {year}\nsource: {{document: bao-cao-2024}}\nfigures:\n{figures}"


CHAPTER = {
    "data/results/2021.yml": results(
        2021,
        f'qua: {{indicator: suat-qua, value: 900, comparable: "{REASON}", targets: {{own: {{value: 800}}}}}}',
    ),
    "data/results/2023.yml": results(
        2023,
        "qua-quy-1: {indicator: suat-qua, value: 120, period: 2023-Q1}",
        "qua: {indicator: suat-qua, value: 500, targets: {own: {value: 400}}}",
        "qua-khac: {indicator: suat-qua, label: qua trường học, value: 30}",
    ),
    "news/2025/so-sanh.md": HEAD + TEXT,
}


@pytest.fixture
def site(gather: Callable[..., Gathered]) -> Site:
    gathered = gather(CHAPTER)
    assert gathered.is_publishable, [(str(item.at), item.kind.code) for item in gathered.problems]
    return gathered.site


@pytest.fixture
def chart(site: Site) -> ProgrammeChart:
    made = make_charts(site, read_catalogue("vi"))["suat-qua.years"]
    assert isinstance(made, ProgrammeChart)
    return made


def test_rows_follow_the_years_and_say_what_part_of_one_they_are(chart: ProgrammeChart) -> None:
    assert [bar.label for bar in chart.bars] == [
        "2021",
        "2022",
        "2023 (quý I)",
        "2023",
        "2023, qua trường học",
        "2024",
        "2025",
    ]
    assert chart.text.title == "Suất quà trao tặng qua các năm"


def test_a_year_without_a_figure_is_words_and_no_zero(chart: ProgrammeChart) -> None:
    gap = chart.bars[1]
    assert (gap.value, gap.value_label) == (None, "trang này chưa có số liệu")
    assert "2022: trang này chưa có số liệu." in chart.text.description


def test_what_cannot_be_compared_keeps_its_words_and_has_no_length(chart: ProgrammeChart) -> None:
    apart = chart.bars[0]
    assert (apart.value, apart.value_label, apart.is_apart) == (None, "900", True)
    assert apart.marks == ()
    assert REASON.rstrip(".") in apart.note
    assert REASON.rstrip(".") in chart.text.description


def test_its_reason_stands_in_the_table_as_a_remark(chart: ProgrammeChart) -> None:
    assert chart.table.ends_in_remarks
    assert chart.table.headers[0] == "Năm"
    assert chart.table.rows[0][-1] == "Không so sánh với các năm khác: Năm 2021 tính cả quà Trung thu"
    assert chart.table.rows[1][2] == "trang này chưa có số liệu"


def test_a_table_in_a_text_is_a_table_with_caption_and_headers(site: Site) -> None:
    catalogue = read_catalogue("vi")
    charts = make_charts(site, catalogue)
    renderer = Renderer(site, catalogue, charts, {}, write_exports(site, catalogue))
    article = site.articles["2025/so-sanh"]
    html = str(renderer.prose(PageContext("tin-tuc/2025/so-sanh/"), article.path, article.prose))
    assert html.count("<table") == 2
    assert "<caption>Suất quà trao tặng qua các năm</caption>" in html
    assert 'aria-label="Quà qua các năm"' in html
    assert '<th scope="col">Năm</th>' in html
    assert '<th scope="row">2023 (quý I)</th>' in html
    assert f'<td data-label="Kết quả"><span>500{NBSP}suất quà</span></td>' in html
    assert '<tr class="mb-remark"><td colspan="' in html
    assert "<svg" not in html
    assert '../../../bieu-do/suat-qua-years.csv" download' in html


def test_a_column_in_which_nothing_is_told_is_left_out_of_texts(chart: ProgrammeChart) -> None:
    shown = chart.table.for_text()
    assert len(shown.headers) == len(shown.rows[0])
    empty = [
        header
        for header, cells in zip(chart.table.headers, zip(*chart.table.rows, strict=True), strict=True)
        if set(cells) == {"–"}
    ]
    assert not set(empty) & set(shown.headers)
    assert "Nội dung" in chart.table.headers
    assert "Nội dung" not in shown.headers, "each time stands once, so that it tells the rows apart"
