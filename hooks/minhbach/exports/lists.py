"""The rows of the small tables: figures, and the lists that ledgers and figures refer to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from minhbach.derive.achievement import derive_achievement
from minhbach.derive.citations import Citation, list_citations
from minhbach.derive.money_charts import headline
from minhbach.derive.relations import derive_changes, derive_contradictions, derive_share
from minhbach.exports import figure_fields as figure_tables
from minhbach.exports import list_fields as tables
from minhbach.exports.body_fields import BODIES
from minhbach.exports.cells import Cell
from minhbach.exports.document_fields import CITATIONS, DOCUMENTS
from minhbach.exports.funds import list_fund_months
from minhbach.exports.model import Table
from minhbach.exports.targets import TARGETS, list_targets
from minhbach.language import Catalogue, mark
from minhbach.numbers.change import write_change
from minhbach.numbers.quantity import Quantity
from minhbach.numbers.writing import write_amount, write_percent
from minhbach.records.knowing import Missing
from minhbach.records.money import may_be_named
from minhbach.records.period import DayHour, Period, write_period
from minhbach.site.addresses import article_address, file_address
from minhbach.site.figure import Figure, Target
from minhbach.site.model import Site
from minhbach.site.owner import Body
from minhbach.site.periods import figure_period
from minhbach.site.source import Source
from minhbach.sources.images import is_photo

Row = tuple[Cell, ...]


def list_tables(site: Site, catalogue: Catalogue) -> Iterator[tuple[Table, list[Row]]]:
    """Yield the small tables with sorted rows: figures and indicators always, others if they have any."""
    figures = [site.figures[address] for address in sorted(site.figures)]
    yield figure_tables.FIGURES, list_figures(figures)
    makers: tuple[tuple[Table, Callable[[Site], Iterable[Row]]], ...] = (
        (figure_tables.SERIES, _list_series),
        (figure_tables.PARTS, _list_parts),
        (TARGETS, list_targets),
        (figure_tables.RELATIONS, _list_relations),
        (figure_tables.INDICATORS, _list_indicators),
        (DOCUMENTS, _list_documents),
        (CITATIONS, _list_citations),
        (tables.CAMPAIGNS, _list_campaigns),
        (tables.FUNDS, _list_funds),
        (tables.FUND_MONTHS, lambda site: list_fund_months(site.ledger, site.funds)),
        (tables.ACKNOWLEDGMENTS, lambda site: _list_acknowledgments(site, catalogue)),
        (tables.DONORS, _list_donors),
        (tables.PURPOSES, _list_purposes),
        (tables.UNITS, _list_units),
        (BODIES, _list_bodies),
    )
    for table, make in makers:
        rows = list(make(site))
        if rows or table is figure_tables.INDICATORS:
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
        owner.programme_id,
        *_write_body(figure.body),
        owner.year,
        figure.indicator_id,
        figure.label,
        *_write_period(figure_period(figure)),
        figure.indicator.unit,
        *_write_value(figure.quantity, figure.missing),
        figure.quantity.step if figure.quantity else None,
        figure.quantity.high if figure.quantity else None,
        _written(figure.quantity, figure.indicator.unit),
        figure.stated,
        *_write_target(assigned, figure.indicator.unit),
        assigned.by if assigned else None,
        *_write_target(own, figure.indicator.unit),
        achievement.percent.value if achievement else None,
        write_percent(achievement.percent) if achievement else None,
        ("stated" if achievement.stated else "calculated") if achievement else None,
        *_write_time(figure.as_of),
        *_write_source(figure.source),
        figure.source.place if figure.source else None,
        "; ".join(map(_cite, figure.sources)) or None,
        figure.comparable,
        "; ".join(write_amount(item.other, figure.indicator.unit) for item in derive_contradictions(figure))
        or None,
        figure.contradiction,
        figure.note,
    )


def _write_body(body: Body | None) -> tuple[Cell, Cell]:
    """Return identifier and full name of the body that something belongs to; nothing where it is ours."""
    return (None, None) if body is None else (body.id, body.name)


def _write_target(target: Target | None, unit: str) -> tuple[Cell, Cell, Cell]:
    """Return how much a target is, in digits and in words, and why that is missing; nothing for no target."""
    if target is None:
        return None, None, None
    value, missing, _precision = _write_value(target.quantity, target.missing)
    return value, _written(target.quantity, unit), missing


def _write_value(quantity: Quantity | None, missing: Missing | None) -> tuple[Cell, Cell, Cell]:
    """Return value, why it is missing, and how certain it is."""
    if quantity is None:
        return None, (missing or Missing.UNKNOWN).value, None
    return quantity.value, None, quantity.precision.value


def _high(quantity: Quantity | None) -> Cell:
    """Return the upper end of a range."""
    return quantity.high if quantity is not None else None


def _written(quantity: Quantity | None, unit: str) -> str | None:
    """Return a number with its words of degree and its unit, as every page shows it."""
    return None if quantity is None else write_amount(quantity, unit)


def _write_period(period: Period | None) -> tuple[Cell, Cell, Cell]:
    """Return a period as text, and its first and last day; nothing for the whole of the owner's time."""
    if period is None:
        return None, None, None
    start, end = (item.day if item else None for item in (period.start, period.end))
    return write_period(period), start, end


