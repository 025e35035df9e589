"""The gifts that a chapter's ledger has already: only the rows that an import asks about are kept."""

from __future__ import annotations

import csv
import gzip
import io
import re
import zlib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, field
from pathlib import Path

from minhbach.imports.faults import UnusableFileError
from minhbach.imports.receipts import is_derived
from minhbach.language import mark as _
from minhbach.ledger.columns import LEDGERS
from minhbach.sources.files import LEDGER_SUFFIXES

BROKEN_LEDGER = _("{path} cannot be read, so what it holds is not known. Run: python -m minhbach check")

_PREFIX = "TL-"
_NOT_A_DIGIT = re.compile(r"[^0-9]")


@dataclass(frozen=True)
class Existing:
    """Rows of the ledger by receipt, with the file each stands in; ``has_derived``: any derived receipt.

    ``unnumbered`` are those without a receipt, by day and amount.
    """

    rows: Mapping[str, tuple[str, Mapping[str, str]]] = field(default_factory=dict)
    has_derived: bool = False
    unnumbered: Mapping[tuple[str, str], list[tuple[str, Mapping[str, str]]]] = field(default_factory=dict)


def same_day_and_amount(row: Mapping[str, str]) -> tuple[str, str]:
    """Return by what a row without a receipt is looked up: its day and its amount."""
    return row.get("date", ""), _NOT_A_DIGIT.sub("", row.get("amount_vnd", ""))


def read_existing(root: Path, wanted: Set[str]) -> Existing:
    """Look through data/gifts/ for the receipts ``wanted``.

    Raises UnusableFileError for a file that is not readable CSV with a column of the ledger.
    """
    unnumbered: dict[tuple[str, str], list[tuple[str, Mapping[str, str]]]] = defaultdict(list)
    found: dict[str, tuple[str, Mapping[str, str]]] = {}
    has_derived = False
    folder = root / LEDGERS["gifts"].folder
    paths = sorted(folder.iterdir()) if folder.is_dir() else []
    for path in paths:
        if not path.name.endswith(LEDGER_SUFFIXES) or path.name.startswith("."):
            continue
        name = f"{LEDGERS['gifts'].folder}{path.name}"
        try:
            for receipt, header, cells in _read_rows(path):
                if not receipt or (receipt in wanted and receipt not in found):
                    row = {column: cell.strip() for column, cell in zip(header, cells, strict=False)}
                    if receipt:
                        found[receipt] = (name, row)
                    elif any(row.values()):
                        unnumbered[same_day_and_amount(row)].append((name, row))
                if not has_derived and receipt.startswith(_PREFIX):
                    has_derived = is_derived(receipt)
        except (OSError, EOFError, zlib.error, UnicodeDecodeError, csv.Error, ValueError):
            raise UnusableFileError(BROKEN_LEDGER, path=name) from None
    return Existing(found, has_derived, unnumbered)


def _read_rows(path: Path) -> Iterator[tuple[str, list[str], list[str]]]:
    """Yield receipt ("" for none), header and cells of each row.

    Raises ValueError where the first line names no column of the ledger.
    """
    with _open(path) as raw, io.TextIOWrapper(raw, encoding="utf-8-sig", newline="") as text:
        first = text.readline()
        separator = ";" if first.count(";") > first.count(",") else ","
        header = [one.strip() for one in next(csv.reader([first], delimiter=separator), [])]
        if not header:
            return
        if not set(header) & set(LEDGERS["gifts"].names):
            raise ValueError("no ledger")
        place = header.index("receipt") if "receipt" in header else None
        for cells in csv.reader(text, delimiter=separator):
            if place is None or len(cells) > place:
                yield "" if place is None else cells[place].strip(), header, cells


def _open(path: Path) -> gzip.GzipFile | io.BufferedReader:
    return gzip.open(path, "rb") if path.name.endswith(".gz") else path.open("rb")
