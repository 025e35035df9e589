"""Numbers as a source words them: degree, unit, range, and digits that can be read in two ways."""

from __future__ import annotations

import re

import yaml

from .desk import WRITTEN, Desk
from .of_figures import OTHERS_SAY_IT_TOO, number_in
from .told import Place, Told
from .ways import Remedies, Way, Words

SAME_NAME = ("so-lieu-trung-ten",)
"""Of an indicator that has a figure in the file already, the second needs a label."""


def remove_the_number(desk: Desk, told: Told, key: str, read: str) -> None:
    """What stands in ``stated`` is all that is known."""
    assert read
    mapping = _mapping(desk, told.at)
    tree = desk.yaml(told.at.path)
    tree.remove(tree.find(tree.mapping_of(tree.node_at(mapping)), key)[0])


def _mapping(desk: Desk, at: Place) -> int:
    tree, node = desk.node(at)
    return tree.begin(tree.mapping_of(node))


def correct_the_number(desk: Desk, told: Told, key: str) -> None:
    read = re.search(r"nguyên văn là (.+), còn ", told.message)
    assert read
    desk.set_key(told.at, key, number_in(read[1]))


def correct_stated(desk: Desk, told: Told) -> None:
    """The number is right: what the source says of it was copied wrongly."""
    number = re.search(r"còn `\w+` là (.+)\.$", told.message)
    assert number
    unit = re.search(r"đồng|%|\D*$", told.found)
    assert unit
    desk.set_value(told.at, f"{number[1]} {unit[0]}".strip())


def take_a_known_word(desk: Desk, told: Told, known: str) -> None:
    """The nearest in meaning: “ngót” before the number, “trở lên” behind it."""
    word = "trở lên" if told.found.startswith("từ ") else "ngót"
    assert word in re.split(r", |… ", known)
    desk.set_value(told.at, told.found.replace(told.quoted[1], word))


def remove_the_words(desk: Desk, told: Told) -> None:
    desk.set_value(told.at, " ".join(told.found.replace(told.quoted[1], "").split()))


def keep_one_word(desk: Desk, told: Told) -> None:
    desk.set_value(told.at, told.found.replace("khoảng ", ""))


def write_the_smaller_first(desk: Desk, told: Told) -> None:
    first, second = re.findall(r"\d+", told.found)
    desk.set_value(told.at, told.found.replace(first, "?").replace(second, first).replace("?", second))


def use_an_indicator_that_counts(desk: Desk, told: Told, stated: str) -> None:
    """One that there is, or a new one."""
    indicators = yaml.safe_load(desk.read("data/indicators.yml"))
    known = next((key for key, item in indicators.items() if item["unit"] == stated), None)
    if known is None:
        text = desk.read("data/indicators.yml").rstrip()
        record = f'{{name: Chỉ số mới, unit: "{stated}", definition: {WRITTEN}}}'
        desk.write("data/indicators.yml", f"{text}\nchi-so-moi: {record}\n")
    desk.set_key(told.at, "indicator", known or "chi-so-moi")


def write_the_unit(desk: Desk, told: Told, unit: str) -> None:
    wrong = told.quoted[1]
    assert wrong in told.found
    desk.set_value(told.at, f"{told.found.replace(wrong, '').strip()} {unit}")


def add_the_form(desk: Desk, told: Told, stated: str) -> None:
    """To the indicator of the figure."""
    indicator = desk.value(told.at, "indicator")
    tree = desk.yaml("data/indicators.yml")
    assert isinstance(tree.top, yaml.MappingNode)
    record = tree.mapping_of(tree.find(tree.top, indicator)[1])
    forms = yaml.safe_load(desk.read("data/indicators.yml"))[indicator].get("unit_forms", [])
    tree.set_key(record, "unit_forms", f"[{', '.join([*forms, stated])}]")


def write_as_shown(desk: Desk, told: Told, written: str, meant: str) -> None:
    assert meant
    desk.set_value(told.at, written)


def write_one(desk: Desk, told: Told, written: str) -> None:
    """In a cell with the quotation marks that are shown, as in a record."""
    if told.at.path.endswith(".csv"):
        desk.set_cell(told.at, desk.column_at(told.at), written.strip('"'))
    else:
        desk.set_value(told.at, written)


REMEDIES: Remedies = {
    "nguyen-van-khac-gia-tri": [
        Way("Bỏ `{key}` nếu chỉ biết là {read}", remove_the_number, then=OTHERS_SAY_IT_TOO),
        Way("; nếu biết số chính xác thì sửa `{key}`", correct_the_number, then=OTHERS_SAY_IT_TOO),
        Way(" hoặc `stated` cho khớp nhau.", correct_stated, then=OTHERS_SAY_IT_TOO),
    ],
    "nguyen-van-muc-do-la": [
        Way(
            "Thay bằng từ chỉ mức độ đúng ý nguồn nhất trong các từ sau: {known}.",
            take_a_known_word,
        ),
        Way(" Những từ không nói gì về mức độ thì bỏ.", remove_the_words),
    ],
    "nguyen-van-tu-mau-thuan": [
        Way(
            "Chỉ giữ từ chỉ mức độ mà nguồn dùng, ví dụ “hơn 5.000”, “ước hơn 200 tỷ”, "
            "“từ 30 người trở lên”.",
            keep_one_word,
        )
    ],
    "khoang-nguoc": [
        Way("Viết số nhỏ trước, số lớn sau, ví dụ “từ 220 đến 260 người”.", write_the_smaller_first)
    ],
    "nguyen-van-sai-don-vi": [
        Way(
            "Chọn chỉ số tính bằng “{stated}”, chưa có thì thêm vào data/indicators.yml",
            use_an_indicator_that_counts,
            then=SAME_NAME,
        ),
        Way("; nếu chỉ viết nhầm đơn vị thì sửa thành “{unit}”.", write_the_unit, then=SAME_NAME),
    ],
    "nguyen-van-don-vi-la": [
        Way(
            "Nếu hai đơn vị là một, thêm “{stated}” vào `unit_forms` của chỉ số trong data/indicators.yml",
            add_the_form,
        ),
        Way(
            "; nếu là hai thứ khác nhau, chọn chỉ số tính bằng “{stated}”, chưa có thì thêm vào tệp ấy.",
            use_an_indicator_that_counts,
            then=SAME_NAME,
        ),
    ],
    "so-hai-cach-doc": [
        Way("Viết {written} nếu là {meant}", write_as_shown),
        Way("; viết {written} nếu là {meant}.", write_as_shown),
    ],
    "so-luong-hai-cach-doc": [
        Way("Viết {written}", write_one),
        Way(" hoặc {written}.", write_one),
        Words(" Chỉ với những thứ đếm nguyên chiếc, như suất, thùng, cách viết 1.500 mới rõ là 1500."),
    ],
}
