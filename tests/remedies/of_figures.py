"""Numbers that do not agree with their source, with each other or with the words of a text."""

from __future__ import annotations

import re
from decimal import Decimal

from .desk import WRITTEN, Desk
from .told import Place, Told
from .ways import Remedies, Way

SCALES = {"nghìn": 10**3, "triệu": 10**6, "tỷ": 10**9}
OTHERS_SAY_IT_TOO = (
    "so-lieu-sai-lam-tron",
    "so-lieu-qua-chi-tiet",
    "so-lieu-qua-chac-chan",
    "so-lieu-kieu-nuoc-ngoai",
)
"""Whoever corrects a record is told of every text that still says the old number."""


def number_in(words: str) -> str:
    """Return the number in Vietnamese words written out in digits, as a person would."""
    match = re.search(r"\d[\d.]*(?:,\d+)?", words)
    assert match, words
    value = Decimal(match[0].replace(".", "").replace(",", "."))
    for scale, factor in SCALES.items():
        if re.match(rf"\s*{scale}\b", words[match.end() :]):
            value *= factor
    return f"{value.normalize():f}"


def write_what_is_expected(desk: Desk, told: Told, expected: str) -> None:
    desk.replace(told.at, told.found, expected)


def write_in_the_way_shown(desk: Desk, told: Told, expected: str, thousands: str, decimals: str) -> None:
    """The marks that are named are those of the number that is shown."""
    marks = {"dấu chấm": ".", "dấu phẩy": ","}
    assert re.fullmatch(rf"[^.,]*(?:\{marks[thousands]}\d{{3}})*(?:\{marks[decimals]}\d+)?[^.,]*", expected)
    write_what_is_expected(desk, told, expected)


def write_the_link_shown(desk: Desk, told: Told, expected: str, address: str) -> None:
    desk.change_link(told.at, f"[{expected}](figure:{address})")


def correct_the_record(desk: Desk, told: Told, record: str) -> None:
    """The text was right: the record gets its number, as the source has it."""
    assert record
    if told.found.endswith("%"):
        desk.set_key(told.place_named(), "achievement", told.found)
        return
    is_english = told.at.path.endswith(".en.md")
    swap = str.maketrans(",.", ".,") if is_english else {}
    _write_figure(desk, told.place_named(), told.found.translate(swap))


def write_without_a_number(desk: Desk, told: Told) -> None:
    desk.change_link(told.at, "ủng hộ của nhiều người")


def enter_value_with_source(desk: Desk, told: Told, record: str) -> None:
    assert record
    place = told.place_named()
    _write_figure(desk, place, told.found)
    desk.set_key(place, "source", "{document: bao-cao-2024}")


def _write_figure(desk: Desk, place: Place, stated: str) -> None:
    desk.set_key(place, "value", number_in(stated))
    desk.set_key(place, "stated", stated)


def write_the_first_example(desk: Desk, told: Told, first: str, others: str) -> None:
    assert others
    desk.set_value(told.at, first)


def _percents(told: Told) -> tuple[str, str, str, str]:
    pattern = r"(.+) so với chỉ tiêu (.+) là (.+), nhưng tỷ lệ đạt ghi là (.+)\."
    match = re.fullmatch(pattern, told.message)
    assert match
    return match[1], match[2], match[3], match[4]


