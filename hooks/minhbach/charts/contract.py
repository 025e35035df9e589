"""What a chart says, independent of how it is drawn.

Every word shown arrives here already formatted: this package never formats a number, a date or a unit.
Numbers (``value``, ``target``) only decide lengths and positions; they are finite and never negative.
``None`` means "not published", which is drawn as words and never as a zero-length bar.
"""

from __future__ import annotations

import datetime
import math
import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal, TypeAlias

MarkKind: TypeAlias = Literal["assigned", "own"]
BarEnd: TypeAlias = Literal[
    "exact", "rounded", "more-than", "at-least", "nearly", "less-than", "at-most", "about", "between"
]
OPEN_ENDS: frozenset[BarEnd] = frozenset({"more-than", "at-least"})
"""The figure goes on beyond what is stated."""
HOLLOW_ENDS: frozenset[BarEnd] = frozenset({"nearly", "less-than", "at-most", "between"})
"""The figure ends somewhere before what is stated."""
StrandLook: TypeAlias = Literal["solid", "soft", "hollow"]

NOTHING = "–"
"""A cell of a table in which there is nothing to tell."""
DAY_MINUTES = 24 * 60
_KEY = re.compile(r"[a-z0-9](?:[a-z0-9-]*[a-z0-9])?", re.ASCII)


def _check_amount(name: str, value: float | None) -> None:
    """Refuse what has no honest length on a linear scale from zero."""
    if value is not None and not (math.isfinite(value) and value >= 0):
        raise ValueError(f"{name} must be a finite number, zero or more, not {value!r}")


@dataclass(frozen=True, slots=True)
class ChartText:
    """The words around a chart.

    ``key`` is a lower-case ASCII slug, unique per chart on a page: prefix of every id and name of the
    download. ``title`` and ``description`` are read out by screen readers; ``source`` and ``as_of`` travel
    with the downloads; ``unit`` is shown small above the drawing and may be empty.
    """

    key: str
    title: str
    description: str
    source: str
    as_of: str
    unit: str

    def __post_init__(self) -> None:
        if not _KEY.fullmatch(self.key):
            raise ValueError(f"chart key must be a lower-case ASCII slug, not {self.key!r}")


@dataclass(frozen=True, slots=True)
class Table:
    """The data table that opens beneath the chart; also the CSV download. Rows are as long as headers.

    ``ends_in_remarks``: the last column holds sentences on the row, which in a text stand beneath its words.
    ``spare``: a column that a text leaves out, as its caption and the other columns say the same.
    """

    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    ends_in_remarks: bool = False
    spare: int | None = None

    def __post_init__(self) -> None:
        for number, row in enumerate(self.rows, start=1):
            if len(row) != len(self.headers):
                raise ValueError(f"table row {number} has {len(row)} cells for {len(self.headers)} headers")

    def for_text(self) -> Table:
        """Return the table for running text: without the spare column, and those in which nothing is told."""
        filled = (any(row[number] != NOTHING for row in self.rows) for number in range(len(self.headers)))
        kept = [
            number
            for number, is_filled in enumerate(filled)
            if number == 0 or (is_filled and number != self.spare)
        ]
        rows = tuple(tuple(row[number] for number in kept) for row in self.rows)
        has_remarks = self.ends_in_remarks and len(self.headers) - 1 in kept
        return Table(tuple(self.headers[number] for number in kept), rows, has_remarks)


