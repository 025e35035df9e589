"""Figures of other bodies, and years that are compared: whose a figure is gets said, or is not mixed."""

from __future__ import annotations

import re

from .desk import Desk
from .of_names import add_to, use_one_of
from .told import Told
from .ways import Remedies, Way


def leave_body_out(desk: Desk, told: Told) -> None:
    desk.remove_entry(told.at)


def name_the_body(desk: Desk, told: Told, short: str) -> None:
    desk.change_link(told.at, f"{short}: {desk.link_at(told.at)}")


def delete_the_key(desk: Desk, told: Told, key: str) -> None:
    tree = desk.yaml(told.at.path)
    tree.remove(tree.find(tree.mapping_of(tree.top), key)[0])


def say_it_is_our_own(desk: Desk, told: Told) -> None:
    text = desk.read(told.at.path)
    desk.write(told.at.path, re.sub(r"^ *body: .*\n", "", text, count=1, flags=re.MULTILINE))


def divide_by_our_own(desk: Desk, told: Told) -> None:
    desk.set_value(told.at, "suat-qua-hoi")


def show_the_figure(desk: Desk, told: Told, example: str) -> None:
    words = re.search(r"\[([^\]]*)\]", desk.link_at(told.at))
    assert words
    desk.change_link(told.at, example.replace("…", words[1]))


def enter_another_year(desk: Desk, told: Told) -> None:
    indicator = told.found.partition(".")[0]
    desk.write(
        "data/results/2020.yml",
        "year: 2020\ntitle: Kết quả mẫu năm 2020\nsource: {document: bao-cao-2024}\n"
        f"figures:\n  so-lieu: {{indicator: {indicator}, value: 1200}}\n",
    )


REMEDIES: Remedies = {
    "to-chuc-la": [
        Way("Dùng một mã trong data/bodies.yml", use_one_of("data/bodies.yml")),
        Way(
            " hoặc thêm tổ chức đó vào tệp ấy",
            add_to("data/bodies.yml", "{{name: Tổ chức mới, kind: other}}"),
        ),
        Way("; số liệu của chính Hội thì không ghi “body”.", leave_body_out),
    ],
    "thieu-ten-to-chuc": [
        Way("Viết rõ trong bài đó là số liệu của ai, ví dụ “{short}”.", name_the_body),
    ],
    "so-sach-to-chuc-khac": [
        Way("Xoá khoá “{key}”", delete_the_key),
        Way("; hoặc xoá “body” nếu đây là của chính Hội.", say_it_is_our_own),
    ],
    "lan-so-lieu-to-chuc": [
        Way("Xoá “per”", leave_body_out),
        Way(", hoặc ghi ở đó một số liệu của cùng một tổ chức.", divide_by_our_own),
    ],
    "chua-du-hai-nam": [
        Way("Đưa chính số liệu ấy vào bài, “{example}”", show_the_figure),
        Way(", hoặc nhập thêm số liệu của một năm khác.", enter_another_year, elsewhere=True),
    ],
}
