"""From what a record says of a number to a quantity: `value` as typed, `stated` as its source words it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from typing import Any

from minhbach.language import mark
from minhbach.numbers.bare import AmbiguousNumber, read_bare, write_for_file
from minhbach.numbers.degree import KNOWN_WORDS
from minhbach.numbers.quantity import Quantity, exact
from minhbach.numbers.statement import RefusedStatement, Statement, read_statement, state_value
from minhbach.numbers.words import CURRENCIES, fold
from minhbach.numbers.writing import RATES, write_amount, write_quantity
from minhbach.problems import Kind, Problem, kinds
from minhbach.records.base import MAX_NUMBER
from minhbach.records.contents import Entry
from minhbach.records.figure import IndicatorRecord, SourceRecord
from minhbach.site.source import Source

Location = tuple[str | int, ...]
FindSources = Callable[[tuple[SourceRecord, ...], Location], tuple[Source, ...]]
"""From the sources of a record and where they are written to what they are."""

_NUMBER = mark("a number written in digits, such as 24600000000 or 12.5")
_VALUE_OR_STATED = mark("value: …” or “stated")


class QuantityReader:
    """Reads the numbers of one file, collecting problems."""

    def __init__(
        self, entry: Entry[Any], indicators: Mapping[str, IndicatorRecord], problems: list[Problem]
    ) -> None:
        self.entry = entry
        self.indicators = indicators
        self.problems = problems

    def read(
        self, value: str | None, stated: str | None, here: Location, indicator: IndicatorRecord
    ) -> Quantity | None:
        """Return what ``value`` and ``stated`` say together; None, with a problem, where they cannot be used.

        ``stated`` alone is enough. A value besides is the exact number, and must lie within what is stated.
        """
        number = None if value is None else self._number(value, (*here, "value"), indicator)
        if stated is None:
            if value is None:
                details = {"key_message": _VALUE_OR_STATED}
                self.problems.append(Problem(kinds.KEY_MISSING, self.entry.at(*here), details))
            return None if number is None else exact(number)
        statement = self._statement(stated, (*here, "stated"), indicator)
        if statement is None or value is None:
            return None if statement is None else statement.quantity
        if number is None:
            return None
        quantity = state_value(number, statement)
        if quantity is None:
            details = {
                "found": stated,
                "read": write_quantity(statement.quantity.plain),
                "key": "value",
                "value": write_quantity(exact(number)),
            }
            self._report(kinds.STATED_DIFFERS, (*here, "stated"), details)
        return quantity

    def _number(self, text: str, place: Location, indicator: IndicatorRecord) -> Decimal | None:
        try:
            number = read_bare(text, whole=indicator.is_whole)
        except AmbiguousNumber as error:
            first, second = error.readings
            details = {
                "found": text,
                "first": write_amount(exact(first), indicator.unit),
                "second": write_amount(exact(second), indicator.unit),
                "first_written": write_for_file(first),
                "second_written": write_for_file(second),
                "key": str(place[-1]),
            }
            self._report(kinds.NUMBER_AMBIGUOUS, place, details)
            return None
        except ValueError:
            number = None
        if number is None or number > MAX_NUMBER:
            details = {"found": text, "key": str(place[-1]), "expected_message": _NUMBER}
            self._report(kinds.VALUE_INVALID, place, details)
            return None
        return number

    def _statement(self, text: str, place: Location, indicator: IndicatorRecord) -> Statement | None:
        units = (indicator.unit, *indicator.unit_forms)
        details = {"found": text, "key": str(place[-1])}
        try:
            statement = read_statement(text, units=units)
        except RefusedStatement as error:
            kind = _REFUSALS[error.reason]
            if error.reason == "degree":
                details |= {"words": error.words, "known": ", ".join(KNOWN_WORDS)}
            self._report(kind, place, details)
            return None
        return statement if self._unit_agrees(statement, place, indicator, details) else None

    def _unit_agrees(
        self, statement: Statement, place: Location, indicator: IndicatorRecord, details: dict[str, str]
    ) -> bool:
        """Whether the stated unit is the indicator's; one that is nobody's is only questioned."""
        units = (indicator.unit, *indicator.unit_forms)
        own_rate = indicator.unit if indicator.unit in RATES else ""
        stated = statement.rate or statement.unit
        details |= {"stated": stated, "unit": indicator.unit}
        if statement.rate or own_rate:
            if statement.rate == own_rate or (not statement.rate and not statement.unit):
                return True
            self._report(kinds.STATED_UNIT, place, details)
            return False
        if any(fold(statement.unit).startswith(f"{fold(unit)}/") for unit in units):
            # "đồng/suất" is what one costs, and no sum of đồng.
            self._report(kinds.STATED_UNIT, place, details)
            return False
        if not statement.unit or _begins_with(statement.unit, units):
            return True
        for other in self.indicators.values():
            if _begins_with(statement.unit, (other.unit, *other.unit_forms)):
                self._report(kinds.STATED_UNIT, place, details)
                return False
        if _begins_with(statement.unit, CURRENCIES):
            # Known well, and another one: francs are not published as đồng, nor as packages.
            self._report(kinds.STATED_UNIT, place, details)
            return False
        self._report(kinds.STATED_UNIT_UNKNOWN, place, details)
        return True

    def _report(self, kind: Kind, place: Location, details: dict[str, str]) -> None:
        self.problems.append(Problem(kind, self.entry.at(*place), details))


_REFUSALS: Mapping[str, Kind] = {
    "unreadable": kinds.STATED_UNREADABLE,
    "says-nothing": kinds.STATED_UNREADABLE,
    "contradiction": kinds.STATED_CONTRADICTS,
    "upside-down": kinds.RANGE_UPSIDE_DOWN,
    "degree": kinds.STATED_DEGREE_UNKNOWN,
}


def _begins_with(text: str, units: Iterable[str]) -> bool:
    """Whether ``text`` begins with one of ``units`` as whole words."""
    folded = fold(text)
    return any(
        folded.startswith(unit) and not folded[len(unit) :][:1].isalnum() for unit in map(fold, units) if unit
    )
