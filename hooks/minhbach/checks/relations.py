"""Figures against others: the other one exists, counts the same, and what is stated of both can be true."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from minhbach.derive.relations import derive_changes, derive_contradictions
from minhbach.numbers.change import Change, compare_change, write_change
from minhbach.numbers.quantity import Quantity
from minhbach.numbers.ratio import HUNDRED, achievement, derived_percent
from minhbach.numbers.writing import write_amount, write_percent
from minhbach.problems import Position, Problem, kinds
from minhbach.records.read import nearest_address
from minhbach.site.figure import Figure
from minhbach.site.model import Site
from minhbach.site.relation import Comparison, Share

Place = Callable[..., Position]


def check_relations(
    site: Site, figure: Figure, place: Place, is_unusable: Callable[[str], bool]
) -> Iterator[Problem]:
    """Check what ``figure`` is compared with and a part of; ``is_unusable``: reported already."""
    for comparison in figure.comparisons:
        here = ("compare", comparison.key)
        if _exists(site, comparison.other, is_unusable):
            yield from _check_comparison(site, figure, comparison, place)
        elif comparison.other and not is_unusable(comparison.other):
            yield _unknown(site, comparison.other, place(*here, "with"))
    for share in figure.shares:
        here = ("share", share.key)
        if share.stated is not None and share.stated.value > HUNDRED:
            yield _over(write_percent(share.stated), share.whole or share.other, place(*here, "stated"))
        elif _exists(site, share.other, is_unusable):
            yield from _check_share(site, figure, share, place)
        elif share.other and not is_unusable(share.other):
            yield _unknown(site, share.other, place(*here, "of"))
    if figure.contradiction is not None and not derive_contradictions(figure):
        yield Problem(kinds.CONTRADICTION_NEEDLESS, place("contradiction"), {"address": figure.address})


def _exists(site: Site, address: str, is_unusable: Callable[[str], bool]) -> bool:
    return bool(address) and address in site.figures and not is_unusable(address)


def _unknown(site: Site, address: str, at: Position) -> Problem:
    known = list(site.figures)
    details = {"found": address, "nearest": nearest_address(address, known), "example": (known or ["…"])[0]}
    return Problem(kinds.FIGURE_UNKNOWN, at, details)


def _check_comparison(site: Site, figure: Figure, comparison: Comparison, place: Place) -> Iterator[Problem]:
    other, here = site.figures[comparison.other], ("compare", comparison.key)
    if other.indicator.unit != figure.indicator.unit:
        yield _unlike(figure, other, place(*here, "with"))
        return
    stated = comparison.stated
    calculated = [item for item in derive_changes(site, figure, comparison) if item.stated is None]
    if stated is None or not any(item.form == stated.form for item in calculated):
        return
    if not _can_be(stated, calculated, figure.units):
        words = write_change(_of_form(calculated, stated), figure.indicator.unit)
        details = {
            "stated": stated.stated or "",
            "value": write_amount(figure.quantity, figure.indicator.unit) if figure.quantity else "",
            "other": write_amount(other.quantity, other.indicator.unit) if other.quantity else "",
            "derived": words,
        }
        yield Problem(kinds.CHANGE_CONTRADICTS, place(*here, "stated"), details)


def _of_form(changes: list[Change], stated: Change) -> Change:
    return next(item for item in changes if item.form == stated.form)


def _can_be(stated: Change, calculated: list[Change], units: tuple[str, ...]) -> bool:
    """Whether a stated change and a calculated one leave a value on which they agree."""
    known = _of_form(calculated, stated)
    if known.direction != stated.direction:
        return False
    if stated.quantity.interval().intersects(known.quantity.interval()):
        return True
    return compare_change(stated.stated or "", [known], units=units).ok


def _check_share(site: Site, figure: Figure, share: Share, place: Place) -> Iterator[Problem]:
    whole, here = site.figures[share.other], ("share", share.key)
    if whole.indicator.unit != figure.indicator.unit:
        yield _unlike(figure, whole, place(*here, "of"))
        return
    if figure.quantity is None or whole.quantity is None or whole.quantity.value == 0:
        return
    ratio = achievement(figure.quantity, whole.quantity)
    if ratio.low is not None and ratio.low > HUNDRED:
        amount = write_amount(figure.quantity, figure.indicator.unit)
        yield _over(amount, write_amount(whole.quantity, whole.indicator.unit), place(*here, "of"))
    elif share.stated is not None and not share.stated.interval().intersects(ratio):
        details = {
            "stated": write_percent(share.stated),
            "value": write_amount(figure.quantity, figure.indicator.unit),
            "whole": write_amount(whole.quantity, whole.indicator.unit),
            "derived": _write_percent(derived_percent(figure.quantity, whole.quantity)),
        }
        yield Problem(kinds.SHARE_CONTRADICTS, place(*here, "stated"), details)


def _write_percent(percent: Quantity | None) -> str:
    return "?" if percent is None else write_percent(percent)


def _over(found: str, whole: str, at: Position) -> Problem:
    return Problem(kinds.SHARE_OVER_WHOLE, at, {"found": found, "whole": whole})


def _unlike(figure: Figure, other: Figure, at: Position) -> Problem:
    details = {
        "address": figure.address,
        "unit": figure.indicator.unit,
        "other": other.address,
        "other_unit": other.indicator.unit,
    }
    return Problem(kinds.COMPARED_UNLIKE, at, details)
