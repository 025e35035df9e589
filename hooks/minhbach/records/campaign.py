"""Campaigns and yearly results: the files that hold figures (data/campaigns/*.yml, data/results/*.yml)."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from minhbach.records.base import Day, Identifier, Line, PeriodText, Record
from minhbach.records.disclosure import CampaignDisclosureRecord
from minhbach.records.document import CampaignDocumentsRecord
from minhbach.records.figure import FigureRecord, Sources
from minhbach.records.money import Memo


class PeriodRecord(Record):
    """First and last day, as far as the source gives them."""

    start: Day | None = None
    end: Day | None = None


class CampaignLedgerRecord(Record):
    """How the ledgers of gifts bear out a campaign's figures."""

    headline: Identifier
    """The key of the figure of this file that states what was received; the rows must add up to it."""
    counts: Literal["money", "money-and-goods"] = "money"
    """Whether the stated value of goods is part of it."""


class CampaignRecord(Record):
    """A drive with a purpose, dates, targets and figures."""

    name: Line
    programme: Identifier | None = None
    year: int = Field(ge=1946, le=2200)
    """The year it is counted in; a Tết campaign belongs to the year of that Tết."""
    period: PeriodRecord = PeriodRecord()
    purpose: Line
    description: Line | None = None
    source: Sources
    figures: dict[Identifier, FigureRecord] = Field(default_factory=dict)
    ledger: CampaignLedgerRecord | None = None
    account: Identifier | None = None
    """Where to give, in data/accounts.yml; left out where that is the same for all campaigns."""
    memo: Memo | None = None
    """What givers write with a transfer; made of the file's name if left out."""
    documents: CampaignDocumentsRecord = CampaignDocumentsRecord()
    """What it rests on and what was reported of it, in data/documents.yml."""
    disclosure: CampaignDisclosureRecord | None = None
    """What has been published of it as the law asks, and when."""
    includes: tuple[Line, ...] = ()
    """Addresses of figures that are recorded elsewhere and belong to this campaign too."""


class ResultsRecord(Record):
    """Figures of a year, or of an event in it."""

    year: int = Field(ge=1946, le=2200)
    period: PeriodText | None = None
    """The time of the report as a whole, where that is not the year: a half-year, the day of an event."""
    title: Line
    source: Sources
    figures: dict[Identifier, FigureRecord] = Field(min_length=1)
