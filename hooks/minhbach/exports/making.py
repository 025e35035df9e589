"""Making all open data of a site: the whole package, and one for each campaign with rows in a ledger."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path
from typing import Any

from minhbach.exports.cells import Cell, write_csv
from minhbach.exports.descriptor import (
    LICENCE,
    describe_package,
    describe_resource,
    tell_partial,
    version_of,
)
from minhbach.exports.fields import LEDGER_TABLES
from minhbach.exports.figure_fields import FIGURES
from minhbach.exports.files import measure, write_archive, write_file, write_sums
from minhbach.exports.ledgers import (
    SHORTEST_ROW,
    count_anonymous,
    has_receipts,
    holds_only,
    read_rows,
    sum_up,
    write_ledger_csv,
    write_ledger_parquet,
)
from minhbach.exports.lists import Row, list_figures, list_tables
from minhbach.exports.model import (
    Contents,
    DataFile,
    Exports,
    Field,
    HeldElsewhere,
    Package,
    Resource,
    Table,
    Totals,
)
from minhbach.exports.workbook import Cover, Names, Sheet, write_workbook
from minhbach.language import Catalogue, mark
from minhbach.ledger.columns import LedgerName
from minhbach.numbers.writing import write_number
from minhbach.site.addresses import DATA
from minhbach.site.model import Campaign, Site

DESCRIPTOR, SUMS, WORKBOOK, ARCHIVE = "datapackage.json", "sha256sums.txt", "so-lieu.xlsx", "du-lieu.zip"
CAMPAIGN_FOLDER = "chien-dich/"
TOO_MANY = mark("This ledger has {count} rows, too many for a workbook. All of them are in {file}.")


@dataclass(frozen=True)
class Limits:
    """From which size on data are published otherwise."""

    plain_bytes: int = 20_000_000
    """CSV of a ledger that is larger is compressed; a campaign does not repeat it."""
    workbook_rows: int = 20_000
    """More rows of a ledger are left out of the workbook; Excel's own limit is 1,048,576."""
    archive_bytes: int = 20_000_000
    """CSV files that are larger together are not joined into one archive."""


LIMITS = Limits()


def make_exports(site: Site, catalogue: Catalogue, root: Path, limits: Limits = LIMITS) -> Exports:
    """Write all open data of ``site`` under ``root``, an empty folder; return what there is.

    The same site gives the same bytes. Only the public tables of the ledgers are read.
    """
    maker = _Maker(site, catalogue, limits)
    totals = sum_up(site.ledger)
    whole = maker.make_whole(root, totals[None])
    campaigns = {
        key: maker.make_campaign(root / CAMPAIGN_FOLDER / key, campaign, totals[key], whole.contents)
        for key, campaign in site.campaigns.items()
        if key in totals
    }
    return Exports(root, whole, campaigns, count_anonymous(site.ledger))


