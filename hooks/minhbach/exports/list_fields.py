"""The published figures, and the lists that ledgers and figures refer to: their columns."""

from __future__ import annotations

from minhbach.exports import words
from minhbach.exports.body_fields import body_fields
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
_VALUE = mark("The value, in the indicator’s unit. Empty: there is none, and the next column says why.")
_MISSING = mark("Why there is no value")
_MISSING_WHY = mark(
    "Not yet published: it exists. Not stated: the source does not say. "
    "Not recorded: nobody wrote it down. Not known: none of these is known."
)
_DAY = mark("Empty: not known, and the next column says why.")
_PRECISION = mark("Certainty")
_PRECISION_WHY = mark(
    "How certain the source is of it, by its own word of degree: “hơn” is more than, “không dưới” at least, "
    "“gần” nearly."
)
_HIGH = Field("high", "number", mark("Upper end"), mark("Of a range; empty: the value is one number."))
_WRITTEN = Field(
    "written",
    "string",
    mark("In words"),
    mark("The number with the source’s own words of degree and unit, as the pages show it."),
)
_TARGET_WRITTEN = mark("The target with the words of degree of its source.")
_AS_OF_TIME = Field(
    "as_of_time",
    "string",
    mark("Hour"),
    mark("The hour of that day, such as 06:30, where the source gives one."),
)
_DESCRIPTION = Field("description", "string", mark("Description"), mark("In a sentence or two."))
_SINCE = Field("since", "date", mark("Existed from"), mark("Its first day, where it is known."))
_UNTIL = Field(
    "until", "date", mark("Existed until"), mark("Its last day; empty: still, as far as is known.")
)


def _period(description: str) -> tuple[Field, ...]:
    return (
        Field("period", "string", mark("Period"), description),
        Field(
            "period_start",
            "date",
            mark("Period from"),
            mark("Its first day; empty: open, or not told apart."),
        ),
        Field(
            "period_end", "date", mark("Period until"), mark("Its last day; empty: open, or not told apart.")
        ),
    )


