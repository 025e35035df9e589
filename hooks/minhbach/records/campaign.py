"""Campaigns and yearly results: the files that hold figures (data/campaigns/*.yml, data/results/*.yml)."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from minhbach.records.base import Day, Identifier, Line, Record, Truth
from minhbach.records.disclosure import CampaignDisclosureRecord
from minhbach.records.figure import FigureRecord, SourceRecord
from minhbach.records.money import Memo


class PeriodRecord(Record):
    """First and last day, as far as the source gives them."""

    start: Day | None = None
    end: Day | None = None


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
    year: int = Field(ge=1946, le=2200)
    """The year it is counted in; a Tết campaign belongs to the year of that Tết."""
    period: PeriodRecord = PeriodRecord()
    purpose: Line
    description: Line | None = None
    source: SourceRecord
    figures: dict[Identifier, FigureRecord] = Field(default_factory=dict)
    ledger: CampaignLedgerRecord | None = None
    account: Identifier | None = None
    """Where to give, in data/accounts.yml; left out where that is the same for all campaigns."""
    memo: Memo | None = None
    """What givers write with a transfer; made of the file's name if left out."""
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
    title: Line
    source: SourceRecord
    figures: dict[Identifier, FigureRecord] = Field(min_length=1)
