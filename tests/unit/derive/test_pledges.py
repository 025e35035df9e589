"""A pledge is open only as far as nothing that could be its gift has come, and no gift meets two pledges."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from minhbach.derive.pledges import Pledge, Pool, find_open_pledges, match_pledges


def open_of(ledger) -> dict[str, tuple[int, int]]:
    """Return what is open by receipt: promised, and received of it."""
    found = find_open_pledges(ledger).get("tet", ())
    return {pledge.receipt: (int(pledge.pledged), int(pledge.received)) for pledge in found}


def test_a_gift_that_refers_to_its_pledge_meets_it_less_what_was_refunded(ledger_of) -> None:
    ledger = ledger_of(
        pledges=[{"amount_vnd": 100}, {"amount_vnd": 50}],
        gifts=[
            {"amount_vnd": 100, "refers_to": "P1"},
            {"amount_vnd": -30, "kind": "refund", "refers_to": "G1"},
            {"amount_vnd": 50, "refers_to": "P2"},
        ],
    )
    assert open_of(ledger) == {"P1": (100, 70)}


def test_a_gift_of_another_kind_meets_the_pledge_it_refers_to(ledger_of) -> None:
    ledger = ledger_of(
        pledges=[{"item": "quà Tết", "quantity": 100, "unit": "suất", "ward": "dong"}],
        gifts=[{"amount_vnd": 50_000_000, "refers_to": "P1"}],
    )
    assert open_of(ledger) == {}


def test_what_the_same_donor_name_or_ward_gave_meets_pledges_the_oldest_first(ledger_of) -> None:
    ledger = ledger_of(
        pledges=[
            {"amount_vnd": 10, "ward": "dong", "day": date(2025, 1, 3)},
            {"amount_vnd": 10, "ward": "dong", "day": date(2025, 1, 2)},
            {"amount_vnd": 10, "donor": "cong-ty"},
            {"amount_vnd": 10, "name": "Trần Thị Mẫu"},
        ],
        gifts=[
            {"amount_vnd": 12, "ward": "dong"},
            {"amount_vnd": 4, "donor": "cong-ty", "ward": "tay"},
            {"amount_vnd": 10, "name": "Trần Thị Mẫu"},
        ],
    )
    assert open_of(ledger) == {"P1": (10, 2), "P3": (10, 4)}


def test_other_units_campaigns_and_unknown_givers_meet_nothing(ledger_of) -> None:
    ledger = ledger_of(
        pledges=[
            {"item": "gạo", "quantity": 10, "unit": "kg", "ward": "dong"},
            {"item": "gạo", "quantity": 5, "unit": "kg"},
        ],
        gifts=[
            {"amount_vnd": 10, "ward": "dong"},
            {"item": "gạo", "quantity": 10, "unit": "thùng", "ward": "dong"},
            {"item": "gạo", "quantity": 10, "unit": "kg", "ward": "dong", "campaign": "khac"},
            {"item": "gạo", "quantity": 10, "unit": "kg"},
        ],
    )
    assert open_of(ledger) == {"P1": (10, 0), "P2": (5, 0)}


def test_what_was_cancelled_is_not_expected(ledger_of) -> None:
    ledger = ledger_of(
        pledges=[
            {"amount_vnd": 10},
            {"amount_vnd": 10},
            {"amount_vnd": -10, "kind": "cancellation", "refers_to": "P1"},
            {"amount_vnd": -4, "kind": "cancellation", "refers_to": "P2"},
        ]
    )
    assert open_of(ledger) == {"P2": (6, 0)}


GIVERS = st.none() | st.sampled_from(["a", "b"])
UNITS = st.sampled_from(["", "kg"])
AMOUNTS = st.integers(0, 50).map(Decimal)
PLEDGES = st.lists(
    st.builds(
        Pledge,
        st.just("P"),
        st.just(date(2025, 1, 1)),
        GIVERS,
        GIVERS,
        GIVERS,
        st.none(),
        UNITS,
        AMOUNTS,
    ),
    max_size=6,
)
POOLS = st.lists(st.builds(Pool, GIVERS, GIVERS, GIVERS, UNITS, AMOUNTS), max_size=6)


@settings(derandomize=True, max_examples=60)
@given(PLEDGES, POOLS)
def test_nothing_is_given_twice_and_no_pledge_gets_more_than_it_lacks(
    pledges: list[Pledge], pools: list[Pool]
) -> None:
    given_before = sum(pool.left for pool in pools)
    matched = match_pledges(pledges, pools)
    assert all(0 <= pledge.received <= pledge.pledged for pledge in matched)
    assert all(pool.left >= 0 for pool in pools)
    assert sum(pledge.received for pledge in matched) == given_before - sum(pool.left for pool in pools)
    for pledge in matched:
        if pledge.received < pledge.pledged:
            own = [pool for pool in pools if pool.unit == pledge.unit and pool.left]
            for key in ("donor", "name", "ward"):
                mine = getattr(pledge, key)
                assert mine is None or all(getattr(pool, key) != mine for pool in own), (
                    "a gift was overlooked"
                )
