"""Gifts, row by row: who gives, what, and what of it is paid back or corrected later."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from examples.demo.chapter import WARDS
from examples.demo.dice import Dice
from examples.demo.ledgers import names
from examples.demo.ledgers.donors import BUSINESSES, PEOPLE, SCHOOLS, Donor, organisations, others
from examples.demo.ledgers.funds import Giving
from examples.demo.ledgers.rows import Cell, Row
from minhbach.ledger.columns import NOT_VALUED

_THOUSAND, _MILLION = 10**3, 10**6
_SMALL = (50, 100, 100, 100, 200, 200, 200, 200, 300, 500, 500, 500, 1000, 1000, 2000, 5000)
"""Thousands of đồng that people give."""
_LARGE = (2, 3, 5, 5, 5, 10, 10, 15, 20, 20, 30, 50, 100)
"""Millions of đồng that companies and offices give."""
_MIDDLING = (1, 1, 2, 2, 3, 3, 5, 10)
"""Millions of đồng that schools and wards give."""
_WAYS = (
    *("organisation",) * 12,
    *("known",) * 4,
    *("business", "group") * 5,
    *("person",) * 74,
)
"""Who gives. Those "known" are wards, groups and people of data/donors.yml."""
_CONSENTS = (*("given",) * 40, *("refused",) * 9, "withdrawn")
"""What people whose name is written down said to its being shown; left empty, it would be a warning."""
_LEAST_OF_FIRST, _MOST_OF_FIRST = 20, 60
_COLLECTION_EVERY = 100
_NOTES = (
    "Mong bà con sớm ổn định cuộc sống",
    "Chung tay cùng Hội",
    "Gửi tặng người có hoàn cảnh khó khăn",
    "Góp một phần nhỏ, chúc Hội làm được nhiều việc tốt",
)
_WRONG, _TWICE = "Chuyển nhầm, đã hoàn lại", "Chuyển trùng hai lần, hoàn lại phần thừa"
_RECOUNTED = ("Ghi nhầm số tiền, sửa theo sao kê", "Kiểm đếm lại tiền mặt")


@dataclass(frozen=True)
class Drive:
    """What gifts are for: a campaign from ``start`` to ``end``; a fund's general work has no ``campaign``."""

    seed: int
    campaign: str
    giving: Giving
    start: date
    end: date
    """The last day of which there are rows."""

    @property
    def cells(self) -> dict[str, Cell]:
        """The cells that money for it has."""
        fund: dict[str, Cell] = {"fund": self.giving.fund}
        return {"campaign": self.campaign, **fund} if self.campaign else fund

    def day(self, dice: Dice) -> date:
        """Return a day; of a campaign rather one of the first."""
        part = dice.fraction()
        if self.campaign:
            part = part * (0.4 + 0.6 * part)
        return self.start + timedelta(days=int(part * ((self.end - self.start).days + 1)))


def plan_gifts(drive: Drive, count: int, donors: Sequence[Donor]) -> list[Row]:
    """Return ``count`` gifts, with the collections, refunds, corrections and pledges that go with them.

    The first gift of a campaign is a large one, so that there is something to spend.
    """
    rows: list[Row] = []
    for number in range(count):
        dice = Dice(drive.seed, "ledger", drive.campaign or drive.giving.fund, number)
        if number == 0 and drive.campaign:
            gift = _of_organisation(drive, drive.start, donors, dice)
            gift.cells["amount_vnd"] = dice.number(_LEAST_OF_FIRST, _MOST_OF_FIRST) * _MILLION
            rows.append(gift)
            continue
        gift = _gift(drive, donors, dice)
        rows += _pledged(drive, gift, dice)
        rows.append(gift)
        rows += _changed(drive, gift, dice)
        if number % _COLLECTION_EVERY == 1:
            rows.append(_collection(drive, dice))
    if drive.campaign and count > 1:
        rows.append(_unmet(drive, donors, Dice(drive.seed, "unmet", drive.campaign)))
    return rows


# Who --------------------------------------------------------------------------------------------------------


def _gift(drive: Drive, donors: Sequence[Donor], dice: Dice) -> Row:
    day = drive.day(dice)
    way = dice.pick(_WAYS)
    if way == "organisation":
        return _of_organisation(drive, day, donors, dice)
    if way == "known":
        donor = dice.pick(others(donors, day))
        # Who agrees in general need not agree each time.
        consent = "refused" if donor.kind == "person" and dice.chance(0.1) else ""
        cells: dict[str, Cell] = {"donor": donor.id, "ward": donor.unit or "", "consent": consent}
        gift = Row("gifts", day, "gift", {**drive.cells, **cells}, giver=donor.giver)
        if donor.kind == "ward":
            gift.cells["amount_vnd"] = dice.pick(_MIDDLING) * _MILLION
            return gift
    elif way == "business":
        business = {"name": names.name_business(dice), "donor_kind": "organisation", "consent": "given"}
        gift = Row("gifts", day, "gift", {**drive.cells, **business}, giver=BUSINESSES)
    elif way == "group":
        group = {"name": names.name_group(dice), "donor_kind": "group", "consent": dice.pick(_CONSENTS)}
        gift = Row("gifts", day, "gift", {**drive.cells, **group, "ward": dice.pick(list(WARDS))})
    else:
        gift = Row("gifts", day, "gift", {**drive.cells, **_person(dice)}, giver=PEOPLE)
    gift.cells["amount_vnd"] = dice.pick(_SMALL) * _THOUSAND
    if dice.chance(0.06):
        gift.cells["note"] = dice.pick(_NOTES)
    if drive.giving.goods and dice.chance(0.08):
        _make_goods(drive, gift, dice)
    return gift


