"""A chapter that knows only some of it, built whole: nothing is said that its sources do not say.

``tests/incomplete-chapter`` lies over the base of the cases: a campaign of which a few donors of a day are
named beside its total, one without any total, a fund without an opening balance, gifts without day and
receipt, acknowledgments in their source's words, statements of banks whose days overlap.
"""

from __future__ import annotations

import csv
import io
import re
import shutil
from html import unescape
from pathlib import Path

import pytest

from minhbach.background import Background
from minhbach.build import SiteBuild, write_exports
from minhbach.gather import Gathered, gather_site
from minhbach.language import read_catalogue

TESTS = Path(__file__).resolve().parents[2]
TIME = {"SOURCE_DATE_EPOCH": "1764000000"}
STORM, UNKNOWN, FUND = "bao-yagi-2024", "khong-tong", "quy-cuu-tro"
NAMED_VND = "1.106.100.000"
"""What the gifts to the storm's campaign add up to."""


@pytest.fixture(scope="module")
def root(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("chua-du") / "kho"
    shutil.copytree(TESTS / "cases/base", folder)
    shutil.copytree(TESTS / "incomplete-chapter", folder, dirs_exist_ok=True)
    return folder


@pytest.fixture(scope="module")
def gathered(root) -> Gathered:
    found = gather_site(root, TIME)
    assert [(str(item.at), item.kind.code) for item in found.problems] == []
    return found


@pytest.fixture(scope="module")
def words(root, gathered) -> dict[str, str]:
    """The words of every page, by address."""
    build = SiteBuild(root, gathered, read_catalogue("vi"), Background(processes=0))
    return {page.address: read(page.html) for page in build.pages}


def read(html: str) -> str:
    bare = re.sub(r"<(script|style)\b.*?</\1>", " ", html, flags=re.DOTALL)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", bare)).split())


def test_no_page_calls_the_sum_of_some_gifts_all_that_was_received(words) -> None:
    told = {address: text for address, text in words.items() if NAMED_VND in text}
    assert len(told) >= 5
    for address, text in told.items():
        assert "chưa đầy đủ" in text, address
        before = [
            text[max(0, at.start() - 60) : at.start()] for at in re.finditer(re.escape(NAMED_VND), text)
        ]
        for place in before:
            assert not re.search(r"(Đã nhận|Đã thu|Tổng cộng|Tiền ủng hộ đã nhận|Tổng thu) ?$", place), (
                address
            )


@pytest.mark.parametrize(
    "address", [f"chien-dich/{STORM}/", f"chien-dich/{STORM}/thu-chi/", f"niem-yet/{STORM}/"]
)
def test_the_total_of_the_source_stands_beside_the_named_gifts_in_its_own_words(words, address) -> None:
    assert "Tổng đã nhận, theo nguồn 1.739 tỷ đồng" in words[address]
    assert (
        "các khoản nêu tên trong sổ ủng hộ cộng lại được 1.106.100.000 đồng, chưa phải toàn bộ"
        in words[address]
    )


@pytest.mark.parametrize("address", [f"chien-dich/{UNKNOWN}/", f"chien-dich/{UNKNOWN}/thu-chi/"])
def test_where_no_source_states_a_total_that_is_said(words, address) -> None:
    assert "Nguồn không nêu tổng." in words[address]
    assert "các khoản nêu tên dưới đây (chưa đầy đủ)" in words[address]


def test_nothing_is_left_of_what_is_not_known_and_no_share_of_it_is_told(words) -> None:
    for key in (STORM, UNKNOWN):
        for address in (f"chien-dich/{key}/", f"chien-dich/{key}/thu-chi/", f"niem-yet/{key}/"):
            text = words[address]
            assert not re.search(r"Còn lại [0-9−]", text), address
            assert "của số đã nhận" not in text, address
            assert "chưa chi" not in text.replace("chưa chi,", ""), address
    assert "Chưa biết còn lại bao nhiêu" in words[f"chien-dich/{UNKNOWN}/thu-chi/"]
    assert "tổng số đã nhận" not in words["thu-chi/"].lower()


def test_a_promise_is_not_called_late_where_not_every_gift_is_recorded(words) -> None:
    assert "5.000.000" in words[f"chien-dich/{UNKNOWN}/thu-chi/"]
    assert "chưa tới" not in words[f"chien-dich/{UNKNOWN}/thu-chi/"].lower()


def test_no_course_of_money_is_drawn_of_a_list_of_some_gifts(gathered) -> None:
    from minhbach.derive.money_charts import list_money_charts

    plans = list_money_charts(gathered.site)
    assert {address for address in plans if address.startswith(STORM)} == set()
    assert f"{UNKNOWN}.thu-chi.theo-thang" not in plans
    assert f"{UNKNOWN}.thu-chi.muc-chi" in plans


def test_a_fund_without_an_opening_balance_shows_what_moved_and_no_balance(words) -> None:
    text = words[f"thu-chi/quy/{FUND}/"]
    assert "Số dư chưa có thông tin" in text
    assert "Số dư ban đầu chưa có thông tin" in text
    assert "2.000.000" in text
    assert "Các khoản không ghi ngày, không thuộc tháng nào: 700.000 đồng." in text
    assert "Tồn cuối kỳ" not in text
    assert "Thay đổi theo ngân hàng" in text
    for address in ("thu-chi/", ""):
        assert "Số dư các quỹ chưa có thông tin" in words[address]


def test_gifts_without_day_and_receipt_say_so_and_stand_where_they_surely_belong(words) -> None:
    text = words[f"chien-dich/{STORM}/ung-ho/"]
    assert "Trường Mầm non Mẫu không ghi ngày 5.600.000 đồng không ghi số" in text
    assert "Trường Mầm non Mẫu" in words["ghi-nhan/nam/2024/"]
    assert "Công ty Bốn (mẫu)" not in words["ghi-nhan/nam/2025/"]
    assert "1 khoản không ghi ngày không có trong danh sách của năm nào" in words["ghi-nhan/"]


def test_every_list_with_gifts_of_such_a_campaign_says_that_it_is_not_whole(words) -> None:
    for address in ("ghi-nhan/", "ghi-nhan/nam/2024/", "ghi-nhan/loai/ca-nhan/", "tim-ung-ho/"):
        assert "Sổ ủng hộ chưa đầy đủ: Ủng hộ đồng bào vùng bão Yagi 2024" in words[address], address
    assert "chưa đầy đủ" not in words["chien-dich/tet-mau-2025/ung-ho/"]


def test_figures_and_ledgers_stand_beside_each_other_with_the_reason_where_they_differ(words) -> None:
    text = words["chien-dich/tet-mau-2025/"]
    assert "nguồn ghi 4.875 suất quà; sổ trao tặng cộng lại đúng bằng số này." in text
    assert "nguồn ghi khoảng 720 hộ, còn sổ trao tặng cộng lại được 353 hộ" in text
    assert "Hai số khác nhau vì: sổ trao tặng mới ghi các hộ nhận tại phường." in text
    assert "riêng sổ trao tặng đến nay ghi 120 hộ" in words[f"chien-dich/{UNKNOWN}/"]


def test_acknowledgments_keep_the_words_of_their_source_and_are_never_added_up(words) -> None:
    for address in ("ghi-nhan/", f"chien-dich/{STORM}/"):
        assert "hơn 759,1 triệu đồng" in words[address]
        assert "30 tấn lương thực" in words[address].replace("\u00a0", " ")
    assert not [address for address, text in words.items() if "1.865" in text or "759.1" in text]


def test_statements_over_days_that_overlap_are_told_and_not_added_up(words) -> None:
    text = " ".join(words.values())
    assert "12.028" in text
    assert "2.009" in text
    assert "14.037" not in text


def test_open_data_leave_empty_what_is_not_known(root, gathered) -> None:
    exports = write_exports(gathered.site, read_catalogue("vi"))
    tables = {
        name: list(csv.DictReader(io.StringIO((exports.root / f"{name}.csv").read_text(encoding="utf-8"))))
        for name in ("quy", "quy-theo-thang", "ung-ho", "chien-dich", "ghi-nhan")
    }
    fund = next(row for row in tables["quy"] if row["id"] == FUND)
    assert fund["opening_vnd"] == ""
    months = [row for row in tables["quy-theo-thang"] if row["fund"] == FUND]
    assert {(row["opening_vnd"], row["closing_vnd"]) for row in months} == {("", "")}
    assert sum(int(row["received_vnd"]) for row in months) == 2_000_000
    assert any(row["receipt"] == row["date"] == "" for row in tables["ung-ho"])
    assert {row["id"]: row["lists_all_gifts"] for row in tables["chien-dich"]} == {
        STORM: "false",
        UNKNOWN: "false",
        "tet-mau-2025": "true",
    }
    assert [row["stated"] for row in tables["ghi-nhan"]] == ["hơn 759,1 triệu đồng", "", ""]
    described = (exports.root / "datapackage.json").read_text(encoding="utf-8")
    assert "Sổ ủng hộ chưa đầy đủ" in described
