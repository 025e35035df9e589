"""Indicators and figures: what is counted, and the values published for it."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from minhbach.numbers.bare import counts_whole_things
from minhbach.records.base import AsOf, Day, Identifier, Line, PeriodText, Record, Truth, WrittenNumber
from minhbach.records.knowing import Missing

IndicatorKind = Literal["stock", "flow", "cumulative"]
PartsBy = Literal["unit", "ward", "period", "size", "kind", "age", "sex", "donor", "recipient", "place"]


LedgerMeasure = Literal[
    "received-money",
    "received-money-and-goods",
    "received-goods",
    "spent-money",
    "handed-over",
    "handed-over-value",
    "households",
    "none",
]
"""What of a campaign's ledgers counts the same as an indicator: its sum is then compared with the figure.

received-money, received-money-and-goods: money given, without and with the stated value of goods.
spent-money: expenses. received-goods, handed-over: goods given and handed over, in the indicator's unit.
handed-over-value: money handed over and the stated value of goods. households: those that were handed
something. none: nothing that ledgers hold.
"""


class IndicatorRecord(Record):
    """What is counted (data/indicators.yml)."""

    name: Line
    unit: Line
    """As read after the number: "suất quà", "lượt người", "đồng"."""
    unit_forms: tuple[Line, ...] = ()
    """Other words with which prose may name the unit: "suất" for "suất quà"."""
    definition: Line
    """What counts and what does not, in a sentence or two."""
    measures: LedgerMeasure | None = None
    """Which sum of a campaign's ledgers counts the same; then both are compared and told."""
    counts: Literal["things", "measure"] | None = None
    """Whether it comes whole (households, packages) or is measured (kilograms); by its unit if left out."""
    kind: IndicatorKind | None = None
    """How it changes with time: what there is at one time (stock), what happened within a period (flow), all
    since the beginning (cumulative). Readings of the latter two only grow; one that falls is asked about."""

    @property
    def is_whole(self) -> bool:
        """Whether it counts whole things, so that "3.858" can only mean 3 858."""
        return counts_whole_things(self.unit) if self.counts is None else self.counts == "things"


class SourceRecord(Record):
    """Where a value comes from: an article of this site or a document of data/documents.yml."""

    article: Line | None = None
    document: Identifier | None = None
    place: Line | None = None
    """Where in it: "trang 3, bảng 2", "mục II.1", "đoạn thứ hai"."""


class _OneOrMore:
    """In the JSON Schema of a list: that its only entry may stand without the list."""

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        written = handler(schema)
        return {"anyOf": [written["items"], written]}


def _as_list(value: Any) -> Any:
    return [value] if isinstance(value, dict | SourceRecord) else value


Sources = Annotated[tuple[SourceRecord, ...], BeforeValidator(_as_list), Field(min_length=1), _OneOrMore()]
"""One source, or a list of them, the one that is quoted first."""


class TargetRecord(Record):
    """A target: assigned by a higher level, or the chapter's own. It is a demand, not an uncertain number."""

    kind: Literal["assigned", "own"] | None = None
    """Left out where the key says it."""
    by: Line | None = None
    """Who assigned it; left out for the chapter's own."""
    value: WrittenNumber | Missing | None = None
    stated: Line | None = None
    """How its source writes it: "tối thiểu 40 tỷ đồng"."""
    achievement: Line | None = None
    """The percentage of this target as the source states it."""
    period: PeriodText | None = None
    """The time it is set for, where that is not the figure's own: a quarter is told against a year's plan."""
    decided: Day | None = None
    """When it was set; of several of one kind the last one counts."""
    source: Sources | None = None
    """Where the figure's own source does not say it."""


class SeriesPointRecord(Record):
    """The value known on one day, or at one hour of it."""

    as_of: AsOf
    value: WrittenNumber | Missing | None = None
    stated: Line | None = None
    note: Line | None = None
    """What readers must know of this reading: why a running total fell."""


