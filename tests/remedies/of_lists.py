"""Incomplete lists, gifts without a day or a number, and figures beside what the ledgers add up to."""

from __future__ import annotations

import re

import yaml

from .desk import WRITTEN, Desk
from .of_figures import OTHERS_SAY_IT_TOO, number_in
from .told import Place, Told
from .ways import Remedies, Way, Words

FUNDS, INDICATORS = "data/funds.yml", "data/indicators.yml"


def _set_in(desk: Desk, path: str, record: str, key: str, value: str) -> None:
    """Write ``key`` into a record of a file of records by identifier."""
    tree = desk.yaml(path)
    assert isinstance(tree.top, yaml.MappingNode)
    tree.set_key(tree.mapping_of(tree.find(tree.top, record)[1]), key, value)


def _fund(told: Told) -> str:
    fund = re.search(r"quỹ “([\w-]+)”", told.message)
    assert fund
    return fund[1]


# Gifts ------------------------------------------------------------------------------------------------------


def give_it_its_day(desk: Desk, told: Told) -> None:
    desk.set_cell(told.at, "date", "2025-01-11")


def empty_the_fund(desk: Desk, told: Told) -> None:
    desk.set_cell(told.at, "fund", "")


def say_that_the_opening_is_not_known(desk: Desk, told: Told) -> None:
    _set_in(desk, FUNDS, _fund(told), "opening_vnd", "unknown")


def say_that_the_fund_is_not_complete(desk: Desk, told: Told) -> None:
    _set_in(desk, FUNDS, _fund(told), "complete", "false")


def remove_the_row(desk: Desk, told: Told) -> None:
    desk.remove_row(told.at)


def give_it_a_number(desk: Desk, told: Told) -> None:
    if "receipt" not in desk.header(told.at.path):
        desk.add_column(told.at.path, "receipt", "")
    desk.set_cell(told.at, "receipt", "PT-9")


def say_so_in_a_note(desk: Desk, told: Told) -> None:
    desk.set_cell(told.at, "note", "lần 2")


# Figures beside ledgers -------------------------------------------------------------------------------------


def find_the_row_entered_twice(desk: Desk, told: Told, ledger: str) -> None:
    """The same company, under a short name."""
    path = f"data/{ledger}/2025.csv"
    rows = desk.read(path).split("\n")
    number = next(number for number, row in enumerate(rows, start=1) if row.startswith("DN mẫu"))
    desk.remove_row(Place(path, number))


def correct_the_figure(desk: Desk, told: Told) -> None:
    counted = re.search(r"cộng lại(?: đã)? được ([\d.,]+)", told.message)
    assert counted
    desk.set_key(told.at, "value", number_in(counted[1]))


def correct_the_rows(desk: Desk, told: Told, ledger: str) -> None:
    stated = re.search(r" ghi ([\d.]+),", told.message)
    assert stated
    desk.set_cell(Place(f"data/{ledger}/2025.csv", 2), "quantity", stated[1])


def say_why_they_differ(desk: Desk, told: Told, key: str) -> None:
    text = desk.read(told.at.path).rstrip()
    desk.write(told.at.path, f"{text}\nledger: {{differs: {{{key}: {WRITTEN}}}}}\n")


def remove_the_reason(desk: Desk, told: Told) -> None:
    desk.remove_entry(told.at)


def say_what_the_indicator_counts(desk: Desk, told: Told) -> None:
    figures = yaml.safe_load(desk.read(told.at.path))["figures"]
    _set_in(desk, INDICATORS, figures[told.found]["indicator"], "measures", "handed-over")


def measure_received_money(desk: Desk, told: Told, found: str) -> None:
    _set_in(desk, INDICATORS, found, "measures", "received-money")


def measure_another_sum(desk: Desk, told: Told) -> None:
    _measure(desk, told, "spent-money")


def measure_nothing(desk: Desk, told: Told) -> None:
    _measure(desk, told, "none")


def _measure(desk: Desk, told: Told, measures: str) -> None:
    indicator = re.search(r"dưới “([\w-]+)”", told.remedy)
    assert indicator
    _set_in(desk, INDICATORS, indicator[1], "measures", measures)


# Acknowledgments and sheets ---------------------------------------------------------------------------------


def say_nothing_of_the_amount(desk: Desk, told: Told) -> None:
    desk.remove_entry(told.at)


