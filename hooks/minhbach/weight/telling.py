"""The table of weights that a build prints."""

from __future__ import annotations

from collections.abc import Sequence

from minhbach.language import Catalogue, mark
from minhbach.sources.text import write_count
from minhbach.weight.judging import Row, write_kilobytes

_HEADERS = (
    mark("What a first visit loads, KB"),
    mark("pages"),
    mark("median"),
    mark("heaviest"),
    mark("limit"),
    mark("requests"),
    mark("heaviest page"),
)
_SAMPLED = mark("≈: of {count} pages that were weighed; all were held against the limit.")
_LEFT = frozenset({0, len(_HEADERS) - 1})
"""The columns that hold words."""


def format_table(rows: Sequence[Row], weighed: int, catalogue: Catalogue) -> str:
    """Return the table as lines of text, or ""; ``weighed``: how many pages of a large group were."""
    if not rows:
        return ""
    cells = [tuple(map(catalogue.gettext, _HEADERS)), *(_cells(row, catalogue) for row in rows)]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    lines = [
        "  ".join(
            cell.ljust(width) if column in _LEFT else cell.rjust(width)
            for column, (cell, width) in enumerate(zip(line, widths, strict=True))
        ).rstrip()
        for line in cells
    ]
    if any(row.is_sample for row in rows):
        lines.append(catalogue.gettext(_SAMPLED).format(count=write_count(weighed)))
    return "\n".join(lines)


def _cells(row: Row, catalogue: Catalogue) -> tuple[str, ...]:
    about = "≈" if row.is_sample else ""
    return (
        catalogue.gettext(row.budget.name),
        write_count(row.pages),
        about + write_kilobytes(row.median),
        about + write_kilobytes(row.heaviest),
        write_kilobytes(row.budget.most_bytes),
        write_count(row.requests),
        f"/{row.address}",
    )
