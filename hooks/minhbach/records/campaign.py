"""Campaigns and yearly results: the files that hold figures (data/campaigns/*.yml, data/results/*.yml)."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from minhbach.records.base import Identifier, Line, PeriodText, Record, Truth
from minhbach.records.disclosure import CampaignDisclosureRecord
from minhbach.records.document import CampaignDocumentsRecord
from minhbach.records.figure import FigureRecord, Sources
from minhbach.records.knowing import DayOrMissing
from minhbach.records.money import Memo


class PeriodRecord(Record):
    """First and last day, as far as they are known; left out, nothing is known of them."""

    start: DayOrMissing | None = None
    end: DayOrMissing | None = None


class CampaignLedgerRecord(Record):
    """How the ledgers of gifts bear out a campaign's figures."""

    headline: Identifier | None = None
    """The key of the figure of this file that states what was received; the rows must add up to it."""
    counts: Literal["money", "money-and-goods"] = "money"
    """Whether the stated value of goods is part of it."""
    complete: Truth = True
    """Whether the rows are all that was received. Where not, nothing adds them up as if they were; then
    ``headline`` is the total as its source states it, if it does."""
    note: Line | None = None
    """Which gifts an incomplete list has: "ba đơn vị ủng hộ nhiều nhất"."""
    differs: dict[Identifier, Line] = Field(default_factory=dict)
    """By key of a figure of this file: why it is not what the ledgers add up to."""


class CampaignRecord(Record):
    """A drive with a purpose, dates, targets and figures."""

    name: Line
    programme: Identifier | None = None
    body: Identifier | None = None
    """Whose campaign it is, in data/bodies.yml; left out: the chapter's own."""
    year: int = Field(ge=1946, le=2200)
    """The year it is counted in; a Tết campaign belongs to the year of that Tết."""
    period: PeriodRecord = PeriodRecord()
    ended: Truth = False
    """Whether the source says that it has ended. Without a last day nothing else does, not even its year."""
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

    @property
    def lists_all(self) -> bool:
        """Whether the ledger is meant to hold every gift to the campaign."""
        return self.ledger is None or self.ledger.complete


class ResultsRecord(Record):
    """Figures of a year, or of an event in it."""

    year: int = Field(ge=1946, le=2200)
    period: PeriodText | None = None
    """The time of the report as a whole, where that is not the year: a half-year, the day of an event."""
    title: Line
    programme: Identifier | None = None
    """What ties them to campaigns and results of other years, in data/programmes.yml."""
    body: Identifier | None = None
    """Whose results they are, in data/bodies.yml; left out: the chapter's own."""
    source: Sources
    figures: dict[Identifier, FigureRecord] = Field(min_length=1)