class PartRecord(Record):
    """One part of a whole: of a unit of the organisation, of a kind named in ``label``, or of a period."""

    unit: Identifier | None = None
    label: Line | None = None
    period: PeriodText | None = None
    """The time of this part, where the parts are of different times."""
    value: WrittenNumber | Missing | None = None
    stated: Line | None = None


class CompareRecord(Record):
    """A figure against another one, as the source states it or as the two follow: "tăng 12%", "gấp đôi"."""

    with_: Line | None = Field(default=None, alias="with")
    """The address of the other figure: "2023.hien-mau"."""
    base: Line | None = None
    """What it is compared with, in words, where that is no figure of this site: "năm 2013"."""
    stated: Line | None = None
    """The source's words; left out, the change is calculated from the two figures."""


class ShareRecord(Record):
    """A figure as a part of a whole, in percent."""

    of: Line | None = None
    """The address of the figure that is the whole."""
    whole: Line | None = None
    """What the whole is, in words, where that is no figure of this site: "dân số"."""
    stated: Line | None = None
    """The source's words: "62,65%"; left out, the share is calculated from the two figures."""


class OtherStatementRecord(Record):
    """Another number that a source gives for the same thing."""

    stated: Line
    source: Sources | None = None
    """Where the figure's own does not say it."""
    note: Line | None = None


class PartsRecord(Record):
    """The parts of a figure."""

    complete: Truth
    """Whether the source says that these parts make up the whole; then they must add up to it."""
    by: PartsBy | None = None
    """What the whole is divided by; left out: unit where every part has one, period likewise, else kind."""
    heading: Line | None = None
    """The heading of the parts in words of one's own: "Nhóm máu"."""
    items: tuple[PartRecord, ...] = Field(min_length=1)


class FigureRecord(Record):
    """One published value of an indicator."""

    indicator: Identifier
    label: Line | None = None
    """Tells apart figures of one indicator in one file: "đợt hai", "qua Trung tâm Hiến máu"."""
    period: PeriodText | None = None
    """The time it covers; left out: the whole of the year, report or campaign it belongs to."""
    value: WrittenNumber | Missing | None = None
    """The exact number; left out where ``stated`` says all that is known."""
    stated: Line | None = None
    """How the source writes it, with its words of degree: "24,6 tỷ đồng", "không dưới 5.000 suất"."""
    targets: dict[Identifier, TargetRecord] = Field(default_factory=dict)
    """By key: "assigned" and "own", or another name whose record says which of the two it is."""
    achievement: Line | None = None
    """The percentage of the assigned target as the source states it: "227%"."""
    as_of: AsOf | None = None
    """The day, or the hour of a day, for which the source says that the value holds."""
    body: Identifier | None = None
    """Whose figure it is, in data/bodies.yml; left out: the file's own ``body``, else the chapter's."""
    comparable: Line | None = None
    """Why it cannot be compared with other years of its indicator (another name, other beneficiaries)."""
    source: Sources | None = None
    """Left out where the file's own ``source`` holds."""
    per: Identifier | None = None
    """The figure of the same file that this one can be divided by (money per package)."""
    series: tuple[SeriesPointRecord, ...] = ()
    parts: PartsRecord | None = None
    compare: dict[Identifier, CompareRecord] = Field(default_factory=dict)
    """Against other figures, by a key that ends the address: ``2024.hien-mau.compare.nam-truoc``."""
    share: dict[Identifier, ShareRecord] = Field(default_factory=dict)
    """Of a whole, by a key that ends the address: ``2024.hoi-vien.share.dan-so``."""
    also_stated: tuple[OtherStatementRecord, ...] = ()
    """Other numbers that its sources give for the same thing."""
    contradiction: Line | None = None
    """Says that its source contradicts itself, and all that is known of why. Both numbers are then shown."""
    note: Line | None = None
