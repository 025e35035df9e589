"""What the parts of a figure are called, by what they divide it, and their keys in addresses."""

from __future__ import annotations

from collections.abc import Mapping

from minhbach.records.figure import PartRecord, PartsRecord
from minhbach.words import slugify


def parts_by(record: PartsRecord) -> str:
    """Return by what the parts divide the whole; where it is not said, what all of them have in common."""
    if record.by is not None:
        return record.by
    if all(item.unit is not None for item in record.items):
        return "unit"
    if all(item.unit is item.label is None for item in record.items):
        return "period"
    return "kind"


def name_part(item: PartRecord, record: PartsRecord, unit_names: Mapping[str, str]) -> tuple[str, str]:
    """Return the key and the name of a part; its time is told besides.

    The key is the unit or what the name is spelt like, and more of it only where that alone is used twice.
    """
    if item.unit is None:
        label = item.label or ""
        words, alike = slugify(label), [other for other in record.items if other.label == item.label]
        alike = [other for other in alike if other.unit is None]
    else:
        unit_name = unit_names.get(item.unit, item.unit)
        words, alike = item.unit, [other for other in record.items if other.unit == item.unit]
        is_divided = len(alike) > 1 and item.label is not None
        label = f"{unit_name}, {item.label}" if is_divided else item.label or unit_name
        if is_divided:
            words = f"{words}-{slugify(item.label or '')}"
            alike = [other for other in alike if other.label == item.label]
    if item.period is not None and (not words or len(alike) > 1):
        words = f"{words}-{item.period.key}".lstrip("-")
    return words, label
