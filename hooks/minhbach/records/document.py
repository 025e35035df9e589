"""The register of documents (data/documents.yml): what figures, campaigns and articles rest on."""

from __future__ import annotations

import re
from posixpath import normpath
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, WithJsonSchema
from pydantic_core import PydanticCustomError

from minhbach.records.base import Day, Identifier, Line, Record

FOLDER = "data/documents/"
"""Where the files of documents lie: beside data/documents.yml, in the folder that bears its name."""
_FOLDERS = (FOLDER, "docs/", "news/")
_SHA256 = r"[0-9a-f]{64}"

DocumentKind = Literal[
    "law",
    "resolution",
    "decision",
    "directive",
    "plan",
    "programme",
    "official-letter",
    "announcement",
    "report",
    "statement",
    "settlement",
    "bulletin",
    "press",
    "minutes",
    "list",
    "receipt",
    "other",
]
"""What a document is, as offices tell documents apart."""

DocumentLanguage = Literal["vi", "en", "fr", "de", "es", "it", "ru", "zh", "ja", "ko", "lo", "km", "th"]
"""The language a document is written in, by its two letters in ISO 639."""


def _sha256(value: Any) -> str:
    # Programs print it in small or capital letters; both are one number.
    if isinstance(value, str) and re.fullmatch(_SHA256, text := value.strip().lower()):
        return text
    raise PydanticCustomError("sha256_text", "not a SHA-256 hash")


Sha256 = Annotated[
    str, BeforeValidator(_sha256), WithJsonSchema({"type": "string", "pattern": f"^{_SHA256}$"})
]
"""A SHA-256 hash: 64 digits 0–9 and a–f."""


class DocumentRecord(Record):
    """A document that figures and statements come from (data/documents.yml)."""

    title: Line
    publisher: Line
    """Who issued it."""
    number: Line | None = None
    """Its own number, as printed on it: “12/KH-CTĐ”."""
    kind: DocumentKind | None = None
    """What it is: a decision, a report, a bulletin …"""
    published: Day | None = None
    """The day it was issued."""
    url: Line | None = Field(default=None, pattern=r"^https://[^\s\"<>]+$")
    """Where the original can be read."""
    file: Line | None = None
    """The document itself, in the folder data/documents/: a PDF, DOCX or XLSX file, or an image of it."""
    sha256: Sha256 | None = None
    """The hash of ``file``: then nobody can exchange it unnoticed. Left out, it is computed and shown."""
    archived: Day | None = None
    """The day on which the chapter put it, or its copy of the page at ``url``, into its archive."""
    language: DocumentLanguage = "vi"
    """What it is written in; of another language everything quoted from it counts as translated."""
    note: Line | None = None


class CampaignDocumentsRecord(Record):
    """The documents of a campaign, by identifier in data/documents.yml."""

    legal_basis: tuple[Identifier, ...] = ()
    """What it was ordered or allowed by: decisions, plans."""
    statements: tuple[Identifier, ...] = ()
    """Statements of its bank account."""
    reports: tuple[Identifier, ...] = ()
    """What was reported of it, in parts or at its end."""


def document_path(file: str) -> str | None:
    """Return where the ``file`` of a document lies in the repository; None if it leads elsewhere.

    A paper that hangs on an article or a page already need not be kept twice: "../../news/2025/…".
    """
    if file.startswith("/") or "\\" in file or ":" in file:
        return None
    path = normpath(f"{FOLDER}{file}")
    return path if path.startswith(_FOLDERS) else None
