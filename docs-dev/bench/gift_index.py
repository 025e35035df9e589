"""Measure the index that finds a gift among 1,650,000: seconds, bytes, files, memory.

    python docs-dev/bench/gift_index.py [--gifts 1650000] [--only-index]

The gifts are made up in DuckDB: names from lists of words as often as they are met in Viet Nam (two fifths of
all families are Nguyễn), a fifth anonymous, receipts of a counter and of a bank, almost all within five days.
"""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "hooks"))

from minhbach.words import fold  # noqa: E402 - found only after that
from serving import serve  # noqa: E402 - found only after that

GIFTS = 1_650_000
MOST_REQUESTS = 3
LIMIT_S, LIMIT_MB, LIMIT_PUBLISHED_MB, LIMIT_LOOKUP_KB = 20, 2000, 50, 200
FAMILIES = """
Nguyễn:380 Trần:121 Lê:95 Phạm:70 Huỳnh:51 Hoàng:51 Phan:45 Vũ:39 Võ:39 Đặng:21 Bùi:20 Đỗ:14 Hồ:13
Ngô:13 Dương:10 Lý:5 Đinh:9 Đoàn:8 Trịnh:8 Mai:7 Cao:7 Lương:7 Trương:7 Lâm:6 Hà:5 Tạ:4 Phùng:4
Châu:4 Tô:3 Thái:3 Chu:3 Quách:2 Kiều:2 Vi:1 Nông:2 Lò:1 Triệu:2 Đào:5 Lại:1 Tống:1
"""
MIDDLES = """
Thị:300 Văn:180 Thị_Thu:40 Thị_Thanh:40 Thị_Ngọc:40 Thị_Hồng:35 Minh:40 Đức:35 Ngọc:40 Thanh:40
Quang:30 Hữu:25 Công:22 Xuân:25 Hoàng:25 Quốc:22 Thị_Kim:30 Thị_Mỹ:20 Thị_Minh:20 Thị_Bích:18
Thị_Phương:20 Anh:18 Gia:15 Đình:20 Hồng:15 Kim:15 Bá:10 Viết:8 Trọng:10 Tiến:10 Mạnh:10 Duy:14
Tuấn:12 Thế:10 Phương:14 Bảo:12 Khánh:12 Hải:12 Thùy:12 Diệu:8 Tường:4 Như:10 Trung:8 Chí:8 Thành:10
Nhật:8 Huy:8 Việt:8 Phúc:6 Vĩnh:4 Thị_Hoàng:8 Thị_Diễm:6 Thị_Cẩm:6 Thị_Tuyết:8 Thị_Lan:7 Thị_Hải:6
Thị_Thùy:9 Tôn_Nữ:1 Ngọc_Bảo:2 Hoàng_Minh:3
"""
GIVENS = """
Anh:70 Hương:30 Hà:30 Linh:45 Trang:35 Hùng:25 Dũng:22 Tuấn:28 Nam:22 Long:18 Sơn:18 Hải:22 Thảo:28
Phương:30 Hạnh:18 Lan:18 Mai:20 Nga:16 Ngọc:24 Nhung:16 Oanh:10 Thu:14 Thủy:20 Tâm:18 Thanh:18
Thành:18 Thắng:14 Tú:12 Tùng:14 Vân:18 Việt:10 Yến:16 An:14 Bình:16 Cường:18 Châu:10 Chi:14 Dung:16
Duy:12 Đạt:16 Đức:18 Giang:16 Hân:8 Hằng:18 Hiền:22 Hiếu:18 Hoa:16 Hòa:14 Hoàng:16 Hồng:12 Huệ:10
Huy:18 Huyền:18 Khánh:12 Khoa:8 Kiên:8 Lâm:8 Liên:10 Loan:14 Lộc:8 Ly:10 Minh:26 My:12 Mỹ:6 Nghĩa:10
Nguyên:8 Nhi:16 Như:10 Phong:12 Phúc:14 Phượng:10 Quân:12 Quang:14 Quỳnh:16 Tân:8 Thảo_Vy:2 Thịnh:8
Thơ:6 Thoa:5 Thúy:14 Thư:14 Tiên:8 Tiến:12 Toàn:10 Trâm:10 Trí:8 Trinh:8 Trung:16 Trúc:6 Uyên:8
Vinh:10 Vũ:10 Vy:16 Xuân:6 Nhân:8 Bảo:10 Khang:8 Kiệt:6 Phát:6 Tài:8 Tuyền:6 Tuyết:8 Lệ:5 Ngân:14
Diệp:6 Diễm:5 Đông:5 Hậu:8 Hưng:12 Hường:8 Luyến:3 Lợi:5 Mẫn:2 Na:3 Ánh:8 Ái:2 Ân:5 Bích:6 Cúc:4
Đào:4 Gấm:2 Khuê:2 Lài:2 Lành:2 Lụa:2 Miên:1 Nết:1 Nở:1 Sen:3 Thắm:3 Thêu:2 Xoan:1
"""
ORGANISATIONS = (
    "Công ty TNHH",
    "Công ty Cổ phần",
    "Trường Tiểu học",
    "Chi hội Chữ thập đỏ",
    "Tập thể lớp 6A1",
)
SEED = "minh-bach"


