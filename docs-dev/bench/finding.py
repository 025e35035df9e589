"""Measure the index that finds a gift among 1,650,000: seconds, bytes, files, memory.

    python docs-dev/bench/finding.py [--gifts 1650000] [--out FOLDER]

The gifts are made up in DuckDB: names from lists of words as often as they are met in Viet Nam (two fifths of
all families are Nguyễn), a fifth anonymous, receipts of a counter and of a bank, almost all within five days.
"""

from __future__ import annotations

import argparse
import resource
import sys
import time
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "hooks"))

GIFTS = 1_650_000
LIMIT_S, LIMIT_MB, LIMIT_PUBLISHED_MB, LIMIT_LOOKUP_KB = 20, 2000, 50, 200
FAMILIES = (
    "Nguyễn:380 Trần:121 Lê:95 Phạm:70 Huỳnh:51 Hoàng:51 Phan:45 Vũ:39 Võ:39 Đặng:21 Bùi:20 Đỗ:14 Hồ:13 Ngô:13 "
    "Dương:10 Lý:5 Đinh:9 Đoàn:8 Trịnh:8 Mai:7 Cao:7 Lương:7 Trương:7 Lâm:6 Hà:5 Tạ:4 Phùng:4 Châu:4 Tô:3 Thái:3 "
    "Chu:3 Quách:2 Kiều:2 Vi:1 Nông:2 Lò:1 Triệu:2 Đào:5 Lại:1 Tống:1"
)
MIDDLES = (
    "Thị:300 Văn:180 Thị_Thu:40 Thị_Thanh:40 Thị_Ngọc:40 Thị_Hồng:35 Minh:40 Đức:35 Ngọc:40 Thanh:40 Quang:30 "
    "Hữu:25 Công:22 Xuân:25 Hoàng:25 Quốc:22 Thị_Kim:30 Thị_Mỹ:20 Thị_Minh:20 Thị_Bích:18 Thị_Phương:20 Anh:18 "
    "Gia:15 Đình:20 Hồng:15 Kim:15 Bá:10 Viết:8 Trọng:10 Tiến:10 Mạnh:10 Duy:14 Tuấn:12 Thế:10 Phương:14 Bảo:12 "
    "Khánh:12 Hải:12 Thùy:12 Diệu:8 Tường:4 Như:10 Trung:8 Chí:8 Thành:10 Nhật:8 Huy:8 Việt:8 Phúc:6 Vĩnh:4 "
    "Thị_Hoàng:8 Thị_Diễm:6 Thị_Cẩm:6 Thị_Tuyết:8 Thị_Lan:7 Thị_Hải:6 Thị_Thùy:9 Tôn_Nữ:1 Ngọc_Bảo:2 Hoàng_Minh:3"
)
GIVENS = (
    "Anh:70 Hương:30 Hà:30 Linh:45 Trang:35 Hùng:25 Dũng:22 Tuấn:28 Nam:22 Long:18 Sơn:18 Hải:22 Thảo:28 "
    "Phương:30 Hạnh:18 Lan:18 Mai:20 Nga:16 Ngọc:24 Nhung:16 Oanh:10 Thu:14 Thủy:20 Tâm:18 Thanh:18 Thành:18 "
    "Thắng:14 Tú:12 Tùng:14 Vân:18 Việt:10 Yến:16 An:14 Bình:16 Cường:18 Châu:10 Chi:14 Dung:16 Duy:12 Đạt:16 "
    "Đức:18 Giang:16 Hân:8 Hằng:18 Hiền:22 Hiếu:18 Hoa:16 Hòa:14 Hoàng:16 Hồng:12 Huệ:10 Huy:18 Huyền:18 Khánh:12 "
    "Khoa:8 Kiên:8 Lâm:8 Liên:10 Loan:14 Lộc:8 Ly:10 Minh:26 My:12 Mỹ:6 Nghĩa:10 Nguyên:8 Nhi:16 Như:10 Phong:12 "
    "Phúc:14 Phượng:10 Quân:12 Quang:14 Quỳnh:16 Tân:8 Thảo_Vy:2 Thịnh:8 Thơ:6 Thoa:5 Thúy:14 Thư:14 Tiên:8 Tiến:12 "
    "Toàn:10 Trâm:10 Trí:8 Trinh:8 Trung:16 Trúc:6 Uyên:8 Vinh:10 Vũ:10 Vy:16 Xuân:6 Nhân:8 Bảo:10 Khang:8 Kiệt:6 "
    "Phát:6 Tài:8 Tuyền:6 Tuyết:8 Lệ:5 Ngân:14 Diệp:6 Diễm:5 Đông:5 Hậu:8 Hưng:12 Hường:8 Luyến:3 Lợi:5 Mẫn:2 Na:3 "
    "Ánh:8 Ái:2 Ân:5 Bích:6 Cúc:4 Đào:4 Gấm:2 Khuê:2 Lài:2 Lành:2 Lụa:2 Miên:1 Nết:1 Nở:1 Sen:3 Thắm:3 Thêu:2 Xoan:1"
)
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
    parser.add_argument("--out", type=Path, help="also write the files here, under their addresses")
    options = parser.parse_args()
    from minhbach.finding.index import make_gift_index
    from minhbach.ledger.tables import Ledger, open_database

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
    start, processor = time.perf_counter(), time.process_time()
    sizes: dict[str, list[int]] = {}
    for asset in make_gift_index(Ledger(database, {"gifts": options.gifts})):
        sizes.setdefault(asset.path.rsplit("/", 1)[-1].split("-")[0], []).append(len(asset.content))
        if options.out:
            target = options.out / asset.path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(asset.content)
    seconds = time.perf_counter() - start
    total_mb = sum(map(sum, sizes.values())) / 1e6
    for kind, found in sorted(sizes.items()):
        print(
            f"{kind:>10}: {len(found):5} files, {sum(found) / 1e6:6.2f} MB, mean {sum(found) / len(found) / 1e3:5.1f} KB, "
            f"largest {max(found) / 1e3:5.1f} KB"
        )
    most_kb = sum(max(found) for found in sizes.values()) / 1e3
    print(
        f"{seconds:.2f} s ({time.process_time() - processor:.1f} s of processors), {total_mb:.1f} MB in "
        f"{sum(map(len, sizes.values())):,} files, peak {peak_mb()} MB; one of each kind at most {most_kb:.0f} KB"
    )
    holds = options.gifts < GIFTS or (
        seconds <= LIMIT_S
        and peak_mb() <= LIMIT_MB
        and total_mb <= LIMIT_PUBLISHED_MB
        and most_kb <= LIMIT_LOOKUP_KB
    )
    print(
        "holds" if holds else "FAILS",
        f": {LIMIT_S} s, {LIMIT_MB} MB, {LIMIT_PUBLISHED_MB} MB, {LIMIT_LOOKUP_KB} KB",
    )
    return 0 if holds else 1


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
        SELECT i, {chance.format(1)} AS a, {chance.format(2)} AS b, {chance.format(3)} AS c, {chance.format(4)} AS d,
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
            DATE '2025-08-13' + CASE WHEN c < 0.97 THEN (i * 5 // {gifts + 1})::INTEGER ELSE (c * 1000)::INTEGER % 60 END AS given_on
        FROM people
    )
    SELECT CASE WHEN d < 0.5 THEN 'PT-' || lpad(i::VARCHAR, 7, '0')
                ELSE 'FT25' || lpad(dayofyear(given_on)::VARCHAR, 3, '0') || bank || i % 1000 END,
        given_on, 'gift', CASE WHEN shown IS NULL THEN 'anonymous' ELSE 'named' END, NULL, shown, 'person', NULL,
        CASE WHEN a < 0.95 THEN 'cuba-2025' ELSE 'bao-lu-2025' END, 'quy-nhan-dao',
        CASE WHEN a > 0.97 THEN 10000 + (bank % 5000000)::BIGINT
             WHEN d < 0.3 THEN 100000 WHEN d < 0.45 THEN 200000 WHEN d < 0.6 THEN 500000 WHEN d < 0.75 THEN 50000
             ELSE 10000 * (1 + (bank % 200)::BIGINT) END,
        false, NULL, NULL, NULL, NULL, NULL, NULL, lower(shown), lower(shown), i
    FROM named ORDER BY i
    """)
    database.execute(f"""
    INSERT INTO public_gifts
    SELECT 'HT-' || number, day + 3, 'refund', 'anonymous', NULL, NULL, NULL, NULL, campaign, fund, -amount_vnd, false,
        NULL, NULL, NULL, NULL, receipt, NULL, NULL, NULL, {gifts} + number
    FROM public_gifts WHERE number % 2000 = 7 ORDER BY number
    """)


FIRST_DAY = date(2025, 8, 13)

if __name__ == "__main__":
    sys.exit(main())
