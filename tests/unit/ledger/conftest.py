"""A chapter's ledgers, written for one test and read."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from minhbach.ledger.reading import LedgerReading, read_ledgers
from minhbach.ledger.surroundings import Surroundings
from minhbach.records.money import DonorRecord, FundRecord, PurposeRecord

TODAY = date(2025, 12, 31)


def make_surroundings(**changes: Any) -> Surroundings:
    values: dict[str, Any] = {
        "today": TODAY,
        "campaigns": ("tet", "lu"),
        "units": ("to-1", "to-2"),
        "donors": {
            "cong-ty": DonorRecord(name="Công ty Mẫu", kind="organisation"),
            "to-1": DonorRecord(name="Tổ dân phố 1", kind="ward", unit="to-1"),
            "ba-mau": DonorRecord(name="Nguyễn Thị Mẫu", kind="person", consent="given"),
            "ong-rut": DonorRecord(name="Lê Văn Rút", kind="person", consent="withdrawn"),
            "ong-kin": DonorRecord(name="Phạm Văn Kín", kind="person"),
        },
        "funds": {"quy": FundRecord(name="Quỹ", opened=date(2025, 1, 1), opening_vnd=Decimal(0))},
        "purposes": {"qua": PurposeRecord(name="Quà")},
    }
    return Surroundings(**{**values, **changes})


Read = Callable[..., LedgerReading]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Write files (by path below data/, text or bytes) and read them."""

    def write_and_read(files: dict[str, str | bytes], **changes: Any) -> LedgerReading:
        for name, content in files.items():
            path = tmp_path / "data" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content.encode() if isinstance(content, str) else content)
        paths = tuple(sorted(f"data/{name}" for name in files))
        return read_ledgers(tmp_path, paths, make_surroundings(**changes))

    return write_and_read
