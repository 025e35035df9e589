"""Figures beside the ledgers that count the same: what each says, and whether they agree.

A figure and a sum of the ledger are compared wherever both are known; neither is shown while the other is
passed over. Which sum counts the same as an indicator is written with the indicator (``measures``); of the
figure that ``ledger.headline`` names, the ledger's own record says it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Literal

from minhbach.derive.headline import headline_end
from minhbach.derive.money import sum_gifts
from minhbach.ledger.tables import Ledger
from minhbach.numbers.interval import Interval
from minhbach.numbers.words import fold
from minhbach.records.figure import IndicatorRecord, LedgerMeasure
from minhbach.records.period import MINUTES_A_DAY
from minhbach.site.figure import Figure
from minhbach.site.model import Campaign, Site

State = Literal["equal", "agrees", "differs", "explained", "beyond", "partial", "unknown"]
"""equal: the same number. agrees: the number is one that the figure allows. differs: it is not, and nobody
says why. explained: somebody does. partial: the ledger holds only some of it. beyond: some of it is more than
the whole. unknown: only the ledger has a number."""

RECEIVED: frozenset[LedgerMeasure] = frozenset(
    {"received-money", "received-money-and-goods", "received-goods"}
)
"""What a list of gifts that is declared incomplete tells only a part of."""


_IN_SPAN = "(?::DATE IS NULL OR day >= ?::DATE) AND (?::DATE IS NULL OR day <= ?::DATE)"


@dataclass(frozen=True)
class Span:
    """The first and the last day whose rows count; None: from the beginning, to the end."""

    since: date | None
    until: date | None

    @property
    def parameters(self) -> tuple[date | None, ...]:
        """What takes the place of the question marks of ``_IN_SPAN``."""
        return self.since, self.since, self.until, self.until


@dataclass(frozen=True)
class Comparison:
    """A figure of a campaign and what the ledgers add up to."""

    figure: Figure
    measure: LedgerMeasure
    counted: Decimal
    """The ledger's sum over the figure's time, its last day included, in the indicator's unit."""
    lists_all: bool
    """Whether the ledger is meant to hold all of it."""
    reason: str | None = None
    """Why both differ, as the campaign's file says."""
    with_undated: bool = False
    """Whether gifts without a day are counted though the figure is of a day."""
    counted_before: Decimal | None = None
    """The sum without the last day, of which a figure with an hour counts an unknown part."""

    @property
    def state(self) -> State:
        """How the two stand to each other."""
        quantity = self.figure.quantity
        if quantity is None:
            return "unknown"
        interval = quantity.interval()
        low, high = sorted(
            (self.counted if self.counted_before is None else self.counted_before, self.counted)
        )
        if not self.lists_all:
            is_beyond = interval.high is not None and low > interval.high
            return "beyond" if is_beyond else "partial"
        if interval.low == interval.high == self.counted:
            return "equal"
        if interval.intersects(Interval(low, high)):
            return "agrees"
        return "differs" if self.reason is None else "explained"


def find_measures(site: Site) -> dict[str, LedgerMeasure]:
    """Return, by indicator, what of the ledgers counts the same: as it says, or as a headline shows."""
    found: dict[str, LedgerMeasure] = {}
    for campaign in site.campaigns.values():
        figure = _headline(site, campaign)
        if figure is not None and campaign.ledger is not None:
            counts_goods = campaign.ledger.counts == "money-and-goods"
            found[figure.indicator_id] = "received-money-and-goods" if counts_goods else "received-money"
    stated = {key: item.measures for key, item in site.indicators.items() if item.measures is not None}
    return found | stated


def compare_campaigns(site: Site) -> dict[str, tuple[Comparison, ...]]:
    """Return, by campaign, its own figures beside the sums of its ledgers, where it has rows for them."""
    if site.ledger.is_empty:
        return {}
    measures = find_measures(site)
    compared = {key: tuple(_compare(site, campaign, measures)) for key, campaign in site.campaigns.items()}
    return {key: found for key, found in compared.items() if found}


def list_unmeasured(site: Site, campaign: Campaign) -> list[Figure]:
    """Return a campaign's own figures in đồng of which nothing says whether its ledgers count the same."""
    measures = find_measures(site)
    figures = (site.figures[address] for address in campaign.figures)
    return [
        figure
        for figure in figures
        if figure.owner.id == campaign.id
        and figure.quantity is not None
        and fold(figure.indicator.unit) == "đồng"
        and figure.indicator_id not in measures
    ]


