"""How to give: what the page says is what the codes hold, and nothing stands there that is not in use."""

from __future__ import annotations

import io
import re
from html import unescape
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image

from minhbach.pages.campaigns import make_campaign_page
from minhbach.pages.giving import make_giving_files, make_giving_page
from minhbach.site.addresses import GIVING
from minhbach.site.directory import list_pages

BASE = Path(__file__).resolve().parents[2] / "cases" / "base"
AFTER = "1738800000"
"""2025-02-06: the base's campaign is over."""
REAL = "name: Hội thật để thử\nshort_name: Hội thử\nplace: Hà Nội\nlevel: ward\ncontact: Trụ sở Hội\n"
REAL += "units: {to-1: {name: Tổ 1}, to-2: {name: Tổ 2}}\n"
CAMPAIGN = (BASE / "data/campaigns/tet-mau-2025.yml").read_text(encoding="utf-8")


def account(key: str, number: str = "0011012345678", more: str = "") -> str:
    return f'{key}: {{bank: Ngân hàng Thử, bank_bin: "970403", number: "{number}", holder: HOI THU{more}}}\n'


def confirmed(key: str, number: str = "0011012345678", bank: str = "970403", holder: str = "HOI THU") -> str:
    return (
        f'{key}: {{bank_bin: "{bank}", number: "{number}", holder: {holder}, '
        "confirmed: 2025-01-02, by: Ban Kiểm tra}\n"
    )


def chapter(*accounts: str, confirmations: str = "", campaign: str = "") -> dict[str, str]:
    files = {
        "data/organisation.yml": REAL,
        "data/accounts.yml": "".join(accounts),
        "data/account-confirmations.yml": confirmations or confirmed("chung"),
        "data/campaigns/tet-mau-2025.yml": CAMPAIGN + campaign,
    }
    return {path: text for path, text in files.items() if text}


def text_of(html: str) -> str:
    return unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", html)))


def listed(site) -> bool:
    return GIVING in [address for address, _shown in list_pages(site)]


def codes(renderer) -> dict[str, str]:
    found = {}
    for asset in make_giving_files(renderer):
        if asset.path.endswith(".png"):
            with Image.open(io.BytesIO(asset.content)) as image:
                (code,) = zxingcpp.read_barcodes(image.convert("L"))
            found[asset.path] = code.text
    return found


def test_code_of_a_campaign_holds_what_the_page_says(render) -> None:
    renderer = render(chapter(account("chung", more=", branch: Chi nhánh Thử")))
    (page,) = make_giving_page(renderer)
    text = text_of(page.html)
    for words in ("HOI THU", "Ngân hàng Thử, Chi nhánh Thử", "0011012345678", "TET MAU 2025", "Trụ sở Hội"):
        assert words in text
    assert "MẪU" not in page.html
    found = codes(renderer)
    assert found["ung-ho/ma-tet-mau-2025--chung.png"].startswith(
        "00020101021138570010A00000072701270006970403011300110123456780208QRIBFTTA53037045802VN"
        "62160812TET MAU 20256304"
    )
    assert "0814UNG HO HOI THU" in found["ung-ho/ma-chung--chung.png"]
    assert listed(renderer.site)


def test_chapter_without_an_account_has_no_such_page(render) -> None:
    renderer = render({})
    assert list(make_giving_page(renderer)) == []
    assert list(make_giving_files(renderer)) == []
    assert not listed(renderer.site)


@pytest.mark.parametrize("days", [", until: 2025-01-15", ", since: 2025-01-17"])
def test_account_out_of_use_is_not_shown(days: str, render) -> None:
    renderer = render(chapter(account("chung", more=days)))
    assert list(make_giving_page(renderer)) == []
    assert not listed(renderer.site)


@pytest.mark.parametrize("days", [", until: 2025-01-16", ", since: 2025-01-16"])
def test_account_is_shown_on_its_first_and_last_day(days: str, render) -> None:
    assert listed(render(chapter(account("chung", more=days))).site)


