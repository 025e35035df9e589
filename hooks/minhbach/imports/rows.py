"""Rows as they will stand in data/gifts/, and what a sheet gave besides."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from minhbach.imports.faults import CellError, Fault, Notice
from minhbach.imports.layout import Layout
from minhbach.imports.private import find_private
from minhbach.imports.tables import holds_forbidden
from minhbach.language import mark as _
from minhbach.ledger.columns import LEDGERS

COLUMNS = LEDGERS["gifts"].names
LONGEST_TEXT = 300
LONGEST_RECEIPT = 60

TOO_LONG = _("it has more than {limit} characters.")
FORBIDDEN = _("it holds a character that no writing has. Type it again.")


@dataclass(frozen=True)
class Options:
    """What staff say about all rows of a file."""

    campaign: str = ""
    fund: str = ""
    consent: str = ""
    """"given", "refused", or "": nobody is named."""
    day: date | None = None
    """Of the rows for which the sheet gives none."""
    valuation: str = ""
    """How goods were valued whose value the list gives without saying how."""


@dataclass(frozen=True)
class Row:
    """A row for the ledger. ``cells`` holds every column of the gifts by its name, "" where it has nothing.

    ``number`` is the row of the sheet, from 1. ``identity`` is what makes the row this one, from which a
    receipt is derived where the sheet has none.
    """

    number: int
    cells: Mapping[str, str]
    identity: tuple[str, ...]

    @property
    def receipt(self) -> str:
        """The receipt; "" where one has to be derived."""
        return self.cells["receipt"]

    @property
    def amount_vnd(self) -> int:
        """Money, or the stated value of goods; 0 for goods that nobody valued."""
        return int(self.cells["amount_vnd"] or 0)


@dataclass(frozen=True)
class Reading:
    """What a sheet gives: rows, what could not be read, and what staff should know."""

    layout: Layout
    rows: tuple[Row, ...]
    faults: tuple[Fault, ...]
    notices: tuple[Notice, ...] = ()
    other_sheets: tuple[str, ...] = ()


def make_cells(**values: str) -> dict[str, str]:
    """Return the cells of a row; columns that are not named are empty."""
    return dict.fromkeys(COLUMNS, "") | values


def check_public(text: str) -> str:
    """Return ``text``, which will be published, if it may be; raises CellError otherwise."""
    check_text(text, LONGEST_TEXT)
    if (reason := find_private(text)) is not None:
        raise CellError(reason)
    return text


def check_text(text: str, limit: int) -> str:
    """Return ``text`` if it is not too long and holds only characters; raises CellError otherwise."""
    if len(text) > limit:
        raise CellError(TOO_LONG, limit=str(limit))
    if holds_forbidden(text):
        raise CellError(FORBIDDEN)
    return text


def write_rows(rows: Iterable[Row]) -> bytes:
    """Return a ledger file: UTF-8, commas, ``\\n``."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows([row.cells[name] for name in COLUMNS] for row in rows)
    return out.getvalue().encode()
