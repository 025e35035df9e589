"""Names that must be known: whatever refers to a record that is not there is reported, once."""

from __future__ import annotations

from collections.abc import Collection

from minhbach.problems import Kind, Position, Problem
from minhbach.records.read import nearest


class References:
    """Collects the problems met while records are linked."""

    def __init__(self, unusable: frozenset[str]) -> None:
        """``unusable`` are files that were refused; what they would have held is not questioned."""
        self.unusable = unusable
        self.problems: list[Problem] = []

    def report(self, kind: Kind, at: Position, details: dict[str, str] | None = None) -> None:
        """Note a problem."""
        self.problems.append(Problem(kind, at, details or {}))

    def known(self, kind: Kind, found: str, known: Collection[str], path: str, at: Position) -> bool:
        """Return whether ``found`` is known; if not, report it, unless its file ``path`` was refused."""
        if found in known:
            return True
        if path not in self.unusable:
            self.report(kind, at, {"found": found, "nearest": nearest(found, list(known))})
        return False
