"""The organisation, its units, and the small lists of the chapter (data/*.yml)."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from minhbach.records.amounts import Amount
from minhbach.records.base import Day, Identifier, Line, Origin, Record, Truth
from minhbach.records.disclosure import OrganisationDisclosureRecord
from minhbach.records.figure import Sources
from minhbach.records.knowing import Missing


class ValidityRecord(Record):
    """When a unit existed. An open end means: still, as far as is known."""

    since: Day | None = None
    until: Day | None = None
    """The last day."""
    reason: Line | None = None


class UnitRecord(Record):
    """A unit of the organisation: a ward, a school branch, a club."""

    name: Line
    kind: Literal["ward", "branch", "club"] = "ward"
    valid: ValidityRecord = ValidityRecord()
    successors: tuple[Line, ...] = ()
    """Names of the units that took over; empty means not known."""


class PageViewsRecord(Record):
    """A counter of views: the one place besides the site itself that readers' browsers turn to."""

    goatcounter: Origin
    """The address of a GoatCounter, hosted by its makers or by the chapter itself."""


class HonourLevelRecord(Record):
    """A level of honour, for chapters that order their thanks by amount instead of by alphabet."""

    name: Line
    from_vnd: Amount
    """What a donor must have given in all to be thanked at this level."""


class OrganisationRecord(Record):
    """The chapter itself (data/organisation.yml)."""

    name: Line
    short_name: Line
    place: Line
    level: Literal["ward", "district", "province", "national"]
    parent: Line | None = None
    valid: ValidityRecord = ValidityRecord()
    successors: tuple[Line, ...] = ()
    contact: Line | None = None
    first_url: Line | None = Field(
        default=None,
        pattern=r"^https://[a-z0-9]+(?:-+[a-z0-9]+)*(?:\.[a-z0-9]+(?:-+[a-z0-9]+)*)+/[^\s\"<>?#]*$",
    )
    """The site's first public address, if it has moved since: feed readers then know the articles again."""
    page_views: PageViewsRecord | None = None
    """Off unless given."""
    offline: Truth = True
    """Whether pages a reader has read are kept on the reader's device, to be read without a connection."""
    headline: tuple[Line, ...] = ()
    """Addresses of the figures that the home page shows large."""
    gift_lookup: Literal["names", "codes"] = "names"
    """How donors find their gifts: by name and receipt, or by a secret code only; then no person is named."""
    honour_levels: tuple[HonourLevelRecord, ...] = ()
    """Highest first; empty: everyone is thanked in the order of the alphabet."""
    disclosure: OrganisationDisclosureRecord = OrganisationDisclosureRecord()
    """Which rules on publishing what became of appeals hold for the chapter."""
    sample: Truth = False
    """Whether all of this is generated sample data; every page and chart then says so."""
    units: dict[Identifier, UnitRecord] = Field(default_factory=dict)
    source: Sources | None = None


class SectionRecord(Record):
    """A news section (data/sections.yml)."""

    name: Line
    description: Line | None = None


class AuthorRecord(Record):
    """Who writes articles (data/authors.yml): a person, or a body such as a chapter's editors."""

    name: Line
    kind: Literal["person", "organisation"] = "person"
    role: Line | None = None
    about: Line | None = None


class ProgrammeRecord(Record):
    """What ties the campaigns of several years together (data/programmes.yml)."""

    name: Line
    description: Line


class BodyRecord(Record):
    """Another body whose figures the site shows beside the chapter's own, never as its own."""

    name: Line
    short_name: Line | None = None
    """What stands behind a figure's name; the full name if left out."""
    kind: Literal["parent", "centre", "hospital", "front", "other"]
    relation: Line | None = None
    """What it is to the chapter, in words: "cấp trên trực tiếp"; made of ``kind`` if left out."""
    also_called: tuple[Line, ...] = ()
    """Other words by which a text may name it: "Thành phố"."""


class RecognitionRecord(Record):
    """An award or a rating the chapter received or handed on (data/recognitions.yml)."""

    title: Line
    by: Line
    """Who awarded it."""
    to: Line | None = None
    """Who received it, where that is not the chapter itself."""
    year: int = Field(ge=1946, le=2200)
    detail: Line | None = None
    source: Sources


class AcknowledgedGoodsRecord(Record):
    """Goods that are acknowledged; how much of them only where the source says so."""

    item: Line
    quantity: Line | None = None
    """In digits: "30", "1.500", "1,5"."""
    unit: Line | None = None
    stated: Line | None = None
    """How the source writes it, word of degree and all: "hơn 30 tấn"."""


class AcknowledgmentRecord(Record):
    """Support that is acknowledged (data/acknowledgments.yml). Amounts no source gives stay unstated.

    What is here is told one by one and never added up: it is what a source happens to name.
    """

    who: Line
    kind: Literal["gift", "pledge", "recognition"]
    what: Line
    amount: Missing | None = None
    """Why no amount is told; left out with neither money nor goods, the source states none."""
    amount_vnd: Amount | None = None
    stated: Line | None = None
    """How the source writes the money: "hơn 759,1 triệu đồng". Alone it is enough."""
    goods: tuple[AcknowledgedGoodsRecord, ...] = ()
    campaign: Identifier | None = None
    units: tuple[Identifier, ...] = ()
    day: Day | None = None
    source: Sources
