"""What an import refuses of single rows, with what each refusal asks for."""

from __future__ import annotations

import datetime
from dataclasses import replace

from minhbach.imports import (
    amounts,
    dates,
    gifts,
    plan,
    private,
    rows,
    statement,
)

from .lessons import (
    BANK,
    GOODS,
    HAS_RECEIPTS,
    HEAD,
    LEDGER,
    ROW,
    SWAPPED,
    Attempt,
    Lesson,
    cell,
    goods,
    put,
    without,
)

LESSONS: tuple[Lesson, ...] = (
    # Amounts ------------------------------------------------------------------------------------------------
    Lesson(amounts.NO_AMOUNT, cell("Số tiền", ""), [("chưa ghi số tiền.", put("Số tiền", 500_000))]),
    Lesson(
        amounts.NOT_AN_AMOUNT,
        cell("Số tiền", "một triệu"),
        [
            ("“{found}” không phải là số tiền viết bằng chữ số. ", None),
            ("Viết như {like}.", lambda attempt, like, **_: attempt.put("Số tiền", like)),
        ],
    ),
    Lesson(
        amounts.AMBIGUOUS,
        cell("Số tiền", "1.500 triệu"),
        [
            ("“{found}” có thể hiểu là {first} hoặc {second} đồng. ", None),
            ("Viết đủ mọi chữ số, như {like}.", lambda attempt, first, **_: attempt.put("Số tiền", first)),
            ("", lambda attempt, second, **_: attempt.put("Số tiền", second)),
        ],
    ),
    Lesson(
        amounts.FOREIGN_MONEY,
        cell("Số tiền", "50 USD"),
        [
            ("“{found}” không phải tiền đồng. ", None),
            ("Ghi số tiền đồng mà ngân hàng hoặc kho bạc đã quy đổi khi nhận.", put("Số tiền", 1_250_000)),
        ],
    ),
    Lesson(
        amounts.NOT_WHOLE,
        cell("Số tiền", "500.000,5"),
        [("“{found}” không phải là số đồng tròn.", put("Số tiền", "500.000"))],
    ),
    Lesson(
        amounts.NOT_POSITIVE,
        replace(cell("Số tiền", "-500.000"), rows=(HEAD, ROW, (2, "B", "16/01/2025", "-500.000", ""))),
        [
            ("“{found}” không lớn hơn 0. ", None),
            ("Khoản hoàn trả thì ghi tay vào sổ.", lambda attempt, **_: attempt.lines(*attempt.rows[1:-1])),
        ],
    ),
    Lesson(
        amounts.TOO_LARGE,
        cell("Số tiền", "5.000.000.000.000.000"),
        [("“{found}” từ một triệu tỷ đồng trở lên, chắc là gõ nhầm.", put("Số tiền", "5.000.000"))],
    ),
    Lesson(
        amounts.UNIT_UNCLEAR,
        cell("Số tiền", 500, Attempt().head("Số tiền", "Số tiền")),
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
        cell("Số tiền", "500 nghìn", Attempt().head("Số tiền", "Số tiền (nghìn đồng)")),
        [
            ("“{found}” tự ghi đơn vị, mà tiêu đề cột ghi đơn vị khác. ", None),
            ("Chỉ viết con số.", put("Số tiền", "500")),
        ],
    ),
    Lesson(
        amounts.NO_QUANTITY,
        without(goods(), "Số lượng"),
        [
            ("hiện vật phải có số lượng. ", None),
            ("Ghi ở cột “{column}”.", lambda attempt, column, **_: attempt.add(column, 50)),
        ],
    ),
    Lesson(
        amounts.NO_UNIT,
        without(goods(), "ĐVT"),
        [
            ("hiện vật phải có đơn vị tính. ", None),
            ("Ghi ở cột “{column}”.", lambda attempt, column, **_: attempt.add(column, "kg")),
        ],
    ),
    Lesson(
        amounts.NOT_A_QUANTITY,
        without(goods(**{"Số lượng": "khoảng 50 kg"}), "ĐVT"),
        [
            ("“{found}” không phải là một số lượng rõ ràng. ", None),
            (
                "Viết bằng chữ số, đơn vị tính để ở cột khác.",
                lambda attempt, **_: attempt.put("Số lượng", 50).add("ĐVT", "kg"),
            ),
        ],
    ),
    # Days ---------------------------------------------------------------------------------------------------
    Lesson(dates.NO_DATE, cell("Ngày", ""), [("chưa ghi ngày.", put("Ngày", "16/01/2025"))]),
    Lesson(
        dates.NOT_A_DATE,
        cell("Ngày", "hôm qua"),
        [
            ("“{found}” không phải là ngày. ", None),
            ("Viết như {like}.", lambda attempt, like, **_: attempt.put("Ngày", like)),
        ],
    ),
    Lesson(
        dates.IMPOSSIBLE,
        cell("Ngày", "31/02/2025"),
        [("không có ngày {found}.", put("Ngày", "28/02/2025"))],
    ),
    Lesson(
        dates.MONTH_FIRST,
        cell("Ngày", "01/16/2025"),
        [
            ("“{found}” ghi tháng trước ngày. ", None),
            ("Viết như {like}.", lambda attempt, like, **_: attempt.put("Ngày", like)),
        ],
    ),
    Lesson(
        dates.UNLIKELY_YEAR,
        cell("Ngày", "16/01/1985"),
        [("“{found}” nằm ngoài các năm 2000 đến 2099.", put("Ngày", "16/01/2025"))],
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
        without(goods(**{"Số tiền (đồng)": 500_000}), "Giá trị quy đổi"),
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
        goods(**{"Hiện vật": None, "Số lượng": None, "ĐVT": None, GOODS[-1]: 500_000}),
        [
            (
                "có giá trị quy đổi nhưng không có hiện vật.",
                lambda attempt, **_: attempt.put("Hiện vật", "gạo").put("Số lượng", 50).put("ĐVT", "kg"),
            )
        ],
    ),
    Lesson(
        gifts.QUANTITY_ALONE,
        goods(**{"Hiện vật": None, "ĐVT": None, "Số tiền (đồng)": 500_000}),
        [("có số lượng nhưng không có hiện vật.", put("Số lượng", None))],
    ),
    Lesson(
        gifts.NO_WARD,
        Attempt().add("Phường", "Phường Lạ"),
        [
            ("Hội không có đơn vị trực thuộc “{found}”. ", None),
            ("Các đơn vị ghi ở {path}.", put("Phường", "Phường Cầu Diễn")),
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
            ("mỗi khoản phải có số riêng.", put("Số phiếu", "2")),
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
                put("Số tiền", 4000),
            )
        ],
    ),
    Lesson(
        plan.WITHOUT_RECEIPT,
        replace(
            HAS_RECEIPTS,
            rows=HAS_RECEIPTS.rows[:2],
            chapter={"data/gifts/2025.csv": f"{LEDGER},2025-01-16,quy-mau,5000,A\n"},
        ).option("--fund", "quy-mau"),
        [
            ("{path} đã có khoản này nhưng không ghi số phiếu. ", None),
            (
                "Ghi số {receipt} vào dòng ấy",
                lambda attempt, path, receipt: replace(
                    attempt, chapter={path: f"{LEDGER}{receipt},2025-01-16,quy-mau,5000,A\n"}
                ),
            ),
            (
                ", hoặc xoá dòng ấy đi.",
                lambda attempt, path, **_: replace(attempt, chapter={path: LEDGER}),
            ),
        ],
    ),
    Lesson(
        private.PHONE,
        cell("Họ và tên", "Mẫu 0912 345 678"),
        [("có số điện thoại. ", None), ("Hãy xoá số ấy: cột này được công bố.", put("Họ và tên", "Mẫu"))],
    ),
    Lesson(
        private.IDENTITY,
        cell("Nội dung", "STK 19031234567"),
        [
            ("có dãy số giống số giấy tờ tuỳ thân hoặc số tài khoản. ", None),
            ("Hãy xoá dãy số ấy: cột này được công bố.", put("Nội dung", "STK")),
        ],
    ),
    Lesson(
        private.EMAIL,
        cell("Nội dung", "mau@example.org"),
        [
            ("có địa chỉ thư điện tử. ", None),
            ("Hãy xoá địa chỉ ấy: cột này được công bố.", put("Nội dung", "")),
        ],
    ),
    Lesson(
        private.NAME_IN_NOTE,
        cell("Nội dung", "chị Mẫu gửi"),
        [
            ("có nêu tên một người chưa đồng ý nêu tên. ", None),
            ("Hãy xoá tên ở đây.", put("Nội dung", "gửi")),
        ],
    ),
    Lesson(
        rows.TOO_LONG, cell("Họ và tên", "M" * 301), [("dài hơn {limit} ký tự.", put("Họ và tên", "Mẫu"))]
    ),
    Lesson(
        rows.FORBIDDEN,
        cell("Họ và tên", "Mẫu \ue000"),
        [("có ký tự điều khiển hoặc ký tự lạ. ", None), ("Hãy gõ lại.", put("Họ và tên", "Mẫu"))],
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
)
