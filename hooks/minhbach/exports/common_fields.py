"""Columns that several tables have."""

from __future__ import annotations

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
