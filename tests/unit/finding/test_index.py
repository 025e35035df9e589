"""Every gift is found by every word of its name and by its receipt, in few files; no withheld name by any."""

import gzip
import random
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from made_up_gifts import Gift, make_ledger
from minhbach.finding.index import ROOT, make_gift_index
from minhbach.ledger.tables import Ledger

from .reader import FOLDER, Reader, key_of

WORDS = (
    "Nguyễn",
    "Trần",
    "Đỗ",
    "Văn",
    "Thị",
    "An",
    "Ân",
    "Ánh",
    "Anh",
    "Hà",
    "Bình",
    "A&B",
    "(Mẫu)",
    "TNHH",
    "số",
    "12",
)
names = st.one_of(
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=5).map(" ".join),
    st.text(
        st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Co", "Cn")), min_size=1, max_size=12
    ),
)
receipts = st.one_of(
    st.integers(1, 99_999).map(lambda number: f"PT-{number:05}"),
    st.integers(1, 10**17).map(lambda number: f"FT{number}"),
    st.text("abcĐ-/ 0129", min_size=1, max_size=8).filter(lambda text: key_of(text) != ""),
)
ledgers = st.lists(
    st.tuples(receipts, st.none() | names), min_size=1, max_size=40, unique_by=lambda pair: pair[0]
)


def index(ledger: Ledger, **options) -> dict[str, bytes]:
    assets = list(make_gift_index(ledger, **options))
    files = {asset.path: asset.content for asset in assets}
    assert len(files) == len(assets), "no two files have one name"
    return files


def crowd(count: int, seed: int = 1) -> list[Gift]:
    """Make many gifts of few names, each with receipt, day and amount of its own."""
    chance = random.Random(seed)
    return [
        Gift(
            receipt=f"PT-{number:05}" if number % 2 else f"FT25{chance.randrange(10**10):010}",
            name=" ".join(chance.choice(WORDS[:12]) for _ in range(chance.choice((2, 3, 3, 4))))
            if number % 5
            else None,
            day=date(2025, 1, 1) + timedelta(chance.randrange(60)),
            amount_vnd=chance.randrange(1, 900) * 1000,
        )
        for number in range(count)
    ]


@settings(max_examples=25)
@given(ledgers, st.sampled_from([60, 400, 100_000]))
def test_every_gift_is_found_from_each_word_of_its_name_on_and_by_its_receipt(rows, shard_bytes) -> None:
    reader = Reader(
        index(make_ledger(Gift(receipt, name) for receipt, name in rows), shard_bytes=shard_bytes)
    )
    for receipt, name in rows:
        assert receipt in [row["receipt"] for row in reader.by_receipt(receipt)], receipt
        words = key_of(name or "").split()
        for first in range(len(words)):
            typed = " ".join(words[first:])
            assert receipt in [row["receipt"] for row in reader.by_name(typed)], typed
            if len(typed) > 2:
                assert receipt in [row["receipt"] for row in reader.by_name(typed[:-1].strip())], typed[:-1]


@pytest.mark.parametrize("shard_bytes", [800, 10_000_000])
def test_nothing_is_found_that_does_not_match(shard_bytes) -> None:
    gifts = crowd(600)
    reader = Reader(index(make_ledger(gifts), shard_bytes=shard_bytes))
    for typed in ("Văn An", "nguyen", "an", "van a", "thi ha binh", "do 12", "khong co"):
        found = sorted(row["receipt"] for row in reader.by_name(typed))
        assert found == sorted(
            gift.receipt for gift in gifts if f" {key_of(typed)}" in f" {key_of(gift.name or '')}"
        )
    assert reader.by_receipt("PT-99999") == []


