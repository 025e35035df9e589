"""Money in and out on a built site: what is shown adds up, and what is not published is never zero."""

from __future__ import annotations

import re
import shutil

FUND = "thu-chi/quy/quy-nhan-dao/"
CAMPAIGN = "chien-dich/tet-2025/thu-chi/"


def sums(element) -> list[int]:
    """The sums in a row, in order; the minus sign is the true one."""
    cells = element.find(of="mb-sum")
    return [int(cell.text.replace(".", "").replace("−", "-")) for cell in cells if cell.tag == "td"]


def rows_of(table) -> dict[str, list[int]]:
    return {row.find("th")[0].text: sums(row) for row in table.one("tbody").find("tr")}


def table(page, caption: str):
    return next(item for item in page.main.find("table") if item.find("caption")[0].text == caption)


def test_chapter_without_ledgers_says_that_it_has_none_and_never_zero(real_pages) -> None:
    words = real_pages["thu-chi/"].main.text
    assert "chưa có sổ thu, chi" in words
    assert not re.search(r"\b0\b", words)
    assert not [address for address in real_pages if address.startswith("thu-chi/quy/")]


def test_overview_adds_up_to_its_funds(ledger_pages) -> None:
    page = ledger_pages["thu-chi/"]
    funds = rows_of(table(page, "Các quỹ"))
    assert funds == {
        "Quỹ Nhân đạo": [84_400_000, 41_300_000, 62_400_000, 31_300_000, 48_100_000],
        "Quỹ Khẩn cấp": [3_000_000, 0, 3_000_000, 0, 8_000_000],
    }
    heroes = [item["value"] for item in page.main.find("data", of="mb-number")]
    assert heroes == [str(sum(fund[index] for fund in funds.values())) for index in (4, 0, 1)], (
        "balance, received, spent"
    )
    assert "10.000.000 đồng + tổng thu 87.400.000 đồng − tổng chi 41.300.000 đồng" in page.text
    assert "93/2021" not in page.text  # which is not the Red Cross's law
    assert rows_of(table(page, "Chi phí vận động, phân phối")) == {
        "Vận chuyển": [800_000],
        "Tổng cộng": [800_000],
    }


def test_every_month_of_a_fund_adds_up_and_follows_the_one_before(ledger_pages) -> None:
    page = ledger_pages[FUND]
    months: dict[str, list[int]] = {}
    for year in ("2024", "2025"):
        rows = rows_of(table(page, f"Các tháng năm {year}"))
        whole = rows.pop("Cả năm")
        assert whole[1:5] == [sum(row[index] for row in rows.values()) for index in range(1, 5)]
        months |= rows
    assert len(months) == 14
    closing = 10_000_000
    for month, row in months.items():
        opening, income, spent, moved_in, moved_out, end = row
        assert opening == closing, month
        assert opening + income - spent + moved_in - moved_out == end, month
        closing = end
    assert closing == 48_100_000
    assert "Đã khoá sổ đến hết ngày 31/01/2025" in page.text
    assert page.main.find("details", of="mb-fold"), "earlier years are folded"


def test_statements_of_the_bank_stand_beside_the_ledger(ledger_pages) -> None:
    rows = rows_of(table(ledger_pages[FUND], "Sao kê ngân hàng bên cạnh sổ của Hội"))
    assert rows == {"31/12/2024": [22_000_000, 22_000_000], "31/01/2025": [49_900_000, 49_900_000]}


def test_rows_of_a_year_add_up_to_what_the_fund_spent_and_lead_to_their_originals(ledger_pages) -> None:
    page = ledger_pages[f"{FUND}nam-2025/"]
    rows = page.main.one("tbody").find("tr")
    assert len(rows) == 7
    assert sum(sums(row)[0] for row in rows) == -31_300_000 - 5_000_000
    refund = next(row for row in rows if "Tiền hoàn lại" in row.text)
    target = refund.find("a")[0]["href"].partition("#")[2]
    assert "PC-25-001" in next(row for row in rows if row.attributes.get("id") == target).text
    correction = next(row for row in rows if "Điều chỉnh" in row.text)
    assert "Điều chỉnh chứng từ số PC-25-003" in correction.text
    assert "Chuyển đến từ “Quỹ Nhân đạo”" in ledger_pages["thu-chi/quy/quy-khan-cap/nam-2025/"].text


def test_money_of_a_campaign_adds_up(ledger_pages) -> None:
    page = ledger_pages[CAMPAIGN]
    received, spent, left = (int(item["value"]) for item in page.main.find("data", of="mb-number"))
    assert (received, spent, left) == (62_400_000, 31_300_000, 21_100_000)
    givers = rows_of(table(page, "Đã nhận"))
    total = givers.pop("Tổng cộng")
    assert total == [sum(row[index] for row in givers.values()) for index in range(3)]
    assert total[1] == received
    purposes = next(
        item
        for item in page.main.find("table")
        if "Mục chi" in item.one("thead").text and item.find("caption", of="mb-unseen")
    )
    amounts = [
        int(row.find(of="mb-sum")[0].text.replace(".", "")) for row in purposes.one("tbody").find("tr")
    ]
    assert sum(amounts[:-1]) == amounts[-1] == spent
    goods = [row.text for row in table(page, "Hiện vật").one("tbody").find("tr")]
    assert goods == ["gạo 40 kg 1 không quy đổi", "gạo 500 kg 1 9.000.000", "quà Tết 30 suất 1 không quy đổi"]


