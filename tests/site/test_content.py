"""What the real site must say, and what it must never say."""

import re
from pathlib import Path

import pytest

ARTICLE = "tin-tuc/2025/tong-ket-cong-tac-hoi-2024/"
OWN_FILES = (".html", ".svg", ".csv", ".xml", ".json", ".txt", ".md")
THEME_FILES = re.compile(r"assets/(?:stylesheets|javascripts|images)/")
WARDS = (
    "Cầu Diễn",
    "Mỹ Đình 1",
    "Mỹ Đình 2",
    "Phú Đô",
    "Mễ Trì",
    "Trung Văn",
    "Đại Mỗ",
    "Tây Mỗ",
    "Phương Canh",
    "Xuân Phương",
)


def texts(site: Path) -> dict[str, str]:
    """Every text file of our own that is published, with plain spaces."""
    found = {}
    for path in site.rglob("*"):
        name = path.relative_to(site).as_posix()
        if path.suffix in OWN_FILES and not THEME_FILES.match(name):
            found[name] = path.read_text(encoding="utf-8").replace("\u00a0", " ").replace("&nbsp;", " ")
    return found


def row_of(page, name: str) -> str:
    rows = [row.text for row in page.main.find("tr") if row.text.startswith(name)]
    assert rows, f"no row begins with {name}"
    return rows[0]


def facts(page) -> dict[str, str]:
    """The definition list of a page: name and what stands beside it."""
    return {group.one("dt").text: group.one("dd").text for group in page.main.one("dl").find("div")}


def test_article_states_its_title_and_author(real_pages) -> None:
    page = real_pages[ARTICLE]
    title = (
        "Hội Chữ thập đỏ quận Nam Từ Liêm tổng kết công tác năm 2024, phát động Tết Nhân ái Xuân Ất Tỵ 2025"
    )
    assert page.main.one("h1").text == title
    assert page.title.startswith(title)
    assert "Quang Vinh" in page.main.text
    assert title in real_pages[""].main.text
    assert title in real_pages["tin-tuc/"].main.text


def test_article_keeps_the_time_of_viet_nam(real_pages) -> None:
    times = [element["datetime"] for element in real_pages[ARTICLE].main.find("time")]
    assert "2025-01-16T08:43:00+07:00" in times


@pytest.mark.parametrize("zone", ["America/New_York", "Asia/Tokyo"])
def test_time_of_an_article_does_not_depend_on_the_machine(zone, moved_site, parse_site) -> None:
    page = parse_site(moved_site(zone))[ARTICLE]
    element = page.main.one("time", datetime="2025-01-16T08:43:00+07:00")
    assert element.text == "08:43, Thứ Năm 16/01/2025"


def test_article_states_the_day_of_the_event(real_pages) -> None:
    element = real_pages[ARTICLE].main.one("time", datetime="2025-01-09")
    assert element.text == "09/01/2025"
    assert facts(real_pages[ARTICLE])["Thời gian"] == "sáng 09/01/2025"


@pytest.mark.parametrize(
    "address", [ARTICLE, "chien-dich/tet-nhan-ai-2024/", "so-lieu/tet-nhan-ai-2024/suat-qua/"]
)
def test_gifts_of_2024_stand_with_their_achievement(address, real_pages) -> None:
    text = real_pages[address].main.text
    assert "4.875" in text
    assert "400%" in text


@pytest.mark.parametrize("address", [ARTICLE, "chien-dich/hien-mau-2024/", "so-lieu/2024/hien-mau/"])
def test_blood_of_2024_stands_with_its_achievement(address, real_pages) -> None:
    text = real_pages[address].main.text
    assert "3.858" in text
    assert "227%" in text


@pytest.mark.parametrize("address", ["", ARTICLE, "ket-qua/2024/", "so-lieu/2024/gia-tri/"])
def test_money_is_as_exact_as_its_source(address, real_pages) -> None:
    assert "24,6 tỷ" in real_pages[address].main.text
    assert "24.600.000.000" not in real_pages[address].main.text


def test_help_is_counted_in_times_and_never_in_people(real_pages, real_site) -> None:
    stated = 0
    for page in real_pages.values():
        for found in re.finditer(r"24,2 nghìn(.{0,12})", page.text.replace("\u00a0", " ")):
            stated += 1
            assert found[1].startswith(" lượt người"), f"{page.address}: {found[0]}"
    assert stated >= 5
    for name, text in texts(real_site).items():
        assert not re.search(r"24,2 (?:nghìn|ngàn) người", text), name


