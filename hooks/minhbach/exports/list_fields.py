"""The published figures, and the lists that ledgers and figures refer to: their columns."""

from __future__ import annotations

from minhbach.exports import words
from minhbach.exports.model import VND, Field, Table
from minhbach.language import mark


def _id(description: str) -> Field:
    return Field("id", "string", mark("Identifier"), description, required=True)


def _name(description: str) -> Field:
    return Field("name", "string", mark("Name"), description, required=True)


def _choice(
    name: str, title: str, description: str, choices: dict[str, str], *, required: bool = False
) -> Field:
    return Field(name, "string", title, description, required=required, words=choices)


def _money(name: str, title: str, description: str, *, required: bool = True) -> Field:
    return Field(name, "integer", title, description, required=required, unit=VND)


_IDENTIFIER = mark("By which other tables name it; it never changes.")
_VALUE = mark("The value, in the indicator’s unit. Empty: not yet published.")
_MISSING = mark("Why there is no value")
_MISSING_WHY = mark("Says so where the value exists but has not been published.")
_PRECISION = mark("Certainty")
_PRECISION_WHY = mark("How certain the source is: exact, rounded, more than, less than, about.")
_DESCRIPTION = Field("description", "string", mark("Description"), mark("In a sentence or two."))
_SINCE = Field("since", "date", mark("Existed from"), mark("Its first day, where it is known."))
_UNTIL = Field(
    "until", "date", mark("Existed until"), mark("Its last day; empty: still, as far as is known.")
)


def _targets() -> tuple[Field, ...]:
    unstated = mark("Says so where there is a target but the source does not state how much.")
    return (
        Field("target_assigned", "number", mark("Assigned target"), mark("Set by a higher level.")),
        _choice(
            "target_assigned_missing", mark("Why there is no assigned target"), unstated, words.NOT_STATED
        ),
        Field("target_assigned_by", "string", mark("Assigned by"), mark("Who set the assigned target.")),
        Field("target_own", "number", mark("Own target"), mark("Set by the organisation itself.")),
        _choice("target_own_missing", mark("Why there is no own target"), unstated, words.NOT_STATED),
    )


def _source() -> tuple[Field, ...]:
    return (
        _choice(
            "source_kind", mark("Kind of source"), mark("Where the value comes from."), words.SOURCE_KINDS
        ),
        Field("source_id", "string", mark("Identifier of the source"), mark("The article or document.")),
        Field("source_title", "string", mark("Title of the source"), mark("As it is published.")),
        Field("source_date", "date", mark("Day of the source"), mark("When it was published.")),
        Field(
            "source_url",
            "string",
            mark("Address of the source"),
            mark("Where it can be read; without “https://” it is an address of this site."),
        ),
    )


FIGURES = Table(
    "figures",
    "so-lieu",
    mark("Published figures"),
    mark("Every figure of the site: results of years, events and campaigns, with target and source."),
    (
        Field(
            "address",
            "string",
            mark("Address for citing"),
            mark("Under which the figure is published and can be cited; it never changes."),
            required=True,
        ),
        _choice(
            "owner_kind",
            mark("Belongs to (kind)"),
            mark("Whether it belongs to a campaign or to the results of a year or event."),
            words.OWNER_KINDS,
            required=True,
        ),
        Field(
            "owner",
            "string",
            mark("Belongs to (identifier)"),
            mark("The campaign, year or event."),
            required=True,
        ),
        Field("owner_name", "string", mark("Belongs to"), mark("What that is called."), required=True),
        Field("year", "integer", mark("Year"), mark("The year it is counted in."), required=True),
        Field(
            "indicator",
            "string",
            mark("Indicator"),
            mark("What is counted."),
            required=True,
            refers_to="indicators",
        ),
        Field("unit", "string", mark("Unit"), mark("The unit of value and targets."), required=True),
        Field("value", "number", mark("Value"), _VALUE),
        _choice("missing", _MISSING, _MISSING_WHY, words.NOT_YET),
        _choice("precision", _PRECISION, _PRECISION_WHY, words.PRECISIONS),
        Field(
            "step",
            "number",
            mark("Last stated digit"),
            mark("The unit of the last digit that the source states: 100000000 for “24,6 tỷ”."),
        ),
        Field("stated", "string", mark("As the source writes it"), mark("Where the value is not exact.")),
        *_targets(),
        Field(
            "achievement_percent",
            "number",
            mark("Achievement in percent"),
            mark("The value in percent of the assigned target."),
            unit="%",
        ),
        _choice(
            "achievement_basis",
            mark("Where the achievement comes from"),
            mark("Whether the source states it or it is calculated here."),
            words.BASES,
        ),
        Field("as_of", "date", mark("As of"), mark("The day for which the value holds; empty: not stated.")),
        *_source(),
        Field("note", "string", mark("Note"), mark("What the organisation adds to it.")),
    ),
    ("address",),
)