def test_gift_is_shown_as_it_was_given() -> None:
    gifts = [
        Gift("PT-1", "Trần Thị Mẫu", date(2025, 1, 12), amount_vnd=500_000),
        Gift("PT-2", "Đỗ Mẫu", amount_vnd=None, item="gạo", quantity=Decimal("50.500"), unit="kg"),
        Gift("PT-3", kind="collection", amount_vnd=12_000_000, campaign=None),
    ]
    reader = Reader(index(make_ledger(gifts)))
    (money,) = reader.by_name("tran thi mau")
    assert (money["name"], money["day"], money["amount"], money["purpose"]) == (
        "Trần Thị Mẫu",
        2,
        500_000,
        "c:tet-mau-2025",
    )
    (goods,) = reader.by_name("do mau")
    assert (goods["amount"], goods["goods"]) == (None, "50.5\x1fkg\x1fgạo")
    (box,) = reader.by_receipt("pt 3")
    assert (box["name"], box["kind"], box["purpose"]) == ("", "c", "f:quy-mau")


@pytest.mark.parametrize("shard_bytes", [200, 10_000_000])
def test_a_gift_without_day_and_receipt_is_found_by_its_name(shard_bytes) -> None:
    gifts = [
        *crowd(40),
        Gift(None, "Trường Mẫu Không Số", None),
        Gift("PT-77777", "Trường Mẫu Không Số", date(2025, 1, 12)),
        Gift(None, None, None),
    ]
    reader = Reader(index(make_ledger(gifts), shard_bytes=shard_bytes))
    rows = reader.by_name("khong so")
    assert [(row["receipt"], row["day"] is None) for row in rows] == [("PT-77777", False), ("", True)]
    assert len(reader.by_receipt("PT-77777")) == 1


def test_a_list_in_which_nothing_has_a_day_or_a_receipt_is_found_too() -> None:
    gifts = [Gift(None, f"Trường Mẫu {number}", None) for number in range(30)]
    for shard_bytes in (200, 10_000_000):
        reader = Reader(index(make_ledger(gifts), shard_bytes=shard_bytes))
        assert len(reader.by_name("truong mau")) == 30
        assert reader.by_receipt("PT-1") == []


def test_whole_numbers_keep_their_noughts() -> None:
    gifts = [Gift("PT-1", "Đỗ Mẫu", item="gạo", quantity=Decimal("100.000"), unit="kg")]
    (row,) = Reader(index(make_ledger(gifts))).by_receipt("PT-1")
    assert row["goods"] == "100\x1fkg\x1fgạo"


def test_refunds_and_corrections_stand_behind_their_gift_and_are_never_cut_from_it() -> None:
    gifts = crowd(300)
    changes = [
        change
        for gift in gifts[::7]
        for change in (
            Gift(
                f"HT-{gift.receipt}",
                kind="refund",
                amount_vnd=-1000,
                refers_to=gift.receipt,
                day=date(2025, 5, 1),
            ),
            Gift(
                f"DC-{gift.receipt}",
                kind="correction",
                amount_vnd=5,
                refers_to=f"HT-{gift.receipt}",
                day=date(2025, 6, 1),
            ),
        )
    ]
    reader = Reader(index(make_ledger([*gifts, *changes]), shard_bytes=500))
    at = 0
    follows: dict[str, list[str]] = {}
    last = ""
    for at in range(len(reader.root["rows"]["keys"])):
        rows = reader._rows(at)
        assert not rows[0]["follows"]
        for row in rows:
            if row["follows"]:
                follows[last].append(row["receipt"])
            else:
                last = row["receipt"]
                follows[last] = []
    assert at > 20
    expected = {gift.receipt: [f"HT-{gift.receipt}", f"DC-{gift.receipt}"] for gift in gifts[::7]}
    assert {receipt: found for receipt, found in follows.items() if found} == expected
    assert reader.by_receipt(changes[1].receipt)[0]["kind"] == "x"


def test_corrections_that_lead_in_a_circle_are_rows_like_others() -> None:
    rows = [
        Gift("A-1", "Đỗ Mẫu"),
        Gift("X-1", kind="correction", refers_to="X-2"),
        Gift("X-2", kind="correction", refers_to="X-1"),
    ]
    reader = Reader(index(make_ledger(rows)))
    assert [len(reader.by_receipt(receipt)) for receipt in ("A-1", "X-1", "X-2")] == [1, 1, 1]


