"""From figure records to linked figures: what was stated is read, and must agree with what was entered."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from minhbach.language import mark
from minhbach.numbers.quantity import Precision, Quantity, exact, rounding_step
from minhbach.numbers.reading import Reading, UnreadableNumber, read_quantities
from minhbach.numbers.writing import write_quantity
from minhbach.problems import Kind, Problem, kinds
from minhbach.records.contents import Entry
from minhbach.records.figure import FigureRecord, IndicatorRecord, PartsRecord, TargetRecord
from minhbach.records.read import nearest
from minhbach.site.model import Figure, Owner, Part, SeriesPoint, Source, Target
from minhbach.words import slugify

Location = tuple[str | int, ...]
_PART_KEYS = mark("unit: …” or “label")
_TARGET = mark("a target above 0, or “not-stated” if the source does not give it")


class FigureLinker:
    """Builds the figures of one file (a campaign or a results file), collecting problems."""

    def __init__(
        self, entry: Entry[Any], owner: Owner, unit_names: dict[str, str] | None, problems: list[Problem]
    ) -> None:
        """``unit_names`` is None where data/organisation.yml is unusable: then no unit is questioned."""
        self.entry = entry
        self.owner = owner
        self.unit_names = unit_names
        self.problems = problems

    def link(
        self, key: str, record: FigureRecord, indicator: IndicatorRecord, source: Source | None
    ) -> Figure:
        """Return the figure ``key`` of the file."""
        here: Location = ("figures", key)
        published = isinstance(record.value, Decimal)
        targets = [
            self._target(kind, target, (*here, "targets", kind))
            for kind, target in (("assigned", record.targets.assigned), ("own", record.targets.own))
            if target is not None
        ]
        parts = self._parts(record.parts, (*here, "parts")) if record.parts else ()
        return Figure(
            address=f"{self.owner.id}.{key}",
            owner=self.owner,
            indicator_id=record.indicator,
            indicator=indicator,
            quantity=self._quantity(record.value, record.stated, here) if published else None,
            stated=record.stated,
            targets=tuple(targets),
            achievement=self._achievement(record, here),
            as_of=record.as_of,
            source=source,
            per=f"{self.owner.id}.{record.per}" if record.per else None,
            series=tuple(
                SeriesPoint(point.as_of, self._quantity(point.value, point.stated, (*here, "series", index)))
                for index, point in enumerate(record.series)
            ),
            parts=parts,
            parts_complete=bool(record.parts and record.parts.complete),
            note=record.note,
            at=self.entry.at(*here, key=True),
        )

    def _target(self, kind: Any, record: TargetRecord, here: Location) -> Target:
        quantity = None
        if record.value == 0:
            details = {"found": "0", "key": "value", "expected_message": _TARGET}
            self.problems.append(Problem(kinds.VALUE_INVALID, self.entry.at(*here, "value"), details))
        elif isinstance(record.value, Decimal):
            quantity = self._quantity(record.value, record.stated, here)
        return Target(kind, record.by, quantity)

    def _parts(self, record: PartsRecord, here: Location) -> tuple[Part, ...]:
        parts: list[Part] = []
        seen: dict[str, int] = {}
        for index, item in enumerate(record.items):
            place = (*here, "items", index)
            label = item.label or ""
            if item.unit is not None:
                names = self.unit_names or {}
                if self.unit_names is not None and item.unit not in names:
                    details = {"found": item.unit, "nearest": nearest(item.unit, list(names))}
                    self.problems.append(Problem(kinds.UNIT_UNKNOWN, self.entry.at(*place, "unit"), details))
                label = item.label or names.get(item.unit, item.unit)
            elif item.label is None:
                self.problems.append(
                    Problem(kinds.KEY_MISSING, self.entry.at(*place), {"key_message": _PART_KEYS})
                )
            quantity = None
            if isinstance(item.value, Decimal):
                quantity = self._quantity(item.value, item.stated, place)
            key = item.unit or slugify(label)
            if seen.setdefault(key, index) != index:
                details = {"id": key, "other": str(self.entry.at(*here, "items", seen[key]))}
                self.problems.append(Problem(kinds.ID_DUPLICATE, self.entry.at(*place), details))
            parts.append(Part(key, label, quantity))
        return tuple(parts)

    def _achievement(self, record: FigureRecord, here: Location) -> Quantity | None:
        if record.achievement is None:
            return None
        place = (*here, "achievement")
        reading = self._read(record.achievement, place, kinds.ACHIEVEMENT_UNREADABLE)
        if reading is None:
            return None
        candidate = reading.candidates[0]
        if not reading.is_percent or _says_nothing(reading, candidate.value):
            self._unreadable(record.achievement, place, kinds.ACHIEVEMENT_UNREADABLE)
            return None
        return Quantity(candidate.value, candidate.step, reading.modifier or Precision.ROUNDED)

    def _quantity(self, value: Any, stated: str | None, here: Location) -> Quantity:
        """Return ``value`` with the precision that ``stated`` gives it; exact where nothing is stated."""
        if stated is None:
            return exact(value)
        reading = self._read(stated, (*here, "stated"))
        if reading is None:
            return exact(value)
        if _says_nothing(reading, value):
            self._unreadable(stated, (*here, "stated"))
            return exact(value)
        for candidate in reading.candidates:
            if candidate.value == value:
                return _stated_quantity(value, candidate.step, reading)
        details = {
            "found": stated,
            "read": write_quantity(exact(reading.candidates[0].value)),
            "value": write_quantity(exact(value)),
        }
        self.problems.append(Problem(kinds.STATED_DIFFERS, self.entry.at(*here, "stated"), details))
        return exact(value)

    def _read(self, text: str, place: Location, kind: Kind = kinds.STATED_UNREADABLE) -> Reading | None:
        try:
            return read_quantities(text)
        except UnreadableNumber:
            self._unreadable(text, place, kind)
            return None

    def _unreadable(self, text: str, place: Location, kind: Kind = kinds.STATED_UNREADABLE) -> None:
        details = {"found": text, "key": str(place[-1])}
        self.problems.append(Problem(kind, self.entry.at(*place), details))


def _says_nothing(reading: Reading, value: Decimal) -> bool:
    """Whether this is a bound that no figure can keep: "dưới 0"."""
    return reading.modifier is Precision.BELOW and value == 0


def _stated_quantity(value: Decimal, step: Decimal, reading: Reading) -> Quantity:
    if reading.modifier is Precision.ABOUT:
        # "khoảng 5.000" is about thousands: its trailing zeros are not counted digits.
        round_to = rounding_step(value) if value and value == value.to_integral_value() else step
        return Quantity(value, max(step, round_to), Precision.ABOUT)
    if reading.modifier is not None:
        return Quantity(value, step, reading.modifier)
    # "4.875 suất" written out in full is exact; a scale word or decimals say that it was rounded.
    return exact(value) if step == 1 else Quantity(value, step, Precision.ROUNDED)
