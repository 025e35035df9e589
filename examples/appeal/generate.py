"""Write a chapter with one appeal of five days: ``python examples/appeal/generate.py FOLDER --gifts N``.

The same seed and number give the same bytes on every machine, for forty gifts as for 1,650,000. Everything
is invented, and the site made of it says so.
"""

from __future__ import annotations

import argparse
import csv
import io
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

# Run as a script, Python knows nothing of the repository but this folder.
sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "hooks"))
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from examples.appeal.gifts import CAMPAIGN, FIRST_DAY, YEAR, gift_paths, list_days, write_gifts
from examples.demo.chapter import SECTIONS, WARDS
from examples.demo.dice import Dice
from examples.demo.folder import ForeignFolderError, make_room, way_to_repository, write_file
from examples.demo.ledgers.funds import PURPOSES
from examples.demo.newsroom import author_records
from examples.demo.pages import mkdocs_settings
from examples.demo.programmes import INDICATORS
from examples.demo.yaml_text import Value, to_yaml
from minhbach.ledger.columns import LEDGERS

GIFTS = 1_650_000
_CHAPTER = "Hội Chữ thập đỏ quận Minh Hoạ (dữ liệu minh hoạ)"
_FUND, _DOCUMENT, _INDICATOR, _FIGURE = "quy-ung-ho", "bao-cao-ung-ho", "tien-ung-ho", "tien"
_DONORS = 36
_MOST_EXPENSES = 300
_SPENT_PERCENT = 80
_SPENDING_DAYS = 120
_PURPOSES = ("ho-tro-tien-mat", "luong-thuc", "thuoc-vat-tu")
_GRAIN_VND = 1000
_ABOUT = """\
---
title: Giới thiệu
summary: Trang mẫu với một đợt vận động lớn; không con số nào ở đây là thật.
layout: about
---

Trang này đo xem phần mềm Minh Bạch dựng trang nhanh đến đâu khi một đợt vận động nhận rất nhiều lượt ủng hộ.
Mọi tên người, tên đơn vị và con số đều do máy sinh ra.
"""


_RESULT = """\
---
title: Kết quả đợt ủng hộ mẫu tháng 8/2025
published: 2025-12-31 08:00
section: tin-tuc-su-kien
author: ban-truyen-thong
campaigns: [{campaign}]
summary: Đợt ủng hộ mẫu đã kết thúc, tiền đã được dùng vào những việc đã hứa (dữ liệu mẫu).
---

Hội cảm ơn mọi người đã ủng hộ. Từng lượt ủng hộ và từng khoản chi được công khai ở trang của đợt vận động, ai
cũng có thể tra cứu và tự cộng lại. Mọi tên người và con số ở đây đều là dữ liệu mẫu.
"""


def generate_appeal(out: Path, *, gifts: int = GIFTS, seed: int = 2025) -> tuple[str, ...]:
    """Write the chapter into ``out`` and return its files' paths, relative to ``out``.

    With ``gifts`` 0 it is the same chapter without ledgers. Raises ``ValueError`` for a negative number, and
    ``ForeignFolderError`` when ``out`` holds files and was not written by this program.
    """
    if gifts < 0:
        raise ValueError("sizes cannot be negative")
    small = dict(_texts(out))
    expenses = f"{LEDGERS['expenses'].folder}{YEAR}.csv"
    appeal = f"data/campaigns/{CAMPAIGN}.yml"
    ledgers = (*gift_paths(), expenses) if gifts else ()
    paths = tuple(sorted([*small, appeal, *ledgers]))
    make_room(out, paths)
    for path, text in small.items():
        write_file(out, path, text.encode())
    if gifts:
        for path in ledgers:
            write_file(out, path, b"")  # its folder is there then
        donors = list(_donors())
        total = write_gifts(out, gifts, seed, donors, list(WARDS))
        write_file(out, expenses, _expenses(seed, total, gifts).encode())
    write_file(out, appeal, to_yaml(_campaign(total if gifts else None)).encode())
    return paths


