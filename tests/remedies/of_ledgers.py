"""Ledgers of rows: files, single rows, and what rows must add up to."""

from __future__ import annotations

import re

from .desk import WRITTEN, Desk
from .told import Place, Told
from .ways import Remedies, Way, Words

CELLS = {
    "receipt": "PT-9",
    "date": "2025-01-10",
    "fund": "quy-nhan-dao",
    "amount_vnd": "70000",
    "purpose": "qua-tet",
    "campaign": "tet-mau-2025",
    "quantity": "5",
    "valuation": "not-valued",
}
"""What staff find on the slip of paper for a cell that is empty."""


def dong(words: str) -> str:
    """Return an amount as the report writes it ("−1.000 đồng") in digits alone."""
    match = re.search(r"([−-]?)([\d.]+) đồng", words)
    assert match, words
    return match[1].replace("−", "-") + match[2].replace(".", "")


def _amounts(told: Told) -> list[int]:
    return [int(dong(one)) for one in re.findall(r"[−-]?[\d.]+ đồng", told.message)]


def _key(told: Told) -> str:
    key = re.search(r"(?:cột|Ô|Cột) “(\w+)”", told.message)
    return key[1] if key else ""


def _row_kind(told: Told) -> str:
    kind = re.search(r"dòng loại “(\w+)”", told.message)
    assert kind
    return kind[1]


# Files and columns ------------------------------------------------------------------------------------------


def move_ledger(desk: Desk, told: Told, ledger: str) -> None:
    path = told.at.path
    desk.move(path, f"data/{ledger}/" + path.removeprefix(f"data/{ledger}/").replace("/", "-").lower())


def remove_file(desk: Desk, told: Told) -> None:
    desk.delete(told.at.path)


def correct_the_heading(desk: Desk, told: Told) -> None:
    head = desk.header(told.at.path)
    known = [name for name in told.remedy.partition("ở đây: ")[2].rstrip(".").split(", ") if name not in head]
    desk.replace_in_line(
        told.at, told.found, told.nearest or ("amount_vnd" if "amount_vnd" in known else known[0])
    )


def remove_the_column(desk: Desk, told: Told, known: str) -> None:
    assert known
    _drop_column(desk, told.at.path, desk.header(told.at.path).index(told.found))


def keep_one_column(desk: Desk, told: Told) -> None:
    _drop_column(desk, told.at.path, desk.header(told.at.path).index(told.found))


def _drop_column(desk: Desk, path: str, number: int) -> None:
    mark = ";" if ";" in desk.read(path) else ","
    lines = [line.split(mark) for line in desk.read(path).rstrip("\n").split("\n")]
    desk.write(path, "".join(mark.join([*c[:number], *c[number + 1 :]]) + "\n" for c in lines))


def add_the_column(desk: Desk, told: Told) -> None:
    desk.add_column(told.at.path, told.found, CELLS[told.found])


# Cells ------------------------------------------------------------------------------------------------------


def quote_cells(desk: Desk, told: Told) -> None:
    """A comma within a cell, or a quotation mark that stands in it."""
    line = desk.line(told.at)
    if line.endswith('"') or line.count('"') % 2:
        begin = line.index('"')
        desk.replace_line(told.at, f'{line[:begin]}"""{line[begin + 1 :]}"')
    else:
        desk.replace_line(told.at, line.replace("500000,00", '"500000,00"'))


def fill_in_the_cell(desk: Desk, told: Told) -> None:
    desk.set_cell(_with_column(desk, told), _key(told), CELLS.get(_key(told), WRITTEN))


def _with_column(desk: Desk, told: Told) -> Place:
    if _key(told) not in desk.header(told.at.path):
        desk.add_column(told.at.path, _key(told), "")
    return told.at


def empty_the_cell(desk: Desk, told: Told) -> None:
    desk.set_cell(told.at, _key(told), "")


def correct_the_kind(desk: Desk, told: Told) -> None:
    assert _row_kind(told) == "collection"
    desk.set_cell(told.at, "kind", "gift")


