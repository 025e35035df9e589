"""Files as such, and the addresses that pages have, had and must keep."""

from __future__ import annotations

import re
from pathlib import Path

from .desk import WRITTEN, Desk
from .of_articles import photo
from .told import Place, Told
from .ways import Remedies, Way, Words

ARTICLE = (
    "---\ntitle: Bài thử\npublished: 2025-02-03 09:00\nsection: tin-tuc\n"
    f"summary: {WRITTEN}\n---\n\n{WRITTEN}\n"
)


def use_a_file_inside(desk: Desk, told: Told) -> None:
    """An ordinary file in the place of the link, or a path without so many “..”."""
    file = desk.path(told.at.path)
    if file.is_symlink():
        file.unlink()
        desk.write(told.at.path, photo() if file.suffix == ".jpg" else ARTICLE)
    elif "](" in desk.line(told.at):
        link = desk.link_at(told.at)
        desk.change_link(told.at, link.replace(told.found, "bai-mau.md"))
    elif told.at.path == "data/documents.yml":
        desk.set_value(told.at, "../../news/2025/bai-mau/anh-mau.jpg")
    else:
        desk.set_value(told.at, "anh-mau.jpg")


def move_data_out(desk: Desk, told: Told) -> None:
    """The long line is no text."""
    text = desk.read(told.at.path)
    long = max(text.split("\n"), key=len)
    desk.write(told.at.path, text.replace(f"{long}\n", ""))


def save_as_utf8(desk: Desk, told: Told) -> None:
    """An editor reads what it can and writes the rest as it was meant."""
    if told.at.path.endswith(".csv"):
        text = desk.path(told.at.path).read_bytes().decode("cp1258", "replace").replace("chÃº", "chú")
        head = text.split("\n")[0]
        assert head.isascii()
        content = text
    else:
        content = ARTICLE
    desk.write(told.at.path, content)


def add_as_an_ordinary_file(desk: Desk, told: Told) -> None:
    desk.path(told.at.path).unlink()
    desk.write(told.at.path, ARTICLE)


def write_its_content(desk: Desk, told: Told) -> None:
    contents = {
        "data/recognitions.yml": "[]\n",
        "data/gifts/2025.csv": "receipt,date,fund,amount_vnd\nPT-1,2025-01-10,quy-nhan-dao,500000\n",
    }
    desk.write(told.at.path, contents[told.at.path])


def delete_the_file(desk: Desk, told: Told) -> None:
    desk.delete(told.at.path)


def create_the_file(desk: Desk, told: Told) -> None:
    """As the guide shows it, with what this chapter counts."""
    guide = (Path(__file__).resolve().parents[2] / "docs-dev/staff-guide.md").read_text(encoding="utf-8")
    assert f"`{told.at.path}`" in guide
    desk.take_from_twin(told.at.path)


def move_where_it_belongs(desk: Desk, told: Told) -> None:
    path = told.at.path
    if "phải có đuôi .yml" in told.message:
        desk.move(path, path.rpartition(".")[0] + ".yml")
    else:
        assert "news/<năm>/<tên-bài>.md" in told.message
        desk.move(path, path.replace("news/", "news/2025/").replace("bai-thu", "bai-sai-cho"))


def name_it_in_the_register(desk: Desk, told: Told) -> None:
    """Of the first document that names none."""
    name = told.at.path.removeprefix("data/documents/")
    desk.set_key(Place("data/documents.yml", 1), "file", name)


def delete_the_character(desk: Desk, told: Told) -> None:
    number = re.search(r"U\+([0-9A-F]{4,6})", told.message)
    assert number
    character = chr(int(number[1], 16))
    line = desk.line(told.at)
    if character in line:
        desk.replace_line(told.at, re.sub(f"[{character}\ue011\ue012]", "", line))
    else:
        desk.replace_line(told.at, line.replace(f"\\u{number[1].lower()}", ""))


# Addresses --------------------------------------------------------------------------------------------------


def rename_the_file(desk: Desk, told: Told) -> None:
    desk.move(told.at.path, re.sub(r"((?:\.en)?\.md)$", r"-2\1", told.at.path))


def add_the_alias(desk: Desk, told: Told, aliases: str) -> None:
    """The article has moved to a file of another name."""
    moved = ARTICLE.replace("summary:", f"aliases: {aliases}\nsummary:")
    desk.write(told.at.path.replace(".md", "-moi.md"), moved)


def replace_by_another(desk: Desk, told: Told) -> None:
    """Another article stands for it: ``replaces`` names its address."""
    address = told.found
    text = desk.read("news/2025/bai-mau.md")
    desk.write("news/2025/bai-mau.md", text.replace("section:", f"replaces: [{address}]\nsection:", 1))


