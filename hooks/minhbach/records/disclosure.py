"""What was disclosed of a campaign, and when (``disclosure:`` in organisation and campaigns)."""

from __future__ import annotations

from pydantic import Field

from minhbach.records.base import Day, Identifier, Line, Record, Truth


class OrganisationDisclosureRecord(Record):
    """Which rules hold for the organisation, and since when the site keeps track of them."""

    profile: Identifier = "red-cross"
    """red-cross, disaster-appeal (other bodies) or social-fund."""
    since: Day | None = None
    """Campaigns that start on this day or later are tracked; others only where their file says so."""


class MetRecord(Record):
    """That something was disclosed: when, and where that can be seen."""

    day: Day
    article: Line | None = None
    """An article of this site: ``2025/file-name``."""
    document: Identifier | None = None
    """A document of data/documents.yml."""
    place: Line | None = None
    """Where in the article or document."""
    url: Line | None = Field(default=None, pattern=r"^https://[^\s\"<>]+$")
    posted: Truth = False
    """Whether it hung on paper: then data/postings.yml says where."""
    note: Line | None = None


class CampaignDisclosureRecord(Record):
    """The days that set off what must be disclosed of a campaign, and what has been."""

    distribution_start: Day | None = None
    """The first day on which what was received was handed on."""
    distribution_end: Day | None = None
    settlement_approved: Day | None = None
    met: dict[Identifier, MetRecord] = Field(default_factory=dict)
    """By duty: ``purpose``, ``results``, ``settlement`` for the Red Cross."""