def _targets() -> tuple[Field, ...]:
    unstated = mark("Says why, where there is a target but not how much.")
    return (
        Field("target_assigned", "number", mark("Assigned target"), mark("Set by a higher level.")),
        Field("target_assigned_written", "string", mark("Assigned target in words"), _TARGET_WRITTEN),
        _choice("target_assigned_missing", mark("Why there is no assigned target"), unstated, words.MISSING),
        Field("target_assigned_by", "string", mark("Assigned by"), mark("Who set the assigned target.")),
        Field("target_own", "number", mark("Own target"), mark("Set by the organisation itself.")),
        Field("target_own_written", "string", mark("Own target in words"), _TARGET_WRITTEN),
        _choice("target_own_missing", mark("Why there is no own target"), unstated, words.MISSING),
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
        Field(
            "source_place",
            "string",
            mark("Place in the source"),
            mark("On which page, in which table or paragraph; empty: not noted."),
        ),
        Field(
            "sources",
            "string",
            mark("All sources"),
            mark("Their identifiers with the place in each, the first one quoted; parted by semicolons."),
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
        Field(
            "owner_name",
            "string",
            mark("Belongs to (name)"),
            mark("What that is called."),
            required=True,
        ),
        Field(
            "programme",
            "string",
            mark("Programme"),
            mark("What ties it to the figures of other years; empty: nothing."),
        ),
        *body_fields(mark("Whose figure it is; empty: the organisation’s own.")),
        Field("year", "integer", mark("Year"), mark("The year it is counted in."), required=True),
        Field(
            "indicator",
            "string",
            mark("Indicator"),
            mark("What is counted."),
            required=True,
            refers_to="indicators",
        ),
        Field(
            "label",
            "string",
            mark("Label"),
            mark("What tells it from other figures of the same indicator and owner."),
        ),
        *_period(mark("The time it covers; empty: the whole of the year, report or campaign it belongs to.")),
        Field("unit", "string", mark("Unit"), mark("The unit of value and targets."), required=True),
        Field("value", "number", mark("Value"), _VALUE),
        _choice("missing", _MISSING, _MISSING_WHY, words.MISSING),
        _choice("precision", _PRECISION, _PRECISION_WHY, words.PRECISIONS),
        Field(
            "step",
            "number",
            mark("Last stated digit"),
            mark("The unit of the last digit that the source states: 100000000 for “24,6 tỷ”."),
        ),
        _HIGH,
        _WRITTEN,
        Field("stated", "string", mark("As the source writes it"), mark("Where the value is not exact.")),
        *_targets(),
        Field(
            "achievement_percent",
            "number",
            mark("Achievement in percent"),
            mark("The value in percent of the assigned target."),
            unit="%",
        ),
        Field(
            "achievement_written",
            "string",
            mark("Achievement in words"),
            mark("The percentage with the words of degree of its source."),
        ),
        _choice(
            "achievement_basis",
            mark("Where the achievement comes from"),
            mark("Whether the source states it or it is calculated here."),
            words.BASES,
        ),
        Field("as_of", "date", mark("As of"), mark("The day for which the value holds; empty: not stated.")),
        _AS_OF_TIME,
        *_source(),
        Field(
            "comparable",
            "string",
            mark("Why it is not comparable"),
            mark("Why it cannot be compared with other years of the indicator; empty: it can."),
        ),
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
        Field(
            "reading",
            "string",
            mark("Identifier"),
            mark("The time of the reading, by which it can be cited: 2025-08-14-06h30."),
            required=True,
        ),
        Field("as_of", "date", mark("As of"), mark("The day for which the value holds."), required=True),
        _AS_OF_TIME,
        Field("value", "number", mark("Value"), _VALUE),
        _choice("missing", _MISSING, _MISSING_WHY, words.MISSING),
        _choice("precision", _PRECISION, _PRECISION_WHY, words.PRECISIONS),
        _HIGH,
        _WRITTEN,
        Field(
            "note",
            "string",
            mark("Note"),
            mark("What must be known of this reading, such as why it is lower."),
        ),
    ),
    ("figure", "reading"),
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
        _choice(
            "by",
            mark("Divided by"),
            mark("What tells the parts from each other."),
            words.PARTS_BY,
            required=True,
        ),
        Field("heading", "string", mark("Heading"), mark("The heading of the parts in words of their own.")),
        Field(
            "complete",
            "boolean",
            mark("Complete"),
            mark("Whether these parts make up the whole; if not, they must not be taken for it."),
            required=True,
        ),
        Field(
            "label", "string", mark("Name"), mark("What the part is called; empty: only its time tells it.")
        ),
        *_period(mark("The time of the part; empty: that of the figure.")),
        Field("value", "number", mark("Value"), _VALUE),
        _choice("missing", _MISSING, _MISSING_WHY, words.MISSING),
        _choice("precision", _PRECISION, _PRECISION_WHY, words.PRECISIONS),
        _HIGH,
        _WRITTEN,
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
        _choice(
            "kind",
            mark("Kind of number"),
            mark("How it changes with time; empty: not said."),
            words.INDICATOR_KINDS,
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
        *body_fields(mark("Whose campaign it is; empty: the organisation’s own.")),
        Field("year", "integer", mark("Year"), mark("The year it is counted in."), required=True),
        Field("start", "date", mark("First day"), _DAY),
        _choice("start_missing", mark("Why there is no first day"), _MISSING_WHY, words.MISSING),
        Field("end", "date", mark("Last day"), _DAY),
        _choice("end_missing", mark("Why there is no last day"), _MISSING_WHY, words.MISSING),
        Field(
            "ended",
            "boolean",
            mark("Said to have ended"),
            mark("Whether the source says that it has ended, also where it gives no day."),
            required=True,
        ),
        Field("purpose", "string", mark("Purpose"), mark("What it is for."), required=True),
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
            "opening_vnd", mark("Opening balance (VND)"), mark("What was in it on the morning of that day.")
        ),
        Field(
            "closed_through",
            "date",
            mark("Closed through"),
            mark("The last day of the period whose entries may not change any more; empty: none yet."),
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
        _money("opening_vnd", mark("Opening balance (VND)"), mark("On the morning of its first day.")),
        _money("received_vnd", mark("Received (VND)"), mark("Money given, less what was paid back.")),
        _money("transferred_in_vnd", mark("From other funds (VND)"), mark("Transferred into it.")),
        _money("spent_vnd", mark("Spent (VND)"), mark("Less what came back of it.")),
        _money("transferred_out_vnd", mark("To other funds (VND)"), mark("Transferred out of it.")),
        _money("closing_vnd", mark("Closing balance (VND)"), mark("On the evening of its last day.")),
    ),
    ("fund", "month"),
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
