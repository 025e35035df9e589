"""How figures stand to each other: changes, shares, contradictions, quotients, years, and whose they are."""

from __future__ import annotations

import re
from decimal import Decimal

import yaml

from .desk import Desk, Yaml
from .of_figures import number_in
from .told import Place, Told
from .ways import Remedies, Way

BODIES = "data/bodies.yml"


def _figure(desk: Desk, at: Place, *, levels: int = 2) -> tuple[Yaml, yaml.MappingNode]:
    """Return the mapping ``levels`` above the one at ``at``: of ``compare.x`` the figure."""
    tree, node = desk.node(at)
    mapping = tree.mapping_of(node)
    for _level in range(levels):
        mapping = tree.mapping_of(tree.parents[id(mapping)])
    return tree, mapping


def _figure_of(desk: Desk, path: str, key: str) -> tuple[Yaml, yaml.MappingNode]:
    tree = desk.yaml(path)
    assert isinstance(tree.top, yaml.MappingNode)
    figures = tree.mapping_of(tree.find(tree.top, "figures")[1])
    return tree, tree.mapping_of(tree.find(figures, key)[1])


# Changes and shares -----------------------------------------------------------------------------------------


def write_the_first_example(desk: Desk, told: Told, first: str, others: str) -> None:
    assert others
    desk.set_value(told.at, first)


def write_what_follows(desk: Desk, told: Told, derived: str) -> None:
    desk.set_value(told.at, f'"{derived}"')


def correct_the_figure_that_changed(desk: Desk, told: Told) -> None:
    """So that the stated change is right: “tăng 21%” of 400 is 484, “giảm 48” 352."""
    other = re.search(r" so với (.+) thì ", told.message)
    number = re.search(r"\d+", told.found)
    assert other
    assert number
    base, change = Decimal(number_in(other[1])), Decimal(number[0])
    change = base * change / 100 if "%" in told.found else change
    new = base + change if told.found.startswith("tăng") else base - change
    tree, figure = _figure(desk, told.at)
    tree.set_key(figure, "value", f"{new.normalize():f}")


def correct_the_figure_that_is_a_share(desk: Desk, told: Told) -> None:
    """So that the stated share is right."""
    match = re.fullmatch(r".+ trong (.+) là .+, nhưng tỷ trọng ghi là (\d+)%\.", told.message)
    assert match
    tree, figure = _figure(desk, told.at)
    tree.set_key(figure, "value", str(round(int(number_in(match[1])) * int(match[2]) / 100)))


def correct_the_part(desk: Desk, told: Told) -> None:
    """Of a share in words the stated percentage, of one of a figure the figure."""
    found = re.search(r": (.+) trong “", told.message)
    assert found
    if "%" in found[1]:
        desk.set_key(told.at, "stated", '"12%"')
    else:
        tree, figure = _figure(desk, told.at)
        tree.set_key(figure, "value", "40")


def correct_the_whole(desk: Desk, told: Told) -> None:
    """The figure that ``of`` names."""
    key = desk.value(told.at, "of").partition(".")[2]
    tree, figure = _figure_of(desk, told.at.path, key)
    tree.set_key(figure, "value", "4000")


def write_a_change_instead(desk: Desk, told: Told) -> None:
    """What was to be a share of more than the whole says by how much it was exceeded."""
    text = desk.read(told.at.path).replace("    share:\n", "    compare:\n")
    text = text.replace("{of: ", "{with: ").replace('{whole: kế hoạch, stated: "112%"}', EXCEEDED)
    desk.write(told.at.path, text)


EXCEEDED = '{base: kế hoạch, stated: "tăng 12%"}'


def name_a_figure_of_the_same_unit(desk: Desk, told: Told) -> None:
    desk.set_value(told.at, "2024.dot-mot")


def say_in_words(desk: Desk, told: Told) -> None:
    tree, node = desk.node(told.at)
    tree.splice(tree.mapping_of(node), '{base: năm trước, stated: "tăng 12%"}')


# Contradictions ---------------------------------------------------------------------------------------------


def remove_the_line(desk: Desk, told: Told) -> None:
    desk.remove_entry(told.at)


def enter_the_other_number(desk: Desk, told: Told) -> None:
    desk.set_key(told.at, "also_stated", '[{stated: "450 suất quà"}]')


# Figures of one indicator -----------------------------------------------------------------------------------


def label_it(desk: Desk, told: Told, example: str) -> None:
    key, _, label = example.partition(": ")
    desk.set_key(told.at, key, label)


def give_it_a_period(desk: Desk, told: Told) -> None:
    desk.set_key(told.at, "period", "2024-H1")


def delete_the_figure(desk: Desk, told: Told) -> None:
    desk.remove_entry(told.at)


# What is divided by what ------------------------------------------------------------------------------------


def divide_by_one_of_the_same_time(desk: Desk, told: Told) -> None:
    desk.set_value(told.at, "ca-nam")


def divide_by_one_of_the_same_body(desk: Desk, told: Told) -> None:
    desk.set_value(told.at, "luot-nguoi")


# Whose they are ---------------------------------------------------------------------------------------------


def use_a_body(desk: Desk, told: Told) -> None:
    known = told.nearest or next(iter(yaml.safe_load(desk.read(BODIES))))
    desk.set_value(told.at, known)


