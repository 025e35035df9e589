"""One page lists what is not known, from the data: by the reason, and by what it belongs to."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from html import unescape
from typing import Any

import pytest

from minhbach.pages.renderer import Renderer
from minhbach.pages.unknowns import list_kinds, list_unknowns, make_unknowns_page
from minhbach.records.knowing import Missing
from minhbach.site.directory import list_pages

CAMPAIGN = "data/campaigns/tet-mau-2025.yml"
THANKS = """\
- {who: Nhóm <mẫu>, kind: gift, what: Góp quà., campaign: tet-mau-2025, source: {article: 2025/bai-mau}}
- {who: Nhóm khác, kind: gift, what: Góp quà., amount: not-recorded, source: {article: 2025/bai-mau}}
"""
FIGURE = """\
  quy-mo:
    indicator: luot-nguoi
    value: 5
    as_of: 2025-01-20
    targets: {assigned: {by: Thành phố, value: not-stated}, own: {value: unknown}}
    parts:
      complete: false
      items: [{unit: to-1, value: not-recorded}, {label: Nơi khác, value: 3}]
    series:
      - {as_of: 2025-01-12, value: not-recorded}
      - {as_of: 2025-01-20, value: 5}
"""

Told = tuple[str, str, str, tuple[str, ...]]


def told(renderer: Renderer) -> set[Told]:
    """Everything that is not known: kind, owner, what, and the addresses of where."""
    return {
        (str(item.missing), item.owner.name, item.what, tuple(place.address for place in item.places))
        for item in list_unknowns(renderer)
    }


def text_of(html: str) -> str:
    return unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html)))


def test_figures_targets_parts_and_days_without_a_value_are_listed_with_their_reason(
    render: Callable[..., Renderer], campaign_text: str
) -> None:
    found = told(render({CAMPAIGN: campaign_text + FIGURE}))
    name, here = "Tết mẫu 2025", "so-lieu/tet-mau-2025/quy-mo/"
    assert ("not-yet-published", name, "Result", ("so-lieu/tet-mau-2025/tiep-nhan/",)) in found
    assert ("not-stated", name, "Assigned target", (here,)) in found
    assert ("unknown", name, "Own target", (here,)) in found
    assert ("not-recorded", name, "Part of a figure", (here,)) in found
    assert ("not-recorded", name, "Figure on a day", (here,)) in found
    assert ("not-stated", name, "As of", ("so-lieu/tet-mau-2025/suat-qua/",)) in found
    both = ("so-lieu/2024/gia-tri/", "so-lieu/2024/luot-nguoi/")
    assert ("not-stated", "Kết quả mẫu năm 2024", "As of", both) in found


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        ("", {("unknown", "First and last day")}),
        ("period: {start: not-stated, end: not-stated}\n", {("not-stated", "First and last day")}),
        (
            "period: {start: not-stated, end: not-recorded}\n",
            {("not-stated", "First day of the campaign"), ("not-recorded", "Last day of the campaign")},
        ),
        ("period: {start: 2025-01-09}\n", {("unknown", "Last day of the campaign")}),
        ("period: {start: 2025-01-09, end: 2025-01-26}\n", set()),
    ],
)
def test_campaigns_without_days_are_listed(
    render: Callable[..., Renderer], campaign_text: str, period: str, expected: set[tuple[str, str]]
) -> None:
    written = "period: {start: 2025-01-09, end: 2025-01-26}\n"
    assert written in campaign_text
    found = told(render({CAMPAIGN: campaign_text.replace(written, period)}))
    days = {
        (missing, what) for missing, _owner, what, _places in found if "day of" in what or "First" in what
    }
    assert days == expected


def test_support_without_an_amount_is_listed_under_its_campaign_and_its_reason(
    render: Callable[..., Renderer],
) -> None:
    found = told(render({"data/acknowledgments.yml": THANKS}))
    what = "Amount or quantity"
    assert ("not-stated", "Tết mẫu 2025", what, ("ghi-nhan/#mb--nhom-mau",)) in found
    assert ("not-recorded", "Acknowledgments", what, ("ghi-nhan/#mb--nhom-khac",)) in found


def test_ledgers_that_are_not_here_are_not_recorded_and_never_said_to_be_withheld(
    render: Callable[..., Renderer],
) -> None:
    found = told(render({}))
    for what in ("Ledger of gifts", "Ledger of expenses"):
        assert ("not-recorded", "Money in and out", what, ()) in found


def test_disclosure_without_a_record_without_a_day_and_without_a_place_is_listed(
    render: Callable[..., Renderer], campaign_text: str
) -> None:
    name, what = "Tết mẫu 2025", "When and where it was made public"
    assert ("not-recorded", name, what, ("cong-khai/#chua-ghi",)) in told(render({}))
    disclosed = "disclosure:\n  met:\n    purpose: {day: 2025-01-09}\n"
    found = told(render({CAMPAIGN: campaign_text + disclosed}))
    here = ("cong-khai/#tet-mau-2025--cong-khai",)
    assert what not in {item[2] for item in found}
    assert ("not-recorded", name, "Where it was published", here) in found
    assert ("unknown", name, "Until when to publish", here) in found


def test_whom_to_ask_and_who_succeeds_is_listed_as_long_as_nobody_said(
    render: Callable[..., Renderer], organisation_text: str
) -> None:
    path = "data/organisation.yml"
    without = organisation_text.replace("contact: Trụ sở Hội mẫu\n", "")
    assert without != organisation_text
    found = {item[2] for item in told(render({path: f"{without}valid: {{until: 2025-06-30}}\n"}))}
    assert {"Contact", "Succeeded by", "Successors of units"} <= found
    found = {item[2] for item in told(render({path: organisation_text}))}
    assert not found & {"Contact", "Succeeded by", "Successors of units"}


def test_what_the_ledgers_leave_open_is_listed_and_escaped(
    render: Callable[..., Renderer], ledger_of: Callable[..., Any]
) -> None:
    renderer = render({})
    goods = {"item": "chăn 100% <b>", "quantity": 5, "unit": "chiếc", "amount_vnd": None}
    ledger = ledger_of(gifts=[goods | {"campaign": "tet-mau-2025"}, goods | {"campaign": None}])
    site = replace(renderer.site, ledger=ledger)
    renderer = Renderer(site, renderer.catalogue, {}, {}, renderer.exports)
    values = [item for item in list_unknowns(renderer) if "trị giá bao nhiêu" in item.what]
    assert [item.owner.name for item in values] == ["Tết mẫu 2025", "Acknowledgments"]
    assert all(item.missing is Missing.NOT_RECORDED for item in values)
    html = make_unknowns_page(renderer).html
    assert "1 khoản hiện vật trị giá bao nhiêu: chưa có ai định giá" in text_of(html)
    assert "<b>" not in html


def test_the_page_tells_the_kinds_apart_and_counts_what_is_in_each(
    render: Callable[..., Renderer], campaign_text: str
) -> None:
    renderer = render({CAMPAIGN: campaign_text + FIGURE, "data/acknowledgments.yml": THANKS})
    page = make_unknowns_page(renderer)
    assert page.address == "chua-biet/"
    assert dict(list_pages(renderer.site))[page.address] == "unknowns"
    kinds = list_kinds(renderer)
    assert [kind.heading.id for kind in kinds] == [
        "chua-cong-bo",
        "nguon-khong-neu",
        "chua-co-ghi-chep",
        "chua-co-thong-tin",
    ]
    assert sum(kind.count for kind in kinds) == sum(item.count for item in list_unknowns(renderer))
    text = text_of(page.html)
    assert "Chưa công bố (1)" in text
    assert "Số liệu có, nhưng chưa được đưa ra. Tết mẫu 2025 Kết quả: Giá trị trợ giúp" in text
    assert "Nhóm <mẫu>" in text
    assert "<mẫu>" not in page.html
    for address in re.findall(r'href="\.\./([^"#]+)', page.html):
        assert address in dict(list_pages(renderer.site)), address


def test_a_chapter_of_which_everything_is_known_has_a_page_that_says_so(
    render: Callable[..., Renderer], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("minhbach.pages.unknowns.list_unknowns", lambda _renderer: iter(()))
    assert "Dữ liệu không có điều nào ghi là chưa biết." in text_of(make_unknowns_page(render({})).html)
