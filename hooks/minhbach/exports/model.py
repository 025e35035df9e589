"""What is published as open data: fields and tables as they are described, files and packages as they lie."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

from minhbach.ledger.columns import LedgerName
from minhbach.outputs.model import Asset
from minhbach.site.addresses import DATA

FieldType = Literal["string", "integer", "number", "date", "boolean", "yearmonth", "year"]
"""The types of Table Schema (https://specs.frictionlessdata.io/table-schema/)."""

VND = "VND"
"""đồng, by its ISO 4217 code: the unit of every amount of money."""


@dataclass(frozen=True)
class Field:
    """A column of a published table. ``title`` and ``description`` are messages of the catalogue."""

    name: str
    type: FieldType
    title: str
    description: str
    required: bool = False
    unit: str = ""
    words: Mapping[str, str] | None = None
    """Where only these values may stand: what each is called, as messages."""
    refers_to: str = ""
    """The table in whose column ``id`` the value stands."""


@dataclass(frozen=True)
class Table:
    """A table of the package. ``file`` is the name of its files without their ending."""

    name: str
    file: str
    title: str
    description: str
    fields: tuple[Field, ...]
    key: tuple[str, ...]
    """The columns whose values no two rows share."""
    ledger: LedgerName | None = None
    """The ledger whose public rows it holds."""
    refers_to_itself: bool = False
    """Whether ``refers_to`` names another row of the same table."""

    @property
    def field_names(self) -> tuple[str, ...]:
        """The names of its columns, in order."""
        return tuple(field.name for field in self.fields)


@dataclass(frozen=True)
class DataFile:
    """A published file. ``path`` is relative to the folder of its package; ``sha256`` in 64 hex digits."""

    path: str
    size_bytes: int
    sha256: str

    @property
    def format(self) -> str:
        """What readers know the kind of file by: "CSV", "CSV.GZ", "Parquet", "XLSX"."""
        ending = self.path.partition(".")[2]
        return "Parquet" if ending == "parquet" else ending.upper()


@dataclass(frozen=True)
class Resource:
    """A table of a package with the files that hold it: the same rows in each."""

    table: Table
    rows: int
    first: date | None
    last: date | None
    """The earliest and the latest day in it, for ledgers."""
    csv: DataFile
    parquet: DataFile | None = None

    @property
    def files(self) -> tuple[DataFile, ...]:
        """Its files, the one that the package describes first."""
        return (self.csv,) if self.parquet is None else (self.csv, self.parquet)


@dataclass(frozen=True)
class HeldElsewhere:
    """Rows of a campaign that its own package leaves to the whole one: they are too many to hold twice."""

    table: Table
    rows: int
    resource: Resource
    """The table of the whole package in which they stand."""


@dataclass(frozen=True)
class Totals:
    """What a reader who adds up the rows of a ledger must come to, in đồng."""

    rows: int
    first: date | None
    last: date | None
    money_vnd: int
    """Of rows that are neither goods nor a transfer between funds."""
    goods_vnd: int
    """The stated value of goods."""
    goods_not_valued: int
    """How many rows of goods state no value; they are in no total."""


@dataclass(frozen=True)
class Contents:
    """What a package holds, before it is described."""

    title: str
    campaign: str | None
    resources: tuple[Resource, ...]
    elsewhere: tuple[HeldElsewhere, ...]
    totals: Mapping[LedgerName, Totals]
    """Of the ledgers that have rows."""


@dataclass(frozen=True)
class Package:
    """A data package: all of a site's data, or a campaign's. ``folder`` is its address, ending with "/"."""

    folder: str
    contents: Contents
    data_hash: str
    """SHA-256, in 64 hex digits, of ``sums``: it changes when any row of any table does, and only then."""
    version: str
    descriptor: DataFile
    sums: DataFile
    """The hash of each CSV file, as ``sha256sum`` writes and checks them."""
    workbook: DataFile
    archive: DataFile | None = None
    """The descriptor and all CSV files in one; None where that would be too large."""

    @property
    def files(self) -> Iterator[DataFile]:
        """Every file of the package, in the order in which they are published."""
        for resource in self.contents.resources:
            yield from resource.files
        yield from (self.sums, self.workbook, self.descriptor)
        if self.archive is not None:
            yield self.archive


@dataclass(frozen=True)
class Exports:
    """All open data of a build. Its files lie under ``root`` until they are published."""

    root: Path
    whole: Package
    campaigns: Mapping[str, Package]
    """By identifier, newest first: the campaigns of which a ledger holds rows."""
    anonymous_gifts: int
    """How many rows of gifts name nobody."""

    def package_of(self, campaign: str) -> Package:
        """Return the package that holds a campaign's data: its own, or else the whole."""
        return self.campaigns.get(campaign, self.whole)

    def assets(self) -> Iterator[Asset]:
        """Yield every file to publish. Each is read when it is asked for: they may be larger than memory."""
        for package in (self.whole, *self.campaigns.values()):
            for file in package.files:
                address = f"{package.folder}{file.path}"
                yield Asset(address, (self.root / address.removeprefix(DATA)).read_bytes())
