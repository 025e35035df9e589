"""No text meets another or leaves the canvas, whatever the words and the figures are."""

import datetime
import itertools

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from minhbach.charts.contract import (
    Amount,
    Bar,
    BreakdownChart,
    ChartText,
    Group,
    GroupedChart,
    Mark,
    Point,
    ProgrammeChart,
    ProgressBar,
    SeriesChart,
    Strand,
    Table,
    TargetChart,
)
from minhbach.charts.drawing import inline_sheet, standalone_sheet

QUICK = settings(
    max_examples=30,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
TABLE = Table((), ())
LETTERS = "aăâbcdđeêghiklmnoôơpqrstuưvxyÀẴỖỆỰĐWMil 0123456789.,:%()-/ "
words = st.one_of(
    st.text(LETTERS, max_size=30),
    st.text(LETTERS, min_size=30, max_size=200),
    st.sampled_from(["", "2024", "M" * 200, "Ẵ" * 60, "e\u0302\u0301" * 40, "Chỉ tiêu giao: 2.400", "$x^2$"]),
)
amounts = st.one_of(
    st.sampled_from([0.0, 1.0, 2400.0, 2401.0, 3600.0, 1e15, 1e-9]), st.floats(0, 1e15, allow_subnormal=False)
)
marks = st.lists(st.builds(Mark, st.sampled_from(["assigned", "own"]), amounts, words), max_size=4).map(tuple)
ends = st.sampled_from(
    ["exact", "rounded", "more-than", "at-least", "nearly", "less-than", "at-most", "about", "between"]
)
bars = st.builds(Bar, words, st.none() | amounts, words, words, marks, ends)
short = st.builds(
    Bar, st.text(LETTERS, max_size=12), st.none() | amounts, st.sampled_from(["9", "1.200"]), end=ends
)
texts = st.builds(ChartText, st.just("k"), words, words, words, words, words)
day_numbers = st.lists(st.integers(0, 20000), min_size=1, max_size=30, unique=True).map(sorted)


@st.composite
def points(draw):
    days = draw(day_numbers)
    return tuple(
        Point(datetime.date(1990, 1, 1) + datetime.timedelta(day), draw(amounts), draw(words)) for day in days
    )


looks = ("solid", "soft", "hollow")


@st.composite
def grouped(draw):
    shown, said = draw(st.integers(1, 3)), draw(st.sampled_from([words, st.sampled_from(["9", "1.200.000"])]))
    strands = tuple(Strand(draw(words), look) for look in looks[:shown])
    amount = st.builds(Amount, st.none() | amounts, said)
    group = st.builds(Group, said, st.tuples(*[amount] * shown))
    groups = draw(st.lists(group, min_size=1, max_size=8).map(tuple))
    return GroupedChart(draw(texts), strands, groups, TABLE)


charts = st.one_of(
    grouped(),
    st.builds(TargetChart, texts, bars, st.none() | words, st.none() | words, st.just(TABLE)),
    st.builds(ProgrammeChart, texts, st.lists(bars, min_size=1, max_size=4).map(tuple), st.just(TABLE)),
    st.builds(BreakdownChart, texts, st.lists(short, min_size=1, max_size=12).map(tuple), st.just(TABLE)),
    st.builds(SeriesChart, texts, points(), marks, st.just(TABLE)),
    st.builds(SeriesChart, texts, points(), marks, st.just(TABLE), st.tuples(words, words)),
    st.builds(ProgressBar, texts, st.none() | amounts, st.none() | amounts, words),
)


@QUICK
@given(chart=charts)
def test_texts_keep_apart_and_inside(check_boxes, chart):
    check_boxes(inline_sheet(chart))


@settings(QUICK, max_examples=8)
@given(chart=charts)
def test_texts_keep_apart_and_inside_when_standalone(check_boxes, chart):
    check_boxes(standalone_sheet(chart))


def test_samples_keep_apart_and_inside(check_boxes, sample):
    assert check_boxes(inline_sheet(sample))
    assert check_boxes(standalone_sheet(sample))


@pytest.mark.parametrize("count", [1, 40])
@pytest.mark.parametrize("name", ["Cầu Diễn", "Hỗ trợ xây mới và sửa chữa nhà Chữ thập đỏ cho hộ nghèo"])
def test_up_to_forty_bars(check_boxes, chart_text, count, name):
    rows = tuple(Bar(f"{name} {n}", n * 25.0, f"{n * 25}") for n in range(count))
    assert check_boxes(inline_sheet(BreakdownChart(chart_text("k"), rows, TABLE)))


def test_four_hundred_points_stay_small(check_boxes, chart_text):
    start = datetime.date(2024, 1, 1)
    rows = tuple(
        Point(start + datetime.timedelta(n), n * n + 900.0 * (n % 3), f"{n} tỷ đồng") for n in range(400)
    )
    sheet = inline_sheet(SeriesChart(chart_text("k"), rows, (Mark("own", 9e4, "Phấn đấu"),), TABLE))
    assert check_boxes(sheet)


def test_time_axis_is_true_to_scale(samples):
    chart = samples["series"]
    sheet = inline_sheet(chart)
    dots = next(
        stretches for (_, style), stretches in sheet.shapes.items() if style.round_cap and len(stretches) == 7
    )
    xs = [dot.points[0][0] for dot in dots]
    days = [point.day.toordinal() for point in chart.points]
    slopes = [(x2 - x1) / (d2 - d1) for (x1, d1), (x2, d2) in itertools.pairwise(zip(xs, days, strict=True))]
    assert slopes == pytest.approx([slopes[0]] * 6)


def test_first_last_and_largest_reading_are_labelled(check_boxes, chart_text):
    start = datetime.date(2024, 1, 1)
    rows = tuple(
        Point(start + datetime.timedelta(10 * n), value, f"{value} tỷ")
        for n, value in enumerate((3, 9, 5, 4))
    )
    boxes = check_boxes(inline_sheet(SeriesChart(chart_text("k"), rows, (), TABLE)))
    assert {"3 tỷ", "9 tỷ", "4 tỷ"} <= {text for text, _ in boxes}
    assert "5 tỷ" not in {text for text, _ in boxes}