def correct_the_cell(desk: Desk, told: Told) -> None:
    choice = re.search(
        r"cần một trong các từ: (\w+)|ví dụ (?:\w+, )?\S+ hoặc ([\d.,]+?)[,.](?: |$)", told.message
    )
    assert choice, told.message
    desk.set_cell(told.at, _key(told), choice[1] or choice[2])


def correct_the_day(desk: Desk, told: Told) -> None:
    desk.set_cell(told.at, "date", "2025-01-10")


def write_digits_only(desk: Desk, told: Told) -> None:
    suggested = re.search(r"Có lẽ là (\d+)\.", told.remedy)
    desk.set_cell(told.at, _key(told), suggested[1] if suggested else "1000000")


def enter_what_the_bank_credited(desk: Desk, told: Told) -> None:
    desk.set_cell(told.at, "amount_vnd", "1250000")
    desk.set_cell(told.at, "note", told.found)


def write_without_a_sign(desk: Desk, told: Told) -> None:
    amount = told.found.lstrip("-")
    desk.set_cell(told.at, "amount_vnd", "1000" if amount == "0" else amount)


def make_it_a_refund(desk: Desk, told: Told) -> None:
    """The row took money back: the gift stands in a row before it, and this one is a refund of it."""
    amount = told.found.lstrip("-")
    amount = amount if amount != "0" else "1000"
    row = desk.row(told.at)
    original = f"{row['receipt']}-A"
    desk.add_row(told.at.path, **{**row, "receipt": original, "amount_vnd": amount})
    for column in ("kind", "refers_to"):
        if column not in desk.header(told.at.path):
            desk.add_column(told.at.path, column, "")
    for column, value in {"kind": "refund", "refers_to": original, "amount_vnd": amount}.items():
        desk.set_cell(told.at, column, value)


def correct_the_number(desk: Desk, told: Told) -> None:
    desk.set_cell(told.at, "amount_vnd", told.found[:6])


def remove_the_row(desk: Desk, told: Told) -> None:
    desk.remove_row(told.at)


def give_it_its_own_number(desk: Desk, told: Told) -> None:
    desk.set_cell(told.at, "receipt", "PT-9")


def use_a_known_donor(desk: Desk, told: Told) -> None:
    known = told.nearest or "cong-ty-mau"
    if told.at.path.endswith(".csv"):
        desk.set_cell(told.at, "donor", known)
    else:
        desk.set_value(told.at, known)


def add_the_donor(desk: Desk, told: Told) -> None:
    donors = desk.read("data/donors.yml").rstrip()
    desk.write("data/donors.yml", f"{donors}\n{told.found}: {{name: Công ty mới, kind: organisation}}\n")


def write_the_name_instead(desk: Desk, told: Told) -> None:
    desk.set_cell(told.at, "donor", "")
    for column in ("name", "consent"):
        if column not in desk.header(told.at.path):
            desk.add_column(told.at.path, column, "")
    desk.set_cell(told.at, "name", "Công ty khác")
    desk.set_cell(told.at, "consent", "given")


def refer_to_the_original(desk: Desk, told: Told) -> None:
    desk.set_cell(told.at, "refers_to", "PT-1")


def follow_the_original(desk: Desk, told: Told) -> None:
    """Fund and campaign are those of the original; the day is wrong where it is before the original's."""
    for column in ("fund", "campaign"):
        if column in desk.header(told.at.path):
            desk.set_cell(told.at, column, "")
    if desk.row(told.at)["date"] < "2025-01-10":
        desk.set_cell(told.at, "date", "2025-01-13")


def correct_by_the_original(desk: Desk, told: Told) -> None:
    taken, original = _amounts(told)
    now = int(desk.row(told.at)["amount_vnd"])
    less = abs(now) - (taken - original)
    desk.set_cell(told.at, "amount_vnd", str(less if now > 0 else -less))


def take_the_number_out(desk: Desk, told: Told) -> None:
    row = desk.row(told.at)
    desk.set_cell(told.at, _key(told), row[_key(told)].replace(told.found, "").strip())


