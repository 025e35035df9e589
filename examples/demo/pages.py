"""The hand-written pages and mkdocs.yml."""

from __future__ import annotations

from examples.demo.chapter import CHAPTER, Chapter
from examples.demo.figures import list_facts
from examples.demo.yaml_text import to_yaml

_ABOUT = """\
---
title: Giới thiệu
summary: Trang mẫu này gồm những gì, và vì sao không con số nào ở đây là thật.
layout: about
---

Đây là trang mẫu của phần mềm Minh Bạch. Hội, các phường, con người và mọi con số ở đây đều do máy sinh ra
để thử nghiệm, không nói về ai và không nơi nào có thật.

## Vì sao có trang mẫu

- Để thấy trang trông thế nào khi đã có nhiều năm tin bài và số liệu.
- Để đo thời gian dựng trang với hàng nghìn bài viết.
- Để thử những trường hợp hiếm gặp mà dữ liệu thật chưa có.

## Cách đọc các con số

- Con số được giữ đúng mức chính xác của nguồn.
- Điều chưa biết không bao giờ ghi là 0, mà ghi rõ vì sao chưa biết: **chưa công bố** (số liệu có,
  nhưng chưa được đưa ra), **nguồn không nêu**, **chưa có ghi chép** hay **chưa có thông tin**.
- Mỗi biểu đồ có bảng số liệu kèm theo, tải về được.

Xem thêm: [Một ví dụ về cách dẫn số liệu](doc-so-lieu.md).
"""

_READING = """\
---
title: Một ví dụ về cách dẫn số liệu
summary: Trang viết tay cũng dẫn được đến số liệu và biểu đồ (dữ liệu mẫu).
---

Trang viết tay dẫn đến số liệu theo cùng một cách với bài viết. {fact}

Bấm vào con số để xem nó đếm cái gì, nguồn nào công bố và đã được dùng ở đâu.

![Lượt người được trợ giúp năm {year} theo thời gian](chart:{year}.luot-tro-giup.series)

Trở lại trang [Giới thiệu](gioi-thieu.md).
"""


def about_page() -> str:
    """Return docs/gioi-thieu.md."""
    return _ABOUT


def reading_page(chapter: Chapter) -> str:
    """Return docs/doc-so-lieu.md, with a figure and a chart of the first year."""
    first = chapter.results[0]
    told = next(fact for fact in list_facts(first.figures) if ".series." in fact.address)
    return _READING.format(fact=told.sentence, year=first.owner.year)


def mkdocs_settings(to_repository: str) -> str:
    """Return mkdocs.yml. ``to_repository``: the way from the chapter's folder to the repository.

    MkDocs takes the paths of INHERIT, hooks and custom_dir as seen from the file it was given, so the last
    two are named again here.
    """
    heading = "# Do examples/demo/generate.py viết. / Written by examples/demo/generate.py.\n"
    return (
        heading
        + to_yaml(
            {
                "INHERIT": f"{to_repository}/hooks/minhbach/base.yml",
                "site_name": CHAPTER,
                "site_description": "Trang mẫu của phần mềm Minh Bạch; mọi dữ liệu đều do máy sinh ra.",
                "copyright": "Dữ liệu mẫu, dùng tự do. Phần mềm Minh Bạch, giấy phép MIT.",
                "theme": {"custom_dir": f"{to_repository}/hooks/minhbach/theme"},
                "hooks": [f"{to_repository}/hooks/main.py"],
            }
        )
        + 'site_url: !ENV [SITE_URL, ""]\n'
    )
