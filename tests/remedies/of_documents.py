"""The register of documents: what it does not know, its files, and documents that prove a disclosure."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

import yaml

from .desk import Desk
from .of_articles import PDF
from .told import Told
from .ways import Remedies, Way

DOCUMENTS = "data/documents.yml"


def add_the_document(desk: Desk, told: Told, found: str) -> None:
    record = f"{found}: {{title: Văn bản mới, publisher: Hội Chữ thập đỏ phường Mẫu}}\n"
    desk.write(DOCUMENTS, f"{desk.read(DOCUMENTS).rstrip()}\n{record}")


def name_a_document_there_is(desk: Desk, told: Told) -> None:
    known = told.nearest or next(iter(yaml.safe_load(desk.read(DOCUMENTS))))
    desk.set_value(told.at, known)


def write_the_right_key(desk: Desk, told: Told, right: str, found: str) -> None:
    wrong = "article" if right == "document" else "document"
    desk.replace_in_line(told.at, f"{wrong}: {found}", f"{right}: {found}")


def put_the_file_there(desk: Desk, told: Told) -> None:
    path = re.search(r"đã tìm tại (\S+?)\.(?: |$)", told.message)
    assert path
    if told.nearest:
        desk.move(f"{PurePosixPath(path[1]).parent}/{told.nearest}", path[1])
    else:
        desk.write(path[1], PDF)


def correct_the_name_of_the_file(desk: Desk, told: Told) -> None:
    assert told.nearest
    desk.set_value(told.at, told.nearest)


def give_the_address_instead(desk: Desk, told: Told) -> None:
    desk.set_key(told.at, "url", "https://example.vn/bien-ban.pdf")
    desk.remove_entry(told.at)


def save_as_pdf(desk: Desk, told: Told) -> None:
    new = str(PurePosixPath(told.found).with_suffix(".pdf"))
    folder = DOCUMENTS.removesuffix(".yml")
    desk.write(f"{folder}/{new}", PDF)
    desk.delete(f"{folder}/{told.found}")
    desk.set_value(told.at, new)


def put_back_the_declared_file(desk: Desk, told: Told) -> None:
    """The hash is that of the minutes as they were when they were declared."""
    desk.write(f"{DOCUMENTS.removesuffix('.yml')}/{told.found}", PDF)


def declare_this_file(desk: Desk, told: Told, hash: str) -> None:  # noqa: A002 - the field of the words
    desk.set_value(told.at, hash)


# What proves a disclosure -----------------------------------------------------------------------------------


def _days(told: Told) -> list[str]:
    return [f"{y}-{m}-{d}" for d, m, y in re.findall(r"(\d\d)/(\d\d)/(\d{4})", told.message)]


def name_earlier_proof(desk: Desk, told: Told) -> None:
    """The latest document of that day or before."""
    documents = yaml.safe_load(desk.read(DOCUMENTS))
    days = {key: str(record.get("published", "9999")) for key, record in documents.items()}
    early = max((key for key in days if days[key] <= _days(told)[0]), key=lambda key: days[key])
    line = desk.line(told.at)
    desk.replace_line(told.at, re.sub(r"(?:article|document): [\w/-]+", f"document: {early}", line))


def correct_the_day_of_disclosure(desk: Desk, told: Told) -> None:
    desk.set_value(told.at, _days(told)[1])


def correct_the_day_of_the_proof(desk: Desk, told: Told, record: str) -> None:
    disclosed, proved = _days(told)
    text = desk.read(record)
    begin = text.index(told.quoted[1])
    desk.write(record, text[:begin] + text[begin:].replace(proved, disclosed, 1))


REMEDIES: Remedies = {
    "van-ban-la": [
        Way("Thêm mục `{found}:` với `title` và `publisher` vào data/documents.yml", add_the_document),
        Way(", hoặc ghi mã của một văn bản đã có ở đó.", name_a_document_there_is),
    ],
    "nguon-sai-khoa": [Way("Sửa thành `{right}: {found}`.", write_the_right_key)],
    "thieu-tep-van-ban": [
        Way("Đưa tệp vào đúng chỗ đó", put_the_file_there),
        Way(", sửa lại tên tệp", correct_the_name_of_the_file),
        Way(", hoặc bỏ dòng `file` và ghi `url` dẫn đến bản gốc.", give_the_address_instead),
    ],
    "tep-van-ban-sai-loai": [Way("Lưu tài liệu thành PDF rồi ghi tên tệp đó.", save_as_pdf)],
    "van-ban-doi-tep": [
        Way("Đặt lại đúng tệp đã khai", put_back_the_declared_file),
        Way("; nếu đúng là muốn đăng tệp này thì ghi `sha256: {hash}`.", declare_this_file),
    ],
    "cong-khai-truoc-van-ban": [
        Way("Dẫn một văn bản hay bài viết có trước hoặc trong ngày đó", name_earlier_proof),
        Way("; hoặc sửa `day` ở đây", correct_the_day_of_disclosure),
        Way(
            "; hoặc sửa ngày của văn bản hay bài ấy, ở {record}.",
            correct_the_day_of_the_proof,
        ),
    ],
}
