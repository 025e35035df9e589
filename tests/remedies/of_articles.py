"""Articles and other texts: photos, charts, attachments, titles, topics, and pages that are too heavy."""

from __future__ import annotations

import io
import re
from pathlib import PurePosixPath

from PIL import Image

from .desk import WRITTEN, Desk
from .told import Place, Told
from .ways import Remedies, Way

PDF = b"%PDF-1.4\n%%EOF\n"


def photo(kind: str = "JPEG") -> bytes:
    """Return a small photo, as a picture program saves it."""
    buffer = io.BytesIO()
    Image.new("RGB", (40, 30), "red").save(buffer, kind)
    return buffer.getvalue()


def folder_of(article: str) -> str:
    """Return the folder of an article's own photos and attachments."""
    return article.removesuffix(".en.md").removesuffix(".md") + "/"


def _name(path: str) -> str:
    return PurePosixPath(path).name


# Photos -----------------------------------------------------------------------------------------------------


def list_the_photo(desk: Desk, told: Told, copying: str) -> None:
    """In the article that the message names; it may have to be copied there before, and the copy named."""
    article = re.search(r"phần đầu của (.+)\.$", told.message)
    assert article
    if copying:
        folder = re.fullmatch(r"; trước đó chép ảnh vào (.+/) và dẫn đến bản chép", copying)
        assert folder
        desk.write(folder[1] + _name(told.found), (desk.path(told.at.path).parent / told.found).read_bytes())
        target = f"{_name(folder[1].rstrip('/'))}/{_name(told.found)}"
        desk.change_link(told.at, desk.link_at(told.at).replace(told.found, target))
    _list_photo(desk, article[1], _name(told.found))


def _list_photo(desk: Desk, article: str, name: str) -> None:
    entry = f"\n  - {{file: {name}, alt: {WRITTEN}, caption: {WRITTEN}, credit: Ảnh mẫu, basis: no-people}}"
    tree = desk.yaml(article)
    tree.set_key(tree.mapping_of(tree.top), "photos", entry)


def save_the_photo_anew(desk: Desk, told: Told) -> None:
    """As JPEG, under a name that says so; whatever showed the old file shows the new one."""
    old = told.at.path
    new = str(PurePosixPath(old).with_suffix(".jpg"))
    desk.delete(old)
    desk.write(new, photo())
    article = str(PurePosixPath(old).parent) + ".md"
    if new != old and desk.path(article).exists():
        text = desk.read(article)
        desk.write(article, text.replace(_name(old), _name(new)))


def copy_into_the_folder(desk: Desk, told: Told) -> None:
    own = folder_of(told.at.path)
    desk.copy(str(PurePosixPath(own) / told.found).replace("bai-thu/../", ""), own + _name(told.found))
    desk.set_value(told.at, _name(told.found))


def copy_the_image_here(desk: Desk, told: Told) -> None:
    """Copied into the folder, listed, and named in the text."""
    own = folder_of(told.at.path)
    desk.write(own + _name(told.found), photo())
    link = desk.link_at(told.at)
    desk.change_link(told.at, link.replace(told.found, f"{_name(own.rstrip('/'))}/{_name(told.found)}"))
    _list_photo(desk, told.at.path, _name(told.found))


def add_the_photo(desk: Desk, told: Told) -> None:
    path = re.search(r"đã tìm tại (.+)\.$", told.message)
    assert path
    desk.write(path[1], photo())
    if _name(path[1]) not in desk.read(told.at.path).partition("\n---")[0]:
        _list_photo(desk, told.at.path, _name(path[1]))


def remove_the_photo(desk: Desk, told: Told) -> None:
    """From the list, or from the text."""
    if desk.line(told.at).lstrip().startswith(("- file:", "file:")):
        tree, node = desk.node(told.at)
        tree.remove(tree.parents[id(tree.mapping_of(node))])
    else:
        desk.change_link(told.at, "")


def put_on_a_line_of_its_own(desk: Desk, told: Told) -> None:
    """In a list the item is left, and the photo comes after the list."""
    line, link = desk.line(told.at), desk.link_at(told.at)
    before, after = line.split(link)
    around = [part for part in (before.rstrip(), after.lstrip()) if part and part != "-"]
    kept = around or ["- Ảnh:"] if before.startswith("-") else around
    desk.replace_line(told.at, *kept[:1], "", link, "", *kept[1:])


