"""Names that lead nowhere: whoever wrote one uses another that exists, or writes the record it names."""

from __future__ import annotations

import re
from collections.abc import Callable

from .desk import WRITTEN, Desk
from .told import Told
from .ways import Remedies, Way


def _use(desk: Desk, told: Told, name: str) -> None:
    """Write ``name`` in the place of what was found, in a cell, a value, a link or a chart."""
    path = told.at.path
    if path.endswith(".csv"):
        desk.set_cell(told.at, desk.column_at(told.at), name)
    elif desk.read(path).startswith(told.found, desk.offset(told.at)):
        desk.replace(told.at, told.found, name)
    else:
        link = desk.link_at(told.at)
        desk.change_link(told.at, link.replace(f":{told.found})", f":{name})"))


def use_one_of(path: str) -> Callable[[Desk, Told], None]:
    """Use the name that the message asks about, or the first identifier of the file that the remedy names."""

    def use(desk: Desk, told: Told) -> None:
        first = re.search(r"^([a-z0-9-]+):", desk.read(path), re.MULTILINE)
        assert first
        _use(desk, told, told.nearest or first[1])

    return use


def add_to(path: str, record: str) -> Callable[[Desk, Told], None]:
    """Write a record of the name that was found into the file that the remedy names."""

    def add(desk: Desk, told: Told) -> None:
        name = f'"{told.found}"' if " " in told.found else told.found
        key = "nguoi-khac" if " " in told.found else told.found
        desk.write(path, f"{desk.read(path).rstrip()}\n{key}: {record.format(name=name)}\n")

    return add


def _unit_stated(desk: Desk, told: Told) -> str:
    """Return the unit in which the source states the figure."""
    lines = desk.read(told.at.path).split("\n")[told.at.line - 1 :]
    stated = next(line for line in lines if "stated:" in line)
    return "lượt người" if "lượt người" in stated else "đồng"


def use_an_indicator(desk: Desk, told: Told) -> None:
    """The one that counts what the source states."""
    of_unit = {"lượt người": "luot-nguoi", "đồng": "gia-tri"}
    _use(desk, told, told.nearest or of_unit[_unit_stated(desk, told)])


def add_the_indicator(desk: Desk, told: Told) -> None:
    unit = _unit_stated(desk, told)
    add_to("data/indicators.yml", f"{{{{name: Mới, unit: {unit}, definition: {WRITTEN}}}}}")(desk, told)


def use_a_file_of(folder: str) -> Callable[[Desk, Told], None]:
    def use(desk: Desk, told: Told) -> None:
        files = sorted(file.stem for file in desk.path(folder).iterdir())
        _use(desk, told, told.nearest or files[0])

    return use


def use_the_address_shown(desk: Desk, told: Told, example: str) -> None:
    _use(desk, told, told.nearest or example)


def use_the_address_of_a_figure(desk: Desk, told: Told) -> None:
    assert told.nearest
    _use(desk, told, told.nearest)


def use_one_of_the_known(desk: Desk, told: Told, known: str) -> None:
    name = told.nearest or known.split(", ", maxsplit=1)[0]
    if desk.read(told.at.path).count(f"{name}:") and "met:" in desk.read(told.at.path):
        # There already, under its right name.
        desk.remove_entry(told.at)
    else:
        _use(desk, told, name)


def give_an_article(desk: Desk, told: Told) -> None:
    _give_source(desk, told, "article", "2025/bai-mau")


def give_a_document(desk: Desk, told: Told) -> None:
    _give_source(desk, told, "document", "bao-cao-2024")


def _give_source(desk: Desk, told: Told, key: str, name: str) -> None:
    wrong = "document" if key == "article" else "article"
    line = desk.line(told.at)
    if f"{key}: {told.found}" in line:
        nearest = told.nearest
        desk.set_value(told.at, nearest or name)
    else:
        desk.replace_in_line(told.at, f"{wrong}: {told.found}", f"{key}: {name}")


def give_another_source(desk: Desk, told: Told) -> None:
    desk.replace_in_line(told.at, "article: 2025/bai-thu", "document: bao-cao-2024")


def write_the_identifier(desk: Desk, told: Told) -> None:
    known = re.search(r": ([a-z0-9-]+),", told.message)
    assert known
    desk.set_value(told.at, known[1])


