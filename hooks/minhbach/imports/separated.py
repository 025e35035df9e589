"""Text files of separated values: whatever encoding and separator spreadsheet programs write."""

from __future__ import annotations

import codecs
import csv
import io
import unicodedata
from collections.abc import Iterator

from minhbach.imports.faults import UnusableFileError
from minhbach.imports.tables import MAX_COLUMNS, MAX_ROWS, Cell, Table
from minhbach.language import mark as _
from minhbach.sources.text import write_count

SEPARATORS = ",;\t"
MAX_FIELD = 4_000
"""Characters; a longer cell is one whose closing quotation mark is missing."""

NOT_TEXT = _("The encoding of the file is not known. Save it as “CSV UTF-8”, or as .xlsx.")
QUOTE_OPEN = _("A quotation mark that opens in row {row} or before is not closed. Save the list as .xlsx.")
TOO_MANY_LINES = _("The file has more than {limit} rows. Split it into several files.")

_UTF16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def read_separated(raw: bytes) -> list[Table]:
    """Return the table of a text file as each separator would have it, ``,`` before ``;`` before a tab.

    Which is right, the headings tell. Raises UnusableFileError where the text cannot be decoded, where no
    separator gives rows with closed quotation marks, and for too many rows.
    """
    text = decode_table(raw)
    tables: list[Table] = []
    refused: UnusableFileError | None = None
    for separator in SEPARATORS:
        try:
            tables.append(Table("", list(_read_rows(text, separator))))
        except UnusableFileError as error:
            refused = refused or error
    if refused and not tables:
        raise refused
    return tables


def decode_table(raw: bytes) -> str:
    """Return the text of a file in UTF-8, UTF-16 (Excel's "Unicode text") or Windows-1258, composed.

    Raises UnusableFileError for any other, or for a file of bytes that are no text.
    """
    if raw.startswith(_UTF16_MARKS):
        encodings = ["utf-16"]
    elif raw[1:2] == b"\0":
        encodings = ["utf-16-le"]
    else:
        # Windows-1258 writes tones behind their letters; composing joins them.
        encodings = ["utf-8-sig", "cp1258"]
    for encoding in encodings:
        try:
            text = unicodedata.normalize("NFC", raw.decode(encoding))
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise UnusableFileError(NOT_TEXT)


def _read_rows(text: str, separator: str) -> Iterator[list[Cell]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    number = 0
    try:
        for number, row in enumerate(reader, 1):
            if number > MAX_ROWS:
                raise UnusableFileError(TOO_MANY_LINES, limit=write_count(MAX_ROWS))
            if any(len(cell) > MAX_FIELD for cell in row):
                raise UnusableFileError(QUOTE_OPEN, row=str(number))
            yield list(row[:MAX_COLUMNS])
    except csv.Error:
        raise UnusableFileError(QUOTE_OPEN, row=str(number + 1)) from None
