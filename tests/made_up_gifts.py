"""Made-up ledgers of gifts for tests, and the page that finds them. All people here are generated."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from minhbach.gather import gather_site
from minhbach.language import read_catalogue
from minhbach.ledger.tables import Ledger, open_database
from minhbach.outputs.model import Page
from minhbach.pages.find_gift import make_find_gift_page
from minhbach.pages.renderer import Renderer
from minhbach.site.model import Site

BASE = Path(__file__).resolve().parent / "cases" / "base"
CAMPAIGN = "tet-mau-2025"
"""That of the base of the cases."""


@dataclass(frozen=True)
class Gift:
    """A row of ``public_gifts``."""

    receipt: str
    name: str | None = None
    day: date = date(2025, 1, 10)
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
        names = (self.refers_to, None, self.name and self.name.lower(), self.name, number)
        return (self.receipt, self.day, self.kind, listing, *who, *goods, *names)


def make_ledger(gifts: Iterable[Gift]) -> Ledger:
    database = open_database()
    rows = [gift.row(number) for number, gift in enumerate(gifts, 1)]
    if rows:
        columns = ", ".join(f"unnest(${place})" for place in range(1, len(rows[0]) + 1))
        database.execute(f"INSERT INTO public_gifts SELECT {columns}", [list(column) for column in zip(*rows, strict=True)])
    database.execute("CREATE TABLE gift_codes (receipt VARCHAR, hash VARCHAR, path VARCHAR, line INTEGER)")
    return Ledger(database, {"gifts": len(rows)})


def make_site(ledger: Ledger, **changes: Any) -> Site:
    """Link the base of the cases with ``ledger``."""
    site = gather_site(BASE, {"SOURCE_DATE_EPOCH": "1764000000"}).site
    return replace(site, ledger=ledger, **changes)


def make_pages(site: Site) -> list[Page]:
    return list(make_find_gift_page(Renderer(site, read_catalogue("vi"), {}, {})))
