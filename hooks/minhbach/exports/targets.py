"""The targets of figures as a table of their own: a figure may have several of one kind."""

from __future__ import annotations

from collections.abc import Iterator

from minhbach.derive.achievement import derive_achievements
from minhbach.exports import words
from minhbach.exports.cells import Cell
from minhbach.exports.common_fields import MISSING_WHY, choice_field
from minhbach.exports.model import Field, Table
from minhbach.language import mark
from minhbach.numbers.writing import write_amount, write_percent
from minhbach.records.knowing import Missing
from minhbach.site.figure import Figure, Target
from minhbach.site.model import Site

TARGETS = Table(
    "targets",
    "so-lieu-chi-tieu",
    mark("Targets of figures"),
    mark("Every target of a figure: by whom, since when, and what was reached of it."),
    (
        Field(
            "figure",
            "string",
            mark("Figure"),
            mark("The address of the figure it belongs to."),
            required=True,
        ),
        Field(
            "target",
            "string",
            mark("Identifier"),
            mark("The target, by which it can be cited."),
            required=True,
        ),
        choice_field(
            "kind",
            mark("Kind of target"),
            mark("Whether a higher level set it or the organisation itself."),
            words.TARGET_KINDS,
            required=True,
        ),
        Field("by", "string", mark("Assigned by"), mark("Who set the assigned target.")),
        Field("decided", "date", mark("Set on"), mark("Of several of one kind the last one counts.")),
        Field("value", "number", mark("Value"), mark("In the unit of the figure.")),
        choice_field("missing", mark("Why there is no value"), MISSING_WHY, words.MISSING),
        choice_field(
            "precision",
            mark("Certainty"),
            mark("Whether it is to be reached exactly, at least or at most, by its own words."),
            words.PRECISIONS,
        ),
        Field("high", "number", mark("Upper end"), mark("Of a range; empty: the value is one number.")),
        Field(
            "written",
            "string",
            mark("In words"),
            mark("The target with the words of degree of its source."),
        ),
        Field(
            "achievement_percent",
            "number",
            mark("Achievement in percent"),
            mark("The value of the figure in percent of this target."),
            unit="%",
        ),
        Field(
            "achievement_written",
            "string",
            mark("Achievement in words"),
            mark("The percentage with the words of degree of its source."),
        ),
        choice_field(
            "achievement_basis",
            mark("Where the achievement comes from"),
            mark("Whether the source states it or it is calculated here."),
            words.BASES,
        ),
        Field(
            "source_id",
            "string",
            mark("Identifier of the source"),
            mark("The article or document that sets it; empty: that of the figure."),
        ),
    ),
    ("figure", "target"),
)


def list_targets(site: Site) -> Iterator[tuple[Cell, ...]]:
    """Yield a row for each target of each figure, by their identifiers."""
    for address in sorted(site.figures):
        figure = site.figures[address]
        for target in sorted(figure.targets, key=lambda item: item.key or item.kind):
            yield address, target.key or target.kind, *_write(figure, target)


def _write(figure: Figure, target: Target) -> tuple[Cell, ...]:
    unit, quantity = figure.indicator.unit, target.quantity
    reached = next((item for item in derive_achievements(figure) if item.target == target), None)
    return (
        target.kind,
        target.by,
        target.decided,
        quantity.value if quantity else None,
        None if quantity else (target.missing or Missing.UNKNOWN).value,
        quantity.precision.value if quantity else None,
        quantity.high if quantity else None,
        write_amount(quantity, unit) if quantity else None,
        reached.percent.value if reached else None,
        write_percent(reached.percent) if reached else None,
        ("stated" if reached.stated else "calculated") if reached else None,
        target.source.id if target.source else None,
    )
