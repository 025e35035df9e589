"""Ledgers: files of rows, single rows, and what rows must add up to."""

from __future__ import annotations

from minhbach.language import mark as _
from minhbach.problems.problem import Kind, Severity

_ERROR = Severity.ERROR
_WARNING = Severity.WARNING

LEDGER_NOT_READ = Kind(
    "so-khong-duoc-doc",
    _ERROR,
    _("This file lies among the ledgers and is not read, so its rows would be missing."),
    _("Ledgers are files “….csv” or “….csv.gz” directly in data/{ledger}/. Move, rename or remove it."),
)
COLUMN_UNKNOWN = Kind(
    "cot-la",
    _ERROR,
    _("The ledger has a column “{found}” that is not known.{nearest}"),
    _("Correct the heading or remove the column. Known columns here: {known}."),
)
COLUMN_MISSING = Kind(
    "thieu-cot",
    _ERROR,
    _("The ledger lacks the column “{key}”."),
    _("Add it to the first line, and a value to every row."),
)
COLUMN_TWICE = Kind(
    "trung-cot",
    _ERROR,
    _("The column “{key}” stands in the first line more than once."),
    _("Keep one of them."),
)
ROW_BROKEN = Kind(
    "dong-hong",
    _ERROR,
    _("The row does not have the {expected} cells of the first line, or a quotation mark stays open."),
    _("Put a cell that holds a separator or a quotation mark in quotes, and write quotes inside it twice."),
)
CELL_MISSING = Kind(
    "thieu-o",
    _ERROR,
    _("The cell “{key}” is empty; a row of the kind “{row_kind}” needs it."),
    _("Fill in the cell."),
)
CELL_SUPERFLUOUS = Kind(
    "o-thua",
    _ERROR,
    _("“{found}” in the column “{key}” has no meaning in a row of the kind “{row_kind}”."),
    _("Empty the cell, or correct the kind of the row."),
)
CELL_INVALID = Kind(
    "o-khong-hop-le",
    _ERROR,
    _("“{found}” is not a valid value of the column “{key}”: expected {expected}."),
    _("Correct the cell."),
)
QUANTITY_AMBIGUOUS = Kind(
    "so-luong-hai-cach-doc",
    _ERROR,
    _("“{found}” under “quantity” can be read in two ways."),
    _("Write {first} or {second}. Only of what is counted whole, such as suất or thùng, is 1.500 clear."),
)
ROW_IN_FUTURE = Kind(
    "dong-chua-toi-ngay",
    _ERROR,
    _("The row is dated “{found}”, which has not come yet."),
    _("Correct the date; a ledger holds what has happened."),
)
AMOUNT_INVALID = Kind(
    "so-tien-khong-hop-le",
    _ERROR,
    _("“{found}” is not an amount (column “{key}”)."),
    _("Write the whole đồng in digits: 1500000 or 1.500.000, without letters or a currency.{suggestion}"),
)
CURRENCY_FOREIGN = Kind(
    "ngoai-te",
    _ERROR,
    _("“{found}” is in another currency; a ledger is kept in đồng."),
    _("Enter what the bank credited in đồng, and put the original amount into “note”."),
)
AMOUNT_NOT_POSITIVE = Kind(
    "so-tien-khong-duong",
    _ERROR,
    _("“{found}” in a row of the kind “{row_kind}”: the amount must be greater than zero."),
    _("Write the amount without a sign. What was paid back is a row of the kind “refund”."),
)
AMOUNT_TOO_LARGE = Kind(
    "so-tien-qua-lon",
    _ERROR,
    _("“{found}” is too large an amount; the limit is {limit}."),
    _("Correct the number; probably zeros were typed too often."),
)
GIFT_TWICE = Kind(
    "trung-khoan-khong-so",
    _ERROR,
    _("This gift without a receipt number stands with the same words in another file already, at {other}."),
    _("Remove the row if it was entered twice; if it is another gift, write its number, or tell in “note”."),
)
GIFTS_ALIKE = Kind(
    "khoan-giong-nhau",
    _WARNING,
    _("This gift without a receipt number says the same as the one at {other}; both are counted."),
    _("Remove the row if it was entered twice; two equal gifts may stay."),
)
UNDATED_IN_FUND = Kind(
    "thieu-ngay-trong-quy",
    _ERROR,
    _("The gift has no day, so the balance of the fund “{fund}” cannot count it."),
    _("Write the day, or empty “fund”; if no paper tells the balance, write `opening_vnd: unknown`."),
)
INCOMPLETE_IN_FUND = Kind(
    "danh-sach-thieu-trong-quy",
    _ERROR,
    _("The list of “{found}” is declared incomplete, so the balance of the fund “{fund}” cannot count it."),
    _("Empty “fund”, or write `complete: false` for the fund in data/funds.yml."),
)
GIFT_UNDATED = Kind(
    "khoan-khong-ngay",
    _WARNING,
    _("{count} gifts of money in this file have no day; they stand in no fund’s balance and no month."),
    _("Write the days, if any paper tells them."),
)
RECEIPT_TWICE = Kind(
    "trung-so-phieu",
    _ERROR,
    _("The number “{found}” stands in the ledger already, at {other}."),
    _("Remove the row if it was entered twice, or give it its own number."),
)
DONOR_UNKNOWN = Kind(
    "nha-hao-tam-la",
    _ERROR,
    _("There is no donor “{found}”.{nearest}"),
    _("Use an identifier of data/donors.yml or add the donor; a ledger may instead hold the name in “name”."),
)
FUND_UNKNOWN = Kind(
    "quy-la",
    _ERROR,
    _("There is no fund “{found}”.{nearest}"),
    _("Use an identifier of data/funds.yml."),
)
PURPOSE_UNKNOWN = Kind(
    "muc-chi-la",
    _ERROR,
    _("There is no purpose “{found}”.{nearest}"),
    _("Use an identifier of data/purposes.yml."),
)
ORIGINAL_UNKNOWN = Kind(
    "phieu-goc-la",
    _ERROR,
    _("The row refers to “{found}”, which is no {expected}."),
    _("Write the number of the original row into “refers_to”."),
)
ORIGINAL_DIFFERS = Kind(
    "khac-phieu-goc",
    _ERROR,
    _("The row is not of the same fund and campaign as “{found}”, or is dated before it."),
    _("Leave “fund” and “campaign” empty, then those of the original hold; correct the date."),
)
REFUND_TOO_LARGE = Kind(
    "hoan-qua-phieu-goc",
    _ERROR,
    _("With this row, more is taken back of “{found}” than it holds: {taken} of {original}."),
    _("Compare with the original row and correct the amount."),
)
PRIVATE_NUMBER = Kind(
    "lo-so-ca-nhan",
    _ERROR,
    _("“{found}” (column “{key}”) looks like a phone, identity or account number, or an e-mail address."),
    _("Remove it: this column is published."),
)
CONSENT_UNCLEAR = Kind(
    "chua-ro-dong-y",
    _WARNING,
    _("{count} rows of this file name a person without saying whether the name may be shown; it is not."),
    _("Write “given” or “refused” into the column “consent”."),
)
CLOSED_ROW_CHANGED = Kind(
    "sua-ky-da-khoa",
    _ERROR,
    _("The row “{found}” was changed or removed after the period to {day} of the fund “{fund}” was closed."),
    _("Restore it as it was ({was}){then}."),
)
CLOSED_ROW_ADDED = Kind(
    "them-vao-ky-da-khoa",
    _WARNING,
    _("The row “{found}” was added to a period of the fund “{fund}” that was closed through {day} before."),
    _("Give it the day on which it was entered, if it is a later entry."),
)
BEFORE_FUND_OPENED = Kind(
    "truoc-ngay-mo-quy",
    _ERROR,
    _("The row is dated {found}, before the fund “{fund}” was opened on {day}."),
    _("The opening balance holds it: remove the row, or change “opened” and balance in data/funds.yml."),
)
FUND_NEGATIVE = Kind(
    "quy-am",
    _ERROR,
    _("On {day} the fund “{fund}” would hold {balance}: {opening} at the opening, {income} in, {spent} out."),
    _("Look in data/gifts/ and data/expenses/ for a row missing, doubled, misdated or in the wrong fund."),
)
EARMARK_OVERSPENT = Kind(
    "chi-lan-tien-dot-khac",
    _ERROR,
    _("On {day} {missing} was spent in the fund “{fund}” that was given for other campaigns only."),
    _("Its own campaign spends it: correct “campaign” in data/expenses/, or add a “transfer” of the rest."),
)
STATEMENT_DIFFERS = Kind(
    "lech-sao-ke",
    _ERROR,
    _("On {day} the fund “{fund}” holds {found} by the ledger but {expected} by the bank: {difference}."),
    _("Look in data/gifts/, data/expenses/ for a row missing or too much by then; or correct the balance."),
)
HEADLINE_DIFFERS = Kind(
    "lech-so-tong",
    _ERROR,
    _("“{address}” states {found}, but the ledger adds up to {expected}: {named} + {anonymous} + {rest}."),
    _("They differ by {difference}: correct `value`, or rows in data/gifts/, or say why under `differs`."),
)
FIGURE_LEDGER_DIFFER = Kind(
    "so-lieu-lech-so-sach",
    _ERROR,
    _("The figure “{key}” states {found}, but the ledgers add up to {expected} {unit}."),
    _("Correct it, or rows in data/{ledger}/, or say why: `ledger: {{differs: {{{key}: reason}}}}`."),
)
LIST_BEYOND_TOTAL = Kind(
    "danh-sach-vuot-tong",
    _ERROR,
    _("The incomplete list adds up to {expected} {unit}, more than the whole that “{key}” states: {found}."),
    _("Look in data/{ledger}/ for a row that was entered twice, or correct the figure here."),
)
DIFFERENCE_GONE = Kind(
    "ly-do-lech-thua",
    _WARNING,
    _("The figure “{key}” is said to differ from the ledgers, but does not, or is not compared."),
    _("Remove the reason, or name the sum that counts the same under `measures` in data/indicators.yml."),
)
ACKNOWLEDGMENT_CONTRADICTS = Kind(
    "ghi-nhan-mau-thuan",
    _ERROR,
    _("The acknowledgment says that no amount is stated, and states money or goods."),
    _("Remove `amount: not-stated`, or what stands under “amount_vnd”, “stated” and “goods”."),
)
MEASURE_UNCLEAR = Kind(
    "chua-ro-so-nao-cua-so",
    _ERROR,
    _("Nothing says whether the figure “{key}” is what the campaign’s ledgers add up to."),
    _("Under “{found}” in data/indicators.yml write `measures: received-money`, another sum, or `none`."),
)
NAME_WITHHELD = Kind(
    "ten-da-rut",
    _ERROR,
    _("“{found}” is a name whose owner has withdrawn consent, at {other}."),
    _("Remove the name here as well."),
)
