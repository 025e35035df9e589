"""Another body, whose figures stand beside the chapter's own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Body:
    """Another body whose figures stand beside the chapter's own: its parent, a hospital, a centre."""

    id: str
    name: str
    short_name: str
    kind: Literal["parent", "centre", "hospital", "front", "other"]
    relation: str | None = None
    """What it is to the chapter, as the chapter says it; None: what its kind says."""
    also_called: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Every word by which a text may name it."""
        return tuple(dict.fromkeys((self.name, self.short_name, *self.also_called)))
