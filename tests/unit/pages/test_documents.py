"""The register shows of each document what is known of it, how to get it, and what rests on it."""

from __future__ import annotations

import io
import re
from hashlib import sha256
from pathlib import Path

import pytest
from PIL import Image

from minhbach.build import make_charts
from minhbach.outputs.model import Page
from minhbach.pages.campaigns import make_campaign_page
from minhbach.pages.documents import FEW, list_entries, make_documents_page
from minhbach.pages.everything import make_pages
from minhbach.pages.renderer import PageContext, Renderer
from minhbach.site.addresses import DOCUMENTS

BASE = (Path(__file__).resolve().parents[2] / "cases/base/data/documents.yml").read_text(encoding="utf-8")
PAPER = "%PDF-1.4\n% Văn bản mẫu\n"
HASH = sha256(PAPER.encode()).hexdigest()
MINUTES = """
bien-ban:
  title: Biên bản mẫu
  publisher: Hội Chữ thập đỏ phường Mẫu
  kind: minutes
  number: 7/BB-MAU
  published: 2025-01-12
  archived: 2025-01-13
  file: bien-ban.pdf
  url: https://example.org/bien-ban
"""
ARTICLE = """---
title: Bài thử
published: 2025-01-15 09:00
section: tin-tuc
summary: Bài để kiểm thử.
based_on: {}
---

Nội dung.
"""


def text_of(html: str) -> str:
    return " ".join(re.sub(r"<[^>]*>", " ", html).split())


def entry_of(html: str, key: str) -> str:
    found = re.search(rf'<section class="mb-document" aria-labelledby="{key}">.*?</section>', html, re.DOTALL)
    assert found, key
    return found.group(0)


def pages_of(renderer: Renderer) -> tuple[Page, ...]:
    renderer.charts = make_charts(renderer.site, renderer.catalogue)
    return make_pages(renderer)


@pytest.fixture
def register(render):
    """Return a function that gives the register's HTML for the base with ``documents`` added."""

    def make(documents: str, files: dict[str, str] | None = None) -> str:
        renderer = render({"data/documents.yml": BASE + documents, **(files or {})})
        (page,) = make_documents_page(renderer)
        return page.html

    return make


def test_what_is_known_of_a_document_is_shown(register) -> None:
    entry = entry_of(register(MINUTES, {"data/documents/bien-ban.pdf": PAPER}), "bien-ban")
    text = text_of(entry)
    assert "Biên bản · Số 7/BB-MAU" in text
    assert "Ngày ban hành 12/01/2025" in text
    assert "Lưu trữ ngày 13/01/2025" in text
    assert 'href="../tai-lieu/tep/bien-ban.pdf" download' in entry
    assert 'href="https://example.org/bien-ban" rel="external"' in entry
    assert HASH in entry


def test_a_hash_may_stand_for_a_file_that_is_not_published(register) -> None:
    kept = MINUTES.replace("file: bien-ban.pdf", f"sha256: {HASH}")
    assert f"Mã SHA-256 của bản gốc {HASH}".replace("Mã ", "") in text_of(
        entry_of(register(kept), "bien-ban")
    )


def test_of_what_is_not_known_nothing_is_said(register) -> None:
    entry = text_of(entry_of(register("la:\n  title: Giấy mẫu\n  publisher: Ai đó\n"), "la"))
    assert "Ngày ban hành chưa có ghi chép" in entry
    assert "Bản gốc chưa có ghi chép về địa chỉ hay tệp" in entry
    assert "SHA" not in entry
    assert "Trên trang chưa có gì dựa vào văn bản này." in entry


def test_the_newest_document_stands_first_and_undated_ones_last(render) -> None:
    renderer = render({"data/documents.yml": "la: {title: a, publisher: b}\n" + BASE})
    assert [entry.key for entry in list_entries(renderer)] == ["bao-cao-2024", "thong-bao-2025", "la"]


def test_what_rests_on_a_document_is_linked(register) -> None:
    entry = entry_of(register(""), "bao-cao-2024")
    assert 'href="../so-lieu/2024/gia-tri/"' in entry
    assert "Giá trị" in text_of(entry)


def test_a_register_of_many_documents_is_folded(register) -> None:
    many = "".join(f"vb-{number}: {{title: Văn bản {number}, publisher: a}}\n" for number in range(FEW))
    assert "<details" not in entry_of(register(""), "bao-cao-2024")
    assert "<details" in entry_of(register(many), "bao-cao-2024")


