"""Plain values to YAML as a person would write it; small and fast, for it writes ten thousand articles."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import TypeAlias

Scalar: TypeAlias = str | int | bool | date
Value: TypeAlias = "Scalar | Mapping[str, Value] | Sequence[Value] | None"

# What needs no quotes. Stricter than YAML: begins with a letter, or with a digit if a space or percent sign
# follows somewhere (so that no tool takes it for a number), and has no punctuation that YAML reads.
_PLAIN = re.compile(r"(?:[^\W\d_]|\d(?=[^\n]*[ %]))[\w .,/()%–-]*")
_WORDS_WITH_MEANING = frozenset({"null", "true", "false", "yes", "no", "on", "off", "y", "n"})
_LONGEST_FLOW = 90
_MOST_IN_FLOW = 3
_CONTAINERS = (Mapping, list, tuple)


def to_yaml(value: Mapping[str, Value] | Sequence[Value]) -> str:
    """Return ``value`` as a YAML document. Entries that are None or empty lists and mappings are left out."""
    return "\n".join(_block(value)) + "\n"


def _block(value: Value) -> list[str]:
    if isinstance(value, Mapping):
        entries = [(key, item) for key, item in value.items() if not _is_nothing(item)]
        return [line for key, item in entries for line in _entry(f"{key}:", item)]
    if not isinstance(value, list | tuple):
        raise TypeError(f"not a mapping or list: {value!r}")
    lines: list[str] = []
    for item in value:
        if _is_small(item):
            lines.append(f"- {_flow(item)}")
        else:
            first, *rest = _block(item)
            lines += [f"- {first}", *(f"  {line}" for line in rest)]
    return lines


def _entry(key: str, item: Value) -> list[str]:
    if not isinstance(item, _CONTAINERS):
        return [f"{key} {_scalar(item, in_flow=False)}"]
    if _is_small(item) and len(flow := f"{key} {_flow(item)}") <= _LONGEST_FLOW:
        return [flow]
    return [key, *(f"  {line}" for line in _block(item))]


def _is_nothing(item: Value) -> bool:
    return item is None or (isinstance(item, _CONTAINERS) and not item)


def _is_small(item: Value) -> bool:
    """Whether ``item`` holds only scalars, so that it may stand on one line."""
    if isinstance(item, Mapping):
        return len(item) <= _MOST_IN_FLOW and all(
            not isinstance(below, _CONTAINERS) for below in item.values()
        )
    if isinstance(item, list | tuple):
        return all(not isinstance(below, _CONTAINERS) for below in item)
    return True


def _flow(item: Value) -> str:
    if isinstance(item, Mapping):
        entries = [f"{key}: {_flow(below)}" for key, below in item.items() if not _is_nothing(below)]
        return "{" + ", ".join(entries) + "}"
    if isinstance(item, list | tuple):
        return "[" + ", ".join(_flow(below) for below in item) + "]"
    return _scalar(item, in_flow=True)


def _scalar(item: object, *, in_flow: bool) -> str:
    if isinstance(item, bool):
        return "true" if item else "false"
    if isinstance(item, datetime):
        return f"{item:%Y-%m-%d %H:%M}"
    if isinstance(item, date):
        return item.isoformat()
    if isinstance(item, int):
        return str(item)
    text = str(item)
    plain = _PLAIN.fullmatch(text) and text.casefold() not in _WORDS_WITH_MEANING and text == text.strip()
    if plain and not (in_flow and "," in text):
        return text
    # A JSON text is a YAML text in double quotes.
    return json.dumps(text, ensure_ascii=False)
