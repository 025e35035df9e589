"""What is not known is written as one of four words, wherever a value could stand; no other word is taken."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from minhbach.language import read_catalogue
from minhbach.problems.report import tell
from minhbach.records.campaign import CampaignRecord, ResultsRecord
from minhbach.records.knowing import Missing
from minhbach.records.organisation import AcknowledgmentRecord
from minhbach.records.read import read_record
from minhbach.sources.yaml_tree import parse_yaml

RESULTS = "year: 2024\ntitle: x\nsource: {article: 2025/x}\nfigures:\n  a:\n    indicator: i\n"
CAMPAIGN = "name: x\nyear: 2024\npurpose: y\nsource: {article: 2025/x}\n"
ACKNOWLEDGMENT = "who: x\nkind: gift\nwhat: y\nsource: {article: 2025/x}\n"


def read(model: Any, text: str) -> Any:
    document, problems = parse_yaml("a.yml", text)
    assert document is not None, problems
    record, problems = read_record(model, document)
    assert problems == []
    return record


def told(model: Any, text: str) -> list[str]:
    document, _problems = parse_yaml("a.yml", text)
    assert document is not None
    record, problems = read_record(model, document)
    assert record is None
    return [tell(problem, read_catalogue("vi")).message for problem in problems]


@pytest.mark.parametrize("missing", Missing)
def test_each_kind_stands_for_a_value_of_figure_target_part_and_series(missing: Missing) -> None:
    text = (
        f"{RESULTS}    value: {missing}\n    targets: {{assigned: {{value: {missing}}}}}\n"
        f"    series: [{{as_of: 2024-01-05, value: {missing}}}]\n"
        f"    parts: {{complete: false, items: [{{label: p, value: {missing}}}]}}\n"
    )
    figure = read(ResultsRecord, text).figures["a"]
    assert figure.value is missing
    assert figure.targets["assigned"].value is missing
    assert figure.series[0].value is missing
    assert figure.parts.items[0].value is missing


@pytest.mark.parametrize("missing", Missing)
def test_each_kind_stands_for_a_day_of_a_campaign_and_an_amount_that_is_acknowledged(
    missing: Missing,
) -> None:
    period = read(CampaignRecord, f"{CAMPAIGN}period: {{start: 2024-01-05, end: {missing}}}\n").period
    assert (period.start, period.end) == (date(2024, 1, 5), missing)
    assert read(AcknowledgmentRecord, f"{ACKNOWLEDGMENT}amount: {missing}\n").amount is missing


def test_of_an_amount_nothing_need_be_said() -> None:
    record = read(AcknowledgmentRecord, ACKNOWLEDGMENT)
    assert (record.amount, record.amount_vnd, record.stated, record.goods) == (None, None, None, ())


@pytest.mark.parametrize("word", ["chưa-công-bố", "not_stated", "none", "0 đồng"])
def test_another_word_is_refused_once_with_the_four_that_there_are(word: str) -> None:
    (figure,) = told(ResultsRecord, f"{RESULTS}    value: {word}\n")
    (amount,) = told(AcknowledgmentRecord, f"{ACKNOWLEDGMENT}amount: {word}\n")
    for message in (figure, amount):
        assert all(missing in message for missing in Missing)


def test_another_word_for_a_day_is_refused_with_the_four_and_an_impossible_day_as_such() -> None:
    (message,) = told(CampaignRecord, f"{CAMPAIGN}period: {{end: không rõ}}\n")
    assert all(missing in message for missing in Missing)
    assert "2025-01-16" in message
    (message,) = told(CampaignRecord, f"{CAMPAIGN}period: {{end: 2024-02-30}}\n")
    assert "2024-02-30" in message
    assert "not-stated" not in message
