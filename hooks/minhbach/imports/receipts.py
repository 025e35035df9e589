"""Receipts for rows that have none, derived from what the rows say.

A receipt is published, the name of most rows is not. A plain hash of a name would let anybody try names until
one fits; so it is keyed (HMAC) with a key that stays where the names are, in the chapter's repository.
"""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from minhbach.imports.rows import Row

KEY_FILE = "data/.import-key"
"""Beside the ledgers, and like every name with a dot no content."""
KEY_BYTES = 32

_ALPHABET = "BCDFGHKLMNPQRSTVWX"
"""Neither digits, which could look like a phone number, nor vowels, which could make words."""
_LETTERS = 12
"""18^12 is 10^15: two of a million rows share one with a chance of 1 in 2.000."""
_DERIVED = re.compile(rf"TL-[{_ALPHABET}]{{6}}-[{_ALPHABET}]{{6}}")


def is_derived(receipt: str) -> bool:
    """Whether a receipt has the form of those made here ("TL": tự lập)."""
    return _DERIVED.fullmatch(receipt) is not None


def derive_receipts(rows: Iterable[Row], key: bytes) -> list[Row]:
    """Return ``rows`` with a receipt for each that has none.

    The same row has the same receipt in every file; of equal rows the first, the second and so on have
    receipts of their own. The order of rows and what stands beside them do not matter.
    """
    seen: Counter[tuple[str, ...]] = Counter()
    finished = []
    for row in rows:
        if row.receipt:
            finished.append(row)
            continue
        identity = tuple(" ".join(part.casefold().split()) for part in row.identity)
        seen[identity] += 1
        receipt = _derive((*identity, str(seen[identity])), key)
        finished.append(replace(row, cells={**row.cells, "receipt": receipt}))
    return finished


def _derive(parts: tuple[str, ...], key: bytes) -> str:
    # The length before each part, so that no two lists of parts are the same text.
    text = "".join(f"{len(part)}:{part}" for part in parts)
    number = int.from_bytes(hmac.new(key, text.encode(), hashlib.sha256).digest(), "big")
    letters = ""
    for _position in range(_LETTERS):
        number, rest = divmod(number, len(_ALPHABET))
        letters += _ALPHABET[rest]
    return f"TL-{letters[:6]}-{letters[6:]}"


def make_key() -> bytes:
    """Return a new key."""
    return secrets.token_bytes(KEY_BYTES)


def read_key(root: Path) -> bytes | None:
    """Return the chapter's key; None where it has none or holds something else."""
    try:
        key = bytes.fromhex((root / KEY_FILE).read_text(encoding="ascii").strip())
    except (OSError, ValueError):
        return None
    return key if len(key) == KEY_BYTES else None


def write_key(root: Path, key: bytes) -> None:
    """Write the chapter's first key. Raises OSError, FileExistsError among it: a key is never replaced."""
    path = root / KEY_FILE
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("x", encoding="ascii", newline="\n") as file:
        file.write(key.hex() + "\n")
