"""Accounts for gifts, duties to disclose, consent to be named, and codes of gifts."""

from __future__ import annotations

import re

from .desk import Desk
from .told import Place, Told
from .ways import Remedies, Way, Words

CONFIRMATIONS = "data/account-confirmations.yml"


# Accounts ---------------------------------------------------------------------------------------------------


def confirm(desk: Desk, told: Told) -> None:
    """Another person has compared it with the bank's document and writes down what that says."""
    account = told.found
    values = {key: desk.value(told.at, key) for key in ("bank_bin", "number", "holder")}
    entry = "".join(f"  {key}: {value}\n" for key, value in values.items())
    before = desk.read(CONFIRMATIONS) if desk.path(CONFIRMATIONS).exists() else ""
    desk.write(CONFIRMATIONS, f"{before}{account}:\n{entry}  confirmed: 2025-01-03\n  by: Ban Kiểm tra\n")


def undo_the_change(desk: Desk, told: Told) -> None:
    confirmed = re.search(r"đã xác nhận “(.+)” tại", told.message)
    assert confirmed
    desk.set_value(told.at, f'"{confirmed[1]}"')


def confirm_anew(desk: Desk, told: Told) -> None:
    found = re.search(r"là “(.+)”, nhưng", told.message)
    assert found
    desk.set_value(told.place_named(), f'"{found[1]}"')


def correct_the_identifier(desk: Desk, told: Told) -> None:
    """The name that the message asks about stands confirmed already: its entry is the right one."""
    if told.nearest and f"\n{told.nearest}:" in f"\n{desk.read(told.at.path)}":
        desk.remove_entry(told.at)
    elif told.nearest:
        desk.replace(told.at, told.found, told.nearest)


def delete_the_confirmation(desk: Desk, told: Told) -> None:
    if desk.read(told.at.path).count("\n  by:") == 1:
        desk.delete(told.at.path)
    else:
        desk.remove_entry(told.at)


def use_a_known_account(desk: Desk, told: Told) -> None:
    assert told.nearest
    desk.set_value(told.at, told.nearest)


def add_the_account(desk: Desk, told: Told) -> None:
    old = desk.read("data/accounts.yml")
    desk.write("data/accounts.yml", old + old.replace("mau:", f"{told.found}:"))


def _confirm_anew(desk: Desk, told: Told) -> None:
    """Another person compares bank, number and holder again."""
    account = re.search(r"Tài khoản “([\w-]+)”", told.message)
    assert account
    line = desk.read("data/accounts.yml").split("\n").index(f"{account[1]}:") + 1
    confirmed = desk.read(CONFIRMATIONS).split("\n").index(f"{account[1]}:") + 1
    for key in ("bank_bin", "number", "holder"):
        value = desk.value(Place("data/accounts.yml", line), key)
        desk.set_key(Place(CONFIRMATIONS, confirmed), key, value)


def make_account_real(desk: Desk, told: Told) -> None:
    desk.set_key(told.at, "bank_bin", '"970436"')
    desk.remove_entry(told.at)
    _confirm_anew(desk, told)


def make_sample(desk: Desk, told: Told) -> None:
    organisation = desk.read("data/organisation.yml")
    desk.write("data/organisation.yml", f"{organisation}sample: true\n")


def make_real(desk: Desk, told: Told) -> None:
    organisation = desk.read("data/organisation.yml")
    desk.write("data/organisation.yml", organisation.replace("sample: true\n", ""))


def make_account_sample(desk: Desk, told: Told, no_bank: str) -> None:
    desk.set_key(told.at, "sample", "true")
    desk.set_key(told.at, "bank_bin", f'"{no_bank}"')
    _confirm_anew(desk, told)


def write_no_bank(desk: Desk, told: Told, bin: str) -> None:  # noqa: A002 - the field of the words
    desk.set_value(told.at, f'"{bin}"')
    _confirm_anew(desk, told)


def write_bank(desk: Desk, told: Told) -> None:
    desk.set_value(told.at, '"970436"')
    _confirm_anew(desk, told)


def give_a_memo(desk: Desk, told: Told) -> None:
    desk.set_value(told.at, "TET MAU 2025")


# Disclosure -------------------------------------------------------------------------------------------------


def disclose(desk: Desk, told: Told, duty: str) -> None:
    """Disclosed today, in an article."""
    entry = "{day: 2025-11-20, article: 2025/bai-mau}"
    tree = desk.yaml(told.at.path)
    assert tree.top is not None
    keys = [key.value for key, _value in tree.mapping_of(tree.top).value]
    if "disclosure" not in keys:
        tree.set_key(tree.mapping_of(tree.top), "disclosure", f"{{met: {{{duty}: {entry}}}}}")
        return
    disclosure = tree.find(tree.mapping_of(tree.top), "disclosure")[1]
    met = tree.find(tree.mapping_of(disclosure), "met")[1]
    tree.set_key(tree.mapping_of(met), duty, entry)


def correct_the_day_disclosed(desk: Desk, told: Told) -> None:
    desk.set_key(told.at, "day", _days(told)[1])


def correct_the_day_before(desk: Desk, told: Told) -> None:
    found, other = _days(told)
    text = desk.read(told.at.path)
    assert text.count(other) == 1
    desk.write(told.at.path, text.replace(other, found))


def _days(told: Told) -> list[str]:
    return [f"{y}-{m}-{d}" for d, m, y in re.findall(r"(\d\d)/(\d\d)/(\d{4})", told.message)]


