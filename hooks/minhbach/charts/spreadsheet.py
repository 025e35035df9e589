"""The data table of a chart as CSV that spreadsheets open rightly and safely."""

from __future__ import annotations

import csv
import io
import re
from typing import Final

from .contract import TableChart

# A cell that begins so may be run as a formula. Full-width forms count too: some programs fold them.
_FORMULA: Final = tuple("=+-@\t\r\n\uff1d\uff0b\uff0d\uff20")
# Plain numbers may keep their sign: digits, and the separators of Vietnamese and English usage.
_PLAIN_NUMBER: Final = re.compile(r"[+-]?[0-9]+(?:[.,\u00a0\u202f ][0-9]+)*%?", re.ASCII)


def write_csv(chart: TableChart) -> bytes:
    """The table as UTF-8 with a byte order mark (without it Excel garbles Vietnamese), lines end CRLF."""
    target = io.StringIO()
    writer = csv.writer(target, lineterminator="\r\n")
    writer.writerow([_inert(cell) for cell in chart.table.headers])
    writer.writerows([_inert(cell) for cell in row] for row in chart.table.rows)
    return b"\xef\xbb\xbf" + target.getvalue().encode("utf-8", errors="replace")


def _inert(cell: str) -> str:
    """The cell with a leading apostrophe where a spreadsheet could take it for a formula."""
    text = cell.replace("\x00", "")
    if text.lstrip(" ").startswith(_FORMULA) and not _PLAIN_NUMBER.fullmatch(text):
        return "'" + text
    return text
