"""Articles (news/<year>/*.md) and hand-written pages (docs/**/*.md): their front matter."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from minhbach.records.base import Day, Identifier, Line, Lines, Moment, Record, SetLine, Truth


class EventRecord(Record):
    """What an article reports on."""

    date: Day
    name: Line
    place: Line | None = None
    session: Literal["morning", "afternoon", "evening"] | None = None


class PhotoRecord(Record):
    """A photo in the folder beside the article that bears its name."""

    file: Line
    alt: Line | None = None
    """Required; asked for by a check of its own so that its message can say why."""
    caption: SetLine
    credit: Line
    basis: Literal["public-event", "consent", "no-people"]
    """Why images of people may be published (personal data law 91/2025), or that there are none."""


class CorrectionRecord(Record):
    """A dated note beneath an article: a correction of ours, or a slip in the source, read otherwise."""

    kind: Literal["correction", "source-slip"]
    date: Day
    text: Line


class AttachmentRecord(Record):
    """A document for readers to download, in the folder beside the article that bears its name."""

    file: Line
    """A PDF, DOCX or XLSX file."""
    title: Line
    number: Line | None = None
    """The document's own number, as printed on it: “12/KH-CTĐ”."""
    date: Day | None = None
    issued_by: Line | None = None
    """The body that issued it."""


class WithdrawnRecord(Record):
    """That an article was taken back, when and why. Its address then shows this and nothing else."""

    date: Day
    reason: Line


class ArticleRecord(Record):
    """The front matter of an article."""

    title: SetLine = Field(max_length=300)
    short_title: SetLine | None = None
    """Stands for the title where there is little room: on the card shown where the article is shared."""
    published: Moment
    """In the future: the article is absent from the site until a build after this time."""
    updated: Moment | None = None
    section: Identifier
    author: Lines | None = None
    """One or several of data/authors.yml, by identifier or by name."""
    summary: SetLine
    headline: Line | None = None
    """The address of the figure that stands for the article where it is shared; else its first one."""
    event: EventRecord | None = None
    campaigns: tuple[Identifier, ...] = ()
    tags: tuple[Line, ...] = ()
    photos: tuple[PhotoRecord, ...] = ()
    corrections: tuple[CorrectionRecord, ...] = ()
    attachments: tuple[AttachmentRecord, ...] = ()
    source: Identifier | None = None
    """The identifier of a document in data/documents.yml that the article draws on."""
    based_on: Identifier | None = None
    """The document in data/documents.yml that the article is rewritten from, which it says beneath itself."""
    aliases: tuple[Line, ...] = ()
    """Earlier addresses of the article, oldest first: “/tin-tuc/2025/ten-cu/”. They lead to it."""
    replaces: tuple[Line, ...] = ()
    """Addresses of other articles that are gone and whose place this one takes. They lead to it."""
    pinned: Truth = False
    """Whether the article stands first on the home page and in the list of all news."""
    draft: Truth = False
    """Whether the article is not yet to be published; its problems are then only warnings."""
    withdrawn: WithdrawnRecord | None = None


class TranslationRecord(Record):
    """The front matter of a summary in another language (news/<year>/<article>.en.md)."""

    title: SetLine = Field(max_length=300)
    summary: SetLine


class PageRecord(Record):
    """The front matter of a hand-written page."""

    title: SetLine = Field(max_length=300)
    summary: SetLine
    aliases: tuple[Line, ...] = ()
    """Earlier addresses of the page, oldest first. They lead to it."""
    layout: Literal["plain", "about"] = "plain"
    """``about`` adds the organisation, its units and their validity beneath the text."""
