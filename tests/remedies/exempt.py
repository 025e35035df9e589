"""What nobody can do in a test, and why; nothing else goes without being done.

A key is the code of a kind, or one case of it, and the words of the way.
"""

from __future__ import annotations

EXEMPT: dict[tuple[str, str], str] = {
    (
        "lien-ket-bai-chua-dang",
        "Nếu bài sẽ được đăng thì không cần làm gì",
    ): "the warning is to stay until the article's hour; it asks for nothing",
    (
        "nguon-chua-dang",
        ", hoặc nhập số liệu dựa vào bài cùng lúc với bài.",
    ): "to enter figures later is to leave them out now",
    (
        "nha-hao-tam-la/don-vi-ke-thua",
        "; trong sổ thì tên không có ở đó cũng có thể ghi vào cột “name”.",
    ): "data/donors.yml is no ledger",
    (
        "bai-long-qua-sau/mot-trieu-ngoac",
        "; nếu chỉ cần ký tự ngoặc thì viết \\[ thay cho [.",
    ): "an attack; nothing in it is meant as text",
    (
        "khoan-giong-nhau",
        "; nếu đúng là hai khoản thì để nguyên.",
    ): "the warning stays, for who reads the ledger; it asks for nothing",
    (
        "ly-do-lech-thua/khop",
        ", hoặc khai ở khoá `measures` của chỉ số trong data/indicators.yml rằng chỉ số "
        "đếm cùng một thứ với phần nào của sổ.",
    ): "the two are compared already, and agree",
    (
        "to-chuc-la/ca-tep",
        "Dùng một mã trong data/bodies.yml",
    ): "the file that would hold identifiers does not exist yet",
    (
        "ty-trong-qua-tong/qua-100",
        " hoặc tổng",
    ): "its whole is named in words, which have no number",
    ("tep-qua-lon", ", hoặc tách tệp thành nhiều tệp."): "only its author knows where a text can be divided",
    ("trang-qua-nang", ", bớt biểu đồ"): "the case has no charts; fewer of them weigh less as fewer rows do",
    (
        "xac-nhan-thua/khong-con-tai-khoan",
        "Sửa mã",
    ): "no account is left whose identifier it could have",
    ("yaml-co-neo/bom", "Viết đầy đủ giá trị ở từng chỗ"): "an attack, whose values would fill every disk",
    (
        "yaml-co-neo/bom",
        '; nếu đó là văn bản bắt đầu bằng “&” hoặc “*” thì đặt trong ngoặc kép "…".',
    ): "an attack; nothing in it is meant as text",
}
