"""Made-up accounts for gifts, which nobody can pay to, and their confirmations."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from examples.demo.chapter import Chapter
from examples.demo.yaml_text import Value, to_yaml

NO_BANK = "000000"
ACCOUNT, OLD_ACCOUNT = "tai-khoan-mau", "tai-khoan-cu-mau"


def giving_files(chapter: Chapter) -> Iterator[tuple[str, str]]:
    """Yield path and text of the files on giving: accounts and confirmations."""
    accounts = account_records(chapter)
    yield "data/accounts.yml", to_yaml(accounts)
    yield "data/account-confirmations.yml", to_yaml(confirmation_records(chapter, accounts))


def account_records(chapter: Chapter) -> dict[str, dict[str, Value]]:
    """Return data/accounts.yml: an account in use, and one that has served its time."""
    changed = date(chapter.years[-1], 1, 2)
    common: dict[str, Value] = {"bank": "Ngân hàng Minh Hoạ (mẫu)", "bank_bin": NO_BANK}
    holder = "HOI CHU THAP DO MINH HOA (MAU)"
    return {
        OLD_ACCOUNT: {
            **common,
            "number": "MAU987654321",
            "holder": holder,
            "until": changed,
            "sample": True,
        },
        ACCOUNT: {
            **common,
            "number": "MAU123456789",
            "holder": holder,
            "branch": "Chi nhánh Mẫu",
            "since": changed,
            "sample": True,
        },
    }


def confirmation_records(chapter: Chapter, accounts: dict[str, dict[str, Value]]) -> dict[str, Value]:
    """Return data/account-confirmations.yml for ``accounts``."""
    return {
        key: {
            **{name: account[name] for name in ("bank_bin", "number", "holder")},
            "confirmed": date(chapter.years[-1], 1, 2),
            "by": "Ban Kiểm tra (mẫu)",
        }
        for key, account in accounts.items()
    }
