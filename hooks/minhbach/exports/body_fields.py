"""The columns that say of which body something is, and the list of those bodies."""

from __future__ import annotations

from minhbach.exports import words
from minhbach.exports.model import Field, Table
from minhbach.language import mark


def body_fields(description: str) -> tuple[Field, ...]:
    """Return the columns with the identifier and the name of another body; empty: the organisation's own."""
    return (
        Field("body", "string", mark("Body (identifier)"), description, refers_to="bodies"),
        Field("body_name", "string", mark("Body"), mark("The full name of that body.")),
    )


BODIES = Table(
    "bodies",
    "don-vi-khac",
    mark("Other bodies"),
    mark("Bodies whose figures stand beside the organisation’s own; nothing adds them to these."),
    (
        Field(
            "id",
            "string",
            mark("Identifier"),
            mark("By which other tables name it; it never changes."),
            required=True,
        ),
        Field("name", "string", mark("Name"), mark("As it is published."), required=True),
        Field(
            "short_name",
            "string",
            mark("Short name"),
            mark("What stands behind a figure’s name."),
            required=True,
        ),
        Field(
            "kind",
            "string",
            mark("Kind"),
            mark("Which kind of body it is."),
            required=True,
            words=words.BODY_KINDS,
        ),
        Field(
            "relation",
            "string",
            mark("Relation"),
            mark("What it is to the organisation, in the organisation’s words."),
        ),
    ),
    ("id",),
)
