"""Sources: what figures and statements rest on, and the files of documents."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal


@dataclass(frozen=True)
class Source:
    """What a figure or statement rests on: an article of this site, or a document.

    Of an article that is not published yet nothing but its existence is told: ``title`` is "" then.
    """

    kind: Literal["article", "unpublished", "document"]
    id: str
    title: str
    day: date | None
    url: str | None = None
    publisher: str | None = None
    place: str | None = None
    """Where in it: "trang 3, bảng 2"."""
    language: str = "vi"
    """What it is written in; what is quoted from one in another language is translated."""
    document_kind: str | None = None
    """What a document is: a report, a bulletin … (``records.document.DocumentKind``)."""

    @property
    def is_translated(self) -> bool:
        """Whether its words stand here in translation."""
        return self.language != "vi"


class Sourced:
    """Something that rests on sources; the one that is quoted stands first."""

    sources: tuple[Source, ...]

    @property
    def source(self) -> Source | None:
        """The first source; None where none is stated."""
        return self.sources[0] if self.sources else None


@dataclass(frozen=True)
class DocumentFile:
    """The file of a document of the register. ``path`` is relative to the repository."""

    path: str
    size_bytes: int
    sha256: str

    @property
    def format(self) -> str:
        """The kind of file as readers know it: "PDF", "JPG"."""
        return self.path.rpartition(".")[2].upper()
