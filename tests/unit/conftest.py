"""Chapters made of a few articles, linked without files or pages around them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from minhbach.background import Background
from minhbach.gather import gather_site
from minhbach.ledger.ordering import person_sort_key, sort_key
from minhbach.ledger.tables import Ledger, open_database
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
