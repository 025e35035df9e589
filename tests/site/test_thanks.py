"""Who gave is shown as thanks and as proof: lists add up to what they state, and name nobody who objects."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

CAMPAIGN = "tet-nhan-ai-2025"
LIST = f"chien-dich/{CAMPAIGN}/ung-ho/"
WITHHELD = ("Phạm Thị Giấu", "Công ty Mẫu Rút Lui", "Đoàn Mẫu Ẩn")
NAMES = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đỗ", "Bùi")
GIVEN = (
    "An",
    "Ánh",
    "Bình",
    "Châu",
    "Dũng",
    "Đạt",
    "Giang",
    "Hà",
    "Hạnh",
    "Khánh",
    "Lan",
    "Mai",
    "Quỳnh",
    "Ý",
)
MIDDLE = ("Văn Mẫu", "Thị Mẫu", "Minh Mẫu", "Thu Mẫu")
DONORS = """\
cong-ty-mau: {name: Công ty Mẫu, kind: organisation, unit: cau-dien, about: Doanh nghiệp mẫu trong phường.}
truong-mau-moi: {name: Trường Tiểu học Mẫu Mới, kind: organisation, valid: {since: 2025-07-01}}
truong-mau:
  name: Trường Tiểu học Mẫu
  kind: organisation
  valid: {since: 2001-09-05, until: 2025-06-30, reason: Sáp nhập trường.}
  successor: truong-mau-moi