def describe(desk: Desk, told: Told) -> None:
    if desk.line(told.at).lstrip().startswith(("- file:", "file:")):
        desk.set_key(told.at, "alt", WRITTEN)
    else:
        desk.change_link(told.at, desk.link_at(told.at).replace("![]", f"![{WRITTEN}]"))


# The text ---------------------------------------------------------------------------------------------------


def write_text_flatter(desk: Desk, told: Told) -> None:
    if "> >" in desk.line(told.at):
        desk.replace_line(told.at, "> " + desk.line(told.at).replace("> ", ""))
    else:
        desk.write(told.at.path, re.sub(r"\[{3,}", "[", desk.read(told.at.path)))


def escape_brackets(desk: Desk, told: Told) -> None:
    if "[" in desk.line(told.at):
        desk.write(told.at.path, re.sub(r"\[{3,}", lambda m: r"\[" * len(m[0]), desk.read(told.at.path)))
    else:
        write_text_flatter(desk, told)


def divide_into_paragraphs(desk: Desk, told: Told) -> None:
    lines = desk.read(told.at.path).split("\n")
    begin = told.at.line - 1
    divided: list[str] = []
    for line in lines[begin:]:
        pieces = [line[at : at + 40_000] for at in range(0, len(line), 40_000)] or [""]
        for piece in pieces:
            divided += [piece, ""] if len(piece) > 10_000 else [piece]
    for at in range(len(divided) - len(divided) % 500, 0, -500):
        divided.insert(at, "")
    desk.write(told.at.path, "\n".join(lines[:begin] + divided))


def write_markdown(desk: Desk, told: Told) -> None:
    line = desk.line(told.at)
    desk.replace_line(told.at, re.sub(r"<[^>]*>", "**", line))


def show_the_code(desk: Desk, told: Told) -> None:
    line = desk.line(told.at)
    desk.replace_line(told.at, re.sub(r"(<.*>)", r"`\1`", line))


def write_text_beneath(desk: Desk, told: Told) -> None:
    desk.write(told.at.path, f"{desk.read(told.at.path).rstrip()}\n\n{WRITTEN}\n")


def shorten_the_title(desk: Desk, told: Told) -> None:
    desk.set_value(told.at, "Hội tổng kết công tác năm 2024")


def write_a_short_title(desk: Desk, told: Told) -> None:
    desk.set_key(told.at, "short_title", "Tổng kết công tác năm 2024")


# Attachments ------------------------------------------------------------------------------------------------


def add_the_attachment(desk: Desk, told: Told) -> None:
    path = re.search(r"đã tìm tại (.+)\.$", told.message)
    assert path
    desk.write(path[1], PDF)


def remove_the_attachment(desk: Desk, told: Told) -> None:
    tree, node = desk.node(told.at)
    item = tree.mapping_of(node)
    tree.remove(item if tree.parents[id(item)].flow_style else tree.parents[id(item)])


def save_as_pdf(desk: Desk, told: Told) -> None:
    new = str(PurePosixPath(told.found).with_suffix(".pdf"))
    desk.write(folder_of(told.at.path) + new, PDF)
    desk.delete(folder_of(told.at.path) + told.found)
    desk.set_value(told.at, new)


def export_again(desk: Desk, told: Told) -> None:
    desk.write(told.at.path, PDF)


def copy_the_file_here(desk: Desk, told: Told) -> None:
    own = folder_of(told.at.path)
    source = PurePosixPath(told.at.path).parent / told.found
    desk.write(own + _name(told.found), desk.path(str(source)).resolve().read_bytes())
    link = desk.link_at(told.at)
    desk.change_link(told.at, link.replace(told.found, f"{_name(own.rstrip('/'))}/{_name(told.found)}"))


def remove_the_link(desk: Desk, told: Told) -> None:
    words = re.search(r"\[([^\]]*)\]", desk.link_at(told.at))
    assert words
    desk.change_link(told.at, words[1])


# What belongs to articles -----------------------------------------------------------------------------------


