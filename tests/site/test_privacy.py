"""The privacy page says what is so: with a counter of views and without, with a page of its own."""

import json
from base64 import b64decode
from urllib.parse import parse_qs, urljoin, urlsplit

import pytest

from minhbach.outputs.worker import read_withdrawn_worker

PRIVACY = "quyen-rieng-tu/"
ARTICLE = "tin-tuc/2025/tong-ket-cong-tac-hoi-2024/"
COUNTER = "https://dem.example"
OWN = "---\ntitle: Riêng tư của ta\nsummary: Hội tự viết trang này.\n---\n\nMột đoạn do Hội viết.\n"


@pytest.fixture(scope="session")
def counted_pages(counted_site, parse_site):
    return parse_site(counted_site)


def scripts(page) -> list[str]:
    return [
        script["src"].rsplit("/")[-1] for script in page.root.find("script") if script.attributes.get("src")
    ]


def test_every_page_leads_to_it(real_pages) -> None:
    for address, page in real_pages.items():
        (link,) = (link for link in page.root.one("footer").find("a") if link.text == "Quyền riêng tư")
        there = urljoin(f"https://hoi.example/{address}", link["href"])
        assert there == f"https://hoi.example/{PRIVACY}", address


def test_without_a_counter_no_page_names_one(real_pages) -> None:
    for address, page in real_pages.items():
        assert "goatcounter" not in page.html.lower(), address
        assert "page-views.js" not in page.html, address
        assert "Lượt xem" not in page.text, address
    assert "không khiến trình duyệt của bạn liên hệ với bất kỳ nơi nào khác" in real_pages[PRIVACY].main.text


def test_counter_is_named_with_what_it_is_sent(counted_pages) -> None:
    section = counted_pages[PRIVACY].main.one("section", **{"aria-labelledby": "luot-xem"}).text
    assert "GoatCounter tại dem.example" in section
    for said in ("địa chỉ IP", "không đặt cookie", "Do Not Track", "Không gửi đi: trang bạn xem trước đó"):
        assert said in section
    assert "bất kỳ nơi nào khác" not in counted_pages[PRIVACY].main.text


def test_only_articles_are_counted_each_under_its_own_address(counted_pages) -> None:
    counted = {address for address, page in counted_pages.items() if "page-views.js" in scripts(page)}
    assert counted == {ARTICLE}
    shown = {address: page.root.find("p", of="mb-views") for address, page in counted_pages.items()}
    assert {address for address, places in shown.items() if places} == {ARTICLE}
    (place,) = shown[ARTICLE]
    assert place["data-counter"] == COUNTER
    assert place["data-path"] == f"/{ARTICLE.removesuffix('/')}"
    assert "hidden" in place.attributes


def test_tools_come_with_articles_only(real_pages) -> None:
    assert {address for address, page in real_pages.items() if "reading.js" in scripts(page)} == {
        ARTICLE,
        PRIVACY,
    }
    assert {address for address, page in real_pages.items() if page.main.find(of="mb-share")} == {ARTICLE}


def test_no_button_is_offered_before_a_script_has_looked(real_pages, counted_pages) -> None:
    for pages in (real_pages, counted_pages):
        for page in pages.values():
            for button in page.main.find("button"):
                if button.attributes.get("type") == "submit":
                    continue  # a form is sent without any script
                around = [button]
                while around[-1].parent is not None:
                    around.append(around[-1].parent)
                assert any("hidden" in element.attributes for element in around), (
                    f"{page.address}: {button.text}"
                )


def test_article_is_shared_under_its_public_address(counted_pages) -> None:
    share = counted_pages[ARTICLE].main.one("section", of="mb-share")
    zalo, facebook, copy = share.find("a")
    url = f"https://hoi.example/{ARTICLE}"
    assert json.loads(b64decode(parse_qs(urlsplit(zalo["href"]).query)["d"][0])) == {"url": url}
    assert parse_qs(urlsplit(facebook["href"]).query) == {"u": [url]}
    assert [link.text for link in (zalo, facebook)] == ["Chia sẻ lên Zalo", "Chia sẻ lên Facebook"]
    for link in (zalo, facebook):
        assert link["rel"].split() == ["noopener", "nofollow", "external"]
    assert copy["data-url"] == url
    assert urljoin(url, copy["href"]) == url