nhom-mau: {name: Nhóm thiện nguyện Mẫu, kind: group}
phuong-phu-do: {name: Phường Phú Đô, kind: ward, unit: phu-do}
rut-lui: {name: Công ty Mẫu Rút Lui, kind: organisation, consent: withdrawn}
giau-ten: {name: Phạm Thị Giấu, kind: person}
"""
HEADER = (
    "receipt,date,kind,donor,name,donor_kind,ward,consent,campaign,fund,amount_vnd,item,quantity,unit,"
    "valuation,refers_to,note\n"
)
FIXED = f"""\
PT-0001,2025-01-10,gift,,Trần Thị Mẫu,,my-dinh-1,given,{CAMPAIGN},quy,500000,,,,,,
PT-0002,2025-01-10,gift,cong-ty-mau,,,,,{CAMPAIGN},quy,20000000,,,,,,
PT-0003,2025-01-11,gift,,,,my-dinh-1,,{CAMPAIGN},,,gạo,50,kg,not-valued,,
PT-0004,2025-01-11,collection,,,,,,{CAMPAIGN},quy,12000000,,,,,,Hòm quyên góp tại lễ phát động
PT-0005,2025-01-12,refund,,,,,,{CAMPAIGN},quy,100000,,,,,PT-0001,Chuyển nhầm
PT-0006,2025-01-12,gift,cong-ty-mau,,,,,{CAMPAIGN},,3000000,chăn,12,chiếc,hoá đơn,,
PT-0007,2024-01-12,gift,cong-ty-mau,,,,,tet-nhan-ai-2024,quy,5000000,,,,,,
PT-0008,2025-01-13,gift,truong-mau,,,,,{CAMPAIGN},quy,4000000,,,,,,
PT-0009,2025-01-14,gift,truong-mau,,,,,,quy,2500000,,,,,,
PT-0010,2025-01-14,gift,nhom-mau,,,me-tri,,{CAMPAIGN},,,mì tôm,40,thùng,not-valued,,
PT-0011,2025-01-14,gift,phuong-phu-do,,,,,{CAMPAIGN},,,suất quà,38,suất,not-valued,DK-0001,
PT-0012,2025-01-14,correction,,,,,,{CAMPAIGN},,,suất quà,2,suất,,PT-0011,Đếm lại: 40 suất
PT-0013,2025-01-14,gift,rut-lui,,,,,{CAMPAIGN},quy,7000000,,,,,,
PT-0014,2025-01-14,gift,giau-ten,,,,,{CAMPAIGN},quy,800000,,,,,,
PT-0015,2025-01-14,gift,,Đoàn Mẫu Ẩn,group,,refused,{CAMPAIGN},quy,900000,,,,,,
PT-0016,2025-01-15,gift,phuong-phu-do,,,,,tet-nhan-ai-2024,quy,1000000,,,,,,
"""
PLEDGES = f"""\
receipt,date,kind,donor,name,donor_kind,ward,consent,campaign,amount_vnd,item,quantity,unit,refers_to,note
DK-0001,2025-01-08,pledge,phuong-phu-do,,,,,{CAMPAIGN},,suất quà,40,suất,,
DK-0002,2025-01-08,pledge,cong-ty-mau,,,,,{CAMPAIGN},30000000,,,,,
DK-0003,2025-01-09,pledge,phuong-phu-do,,,,,{CAMPAIGN},5000000,,,,,
DK-0004,2025-01-10,cancellation,,,,,,{CAMPAIGN},,,,,DK-0003,
"""


def generated() -> Iterator[str]:
    """Yield made-up gifts of people, enough for a second page."""
    for number in range(220):
        name = f"{NAMES[number % 8]} {MIDDLE[number % 4]} {GIVEN[number % 14]}"
        consent = "refused" if number % 9 == 4 else "given"
        ward = ("cau-dien", "my-dinh-2", "me-tri")[number % 3]
        amount = 50_000 * (1 + number % 20)
        yield (
            f"PM-{number:04},2025-01-{9 + number % 6:02},gift,,{name},person,{ward},{consent},{CAMPAIGN},quy,"
            f"{amount},,,,,,\n"
        )


@pytest.fixture(scope="session")
def thankful(once_per_run, copy_project) -> Path:
    """The site of a chapter with a ledger of gifts, most of them made up by rule."""

    def fill(folder: Path) -> None:
        chapter = copy_project(folder / "project")
        chapter.write("data/funds.yml", "quy: {name: Quỹ Mẫu, opened: 2024-01-01, opening_vnd: 0}\n")
        chapter.write("data/donors.yml", DONORS)
        chapter.write("data/gifts/2025.csv", HEADER + FIXED + "".join(generated()))
        chapter.write("data/pledges/2025.csv", PLEDGES)
        result = chapter.build()
        assert result.returncode == 0, result.stderr

    return once_per_run("thankful", fill) / "project" / "site"


@pytest.fixture(scope="session")
def pages(thankful, parse_site) -> dict:
    return parse_site(thankful)


def numbers(text: str) -> list[int]:
    """Return the sums of money in a text."""
    return [int(found.replace(".", "")) for found in re.findall(r"([\d.]+)\s?đồng", text)]


def names(page) -> list[str]:
    return [cell.text for cell in page.main.find("th", of="mb-gifts__who")]


def test_rows_add_up_to_the_sum_at_the_end(pages) -> None:
    given = returned = 0
    for address in (LIST, f"{LIST}trang/2/"):
        for row in pages[address].main.find("tr"):
            for cell in row.find("td", of="mb-gifts__what"):
                if "mb-gifts__change" in row.classes:
                    returned += sum(numbers(cell.text.partition("Sau")[0]))
                elif not cell.find("span", of="mb-gifts__note") or "trị giá" not in cell.text:
                    given += sum(numbers(cell.one("strong").text))
    assert returned == 100_000
    for address in (LIST, f"{LIST}trang/2/"):
        total = pages[address].main.one("tfoot").one("tr")
        assert numbers(total.text) == [given - returned, 3_000_000]


def test_refund_stands_under_its_gift(pages) -> None:
    [body] = [item for item in pages[LIST].main.find("tbody") if "PT-0001" in item.text]
    assert "Trần Thị Mẫu" in body.text
    assert "Hoàn trả 100.000 đồng" in body.text.replace("\u00a0", " ")
    assert "400.000" in body.text
    assert "PT-0005" in body.text


def test_anonymous_gifts_are_rows_and_come_after_the_named(pages) -> None:
    shown = [name for address in (LIST, f"{LIST}trang/2/") for name in names(pages[address])]
    assert shown.count("Ẩn danh") == 28
    assert set(shown[shown.index("Ẩn danh") :]) == {"Ẩn danh", "Không ghi từng người"}
    assert shown[-1] == "Không ghi từng người"


def test_no_withheld_name_is_anywhere(thankful) -> None:
    files = [
        path for path in thankful.rglob("*") if path.suffix in (".html", ".json", ".xml", ".csv", ".txt")
    ]
    assert len(files) > 50
    for path in files:
        text = path.read_text(encoding="utf-8")
        for name in WITHHELD:
            assert name not in text, path


def test_names_stand_in_the_order_of_the_alphabet(pages) -> None:
    shown = [name for name in names(pages[LIST]) if name.split()[-1] in GIVEN]
    given = [GIVEN.index(name.split()[-1]) for name in shown]
    assert given == sorted(given)
    assert len(set(given)) > 5


def test_index_leads_to_where_each_letter_begins(pages) -> None:
    index = pages[LIST].main.one("nav", of="mb-letters").find("a")
    letters = [link.text for link in index]
    assert letters[:3] == ["A", "B", "C"]
    assert letters.index("D") + 1 == letters.index("Đ")
    assert letters[-2:] == ["Ẩn danh", "Không ghi từng người"]
    for link in index:
        address, _hash, anchor = link["href"].partition("#")
        page = pages[LIST] if not address else pages[re.sub(r"^(?:\.\./)+", "", address)]
        assert anchor in page.anchors


def test_who_gave_again_and_again_has_a_page(pages) -> None:
    shown = {address.removeprefix("ghi-nhan/don-vi/") for address in pages if "ghi-nhan/don-vi/" in address}
    assert shown == {"cong-ty-mau/", "phuong-phu-do/", "truong-mau/"}
    school = pages["ghi-nhan/don-vi/truong-mau/"].main.text
    assert "Nay là Trường Tiểu học Mẫu Mới" in school
    assert "05/09/2001 – 30/06/2025" in school
    company = pages["ghi-nhan/don-vi/cong-ty-mau/"].main
    assert "25.000.000" in company.one("dl").text
    links = [link["href"] for link in company.find("a")]
    assert any(href.endswith("chien-dich/tet-nhan-ai-2024/ung-ho/") for href in links)
    assert any(href.endswith("ghi-nhan/nam/2024/") for href in links)


def test_promises_stand_beside_what_arrived(pages) -> None:
    page = pages["ghi-nhan/don-vi/phuong-phu-do/"].main
    rows = [row.text.replace("\u00a0", " ") for row in page.find("tr") if "DK-" in row.text]
    assert "40 suất quà 40 suất quà (14/01/2025)" in rows[0], "after the correction"
    assert "Đã rút đăng ký" in rows[1]
    assert "chưa ghi nhận" in pages["ghi-nhan/don-vi/cong-ty-mau/"].main.text


def test_entry_leads_to_every_list(pages) -> None:
    entry = pages["ghi-nhan/"].main
    targets = {re.sub(r"^(?:\.\./)+", "", link["href"]) for link in entry.find("a")}
    lists = {address for address in pages if re.search(r"/ung-ho/$|^ghi-nhan/[a-z]+/[^/]+/$", address)}
    assert lists >= {LIST, "ghi-nhan/nam/2024/", "ghi-nhan/phuong/me-tri/", "ghi-nhan/loai/to-chuc/"}
    assert lists <= targets
    assert "tim-ung-ho/" in targets
    assert "Đại biểu dự hội nghị" in entry.text, "what is acknowledged without amounts stays"


def test_campaign_page_tells_what_came_and_leads_to_the_list(pages) -> None:
    page = pages[f"chien-dich/{CAMPAIGN}/"].main
    assert any(link["href"].endswith(LIST) for link in page.find("a"))
    total = pages[LIST].main.one("tfoot").text
    assert set(numbers(total)) <= set(numbers(page.text))


def test_every_table_says_what_it_is(pages) -> None:
    for address in (LIST, "ghi-nhan/", "ghi-nhan/don-vi/cong-ty-mau/", "ghi-nhan/nam/2025/"):
        page = pages[address]
        assert page.misnested == []
        assert len(set(page.anchors)) == len(page.anchors)
        for table in page.main.find("table"):
            assert table.one("caption").text
            assert all(cell["scope"] for cell in table.find("th"))
