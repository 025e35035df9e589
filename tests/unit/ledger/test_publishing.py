"""A name is shown only where its owner agrees; after a withdrawal it is nowhere in what can be asked."""

from __future__ import annotations

import pytest

HEAD = "receipt,date,kind,donor,name,donor_kind,consent,amount_vnd,refers_to,note\n"
SHOWN = "SELECT listing, donor, name, donor_kind FROM public_gifts ORDER BY number"


@pytest.mark.parametrize(
    ("donor", "name", "kind", "consent", "expected"),
    [
        ("", "Trần Thị Mẫu", "", "given", ("named", None, "Trần Thị Mẫu", "person")),
        ("", "Trần Thị Mẫu", "", "refused", ("anonymous", None, None, "person")),
        ("", "Trần Thị Mẫu", "", "withdrawn", ("anonymous", None, None, "person")),
        ("", "Trần Thị Mẫu", "", "", ("anonymous", None, None, "person")),
        ("", "", "", "given", ("anonymous", None, None, "person")),
        ("", "Lớp 5A Mẫu", "group", "given", ("named", None, "Lớp 5A Mẫu", "group")),
        ("cong-ty", "", "", "", ("named", "cong-ty", "Công ty Mẫu", "organisation")),
        ("cong-ty", "Phòng Mẫu", "", "", ("named", "cong-ty", "Phòng Mẫu", "organisation")),
        ("cong-ty", "", "", "refused", ("anonymous", None, None, "organisation")),
        ("ba-mau", "", "", "", ("named", "ba-mau", "Nguyễn Thị Mẫu", "person")),
        ("ba-mau", "", "", "refused", ("anonymous", None, None, "person")),
        ("ong-kin", "", "", "", ("anonymous", None, None, "person")),
        ("ong-kin", "", "", "given", ("named", "ong-kin", "Phạm Văn Kín", "person")),
        ("ong-rut", "", "", "given", ("anonymous", None, None, "person")),
        ("ong-rut", "Cựu chiến binh Mẫu", "", "given", ("anonymous", None, None, "person")),
    ],
)
def test_a_name_is_shown_only_with_consent(read, donor, name, kind, consent, expected) -> None:
    row = f"PT-1,2025-01-10,gift,{donor},{name},{kind},{consent},500000,,\n"
    assert read({"gifts/a.csv": HEAD + row}).ledger.rows(SHOWN) == [expected]


def test_where_gifts_are_found_by_code_no_person_is_named(read) -> None:
    rows = (
        "PT-1,2025-01-10,gift,,Trần Thị Mẫu,,given,500000,,\nPT-2,2025-01-10,gift,cong-ty,,,,500000,,\n"
        "PT-3,2025-01-10,gift,ba-mau,,,,500000,,\n"
    )
    ledger = read({"gifts/a.csv": HEAD + rows}, names_people=False).ledger
    assert [row[0] for row in ledger.rows(SHOWN)] == ["anonymous", "named", "anonymous"]


@pytest.mark.parametrize(("consent", "name"), [("given", "Trần Thị Mẫu"), ("withdrawn", None)])
def test_a_refund_is_named_as_its_gift_is(read, consent: str, name: str | None) -> None:
    rows = (
        f"PT-1,2025-01-10,gift,,Trần Thị Mẫu,,{consent},500000,,\nPT-2,2025-01-11,refund,,,,,200000,PT-1,\n"
    )
    ledger = read({"gifts/a.csv": HEAD + rows}).ledger
    assert [row[2] for row in ledger.rows(SHOWN)] == [name, name]


def test_a_collection_has_no_donor(read) -> None:
    ledger = read({"gifts/a.csv": HEAD + "PT-1,2025-01-10,collection,,,,,500000,,\n"}).ledger
    assert ledger.rows(SHOWN) == [("not-itemised", None, None, None)]


def test_what_is_withheld_is_in_no_table_after_reading(read) -> None:
    rows = "PT-1,2025-01-10,gift,,Trần Thị Rút,,withdrawn,500000,,\nPT-2,2025-01-10,gift,ong-rut,,,,5,,\n"
    reading = read({"gifts/a.csv": HEAD + rows})
    assert reading.withdrawn_names == ("Lê Văn Rút", "Trần Thị Rút")
    tables = reading.ledger.rows("SELECT table_name FROM information_schema.tables ORDER BY 1")
    assert [name for (name,) in tables] == [
        *("public_deliveries", "public_expenses", "public_gifts", "public_pledges"),
    ]
    for (table,) in tables:
        assert "Rút" not in str(reading.ledger.rows(f"SELECT * FROM {table}"))


def test_a_namesake_who_agrees_is_still_named(read) -> None:
    rows = (
        "PT-1,2025-01-10,gift,,Trần Thị Mẫu,,withdrawn,500000,,\n"
        "PT-2,2025-01-10,gift,,Trần Thị Mẫu,,given,500000,,\n"
    )
    reading = read({"gifts/a.csv": HEAD + rows})
    assert "Trần Thị Mẫu" not in reading.withdrawn_names
    assert [row[2] for row in reading.ledger.rows(SHOWN)] == [None, "Trần Thị Mẫu"]


def test_a_withdrawn_name_in_a_note_is_an_error_with_its_place(read) -> None:
    rows = (
        "PT-1,2025-01-10,gift,,Trần Thị Rút,,withdrawn,500000,,\n"
        "PT-2,2025-01-10,gift,,,,,500000,,chị Trần Thị Rút gửi hộ\n"
    )
    (problem,) = read({"gifts/a.csv": HEAD + rows}).problems
    assert (problem.kind.code, problem.at.line, problem.at.column) == ("ten-da-rut", 3, 34)


def test_the_ward_of_a_donor_is_that_of_its_record(read) -> None:
    ledger = read({"gifts/a.csv": HEAD + "PT-1,2025-01-10,gift,to-1,,,,500000,,\n"}).ledger
    assert ledger.rows("SELECT ward, donor_kind FROM public_gifts") == [("to-1", "ward")]
