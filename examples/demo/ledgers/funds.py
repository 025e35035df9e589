"""Funds and purposes, and which programme's money lies in which fund. Mostly data."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from examples.demo.chapter import CHAPTER, plan_id
from examples.demo.ledgers.rows import Row
from examples.demo.yaml_text import Value

MAIN, RELIEF, SCHOLARSHIPS = "quy-nhan-dao", "quy-cuu-tro", "quy-hoc-bong"
GENERAL_SHARE = 0.15
"""How much of all gifts is for no campaign."""
_STATED_AFTER = timedelta(days=6)


@dataclass(frozen=True)
class Fund:
    """A fund as it begins."""

    id: str
    name: str
    description: str
    opened: date
    opening_vnd: int
    closed_through: date | None


@dataclass(frozen=True)
class Goods:
    """A kind of things that are given: how many at a time, and what one is worth."""

    item: str
    unit: str
    least: int
    most: int
    worth_vnd: int


@dataclass(frozen=True)
class Giving:
    """What a programme's campaigns receive and spend. ``weight``: its share of the gifts."""

    fund: str
    weight: float
    goods: tuple[Goods, ...]
    purposes: tuple[str, ...]


_RICE = Goods("gạo", "kg", 20, 500, 18_000)
_NOODLES = Goods("mì ăn liền", "thùng", 5, 120, 105_000)
_WATER = Goods("nước uống đóng chai", "thùng", 5, 100, 90_000)
_BLANKETS = Goods("chăn ấm", "chiếc", 5, 80, 180_000)
_OIL = Goods("dầu ăn", "chai", 10, 200, 45_000)
_MILK = Goods("sữa", "hộp", 48, 480, 7_500)
_EXERCISE_BOOKS = Goods("vở viết", "quyển", 50, 1000, 9_000)
_SATCHELS = Goods("cặp sách", "chiếc", 5, 60, 160_000)
_CEMENT = Goods("xi măng", "bao", 5, 60, 88_000)
_BRICKS = Goods("gạch xây", "viên", 500, 4000, 1_300)
_MASKS = Goods("khẩu trang", "hộp", 10, 200, 35_000)
_COATS = Goods("áo ấm", "chiếc", 10, 150, 140_000)
_WHEELCHAIRS = Goods("xe lăn", "chiếc", 1, 5, 2_600_000)
_FILTERS = Goods("bình lọc nước", "bộ", 1, 8, 3_200_000)
_FIRST_AID = Goods("túi sơ cấp cứu", "túi", 2, 40, 210_000)

GIVING: Mapping[str, Giving] = {
    "tet-nhan-ai": Giving(MAIN, 3.0, (_RICE, _OIL), ("qua-tet",)),
    "hien-mau-tinh-nguyen": Giving(MAIN, 0.3, (_MILK,), ("boi-duong-hien-mau",)),
    "ung-ho-vung-bao": Giving(
        RELIEF, 4.0, (_RICE, _NOODLES, _WATER, _BLANKETS), ("ho-tro-tien-mat", "luong-thuc")
    ),
    "hoc-bong": Giving(SCHOLARSHIPS, 1.5, (_EXERCISE_BOOKS, _SATCHELS), ("hoc-bong",)),
    "bep-an-nhan-ai": Giving(MAIN, 0.8, (_RICE, _OIL), ("suat-an",)),
    "kham-benh-cap-thuoc": Giving(MAIN, 0.4, (_MASKS, _MILK), ("thuoc-vat-tu",)),
    "nha-chu-thap-do": Giving(MAIN, 2.0, (_CEMENT, _BRICKS), ("xay-nha",)),
    "thang-nhan-dao": Giving(MAIN, 0.8, (_RICE, _MILK), ("ho-tro-tien-mat",)),
    "so-cap-cuu": Giving(MAIN, 0.2, (_FIRST_AID,), ("thuoc-vat-tu",)),
    "ao-am-mua-dong": Giving(MAIN, 0.8, (_COATS, _BLANKETS), ("ao-am",)),
    "xe-lan": Giving(MAIN, 0.6, (_WHEELCHAIRS,), ("xe-lan",)),
    "nuoc-sach": Giving(MAIN, 0.6, (_FILTERS, _WATER), ("nuoc-sach",)),
}
"""By programme."""

