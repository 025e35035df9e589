"""Text cells of CSV that no spreadsheet runs as a formula, and the way back to what they were.

A cell gets a leading apostrophe where it begins with = + - @, a tab or a line break (their full-width forms
count, and so do they behind spaces or apostrophes). Where a program splits lines at semicolons, as Excel
does in some countries, the text behind a semicolon or line break becomes a cell of its own, so the
apostrophe is put there too. Source of the rule: https://owasp.org/www-community/attacks/CSV_Injection.
Numbers, dates, truth values and what only machines wrote are not touched.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

_SIGNS = r"=+\-@\x{FF1D}\x{FF0B}\x{FF0D}\x{FF20}"
_WITHIN = rf"([;\r\n])([' \t]*[{_SIGNS}])"
_AT_START = rf"^([' ]*[{_SIGNS}\t\r\n])"
# DuckDB's regular expressions know \x{…}, Python's know \u….
_WITHIN_HERE, _AT_START_HERE = (
    re.compile(re.sub(r"\\x\{(\w+)\}", r"\\u\1", pattern)) for pattern in (_WITHIN, _AT_START)
)
_WITHIN_BACK = re.compile(_WITHIN_HERE.pattern.replace(")(", ")'(", 1))
_AT_START_BACK = re.compile(_AT_START_HERE.pattern.replace("^(", "^'(", 1))
_TO_QUOTE = re.compile(r'[,"\r\n#]')  # DuckDB quotes # too, which some readers take for a comment

Cell = str | int | Decimal | date | bool | None


def make_inert(text: str) -> str:
    """Return ``text`` as it stands in a CSV file."""
    return _AT_START_HERE.sub(r"'\1", _WITHIN_HERE.sub(r"\1'\2", text))


def restore(cell: str) -> str:
    """Return the text that ``make_inert`` made this cell of."""
    return _WITHIN_BACK.sub(r"\1\2", _AT_START_BACK.sub(r"\1", cell))


def inert_sql(expression: str) -> str:
    """Return SQL that does to a text what ``make_inert`` does; NULL stays NULL."""
    within, start = quote_sql(_WITHIN), quote_sql(_AT_START)
    return rf"regexp_replace(regexp_replace({expression}, {within}, '\1''\2', 'g'), {start}, '''\1')"


def quote_sql(text: str) -> str:
    """Return ``text`` as a string of SQL."""
    return "'" + text.replace("'", "''") + "'"


def number_sql(expression: str) -> str:
    """Return SQL for a decimal without needless zeros: 50, 1.5."""
    return f"rtrim(rtrim(({expression})::VARCHAR, '0'), '.')"


def write_csv(header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """Return a CSV file as DuckDB writes those of ledgers: UTF-8 without a mark, lines end with LF.

    Python's own writer leaves a lone carriage return without quotes, where readers then end the row.
    """
    lines = [",".join(header)]
    lines += (",".join([_quote(_write_cell(cell)) for cell in row]) for row in rows)
    return ("\n".join(lines) + "\n").encode()


def _quote(cell: str) -> str:
    return '"' + cell.replace('"', '""') + '"' if _TO_QUOTE.search(cell) else cell


def _write_cell(cell: Cell) -> str:
    match cell:
        case None:
            return ""
        case bool():
            return "true" if cell else "false"
        case str():
            return make_inert(cell)
        case date():
            return cell.isoformat()
        case Decimal():
            text = f"{cell:f}"
            return text.rstrip("0").rstrip(".") if "." in text else text
        case int():
            return str(cell)
