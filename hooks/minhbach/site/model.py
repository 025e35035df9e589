"""The values a site is made of, every one linked to the others."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import StrEnum
from functools import cached_property
from typing import Literal

from minhbach.ledger.tables import Ledger
from minhbach.problems import Position
from minhbach.prose.markup import Prose
from minhbach.records.article import (
    ArticleRecord,
    AttachmentRecord,
    PageRecord,
    PhotoRecord,
    TranslationRecord,
)
from minhbach.records.base import VIETNAM
from minhbach.records.campaign import CampaignLedgerRecord
from minhbach.records.disclosure import CampaignDisclosureRecord
from minhbach.records.document import CampaignDocumentsRecord, DocumentRecord
from minhbach.records.figure import IndicatorRecord
from minhbach.records.gift_codes import GiftCodesRecord
from minhbach.records.knowing import Missing
from minhbach.records.money import (
    AccountConfirmationRecord,
    AccountRecord,
    DonorRecord,
    FundRecord,
    PostingRecord,
    PurposeRecord,
)
from minhbach.records.organisation import (
    AcknowledgmentRecord,
    AuthorRecord,
    OrganisationRecord,
    ProgrammeRecord,
    RecognitionRecord,
    SectionRecord,
)
from minhbach.site.figure import Figure
from minhbach.site.owner import Body
from minhbach.site.source import DocumentFile, Source, Sourced
from minhbach.site.thanks import Thanks, find_thanks


@dataclass(frozen=True)
class CampaignPeriod:
    """A first and a last day. Where one is None, ``start_missing`` or ``end_missing`` may say why."""

    start: date | None = None
    end: date | None = None
    start_missing: Missing | None = None
    end_missing: Missing | None = None


class Status(StrEnum):
    """Where a campaign stands on the day of the build."""

    UPCOMING = "upcoming"
    RUNNING = "running"
    ENDED = "ended"
    UNKNOWN = "unknown"
    """No last day is known, nor that it has ended; a year that is over does not say so."""


@dataclass(frozen=True)
class Campaign(Sourced):
    """A drive with a purpose, dates, targets and figures."""

    id: str
    name: str
    programme_id: str | None
    year: int
    period: CampaignPeriod
    status: Status
    purpose: str
    description: str | None
    sources: tuple[Source, ...]
    figures: tuple[str, ...]
    """Addresses: its own figures first, then those it includes from elsewhere."""
    at: Position
    ledger: CampaignLedgerRecord | None = None
    account_id: str | None = None
    memo: str | None = None
    """What givers write with a transfer; None: it is made of ``id``."""
    disclosure: CampaignDisclosureRecord | None = None
    ended: bool = False
    """Whether the source says that it has ended."""
    evidence: Mapping[str, tuple[Source, ...]] = field(default_factory=dict)
    """By duty of disclosure: the articles or documents in which it was met."""
    documents: CampaignDocumentsRecord = field(default_factory=CampaignDocumentsRecord)
    """What it rests on and what was reported of it: identifiers in ``Site.documents``."""
    body: Body | None = None
    """Whose campaign it is; None: the chapter's own, which alone it collects for and answers for."""

    @property
    def is_ours(self) -> bool:
        """Whether it is the chapter's own."""
        return self.body is None

    @property
    def lists_all(self) -> bool:
        """Whether the ledger is meant to hold every gift to it."""
        return self.ledger is None or self.ledger.complete


@dataclass(frozen=True)
class Results(Sourced):
    """Figures of a year, or of an event in it."""

    id: str
    year: int
    title: str
    sources: tuple[Source, ...]
    figures: tuple[str, ...]
    at: Position


@dataclass(frozen=True)
class Photo:
    """A photo that exists. ``path`` is relative to the repository."""

    path: str
    record: PhotoRecord


@dataclass(frozen=True)
class Attachment:
    """A document that readers can download. ``path`` is relative to the repository."""

    path: str
    record: AttachmentRecord
    size_bytes: int

    @property
    def format(self) -> str:
        """The kind of file as readers know it: "PDF", "DOCX", "XLSX"."""
        return self.path.rpartition(".")[2].upper()


@dataclass(frozen=True)
class Translation:
    """The summary of an article in another language."""

    language: Literal["en"]
    path: str
    record: TranslationRecord
    prose: Prose


class State(StrEnum):
    """Where an article stands in its life at the time of a build."""

    DRAFT = "draft"
    SCHEDULED = "scheduled"
    LIVE = "live"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True)
