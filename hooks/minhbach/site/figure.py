"""A figure: one value of an indicator with its targets, readings, parts and relations."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from minhbach.numbers.quantity import Precision, Quantity, exact
from minhbach.problems import Position
from minhbach.records.figure import IndicatorRecord
from minhbach.records.knowing import Missing
from minhbach.records.period import DayHour, Period
from minhbach.site.owner import Body, Owner
from minhbach.site.relation import Comparison, OtherStatement, Share
from minhbach.site.source import Source, Sourced

_UNCERTAIN_TARGETS = frozenset({Precision.ABOUT, Precision.NEARLY, Precision.BETWEEN})


@dataclass(frozen=True)
class Target(Sourced):
    """A target. ``quantity`` None: there is one, but not how much; ``missing`` says why."""

    kind: Literal["assigned", "own"]
    by: str | None
    quantity: Quantity | None
    """As its source words it: "tối thiểu 40 tỷ"."""
    missing: Missing | None = None
    key: str = ""
    """The last part of its address; its kind, where there is one of each kind."""
    achievement: Quantity | None = None
    """In percent of this target, as the source states it."""
    decided: date | None = None
    period: Period | None = None
    """The time it is set for; None: the figure's own."""
    sources: tuple[Source, ...] = ()
    """Where the figure's own do not say it."""

    @property
    def goal(self) -> Quantity | None:
        """The number that is demanded. A target is no uncertain number: "at least 40 tỷ" asks for 40 tỷ.

        Only a target that its source calls approximate, or a range, stays uncertain.
        """
        if self.quantity is None or self.quantity.precision in _UNCERTAIN_TARGETS:
            return self.quantity
        return exact(self.quantity.value)


@dataclass(frozen=True)
class SeriesPoint:
    """The value known on a day or at an hour. ``quantity`` None: there is none; ``missing`` says why."""

    as_of: DayHour
    quantity: Quantity | None
    note: str | None = None
    missing: Missing | None = None


@dataclass(frozen=True)
class Part:
    """A part of a whole, by unit or kind. ``quantity`` None: there is none; ``missing`` says why."""

    key: str
    label: str
    """"" where only the time tells it from the others."""
    quantity: Quantity | None
    period: Period | None = None
    missing: Missing | None = None


@dataclass(frozen=True)
class Figure(Sourced):
    """One published (or expected) value of an indicator, at one address.

    ``address`` is ``owner.key``, for example ``2024.hien-mau``. ``quantity`` None: there is no
    value, and ``missing`` says why.
    """

    address: str
    owner: Owner
    indicator_id: str
    indicator: IndicatorRecord
    quantity: Quantity | None
    stated: str | None
    targets: tuple[Target, ...]
    achievement: Quantity | None
    """As the source states it, in percent; None where it states none."""
    as_of: DayHour | None
    sources: tuple[Source, ...]
    per: str | None
    """The address of the figure this one is divided by."""
    series: tuple[SeriesPoint, ...]
    parts: tuple[Part, ...]
    parts_complete: bool
    note: str | None
    at: Position
    """Where it is recorded."""
    label: str | None = None
    """Tells it from other figures of the same indicator and owner."""
    period: Period | None = None
    """The time it covers; None: the whole of its owner's."""
    parts_by: str = "kind"
    """What it is divided by: a word of ``records.figure.PartsBy``."""
    parts_heading: str | None = None
    """The heading of its parts in words of their own."""
    body: Body | None = None
    """Whose figure it is; None: the chapter's own. Nothing adds another body's to ours."""
    comparable: str | None = None
    """Why it cannot be compared with other years of its indicator; None: it can."""

    comparisons: tuple[Comparison, ...] = ()
    shares: tuple[Share, ...] = ()
    also_stated: tuple[OtherStatement, ...] = ()
    contradiction: str | None = None
    """What the chapter says of a contradiction of its source; None where it declares none."""

    @property
    def identity(self) -> tuple[object, ...]:
        """What its name is made of: two figures may not have the same."""
        span = self.period.span if self.period is not None else None
        owner = self.owner.kind, self.owner.id, self.body
        return *owner, self.indicator_id, (self.label or "").casefold(), span

    @property
    def is_ours(self) -> bool:
        """Whether it is the chapter's own."""
        return self.body is None

    missing: Missing | None = None

    @property
    def known_series(self) -> tuple[tuple[SeriesPoint, Quantity], ...]:
        """The readings of its series that have a value, each with that value."""
        return tuple((point, point.quantity) for point in self.series if point.quantity is not None)

    @property
    def key(self) -> str:
        """The last part of the address."""
        return self.address.rpartition(".")[2]

    def target(self, kind: str) -> Target | None:
        """Return the target of this kind that holds: of several the one decided last, else written last."""
        of_kind = [target for target in reversed(self.targets) if target.kind == kind]
        return max(of_kind, key=lambda target: target.decided or date.min, default=None)

    @property
    def units(self) -> tuple[str, ...]:
        """The words with which prose may name the unit, the full one first."""
        return (self.indicator.unit, *self.indicator.unit_forms)
