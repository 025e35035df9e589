"""Figures that agree with themselves by construction, with the sentences that may be written about them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from examples.demo.amounts import MONEY, MONEY_GRAIN, Amount, Style, round_off, state
from examples.demo.dice import Dice
from examples.demo.programmes import INDICATORS, FigureSpec
from examples.demo.yaml_text import Value
from minhbach.numbers.ratio import derived_percent
from minhbach.numbers.writing import write_percent
from minhbach.words import slugify

ASSIGNED_BY = "Thành phố"
_YEARLY_GROWTH = 0.08
_BEFORE_LAST = 0.88
"""How much of the whole a series has reached at most on its last day but one, so that rounding the last
value never lets the series fall."""


@dataclass(frozen=True)
class Received:
    """Money that a campaign received, in đồng, as its ledger adds it up."""

    total: int
    by_day: Mapping[date, int]
    by_ward: Mapping[str, int]
    by_giver: Mapping[str, int]
    """By the words with which a figure names its parts."""


@dataclass(frozen=True)
class Owner:
    """A campaign or a year, as far as its figures need to know it."""

    id: str
    phrase: str
    """As it stands within a sentence: "đợt Tết Nhân ái …", "năm 2024"."""
    year: int
    number: int
    """How many years after the first."""
    start: date
    """When its targets are known."""
    end: date
    known: date
    """When its results are published."""
    received: Received | None = None
    """None where there is no ledger of it."""

    @property
    def phrase_start(self) -> str:
        """The phrase at the beginning of a sentence."""
        return self.phrase[0].upper() + self.phrase[1:]


@dataclass(frozen=True)
class Fact:
    """A sentence with a link to a figure, true from the day ``known``."""

    address: str
    sentence: str
    known: date


@dataclass(frozen=True)
class Chart:
    """A chart that says something from the day ``known``."""

    address: str
    alt: str
    known: date


@dataclass(frozen=True)
class Figure:
    """A figure's record, and what may be written about it. ``count`` is what it truly is."""

    record: Mapping[str, Value]
    facts: tuple[Fact, ...]
    charts: tuple[Chart, ...]
    count: int
    parts: Mapping[str, int]
    """What each part truly is, by its key in addresses."""
    amount: Amount | None = None
    """As the source states it; None: not published."""

    def allows(self, count: int) -> bool:
        """Whether ``count`` may be what the source states."""
        return self.amount is None or self.amount.quantity.interval().contains(Decimal(count))


@dataclass(frozen=True)
class _Share:
    """One part: the keys that identify it in the record, its key in addresses, its words, its amount."""

    names: Mapping[str, Value]
    key: str
    words: str
    amount: Amount


def list_facts(figures: Mapping[str, Figure]) -> list[Fact]:
    """Return everything that may be told of ``figures``, earliest first."""
    facts = [fact for figure in figures.values() for fact in figure.facts]
    return sorted(facts, key=lambda fact: (fact.known, fact.address))


def list_charts(figures: Mapping[str, Figure]) -> list[Chart]:
    """Return the charts of ``figures``, earliest first."""
    charts = [chart for figure in figures.values() for chart in figure.charts]
    return sorted(charts, key=lambda chart: (chart.known, chart.address))


def build_figure(
    spec: FigureSpec, owner: Owner, seed: int, today: date, wards: Mapping[str, str], divisor: int
) -> Figure:
    """Return the figure of ``spec`` for ``owner``. ``divisor``: the count it is divided by, else 1.

    After ``today`` nothing is known: a campaign that still runs has no value, or a value so far.
    """
    dice = Dice(seed, "figure", owner.id, spec.key)
    unit = str(INDICATORS[spec.indicator]["unit"])
    received = owner.received if spec.from_ledger else None
    address = f"{owner.id}.{spec.key}"
    so_far = owner.known > today
    published = not so_far or (spec.in_progress and owner.start < today)
    part_so_far = dice.fraction(0.55, 0.75) if so_far else 1.0
    if received:
        count, whole = received.total, _in_grains(int(received.total / part_so_far), unit)
    else:
        whole = _true_count(spec, owner, dice, unit, divisor)
        count = _in_grains(int(whole * part_so_far), unit) if so_far else whole
    amount = state(count, unit, spec.styles[owner.number % len(spec.styles)]) if published else None
    known = min(owner.known, today)

    record: dict[str, Value] = {"indicator": spec.indicator}
    facts: list[Fact] = []
    record |= amount.fields() if amount else {"value": "not-yet-published"}
    if amount and not so_far:
        sentence = spec.told.format(
            x=_link(amount.said, address), owner=owner.phrase, owner_start=owner.phrase_start
        )
        facts.append(Fact(address, sentence, known))
    if so_far and published and not spec.points:
        record |= {"as_of": known, "period": {"end": known}}
    targets, target_facts = _targets(spec, owner, dice, whole, amount, so_far)
    record |= targets
    facts += target_facts
    record["per"] = spec.per
    if amount and spec.points:
        counts = _from_ledger(spec, owner, known) if received else _invented(spec, owner, dice, count, known)
        record["series"], series_facts = _series(spec, owner, amount, counts, known)
        facts += series_facts
    shares = _shares(spec, owner, dice, count, wards) if amount and (not so_far or not spec.points) else []
    if shares:
        items = [{**share.names, **share.amount.fields()} for share in shares]
        heading = {"by": "ward"} if spec.wards else {"heading": spec.kinds_heading}
        record["parts"] = {"complete": spec.kinds_complete, **heading, "items": items}
        for share in shares:
            link = _link(share.amount.said, f"{address}.parts.{share.key}")
            sentence = f"Trong {owner.phrase}, {share.words} có {link}."
            facts.append(Fact(f"{address}.parts.{share.key}", sentence, known))
    parts = {share.key: int(share.amount.quantity.value) for share in shares}
    charts = _charts(spec, owner, address, record, known)
    return Figure(record, tuple(facts), charts, count, parts, amount)