def test_a_chapter_without_documents_has_no_register(render) -> None:
    source = "source: {article: 2025/bai-mau}"
    results = (Path(__file__).resolve().parents[2] / "cases/base/data/results/2024.yml").read_text(
        encoding="utf-8"
    )
    results = results.replace("source: {document: bao-cao-2024}", source)
    renderer = render({"data/documents.yml": "{}\n", "data/results/2024.yml": results})
    assert list(make_documents_page(renderer)) == []
    assert DOCUMENTS not in {page.address for page in pages_of(renderer)}


def test_an_image_of_a_paper_is_published_only_as_a_copy(gather, render, tmp_path) -> None:
    gather({})
    exif = Image.Exif()
    exif[0x010E] = "nơi chụp"
    buffer = io.BytesIO()
    Image.new("RGB", (60, 40), "white").save(buffer, "JPEG", exif=exif)
    folder = tmp_path / "kho/data/documents"
    folder.mkdir()
    (folder / "bien-ban.jpg").write_bytes(buffer.getvalue())
    renderer = render({"data/documents.yml": BASE + MINUTES.replace(".pdf", ".jpg")})
    (page,) = make_documents_page(renderer)
    entry = entry_of(page.html, "bien-ban")
    assert re.search(r'href="\.\./anh/bien-ban-[0-9a-f]+-60\.webp"', entry)
    assert "SHA-256 của bản gốc" in text_of(entry)
    assert sha256(buffer.getvalue()).hexdigest() in entry
    assert renderer.published_files == set()


def test_sources_lead_to_the_register_and_say_the_place(render) -> None:
    renderer = render({})
    source = renderer.site.figures["2024.gia-tri"].source
    links = renderer.sources.links(PageContext("so-lieu/2024/gia-tri/"), (source, source))
    words = "Báo cáo mẫu năm 2024, Hội Chữ thập đỏ phường Mẫu, 09/01/2025"
    assert links == f'<a href="../../../tai-lieu/#bao-cao-2024">{words}</a>'
    here = renderer.sources.link(PageContext(DOCUMENTS), source)
    assert 'href="#bao-cao-2024"' in here
    feed = renderer.sources.link(PageContext("tin-tuc/a/", root="https://hoi.example/"), source)
    assert 'href="https://hoi.example/tai-lieu/#bao-cao-2024"' in feed


@pytest.mark.parametrize(
    ("document", "words"),
    [
        ("thong-bao-2025", "Viết lại từ thông báo của Hội ngày 08/01/2025."),
        ("la", "Viết lại từ văn bản của Báo Mẫu."),
    ],
)
def test_an_article_says_what_it_is_rewritten_from(document, words, render) -> None:
    files = {
        "data/documents.yml": BASE + "la: {title: Tin mẫu, publisher: Báo Mẫu}\n",
        "news/2025/bai-thu.md": ARTICLE.format(document),
    }
    (page,) = (item for item in pages_of(render(files)) if item.address == "tin-tuc/2025/bai-thu/")
    assert words in text_of(page.html).replace(" .", ".")
    assert f'href="../../../tai-lieu/#{document}"' in page.html
    (described,) = page.meta.structured
    assert [item["name"] for item in described["isBasedOn"]]


def test_a_campaign_shows_its_legal_basis_and_reports(render, campaign_text) -> None:
    documents = "documents:\n  legal_basis: [thong-bao-2025]\n  reports: [bao-cao-2024]\n"
    renderer = render({"data/campaigns/tet-mau-2025.yml": campaign_text + documents})
    renderer.charts = make_charts(renderer.site, renderer.catalogue)
    html = make_campaign_page(renderer, renderer.site.campaigns["tet-mau-2025"]).html
    text = text_of(html)
    assert "Căn cứ Thông báo vận động mẫu năm 2025" in text
    assert "Báo cáo Báo cáo mẫu năm 2024" in text
    assert "Sao kê" not in text


def test_search_finds_each_document(render) -> None:
    (page,) = make_documents_page(render({}))
    found = {entry.anchor: entry for entry in page.search if entry.kind == "document"}
    assert found["thong-bao-2025"].title == "Thông báo vận động mẫu năm 2025"
    assert "thông báo" in (found["thong-bao-2025"].html or "")
