"""Measure open data: ``PYTHONPATH=hooks python docs-dev/bench/exports.py`` (decisions/0023-open-data.md).

Two ledgers in one process each: that of a ward (40 gifts, 12 expenses), and that of the appeal of August 2025
(1,650,000 gifts in five days to one campaign). Names are drawn from short lists by DuckDB; nobody is meant.
"""

from __future__ import annotations

import argparse
import gc
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from minhbach.exports.making import make_exports
from minhbach.exports.model import DataFile, Exports
from minhbach.gather import gather_site
from minhbach.language.catalogue import read_catalogue
from minhbach.ledger.tables import Ledger, open_database
from minhbach.site.model import Site

ROOT = Path(__file__).parents[2]
CAMPAIGN = "tet-nhan-ai-2025"
LARGE, SMALL = 1_650_000, 40
LARGE_LIMIT_S, SMALL_LIMIT_S, LIMIT_MB = 12.0, 0.06, 45.0

_GIFTS = """
CREATE MACRO pick(words, i, salt) AS words[1 + (hash(i, salt) % len(words)::UBIGINT)::BIGINT];
INSERT INTO public_gifts
SELECT
    'MB-' || lpad((i * 6_364_136_223 % 10_000_000_019)::VARCHAR, 11, '0') AS receipt,
    DATE '2025-08-13' + (i * 5 // {count})::INTEGER AS day,
    'gift', if(hash(i, 1) % 10 < 3, 'anonymous', 'named') AS listing, NULL,
    if(hash(i, 1) % 10 < 3, NULL, concat_ws(' ',
        pick(['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Đỗ', 'Vũ', 'Bùi', 'Đặng', 'Ngô'], i, 2),
        pick(['Thị', 'Văn', 'Đức', 'Ngọc', 'Minh', 'Thanh', 'Hữu', 'Kim'], i, 3),
        pick(['An', 'Bình', 'Chi', 'Dũng', 'Giang', 'Hà', 'Khánh', 'Linh', 'Mai', 'Nam'], i, 4),
        pick(['Oanh', 'Phúc', 'Quân', 'Sơn', 'Tú', 'Uyên', 'Vy', 'Yến', 'Ánh', 'Đạt'], i, 5))) AS name,
    'person', NULL, 'tet-nhan-ai-2025', 'nhan-dao', (1 + hash(i, 6) % 500) * 10_000, FALSE,
    NULL, NULL, NULL, NULL, NULL,
    if(hash(i, 7) % 5 = 0, 'Đợt ' || hash(i, 8) % 1000, NULL) AS note,
    NULL, NULL, i + 1, NULL
FROM range({count}) AS rows(i) ORDER BY i
"""
_EXPENSES = """
INSERT INTO public_expenses
SELECT 'PC-' || i, DATE '2025-09-01' + i::INTEGER, 'expense', 'tet-nhan-ai-2025', 'nhan-dao', NULL, NULL,
    'Cửa hàng ' || i, NULL, 1_000_000 + i, NULL, NULL, i + 1
FROM range(12) AS rows(i) ORDER BY i
"""


def main() -> int:
    """Measure, print the table, and say whether the limits hold. Exit status 1 if one does not."""
    parser = argparse.ArgumentParser(description="Measure the making of open data.")
    parser.add_argument("--gifts", type=int, help="measure this many gifts here, and print one line")
    gifts = parser.parse_args().gifts
    if gifts is not None:
        print(measure(gifts))
        return 0
    print(
        "| gifts | seconds | of processors | CSV MB | Parquet MB | all files MB | peak MB before | peak MB |"
    )
    print("|---|---|---|---|---|---|---|---|", flush=True)
    holds = True
    for count, limit_s in ((SMALL, SMALL_LIMIT_S), (LARGE, LARGE_LIMIT_S)):
        command = [sys.executable, __file__, "--gifts", str(count)]
        line = subprocess.run(
            command, check=True, capture_output=True, text=True, env=os.environ
        ).stdout.strip()
        print(line, flush=True)
        cells = [float(cell.replace(",", "")) for cell in line.strip("| ").split("|")]
        holds = holds and cells[1] <= limit_s and cells[3] + cells[4] <= LIMIT_MB
    print(f"\n{'hold' if holds else 'FAIL'}: {SMALL_LIMIT_S} s and {LARGE_LIMIT_S} s, {LIMIT_MB} MB")
    return 0 if holds else 1


def measure(gifts: int) -> str:
    """Make the open data of a site with that many gifts; return a line of the table."""
    site = make_site(gifts)
    gc.set_threshold(100_000, 50, 100)  # as a build has it
    with tempfile.TemporaryDirectory(prefix="minhbach-bench-") as name:
        if gifts == SMALL:  # a build has loaded what it needs for many things; so has this one
            make_exports(site, read_catalogue("vi"), Path(name) / "warm")
        before = _peak_mb()
        began, used = time.perf_counter(), time.process_time()
        exports = make_exports(site, read_catalogue("vi"), Path(name) / "made")
        written = sum(len(asset.content) for asset in exports.assets())
        seconds, used = time.perf_counter() - began, time.process_time() - used
    csv, parquet = (_size_mb(exports, kind) for kind in ("CSV", "Parquet"))
    sizes = f"{csv:.2f} | {parquet:.2f} | {written / 1e6:.2f}"
    return f"| {gifts:,} | {seconds:.3f} | {used:.3f} | {sizes} | {before} | {_peak_mb()} |"


def make_site(gifts: int) -> Site:
    """Return the real site with a ledger of that many gifts."""
    site = gather_site(ROOT, {"SOURCE_DATE_EPOCH": "1757000000"}).site
    database = open_database()
    database.execute(_GIFTS.format(count=gifts))
    database.execute(_EXPENSES)
    return replace(site, ledger=Ledger(database, {"gifts": gifts, "expenses": 12}))


def _size_mb(exports: Exports, kind: str) -> float:
    files: Iterable[DataFile] = exports.whole.files
    return sum(file.size_bytes for file in files if file.format.startswith(kind)) / 1e6


def _peak_mb() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1000


if __name__ == "__main__":
    raise SystemExit(main())
