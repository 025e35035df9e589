"""Codes are long, notice slips of the pen, and are kept where nobody publishes them."""

import random
import re
import subprocess

import pytest
from hypothesis import given
from hypothesis import strategies as st

from made_up_gifts import Gift, make_ledger
from minhbach.finding.codes import LETTERS, hash_code, make_code, make_settings, read_code
from minhbach.finding.issuing import (
    PrivateFileError,
    ReceiptError,
    check_private_file,
    choose_receipts,
    write_codes,
)
from minhbach.ledger.codes import read_gift_codes
from minhbach.problems import kinds
from minhbach.records.gift_codes import FEWEST_ITERATIONS, GiftCodesRecord

SETTINGS = GiftCodesRecord(salt="00" * 16, iterations=FEWEST_ITERATIONS)
codes = st.integers(0, 10**6).map(lambda seed: make_code(random.Random(seed).choice))


def test_code_has_eighty_random_bits_and_a_check_letter() -> None:
    code = make_code()
    assert re.fullmatch(f"(?:[{LETTERS}]{{4}}-){{3}}[{LETTERS}]{{5}}", code)
    assert len(LETTERS) ** 16 == 2**80
    assert len({make_code() for _ in range(50)}) == 50


@given(codes)
def test_code_is_read_however_it_is_typed(code) -> None:
    plain = code.replace("-", "")
    assert read_code(code) == read_code(code.lower()) == read_code(f" {plain} ") == plain
    assert read_code(code.replace("0", "o").replace("1", "l")) == plain


@given(codes, st.integers(0, 16), st.sampled_from(LETTERS))
def test_wrong_letter_is_noticed(code, at, letter) -> None:
    plain = code.replace("-", "")
    wrong = plain[:at] + letter + plain[at + 1 :]
    assert (read_code(wrong) is None) == (wrong != plain)


@given(codes, st.integers(0, 15))
def test_neighbours_in_the_wrong_order_are_noticed(code, at) -> None:
    plain = code.replace("-", "")
    wrong = plain[:at] + plain[at + 1] + plain[at] + plain[at + 2 :]
    assert (read_code(wrong) is None) == (wrong != plain)


@pytest.mark.parametrize("text", ["", "7K3M", "U" * 17, "x" * 18])
def test_what_is_no_code_is_none(text) -> None:
    assert read_code(text) is None
    with pytest.raises(ValueError, match="not a code"):
        hash_code(text, SETTINGS)


def test_hash_depends_on_the_salt() -> None:
    code = make_code()
    other = GiftCodesRecord(salt="11" * 16, iterations=FEWEST_ITERATIONS)
    assert hash_code(code, SETTINGS) == hash_code(code.lower(), SETTINGS) != hash_code(code, other)
    assert len(hash_code(code, SETTINGS)) == 32


def test_new_salts_are_random_and_allowed() -> None:
    assert make_settings().salt != make_settings().salt
    assert make_settings().iterations >= FEWEST_ITERATIONS


@pytest.fixture
def chapter(tmp_path):
    root = tmp_path / "chapter"
    (root / "data").mkdir(parents=True)
    return root


def test_codes_are_written_outside_and_hashes_inside(chapter, tmp_path) -> None:
    ledger = make_ledger(
        [Gift("PT-1", "Đỗ Mẫu"), Gift("PT-2"), Gift("HT-1", kind="refund", refers_to="PT-1")]
    )
    private = tmp_path / "ma.csv"
    check_private_file(private, chapter)
    assert choose_receipts(ledger, []) == ["PT-1", "PT-2"]
    assert write_codes(chapter, private, ["PT-2"], SETTINGS, 2025) == 1
    assert write_codes(chapter, private, ["PT-1"], SETTINGS, 2025) == 1
    header, *lines = private.read_text().splitlines()
    assert header == "receipt,code"
    assert private.stat().st_mode & 0o077 == 0
    written = dict(line.split(",") for line in lines)
    assert written.keys() == {"PT-1", "PT-2"}
    published = (chapter / "data/codes/2025.csv").read_text()
    assert published == "receipt,hash\n" + "".join(
        f"{r},{hash_code(written[r], SETTINGS)}\n" for r in ("PT-2", "PT-1")
    )
    assert read_gift_codes(chapter, ["data/codes/2025.csv"], ledger, has_salt=True) == []
    assert choose_receipts(ledger, []) == []


def test_first_codes_bring_their_salt(chapter, tmp_path) -> None:
    write_codes(chapter, tmp_path / "ma.csv", [], None, 2025)
    assert re.fullmatch(
        'salt: "[0-9a-f]{32}"\niterations: [0-9]{6}\n', (chapter / "data/gift-codes.yml").read_text()
    )


def test_codes_are_never_written_where_they_could_be_published(chapter, tmp_path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    subprocess.run(["git", "init", "-q"], cwd=other, check=True)
    (tmp_path / "link").symlink_to(chapter)
    (tmp_path / "notes.csv").write_text("a,b\n")
    for place in (
        chapter / "ma.csv",
        tmp_path / "link" / "ma.csv",
        other / "ma.csv",
        tmp_path / "none" / "ma.csv",
        tmp_path / "notes.csv",
    ):
        with pytest.raises(PrivateFileError):
            check_private_file(place, chapter)


@pytest.mark.parametrize("wanted", ["PT-9", "HT-1", "PT-2"])
def test_only_gifts_without_a_code_get_one(wanted) -> None:
    ledger = make_ledger([Gift("PT-1"), Gift("PT-2"), Gift("HT-1", kind="refund", refers_to="PT-1")])
    ledger.database.execute("INSERT INTO gift_codes VALUES ('PT-2', '', '', 1)")
    with pytest.raises(ReceiptError, match=wanted):
        choose_receipts(ledger, ["PT-1", wanted])


def test_every_fault_of_the_hashes_is_told_with_its_line(chapter) -> None:
    ledger = make_ledger([Gift("PT-1"), Gift("PT-2"), Gift("HT-1", kind="refund", refers_to="PT-1")])
    lines = [
        "receipt,hash",
        f"PT-1,{'a' * 32}",
        f"PT-1,{'b' * 32}",
        f"PT-2,{'a' * 32}",
        "PT-2,xyz",
        f"HT-1,{'c' * 32}",
        "",
        "x",
    ]
    (chapter / "data/codes").mkdir()
    (chapter / "data/codes/a.csv").write_text("\n".join(lines))
    problems = read_gift_codes(chapter, ["data/codes/a.csv"], ledger, has_salt=False)
    assert sorted((problem.kind.code, problem.at.line) for problem in problems) == sorted(
        [
            (kinds.SALT_MISSING.code, 1),
            (kinds.CODE_TWICE.code, 3),
            (kinds.CODE_TWICE.code, 4),
            (kinds.CODE_MALFORMED.code, 5),
            (kinds.CODE_RECEIPT_UNKNOWN.code, 6),
            (kinds.CODE_MALFORMED.code, 8),
        ]
    )


def test_ten_thousand_bad_lines_are_told_by_the_first_fifty(chapter) -> None:
    (chapter / "data/codes").mkdir()
    (chapter / "data/codes/a.csv").write_text("x\n" * 10_000)
    assert len(read_gift_codes(chapter, ["data/codes/a.csv"], make_ledger([]), has_salt=True)) == 50
