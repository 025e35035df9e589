"""The donors whom the chapter knows by more than a row (data/donors.yml)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from examples.demo.chapter import WARDS
from examples.demo.dice import Dice
from examples.demo.ledgers.names import name_person
from examples.demo.yaml_text import Value
from minhbach.records.money import DonorKind

PEOPLE, BUSINESSES, SCHOOLS = "Cá nhân và gia đình", "Cơ quan và doanh nghiệp", "Trường học"
"""How figures group the givers; the words are those of ``programmes``."""
_MOVED = "cong-ty-thi-du"
_MERGED = "phuong-dong-cu"
_PERSONS = 6


@dataclass(frozen=True)
class Donor:
    """A donor, and from when to when it may be one."""

    id: str
    name: str
    kind: DonorKind
    giver: str = ""
    unit: str | None = None
    consent: str | None = None
    since: date | None = None
    until: date | None = None
    reason: str | None = None
    successor: str | None = None
    about: str | None = None

    def exists(self, day: date) -> bool:
        """Whether it is there on ``day``."""
        return (self.since or day) <= day <= (self.until or day)

    @property
    def record(self) -> dict[str, Value]:
        """The entry of data/donors.yml."""
        valid = {"since": self.since, "until": self.until, "reason": self.reason}
        return {
            "name": self.name,
            "kind": self.kind,
            "unit": self.unit,
            "consent": self.consent,
            "valid": valid if any(valid.values()) else None,
            "successor": self.successor,
            "about": self.about,
        }


def list_donors(seed: int, first: date, turn: date) -> tuple[Donor, ...]:
    """Return all donors. ``first``: the first day of the ledgers; ``turn``: when one company becomes another,
    and a ward is merged into its neighbour."""
    return (*_organisations(turn), *_wards(first, turn), *_groups(), *_people(seed))


def organisations(donors: Sequence[Donor], day: date) -> list[Donor]:
    """Return the organisations that can give on ``day``."""
    return [donor for donor in donors if donor.kind == "organisation" and donor.exists(day)]


def others(donors: Sequence[Donor], day: date) -> list[Donor]:
    """Return the wards, groups and people who can give on ``day``."""
    return [donor for donor in donors if donor.kind != "organisation" and donor.exists(day)]


def ward_donor(donors: Sequence[Donor], unit: str) -> Donor:
    """Return the donor that the ward ``unit`` is."""
    return next(donor for donor in donors if donor.kind == "ward" and donor.unit == unit)


def _organisations(turn: date) -> list[Donor]:
    companies = {
        "cong-ty-minh-hoa": ("Công ty Cổ phần Minh Hoạ (mẫu)", "Ủng hộ các đợt vận động hằng năm."),
        "ngan-hang-vi-du": ("Ngân hàng Ví Dụ, chi nhánh Minh Hoạ (mẫu)", None),
        "hop-tac-xa-thi-du": ("Hợp tác xã Nông nghiệp Thí Dụ (mẫu)", "Thường ủng hộ gạo và nông sản."),
        "benh-vien-vi-du": ("Bệnh viện Đa khoa Ví Dụ (mẫu)", None),
        "cong-doan-minh-hoa": ("Công đoàn Khu công nghiệp Minh Hoạ (mẫu)", None),
        "sieu-thi-thi-du": ("Siêu thị Thí Dụ (mẫu)", None),
    }
    schools = {
        "truong-tieu-hoc-vi-du": ("Trường Tiểu học Ví Dụ (mẫu)", "sen-hong"),
        "truong-thcs-minh-hoa": ("Trường Trung học cơ sở Minh Hoạ (mẫu)", "nang-moi"),
        "truong-thpt-thi-du": ("Trường Trung học phổ thông Thí Dụ (mẫu)", "sao-som"),
    }
    new = f"{_MOVED}-moi"
    return [
        *(
            Donor(key, name, "organisation", BUSINESSES, about=about)
            for key, (name, about) in companies.items()
        ),
        Donor(
            _MOVED,
            "Công ty Thí Dụ (mẫu)",
            "organisation",
            BUSINESSES,
            until=turn,
            reason="Đổi tên và đăng ký lại (mẫu).",
            successor=new,
        ),
        Donor(
            new,
            "Tập đoàn Thí Dụ Mới (mẫu)",
            "organisation",
            BUSINESSES,
            since=turn + timedelta(days=1),
            about="Tiếp nối Công ty Thí Dụ (mẫu).",
        ),
        *(Donor(key, name, "organisation", SCHOOLS, unit=unit) for key, (name, unit) in schools.items()),
    ]


def _wards(first: date, turn: date) -> list[Donor]:
    since = date(first.year - 5, 1, 1)
    heir = "phuong-sao-som"
    merged = Donor(
        _MERGED,
        "Phường Đồng Cũ (mẫu)",
        "ward",
        since=since,
        until=turn,
        reason="Sáp nhập vào phường Sao Sớm (mẫu).",
        successor=heir,
    )
    wards = [
        Donor(f"phuong-{unit}", f"{name} (mẫu)", "ward", unit=unit, since=since)
        for unit, name in WARDS.items()
    ]
    return [*wards, merged]


def _groups() -> list[Donor]:
    return [
        Donor("clb-thien-nguyen-mau", "Câu lạc bộ Thiện nguyện Mẫu (mẫu)", "group", unit="co-thom"),
        Donor("nhom-bep-am", "Nhóm Bếp Ấm Ví Dụ (mẫu)", "group", unit="lua-vang"),
        Donor("hoi-dong-huong-vi-du", "Hội đồng hương Ví Dụ (mẫu)", "group"),
    ]


def _people(seed: int) -> list[Donor]:
    """Return people who agreed to be named, the last of whom agrees no longer."""
    people: list[Donor] = []
    for number in range(1, _PERSONS + 1):
        dice = Dice(seed, "donor", number)
        consent = "given" if number < _PERSONS else "withdrawn"
        unit = dice.pick(list(WARDS)) if dice.chance(0.5) else None
        people.append(
            Donor(f"nguoi-ung-ho-{number}", name_person(dice), "person", PEOPLE, unit=unit, consent=consent)
        )
    return people
