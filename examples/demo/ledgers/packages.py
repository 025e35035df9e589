"""Things on their way: Tết packages that wards promise, bring and get to hand over; goods passed on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from examples.demo.chapter import WARDS
from examples.demo.dice import Dice
from examples.demo.ledgers.donors import Donor, organisations, ward_donor
from examples.demo.ledgers.funds import RELIEF
from examples.demo.ledgers.giving import Drive
from examples.demo.ledgers.rows import Cell, Row
from minhbach.ledger.columns import NOT_VALUED

PACKAGE = "suất quà Tết"
_UNIT = "suất"
_WORTH_VND = 500_000
_PROMISES = (*("too much", "taken back", "too little") * 2, *("kept",) * 4)
"""How what a ward promised compares with what it brings."""
_COMPANIES = 2
"""How many organisations bring packages besides the wards."""
_GIFTS_FOR_EACH = 4
_SHARED_UNITS = frozenset({"kg", "thùng", "chai"})
"""Units of what is shared out to households, five to each."""
_FOR_EACH = 5
_DELIVERED_AFTER = timedelta(days=7)
"""How long after a campaign's end its goods have been passed on."""


def count_wards(gifts: int) -> int:
    """Return how many wards bring packages in a campaign of ``gifts`` gifts: all, unless it is small."""
    return min(len(WARDS), max(0, gifts - 1 - _COMPANIES) // _GIFTS_FOR_EACH)


def count_package_gifts(gifts: int) -> int:
    """Return how many of a campaign's gifts are packages."""
    wards = count_wards(gifts)
    return wards + _COMPANIES if wards else 0


def plan_packages(drive: Drive, handed_over: Mapping[str, int], donors: Sequence[Donor]) -> list[Row]:
    """Return pledges, gifts and deliveries of packages, by ward, ``handed_over`` in all in each.

    What the wards bring is less than what is handed over; companies bring the rest. In each campaign the
    first ward has not yet brought all it promised.
    """
    rows: list[Row] = []
    rest = 0
    for number, (ward, count) in enumerate(handed_over.items()):
        dice = Dice(drive.seed, "packages", drive.campaign, ward)
        brought = max(1, count * dice.number(70, 95) // 100)
        rest += count - brought
        rows += _ward(drive, ward_donor(donors, ward), brought, is_behind=number == 0, dice=dice)
        rows += _handing_over(drive, ward, count, dice)
    dice = Dice(drive.seed, "packages", drive.campaign)
    companies = dice.picks(organisations(donors, _arrival(drive, 1)), _COMPANIES)
    shares = [rest // 2, rest - rest // 2]
    rows += [
        _arrived(drive, donor, max(1, share), _arrival(drive, 1))
        for donor, share in zip(companies, shares, strict=True)
    ]
    return rows


def pass_on(drive: Drive, rows: Sequence[Row], today: date) -> Iterator[Row]:
    """Yield deliveries of the goods among ``rows`` that are not packages, each in two places."""
    day = min(drive.end + _DELIVERED_AFTER, today)
    stock: dict[tuple[str, str], int] = {}
    for row in rows:
        item, unit = str(row.cells.get("item", "")), str(row.cells.get("unit", ""))
        if row.ledger == "gifts" and item and item != PACKAGE and row.day < day:
            stock[item, unit] = stock.get((item, unit), 0) + int(row.cells["quantity"])
    for (item, unit), quantity in sorted(stock.items()):
        dice = Dice(drive.seed, "passed on", drive.campaign, item)
        first = quantity * dice.number(40, 60) // 100
        for part in (first, quantity - first):
            ward = dice.pick(list(WARDS))
            cells: dict[str, Cell] = {"item": item, "quantity": part, "unit": unit}
            if unit in _SHARED_UNITS:
                cells["households"] = max(1, part // _FOR_EACH)
            if part:
                yield _delivery(drive, day, ward, cells)


def _ward(drive: Drive, donor: Donor, brought: int, *, is_behind: bool, dice: Dice) -> Iterator[Row]:
    """Yield what a ward promises, takes back and brings."""
    way = "too much" if is_behind else dice.pick(_PROMISES)
    promised, back = brought, 0
    if way == "too much":
        promised = brought * dice.number(110, 130) // 100 + 1
    elif way == "too little":
        promised = max(1, brought * dice.number(85, 95) // 100)
    elif way == "taken back":
        back = max(1, promised // 10)
    day = drive.start + timedelta(days=dice.number(0, 5))
    cells: dict[str, Cell] = {"donor": donor.id, "ward": donor.unit or "", "campaign": drive.campaign}
    goods: dict[str, Cell] = {"item": PACKAGE, "quantity": promised + back, "unit": _UNIT}
    pledge = Row("pledges", day, "pledge", {**cells, **goods})
    yield pledge
    if back:
        less: dict[str, Cell] = {"item": PACKAGE, "quantity": back, "unit": _UNIT}
        note = {"note": "Điều chỉnh theo số hộ sau khi rà soát"}
        when = day + timedelta(days=4)
        yield Row("pledges", when, "cancellation", {**cells, **less, **note}, refers_to=pledge)
    gift = _arrived(drive, donor, brought, _arrival(drive, dice.fraction(0.3, 1.0)))
    gift.refers_to = pledge
    yield gift


def _arrival(drive: Drive, part: float) -> date:
    """Return a day in the first half of the drive, all of which lies before anything is handed over."""
    return drive.start + timedelta(days=int((drive.end - drive.start).days * 0.5 * part))


def _arrived(drive: Drive, donor: Donor, quantity: int, day: date) -> Row:
    cells: dict[str, Cell] = {"donor": donor.id, "ward": donor.unit or "", "campaign": drive.campaign}
    cells |= {"item": PACKAGE, "quantity": quantity, "unit": _UNIT}
    if donor.kind == "organisation":
        cells |= {"amount_vnd": quantity * _WORTH_VND, "valuation": "Giá mua, theo hoá đơn của bên tặng"}
    else:
        cells["valuation"] = NOT_VALUED
    return Row("gifts", day, "gift", cells)


def _handing_over(drive: Drive, ward: str, count: int, dice: Dice) -> Iterator[Row]:
    """Yield the deliveries of ``count`` packages in ``ward``; of one in ten a few were counted too little."""
    length = (drive.end - drive.start).days
    first = max(1, count * dice.number(50, 80) // 100)
    for part, after in ((first, 0.6), (count - first, 0.85)):
        day = drive.start + timedelta(days=int(length * dice.fraction(after, after + 0.1)))
        missed = min(part - 1, 3) if part > 1 and dice.chance(0.1) else 0
        goods: dict[str, Cell] = {"item": PACKAGE, "unit": _UNIT}
        if not part:
            continue
        handed = part - missed
        delivery = _delivery(drive, day, ward, {**goods, "quantity": handed, "households": handed})
        yield delivery
        if missed:
            more = _delivery(drive, day + timedelta(days=1), ward, {**goods, "quantity": missed})
            more.kind, more.refers_to = "correction", delivery
            more.cells["note"] = "Ký nhận bổ sung"
            yield more


def _delivery(drive: Drive, day: date, ward: str, cells: Mapping[str, Cell]) -> Row:
    name = WARDS[ward]
    place = {"ward": ward, "place": f"Nhà văn hoá {name[0].lower()}{name[1:]} (mẫu)"}
    if drive.giving.fund == RELIEF:
        place = {"place": "Các xã bị bão (mẫu)"}
    return Row("deliveries", day, "delivery", {"campaign": drive.campaign, **cells, **place})
