"""Bars of a group are told apart without colour, on one scale, and never added to each other."""

import re

import pytest

from minhbach.charts.contract import Amount, Group, GroupedChart, Strand, Table
from minhbach.charts.drawing import inline_sheet
from minhbach.charts.outputs import draw_inline_svg
from minhbach.charts.sheet import Layer

TABLE = Table((), ())
STRANDS = (Strand("Thu", "solid"), Strand("Chi", "soft"), Strand("Đăng ký", "hollow"))


def chart(text, *groups, strands=STRANDS[:2]):
    return GroupedChart(text, strands, groups, TABLE)


def widths(sheet):
    """The widths of the bars by look, without the pieces of the legend."""
    found = {}
    for (layer, style), stretches in sheet.shapes.items():
        if layer == Layer.RESULT:
            look = "hollow" if style.dash_px else "soft" if style.stroke else "solid"
            spare = style.stroke_px if style.stroke else 0
            bars = stretches[1:]
            found[look] = [
                max(x for x, _ in bar.points) - min(x for x, _ in bar.points) + spare for bar in bars
            ]
    return found


def test_three_looks_differ_in_filling_and_dashes(samples):
    sheet = inline_sheet(samples["grouped"])
    styles = [style for (layer, style) in sheet.shapes if layer == Layer.RESULT]
    assert {(style.fill, style.stroke, bool(style.dash_px)) for style in styles} == {
        ("result", None, False),
        ("result_soft", "result", False),
        ("background", "result", True),
    }


def test_all_bars_of_a_chart_have_one_scale(chart_text):
    groups = (
        Group("01", (Amount(100, "100"), Amount(50, "50"))),
        Group("02", (Amount(25, "25"), Amount(200, "200"))),
    )
    drawn = widths(inline_sheet(chart(chart_text("k"), *groups)))
    assert drawn["solid"][0] == pytest.approx(4 * drawn["solid"][1])
    assert drawn["soft"][1] == pytest.approx(2 * drawn["solid"][0])
    assert drawn["soft"][1] == pytest.approx(4 * drawn["soft"][0])


def test_every_amount_is_written_and_a_missing_one_is_words(samples):
    svg = draw_inline_svg(samples["grouped"])
    for words in ("125.000.000", "98.000.000", ">0<", "chưa công bố", "01/2025", "Thu", "Chi"):
        assert words in svg
    dashes = [path for path in re.findall(r"<path[^>]*>", svg) if "dasharray" in path]
    assert any("track-line" in path for path in dashes), "a missing amount has an empty dashed track"


def test_zero_everywhere_is_drawn(chart_text):
    drawn = widths(inline_sheet(chart(chart_text("k"), Group("01", (Amount(0, "0"), Amount(0, "0"))))))
    assert drawn["solid"][0] > 0
    assert drawn["soft"][0] > 0


@pytest.mark.parametrize(
    ("strands", "groups"),
    [
        ((), (Group("01", ()),)),
        (STRANDS[:2], ()),
        (STRANDS[:2], (Group("01", (Amount(1, "1"),)),)),
        ((STRANDS[0], Strand("Chi", "solid")), (Group("01", (Amount(1, "1"), Amount(1, "1"))),)),
    ],
)
def test_groups_that_cannot_be_compared_are_refused(chart_text, strands, groups):
    with pytest.raises(ValueError, match=r"strand|look|group"):
        chart(chart_text("k"), *groups, strands=strands)


@pytest.mark.parametrize("value", [float("nan"), float("inf"), -1.0])
def test_amounts_without_an_honest_length_are_refused(value):
    with pytest.raises(ValueError, match="finite"):
        Amount(value, "")
