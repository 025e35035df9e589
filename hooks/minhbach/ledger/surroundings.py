"""What the rows of ledgers refer to: the identifiers that exist, and who may be named."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from minhbach.records.contents import Contents
from minhbach.records.money import DonorRecord, FundRecord, PurposeRecord, may_be_named

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

TABLES = ("campaigns", "units", "donors", "funds", "purposes")


@dataclass(frozen=True)
class Surroundings:
    """The records around the ledgers. ``unsure``: tables of which a record could not be used, so that what
    refers to it is not reported a second time."""

    today: date
    campaigns: tuple[str, ...] = ()
    incomplete: frozenset[str] = frozenset()
    """Campaigns whose lists of gifts are declared incomplete."""
    years: Mapping[str, int] = field(default_factory=dict)
    """Of the campaigns that began and ended in one year: which."""
    units: tuple[str, ...] = ()
    donors: Mapping[str, DonorRecord] = field(default_factory=dict)
    funds: Mapping[str, FundRecord] = field(default_factory=dict)
    purposes: Mapping[str, PurposeRecord] = field(default_factory=dict)
    names_people: bool = True
    """False where the chapter lets donors find their gifts by a code only."""
    unsure: frozenset[str] = frozenset()

    def withdrawn_donors(self) -> tuple[str, ...]:
        """Return the names of donors of data/donors.yml who have withdrawn consent."""
        return tuple(sorted({item.name for item in self.donors.values() if item.consent == "withdrawn"}))

    def known(self, table: str) -> list[str]:
        """Return the identifiers of a table (see ``TABLES``)."""
        return list(getattr(self, table))


def look_around(contents: Contents, today: date) -> Surroundings:
    """Return what ``contents`` holds of the records that ledgers refer to, for a build on ``today``."""

    def single(path: str) -> Mapping[str, object]:
        entry = contents.single.get(path)
        return {} if entry is None else entry.record

    organisation = contents.single.get("data/organisation.yml")
    sources = {
        "units": "data/organisation.yml",
        "donors": "data/donors.yml",
        "funds": "data/funds.yml",
        "purposes": "data/purposes.yml",
    }
    unsure = {table for table, path in sources.items() if path in contents.unusable}
    if any(path.startswith("data/campaigns/") for path in contents.unusable):
        unsure.add("campaigns")
    return Surroundings(
        today=today,
        # What others collect and spend stands in no ledger of ours.
        campaigns=tuple(key for key, entry in contents.campaigns.items() if entry.record.body is None),
        incomplete=frozenset(key for key, entry in contents.campaigns.items() if not entry.record.lists_all),
        years={
            key: start.year
            for key, entry in contents.campaigns.items()
            if isinstance(start := entry.record.period.start, date)
            and isinstance(end := entry.record.period.end, date)
            and start.year == end.year
        },
        units=tuple(organisation.record.units) if organisation else (),
        donors=single("data/donors.yml"),  # type: ignore[arg-type]
        funds=single("data/funds.yml"),  # type: ignore[arg-type]
        purposes=single("data/purposes.yml"),  # type: ignore[arg-type]
        names_people=organisation is None or organisation.record.gift_lookup == "names",
        unsure=frozenset(unsure),
    )


def lay_out_surroundings(database: DuckDBPyConnection, around: Surroundings) -> None:
    """Make the tables ``known_<table>`` of identifiers; those of donors and funds say more."""
    _fill(
        database,
        "known_campaigns (id VARCHAR, lists_all BOOLEAN, year INTEGER)",
        ((key, key not in around.incomplete, around.years.get(key)) for key in around.campaigns),
    )
    for table in ("units", "purposes"):
        _fill(database, f"known_{table} (id VARCHAR)", ((key,) for key in around.known(table)))
    _fill(
        database,
        "known_donors (id VARCHAR, name VARCHAR, kind VARCHAR, unit VARCHAR, may_be_named BOOLEAN, "
        "is_withdrawn BOOLEAN)",
        (
            (key, item.name, item.kind, item.unit, may_be_named(item), item.consent == "withdrawn")
            for key, item in around.donors.items()
        ),
    )
    _fill(
        database,
        "known_funds (id VARCHAR, opened DATE, has_balance BOOLEAN)",
        ((key, item.opened, item.has_balance) for key, item in around.funds.items()),
    )


def _fill(database: DuckDBPyConnection, table: str, rows: Iterable[tuple[object, ...]]) -> None:
    database.execute(f"CREATE TABLE {table}")
    rows = list(rows)
    if rows:
        marks = ", ".join("?" * len(rows[0]))
        database.executemany(f"INSERT INTO {table.split(' ', 1)[0]} VALUES ({marks})", rows)
