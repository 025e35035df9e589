"""A problem: something wrong in content, with the place, the cause and the remedy."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Severity(StrEnum):
    """How much a problem matters: an error stops publishing, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, order=True)
class Position:
    """A place in a content file.

    ``path`` is relative to the repository with forward slashes; ``line`` and ``column`` count from 1,
    columns in characters (not bytes).
    """

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True)
class Kind:
    """One kind of problem: a stable code and the message it gives.

    ``message`` and ``remedy`` are message-catalogue keys holding ``{name}`` fields that the problem's
    ``details`` fill in.
    """

    code: str
    severity: Severity
    message: str
    remedy: str


@dataclass(frozen=True)
class Problem:
    """A kind of problem at a place. ``details`` fill the kind's ``{name}`` fields."""

    kind: Kind
    at: Position
    details: Mapping[str, str] = field(default_factory=dict)
    in_draft: bool = False
    """Whether it lies in a draft, which is not published anyway: then it only warns."""
    more: int = 0
    """How many places besides have the same fault and are not told one by one (rows of a large ledger)."""

    @property
    def severity(self) -> Severity:
        """How much the problem matters."""
        return Severity.WARNING if self.in_draft else self.kind.severity

    @property
    def is_error(self) -> bool:
        """Whether the problem stops publishing."""
        return self.severity is Severity.ERROR
