"""What a chart shows, before any word of it is written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from minhbach.site.figure import Figure

FigureKind = Literal["target", "series", "parts", "programme", "years"]
MoneyKind = Literal["gifts", "campaign-months", "purposes", "promises", "fund-months"]


@dataclass(frozen=True)
class ChartPlan:
    """A chart that can be drawn: its kind and what it shows."""

    address: str
    kind: FigureKind | MoneyKind
    figures: tuple[Figure, ...] = ()
    """Oldest first. Of charts from ledgers: the figure whose targets stand in it, if there is one."""
    subject: str = ""
    """The campaign or fund of a chart that is drawn from ledgers; "" for others."""
