"""The rows of the small tables: figures, and the lists that ledgers and figures refer to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from minhbach.derive.achievement import derive_achievement
from minhbach.exports import list_fields as tables
from minhbach.exports.cells import Cell
from minhbach.exports.funds import list_fund_months
from minhbach.exports.model import Table
from minhbach.numbers.quantity import Quantity
from minhbach.records.knowing import Missing
from minhbach.records.money import may_be_named
from minhbach.site.addresses import article_address
from minhbach.site.model import Figure, Site, Source, Target

Row = tuple[Cell, ...]


def list_tables(site: Site) -> Iterator[tuple[Table, list[Row]]]:
    """Yield the small tables with sorted rows: figures and indicators always, others if they have any."""
    figures = [site.figures[address] for address in sorted(site.figures)]
    yield tables.FIGURES, list_figures(figures)
    makers: tuple[tuple[Table, Callable[[Site], Iterable[Row]]], ...] = (
        (tables.SERIES, _list_series),
        (tables.PARTS, _list_parts),
        (tables.INDICATORS, _list_indicators),
        (tables.CAMPAIGNS, _list_campaigns),
        (tables.FUNDS, _list_funds),
        (tables.FUND_MONTHS, lambda site: list_fund_months(site.ledger, site.funds)),
        (tables.DONORS, _list_donors),
        (tables.PURPOSES, _list_purposes),
        (tables.UNITS, _list_units),
    )
    for table, make in makers:
        rows = list(make(site))
        if rows or table is tables.INDICATORS:
            yield table, rows


def list_figures(figures: Iterable[Figure]) -> list[Row]:
    """Return a row of ``list_fields.FIGURES`` for each figure."""
    return [_write_figure(figure) for figure in figures]


def _write_figure(figure: Figure) -> Row:
    assigned, own = figure.target("assigned"), figure.target("own")
    achievement = derive_achievement(figure)
    owner = figure.owner
    return (
        figure.address,
        owner.kind,
        owner.id,
        owner.name,
        owner.year,
        figure.indicator_id,
        figure.indicator.unit,
        *_write_value(figure.quantity, figure.missing),
        figure.quantity.step if figure.quantity else None,
        figure.stated,
        *_write_target(assigned),
        assigned.by if assigned else None,
        *_write_target(own),
        achievement.percent.value if achievement else None,
        ("stated" if achievement.stated else "calculated") if achievement else None,
        figure.as_of,
        *_write_source(figure.source),
        figure.note,
    )


def _write_target(target: Target | None) -> tuple[Cell, Cell]:
    """Return how much a target is, and why that is missing; nothing where there is no target."""
    if target is None:
        return None, None
    value, missing, _precision = _write_value(target.quantity, target.missing)
    return value, missing


def _write_value(quantity: Quantity | None, missing: Missing | None) -> tuple[Cell, Cell, Cell]:
    """Return value, why it is missing, and how certain it is."""
    if quantity is None:
        return None, (missing or Missing.UNKNOWN).value, None
    return quantity.value, None, quantity.precision.value


def _write_source(source: Source | None) -> tuple[Cell, Cell, Cell, Cell, Cell]:
    """Return kind, identifier, title, day and address. Of an unpublished article only that there is one."""
    match source:
        case None:
            return None, None, None, None, None
        case Source(kind="unpublished"):
            return "unpublished", None, None, None, None
        case Source(kind="article"):
            url: str | None = article_address(
                source.id
            )  # whose host is no part of the data, nor of their hash
        case _:
            url = source.url
    return source.kind, source.id, source.title, source.day, url


def _list_series(site: Site) -> Iterator[Row]:
    for address in sorted(site.figures):
        for point in sorted(site.figures[address].series, key=lambda point: point.as_of):
            yield address, point.as_of, *_write_value(point.quantity, point.missing)


def _list_parts(site: Site) -> Iterator[Row]:
    for address in sorted(site.figures):
        for part in site.figures[address].parts:
            yield address, part.key, part.label, *_write_value(part.quantity, part.missing)


def _list_indicators(site: Site) -> Iterator[Row]:
    for key, record in sorted(site.indicators.items()):
        yield key, record.name, record.unit, record.definition


def _list_campaigns(site: Site) -> Iterator[Row]:
    for key, item in sorted(site.campaigns.items()):
        start, end = item.period.start, item.period.end
        yield (
            key,
            item.name,
            item.programme_id,
            item.year,
            *_write_day(start, item.period.start_missing),
            *_write_day(end, item.period.end_missing),
            item.ended,
            item.purpose,
        )


def _write_day(day: date | None, missing: Missing | None) -> tuple[Cell, Cell]:
    """Return a day, and why it is missing."""
    return (day, None) if day is not None else (None, (missing or Missing.UNKNOWN).value)


def _list_funds(site: Site) -> Iterator[Row]:
    for key, record in sorted(site.funds.items()):
        opening = int(record.opening_vnd)
        yield key, record.name, record.description, record.opened, opening, record.closed_through


def _list_donors(site: Site) -> Iterator[Row]:
    """Yield those whom a public row names; a donor is in no other list."""
    named = site.ledger.rows(
        "SELECT donor FROM public_gifts UNION SELECT donor FROM public_pledges ORDER BY donor"
    )
    shown = {key for (key,) in named if key in site.donors and may_be_named(site.donors[key])}
    for key in sorted(shown):
        record = site.donors[key]
        successor = record.successor if record.successor in shown else None
        unit = record.unit if record.unit in site.organisation.units else None
        yield key, record.name, record.kind, unit, record.valid.since, record.valid.until, successor


def _list_purposes(site: Site) -> Iterator[Row]:
    for key, record in sorted(site.purposes.items()):
        yield key, record.name, record.description, record.is_cost


def _list_units(site: Site) -> Iterator[Row]:
    for key, record in sorted(site.organisation.units.items()):
        yield key, record.name, record.kind, record.valid.since, record.valid.until
