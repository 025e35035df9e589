"""Finding a gift: by any words of a name, by receipt, by code; in few requests, nothing sent anywhere."""

import random
import shutil
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from made_up_gifts import Gift, make_ledger, make_pages, make_site
from minhbach.finding.codes import hash_code, make_code
from minhbach.finding.index import make_gift_index
from minhbach.finding.tables import lay_out_rows
from minhbach.ledger.tables import open_database
from minhbach.outputs.stylesheet import read_stylesheet
from minhbach.records.gift_codes import FEWEST_ITERATIONS, GiftCodesRecord
from minhbach.words import fold

pytestmark = pytest.mark.browser

ASSETS = Path(__file__).resolve().parents[2] / "hooks/minhbach/theme/assets/minhbach"
MOST_REQUESTS, MOST_BYTES = 3, 200_000
HOSTILE = '<img src=x onerror=alert(1)> "Mẫu" &amp; {query}'
FAMILIES, MIDDLES = ("Nguyễn", "Trần", "Đỗ", "Lê"), ("Văn", "Thị", "Đức", "Ngọc")
GIVENS = (
    "An",
    "Ân",
    "Anh",
    "Bình",
    "Châu",
    "Dũng",
    "Giang",
    "Hà",
    "Khánh",
    "Lan",
    "Minh",
    "Nga",
    "Phương",
    "Thảo",
)
SETTINGS = GiftCodesRecord(salt="ab" * 16, iterations=FEWEST_ITERATIONS)
CODE = make_code(random.Random(1).choice)
RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}}


def make_gifts() -> list[Gift]:
    chance = random.Random(7)
    crowd = [
        Gift(
            receipt=f"PT-{number:05}",
            name=" ".join(map(chance.choice, (FAMILIES, MIDDLES, GIVENS))) if number % 4 else None,
            day=date(2025, 1, 1) + timedelta(chance.randrange(60)),
            amount_vnd=chance.randrange(1, 900) * 1000,
        )
        for number in range(2500)
    ]
    return [
        *crowd,
        *(
            Gift(
                f"NH-{n:04}", "Hội Mẫu Đông Người", date(2025, 1, 1) + timedelta(n % 90), amount_vnd=n * 1000
            )
            for n in range(700)
        ),
        Gift("ĐB/01", "Tôn Nữ Mẫu Quỳnh", date(2025, 1, 12), amount_vnd=1_500_000),
        Gift("ĐB/02", HOSTILE, date(2025, 1, 13)),
        Gift("HH-1", "Lê Mẫu Gạo", amount_vnd=None, item="gạo", quantity=Decimal("50.500"), unit="kg"),
        Gift("HT-1", kind="refund", amount_vnd=-200_000, refers_to="ĐB/01", day=date(2025, 1, 20)),
        Gift("TQ-1", kind="collection", amount_vnd=12_000_000),
    ]


def publish(folder: Path, ledger: Any, *, coded: bool, shard_bytes: int) -> None:
    """Write the page, its scripts and the files of ``ledger``."""
    shutil.copytree(ASSETS, folder / "assets")
    site = make_site(ledger, gift_codes=SETTINGS)
    if coded:
        site = replace(site, organisation=site.organisation.model_copy(update={"gift_lookup": "codes"}))
    (page,) = make_pages(site)
    for asset in make_gift_index(ledger, coded=coded, shard_bytes=shard_bytes):
        target = folder / asset.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(asset.content)
    head = f"<!doctype html><html lang=vi><meta charset=utf-8><title>{page.title}</title>"
    head += "<link rel=icon href=data:,><script>document.documentElement.className = 'mb-scripted'</script>"
    (folder / "assets/site.css").write_text(read_stylesheet(), encoding="utf-8")
    styles = "".join(f'<link rel=stylesheet href="../assets/{name}.css">' for name in ("site", "search"))
    script = '<script type=module src="../assets/find-gift.js"></script>'
    html = f"{head}{styles}{script}<body><main>{page.html}</main>"
    (folder / "tim-ung-ho/index.html").write_text(html, encoding="utf-8")


@pytest.fixture(scope="session")
def gifts(once_per_run: Any, serve: Any) -> str:
    """The address of a page with many gifts, in shards far smaller than real ones."""
    return serve(
        once_per_run(
            "gifts", lambda folder: publish(folder, make_ledger(make_gifts()), coded=False, shard_bytes=9000)
        )
    )