def _of_organisation(drive: Drive, day: date, donors: Sequence[Donor], dice: Dice) -> Row:
    donor = dice.pick(organisations(donors, day))
    cells: dict[str, Cell] = {"donor": donor.id, "ward": donor.unit or ""}
    gift = Row("gifts", day, "gift", {**drive.cells, **cells}, giver=donor.giver)
    usual = _MIDDLING if donor.giver == SCHOOLS else _LARGE
    gift.cells["amount_vnd"] = dice.pick(usual) * _MILLION
    return gift


def _person(dice: Dice) -> dict[str, Cell]:
    cells: dict[str, Cell] = {
        "donor_kind": "person",
        "ward": dice.pick(list(WARDS)) if dice.chance(0.7) else "",
    }
    if dice.chance(0.1):
        return cells  # nobody wrote down who it was
    family = dice.chance(0.1)
    cells["name"] = names.name_family(dice) if family else names.name_person(dice)
    cells["consent"] = dice.pick(_CONSENTS)
    return cells


# What -------------------------------------------------------------------------------------------------------


def _make_goods(drive: Drive, gift: Row, dice: Dice) -> None:
    """Make things of the money that ``gift`` was."""
    goods = dice.pick(drive.giving.goods)
    quantity = dice.number(goods.least, goods.most)
    for column in ("fund", "amount_vnd"):
        del gift.cells[column]
    gift.cells |= {"item": goods.item, "quantity": quantity, "unit": goods.unit}
    if dice.chance(0.6):
        gift.cells |= {"amount_vnd": quantity * goods.worth_vnd, "valuation": "Theo hoá đơn của bên tặng"}
    else:
        gift.cells["valuation"] = NOT_VALUED


def _collection(drive: Drive, dice: Dice) -> Row:
    cells: dict[str, Cell] = {"amount_vnd": dice.number(800, 15_000) * _THOUSAND}
    place = "lễ phát động" if drive.campaign else "trụ sở Hội"
    cells["note"] = f"Hòm quyên góp tại {place}"
    return Row("gifts", drive.day(dice), "collection", {**drive.cells, **cells})


def _changed(drive: Drive, gift: Row, dice: Dice) -> Iterator[Row]:
    """Yield what is paid back of ``gift``, or corrected, within the drive. Goods stay as they are."""
    kind = "refund" if dice.chance(0.012) else "correction" if dice.chance(0.012) else ""
    day = gift.day + timedelta(days=dice.number(0, 5))
    if not kind or gift.is_goods or day > drive.end or not gift.amount_vnd:
        return
    amount, note = gift.amount_vnd // 2, _TWICE
    if kind == "correction":
        amount, note = dice.pick((-amount, amount)), dice.pick(_RECOUNTED)
    elif dice.chance(0.5):
        amount, note = gift.amount_vnd, _WRONG
    cells = {**drive.cells, "amount_vnd": amount, "note": note}
    yield Row("gifts", day, kind, cells, refers_to=gift, giver=gift.giver)


# Promises ---------------------------------------------------------------------------------------------------


def _pledged(drive: Drive, gift: Row, dice: Dice) -> Iterator[Row]:
    """Yield the pledge that an organisation's ``gift`` of money meets, not always in full."""
    donor = gift.cells.get("donor")
    day = gift.day - timedelta(days=dice.number(2, 9))
    is_large = gift.amount_vnd >= _LARGE[0] * _MILLION
    if not drive.campaign or not donor or not is_large or day < drive.start or dice.chance(0.5):
        return
    promised = gift.amount_vnd if dice.chance(0.7) else gift.amount_vnd * 2
    pledge = _pledge(drive, day, str(donor), promised, dice)
    gift.refers_to = pledge
    yield pledge


def _unmet(drive: Drive, donors: Sequence[Donor], dice: Dice) -> Row:
    """Return a promise of which nothing has come yet."""
    donor = dice.pick(organisations(donors, drive.start))
    return _pledge(drive, drive.start, donor.id, dice.pick(_MIDDLING) * _MILLION, dice)


def _pledge(drive: Drive, day: date, donor: str, amount_vnd: int, dice: Dice) -> Row:
    cells: dict[str, Cell] = {"donor": donor, "campaign": drive.campaign, "amount_vnd": amount_vnd}
    if dice.chance(0.3):
        cells["note"] = "Đăng ký tại lễ phát động"
    return Row("pledges", day, "pledge", cells)
