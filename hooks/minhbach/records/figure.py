"""Indicators and figures: what is counted, and the values published for it."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from minhbach.records.base import AsOf, Identifier, Line, Number, PeriodText, Record, Truth

NOT_YET_PUBLISHED = "not-yet-published"
NOT_STATED = "not-stated"

IndicatorKind = Literal["stock", "flow", "cumulative"]
PartsBy = Literal["unit", "ward", "period", "size", "kind", "age", "sex", "donor", "recipient", "place"]


class IndicatorRecord(Record):
    """What is counted (data/indicators.yml)."""

    name: Line
    unit: Line
    """As read after the number: "suất quà", "lượt người", "đồng"."""
    unit_forms: tuple[Line, ...] = ()
    """Other words with which prose may name the unit: "suất" for "suất quà"."""
    definition: Line
    """What counts and what does not, in a sentence or two."""
    kind: IndicatorKind | None = None
    """How it changes with time: what there is at one time (stock), what happened within a period (flow), all
    since the beginning (cumulative). Readings of the latter two only grow; one that falls is asked about."""


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
    """The value known on one day, or at one hour of it."""

    as_of: AsOf
    value: Number
    stated: Line | None = None
    note: Line | None = None
    """What readers must know of this reading: why a running total fell."""


class PartRecord(Record):
    """One part of a whole: of a unit of the organisation, of a kind named in ``label``, or of a period."""

    unit: Identifier | None = None
    label: Line | None = None
    period: PeriodText | None = None
    """The time of this part, where the parts are of different times."""
    value: Number | Literal["not-yet-published"]
    stated: Line | None = None


class PartsRecord(Record):
    """The parts of a figure."""

    complete: Truth
    """Whether the source says that these parts make up the whole; then they must add up to it."""
    by: PartsBy | None = None
    """What the whole is divided by; left out: unit where every part has one, period likewise, else kind."""
    heading: Line | None = None
    """The heading of the parts in words of one's own: "Nhóm máu"."""
    items: tuple[PartRecord, ...] = Field(min_length=1)


class FigureRecord(Record):
    """One published value of an indicator."""

    indicator: Identifier
    label: Line | None = None
    """Tells apart figures of one indicator in one file: "đợt hai", "qua Trung tâm Hiến máu"."""
    period: PeriodText | None = None
    """The time it covers; left out: the whole of the year, report or campaign it belongs to."""
    value: Number | Literal["not-yet-published"]
    stated: Line | None = None
    """How the source writes a value that is not exact: "24,6 tỷ", "trên 322.000", "khoảng 5.000"."""
    targets: TargetsRecord = TargetsRecord()
    achievement: Line | None = None
    """The percentage of the assigned target as the source states it: "227%"."""
    as_of: AsOf | None = None
    """The day, or the hour of a day, for which the source says that the value holds."""
    body: Identifier | None = None
    """Whose figure it is, in data/bodies.yml; left out: the file's own ``body``, else the chapter's."""
    comparable: Line | None = None
    """Why it cannot be compared with other years of its indicator (another name, other beneficiaries)."""
    source: SourceRecord | None = None
    """Left out where the file's own ``source`` holds."""
    per: Identifier | None = None
    """The figure of the same file that this one can be divided by (money per package)."""
    series: tuple[SeriesPointRecord, ...] = ()
    parts: PartsRecord | None = None
    note: Line | None = None