def keep_it_as_withdrawn(desk: Desk, told: Told, path: str) -> None:
    withdrawn = f"withdrawn: {{date: 2025-03-01, reason: {WRITTEN}}}\n---"
    desk.write(path, ARTICLE.replace("---\n\n", f"{withdrawn}\n\n"))


def write_the_address_alone(desk: Desk, told: Told) -> None:
    desk.set_value(told.at, "/tin/12/" if told.found.startswith("https") else "/tin-tuc/2025/ten-cu/")


def remove_the_alias(desk: Desk, told: Told) -> None:
    desk.remove_entry(told.at)


def name_the_earlier_address(desk: Desk, told: Told) -> None:
    desk.set_value(told.at, "/tin-tuc/2025/ten-cu/")


def move_the_other_page(desk: Desk, told: Told) -> None:
    other = re.search(r"che mất (.+), hiện", told.message)
    assert other
    article = other[1].replace(".en.md", ".md")
    for path in (article, article.replace(".md", ".en.md"), article.removesuffix(".md")):
        if desk.path(path).exists():
            desk.move(path, re.sub(r"((?:\.en)?\.md)?$", r"-2\1", path, count=1))


def remove_it_from_the_other(desk: Desk, told: Told) -> None:
    other = re.search(r"địa chỉ cũ của (.+); một", told.message)
    assert other
    text = desk.read(other[1])
    line = next(n for n, one in enumerate(text.split("\n"), start=1) if one.startswith("aliases:"))
    desk.replace_line(Place(other[1], line))


REMEDIES: Remedies = {
    "duong-dan-ra-ngoai": [
        Way(
            "Dùng một tệp nằm trong kho; bỏ bớt “..” hoặc thay liên kết tượng trưng bằng tệp thật.",
            use_a_file_inside,
        )
    ],
    "tep-qua-lon": [
        Way("Đưa dữ liệu hoặc ảnh ra khỏi văn bản", move_data_out),
        Way(", hoặc tách tệp thành nhiều tệp.", None),
    ],
    "khong-phai-utf8": [Way("Lưu lại tệp với bảng mã UTF-8.", save_as_utf8)],
    "tep-khong-doc-duoc": [
        Way(
            "Thêm lại dưới dạng tệp thường, không phải liên kết, và kiểm tra quyền đọc.",
            add_as_an_ordinary_file,
        )
    ],
    "tep-rong": [
        Way("Viết nội dung cho tệp", write_its_content),
        Way(", hoặc xoá tệp.", delete_the_file),
    ],
    "thieu-tep": [
        Way("Tạo tệp này; sách hướng dẫn cho người biên tập có ví dụ.", create_the_file),
    ],
    "tep-khong-dung": [
        Way(
            "Đổi tên hoặc chuyển tệp theo sách hướng dẫn cho người biên tập",
            move_where_it_belongs,
            optional=True,
        ),
        Way(
            "Ghi tên tệp này ở `file` của văn bản trong data/documents.yml",
            name_it_in_the_register,
            optional=True,
        ),
        Way(", hoặc xoá tệp.", delete_the_file),
    ],
    "ky-tu-dieu-khien": [
        Way(
            "Xoá ký tự này; nó thường lẫn vào khi chép văn bản từ tệp PDF.",
            delete_the_character,
            then=("lien-ket-hong",),
        )
    ],
    "trung-dia-chi": [Way("Đổi tên tệp này.", rename_the_file)],
    "mat-dia-chi": [
        Way("Bài đã chuyển chỗ thì thêm `aliases: {aliases}` vào bài ấy", add_the_alias, elsewhere=True),
        Way(" (bài khác thay thì dùng `replaces`)", replace_by_another, elsewhere=True),
        Way("; gỡ bài thì giữ tệp {path}, thêm `withdrawn: …` (xem hướng dẫn).", keep_it_as_withdrawn),
    ],
    "dia-chi-cu-sai": [
        Way("Ghi địa chỉ không kèm tên miền, ví dụ “/tin-tuc/2025/ten-cu/”.", write_the_address_alone)
    ],
    "dia-chi-cu-vong-lap": [
        Way("Ghi địa chỉ trước đây của trang", name_the_earlier_address),
        Way(", hoặc bỏ dòng này.", remove_the_alias),
    ],
    "dia-chi-cu-che-trang": [
        Way("Bỏ nó khỏi `aliases`", remove_the_alias),
        Way(", hoặc chuyển trang kia đi trước", move_the_other_page, then=("nguon-la",), optional=True),
        Words("."),
    ],
    "dia-chi-cu-trung": [
        Way("Bỏ nó ở một trong hai tệp.", remove_the_alias),
        Way("", remove_it_from_the_other),
    ],
}