@pytest.fixture(scope="session")
def coded(once_per_run: Any, serve: Any) -> str:
    def fill(folder: Path) -> None:
        ledger = make_ledger(make_gifts())
        rows = [
            (gift.receipt, f"{number:032x}")
            for number, gift in enumerate(make_gifts())
            if gift.kind == "gift"
        ]
        assert ledger.database is not None
        marks = ", ".join(f"('{receipt}', '{digest}', '', 1)" for receipt, digest in rows[:400])
        ledger.database.execute(
            f"INSERT INTO gift_codes VALUES {marks}, ('ĐB/01', '{hash_code(CODE, SETTINGS)}', '', 1)"
        )
        publish(folder, ledger, coded=True, shard_bytes=3000)

    return serve(once_per_run("coded-gifts", fill))


class Finder:
    """A window on the page, which counts what it asks for."""

    def __init__(self, window: Any) -> None:
        self.window = window
        self.page = window.page
        self.asked: list[str] = []
        self.bytes = 0
        self.page.on("response", self._note)
        window.note_work()
        window.open("tim-ung-ho/")

    def _note(self, response: Any) -> None:
        if response.url.endswith(".gz"):
            self.asked.append(response.url.rsplit("/", 1)[-1])
            self.bytes += len(response.body())

    def ask(self, text: str, **fields: str) -> str:
        """Fill in the form and send it with the keyboard; return what is announced."""
        page = self.page
        for name in ("tu", "den", "tien"):
            if page.locator(f"[name={name}]").count():
                page.locator(f"[name={name}]").fill(fields.get(name, ""))
        page.locator("#mb--q").fill(text)
        page.evaluate("document.querySelector('.mb-search__status').textContent = '@'")
        page.locator("#mb--q").press("Enter")
        page.wait_for_function(
            "!['@', 'Đang tìm…', ''].includes(document.querySelector('.mb-search__status').textContent)"
        )
        return page.locator(".mb-search__status").inner_text()

    def names(self) -> list[str]:
        return self.page.locator(".mb-gift__name").all_inner_texts()

    def first(self) -> str:
        return " | ".join(self.page.locator(".mb-gift").first.inner_text().split("\n"))


@pytest.fixture
def finder(visit, gifts) -> Finder:
    return Finder(visit(gifts))


def test_gift_is_found_by_name_without_diacritics_in_three_requests(finder) -> None:
    assert finder.ask("ton nu mau quynh") == "Tìm thấy 1 khoản."
    assert "1.500.000" in finder.first()
    assert "12/01/2025" in finder.first()
    assert "ĐB/01" in finder.first()
    assert "Hoàn trả: 200.000" in finder.first()
    assert len(finder.asked) <= MOST_REQUESTS
    assert finder.bytes <= MOST_BYTES
    assert finder.window.faults == []


@pytest.mark.parametrize("typed", ["Mẫu Quỳnh", "quỳnh", "QUYNH", "nu mau q", "  tôn   nữ, mẫu"])
def test_name_may_begin_with_any_of_its_words(finder, typed) -> None:
    finder.ask(typed)
    assert finder.names() == ["Tôn Nữ Mẫu Quỳnh"]
    assert len(finder.asked) <= MOST_REQUESTS


@pytest.mark.parametrize("typed", ["ĐB/01", "db 01", "db01"])
def test_gift_is_found_by_receipt_in_three_requests(finder, typed) -> None:
    assert finder.ask(typed) == "Tìm thấy 1 khoản."
    assert finder.names() == ["Tôn Nữ Mẫu Quỳnh"]
    assert len(finder.asked) <= MOST_REQUESTS


def test_gifts_of_every_kind_are_found_by_receipt(finder) -> None:
    for receipt, name, words in (
        ("PT-00004", "Người ủng hộ không nêu tên", "đồng"),
        ("TQ-1", "Quyên góp chung, không ghi từng người", "12.000.000"),
        ("HT-1", "Tôn Nữ Mẫu Quỳnh", "Hoàn trả"),
        ("HH-1", "Lê Mẫu Gạo", "50,5 kg gạo (không quy đổi thành tiền)"),
    ):
        assert finder.ask(receipt) == "Tìm thấy 1 khoản.", receipt
        assert finder.names() == [name]
        assert words in finder.first().replace("\u00a0", " "), finder.first()


