"""Those who gave and those who were honoured; all of them invented, and named so."""

from __future__ import annotations

from datetime import timedelta

from examples.demo.chapter import CHAPTER, PARENT, WARDS, Chapter, report_id
from examples.demo.dice import Dice
from examples.demo.yaml_text import Value

_DONORS = (
    "Ông Nguyễn Văn Mẫu {number:03}",
    "Bà Trần Thị Mẫu {number:03}",
    "Công ty Minh Hoạ {number}",
    "Trường Tiểu học Ví Dụ {number}",
    "Cửa hàng Thí Dụ {number}",
    "Gia đình cụ Lê Văn Mẫu {number:03}",
    "Câu lạc bộ Thiện nguyện Mẫu {number}",
)
_WHAT = {
    "gift": (
        "Ủng hộ tiền mặt cho Quỹ Nhân đạo.",
        "Tặng gạo, dầu ăn và nhu yếu phẩm.",
        "Tặng chăn ấm và quần áo mới.",
        "Cho mượn xe tải chở hàng trong ba ngày.",
        "Tặng sách vở và đồ dùng học tập.",
        "Góp công nấu ăn và rửa bát ở bếp ăn nhân ái.",
    ),
    "pledge": (
        "Đăng ký ủng hộ một số suất quà.",
        "Đăng ký đỡ đầu một học sinh đến hết lớp mười hai.",
        "Đăng ký góp vật liệu xây nhà.",
    ),
    "recognition": (
        "Được ghi nhận vì nhiều năm đồng hành cùng Hội.",
        "Được ghi nhận vì đã tham gia hiến máu đều đặn.",
    ),
}
_KINDS = ("gift", "gift", "gift", "gift", "pledge", "recognition")


def acknowledgment_records(chapter: Chapter, count: int) -> list[Value]:
    """Return data/acknowledgments.yml: ``count`` entries, newest first."""
    return [_acknowledgment(chapter, number, count) for number in range(count, 0, -1)]


def _acknowledgment(chapter: Chapter, number: int, count: int) -> dict[str, Value]:
    dice = Dice(chapter.seed, "gift", number)
    kind = dice.pick(_KINDS)
    year = chapter.years[(number - 1) * len(chapter.years) // count]
    owners = [item.owner for item in chapter.campaigns if item.owner.year == year]
    given = [owner for owner in owners if owner.start < chapter.today]
    campaign = dice.pick(given) if given and dice.chance(0.6) else None
    day = None
    if campaign is not None and kind != "recognition":
        end = min(campaign.end, chapter.today)
        day = campaign.start + timedelta(days=dice.number(0, (end - campaign.start).days))
    return {
        "who": dice.pick(_DONORS).format(number=number),
        "kind": kind,
        "what": dice.pick(_WHAT[kind]),
        "campaign": campaign.id if campaign else None,
        "units": dice.picks(list(WARDS), dice.number(1, 2)) if dice.chance(0.3) else None,
        "day": day,
        "source": {"document": report_id(year)},
    }


def recognition_records(chapter: Chapter) -> list[Value]:
    """Return data/recognitions.yml: two a year for the years that are over, newest first."""
    records: list[Value] = []
    for year in reversed(chapter.years):
        if year == chapter.years[-1]:
            records.append(
                {
                    "title": f"Giấy khen chuyên đề sáu tháng đầu năm {year} (mẫu)",
                    "by": PARENT,
                    "year": year,
                    "source": {"document": report_id(year)},
                }
            )
            continue
        source = {"document": report_id(year)}
        records += [
            {"title": f"Đơn vị xuất sắc năm {year} (mẫu)", "by": PARENT, "year": year, "source": source},
            {
                "title": f"Giấy khen người tốt, việc tốt năm {year} (mẫu)",
                "by": CHAPTER,
                "to": "Tình nguyện viên tiêu biểu của các phường",
                "year": year,
                "detail": "Danh sách do các chi hội giới thiệu.",
                "source": source,
            },
        ]
    return records
