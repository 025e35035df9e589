"""The rows of the small tables: figures, and the lists that ledgers and figures refer to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from minhbach.derive.achievement import derive_achievement
from minhbach.derive.money_charts import headline
from minhbach.exports import list_fields as tables
from minhbach.exports.cells import Cell
from minhbach.exports.funds import list_fund_months
from minhbach.exports.model import Table
from minhbach.language import Catalogue, mark
from minhbach.numbers.quantity import Quantity
from minhbach.records.figure import NOT_STATED, NOT_YET_PUBLISHED
from minhbach.records.money import may_be_named
from minhbach.site.addresses import article_address
from minhbach.site.model import Figure, Site, Source

Row = tuple[Cell, ...]


def list_tables(site: Site, catalogue: Catalogue) -> Iterator[tuple[Table, list[Row]]]:
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
        (tables.ACKNOWLEDGMENTS, lambda site: _list_acknowledgments(site, catalogue)),
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
        *_write_value(figure.quantity),
        figure.quantity.step if figure.quantity else None,
        figure.stated,
        assigned.quantity.value if assigned and assigned.quantity else None,
        NOT_STATED if assigned and not assigned.quantity else None,
        assigned.by if assigned else None,
        own.quantity.value if own and own.quantity else None,
        NOT_STATED if own and not own.quantity else None,
        achievement.percent.value if achievement else None,
        ("stated" if achievement.stated else "calculated") if achievement else None,
        figure.as_of,
        *_write_source(figure.source),
        figure.note,
    )


def _write_value(quantity: Quantity | None) -> tuple[Cell, Cell, Cell]:
    """Return value, why it is missing, and how certain it is."""
    if quantity is None:
        return None, NOT_YET_PUBLISHED, None
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
            yield address, point.as_of, point.quantity.value, point.quantity.precision.value


def _list_parts(site: Site) -> Iterator[Row]:
    for address in sorted(site.figures):
        for part in site.figures[address].parts:
            yield address, part.key, part.label, *_write_value(part.quantity)


def _list_indicators(site: Site) -> Iterator[Row]:
    for key, record in sorted(site.indicators.items()):
        yield key, record.name, record.unit, record.definition


def _list_campaigns(site: Site) -> Iterator[Row]:
    for key, item in sorted(site.campaigns.items()):
        figure = headline(site, item)
        yield (
            *(key, item.name, item.programme_id, item.year, item.period.start, item.period.end, item.purpose),
            *(item.lists_all, None if figure is None else figure.address),
        )


def _list_funds(site: Site) -> Iterator[Row]:
    for key, record in sorted(site.funds.items()):
        opening = record.known_opening_vnd
        yield (
            *(key, record.name, record.description, record.opened, opening, record.closed_through),
            record.complete,
        )


def _list_acknowledgments(site: Site, catalogue: Catalogue) -> Iterator[Row]:
    unknown = catalogue.gettext(mark("quantity not stated by the source"))
    for item in site.acknowledgments:
        record = item.record
        goods = [
            " ".join(
                part
                for part in (one.stated or one.quantity, "" if one.stated else one.unit, one.item)
                if part
            )
            if one.stated or one.quantity
            else f"{one.item} ({unknown})"
            for one in record.goods
        ]
        amount = None if record.amount_vnd is None else int(record.amount_vnd)
        yield (
            *(record.who, record.kind, record.what, amount, record.stated, "; ".join(goods) or None),
            *(record.campaign, record.day, *_write_source(item.source)),
        )


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
