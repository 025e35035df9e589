"""Sites with made-up ledgers, and their open data written into a folder."""

from __future__ import annotations

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
GIFTS = [
    # receipt, day, kind, listing, donor, name, donor kind, ward, campaign, fund, amount, goods, item, quantity, unit,
    # valuation, refers to, note
    ("PT-1", "2025-01-10", "gift", "named", None, "Trần Thị Mẫu", "person", "my-dinh-1", CAMPAIGN, "nhan-dao", 500_000),
    ("PT-2", "2025-01-10", "gift", "named", "cong-ty", "Công ty Mẫu", "organisation", None, CAMPAIGN, "nhan-dao", 20_000_000),
    ("PT-3", "2025-01-11", "gift", "anonymous", None, None, "person", "phu-do", CAMPAIGN, None, None, True, "gạo", "50", "kg", "not-valued"),
    ("PT-4", "2025-01-11", "collection", "not-itemised", None, None, None, None, CAMPAIGN, "nhan-dao", 12_000_000),
    ("PT-5", "2025-01-12", "refund", "anonymous", None, None, "person", None, CAMPAIGN, "nhan-dao", -100_000, False, None, None, None, None, "PT-1", "Chuyển nhầm; \"hoàn\"\n=1+1"),
    ("PT-6", "2025-02-01", "gift", "named", None, "=HYPERLINK(\"http://x\")", "group", None, None, "nhan-dao", 7_000),
    ("PT-7", "2025-02-02", "gift", "named", "cong-ty", "Công ty Mẫu", "organisation", None, CAMPAIGN, None, 3_000_000, True, "chăn", "12.5", "chiếc", "theo hoá đơn"),
]  # fmt: skip
EXPENSES = [
    ("PC-1", "2025-01-20", "expense", CAMPAIGN, "nhan-dao", None, "qua-tet", "Cửa hàng Mẫu", "phu-do", 30_000_000),
    ("PC-2", "2025-03-01", "transfer", None, "nhan-dao", "du-phong", None, None, None, 1_000_000),
]  # fmt: skip
PLEDGES = [("DK-1", "2025-01-05", "pledge", None, "Phường Phú Đô", "ward", "phu-do", CAMPAIGN, None, "suất quà", "40", "suất")]
DELIVERIES = [("TT-1", "2025-01-21", "delivery", CAMPAIGN, "phu-do", None, "suất quà", "38", "suất", 38, "Nhà văn hoá")]
COLUMNS = {"gifts": 18, "expenses": 12, "pledges": 14, "deliveries": 13}


def fill(rows: dict[str, list[tuple[Any, ...]]]) -> Ledger:
    """Return a ledger with these rows of public tables, without the columns after the note."""
    database = open_database()
    for name, listed in rows.items():
        columns = database.execute(f"SELECT * FROM public_{name}").description
        for number, row in enumerate(listed, start=1):
            cells = list(row) + [None] * (COLUMNS[name] - len(row))
            if name == "gifts":
                cells[11] = bool(cells[11])
            cells += [None] * (len(columns) - len(cells) - 1) + [number]
            marks = ", ".join("?" * len(cells))
            database.execute(f"INSERT INTO public_{name} VALUES ({marks})", cells)
    return Ledger(database, {name: len(rows.get(name, [])) for name in LEDGERS})


@pytest.fixture(scope="session")
def bare_site() -> Site:
    """The site of this repository, which keeps no ledger."""
    site = gather_site(ROOT, {"SOURCE_DATE_EPOCH": "1795000000"}).site
    return replace(site, settings=replace(site.settings, base_url="https://hoi.example/"))


@pytest.fixture(scope="session")
def with_ledger(bare_site: Site) -> Callable[..., Site]:
    """Return a function that gives the bare site ledgers, two funds, a purpose and a donor."""

    def make(**rows: list[tuple[Any, ...]]) -> Site:
        opened = date(2025, 1, 1)
        return replace(
            bare_site,
            ledger=fill(rows),
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
    return with_ledger(gifts=GIFTS, expenses=EXPENSES, pledges=PLEDGES, deliveries=DELIVERIES)


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