PURPOSES: Mapping[str, Mapping[str, Value]] = {
    "qua-tet": {"name": "Mua quà Tết"},
    "boi-duong-hien-mau": {"name": "Bồi dưỡng người hiến máu"},
    "ho-tro-tien-mat": {
        "name": "Hỗ trợ bằng tiền",
        "description": "Trao tận tay hộ gia đình, có danh sách ký nhận lưu tại Hội.",
    },
    "luong-thuc": {"name": "Mua lương thực, nhu yếu phẩm"},
    "hoc-bong": {"name": "Trao học bổng"},
    "suat-an": {"name": "Nấu suất ăn miễn phí"},
    "thuoc-vat-tu": {"name": "Mua thuốc và vật tư"},
    "xay-nha": {"name": "Xây và sửa nhà"},
    "ao-am": {"name": "Mua áo ấm"},
    "xe-lan": {"name": "Mua xe lăn"},
    "nuoc-sach": {"name": "Lắp điểm nước sạch"},
    "tro-giup-dot-xuat": {
        "name": "Trợ giúp đột xuất",
        "description": "Giúp người gặp tai nạn, hoả hoạn, bệnh nặng ngoài các đợt vận động.",
    },
    "van-chuyen": {"name": "Vận chuyển, bốc xếp", "is_cost": True},
    "phi-ngan-hang": {"name": "Phí ngân hàng", "is_cost": True},
    "in-an": {"name": "In biên nhận và bảng niêm yết", "is_cost": True},
}


def statement_id(year: int) -> str:
    """Return the id of the bank's statements for a year."""
    return f"sao-ke-{year}"


def list_funds(years: range, today: date) -> tuple[Fund, ...]:
    """Return the chapter's funds. The first Tết campaign begins in the year before the first."""
    first, last = years[0], years[-1]
    half, full = date(last, 6, 30), date(last - 1, 12, 31)

    def closed(opened: date, *days: date) -> date | None:
        return next((day for day in days if opened <= day <= today), None)

    main, relief, scholarships = date(first - 1, 12, 1), date(first, 1, 1), date(first, 7, 1)
    return (
        Fund(
            MAIN,
            "Quỹ Nhân đạo (mẫu)",
            "Tiền ủng hộ cho các đợt vận động thường xuyên và cho việc chung của Hội.",
            main,
            64_500_000,
            closed(main, half),
        ),
        Fund(
            RELIEF,
            "Quỹ Cứu trợ khẩn cấp (mẫu)",
            "Tiền ủng hộ đồng bào bị thiên tai.",
            relief,
            120_000_000,
            closed(relief, full, half),
        ),
        Fund(
            SCHOLARSHIPS,
            "Quỹ Học bổng Ươm mầm (mẫu)",
            "Tiền ủng hộ học sinh có hoàn cảnh khó khăn.",
            scholarships,
            0,
            closed(scholarships, full),
        ),
    )


def statement_days(years: range) -> tuple[date, ...]:
    """Return the days of which the bank gives a balance: the ends of the years, and of the last half-year."""
    return (*(date(year, 12, 31) for year in years[:-1]), date(years[-1], 6, 30))


def fund_records(funds: Iterable[Fund], rows: list[Row], years: range) -> dict[str, Value]:
    """Return data/funds.yml; the statements agree with ``rows``."""
    return {
        fund.id: {
            "name": fund.name,
            "description": fund.description,
            "opened": fund.opened,
            "opening_vnd": fund.opening_vnd,
            "closed_through": fund.closed_through,
            "statements": [
                _statement(fund, rows, day) for day in statement_days(years) if day >= fund.opened
            ],
            "source": {"document": plan_id(years[0])},
        }
        for fund in funds
    }


def _statement(fund: Fund, rows: list[Row], day: date) -> dict[str, Value]:
    balance = fund.opening_vnd + sum(_change(row, fund.id) for row in rows if row.day <= day)
    return {"day": day, "balance_vnd": balance, "document": statement_id(day.year)}


def list_statements(years: range) -> dict[str, date]:
    """Return the bank's statements, oldest first, with the last day of each."""
    return {statement_id(day.year): day for day in statement_days(years)}


def statement_records(years: range) -> dict[str, Value]:
    """Return the entries of data/documents.yml for the bank's statements."""
    return {
        statement_id(day.year): {
            "title": f"Sao kê tài khoản các quỹ đến {day:%d/%m/%Y} (tài liệu mẫu)",
            "publisher": CHAPTER,
            "kind": "statement",
            "published": day + _STATED_AFTER,
        }
        for day in statement_days(years)
    }


def _change(row: Row, fund: str) -> int:
    """Return what ``row`` changes in the balance of ``fund``."""
    own = row.cells.get("fund") == fund
    if row.ledger == "gifts":
        return row.received_vnd if own else 0
    if row.ledger != "expenses":
        return 0
    if row.kind == "transfer":
        return row.amount_vnd * ((row.cells.get("to_fund") == fund) - own)
    return (row.amount_vnd if row.kind == "refund" else -row.amount_vnd) if own else 0
