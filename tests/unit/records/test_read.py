"""Records say what is wrong with a value where it stands, once, and in terms of what was expected."""

from __future__ import annotations

import re

import pytest

from minhbach.language import read_catalogue
from minhbach.problems.report import tell
from minhbach.records.article import ArticleRecord
from minhbach.records.base import Identifier
from minhbach.records.campaign import ResultsRecord
from minhbach.records.contents import SINGLE_FILES
from minhbach.records.organisation import RecognitionRecord, SectionRecord
from minhbach.records.read import nearest, nearest_address, read_record
from minhbach.sources.yaml_tree import parse_yaml

ARTICLE = "title: x\npublished: 2025-01-16 08:43\nsection: tin-tuc\nsummary: y\n"
RESULTS = "year: 2024\ntitle: x\nsource: {article: 2025/x}\nfigures:\n  a:\n    indicator: i\n    value: 5\n"
SECTIONS = dict[Identifier, SectionRecord]


def told(model: object, text: str) -> list[tuple[str, str, str]]:
    document, problems = parse_yaml("a.yml", text)
    assert document is not None, problems
    record, problems = read_record(model, document)
    assert (record is None) == bool(problems)
    catalogue = read_catalogue("vi")
    return [
        (problem.kind.code, f"{problem.at.line}:{problem.at.column}", tell(problem, catalogue).message)
        for problem in problems
    ]


def test_a_right_record_is_read() -> None:
    assert told(ArticleRecord, ARTICLE) == []
    assert told(ResultsRecord, RESULTS) == []
    assert told(ArticleRecord, ARTICLE + "updated:\nauthor: ~\n") == []


@pytest.mark.parametrize(
    ("model", "text", "code", "place"),
    [
        (ArticleRecord, ARTICLE + "secton: x\n", "khoa-la", "5:1"),
        (ArticleRecord, ARTICLE + "event: {date: 2025-01-09, name: x, plce: y}\n", "khoa-la", "5:36"),
        (ArticleRecord, ARTICLE.replace("section: tin-tuc\n", ""), "thieu-khoa", "1:1"),
        (ArticleRecord, ARTICLE + "photos:\n  - {file: a, caption: b, credit: c}\n", "thieu-khoa", "6:5"),
        (ArticleRecord, ARTICLE.replace("title: x", "title:"), "khoa-trong", "1:1"),
        (ArticleRecord, ARTICLE + "tags:\n", "khoa-trong", "5:1"),
        (ArticleRecord, ARTICLE + "tags: x\n", "gia-tri-sai", "5:7"),
        (ArticleRecord, ARTICLE + "event: x\n", "gia-tri-sai", "5:8"),
        (ArticleRecord, ARTICLE + "updated: 2025-02-30\n", "ngay-khong-hop-le", "5:10"),
        (ArticleRecord, ARTICLE.replace("08:43", "25:00"), "ngay-khong-hop-le", "2:12"),
        (ArticleRecord, ARTICLE + "updated: 9999-12-31 23:59-10:00\n", "ngay-khong-hop-le", "5:10"),
        (ResultsRecord, RESULTS.replace("value: 5", "value: ٣"), "gia-tri-sai", "7:12"),
        (ArticleRecord, ARTICLE.replace("tin-tuc", "Tin tức"), "ma-khong-hop-le", "3:10"),
        (ArticleRecord, ARTICLE.replace("title: x", f"title: {'x' * 301}"), "gia-tri-sai", "1:8"),
        (ResultsRecord, RESULTS.replace("year: 2024", "year: 1200"), "gia-tri-sai", "1:7"),
        (ResultsRecord, RESULTS.replace("year: 2024", f"year: {10**30}"), "gia-tri-sai", "1:7"),
        (ResultsRecord, RESULTS.replace("year: 2024", "year: [2024]"), "gia-tri-sai", "1:7"),
        (ResultsRecord, RESULTS.replace("value: 5", "value: 5..000"), "gia-tri-sai", "7:12"),
        (ResultsRecord, RESULTS.replace("  a:", "  A b:"), "ma-khong-hop-le", "5:3"),
        (ResultsRecord, RESULTS.partition("figures")[0] + "figures: {}\n", "gia-tri-sai", "4:10"),
        (SECTIONS, "Tin tức: {name: x}\n", "ma-khong-hop-le", "1:1"),
        (SECTIONS, "- x\n", "gia-tri-sai", "1:1"),
        (tuple[RecognitionRecord, ...], "a: b\n", "gia-tri-sai", "1:1"),
    ],
)
def test_a_fault_is_told_once_and_where_it_stands(model: object, text: str, code: str, place: str) -> None:
    problems = told(model, text)
    assert [(found, at) for found, at, _ in problems] == [(code, place)]


def test_every_fault_of_a_record_is_told() -> None:
    text = ARTICLE.replace("title: x\n", "titel: x\n").replace("08:43", "8h43")
    assert {code for code, _, _ in told(ArticleRecord, text)} == {
        "khoa-la",
        "thieu-khoa",
        "ngay-khong-hop-le",
    }


def test_a_value_that_may_be_a_number_or_a_word_is_told_of_both() -> None:
    (problem,) = told(ResultsRecord, RESULTS.replace("value: 5", "value: chưa rõ"))
    assert "chữ số" in problem[2]
    assert "not-yet-published" in problem[2]


def test_no_english_of_the_library_reaches_the_message() -> None:
    for model in SINGLE_FILES.values():
        for text in ("x\n", "- x\n", "a: x\n", "a: {name: [x]}\n", "- {year: x}\n"):
            for _, _, message in told(model, text):
                assert "Input" not in message
                # The names of pydantic's kinds of error hold a "_"; so do keys, which stand in quotes.
                assert "_" not in re.sub("“[a-z_, ]+”|Các khoá .*", "", message)


def test_the_nearest_known_word_is_suggested_only_if_it_is_near() -> None:
    assert nearest("secton", ["section", "summary"]) == "section"
    assert nearest("quite-other", ["section", "summary"]) == ""


def test_a_figure_of_the_same_name_is_suggested_before_others_of_the_same_file() -> None:
    known = ["tet-2025.tiep-nhan", "2024.suat-qua", "tet-2024.gia-tri"]
    assert nearest_address("tet-2025.suat-qua", known) == "2024.suat-qua"
    assert nearest_address("tet-2025.tiep-nan", known) == "tet-2025.tiep-nhan"