def enter_the_posting(desk: Desk, told: Told) -> None:
    campaign = told.at.path.rpartition("/")[2].removesuffix(".yml")
    entry = f"- campaign: {campaign}\n  place: Trụ sở\n  posted: {_days(told)[0]}\n  removed: 2025-02-28\n"
    before = desk.read("data/postings.yml") if desk.path("data/postings.yml").exists() else ""
    desk.write("data/postings.yml", before + entry)


def correct_the_day_posted(desk: Desk, told: Told) -> None:
    posted = re.search(r"posted: (\S+)", desk.read("data/postings.yml"))
    assert posted
    desk.set_key(told.at, "day", posted[1])


# Names and codes --------------------------------------------------------------------------------------------


def remove_the_name(desk: Desk, told: Told) -> None:
    line = desk.line(told.at)
    assert told.found in line
    desk.replace_line(told.at, line.replace(told.found, "").rstrip(" "))


def bring_the_file_back(desk: Desk, told: Told) -> None:
    desk.take_from_twin(told.at.path)


def bring_the_line_back(desk: Desk, told: Told) -> None:
    """From git, which holds it as the program wrote it."""
    twin = (desk.twin / told.at.path).read_text(encoding="utf-8").split("\n")
    desk.replace_line(told.at, twin[told.at.line - 1])


def correct_the_receipt(desk: Desk, told: Told) -> None:
    """The gift stands in the ledger under a number with a slip of the pen."""
    row = f"{told.found},2025-01-10,quy-nhan-dao,500000"
    desk.write("data/gifts/2025.csv", f"receipt,date,fund,amount_vnd\n{row}\n")


def delete_the_line(desk: Desk, told: Told) -> None:
    desk.remove_row(told.at)


def delete_the_other_line(desk: Desk, told: Told) -> None:
    desk.remove_row(Place(told.at.path, told.place_named().line))


REMEDIES: Remedies = {
    "tai-khoan-chua-xac-nhan": [
        Way(
            "Nhờ một người khác đối chiếu với giấy tờ của ngân hàng rồi ghi vào "
            "data/account-confirmations.yml.",
            confirm,
        )
    ],
    "tai-khoan-khac-xac-nhan": [
        Way("Bỏ thay đổi này", undo_the_change, then=("tai-khoan-mau-sai-cho",)),
        Way("; hoặc nếu thay đổi là đúng, nhờ người thứ hai đối chiếu và xác nhận lại ở đó.", confirm_anew),
    ],
    "tai-khoan-mau-sai-cho": [
        Way("Xoá `sample: true` và ghi mã thật của ngân hàng ở `bank_bin`", make_account_real, optional=True),
        Way(
            "; nếu đây là Hội mẫu thì ghi `sample: true` vào data/organisation.yml.",
            make_sample,
            optional=True,
        ),
        Way("Nếu là Hội thật thì xoá `sample: true` trong data/organisation.yml", make_real, optional=True),
        Way(
            '; nếu là Hội mẫu thì ghi `sample: true` và `bank_bin: "{no_bank}"` ở đây.',
            make_account_sample,
            optional=True,
        ),
        Way('Ghi `bank_bin: "{bin}"`.', write_no_bank, optional=True),
        Way("Ghi mã thật của ngân hàng ở `bank_bin`.", write_bank, optional=True),
        Words(" Sau đó nhờ người thứ hai xác nhận lại trong data/account-confirmations.yml."),
    ],
    "xac-nhan-thua": [
        Way("Sửa mã", correct_the_identifier),
        Way(", hoặc xoá mục xác nhận này.", delete_the_confirmation),
    ],
    "tai-khoan-la": [
        Way("Dùng một mã có trong data/accounts.yml", use_a_known_account),
        Way(", hoặc thêm tài khoản vào đó.", add_the_account, then=("tai-khoan-chua-xac-nhan",)),
    ],
    "noi-dung-chuyen-khoan-trung": [Way("Ghi cho một trong hai đợt một `memo` riêng.", give_a_memo)],
    "cong-khai-qua-han": [
        Way(
            "Công khai, rồi ghi vào `disclosure: {met: …}` mục “{duty}: {day: …}” kèm nơi xem được.",
            disclose,
        )
    ],
    "cong-khai-truoc-khi-co": [
        Way("Sửa một trong hai ngày.", correct_the_day_disclosed),
        Way("", correct_the_day_before),
    ],
    "chua-ghi-niem-yet": [
        Way("Ghi vào data/postings.yml nơi dán, từ ngày nào đến ngày nào", enter_the_posting),
        Way("; hoặc sửa lại ngày.", correct_the_day_posted),
    ],
    "ten-da-rut": [Way("Xoá tên ở cả chỗ này.", remove_the_name)],
    "thieu-muoi": [
        Way(
            "Lấy lại tệp này từ git; tạo tệp mới thì mọi mã đã giao cho người ủng hộ đều mất hiệu lực.",
            bring_the_file_back,
        )
    ],
    "ma-tra-cuu-hong": [
        Way(
            "Giữ nguyên tệp như lệnh “python -m minhbach codes” đã ghi; lấy lại dòng này từ git.",
            bring_the_line_back,
        )
    ],
    "ma-tra-cuu-bien-nhan-la": [
        Way("Sửa số biên nhận trong data/gifts/", correct_the_receipt),
        Way(", hoặc xoá dòng này nếu khoản ủng hộ chưa từng được nhập.", delete_the_line),
    ],
    "ma-tra-cuu-trung": [
        Way("Giữ dòng ứng với mã đã giao cho người ủng hộ, xoá dòng kia.", delete_the_line),
        Way("", delete_the_other_line),
    ],
}
