"""Which closings hold: what was closed stays closed until the chapter opens it again, for all to see."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from minhbach.ledger.closing import Closing, list_closings
from minhbach.ledger.surroundings import Surroundings
from minhbach.records.money import FundRecord
from minhbach.sources.ledger_history import FundsVersion


def version(commit: str, through: str) -> FundsVersion:
    return FundsVersion(commit, f"quy: {{name: Quỹ, closed_through: {through}}}\n".encode())


def around(through: date | None) -> Surroundings:
    fund = FundRecord(name="Quỹ", opened=date(2025, 1, 1), opening_vnd=Decimal(0), closed_through=through)
    return Surroundings(today=date(2025, 12, 31), funds={"quy": fund})


def test_each_closing_holds_from_the_commit_that_made_it() -> None:
    versions = (version("a", "2025-01-31"), version("b", "2025-02-28"), version("c", "2025-02-28"))
    assert list_closings(versions, around(date(2025, 2, 28))) == [
        Closing("quy", date(2025, 1, 31), "a"),
        Closing("quy", date(2025, 2, 28), "b"),
    ]


def test_a_period_that_was_opened_again_is_closed_by_the_later_commit() -> None:
    versions = (version("a", "2025-02-28"), version("b", "2025-01-31"), version("c", "2025-02-28"))
    assert list_closings(versions, around(date(2025, 2, 28))) == [
        Closing("quy", date(2025, 1, 31), "b"),
        Closing("quy", date(2025, 2, 28), "c"),
    ]


def test_a_period_opened_in_the_working_tree_is_open() -> None:
    versions = (version("a", "2025-01-31"), version("b", "2025-02-28"))
    assert list_closings(versions, around(date(2025, 1, 31))) == [Closing("quy", date(2025, 1, 31), "a")]
    assert list_closings(versions, around(None)) == []


def test_versions_that_cannot_be_read_closed_nothing() -> None:
    broken = FundsVersion("b", b"quy: [\n")
    assert list_closings((version("a", "2025-01-31"), broken), around(date(2025, 1, 31))) == []
