"""A period says its year once, and all of what tells it from a whole year."""

from __future__ import annotations

import pytest

from minhbach.language import read_catalogue
from minhbach.pages.time_words import TimeWords
from minhbach.records.period import parse_period

WORDS = TimeWords(read_catalogue("vi"))


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("2025-Q1", "quý I"),
        ("2025-H1", "6 tháng đầu năm"),
        ("2025-H2", "6 tháng cuối năm"),
        ("2025-9M", "9 tháng đầu năm"),
        ("2025-01", "tháng 01"),
        ("2025-01/2025-05", "từ tháng 01 đến tháng 05"),
        ("2025-01-09", "ngày 09/01"),
        ("2025-04-01/2025-05-08", "từ 01/04 đến 08/05"),
        ("../2025-08-14 08:00", "đến 08:00 ngày 14/08"),
        ("2025", "cả năm"),
        ("2021-2026", "giai đoạn 2021–2026"),
        ("2024-12-20/2025-01-26", "từ 20/12/2024 đến 26/01/2025"),
    ],
)
def test_beside_its_year_a_period_does_not_say_it_again(written: str, words: str) -> None:
    assert WORDS.within(parse_period(written), 2025) == words