class Article:
    """An article. ``id`` is ``<year>/<name>``, as sources and links give it."""

    id: str
    path: str
    record: ArticleRecord
    prose: Prose
    state: State
    authors: tuple[str, ...]
    """Identifiers in ``Site.authors``."""
    photos: tuple[Photo, ...]
    attachments: tuple[Attachment, ...]
    translation: Translation | None = None

    @property
    def is_public(self) -> bool:
        """Whether everyone may see it; a preview also shows others."""
        return self.state is State.LIVE

    @property
    def changed(self) -> datetime:
        """When it was last changed, as far as it says itself; a note added beneath it is a change too."""
        changes = [self.record.updated or self.record.published]
        changes += [datetime.combine(note.date, time(), VIETNAM) for note in self.record.corrections]
        return max(changes)

    @property
    def tags(self) -> tuple[str, ...]:
        """Its topics, each once."""
        return tuple(dict.fromkeys(self.record.tags))

    @property
    def at(self) -> Position:
        """The top of its file."""
        return Position(self.path)


@dataclass(frozen=True)
class WrittenPage:
    """A hand-written page of docs/. ``id`` is its path without ``docs/`` and ``.md``."""

    id: str
    path: str
    record: PageRecord
    prose: Prose


@dataclass(frozen=True)
class Acknowledgment(Sourced):
    """Support that is acknowledged."""

    record: AcknowledgmentRecord
    sources: tuple[Source, ...]


@dataclass(frozen=True)
class Recognition(Sourced):
    """An award or a rating."""

    record: RecognitionRecord
    sources: tuple[Source, ...]


@dataclass(frozen=True)
class Use:
    """A place where a figure is used: an article or a hand-written page."""

    kind: Literal["article", "page"]
    id: str
    title: str


@dataclass(frozen=True)
class BuildSettings:
    """What decides over a build besides its content."""

    now: datetime
    """The time of the build in Viet Nam (see ``clock``), which decides what is published, running or over."""
    base_url: str = ""
    """The public address of the home page, ending with "/"; "" where it is not known."""
    preview: bool = False
    """Whether drafts and scheduled articles are shown, marked as such, to those who write them."""

    def absolute(self, address: str) -> str:
        """Return the public address of ``address``; "" where the site's own is not known."""
        return f"{self.base_url}{address}" if self.base_url else ""


@dataclass(frozen=True)
class Site:
    """Everything a build publishes, linked. Mappings keep the order in which pages show them."""

    settings: BuildSettings
    organisation: OrganisationRecord
    organisation_sources: tuple[Source, ...]
    indicators: Mapping[str, IndicatorRecord]
    sections: Mapping[str, SectionRecord]
    authors: Mapping[str, AuthorRecord]
    programmes: Mapping[str, ProgrammeRecord]
    documents: Mapping[str, DocumentRecord]
    """The register, in the order of its file."""
    figures: Mapping[str, Figure]
    campaigns: Mapping[str, Campaign]
    """Newest first."""
    results: Mapping[str, Results]
    """Newest year first."""
    articles: Mapping[str, Article]
    """The published ones, newest first."""
    unpublished: Mapping[str, Article]
    """Drafts and scheduled articles: checked, and shown nowhere."""
    withdrawn: Mapping[str, Article]
    """Of these only a notice is left."""
    pages: Mapping[str, WrittenPage]
    recognitions: tuple[Recognition, ...]
    acknowledgments: tuple[Acknowledgment, ...]
    document_files: Mapping[str, DocumentFile] = field(default_factory=dict)
    """By document: its file, where it has one."""
    bodies: Mapping[str, Body] = field(default_factory=dict)
    """Other bodies whose figures the site may show."""
    funds: Mapping[str, FundRecord] = field(default_factory=dict)
    fund_sources: Mapping[str, tuple[Source, ...]] = field(default_factory=dict)
    """By fund: what its opening rests on."""
    donors: Mapping[str, DonorRecord] = field(default_factory=dict)
    """Those who may be named. With a single gift they may still not be: that, the ledger says."""
    purposes: Mapping[str, PurposeRecord] = field(default_factory=dict)
    accounts: Mapping[str, AccountRecord] = field(default_factory=dict)
    account_confirmations: Mapping[str, AccountConfirmationRecord] = field(default_factory=dict)
    postings: tuple[PostingRecord, ...] = ()
    ledger: Ledger = field(default_factory=Ledger)
    """What was given, spent, promised and handed over, row by row, as far as the public may see it."""
    gift_codes: GiftCodesRecord | None = None
    """How the codes were made with which donors look up their gifts; None where none have been given out."""
    uses: Mapping[str, tuple[Use, ...]] = field(default_factory=dict)
    """By figure address: where prose refers to it."""
    articles_by_campaign: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    assets: frozenset[str] = frozenset()
    """Images and other files under docs/ and news/, relative to the repository."""
    redirects: Mapping[str, str] = field(default_factory=dict)
    """By earlier address: the address of the page that has taken its place."""

    @cached_property
    def thanks(self) -> Thanks:
        """The lists of gifts, asked of the ledger once."""
        return find_thanks(self)