def say_given(desk: Desk, told: Told) -> None:
    _say_consent(desk, told, "given")


def say_refused(desk: Desk, told: Told) -> None:
    _say_consent(desk, told, "refused")


def _say_consent(desk: Desk, told: Told, consent: str) -> None:
    """The place is that of the first of the rows; all have a name and no consent."""
    if "consent" not in desk.header(told.at.path):
        desk.add_column(told.at.path, "consent", "")
    for number in range(2, len(desk.read(told.at.path).rstrip().split("\n")) + 1):
        at = Place(told.at.path, number)
        if desk.row(at)["name"] and not desk.row(at)["consent"]:
            desk.set_cell(at, "consent", consent)


# Periods that are closed ------------------------------------------------------------------------------------


def restore_and_correct(desk: Desk, told: Told, was: str) -> None:
    """The row as git has it: its day and amount are told, its fund is that of the message."""
    day, amount = was.split(", ")
    iso = "-".join(reversed(day.split("/")))
    fund = re.search(r"quỹ “([\w-]+)”", told.message)
    assert fund
    row = f"{told.found},{iso},{fund[1]},{dong(amount)},,"
    rows = desk.read(told.at.path).rstrip("\n").split("\n")
    kept = [line for line in rows if not line.startswith(f"{told.found},")]
    number = next((n for n, line in enumerate(rows) if line.startswith(f"{told.found},")), len(kept))
    kept.insert(number, row)
    correction = f"PT-1{told.found[-1]},2025-02-03,,-1000,correction,{told.found}"
    desk.write(told.at.path, "\n".join([*kept, correction]) + "\n")


def restore(desk: Desk, told: Told, was: str) -> None:
    """A row without a number, as git has it."""
    day, amount = was.split(", ")
    fund = re.search(r"quỹ “([\w-]+)”", told.message)
    assert fund
    iso = "-".join(reversed(day.split("/")))
    desk.add_row(told.at.path, date=iso, fund=fund[1], amount_vnd=dong(amount), note="lần 1")


def open_the_period_again(desk: Desk, told: Told) -> None:
    funds = desk.read("data/funds.yml")
    desk.write("data/funds.yml", funds.replace("closed_through: 2025-01-31", "closed_through: 2025-01-09"))


def give_it_the_day_of_entry(desk: Desk, told: Told) -> None:
    desk.set_cell(told.at, "date", "2025-02-01")


def move_opening(desk: Desk, told: Told) -> None:
    """The fund was opened before this row, and what it held then is without it."""
    day = re.search(r"Dòng ghi ngày (\d\d)/(\d\d)/(\d{4})", told.message)
    assert day
    funds = desk.read("data/funds.yml")
    new = funds.replace("opened: 2025-01-01", f"opened: {day[3]}-{day[2]}-{day[1]}", 1)
    desk.write("data/funds.yml", new.replace("opening_vnd: 1000000", "opening_vnd: 500000", 1))


# What must add up -------------------------------------------------------------------------------------------


def enter_the_missing_row(desk: Desk, told: Told) -> None:
    """A gift that was never entered: as much as is missing."""
    fund = re.search(r"quỹ “([\w-]+)”", told.message)
    assert fund
    if told.code == "lech-sao-ke":
        amount = _amounts(told)[1] - _amounts(told)[0]
        if amount < 0:
            _add(desk, "data/expenses/them.csv", fund[1], -amount, purpose="qua-tet")
            return
    else:
        amount = -_amounts(told)[0]
    _add(desk, "data/gifts/them.csv", fund[1], amount)


def _add(desk: Desk, path: str, fund: str, amount: int, **cells: str) -> None:
    row = {"receipt": "PT-X1", "date": "2025-01-10", "fund": fund, "amount_vnd": str(amount), **cells}
    desk.write(path, ",".join(row) + "\n" + ",".join(row.values()) + "\n")


def correct_the_balance(desk: Desk, told: Told) -> None:
    desk.set_value(told.at, str(_amounts(told)[0]))


