"""From a file to a plan, and from a plan to a new ledger file; nothing else touches the disk."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from minhbach.imports.chapter import Chapter, read_chapter
from minhbach.imports.existing import read_existing
from minhbach.imports.faults import Fault, UnusableFileError
from minhbach.imports.gifts import read_gifts
from minhbach.imports.layout import Layout, find_layout
from minhbach.imports.opening import open_tables
from minhbach.imports.plan import Plan, make_plan
from minhbach.imports.receipts import KEY_FILE, derive_receipts, make_key, read_key, write_key
from minhbach.imports.rows import Options, Reading, Row, write_rows
from minhbach.imports.statement import read_statement
from minhbach.imports.vocabulary import GIFTS, STATEMENT, Vocabulary
from minhbach.language import mark as _
from minhbach.ledger.columns import LEDGERS
from minhbach.sources.text import leads_outside
from minhbach.words import slugify

KEY_LOST = _(
    "The key {path} of earlier imports is missing. Get it back from git: without it gifts would be doubled."
)
UNKNOWN_CAMPAIGN = _("There is no campaign “{found}”. Known: {known}.")
UNKNOWN_FUND = _("There is no fund “{found}”. Known: {known}.")
WRONG_TARGET = _("A ledger file lies in data/gifts/ and ends with .csv; “{path}” does not.")
TARGET_TAKEN = _(
    "{path} already exists with other content, and nothing is ever overwritten. Name another file with --to."
)
NOT_WRITTEN = _("{path} cannot be written. Check the folder's permissions and the room on the disk.")

FOLDER = LEDGERS["gifts"].folder
LONGEST_NAME = 80
_FALLBACK_NAME = "nhap"


@dataclass(frozen=True)
class Sort:
    """What is imported: the headings it has, and how its rows are read."""

    vocabulary: Vocabulary
    read: Callable[[Layout, Chapter, Options], Reading]


SORTS = {"gifts": Sort(GIFTS, read_gifts), "statement": Sort(STATEMENT, read_statement)}


@dataclass(frozen=True)
class Import:
    """A file understood. ``new_key`` is the key of derived receipts where the chapter had none yet."""

    reading: Reading
    plan: Plan
    new_key: bytes | None

    @property
    def faults(self) -> tuple[Fault, ...]:
        """Everything that keeps a row from being imported, by row."""
        return tuple(sorted((*self.reading.faults, *self.plan.faults), key=lambda fault: fault.row))


def prepare_import(root: Path, path: Path, sort: str, options: Options, sheet: str | None = None) -> Import:
    """Read the file ``path`` and compare it with the ledger under ``root``; writes nothing.

    ``sort`` is "gifts" or "statement". Raises UnusableFileError for whatever keeps all of it from being read.
    """
    chapter = read_chapter(root)
    _check_known(options.campaign, chapter.campaigns, UNKNOWN_CAMPAIGN)
    _check_known(options.fund, chapter.funds, UNKNOWN_FUND)
    layout, others = find_layout(open_tables(path, sheet), SORTS[sort].vocabulary)
    reading = SORTS[sort].read(layout, chapter, options)
    key = read_key(root)
    rows: Sequence[Row] = derive_receipts(reading.rows, made := key or make_key())
    is_derived = any(not row.receipt for row in reading.rows)
    existing = read_existing(root, {row.receipt for row in rows})
    if is_derived and key is None and (existing.has_derived or (root / KEY_FILE).exists()):
        raise UnusableFileError(KEY_LOST, path=KEY_FILE)
    new_key = made if is_derived and key is None else None
    reading = replace(reading, rows=tuple(rows), other_sheets=tuple(others))
    return Import(reading, make_plan(rows, existing), new_key)


def _check_known(found: str, known: frozenset[str], message: str) -> None:
    if found and found not in known:
        raise UnusableFileError(message, found=found, known=", ".join(sorted(known)) or "–")


def settle_target(root: Path, path: Path, rows: Sequence[Row], to: str | None) -> str:
    """Return the path of the new ledger file, relative to ``root``: ``to``, or named after year and source.

    Raises UnusableFileError for a place where no ledger is read from.
    """
    if to is None:
        year = min(row.cells["date"] for row in rows)[:4]
        name = slugify(path.stem)[:LONGEST_NAME].strip("-").removeprefix(f"{year}-") or _FALLBACK_NAME
        return f"{FOLDER}{year}-{name}.csv"
    wanted = Path(to)
    relative = wanted.as_posix()
    if wanted.is_absolute():
        try:
            relative = wanted.resolve().relative_to(root.resolve()).as_posix()
        except ValueError:
            raise UnusableFileError(WRONG_TARGET, path=to) from None
    name = relative.removeprefix(FOLDER)
    if not relative.startswith(FOLDER) or "/" in name or name.startswith(".") or not name.endswith(".csv"):
        raise UnusableFileError(WRONG_TARGET, path=to)
    return relative


def write_import(root: Path, target: str, done: Import) -> bool:
    """Write the new rows to ``target``; whether that was needed, or the file held just that already.

    Raises UnusableFileError where the file holds anything else or cannot be written.
    """
    content = write_rows(done.plan.new)
    path = root / target
    if leads_outside(root, target):
        raise UnusableFileError(WRONG_TARGET, path=target)
    try:
        if path.exists():
            if path.read_bytes() == content:
                return False
            raise UnusableFileError(TARGET_TAKEN, path=target)
        path.parent.mkdir(parents=True, exist_ok=True)
        if done.new_key is not None:
            write_key(root, done.new_key)
        with path.open("xb") as file:
            file.write(content)
    except FileExistsError:
        raise UnusableFileError(TARGET_TAKEN, path=target) from None
    except OSError:
        raise UnusableFileError(NOT_WRITTEN, path=target) from None
    return True
