"""The made-up chapter's records: organisation, programmes, documents, campaigns, yearly results."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from examples.demo.figures import Figure, Owner, Received, build_figure
from examples.demo.programmes import INDICATORS, PROGRAMMES, YEARLY, FigureSpec, ProgrammeSpec
from examples.demo.yaml_text import Value

CHAPTER = "Hội Chữ thập đỏ quận Minh Hoạ (dữ liệu minh hoạ)"
SHORT_NAME = "Hội CTĐ Minh Hoạ (mẫu)"
PARENT = "Hội Chữ thập đỏ thành phố Minh Hoạ (mẫu)"
AUTHOR = "Ban Truyền thông (mẫu)"
AUTHORS: Mapping[str, Mapping[str, Value]] = {
    "ban-truyen-thong": {
        "name": AUTHOR,
        "kind": "organisation",
        "about": "Bộ phận viết tin của Hội mẫu; mọi bài đều là dữ liệu minh hoạ.",
    },
    "cong-tac-vien-a": {"name": "Cộng tác viên A (mẫu)", "role": "Cộng tác viên"},
    "cong-tac-vien-b": {"name": "Cộng tác viên B (mẫu)", "role": "Cộng tác viên"},
}

WARDS: Mapping[str, str] = {
    "may-trang": "Phường Mây Trắng",
    "nang-moi": "Phường Nắng Mới",
    "sen-hong": "Phường Sen Hồng",
    "gio-lanh": "Phường Gió Lành",
    "trang-non": "Phường Trăng Non",
    "suoi-trong": "Phường Suối Trong",
    "co-thom": "Phường Cỏ Thơm",
    "lua-vang": "Phường Lúa Vàng",
    "sao-som": "Phường Sao Sớm",
    "ben-mo": "Phường Bến Mơ",
}
"""Invented names; the records add "(mẫu)"."""

SECTIONS: Mapping[str, Mapping[str, Value]] = {
    "tin-tuc-su-kien": {
        "name": "Tin tức – Sự kiện",
        "description": "Hội nghị, lễ phát động và các hoạt động của Hội.",
    },
    "tro-giup-nhan-dao": {
        "name": "Trợ giúp nhân đạo",
        "description": "Quà Tết, suất ăn, nhà ở và các địa chỉ nhân đạo.",
    },
    "hien-mau": {"name": "Hiến máu tình nguyện", "description": "Ngày hội, câu lạc bộ và người hiến máu."},
    "cham-soc-suc-khoe": {
        "name": "Chăm sóc sức khoẻ",
        "description": "Khám bệnh, sơ cấp cứu và chăm sóc người cao tuổi.",
    },
    "phong-ngua-tham-hoa": {
        "name": "Phòng ngừa thảm hoạ",
        "description": "Phòng chống thiên tai, cứu trợ và nước sạch.",
    },
    "thanh-thieu-nien": {
        "name": "Thanh thiếu niên Chữ thập đỏ",
        "description": "Học bổng, trường học và đội thanh thiếu niên.",
    },
}

_STEMS = ("Giáp", "Ất", "Bính", "Đinh", "Mậu", "Kỷ", "Canh", "Tân", "Nhâm", "Quý")
_BRANCHES = ("Tý", "Sửu", "Dần", "Mão", "Thìn", "Tỵ", "Ngọ", "Mùi", "Thân", "Dậu", "Tuất", "Hợi")
_FIRST_OF_CYCLE = 4  # the year 4 was a Giáp Tý


@dataclass(frozen=True)
class Campaign:
    """A campaign with all that is known of it."""

    owner: Owner
    programme: ProgrammeSpec
    name: str
    figures: Mapping[str, Figure]


@dataclass(frozen=True)
class Results:
    """The results of a year."""

    owner: Owner
    figures: Mapping[str, Figure]


@dataclass(frozen=True)
class Chapter:
    """All figures of the made-up chapter. ``today`` is the last day that it knows of."""

    seed: int
    years: range
    today: date
    campaigns: tuple[Campaign, ...] = field(default=())
    """Oldest first."""
    results: tuple[Results, ...] = field(default=())


def list_owners(years: range, campaigns_per_year: int) -> dict[str, tuple[ProgrammeSpec, Owner]]:
    """Return the campaigns of ``years`` by id, oldest first, each with its programme."""
    chosen = PROGRAMMES[:campaigns_per_year]
    pairs = [(spec, _owner(spec, year, number)) for number, year in enumerate(years) for spec in chosen]
    pairs.sort(key=lambda pair: (pair[1].start, pair[1].id))
    return {owner.id: (spec, owner) for spec, owner in pairs}


def last_day(last_year: int) -> date:
    """Return the last day of which the chapter of ``last_year`` knows anything."""
    return date(last_year, 9, 30)


def build_chapter(
    seed: int,
    last_year: int,
    years: int,
    campaigns_per_year: int,
    received: Mapping[str, Received] | None = None,
) -> Chapter:
    """Return the chapter's campaigns and results of ``years`` years. ``received``: by campaign."""
    span = range(last_year - years + 1, last_year + 1)
    today = last_day(last_year)
    campaigns = []
    for spec, bare in list_owners(span, campaigns_per_year).values():
        owner = replace(bare, received=(received or {}).get(bare.id))
        name = spec.campaign_name.format(year=owner.year, tet=name_tet(owner.year))
        campaigns.append(Campaign(owner, spec, name, _figures(spec.figures, owner, seed, today)))
    results = tuple(_results(seed, year, number, today) for number, year in enumerate(span))
    return Chapter(seed, span, today, tuple(campaigns), results)


