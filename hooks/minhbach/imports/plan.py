"""What an import would do: which rows are new, which are there already, which contradict the ledger."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from minhbach.imports.existing import Existing, same_day_and_amount
from minhbach.imports.faults import Fault
from minhbach.imports.rows import Row
from minhbach.language import mark as _
from minhbach.numbers.bare import counts_whole_things, read_bare

SAME_RECEIPT = _("the receipt {receipt} stands in the rows {rows} of this sheet; every gift has its own.")
CONFLICT = _(
    "the receipt {receipt} is already in {path} with another content ({columns}). Nothing was changed there."
)

WITHOUT_RECEIPT = _(
    "{path} has this gift already, without a number. Write the number {receipt} there, or remove it there."
)

COMPARED = ("date", "name", "amount_vnd", "item", "quantity", "unit", "campaign", "fund", "note")
"""The rest may be completed in the ledger after an import: consent, donor, ward and what else is known."""
_NUMBERS = frozenset({"amount_vnd", "quantity"})
ROWS_NAMED = 10


@dataclass(frozen=True)
class Plan:
    """The rows of a reading by what is to be done with them."""

    new: tuple[Row, ...]
    known: tuple[Row, ...]
    """In the ledger already, with the same content."""
    faults: tuple[Fault, ...]
    """Rows whose receipt is not theirs alone."""


def make_plan(rows: Iterable[Row], existing: Existing) -> Plan:
    """Sort ``rows``, each with its receipt, by what the ledger already has."""
    by_receipt: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        by_receipt[row.receipt].append(row)
    new: list[Row] = []
    known: list[Row] = []
    faults: list[Fault] = []
    for receipt, sharing in by_receipt.items():
        if len(sharing) > 1:
            numbers = [str(row.number) for row in sharing]
            named = ", ".join(numbers[:ROWS_NAMED]) + (", …" if len(numbers) > ROWS_NAMED else "")
            details = {"receipt": receipt, "rows": named}
            faults += [Fault(row.number, "", SAME_RECEIPT, details) for row in sharing]
            continue
        row = sharing[0]
        if receipt not in existing.rows:
            if path := _find_unnumbered(row, existing):
                details = {"receipt": receipt, "path": path}
                faults.append(Fault(row.number, "", WITHOUT_RECEIPT, details))
            else:
                new.append(row)
            continue
        path, there = existing.rows[receipt]
        if differing := list_differences(row.cells, there):
            details = {"receipt": receipt, "path": path, "columns": ", ".join(differing)}
            faults.append(Fault(row.number, "", CONFLICT, details))
        else:
            known.append(row)
    return Plan(tuple(new), tuple(known), tuple(sorted(faults, key=lambda fault: fault.row)))


def _find_unnumbered(row: Row, existing: Existing) -> str:
    """Return the file of a row without a receipt that says the same as ``row``; "" for none."""
    same = existing.unnumbered.get(same_day_and_amount(row.cells), ())
    return next((path for path, there in same if not list_differences(row.cells, there)), "")


def list_differences(row: Mapping[str, str], there: Mapping[str, str]) -> list[str]:
    """Return the columns in which a row and the ledger's row of the same receipt say different things.

    A name that the ledger has no more was withdrawn; it is no difference.
    """
    return [
        column
        for column in COMPARED
        if not _agree(column, row.get(column, ""), there.get(column, ""), there.get("unit", ""))
        and not (column == "name" and not there.get("name"))
    ]


def _agree(column: str, one: str, other: str, unit: str) -> bool:
    if column in _NUMBERS and one and other:
        # Staff may have written the ledger's number in groups.
        whole = column == "amount_vnd" or counts_whole_things(unit)
        try:
            return read_bare(one, whole=whole) == read_bare(other, whole=whole)
        except ValueError:
            return one == other
    return one == " ".join(other.split())