def test_every_gift_of_a_name_is_found_that_the_ledger_has(finder) -> None:
    for typed in ("van an", "Nguyễn Thị Hà", "tran van"):
        expected = sum(f" {fold(typed)}" in f" {fold(gift.name or '')}" for gift in make_gifts())
        assert expected > 5
        status = finder.ask(typed)
        while finder.page.locator(".mb-search__more").is_visible():
            before = len(finder.names())
            finder.page.locator(".mb-search__more").click()
            finder.page.wait_for_function(
                "n => document.querySelectorAll('.mb-gift').length > n"
                "|| document.querySelector('.mb-search__more').hidden",
                arg=before,
            )
        assert len(finder.names()) == expected, status
        assert all(f" {fold(typed)}" in f" {fold(name)}" for name in finder.names())


def test_name_of_many_gifts_is_narrowed_by_days_and_amount(finder) -> None:
    assert finder.ask("dong nguoi").startswith("Có 700 khoản mang tên như vậy")
    assert finder.page.locator(".mb-gift").count() == 20
    asked = len(finder.asked)
    assert finder.ask("dong nguoi", tu="2025-03-01", den="2025-03-01", tien="599k").startswith(
        "Tìm thấy 1 trong"
    )
    assert "599.000" in finder.first()
    assert "01/03/2025" in finder.first()
    assert len(finder.asked) - asked <= 1, "a name cut by days is looked for in the shard of the day"
    assert "không có khoản nào" in finder.ask("ton nu", tien="1 triệu").lower()
    assert finder.page.locator(".mb-find-gift__help").is_visible()


def test_slips_are_told_and_empty_results_offer_help(finder) -> None:
    assert "số tiền" in finder.ask("mau", tien="một ít")
    assert finder.ask("x") == "Hãy gõ ít nhất hai chữ cái."
    assert finder.asked == []
    assert finder.ask("khong ai ten the") == "Không tìm thấy khoản nào cho “khong ai ten the”."
    assert finder.page.locator(".mb-find-gift__help").is_visible()
    assert finder.names() == []


def test_hostile_name_is_only_words(finder) -> None:
    finder.ask("mau amp")
    assert finder.names() == [HOSTILE]
    assert HOSTILE in finder.ask(HOSTILE) or finder.names() == [HOSTILE]
    assert finder.window.faults == []


def test_search_stands_in_the_address_and_can_be_shared(finder, visit, gifts) -> None:
    finder.ask("ton nu", tu="2025-01-01")
    assert finder.page.evaluate("location.search") == ""
    other = visit(gifts)
    page = other.open(finder.page.url.removeprefix(gifts))
    page.wait_for_selector(".mb-gift")
    assert page.locator("#mb--q").input_value() == "ton nu"
    assert page.locator("[name=tu]").input_value() == "2025-01-01"
    finder.ask("le mau gao")
    finder.page.go_back()
    finder.page.wait_for_function(
        "document.querySelector('.mb-gift__name')?.textContent === 'Tôn Nữ Mẫu Quỳnh'"
    )


def test_failed_loading_is_told_and_can_be_tried_again(finder) -> None:
    finder.page.route("**/khoan-*", lambda route: route.abort())
    assert "Không tải được" in finder.ask("ton nu mau")
    finder.page.unroute("**/khoan-*")
    assert finder.ask("ton nu mau") == "Tìm thấy 1 khoản."


def test_no_gift_is_lost_to_a_broken_connection_or_to_a_hasty_finger(finder) -> None:
    """Every gift of the name is shown in the end, however often loading fails and the button is pressed."""
    expected = sum(" tran van" in f" {fold(gift.name or '')}" for gift in make_gifts())
    page, more = finder.page, finder.page.locator(".mb-search__more")
    finder.ask("tran van")
    failures = 0
    while more.is_visible():
        before, asked = len(finder.names()), len(finder.asked)
        page.route("**/khoan-*", lambda route: route.abort())
        page.evaluate(
            "() => { const more = document.querySelector('.mb-search__more'); more.click(); more.click(); }"
        )
        page.wait_for_function(
            "n => document.querySelectorAll('.mb-gift').length > n"
            "|| document.querySelector('.mb-search__status').textContent.includes('Không tải được')",
            arg=before,
        )
        finder.window.rest()
        page.unroute("**/khoan-*")
        failures += len(finder.names()) == before
        page.evaluate(
            "() => { const more = document.querySelector('.mb-search__more'); more.click(); more.click(); }"
        )
        page.wait_for_function(
            "n => document.querySelectorAll('.mb-gift').length > n"
            "|| document.querySelector('.mb-search__more').hidden",
            arg=before,
        )
        finder.window.rest()
        assert (len(finder.names()), len(finder.asked)) != (before, asked)
    assert failures
    assert len(finder.names()) == expected


