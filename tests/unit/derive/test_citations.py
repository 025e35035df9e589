"""The register knows all that cites a document: figures, campaigns, funds, proofs, thanks, articles."""

from __future__ import annotations

from pathlib import Path

from minhbach.derive.citations import Citation, list_citations

BASE = Path(__file__).resolve().parents[2] / "cases/base"
MORE = """documents:
  legal_basis: [bao-cao-2024]
  reports: [bao-cao-2024, bao-cao-2024]
disclosure:
  met:
    results: {day: 2025-02-10, document: bao-cao-2024, place: trang cuối}
"""
FUNDS = """quy-nhan-dao:
  name: Quỹ mẫu
  opened: 2025-01-01
  opening_vnd: 0
  source: {document: bao-cao-2024, place: trang 9}
  statements: [{day: 2025-01-31, balance_vnd: 0, document: thong-bao-2025}]
"""
THANKS = "- {who: Ai đó, kind: gift, what: Ủng hộ., source: {document: thong-bao-2025}}\n"
AWARDS = "- {title: Bằng khen, by: Hội mẫu, year: 2024, source: {document: thong-bao-2025}}\n"
ARTICLE = """---
title: Bài thử
published: 2025-01-15 09:00
section: tin-tuc
summary: Bài để kiểm thử.
based_on: thong-bao-2025
source: bao-cao-2024
---

Nội dung.
"""


def test_everything_that_cites_a_document_is_listed_with_its_place(gather, campaign_text) -> None:
    site = gather(
        {
            "data/campaigns/tet-mau-2025.yml": campaign_text + MORE,
            "data/funds.yml": FUNDS,
            "data/acknowledgments.yml": THANKS,
            "data/recognitions.yml": AWARDS,
            "news/2025/bai-thu.md": ARTICLE,
        }
    ).site
    citations = list_citations(site)
    assert citations["bao-cao-2024"] == [
        Citation("figure", "2024.gia-tri"),
        Citation("figure", "2024.luot-nguoi"),
        Citation("results", "2024"),
        Citation("legal_basis", "tet-mau-2025"),
        Citation("reports", "tet-mau-2025"),
        Citation("fund", "quy-nhan-dao", ("trang 9",)),
        Citation("disclosure", "tet-mau-2025", ("trang cuối",), "results"),
        Citation("article", "2025/bai-thu"),
    ]
    assert citations["thong-bao-2025"] == [
        Citation("balance", "quy-nhan-dao", detail="2025-01-31"),
        Citation("acknowledgment", "0"),
        Citation("recognition", "0"),
        Citation("rewritten", "2025/bai-thu"),
    ]


def test_a_document_that_nothing_cites_is_listed_all_the_same(gather) -> None:
    assert list_citations(gather({}).site)["thong-bao-2025"] == []


def test_an_article_that_is_not_published_cites_nothing(gather) -> None:
    site = gather({"news/2025/bai-thu.md": ARTICLE.replace("2025-01-15", "2025-11-15")}).site
    assert list_citations(site)["thong-bao-2025"] == []
