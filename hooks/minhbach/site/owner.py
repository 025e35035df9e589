"""What a figure belongs to, and whose that is: the chapter's own, or another body's."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from minhbach.records.period import Period


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


def with_body(name: str, body: Body | None) -> str:
    """Return ``name``, and behind it whose it is where it is not ours: "Đơn vị máu (Hội CTĐ thành phố)"."""
    return name if body is None else f"{name} ({body.short_name})"


@dataclass(frozen=True)
class Owner:
    """What a figure belongs to: a campaign, or the results of a year or an event."""

    kind: Literal["campaign", "results"]
    id: str
    name: str
    year: int
    period: Period | None = None
    """Its days as far as they are known; of results only where they are not simply those of the year."""
    programme_id: str | None = None
    """What ties it to those of other years."""
    body: Body | None = None
    """Whose campaign or results these are; None: the chapter's own."""

    @property
    def title(self) -> str:
        """Its name where it stands by itself, with whose it is where it is not ours."""
        return with_body(self.name, self.body)
