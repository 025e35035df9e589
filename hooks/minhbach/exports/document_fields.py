"""The register of documents and what cites them, as open data: their columns."""

from __future__ import annotations

from minhbach.exports import words
from minhbach.exports.model import Field, Table
from minhbach.language import mark

DOCUMENTS = Table(
    "documents",
    "van-ban",
    mark("Register of documents"),
    mark("The documents that figures, campaigns and articles rest on."),
    (
        Field(
            "id",
            "string",
            mark("Identifier"),
            mark("By which other tables name it; it never changes."),
            required=True,
        ),
        Field("title", "string", mark("Title"), mark("As it stands on it, or in our words."), required=True),
        Field(
            "kind",
            "string",
            mark("Kind of document"),
            mark("What it is; empty: not noted."),
            words=words.DOCUMENT_KINDS,
        ),
        Field("number", "string", mark("Number"), mark("Its own number, as printed on it.")),
        Field("publisher", "string", mark("Issued by"), mark("Who issued it."), required=True),
        Field("published", "date", mark("Day issued"), mark("Empty: not known.")),
        Field("language", "string", mark("Language"), mark("Two letters, ISO 639: “vi”."), required=True),
        Field("url", "string", mark("Address of the original"), mark("Where its publisher keeps it.")),
        Field(
            "file",
            "string",
            mark("Its file"),
            mark("Where it can be had on this site; empty for images, which the register shows as copies."),
        ),
        Field(
            "sha256",
            "string",
            mark("SHA-256"),
            mark("Of the original file, by which everyone can tell that it is the same."),
        ),
        Field(
            "archived", "date", mark("Archived on"), mark("When the organisation put it into its archive.")
        ),
        Field("note", "string", mark("Note"), mark("What the organisation adds to it.")),
    ),
    ("id",),
)
CITATIONS = Table(
    "citations",
    "trich-dan",
    mark("What rests on documents"),
    mark("A row for each thing that cites a document of the register, with the place in it."),
    (
        Field(
            "document",
            "string",
            mark("Document"),
            mark("In the register of documents."),
            required=True,
            refers_to="documents",
        ),
        Field(
            "kind",
            "string",
            mark("What cites it"),
            mark("Which kind of thing that is."),
            required=True,
            words=words.CITING_KINDS,
        ),
        Field(
            "cited_by",
            "string",
            mark("Identifier"),
            mark("The figure, campaign, fund or article; of acknowledgments and awards who or what it is."),
            required=True,
        ),
        Field("detail", "string", mark("Detail"), mark("Of a balance its day, of a disclosure the duty.")),
        Field("place", "string", mark("Place in the source"), mark("As far as it is noted.")),
    ),
    ("document", "kind", "cited_by", "detail"),
)
