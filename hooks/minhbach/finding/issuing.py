"""Giving out codes: which gifts need one, and the two files that are written, the secret one first."""

from __future__ import annotations

import csv
import os
from collections.abc import Iterable, Sequence
from pathlib import Path

from minhbach.finding.codes import issue_codes, make_settings
from minhbach.ledger.codes import HEADER, SALT_FILE
from minhbach.ledger.tables import Ledger
from minhbach.records.gift_codes import GiftCodesRecord
from minhbach.sources.files import CODES_FOLDER

PRIVATE_HEADER = ["receipt", "code"]
_GIFTS = "SELECT receipt FROM public_gifts WHERE kind = 'gift' AND receipt IS NOT NULL ORDER BY number"
_AT_ONCE = 500
"""So many codes are written at a time, so that whoever stops the work loses few and none by halves."""


class PrivateFileError(Exception):
    """The file for the codes lies where it would be published, or is not one of ours."""


class ReceiptError(Exception):
    """A receipt that has no gift, or has a code already."""


def check_private_file(file: Path, root: Path) -> None:
    """Raise PrivateFileError if ``file`` is in the chapter's folder or in any repository, or not ours."""
    place = file.resolve()
    folders = place.parents
    if place.is_relative_to(root.resolve()) or any((folder / ".git").exists() for folder in folders):
        raise PrivateFileError(str(file))
    if not place.parent.is_dir() or (place.exists() and _first_row(place) != PRIVATE_HEADER):
        raise PrivateFileError(str(file))


def choose_receipts(ledger: Ledger, wanted: Sequence[str]) -> list[str]:
    """Return the receipts to issue codes for: the ``wanted``, or where none are, all that have no code yet.

    Raises ReceiptError with the first wanted receipt that is of no gift, or has a code already.
    """
    gifts = [receipt for (receipt,) in ledger.rows(_GIFTS)]
    coded = {receipt for (receipt,) in ledger.rows("SELECT receipt FROM gift_codes")}
    if not wanted:
        return [receipt for receipt in gifts if receipt not in coded]
    known = set(gifts)
    for receipt in wanted:
        if receipt not in known or receipt in coded:
            raise ReceiptError(receipt)
    return list(dict.fromkeys(wanted))


def write_codes(
    root: Path, file: Path, receipts: Iterable[str], settings: GiftCodesRecord | None, year: int
) -> int:
    """Issue a code for each of ``receipts``: codes are added to ``file``, hashes to data/codes/<year>.csv.

    Where the chapter has no salt yet (``settings`` None) it is made first. Returns how many were issued.
    """
    if settings is None:
        settings = make_settings()
        text = f'salt: "{settings.salt}"\niterations: {settings.iterations}\n'
        (root / SALT_FILE).write_text(text, encoding="utf-8", newline="\n")
    hashes = root / CODES_FOLDER / f"{year}.csv"
    hashes.parent.mkdir(exist_ok=True)
    count = 0
    batch: list[tuple[str, str, str]] = []
    for issued in issue_codes(receipts, settings):
        batch.append(issued)
        count += 1
        if len(batch) == _AT_ONCE:
            _write(file, hashes, batch)
            batch = []
    _write(file, hashes, batch)
    return count


def _write(file: Path, hashes: Path, issued: Sequence[tuple[str, str, str]]) -> None:
    # First the codes: a hash whose code nobody has could never be used.
    _append(file, PRIVATE_HEADER, [(receipt, code) for receipt, code, _hash in issued], mode=0o600)
    _append(hashes, HEADER, [(receipt, digest) for receipt, _code, digest in issued], mode=0o644)


def _append(file: Path, header: Sequence[str], rows: Sequence[tuple[str, str]], mode: int) -> None:
    if not rows:
        return
    descriptor = os.open(file, os.O_WRONLY | os.O_APPEND | os.O_CREAT, mode)
    with open(descriptor, "a", encoding="utf-8", newline="") as stream:  # noqa: PTH123 - a descriptor, for its mode
        writer = csv.writer(stream, lineterminator="\n")
        if stream.tell() == 0:
            writer.writerow(header)
        writer.writerows(rows)
        stream.flush()
        os.fsync(stream.fileno())


def _first_row(file: Path) -> list[str]:
    try:
        with file.open(encoding="utf-8", newline="") as stream:
            return next(csv.reader(stream), [])
    except (OSError, UnicodeDecodeError):
        return []
