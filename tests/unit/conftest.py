"""Small chapters: a few articles linked by themselves; the base of the cases with files laid over it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from minhbach.background import Background
from minhbach.build import write_exports
from minhbach.gather import Gathered, gather_site
from minhbach.language import read_catalogue
from minhbach.ledger.columns import LEDGERS, LedgerName
from minhbach.ledger.ordering import person_sort_key, sort_key
from minhbach.ledger.tables import Ledger, open_database
from minhbach.pages.renderer import Renderer
from minhbach.records.base import VIETNAM
from minhbach.records.contents import read_contents
from minhbach.records.money import DonorRecord
from minhbach.site.link import link_site
from minhbach.site.model import BuildSettings, Site
from minhbach.words import fold

CASES = Path(__file__).resolve().parents[1] / "cases"
GIFT = {
    "day": date(2025, 1, 10),
    "kind": "gift",
    "listing": "named",
    "name": None,
    "donor": None,
    "donor_kind": "person",
    "campaign": "tet-mau-2025",
    "fund": "quy",
    "amount_vnd": 100_000,
}

NOW = datetime(2025, 6, 1, 12, 0, tzinfo=VIETNAM)
FIRST = datetime(2025, 5, 1, tzinfo=VIETNAM)
SECTIONS = "tin: {name: Tin}\nkhac: {name: Mục khác}\n"
BASE = Path(__file__).resolve().parents[1] / "cases" / "base"
DURING = "1737000000"
"""2025-01-16 in Viet Nam: while the base's campaign runs."""
AUTHORS = "an: {name: Tác giả An (mẫu)}\n"


@pytest.fixture
def link(tmp_path: Path) -> Callable[..., Site]:
    """Return a function that links articles given as {name: keys of front matter}, a minute apart each."""

    def make(articles: dict[str, str], *, now: datetime = NOW, preview: bool = False) -> Site:
        (tmp_path / "news/2025").mkdir(parents=True)
        (tmp_path / "data").mkdir()
        (tmp_path / "data/sections.yml").write_text(SECTIONS, encoding="utf-8")
        (tmp_path / "data/authors.yml").write_text(AUTHORS, encoding="utf-8")
        for number, (name, keys) in enumerate(articles.items()):
            lines = [f"title: Bài {name}", "summary: Tóm tắt.", *keys.splitlines()]
            if "published" not in keys:
                lines.append(f"published: {FIRST + timedelta(minutes=number):%Y-%m-%d %H:%M}")
            if "section" not in keys:
                lines.append("section: tin")
            text = "---\n" + "\n".join(lines) + "\n---\n\nNội dung.\n"
            (tmp_path / f"news/2025/{name}.md").write_text(text, encoding="utf-8")
        contents = read_contents(tmp_path, Background(processes=0))
        site, _problems = link_site(contents, BuildSettings(now, preview=preview))
        return site

    return make


@pytest.fixture
def gather(tmp_path: Path) -> Callable[..., Gathered]:
    """Return a function that gathers the base with ``files`` ({path: text}) laid over it."""

    def make(files: dict[str, str], *, now: str = DURING, base_url: str = "") -> Gathered:
        root = tmp_path / "kho"
        if not root.exists():
            shutil.copytree(BASE, root)
        for path, text in files.items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_text(text, encoding="utf-8")
        return gather_site(root, {"SOURCE_DATE_EPOCH": now}, base_url=base_url)

    return make


@pytest.fixture
def render(gather: Callable[..., Gathered]) -> Callable[..., Renderer]:
    """Return a function that gives a renderer for the base with ``files`` laid over it."""

    def make(files: dict[str, str], **options: str) -> Renderer:
        gathered = gather(files, **options)
        assert gathered.is_publishable, [(str(item.at), item.kind.code) for item in gathered.problems]
        catalogue = read_catalogue("vi")
        exports = write_exports(gathered.site, catalogue)
        return Renderer(gathered.site, catalogue, {}, gathered.photos, exports)

    return make


@pytest.fixture
def campaign_text() -> str:
    """The base's campaign, from 9 to 26 January 2025: data/campaigns/tet-mau-2025.yml."""
    return (BASE / "data/campaigns/tet-mau-2025.yml").read_text(encoding="utf-8")


@pytest.fixture
def organisation_text() -> str:
    """The base's organisation: data/organisation.yml."""
    return (BASE / "data/organisation.yml").read_text(encoding="utf-8")


Row = dict[str, Any]


def make_ledger(**ledgers: list[Row]) -> Ledger:
    """Return a ledger of public rows; each gets a receipt, a day and a campaign where it says none."""
    database = open_database()
    for name, rows in ledgers.items():
        for number, given in enumerate(rows, start=1):
            row: Row = {
                "receipt": f"{name[0].upper()}{number}",
                "day": date(2025, 1, 1),
                "kind": LEDGERS[name].kinds[0],
                "campaign": "tet",
                "number": number,
                **given,
            }
            if name == "gifts":
                row = {"is_goods": row.get("item") is not None, "listing": "named", "fund": "quy", **row}
            if name == "expenses":
                row = {"fund": "quy", **row}
            columns, marks = ", ".join(row), ", ".join("?" * len(row))
            database.execute(f"INSERT INTO public_{name} ({columns}) VALUES ({marks})", list(row.values()))
    counts: dict[LedgerName, int] = {name: len(ledgers.get(name, ())) for name in LEDGERS}
    return Ledger(database, counts)


@pytest.fixture(scope="session")
def ledger_of() -> Callable[..., Ledger]:
    return make_ledger


@pytest.fixture(scope="session")
def bare_site() -> Site:
    """The site of the smallest chapter of tests/cases, which keeps no ledger. Read it, never change it."""
    return gather_site(CASES / "base", {"SOURCE_DATE_EPOCH": "1760000000"}).site


@pytest.fixture(scope="session")
def gift_site(bare_site: Site) -> Callable[..., Site]:
    """Return a function that gives the bare site a public ledger of gifts, pledges and its donors.

    A gift is written as the columns that it fills; without more it is one of money by a named person.
    """

    def make(
        gifts: Iterable[dict[str, Any]],
        *,
        pledges: Iterable[dict[str, Any]] = (),
        donors: dict[str, DonorRecord] | None = None,
        **organisation: Any,
    ) -> Site:
        database = open_database()
        number = 0
        for number, written in enumerate(gifts, start=1):
            row = GIFT | {"receipt": f"PT-{number}", "number": number} | written
            if row["kind"] == "collection":
                row["listing"] = "not-itemised"
            if row["listing"] == "not-itemised":
                row["donor_kind"] = None
            if row["listing"] != "named":
                row |= {"name": None, "donor": None}
            elif row["name"] is not None:
                order = person_sort_key if row["donor_kind"] == "person" else sort_key
                row |= {"sort_key": order(row["name"]), "folded": fold(row["name"])}
            row["is_goods"] = row.get("item") is not None
            _insert(database, "gifts", row)
        count = 0
        for count, written in enumerate(pledges, start=1):
            _insert(
                database, "pledges", {"receipt": f"DK-{count}", "kind": "pledge", "number": count} | written
            )
        record = bare_site.organisation.model_copy(update=organisation)
        ledger = Ledger(database, {"gifts": number, "pledges": count})
        return replace(bare_site, ledger=ledger, donors=donors or {}, organisation=record)

    return make


def _insert(database: Any, name: str, row: dict[str, Any]) -> None:
    marks = ", ".join("?" * len(row))
    database.execute(f"INSERT INTO public_{name} ({', '.join(row)}) VALUES ({marks})", list(row.values()))
