"""The chapter with one great appeal adds up, and is the same each time, whatever its size."""

import csv
import sys
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[3]
sys.path.insert(0, str(ROOT))

from examples.appeal import words  # noqa: E402 - the repository's root is not on pytest's path
from examples.appeal.generate import generate_appeal, main  # noqa: E402
from examples.demo.folder import ForeignFolderError  # noqa: E402

from minhbach.gather import gather_site  # noqa: E402
from minhbach.ledger.columns import LEDGERS  # noqa: E402

LATER = {"SOURCE_DATE_EPOCH": "1798700000"}
GIFTS = (500, 40, 1)


@pytest.fixture(scope="module")
def chapters(tmp_path_factory: pytest.TempPathFactory) -> dict[int, Path]:
    folder = tmp_path_factory.mktemp("appeal")
    for gifts in GIFTS:
        generate_appeal(folder / str(gifts), gifts=gifts)
    return {gifts: folder / str(gifts) for gifts in GIFTS}


@pytest.fixture(params=GIFTS)
def gifts(request: pytest.FixtureRequest) -> int:
    return request.param


def read_rows(folder: Path, ledger: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = []
    for path in sorted((folder / "data" / ledger).glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            rows += csv.DictReader(file)
    return rows


def money(row: dict[str, Any]) -> int:
    return 0 if row["item"] else int(row["amount_vnd"]) * (-1 if row["kind"] == "refund" else 1)


def test_same_bytes_each_time(chapters: dict[int, Path], tmp_path: Path) -> None:
    paths = generate_appeal(tmp_path / "500", gifts=500)
    for path in paths:
        assert (tmp_path / "500" / path).read_bytes() == (
            chapters[500] / path
        ).read_bytes() or path == "mkdocs.yml"


def test_rows_are_as_many_as_asked_for_and_in_order(gifts: int, chapters: dict[int, Path]) -> None:
    rows = read_rows(chapters[gifts], "gifts")
    assert [row["receipt"] for row in rows] == [f"PT-2025-{number:07}" for number in range(1, gifts + 1)]
    assert [row["date"] for row in rows] == sorted(row["date"] for row in rows)
    paths = sorted((chapters[gifts] / "data/gifts").iterdir())
    assert [path.stem for path in paths] == [f"2025-08-{day}" for day in range(13, 18)]
    header = ",".join(LEDGERS["gifts"].names) + "\n"
    assert all(path.read_text(encoding="utf-8").startswith(header) for path in paths)


def test_the_headline_is_what_the_rows_add_up_to(gifts: int, chapters: dict[int, Path]) -> None:
    record = yaml.safe_load((chapters[gifts] / "data/campaigns/ung-ho-2025.yml").read_text(encoding="utf-8"))
    total = sum(money(row) for row in read_rows(chapters[gifts], "gifts"))
    assert record["figures"][record["ledger"]["headline"]]["value"] == total > 0


def test_less_is_spent_than_was_received_and_only_afterwards(gifts: int, chapters: dict[int, Path]) -> None:
    rows = read_rows(chapters[gifts], "expenses")
    total = sum(money(row) for row in read_rows(chapters[gifts], "gifts"))
    assert rows
    assert sum(int(row["amount_vnd"]) for row in rows) < total
    assert min(row["date"] for row in rows) > date(2025, 8, 17).isoformat()
    assert [row["receipt"] for row in rows] == sorted({row["receipt"] for row in rows})


def test_three_in_five_are_named_with_their_consent(chapters: dict[int, Path]) -> None:
    rows = read_rows(chapters[500], "gifts")
    consents = Counter(row["consent"] for row in rows if row["name"])
    assert 270 <= consents["given"] <= 330
    assert consents["refused"] > 30
    assert consents[""] == 0
    assert sum(not row["name"] and not row["donor"] and not row["kind"] for row in rows) > 80


def test_every_form_of_row_occurs_even_among_forty(chapters: dict[int, Path]) -> None:
    rows = read_rows(chapters[40], "gifts")
    assert {row["kind"] for row in rows} == {"", "refund", "correction", "collection"}
    assert any(row["item"] for row in rows)
    assert any(row["donor"] for row in rows)
    by_receipt = {row["receipt"]: row for row in rows}
    for row in rows:
        if row["refers_to"]:
            original = by_receipt[row["refers_to"]]
            assert not original["kind"]
            assert not original["item"]
            assert original["date"] <= row["date"]
            back = int(row["amount_vnd"]) if row["kind"] == "refund" else -int(row["amount_vnd"])
            assert 0 < back <= int(original["amount_vnd"])


@pytest.mark.parametrize("number", [0, *GIFTS])
def test_nothing_is_wrong(number: int, tmp_path: Path) -> None:
    generate_appeal(tmp_path / "a", gifts=number)
    found = gather_site(tmp_path / "a", LATER)
    assert found.problems == ()
    assert found.site.organisation.sample
    assert (tmp_path / "a/data/gifts").exists() == bool(number)


def test_names_are_drawn_by_how_often_they_are_met() -> None:
    for drawn in (words.families(), words.middles(), words.givens()):
        assert len(drawn) == words.TICKETS
    assert Counter(words.families()).most_common(1) == [("Nguyễn", 384)]


def test_a_foreign_folder_is_left_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(ForeignFolderError):
        generate_appeal(tmp_path, gifts=1)
    assert main([str(tmp_path), "--gifts", "-1"]) == 2
    assert "negative" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]