def name_the_topic(desk: Desk, told: Told) -> None:
    desk.set_value(told.at, "hiến máu")


def remove_the_item(desk: Desk, told: Told) -> None:
    desk.remove_entry(told.at)


def spell_as_elsewhere(desk: Desk, told: Told) -> None:
    desk.set_value(told.at, told.quoted[1])


def name_the_summary_as_the_article(desk: Desk, told: Told) -> None:
    desk.move(told.at.path, "news/2025/bai-mau.en.md")


def correct_the_day(desk: Desk, told: Told) -> None:
    days = re.findall(r"\d{4}-\d\d-\d\d", told.message)
    desk.set_value(told.at, max(days))


def correct_the_other_day(desk: Desk, told: Told) -> None:
    desk.set_key(Place(told.at.path, 2), "published", "2024-02-03 09:00")


def delete_the_article(desk: Desk, told: Told) -> None:
    desk.delete(told.at.path)


def correct_a_day_to_come(desk: Desk, told: Told) -> None:
    line = desk.line(told.at)[told.at.column - 1 :]
    hour = re.match(r"\S+( \d\d:\d\d)", line)
    desk.set_value(told.at, "2025-02-04" + (hour[1] if hour else ""))


def publish_the_article(desk: Desk, told: Told) -> None:
    """Its hour has come."""
    path = told.message.partition("bài ")[2].partition(",")[0]
    text = desk.read(path)
    desk.write(path, re.sub(r"published: .+", "published: 2025-11-01 08:00", text))


# Weight -----------------------------------------------------------------------------------------------------


def divide_into_pages(desk: Desk, told: Told) -> None:
    head, body = _head_and_body(desk.read(told.at.path))
    tables = body.strip().split("\n\n")
    middle = len(tables) // 2
    desk.write(told.at.path, f"{head}\n\n" + "\n\n".join(tables[:middle]) + "\n")
    second = told.at.path.replace(".md", "-phan-hai.md")
    desk.write(second, f"{head}\n\n" + "\n\n".join(tables[middle:]) + "\n")


def attach_the_table(desk: Desk, told: Told) -> None:
    head, _body = _head_and_body(desk.read(told.at.path))
    desk.write(folder_of(told.at.path) + "danh-sach.pdf", PDF)
    entry = "attachments:\n  - {file: danh-sach.pdf, title: Danh sách}\n---"
    desk.write(told.at.path, f"{head.removesuffix('---')}{entry}\n\n{WRITTEN}\n")


def _head_and_body(text: str) -> tuple[str, str]:
    end = text.index("\n---", 3) + len("\n---")
    return text[:end], text[end:]


