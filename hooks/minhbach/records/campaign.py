"""Campaigns and yearly results: the files that hold figures (data/campaigns/*.yml, data/results/*.yml)."""

from __future__ import annotations

from pydantic import Field

from minhbach.records.base import Day, Identifier, Line, Record
from minhbach.records.figure import FigureRecord, SourceRecord


class PeriodRecord(Record):
    """First and last day, as far as the source gives them."""

    start: Day | None = None
    end: Day | None = None


class CampaignRecord(Record):
    """A drive with a purpose, dates, targets and figures."""

    name: Line
    programme: Identifier | None = None
    year: int = Field(ge=1946, le=2200)
    """The year it is counted in; a Tết campaign belongs to the year of that Tết."""
    period: PeriodRecord = PeriodRecord()
    purpose: Line
    description: Line | None = None
    source: SourceRecord
    figures: dict[Identifier, FigureRecord] = Field(default_factory=dict)
    includes: tuple[Line, ...] = ()
    """Addresses of figures that are recorded elsewhere and belong to this campaign too."""


class ResultsRecord(Record):
    """Figures of a year, or of an event in it."""

    year: int = Field(ge=1946, le=2200)
    title: Line
    source: SourceRecord
    figures: dict[Identifier, FigureRecord] = Field(min_length=1)
