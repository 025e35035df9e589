"""Totals on a sheet are those of the rows."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from minhbach.derive.sheets import SheetNumbers, derive_sheet_numbers
from minhbach.ledger.columns import PUBLIC_TABLES
from minhbach.ledger.tables import Ledger, open_database

COLUMNS = {
    name: [part.split()[0] for part in text.replace("\n", " ").split(", ")]
    for name, text in PUBLIC_TABLES.items()
}
GIFT = {
    "day": date(2025, 1, 10),
    "kind": "gift",
    "listing": "named",
    "campaign": "tet-mau-2025",
    "is_goods": False,
}


def gift(number: int, amount: int | None, **more: object) -> dict[str, object]:
    return {**GIFT, "receipt": f"PT-{number}", "number": number, "amount_vnd": amount, **more}


def expense(number: int, amount: int, **more: object) -> dict[str, object]:
    common = {"day": date(2025, 1, 20), "kind": "expense", "campaign": "tet-mau-2025"}
    return {**common, "receipt": f"PC-{number}", "number": number, "amount_vnd": amount, **more}


DELIVERY = {"receipt": "TT-1", "day": date(2025, 1, 25), "kind": "delivery", "campaign": "tet-mau-2025"}
ROWS: dict[str, list[dict[str, object]]] = {
    "gifts": [
        gift(1, 500_000, name='Trần "Mẫu", Thị', note="Dòng một\nDòng hai"),
        gift(2, 12_000_000, kind="collection", listing="not-itemised"),
        gift(3, -100_000, kind="refund", refers_to="PT-1"),
        gift(4, None, is_goods=True, item="gạo", quantity=Decimal("50.5"), unit="kg", valuation="not-valued"),
        gift(5, 3_000_000, is_goods=True, item="gạo", quantity=Decimal(100), unit="kg", valuation="Hoá đơn"),
        gift(6, 9_999_999, campaign="dot-khac"),
        gift(7, 1, campaign=None),
        gift(8, -1_000, kind="correction", refers_to="PT-2"),
    ],
    "expenses": [
        expense(1, 7_000_000),
        expense(2, -200_000, kind="refund", day=date(2025, 2, 1)),
        {**expense(3, 900_000, kind="transfer", day=date(2025, 2, 2)), "to_fund": "quy-khac"},
    ],
    "deliveries": [
        {**DELIVERY, "item": "gạo", "quantity": Decimal(120), "unit": "kg", "number": 1},
        {**DELIVERY, "item": "chăn", "quantity": Decimal(14), "unit": "chiếc", "number": 2},
    ],
}


def make_ledger(rows: dict[str, list[dict[str, object]]]) -> Ledger:
    database = open_database()
    for name, items in rows.items():
        for item in items:
            marks = ", ".join("?" for _column in COLUMNS[name])
            values = [item.get(column) for column in COLUMNS[name]]
            database.execute(f"INSERT INTO public_{name} VALUES ({marks})", values)
    return Ledger(database, {name: len(items) for name, items in rows.items()})  # type: ignore[misc]


@pytest.fixture
def site(gather):
    return gather({}).site


def test_totals_are_those_of_the_rows() -> None:
    found = derive_sheet_numbers(make_ledger(ROWS), "tet-mau-2025")
    assert found.received_vnd == 500_000 + 12_000_000 - 100_000 - 1_000
    assert found.gift_count == 1
    assert found.goods_value_vnd == 3_000_000
    assert found.spent_vnd == 6_800_000
    assert found.last_day == date(2025, 2, 2)
    assert [(item.item, item.unit, item.received, item.delivered) for item in found.goods] == [
        ("chăn", "chiếc", None, Decimal(14)),
        ("gạo", "kg", Decimal("150.5"), Decimal(120)),
    ]


def test_campaign_without_rows_has_no_totals_rather_than_zero() -> None:
    assert derive_sheet_numbers(make_ledger(ROWS), "dot-chua-co") == SheetNumbers()
    assert derive_sheet_numbers(Ledger(), "tet-mau-2025").is_empty


def cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return '"' + value.replace('"', '""') + '"'
    if isinstance(value, bool):
        return str(value).lower()
    return f"{value:.3f}" if isinstance(value, Decimal) else str(value)