def test_gift_is_found_in_one_file_of_an_index_and_one_of_rows() -> None:
    gifts = crowd(3000)
    reader = Reader(index(make_ledger(gifts), shard_bytes=8000))
    assert len(reader.root["rows"]["keys"]) > 8
    for gift in gifts[::101]:
        assert [row["receipt"] for row in reader.by_receipt(gift.receipt)] == [gift.receipt]
        assert [name.rsplit("-", 1)[0] for name in reader.asked] == ["bien-nhan", "khoan"]


def test_name_with_more_gifts_than_a_shard_is_cut_by_days() -> None:
    gifts = [Gift(f"PT-{n:04}", "Nguyễn Văn An", date(2025, 1, 1) + timedelta(n % 90)) for n in range(900)]
    reader = Reader(index(make_ledger(gifts), shard_bytes=2000))
    rows = reader.root["rows"]
    assert {*rows["keys"], *rows["firsts"]} == {"an van nguyen"}
    days = [day for ends in rows["days"] for day in ends]
    assert days == sorted(days)
    assert days[-1] == 89
    assert len(reader.by_name("van an")) == 900


def test_same_gifts_give_the_same_bytes_and_others_other_names() -> None:
    gifts = crowd(500)
    first, again = index(make_ledger(gifts), shard_bytes=3000), index(make_ledger(gifts), shard_bytes=3000)
    assert first == again
    other = index(make_ledger([*gifts[:-1], Gift("PT-X", "Đỗ Mẫu")]), shard_bytes=3000)
    for path in first.keys() & other.keys() - {ROOT}:
        assert first[path] == other[path]


def test_withheld_names_are_in_no_file() -> None:
    gifts = [*crowd(50), Gift("PT-K", None)]
    ledger = make_ledger(gifts)
    assert ledger.database is not None
    # What the ledger withholds is not in the public table; here it is, in columns that nothing may read.
    ledger.database.execute(
        "UPDATE public_gifts SET donor = 'khong-ten', note = 'Không Tên', folded = 'khong ten' "
        "WHERE receipt = 'PT-K'"
    )
    for content in index(ledger).values():
        text = gzip.decompress(content).decode().lower()
        assert "không" not in text
        assert "khong" not in text


def test_codes_lead_to_rows_without_names_and_receipts() -> None:
    gifts = [*crowd(200), Gift("HT-9", kind="refund", refers_to="PT-00001", amount_vnd=-1000)]
    ledger = make_ledger(gifts)
    assert ledger.database is not None
    coded = {gift.receipt: f"{number:032x}" for number, gift in enumerate(gifts[:100])}
    ledger.database.executemany("INSERT INTO gift_codes VALUES (?, ?, '', 1)", list(coded.items()))
    files = index(ledger, coded=True, shard_bytes=500)
    reader = Reader(files)
    assert len(reader.root["rows"]["keys"]) > 3
    for gift in gifts[:100]:
        (row,) = reader.by_hash(coded[gift.receipt])
        assert (row["amount"], row["day"] >= 0) == (gift.amount_vnd, True)
        assert len(reader.asked) == 1
    assert reader.by_hash("f" * 32) == []
    everything = "".join(gzip.decompress(content).decode() for content in files.values())
    assert not any(gift.receipt in everything for gift in gifts)
    assert not any(gift.name in everything for gift in gifts if gift.name)
    assert everything.count("+r") == 1
    assert all(path.startswith(f"{FOLDER}khoan-") or path == ROOT for path in files)


def test_chapter_without_gifts_publishes_nothing() -> None:
    assert index(make_ledger([])) == {}
    assert index(Ledger()) == {}


def test_few_gifts_are_two_files() -> None:
    files = index(make_ledger(crowd(40)))
    assert len(files) == 2
    assert sum(map(len, files.values())) < 5000