def test_old_browser_is_told_so(finder) -> None:
    finder.page.evaluate("delete globalThis.DecompressionStream")
    assert "Trình duyệt này quá cũ" in finder.ask("ton nu mau")


def test_files_that_a_server_unpacked_are_read_too(finder) -> None:
    import gzip

    def unpacked(route: Any) -> None:
        route.fulfill(body=gzip.decompress(route.fetch().body()))

    finder.page.route("**/*.gz", unpacked)
    assert finder.ask("ton nu mau") == "Tìm thấy 1 khoản."


def test_page_keeps_the_rules_of_wcag_and_is_whole_without_scripts(finder, visit, gifts) -> None:
    from axe_playwright_python.sync_playwright import Axe

    finder.ask("dong nguoi")
    assert Axe().run(finder.page, options=RULES).response["violations"] == []
    plain = visit(gifts, scripts=False).open("tim-ung-ho/")
    assert "cần JavaScript" in plain.locator("main").inner_text()
    assert plain.locator("a[href$='du-lieu/']").is_visible()
    assert not plain.locator("form").is_visible()


def test_code_leads_to_its_gift_alone_and_never_stands_in_the_address(visit, coded) -> None:
    finder = Finder(visit(coded))
    assert finder.page.locator("[name=tien], [name=tu]").count() == 0
    assert "Mã gõ thiếu hoặc nhầm" in finder.ask("7K3M-9QXZ")
    assert finder.asked == []
    assert finder.ask(CODE.lower().replace("-", " ")) == "Tìm thấy 1 khoản."
    assert finder.names() == ["Khoản ủng hộ của bạn"]
    assert "1.500.000" in finder.first()
    assert "Hoàn trả: 200.000" in finder.first()
    assert len(finder.asked) <= MOST_REQUESTS
    assert CODE[:4] not in finder.page.url
    assert "Không tìm thấy" in finder.ask(make_code(random.Random(2).choice))
    assert finder.window.faults == []


def test_browser_makes_the_keys_that_the_index_has(finder) -> None:
    chance = random.Random(3)
    letters = "AaĂăÂâĐđÊêỆệẮắỔổƠơƯựỶỵ12 .,&()-/'’ÑñŁłßЖж한日ﬁ²½😀\u0301\u00a0_"
    texts = ["".join(chance.choice(letters) for _ in range(chance.randrange(1, 14))) for _ in range(800)]
    database = open_database()
    lay_out_rows(database, coded=False)
    made = database.execute("SELECT list_transform($1::VARCHAR[], lambda x: key_of(x))", [texts]).fetchall()[
        0
    ][0]
    script = "async (texts) => texts.map((await import('../assets/find-gift-index.js')).keyOf)"
    assert finder.page.evaluate(script, texts) == made


AMOUNTS = {
    "500.000": 500_000,
    "500000": 500_000,
    "500k": 500_000,
    "500 nghìn": 500_000,
    "50 NGÀN đồng": 50_000,
    "1,5 triệu": 1_500_000,
    "1.5tr": 1_500_000,
    "1tr5": 1_500_000,
    "2 triệu 300 nghìn": 2_300_000,
    "1.500.000 đ": 1_500_000,
    "1,500,000 VNĐ": 1_500_000,
    "1.200k": 1_200_000,
    "1 tỷ": 10**9,
    "một triệu": None,
    "1.5": None,
    "-5": None,
    "5k2tr": None,
    "0,0001k": None,
}


def test_amounts_are_read_as_people_type_them(finder) -> None:
    script = """async (all) => all.map((await import("../assets/find-gift-index.js")).readAmount)
        .map(amount => isNaN(amount) ? null : amount)"""
    assert dict(zip(AMOUNTS, finder.page.evaluate(script, list(AMOUNTS)), strict=True)) == AMOUNTS
