"""Sites with made-up ledgers, and their open data written into a folder."""

from __future__ import annotations

import csv
import io
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from minhbach.exports.making import LIMITS, Limits, make_exports
from minhbach.exports.model import Exports
from minhbach.gather import gather_site
from minhbach.language.catalogue import read_catalogue
from minhbach.ledger.columns import LEDGERS
from minhbach.ledger.tables import Ledger, open_database
from minhbach.records.money import DonorRecord, FundRecord, PurposeRecord
from minhbach.site.model import Site

ROOT = Path(__file__).parents[3]
CAMPAIGN = "tet-nhan-ai-2025"
GIFTS = f"""\
receipt,day,kind,listing,donor,name,donor_kind,ward,campaign,fund,amount_vnd,item,quantity,unit,valuation,refers_to,note
PT-1,2025-01-10,gift,named,,Trần Thị Mẫu,person,my-dinh-1,{CAMPAIGN},nhan-dao,500000,,,,,,
PT-2,2025-01-10,gift,named,cong-ty,Công ty Mẫu,organisation,,{CAMPAIGN},nhan-dao,20000000,,,,,,
PT-3,2025-01-11,gift,anonymous,,,person,phu-do,{CAMPAIGN},,,gạo,50,kg,not-valued,,
PT-4,2025-01-11,collection,not-itemised,,,,,{CAMPAIGN},nhan-dao,12000000,,,,,,
PT-5,2025-01-12,refund,anonymous,,,person,,{CAMPAIGN},nhan-dao,-100000,,,,,PT-1,"Nhầm; ""hoàn""
=1+1"
PT-6,2025-02-01,gift,named,,"=HYPERLINK(""http://x"")",group,,,nhan-dao,7000,,,,,,
PT-7,2025-02-02,gift,named,cong-ty,Công ty Mẫu,organisation,,{CAMPAIGN},,3000000,chăn,12.5,chiếc,hoá đơn,,
"""
EXPENSES = f"""\
receipt,day,kind,campaign,fund,to_fund,purpose,payee,ward,amount_vnd
PC-1,2025-01-20,expense,{CAMPAIGN},nhan-dao,,qua-tet,Cửa hàng Mẫu,phu-do,30000000
PC-2,2025-03-01,transfer,,nhan-dao,du-phong,,,,1000000
"""
PLEDGES = f"""\
receipt,day,kind,name,donor_kind,ward,campaign,item,quantity,unit
DK-1,2025-01-05,pledge,Phường Phú Đô,ward,phu-do,{CAMPAIGN},suất quà,40,suất
"""
DELIVERIES = f"""\
receipt,day,kind,campaign,ward,item,quantity,unit,households,place
TT-1,2025-01-21,delivery,{CAMPAIGN},phu-do,suất quà,38,suất,38,Nhà văn hoá
"""
Rows = list[dict[str, Any]]


def read(text: str) -> Rows:
    """Return the rows of a CSV text; empty cells hold nothing."""
    return [{key: cell or None for key, cell in row.items()} for row in csv.DictReader(io.StringIO(text))]


def make_ledger(**tables: Rows) -> Ledger:
    """Return a ledger whose public tables hold these rows."""
    database = open_database()
    for name, rows in tables.items():
        for number, row in enumerate(rows, start=1):
            cells = row | {"number": number}
            if name == "gifts":
                cells["is_goods"] = row.get("item") is not None
            marks = ", ".join("?" * len(cells))
            columns = ", ".join(cells)
            database.execute(f"INSERT INTO public_{name} ({columns}) VALUES ({marks})", list(cells.values()))
    return Ledger(database, {name: len(tables.get(name, ())) for name in LEDGERS})


@pytest.fixture(scope="session")
def fill() -> Callable[..., Ledger]:
    """Return a function that makes a ledger of rows by table."""
    return make_ledger


@pytest.fixture(scope="session")
def bare_site() -> Site:
    """The site of this repository, which keeps no ledger."""
    site = gather_site(ROOT, {"SOURCE_DATE_EPOCH": "1795000000"}).site
    return replace(site, settings=replace(site.settings, base_url="https://hoi.example/"))


@pytest.fixture(scope="session")
def with_ledger(bare_site: Site) -> Callable[..., Site]:
    """Return a function that gives the bare site ledgers, two funds, a purpose and a donor."""

    def make(**tables: Rows) -> Site:
        opened = date(2025, 1, 1)
        return replace(
            bare_site,
            ledger=make_ledger(**tables),
            funds={
                "nhan-dao": FundRecord(name="Quỹ Nhân đạo", opened=opened, opening_vnd=Decimal(5_000_000)),
                "du-phong": FundRecord(name="Quỹ Dự phòng", opened=opened, opening_vnd=Decimal(0)),
            },
            purposes={"qua-tet": PurposeRecord(name="Quà Tết")},
            donors={
                "cong-ty": DonorRecord(name="Công ty Mẫu", kind="organisation"),
                "bi-mat": DonorRecord(name="Người Giấu Tên", kind="person", consent="withdrawn"),
            },
        )

    return make


@pytest.fixture(scope="session")
def small_site(with_ledger: Callable[..., Site]) -> Site:
    """A site with a few rows in each ledger."""
    return with_ledger(
        gifts=read(GIFTS), expenses=read(EXPENSES), pledges=read(PLEDGES), deliveries=read(DELIVERIES)
    )


@pytest.fixture
def export(tmp_path: Path) -> Callable[..., tuple[Path, Exports]]:
    """Return a function that writes the open data of a site as they are published."""
    count = iter(range(1000))

    def make(site: Site, limits: Limits = LIMITS) -> tuple[Path, Exports]:
        root = tmp_path / f"made-{next(count)}"
        exports = make_exports(site, read_catalogue("vi"), root, limits)
        published = root.with_name(f"{root.name}-published")
        for asset in exports.assets():
            target = published / asset.path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(asset.content)
        return published / "du-lieu", exports

    return make


@pytest.fixture(scope="session")
def opened() -> Callable[[Path], Iterator[tuple[str, bytes]]]:
    """Return a function that yields every file below a folder, and what is packed in it, as bytes."""

    def walk(folder: Path) -> Iterator[tuple[str, bytes]]:
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                yield from unpack(path.as_posix(), path.read_bytes())

    def unpack(name: str, content: bytes) -> Iterator[tuple[str, bytes]]:
        yield name, content
        if name.endswith(".gz"):
            yield f"{name}!", zlib.decompress(content, 31)
        if name.endswith((".zip", ".xlsx")):
            with zipfile.ZipFile(io.BytesIO(content)) as archive:
                for member in archive.namelist():
                    yield from unpack(f"{name}!{member}", archive.read(member))

    return walk
