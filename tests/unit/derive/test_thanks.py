"""What lists of gifts show: their order, refunds with their gifts, levels of honour, sums of rows."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from minhbach.derive import thanks as derived
from minhbach.derive.donors import read_giving
from minhbach.derive.money import add_up
from minhbach.derive.thanks import condense, honour, read_gifts, sum_gifts_shown
from minhbach.records.money import DonorRecord
from minhbach.records.organisation import HonourLevelRecord
from minhbach.site import thanks
from minhbach.site.thanks import Scope

CAMPAIGN = "tet-mau-2025"
ADDRESS = f"chien-dich/{CAMPAIGN}/ung-ho/"
ORGANISATION = {"donor_kind": "organisation"}


def gift(name: str | None = None, amount_vnd: int | None = 100_000, **columns: object) -> dict[str, object]:
    listing = "named" if name else "anonymous"
    return {"name": name, "amount_vnd": amount_vnd, "listing": listing, **columns}


def change(of: int, amount_vnd: int | None, **columns: object) -> dict[str, object]:
    return {"kind": "refund", "refers_to": f"PT-{of}", "amount_vnd": amount_vnd, **columns}


def shown(site) -> list[str]:
    return [item.name or item.listing for item in read_gifts(site.ledger, site.thanks.lists)[ADDRESS]]


def test_named_come_first_in_vietnamese_order_then_anonymous_then_the_rest(gift_site) -> None:
    site = gift_site(
        [
            {"kind": "collection"},
            gift(),
            gift("Vũ Mẫu Đạt"),
            gift("Công ty Mẫu", **ORGANISATION),
            gift("Lê Mẫu Dũng"),
            gift("Lê Mẫu Ánh"),
            gift("Lê Mẫu An"),
            gift("Bùi Mẫu Đạt"),
        ]
    )
    people = ["Lê Mẫu An", "Lê Mẫu Ánh", "Công ty Mẫu", "Lê Mẫu Dũng", "Bùi Mẫu Đạt", "Vũ Mẫu Đạt"]
    assert shown(site) == [*people, "anonymous", "not-itemised"]


def test_gifts_of_one_name_stand_together_in_the_order_of_the_ledger(gift_site) -> None:
    site = gift_site(
        [gift("Lê Mẫu An"), gift("Lê Mẫu Bình"), gift("Lê Mẫu An"), gift(), gift(**ORGANISATION), gift()]
    )
    found = read_gifts(site.ledger, site.thanks.lists)[ADDRESS]
    assert [item.receipt for item in found] == ["PT-1", "PT-3", "PT-2", "PT-4", "PT-5", "PT-6"]


def test_refunds_and_corrections_stand_with_their_gift(gift_site) -> None:
    name = "Lê Mẫu An"
    site = gift_site(
        [
            gift(name, 500_000),
            gift(name, None, item="gạo", quantity=50, unit="kg", valuation="not-valued"),
            change(1, -100_000, name=name),
            change(2, None, kind="correction", name=name, item="gạo", quantity=-5, unit="kg"),
            change(1, 20_000, kind="correction", name=name),
        ]
    )
    money, goods = read_gifts(site.ledger, site.thanks.lists)[ADDRESS]
    assert [row.receipt for row in money.changes] == ["PT-3", "PT-5"]
    assert money.left_vnd == 420_000
    assert [row.receipt for row in goods.changes] == ["PT-4"]
    assert goods.left_quantity == 45


def levels(**amounts: int) -> list[HonourLevelRecord]:
    return [HonourLevelRecord(name=name, from_vnd=Decimal(amount)) for name, amount in amounts.items()]


def test_without_levels_everyone_is_thanked_alike(gift_site) -> None:
    site = gift_site([gift("Lê Mẫu An", 1), gift("Lê Mẫu Bình", 9_000_000), gift()])
    [group] = honour(read_gifts(site.ledger, site.thanks.lists)[ADDRESS], ())
    assert group.level is None
    assert [item.name for item in group.gifts] == ["Lê Mẫu An", "Lê Mẫu Bình"]


def test_levels_follow_from_all_that_was_given_in_the_list(gift_site) -> None:
    goods = {"item": "chăn", "quantity": 1, "unit": "chiếc", "valuation": "hoá đơn"}
    rows = [
        gift("Lê Mẫu Ý", 6_000_000),
        gift("Lê Mẫu An", 400_000),
        gift("Lê Mẫu Bình", 600_000),
        gift("Lê Mẫu Bình", 500_000),
        gift("Lê Mẫu Châu", 5_000_000, **goods),
        gift("Lê Mẫu Dũng", 1_500_000),
        change(6, -600_000, name="Lê Mẫu Dũng"),
        gift(None, 90_000_000),
    ]
    site = gift_site(rows)
    given = read_gifts(site.ledger, site.thanks.lists)[ADDRESS]
    # Written in any order, the highest comes first.
    groups = honour(given, levels(bạc=1_000_000, vàng=5_000_000))
    found = [(item.level.name if item.level else "", [gift.name for gift in item.gifts]) for item in groups]
    assert found == [
        ("vàng", ["Lê Mẫu Châu", "Lê Mẫu Ý"]),
        ("bạc", ["Lê Mẫu Bình", "Lê Mẫu Bình"]),
        ("", ["Lê Mẫu An", "Lê Mẫu Dũng"]),
    ]


ROWS = st.lists(
    st.tuples(
        st.sampled_from(["named", "anonymous", "not-itemised"]),
        st.sampled_from(["Lê Mẫu An", "Vũ Mẫu Ý", "Công ty Mẫu"]),
        st.integers(1, 10**9),
        st.sampled_from(["money", "valued", "unvalued"]),
        st.integers(0, 800),
        st.sampled_from([None, "to-1", "to-2"]),
        st.sampled_from([None, CAMPAIGN]),
        st.none() | st.floats(0, 1),
    ),
    min_size=1,
    max_size=12,
)


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(ROWS, st.booleans())
def test_rows_of_every_list_add_up_to_its_sums_and_all_lists_to_the_ledger(gift_site, drawn, is_long) -> None:
    rows, changes = [], []
    for number, (listing, name, amount, what, days, ward, campaign, back) in enumerate(drawn, start=1):
        row = {
            "listing": listing,
            "kind": "collection" if listing == "not-itemised" else "gift",
            "name": name,
        }
        row |= {"amount_vnd": amount, "ward": ward, "campaign": campaign}
        row |= ORGANISATION if name == "Công ty Mẫu" else {}
        if what != "money":
            row |= {"item": "gạo", "quantity": 1, "unit": "kg", "valuation": "hoá đơn"}
            row |= {"amount_vnd": None, "valuation": "not-valued"} if what == "unvalued" else {}
        rows.append(row | {"day": date(2024, 1, 1) + timedelta(days)})
        if back is not None and what == "money":
            later = row | {
                "kind": "refund",
                "amount_vnd": -max(1, int(amount * back)),
                "refers_to": f"PT-{number}",
            }
            changes.append(later | {"day": date(2026, 6, 1)})
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(thanks, "LONGEST_LIST", 0 if is_long else 99)
        site = gift_site([*rows, *changes])
        money = add_up(site.ledger, {}).campaigns.get(CAMPAIGN)
        for address, gifts in read_gifts(site.ledger, site.thanks.lists).items():
            [item] = [item for item in site.thanks.lists if item.address == address]
            assert sum_gifts_shown(gifts) == item.total
        for item, short in condense(site.ledger, site.thanks.lists):
            assert sum(short.periods.values(), thanks.Sums()) == item.total
            bands = sum(band.money_vnd for band in short.bands)
            assert bands + short.changed_vnd + short.not_itemised_vnd == item.total.money_vnd
    for scope in (Scope.YEAR, Scope.CAMPAIGN):
        everything = sum((item.total for item in site.thanks.by(scope)), thanks.Sums())
        if scope is Scope.YEAR:
            assert everything == site.thanks.total
        elif money is not None:
            assert (everything.money_vnd, everything.goods_vnd) == (money.received_vnd, money.goods_total_vnd)
            assert everything.unvalued == money.unvalued_goods


def test_long_list_names_organisations_and_the_register_but_not_people(gift_site, monkeypatch) -> None:
    monkeypatch.setattr(thanks, "LONGEST_LIST", 2)
    rows = [
        gift("Lê Mẫu An"),
        gift("Vũ Mẫu Ý", donor="vu-y"),
        gift("Xưởng Mẫu", 5, **ORGANISATION),
        gift("Chợ Mẫu", 70_000, **ORGANISATION),
        gift("Chợ Mẫu", 30_000, day=date(2025, 1, 12), **ORGANISATION),
        gift(None, **ORGANISATION),
    ]
    site = gift_site(rows)
    found = {item.address: short for item, short in condense(site.ledger, site.thanks.lists)}[ADDRESS]
    assert [(item.name, item.sums.money_vnd) for item in found.donors] == [
        ("Chợ Mẫu", 100_000),
        ("Xưởng Mẫu", 5),
        ("Vũ Mẫu Ý", 100_000),
    ]
    assert found.donor_count == 3
    assert not found.by_month
    assert [(day, sums.gifts) for day, sums in found.periods.items()] == [
        (date(2025, 1, 10), 5),
        (date(2025, 1, 12), 1),
    ]
    assert [(band.from_vnd, band.gifts) for band in found.bands if band.gifts] == [(0, 3), (100_000, 3)]
    monkeypatch.setattr(derived, "MOST_DONORS", 2)
    found = {item.address: short for item, short in condense(site.ledger, site.thanks.lists)}[ADDRESS]
    assert [item.name for item in found.donors] == ["Chợ Mẫu", "Vũ Mẫu Ý"], "the register, then the largest"
    assert found.donor_count == 3


def test_long_list_of_many_months_is_summed_by_month(gift_site, monkeypatch) -> None:
    monkeypatch.setattr(thanks, "LONGEST_LIST", 2)
    days = [date(2025, 1, 5), date(2025, 1, 28), date(2025, 4, 1)]
    site = gift_site([gift("Lê Mẫu An", day=day) for day in days])
    found = {item.address: short for item, short in condense(site.ledger, site.thanks.lists)}[ADDRESS]
    assert found.by_month
    assert [(day, sums.gifts) for day, sums in found.periods.items()] == [
        (date(2025, 1, 1), 2),
        (date(2025, 4, 1), 1),
    ]


def pledge(**columns: object) -> dict[str, object]:
    given = {"day": date(2025, 1, 2), "donor": "phuong", "name": "Phường Mẫu", "donor_kind": "ward"}
    return {**given, "campaign": CAMPAIGN, **columns}


def test_promise_is_met_by_the_gifts_that_carry_the_donors_name_only(gift_site) -> None:
    named = {"donor": "phuong", "donor_kind": "ward", "refers_to": "DK-1"}
    site = gift_site(
        [
            gift("Phường Mẫu", 300_000, **named),
            gift("Phường Mẫu", 200_000, **named),
            gift(None, 400_000, donor_kind="ward", refers_to="DK-1"),
        ],
        pledges=[
            pledge(amount_vnd=1_000_000),
            pledge(item="suất quà", quantity=40, unit="suất"),
            pledge(kind="cancellation", quantity=-40, refers_to="DK-2"),
            pledge(kind="cancellation", amount_vnd=-250_000, refers_to="DK-1"),
        ],
        donors={"phuong": DonorRecord(name="Phường Mẫu", kind="ward")},
    )
    giving = read_giving(site.ledger, site.thanks.donors)["phuong"]
    assert giving.total.money_vnd == 500_000
    first, second = giving.pledges
    assert first.amount_vnd == 750_000
    assert [item.amount_vnd for item in first.arrived] == [300_000, 200_000]
    assert second.is_cancelled
    assert not first.is_cancelled


def test_giving_is_summed_by_year_and_campaign_newest_first(gift_site) -> None:
    company = {"donor": "cty", **ORGANISATION}
    site = gift_site(
        [
            gift("Công ty Mẫu", 5, day=date(2024, 3, 1), campaign=None, **company),
            gift("Công ty Mẫu", 7, **company),
            gift("Công ty Mẫu", 9, **company),
        ],
        donors={"cty": DonorRecord(name="Công ty Mẫu", kind="organisation")},
    )
    found = read_giving(site.ledger, ["cty"])["cty"].by_year_and_campaign()
    assert [(year, campaign, sums.money_vnd) for year, campaign, sums in found] == [
        (2025, CAMPAIGN, 16),
        (2024, None, 5),
    ]
