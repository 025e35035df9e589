"""Two figures of one indicator never look like one: a figure's name tells its time and its label."""

from __future__ import annotations

import re

import pytest

from minhbach.build import make_charts
from minhbach.charts.contract import BreakdownChart, ProgrammeChart, SeriesChart
from minhbach.derive.values import find_value
from minhbach.exports.lists import list_tables
from minhbach.language import read_catalogue
from minhbach.pages.campaigns import make_campaign_list, make_campaign_pages
from minhbach.pages.carding import figure_card, plain_card
from minhbach.pages.figures import make_figure_index, make_figure_page
from minhbach.pages.renderer import Renderer
from minhbach.pages.results import make_results_index, make_year_pages

CATALOGUE = read_catalogue("vi")
RESULTS = """year: 2025
title: Kết quả công tác năm 2025
source: {document: bao-cao-2024}
figures:
  quy-1: {indicator: suat-qua, period: 2025-Q1, value: 350}
  chin-thang: {indicator: suat-qua, period: 2025-9M, value: 1100}
  dot-hai:
    indicator: suat-qua
    label: đợt hai
    value: 80
    parts:
      complete: false
      items:
        - {period: 2025-11-20, value: 30}
        - {period: 2025-11-21, value: 20}
  theo-co:
    indicator: luot-nguoi
    value: 2600
    stated: khoảng 2.600
    parts:
      complete: true
      heading: Nhóm tuổi
      items:
        - {label: Dưới 30, value: 829}
        - {label: Từ 30 đến 50, value: 1010}
        - {label: Trên 50, value: 670}
"""
HALF = """year: 2026
period: 2026-H1
title: Sơ kết công tác
source: {document: bao-cao-2024}
figures:
  qua: {indicator: suat-qua, value: 500}
"""
APPEAL = """name: Đợt ủng hộ mẫu
programme: tet-mau
year: 2026
period: {start: 2026-08-13}
purpose: Dữ liệu mẫu để kiểm thử.
source: {document: bao-cao-2024}
figures:
  suat-qua:
    indicator: suat-qua
    period: {end: 2026-08-14 16:00}
    as_of: 2026-08-14 16:00
    value: 900
    series:
      - {as_of: 2026-08-13, value: 100}
      - {as_of: 2026-08-14 06:30, value: 310, note: Số ban đầu đã sửa.}
      - {as_of: 2026-08-14 16:00, value: 900}
includes: [2025.quy-1]
"""
FILES = {
    "data/results/2025.yml": RESULTS,
    "data/results/2026-so-ket.yml": HALF,
    "data/campaigns/ung-ho-2026.yml": APPEAL,
}
QUARTER = "Suất quà trao tặng (quý I năm 2025)"
NINE = "Suất quà trao tặng (9 tháng đầu năm 2025)"
SECOND = "Suất quà trao tặng, đợt hai"
HOURS = "Suất quà trao tặng (đến 16:00 ngày 14/08/2026)"


@pytest.fixture
def renderer(render) -> Renderer:
    made = render(FILES, now="1795000000")
    made.charts = dict(make_charts(made.site, CATALOGUE))
    return made