def test_story_tells_what_happened_and_what_is_not_known(ledger_pages) -> None:
    words = ledger_pages[CAMPAIGN].text
    for sentence in (
        "đợt vận động đã nhận 62.400.000 đồng từ 3 khoản ủng hộ và 1 lần quyên góp chung",
        "Đã chi 31.300.000 đồng (50% số tiền đã nhận), gồm: mua quà Tết 28.500.000 đồng",
        "Còn 21.100.000 đồng chưa chi.",
        "Chưa biết:",
        "240 kg gạo đã tiếp nhận: sổ chưa ghi trao cho ai.",
    ):
        assert sentence in words


def test_open_pledges_are_told_after_the_end_and_name_nobody_who_is_not_named(ledger_pages) -> None:
    page = ledger_pages[CAMPAIGN]
    rows = [row.text for row in table(page, "Đã đăng ký, chưa ghi nhận").one("tbody").find("tr")]
    assert rows == [
        "05/01/2025 Phường Mẫu Tây quà Tết 50 suất 30 suất 20 suất",
        "06/01/2025 Người ủng hộ không nêu tên, Phường Mẫu Đông quà Tết 20 suất 0 suất 20 suất",
        "06/01/2025 Người ủng hộ không nêu tên, Phường Mẫu Nam quà Tết 10 suất 0 suất 10 suất",
    ]
    assert "Đợt vận động đã kết thúc được 64 ngày." in page.text
    assert "Nếu đã gửi, xin báo để Hội cập nhật" in page.text
    running = ledger_pages["chien-dich/ao-am-2025/thu-chi/"]
    assert "Đã đăng ký, chưa ghi nhận" not in running.text


def test_promises_stand_side_by_side_by_ward(ledger_pages) -> None:
    rows = rows_of(table(ledger_pages[CAMPAIGN], "Đơn vị tính: suất"))
    assert rows == {
        "Phường Mẫu Đông": [20, 0, 40],
        "Phường Mẫu Tây": [50, 30, 0],
        "Phường Mẫu Nam": [10, 0, 80],
        "Tổng cộng": [80, 30, 120],
    }


def test_charts_of_ledgers_stand_on_pages_and_in_prose_and_can_be_downloaded(
    ledger_pages, ledger_site
) -> None:
    charts = [item["id"] for item in ledger_pages[CAMPAIGN].main.find("figure", of="mb-chart")]
    assert charts == [
        f"mb--tet-2025--thu-chi--{name}" for name in ("luy-ke", "theo-thang", "muc-chi", "dang-ky")
    ]
    article = ledger_pages["tin-tuc/2025/tien-di-dau/"].main
    assert article.one("figure", id="mb--tet-2025--thu-chi--muc-chi")
    for kind in ("svg", "png", "csv"):
        assert (ledger_site / f"bieu-do/tet-2025--thu-chi--luy-ke.{kind}").is_file()
    csv = (ledger_site / "bieu-do/quy-nhan-dao--quy--theo-thang.csv").read_text(encoding="utf-8-sig")
    assert csv.splitlines() == [
        "Năm,Thu,Chi",
        "2024,22.000.000\u00a0đồng,10.000.000\u00a0đồng",
        "2025,62.400.000\u00a0đồng,36.300.000\u00a0đồng",
        "Tổng cộng,84.400.000\u00a0đồng,46.300.000\u00a0đồng",
    ]


def test_campaign_and_home_lead_to_the_money(ledger_pages) -> None:
    campaign = ledger_pages["chien-dich/tet-2025/"].main
    values = [item["value"] for item in campaign.find("data", of="mb-number") if "value" in item.attributes]
    assert {"62400000", "31300000", "21100000"} <= set(values)
    assert [link for link in campaign.find("a") if link["href"].endswith(CAMPAIGN)]
    heroes = [card.text for card in ledger_pages[""].main.find("li", of="mb-figure-card")]
    assert any(
        re.fullmatch(r"Số dư các quỹ\s*56\.100\.000.đồng\s*đến ngày 05/03/2025", hero) for hero in heroes
    ), heroes


def test_every_link_of_the_money_pages_leads_somewhere(ledger_pages) -> None:
    for address, page in ledger_pages.items():
        if "thu-chi" not in address:
            continue
        for element, name, target in page.links():
            if element.tag != "a" or "://" in target or name != "href":
                continue
            path, _, fragment = target.partition("#")
            place = address
            if path:
                parts = address.split("/")[:-1]
                for step in path.split("/"):
                    parts = parts[:-1] if step == ".." else parts if step in (".", "") else [*parts, step]
                place = "/".join(parts)
                place = f"{place}/" if place and "." not in parts[-1] else place
            if "." in place.rpartition("/")[2]:
                continue
            assert place in ledger_pages, f"{address} leads to {target}"
            assert not fragment or fragment in ledger_pages[place].anchors, f"{address} leads to {target}"


def test_charts_of_a_ledger_that_was_refused_are_not_reported_again(bare_project, repository) -> None:
    shutil.copytree(repository / "tests/ledger-chapter", bare_project.root, dirs_exist_ok=True)
    bare_project.replace("data/expenses/chi.csv", ",30000000,", ",ba mươi triệu,")
    result = bare_project.minhbach("check", SOURCE_DATE_EPOCH="1743400000")
    assert result.returncode == 1
    assert "data/expenses/chi.csv:3" in result.stderr
    assert "bieu-do-la" not in result.stderr


def test_chart_that_no_ledger_can_fill_is_reported_with_the_nearest(bare_project, repository) -> None:
    shutil.copytree(repository / "tests/ledger-chapter", bare_project.root, dirs_exist_ok=True)
    bare_project.replace("news/2025/tien-di-dau.md", "tet-2025.thu-chi.muc-chi", "ao-am-2025.thu-chi.muc-chi")
    result = bare_project.minhbach("check", SOURCE_DATE_EPOCH="1743400000")
    assert result.returncode == 1
    assert "bieu-do-la" in result.stderr
    assert "-2025.thu-chi.muc-chi”" in result.stderr