def _texts(out: Path) -> Iterator[tuple[str, str]]:
    yield "mkdocs.yml", mkdocs_settings(way_to_repository(out))
    yield "docs/gioi-thieu.md", _ABOUT
    yield f"news/{YEAR}/ket-qua-dot-ung-ho.md", _RESULT.format(campaign=CAMPAIGN)
    yield "data/authors.yml", to_yaml(author_records())
    yield "data/organisation.yml", to_yaml(_organisation())
    yield "data/sections.yml", to_yaml(SECTIONS)
    yield "data/indicators.yml", to_yaml({_INDICATOR: INDICATORS[_INDICATOR]})
    yield (
        "data/documents.yml",
        to_yaml(
            {
                _DOCUMENT: {
                    "title": "Báo cáo kết quả đợt vận động (tài liệu mẫu)",
                    "publisher": _CHAPTER,
                    "published": _after(_SPENDING_DAYS),
                }
            }
        ),
    )
    yield (
        "data/funds.yml",
        to_yaml({_FUND: {"name": "Quỹ ủng hộ (mẫu)", "opened": FIRST_DAY, "opening_vnd": 0}}),
    )
    yield "data/donors.yml", to_yaml(_donors())
    yield "data/purposes.yml", to_yaml({key: PURPOSES[key] for key in (*_PURPOSES, "van-chuyen")})


def _organisation() -> dict[str, Value]:
    return {
        "name": _CHAPTER,
        "short_name": "Hội CTĐ Minh Hoạ (mẫu)",
        "place": "Thành phố Minh Hoạ (không có thật)",
        "level": "national",
        "sample": True,
        "contact": "Đây là dữ liệu mẫu; không có địa chỉ liên hệ.",
        "units": {key: {"name": f"{name} (mẫu)"} for key, name in WARDS.items()},
        "source": {"document": _DOCUMENT},
    }


def _donors() -> dict[str, Value]:
    kinds = ("Công ty Minh Hoạ", "Ngân hàng Ví Dụ", "Trường Đại học Thí Dụ")
    donors: dict[str, Value] = {}
    for number in range(1, _DONORS + 1):
        name = f"{kinds[number % len(kinds)]} {number} (mẫu)"
        donors[f"don-vi-{number:02}"] = {"name": name, "kind": "organisation"}
    return donors


def _campaign(total_vnd: int | None) -> dict[str, Value]:
    value: Value = "not-yet-published" if total_vnd is None else total_vnd
    return {
        "name": "Đợt ủng hộ mẫu tháng 8/2025",
        "year": YEAR,
        "period": {"start": FIRST_DAY, "end": list_days()[-1]},
        "purpose": "Vận động ủng hộ trong năm ngày (dữ liệu mẫu).",
        "source": {"document": _DOCUMENT},
        "figures": {_FIGURE: {"indicator": _INDICATOR, "value": value}},
        "ledger": {"headline": _FIGURE} if total_vnd is not None else None,
    }


def _expenses(seed: int, total_vnd: int, gifts: int) -> str:
    """Return the ledger of expenses: after the appeal, at most ``_SPENT_PERCENT`` of what was received."""
    count = max(1, min(_MOST_EXPENSES, gifts // 4))
    days = sorted(Dice(seed, "day", number).number(1, _SPENDING_DAYS) for number in range(count))
    columns = LEDGERS["expenses"].names
    text = io.StringIO()
    writer = csv.DictWriter(text, columns, lineterminator="\n")
    writer.writeheader()
    for number, day in enumerate(days, start=1):
        dice = Dice(seed, "expense", number)
        share = total_vnd * _SPENT_PERCENT // 100 // count
        amount = int(share * dice.fraction(0.5, 1.0)) // _GRAIN_VND * _GRAIN_VND
        cells: dict[str, str | int] = {
            "receipt": f"PC-{YEAR}-{number:05}",
            "date": _after(day).isoformat(),
            "kind": "expense",
            "campaign": CAMPAIGN,
            "fund": _FUND,
            "purpose": "van-chuyen" if dice.chance(0.02) else dice.pick(_PURPOSES),
            "payee": f"Đơn vị nhận mẫu {dice.number(1, 60)} (mẫu)",
            "amount_vnd": max(_GRAIN_VND, amount),
        }
        writer.writerow(cells)
    return text.getvalue()


def _after(days: int) -> date:
    return list_days()[-1] + timedelta(days=days)


def main(arguments: list[str] | None = None) -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(description="Write a made-up chapter with one appeal of five days.")
    parser.add_argument("outdir", type=Path, help="an empty or new folder, or one this program wrote before")
    parser.add_argument("--gifts", type=int, default=GIFTS, help="rows of the ledger of gifts")
    parser.add_argument("--seed", type=int, default=2025)
    options = parser.parse_args(arguments)
    try:
        paths = generate_appeal(options.outdir, gifts=options.gifts, seed=options.seed)
    except (ValueError, ForeignFolderError, OSError) as error:
        print(f"generate.py: {error}", file=sys.stderr)
        return 2
    print(f"{len(paths)} files in {options.outdir}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
