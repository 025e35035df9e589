"""The statements of tests/statements/: what real reports say, and what may and must not be said of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).parent / "statements"
FILES = ("counts", "money", "rates", "ranges", "changes", "shares", "targets")
ON_ANOTHER = {"change": "compare", "multiple": "compare", "share": "share", "target": "targets"}
"""The kinds of statement that are no figure of their own, with the key of the record that holds them."""


@dataclass(frozen=True)
class Reads:
    """What a statement means; None: not decided by the table."""

    precision: str
    value: Decimal
    high: Decimal | None
    step: Decimal | None
    estimated: bool
    so_far: bool
    direction: str


@dataclass(frozen=True)
class Statement:
    """One statement of the table."""

    key: str
    stated: str
    indicator: str
    kind: str
    is_ours: bool
    reads: Reads
    shows: tuple[str, ...]
    unit: str
    may_say: tuple[str, ...]
    must_refuse: tuple[str, ...]
    record: Mapping[str, Any]
    """The rest of it: ``value``, ``target``, ``base``, ``whole``."""

    @property
    def place(self) -> str:
        """The key of a figure's record that holds it; "" where the figure itself is what is stated."""
        return ON_ANOTHER.get(self.kind, "")

    @property
    def words(self) -> str:
        """Its words as they stand beside each other, without the unit between them."""
        return " … ".join(self.shows)


@dataclass(frozen=True)
class Refused:
    """What is refused as ``stated``, and why."""

    key: str
    stated: str
    indicator: str
    because: str
    value: str


def _load(name: str) -> dict[str, dict[str, Any]]:
    return dict(yaml.safe_load((FOLDER / f"{name}.yml").read_text(encoding="utf-8")))


@cache
def indicators() -> Mapping[str, Mapping[str, Any]]:
    """Return what is counted, by identifier."""
    return _load("indicators")


def units_of(indicator: str) -> tuple[str, ...]:
    """Return the words for the unit of an indicator."""
    record = indicators()[indicator]
    return (record["unit"], *record.get("unit_forms", ()))


@cache
def statements() -> tuple[Statement, ...]:
    """Return every statement, in the order of the files."""
    return tuple(_statement(key, record) for name in FILES for key, record in _load(name).items())


def _statement(key: str, record: Mapping[str, Any]) -> Statement:
    known = {"stated", "indicator", "kind", "body", "reads", "shows", "unit", "may_say", "must_refuse"}
    reads = record["reads"]
    return Statement(
        key=key,
        stated=record["stated"],
        indicator=record["indicator"],
        kind=record["kind"],
        is_ours=record.get("body", "ours") == "ours",
        reads=Reads(
            precision=reads["as"],
            value=Decimal(str(reads["value"])),
            high=Decimal(str(reads["high"])) if "high" in reads else None,
            step=Decimal(str(reads["step"])) if "step" in reads else None,
            estimated=reads.get("estimated", False),
            so_far=reads.get("so_far", False),
            direction=reads.get("direction", ""),
        ),
        shows=tuple(record["shows"]),
        unit=record["unit"],
        may_say=tuple(record["may_say"]),
        must_refuse=tuple(record["must_refuse"]),
        record={name: value for name, value in record.items() if name not in known},
    )


@cache
def refused() -> tuple[Refused, ...]:
    """Return every text that is refused as ``stated``."""
    return tuple(
        Refused(key, one["stated"], one["indicator"], one["because"], str(one.get("value", "")))
        for key, one in _load("refused").items()
    )


def cut_link(prose: str) -> tuple[str, str, str]:
    """Return the words before, in and behind the link of a text of the table; without "[" it is all link."""
    if "[" not in prose:
        return "", prose, ""
    before, _, rest = prose.partition("[")
    link, _, after = rest.partition("]")
    return before, link, after


def said_of(statement: Statement) -> Iterator[tuple[str, bool]]:
    """Yield everything that the table has of a statement, each with whether it may be said."""
    yield from ((text, True) for text in statement.may_say)
    yield from ((text, False) for text in statement.must_refuse)