def main() -> int:
    """Make the gifts, make the index, print the figures. Exit status 1 if a limit does not hold."""
    parser = argparse.ArgumentParser(description="Measure the index that finds a gift.")
    parser.add_argument("--gifts", type=int, default=GIFTS)
    parser.add_argument("--only-index", action="store_true", help="look nothing up in Chromium")
    options = parser.parse_args()
    from minhbach.ledger.tables import open_database

    database = open_database()
    start = time.perf_counter()
    fill(database, options.gifts)
    ((names, distinct),) = database.execute(
        "SELECT count(name), count(DISTINCT name) FROM public_gifts"
    ).fetchall()
    print(
        f"{options.gifts:,} gifts made up in {time.perf_counter() - start:.1f} s: {names:,} with a name, "
        f"{distinct:,} different ones; {peak_mb()} MB so far"
    )
    with tempfile.TemporaryDirectory(prefix="minhbach-finding-") as name:
        holds = make_index(database, options.gifts, Path(name))
        if not options.only_index and options.gifts >= GIFTS:
            holds = look_up(Path(name), database) and holds
    limits = (
        f"{LIMIT_S} s, {LIMIT_MB} MB of memory, {LIMIT_PUBLISHED_MB} MB published, {MOST_REQUESTS} requests"
    )
    print(f"{'holds' if holds else 'FAILS'}: {limits} and {LIMIT_LOOKUP_KB} KB a lookup")
    return 0 if holds else 1


def make_index(database: DuckDBPyConnection, gifts: int, folder: Path) -> bool:
    """Make the index, write it into ``folder`` and print what it took; return whether the limits hold."""
    from minhbach.finding.index import make_gift_index
    from minhbach.ledger.tables import Ledger

    start, processor = time.perf_counter(), time.process_time()
    sizes: dict[str, list[int]] = {}
    for asset in make_gift_index(Ledger(database, {"gifts": gifts})):
        kind = asset.path.rsplit("/", 1)[-1].rpartition("-")[0] or "root"
        sizes.setdefault(kind, []).append(len(asset.content))
        target = folder / asset.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(asset.content)
    seconds = time.perf_counter() - start
    total_mb = sum(map(sum, sizes.values())) / 1e6
    for kind, found in sorted(sizes.items()):
        print(
            f"  {kind:10} {len(found):5} files {sum(found) / 1e6:6.2f} MB, "
            f"mean {sum(found) / len(found) / 1e3:5.1f} KB, largest {max(found) / 1e3:5.1f} KB"
        )
    most_kb = sum(max(found) for found in sizes.values()) / 1e3
    print(
        f"{seconds:.2f} s ({time.process_time() - processor:.1f} s of processors), {total_mb:.1f} MB in "
        f"{sum(map(len, sizes.values())):,} files, peak {peak_mb()} MB; "
        f"one of each kind at most {most_kb:.0f} KB"
    )
    return seconds <= LIMIT_S and peak_mb() <= LIMIT_MB and total_mb <= LIMIT_PUBLISHED_MB


