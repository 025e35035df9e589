"""A missing figure is drawn as words over a dashed empty track, never as a bar; zero is a figure."""

import pytest

from minhbach.charts.contract import Bar, BreakdownChart, ProgressBar, Table, TargetChart
from minhbach.charts.outputs import draw_inline_svg

RESULT = "--mb-chart-result,"
TABLE = Table((), ())


def _charts(text, value, words):
    bar = Bar("Quà Tết", value, words)
    return (
        TargetChart(text, bar, None, None, TABLE),
        BreakdownChart(text, (bar,), TABLE),
        BreakdownChart(text, (Bar("Một tên rất dài " * 5, value, words),), TABLE),
        ProgressBar(text, value, 2400, words),
    )


def test_missing_value_is_words_and_a_dashed_track_without_a_bar(chart_text):
    for chart in _charts(chart_text("k"), None, "chưa công bố"):
        svg = draw_inline_svg(chart)
        assert ">chưa công bố</text>" in svg
        assert RESULT not in svg
        assert "stroke-dasharray" in svg


def test_zero_is_a_visible_figure(chart_text):
    for chart in _charts(chart_text("k"), 0, "0 suất"):
        svg = draw_inline_svg(chart)
        assert RESULT in svg
        assert ">0 suất</text>" in svg


def test_missing_bar_keeps_its_targets(samples):
    svg = draw_inline_svg(samples["missing"])
    assert "Chỉ tiêu giao: 2.400" in svg
    assert "Phấn đấu: 3.600" in svg


def test_no_target_is_invented_where_the_source_states_none(samples):
    svg = draw_inline_svg(samples["unstated"])
    assert "Nguồn không nêu chỉ tiêu" in svg
    assert "--mb-chart-target" not in svg
    assert "--mb-chart-track," not in svg


def test_progress_without_target_is_not_a_full_bar(chart_text):
    svg = draw_inline_svg(ProgressBar(chart_text("k"), 5, None, "5 suất"))
    assert f'fill="var({RESULT}' not in svg


@pytest.mark.parametrize("value", [float("nan"), float("inf"), -1.0])
def test_amounts_without_an_honest_length_are_refused(value):
    with pytest.raises(ValueError, match="finite"):
        Bar("", value, "")