def correct_the_campaign(desk: Desk, told: Told) -> None:
    """Spent on the campaign that the money was given for, after all."""
    assert told
    desk.set_cell(Place("data/expenses/2025.csv", 2), "campaign", "tet-mau-2025")


def add_a_transfer(desk: Desk, told: Told) -> None:
    """What is left of the campaign is used for the rest of the fund's work."""
    row = {"receipt": "PC-2", "date": "2025-01-11", "fund": "quy-cuu-tro", "to_fund": "quy-cuu-tro"}
    row |= {"amount_vnd": "500000", "kind": "transfer", "campaign": "tet-mau-2025", "note": WRITTEN}
    assert told
    desk.add_row("data/expenses/2025.csv", **row)


def correct_the_headline(desk: Desk, told: Told, difference: str) -> None:
    assert difference
    desk.set_value(told.at, str(_amounts(told)[1]))


def say_why_they_differ(desk: Desk, told: Told) -> None:
    """Beside the other keys of ``ledger``, in the file of the campaign."""
    key = told.found.partition(".")[2]
    at = next(
        n for n, line in enumerate(desk.read(told.at.path).split("\n"), 1) if line.startswith("ledger:")
    )
    desk.set_key(Place(told.at.path, at), "differs", f"{{{key}: {WRITTEN}}}")


def correct_the_rows(desk: Desk, told: Told, ledger: str) -> None:
    stated, added = _amounts(told)[:2]
    at = Place(f"{ledger}2025.csv", 3)
    amount = int(desk.row(at)["amount_vnd"]) + stated - added
    desk.set_cell(at, "amount_vnd", str(amount))