def correct_value_by_target(desk: Desk, told: Told) -> None:
    _value, target, _derived, stated = _percents(told)
    desk.set_key(told.at, "value", str(int(number_in(target)) * int(number_in(stated)) // 100))


def correct_target(desk: Desk, told: Told) -> None:
    value, target, _derived, stated = _percents(told)
    wanted = int(number_in(value)) * 100 // int(number_in(stated))
    line = next(
        number
        for number, text in enumerate(desk.read(told.at.path).split("\n"), start=1)
        if f"value: {number_in(target)}" in text
    )
    desk.replace_in_line(Place(told.at.path, line), number_in(target), str(wanted))


def correct_achievement(desk: Desk, told: Told) -> None:
    desk.set_value(told.at, _percents(told)[2])


def state_achievement(desk: Desk, told: Told) -> None:
    """“gấp 4” of the source is 400%."""
    assert told.found == "gấp 4"
    desk.set_value(told.at, "400%")


def add_target(desk: Desk, told: Told) -> None:
    desk.set_key(told.at, "targets", "{assigned: {by: Thành phố, value: 1219}}")


def add_target_not_stated(desk: Desk, told: Told, targets: str) -> None:
    desk.set_key(told.at, "targets", targets.replace("…", "Thành phố"))


def enter_value(desk: Desk, told: Told) -> None:
    desk.set_key(told.at, "value", "1000000")


def remove_the_line(desk: Desk, told: Told) -> None:
    """The place is that of the value; key and value go."""
    desk.remove_entry(told.at)


def _sum_and_whole(told: Told) -> tuple[str, str]:
    match = re.fullmatch(r"Các thành phần cộng lại là (.+), nhưng tổng ghi là (.+)\.", told.message)
    assert match
    return number_in(match[1]), number_in(match[2])


def correct_a_part(desk: Desk, told: Told) -> None:
    total, whole = _sum_and_whole(told)
    last = re.findall(r"\{(?:unit|label): [^}]*value: (\d+)\}", desk.read(told.at.path))[-1]
    text = desk.read(told.at.path)
    desk.write(
        told.at.path, text.replace(f"value: {last}}}", f"value: {int(last) + int(whole) - int(total)}}}")
    )


def correct_the_whole(desk: Desk, told: Told) -> None:
    total, whole = _sum_and_whole(told)
    text = re.sub(r"\n +stated: 24,6 tỷ đồng", "", desk.read(told.at.path))
    desk.write(told.at.path, text.replace(f"value: {whole}\n", f"value: {total}\n", 1))


def say_that_parts_are_not_complete(desk: Desk, told: Told) -> None:
    text = desk.read(told.at.path)
    desk.write(told.at.path, text.replace("complete: true", "complete: false"))


def say_that_the_source_is_wrong(desk: Desk, told: Told) -> None:
    """Of the figure that has the parts: the place is that of its items."""
    tree, node = desk.node(told.at)
    parts = tree.mapping_of(tree.parents[id(node)])
    tree.set_key(tree.mapping_of(tree.parents[id(parts)]), "contradiction", WRITTEN)


def make_value_the_last_of_the_series(desk: Desk, told: Told) -> None:
    text = desk.read(told.at.path)
    last = re.search(r"Giá trị cuối của chuỗi là (.+), nhưng `value` là (.+)\.", told.message)
    assert last
    new = text.replace(f"    value: {number_in(last[2])}\n", f"    value: {number_in(last[1])}\n")
    desk.write(told.at.path, new)


def add_the_missing_day(desk: Desk, told: Told) -> None:
    value = re.search(r"nhưng `value` là (.+)\.", told.message)
    assert value
    line = desk.line(told.at)
    indent = line[: line.index("-")]
    day = f"{indent}- {{as_of: 2025-01-26, value: {number_in(value[1])}}}"
    desk.replace_line(told.at, line, day)


def order_the_series(desk: Desk, told: Told) -> None:
    lines = desk.read(told.at.path).split("\n")
    series = [number for number, line in enumerate(lines) if "as_of:" in line]
    ordered = sorted(lines[number] for number in series)
    for number, line in zip(series, ordered, strict=True):
        lines[number] = line
    desk.write(told.at.path, "\n".join(lines))


def _dates_told(told: Told) -> list[str]:
    days = re.findall(r"\d{4}-\d\d(?:-\d\d(?: \d\d:\d\d)?)?", told.message)
    return [*days, *(f"{y}-{m}-{d}" for d, m, y in re.findall(r"(\d\d)/(\d\d)/(\d{4})", told.message))]


def correct_the_date_here(desk: Desk, told: Told) -> None:
    """The date at the place is wrong: it gets the later one's day, or hour."""
    if desk.line(told.at)[told.at.column - 1] == "{":
        desk.set_key(told.at, "end", max(_dates_told(told)))
    else:
        desk.set_value(told.at, max(_dates_told(told)))


def correct_the_other_date(desk: Desk, told: Told) -> None:
    """The other date is wrong: it gets this one's."""
    first, last = min(_dates_told(told)), max(_dates_told(told))
    text = desk.read(told.at.path)
    assert text.count(last) == 1, last
    desk.write(told.at.path, text.replace(last, first))


ONE_OF_TWO_DATES = [
    Way("Sửa một trong hai ngày.", correct_the_date_here),
    Way("", correct_the_other_date),
]
REMEDIES: Remedies = {
    "nguyen-van-khong-doc-duoc": [
        Way("Viết đúng một con số như trong nguồn, ví dụ “{first}”, {others}.", write_the_first_example)
    ],
    "ty-le-khong-doc-duoc": [
        Way(
            "Viết như trong nguồn, có dấu %, ví dụ “227%” hoặc “trên 100%”. "
            "“Vượt 59% chỉ tiêu” tức là bằng 159% chỉ tiêu: ghi “159%”, còn lời của nguồn chép vào `note`.",
            state_achievement,
        )
    ],
    "so-lieu-sai-lam-tron": [
        Way("Sửa thành “{expected}”", write_what_is_expected),
        Way(
            ", hoặc sửa số liệu tại {record} nếu số liệu gốc khác.",
            correct_the_record,
            then=(*OTHERS_SAY_IT_TOO, "ty-le-mau-thuan"),
        ),
    ],
    "so-lieu-qua-chi-tiet": [Way("Sửa thành “{expected}”.", write_what_is_expected)],
    "so-lieu-qua-chac-chan": [Way("Sửa thành “{expected}”.", write_what_is_expected)],
    "so-lieu-chua-co-can-cu": [Way("Sửa thành “{expected}”.", write_what_is_expected)],
    "so-lieu-sai-don-vi": [Way("Sửa thành “{expected}”.", write_what_is_expected)],
    "so-lieu-khong-doc-duoc": [
        Way(
            "Viết đúng một con số trong ngoặc vuông, ví dụ [{expected}](figure:{address}).",
            write_the_link_shown,
        )
    ],
    "so-lieu-kieu-nuoc-ngoai": [
        Way(
            "Viết “{expected}”: {thousands} ngăn hàng nghìn, {decimals} trước phần thập phân.",
            write_in_the_way_shown,
        )
    ],
    "so-lieu-chua-cong-bo": [
        Way("Viết câu không có con số", write_without_a_number),
        Way(", hoặc điền giá trị kèm nguồn tại {record}.", enter_value_with_source),
    ],
    "ty-le-mau-thuan": [
        Way("Sửa `value`", correct_value_by_target, then=OTHERS_SAY_IT_TOO),
        Way(", chỉ tiêu", correct_target),
        Way(" hoặc `achievement`; đối chiếu cả ba với nguồn.", correct_achievement, then=OTHERS_SAY_IT_TOO),
    ],
    "ty-le-thieu-chi-tieu": [
        Way("Thêm chỉ tiêu", add_target),
        Way(
            "; nếu nguồn không nêu chỉ tiêu thì thêm `targets: {targets}`.",
            add_target_not_stated,
        ),
    ],
    "ty-le-thieu-ket-qua": [
        Way("Điền giá trị", enter_value),
        Way(", hoặc bỏ `achievement` cho đến khi số liệu được công bố.", remove_the_line),
    ],
    "thanh-phan-lech-tong": [
        Way("Sửa phần", correct_a_part),
        Way(" hoặc tổng", correct_the_whole, then=(*OTHERS_SAY_IT_TOO, "ty-le-mau-thuan")),
        Way(", hoặc ghi `complete: false`", say_that_parts_are_not_complete),
        Way("; nếu chính nguồn sai thì ghi rõ: `contradiction: …`.", say_that_the_source_is_wrong),
    ],
    "chuoi-lech-gia-tri": [
        Way(
            "Sửa để `value` (và `stated`) trùng với giá trị cuối của chuỗi",
            make_value_the_last_of_the_series,
            then=(*OTHERS_SAY_IT_TOO, "ty-le-mau-thuan"),
        ),
        Way(", hoặc thêm ngày còn thiếu vào chuỗi.", add_the_missing_day),
    ],
    "chuoi-sai-thu-tu": [
        Way(
            "Xếp chuỗi theo `as_of` từ cũ đến mới, mỗi thời điểm một lần; "
            "một ngày có nhiều số liệu thì mỗi số ghi thêm giờ.",
            order_the_series,
        ),
    ],
    "ket-thuc-truoc-bat-dau": ONE_OF_TWO_DATES,
    "cap-nhat-truoc-dang": [
        Way("Sửa một trong hai thời điểm.", correct_the_date_here),
        Way("", correct_the_other_date),
    ],
}
