"""Both targets are marked, labelled and told apart by shape as well as by colour."""

import re

import pytest

from minhbach.charts.contract import Bar, Mark, ProgressBar, SeriesChart, Table, TargetChart
from minhbach.charts.drawing import inline_sheet
from minhbach.charts.outputs import draw_inline_svg
from minhbach.charts.sheet import Layer

TABLE = Table((), ())


def _symbols(sheet):
    """Corners, fill and stroke of every target symbol."""
    found = {}
    for (layer, style), stretches in sheet.shapes.items():
        for role in ("target_assigned", "target_own"):
            if layer == Layer.SYMBOL and role in (style.fill, style.stroke):
                found[role] = (len(stretches[0].points), style.fill, style.stroke)
    return found


@pytest.mark.parametrize("values", [(2400, 3600), (3600, 2400), (3000, 3000), (0, 1e15)])
def test_both_targets_are_marked_and_labelled(chart_text, values):
    marks = Mark("assigned", values[0], "Chỉ tiêu giao"), Mark("own", values[1], "Phấn đấu")
    chart = TargetChart(chart_text("k"), Bar("", 3858, "3.858", marks=marks), None, None, TABLE)
    svg = draw_inline_svg(chart)
    assert ">Chỉ tiêu giao</text>" in svg
    assert ">Phấn đấu</text>" in svg
    assert "--mb-chart-target-assigned" in svg
    assert "--mb-chart-target-own" in svg


@pytest.mark.parametrize("name", ["target", "missing", "programme"])
def test_symbols_differ_in_shape_and_filling(samples, name):
    symbols = _symbols(inline_sheet(samples[name]))
    assert symbols["target_assigned"] == (3, "target_assigned", None)
    assert symbols["target_own"] == (4, "background", "target_own")


def test_lines_differ_in_dashes(samples):
    svg = draw_inline_svg(samples["target"])
    lines = [path for path in re.findall(r"<path[^>]*>", svg) if 'stroke-width="2"' in path]
    assert [("dasharray" in line, "target-own" in line) for line in lines] == [(False, False), (True, True)]


def test_long_labels_move_to_a_legend_with_the_same_symbols(chart_text):
    marks = Mark("assigned", 1000, "Chỉ tiêu giao " * 9), Mark("own", 1010, "Phấn đấu " * 9)
    sheet = inline_sheet(TargetChart(chart_text("k"), Bar("", 980, "980", marks=marks), None, None, TABLE))
    symbols = [stretches for (layer, _), stretches in sheet.shapes.items() if layer == Layer.SYMBOL]
    assert [len(stretches) for stretches in symbols] == [2, 2]


def test_series_target_is_a_level_with_its_symbol(samples):
    chart = samples["series"]
    assert isinstance(chart, SeriesChart)
    assert "target_own" in _symbols(inline_sheet(chart))
    assert "Phấn đấu: 150 tỷ" in draw_inline_svg(chart)


def test_passed_target_is_a_tick_inside_the_progress_bar(chart_text):
    def ticks(value):
        sheet = inline_sheet(ProgressBar(chart_text("k"), value, 1700, "x"))
        return [s.points[0][0] for (layer, _), stretches in sheet.shapes.items()
                if layer == Layer.TARGET for s in stretches]  # fmt: skip

    assert ticks(1000) == ticks(1700) == []
    (x,) = ticks(3858)
    sheet = inline_sheet(ProgressBar(chart_text("k"), 3858, 1700, "x"))
    assert x == pytest.approx(sheet.left + sheet.width * 1700 / 3858)
