"""From records to what sources say of a figure besides its value, collecting problems."""

from __future__ import annotations

from typing import Any

from minhbach.language import mark
from minhbach.numbers.change import Change, UnreadableChange, read_change
from minhbach.numbers.quantity import Quantity
from minhbach.numbers.statement import RefusedStatement, read_statement
from minhbach.problems import Problem, kinds
from minhbach.records.contents import Entry
from minhbach.records.figure import CompareRecord, FigureRecord, IndicatorRecord, ShareRecord
from minhbach.site.quantities import FindSources, Location, QuantityReader
from minhbach.site.relation import Comparison, OtherStatement, Share
from minhbach.site.source import Source

_COMPARE_KEYS = mark("with: …” or “base")
_SHARE_KEYS = mark("of: …” or “whole")


class RelationReader:
    """Reads the relations of the figures of one file."""

    def __init__(
        self, entry: Entry[Any], numbers: QuantityReader, find_sources: FindSources, problems: list[Problem]
    ) -> None:
        self.entry = entry
        self.numbers = numbers
        self.find_sources = find_sources
        self.problems = problems

    def comparisons(
        self, record: FigureRecord, here: Location, indicator: IndicatorRecord
    ) -> tuple[Comparison, ...]:
        """Return what the figure at ``here`` is compared with."""
        return tuple(
            self._comparison(key, item, (*here, "compare", key), indicator)
            for key, item in record.compare.items()
        )

    def shares(self, record: FigureRecord, here: Location) -> tuple[Share, ...]:
        """Return the wholes of which the figure at ``here`` is a part."""
        return tuple(self._share(key, item, (*here, "share", key)) for key, item in record.share.items())

    def also_stated(
        self,
        record: FigureRecord,
        here: Location,
        indicator: IndicatorRecord,
        sources: tuple[Source, ...],
    ) -> tuple[OtherStatement, ...]:
        """Return the other numbers given for the figure at ``here``, which rests on ``sources``."""
        found = []
        for index, item in enumerate(record.also_stated):
            place = (*here, "also_stated", index)
            quantity = self.numbers.read(None, item.stated, place, indicator)
            own = self.find_sources(item.source, (*place, "source")) if item.source else sources
            if quantity is not None:
                found.append(OtherStatement(quantity, item.note, own))
        return tuple(found)

    def _comparison(
        self, key: str, record: CompareRecord, place: Location, indicator: IndicatorRecord
    ) -> Comparison:
        self._one_of(record.with_, record.base, _COMPARE_KEYS, place)
        stated: Change | None = None
        if record.stated is not None:
            try:
                read = read_change(record.stated, units=(indicator.unit, *indicator.unit_forms))
                stated = Change(read.direction, read.form, read.quantity, record.stated)
            except UnreadableChange:
                self._report("stated", record.stated, place)
        elif record.with_ is None:
            self._missing("stated", place)
        return Comparison(key, record.with_ or "", record.base or "", stated)

    def _share(self, key: str, record: ShareRecord, place: Location) -> Share:
        self._one_of(record.of, record.whole, _SHARE_KEYS, place)
        stated: Quantity | None = None
        if record.stated is not None:
            try:
                statement = read_statement(record.stated)
            except RefusedStatement:
                statement = None
            if statement is None or statement.rate != "%":
                details = {"found": record.stated, "key": "stated"}
                at = self.entry.at(*place, "stated")
                self.problems.append(Problem(kinds.ACHIEVEMENT_UNREADABLE, at, details))
            else:
                stated = statement.quantity
        elif record.of is None:
            self._missing("stated", place)
        return Share(key, record.of or "", record.whole or "", stated)

    def _one_of(self, address: str | None, words: str | None, keys: str, place: Location) -> None:
        if (address is None) == (words is None):
            self.problems.append(Problem(kinds.KEY_MISSING, self.entry.at(*place), {"key_message": keys}))

    def _missing(self, key: str, place: Location) -> None:
        self.problems.append(Problem(kinds.KEY_MISSING, self.entry.at(*place), {"key": key}))

    def _report(self, key: str, found: str, place: Location) -> None:
        at = self.entry.at(*place, key)
        self.problems.append(Problem(kinds.CHANGE_UNREADABLE, at, {"found": found, "key": key}))
