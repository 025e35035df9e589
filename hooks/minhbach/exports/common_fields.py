"""Columns that several tables have."""

from __future__ import annotations

from minhbach.exports import words
from minhbach.exports.model import Field
from minhbach.language import mark

IDENTIFIER = mark("By which other tables name it; it never changes.")
MISSING_WHY = mark(
    "Not yet published: it exists. Not stated: the source does not say. "
    "Not recorded: nobody wrote it down. Not known: none of these is known."
)
DAY_EMPTY = mark("Empty: not known, and the next column says why.")


def id_field(description: str) -> Field:
    """Return the column by which other tables name the row."""
    return Field("id", "string", mark("Identifier"), description, required=True)


def name_field(description: str) -> Field:
    """Return the column of what the row is called."""
    return Field("name", "string", mark("Name"), description, required=True)


def choice_field(
    name: str, title: str, description: str, choices: dict[str, str], *, required: bool = False
) -> Field:
    """Return a column that holds one of a few words."""
    return Field(name, "string", title, description, required=required, words=choices)


def source_fields() -> tuple[Field, ...]:
    """Return the columns that say what a row rests on."""
    return (
        choice_field(
            "source_kind", mark("Kind of source"), mark("Where the value comes from."), words.SOURCE_KINDS
        ),
        Field("source_id", "string", mark("Identifier of the source"), mark("The article or document.")),
        Field("source_title", "string", mark("Title of the source"), mark("As it is published.")),
        Field("source_date", "date", mark("Day of the source"), mark("When it was published.")),
        Field(
            "source_url",
            "string",
            mark("Address of the source"),
            mark("Where it can be read; without “https://” it is an address of this site."),
        ),
        Field(
            "source_place",
            "string",
            mark("Place in the source"),
            mark("On which page, in which table or paragraph; empty: not noted."),
        ),
        Field(
            "sources",
            "string",
            mark("All sources"),
            mark("Their identifiers with the place in each, the first one quoted; parted by semicolons."),
        ),
    )
