"""A chapter may hold nothing yet, or a great deal."""

import re

import pytest

REQUIRED = {
    "data/organisation.yml": "name: Hội Mới\nshort_name: Hội Mới\nplace: Hà Nội\nlevel: ward\n",
    "data/indicators.yml": "suat-qua: {name: Suất quà, unit: suất quà, definition: Số suất quà đã trao.}\n",
    "data/sections.yml": "tin-tuc: {name: Tin tức}\n",
}
PLAIN = {"tin-tuc/", "chien-dich/", "ket-qua/", "so-lieu/", "ghi-nhan/", "du-lieu/", "cong-khai/", "thu-chi/"}
PLAIN |= {"chua-biet/"}
KINDS = (
    {"", "404.html", "kha-nang-tiep-can/", "ngoai-tuyen/", "quyen-rieng-tu/", "tim-kiem/"}
    | PLAIN
    | {f"tin-tuc/{name}/" for name in ("chu-de", "chuyen-muc/tin-tuc", "luu-tru", "tac-gia")}
)


@pytest.fixture
def empty_chapter(bare_project):
    # MkDocs asks for the folder itself before it calls any hook; Git keeps it only with a file in it.
    bare_project.write("docs/.gitkeep", "")
    for path, text in REQUIRED.items():
        bare_project.write(path, text)
    return bare_project


def test_chapter_of_three_files_is_all_right(empty_chapter) -> None:
    result = empty_chapter.minhbach("check")
    assert result.returncode == 0, result.stderr
    assert result.stderr == ""


def test_chapter_of_three_files_builds(empty_chapter, parse_site) -> None:
    result = empty_chapter.build()
    assert result.returncode == 0, result.stderr
    pages = parse_site(empty_chapter.site)
    assert set(pages) == KINDS
    for address, page in pages.items():
        assert page.main.one("h1").text, address
        assert len(page.main.text) > 20, address
        for _element, _name, target in page.links():
            assert "gioi-thieu" not in target, address


def test_chapter_of_three_files_stages(empty_chapter, tmp_path) -> None:
    assert empty_chapter.minhbach("stage", tmp_path / "tree").returncode == 0
    assert (tmp_path / "tree/index.md").is_file()


def test_long_list_of_news_comes_in_pages(demo_pages) -> None:
    lists = [demo_pages[address] for address in ("tin-tuc/", "tin-tuc/trang/2/", "tin-tuc/trang/3/")]
    assert "tin-tuc/trang/4/" not in demo_pages
    assert [len(page.main.find("li", of="mb-article-card")) for page in lists] == [20, 20, 5]
    assert len({page.title for page in lists}) == 3
    cards = [card for page in lists for card in page.main.find("li", of="mb-article-card")]
    pinned = [card for card in cards if "Tin ghim" in card.text]
    assert pinned == cards[:1], "the pinned article is the first"
    times = [card.find("time")[0]["datetime"] for card in cards[1:]]
    assert times == sorted(times, reverse=True), "newest first"
    shown = [link["href"] for page in lists for link in page.main.find("a", of="mb-card__link")]
    names = [re.sub(r"^(?:\.\./)+", "", href) for href in shown]
    assert len(set(names)) == 45, "every article once"


def test_pages_of_the_list_lead_to_each_other(demo_pages) -> None:
    middle = demo_pages["tin-tuc/trang/2/"].main.one("nav", of="mb-pagination")
    assert middle.one("a", rel="prev")["href"].endswith("../tin-tuc/")
    assert middle.one("a", rel="next")["href"].endswith("tin-tuc/trang/3/")
    assert middle.one("a", **{"aria-current": "page"}).text == "2"
    assert not demo_pages["tin-tuc/"].main.find("a", rel="prev")
    assert not demo_pages["tin-tuc/trang/3/"].main.find("a", rel="next")
