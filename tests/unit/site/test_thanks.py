"""Which lists of gifts there are, what they add up to, and which of them are too long to be printed."""

from __future__ import annotations

from datetime import date

import pytest

from minhbach.records.money import DonorRecord
from minhbach.site import thanks
from minhbach.site.directory import list_pages
from minhbach.site.thanks import Scope, Sums, Thanks

ORGANISATION = {"donor_kind": "organisation"}


def person(name: str, **columns: object) -> dict[str, object]:
    return {"name": name, **columns}


def test_chapter_without_gifts_has_no_list(bare_site) -> None:
    assert bare_site.thanks == Thanks()
    assert not [address for address, shown in list_pages(bare_site) if shown in ("gifts", "donor")]


def test_every_gift_stands_in_the_lists_of_its_campaign_year_ward_and_kind(gift_site) -> None:
    site = gift_site(
        [
            person("Trần Mẫu An", ward="to-2", amount_vnd=300_000),
            person("Công ty Mẫu", **ORGANISATION, day=date(2024, 5, 1), campaign=None),
            {"kind": "collection", "amount_vnd": 7_000, "day": date(2024, 5, 2)},
            {"listing": "anonymous", "amount_vnd": None, "item": "gạo", "quantity": 5, "unit": "kg"},
            person("Lê Mẫu Ý", item="chăn", quantity=2, unit="chiếc", amount_vnd=90_000, valuation="hoá đơn"),
        ]
    )
    found = {(item.scope.value, item.key): item.total for item in site.thanks.lists}
    assert found == {
        ("campaign", "tet-mau-2025"): Sums(4, 307_000, 90_000, 1),
        ("year", "2025"): Sums(3, 300_000, 90_000, 1),
        ("year", "2024"): Sums(2, 107_000),
        ("ward", "to-2"): Sums(1, 300_000),
        ("donor_kind", "organisation"): Sums(1, 100_000),
        ("donor_kind", "person"): Sums(3, 300_000, 90_000, 1),
    }
    assert site.thanks.total == Sums(5, 407_000, 90_000, 1)
    assert site.thanks.named == 3
    assert {listing: sums.gifts for listing, sums in site.thanks.sums.items()} == {
        "named": 3,
        "anonymous": 1,
        "not-itemised": 1,
    }


def test_what_is_returned_later_stays_with_its_gift(gift_site) -> None:
    site = gift_site(
        [
            person("Trần Mẫu An", day=date(2024, 12, 30), ward="to-1"),
            person(
                "Trần Mẫu An",
                kind="refund",
                day=date(2025, 1, 2),
                amount_vnd=-40_000,
                refers_to="PT-1",
                ward="to-1",
            ),
        ]
    )
    assert {(item.key, item.total.money_vnd) for item in site.thanks.by(Scope.YEAR)} == {("2024", 60_000)}
    assert site.thanks.find(Scope.WARD, "to-1").total == Sums(1, 60_000)


def test_only_named_donors_of_the_register_who_gave_twice_have_a_page(gift_site) -> None:
    donors = {
        key: DonorRecord(name=name, kind="organisation")
        for key, name in (("b", "Trường Mẫu"), ("a", "Xưởng Mẫu"), ("mot-lan", "Chợ Mẫu"))
    }
    rows = [person("Trường Mẫu", donor="b", **ORGANISATION) for _ in range(2)]
    rows += [person("Xưởng Mẫu", donor="a", **ORGANISATION) for _ in range(3)]
    rows += [person("Chợ Mẫu", donor="mot-lan", **ORGANISATION)]
    rows += [person("Phạm Mẫu Hà", donor="la") for _ in range(2)]
    rows += [person("Chợ Mẫu", donor="mot-lan", listing="anonymous", **ORGANISATION)]
    site = gift_site(rows, donors=donors)
    assert site.thanks.donors == ("b", "a"), "in the order of the alphabet, nobody who may not be named"
    shown = [address for address, kind in list_pages(site) if kind == "donor"]
    assert shown == ["ghi-nhan/don-vi/b/", "ghi-nhan/don-vi/a/"]


@pytest.mark.parametrize(
    ("longest", "most", "printed"), [(6, 99, 3), (5, 99, 2), (99, 7, 2), (99, 3, 1), (0, 0, 0)]
)
def test_longest_lists_are_condensed_first(gift_site, monkeypatch, longest, most, printed) -> None:
    monkeypatch.setattr(thanks, "LONGEST_LIST", longest)
    monkeypatch.setattr(thanks, "MOST_PRINTED", most)
    rows = [
        person("Trần Mẫu An", campaign=None, day=date(2020 + size, 1, 1))
        for size in (1, 3, 6)
        for _ in range(size)
    ]
    lists = gift_site(rows).thanks.by(Scope.YEAR)
    assert [item.total.gifts for item in lists] == [6, 3, 1]
    whole = [item for item in lists if not item.is_condensed]
    # The list of people has all ten gifts and is condensed before any other.
    assert [item.total.gifts for item in whole] == [6, 3, 1][3 - printed :]


def test_long_list_has_pages_and_a_condensed_one_has_a_single_page(gift_site, monkeypatch) -> None:
    monkeypatch.setattr(thanks, "GIFTS_PER_PAGE", 2)
    rows = [person(f"Trần Mẫu {name}") for name in "ABCDE"]
    [item] = gift_site(rows).thanks.by(Scope.CAMPAIGN)
    start = "chien-dich/tet-mau-2025/ung-ho/"
    assert list(item.addresses()) == [start, f"{start}trang/2/", f"{start}trang/3/"]
    monkeypatch.setattr(thanks, "LONGEST_LIST", 4)
    [item] = gift_site(rows).thanks.by(Scope.CAMPAIGN)
    assert list(item.addresses()) == [start]