def test_site_that_does_not_know_its_address_only_copies_it(real_pages) -> None:
    (copy,) = real_pages[ARTICLE].main.one("section", of="mb-share").find("a")
    assert copy["data-url"] == ""
    assert urljoin(f"https://hoi.example/{ARTICLE}", copy["href"]) == f"https://hoi.example/{ARTICLE}"


def test_printed_page_names_its_address_and_day(counted_pages, real_pages) -> None:
    assert f"https://hoi.example/{ARTICLE}" in counted_pages[ARTICLE].root.one("p", of="mb-printed").text
    assert "nội dung ngày 23/11/2026" in real_pages[ARTICLE].root.one("p", of="mb-printed").text
    assert f"https://hoi.example/{PRIVACY}" in counted_pages[PRIVACY].root.one("p", of="mb-printed").text


def test_contact_is_the_organisations_or_said_to_be_unpublished(real_pages, project, parse_site) -> None:
    def contact(pages) -> str:
        facts = pages[PRIVACY].main.one("dl").find("div")
        return next(fact.one("dd").text for fact in facts if fact.one("dt").text == "Liên hệ")

    assert contact(real_pages) == "chưa có thông tin"
    organisation = project.read("data/organisation.yml")
    project.write("data/organisation.yml", f"{organisation}contact: Trụ sở Hội, giờ hành chính <b>\n")
    assert project.build(SITE_URL="https://ten-hoi.github.io/minh-bach/").returncode == 0
    pages = parse_site(project.site)
    assert contact(pages) == "Trụ sở Hội, giờ hành chính <b>"
    assert "Trang này đặt trên GitHub Pages." in pages[PRIVACY].main.text
    assert "Trang này đặt trên GitHub Pages." not in real_pages[PRIVACY].main.text
    assert "cần đối chiếu văn bản gốc" in pages[PRIVACY].main.text


@pytest.mark.parametrize("path", ["docs/quyen-rieng-tu.md", "docs/quyen-rieng-tu/index.md"])
def test_page_that_the_chapter_wrote_takes_its_place_and_still_names_the_counter(
    path, project, parse_site
) -> None:
    project.write(path, OWN)
    organisation = project.read("data/organisation.yml")
    project.write("data/organisation.yml", f"{organisation}page_views: {{goatcounter: {COUNTER}}}\n")
    result = project.build()
    assert result.returncode == 0, result.stderr
    page = parse_site(project.site)[PRIVACY]
    assert page.main.one("h1").text == "Riêng tư của ta"
    assert "Một đoạn do Hội viết." in page.main.text
    assert "GoatCounter tại dem.example" in page.main.text
    assert page.anchors.count("mb--views") == 1


def test_own_page_without_a_counter_says_besides_only_what_is_kept(project, parse_site) -> None:
    project.write("docs/quyen-rieng-tu.md", OWN)
    assert project.build().returncode == 0
    (section,) = parse_site(project.site)[PRIVACY].main.find("section")
    assert section["aria-labelledby"] == "mb--kept"
    assert section.one("button").text == "Xoá các trang đã lưu"
    assert section.one("a")["href"] == "../ngoai-tuyen/"


def test_a_chapter_may_want_no_pages_kept(project, parse_site) -> None:
    project.write("docs/quyen-rieng-tu.md", OWN)
    project.write("data/organisation.yml", project.read("data/organisation.yml") + "offline: false\n")
    assert project.build().returncode == 0
    pages = parse_site(project.site)
    assert "ngoai-tuyen/" not in pages
    assert pages[PRIVACY].main.find("section") == []
    assert "offline.js" not in (project.site / "index.html").read_text(encoding="utf-8")
    assert (project.site / "sw.js").read_bytes() == read_withdrawn_worker()


def test_a_preview_keeps_nothing(project) -> None:
    assert project.build(MINHBACH_PREVIEW="1").returncode == 0
    assert "offline.js" not in (project.site / "index.html").read_text(encoding="utf-8")
    assert (project.site / "sw.js").read_bytes() == read_withdrawn_worker()