def _headline(site: Site, campaign: Campaign) -> Figure | None:
    if campaign.ledger is None or campaign.ledger.headline is None:
        return None
    return site.figures.get(f"{campaign.id}.{campaign.ledger.headline}")


def _compare(site: Site, campaign: Campaign, measures: Mapping[str, LedgerMeasure]) -> Iterator[Comparison]:
    headline = _headline(site, campaign)
    for address in campaign.figures:
        figure = site.figures[address]
        if figure.owner.id != campaign.id:
            continue
        measure = measures.get(figure.indicator_id, "none")
        if figure is headline and campaign.ledger is not None:
            goods = campaign.ledger.counts == "money-and-goods"
            measure = "received-money-and-goods" if goods else "received-money"
        since = figure.period.start.day if figure.period and figure.period.start else None
        until = headline_end(figure)
        last = until.day if until is not None else None
        counted = _count(site.ledger, campaign.id, figure.indicator, measure, Span(since, last))
        if counted is not None:
            reason = campaign.ledger.differs.get(figure.key) if campaign.ledger is not None else None
            lists_all = campaign.lists_all or measure not in RECEIVED
            undated = until is not None and measure in RECEIVED and _has_undated(site, campaign)
            before = None
            if until is not None and until.minute not in (None, MINUTES_A_DAY):
                earlier = Span(since, until.day - timedelta(days=1))
                before = _count(site.ledger, campaign.id, figure.indicator, measure, earlier) or Decimal(0)
            yield Comparison(figure, measure, counted, lists_all, reason, undated, before)


def _has_undated(site: Site, campaign: Campaign) -> bool:
    question = "SELECT count(*) FROM public_gifts WHERE campaign = ? AND day IS NULL"
    return bool(_one(site.ledger, question, campaign.id))


def _count(
    ledger: Ledger, campaign: str, indicator: IndicatorRecord, measure: LedgerMeasure, span: Span
) -> Decimal | None:
    """Return what the ledger adds up to in a time; None where it has no row of the kind, or cannot say."""
    match measure:
        case "none":
            return None
        case "received-money" | "received-money-and-goods":
            with_goods = measure == "received-money-and-goods"
            question = "SELECT count(*) FROM public_gifts WHERE campaign = ? AND (? OR NOT is_goods)"
            if not _one(ledger, question, campaign, with_goods):
                return None
            sums = sum_gifts(ledger, campaign, since=span.since, until=span.until, with_goods=with_goods)
            return Decimal(sum(sums.values()))
        case "spent-money":
            question = "SELECT sum(amount_vnd) FROM public_expenses WHERE to_fund IS NULL AND campaign = ?"
        case "households":
            question = "SELECT sum(households) FROM public_deliveries WHERE campaign = ?"
        case "handed-over-value":
            # One row without a value, and the sum says less than was handed over.
            question = (
                "SELECT CASE WHEN count(*) = count(amount_vnd) THEN sum(amount_vnd) END "
                "FROM public_deliveries WHERE campaign = ?"
            )
        case "received-goods":
            return _count_goods(ledger, "gifts", campaign, indicator, span)
        case "handed-over":
            return _count_goods(ledger, "deliveries", campaign, indicator, span)
    return _one(ledger, f"{question} AND {_IN_SPAN}", campaign, *span.parameters)


def _one(ledger: Ledger, question: str, *parameters: object) -> Decimal | None:
    [(found,)] = ledger.rows(question, parameters) or [(None,)]
    return None if found is None else Decimal(found)


def _count_goods(
    ledger: Ledger, table: str, campaign: str, indicator: IndicatorRecord, span: Span
) -> Decimal | None:
    """Add up the goods that are counted in the indicator's unit.

    Where several things share a unit ("chiếc" of coats and blankets), only what the indicator's unit names.
    """
    forms = {fold(form) for form in (indicator.unit, *indicator.unit_forms)}
    rows = [
        (fold(item or ""), fold(unit or ""), Decimal(quantity))
        for item, unit, quantity in ledger.rows(
            f"SELECT item, unit, sum(quantity) FROM public_{table} WHERE campaign = ? "
            f"AND quantity IS NOT NULL AND (day IS NULL OR ({_IN_SPAN})) GROUP BY item, unit",
            [campaign, *span.parameters],
        )
    ]
    named = [quantity for item, unit, quantity in rows if item and ({item, f"{unit} {item}".strip()} & forms)]
    if named:
        return sum(named, Decimal(0))
    in_unit = [(item, quantity) for item, unit, quantity in rows if unit in forms]
    if len({item for item, _quantity in in_unit}) != 1:
        return None
    return sum((quantity for _item, quantity in in_unit), Decimal(0))
