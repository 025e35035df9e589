"""Rows of ledger files into DuckDB: every cell as it is written, and beside it what it means."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from minhbach.ledger.columns import NOT_VALUED, NOT_VALUED_WORDS, LedgerColumns
from minhbach.ledger.files import LedgerFile, open_ledger
from minhbach.ledger.numerals import MACROS

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

LONGEST_ROW_BYTES = 1_000_000

# What a cell means. Text keeps its words; line breaks and runs of blanks in it become one blank.
_MACROS = (
    r"CREATE MACRO cell(x) AS nullif(trim(x, E' \t\n\r' || chr(160)), '')",
    r"""CREATE MACRO words(x) AS nullif(trim(CASE WHEN regexp_matches(x, '[\n\r\t\x{a0}]|  ')
        THEN regexp_replace(x, '[\s\x{a0}]+', ' ', 'g') ELSE x END), '')""",
    *MACROS,
    r"""CREATE MACRO day_of(x) AS CASE WHEN regexp_full_match(x, '[0-9]{4}-[0-9]{2}-[0-9]{2}')
        THEN TRY_CAST(x AS DATE) END""",
)
_WORDS = frozenset({"name", "item", "unit", "valuation", "note", "payee", "place"})
_MEANINGS = {
    "date": ("day", "DATE", "day_of({})"),
    "amount_vnd": ("amount", "BIGINT", "whole({})"),
    "quantity": ("measure", "DECIMAL(15,3)", "fraction({}, {unit})"),
    "households": ("household_count", "INTEGER", "TRY_CAST(whole({}) AS INTEGER)"),
}
"""By column: the name, type and expression of what its cells mean, which is NULL where they mean nothing."""


def prepare_tables(database: DuckDBPyConnection, ledgers: tuple[LedgerColumns, ...]) -> None:
    """Lay out a view for each ledger: ``row`` and ``file`` (numbers), every column as text, and the meanings.

    Rows without any content, which spreadsheets like to leave at the end, are not in it.
    """
    statements = [*_MACROS]
    for ledger in ledgers:
        statements += lay_out_rows(ledger, ledger.name)
    database.execute("; ".join(statements))


def lay_out_rows(ledger: LedgerColumns, name: str) -> list[str]:
    """Return the statements that make the table ``<name>_rows`` and the view ``name`` for a ledger."""
    columns = [f'"{column}" VARCHAR' for column in ledger.names]
    columns += [
        f"{meaning} {kind}" for key, (meaning, kind, _sql) in _MEANINGS.items() if key in ledger.names
    ]
    return [
        f"CREATE TABLE {name}_rows (file USMALLINT, is_blank BOOLEAN, {', '.join(columns)})",
        f"CREATE VIEW {name} AS SELECT rowid AS row, * EXCLUDE (is_blank) FROM {name}_rows "
        "WHERE NOT is_blank",
    ]


def load_rows(
    database: DuckDBPyConnection, root: Path, file: LedgerFile, number: int, folder: Path, table: str = ""
) -> bool:
    """Add the rows of ``file`` to its ledger's table, or to ``table``, with ``number`` as their file.

    ``folder`` is for temporary files. Returns False, with no row added, where a row does not have the cells
    of the heading or its quotes are not closed.
    """
    import duckdb

    path = _even_lines(root, file, folder) if file.is_uneven else root / file.path
    cells = [f"c{index}" for index in range(len(file.heading))]
    expressions = dict(zip(file.heading, cells, strict=True))
    selected = [f"{number}", f"trim(concat({', '.join(cells)})) = ''"]
    selected += [
        _expression(name, expressions.get(name, "NULL"), is_composed=file.is_composed)
        for name in file.ledger.names
    ]
    for key, (_name, _kind, sql) in _MEANINGS.items():
        if key in file.ledger.names:
            unit = f"words({expressions.get('unit', 'NULL')})"
            selected.append(sql.format(f"cell({expressions.get(key, 'NULL')})", unit=unit))
    columns = ", ".join(f"'{cell}': 'VARCHAR'" for cell in cells)
    database.execute("BEGIN")
    try:
        database.execute(
            f"INSERT INTO {table or file.ledger.name}_rows SELECT {', '.join(selected)} FROM read_csv(?, "
            f"delim=?, quote='\"', escape='\"', header=false, skip=?, columns={{{columns}}}, "
            f"auto_detect=false, null_padding=false, max_line_size=?, compression=?)",
            [
                *(str(path), file.separator, file.heading_lines, LONGEST_ROW_BYTES),
                "gzip" if path.name.endswith(".gz") else "none",
            ],
        )
    except duckdb.InvalidInputException:
        database.execute("ROLLBACK")
        return False
    database.execute("COMMIT")
    return True


def _expression(name: str, cell: str, *, is_composed: bool) -> str:
    """Return what is kept of a cell as text."""
    composed = cell if is_composed or cell == "NULL" else f"nfc_normalize({cell})"
    text = f"{'words' if name in _WORDS else 'cell'}({composed})"
    if name == "valuation":
        known = ", ".join(f"'{words}'" for words in NOT_VALUED_WORDS)
        return f"CASE WHEN lower({text}) IN ({known}) THEN '{NOT_VALUED}' ELSE {text} END"
    return text


def _even_lines(root: Path, file: LedgerFile, folder: Path) -> Path:
    """Copy a ledger file, all its lines ended alike; return where."""
    path = folder / "even.csv"
    with open_ledger(root, file.path) as source, path.open("wb") as target:
        shutil.copyfileobj(_Evened(source), target)
    return path


class _Evened:
    """A file whose line ends are all "\\n"."""

    def __init__(self, source: object) -> None:
        self._parts = self._even(source)

    def read(self, _size: int = -1) -> bytes:
        return next(self._parts, b"")

    @staticmethod
    def _even(source: object) -> Iterator[bytes]:
        rest = b""
        while chunk := source.read(1 << 20):  # type: ignore[attr-defined]
            chunk = rest + chunk
            # A "\r" at the end may belong to a "\n" that comes next.
            rest = b"\r" if chunk.endswith(b"\r") else b""
            if part := chunk.removesuffix(b"\r").replace(b"\r\n", b"\n").replace(b"\r", b"\n"):
                yield part
        if rest:
            yield b"\n"