def name_tet(year: int) -> str:
    """Return the name of a lunar year in the cycle of sixty: 2025 is "Ất Tỵ"."""
    number = year - _FIRST_OF_CYCLE
    return f"{_STEMS[number % 10]} {_BRANCHES[number % 12]}"


def report_id(year: int) -> str:
    """Return the id of the report on a year."""
    return f"bao-cao-{year}"


def campaign_report_id(campaign: str) -> str:
    """Return the id of the report on a campaign's results."""
    return f"bao-cao-{campaign}"


def campaign_report_day(owner: Owner) -> date:
    """Return the day on which a campaign's results were made public: in every other campaign in time."""
    return owner.end + timedelta(days=33 if owner.number % 2 else 21)


def is_reported(campaign: Campaign, chapter: Chapter) -> bool:
    """Whether there is a report on a campaign's results yet."""
    return campaign_report_day(campaign.owner) <= chapter.today


def is_tracked(campaign: Campaign, chapter: Chapter) -> bool:
    """Whether a campaign's disclosure is recorded: of the last two years', once all of it is due."""
    is_recent = campaign.owner.year in chapter.years[-2:]
    return is_recent and campaign.owner.end + timedelta(days=60) <= chapter.today


def plan_id(year: int) -> str:
    """Return the id of the plan for a year."""
    return f"ke-hoach-{year}"


def _owner(spec: ProgrammeSpec, year: int, number: int) -> Owner:
    name = spec.campaign_name.format(year=year, tet=name_tet(year))
    return Owner(
        id=f"{spec.campaign_id}-{year}",
        phrase=f"đợt {name}",
        year=year,
        number=number,
        start=date(year - spec.starts_year_before, *spec.start),
        end=date(year, *spec.end),
        known=date(year, *spec.known),
    )


def _results(seed: int, year: int, number: int, today: date) -> Results:
    owner = Owner(
        id=str(year),
        phrase=f"năm {year}",
        year=year,
        number=number,
        start=date(year, 1, 2),
        end=date(year, 12, 31),
        known=date(year + 1, 1, 10),
    )
    return Results(owner, _figures(YEARLY, owner, seed, today))


def _figures(specs: tuple[FigureSpec, ...], owner: Owner, seed: int, today: date) -> dict[str, Figure]:
    figures: dict[str, Figure] = {}
    for spec in specs:
        divisor = figures[spec.per].count if spec.per else 1
        figures[spec.key] = build_figure(spec, owner, seed, today, WARDS, divisor)
    return figures


# Records ----------------------------------------------------------------------------------------------------


def organisation_record(chapter: Chapter) -> dict[str, Value]:
    """Return data/organisation.yml."""
    units: dict[str, Value] = {key: {"name": f"{name} (mẫu)"} for key, name in WARDS.items()}
    units["chi-hoi-truong"] = {"name": "Chi hội Trường Tiểu học Ví Dụ (mẫu)", "kind": "branch"}
    units["clb-hien-mau"] = {
        "name": "Câu lạc bộ Hiến máu Giọt Hồng (mẫu)",
        "kind": "club",
        "valid": {"since": date(chapter.years[0], 4, 7)},
    }
    return {
        "name": CHAPTER,
        "short_name": SHORT_NAME,
        "place": "Thành phố Minh Hoạ (không có thật)",
        "level": "district",
        "parent": PARENT,
        "contact": "Đây là dữ liệu mẫu; không có địa chỉ liên hệ.",
        "sample": True,
        "units": units,
        "source": {"document": plan_id(chapter.years[0])},
    }


def programme_records(chapter: Chapter) -> dict[str, Value]:
    """Return data/programmes.yml."""
    used = {campaign.programme.id: campaign.programme for campaign in chapter.campaigns}
    return {key: {"name": spec.name, "description": spec.description} for key, spec in used.items()}


