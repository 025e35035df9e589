"""Numbers, charts, links and images in prose: each must lead somewhere and say what the record says."""

from __future__ import annotations

from collections.abc import Iterator

from minhbach.derive.charts import find_chart, list_chart_addresses
from minhbach.derive.values import Value, find_value, list_value_addresses
from minhbach.numbers.agreement import Fault, compare
from minhbach.numbers.writing import write_percent, write_quantity
from minhbach.problems import Kind, Position, Problem, kinds
from minhbach.prose.markup import Prose, Reference
from minhbach.records.read import nearest
from minhbach.site.links import LinkKind, LinkResolver
from minhbach.site.model import Site

_FAULTS: dict[Fault, Kind] = {
    Fault.UNREADABLE: kinds.FIGURE_TEXT_UNREADABLE,
    Fault.SEVERAL: kinds.FIGURE_TEXT_UNREADABLE,
    Fault.WRONG_VALUE: kinds.FIGURE_TEXT_WRONG,
    Fault.TOO_PRECISE: kinds.FIGURE_TEXT_TOO_PRECISE,
    Fault.TOO_CERTAIN: kinds.FIGURE_TEXT_TOO_CERTAIN,
    Fault.UNPROVEN_BOUND: kinds.FIGURE_TEXT_UNPROVEN,
    Fault.WRONG_UNIT: kinds.FIGURE_TEXT_UNIT,
}


def check_prose(site: Site, unusable: frozenset[str]) -> Iterator[Problem]:
    """Check every reference in every article and hand-written page.

    ``unusable`` are files that were refused: what refers to their records is not reported again.
    """
    resolver = LinkResolver(site)
    texts = [(item.path, item.prose) for item in site.articles.values()]
    texts += [(item.path, item.prose) for item in site.pages.values()]
    for path, prose in texts:
        yield from _check_text(site, resolver, unusable, path, prose)


def _check_text(
    site: Site, resolver: LinkResolver, unusable: frozenset[str], path: str, prose: Prose
) -> Iterator[Problem]:
    for tag, at in prose.raw_html:
        yield Problem(kinds.HTML_IN_TEXT, at, {"found": tag})
    for reference in prose.references:
        match reference.kind:
            case "figure":
                yield from check_figure_text(site, reference, unusable)
            case "chart":
                yield from _check_chart(site, reference, unusable)
            case "link":
                yield from _check_link(resolver, unusable, path, reference.target, reference.at)
            case "image":
                yield from _check_image(resolver, path, reference)


def _owner_unusable(address: str, unusable: frozenset[str]) -> bool:
    owner = address.partition(".")[0]
    holders = {f"data/campaigns/{owner}.yml", f"data/results/{owner}.yml", "data/indicators.yml"}
    return not holders.isdisjoint(unusable)


def check_figure_text(site: Site, reference: Reference, unusable: frozenset[str]) -> Iterator[Problem]:
    """The words of a link to a figure are its value, a correct rounding of it, or a true bound."""
    address = reference.target
    value = find_value(site, address)
    if value is None:
        if not _owner_unusable(address, unusable):
            known = list_value_addresses(site)
            details = {"found": address, "nearest": nearest(address, known), "example": (known or ["…"])[0]}
            yield Problem(kinds.FIGURE_UNKNOWN, reference.at, details)
        return
    details = {"found": reference.text, "address": address, "record": str(value.figure.at)}
    if value.quantity is None:
        yield Problem(kinds.FIGURE_UNPUBLISHED, reference.at, details)
        return
    agreement = compare(reference.text, value.quantity, units=value.units, percent=value.is_percent)
    details |= {"expected": agreement.expected, "value": write_value(value), "unit": value.figure.indicator.unit}
    if agreement.fault is not None:
        yield Problem(_FAULTS[agreement.fault], reference.at, details)
    elif agreement.style_warning:
        yield Problem(kinds.FIGURE_TEXT_STYLE, reference.at, details)


def write_value(value: Value) -> str:
    """Write a published value for a message: with its scale, and in full behind it."""
    assert value.quantity is not None
    if value.is_percent:
        return write_percent(value.quantity)
    return write_quantity(value.quantity)


def _check_chart(site: Site, reference: Reference, unusable: frozenset[str]) -> Iterator[Problem]:
    address = reference.target
    if find_chart(site, address) is None:
        if not _owner_unusable(address, unusable):
            details = {"found": address, "nearest": nearest(address, list_chart_addresses(site))}
            yield Problem(kinds.CHART_UNKNOWN, reference.at, details)
    elif not reference.alone:
        yield Problem(kinds.CHART_NOT_ALONE, reference.at, {"found": address})
    if not reference.text.strip():
        yield Problem(kinds.ALT_MISSING, reference.at, {"found": f"chart:{address}"})


def _check_link(
    resolver: LinkResolver, unusable: frozenset[str], path: str, target: str, at: Position
) -> Iterator[Problem]:
    link = resolver.resolve(path, target)
    if link.kind is LinkKind.UNSAFE:
        yield Problem(kinds.LINK_UNSAFE, at, {"scheme": target.partition(":")[0]})
    elif link.kind is LinkKind.OUTSIDE:
        yield Problem(kinds.PATH_OUTSIDE, at, {"path": target})
    elif link.kind is LinkKind.BROKEN and not _leads_to_unusable(path, target, unusable):
        yield Problem(kinds.LINK_BROKEN, at, {"found": target})


def _leads_to_unusable(path: str, target: str, unusable: frozenset[str]) -> bool:
    """Whether the link names a file that was refused, which is reported already."""
    name = target.partition("#")[0].rstrip("/").rpartition("/")[2].removesuffix(".md")
    return bool(name) and any(file.rpartition("/")[2].partition(".")[0] == name for file in unusable)


def _check_image(resolver: LinkResolver, path: str, reference: Reference) -> Iterator[Problem]:
    target = reference.target
    if not reference.text.strip():
        yield Problem(kinds.ALT_MISSING, reference.at, {"found": target})
    link = resolver.resolve(path, target)
    if link.kind is LinkKind.FOREIGN or target.startswith("//"):
        yield Problem(kinds.IMAGE_FOREIGN, reference.at, {"found": target})
    elif link.kind is LinkKind.UNSAFE:
        yield Problem(kinds.LINK_UNSAFE, reference.at, {"scheme": target.partition(":")[0]})
    elif link.kind is LinkKind.OUTSIDE:
        yield Problem(kinds.PATH_OUTSIDE, reference.at, {"path": target})
    elif link.kind is not LinkKind.ASSET:
        yield Problem(kinds.PHOTO_MISSING, reference.at, {"found": target, "path": target})