def add_the_body(desk: Desk, told: Told) -> None:
    before = desk.read(BODIES) if desk.path(BODIES).exists() else ""
    record = f"{told.found}: {{name: Hội Chữ thập đỏ quận Mẫu, short_name: Hội CTĐ quận Mẫu, kind: parent}}\n"
    desk.write(BODIES, before + record)


def remove_the_body(desk: Desk, told: Told) -> None:
    desk.remove_entry(told.at)


def remove_the_key(desk: Desk, told: Told, key: str) -> None:
    tree = desk.yaml(told.at.path)
    assert isinstance(tree.top, yaml.MappingNode)
    tree.remove(tree.find(tree.top, key)[0])


def remove_every_body(desk: Desk, told: Told) -> None:
    """Of the file, or of the figure that the key is about."""
    lines = desk.read(told.at.path).split("\n")
    number = next(number for number, line in enumerate(lines, start=1) if line.strip().startswith("body:"))
    desk.replace_line(Place(told.at.path, number))


def name_the_body(desk: Desk, told: Told, short: str) -> None:
    line = desk.line(told.at)
    desk.replace_line(told.at, f"{short} cho biết: {line[0].lower()}{line[1:]}")


def show_the_figure_itself(desk: Desk, told: Told, sort: str, address: str) -> None:
    alt = re.match(r"!\[(.*?)\]", desk.link_at(told.at))
    assert alt
    desk.change_link(told.at, f"![{alt[1]}]({sort}:{address})")


def enter_another_year(desk: Desk, told: Told) -> None:
    indicator = told.found.partition(".")[0]
    figure = f"  {indicator}: {{indicator: {indicator}, value: 300000}}\n"
    source = "source: {document: bao-cao-2024}\n"
    desk.write(
        "data/results/2022.yml", f"year: 2022\ntitle: Kết quả mẫu năm 2022\n{source}figures:\n{figure}"
    )


REMEDIES: Remedies = {
    "thay-doi-khong-doc-duoc": [
        Way("Viết như nguồn viết: “{first}”, {others}.", write_the_first_example),
    ],
    "thay-doi-mau-thuan": [
        Way("Sửa `stated` thành “{derived}”", write_what_follows),
        Way(
            ", hoặc sửa một trong hai số liệu; đối chiếu cả ba với nguồn.",
            correct_the_figure_that_changed,
        ),
    ],
    "ty-trong-mau-thuan": [
        Way("Sửa tỷ trọng thành “{derived}”", write_what_follows),
        Way(
            ", hoặc sửa một trong hai số liệu; đối chiếu cả ba với nguồn.",
            correct_the_figure_that_is_a_share,
        ),
    ],
    "ty-trong-qua-tong": [
        Way("Sửa phần", correct_the_part),
        Way(" hoặc tổng", correct_the_whole),
        Way(
            "; con số vượt mức so sánh là tỷ lệ đạt hoặc mức tăng, không phải tỷ trọng.",
            write_a_change_instead,
        ),
    ],
    "so-sanh-khac-don-vi": [
        Way("Ghi một số liệu cùng đơn vị", name_a_figure_of_the_same_unit),
        Way(
            ", hoặc nói bằng lời là so với cái gì (`base: …` hoặc `whole: …`), "
            "kèm lời của nguồn: `stated: …`.",
            say_in_words,
        ),
    ],
    "mau-thuan-thua": [
        Way("Xoá `contradiction`", remove_the_line),
        Way(", hoặc nhập con số không khớp vào `parts` hay `also_stated`.", enter_the_other_number),
    ],
    "so-lieu-trung-ten": [
        Way("Ghi chỗ khác nhau bằng `label` (ví dụ “{example}”)", label_it),
        Way(" hoặc `period`", give_it_a_period),
        Way("; nếu là một thì xoá bớt.", delete_the_figure),
    ],
    "chia-khac-ky": [
        Way("Ghi ở `per` một số liệu cùng thời gian", divide_by_one_of_the_same_time),
        Way(", hoặc xoá dòng `per`.", remove_the_line),
    ],
    "lan-so-lieu-to-chuc": [
        Way("Xoá “per”", remove_the_line),
        Way(", hoặc ghi ở đó một số liệu của cùng một tổ chức.", divide_by_one_of_the_same_body),
    ],
    "to-chuc-la": [
        Way("Dùng một mã trong data/bodies.yml", use_a_body),
        Way(" hoặc thêm tổ chức đó vào tệp ấy", add_the_body),
        Way("; số liệu của chính Hội thì không ghi “body”.", remove_the_body),
    ],
    "so-sach-to-chuc-khac": [
        Way("Xoá khoá “{key}”", remove_the_key),
        Way("; hoặc xoá “body” nếu đây là của chính Hội.", remove_every_body),
    ],
    "thieu-ten-to-chuc": [
        Way("Viết rõ trong bài đó là số liệu của ai, ví dụ “{short}”.", name_the_body),
    ],
    "chua-du-hai-nam": [
        Way("Đưa chính số liệu ấy vào bài, “![…]({sort}:{address})”", show_the_figure_itself),
        Way(", hoặc nhập thêm số liệu của một năm khác vào data/results/.", enter_another_year),
    ],
}
