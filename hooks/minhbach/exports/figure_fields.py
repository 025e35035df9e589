"""The published figures: their columns, and those of their readings, parts and relations."""

from __future__ import annotations

from minhbach.exports import words
from minhbach.exports.body_fields import body_fields
from minhbach.exports.common_fields import (
    IDENTIFIER,
    MISSING_WHY,
    choice_field,
    id_field,
    name_field,
    source_fields,
)
from minhbach.exports.model import Field, Table
from minhbach.language import mark

_VALUE = mark("The value, in the indicator’s unit. Empty: there is none, and the next column says why.")
_MISSING = mark("Why there is no value")
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
        choice_field(
            "target_assigned_missing", mark("Why there is no assigned target"), unstated, words.MISSING
        ),
        Field("target_assigned_by", "string", mark("Assigned by"), mark("Who set the assigned target.")),
        Field("target_own", "number", mark("Own target"), mark("Set by the organisation itself.")),
        Field("target_own_written", "string", mark("Own target in words"), _TARGET_WRITTEN),
        choice_field("target_own_missing", mark("Why there is no own target"), unstated, words.MISSING),
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
        choice_field(
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
        choice_field("missing", _MISSING, MISSING_WHY, words.MISSING),
        choice_field("precision", _PRECISION, _PRECISION_WHY, words.PRECISIONS),
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
        choice_field(
            "achievement_basis",
            mark("Where the achievement comes from"),
            mark("Whether the source states it or it is calculated here."),
            words.BASES,
        ),
        Field("as_of", "date", mark("As of"), mark("The day for which the value holds; empty: not stated.")),
        _AS_OF_TIME,
        *source_fields(),
        Field(
            "comparable",
            "string",
            mark("Why it is not comparable"),
            mark("Why it cannot be compared with other years of the indicator; empty: it can."),
        ),
        Field(
            "other_stated",
            "string",
            mark("Other numbers"),
            mark("What the sources state or add up to besides, where they contradict each other."),
        ),
        Field("contradiction", "string", mark("Contradiction"), mark("What is known of why they do.")),
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
        choice_field("missing", _MISSING, MISSING_WHY, words.MISSING),
        choice_field("precision", _PRECISION, _PRECISION_WHY, words.PRECISIONS),
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
        choice_field(
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
        choice_field("missing", _MISSING, MISSING_WHY, words.MISSING),
        choice_field("precision", _PRECISION, _PRECISION_WHY, words.PRECISIONS),
        _HIGH,
        _WRITTEN,
    ),
    ("figure", "part"),
)
RELATIONS = Table(
    "relations",
    "so-lieu-so-sanh",
    mark("Figures against others"),
    mark("How figures changed against others, and what share of a whole they are."),
    (
        _FIGURE,
        choice_field(
            "relation",
            mark("Kind of relation"),
            mark("Whether it is compared with another figure or is a part of it."),
            words.RELATIONS,
            required=True,
        ),
        Field(
            "key",
            "string",
            mark("Identifier"),
            mark("The relation, by which it can be cited."),
            required=True,
        ),
        Field("other", "string", mark("Other figure"), mark("Its address; empty: only words name it.")),
        Field("other_name", "string", mark("Other figure in words"), mark("As the source names it.")),
        Field("written", "string", mark("In words"), mark("How the two stand to each other."), required=True),
        choice_field(
            "basis",
            mark("Where it comes from"),
            mark("Whether the source states it or it is calculated here."),
            words.RELATION_BASES,
            required=True,
        ),
    ),
    ("figure", "relation", "key"),
)
INDICATORS = Table(
    "indicators",
    "chi-so",
    mark("Indicators"),
    mark("What is counted, in which unit, and what counts."),
    (
        id_field(IDENTIFIER),
        name_field(mark("What is counted.")),
        Field("unit", "string", mark("Unit"), mark("As read after the number."), required=True),
        Field(
            "definition", "string", mark("Definition"), mark("What counts and what does not."), required=True
        ),
        choice_field(
            "kind",
            mark("Kind of number"),
            mark("How it changes with time; empty: not said."),
            words.INDICATOR_KINDS,
        ),
    ),
    ("id",),
)