def remove_what_is_stated(desk: Desk, told: Told) -> None:
    for key in ("amount_vnd", "stated", "goods"):
        tree, node = desk.node(told.at)
        record = tree.mapping_of(node)
        if key in [one.value for one, _value in record.value]:
            tree.remove(tree.find(record, key)[0])


def add_the_contact(desk: Desk, told: Told) -> None:
    desk.set_key(told.at, "contact", "Trụ sở Hội mẫu, sáng thứ Hai")


REMEDIES: Remedies = {
    "khoan-khong-ngay": [Way("Ghi ngày vào, nếu còn giấy tờ cho biết.", give_it_its_day, then=("thieu-o",))],
    "thieu-ngay-trong-quy": [
        Way("Ghi ngày", give_it_its_day),
        Way(
            ", hoặc bỏ trống ô “fund”: khoản này khi đó chỉ có trong danh sách của đợt vận động "
            "(cột “campaign”), không nằm trong số dư nào.",
            empty_the_fund,
            then=("khoan-khong-ngay",),
        ),
        Way(
            " Nếu không biết được số dư của quỹ thì ghi `opening_vnd: unknown` trong data/funds.yml.",
            say_that_the_opening_is_not_known,
        ),
    ],
    "danh-sach-thieu-trong-quy": [
        Way(
            "Bỏ trống ô “fund”: khoản này khi đó chỉ có trong danh sách của đợt vận động, "
            "không nằm trong số dư nào.",
            empty_the_fund,
        ),
        Way(
            " Hoặc ghi `complete: false` cho quỹ trong data/funds.yml.",
            say_that_the_fund_is_not_complete,
        ),
    ],
    "khoan-giong-nhau": [
        Way("Nếu nhập hai lần thì bỏ một dòng", remove_the_row),
        Way("; nếu đúng là hai khoản thì để nguyên.", None),
    ],
    "trung-khoan-khong-so": [
        Way("Nếu nhập hai lần thì bỏ một dòng", remove_the_row),
        Way("; nếu là khoản khác thì ghi số phiếu", give_it_a_number),
        Way(", hoặc nói rõ ở cột “note”.", say_so_in_a_note),
    ],
    "danh-sach-vuot-tong": [
        Way("Tìm trong data/{ledger}/ khoản bị nhập hai lần", find_the_row_entered_twice),
        Way(", hoặc sửa số liệu ở đây.", correct_the_figure),
    ],
    "so-lieu-lech-so-sach": [
        Way("Sửa số liệu ở đây", correct_the_figure, then=("ty-le-mau-thuan", *OTHERS_SAY_IT_TOO)),
        Way(", hoặc sửa các dòng trong data/{ledger}/.", correct_the_rows),
        Way(
            " Nếu cả hai đều đúng thì ghi lý do trong tệp này: `ledger: {differs: {{key}: lý do}}`; "
            "trang sẽ nêu cả hai số kèm lý do.",
            say_why_they_differ,
        ),
    ],
    "ly-do-lech-thua": [
        Way("Bỏ lý do ấy", remove_the_reason),
        Way(
            ", hoặc khai ở khoá `measures` của chỉ số trong data/indicators.yml rằng chỉ số "
            "đếm cùng một thứ với phần nào của sổ.",
            say_what_the_indicator_counts,
        ),
    ],
    "chua-ro-so-nao-cua-so": [
        Way(
            "Trong data/indicators.yml, dưới “{found}”, ghi `measures: received-money` "
            "nếu đó là số tiền đã nhận",
            measure_received_money,
            then=("so-lieu-lech-so-sach",),
        ),
        Way(
            ", ghi phần khác của sổ nếu là phần ấy",
            measure_another_sum,
            then=("so-lieu-lech-so-sach",),
        ),
        Way(", hoặc `measures: none` nếu sổ không ghi việc này.", measure_nothing),
    ],
    "ghi-nhan-mau-thuan": [
        Way("Bỏ `amount: not-stated`", say_nothing_of_the_amount),
        Way(", hoặc bỏ phần ghi ở “amount_vnd”, “stated” và “goods”.", remove_what_is_stated),
    ],
    "to-niem-yet-thieu-noi-hoi": [
        Way("Thêm dòng `contact: …` ghi trụ sở, giờ tiếp dân", add_the_contact),
        Words("; chưa thêm thì phải ghi tay vào từng tờ đã in."),
    ],
}
