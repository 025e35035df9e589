"""Asking a ledger for the rows that break a rule, with what is told of each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from minhbach.language import mark
from minhbach.ledger.columns import LedgerColumns
from minhbach.ledger.rules import PRIVATE_NUMBER, Rule, kind_of, list_rules
from minhbach.ledger.surroundings import Surroundings
from minhbach.ledger.telling import Finding
from minhbach.numbers.bare import AmbiguousNumber, counts_whole_things, is_count, read_bare, write_for_file
from minhbach.numbers.reading import UnreadableNumber, read_quantities
from minhbach.problems import kinds
from minhbach.problems.report import SHOWN_PER_KIND
from minhbach.records.read import nearest

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_MEANT = mark(" Perhaps {amount} is meant.")

_SECOND = mark(" or {second}")
NO_COUNT = mark("; what is counted piece by piece has no three decimals")
"""Why only one reading of a number is left; it is told because it is not written as Vietnamese does."""


def find_faults(
    database: DuckDBPyConnection, ledger: LedgerColumns, around: Surroundings
) -> Iterator[Finding]:
    """Yield the rows of ``ledger`` that break a rule for single rows; of many, the first and their number."""
    (count,) = database.execute(f"SELECT count(*) FROM {ledger.name}").fetchone() or (0,)
    if not count:
        return
    rules = [
        rule
        for rule in list_rules(ledger, around.today.isoformat())
        if around.unsure.isdisjoint({rule.known, rule.needs})
    ]
    # One pass tells which rules are broken at all; usually none.
    sums = ", ".join(f"count_if({rule.where})" for rule in rules)
    counts = database.execute(f"SELECT {sums} FROM {ledger.name}").fetchone() or ()
    for rule, broken in zip(rules, counts, strict=True):
        if broken:
            yield from _ask(database, ledger, rule, around, broken)


def _ask(
    database: DuckDBPyConnection, ledger: LedgerColumns, rule: Rule, around: Surroundings, broken: int
) -> Iterator[Finding]:
    """Yield the first rows of the ``broken`` ones."""
    found = f'"{rule.column}"'
    unit = "unit" if "unit" in ledger.names else "NULL"
    if rule.kind is kinds.PRIVATE_NUMBER:
        found = f"regexp_extract({found}, '{PRIVATE_NUMBER}', 0, 'i')"
    rows = database.execute(
        f"SELECT row, {found}, {kind_of(ledger)}, {unit} FROM {ledger.name} "
        f"WHERE {rule.where} ORDER BY row LIMIT ?",
        [SHOWN_PER_KIND],
    ).fetchall()
    for index, (row, cell, kind, counted) in enumerate(rows):
        details = {"found": cell or "", "row_kind": kind, **rule.details}
        if rule.known:
            details["nearest"] = nearest(cell, around.known(rule.known))
        if rule.kind is kinds.AMOUNT_INVALID:
            details |= _suggest(cell)
        if rule.kind is kinds.QUANTITY_AMBIGUOUS:
            details |= _readings(cell, counted or "")
        yield Finding(
            rule.kind,
            ledger.name,
            row,
            rule.column,
            details,
            more=broken - len(rows) if index == len(rows) - 1 else 0,
        )


def _readings(cell: str, unit: str) -> dict[str, str]:
    """Return how a cell is written that may be meant in two ways, as details."""
    sign = "-" if cell.startswith("-") else ""
    try:
        read_bare(cell.removeprefix("-"), whole=False)
    except AmbiguousNumber as error:
        return tell_readings(error, unit, sign)
    raise AssertionError("the rule finds such cells only")


def tell_readings(error: AmbiguousNumber, unit: str, sign: str = "") -> dict[str, str]:
    """Return how to write each of the two numbers that a quantity of ``unit`` may be, as details."""
    first, second = error.readings
    is_impossible = counts_whole_things(unit) and not is_count(second)
    return {
        "first": write_for_file(first, sign),
        "second": write_for_file(second, sign),
        "otherwise_message": NO_COUNT if is_impossible else _SECOND,
    }


def _suggest(cell: str) -> dict[str, str]:
    """Return the amount that a cell probably means, as details: “1,5 triệu” → 1500000."""
    try:
        reading = read_quantities(cell)
        candidates = () if reading.is_qualified or reading.rate else reading.candidates
    except UnreadableNumber:
        candidates = ()
    whole = [c.value for c in candidates if c.value == c.value.to_integral_value() and c.value > 0]
    if len(whole) != 1:
        return {"suggestion": ""}
    return {"amount": f"{whole[0]:.0f}", "suggestion_message": _MEANT}