def document_records(chapter: Chapter) -> dict[str, Value]:
    """Return data/documents.yml: a plan and a report for each year, and on each campaign that is over."""
    records: dict[str, Value] = {}
    for year in chapter.years:
        records[plan_id(year)] = {
            "title": f"Kế hoạch công tác năm {year} (tài liệu mẫu)",
            "publisher": CHAPTER,
            "kind": "plan",
            "published": date(year - 1, 12, 5),
            "number": f"{year % 90 + 10}/KH-MAU",
        }
        over = year != chapter.years[-1]
        kind = "tổng kết công tác" if over else "sơ kết chín tháng đầu"
        records[report_id(year)] = {
            "title": f"Báo cáo {kind} năm {year} (tài liệu mẫu)",
            "publisher": CHAPTER,
            "kind": "report",
            "published": date(year + 1, 1, 9) if over else chapter.today,
            "number": f"{year % 80 + 10}/BC-MAU",
            "url": f"https://example.org/minh-hoa/bao-cao-{year}.pdf" if over else None,
            "archived": date(year + 1, 1, 12) if over else None,
        }
    for number, campaign in enumerate(item for item in chapter.campaigns if is_reported(item, chapter)):
        key = campaign_report_id(campaign.owner.id)
        records[key] = {
            "title": f"Báo cáo kết quả {campaign.owner.phrase} (tài liệu mẫu)",
            "publisher": CHAPTER,
            "kind": "report",
            "published": campaign_report_day(campaign.owner),
            "number": f"{number + 101}/BC-MAU",
            "file": f"{key}.pdf",
        }
    return records


def campaign_documents(
    campaign: Campaign, chapter: Chapter, statements: Mapping[str, date]
) -> dict[str, Value]:
    """Return what a campaign rests on and what was reported of it.

    ``statements`` are those of the bank with their last days; the first one that covers all of it is named.
    """
    owner = campaign.owner
    legal_basis = [plan_id(owner.year)] if owner.year in chapter.years else []
    reports = [campaign_report_id(owner.id)] if is_reported(campaign, chapter) else []
    covering = [key for key, day in statements.items() if day >= owner.end]
    return {"legal_basis": legal_basis, "statements": covering[:1], "reports": reports}


def results_record(results: Results) -> dict[str, Value]:
    """Return data/results/<year>.yml."""
    year = results.owner.year
    return {
        "year": year,
        "title": f"Kết quả công tác năm {year}",
        "source": {"document": report_id(year), "place": "phụ lục 1"},
        "figures": {key: figure.record for key, figure in results.figures.items()},
    }


def campaign_ledger(campaign: Campaign) -> dict[str, Value] | None:
    """Return how the ledger bears out a campaign's figures."""
    owner, spec = campaign.owner, campaign.programme
    headline = next((figure.key for figure in spec.figures if figure.from_ledger and owner.received), None)
    return {"headline": headline} if headline else None


def explain_differences(campaign: Campaign, delivered: Mapping[str, int]) -> dict[str, Value]:
    """Return why figures of a campaign are not what its deliveries count (``delivered``), where they are not.

    The made-up chapter writes down a delivery for each ward; what was brought to single homes stands in none.
    """
    explained: dict[str, Value] = {}
    for key, figure in campaign.figures.items():
        measure = str(INDICATORS[str(figure.record["indicator"])].get("measures", ""))
        count = delivered.get(measure, 0)
        if count and not figure.allows(count):
            explained[key] = "sổ trao tặng mới ghi phần trao tại phường, chưa ghi phần đưa đến từng nhà"
    return explained


def campaign_record(campaign: Campaign, today: date, article: str | None) -> dict[str, Value]:
    """Return data/campaigns/<id>.yml. It rests on its report; before that, on ``article`` or the plan."""
    owner, spec = campaign.owner, campaign.programme
    document = report_id(owner.year) if owner.start < today else plan_id(owner.year)
    if campaign_report_day(owner) <= today:
        document, article = campaign_report_id(owner.id), None
    return {
        "name": campaign.name,
        "programme": spec.id,
        "year": owner.year,
        "period": {"start": owner.start, "end": owner.end},
        "purpose": spec.purpose.format(year=owner.year, tet=name_tet(owner.year)),
        "description": f"{spec.description} Đợt vận động này là dữ liệu mẫu.",
        "source": {"article": article} if article else {"document": document},
        "figures": {key: figure.record for key, figure in campaign.figures.items()},
        "ledger": campaign_ledger(campaign),
        "includes": [f"{owner.year}.{spec.includes}"] if spec.includes else None,
    }
