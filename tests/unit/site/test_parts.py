"""Parts are called by what divides them, and none has the address of another."""

from __future__ import annotations

import pytest

from minhbach.records.figure import PartsRecord
from minhbach.site.parts import name_part, parts_by

UNITS = {"to-1": "Tổ dân phố 1", "to-2": "Tổ dân phố 2"}


def named(items: list[dict[str, str]], **keys: str) -> tuple[str, list[tuple[str, str]]]:
    record = PartsRecord.model_validate(
        {"complete": "true", "items": [{**item, "value": "1"} for item in items], **keys}
    )
    return parts_by(record), [name_part(item, record, UNITS) for item in record.items]


@pytest.mark.parametrize(
    ("items", "by", "parts"),
    [
        (
            [{"unit": "to-1"}, {"unit": "to-2"}],
            "unit",
            [("to-1", "Tổ dân phố 1"), ("to-2", "Tổ dân phố 2")],
        ),
        ([{"label": "250 ml"}, {"label": "350 ml"}], "kind", [("250-ml", "250 ml"), ("350-ml", "350 ml")]),
        ([{"unit": "to-1"}, {"label": "Khác"}], "kind", [("to-1", "Tổ dân phố 1"), ("khac", "Khác")]),
        ([{"period": "2025-Q1"}, {"period": "2025-Q2"}], "period", [("2025-q1", ""), ("2025-q2", "")]),
        (
            [{"unit": "to-1", "period": "2025-Q1"}, {"unit": "to-1", "period": "2025-Q2"}],
            "unit",
            [("to-1-2025-q1", "Tổ dân phố 1"), ("to-1-2025-q2", "Tổ dân phố 1")],
        ),
        (
            [{"unit": "to-1", "label": "đợt một"}, {"unit": "to-1", "label": "đợt hai"}],
            "unit",
            [("to-1-dot-mot", "Tổ dân phố 1, đợt một"), ("to-1-dot-hai", "Tổ dân phố 1, đợt hai")],
        ),
        ([{"unit": "to-1", "label": "Tổ 1 (mới)"}], "unit", [("to-1", "Tổ 1 (mới)")]),
        (
            [{"label": "Đợt 1", "period": "2025-01"}, {"label": "Đợt 1", "period": "2025-02"}],
            "kind",
            [("dot-1-2025-01", "Đợt 1"), ("dot-1-2025-02", "Đợt 1")],
        ),
        ([{"unit": "khong-co"}], "unit", [("khong-co", "khong-co")]),
    ],
)
def test_parts_are_named_by_what_tells_them_apart(items, by, parts) -> None:
    assert named(items) == (by, parts)


def test_what_the_record_says_goes_before_what_all_have_in_common() -> None:
    assert named([{"unit": "to-1"}], by="ward")[0] == "ward"
