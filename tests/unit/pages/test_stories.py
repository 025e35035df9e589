"""The story of a campaign is plain Vietnamese, exact to the đồng, and tells what is not known."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from types import SimpleNamespace

import pytest

from minhbach.derive.books import NO_MONEY
from minhbach.derive.money import CampaignMoney
from minhbach.derive.promises import Deliveries, Flow, Giver, Measure, Promises
from minhbach.derive.story import Counts, Gap, Story
from minhbach.language import read_catalogue
from minhbach.pages.formatting import Formatter
from minhbach.pages.stories import StoryWriter

NAMES = {"qua": "Mua quà Tết", "xe": "Vận chuyển", "bhyt": "BHYT cho hộ nghèo", "": "Chưa ghi mục chi"}
DAY = date(2025, 1, 26)


@pytest.fixture
def writer() -> StoryWriter:
    return StoryWriter(Formatter(read_catalogue("vi")), SimpleNamespace(purpose=NAMES.__getitem__))


def told(writer: StoryWriter, story: Story) -> list[str]:
    return [text.replace("\u00a0", " ") for text in writer.sentences(story)]


def money(received: dict[str, int], spent: dict[str, int], *, released: int = 0) -> CampaignMoney:
    return CampaignMoney(
        money_vnd={"named": 0, "anonymous": 0, "not-itemised": 0, **received},
        goods_vnd={"named": 9_000_000, "anonymous": 0, "not-itemised": 0},
        rows=NO_MONEY.rows,
        unvalued_goods=0,
        received_by_day={},
        spent_by_day={},
        spent_by_purpose=spent,
        released_vnd=released,
    )


def test_received_spent_and_left_are_told_with_every_dong(writer: StoryWriter) -> None:
    sums = money(
        {"named": 1_000_000_000, "not-itemised": 250_000_000}, {"qua": 950_000_000, "xe": 30_000_000}
    )
    story = Story(DAY, sums, Counts(3120, 2, last_day=DAY), Promises(), True, ())
    assert told(writer, story) == [
        "Đến ngày 26/01/2025, đợt vận động đã nhận 1.250.000.000 đồng từ 3.120 khoản ủng hộ và 2 lần "
        "quyên góp chung. Trong đó, có nêu tên: 1.000.000.000 đồng; "
        "góp chung, không ghi từng người: 250.000.000 đồng.",
        "Đã chi 980.000.000 đồng (78% số tiền đã nhận), gồm: mua quà Tết 950.000.000 đồng; "
        "vận chuyển 30.000.000 đồng.",
        "Còn 270.000.000 đồng chưa chi.",
    ]


def test_goods_stand_apart_from_money_and_deliveries_name_where(writer: StoryWriter) -> None:
    packages = Measure(
        "suất",
        ("quà Tết",),
        {Giver("ward", "a"): Flow(handed_over=Decimal(120))},
        pledges=0,
        deliveries=2,
        placed=2,
    )
    promises = Promises((packages,), deliveries=Deliveries(2, 120, 2, {}))
    story = Story(DAY, money({}, {}), Counts(0, 0, 1, 3, DAY), promises, True, ())
    assert told(writer, story) == [
        "Sổ chưa ghi khoản tiền ủng hộ nào.",
        "1 khoản hiện vật có ghi giá trị, tổng cộng 9.000.000 đồng, không tính vào số tiền. "
        "3 khoản hiện vật không quy đổi thành tiền, chỉ tính theo số lượng.",
        "Sổ chưa ghi khoản chi nào.",
        "Đã trao 120 suất quà Tết (2 phường, 120 hộ).",
    ]


@pytest.mark.parametrize(
    ("spent", "released", "words"),
    [
        ({"qua": 100}, 0, "Không còn dư."),
        ({"qua": 60}, 40, "40 đồng còn dư đã chuyển sang hoạt động khác của quỹ. Không còn dư."),
        ({"qua": 130}, 0, "Số chi nhiều hơn số nhận 30 đồng; phần này lấy từ tiền khác của quỹ."),
    ],
)
def test_what_is_left_is_told_as_it_is(
    writer: StoryWriter, spent: dict[str, int], released: int, words: str
) -> None:
    sums = money({"named": 100}, spent, released=released)
    story = Story(DAY, sums, Counts(1, last_day=DAY), Promises(), True, ())
    assert told(writer, story)[-1] == words


def test_an_abbreviation_keeps_its_capitals_and_small_shares_are_not_nothing(writer: StoryWriter) -> None:
    story = Story(DAY, money({"named": 1000}, {"bhyt": 1}), Counts(1, last_day=DAY), Promises(), True, ())
    assert "(0,1% số tiền đã nhận), gồm: BHYT cho hộ nghèo 1 đồng." in told(writer, story)[1]


def test_without_a_ledger_of_expenses_nothing_is_said_of_what_is_left(writer: StoryWriter) -> None:
    story = Story(DAY, money({"named": 1000}, {}), Counts(1, last_day=DAY), Promises(), False, ())
    assert len(told(writer, story)) == 1


def test_every_gap_is_a_sentence_of_its_own(writer: StoryWriter) -> None:
    gaps = (
        Gap("unspent", Decimal(270_000_000)),
        Gap("purpose", Decimal(5)),
        Gap("undelivered", Decimal("12.5"), "kg", "gạo"),
        Gap("value", Decimal(3)),
    )
    story = Story(DAY, NO_MONEY, Counts(), Promises(), True, gaps)
    assert [text.replace("\u00a0", " ") for text in writer.gaps(story)] == [
        "270.000.000 đồng sẽ dùng vào việc gì: sổ chưa ghi khoản chi nào.",
        "5 đồng đã chi vào việc gì: các khoản này chưa ghi mục chi.",
        "12,5 kg gạo đã tiếp nhận: sổ chưa ghi trao cho ai.",
        "3 khoản hiện vật trị giá bao nhiêu: chưa có ai định giá.",
    ]
