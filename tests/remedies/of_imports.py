"""What an import refuses to read, and what staff then do: every way that the refusal offers.

A ``Lesson`` holds a list that is refused, the printed words with what is done, and how the list or the
command is changed by whoever does it.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from minhbach.imports import (
    amounts,
    command,
    dates,
    existing,
    gifts,
    importing,
    layout,
    opening,
    plan,
    private,
    rows,
    separated,
    statement,
    totals,
    workbook,
)

HEAD = ("STT", "Họ và tên", "Ngày", "Số tiền (đồng)", "Nội dung")
ROW = (1, "Trần Thị Mẫu", "16/01/2025", 500_000, "Ủng hộ Tết")
GOODS = ("Họ và tên", "Ngày", "Số tiền (đồng)", "Hiện vật", "Số lượng", "ĐVT", "Giá trị quy đổi (đồng)")
BANK = ("Ngày giao dịch", "Số tham chiếu", "Ghi nợ", "Ghi có", "Số dư", "Nội dung")


@dataclass(frozen=True)
class Attempt:
    """A list, how it is stored, and the command with which it is imported."""

    rows: tuple[tuple[Any, ...], ...] = (HEAD, ROW)
    name: str = "danh-sach.csv"
    raw: bytes | None = None
    sheets: tuple[str, ...] = ("Tết",)
    sort: str = "gifts"
    options: Mapping[str, str | None] = field(default_factory=dict)
    chapter: Mapping[str, str | None] = field(default_factory=dict)
    """Files of the chapter: their text, or None for a file that is lost."""
    limits: Mapping[str, int] = field(default_factory=dict)
    """Limits of the program that are made small, by module and name."""

    def column(self, heading: str) -> int:
        return next(number for number, one in enumerate(self.rows[0]) if str(one).startswith(heading))

    def put(self, heading: str, value: Any) -> Attempt:
        """Write into the last row."""
        number = self.column(heading)
        row = (*self.rows[-1][:number], value, *self.rows[-1][number + 1 :])
        return replace(self, rows=(*self.rows[:-1], row))

    def head(self, heading: str, new: str) -> Attempt:
        """Write another heading."""
        first = tuple(new if str(one).startswith(heading) else one for one in self.rows[0])
        return replace(self, rows=(first, *self.rows[1:]))

    def add(self, heading: str, value: Any) -> Attempt:
        """Write another column."""
        return replace(self, rows=((*self.rows[0], heading), *((*row, value) for row in self.rows[1:])))

    def drop(self, number: int) -> Attempt:
        """Delete a column."""
        return replace(self, rows=tuple((*row[:number], *row[number + 1 :]) for row in self.rows))

    def option(self, name: str, value: str | None = "") -> Attempt:
        """Say an option of the command; None leaves it out."""
        return replace(self, options={**self.options, name: value})

    def lines(self, *new: tuple[Any, ...]) -> Attempt:
        """Write these rows beneath the headings."""
        return replace(self, rows=(self.rows[0], *new))

    def saved_as(self, name: str) -> Attempt:
        """Save the list as another kind of file, which begins anew from its rows."""
        return replace(self, name=name, raw=None)


Cure = Callable[..., Attempt]


@dataclass(frozen=True)
class Lesson:
    """``message`` is the catalogue's key; ``ways`` the printed words part by part, with what they ask for.

    A part with "" as its words is another way to do what the part before says; None: it asks for nothing.
    """

    message: str
    attempt: Attempt
    ways: Sequence[tuple[str, Cure | None]]


def _cell(heading: str, value: Any, base: Attempt | None = None) -> Attempt:
    return (base or Attempt()).put(heading, value)


def _put(heading: str, value: Any) -> Cure:
    return lambda attempt, **_fields: attempt.put(heading, value)


def _option(name: str, value: str | None) -> Cure:
    return lambda attempt, **_fields: attempt.option(name, value)


def _save(name: str) -> Cure:
    return lambda attempt, **_fields: attempt.saved_as(name)


def _half(attempt: Attempt, **_fields: str) -> Attempt:
    """Keep a few rows in this file; the others go into another, which is imported likewise."""
    return replace(attempt, rows=attempt.rows[:3], limits=attempt.limits)


def _goods(**cells: Any) -> Attempt:
    row = {"Họ và tên": "Mẫu", "Ngày": "16/01/2025", "Hiện vật": "gạo", "Số lượng": 50, "ĐVT": "kg"} | cells
    return Attempt(rows=(GOODS, tuple(row.get(name) for name in GOODS)))


def _without(attempt: Attempt, heading: str) -> Attempt:
    return attempt.drop(attempt.column(heading))


LIKE = "{like}"
LONG = tuple((number, f"Người Mẫu {number}", "16/01/2025", 500_000, "") for number in range(30))
SWAPPED = Attempt(
    rows=(HEAD, (1, "A", datetime.date(2025, 5, 1), 5000, ""), (2, "B", "13/01/2025", 5000, "")),
    name="danh-sach.xlsx",
)
HAS_RECEIPTS = Attempt(
    rows=(
        ("Số phiếu", "Họ và tên", "Ngày", "Số tiền (đồng)"),
        ("1", "A", "16/01/2025", 5000),
        ("1", "B", "16/01/2025", 6000),
    )
)
LEDGER = "receipt,date,fund,amount_vnd,name\n"

LESSONS: tuple[Lesson, ...] = (
    # Amounts ------------------------------------------------------------------------------------------------
    Lesson(amounts.NO_AMOUNT, _cell("Số tiền", ""), [("chưa ghi số tiền.", _put("Số tiền", 500_000))]),
    Lesson(
        amounts.NOT_AN_AMOUNT,
        _cell("Số tiền", "một triệu"),
        [
            ("“{found}” không phải là số tiền viết bằng chữ số. ", None),
            ("Viết như {like}.", lambda attempt, like, **_: attempt.put("Số tiền", like)),
        ],
    ),
    Lesson(
        amounts.AMBIGUOUS,
        _cell("Số tiền", "1.500 triệu"),
        [
            ("“{found}” có thể hiểu là {first} hoặc {second} đồng. ", None),
            ("Viết đủ mọi chữ số, như {like}.", lambda attempt, first, **_: attempt.put("Số tiền", first)),
            ("", lambda attempt, second, **_: attempt.put("Số tiền", second)),
        ],
    ),
    Lesson(
        amounts.FOREIGN_MONEY,
        _cell("Số tiền", "50 USD"),
        [
            ("“{found}” không phải tiền đồng. ", None),
            ("Ghi số tiền đồng mà ngân hàng hoặc kho bạc đã quy đổi khi nhận.", _put("Số tiền", 1_250_000)),
        ],
    ),
    Lesson(
        amounts.NOT_WHOLE,
        _cell("Số tiền", "500.000,5"),
        [("“{found}” không phải là số đồng tròn.", _put("Số tiền", "500.000"))],
    ),
    Lesson(
        amounts.NOT_POSITIVE,
        replace(_cell("Số tiền", "-500.000"), rows=(HEAD, ROW, (2, "B", "16/01/2025", "-500.000", ""))),
        [
            ("“{found}” không lớn hơn 0. ", None),
            ("Khoản hoàn trả thì ghi tay vào sổ.", lambda attempt, **_: attempt.lines(*attempt.rows[1:-1])),
        ],
    ),
    Lesson(
        amounts.TOO_LARGE,
        _cell("Số tiền", "5.000.000.000.000.000"),
        [("“{found}” từ một triệu tỷ đồng trở lên, chắc là gõ nhầm.", _put("Số tiền", "5.000.000"))],
    ),
    Lesson(
        amounts.UNIT_UNCLEAR,
        _cell("Số tiền", 500, Attempt().head("Số tiền", "Số tiền")),
        [
            ("“{found}” là đồng hay nghìn đồng? ", None),
            (
                "Ghi đơn vị vào tiêu đề cột, ví dụ “{heading}”.",
                lambda attempt, heading, **_: attempt.head("Số tiền", heading),
            ),
            ("", lambda attempt, **_: attempt.head("Số tiền", "Số tiền (nghìn đồng)")),
        ],
    ),
    Lesson(
        amounts.TWO_UNITS,
        _cell("Số tiền", "500 nghìn", Attempt().head("Số tiền", "Số tiền (nghìn đồng)")),
        [
            ("“{found}” tự ghi đơn vị, mà tiêu đề cột ghi đơn vị khác. ", None),
            ("Chỉ viết con số.", _put("Số tiền", "500")),
        ],
    ),
    Lesson(
        amounts.NO_QUANTITY,
        _without(_goods(), "Số lượng"),
        [
            ("hiện vật phải có số lượng. ", None),
            ("Ghi ở cột “{column}”.", lambda attempt, column, **_: attempt.add(column, 50)),
        ],
    ),
    Lesson(
        amounts.NO_UNIT,
        _without(_goods(), "ĐVT"),
        [
            ("hiện vật phải có đơn vị tính. ", None),
            ("Ghi ở cột “{column}”.", lambda attempt, column, **_: attempt.add(column, "kg")),
        ],
    ),
    Lesson(
        amounts.NOT_A_QUANTITY,
        _without(_goods(**{"Số lượng": "khoảng 50 kg"}), "ĐVT"),
        [
            ("“{found}” không phải là một số lượng rõ ràng. ", None),
            (
                "Viết bằng chữ số, đơn vị tính để ở cột khác.",
                lambda attempt, **_: attempt.put("Số lượng", 50).add("ĐVT", "kg"),
            ),
        ],
    ),
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
            ("Sửa các dòng ấy", _put("Số tiền", 500_000)),
            (
                ", hoặc thêm {option} để bỏ qua.",
                lambda attempt, option, **_: attempt.option(option),
            ),
        ],
    ),
    # Days ---------------------------------------------------------------------------------------------------
    Lesson(dates.NO_DATE, _cell("Ngày", ""), [("chưa ghi ngày.", _put("Ngày", "16/01/2025"))]),
    Lesson(
        dates.NOT_A_DATE,
        _cell("Ngày", "hôm qua"),
        [
            ("“{found}” không phải là ngày. ", None),
            ("Viết như {like}.", lambda attempt, like, **_: attempt.put("Ngày", like)),
        ],
    ),
    Lesson(
        dates.IMPOSSIBLE,
        _cell("Ngày", "31/02/2025"),
        [("không có ngày {found}.", _put("Ngày", "28/02/2025"))],
    ),
    Lesson(
        dates.MONTH_FIRST,
        _cell("Ngày", "01/16/2025"),
        [
            ("“{found}” ghi tháng trước ngày. ", None),
            ("Viết như {like}.", lambda attempt, like, **_: attempt.put("Ngày", like)),
        ],
    ),
    Lesson(
        dates.UNLIKELY_YEAR,
        _cell("Ngày", "16/01/1985"),
        [("“{found}” nằm ngoài các năm 2000 đến 2099.", _put("Ngày", "16/01/2025"))],
    ),
    Lesson(
        dates.MAYBE_SWAPPED,
        SWAPPED,
        [
            (
                "Excel có thể đã đảo ngày và tháng của {found}, "
                "vì những ngày sau ngày 12 trong cột này vẫn là chữ. ",
                None,
            ),
            (
                "Gõ lại cả cột.",
                lambda attempt, **_: attempt.lines(
                    (1, "A", "05/01/2025", 5000, ""), (2, "B", "13/01/2025", 5000, "")
                ),
            ),
            (
                "",
                lambda attempt, **_: attempt.lines(
                    (1, "A", datetime.date(2025, 1, 5), 5000, ""),
                    (2, "B", datetime.date(2025, 1, 13), 5000, ""),
                ),
            ),
        ],
    ),
    # Rows ---------------------------------------------------------------------------------------------------
    Lesson(
        gifts.NO_DATES,
        Attempt().drop(2),
        [
            ("Danh sách không có ngày. ", None),
            ("Thêm cột “{column}”", lambda attempt, column, **_: attempt.add(column, "16/01/2025")),
            (
                ", hoặc ghi một ngày cho mọi dòng bằng {option} {day}.",
                lambda attempt, option, day, **_: attempt.option(option, day),
            ),
        ],
    ),
    Lesson(
        gifts.TWO_AMOUNTS,
        Attempt(
            rows=(
                ("Số phiếu", "Họ và tên", "Ngày", "Tiền mặt (đồng)", "Chuyển khoản (đồng)"),
                ("1", "Mẫu", "16/01/2025", 5000, 6000),
            )
        ),
        [
            ("một dòng có hai số tiền. ", None),
            (
                "Tách thành hai dòng, mỗi dòng một số biên lai.",
                lambda attempt, **_: attempt.lines(
                    ("1", "Mẫu", "16/01/2025", 5000, ""), ("2", "Mẫu", "16/01/2025", "", 6000)
                ),
            ),
        ],
    ),
    Lesson(
        gifts.MONEY_AND_GOODS,
        _without(_goods(**{"Số tiền (đồng)": 500_000}), "Giá trị quy đổi"),
        [
            ("một dòng có cả hiện vật và tiền. ", None),
            (
                "Nếu tiền là giá trị của hiện vật thì đặt tiêu đề cột là “{heading}”",
                lambda attempt, heading, **_: attempt.head("Số tiền", heading),
            ),
            (
                "; nếu không thì tách thành hai dòng.",
                lambda attempt, **_: attempt.lines(
                    ("Mẫu", "16/01/2025", 500_000, "", "", ""), ("Mẫu", "16/01/2025", "", "gạo", 50, "kg")
                ),
            ),
        ],
    ),
    Lesson(
        gifts.VALUE_ALONE,
        _goods(**{"Hiện vật": None, "Số lượng": None, "ĐVT": None, GOODS[-1]: 500_000}),
        [
            (
                "có giá trị quy đổi nhưng không có hiện vật.",
                lambda attempt, **_: attempt.put("Hiện vật", "gạo").put("Số lượng", 50).put("ĐVT", "kg"),
            )
        ],
    ),
    Lesson(
        gifts.QUANTITY_ALONE,
        _goods(**{"Hiện vật": None, "ĐVT": None, "Số tiền (đồng)": 500_000}),
        [("có số lượng nhưng không có hiện vật.", _put("Số lượng", None))],
    ),
    Lesson(
        gifts.NO_WARD,
        Attempt().add("Phường", "Phường Lạ"),
        [
            ("Hội không có đơn vị trực thuộc “{found}”. ", None),
            ("Các đơn vị ghi ở {path}.", _put("Phường", "Phường Cầu Diễn")),
        ],
    ),
    Lesson(
        gifts.NO_KIND,
        Attempt().add("Đối tượng", "Người qua đường"),
        [
            ("“{found}” không phải là loại nhà hảo tâm. ", None),
            ("Ghi: {first}", lambda attempt, first, **_: attempt.put("Đối tượng", first)),
            (", {second}", lambda attempt, second, **_: attempt.put("Đối tượng", second)),
            (", {third}", lambda attempt, third, **_: attempt.put("Đối tượng", third)),
            (" hoặc {last}.", lambda attempt, last, **_: attempt.put("Đối tượng", last)),
        ],
    ),
    Lesson(
        gifts.NO_CONSENT,
        Attempt().add("Đồng ý công khai", "hỏi sau"),
        [
            ("“{found}” không cho biết có được nêu tên hay không. ", None),
            ("Ghi: {yes}", lambda attempt, yes, **_: attempt.put("Đồng ý", yes)),
            (" hoặc {no}.", lambda attempt, no, **_: attempt.put("Đồng ý", no)),
        ],
    ),
    Lesson(
        plan.SAME_RECEIPT,
        HAS_RECEIPTS,
        [
            ("số biên lai {receipt} có ở các dòng {rows} của bảng này; ", None),
            ("mỗi khoản phải có số riêng.", _put("Số phiếu", "2")),
        ],
    ),
    Lesson(
        plan.CONFLICT,
        replace(
            HAS_RECEIPTS,
            rows=HAS_RECEIPTS.rows[:2],
            chapter={"data/gifts/2025.csv": f"{LEDGER}1,2025-01-16,quy-mau,4000,A\n"},
        ).option("--fund", "quy-mau"),
        [
            (
                "số biên lai {receipt} đã có trong {path} với nội dung khác ({columns}). Sổ được giữ nguyên.",
                _put("Số tiền", 4000),
            )
        ],
    ),
    Lesson(
        private.PHONE,
        _cell("Họ và tên", "Mẫu 0912 345 678"),
        [("có số điện thoại. ", None), ("Hãy xoá số ấy: cột này được công bố.", _put("Họ và tên", "Mẫu"))],
    ),
    Lesson(
        private.IDENTITY,
        _cell("Nội dung", "STK 19031234567"),
        [
            ("có dãy số giống số giấy tờ tuỳ thân hoặc số tài khoản. ", None),
            ("Hãy xoá dãy số ấy: cột này được công bố.", _put("Nội dung", "STK")),
        ],
    ),
    Lesson(
        private.EMAIL,
        _cell("Nội dung", "mau@example.org"),
        [
            ("có địa chỉ thư điện tử. ", None),
            ("Hãy xoá địa chỉ ấy: cột này được công bố.", _put("Nội dung", "")),
        ],
    ),
    Lesson(
        private.NAME_IN_NOTE,
        _cell("Nội dung", "chị Mẫu gửi"),
        [
            ("có nêu tên một người chưa đồng ý nêu tên. ", None),
            ("Hãy xoá tên ở đây.", _put("Nội dung", "gửi")),
        ],
    ),
    Lesson(
        rows.TOO_LONG, _cell("Họ và tên", "M" * 301), [("dài hơn {limit} ký tự.", _put("Họ và tên", "Mẫu"))]
    ),
    Lesson(
        rows.FORBIDDEN,
        _cell("Họ và tên", "Mẫu \ue000"),
        [("có ký tự điều khiển hoặc ký tự lạ. ", None), ("Hãy gõ lại.", _put("Họ và tên", "Mẫu"))],
    ),
    Lesson(
        statement.BOTH_WAYS,
        Attempt(rows=(BANK, ("16/01/2025", "FT1", "1.000", "500.000", "", "x")), sort="statement"),
        [
            (
                "một dòng có cả tiền vào và tiền ra.",
                lambda attempt, **_: attempt.lines(
                    ("16/01/2025", "FT1", "", "500.000", "", "x"),
                    ("16/01/2025", "FT2", "1.000", "", "", "phí"),
                ),
            )
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
        [("Không có tệp “{path}”.", _save("danh-sach.csv"))],
    ),
    Lesson(opening.EMPTY, Attempt(raw=b" \r\n"), [("Tệp trống.", _save("danh-sach.csv"))]),
    Lesson(
        opening.TOO_BIG,
        Attempt(rows=(HEAD, *LONG), limits={"opening.MAX_FILE_BYTES": 400}),
        [("Tệp có {size} MB; tối đa {limit} MB. ", None), ("Hãy chia thành nhiều tệp.", _half)],
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
            ("Lưu lại ở dạng “CSV UTF-8”", _save("danh-sach.csv")),
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
        [("Tệp có hơn {limit} dòng. ", None), ("Hãy chia thành nhiều tệp.", _half)],
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
            ("Xoá các dòng trống có định dạng", _half),
            (", hoặc chia thành nhiều tệp.", _half),
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
        [("Trang tính “{sheet}” có hơn {limit} dòng. ", None), ("Hãy chia thành nhiều tệp.", _half)],
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
        Attempt(chapter={"data/gifts/2025.csv": "date,fund\n2025-01-16,quy-mau\n"}),
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

EXEMPT: Mapping[str, str] = {
    opening.UNREADABLE: "who runs the tests may read every file",
    importing.NOT_WRITTEN: "who runs the tests may write everywhere",
    command.NOTHING_NEW: "tells, asks for nothing",
    command.WRITTEN: "tells, asks for nothing",
    command.WRITTEN_BEFORE: "tells, asks for nothing",
    command.NEW_KEY: "asks for a commit, which no list shows",
    command.WOULD_WRITE: "is no refusal; tests of the command do what it says",
    command.SKIPPED: "tells, asks for nothing",
    command.VALUED_IN_LIST: "is written into the ledger",
    gifts.TEXT_ROWS: "tells, asks for nothing",
    gifts.ANONYMOUS_ROWS: "tells, asks for nothing",
    gifts.JOINED: "tells, asks for nothing",
    statement.DEBITS: "tells, asks for nothing",
    statement.BALANCE_HOLDS: "tells, asks for nothing",
    statement.BALANCE_BROKEN: "only the bank knows which rows are missing",
    statement.BALANCE_MORE: "tells, asks for nothing",
    statement.INTEREST: "asks to look, which changes nothing",
    totals.MISMATCH: "tells both sums; the rows are imported as they are",
    totals.MISMATCH_UNREAD: "tells both sums; what could not be read is told besides",
    totals.AGREES: "tells, asks for nothing",
    totals.UNREADABLE: "tells, asks for nothing",
}
"""Messages of imports that are no refusals, or that no test can do as they say."""
