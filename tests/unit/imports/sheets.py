"""Spreadsheet files made of rows of cells."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import xlsxwriter


def write_csv(path: Path, rows: Sequence[Sequence[object]], separator: str = ",") -> Path:
    out = io.StringIO()
    csv.writer(out, delimiter=separator, lineterminator="\r\n").writerows(rows)
    path.write_bytes(out.getvalue().encode())
    return path


def write_xlsx(
    path: Path, sheets: dict[str, Sequence[Sequence[Any]]], merged: Sequence[tuple[int, int, int, int]] = ()
) -> Path:
    """Write sheets of cells; dates become date cells, None stays empty, texts are never formulas."""
    with xlsxwriter.Workbook(str(path)) as book:
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for number, row in enumerate(rows):
                for column, cell in enumerate(row):
                    if isinstance(cell, date):
                        sheet.write_datetime(number, column, cell, day)
                    elif isinstance(cell, str):
                        sheet.write_string(number, column, cell)
                    elif cell is not None:
                        sheet.write(number, column, cell)
            for area in merged:
                sheet.merge_range(*area, rows[area[0]][area[1]])
    return path