def peak_mb() -> int:
    """Return the most memory this process has held at once."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def fill(database: DuckDBPyConnection, gifts: int) -> None:
    """Fill ``public_gifts`` with so many made-up gifts; the same ones every time."""
    for table, words in (("family", FAMILIES), ("middle", MIDDLES), ("given", GIVENS)):
        entries = [entry.split(":") for entry in words.split()]
        database.execute(f"CREATE TEMP TABLE {table}(word VARCHAR, weight INTEGER)")
        database.executemany(
            f"INSERT INTO {table} VALUES (?, ?)",
            [(word.replace("_", " "), int(weight)) for word, weight in entries],
        )
        # As many entries as weights: one chosen evenly is then chosen as often as it is met.
        database.execute(
            f"CREATE TEMP TABLE {table}s AS SELECT row_number() OVER (ORDER BY word, n) - 1 AS at, word "
            f"FROM (SELECT word, unnest(range(weight)) AS n FROM {table})"
        )
    counts = {
        table: database.execute(f"SELECT count(*) FROM {table}s").fetchall()[0][0]
        for table in ("family", "middle", "given")
    }
    chance = f"(hash(i, '{SEED}', {{}}) % 1000003) / 1000003.0"
    pick = f"(hash(i, '{SEED}', {{}}) % {{}})"
    organisations = ", ".join(f"'{name}'" for name in ORGANISATIONS)
    database.execute(f"""
    INSERT INTO public_gifts
    WITH chances AS (
        SELECT i, {chance.format(1)} AS a, {chance.format(2)} AS b,
            {chance.format(3)} AS c, {chance.format(4)} AS d,
            {pick.format(5, counts["family"])} AS family, {pick.format(6, counts["middle"])} AS middle,
            {pick.format(7, counts["given"])} AS given, {pick.format(8, counts["given"])} AS second,
            hash(i, '{SEED}', 9) % 900000000 + 100000000 AS bank
        FROM range(1, {gifts} + 1) rows(i)
    ), people AS (
        SELECT chances.*, families.word || CASE WHEN a < 0.04 THEN '' ELSE ' ' || middles.word END
            || CASE WHEN a > 0.8 THEN ' ' || seconds.word ELSE '' END || ' ' || givens.word AS person
        FROM chances JOIN familys families ON families.at = family JOIN middles ON middles.at = middle
        JOIN givens ON givens.at = given JOIN givens seconds ON seconds.at = second
    ), named AS (
        SELECT *, CASE WHEN b < 0.2 THEN NULL
            WHEN b < 0.215 THEN [{organisations}][(1 + bank % {len(ORGANISATIONS)})::BIGINT] || ' ' || person
            ELSE person END AS shown,
            DATE '2025-08-13' + CASE WHEN c < 0.97 THEN (i * 5 // {gifts + 1})::INTEGER
                ELSE (c * 1000)::INTEGER % 60 END AS given_on
        FROM people
    )
    SELECT CASE WHEN d < 0.5 THEN 'PT-' || lpad(i::VARCHAR, 7, '0')
                ELSE 'FT25' || lpad(dayofyear(given_on)::VARCHAR, 3, '0') || bank || i % 1000 END,
        given_on, 'gift', CASE WHEN shown IS NULL THEN 'anonymous' ELSE 'named' END,
        NULL, shown, 'person', NULL,
        CASE WHEN a < 0.95 THEN 'cuba-2025' ELSE 'bao-lu-2025' END, 'quy-nhan-dao',
        CASE WHEN a > 0.97 THEN 10000 + (bank % 5000000)::BIGINT
             WHEN d < 0.3 THEN 100000 WHEN d < 0.45 THEN 200000
             WHEN d < 0.6 THEN 500000 WHEN d < 0.75 THEN 50000
             ELSE 10000 * (1 + (bank % 200)::BIGINT) END,
        false, NULL, NULL, NULL, NULL, NULL, NULL, lower(shown), lower(shown), i, NULL
    FROM named ORDER BY i
    """)
    database.execute(f"""
    INSERT INTO public_gifts
    SELECT 'HT-' || number, day + 3, 'refund', 'anonymous', NULL, NULL, NULL, NULL, campaign, fund,
        -amount_vnd, false, NULL, NULL, NULL, NULL, receipt, NULL, NULL, NULL, {gifts} + number, NULL
    FROM public_gifts WHERE number % 2000 = 7 ORDER BY number
    """)


# Lookups ----------------------------------------------------------------------------------------------------

LOOKUPS = """async ([text, from, until, amount]) => {
    const finding = await import("/find-gift-index.js"), start = performance.now();
    const root = await finding.rootOf();
    let found = await finding.findReceipt(root, text), total = found.length;
    if (!found.length) {
        const search = new finding.NameSearch(root, text, {from, until, amount});
        await search.begin();
        [found, total] = [search.gifts, search.total];
    }
    const isThere = found.some(({receipt}) => receipt === globalThis.wanted);
    return [found.length, isThere, total, performance.now() - start];
}"""


def look_up(folder: Path, database: DuckDBPyConnection) -> bool:
    """Look for gifts in Chromium, each in a new window; print requests, bytes and milliseconds.

    Returns whether each took at most 3 requests and 200 KB, and the gift was among what came first.
    """
    from playwright.sync_api import sync_playwright

    for name in ("find-gift-index.js",):
        shutil.copy2(ROOT / "hooks/minhbach/theme/assets/minhbach" / name, folder)
    (folder / "tim-ung-ho/index.html").write_text("<!doctype html><title>x</title>", encoding="utf-8")
    holds = True
    with sync_playwright() as playwright, serve(folder) as origin:
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM") or shutil.which("chromium"), args=["--no-sandbox"]
        )
        for label, asked, receipt in list_lookups(database):
            page = browser.new_page()
            answers: list[Any] = []
            page.on("response", note_in(answers))
            page.goto(f"{origin}tim-ung-ho/")
            page.evaluate("receipt => { globalThis.wanted = receipt }", receipt)
            count, is_there, total, ms = page.evaluate(LOOKUPS, asked)
            page.wait_for_load_state("networkidle")
            sizes = [len(answer.body()) for answer in answers if answer.url.endswith(".gz")]
            fits = len(sizes) <= MOST_REQUESTS and sum(sizes) <= LIMIT_LOOKUP_KB * 1000
            holds = holds and fits and is_there
            print(
                f"  {label:38} {asked[0]:26} {len(sizes)} requests {sum(sizes) / 1e3:6.1f} KB {ms:5.0f} ms; "
                f"{count} of {total} shown{'' if is_there else ', NOT THE ONE'}"
            )
            page.close()
        browser.close()
    return holds


def list_lookups(database: DuckDBPyConnection) -> list[tuple[str, list[Any], str]]:
    """Return what is looked for: what for, the words with days and amount, and the receipt to be found."""

    def one(where: str, order: str = "hash(receipt)") -> tuple[Any, ...]:
        found = database.execute(
            "SELECT receipt, name, day::VARCHAR, amount_vnd FROM public_gifts "
            f"WHERE kind = 'gift' AND {where} ORDER BY {order} LIMIT 1"
        ).fetchone()
        assert found is not None
        return found

    database.execute(
        "CREATE TEMP TABLE common AS "
        "SELECT name, count(*) AS gifts FROM public_gifts WHERE name IS NOT NULL GROUP BY name"
    )
    rare = one("name IN (SELECT name FROM common WHERE gifts = 1 AND name LIKE '% % % %')")
    usual = one("name IN (SELECT name FROM common WHERE gifts BETWEEN 20 AND 40)")
    popular = one(
        "name = (SELECT name FROM common ORDER BY gifts DESC, name LIMIT 1) AND amount_vnd = 100000"
    )
    counter, bank = one("receipt LIKE 'PT-%' AND name IS NULL"), one("receipt LIKE 'FT%'")
    bare = [fold(str(row[1])) for row in (rare, usual, popular)]
    return [
        ("whole name, one gift", [bare[0], "", "", None], rare[0]),
        ("from the second word on", [bare[0].split(" ", 1)[1], "", "", None], rare[0]),
        ("with diacritics", [rare[1], "", "", None], rare[0]),
        ("name of some tens of gifts", [bare[1], "", "", None], usual[0]),
        ("the most common name", [bare[2], "", "", None], popular[0]),
        ("the same, day and amount", [bare[2], popular[2], popular[2], popular[3]], popular[0]),
        ("receipt of the counter, no name", [counter[0], "", "", None], counter[0]),
        ("receipt of a bank", [bank[0].lower(), "", "", None], bank[0]),
    ]


def note_in(answers: list[Any]) -> Callable[[Any], None]:
    """Return what adds each answer of the server to ``answers``."""

    def note(answer: Any) -> None:
        answers.append(answer)

    return note


if __name__ == "__main__":
    sys.exit(main())
