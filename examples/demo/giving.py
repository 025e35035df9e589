"""Made-up accounts for gifts, which nobody can pay to; what was disclosed of campaigns, and where."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from examples.demo.chapter import (
    Campaign,
    Chapter,
    campaign_report_day,
    campaign_report_id,
    is_tracked,
)
from examples.demo.yaml_text import Value, to_yaml

NO_BANK = "000000"
ACCOUNT, OLD_ACCOUNT = "tai-khoan-mau", "tai-khoan-cu-mau"


def giving_files(chapter: Chapter) -> Iterator[tuple[str, str]]:
    """Yield path and text of the files on giving: accounts and confirmations."""
    accounts = account_records(chapter)
    yield "data/accounts.yml", to_yaml(accounts)
    yield "data/account-confirmations.yml", to_yaml(confirmation_records(chapter, accounts))
    if postings := posting_records(chapter):
        yield "data/postings.yml", to_yaml(postings)


def campaign_keys(campaign: Campaign, chapter: Chapter) -> dict[str, Value]:
    """Return the keys of data/campaigns/<id>.yml on disclosure; none for a campaign that is not tracked.

    Tracked are those of which all that is due was published by the last day the chapter knows. Of those of
    the last year the settlement is still open.
    """
    if not is_tracked(campaign, chapter):
        return {}
    owner = campaign.owner
    met: dict[str, Value] = {
        "purpose": {"day": owner.start - timedelta(days=1), "posted": True},
        "results": {"day": campaign_report_day(owner), "document": campaign_report_id(owner.id)},
    }
    if owner.year == chapter.years[-1]:
        return {"disclosure": {"met": met}}
    met["settlement"] = {
        "day": owner.end + timedelta(days=48),
        "url": f"https://example.org/minh-hoa/quyet-toan-{owner.id}.pdf",
    }
    return {"disclosure": {"settlement_approved": owner.end + timedelta(days=40), "met": met}}


def posting_records(chapter: Chapter) -> list[Value]:
    """Return data/postings.yml: two sheets for each campaign that is tracked."""
    records: list[Value] = []
    for campaign in chapter.campaigns:
        if is_tracked(campaign, chapter):
            owner = campaign.owner
            removed = owner.end + timedelta(days=30)
            records += [
                {
                    "campaign": owner.id,
                    "place": "Trụ sở Hội mẫu",
                    "kind": "receiving",
                    "posted": owner.start - timedelta(days=1),
                    "removed": removed,
                },
                {
                    "campaign": owner.id,
                    "place": "Nhà văn hoá Phường Mây Trắng (mẫu)",
                    "kind": "handing-over",
                    "posted": owner.end - timedelta(days=3),
                    "removed": removed,
                },
            ]
    return records


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
