"""Whoever adds up the published data gets what the pages say, to the đồng, from CSV and workbook."""

from __future__ import annotations

import csv
import re
from collections import Counter
from typing import Any

import pytest
from frictionless import Package, system
from python_calamine import CalamineWorkbook

NUMBER = re.compile(r'<data class="mb-number" value="(-?[0-9]+)">')


def read_csv(chapter: Any, name: str) -> list[dict[str, str]]:
    with (chapter.site / "du-lieu" / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def read_sheet(chapter: Any, name: str) -> list[dict[str, Any]]:
    book = CalamineWorkbook.from_path(str(chapter.site / "du-lieu/so-lieu.xlsx"))
    head, *rows = book.get_sheet_by_name(name).to_python()
    return [dict(zip(head, row, strict=True)) for row in rows]


def numbers_on(chapter: Any, address: str) -> list[int]:
    html = (chapter.site / address / "index.html").read_text(encoding="utf-8")
    return [int(value) for value in NUMBER.findall(html)]


@pytest.fixture(scope="module")
def names(demo_chapter: Any) -> dict[str, str]:
    """The names of campaigns and funds by identifier, as the workbook writes them."""
    rows = read_csv(demo_chapter, "chien-dich.csv") + read_csv(demo_chapter, "quy.csv")
    return {row["id"]: row["name"] for row in rows}


def test_campaigns_received_and_spent_what_the_rows_add_up_to(demo_chapter: Any, names: Any) -> None:
    received: Counter[str] = Counter()
    spent: Counter[str] = Counter()
    for row in read_csv(demo_chapter, "ung-ho.csv"):
        if row["is_goods"] == "false":
            received[row["campaign"]] += int(row["amount_vnd"])
    for row in read_csv(demo_chapter, "chi.csv"):
        if not row["to_fund"]:
            spent[row["campaign"]] += int(row["amount_vnd"])
    pages = sorted(demo_chapter.site.glob("chien-dich/*/thu-chi/index.html"))
    assert pages
    for page in pages:
        campaign = page.parts[-3]
        found = numbers_on(demo_chapter, f"chien-dich/{campaign}/thu-chi")
        assert found[:2] == [received[campaign], spent[campaign]], campaign
    in_book: Counter[str] = Counter()
    for row in read_sheet(demo_chapter, "Ủng hộ"):
        if row["Là hiện vật"] == "không":
            in_book[row["Chiến dịch"]] += int(row["Số tiền (đồng)"])
    assert in_book == {names.get(key, ""): amount for key, amount in received.items()}


def test_funds_hold_what_the_rows_leave(demo_chapter: Any, names: Any) -> None:
    balances = {row["id"]: int(row["opening_vnd"]) for row in read_csv(demo_chapter, "quy.csv")}
    in_book = {names[fund]: balance for fund, balance in balances.items()}
    for row in read_csv(demo_chapter, "ung-ho.csv"):
        if row["is_goods"] == "false":
            balances[row["fund"]] += int(row["amount_vnd"])
    for row in read_csv(demo_chapter, "chi.csv"):
        balances[row["fund"]] -= int(row["amount_vnd"])
        if row["to_fund"]:
            balances[row["to_fund"]] += int(row["amount_vnd"])
    for row in read_sheet(demo_chapter, "Ủng hộ"):
        if row["Là hiện vật"] == "không":
            in_book[row["Quỹ"]] += int(row["Số tiền (đồng)"])
    for row in read_sheet(demo_chapter, "Chi"):
        in_book[row["Quỹ"]] -= int(row["Số tiền (đồng)"])
        if row["Chuyển đến quỹ"]:
            in_book[row["Chuyển đến quỹ"]] += int(row["Số tiền (đồng)"])
    assert in_book == {names[fund]: balance for fund, balance in balances.items()}
    for fund, balance in balances.items():
        assert balance in numbers_on(demo_chapter, f"thu-chi/quy/{fund}"), fund
    assert sum(balances.values()) == numbers_on(demo_chapter, "thu-chi")[0]


def test_the_published_package_is_valid_to_an_independent_judge(demo_chapter: Any) -> None:
    with system.use_context(trusted=True):
        report = Package(str(demo_chapter.site / "du-lieu/datapackage.json")).validate()
    assert report.valid, report.flatten(["title", "message"])[:5]
    assert len(report.tasks) > 8
