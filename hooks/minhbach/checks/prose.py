"""Numbers, charts, links and images in prose: each must lead somewhere and say what the record says."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath
from urllib.parse import unquote

from minhbach.checks.reported import is_reported
from minhbach.derive.charts import find_chart, list_chart_addresses
from minhbach.derive.money_charts import money_chart_owners
from minhbach.derive.values import Value, find_value, list_value_addresses
from minhbach.derive.years import compared_years, find_years, read_years_address
from minhbach.language import mark
from minhbach.numbers.agreement import Fault, Surroundings, compare
from minhbach.numbers.change import compare_change, compare_multiple, is_multiple, write_change
from minhbach.numbers.english import english_units, from_english, to_english
from minhbach.numbers.writing import write_amount, write_percent
from minhbach.problems import Kind, Problem, kinds
from minhbach.prose.markup import MAX_NESTING, MAX_PASSAGE_CHARACTERS, MAX_PASSAGE_LINES, Prose, Reference
from minhbach.records.contents import Contents
from minhbach.records.read import nearest_address
from minhbach.site.identities import resolve_path
from minhbach.site.link import recorded_figures
from minhbach.site.links import LinkKind, LinkResolver
from minhbach.site.model import Site
from minhbach.sources.files import TRANSLATION_SUFFIX
from minhbach.sources.text import write_count

_FAULTS: dict[Fault, Kind] = {
    Fault.UNREADABLE: kinds.FIGURE_TEXT_UNREADABLE,
    Fault.SEVERAL: kinds.FIGURE_TEXT_UNREADABLE,
    Fault.WRONG_VALUE: kinds.FIGURE_TEXT_WRONG,
    Fault.TOO_PRECISE: kinds.FIGURE_TEXT_TOO_PRECISE,
    Fault.TOO_CERTAIN: kinds.FIGURE_TEXT_TOO_CERTAIN,
    Fault.UNPROVEN_BOUND: kinds.FIGURE_TEXT_UNPROVEN,
    Fault.WRONG_UNIT: kinds.FIGURE_TEXT_UNIT,
}

_STOP, _COMMA = mark("a full stop"), mark("a comma")
_VIETNAMESE = {
    "language_message": mark("Vietnamese"),
    "thousands_message": _STOP,
    "decimals_message": _COMMA,
}
_ENGLISH = {"language_message": mark("English"), "thousands_message": _COMMA, "decimals_message": _STOP}


def check_prose(site: Site, contents: Contents) -> Iterator[Problem]:
    """Check every reference in every article and hand-written page."""
    resolver = LinkResolver(site)
    # What was refused is reported already, so nothing that refers to it is reported again.
    unusable = contents.unusable | recorded_figures(contents).difference(site.figures)
    if contents.files.ledgers and site.ledger.is_empty:
        unusable |= money_chart_owners(site)
    withdrawn = {article.path for article in site.withdrawn.values()}
    texts = [(item.path, item.prose) for item in contents.articles if item.path not in withdrawn]
    gone = {article.translation.path for article in site.withdrawn.values() if article.translation}
    texts += [(item.path, item.prose) for item in contents.translations if item.path not in gone]
    texts += [(item.path, item.prose) for item in contents.pages]
    for path, prose in (*texts, *contents.unlisted.items()):
        yield from _check_text(site, resolver, unusable, path, prose)
        yield from _check_files_of_others(site, resolver, path, prose)


def _check_files_of_others(site: Site, resolver: LinkResolver, path: str, prose: Prose) -> Iterator[Problem]:
    """No text gives out a file of an article that is not public: it would come out early, or again."""
    others = [*site.unpublished.values(), *site.withdrawn.values()]
    folders = {article.path.removesuffix(".md") + "/": article for article in others}
    for reference in prose.references:
        if reference.kind not in ("link", "image") or not folders:
            continue
        link = resolver.resolve(path, reference.target)
        folder = link.address[: link.address.rfind("/") + 1]
        owner = folders.get(folder) if link.kind is LinkKind.ASSET else None
        if owner is not None and owner.path not in (path, path.replace(TRANSLATION_SUFFIX, ".md")):
            details = {"found": reference.target, "other": owner.path}
            yield Problem(kinds.FILE_UNPUBLISHED, reference.at, details)


def _check_text(
    site: Site, resolver: LinkResolver, unusable: frozenset[str], path: str, prose: Prose
) -> Iterator[Problem]:
    if prose.too_deep is not None:
        yield Problem(kinds.TEXT_TOO_DEEP, prose.too_deep, {"limit": str(MAX_NESTING)})
    if prose.too_long is not None:
        details = {
            "lines": write_count(MAX_PASSAGE_LINES),
            "characters": write_count(MAX_PASSAGE_CHARACTERS),
        }
        yield Problem(kinds.TEXT_TOO_LONG, prose.too_long, details)
    for tag, at in prose.raw_html:
        yield Problem(kinds.HTML_IN_TEXT, at, {"found": tag})
    for reference in prose.references:
        match reference.kind:
            case "figure":
                is_english = path.endswith(TRANSLATION_SUFFIX)
                yield from check_figure_text(site, reference, unusable, english=is_english)
            case "chart" | "table":
                yield from _check_chart(site, reference, unusable)
            case "link":
                yield from _check_link(resolver, unusable, path, reference)
            case "image":
                yield from _check_image(resolver, path, reference)


def _comparison_unusable(site: Site, address: str, unusable: frozenset[str]) -> bool:
    """Whether a chart of several years may lack what was refused: programmes, bodies, or any figure."""
    programme, _, key = address.partition(".")
    folders = ("data/campaigns/", "data/results/")
    if read_years_address(site, address) is not None:
        # Of a refused figure, which is told by its address, it is not known which indicator it is of.
        return any("/" not in name or name.startswith((*folders, "data/bodies.yml")) for name in unusable)
    if programme in site.programmes:
        return any(name.startswith(folders) or name.endswith(f".{key}") for name in unusable)
    return (
        "data/programmes.yml" in unusable
        and programme not in site.campaigns
        and programme not in site.results
    )


def check_figure_text(
    site: Site, reference: Reference, unusable: frozenset[str], *, english: bool = False
) -> Iterator[Problem]:
    """The words of a link to a figure are its value, a correct rounding of it, or a true bound.

    In an ``english`` text the number is written the English way, without the Vietnamese unit.
    """
    address = reference.target
    value = find_value(site, address)
    if value is None:
        if not is_reported(address, unusable):
            known = list_value_addresses(site)
            details = {
                "found": address,
                "nearest": nearest_address(address, known),
                "example": (known or ["…"])[0],
            }
            yield Problem(kinds.FIGURE_UNKNOWN, reference.at, details)
        return
    details = {"found": reference.text, "address": address, "record": str(value.figure.at)}
    unit = "%" if value.is_percent else value.figure.indicator.unit
    if value.quantity is None:
        if address.endswith(".achievement") and value.figure.achievement is not None:
            return  # stated without a target, which is reported where it stands
        yield Problem(kinds.FIGURE_UNPUBLISHED, reference.at, details)
        return
    text, quantity = reference.text, value.quantity
    around = Surroundings(reference.before, reference.after)
    units = value.units
    if english:
        # An English text has words of its own for the source's.
        text, quantity = from_english(text), quantity.plain
        around = Surroundings(from_english(reference.before), from_english(reference.after))
    if value.changes:
        agreement = compare_change(text, value.changes, units=units, around=around)
    elif value.is_percent and is_multiple(text):
        agreement = compare_multiple(text, quantity)
    else:
        agreement = compare(text, quantity, units=units, percent=value.is_percent, around=around)
    expected = agreement.expected
    if english:
        offered = compare(text, quantity, units=english_units(units), percent=value.is_percent).expected
        expected = to_english(offered)
    details |= {"expected": expected, "value": write_value(value), "unit": unit}
    if agreement.fault is not None:
        yield Problem(_FAULTS[agreement.fault], reference.at, details)
    elif agreement.style_warning:
        yield Problem(kinds.FIGURE_TEXT_STYLE, reference.at, details | (_ENGLISH if english else _VIETNAMESE))


def write_value(value: Value) -> str:
    """Write a published value for a message: with its scale, and in full behind it."""
    assert value.quantity is not None
    if value.changes:
        return write_change(value.changes[0], value.figure.indicator.unit)
    if value.is_percent:
        return write_percent(value.quantity)
    return write_amount(value.quantity, value.figure.indicator.unit)


def _check_chart(site: Site, reference: Reference, unusable: frozenset[str]) -> Iterator[Problem]:
    """A chart, or the table of one, is there and stands on a line of its own, with words that describe it."""
    address = reference.target
    if find_chart(site, address) is None:
        if not is_reported(address, unusable) and not _comparison_unusable(site, address, unusable):
            yield _missing_chart(site, reference)
    elif not reference.alone:
        yield Problem(kinds.CHART_NOT_ALONE, reference.at, {"found": address})
    if not reference.text.strip():
        yield Problem(kinds.ALT_MISSING, reference.at, {"found": f"{reference.kind}:{address}"})


def _missing_chart(site: Site, reference: Reference) -> Problem:
    address = reference.target
    wanted = read_years_address(site, address)
    figures = find_years(site, wanted) if wanted is not None else ()
    if wanted is None or not figures:
        details = {"found": address, "nearest": nearest_address(address, list_chart_addresses(site))}
        return Problem(kinds.CHART_UNKNOWN, reference.at, details)
    details = {
        "found": address,
        "indicator": figures[0].indicator.name,
        "years": ", ".join(map(str, compared_years(figures))) or "–",
        "example": f"![…]({reference.kind}:{figures[-1].address})",
    }
    return Problem(kinds.YEARS_TOO_FEW, reference.at, details)


def _check_link(
    resolver: LinkResolver, unusable: frozenset[str], path: str, reference: Reference
) -> Iterator[Problem]:
    target, at = reference.target, reference.at
    link = resolver.resolve(path, target)
    if link.kind is LinkKind.UNSAFE:
        yield Problem(kinds.LINK_UNSAFE, at, {"scheme": _scheme(target)})
    elif link.kind is LinkKind.OUTSIDE:
        yield Problem(kinds.PATH_OUTSIDE, at, {"path": target})
    elif link.kind is LinkKind.UNPUBLISHED:
        yield Problem(kinds.LINK_UNPUBLISHED, at, {"found": target})
    elif link.kind is LinkKind.BROKEN and not _leads_to_unusable(path, target, unusable):
        yield Problem(kinds.LINK_BROKEN, at, {"found": target or f"[{reference.text}]()"})


def _scheme(target: str) -> str:
    """Return how a link to a foreign place begins: "javascript:", or "//" for one without a scheme."""
    return "//" if target.startswith("//") else f"{target.partition(':')[0]}:"


def _leads_to_unusable(path: str, target: str, unusable: frozenset[str]) -> bool:
    """Whether the link names a file that was refused, which is reported already."""
    if target.startswith("#"):
        return path in unusable
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
        yield Problem(kinds.LINK_UNSAFE, reference.at, {"scheme": _scheme(target)})
    elif link.kind is LinkKind.OUTSIDE:
        yield Problem(kinds.PATH_OUTSIDE, reference.at, {"path": target})
    elif link.kind is not LinkKind.ASSET:
        wanted = resolve_path(str(PurePosixPath(path).parent), unquote(target)) or target
        yield Problem(kinds.PHOTO_MISSING, reference.at, {"found": target, "path": wanted})
