"""What the rows below the headings are: gifts, totals, headings of groups, words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import Enum, auto

from minhbach.imports.layout import Layout
from minhbach.imports.tables import Cell, is_blank, write_cell
from minhbach.imports.vocabulary import Meaning
from minhbach.numbers.words import fold as compose


class Line(Enum):
    """What a row is. A GROUP is a heading within the list ("I. Các phường"), at times with its sum."""

    BLANK = auto()
    REPEATED = auto()
    TEXT = auto()
    GROUP = auto()
    TOTAL = auto()
    ENTRY = auto()


# With diacritics, because "Công ty" and "Cộng" fold alike; and ended, because of "Tổng công ty",
# "Tổng Liên đoàn" and "Cộng đồng người Việt", who give too.
_TOTAL = re.compile(
    r"(?:tổng|cộng)(?: (?:tiền|thu|ủng hộ|số tiền))?[\s:.…\-–]*(?:\(.*\)|[0-9.,]+ ?(?:đồng|đ)?)?"
    r"|tổng (?:cộng|số|phát sinh|ghi có)\b.*"
    r"|cộng (?:trang|dồn|mang|chuyển|phường|xã|tổ|nhóm|mục|phần|ngày|tháng|quý|năm|số"
    r"|phát sinh|[ivx]+|[0-9]+)\b.*"
    r"|(?:tong|cong)[\s:.\-–]*|tong cong(?! ty\b).*|tong so\b.*|(?:sub)?total\b.*"
    r"|số (?:trang trước|mang) (?:chuyển )?sang\b.*|(?:trang trước )?(?:mang|chuyển) sang\b.*"
)
_ROMAN = re.compile(r"(?:[IVXLC]+|[A-Z])(?:[.)/:\-].*|\s.*)?")
_ARABIC = re.compile(r"[0-9]+[.)]?")
_NOTHING = re.compile(r"[-–—.\s]*")

_SUBSTANCE = (
    *(Meaning.AMOUNT, Meaning.PART, Meaning.VALUE, Meaning.ITEM, Meaning.QUANTITY),
    *(Meaning.CREDIT, Meaning.DEBIT, Meaning.BALANCE),
)
"""A row without a number under one of these is no gift and no movement of money."""
_SIGNATURE = re.compile(r"ngày .*tháng .*năm", re.IGNORECASE)
_MONEY = (Meaning.AMOUNT, Meaning.PART, Meaning.VALUE, Meaning.CREDIT, Meaning.DEBIT)
LEAST_NUMBERS = 3


def is_nothing(cell: Cell) -> bool:
    """Whether a cell of numbers says that there is none: empty, a dash, zero."""
    if isinstance(cell, str):
        return _NOTHING.fullmatch(write_cell(cell)) is not None
    return isinstance(cell, int | float) and not isinstance(cell, bool) and cell == 0


def sort_lines(layout: Layout) -> Mapping[int, Line]:
    """Return what each row below the headings (counted from 0) is."""
    ordinal = layout.one(Meaning.ORDINAL)
    marks = [layout.text(row, ordinal) for row in layout.rows]
    is_numbered = any(_ARABIC.fullmatch(mark) for mark in marks)
    lines = {row: _sort(layout, row, mark, is_numbered) for row, mark in zip(layout.rows, marks, strict=True)}
    last_total = max((row for row, line in lines.items() if line is Line.TOTAL), default=None)
    if last_total is not None:
        for row in range(last_total + 1, layout.rows.stop):
            # Who signed, and when: words below the last total are no gift without an amount.
            if lines[row] is Line.ENTRY and not _has_substance(layout, row):
                lines[row] = Line.TEXT
    return lines


def _sort(layout: Layout, row: int, mark: str, is_numbered: bool) -> Line:
    filled = [write_cell(cell) for cell in layout.table.rows[row] if not is_blank(cell)]
    meant = [column for column in layout.columns if layout.text(row, column)]
    if all(column.meaning is Meaning.ORDINAL for column in meant) and len(filled) <= len(meant):
        return Line.BLANK  # a form numbered in advance, or nothing
    if _is_repeated(layout, row) or (row == layout.first_row and _are_column_numbers(filled)):
        return Line.REPEATED
    has_number = is_numbered and _ARABIC.fullmatch(mark) is not None
    money = [column for column in layout.all_of(*_MONEY) if not is_nothing(layout.cell(row, column))]
    if not has_number and _is_total(filled[0]):
        return Line.TOTAL
    if money and not has_number and len(meant) == len(money) == len(filled):
        return Line.TOTAL  # a sum that nobody labelled: a gift has at least a day or a name
    if is_numbered and not has_number and _ROMAN.fullmatch(mark):
        return Line.GROUP
    if has_number or _has_substance(layout, row):
        return Line.ENTRY
    return Line.TEXT if is_numbered or len(filled) == 1 else Line.ENTRY


def _has_substance(layout: Layout, row: int) -> bool:
    cells = [layout.cell(row, column) for column in layout.all_of(*_SUBSTANCE)]
    return any(not is_nothing(cell) and _has_number(cell) for cell in cells)


def _has_number(cell: Cell) -> bool:
    if not isinstance(cell, str):
        return True
    return any(character.isdigit() for character in cell) and not _SIGNATURE.search(cell)


def _is_total(text: str) -> bool:
    return _TOTAL.fullmatch(compose(text)) is not None


def _is_repeated(layout: Layout, row: int) -> bool:
    """Whether a row says again what the headings say, as lists do at the top of each page."""
    heads = [write_cell(cell) for cell in layout.table.rows[layout.heading_row]]
    cells = [write_cell(cell) for cell in layout.table.rows[row]]
    said = {head.casefold() for head in heads if head}
    again = [cell.casefold() for cell in cells if cell]
    return len(again) > 1 and all(cell in said for cell in again)


def _are_column_numbers(filled: list[str]) -> bool:
    """Whether the row below the headings numbers the columns: A, B, 1, 2 or (1), (2), (3)."""
    bare = [text.strip("()") for text in filled]
    numbers = [int(text) for text in bare if text.isascii() and text.isdigit()]
    letters = [text for text in bare if len(text) == 1 and text.isalpha()]
    if len(bare) < LEAST_NUMBERS or len(numbers) + len(letters) != len(bare) or not numbers:
        return False
    return numbers == list(range(numbers[0], numbers[0] + len(numbers))) and numbers[0] <= len(bare)