PHOTO_ON_ITS_LINE = "Đặt {what} trên một dòng riêng, trước và sau có dòng trống."
REMEDIES: Remedies = {
    "anh-chua-khai": [
        Way(
            "Khai thêm ảnh ở `photos` của bài ấy, đủ file, alt, caption, credit và basis{copying?}.",
            list_the_photo,
        )
    ],
    "anh-khong-doc-duoc": [
        Way(
            "Mở ảnh trên máy, lưu lại ở dạng JPEG hoặc PNG rồi thay tệp này; "
            "tên tệp đổi thì sửa cả ở chỗ dùng ảnh.",
            save_the_photo_anew,
        )
    ],
    "anh-qua-lon": [
        Way(
            "Thu nhỏ ảnh, ví dụ còn 4.000 điểm ảnh chiều ngang, lưu ở dạng JPEG rồi thay tệp này; "
            "tên tệp đổi thì sửa cả ở chỗ dùng ảnh.",
            save_the_photo_anew,
        )
    ],
    "anh-ngoai-thu-muc": [Way("Chép ảnh vào thư mục này rồi chỉ ghi tên tệp.", copy_into_the_folder)],
    "anh-trong-dong": [
        Way("Đặt ảnh trên một dòng riêng, trước và sau có dòng trống.", put_on_a_line_of_its_own)
    ],
    "bieu-do-trong-dong": [
        Way("Đặt trên một dòng riêng, trước và sau có dòng trống.", put_on_a_line_of_its_own)
    ],
    "anh-tu-noi-khac": [
        Way(
            "Nếu giấy phép cho phép thì chép ảnh về thư mục ảnh của bài, khai ở `photos` "
            "rồi dẫn đến bản chép.",
            copy_the_image_here,
        )
    ],
    "thieu-anh": [
        Way("Thêm ảnh vào đó (và khai ở `photos`)", add_the_photo),
        Way(", hoặc bỏ ảnh khỏi bài.", remove_the_photo, then=("bai-khong-noi-dung",)),
    ],
    "thieu-mo-ta-anh": [
        Way(
            "Tả trong một câu nội dung của ảnh hoặc điều biểu đồ cho thấy: `alt: …`, hoặc ![mô tả](…).",
            describe,
        )
    ],
    "bai-long-qua-sau": [
        Way("Viết lại cho bớt cấp", write_text_flatter),
        Way("; nếu chỉ cần ký tự ngoặc thì viết \\[ thay cho [.", escape_brackets, then=("doan-qua-dai",)),
    ],
    "doan-qua-dai": [Way("Chia thành nhiều đoạn, giữa các đoạn để một dòng trống.", divide_into_paragraphs)],
    "html-trong-bai": [
        Way("Dùng Markdown: **đậm**, *nghiêng*, [liên kết](địa-chỉ), bảng kẻ bằng “|”", write_markdown),
        Way("; nếu muốn hiện chính mã đó thì đặt giữa hai dấu `.", show_the_code),
    ],
    "bai-khong-noi-dung": [Way("Viết nội dung bài dưới dòng “---” thứ hai.", write_text_beneath)],
    "tieu-de-qua-dai": [
        Way("Rút gọn tiêu đề", shorten_the_title),
        Way(
            ", hoặc ghi ở phần đầu bài một `short_title: …` ngắn hơn: tiêu đề ấy dùng cho ảnh chia sẻ, "
            "bản xem trước trên mạng xã hội và đường dẫn ở đầu trang.",
            write_a_short_title,
        ),
    ],
    "thieu-tep-dinh-kem": [
        Way("Thêm tệp vào đó", add_the_attachment),
        Way(", hoặc bỏ khỏi `attachments`.", remove_the_attachment),
    ],
    "tep-dinh-kem-sai-loai": [Way("Lưu tài liệu thành PDF rồi ghi tên tệp đó.", save_as_pdf)],
    "tep-dinh-kem-hong": [
        Way("Xuất lại tài liệu từ phần mềm đã soạn rồi thay tệp.", export_again),
    ],
    "tep-cua-bai-khong-dang": [
        Way(
            "Nếu tệp được phép công khai thì chép một bản vào thư mục của bài này",
            copy_the_file_here,
        ),
        Way("; nếu không thì bỏ liên kết.", remove_the_link),
    ],
    "chu-de-khong-chu": [
        Way("Ghi chủ đề bằng chữ", name_the_topic),
        Way(", hoặc bỏ đi.", remove_the_item),
    ],
    "chu-de-hai-cach-viet": [Way("Viết giống nhau ở mọi bài.", spell_as_elsewhere)],
    "tom-tat-khong-bai": [
        Way("Đặt hai tệp cùng tên, ví dụ trao-qua.md và trao-qua.en.md.", name_the_summary_as_the_article)
    ],
    "go-truoc-dang": [
        Way("Sửa một trong hai ngày", correct_the_day),
        Way("", correct_the_other_day, then=("sai-thu-muc-nam",)),
        Way("; bài chưa từng đăng thì có thể xoá hẳn.", delete_the_article),
    ],
    "ngay-chua-toi": [
        Way("Sửa ngày; chỉ `published` được ở tương lai.", correct_a_day_to_come, then=("cong-khai-qua-han",))
    ],
    "nguon-chua-dang": [
        Way("Đăng bài trước", publish_the_article, then=("sai-thu-muc-nam",), elsewhere=True),
        Way(", hoặc nhập số liệu dựa vào bài cùng lúc với bài.", None),
    ],
    "trang-qua-nang": [
        Way("Chia thành nhiều trang", divide_into_pages, elsewhere=True),
        Way(", bớt biểu đồ", None),
        Way(", hoặc đính kèm bảng dài dưới dạng tệp (XLSX, PDF).", attach_the_table),
    ],
}
