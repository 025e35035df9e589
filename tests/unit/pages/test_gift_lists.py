"""Pages of thanks: gifts in pages with an index, levels, what search finds, and what is compared."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minhbach.build import write_exports
from minhbach.derive.thanks import Gift
from minhbach.language import read_catalogue
from minhbach.ledger.ordering import ALPHABET
from minhbach.numbers.quantity import Precision, Quantity
from minhbach.outputs.model import Page
from minhbach.pages import gift_search
from minhbach.pages.formatting import Formatter
from minhbach.pages.gift_lists import GiftSection, lay_out_pages, letter_id, make_gift_list_pages
from minhbach.pages.gift_words import GiftWords
from minhbach.pages.renderer import Renderer
from minhbach.records.campaign import CampaignLedgerRecord
from minhbach.records.money import DonorRecord
from minhbach.records.organisation import HonourLevelRecord, UnitRecord, ValidityRecord
from minhbach.records.period import DayHour
from minhbach.site import thanks

CATALOGUE = read_catalogue("vi")

CAMPAIGN = "tet-mau-2025"
LIST = f"chien-dich/{CAMPAIGN}/ung-ho/"
ORGANISATION = {"donor_kind": "organisation"}


def row(name: str | None = None, amount_vnd: int | None = 100_000, **columns: object) -> dict[str, object]:
    return {"name": name, "listing": "named" if name else "anonymous", "amount_vnd": amount_vnd, **columns}


@pytest.fixture
def made(gift_site) -> Callable[..., dict[str, Page]]:
    """Return a function that makes the lists of gifts of a site, by address."""

    def make(rows, **options: object) -> dict[str, Page]:
        site = gift_site(rows, **options)
        renderer = Renderer(site, CATALOGUE, {}, {}, write_exports(site, CATALOGUE))
        return {page.address: page for page in make_gift_list_pages(renderer)}

    return make


def plain(page: Page) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", page.html).replace("\u00a0", " ").split())


def gift(number: int, name: str = "", letter: str = "a") -> Gift:
    key = chr(65 + ALPHABET.index(letter)) if name else None
    listing = "named" if name else "anonymous"
    who = (name or None, None, "person", None)
    return Gift(
        number, f"PT-{number}", date(2025, 1, 1), "gift", listing, *who, None, 5, False, *[None] * 5, key
    )  # type: ignore[arg-type]


def section(*gifts: Gift, heading: str = "Tên") -> GiftSection:
    return GiftSection(f"muc-{heading}", heading, heading, gifts[0].listing, gifts)


@given(st.lists(st.integers(1, 700), min_size=1, max_size=4))
def test_every_gift_stands_on_one_page_in_its_order(sizes: list[int]) -> None:
    sections, number = [], 0
    for place, size in enumerate(sizes):
        named = place == 0
        gifts = [gift(number + step, f"Tên {step // 3}" if named else "") for step in range(size)]
        sections.append(section(*gifts, heading=str(place)))
        number += size
    pages, _index = lay_out_pages(sections)
    shown = [
        [item.number for part in page for giver in part.givers for item in giver.gifts] for page in pages
    ]
    assert [item for page in shown for item in page] == list(range(number))
    assert all(len(page) == thanks.GIFTS_PER_PAGE for page in shown[:-1])
    assert 0 < len(shown[-1]) <= thanks.GIFTS_PER_PAGE
    for page in pages:
        anchors = [giver.anchor for part in page for giver in part.givers if giver.anchor]
        assert len(set(anchors)) == len(anchors)


def test_index_names_each_letter_where_it_begins() -> None:
    named = [gift(number, f"Tên {number}", "aăđ"[number // 150]) for number in range(450)]
    pages, index = lay_out_pages([section(*named), section(gift(900), heading="Ẩn danh")])
    assert [(item.words, item.number, item.id) for item in index] == [
        ("A", 1, "mb--chu--a"),
        ("Ă", 1, "mb--chu--aw"),
        ("Đ", 2, "mb--chu--dd"),
        ("Ẩn danh", 3, "muc-Ẩn danh"),
    ]
    starts = [[giver.letter for part in page for giver in part.givers if giver.letter] for page in pages]
    assert starts == [["mb--chu--a", "mb--chu--aw"], ["mb--chu--dd"], []]


def test_every_letter_has_an_id_of_its_own() -> None:
    ids = [letter_id(letter) for letter in ("", *ALPHABET)]
    assert len(set(ids)) == len(ALPHABET) + 1
    assert all(identity.isascii() for identity in ids)


def test_section_that_goes_on_says_so() -> None:
    pages, _index = lay_out_pages([section(*(gift(number, "Tên") for number in range(201)))])
    assert [[part.is_continued for part in page] for page in pages] == [[False], [True]]


def test_without_levels_nobody_is_ranked(made) -> None:
    page = made([row("Lê Mẫu An", 1_000), row("Lê Mẫu Bình", 9_000_000)])[LIST]
    assert plain(page).index("Lê Mẫu An") < plain(page).index("Lê Mẫu Bình")
    assert "mức ghi nhận" not in plain(page)


def test_levels_order_campaigns_and_years_only(made) -> None:
    levels = (HonourLevelRecord(name="Tấm lòng vàng (mẫu)", from_vnd=Decimal(5_000_000)),)
    rows = [row("Lê Mẫu An", 1_000, ward="to-1"), row("Lê Mẫu Bình", 9_000_000, ward="to-1")]
    pages = made(rows, honour_levels=levels)
    for address in (LIST, "ghi-nhan/nam/2025/"):
        words = plain(pages[address])
        assert words.index("Tấm lòng vàng") < words.index("Lê Mẫu Bình") < words.index("Lê Mẫu An")
    for address in ("ghi-nhan/phuong/to-1/", "ghi-nhan/loai/ca-nhan/"):
        words = plain(pages[address])
        assert "Tấm lòng vàng" not in words
        assert words.index("Lê Mẫu An") < words.index("Lê Mẫu Bình")


def test_list_is_compared_with_the_figure_it_bears_out(gift_site) -> None:
    site = gift_site([row("Lê Mẫu An"), row(None, 50_000, day=date(2025, 1, 20))])
    campaign = replace(site.campaigns[CAMPAIGN], ledger=CampaignLedgerRecord(headline="tiep-nhan"))
    figure = site.figures[f"{CAMPAIGN}.tiep-nhan"]
    stated = replace(
        figure,
        quantity=Quantity(Decimal(100_000), Decimal(1), Precision.EXACT),
        as_of=DayHour(date(2025, 1, 15)),
    )
    site = replace(site, campaigns={CAMPAIGN: campaign}, figures={**site.figures, stated.address: stated})
    pages = make_gift_list_pages(Renderer(site, CATALOGUE, {}, {}, write_exports(site, CATALOGUE)))
    words = {page.address: plain(page) for page in pages}
    assert "nguồn ghi 100.000 đồng; sổ ủng hộ cộng lại đúng bằng số này." in words[LIST]
    assert "Cả hai số tính đến ngày 15/01/2025." in words[LIST]
    assert "nguồn ghi" not in words["ghi-nhan/nam/2025/"]


def test_long_list_prints_no_person_and_leads_to_the_search_and_the_data(made, monkeypatch) -> None:
    monkeypatch.setattr(thanks, "LONGEST_LIST", 2)
    page = made([row("Lê Mẫu An"), row("Chợ Mẫu", 300_000, **ORGANISATION), row()])[LIST]
    words = plain(page)
    assert "Lê Mẫu An" not in words
    assert "Chợ Mẫu" in words
    assert "Từ 100.000 đến dưới 500.000 đồng" in words
    assert "500.000 đồng" in words
    for target in ("tim-ung-ho/", "du-lieu/"):
        assert f'href="../../../{target}"' in page.html


def found(pages: dict[str, Page]) -> dict[str, str]:
    return {
        entry.title: f"{page.address}#{entry.anchor}"
        for page in pages.values()
        for entry in page.search
        if entry.kind == "donor"
    }


def test_search_finds_each_name_once_in_the_newest_year(made) -> None:
    rows = [
        row("Lê Mẫu An"),
        row("Lê Mẫu An", day=date(2026, 2, 1)),
        row("Chợ Mẫu", **ORGANISATION),
        row("Xưởng Mẫu", donor="xuong", **ORGANISATION),
        row("Xưởng Mẫu", donor="xuong", **ORGANISATION),
        row(),
    ]
    pages = made(rows, donors={"xuong": DonorRecord(name="Xưởng Mẫu", kind="organisation")})
    assert found(pages) == {
        "Lê Mẫu An": "ghi-nhan/nam/2026/#mb--le-mau-an",
        "Chợ Mẫu": "ghi-nhan/nam/2025/#mb--cho-mau",
    }, "who has a page of their own is found by that"
    for place in found(pages).values():
        address, _hash, anchor = place.partition("#")
        assert f'id="{anchor}"' in pages[address].html


def test_search_leaves_thousands_of_people_to_the_page_that_finds_gifts(made, monkeypatch) -> None:
    monkeypatch.setattr(gift_search, "MOST_FOUND", 2)
    rows = [row("Lê Mẫu An"), row("Lê Mẫu Bình"), row("Chợ Mẫu", **ORGANISATION)]
    assert list(found(made(rows))) == ["Chợ Mẫu"]


def test_ward_that_is_no_more_says_what_has_become_of_it(made) -> None:
    gone = ValidityRecord(until=date(2025, 6, 30), reason="Sắp xếp đơn vị (mẫu).")
    units = {"to-1": UnitRecord(name="Tổ dân phố 1", valid=gone, successors=("Tổ dân phố Mới",))}
    words = plain(made([row("Lê Mẫu An", ward="to-1")], units=units)["ghi-nhan/phuong/to-1/"])
    assert "Tổ dân phố 1 hoạt động đến hết ngày 30/06/2025." in words
    assert "Nay thuộc: Tổ dân phố Mới." in words


def test_names_and_notes_are_escaped(made) -> None:
    hostile = "<script>alert(1)</script>"
    page = made([row(f"Lê {hostile}", note=hostile, item=hostile, quantity=1, unit="kg", valuation=hostile)])[
        LIST
    ]
    assert "<script" not in page.html
    assert page.html.count("&lt;script&gt;") >= 4


@pytest.fixture
def words(bare_site) -> GiftWords:
    return GiftWords(bare_site, Formatter(read_catalogue("vi")))


@pytest.mark.parametrize(
    ("columns", "given_words", "value"),
    [
        ({"amount_vnd": 500_000}, "500.000 đồng", ""),
        (
            {"item": "gạo", "quantity": Decimal("12.500"), "unit": "kg"},
            "12,5 kg gạo",
            "không quy đổi thành tiền",
        ),
        (
            {"item": "suất quà", "quantity": Decimal(40), "unit": "suất"},
            "40 suất quà",
            "không quy đổi thành tiền",
        ),
        (
            {
                "item": "Chăn",
                "quantity": Decimal(2),
                "unit": "chiếc",
                "amount_vnd": 90_000,
                "valuation": "hoá đơn",
            },
            "2 chiếc Chăn",
            "trị giá 90.000 đồng (căn cứ: hoá đơn)",
        ),
    ],
)
def test_gifts_are_told_in_words(words, columns, given_words, value) -> None:
    item = replace(gift(1), **{"amount_vnd": None, "is_goods": "item" in columns, **columns})
    assert words.given(item).replace("\u00a0", " ") == given_words
    assert words.value(item).replace("\u00a0", " ") == value


@pytest.mark.parametrize(
    ("columns", "told"),
    [
        ({"kind": "refund", "amount_vnd": -100_000}, "Hoàn trả 100.000 đồng"),
        ({"kind": "correction", "amount_vnd": 50_000}, "Điều chỉnh +50.000 đồng"),
        ({"kind": "correction", "amount_vnd": -50_000}, "Điều chỉnh −50.000 đồng"),
        (
            {"kind": "correction", "amount_vnd": -9, "item": "gạo", "quantity": Decimal(-5), "unit": "kg"},
            "Điều chỉnh −5 kg gạo; −9 đồng",
        ),
    ],
)
def test_changes_are_told_with_their_sign(words, columns, told) -> None:
    assert words.change(replace(gift(1), **columns)).replace("\u00a0", " ") == told
