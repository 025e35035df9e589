"""The page on disclosure: what is due, done and overdue, soberly; the calendar agrees with it."""

from __future__ import annotations

import re
from html import unescape

from minhbach.pages.disclosure import make_disclosure_calendar, make_disclosure_page

AFTER = "1743500000"
"""2025-04-01."""
CAMPAIGN = "data/campaigns/tet-mau-2025.yml"
DISCLOSED = """disclosure:
  settlement_approved: 2025-03-01
  met:
    purpose: {day: 2025-01-08, posted: true}
    results: {day: 2025-02-27, article: 2025/bai-mau}
"""
POSTINGS = """- campaign: tet-mau-2025
  place: Trụ sở <mẫu>
  posted: 2025-01-08
  removed: 2025-02-28
  data_hash: 3f2a9c01b7de
- campaign: tet-mau-2025
  place: Nhà văn hoá mẫu
  kind: handing-over
  posted: 2025-01-20
"""


def text_of(html: str) -> str:
    return unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html)))


def test_page_tells_what_was_done_and_what_is_overdue(render, campaign_text) -> None:
    files = {CAMPAIGN: campaign_text + DISCLOSED, "data/postings.yml": POSTINGS}
    page = make_disclosure_page(render(files, now=AFTER))
    text = text_of(page.html)
    for words in (
        "Theo Luật Hoạt động chữ thập đỏ số 11/2008/QH12, Điều 21, cần đối chiếu văn bản gốc.",
        "Tính đến ngày 01/04/2025: đã công khai 2 mục (trong đó 1 mục muộn), 0 mục chưa đến hạn, "
        "1 mục quá hạn.",
        "Công khai đúng hạn",
        "Công khai muộn 2 ngày",
        "Quá hạn 1 ngày, chưa ghi nhận công khai",
        "Trong 10 ngày kể từ khi có yêu cầu.",
        "Trụ sở <mẫu> (nơi tiếp nhận ủng hộ)",
        "Nhà văn hoá mẫu (nơi trao hỗ trợ)",
        "3f2a9c01b7de",
        "đang niêm yết",
    ):
        assert words in text
    assert 'href="../tin-tuc/2025/bai-mau/"' in page.html
    assert "<mẫu>" not in page.html
    assert "chưa công bố" not in text.lower()
    assert "chưa có ghi chép" not in text


def test_campaign_without_a_record_is_not_accused_of_anything(render) -> None:
    renderer = render({}, now=AFTER)
    text = text_of(make_disclosure_page(renderer).html)
    assert "Các đợt chưa có nhật ký công khai" in text
    assert "Tết mẫu 2025 : chưa có ghi chép" in text
    assert "chưa công bố" not in text.lower()
    assert "quá hạn" not in text.lower()
    assert list(make_disclosure_calendar(renderer)) == []


def test_calendar_has_the_last_days_of_the_page(render, campaign_text) -> None:
    files = {CAMPAIGN: campaign_text + DISCLOSED, "data/postings.yml": POSTINGS}
    (asset,) = make_disclosure_calendar(render(files, now=AFTER, base_url="https://hoi.example/trang/"))
    assert asset.path == "cong-khai/lich.ics"
    lines = asset.content.decode().replace("\r\n ", "").split("\r\n")
    days = [line.partition(":")[2] for line in lines if line.startswith("DTSTART")]
    assert days == ["20250109", "20250225", "20250331"]
    uids = [line for line in lines if line.startswith("UID:")]
    assert uids[0] == "UID:purpose.tet-mau-2025.cong-khai@hoi.example"
    assert len(set(uids)) == 3
    assert "URL:https://hoi.example/trang/cong-khai/#tet-mau-2025--cong-khai" in lines
    told = [line for line in lines if line.startswith("SUMMARY:")]
    assert told[1].startswith("SUMMARY:Đã công khai: Kết quả vận động – Tết mẫu 2025")
    assert told[2].startswith("SUMMARY:Hạn công khai: ")
    assert "cần đối chiếu văn bản gốc" in asset.content.decode().replace("\r\n ", "")


def test_ids_of_events_outlive_a_move(render, campaign_text, organisation_text) -> None:
    files = {
        CAMPAIGN: campaign_text + DISCLOSED,
        "data/postings.yml": POSTINGS,
        "data/organisation.yml": organisation_text + "first_url: https://cu.example/\n",
    }
    (asset,) = make_disclosure_calendar(render(files, now=AFTER, base_url="https://moi.example/"))
    assert b".cong-khai@cu.example\r\n" in asset.content