REMEDIES: Remedies = {
    "so-khong-duoc-doc": [
        Way(
            "Sổ là tệp “….csv” hoặc “….csv.gz” nằm ngay trong data/{ledger}/. Hãy chuyển chỗ, đổi tên",
            move_ledger,
            then=("trung-so-phieu",),
        ),
        Way(" hoặc xoá tệp.", remove_file),
    ],
    "cot-la": [
        Way("Sửa tên cột", correct_the_heading),
        Way(" hoặc bỏ cột. Các cột dùng được ở đây: {known}.", remove_the_column, then=("thieu-o",)),
    ],
    "thieu-cot": [Way("Thêm tên cột vào dòng đầu và điền giá trị cho mọi dòng.", add_the_column)],
    "trung-cot": [Way("Chỉ giữ lại một cột.", keep_one_column)],
    "dong-hong": [
        Way(
            "Ô nào chứa dấu ngăn cột hoặc dấu ngoặc kép thì đặt trong ngoặc kép; "
            "dấu ngoặc kép bên trong viết hai lần.",
            quote_cells,
            then=("so-tien-khong-hop-le",),
        )
    ],
    "thieu-o": [Way("Điền ô này.", fill_in_the_cell)],
    "o-thua": [
        Way("Để trống ô này", empty_the_cell),
        Way(", hoặc sửa loại của dòng.", correct_the_kind, then=("chua-ro-dong-y",)),
    ],
    "o-khong-hop-le": [Way("Sửa ô này.", correct_the_cell)],
    "dong-chua-toi-ngay": [Way("Sửa ngày; sổ chỉ ghi những gì đã diễn ra.", correct_the_day)],
    "so-tien-khong-hop-le": [
        Way(
            "Viết đủ số đồng bằng chữ số: 1500000 hoặc 1.500.000, không kèm chữ hay ký hiệu tiền.",
            write_digits_only,
        ),
        Way(" Có lẽ là {amount}.", lambda desk, told, amount: write_digits_only(desk, told), optional=True),
    ],
    "ngoai-te": [
        Way(
            "Ghi số đồng mà ngân hàng đã ghi có; số ngoại tệ gốc ghi ở cột “note”.",
            enter_what_the_bank_credited,
        )
    ],
    "so-tien-khong-duong": [
        Way("Viết số tiền không có dấu.", write_without_a_sign),
        Way(" Tiền trả lại là một dòng riêng, loại “refund”.", make_it_a_refund),
    ],
    "so-tien-qua-lon": [Way("Sửa số tiền; có lẽ đã gõ thừa số 0.", correct_the_number)],
    "trung-so-phieu": [
        Way("Bỏ dòng nếu đã nhập hai lần", remove_the_row),
        Way(", hoặc cho dòng một số phiếu riêng.", give_it_its_own_number),
    ],
    "nha-hao-tam-la": [
        Way("Dùng một mã có trong data/donors.yml", use_a_known_donor),
        Way(", hoặc thêm nhà hảo tâm vào đó", add_the_donor),
        Way("; trong sổ thì tên không có ở đó cũng có thể ghi vào cột “name”.", write_the_name_instead),
    ],
    "phieu-goc-la": [Way("Ghi số phiếu của dòng gốc vào cột “refers_to”.", refer_to_the_original)],
    "khac-phieu-goc": [
        Way(
            "Để trống “fund” và “campaign” thì lấy theo dòng gốc; sửa lại ngày nếu ngày sai.",
            follow_the_original,
        )
    ],
    "hoan-qua-phieu-goc": [Way("Đối chiếu với dòng gốc và sửa số tiền.", correct_by_the_original)],
    "lo-so-ca-nhan": [Way("Bỏ đi: cột này được công bố.", take_the_number_out)],
    "chua-ro-dong-y": [
        Way("Ghi “given” (đồng ý)", say_given),
        Way(" hoặc “refused” (không đồng ý) vào cột “consent”.", say_refused),
    ],
    "sua-ky-da-khoa": [
        Way(
            "Khôi phục dòng như cũ ({was}), rồi thêm một dòng loại “correction” dẫn tới nó",
            restore_and_correct,
            optional=True,
        ),
        Way("Khôi phục dòng như cũ ({was})", restore, optional=True),
        Way(
            ". Dòng không có số phiếu thì không dòng nào khác điều chỉnh được: nếu dòng ấy sai, "
            "hãy lùi `closed_through` của quỹ trong data/funds.yml rồi sửa",
            open_the_period_again,
            optional=True,
        ),
        Words("."),
    ],
    "them-vao-ky-da-khoa": [
        Way("Nếu là bút toán ghi sau, hãy ghi ngày vào sổ thật của nó.", give_it_the_day_of_entry)
    ],
    "truoc-ngay-mo-quy": [
        Way("Khoản này đã nằm trong số dư đầu kỳ: bỏ dòng", remove_the_row),
        Way(", hoặc lùi ngày “opened” và sửa số dư đầu kỳ trong data/funds.yml.", move_opening),
    ],
    "quy-am": [
        Way(
            "Tìm trong data/gifts/ và data/expenses/ dòng bị thiếu, bị nhập hai lần, "
            "ghi sai ngày hoặc ghi nhầm quỹ.",
            enter_the_missing_row,
        )
    ],
    "chi-lan-tien-dot-khac": [
        Way(
            "Tiền ủng hộ đợt nào chi cho đợt ấy. Sửa cột “campaign” trong data/expenses/",
            correct_the_campaign,
        ),
        Way(", hoặc thêm vào đó dòng “transfer” cho phần còn dư của đợt.", add_a_transfer),
    ],
    "lech-sao-ke": [
        Way(
            "Tìm trong data/gifts/ và data/expenses/ dòng thiếu hoặc thừa đến ngày đó", enter_the_missing_row
        ),
        Way(", hoặc sửa số dư sao kê ở đây.", correct_the_balance),
    ],
    "lech-so-tong": [
        Way("Chênh nhau {difference}. Sửa `value` ở đây", correct_the_headline),
        Way(", hoặc sửa các dòng trong {ledger}.", correct_the_rows),
        Way(
            " Nếu cả hai đều đúng thì ghi lý do vào `differs`, dưới khoá `ledger` của đợt vận động.",
            say_why_they_differ,
        ),
    ],
}
