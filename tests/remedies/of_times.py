"""Periods of figures, and what has to come before what."""

from __future__ import annotations

import re

import yaml

from .desk import WRITTEN, Desk
from .told import Place, Told
from .ways import Remedies, Way, Words


def write_the_period_so(desk: Desk, told: Told) -> None:
    """As is asked, or with a day that exists."""
    if told.nearest:
        desk.set_value(told.at, told.nearest)
        return
    tree, node = desk.node(told.at)
    tree.splice(node, tree.source(node).replace("02-30", "02-29"))


def correct_the_period(desk: Desk, told: Told) -> None:
    """It gets the year of its owner; one of many years ends after it."""
    year = _owner_year(told)
    desk.set_value(told.at, f"{year}-H1")


def _owner_year(told: Told) -> str:
    days = re.search(r"thuộc “.*” \(\d\d/\d\d/(\d{4})", told.message)
    assert days
    return days[1]


def _period_year(told: Told) -> str:
    return re.findall(r"\d\d/(\d{4})", told.message.partition(") không có ngày")[0])[-1]


def correct_the_year(desk: Desk, told: Told) -> None:
    desk.set_key(Place(told.at.path, 1), "year", _period_year(told))


def correct_the_time_of_the_file(desk: Desk, told: Told) -> None:
    correct_the_year(desk, told)
    if desk.read(told.at.path).count("\nperiod:"):
        desk.set_key(
            Place(told.at.path, 1), "period", f"{{start: {_period_year(told)}-11-09, end: 2025-01-26}}"
        )


def move_the_figure(desk: Desk, told: Told, year: str) -> None:
    """Into the file that is named, which has to be written; what else is there stays."""
    tree, node = desk.node(told.at)
    figure = tree.mapping_of(node)
    pair = next(pair for pair in tree.mapping_of(tree.parents[id(figure)]).value if pair[1] is figure)
    source = tree.source(figure)
    head = f"year: {year}\ntitle: Kết quả mẫu năm {year}\nsource: {{document: bao-cao-2024}}\nfigures:\n"
    desk.write(f"data/results/{year}.yml", f"{head}  {pair[0].value}:\n    {source}\n")
    tree.remove(pair[0])


def delete_ended(desk: Desk, told: Told) -> None:
    tree = desk.yaml(told.at.path)
    assert isinstance(tree.top, yaml.MappingNode)
    tree.remove(tree.find(tree.top, "ended")[0])


def correct_the_day(desk: Desk, told: Told) -> None:
    key = re.search(r"khoá “(\w+)”", told.message)
    assert key
    desk.set_key(told.at, key[1], {"start": "2025-01-09", "end": "2025-01-26"}[key[1]])


def correct_the_reading(desk: Desk, told: Told) -> None:
    desk.set_value(told.at, "950")


def say_why_it_fell(desk: Desk, told: Told) -> None:
    desk.set_key(told.at, "note", WRITTEN)


def say_that_it_may_fall(desk: Desk, told: Told) -> None:
    """Of the indicator whose name is told."""
    path = "data/indicators.yml"
    records = yaml.safe_load(desk.read(path))
    indicator = next(key for key, record in records.items() if record["name"] == told.found)
    tree = desk.yaml(path)
    assert isinstance(tree.top, yaml.MappingNode)
    tree.set_key(tree.mapping_of(tree.find(tree.top, indicator)[1]), "kind", "stock")


REMEDIES: Remedies = {
    "ky-khong-doc-duoc": [
        Way(
            "Viết 2024 (cả năm), 2024-H1 (nửa năm), 2024-Q1 (quý), 2025-9M (9 tháng đầu năm), "
            "2024-01 (tháng), 2024-01-15 (ngày), 2021-2026 (nhiều năm), "
            "hoặc “{start: 2012-04-01, end: 2012-05-08}”; "
            "có thể bỏ một trong hai và ghi thêm giờ: “{end: 2025-08-14 08:00}”.",
            write_the_period_so,
        )
    ],
    "ky-ngoai-nam": [
        Way("Sửa `period`", correct_the_period),
        Way(", hoặc sửa `year` của tệp", correct_the_year, optional=True),
        Way(
            ", hoặc sửa thời gian của cả tệp (`year`, `period` ở đầu tệp)",
            correct_the_time_of_the_file,
            optional=True,
        ),
        Way(
            ", hoặc chuyển số liệu sang tệp của đúng năm đó: data/results/{year}.yml",
            move_the_figure,
            then=("so-lieu-la", "bieu-do-la"),
            optional=True,
        ),
        Words("."),
    ],
    "da-ket-thuc-truoc-ngay": [
        Way("Bỏ dòng `ended`", delete_ended),
        Way(
            "; hoặc sửa ngày, nếu nguồn cho biết đợt vận động kết thúc sớm hơn.",
            correct_the_day,
            then=("da-ket-thuc-truoc-ngay",),
        ),
    ],
    "chuoi-luy-ke-giam": [
        Way("Sửa số liệu", correct_the_reading),
        Way("; nếu đúng là nguồn đã giảm số này thì ghi lý do ngay tại đó: “note: …”.", say_why_it_fell),
        Way(" Chỉ số có thể giảm thì ghi “kind: stock” trong data/indicators.yml.", say_that_it_may_fall),
    ],
}