def _true_count(spec: FigureSpec, owner: Owner, dice: Dice, unit: str, divisor: int) -> int:
    growth = 1 + _YEARLY_GROWTH * owner.number
    return _in_grains(int(spec.base * divisor * growth * dice.fraction(0.9, 1.1)), unit)


def _in_grains(count: int, unit: str) -> int:
    return max(1, count // MONEY_GRAIN) * MONEY_GRAIN if unit == MONEY else max(1, count)


def _link(said: str, address: str) -> str:
    return f"[{said}](figure:{address})"


def _targets(
    spec: FigureSpec, owner: Owner, dice: Dice, whole: int, amount: Amount | None, so_far: bool
) -> tuple[dict[str, Value], list[Fact]]:
    """Return the keys ``targets`` and ``achievement``, and the sentences about them."""
    unit = str(INDICATORS[spec.indicator]["unit"])
    style: Style = "rounded" if unit == MONEY else "exact"
    assigned = state(round_off(int(whole * dice.fraction(0.55, 1.05))), unit, style)
    own = state(round_off(int(assigned.quantity.value) * dice.number(11, 15) // 10), unit, style)
    kind = spec.targets
    if kind == "turns":
        # A target that is not stated can only be told beside its achievement, so not before the result.
        kind = "both" if so_far or owner.number % 2 == 0 else "unstated"
    address = f"{owner.id}.{spec.key}"
    targets: dict[str, Value] = {}
    told: list[tuple[str, str]] = []
    achieved: Amount | None = None
    if kind in ("assigned", "both"):
        targets["assigned"] = {"by": ASSIGNED_BY, **assigned.fields()}
        told.append(("target.assigned", f"Chỉ tiêu được giao của {owner.phrase} là {{x}}."))
        achieved = assigned
    if kind in ("own", "both"):
        targets["own"] = own.fields()
        told.append(("target.own", f"Hội đặt mục tiêu phấn đấu {{x}} trong {owner.phrase}."))
        achieved = achieved or own
    words = {"target.assigned": assigned.said, "target.own": own.said}
    facts = [
        Fact(f"{address}.{end}", sentence.format(x=_link(words[end], f"{address}.{end}")), owner.start)
        for end, sentence in told
    ]
    if kind == "both" and (ratio := derived_percent(own.quantity, assigned.quantity)):
        link = _link(write_percent(ratio), f"{address}.target.ratio")
        sentence = f"Mục tiêu phấn đấu của {owner.phrase} bằng {link} chỉ tiêu được giao."
        facts.append(Fact(f"{address}.target.ratio", sentence, owner.start))
    record: dict[str, Value] = {}
    if kind == "unstated":
        targets["assigned"] = {"by": ASSIGNED_BY, "value": "not-stated"}
        achieved = assigned
    result = None if so_far else amount
    percent = derived_percent(result.quantity, achieved.quantity) if result and achieved else None
    if percent is not None:
        text = write_percent(percent)
        # Sources state some achievements; the others are divided by the site itself.
        if kind == "unstated" or ("assigned" in targets and dice.chance(0.5)):
            record["achievement"] = text
        which = "chỉ tiêu được giao" if "assigned" in targets else "chỉ tiêu phấn đấu"
        name = str(INDICATORS[spec.indicator]["name"])
        name = name[0].lower() + name[1:]
        link = _link(text, f"{address}.achievement")
        sentence = f"Tính theo {name}, {owner.phrase} đạt {link} {which}."
        facts.append(Fact(f"{address}.achievement", sentence, owner.known))
    return {"targets": targets, **record} if targets else {}, facts


def _days(spec: FigureSpec, owner: Owner, end: date) -> list[date]:
    """Return the days of a series before its last, ``end``."""
    length = max(spec.points, (end - owner.start).days)
    days = [owner.start + timedelta(days=length * number // spec.points) for number in range(1, spec.points)]
    return [day for day in days if day < end]


def _invented(spec: FigureSpec, owner: Owner, dice: Dice, count: int, known: date) -> dict[date, int]:
    """Return values of a series before its last day that rise towards ``count``."""
    reached = sorted(dice.fraction(0.05, _BEFORE_LAST) for _ in range(spec.points - 1))
    unit = str(INDICATORS[spec.indicator]["unit"])
    days = _days(spec, owner, min(owner.end, known))
    return {day: _in_grains(int(count * part), unit) for day, part in zip(days, reached, strict=False)}


def _from_ledger(spec: FigureSpec, owner: Owner, known: date) -> dict[date, int]:
    """Return what had been received at the end of the days of a series, where that was more than before."""
    received = owner.received
    if received is None:
        raise ValueError(f"there is no ledger of {owner.id}")
    values: dict[date, int] = {}
    for day in _days(spec, owner, min(owner.end, known)):
        value = sum(amount for when, amount in received.by_day.items() if when <= day)
        if max(values.values(), default=0) < value <= received.total:
            values[day] = value
    return values


def _series(
    spec: FigureSpec, owner: Owner, last: Amount, counts: Mapping[date, int], known: date
) -> tuple[list[Value], list[Fact]]:
    """Return a series of ``counts`` that ends with ``last``, and sentences about its days before the last."""
    points: list[Value] = []
    facts: list[Fact] = []
    address = f"{owner.id}.{spec.key}"
    for day, count in counts.items():
        amount = state(count, last.unit, "exact")
        points.append({"as_of": day, **amount.fields()})
        link = _link(amount.said, f"{address}.series.{day}")
        sentence = f"Đến hết ngày {day:%d/%m/%Y}, {owner.phrase} ghi nhận {link}."
        facts.append(Fact(f"{address}.series.{day}", sentence, day + timedelta(days=1)))
    points.append({"as_of": min(owner.end, known), **last.fields()})
    return points, facts


def _shares(spec: FigureSpec, owner: Owner, dice: Dice, count: int, wards: Mapping[str, str]) -> list[_Share]:
    """Return parts of ``count``: one for each ward or kind, in whole grains, or as the ledger has them."""
    unit = str(INDICATORS[spec.indicator]["unit"])
    names: list[tuple[Mapping[str, Value], str, str]]
    if spec.wards:
        names = [({"unit": key}, key, f"{name[0].lower()}{name[1:]}") for key, name in wards.items()]
    else:
        names = [({"label": kind}, slugify(kind), f"phần “{kind}”") for kind in spec.kinds]
    if not names:
        return []
    if spec.from_ledger and owner.received:
        sums = {**owner.received.by_ward, **owner.received.by_giver}
        found = [(*name, sums.get(str(next(iter(name[0].values()))), 0)) for name in names]
        return [
            _Share(ids, key, words, state(part, unit, "exact")) for ids, key, words, part in found if part > 0
        ]
    # Parts that are not all there is leave something over for what the source does not list.
    shared = count if spec.kinds_complete else int(count * dice.fraction(0.75, 0.9))
    counts = _split(shared, len(names), dice, MONEY_GRAIN if unit == MONEY else 1)
    return [
        _Share(ids, key, words, state(part, unit, "exact"))
        for (ids, key, words), part in zip(names, counts, strict=True)
    ]


def _split(count: int, ways: int, dice: Dice, grain: int) -> list[int]:
    """Return ``ways`` numbers that add up to ``count``, each in whole grains."""
    weights = [dice.number(60, 140) for _ in range(ways)]
    grains = count // grain
    parts = [grains * weight // sum(weights) for weight in weights]
    parts[0] += grains - sum(parts)
    return [part * grain for part in parts]


def _charts(
    spec: FigureSpec, owner: Owner, address: str, record: Mapping[str, Value], known: date
) -> tuple[Chart, ...]:
    name = str(INDICATORS[spec.indicator]["name"])
    charts: list[Chart] = []
    if record.get("targets"):
        charts.append(Chart(address, f"{name} so với chỉ tiêu, {owner.phrase}", known))
    if "series" in record:
        charts.append(Chart(f"{address}.series", f"{name} theo thời gian, {owner.phrase}", known))
    if "parts" in record:
        by = (
            "theo phường, xã"
            if spec.wards
            else f"theo {spec.kinds_heading[:1].lower()}{spec.kinds_heading[1:]}"
        )
        charts.append(Chart(f"{address}.parts", f"{name} {by}, {owner.phrase}", known))
    return tuple(charts)