def test_campaign_that_is_over_takes_no_gifts(render) -> None:
    renderer = render(chapter(account("chung")), now=AFTER)
    (page,) = make_giving_page(renderer)
    assert "TET MAU 2025" not in text_of(page.html)
    assert list(codes(renderer)) == ["ung-ho/ma-chung--chung.png"]


def test_campaign_with_an_account_of_its_own_is_given_that_one_only(render) -> None:
    renderer = render(
        chapter(
            account("chung"),
            account("rieng", "222233334444"),
            confirmations=confirmed("chung") + confirmed("rieng", "222233334444"),
            campaign="account: rieng\nmemo: Qua Tet 25\n",
        )
    )
    found = codes(renderer)
    assert sorted(found) == ["ung-ho/ma-chung--chung.png", "ung-ho/ma-tet-mau-2025--rieng.png"]
    assert "0112222233334444" in found["ung-ho/ma-tet-mau-2025--rieng.png"]
    assert "0810Qua Tet 25" in found["ung-ho/ma-tet-mau-2025--rieng.png"]


def test_of_several_accounts_those_of_a_fund_take_no_gifts_for_other_campaigns(render) -> None:
    files = chapter(
        account("chung"),
        account("quy", "222233334444", ", fund: quy-mau"),
        confirmations=confirmed("chung") + confirmed("quy", "222233334444"),
    )
    files["data/funds.yml"] = "quy-mau: {name: Quỹ mẫu, opened: 2025-01-01, opening_vnd: 0}\n"
    found = codes(render(files))
    assert sorted(found) == [
        "ung-ho/ma-chung--chung.png",
        "ung-ho/ma-chung--quy.png",
        "ung-ho/ma-tet-mau-2025--chung.png",
    ]
    assert "UNG HO QUY MAU" in found["ung-ho/ma-chung--quy.png"]


def test_sample_account_cannot_be_paid_to_and_says_so(render) -> None:
    number = '"0000123456789"'
    renderer = render(
        {
            "data/accounts.yml": f'mau: {{bank: Ngân hàng Mẫu, bank_bin: "000000", number: {number}, '
            "holder: HOI MAU, sample: true}\n",
            "data/account-confirmations.yml": confirmed("mau", "0000123456789", "000000", "HOI MAU"),
        }
    )
    (page,) = make_giving_page(renderer)
    assert "Đây là tài khoản mẫu: xin đừng chuyển tiền." in text_of(page.html)
    assert page.html.count(">MẪU</text>") == 2
    found = codes(renderer)
    assert len(found) == 2
    for code in found.values():
        assert "0006000000" in code, "no bank has this number"
        assert "MAU KHONG CHUYEN TIEN" in code


def test_words_of_the_chapter_are_escaped(render) -> None:
    hostile = chapter(account("chung")) | {
        "data/accounts.yml": 'chung: {bank: "<b>\\"&", bank_bin: "970403", number: "0011012345678", '
        'holder: "<script>"}\n',
        "data/account-confirmations.yml": confirmed("chung", holder='"<script>"'),
    }
    (page,) = make_giving_page(render(hostile))
    assert "<script>" not in page.html
    assert "<b>" not in page.html


@pytest.mark.parametrize(("now", "offered"), [("1737000000", True), (AFTER, False)])
def test_page_of_a_campaign_leads_to_the_accounts_while_it_runs(now: str, offered: bool, render) -> None:
    files = chapter(account("chung"))
    files["data/campaigns/ao-am-2025.yml"] = (
        "name: Áo ấm 2025\nyear: 2025\nperiod: {start: 2025-01-10, end: 2025-01-20}\npurpose: Thử.\n"
        "source: {article: 2025/bai-mau}\n"
    )
    renderer = render(files, now=now)
    page = make_campaign_page(renderer, renderer.site.campaigns["ao-am-2025"])
    assert ('href="../../ung-ho/#ao-am-2025--ung-ho"' in page.html) is offered
    assert ("nội dung “AO AM 2025”" in page.html) is offered
    giving = "".join(item.html for item in make_giving_page(renderer))
    assert ('id="ao-am-2025--ung-ho"' in giving) is offered
