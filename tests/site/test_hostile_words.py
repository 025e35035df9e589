"""Words that look like markup are shown as they were written, everywhere, and never carried out."""

import json

import pytest

from minhbach.prose.typography import set_type

ARTICLE = "news/2025/tong-ket-cong-tac-hoi-2024.md"
PAGE = "tin-tuc/2025/tong-ket-cong-tac-hoi-2024/"
SCRIPT = "</title><script>alert(1)</script>"
IMAGE = '"><img src=x onerror=alert(1)>'
TEMPLATE = "{{ 7 * 7 }}{% raw %}"
HOSTILE = f"Chữ lạ {SCRIPT} {IMAGE} {TEMPLATE} &lt;b&gt; '\\"


@pytest.fixture(scope="session")
def hostile_pages(hostile_site, parse_site):
    return parse_site(hostile_site)


def count_scripts(page) -> list[str]:
    return ["".join(map(str, element.content)) or element["src"] for element in page.root.find("script")]


NAMED_BY_WORDS = ("tin-tuc/chu-de/", "tin-tuc/2025/bai-go/", "en/")
"""Pages that only one of the two sites has: a topic is named by its words, and articles were added."""


def test_no_element_comes_out_of_words(hostile_pages, real_pages) -> None:
    shared = {address for address in hostile_pages if not address.startswith(NAMED_BY_WORDS)}
    assert shared == {address for address in real_pages if not address.startswith(NAMED_BY_WORDS)}
    for address, page in hostile_pages.items():
        scripts = [script for script in count_scripts(page) if not script.endswith("lightbox.js")]
        if address in shared:
            assert len(scripts) == len(count_scripts(real_pages[address])), address
            assert len(page.root.find("title")) == len(real_pages[address].root.find("title")), address
        assert not any("alert(1)" in script for script in scripts if not is_data(script)), address
        sources = [image["src"] for image in page.root.find("img")]
        assert all(source.endswith((".svg", ".webp")) for source in sources), f"{address}: {sources}"
        assert not page.root.find("b"), address


def is_data(script: str) -> bool:
    """Whether a script is a description for machines, without any letter that could end it."""
    if not script.startswith('{"@context"'):
        return False
    json.loads(script)
    assert not set("<>&") & set(script)
    return True


def test_descriptions_for_machines_hold_the_words_as_written(hostile_pages) -> None:
    scripts = hostile_pages[PAGE].root.find("script", type="application/ld+json")
    graph = {item["@type"]: item for item in json.loads("".join(map(str, scripts[0].content)))["@graph"]}
    article = graph["NewsArticle"]
    assert article["headline"] == set_type(f"Tên bài {HOSTILE}")
    assert article["author"][0]["name"] == f"Tác giả {HOSTILE}"
    assert article["about"]["name"] == f"Sự kiện {HOSTILE}"
    tags = hostile_pages[PAGE].root.one("head").find("meta", property="og:title")
    assert tags[0]["content"] == set_type(f"Tên bài {HOSTILE}")


def test_no_attribute_comes_out_of_words(hostile_pages) -> None:
    for address, page in hostile_pages.items():
        for element in page.root.walk():
            events = [name for name in element.attributes if name.startswith("on")]
            assert not events, f"{address}: <{element.tag}> {events}"
            assert not any(
                value.lower().startswith("javascript:") for value in element.attributes.values()
            ), address


def test_no_template_is_carried_out(hostile_pages) -> None:
    for address, page in hostile_pages.items():
        written = page.html.count("7 * 7")
        assert written == page.html.count("{{ 7 * 7 }}"), address


