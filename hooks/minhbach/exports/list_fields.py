"""The lists that ledgers and figures refer to: their columns."""

from __future__ import annotations

from minhbach.exports import words
from minhbach.exports.body_fields import body_fields
from minhbach.exports.common_fields import (
    DAY_EMPTY,
    IDENTIFIER,
    MISSING_WHY,
    choice_field,
    id_field,
    name_field,
    source_fields,
)
from minhbach.exports.model import VND, Field, Table
from minhbach.language import mark

_DESCRIPTION = Field("description", "string", mark("Description"), mark("In a sentence or two."))
_SINCE = Field("since", "date", mark("Existed from"), mark("Its first day, where it is known."))
_UNTIL = Field(
    "until", "date", mark("Existed until"), mark("Its last day; empty: still, as far as is known.")
)


def _money(name: str, title: str, description: str, *, required: bool = True) -> Field:
    return Field(name, "integer", title, description, required=required, unit=VND)


CAMPAIGNS = Table(
    "campaigns",
    "chien-dich",
    mark("Campaigns"),
    mark("The drives that gifts, expenses and figures belong to."),
    (
        id_field(IDENTIFIER),
        name_field(mark("As it is published.")),
        Field(
            "programme",
            "string",
            mark("Programme"),
            mark("What ties the campaigns of several years together."),
        ),
        *body_fields(mark("Whose campaign it is; empty: the organisation’s own.")),
        Field("year", "integer", mark("Year"), mark("The year it is counted in."), required=True),
        Field("start", "date", mark("First day"), DAY_EMPTY),
        choice_field("start_missing", mark("Why there is no first day"), MISSING_WHY, words.MISSING),
        Field("end", "date", mark("Last day"), DAY_EMPTY),
        choice_field("end_missing", mark("Why there is no last day"), MISSING_WHY, words.MISSING),
        Field(
            "ended",
            "boolean",
            mark("Said to have ended"),
            mark("Whether the source says that it has ended, also where it gives no day."),
            required=True,
        ),
        Field("purpose", "string", mark("Purpose"), mark("What it is for."), required=True),
        Field(
            "lists_all_gifts",
            "boolean",
            mark("Every gift recorded"),
            mark("False: the ledger holds only some of its gifts, and their sum is not what it received."),
            required=True,
        ),
        Field(
            "received_figure",
            "string",
            mark("Figure of what was received"),
            mark("The address of the figure that states it; empty: there is none."),
        ),
    ),
    ("id",),
)
FUNDS = Table(
    "funds",
    "quy",
    mark("Funds"),
    mark("Money that is kept and accounted for together."),
    (
        id_field(IDENTIFIER),
        name_field(mark("As it is published.")),
        _DESCRIPTION,
        Field(
            "opened", "date", mark("First day"), mark("The day on which its ledger begins."), required=True
        ),
        _money(
            "opening_vnd",
            mark("Opening balance (VND)"),
            mark("What was in it on the morning of that day; empty: not known."),
            required=False,
        ),
        Field(
            "closed_through",
            "date",
            mark("Closed through"),
            mark("The last day of the period whose entries may not change any more; empty: none yet."),
        ),
        Field(
            "complete",
            "boolean",
            mark("Ledger complete"),
            mark("False: not all that moved is recorded, so nobody can say what the fund holds."),
            required=True,
        ),
    ),
    ("id",),
)
FUND_MONTHS = Table(
    "fund_months",
    "quy-theo-thang",
    mark("Funds by month"),
    mark("Of each fund and month: opening + received + from other funds − spent − to other funds = closing."),
    (
        Field(
            "fund", "string", mark("Fund"), mark("In the list of funds."), required=True, refers_to="funds"
        ),
        Field("month", "yearmonth", mark("Month"), mark("Year and month."), required=True),
        _money(
            "opening_vnd",
            mark("Opening balance (VND)"),
            mark("On the morning of its first day; empty: not known."),
            required=False,
        ),
        _money("received_vnd", mark("Received (VND)"), mark("Money given, less what was paid back.")),
        _money("transferred_in_vnd", mark("From other funds (VND)"), mark("Transferred into it.")),
        _money("spent_vnd", mark("Spent (VND)"), mark("Less what came back of it.")),
        _money("transferred_out_vnd", mark("To other funds (VND)"), mark("Transferred out of it.")),
        _money(
            "closing_vnd",
            mark("Closing balance (VND)"),
            mark("On the evening of its last day; empty: not known."),
            required=False,
        ),
    ),
    ("fund", "month"),
)
ACKNOWLEDGMENTS = Table(
    "acknowledgments",
    "ghi-nhan",
    mark("Acknowledgments"),
    mark("Whom sources name for their support, in their words. Never to be added up: they name only some."),
    (
        Field("who", "string", mark("Supporter"), mark("As the source names them."), required=True),
        choice_field(
            "kind",
            mark("Kind"),
            mark("Whether it was given, registered, or recognised."),
            words.ACKNOWLEDGMENT_KINDS,
            required=True,
        ),
        Field("what", "string", mark("What for"), mark("In a sentence."), required=True),
        _money(
            "amount_vnd",
            mark("Amount (VND)"),
            mark("Only where the exact number is known; empty: it is not."),
            required=False,
        ),
        Field(
            "stated",
            "string",
            mark("As the source writes it"),
            mark("The money with the source’s own words of degree; empty: it states none."),
        ),
        Field("goods", "string", mark("Goods"), mark("As the source writes them; empty: it states none.")),
        Field(
            "campaign",
            "string",
            mark("Campaign"),
            mark("The campaign it belongs to; empty: none."),
            refers_to="campaigns",
        ),
        Field("date", "date", mark("Day"), mark("Empty: not stated by the source.")),
        *source_fields(),
    ),
    (),
)
DONORS = Table(
    "donors",
    "nha-hao-tam",
    mark("Donors"),
    mark("Donors of the ledgers who are known by more than a name and may be named."),
    (
        id_field(IDENTIFIER),
        name_field(mark("The name as it may be shown.")),
        choice_field("kind", mark("Kind of donor"), mark("Who it is."), words.DONOR_KINDS, required=True),
        Field(
            "ward",
            "string",
            mark("Unit of the organisation"),
            mark("The ward or other unit that it is or belongs to."),
            refers_to="units",
        ),
        _SINCE,
        _UNTIL,
        Field(
            "successor", "string", mark("Successor"), mark("The donor that continues it."), refers_to="donors"
        ),
    ),
    ("id",),
)
PURPOSES = Table(
    "purposes",
    "muc-dich-chi",
    mark("Purposes"),
    mark("What money is spent on."),
    (
        id_field(IDENTIFIER),
        name_field(mark("As it is published.")),
        _DESCRIPTION,
        Field(
            "is_cost",
            "boolean",
            mark("Cost of the collection"),
            mark("Whether it pays for collecting and handing on."),
            required=True,
        ),
    ),
    ("id",),
)
UNITS = Table(
    "units",
    "don-vi",
    mark("Units"),
    mark("The units of the organisation: wards, branches, clubs."),
    (
        id_field(IDENTIFIER),
        name_field(mark("As it is published.")),
        choice_field(
            "kind", mark("Kind"), mark("Which kind of unit it is."), words.UNIT_KINDS, required=True
        ),
        _SINCE,
        _UNTIL,
    ),
    ("id",),
)
