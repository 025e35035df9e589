"""Charts say what is known and leave out what is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from minhbach.build import make_charts
from minhbach.charts.contract import ProgrammeChart, TableChart, TargetChart
from minhbach.gather import gather_site
from minhbach.language import read_catalogue

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="module")
def charts() -> dict[str, TableChart]:
    site = gather_site(ROOT, {"SOURCE_DATE_EPOCH": "1795000000"}).site
    return dict(make_charts(site, read_catalogue("vi")))


def test_an_unstated_target_has_a_place_but_no_amount(charts: dict[str, TableChart]) -> None:
    chart = charts["tet-nhan-ai-2024.suat-qua"]
    assert isinstance(chart, TargetChart)
    assert chart.bar.value_label == "4.875"
    assert [(mark.kind, mark.value, mark.label) for mark in chart.bar.marks] == [
        ("assigned", 100.0, "100% chỉ tiêu giao")
    ]
    assert chart.bar.value == 400.0
    assert chart.target_unstated_label == "Nguồn không nêu mức chỉ tiêu."


def test_a_missing_result_is_words_beside_its_targets(charts: dict[str, TableChart]) -> None:
    chart = charts["tet-nhan-ai-2025.suat-qua"]
    assert isinstance(chart, TargetChart)
    assert chart.bar.value is None
    assert chart.bar.value_label == "chưa công bố"
    assert [mark.value for mark in chart.bar.marks] == [2400.0, 3600.0]
    assert "chưa công bố" in chart.text.description


def test_a_programme_keeps_its_years_in_order_and_its_table_complete(charts: dict[str, TableChart]) -> None:
    chart = charts["tet-nhan-ai.suat-qua"]
    assert isinstance(chart, ProgrammeChart)
    assert [bar.label for bar in chart.bars] == ["2024", "2025"]
    assert [row[2] for row in chart.table.rows] == ["4.875\u00a0suất quà Tết", "chưa công bố"]
    assert chart.table.rows[0][3] == "nguồn không nêu"


def test_every_chart_names_its_source(charts: dict[str, TableChart]) -> None:
    for address, chart in charts.items():
        expected = "Nguồn: “" if "thanh-pho" in address else "16/01/2025"
        assert expected in chart.text.source or "Nguồn: Bài về" in chart.text.source, address
