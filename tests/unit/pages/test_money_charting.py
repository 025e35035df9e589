"""Charts of money say in words and numbers what the ledgers add up to."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from types import SimpleNamespace

import pytest

from minhbach.charts.contract import BreakdownChart, GroupedChart, Mark, SeriesChart
from minhbach.derive.books import derive_books
from minhbach.derive.plans import ChartPlan
from minhbach.language import read_catalogue
from minhbach.pages.charting import chart_key
from minhbach.pages.formatting import Formatter
from minhbach.pages.money_charting import MoneyChartMaker
from minhbach.records.money import DonorRecord, FundRecord, PurposeRecord
from minhbach.records.organisation import OrganisationRecord

ORGANISATION = OrganisationRecord(
    name="Hội Mẫu",
    short_name="Mẫu",
    place="Hà Nội",
    level="ward",
    sample=True,
    units={"tay": {"name": "Mẫu Tây"}, "dong": {"name": "Mẫu Đông"}},
)
GIFTS = [
    {"amount_vnd": 100, "day": date(2024, 12, 30)},
    {"amount_vnd": 50, "day": date(2025, 2, 1), "ward": "dong"},
    {"amount_vnd": -10, "day": date(2025, 2, 2), "kind": "refund", "refers_to": "G1"},
    {"item": "gạo", "quantity": 5, "unit": "kg", "amount_vnd": 30, "day": date(2025, 1, 5), "ward": "dong"},
]
EXPENSES = [
    {"amount_vnd": 60, "purpose": "qua", "day": date(2025, 2, 3)},
    {"amount_vnd": 20, "day": date(2025, 2, 4), "kind": "transfer", "to_fund": "quy"},
]


@pytest.fixture
def draw(ledger_of):
    """Return a function that draws a chart of ledgers with these rows."""

    def make(kind, subject="tet", marks=(), counts="money", **ledgers):
        ledger = SimpleNamespace(counts=counts, headline="t", differs={})
        campaign = SimpleNamespace(id="tet", name="Tết", lists_all=True, ledger=ledger, figures=())
        site = SimpleNamespace(
            ledger=ledger_of(**ledgers),
            organisation=ORGANISATION,
            campaigns={"tet": campaign},
            funds={"quy": FundRecord(name="Quỹ", opened=date(2024, 12, 1), opening_vnd=Decimal(7))},
            purposes={"qua": PurposeRecord(name="Mua quà")},
            figures={},
            indicators={},
            donors={"cong-ty": DonorRecord(name="Công ty Mẫu", kind="organisation")},
        )
        maker = MoneyChartMaker(site, Formatter(read_catalogue("vi")), derive_books(site))
        return maker.make(ChartPlan("x.y.z", kind, (), subject), kind, marks, "k")

    return make


def test_money_received_is_added_up_day_by_day_against_its_targets(draw) -> None:
    mark = Mark("own", 200.0, "Chỉ tiêu phấn đấu: 200")
    chart = draw("gifts", marks=(mark,), gifts=GIFTS)
    assert isinstance(chart, SeriesChart)
    assert [(point.day, point.value) for point in chart.points] == [
        (date(2024, 12, 30), 100),
        (date(2025, 2, 1), 150),
        (date(2025, 2, 2), 140),
    ]
    assert chart.marks == (mark,)
    assert chart.table.rows[-1] == ("02/02/2025", "−10\u00a0đồng", "140\u00a0đồng")
    assert chart.text.source == "DỮ LIỆU MINH HOẠ. Nguồn: sổ thu, chi của Hội Mẫu"


def test_where_the_headline_counts_goods_so_does_the_chart(draw) -> None:
    chart = draw("gifts", counts="money-and-goods", gifts=GIFTS)
    assert [point.value for point in chart.points] == [100, 130, 180, 170]
    assert "giá trị hiện vật" in chart.text.title


def test_months_stand_in_order_and_none_is_left_out(draw) -> None:
    chart = draw("campaign-months", gifts=GIFTS, expenses=EXPENSES)
    assert isinstance(chart, GroupedChart)
    assert [(group.label, *(item.value for item in group.amounts)) for group in chart.groups] == [
        ("12/2024", 100, 0),
        ("01/2025", 0, 0),
        ("02/2025", 40, 60),
    ]
    assert [strand.label for strand in chart.strands] == ["Thu", "Chi"]
    assert chart.table.rows[-1] == ("Tổng cộng", "140\u00a0đồng", "60\u00a0đồng")


def test_without_a_ledger_of_expenses_no_bar_says_that_nothing_was_spent(draw) -> None:
    chart = draw("fund-months", "quy", gifts=GIFTS)
    assert [strand.label for strand in chart.strands] == ["Thu"]


def test_a_long_time_is_drawn_by_year(draw) -> None:
    later = {"amount_vnd": 5, "day": date(2026, 3, 1)}
    chart = draw("campaign-months", gifts=[*GIFTS, later], expenses=EXPENSES)
    assert [(group.label, *(item.value for item in group.amounts)) for group in chart.groups] == [
        ("2024", 100, 0),
        ("2025", 40, 60),
        ("2026", 5, 0),
    ]
    assert chart.text.title == "Thu, chi theo năm – Tết"


def test_where_the_money_went_ends_with_what_is_left(draw) -> None:
    chart = draw("purposes", gifts=GIFTS, expenses=EXPENSES)
    assert isinstance(chart, BreakdownChart)
    assert [(bar.label, bar.value) for bar in chart.bars] == [
        ("Mua quà", 60),
        ("Chuyển sang hoạt động khác của quỹ", 20),
        ("Chưa chi", 60),
    ]
    assert [row[2] for row in chart.table.rows] == ["43%", "14%", "43%"]


def test_promises_stand_beside_what_came_and_never_add_up_to_one_number(draw) -> None:
    rice = {"item": "gạo", "unit": "kg"}
    chart = draw(
        "promises",
        gifts=GIFTS,
        pledges=[
            {**rice, "quantity": 8, "ward": "dong"},
            {**rice, "quantity": "2.5", "ward": "tay"},
            {**rice, "quantity": 1, "donor": "cong-ty"},
        ],
    )
    assert [strand.look for strand in chart.strands] == ["hollow", "soft"], "nothing is known of deliveries"
    assert [(group.label, *(item.value for item in group.amounts)) for group in chart.groups] == [
        ("Mẫu Tây", Decimal("2.5"), 0),
        ("Mẫu Đông", 8, 5),
        ("Công ty Mẫu", 1, 0),
    ]
    assert chart.text.unit == "Đơn vị: kg"
    assert chart.table.rows[-1] == ("Tổng cộng", "11,5\u00a0kg", "5\u00a0kg")


def test_files_of_charts_from_ledgers_cannot_meet_those_of_figures() -> None:
    assert chart_key("tet.thu-chi.luy-ke") == "tet--thu-chi--luy-ke"
    assert chart_key("tet.thu-chi-luy-ke") == "tet-thu-chi-luy-ke"
