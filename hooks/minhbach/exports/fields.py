"""The published tables and their columns: the one place that says what each holds, for packages and pages.

Column names are those of the ledger files. What differs from them: amounts and quantities carry the sign of
their effect, a fund that the file leaves out is filled in, and there is no column for consent, because a name
that may not be shown is not there.
"""

from __future__ import annotations

from minhbach.exports import words
from minhbach.exports.model import VND, Field, Table
from minhbach.language import mark
from minhbach.ledger.columns import LedgerName

_RECEIPT = Field(
    "receipt",
    "string",
    mark("Receipt"),
    mark("The number of the receipt or voucher; no two rows of a ledger share it."),
    required=True,
)
_DATE = Field("date", "date", mark("Day"), mark("The day on which it happened, in Viet Nam."), required=True)
_RECEIPT_IF_ANY = Field(
    "receipt",
    "string",
    mark("Receipt"),
    mark("The number of the receipt; no two gifts share it. Empty: the list states none."),
)
_DATE_IF_ANY = Field(
    "date", "date", mark("Day"), mark("The day of the gift, in Viet Nam. Empty: the list states none.")
)
_CAMPAIGN = Field(
    "campaign",
    "string",
    mark("Campaign"),
    mark("The campaign it belongs to; empty: none."),
    refers_to="campaigns",
)
_FUND = Field(
    "fund", "string", mark("Fund"), mark("The fund whose money it is; empty: none."), refers_to="funds"
)
_WARD = Field(
    "ward",
    "string",
    mark("Unit of the organisation"),
    mark("The ward or other unit it belongs to; empty: not stated."),
    refers_to="units",
)
_WHO = (
    Field(
        "donor",
        "string",
        mark("Donor’s identifier"),
        mark("The donor in the list of donors; empty for those who are not in it or not to be named."),
        refers_to="donors",
    ),
    Field(
        "name",
        "string",
        mark("Supporter"),
        mark("The name as it may be shown; empty where there is none to show."),
    ),
    Field(
        "donor_kind",
        "string",
        mark("Kind of donor"),
        mark("Who gives, as far as it is known."),
        words=words.DONOR_KINDS,
    ),
)
_GOODS = (
    Field("item", "string", mark("Goods"), mark("What was given in kind; empty for money.")),
    Field(
        "quantity",
        "number",
        mark("Quantity"),
        mark("How much of it, in the unit of the same row; negative where it takes away."),
    ),
    Field("unit", "string", mark("Unit"), mark("The unit of the quantity.")),
)
_NOTE = Field("note", "string", mark("Note"), mark("What the organisation adds to it."))
_REFERS = mark("Refers to")


def _kind(kinds: dict[str, str]) -> Field:
    return Field(
        "kind", "string", mark("Kind"), mark("What kind of entry it is."), required=True, words=kinds
    )


def _amount(description: str, *, required: bool = False) -> Field:
    return Field("amount_vnd", "integer", mark("Amount (VND)"), description, required=required, unit=VND)


def _refers_to(description: str) -> Field:
    return Field("refers_to", "string", _REFERS, description)


GIFTS = Table(
    "gifts",
    "ung-ho",
    mark("Gifts"),
    mark("What was received, gift by gift: money and goods, refunds and corrections."),
    (
        _RECEIPT_IF_ANY,
        _DATE_IF_ANY,
        _kind(words.GIFT_KINDS),
        Field(
            "listing",
            "string",
            mark("How it is listed"),
            mark("With the giver’s name, without it, or as a sum of many gifts not listed one by one."),
            required=True,
            words=words.LISTINGS,
        ),
        *_WHO,
        _WARD,
        _CAMPAIGN,
        _FUND,
        _amount(
            mark("Money, or the stated value of goods; negative for refunds. Empty: goods without a value.")
        ),
        Field(
            "is_goods",
            "boolean",
            mark("In kind"),
            mark("Whether it is goods, whose value is no part of the money received."),
            required=True,
        ),
        *_GOODS,
        Field(
            "valuation",
            "string",
            mark("Basis of the value"),
            mark("What the value of goods rests on; “not-valued” where nobody has stated one."),
        ),
        _refers_to(
            mark("The receipt that is paid back or corrected; of a gift, the pledge that it fulfils.")
        ),
        _NOTE,
    ),
    ("receipt",),
    ledger="gifts",
)

EXPENSES = Table(
    "expenses",
    "chi",
    mark("Expenses"),
    mark("What was spent, payment by payment, with transfers between funds, refunds and corrections."),
    (
        _RECEIPT,
        _DATE,
        _kind(words.EXPENSE_KINDS),
        _CAMPAIGN,
        _FUND,
        Field(
            "to_fund",
            "string",
            mark("To the fund"),
            mark(
                "Of a transfer: the fund that receives it; the same where money of a campaign becomes free."
            ),
            refers_to="funds",
        ),
        Field(
            "purpose",
            "string",
            mark("Purpose of spending"),
            mark("What the money was spent on."),
            refers_to="purposes",
        ),
        Field("payee", "string", mark("Paid to"), mark("Who received the money, as it may be shown.")),
        _WARD,
        _amount(
            mark("Positive: spent or transferred; negative: it came back, or a correction to less."),
            required=True,
        ),
        _refers_to(mark("The receipt of the expense that it takes back or corrects.")),
        _NOTE,
    ),
    ("receipt",),
    ledger="expenses",
    refers_to_itself=True,
)

PLEDGES = Table(
    "pledges",
    "dang-ky",
    mark("Pledges"),
    mark("What was promised; it is not yet received and never added to the gifts."),
    (
        _RECEIPT,
        _DATE,
        _kind(words.PLEDGE_KINDS),
        *_WHO,
        _WARD,
        _CAMPAIGN,
        _amount(mark("Money promised; negative where the promise is taken back.")),
        *_GOODS,
        _refers_to(mark("The receipt of the pledge that it takes back.")),
        _NOTE,
    ),
    ("receipt",),
    ledger="pledges",
    refers_to_itself=True,
)

DELIVERIES = Table(
    "deliveries",
    "trao-tang",
    mark("Deliveries"),
    mark("What was handed over to those it is for."),
    (
        _RECEIPT,
        _DATE,
        _kind(words.DELIVERY_KINDS),
        _CAMPAIGN,
        _WARD,
        _amount(mark("Money handed over, or the stated value of goods; negative in corrections to less.")),
        *_GOODS,
        Field(
            "households",
            "integer",
            mark("Households"),
            mark("How many households received it; empty: not stated."),
        ),
        Field("place", "string", mark("Place"), mark("Where it was handed over.")),
        _refers_to(mark("The receipt of the delivery that it corrects.")),
        _NOTE,
    ),
    ("receipt",),
    ledger="deliveries",
    refers_to_itself=True,
)

LEDGER_TABLES: dict[LedgerName, Table] = {
    "gifts": GIFTS,
    "expenses": EXPENSES,
    "pledges": PLEDGES,
    "deliveries": DELIVERIES,
}
