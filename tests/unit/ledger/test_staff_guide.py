"""The staff guide names every column and every kind of row that a ledger may have."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from minhbach.ledger.columns import CONSENTS, LEDGERS, NOT_VALUED, LedgerColumns

GUIDE = Path(__file__).resolve().parents[3] / "docs-dev" / "staff-guide.md"


def part_on(ledger: LedgerColumns) -> str:
    """Return the part of the guide whose heading names the ledger's folder."""
    parts = re.split(r"^(?=#{2,3} )", GUIDE.read_text(encoding="utf-8"), flags=re.MULTILINE)
    [part] = [part for part in parts if f"`{ledger.folder}`" in part.partition("\n")[0]]
    return part


@pytest.mark.parametrize("ledger", LEDGERS.values(), ids=list(LEDGERS))
def test_every_column_and_kind_is_explained(ledger: LedgerColumns) -> None:
    told = set(re.findall(r"`([a-z_-]+)`", part_on(ledger)))
    assert set(ledger.names) <= told
    # Kinds have tables of their own, a row each.
    rows = set(re.findall(r"^\| `([a-z]+)` \|", part_on(ledger), flags=re.MULTILINE))
    assert set(ledger.kinds) <= rows


def test_special_values_of_gifts_are_explained() -> None:
    told = set(re.findall(r"`([a-z_-]+)`", part_on(LEDGERS["gifts"])))
    assert {*CONSENTS, NOT_VALUED, "person", "organisation", "ward", "group"} <= told


def test_guide_tells_the_limits_of_lists() -> None:
    from minhbach.site.thanks import GIFTS_PER_PAGE, LONGEST_LIST, MOST_PRINTED

    words = GUIDE.read_text(encoding="utf-8").partition("### Danh sách ủng hộ trên trang")[2]
    for number in (GIFTS_PER_PAGE, LONGEST_LIST, MOST_PRINTED):
        assert f"{number:,}".replace(",", ".") in words.partition("\n## ")[0]