_FIGURE = Field(
    "figure", "string", mark("Figure"), mark("The address of the figure it belongs to."), required=True
)
SERIES = Table(
    "series",
    "so-lieu-theo-ngay",
    mark("Figures over time"),
    mark("The values that were known of a figure on several days."),
    (
        _FIGURE,
        Field("as_of", "date", mark("As of"), mark("The day for which the value holds."), required=True),
        Field("value", "number", mark("Value"), _VALUE, required=True),
        _choice("precision", _PRECISION, _PRECISION_WHY, words.PRECISIONS, required=True),
    ),
    ("figure", "as_of"),
)
PARTS = Table(
    "parts",
    "so-lieu-thanh-phan",
    mark("Parts of figures"),
    mark("Of which parts a figure is made up, by unit or kind."),
    (
        _FIGURE,
        Field(
            "part", "string", mark("Identifier"), mark("The part, by which it can be cited."), required=True
        ),
        Field("label", "string", mark("Name"), mark("What the part is called."), required=True),
        Field("value", "number", mark("Value"), _VALUE),
        _choice("missing", _MISSING, _MISSING_WHY, words.NOT_YET),
        _choice("precision", _PRECISION, _PRECISION_WHY, words.PRECISIONS),
    ),
    ("figure", "part"),
)
INDICATORS = Table(
    "indicators",
    "chi-so",
    mark("Indicators"),
    mark("What is counted, in which unit, and what counts."),
    (
        _id(_IDENTIFIER),
        _name(mark("What is counted.")),
        Field("unit", "string", mark("Unit"), mark("As read after the number."), required=True),
        Field(
            "definition", "string", mark("Definition"), mark("What counts and what does not."), required=True
        ),
    ),
    ("id",),
)
CAMPAIGNS = Table(
    "campaigns",
    "chien-dich",
    mark("Campaigns"),
    mark("The drives that gifts, expenses and figures belong to."),
    (
        _id(_IDENTIFIER),
        _name(mark("As it is published.")),
        Field(
            "programme",
            "string",
            mark("Programme"),
            mark("What ties the campaigns of several years together."),
        ),
        Field("year", "integer", mark("Year"), mark("The year it is counted in."), required=True),
        Field("start", "date", mark("First day"), mark("Empty: not stated by the source.")),
        Field("end", "date", mark("Last day"), mark("Empty: not stated by the source.")),
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
        _id(_IDENTIFIER),
        _name(mark("As it is published.")),
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
        _choice(
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
        *_source(),
    ),
    (),
)
DONORS = Table(
    "donors",
    "nha-hao-tam",
    mark("Donors"),
    mark("Donors of the ledgers who are known by more than a name and may be named."),
    (
        _id(_IDENTIFIER),
        _name(mark("The name as it may be shown.")),
        _choice("kind", mark("Kind of donor"), mark("Who it is."), words.DONOR_KINDS, required=True),
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
        _id(_IDENTIFIER),
        _name(mark("As it is published.")),
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
        _id(_IDENTIFIER),
        _name(mark("As it is published.")),
        _choice("kind", mark("Kind"), mark("Which kind of unit it is."), words.UNIT_KINDS, required=True),
        _SINCE,
        _UNTIL,
    ),
    ("id",),
)
