"""What an import refuses of a file as a whole or of the command, with what each refusal asks for."""

from __future__ import annotations

import re
from dataclasses import replace

from minhbach.imports import (
    command,
    existing,
    importing,
    layout,
    opening,
    separated,
    workbook,
)

from .lessons import (
    BANK,
    HEAD,
    LEDGER,
    LONG,
    ROW,
    Attempt,
    Lesson,
    half,
    put,
    save,
)

LESSONS: tuple[Lesson, ...] = (
    # The command --------------------------------------------------------------------------------------------
    Lesson(
        command.WRONG_CONSENT,
        Attempt().option("--consent", "co"),
        [
            ("--consent đang là “{found}”; ", None),
            ("chỉ được ghi {one}", lambda attempt, one, **_: attempt.option("--consent", one)),
            (" hoặc {other}.", lambda attempt, other, **_: attempt.option("--consent", other)),
        ],
    ),
    Lesson(
        command.WRONG_DATE,
        Attempt().option("--date", "mai"),
        [
            ("--date đang là “{found}”; ", None),
            ("viết như {like}.", lambda attempt, like, **_: attempt.option("--date", like)),
        ],
    ),
    Lesson(
        command.UNREAD_LEFT,
        replace(Attempt(), rows=(HEAD, ROW, (2, "B", "16/01/2025", "năm trăm", ""))).option("--write"),
        [
            ("Chưa ghi gì: có {count} dòng không đọc được. ", None),
            ("Sửa các dòng ấy", put("Số tiền", 500_000)),
            (
                ", hoặc thêm {option} để bỏ qua.",
                lambda attempt, option, **_: attempt.option(option),
            ),
        ],
    ),
    # Headings -----------------------------------------------------------------------------------------------
    Lesson(
        layout.NO_HEADINGS,
        Attempt(rows=(("Trần Thị Mẫu", 500_000, "16/01/2025"), ("Lê Thử", 5000, "17/01/2025"))),
        [
            ("Không tìm thấy dòng tiêu đề. ", None),
            (
                "Danh sách cần một dòng như: {name}, {amount}, {day}.",
                lambda attempt, name, amount, day, **_: replace(
                    attempt, rows=((name, amount, day), *attempt.rows)
                ),
            ),
            (" Chữ gõ bằng phông cũ (.VnTime, VNI) thì phải chuyển sang Unicode.", None),
        ],
    ),
    Lesson(
        layout.IS_STATEMENT,
        Attempt(rows=(BANK, ("16/01/2025", "FT1", "", "500.000", "500.000", "x"))),
        [
            ("Đây là sao kê ngân hàng. ", None),
            (
                "Hãy dùng: python -m minhbach import {sort}",
                lambda attempt, sort, **_: replace(attempt, sort=sort),
            ),
        ],
    ),
    Lesson(
        layout.SEVERAL_SHEETS,
        Attempt(name="danh-sach.xlsx", sheets=("Đợt 1", "Đợt 2")),
        [
            ("Nhiều trang tính có danh sách: {sheets}. ", None),
            (
                "Chọn một trang bằng {option}.",
                lambda attempt, sheets, option, **_: attempt.option(
                    option, re.findall(r"“([^”]+)”", sheets)[0]
                ),
            ),
        ],
    ),
    Lesson(
        layout.SAME_MEANING,
        Attempt().add("Số tiền", 5000),
        [
            ("Các cột {columns} đều được hiểu là: {meaning}. ", None),
            (
                "Chỉ giữ một cột, các cột khác đổi tên",
                lambda attempt, **_: replace(
                    attempt, rows=((*attempt.rows[0][:-1], "Cột khác"), *attempt.rows[1:])
                ),
            ),
            (" hoặc xoá.", lambda attempt, **_: attempt.drop(5)),
        ],
    ),
    # The file -----------------------------------------------------------------------------------------------
    Lesson(
        opening.NO_FILE,
        Attempt(name="khong-co.csv", raw=b"\0missing"),
        [("Không có tệp “{path}”.", save("danh-sach.csv"))],
    ),
    Lesson(opening.EMPTY, Attempt(raw=b" \r\n"), [("Tệp trống.", save("danh-sach.csv"))]),
    Lesson(
        opening.TOO_BIG,
        Attempt(rows=(HEAD, *LONG), limits={"opening.MAX_FILE_BYTES": 400}),
        [("Tệp có {size} MB; tối đa {limit} MB. ", None), ("Hãy chia thành nhiều tệp.", half)],
    ),
    Lesson(
        opening.OLD_EXCEL,
        Attempt(name="cu.xls", raw=b"\xd0\xcf\x11\xe0" + bytes(600)),
        [
            ("Tệp thuộc bản Excel cũ (.xls) hoặc có mật khẩu. ", None),
            (
                "Lưu lại thành {suffix}, không đặt mật khẩu.",
                lambda attempt, suffix, **_: attempt.saved_as(f"danh-sach{suffix}"),
            ),
        ],
    ),
    Lesson(
        opening.WEB_PAGE,
        Attempt(name="web.xlsx", raw=b"<html><table>"),
        [
            ("Tệp này thực ra là một trang web. ", None),
            (
                "Mở bằng Excel rồi lưu lại thành {suffix}.",
                lambda attempt, suffix, **_: attempt.saved_as(f"danh-sach{suffix}"),
            ),
        ],
    ),
    Lesson(
        opening.NO_TABLE,
        Attempt(name="danh-sach.doc", raw=b"ten,tien"),
        [
            ("Chỉ đọc tệp {one}", lambda attempt, one, **_: attempt.saved_as(f"danh-sach{one}")),
            (" và {other}. ", lambda attempt, other, **_: attempt.saved_as(f"danh-sach{other}")),
            ("Lưu danh sách thành một trong hai dạng đó.", None),
        ],
    ),
    Lesson(
        opening.NO_SHEET_NAMES,
        Attempt().option("--sheet", "Tết"),
        [
            ("Tệp văn bản không có trang tính: ", None),
            ("bỏ {option}.", lambda attempt, option, **_: attempt.option(option, None)),
        ],
    ),
    Lesson(
        separated.NOT_TEXT,
        Attempt(raw=b"\x81\x8d\xff\xfe"),
        [
            ("Không rõ bảng mã của tệp. ", None),
            ("Lưu lại ở dạng “CSV UTF-8”", save("danh-sach.csv")),
            (", hoặc {suffix}.", lambda attempt, suffix, **_: attempt.saved_as(f"danh-sach{suffix}")),
        ],
    ),
    Lesson(
        separated.QUOTE_OPEN,
        Attempt(raw=b'ten,tien\r\n"' + b"x" * 5000),
        [
            ("Có dấu ngoặc kép mở ở dòng {row} hoặc trước đó mà không đóng. ", None),
            (
                "Lưu danh sách thành {suffix}.",
                lambda attempt, suffix, **_: attempt.saved_as(f"danh-sach{suffix}"),
            ),
        ],
    ),
    Lesson(
        separated.TOO_MANY_LINES,
        Attempt(rows=(HEAD, *LONG), limits={"separated.MAX_ROWS": 10}),
        [("Tệp có hơn {limit} dòng. ", None), ("Hãy chia thành nhiều tệp.", half)],
    ),
    Lesson(
        workbook.CORRUPT,
        Attempt(name="hong.xlsx", raw=b"PK\x03\x04" + bytes(50)),
        [
            ("Tệp bị hỏng, không đọc được. ", None),
            (
                "Mở bằng Excel rồi lưu lại thành {suffix}.",
                lambda attempt, suffix, **_: attempt.saved_as(f"danh-sach{suffix}"),
            ),
        ],
    ),
    Lesson(
        workbook.TOO_LARGE,
        Attempt(rows=(HEAD, *LONG), name="danh-sach.xlsx", limits={"workbook.MAX_UNPACKED_BYTES": 16_000}),
        [
            ("Tệp quá lớn khi giải nén. ", None),
            ("Xoá các dòng trống có định dạng", half),
            (", hoặc chia thành nhiều tệp.", half),
        ],
    ),
    Lesson(
        workbook.TOO_WIDE,
        Attempt(
            rows=(HEAD, ROW, *[()] * 40, (*[None] * 30, "x")),
            name="danh-sach.xlsx",
            limits={"workbook.MAX_AREA": 200},
        ),
        [
            ("Các ô nằm cách nhau quá xa. ", None),
            (
                "Xoá những gì nằm phía dưới và bên phải danh sách.",
                lambda attempt, **_: attempt.lines(ROW),
            ),
        ],
    ),
    Lesson(
        workbook.TOO_MANY_ROWS,
        Attempt(rows=(HEAD, *LONG), name="danh-sach.xlsx", limits={"workbook.MAX_ROWS": 10}),
        [("Trang tính “{sheet}” có hơn {limit} dòng. ", None), ("Hãy chia thành nhiều tệp.", half)],
    ),
    Lesson(
        workbook.NO_SUCH_SHEET,
        Attempt(name="danh-sach.xlsx").option("--sheet", "Lạ"),
        [
            ("Không có trang tính “{sheet}”. ", None),
            ("Tệp có: {known}.", lambda attempt, known, **_: attempt.option("--sheet", known)),
        ],
    ),
    Lesson(
        workbook.NO_SHEETS,
        Attempt(rows=(), name="danh-sach.xlsx"),
        [
            (
                "Không có trang tính nào có nội dung.",
                lambda attempt, **_: replace(attempt, rows=(HEAD, ROW)),
            )
        ],
    ),
    # The chapter --------------------------------------------------------------------------------------------
    Lesson(
        existing.BROKEN_LEDGER,
        Attempt(chapter={"data/gifts/2025.csv": "Ngày,Quỹ\n2025-01-16,quy-mau\n"}),
        [
            ("Không đọc được {path} nên không biết trong đó đã có gì. ", None),
            (
                "Hãy chạy: {command}",
                lambda attempt, path, **_: replace(
                    attempt, chapter={path: f"{LEDGER}1,2025-01-16,quy-mau,4000,A\n"}
                ),
            ),
        ],
    ),
    Lesson(
        importing.KEY_LOST,
        Attempt(
            chapter={
                "data/gifts/2025.csv": f"{LEDGER}TL-BCDFGH-KLMNPQ,2025-01-16,quy-mau,4000,A\n",
                "data/.import-key": None,
            }
        ),
        [
            ("Thiếu khoá {path} của các lần nhập trước. ", None),
            (
                "Lấy lại từ lịch sử git; không có nó thì các khoản cũ sẽ bị nhập hai lần.",
                lambda attempt, path, **_: replace(
                    attempt, chapter={**attempt.chapter, path: "ab" * 32 + "\n"}
                ),
            ),
        ],
    ),
    Lesson(
        importing.UNKNOWN_CAMPAIGN,
        Attempt().option("--campaign", "la"),
        [
            ("Không có đợt vận động “{found}”. ", None),
            ("Đang có: {known}.", lambda attempt, known, **_: attempt.option("--campaign", known)),
        ],
    ),
    Lesson(
        importing.UNKNOWN_FUND,
        Attempt().option("--fund", "la"),
        [
            ("Không có quỹ “{found}”. ", None),
            ("Đang có: {known}.", lambda attempt, known, **_: attempt.option("--fund", known)),
        ],
    ),
    Lesson(
        importing.WRONG_TARGET,
        Attempt().option("--to", "so.txt"),
        [
            (
                "Tệp sổ phải nằm trong {folder} và có đuôi {suffix}; “{path}” thì không.",
                lambda attempt, folder, suffix, **_: attempt.option("--to", f"{folder}so{suffix}"),
            )
        ],
    ),
    Lesson(
        importing.TARGET_TAKEN,
        Attempt(chapter={"data/gifts/2025-danh-sach.csv": f"{LEDGER}PT-9,2025-01-01,quy-mau,1,\n"}).option(
            "--write"
        ),
        [
            ("{path} đã có, với nội dung khác, và không bao giờ bị ghi đè. ", None),
            (
                "Dùng {option} để đặt tên tệp khác.",
                lambda attempt, option, **_: attempt.option(option, "data/gifts/khac.csv"),
            ),
        ],
    ),
)
