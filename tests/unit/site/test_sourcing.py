"""A source is one or several of articles and documents, each with its place; what is not there is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from minhbach.site.model import Site

RESULTS = (Path(__file__).resolve().parents[2] / "cases/base/data/results/2024.yml").read_text(
    encoding="utf-8"
)
SOURCE = "source: {document: bao-cao-2024}"
EDITION = """
tin-anh:
  title: Report on the first quarter
  publisher: Báo Mẫu
  kind: press
  language: en
"""


@pytest.fixture
def cite(gather):
    """Return a function that links the base with another source of its results of 2024."""

    def make(source: str, documents: str = "") -> tuple[Site, list[tuple[str, str]]]:
        files = {"data/results/2024.yml": RESULTS.replace(SOURCE, source)}
        if documents:
            base = Path(__file__).resolve().parents[2] / "cases/base/data/documents.yml"
            files["data/documents.yml"] = base.read_text(encoding="utf-8") + documents
        gathered = gather(files)
        return gathered.site, [(item.kind.code, str(item.at)) for item in gathered.problems]

    return make


def test_one_source_needs_no_list(cite) -> None:
    site, problems = cite("source: {document: bao-cao-2024, place: 'trang 3, bảng 2'}")
    assert problems == []
    (source,) = site.figures["2024.gia-tri"].sources
    assert (source.kind, source.id, source.place) == ("document", "bao-cao-2024", "trang 3, bảng 2")
    assert site.figures["2024.gia-tri"].source == source


def test_several_sources_keep_their_order_and_each_its_place(cite) -> None:
    site, problems = cite(
        "source:\n  - {document: bao-cao-2024, place: mục II}\n  - {article: 2025/bai-mau, place: đoạn 2}\n"
        "  - {document: bao-cao-2024, place: phụ lục}\n  - {document: bao-cao-2024, place: mục II}"
    )
    assert problems == []
    found = [(source.kind, source.id, source.place) for source in site.figures["2024.gia-tri"].sources]
    assert found == [
        ("document", "bao-cao-2024", "mục II"),
        ("article", "2025/bai-mau", "đoạn 2"),
        ("document", "bao-cao-2024", "phụ lục"),
    ]


def test_a_document_and_the_article_that_tells_of_it_may_stand_together(cite) -> None:
    site, problems = cite("source: {article: 2025/bai-mau, document: bao-cao-2024, place: trang 3}")
    assert problems == []
    found = [(source.kind, source.place) for source in site.figures["2024.gia-tri"].sources]
    assert found == [("document", "trang 3"), ("article", None)]


@pytest.mark.parametrize(
    ("source", "code", "place"),
    [
        ("source: {document: bao-cao}", "van-ban-la", "3:20"),
        ("source:\n  - {document: bao-cao-2024}\n  - {document: phu-luc}", "van-ban-la", "5:16"),
        ("source: {article: bao-cao-2024}", "nguon-sai-khoa", "3:19"),
        ("source:\n  - {article: 2025/khong-co}", "nguon-la", "4:15"),
        ("source: {place: trang 3}", "thieu-khoa", "3:9"),
        ("source:\n  - {document: bao-cao-2024}\n  - {place: trang 3}", "thieu-khoa", "5:5"),
        ("source: []", "gia-tri-sai", "3:9"),
        ("source: bao-cao-2024", "gia-tri-sai", "3:9"),
    ],
)
def test_a_source_that_is_not_there_is_told_where_it_is_written(source, code, place, cite) -> None:
    _site, problems = cite(source)
    assert problems == [(code, f"data/results/2024.yml:{place}")]


def test_what_is_quoted_from_another_language_counts_as_translated(cite) -> None:
    site, problems = cite("source: {document: tin-anh}", EDITION)
    assert problems == []
    assert site.figures["2024.gia-tri"].sources[0].is_translated
