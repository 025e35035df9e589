"""What keeps a file or a row from being imported, as keys of the catalogue."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


class UnusableFileError(Exception):
    """Nothing of a file can be imported. ``message`` is a catalogue key, ``details`` fill its fields."""

    def __init__(self, message: str, **details: str) -> None:
        """Keep the key and what fills it."""
        super().__init__(message)
        self.message = message
        self.details: Mapping[str, str] = details


class CellError(Exception):
    """A cell does not say what its column should. ``reason`` is a catalogue key."""

    def __init__(self, reason: str, **details: str) -> None:
        """Keep the key and what fills it."""
        super().__init__(reason)
        self.reason = reason
        self.details: Mapping[str, str] = details


@dataclass(frozen=True)
class Fault:
    """Why a row is not imported. ``row`` counts from 1 as the spreadsheet does."""

    row: int
    column: str
    """The column's letters and heading, as ``name_column`` writes them; "" where the whole row is meant."""
    reason: str
    """A catalogue key, which ``details`` complete."""
    details: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Notice:
    """Something that staff should know about a file; it keeps nothing from being imported."""

    message: str
    """A catalogue key, which ``details`` complete."""
    details: Mapping[str, str] = field(default_factory=dict)
