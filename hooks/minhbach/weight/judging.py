"""Every page of a site held against its budget, and the table of all kinds.

To compress each of thousands of pages would take longer than writing them. A page whose HTML as it is stays
within the limit needs no compressing, which is nearly every page; and the table weighs of a large group only
some pages, and says so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from statistics import median

from minhbach.outputs.model import Page
from minhbach.problems import Problem, kinds
from minhbach.problems.problem import Position
from minhbach.sources.text import write_count
from minhbach.weight.budgets import BUDGETS, FETCHED, Budget, budget_of
from minhbach.weight.weighing import Bodies, Files, Scales, Weight, compressed_size, look_into

MOST_WEIGHED = 60
"""Of one group of pages for the table; half of them the largest, half spread over all."""
_HEAVIEST_FILES = 3
_WITHOUT_DIGITS = 99_950
"""From here on a weight is written without digits after the comma."""


@dataclass(frozen=True)
class Row:
    """A line of the table: the pages of one group."""

    budget: Budget
    pages: int
    median: float
    """In bytes, as are all weights; what of a page counts is its budget's affair."""
    heaviest: int
    address: str
    """Of the heaviest page."""
    requests: int
    """The most that a page of the group makes, before photos."""
    is_sample: bool
    """Whether not all pages of the group were weighed, so that there may be a slightly heavier one."""


@dataclass(frozen=True)
class Judgement:
    """What weighing a site has shown."""

    rows: tuple[Row, ...]
    problems: tuple[Problem, ...]


def judge_pages(
    pages: Iterable[tuple[str, str]],
    files: Files,
    origins: Mapping[str, Position],
    base_path: str = "/",
) -> Judgement:
    """Weigh ``pages``, address and kind of each, of the site that holds ``files``.

    ``origins`` says where staff can change a page; ``base_path``: as in ``list_loads``.
    """
    scales = Scales(files, base_path)
    groups: dict[str, list[Weight]] = {budget.name: [] for budget in BUDGETS}
    for address, kind in pages:
        bound = scales.bound(address, kind, files.read(html_file(address)), FETCHED.get(kind, ()))
        groups[budget_of(kind).name].append(bound)

    def weigh(bound: Weight) -> Weight:
        return replace(bound, html=compressed_size(files.read(html_file(bound.address))))

    problems: list[Problem] = []
    rows: list[Row] = []
    for budget in BUDGETS:
        bounds = groups[budget.name]
        for bound in bounds:
            if _is_over(bound, budget) and _is_over(weight := weigh(bound), budget):
                at = origins.get(bound.address, Position(bound.address or html_file("")))
                problems.append(_describe(weight, budget, files.read(html_file(bound.address)), at))
        if bounds:
            rows.append(_summarise(budget, bounds, weigh))
    return Judgement(tuple(rows), tuple(problems))


def judge_bodies(pages: Sequence[Page], origins: Mapping[str, Position]) -> tuple[Problem, ...]:
    """Return the problems of pages whose body alone is over its budget, whatever frame it will get."""
    bodies = {html_file(page.address): page.html for page in pages}
    listed = ((page.address, page.kind) for page in pages)
    return judge_pages(listed, Bodies(bodies), origins).problems


def html_file(address: str) -> str:
    """Return the file of the page at ``address``."""
    return f"{address}index.html" if not address or address.endswith("/") else address


def weight_for(weight: Weight, budget: Budget) -> int:
    """Return what of a weight counts."""
    return weight.total if budget.with_images else weight.before_images


def _is_over(weight: Weight, budget: Budget) -> bool:
    return weight_for(weight, budget) > budget.most_bytes or weight.requests > budget.most_requests


def _summarise(budget: Budget, bounds: Sequence[Weight], weigh: Callable[[Weight], Weight]) -> Row:
    """Return the line of a group of pages, given bounds of their weights."""
    ordered = sorted(bounds, key=lambda bound: (-weight_for(bound, budget), bound.address))
    is_sample = len(ordered) > MOST_WEIGHED
    largest = ordered[: MOST_WEIGHED // 2] if is_sample else ordered
    spread = _spread(ordered, MOST_WEIGHED // 2) if is_sample else ordered
    exact = {bound.address: weight_for(weigh(bound), budget) for bound in (*largest, *spread)}
    address = max(exact, key=lambda address: exact[address])
    return Row(
        budget,
        len(bounds),
        median(exact[bound.address] for bound in spread),
        exact[address],
        address,
        max(bound.requests for bound in bounds),
        is_sample,
    )


def _spread(ordered: Sequence[Weight], count: int) -> list[Weight]:
    """Return ``count`` of ``ordered``, from all over it."""
    return [ordered[(2 * index + 1) * len(ordered) // (2 * count)] for index in range(count)]


def _describe(weight: Weight, budget: Budget, html: bytes, at: Position) -> Problem:
    """Return the problem of a page that is over its budget, with what makes it heavy."""
    parts = dict(weight.files) | (dict(weight.images) if budget.with_images else {})
    heaviest = sorted(parts.items(), key=lambda part: (-part[1], part[0]))[:_HEAVIEST_FILES]
    inside = look_into(html)
    size = weight_for(weight, budget)
    if size > budget.most_bytes:
        over, found, limit = kinds.TOO_MANY_BYTES, write_kilobytes(size), write_kilobytes(budget.most_bytes)
    else:
        over, found, limit = kinds.TOO_MANY_FILES, str(weight.requests), str(budget.most_requests)
    return Problem(
        kinds.PAGE_TOO_HEAVY,
        at,
        {
            "address": weight.address,
            "over_message": over,
            "weight": found,
            "limit": limit,
            "html": write_kilobytes(weight.html),
            "inside_message": kinds.INSIDE,
            "charts": write_count(inside.charts),
            "charts_kb": write_kilobytes(inside.chart_bytes),
            "rows": write_count(inside.rows),
            "rows_kb": write_kilobytes(inside.row_bytes),
            "files": "".join(f"; {name} {write_kilobytes(size)} KB" for name, size in heaviest),
        },
    )


def write_kilobytes(size: float) -> str:
    """Return a number of bytes in KB (of 1,000) the Vietnamese way: "18,2"; "250" from 100 KB on."""
    if 0 < size < _WITHOUT_DIGITS:
        return f"{size / 1000:.1f}".replace(".", ",")
    return write_count(round(size / 1000))