def plain(html: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", html.replace("\u00a0", " ")))


def test_every_list_and_table_tells_the_two_apart(renderer: Renderer) -> None:
    year = next(page for page in make_year_pages(renderer) if page.address == "ket-qua/2025/")
    for page in (make_figure_index(renderer), make_results_index(renderer), year):
        words = plain(page.html)
        assert QUARTER in words
        assert NINE in words
        assert SECOND in words
        assert not re.search(r"Suất quà trao tặng(?:, Kết quả công tác năm 2025)?:? \d", words)


def test_a_figures_page_its_description_its_search_result_and_its_card_carry_the_whole_name(renderer) -> None:
    figure = renderer.site.figures["2025.quy-1"]
    page = make_figure_page(renderer, figure)
    assert page.title == f"{QUARTER} – Kết quả công tác năm 2025"
    assert page.description.startswith(page.title)
    assert f"<h1>{QUARTER}</h1>" in page.html
    assert "Kỳ số liệu Quý I năm 2025" in plain(page.html.replace("</dt>", " "))
    assert figure_card(renderer, figure).title == QUARTER
    assert plain_card(renderer, "Hội mẫu", "", figure).note == "quý I năm 2025"


def test_a_report_on_part_of_a_year_says_so_in_each_of_its_figures(renderer: Renderer) -> None:
    figure = renderer.site.figures["2026-so-ket.qua"]
    assert renderer.format.figure_name(figure) == "Suất quà trao tặng (6 tháng đầu năm 2026)"
    assert renderer.format.year_of(figure) == "2026 (6 tháng đầu năm)"


def test_a_card_of_a_campaign_shows_one_name_once_and_says_whose_it_is(renderer: Renderer) -> None:
    campaign = renderer.site.campaigns["ung-ho-2026"]
    assert [figure.address for figure in renderer.card_figures(campaign)] == ["ung-ho-2026.suat-qua"]
    cards = plain(make_campaign_list(renderer).html).partition("Chương trình qua các năm")[0]
    assert cards.count("Suất quà trao tặng (") == cards.count(HOURS) == 1
    page = next(page for page in make_campaign_pages(renderer) if page.address.endswith("/ung-ho-2026/"))
    assert "Suất quà trao tặng (Kết quả công tác năm 2025; quý I năm 2025)" in plain(page.html)


def test_a_partial_year_says_so_beside_whole_ones_in_a_chart_its_table_and_its_words(renderer) -> None:
    chart = renderer.charts["tet-mau.suat-qua"]
    assert isinstance(chart, ProgrammeChart)
    years = ["2025", "2026 (đến 16:00 ngày 14/08)"]
    assert [bar.label for bar in chart.bars] == years
    assert [row[1] for row in chart.table.rows] == years
    assert years[1] in chart.text.description


def test_a_series_with_hours_is_told_by_the_hour(renderer: Renderer) -> None:
    chart = renderer.charts["ung-ho-2026.suat-qua.series"]
    assert isinstance(chart, SeriesChart)
    assert [point.minute for point in chart.points] == [None, 390, 960]
    assert chart.day_labels == ("13/08/2026", "16:00 14/08/2026")
    assert chart.table.headers == ("Thời gian", HOURS, "Ghi chú")
    assert chart.table.rows[1] == ("06:30 14/08/2026", "310\u00a0suất quà", "Số ban đầu đã sửa.")
    assert chart.text.as_of == "Số liệu đến 16:00 ngày 14/08/2026"
    assert "06:30 14/08/2026: Số ban đầu đã sửa." in chart.text.description
    value = find_value(renderer.site, "ung-ho-2026.suat-qua.series.2026-08-14-06h30")
    assert value is not None
    assert value.quantity is not None
    assert value.quantity.value == 310


def test_parts_that_are_not_all_say_so_in_chart_table_and_words(renderer: Renderer) -> None:
    chart = renderer.charts["2025.dot-hai.parts"]
    assert isinstance(chart, BreakdownChart)
    assert chart.text.title == f"{SECOND} theo thời gian – Kết quả công tác năm 2025"
    assert chart.note == "Các phần nêu trên chưa phải là toàn bộ."
    assert chart.text.description.endswith(chart.note)
    assert [bar.label for bar in chart.bars] == ["Ngày 20/11/2025", "Ngày 21/11/2025"]
    assert chart.table.rows[-1] == ("Toàn bộ, kể cả phần không nêu ở trên", "80\u00a0suất quà")


def test_parts_whose_whole_is_not_stated_to_the_digit_show_both_and_say_why(renderer: Renderer) -> None:
    chart = renderer.charts["2025.theo-co.parts"]
    assert isinstance(chart, BreakdownChart)
    assert chart.text.title == "Lượt người được trợ giúp theo nhóm tuổi – Kết quả công tác năm 2025"
    assert chart.table.headers[0] == "Nhóm tuổi"
    labels = [row[0] for row in chart.table.rows[-2:]]
    assert labels == ["Tổng cộng theo nguồn", "Cộng các phần nêu trên (tự tính)"]
    assert chart.table.rows[-1][1] == "2.509\u00a0lượt người"
    assert "cộng các phần nêu trên được 2.509\u00a0lượt người" in chart.note


def test_open_data_hold_label_period_and_hour(renderer: Renderer) -> None:
    tables = {
        table.name: [dict(zip(table.field_names, row, strict=True)) for row in rows]
        for table, rows in list_tables(renderer.site, renderer.catalogue)
    }
    figures = {str(row["address"]): row for row in tables["figures"]}
    assert figures["2025.dot-hai"]["label"] == "đợt hai"
    quarter = figures["2025.quy-1"]
    assert [str(quarter[f"period{key}"]) for key in ("", "_start", "_end")] == [
        "2025-Q1",
        "2025-01-01",
        "2025-03-31",
    ]
    assert figures["2026-so-ket.qua"]["period"] == "2026-H1"
    assert figures["2025.theo-co"]["period"] is None
    appeal = figures["ung-ho-2026.suat-qua"]
    assert (str(appeal["as_of"]), appeal["as_of_time"]) == ("2026-08-14", "16:00")
    assert (appeal["period"], appeal["period_start"]) == ("../2026-08-14 16:00", None)
    assert [row["reading"] for row in tables["series"]] == [
        "2026-08-13",
        "2026-08-14-06h30",
        "2026-08-14-16h00",
    ]
    parts = [row for row in tables["parts"] if row["figure"] == "2025.dot-hai"]
    assert [(row["part"], row["by"], row["complete"]) for row in parts] == [
        ("2025-11-20", "period", False),
        ("2025-11-21", "period", False),
    ]