def test_help_is_not_more_exact_than_its_source(real_site) -> None:
    for name, text in texts(real_site).items():
        assert "24.200" not in text, name


def test_targets_of_2025_stand_side_by_side(real_pages) -> None:
    text = real_pages["chien-dich/tet-nhan-ai-2025/"].main.text
    assert "150%" in text
    row = row_of(real_pages["chien-dich/tet-nhan-ai-2025/"], "Suất quà Tết trao tặng")
    assert re.search(r"chưa công bố 2\.400 3\.600", row)


@pytest.mark.parametrize("address", ["chien-dich/tet-nhan-ai-2025/", "so-lieu/tet-nhan-ai-2025/suat-qua/"])
def test_result_of_2025_is_not_published_yet(address, real_pages) -> None:
    page = real_pages[address]
    assert "chưa công bố" in page.main.text
    if address.startswith("so-lieu/"):
        assert page.main.one("p", of="mb-figure-value").text == "chưa công bố"
        assert facts(page)["Giá trị"] == "chưa công bố"


def test_no_target_is_invented(real_site) -> None:
    for name, text in texts(real_site).items():
        for invented in ("1.219", "1.700", "1219", "1700"):
            assert not re.search(rf"(?<![\d.]){re.escape(invented)}(?![\d.])", text), f"{name}: {invented}"
    for path in real_site.rglob("*.png"):
        assert b"1.219" not in path.read_bytes()


@pytest.mark.parametrize(("low", "high", "least"), [("1.218", "1.220", 2), ("1.696", "1.703", 2)])
def test_range_of_an_unstated_target_is_called_a_calculation(low, high, least, real_pages, real_site) -> None:
    said = 0
    for page in real_pages.values():
        sentences = [
            note.text for note in page.main.find(of="mb-note") if low in note.text or high in note.text
        ]
        for sentence in sentences:
            assert f"{low}–{high}" in sentence, page.address
            assert re.search(r"(?:phép tính|tính ra)", sentence), page.address
            assert re.search(r"không phải (?:là )?(?:số liệu|con số) (?:được|đã) công bố", sentence), (
                page.address
            )
        counted = sum(sentence.count(low) + sentence.count(high) for sentence in sentences)
        assert page.html.count(low) + page.html.count(high) == counted, f"{page.address}: said elsewhere too"
        said += len(sentences)
    assert said >= least
    for name, text in texts(real_site).items():
        if not name.endswith(".html"):
            assert low not in text, name
            assert high not in text, name


def test_about_lists_the_ten_wards_and_until_when(real_pages) -> None:
    page = real_pages["gioi-thieu/"]
    listed = [item.text for item in page.main.one("ul", of="mb-columns").find("li")]
    assert listed == [f"Phường {ward}" for ward in WARDS]
    assert "30/06/2025" in page.main.text


def test_article_tells_of_the_slip_in_its_source(real_pages) -> None:
    note = real_pages[ARTICLE].main.one("section", of="mb-notes").text
    assert "bản tin gốc ghi “năm 2024”" in note
    assert "23/11/2026" in note


def test_gift_at_the_conference_is_a_figure_of_its_own(real_pages) -> None:
    assert (
        real_pages["so-lieu/tong-ket-2024/qua-tai-hoi-nghi/"]
        .main.one(of="mb-figure-value")
        .text.startswith("14")
    )


def test_campaign_dates_stand_on_its_page(real_pages) -> None:
    text = real_pages["chien-dich/tet-nhan-ai-2025/"].main.text
    assert "09/01/2025" in text
    assert "26/01/2025" in text
    assert "Đang diễn ra" in text


def test_real_site_is_not_called_a_sample(real_pages) -> None:
    for page in real_pages.values():
        assert not page.root.find(of="mb-sample"), page.address
        assert "DỮ LIỆU MINH HOẠ" not in page.html.upper(), page.address


def test_sample_says_so_on_every_page(demo_pages) -> None:
    for page in demo_pages.values():
        assert page.root.one("p", of="mb-sample").text, page.address