def _write_time(time: DayHour | None) -> tuple[Cell, Cell]:
    """Return the day and the hour."""
    return (None, None) if time is None else (time.day, time.clock or None)


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


def _cite(source: Source) -> str:
    """Return a source by its identifier, with the place in it: "bao-cao-2024 (trang 3)"."""
    name = source.id if source.kind != "unpublished" else source.kind
    return f"{name} ({source.place})" if source.place else name


def _list_documents(site: Site) -> Iterator[Row]:
    for key, record in sorted(site.documents.items()):
        file = site.document_files.get(key)
        yield (
            key,
            record.title,
            record.kind,
            record.number,
            record.publisher,
            record.published,
            record.language,
            record.url,
            file_address(file.path) if file is not None and not is_photo(file.path) else None,
            file.sha256 if file is not None else record.sha256,
            record.archived,
            record.note,
        )


def _list_citations(site: Site) -> Iterator[Row]:
    for document, citations in sorted(list_citations(site).items()):
        rows = {
            (item.kind, _cited_by(site, item), item.detail or None): "; ".join(item.places) or None
            for item in citations
        }
        for (kind, key, detail), place in sorted(rows.items(), key=lambda row: tuple(map(str, row[0]))):
            yield document, kind, key, detail, place


def _cited_by(site: Site, citation: Citation) -> str:
    """Return what cites a document so that it means something outside this build: no position in a list."""
    match citation.kind:
        case "acknowledgment":
            return site.acknowledgments[int(citation.key)].record.who
        case "recognition":
            return site.recognitions[int(citation.key)].record.title
        case "organisation":
            return site.organisation.short_name
        case _:
            return citation.key


def _list_series(site: Site) -> Iterator[Row]:
    for address in sorted(site.figures):
        figure = site.figures[address]
        for point in sorted(figure.series, key=lambda point: point.as_of.ended):
            value = _write_value(point.quantity, point.missing)
            written = _high(point.quantity), _written(point.quantity, figure.indicator.unit)
            yield address, point.as_of.key, *_write_time(point.as_of), *value, *written, point.note


def _list_parts(site: Site) -> Iterator[Row]:
    for address in sorted(site.figures):
        figure = site.figures[address]
        divided = figure.parts_by, figure.parts_heading, figure.parts_complete
        for part in figure.parts:
            written = _high(part.quantity), _written(part.quantity, figure.indicator.unit)
            named = part.label or None, *_write_period(part.period)
            value = _write_value(part.quantity, part.missing)
            yield address, part.key, *divided, *named, *value, *written


def _list_relations(site: Site) -> Iterator[Row]:
    for address in sorted(site.figures):
        figure = site.figures[address]
        for comparison in sorted(figure.comparisons, key=lambda item: item.key):
            changes = derive_changes(site, figure, comparison)
            if changes:
                other = comparison.other or None, comparison.base or None
                written = write_change(changes[0], figure.indicator.unit)
                basis = "stated" if changes[0].stated is not None else "calculated"
                yield address, "compare", comparison.key, *other, written, basis
        for share in sorted(figure.shares, key=lambda item: item.key):
            percent = derive_share(site, figure, share)
            if percent is not None:
                other = share.other or None, share.whole or None
                basis = "stated" if share.stated is not None else "calculated"
                yield address, "share", share.key, *other, write_percent(percent), basis


def _list_indicators(site: Site) -> Iterator[Row]:
    for key, record in sorted(site.indicators.items()):
        yield key, record.name, record.unit, record.definition, record.kind


def _list_campaigns(site: Site) -> Iterator[Row]:
    for key, item in sorted(site.campaigns.items()):
        start, end, total = item.period.start, item.period.end, headline(site, item)
        yield (
            key,
            item.name,
            item.programme_id,
            *_write_body(item.body),
            item.year,
            *_write_day(start, item.period.start_missing),
            *_write_day(end, item.period.end_missing),
            item.ended,
            item.purpose,
            item.lists_all,
            None if total is None else total.address,
        )


def _write_day(day: date | None, missing: Missing | None) -> tuple[Cell, Cell]:
    """Return a day, and why it is missing."""
    return (day, None) if day is not None else (None, (missing or Missing.UNKNOWN).value)


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
            item.source.place if item.source else None,
            "; ".join(map(_cite, item.sources)) or None,
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


def _list_bodies(site: Site) -> Iterator[Row]:
    """Yield those whose figures or campaigns are published."""
    shown = {item.body.id for item in site.figures.values() if item.body is not None}
    shown |= {item.body.id for item in site.campaigns.values() if item.body is not None}
    for key in sorted(shown):
        body = site.bodies[key]
        yield key, body.name, body.short_name, body.kind, body.relation
