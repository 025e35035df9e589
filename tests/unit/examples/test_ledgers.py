"""The made-up ledgers add up: recomputed here from the files alone, with plain Python."""

import csv
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[3]
sys.path.insert(0, str(ROOT))

from examples.demo.generate import generate_chapter  # noqa: E402 - the root is not on pytest's path

from minhbach.ledger.columns import CONSENTS, LEDGERS, NOT_VALUED  # noqa: E402
from minhbach.records.money import DonorRecord, FundRecord, PurposeRecord  # noqa: E402
from minhbach.records.read import read_record  # noqa: E402
from minhbach.sources.yaml_tree import parse_yaml  # noqa: E402

SIZES = {
    "usual": {"seed": 2025, "years": 5, "campaigns_per_year": 3, "gifts": 3000},
    "all-programmes": {"seed": 7, "years": 2, "campaigns_per_year": 12, "gifts": 1500},
    "few": {"seed": 11, "years": 3, "campaigns_per_year": 3, "gifts": 60},
    "one": {"seed": 3, "years": 1, "campaigns_per_year": 5, "gifts": 1},
    "no-campaigns": {"seed": 5, "years": 1, "campaigns_per_year": 0, "gifts": 40},
    "another-time": {"seed": 13, "years": 2, "campaigns_per_year": 4, "gifts": 400, "last_year": 2031},
}
LARGE = ("usual", "all-programmes")
PACKAGE = "suất quà Tết"


class Books:
    """A generated chapter's books, as they stand in its files."""

    def __init__(self, folder: Path, sizes: dict[str, int]) -> None:
        generate_chapter(folder, articles=0, photos=0, **sizes)
        self.folder = folder
        self.sizes = sizes
        self.last_day = date(sizes.get("last_year", 2026), 9, 30)
        self.files = {name: sorted((folder / "data" / name).glob("*.csv")) for name in LEDGERS}
        self.gifts, self.expenses, self.pledges, self.deliveries = (
            [row for path in self.files[name] for row in read_rows(path)] for name in LEDGERS
        )
        self.funds, self.donors, self.purposes, self.organisation = (
            self.read(f"data/{name}.yml") for name in ("funds", "donors", "purposes", "organisation")
        )
        paths = sorted((folder / "data/campaigns").glob("*.yml"))
        self.campaigns = {path.stem: self.read(f"data/campaigns/{path.name}") for path in paths}

    def read(self, path: str) -> Any:
        return yaml.safe_load((self.folder / path).read_text(encoding="utf-8"))

    @property
    def rows(self) -> list[dict[str, Any]]:
        return [*self.gifts, *self.expenses, *self.pledges, *self.deliveries]

    def moves(self) -> list[tuple[date, str, str, int]]:
        """Day, fund, campaign and change of every row that changes what belongs to whom in a fund."""
        moves = [
            (row["date"], row["fund"], row["campaign"], money(row)) for row in self.gifts if not row["item"]
        ]
        for row in self.expenses:
            amount = row["amount_vnd"]
            if row["kind"] == "transfer":
                moves.append((row["date"], row["fund"], row["campaign"], -amount))
                to_campaign = "" if row["fund"] == row["to_fund"] else row["campaign"]
                moves.append((row["date"], row["to_fund"], to_campaign, amount))
            else:
                change = amount if row["kind"] == "refund" else -amount
                moves.append((row["date"], row["fund"], row["campaign"], change))
        return sorted(moves)


