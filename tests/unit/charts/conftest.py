"""Charts like those of a real chapter, and the boxes of the texts that matplotlib draws for them."""

import datetime
import io

import pytest

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

TABLE = Table(("Năm", "Kết quả"), (("2024", "4.875"), ("2025", "chưa công bố")))
ASSIGNED = Mark("assigned", 2400, "Chỉ tiêu giao: 2.400")
OWN = Mark("own", 3600, "Phấn đấu: 3.600")


def _text(key):
    source = "Nguồn: Báo cáo tổng kết công tác Hội năm 2024 của Hội Chữ thập đỏ thành phố"
    return ChartText(key, "Quà Tết Nhân ái", "Kết quả so với chỉ tiêu.", source, "Đến 31/12/2024", "suất quà")


def _target(key, bar, unstated=None):
    return TargetChart(_text(key), bar, "Đạt 203% chỉ tiêu giao", unstated, TABLE)


def _samples():
    wards = ("Cầu Diễn", "Mỹ Đình 1", "Phú Đô", "Mễ Trì", "Đại Mỗ", "Xuân Phương")
    start = datetime.date(2024, 9, 9)
    days = (0, 3, 8, 17, 33, 55, 91)
    totals = (65, 98, 143.5, 188, 232, 259, 271.9)
    points = tuple(
        Point(start + datetime.timedelta(day), total, f"{total} tỷ đồng")
        for day, total in zip(days, totals, strict=True)
    )
    day = datetime.date(2025, 8, 14)
    hours = (
        Point(day - datetime.timedelta(days=1), 2.1, "trên 2,1 tỷ đồng", 20 * 60 + 15),
        Point(day, 7, "trên 7 tỷ đồng", 6 * 60 + 30),
        Point(day, 22.9, "trên 22,9 tỷ đồng", 10 * 60 + 45),
        Point(day, 34, "trên 34 tỷ đồng", 16 * 60),
    )
    bars = tuple(Bar(ward, 100.0 * n if n else None, f"{n}00") for n, ward in enumerate(wards))
    return {
        "target": _target("target", Bar("Quà Tết", 4875, "4.875 suất quà", marks=(ASSIGNED, OWN))),
        "missing": _target("missing", Bar("Quà Tết", None, "chưa công bố", marks=(ASSIGNED, OWN))),
        "unstated": _target("unstated", Bar("Quà Tết", 4875, "4.875 suất quà"), "Nguồn không nêu chỉ tiêu"),
        "programme": ProgrammeChart(
            _text("programme"),
            (
                Bar("2023", 3012, "hơn 3.012", "Làm tròn", (ASSIGNED,), "more-than"),
                Bar("2024", 4875, "khoảng 4.875", end="about"),
                Bar("2025", None, "chưa công bố", marks=(ASSIGNED, OWN)),
            ),
            TABLE,
        ),
        "series": SeriesChart(_text("series"), points, (Mark("own", 150, "Phấn đấu: 150 tỷ"),), TABLE),
        "hours": SeriesChart(_text("hours"), hours, (), TABLE, ("20:15 13/08/2025", "16:00 14/08/2025")),
        "breakdown": BreakdownChart(_text("breakdown"), bars, TABLE),
        "incomplete": BreakdownChart(
            _text("incomplete"), bars, TABLE, "Các phần nêu trên chưa phải là toàn bộ."
        ),
        "grouped": GroupedChart(
            _text("grouped"),
            (Strand("Thu", "solid"), Strand("Chi", "soft"), Strand("Đăng ký", "hollow")),
            (
                Group(
                    "01/2025", (Amount(125e6, "125.000.000"), Amount(0, "0"), Amount(None, "chưa công bố"))
                ),
                Group(
                    "02/2025",
                    (Amount(5e6, "5.000.000"), Amount(98e6, "98.000.000"), Amount(1e8, "100.000.000")),
                ),
            ),
            TABLE,
        ),
        "progress": ProgressBar(_text("progress"), 3858, 1700, "3.858 / 1.700 (227%)"),
    }


@pytest.fixture(scope="session")
def samples():
    return _samples()


@pytest.fixture(params=tuple(_samples()))
def sample(request):
    return _samples()[request.param]


@pytest.fixture(scope="session")
def chart_text():
    return _text


@pytest.fixture(scope="session")
def check_boxes():
    """Fails when a text of the sheet leaves the canvas or meets another text."""

    def check(sheet):
        from matplotlib.backends.backend_svg import RendererSVG
        from matplotlib.text import Text

        from minhbach.charts import canvas

        with canvas.settled():
            figure = canvas.figure_of(sheet)
            renderer = RendererSVG(sheet.width_px, sheet.height_px, io.StringIO(), None, 72)
            texts = [artist for artist in figure.get_children() if isinstance(artist, Text)]
            boxes = [(text.get_text(), text.get_window_extent(renderer).extents) for text in texts]
        for text, (left, bottom, right, top) in boxes:
            inside = left >= 0 and bottom >= 0 and right <= sheet.width_px and top <= sheet.height_px
            assert inside, f"{text!r} leaves the canvas"
        ordered = sorted(boxes, key=lambda item: item[1][1])
        for number, (one, (left, _, right, top)) in enumerate(ordered):
            for other, (left2, bottom2, right2, _) in ordered[number + 1 :]:
                if bottom2 >= top - 0.05:
                    break
                assert right <= left2 or right2 <= left, f"{one!r} overlaps {other!r}"
        return boxes

    return check
