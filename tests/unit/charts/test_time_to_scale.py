"""The axis of a series is true to time, by the hour where hours are known."""

from __future__ import annotations

import datetime

import pytest

from minhbach.charts.contract import Bar, BreakdownChart, ChartText, Point, SeriesChart, Table
from minhbach.charts.outputs import draw_inline_svg, draw_svg
from minhbach.charts.series import _places, _tick_times
from minhbach.charts.sheet import Sheet

DAY = datetime.date(2025, 8, 14)
TEXT = ChartText("chuoi", "Chuỗi", "Mô tả.", "Nguồn: bài mẫu", "", "đồng")
TABLE = Table(("Thời gian", "Giá trị"), ())


def point(hour: float | None, day: datetime.date = DAY) -> Point:
    return Point(day, 5.0, "5", None if hour is None else int(hour * 60))


def places(*points: Point) -> list[float]:
    found = [x for x, _y in _places(Sheet(margin_px=0), points, 5.0)]
    return [(x - found[0]) / (found[-1] - found[0]) for x in found]


def test_readings_of_one_day_stand_as_far_apart_as_their_hours() -> None:
    assert places(point(6), point(7), point(16)) == pytest.approx([0, 0.1, 1])


def test_a_reading_without_an_hour_stands_at_the_end_of_its_day() -> None:
    yesterday = DAY - datetime.timedelta(days=1)
    assert places(point(None, yesterday), point(12), point(None)) == pytest.approx([0, 0.5, 1])


def test_days_are_marked_where_hours_are_known() -> None:
    ends = point(20, DAY - datetime.timedelta(days=2)), point(16)
    assert _tick_times(ends) == [DAY.toordinal() - 1, DAY.toordinal()]
    assert _tick_times([point(None, DAY - datetime.timedelta(days=2)), point(None)]) == []


@pytest.mark.parametrize("points", [(point(16), point(6)), (point(6), point(6)), (point(None), point(23))])
def test_readings_that_are_not_in_order_of_time_are_refused(points: tuple[Point, ...]) -> None:
    with pytest.raises(ValueError, match="order of time"):
        SeriesChart(TEXT, points, (), TABLE)


def test_a_minute_beyond_the_day_is_refused() -> None:
    with pytest.raises(ValueError, match="minute"):
        point(25)


def test_hours_stand_beneath_the_axis() -> None:
    labels = ("06:30 14/08/2025", "16:00 14/08/2025")
    svg = draw_inline_svg(SeriesChart(TEXT, (point(6.5), point(16)), (), TABLE, labels))
    assert all(label in svg for label in labels)


def test_a_note_on_parts_is_drawn_on_pages_and_in_downloads() -> None:
    note = "Chưa phải là toàn bộ."
    chart = BreakdownChart(TEXT, (Bar("Tổ 1", 5.0, "5"), Bar("Tổ 2", 3.0, "3")), TABLE, note)
    assert note in draw_inline_svg(chart)
    assert note in draw_svg(chart).decode()
