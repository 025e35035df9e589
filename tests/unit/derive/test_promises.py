"""Promised, received and handed over stand side by side, unit by unit, and are never added to each other."""

from __future__ import annotations

from decimal import Decimal

from minhbach.derive.promises import OTHERS, Deliveries, Flow, Giver, derive_promises

EAST, WEST = Giver("ward", "dong"), Giver("ward", "tay")


def of(item: str, quantity: int, unit: str, **more: object) -> dict[str, object]:
    return {"item": item, "quantity": quantity, "unit": unit, **more}


def test_each_ward_has_what_it_promised_gave_and_received(ledger_of) -> None:
    ledger = ledger_of(
        pledges=[
            of("quà Tết", 50, "suất", ward="dong"),
            of("quà Tết", 20, "suất", ward="tay"),
            of("quà Tết", -5, "suất", ward="tay", kind="cancellation", refers_to="P2"),
        ],
        gifts=[of("quà Tết", 30, "suất", ward="dong"), of("Quà Tết", 2, "suất")],
        deliveries=[of("quà Tết", 25, "suất", ward="tay")],
    )
    (measure,) = derive_promises(ledger, ("tay", "dong"))["tet"].measures
    assert list(measure.givers.items()) == [
        (WEST, Flow(Decimal(15), Decimal(0), Decimal(25))),
        (EAST, Flow(Decimal(50), Decimal(30), Decimal(0))),
        (OTHERS, Flow(Decimal(0), Decimal(2), Decimal(0))),
    ]
    assert measure.total == Flow(Decimal(65), Decimal(32), Decimal(25))
    assert (measure.pledges, measure.deliveries) == (2, 1)


def test_units_and_money_are_not_mixed(ledger_of) -> None:
    ledger = ledger_of(
        pledges=[of("gạo", 100, "kg"), {"amount_vnd": 5_000_000}],
        gifts=[of("gạo", 40, "kg"), {"amount_vnd": 3_000_000}, of("mì", 7, "thùng", amount_vnd=900_000)],
    )
    measures = derive_promises(ledger)["tet"].measures
    assert [(measure.unit, measure.total) for measure in measures] == [
        ("", Flow(Decimal(5_000_000), Decimal(3_000_000))),
        ("kg", Flow(Decimal(100), Decimal(40))),
        ("thùng", Flow(Decimal(0), Decimal(7))),
    ]


def test_money_nobody_promised_or_handed_over_is_left_to_the_accounts(ledger_of) -> None:
    ledger = ledger_of(pledges=[of("gạo", 1, "kg")], gifts=[{"amount_vnd": 3_000_000}])
    assert [measure.unit for measure in derive_promises(ledger)["tet"].measures] == ["kg"]


def test_a_donor_who_promised_has_a_row_and_all_others_share_one(ledger_of) -> None:
    ledger = ledger_of(
        pledges=[{"amount_vnd": 10, "donor": "cong-ty"}],
        gifts=[
            {"amount_vnd": 4, "donor": "cong-ty"},
            {"amount_vnd": 5, "donor": "truong"},
            {"amount_vnd": 6},
        ],
    )
    (measure,) = derive_promises(ledger)["tet"].measures
    assert measure.givers == {
        Giver("donor", "cong-ty"): Flow(Decimal(10), Decimal(4)),
        OTHERS: Flow(received=Decimal(11)),
    }


def test_deliveries_tell_households_wards_and_what_has_no_place(ledger_of) -> None:
    ledger = ledger_of(
        deliveries=[
            of("gạo", 30, "kg", ward="dong", households=3),
            of("gạo", 20, "kg", ward="tay", households=2),
            of("gạo", 10, "kg"),
            of("gạo", -4, "kg", kind="correction", refers_to="D3"),
            of("gạo", 5, "kg", place="Nhà văn hoá"),
        ]
    )
    promises = derive_promises(ledger)["tet"]
    assert promises.deliveries == Deliveries(4, 5, 2, {"kg": Decimal(6)})
    assert not promises.has_pledges


def test_without_pledges_and_deliveries_there_are_no_promises(ledger_of) -> None:
    assert derive_promises(ledger_of(gifts=[{"amount_vnd": 1}])) == {}
    ledger = ledger_of(pledges=[of("gạo", 1, "kg")])
    assert derive_promises(ledger)["tet"].deliveries is None