@pytest.mark.parametrize(
    ("address", "words"),
    [
        (PAGE, "Tên bài"),
        (PAGE, "Tác giả"),
        (PAGE, "Tóm tắt"),
        (PAGE, "Sự kiện"),
        (PAGE, "Nơi"),
        (PAGE, "Chủ đề"),
        (PAGE, "Chú thích"),
        (PAGE, "Người chụp"),
        (PAGE, "Đính chính"),
        (PAGE, "Chuyên mục"),
        (PAGE, "Văn bản"),
        (PAGE, "Ban hành"),
        ("tin-tuc/tac-gia/quang-vinh/", "Tác giả"),
        ("tin-tuc/chuyen-muc/tin-tuc-su-kien/", "Chuyên mục"),
        ("tin-tuc/chu-de/", "Chủ đề"),
        ("en/news/2025/tong-ket-cong-tac-hoi-2024/", "English"),
        ("tin-tuc/2025/bai-go/", "Bài gỡ"),
        ("tin-tuc/2025/bai-go/", "Lý do gỡ"),
        ("", "Tên bài"),
        ("", "Tên Hội"),
        ("", "Địa bàn"),
        ("", "Bản quyền"),
        ("tin-tuc/", "Tóm tắt"),
        ("chien-dich/", "Chương trình"),
        ("chien-dich/tet-nhan-ai-2025/", "Đợt"),
        ("chien-dich/tet-nhan-ai-2025/", "Chỉ số"),
        ("ket-qua/2024/", "Kết quả"),
        ("ket-qua/2024/", "đơn vị máu"),
        ("so-lieu/tet-nhan-ai-2025/suat-qua/", "Chỉ số"),
        ("ghi-nhan/", "Ai"),
        ("ghi-nhan/", "Cờ"),
        ("gioi-thieu/", "Tên trang"),
        ("gioi-thieu/", "Phường"),
        ("404.html", "Tên site"),
    ],
)
def test_words_are_shown_as_written(address, words, hostile_pages) -> None:
    assert set_type(f"{words} {HOSTILE}") in set_type(hostile_pages[address].text)


def test_title_and_description_hold_the_words_as_written(hostile_pages) -> None:
    page = hostile_pages[PAGE]
    assert page.title == set_type(f"Tên bài {HOSTILE}") + f" – Tên site {HOSTILE}"
    assert set_type(f"Tóm tắt {HOSTILE}") in page.root.one("meta", name="description")["content"]
    assert page.main.one("figure", of="mb-photo").one("img")["alt"] == f"Mô tả {HOSTILE}"


def test_code_in_an_article_is_shown_as_written(hostile_pages) -> None:
    codes = [element.text for element in hostile_pages[PAGE].main.find("code")]
    assert codes[-2:] == [SCRIPT, IMAGE]


def test_drawings_hold_the_words_as_written(hostile_site) -> None:
    for path in hostile_site.rglob("*.svg"):
        text = path.read_text(encoding="utf-8")
        assert "<script" not in text, path
        assert "<img" not in text, path
    drawn = [path.read_text(encoding="utf-8") for path in (hostile_site / "bieu-do").glob("*.svg")]
    assert any("&lt;script&gt;" in text for text in drawn)


def test_spreadsheets_do_not_begin_a_formula(project) -> None:
    project.replace("data/programmes.yml", "name: Tết Nhân ái\n", "name: '=1+1'\n")
    project.replace(
        "data/campaigns/tet-nhan-ai-2024.yml", "name: Tết Nhân ái Xuân Giáp Thìn 2024", "name: '@SUM(1)'"
    )
    project.replace("data/results/2024.yml", "title: Kết quả công tác năm 2024", "title: '=HYPERLINK(1)'")
    assert project.build().returncode == 0
    written = [path.read_text(encoding="utf-8-sig") for path in (project.site / "bieu-do").glob("*.csv")]
    assert any("HYPERLINK" in text for text in written)
    for text in written:
        for row in text.splitlines():
            assert not row.lstrip('"').startswith(("=", "+", "@")), row


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "[nhấn](javascript:alert(1))",
        "![ảnh](https://example.org/a.png)",
        "<img src=x>",
    ],
)
def test_markup_in_an_article_stops_the_build(text, project) -> None:
    project.write(ARTICLE, f"{project.read(ARTICLE)}\n{text}\n")
    result = project.build()
    assert result.returncode == 1
    assert "Traceback" not in result.stderr
    assert ARTICLE in result.stderr
