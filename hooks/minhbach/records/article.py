"""Articles (news/<year>/*.md) and hand-written pages (docs/**/*.md): their front matter."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from minhbach.records.base import Day, Identifier, Line, Moment, Record


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
    caption: Line
    credit: Line
    basis: Literal["public-event", "consent", "no-people"]
    """Why images of people may be published (personal data law 91/2025), or that there are none."""


class CorrectionRecord(Record):
    """A dated note beneath an article: a correction of ours, or a slip in the source, read otherwise."""

    kind: Literal["correction", "source-slip"]
    date: Day
    text: Line


class ArticleRecord(Record):
    """The front matter of an article."""

    title: Line = Field(max_length=300)
    published: Moment
    updated: Moment | None = None
    section: Identifier
    author: Line | None = None
    summary: Line
    event: EventRecord | None = None
    campaigns: tuple[Identifier, ...] = ()
    tags: tuple[Line, ...] = ()
    photos: tuple[PhotoRecord, ...] = ()
    corrections: tuple[CorrectionRecord, ...] = ()
    source: Line | None = None
    """The identifier of a document in data/documents.yml that the article is written from."""


class PageRecord(Record):
    """The front matter of a hand-written page."""

    title: Line = Field(max_length=300)
    summary: Line
    layout: Literal["plain", "about"] = "plain"
    """``about`` adds the organisation, its units and their validity beneath the text."""
