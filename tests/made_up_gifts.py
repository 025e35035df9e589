"""Made-up ledgers of gifts for tests, and the page that finds them. All people here are generated."""

import csv
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from minhbach.build import write_exports
from minhbach.gather import gather_site
from minhbach.language import read_catalogue
from minhbach.ledger.tables import Ledger, open_database
from minhbach.outputs.model import Page
from minhbach.pages.find_gift import make_find_gift_page
from minhbach.pages.renderer import Renderer
from minhbach.site.model import Site

CATALOGUE = read_catalogue("vi")

BASE = Path(__file__).resolve().parent / "cases" / "base"
_NOTHING = "@nothing@"
_PLAIN = """FORMAT csv, AUTO_DETECT false, HEADER false, DELIM ',', QUOTE '"', ESCAPE '"'"""
CAMPAIGN = "tet-mau-2025"
"""That of the base of the cases."""


@dataclass(frozen=True)
class Gift:
    """A row of ``public_gifts``."""

    receipt: str | None
    name: str | None = None
    day: date | None = date(2025, 1, 10)
    kind: str = "gift"
    amount_vnd: int | None = 500_000
    refers_to: str | None = None
    item: str | None = None
    quantity: Decimal | None = None
    unit: str | None = None
    campaign: str | None = CAMPAIGN

    def row(self, number: int) -> tuple[Any, ...]:
        listing = "named" if self.name else "not-itemised" if self.kind == "collection" else "anonymous"
        who = (None, self.name, "person" if self.name else None, None, self.campaign, "quy-mau")
        goods = (self.amount_vnd, self.item is not None, self.item, self.quantity, self.unit, None)
        names = (self.refers_to, None, self.name and self.name.lower(), self.name, number, None)
        return (self.receipt, self.day, self.kind, listing, *who, *goods, *names)


def make_ledger(gifts: Iterable[Gift]) -> Ledger:
    database = open_database()
    rows = [gift.row(number) for number, gift in enumerate(gifts, 1)]
    if rows:
        # By far the quickest way into a table.
        with tempfile.NamedTemporaryFile("w", suffix=".csv", encoding="utf-8", newline="") as file:
            written = ([_NOTHING if value is None else value for value in row] for row in rows)
            csv.writer(file, quoting=csv.QUOTE_ALL).writerows(written)
            file.flush()
            database.execute(f"COPY public_gifts FROM '{file.name}' ({_PLAIN}, NULLSTR '{_NOTHING}')")
    database.execute("CREATE TABLE gift_codes (receipt VARCHAR, hash VARCHAR, path VARCHAR, line INTEGER)")
    return Ledger(database, {"gifts": len(rows)})


def make_site(ledger: Ledger, **changes: Any) -> Site:
    """Link the base of the cases with ``ledger``."""
    site = gather_site(BASE, {"SOURCE_DATE_EPOCH": "1764000000"}).site
    return replace(site, ledger=ledger, **changes)


def make_pages(site: Site) -> list[Page]:
    return list(make_find_gift_page(Renderer(site, CATALOGUE, {}, {}, write_exports(site, CATALOGUE))))
