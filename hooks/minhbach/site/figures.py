"""From figure records to linked figures: what was stated is read, and must agree with what was entered."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from minhbach.numbers.quantity import Precision, Quantity, exact
from minhbach.numbers.reading import Reading, UnreadableNumber, read_quantities
from minhbach.numbers.writing import write_number
from minhbach.problems import Problem, kinds
from minhbach.records.contents import Entry
from minhbach.records.figure import FigureRecord, IndicatorRecord, PartsRecord, TargetRecord
from minhbach.records.read import nearest
from minhbach.site.model import Figure, Owner, Part, SeriesPoint, Source, Target
from minhbach.words import slugify

Location = tuple[str | int, ...]


class FigureLinker:
    """Builds the figures of one file (a campaign or a results file), collecting problems."""

    def __init__(self, entry: Entry[Any], owner: Owner, unit_names: dict[str, str], problems: list[Problem]) -> None:
        self.entry = entry
        self.owner = owner
        self.unit_names = unit_names
        self.problems = problems

    def link(self, key: str, record: FigureRecord, indicator: IndicatorRecord, source: Source | None) -> Figure:
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
        if isinstance(record.value, Decimal):
            quantity = self._quantity(record.value, record.stated, here)
        return Target(kind, record.by, quantity)

    def _parts(self, record: PartsRecord, here: Location) -> tuple[Part, ...]:
        parts: list[Part] = []
        for index, item in enumerate(record.items):
            place = (*here, "items", index)
            label = item.label or ""
            if item.unit is not None:
                if item.unit not in self.unit_names:
                    self._report_unit(item.unit, place)
                label = item.label or self.unit_names.get(item.unit, item.unit)
            elif item.label is None:
                self.problems.append(Problem(kinds.KEY_MISSING, self.entry.at(*place), {"key": "unit"}))
            quantity = None
            if isinstance(item.value, Decimal):
                quantity = self._quantity(item.value, item.stated, place)
            key = item.unit or slugify(label)
            if any(part.key == key for part in parts):
                details = {"id": key, "other": str(self.entry.at(*here, "items"))}
                self.problems.append(Problem(kinds.ID_DUPLICATE, self.entry.at(*place), details))
            parts.append(Part(key, label, quantity))
        return tuple(parts)

    def _report_unit(self, unit: str, place: Location) -> None:
        details = {"found": unit, "nearest": nearest(unit, list(self.unit_names))}
        self.problems.append(Problem(kinds.UNIT_UNKNOWN, self.entry.at(*place, "unit"), details))

    def _achievement(self, record: FigureRecord, here: Location) -> Quantity | None:
        if record.achievement is None:
            return None
        reading = self._read(record.achievement, (*here, "achievement"))
        if reading is None:
            return None
        if not reading.is_percent:
            self._unreadable(record.achievement, (*here, "achievement"))
            return None
        candidate = reading.candidates[0]
        return Quantity(candidate.value, candidate.step, reading.modifier or Precision.ROUNDED)

    def _quantity(self, value: Any, stated: str | None, here: Location) -> Quantity:
        """Return ``value`` with the precision that ``stated`` gives it; exact where nothing is stated."""
        if stated is None:
            return exact(value)
        reading = self._read(stated, (*here, "stated"))
        if reading is None:
            return exact(value)
        for candidate in reading.candidates:
            if candidate.value == value:
                try:
                    return _stated_quantity(value, candidate.step, reading)
                except ValueError:  # such as "dưới 0", which no count can be
                    self._unreadable(stated, (*here, "stated"))
                    return exact(value)
        details = {
            "found": stated,
            "read": write_number(reading.candidates[0].value, Decimal(1)),
            "value": write_number(value, Decimal(1)),
        }
        self.problems.append(Problem(kinds.STATED_DIFFERS, self.entry.at(*here, "stated"), details))
        return exact(value)

    def _read(self, text: str, place: Location) -> Reading | None:
        try:
            return read_quantities(text)
        except UnreadableNumber:
            self._unreadable(text, place)
            return None

    def _unreadable(self, text: str, place: Location) -> None:
        details = {"found": text, "key": str(place[-1])}
        self.problems.append(Problem(kinds.STATED_UNREADABLE, self.entry.at(*place), details))


def _stated_quantity(value: Decimal, step: Decimal, reading: Reading) -> Quantity:
    if reading.modifier is Precision.ABOUT:
        # "khoảng 5.000" is about thousands: its trailing zeros are not counted digits.
        return Quantity(value, max(step, _trailing_zeros_step(value)), Precision.ABOUT)
    if reading.modifier is not None:
        return Quantity(value, step, reading.modifier)
    # "4.875 suất" written out in full is exact; a scale word or decimals say that it was rounded.
    return exact(value) if step == 1 else Quantity(value, step, Precision.ROUNDED)


def _trailing_zeros_step(value: Decimal) -> Decimal:
    digits = str(int(value))
    return Decimal(10) ** (len(digits) - len(digits.rstrip("0"))) if int(value) else Decimal(1)
