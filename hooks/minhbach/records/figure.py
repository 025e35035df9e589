"""Indicators and figures: what is counted, and the values published for it."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from minhbach.records.base import Day, Identifier, Line, Number, Record, Truth

NOT_YET_PUBLISHED = "not-yet-published"
NOT_STATED = "not-stated"


LedgerMeasure = Literal[
    "received-money",
    "received-money-and-goods",
    "received-goods",
    "spent-money",
    "handed-over",
    "handed-over-value",
    "households",
    "none",
]
"""What of a campaign's ledgers counts the same as an indicator: its sum is then compared with the figure.

received-money, received-money-and-goods: money given, without and with the stated value of goods.
spent-money: expenses. received-goods, handed-over: goods given and handed over, in the indicator's unit.
handed-over-value: money handed over and the stated value of goods. households: those that were handed
something. none: nothing that ledgers hold.
"""


class IndicatorRecord(Record):
    """What is counted (data/indicators.yml)."""

    name: Line
    unit: Line
    """As read after the number: "suất quà", "lượt người", "đồng"."""
    unit_forms: tuple[Line, ...] = ()
    """Other words with which prose may name the unit: "suất" for "suất quà"."""
    definition: Line
    """What counts and what does not, in a sentence or two."""
    measures: LedgerMeasure | None = None
    """Which sum of a campaign's ledgers counts the same; then both are compared and told."""


class SourceRecord(Record):
    """Where a value comes from: an article of this site or a document of data/documents.yml."""

    article: Line | None = None
    document: Identifier | None = None


class TargetRecord(Record):
    """A target: assigned by a higher level, or the chapter's own."""

    by: Line | None = None
    """Who assigned it; left out for the chapter's own."""
    value: Number | Literal["not-stated"]
    stated: Line | None = None


class TargetsRecord(Record):
    """The targets of a figure."""

    assigned: TargetRecord | None = None
    own: TargetRecord | None = None


class SeriesPointRecord(Record):
    """The value known on one day."""

    as_of: Day
    value: Number
    stated: Line | None = None


class PartRecord(Record):
    """One part of a whole: by unit of the organisation, or by a kind named in ``label``."""

    unit: Identifier | None = None
    label: Line | None = None
    value: Number | Literal["not-yet-published"]
    stated: Line | None = None


class PartsRecord(Record):
    """The parts of a figure."""

    complete: Truth
    """Whether the source says that these parts make up the whole; then they must add up to it."""
    items: tuple[PartRecord, ...] = Field(min_length=1)


class FigureRecord(Record):
    """One published value of an indicator."""

    indicator: Identifier
    value: Number | Literal["not-yet-published"]
    stated: Line | None = None
    """How the source writes a value that is not exact: "24,6 tỷ", "trên 322.000", "khoảng 5.000"."""
    targets: TargetsRecord = TargetsRecord()
    achievement: Line | None = None
    """The percentage of the assigned target as the source states it: "227%"."""
    as_of: Day | None = None
    source: SourceRecord | None = None
    """Left out where the file's own ``source`` holds."""
    per: Identifier | None = None
    """The figure of the same file that this one can be divided by (money per package)."""
    series: tuple[SeriesPointRecord, ...] = ()
    parts: PartsRecord | None = None
    note: Line | None = None
