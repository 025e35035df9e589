"""Keys, values and identifiers of single records, and YAML that cannot be read."""

from __future__ import annotations

import re

from .desk import WRITTEN, Desk
from .told import Place, Told
from .ways import Remedies, Way, Words

VALUES = {
    "published": "2025-02-03 09:00",
    "section": "tin-tuc",
    "basis": "no-people",
    "article": "2025/bai-mau",
    "document": "bao-cao-2024",
}
"""What staff write for keys that hold no free words."""


def value_as_described(expected: str) -> str:
    """Return a value of the kind that the message asks for: of several, the first."""
    described = {
        r"một trong các từ: ([\w-]+)": r"\1",
        r"một nhóm khoá": "{tin-tuc: {name: Tin tức}}",
        r"một chỉ tiêu lớn hơn 0": "1219",
        r"một số viết liền bằng chữ số, như (\d+)": r"\1",
        r"một số nguyên": "2025",
        r"số từ (\d+) trở lên": r"\1",
        r"địa chỉ của một máy chủ: https:// và tên máy chủ": "https://ten-hoi.goatcounter.com",
        r"(\d+) đến \d+ ký tự 0–9 và a–f": r'"\1"',
        r"(\d+) chữ số 0–9 và a–f": r'"\1"',
        r"sáu chữ số": '"000000"',
        r"\d+ đến \d+ chữ cái và chữ số, không có dấu cách": '"001101234567"',
        r"tối đa \d+ chữ cái không dấu": "Ung ho",
    }
    for pattern, value in described.items():
        match = re.match(pattern, expected)
        if match:
            if "0–9" in pattern:
                return '"' + "0a" * (int(match[1]) // 2) + '"'
            return match.expand(value)
    raise AssertionError(f"nobody knows what to write for “{expected}”: say it in value_as_described")


def correct_the_value(desk: Desk, told: Told) -> None:
    expected = re.search(r"; ở đây cần (.+)\.$", told.message)
    assert expected
    desk.set_value(told.at, value_as_described(expected[1]))


def rename_the_key(desk: Desk, told: Told) -> None:
    """To the name that is asked about, or to a known one that fits words."""
    known = re.search(r"Các khoá dùng được ở đây: (.+)\.", told.remedy)
    assert known
    assert told.nearest is None or told.nearest in known[1].split(", ")
    present = re.findall(r"^\s*(\w+):", desk.read(told.at.path), re.MULTILINE)
    free = [name for name in ("note", "short_title") if name in known[1] and name not in present]
    desk.replace(told.at, told.found, told.nearest or free[0])


def delete_the_line(desk: Desk, told: Told, known: str) -> None:
    assert known
    desk.remove_entry(told.at)


def add_the_key(desk: Desk, told: Told, key: str) -> None:
    desk.set_key(told.at, key, VALUES.get(key, WRITTEN))


def add_the_other_key(desk: Desk, told: Told, other: str) -> None:
    add_the_key(desk, told, other)


def write_the_value(desk: Desk, told: Told, key: str) -> None:
    line = next(
        number
        for number, text in enumerate(desk.read(told.at.path).split("\n"), start=1)
        if number >= told.at.line and text.strip().startswith(f"{key}:")
    )
    desk.replace_line(Place(told.at.path, line), f"{key}: {VALUES.get(key, WRITTEN)}")


def write_the_date_so(desk: Desk, told: Told, day: str, moment: str) -> None:
    new = moment if re.search(r"\d\d:\d\d", told.found) else day
    if told.at.path.endswith(".csv"):
        desk.set_cell(told.at, desk.column_at(told.at), new)
    else:
        desk.set_value(told.at, new)


def use_the_identifier_shown(desk: Desk, told: Told, expected: str) -> None:
    folder, _, name = told.at.path.rpartition("/")
    if name.rpartition(".")[0] == told.found:
        desk.move(told.at.path, f"{folder}/{expected}.{name.rpartition('.')[2]}")
    else:
        desk.replace(told.at, told.found, expected)


def choose_another_identifier(desk: Desk, told: Told) -> None:
    folder, _, name = told.at.path.rpartition("/")
    stem, _, suffix = name.rpartition(".")
    if stem == told.found:
        desk.move(told.at.path, f"{folder}/{stem}-2.{suffix}")
    else:
        desk.set_key(told.at, "unit", told.found.removesuffix("1") + "2")


def move_to_the_year(desk: Desk, told: Told, folder: str) -> None:
    desk.move(told.at.path, folder + told.at.path.rpartition("/")[2])


def correct_the_year(desk: Desk, told: Told) -> None:
    year = told.at.path.split("/")[1]
    desk.replace(told.at, desk.value(told.at, "published"), f"{year}-02-03 09:00")


# YAML -------------------------------------------------------------------------------------------------------


def begin_with_front_matter(desk: Desk, told: Told) -> None:
    keys = {"title": "Bài thử", **{key: VALUES[key] for key in ("published", "section")}, "summary": WRITTEN}
    head = "".join(f"{key}: {value}\n" for key, value in keys.items())
    desk.write(told.at.path, f"---\n{head}---\n{desk.read(told.at.path)}")


def close_front_matter(desk: Desk, told: Told) -> None:
    lines = desk.read(told.at.path).split("\n")
    last = max(number for number, line in enumerate(lines) if re.match(r"\w+:", line))
    desk.replace_line(Place(told.at.path, last + 1), lines[last], "---")


def move_text_below(desk: Desk, told: Told) -> None:
    text = desk.read(told.at.path)
    long = max(text.split("\n"), key=len)
    desk.write(told.at.path, text.replace(long + "\n", "") + long.partition(": ")[2][:40_000] + "\n")


def look_at_quotes_colons_and_indentation(desk: Desk, told: Told) -> None:
    """The place and the reason say which of the three it is."""
    line = desk.line(told.at)
    key, _, value = line.strip().partition(": ")
    if "dấu ngoặc mở ở đây chưa được đóng" in told.message:
        desk.replace_line(told.at, line + '"')
    elif "thiếu dấu “:” sau khoá" in told.message:
        word, _, rest = line.partition(" ")
        desk.replace_line(told.at, f"{word}: {rest}")
    elif ": " in value or "văn bản không được bắt đầu bằng ký tự này" in told.message:
        desk.replace_line(told.at, f'{key}: "{value}"')
    else:
        desk.replace_line(told.at, line[1:])


def replace_the_tab(desk: Desk, told: Told) -> None:
    desk.replace(told.at, "\t", "  ")


def remove_the_tag(desk: Desk, told: Told) -> None:
    desk.replace(told.at, told.found, "")


def put_in_quotes(desk: Desk, told: Told) -> None:
    line = desk.line(told.at)
    value = line[told.at.column - 1 :]
    desk.replace(told.at, value, f'"{value}"')


def write_the_value_out(desk: Desk, told: Told) -> None:
    """Who wrote an alias meant a value that stands elsewhere."""
    desk.replace(told.at, told.found, WRITTEN)


def keep_the_first(desk: Desk, told: Told) -> None:
    desk.replace_line(told.at)


def keep_the_second(desk: Desk, told: Told) -> None:
    first = re.search(r"lần đầu ở dòng (\d+)", told.message)
    assert first
    desk.replace_line(Place(told.at.path, int(first[1])))


def write_the_key_as_a_word(desk: Desk, told: Told) -> None:
    desk.replace(told.at, "[tags]", "tags")


def write_flatter(desk: Desk, told: Told) -> None:
    text = desk.read(told.at.path)
    assert set(text.strip()) == {"[", "]"}
    desk.write(told.at.path, "[]\n")


REMEDIES: Remedies = {
    "khoa-la": [
        Way("Sửa tên khoá", rename_the_key),
        Way(" hoặc xoá dòng này. Các khoá dùng được ở đây: {known}.", delete_the_line),
    ],
    "thieu-khoa": [
        Way("Thêm một dòng “{key}: …”", add_the_key),
        Way(" hoặc “{other}: …”", add_the_other_key, optional=True),
        Words("."),
    ],
    "khoa-trong": [Way("Viết giá trị sau “{key}:”.", write_the_value)],
    "gia-tri-sai": [Way("Sửa lại giá trị này.", correct_the_value, then=("tai-khoan-khac-xac-nhan",))],
    "ngay-khong-hop-le": [
        Way("Viết ngày theo mẫu {day}, viết ngày giờ theo mẫu {moment}.", write_the_date_so)
    ],
    "ma-khong-hop-le": [
        Way(
            "Chỉ dùng chữ thường không dấu, chữ số và dấu gạch nối, ví dụ “{expected}”.",
            use_the_identifier_shown,
        )
    ],
    "trung-ma": [
        Way("Chọn một mã khác, vì địa chỉ trang được lập từ mã.", choose_another_identifier),
    ],
    "sai-thu-muc-nam": [
        Way("Chuyển tệp vào “{folder}”", move_to_the_year, then=("nguon-la", "lien-ket-hong")),
        Way(", hoặc sửa `published` nếu ghi nhầm năm.", correct_the_year),
    ],
    "thieu-phan-dau": [
        Way(
            "Mở đầu tệp bằng dòng “---”, rồi các khoá title, published, …, rồi một dòng “---” nữa.",
            begin_with_front_matter,
        )
    ],
    "phan-dau-khong-dong": [Way("Thêm một dòng “---” sau khoá cuối cùng.", close_front_matter)],
    "phan-dau-qua-lon": [Way("Chuyển nội dung bài xuống dưới dòng “---” thứ hai.", move_text_below)],
    "sai-cu-phap-yaml": [
        Way(
            "Xem lại dấu ngoặc kép, dấu hai chấm và độ thụt dòng; "
            'đặt văn bản có “: ” hoặc “#” trong ngoặc kép "…".',
            look_at_quotes_colons_and_indentation,
        )
    ],
    "yaml-co-tab": [Way("Thay dấu tab bằng hai dấu cách.", replace_the_tab)],
    "yaml-co-the": [
        Way("Bỏ thẻ này", remove_the_tag),
        Way('; nếu đó là văn bản bắt đầu bằng “!” thì đặt trong ngoặc kép "…".', put_in_quotes),
    ],
    "yaml-co-neo": [
        Way("Viết đầy đủ giá trị ở từng chỗ", write_the_value_out),
        Way('; nếu đó là văn bản bắt đầu bằng “&” hoặc “*” thì đặt trong ngoặc kép "…".', put_in_quotes),
    ],
    "trung-khoa": [Way("Chỉ giữ lại một.", keep_the_first), Way("", keep_the_second)],
    "khoa-khong-hop-le": [
        Way("Viết khoá thành một từ, theo sau là dấu “:”.", write_the_key_as_a_word),
    ],
    "yaml-qua-sau": [Way("Viết lại cho bớt cấp lồng nhau.", write_flatter)],
}