def lead_to_what_exists(desk: Desk, told: Told) -> None:
    words = re.search(r"\[([^\]]*)\]", desk.link_at(told.at))
    assert words
    target = "../2025/bai-mau.md" if "2025" in told.at.path else "gioi-thieu.md"
    desk.change_link(told.at, f"[{words[1]}]({target})")


def remove_the_link(desk: Desk, told: Told) -> None:
    words = re.search(r"\[([^\]]*)\]", desk.link_at(told.at))
    assert words
    desk.change_link(told.at, words[1])


def use_https(desk: Desk, told: Told) -> None:
    words = re.search(r"\[([^\]]*)\]", desk.link_at(told.at))
    text, start = desk.read(told.at.path), desk.offset(told.at)
    assert words
    old = text[start - 1 : text.index("\n", start)].rstrip(".")
    desk.write(told.at.path, text.replace(old, f"[{words[1]}](https://example.vn/)"))


REMEDIES: Remedies = {
    "dot-van-dong-la": [
        Way("Dùng tên một tệp trong data/campaigns/ (bỏ đuôi .yml).", use_a_file_of("data/campaigns"))
    ],
    "chuong-trinh-la": [
        Way("Dùng một mã có trong data/programmes.yml", use_one_of("data/programmes.yml")),
        Way(
            ", hoặc thêm chương trình vào đó.",
            add_to("data/programmes.yml", f"{{{{name: Mới, description: {WRITTEN}}}}}"),
        ),
    ],
    "chi-so-la": [
        Way("Dùng một mã có trong data/indicators.yml", use_an_indicator),
        Way(", hoặc thêm chỉ số vào đó.", add_the_indicator),
    ],
    "so-lieu-la": [
        Way("Dùng một địa chỉ có thật, ví dụ “{example}”.", use_the_address_shown, then=("lech-so-tong",))
    ],
    "bieu-do-la": [
        Way(
            "Dùng địa chỉ của một số liệu, thêm “.series” hoặc “.parts” nếu số liệu có; "
            "hoặc “mã-chương-trình.mã-số-liệu”; hoặc “mã-chỉ-số.years” để so các năm.",
            use_the_address_of_a_figure,
        )
    ],
    "phuong-la": [
        Way("Dùng một mã có trong mục “units” của data/organisation.yml.", lambda d, t: _use(d, t, "to-2"))
    ],
    "chuyen-muc-la": [Way("Dùng một mã có trong data/sections.yml.", use_one_of("data/sections.yml"))],
    "nguon-la": [
        Way("Ghi bài viết theo mẫu “2025/ten-tep”", give_an_article),
        Way(", hoặc ghi mã một văn bản có trong data/documents.yml.", give_a_document),
    ],
    "nguon-da-go": [
        Way("Kiểm tra xem nội dung dựa vào bài còn đúng không, và ghi nguồn khác.", give_another_source)
    ],
    "tac-gia-la": [
        Way("Dùng tên hoặc mã trong data/authors.yml", use_one_of("data/authors.yml")),
        Way(", hoặc thêm tác giả vào đó.", add_to("data/authors.yml", "{{name: {name}}}")),
    ],
    "tac-gia-trung-ten": [Way("Ghi mã thay cho tên.", write_the_identifier)],
    "lien-ket-bai-chua-dang": [
        Way("Nếu bài sẽ được đăng thì không cần làm gì", None),
        Way("; nếu không, hãy bỏ liên kết.", remove_the_link),
    ],
    "lien-ket-hong": [
        Way(
            "Dẫn đến một tệp hoặc một mục có thật, tính từ tệp này (ví dụ ../2025/ten-bai.md)",
            lead_to_what_exists,
        ),
        Way(", hoặc bỏ liên kết.", remove_the_link),
    ],
    "lien-ket-khong-an-toan": [Way("Dùng https:, mailto:, tel: hoặc một tệp của trang.", use_https)],
    "quy-la": [Way("Dùng một mã có trong data/funds.yml.", use_one_of("data/funds.yml"))],
    "muc-chi-la": [Way("Dùng một mã có trong data/purposes.yml.", use_one_of("data/purposes.yml"))],
    "bo-quy-dinh-la": [Way("Dùng một trong các mã: {known}.", use_one_of_the_known)],
    "muc-cong-khai-la": [
        Way("Dùng một trong các mã: {known}.", use_one_of_the_known, then=("cong-khai-truoc-khi-co",))
    ],
}
