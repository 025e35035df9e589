"""From figure records to linked figures: what was stated is read, and must agree with what was entered."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from minhbach.language import mark
from minhbach.numbers.quantity import Quantity
from minhbach.numbers.statement import RefusedStatement, read_statement
from minhbach.problems import Problem, kinds
from minhbach.records.contents import Entry
from minhbach.records.figure import (
    FigureRecord,
    IndicatorRecord,
    PartsRecord,
    TargetRecord,
)
from minhbach.records.knowing import Missing
from minhbach.records.read import nearest
from minhbach.site.figure import Figure, Part, SeriesPoint, Target
from minhbach.site.owner import Body, Owner
from minhbach.site.parts import name_part, parts_by
from minhbach.site.periods import own_period
from minhbach.site.quantities import FindSources, Location, QuantityReader
from minhbach.site.relations import RelationReader
from minhbach.site.source import Source

_PART_KEYS = mark("unit: …”, “label: …” or “period")
_TARGET = mark("a target above 0, or “not-stated” if the source does not give it")
_TARGET_KINDS = ("assigned", "own")


class FigureLinker:
    """Builds the figures of one file (a campaign or a results file), collecting problems."""

    def __init__(
        self,
        entry: Entry[Any],
        owner: Owner,
        unit_names: dict[str, str] | None,
        indicators: Mapping[str, IndicatorRecord],
        find_sources: FindSources,
        problems: list[Problem],
    ) -> None:
        """``unit_names`` is None where data/organisation.yml is unusable: then no unit is questioned."""
        self.entry = entry
        self.owner = owner
        self.unit_names = unit_names
        self.find_sources = find_sources
        self.problems = problems
        self.numbers = QuantityReader(entry, indicators, problems)
        self.relations = RelationReader(entry, self.numbers, find_sources, problems)

    def link(
        self,
        key: str,
        record: FigureRecord,
        indicator: IndicatorRecord,
        sources: tuple[Source, ...],
        body: Body | None = None,
    ) -> Figure:
        """Return the figure ``key`` of the file, which is the chapter's own or another ``body``'s."""
        here: Location = ("figures", key)
        quantity = self._known(record.value, record.stated, here, indicator)
        targets = [
            self._target(name, target, (*here, "targets", name), indicator)
            for name, target in record.targets.items()
        ]
        parts = self._parts(record.parts, (*here, "parts"), indicator) if record.parts else ()
        return Figure(
            address=f"{self.owner.id}.{key}",
            owner=self.owner,
            indicator_id=record.indicator,
            indicator=indicator,
            quantity=quantity,
            stated=record.stated,
            targets=tuple(targets),
            achievement=self._achievement(record.achievement, (*here, "achievement")),
            as_of=record.as_of,
            sources=sources,
            per=f"{self.owner.id}.{record.per}" if record.per else None,
            series=tuple(self._series(record, here, indicator)),
            parts=parts,
            parts_complete=bool(record.parts and record.parts.complete),
            note=record.note,
            at=self.entry.at(*here, key=True),
            label=record.label,
            period=own_period(record.period, self.owner),
            parts_by=parts_by(record.parts) if record.parts else "kind",
            parts_heading=record.parts.heading if record.parts else None,
            missing=_why_missing(record.value),
            body=body,
            comparable=record.comparable,
            comparisons=self.relations.comparisons(record, here, indicator),
            shares=self.relations.shares(record, here),
            also_stated=self.relations.also_stated(record, here, indicator, sources),
            contradiction=record.contradiction,
        )

    def _series(self, record: FigureRecord, here: Location, indicator: IndicatorRecord) -> list[SeriesPoint]:
        return [
            SeriesPoint(
                point.as_of,
                self._known(point.value, point.stated, (*here, "series", index), indicator),
                point.note,
                _why_missing(point.value),
            )
            for index, point in enumerate(record.series)
        ]

    def _known(
        self, value: str | Missing | None, stated: str | None, here: Location, indicator: IndicatorRecord
    ) -> Quantity | None:
        """Return the number that a record gives; None where it says why there is none, or is at fault."""
        return None if isinstance(value, Missing) else self.numbers.read(value, stated, here, indicator)

    def _target(self, key: str, record: TargetRecord, here: Location, indicator: IndicatorRecord) -> Target:
        kind = record.kind or key
        if kind not in _TARGET_KINDS:
            details = {"key": "kind"}
            self.problems.append(Problem(kinds.KEY_MISSING, self.entry.at(*here), details))
        quantity = self._known(record.value, record.stated, here, indicator)
        if quantity is not None and quantity.value == 0:
            details = {"found": "0", "key": "value", "expected_message": _TARGET}
            place = self.entry.at(*here, "value" if record.value is not None else "stated")
            self.problems.append(Problem(kinds.VALUE_INVALID, place, details))
            quantity = None
        return Target(
            "own" if kind == "own" else "assigned",
            record.by,
            quantity,
            _why_missing(record.value),
            key=key,
            achievement=self._achievement(record.achievement, (*here, "achievement")),
            decided=record.decided,
            period=record.period,
            sources=self.find_sources(record.source, (*here, "source")) if record.source else (),
        )

    def _parts(self, record: PartsRecord, here: Location, indicator: IndicatorRecord) -> tuple[Part, ...]:
        parts: list[Part] = []
        seen: dict[str, int] = {}
        for index, item in enumerate(record.items):
            place = (*here, "items", index)
            names = self.unit_names or {}
            if item.unit is not None:
                if self.unit_names is not None and item.unit not in names:
                    details = {"found": item.unit, "nearest": nearest(item.unit, list(names))}
                    self.problems.append(Problem(kinds.UNIT_UNKNOWN, self.entry.at(*place, "unit"), details))
            elif item.label is None and item.period is None:
                self.problems.append(
                    Problem(kinds.KEY_MISSING, self.entry.at(*place), {"key_message": _PART_KEYS})
                )
            quantity = self._known(item.value, item.stated, place, indicator)
            key, label = name_part(item, record, names)
            if seen.setdefault(key, index) != index:
                details = {"id": key, "other": str(self.entry.at(*here, "items", seen[key]))}
                self.problems.append(Problem(kinds.ID_DUPLICATE, self.entry.at(*place), details))
            parts.append(Part(key, label, quantity, item.period, _why_missing(item.value)))
        return tuple(parts)

    def _achievement(self, text: str | None, place: Location) -> Quantity | None:
        """Return a stated percentage of a target; a whole number of percent was rounded."""
        if text is None:
            return None
        try:
            statement = read_statement(text)
        except RefusedStatement:
            statement = None
        if statement is not None and _exceeds(statement.quantity):
            # "vượt 59% chỉ tiêu" is 159% of it, and no "more than 59%".
            statement = None
        if statement is None or statement.rate != "%":
            details = {"found": text, "key": str(place[-1])}
            self.problems.append(Problem(kinds.ACHIEVEMENT_UNREADABLE, self.entry.at(*place), details))
            return None
        return statement.quantity


def _exceeds(quantity: Quantity) -> bool:
    """Whether a percentage says by how much a target was exceeded: "vượt 59%"."""
    wording = quantity.wording
    return wording is not None and wording.before.casefold().startswith("vượt")


def _why_missing(value: str | Missing | None) -> Missing | None:
    return value if isinstance(value, Missing) else None