def read_rows(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            cells: dict[str, Any] = {**row, "date": date.fromisoformat(row["date"])}
            for column in ("amount_vnd", "quantity"):
                cells[column] = int(row[column]) if row.get(column) else None
            yield cells


def money(row: dict[str, Any]) -> int:
    if row["item"]:
        return 0
    return -row["amount_vnd"] if row["kind"] == "refund" else row["amount_vnd"]


@pytest.fixture(scope="module")
def all_books(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Books]:
    return {}


@pytest.fixture(params=SIZES)
def books(request: pytest.FixtureRequest, all_books: dict[str, Books], tmp_path: Path) -> Books:
    if request.param not in all_books:
        all_books[request.param] = Books(tmp_path / "chapter", SIZES[request.param])
    return all_books[request.param]


large = pytest.mark.parametrize("books", LARGE, indirect=True)


# The form ---------------------------------------------------------------------------------------------------


def test_files_hold_the_columns_of_their_ledger(books: Books) -> None:
    for name, ledger in LEDGERS.items():
        for path in books.files[name]:
            text = path.read_bytes()
            assert text.startswith(",".join(ledger.names).encode() + b"\n")
            assert b"\r" not in text
            assert {row["kind"] for row in read_rows(path)} <= set(ledger.kinds)


def test_as_many_gifts_as_asked_for(books: Books) -> None:
    assert Counter(row["kind"] for row in books.gifts)["gift"] == books.sizes["gifts"]


def test_receipts_are_counted_by_year_in_the_order_of_days(books: Books) -> None:
    prefixes = dict(zip(LEDGERS, ("PT", "PC", "DK", "TG"), strict=True))
    for name in LEDGERS:
        rows = getattr(books, name)
        assert [row["date"] for row in rows] == sorted(row["date"] for row in rows)
        for year, group in groupby(rows, key=lambda row: row["date"].year):
            receipts = [row["receipt"] for row in group]
            assert receipts == [f"{prefixes[name]}-{year}-{n + 1:05}" for n in range(len(receipts))]


def test_no_row_lies_after_the_last_day_or_before_its_fund(books: Books) -> None:
    assert max(row["date"] for row in books.rows) <= books.last_day
    for day, fund, _campaign, _change in books.moves():
        assert day >= books.funds[fund]["opened"]


def test_the_current_year_has_a_file_of_gifts_a_month(books: Books) -> None:
    current = [path.stem for path in books.files["gifts"] if path.stem.startswith(str(books.last_day.year))]
    assert all(len(name) == len("2026-01") for name in current)


def test_records_are_valid(books: Books) -> None:
    for name, model in (("funds", FundRecord), ("donors", DonorRecord), ("purposes", PurposeRecord)):
        path = f"data/{name}.yml"
        document, problems = parse_yaml(path, (books.folder / path).read_text(encoding="utf-8"))
        assert document is not None
        records, more = read_record(dict[str, model], document)
        assert records
        assert [*problems, *more] == []


def test_rows_refer_to_what_there_is(books: Books) -> None:
    units = books.organisation["units"]
    by_receipt = {row["receipt"]: row for row in books.rows}
    for row in books.rows:
        assert not row.get("donor") or row["donor"] in books.donors
        assert not row["ward"] or row["ward"] in units
        assert not row["campaign"] or row["campaign"] in books.campaigns
        assert not row.get("fund") or row["fund"] in books.funds
        assert not row.get("to_fund") or row["to_fund"] in books.funds
        assert not row.get("purpose") or row["purpose"] in books.purposes
        if row["refers_to"]:
            original = by_receipt[row["refers_to"]]
            assert original["date"] <= row["date"]
            assert original["campaign"] == row["campaign"]
            is_pledge = row in books.gifts and row["kind"] == "gift"
            assert original["receipt"][:2] == ("DK" if is_pledge else row["receipt"][:2])
            assert not is_pledge or original["donor"] == row["donor"]


def test_donors_give_while_they_exist(books: Books) -> None:
    for row in [*books.gifts, *books.pledges]:
        if row["donor"]:
            valid = books.donors[row["donor"]].get("valid", {})
            assert valid.get("since", date.min) <= row["date"] <= valid.get("until", date.max)
    for donor in books.donors.values():
        assert donor.get("successor", "phuong-sao-som") in books.donors


# It adds up -------------------------------------------------------------------------------------------------


def test_no_fund_falls_below_nought_and_no_earmarked_money_goes_elsewhere(books: Books) -> None:
    balance = {key: fund["opening_vnd"] for key, fund in books.funds.items()}
    held: dict[str, Counter[str]] = defaultdict(Counter)
    for _day, group in groupby(books.moves(), key=lambda move: move[0]):
        for _, fund, campaign, change in group:
            balance[fund] += change
            if campaign:
                held[fund][campaign] += change
        for fund, left in balance.items():
            earmarked = sum(max(0, amount) for amount in held[fund].values())
            assert left >= earmarked >= 0
    assert sum(balance.values()) > 0


def test_the_bank_says_the_same(books: Books) -> None:
    moves = books.moves()
    for key, fund in books.funds.items():
        assert fund.get("closed_through", books.last_day) <= books.last_day
        assert fund.get("closed_through", fund["opened"]) >= fund["opened"]
        for statement in fund.get("statements", []):
            changes = [change for day, name, _, change in moves if name == key and day <= statement["day"]]
            assert statement["balance_vnd"] == fund["opening_vnd"] + sum(changes)
            assert statement["day"] <= books.last_day


def test_what_comes_back_is_never_more_than_what_went(books: Books) -> None:
    for rows in (books.gifts, books.expenses, books.pledges):
        originals = {row["receipt"]: row for row in rows}
        for column in ("amount_vnd", "quantity"):
            left = {key: row.get(column) or 0 for key, row in originals.items()}
            for row in rows:
                if row["kind"] in ("refund", "correction", "cancellation"):
                    change = row.get(column) or 0
                    left[row["refers_to"]] += change if row["kind"] == "correction" else -change
            for key, row in originals.items():
                assert row["kind"] == "correction" or left[key] >= 0, key


def test_amounts_are_written_without_a_sign_except_in_corrections(books: Books) -> None:
    for row in books.rows:
        assert row["kind"] == "correction" or (row["amount_vnd"] or row["quantity"]) > 0
        assert row["amount_vnd"] != 0
        if row.get("item"):
            assert row["quantity"] > 0
            assert row["unit"]
            assert not row.get("fund")


def test_the_headline_is_what_the_rows_add_up_to(books: Books) -> None:
    total: Counter[str] = Counter()
    for row in books.gifts:
        total[row["campaign"]] += money(row)
    figured = {key for key, campaign in books.campaigns.items() if "tien-ung-ho" in campaign["figures"]}
    for key, campaign in books.campaigns.items():
        given = [row for row in books.gifts if row["campaign"] == key]
        headline = campaign.get("ledger", {}).get("headline")
        assert (headline is not None) == bool(given and key in figured)
        if headline is not None:
            figure = campaign["figures"][headline]
            assert figure["value"] == total[key]
            assert "stated" not in figure


@large
def test_series_and_parts_of_the_headline_are_the_rows_too(books: Books) -> None:
    receipts = {row["receipt"]: row for row in books.gifts}
    seen = set()
    for key, campaign in books.campaigns.items():
        if "headline" not in campaign.get("ledger", {}):
            continue
        figure = campaign["figures"][campaign["ledger"]["headline"]]
        given = [row for row in books.gifts if row["campaign"] == key]
        for point in figure.get("series", []):
            seen.add("series")
            assert point["value"] == sum(money(row) for row in given if row["date"] <= point["as_of"])
        for part in figure.get("parts", {"items": []})["items"]:
            if unit := part.get("unit"):
                seen.add("wards")
                wards = [
                    receipts[row["refers_to"]]["ward"]
                    if row["kind"] in ("refund", "correction")
                    else row["ward"]
                    for row in given
                ]
                sums = [money(row) for row, ward in zip(given, wards, strict=True) if ward == unit]
                assert part["value"] == sum(sums)
            else:
                seen.add("givers")
        assert sum(part["value"] for part in figure.get("parts", {"items": []})["items"]) <= figure["value"]
    assert seen == {"series", "wards", "givers"}


# Things -----------------------------------------------------------------------------------------------------


def test_no_more_is_handed_over_than_has_arrived(books: Books) -> None:
    moves = [
        (row["date"], row["campaign"], row["item"], row["unit"], row["quantity"] * sign)
        for rows, sign in ((books.gifts, 1), (books.deliveries, -1))
        for row in rows
        if row["item"]
    ]
    stock: Counter[tuple[str, ...]] = Counter()
    for _day, group in groupby(sorted(moves), key=lambda move: move[0]):
        for _, *thing, change in group:
            stock[tuple(thing)] += change
        assert min(stock.values()) >= 0


def test_money_handed_over_is_a_voucher_of_that_day(books: Books) -> None:
    paid = Counter((row["date"], row["campaign"], row["amount_vnd"]) for row in books.expenses)
    handed = Counter((row["date"], row["campaign"], row["amount_vnd"]) for row in books.deliveries)
    for key, count in handed.items():
        assert key[2] is None or count <= paid[key]


@large
def test_packages_are_promised_brought_and_handed_over_by_ward(books: Books) -> None:
    behind = 0
    for key, campaign in books.campaigns.items():
        if campaign["programme"] != "tet-nhan-ai":
            continue
        parts = {part["unit"]: part["value"] for part in campaign["figures"]["suat-qua"]["parts"]["items"]}
        handed: Counter[str] = Counter()
        for row in books.deliveries:
            if row["campaign"] == key and row["item"] == PACKAGE:
                handed[row["ward"]] += row["quantity"]
        assert handed == parts
        promised, brought = Counter[str](), Counter[str]()
        for row in books.pledges:
            if row["campaign"] == key and row["item"]:
                promised[row["ward"]] += row["quantity"] * (-1 if row["kind"] == "cancellation" else 1)
        for row in books.gifts:
            if row["campaign"] == key and row["item"] == PACKAGE:
                brought[row["ward"]] += row["quantity"]
        assert sum(brought.values()) == sum(handed.values())
        assert set(promised) == set(parts)
        behind += sum(brought[ward] < count for ward, count in promised.items())
    assert behind >= books.sizes["years"]


# Variety ----------------------------------------------------------------------------------------------------


@large
def test_everything_that_ledgers_can_hold_occurs(books: Books) -> None:
    assert {row["kind"] for row in books.gifts} == set(LEDGERS["gifts"].kinds)
    assert {row["kind"] for row in books.expenses} == set(LEDGERS["expenses"].kinds)
    assert {row["kind"] for row in books.pledges} == set(LEDGERS["pledges"].kinds)
    assert {row["consent"] for row in books.gifts} == {*CONSENTS, ""}
    assert {row["donor_kind"] for row in books.gifts} == {"person", "organisation", "group", ""}
    assert any(row["valuation"] == NOT_VALUED and row["amount_vnd"] is None for row in books.gifts)
    assert any(row["item"] and row["amount_vnd"] and row["valuation"] for row in books.gifts)
    assert any(not row["campaign"] and row["kind"] == "gift" for row in books.gifts)
    transfers = [row for row in books.expenses if row["kind"] == "transfer"]
    assert any(row["fund"] != row["to_fund"] and not row["campaign"] for row in transfers)
    assert any(row["fund"] == row["to_fund"] and row["campaign"] for row in transfers)
    assert any(books.purposes[row["purpose"]].get("is_cost") for row in books.expenses if row["purpose"])
    assert any(fund.get("closed_through") for fund in books.funds.values())
    met = {row["refers_to"] for row in books.gifts if row["kind"] == "gift"}
    assert {row["receipt"] for row in books.pledges if row["kind"] == "pledge"} - met


@large
def test_donors_are_of_every_kind(books: Books) -> None:
    assert {donor["kind"] for donor in books.donors.values()} == {"person", "organisation", "ward", "group"}
    gone = [key for key, donor in books.donors.items() if donor.get("consent") == "withdrawn"]
    times = Counter(row["donor"] for row in books.gifts)
    assert len(gone) == 1
    assert times[gone[0]] > 0
    organisations = [key for key, donor in books.donors.items() if donor["kind"] == "organisation"]
    assert all(times[key] > 3 for key in organisations)
    assert {donor.get("unit") for donor in books.donors.values()} >= {"sen-hong", "ben-mo", None}


def test_every_name_says_that_it_is_a_sample(books: Books) -> None:
    named = [row["name"] for row in books.gifts if row["name"]]
    named += [donor["name"] for donor in books.donors.values()]
    named += [row["payee"] for row in books.expenses if row["payee"]]
    assert named
    assert [name for name in named if not name.endswith("(mẫu)")] == []


def test_no_gifts_means_no_ledgers(tmp_path: Path) -> None:
    paths = generate_chapter(tmp_path / "a", articles=0, photos=0, gifts=0)
    assert [path for path in paths if path.endswith(".csv") or "funds" in path] == []
    assert "ledger:" not in (tmp_path / "a/data/campaigns/tet-nhan-ai-2026.yml").read_text(encoding="utf-8")