class _Maker:
    """Makes the packages of one site."""

    def __init__(self, site: Site, catalogue: Catalogue, limits: Limits) -> None:
        self._site, self._catalogue, self._limits = site, catalogue, limits
        self._gettext = catalogue.gettext
        self._has_receipts = has_receipts(site.ledger)
        self._read_already: dict[str, list[Row]] = {}
        self._lists = list(list_tables(site, catalogue))
        self._names: Names = {
            table.name: {str(row[0]): str(row[1]) for row in rows}
            for table, rows in self._lists
            if table.key == ("id",)
        }

    def make_whole(self, folder: Path, totals: Mapping[LedgerName, Totals]) -> Package:
        """Make the package of everything."""
        folder.mkdir(parents=True, exist_ok=True)
        resources: list[Resource] = []
        for name, total in totals.items():
            table = LEDGER_TABLES[name]
            csv = self._write_csv(folder, table, total.rows)
            parquet = f"{table.file}.parquet"
            write_ledger_parquet(self._site.ledger, table, folder / parquet)
            resources.append(
                Resource(table, total.rows, total.first, total.last, csv, measure(folder, parquet))
            )
        for table, rows in self._lists:
            csv = write_file(folder, f"{table.file}.csv", write_csv(table.field_names, rows))
            resources.append(Resource(table, len(rows), None, None, csv))
        title = self._gettext(mark("Open data of {name}")).format(name=self._site.organisation.name)
        figures = next(rows for table, rows in self._lists if table is FIGURES)
        return self._finish(folder, Contents(title, None, tuple(resources), (), totals), figures)

    def make_campaign(
        self, folder: Path, campaign: Campaign, totals: Mapping[LedgerName, Totals], whole: Contents
    ) -> Package:
        """Make the package of a campaign: its rows of the ledgers, and its figures."""
        folder.mkdir(parents=True, exist_ok=True)
        resources: list[Resource] = []
        elsewhere: list[HeldElsewhere] = []
        for name, total in totals.items():
            table = LEDGER_TABLES[name]
            csv = self._write_small_csv(folder, table, campaign.id, total.rows)
            if csv is None:
                held = next(item for item in whole.resources if item.table is table)
                elsewhere.append(HeldElsewhere(table, total.rows, held))
            else:
                resources.append(Resource(table, total.rows, total.first, total.last, csv))
        figures = list_figures([self._site.figures[address] for address in campaign.figures])
        csv = write_file(folder, f"{FIGURES.file}.csv", write_csv(FIGURES.field_names, figures))
        resources.append(Resource(FIGURES, len(figures), None, None, csv))
        title = self._gettext(mark("Open data: {name}")).format(name=campaign.name)
        contents = Contents(title, campaign.id, tuple(resources), tuple(elsewhere), totals)
        return self._finish(folder, contents, figures)

    def _write_csv(self, folder: Path, table: Table, rows: int) -> DataFile:
        """Write all rows of a ledger as CSV, compressed where a plain file would be too large."""
        small = self._write_small_csv(folder, table, None, rows)
        if small is not None:
            return small
        name = f"{table.file}.csv.gz"
        write_ledger_csv(self._site.ledger, table, None, folder / name, compressed=True)
        return measure(folder, name)

    def _write_small_csv(
        self, folder: Path, table: Table, campaign: str | None, rows: int
    ) -> DataFile | None:
        """Write rows of a ledger as CSV, unless that is larger than a plain file may be."""
        if rows * SHORTEST_ROW > self._limits.plain_bytes:
            return None
        path = folder / f"{table.file}.csv"
        read = self._read(table, campaign, rows)
        if read is not None:
            path.write_bytes(write_csv(table.field_names, read))
        else:
            write_ledger_csv(self._site.ledger, table, campaign, path, compressed=False)
        if path.stat().st_size > self._limits.plain_bytes:
            path.unlink()
            return None
        return measure(folder, path.name)

    def _read(self, table: Table, campaign: str | None, rows: int) -> list[Row] | None:
        """Return the rows of a ledger as values; None where they are more than a workbook holds.

        Of a small ledger all are read once: a question costs more than many rows.
        """
        if rows > self._limits.workbook_rows:
            return None
        whole = self._read_already.get(table.name)
        if campaign is None or whole is None:
            found = read_rows(self._site.ledger, table, campaign)
            if campaign is None:
                self._read_already[table.name] = found
            return found
        column = table.field_names.index("campaign")
        return [row for row in whole if row[column] == campaign]

    def _finish(self, folder: Path, contents: Contents, figures: Sequence[Sequence[Cell]]) -> Package:
        """Write what stands on the tables: hashes, workbook, descriptor and archive."""
        site, campaign = self._site, contents.campaign
        listed = [resource.csv for resource in contents.resources]
        held = [replace(item.resource.csv, path=_outside(item)) for item in contents.elsewhere]
        sums = write_file(folder, SUMS, write_sums([*listed, *held]))
        cover = Cover(contents.title, self._tell(sums, campaign), site.settings.now)
        sheets = list(self._list_sheets(contents, figures))
        write_workbook(folder / WORKBOOK, cover, sheets, self._names, self._catalogue)
        described = [
            describe_resource(
                resource,
                [] if campaign else self._valid_references(resource.table),
                self._catalogue,
                is_whole=campaign is None,
                has_key=resource.table.ledger != "gifts" or self._has_receipts,
            )
            for resource in contents.resources
        ]
        descriptor = write_file(
            folder, DESCRIPTOR, describe_package(site, self._catalogue, contents, sums, described)
        )
        archive = None
        if not held and sum(file.size_bytes for file in listed) <= self._limits.archive_bytes:
            members = [DESCRIPTOR, SUMS, *(file.path for file in listed)]
            archive = write_archive(folder, ARCHIVE, members, site.settings.now)
        return Package(
            folder=f"{DATA}{CAMPAIGN_FOLDER}{campaign}/" if campaign else DATA,
            contents=contents,
            data_hash=sums.sha256,
            version=version_of(site, sums),
            descriptor=descriptor,
            sums=sums,
            workbook=measure(folder, WORKBOOK),
            archive=archive,
        )

    def _tell(self, sums: DataFile, campaign: str | None) -> list[tuple[str, str]]:
        """Return what the workbook says of itself."""
        gettext, site = self._gettext, self._site
        lines = [
            (gettext(mark("Organisation")), site.organisation.name),
            (gettext(mark("Version")), version_of(site, sums)),
            (gettext(mark("Hash of the data")), sums.sha256),
            (gettext(mark("Licence")), f"{LICENCE['title']} (CC BY 4.0)"),
            (
                gettext(mark("What is withheld")),
                gettext(
                    mark(
                        "Names of those who did not agree to be named; their gifts are listed without a name."
                    )
                ),
            ),
        ]
        if partial := tell_partial(site, campaign, gettext):
            lines.append((gettext(mark("What is missing")), partial))
        if site.settings.base_url:
            lines.append((gettext(mark("Published at")), site.settings.absolute(DATA)))
        if site.organisation.sample:
            words = mark(
                "People, organisations and figures on this page are made up to show how the site works."
            )
            lines.insert(0, (gettext(mark("SAMPLE DATA")), gettext(words)))
        return lines

    def _list_sheets(self, contents: Contents, figures: Sequence[Sequence[Cell]]) -> Iterable[Sheet]:
        """Yield a sheet for each ledger, and one of the figures."""
        files = {item.table.name: item.csv.path for item in contents.resources}
        outside = {item.table.name: _outside(item) for item in contents.elsewhere}
        for name, table in LEDGER_TABLES.items():
            total = contents.totals.get(name)
            if total is None:
                yield Sheet(table, ())
            elif table.name in outside or total.rows > self._limits.workbook_rows:
                count = write_number(Decimal(total.rows), Decimal(1))
                where = outside.get(table.name) or files[table.name]
                yield Sheet(table, None, total, self._gettext(TOO_MANY).format(count=count, file=where))
            else:
                yield Sheet(table, self._read(table, contents.campaign, total.rows), total)
        yield Sheet(FIGURES, figures)

    def _valid_references(self, table: Table) -> list[Field]:
        """Return the columns all of whose values stand in the list that they refer to."""
        return [field for field in table.fields if field.refers_to and self._is_valid(table, field)]

    def _is_valid(self, table: Table, field: Field) -> bool:
        known: Mapping[str, Any] | None = self._names.get(field.refers_to)
        if not known:
            return False
        rows: Sequence[Row] | None
        if table.ledger is None:
            rows = next(rows for listed, rows in self._lists if listed is table)
        else:
            rows = self._read_already.get(table.name)
        if rows is None:
            return holds_only(self._site.ledger, table, field, known)
        column = table.field_names.index(field.name)
        return all(row[column] is None or row[column] in known for row in rows)


def _outside(item: HeldElsewhere) -> str:
    """Return the way from a campaign's package to a file of the whole one."""
    return f"../../{item.resource.csv.path}"
