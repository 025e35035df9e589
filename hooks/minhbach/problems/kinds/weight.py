"""Pages that would take a reader on a slow line too long."""

from __future__ import annotations

from minhbach.language import mark as _
from minhbach.problems.problem import Kind, Severity

TOO_MANY_BYTES = _("{weight} KB, more than the limit of {limit} KB")
TOO_MANY_FILES = _("{weight} files, more than the limit of {limit} files")
INSIDE = _(" (of it {charts} charts {charts_kb} KB, {rows} rows of tables {rows_kb} KB)")
PAGE_TOO_HEAVY = Kind(
    "trang-qua-nang",
    Severity.ERROR,
    _("To show “/{address}” a browser must load {over}. The page itself takes {html} KB{inside}{files}."),
    _("Divide it into several pages, show fewer charts, or attach a long table as a file (XLSX, PDF)."),
)
"""``over_message`` is one of the first two above, ``inside_message`` the third."""