@dataclass(frozen=True, slots=True)
class Mark:
    """A target: ``assigned`` by a higher level, or the chapter's ``own``. ``label`` includes the number."""

    kind: MarkKind
    value: float
    label: str

    def __post_init__(self) -> None:
        _check_amount("mark value", self.value)


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar. ``value`` None is a missing figure: ``value_label`` is then the words that say so.

    ``is_apart``: the figure is known, but no length may compare it with the others; its words stand alone.
    ``end`` says how firm the figure is: ``OPEN_ENDS`` (at least this much) have an arrow, ``HOLLOW_ENDS`` (at
    most, nearly; a range, drawn to its upper end) a hollow end, ``about`` and ``rounded`` a soft
    fading end, ``exact`` a square one.
    """

    label: str
    value: float | None
    value_label: str
    note: str = ""
    marks: tuple[Mark, ...] = ()
    end: BarEnd = "exact"
    is_apart: bool = False

    def __post_init__(self) -> None:
        _check_amount("bar value", self.value)
        if self.is_apart and (self.value is not None or self.marks):
            raise ValueError("a bar that stands apart has no place on the scale of the others")


@dataclass(frozen=True, slots=True)
class Point:
    """One reading of a running total: at the ``minute`` of its ``day`` (since midnight), else at its end."""

    day: datetime.date
    value: float
    value_label: str
    minute: int | None = None

    def __post_init__(self) -> None:
        _check_amount("point value", self.value)
        if self.minute is not None and not 0 <= self.minute <= DAY_MINUTES:
            raise ValueError(f"a minute of a day is from 0 to {DAY_MINUTES}, not {self.minute}")

    @property
    def time(self) -> float:
        """Where it lies in time, in days."""
        minute = DAY_MINUTES if self.minute is None else self.minute
        return self.day.toordinal() + minute / DAY_MINUTES


@dataclass(frozen=True, slots=True)
class TargetChart:
    """A result against its targets.

    ``achievement_label`` is for instance "227% of target". ``target_unstated_label`` says that the source
    does not state the target; there is then usually no mark to draw, and none is invented.
    """

    text: ChartText
    bar: Bar
    achievement_label: str | None
    target_unstated_label: str | None
    table: Table


@dataclass(frozen=True, slots=True)
class ProgrammeChart:
    """One bar a year of a programme, each with that year's targets; order as given."""

    text: ChartText
    bars: tuple[Bar, ...]
    table: Table

    def __post_init__(self) -> None:
        if not self.bars:
            raise ValueError("a programme chart needs at least one bar")


@dataclass(frozen=True, slots=True)
class SeriesChart:
    """A running total over time. Points are in order of time, each time once; the time axis is to scale.

    ``day_labels`` are the words under the two ends of the axis, first and last; when the caller gives none
    the days are written in digits as dd/mm/yyyy.
    """

    text: ChartText
    points: tuple[Point, ...]
    marks: tuple[Mark, ...]
    table: Table
    day_labels: tuple[str, str] | None = None

    def __post_init__(self) -> None:
        if not self.points:
            raise ValueError("a series chart needs at least one point")
        times = [point.time for point in self.points]
        if any(later <= earlier for earlier, later in pairwise(times)):
            raise ValueError("series points must be in order of time, each time once")


@dataclass(frozen=True, slots=True)
class BreakdownChart:
    """Parts of a whole by unit or kind: horizontal bars in the order given, up to about forty.

    ``note`` stands below them: that they are not all, or do not add up to what is stated.
    """

    text: ChartText
    bars: tuple[Bar, ...]
    table: Table
    note: str = ""

    def __post_init__(self) -> None:
        if not self.bars:
            raise ValueError("a breakdown chart needs at least one bar")


@dataclass(frozen=True, slots=True)
class Strand:
    """What one bar of every group stands for. ``look`` tells it from the others without colour."""

    label: str
    look: StrandLook


@dataclass(frozen=True, slots=True)
class Amount:
    """One bar of a group. ``value`` None is missing: ``label`` is then the words that say so."""

    value: float | None
    label: str

    def __post_init__(self) -> None:
        _check_amount("amount", self.value)


@dataclass(frozen=True, slots=True)
class Group:
    """Bars that are compared with each other, such as in and out of one month; one for each strand."""

    label: str
    amounts: tuple[Amount, ...]


@dataclass(frozen=True, slots=True)
class GroupedChart:
    """The same two or three things in every group, all on one scale, order as given. Nothing is added up."""

    text: ChartText
    strands: tuple[Strand, ...]
    groups: tuple[Group, ...]
    table: Table

    def __post_init__(self) -> None:
        if not self.strands or not self.groups:
            raise ValueError("a grouped chart needs at least one strand and one group")
        if len({strand.look for strand in self.strands}) < len(self.strands):
            raise ValueError("strands of one look cannot be told apart")
        if any(len(group.amounts) != len(self.strands) for group in self.groups):
            raise ValueError("every group has one amount for each strand")


@dataclass(frozen=True, slots=True)
class ProgressBar:
    """One slim bar for lists. Beyond the target, the target becomes a tick inside the bar.

    It has no data table: the list it stands in is the table. ``write_csv`` refuses it.
    """

    text: ChartText
    value: float | None
    target: float | None
    label: str

    def __post_init__(self) -> None:
        _check_amount("progress value", self.value)
        _check_amount("progress target", self.target)


TableChart: TypeAlias = TargetChart | ProgrammeChart | SeriesChart | BreakdownChart | GroupedChart
Chart: TypeAlias = TableChart | ProgressBar
