"""A figure of what was received is held against the rows of the same time; an hour lies between two days."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from minhbach.derive.headline import sum_for_headline
from minhbach.problems import kinds
from minhbach.site.model import Site

LEDGER = """receipt,date,campaign,fund,amount_vnd,kind,note
PT-1,2025-01-10,tet-mau-2025,quy-nhan-dao,100000,collection,
PT-2,2025-01-14,tet-mau-2025,quy-nhan-dao,400000,collection,
PT-3,2025-01-15,tet-mau-2025,quy-nhan-dao,500000,collection,
"""


@pytest.fixture
def gathered(gather: Callable[..., Any], campaign_text: str) -> Callable[..., Any]:
    def make(value: int, **keys: str) -> Any:
        lines = "".join(f"    {key}: {words}\n" for key, words in keys.items())
        figure = f"    indicator: gia-tri\n    value: {value}\n{lines}"
        text = campaign_text.replace("    indicator: gia-tri\n    value: not-yet-published\n", figure)
        files = {
            "data/campaigns/tet-mau-2025.yml": f"{text}ledger: {{headline: tiep-nhan}}\n",
            "data/gifts/2025.csv": LEDGER,
        }
        return gather(files)

    return make


@pytest.mark.parametrize(
    ("value", "keys", "agrees"),
    [
        (1_000_000, {}, True),
        (500_000, {}, False),
        (500_000, {"as_of": "2025-01-14"}, True),
        (500_000, {"period": "{end: 2025-01-14}"}, True),
        (900_000, {"period": "{start: 2025-01-11, end: 2025-01-15}"}, True),
        (1_000_000, {"period": "{start: 2025-01-11, end: 2025-01-15}"}, False),
        (500_000, {"as_of": "2025-01-15 08:00"}, True),
        (750_000, {"as_of": "2025-01-15 08:00"}, True),
        (1_000_000, {"as_of": "2025-01-15 24:00"}, True),
        (750_000, {"as_of": "2025-01-15 24:00"}, False),
        (750_000, {"as_of": "2025-01-14 08:00"}, False),
        (50_000, {"as_of": "2025-01-14 08:00"}, False),
    ],
)
def test_the_rows_of_the_same_time_are_compared(
    gathered, value: int, keys: dict[str, str], agrees: bool
) -> None:
    problems = gathered(value, **keys).problems
    assert [problem.kind for problem in problems] == ([] if agrees else [kinds.HEADLINE_DIFFERS])


def test_the_sum_told_is_that_of_the_whole_last_day(gathered) -> None:
    site: Site = gathered(750_000, as_of="2025-01-15 08:00").site
    figure = site.figures["tet-mau-2025.tiep-nhan"]
    sums = sum_for_headline(site.ledger, site.campaigns["tet-mau-2025"], figure)
    assert (sums.before_last_day, sums.total) == (500_000, 1_000_000)
    assert figure.as_of is not None
    assert figure.as_of.day == date(2025, 1, 15)
