"""From ledgers to charts: money received, in and out, where it went, and what was promised."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import TypeVar, assert_never

from minhbach.charts.contract import (
    Amount,
    Bar,
    BreakdownChart,
    ChartText,
    Group,
    GroupedChart,
    Mark,
    Point,
    SeriesChart,
    Strand,
    Table,
    TableChart,
)
from minhbach.derive.books import Books
from minhbach.derive.plans import ChartPlan, MoneyKind
from minhbach.derive.promises import Giver
from minhbach.pages.formatting import Formatter
from minhbach.site.model import Site

_T = TypeVar("_T")
MOST_MONTHS = 12
"""A longer time is drawn by year; the months stand in tables."""


class MoneyChartMaker:
    """Makes the charts of a site's ledgers in the words of one language."""

    def __init__(self, site: Site, formatter: Formatter, books: Books) -> None:
        self.site = site
        self.format = formatter
        self.gettext = formatter.gettext
        self.books = books

    def make(self, plan: ChartPlan, kind: MoneyKind, marks: tuple[Mark, ...], key: str) -> TableChart:
        """Return the chart that ``plan`` describes; ``marks`` are its targets, ``key`` its name in files."""
        match kind:
            case "gifts":
                return self._gifts(plan, marks, key)
            case "campaign-months":
                money = self.books.campaign(plan.subject)
                months = _months(money.received_by_day, money.spent_by_day)
                return self._in_and_out(plan, key, months, money.undated_vnd)
            case "fund-months":
                account = self.books.money.funds[plan.subject]
                months = {
                    month.first_day: (
                        month.income_vnd + month.transferred_in_vnd,
                        month.spent_vnd + month.transferred_out_vnd,
                    )
                    for month in account.months
                }
                return self._in_and_out(plan, key, months, account.undated_vnd)
            case "purposes":
                return self._purposes(plan, key)
            case "promises":
                return self._promises(plan, key)
            case _:
                assert_never(kind)

    def _text(self, plan: ChartPlan, key: str, title: str, described: str, unit: str = "") -> ChartText:
        """Return the words around a chart. ``unit`` "" is money."""
        site, account = self.site, None
        if plan.kind == "fund-months":
            account = self.books.money.funds[plan.subject]
            day: date | None = account.last_day
            name = account.record.name
        else:
            day = self.books.counts[plan.subject].last_day
            name = site.campaigns[plan.subject].name
        source = self.gettext("Source: {source}").format(
            source=self.gettext("ledgers of {name}").format(name=site.organisation.name)
        )
        if site.organisation.sample:
            source = f"{self.gettext('SAMPLE DATA')}. {source}"
        return ChartText(
            key=key,
            title=f"{title} – {name}",
            description=described,
            source=source,
            as_of="" if day is None else self.gettext("As of {day}").format(day=self.format.day(day)),
            unit=self.gettext("Unit: {unit}").format(unit=unit or self.gettext("dong")),
        )

    def _gifts(self, plan: ChartPlan, marks: tuple[Mark, ...], key: str) -> SeriesChart:
        """What had been received by the end of each day."""
        campaign = self.site.campaigns[plan.subject]
        days = dict(self.books.campaign(campaign.id).received_by_day)
        title = self.gettext("Money received")
        if campaign.ledger is not None and campaign.ledger.counts == "money-and-goods":
            title = self.gettext("Money and the stated value of goods received")
            for day, amount in self.books.goods_by_day.get(campaign.id, {}).items():
                days[day] = days.get(day, 0) + amount
        total, points, rows = 0, [], []
        for day in sorted(days):
            total += days[day]
            points.append(Point(day, float(max(0, total)), self.format.digits(total)))
            rows.append((self.format.day(day), self.format.money(days[day]), self.format.money(total)))
        undated = self.books.campaign(campaign.id).undated_vnd
        description = self.gettext("From {first} on {first_day} to {last} on {last_day}.").format(
            first=rows[0][2], first_day=rows[0][0], last=rows[-1][2], last_day=rows[-1][0]
        )
        shown_days = rows[0][0], rows[-1][0]
        if undated:
            rows.append(self._undated(undated, total + undated))
            description += f" {self._without_day(undated)}"
        headers = (self.gettext("Day"), self.gettext("Received on the day"), self.gettext("Received so far"))
        return SeriesChart(
            text=self._text(plan, key, title, description),
            points=tuple(points),
            marks=marks,
            table=Table(headers, tuple(rows)),
            day_labels=shown_days,
        )

    def _without_day(self, amount: int) -> str:
        """Return the sentence that a chart over time leaves out what has no day; "" for nothing."""
        if not amount:
            return ""
        words = self.gettext("Gifts without a day are not in it: {amount}.")
        return words.format(amount=self.format.money(amount))

    def _undated(self, amount: int, total: int) -> tuple[str, str, str]:
        """Return the row of a table for money that has no day."""
        return self.gettext("no day recorded"), self.format.money(amount), self.format.money(total)

    def _in_and_out(
        self, plan: ChartPlan, key: str, months: Mapping[date, tuple[int, int]], undated_vnd: int
    ) -> GroupedChart:
        """Money in and out by month, or by year where it is many months; ``undated_vnd`` is in none."""
        by_year = len(months) > MOST_MONTHS
        sums: dict[str, tuple[int, int]] = {}
        for month, (received, spent) in months.items():
            name = str(month.year) if by_year else self.format.month(month)
            before = sums.get(name, (0, 0))
            sums[name] = (before[0] + received, before[1] + spent)
        title = self.gettext("Money in and out by month")
        first = self.gettext("Month")
        if by_year:
            title, first = self.gettext("Money in and out by year"), self.gettext("Year")
        shown = (self.books.has_income, self.books.has_expenses)
        strands = _kept((Strand(self.gettext("In"), "solid"), Strand(self.gettext("Out"), "soft")), shown)
        rows = [(name, _kept(pair, shown)) for name, pair in sums.items()]
        return self._grouped(plan, key, title, strands, first, rows, added=self._without_day(undated_vnd))

    def _grouped(  # noqa: PLR0913 - what makes up a chart
        self,
        plan: ChartPlan,
        key: str,
        title: str,
        strands: tuple[Strand, ...],
        first: str,
        rows: Sequence[tuple[str, tuple[int | Decimal, ...]]],
        *,
        unit: str = "",
        added: str = "",
    ) -> GroupedChart:
        """Return bars side by side; ``first`` is the heading of their names, ``rows`` what they come to.

        ``added``: a sentence more in the description.
        """
        write = self.format.digits
        groups = tuple(
            Group(name, tuple(Amount(float(max(0, amount)), write(amount)) for amount in amounts))
            for name, amounts in rows
        )
        sums = tuple(sum(amounts) for amounts in zip(*(amounts for _name, amounts in rows), strict=True))
        # Where some gifts are not recorded, the sum of a table is that of its rows and of nothing else.
        is_partial = plan.subject in self.books.partial
        cells = [*rows, (self.gettext("Sum of the rows") if is_partial else self.gettext("Total"), sums)]
        described = ", ".join(
            f"{strand.label}: {self.format.measure(amount, unit)}"
            for strand, amount in zip(strands, sums, strict=True)
        )
        table = Table(
            (first, *(strand.label for strand in strands)),
            tuple(
                (name, *(self.format.measure(amount, unit) for amount in amounts)) for name, amounts in cells
            ),
        )
        text = self._text(plan, key, title, f"{described}. {added}".rstrip(), unit)
        return GroupedChart(text, strands, groups, table)

    def _purposes(self, plan: ChartPlan, key: str) -> BreakdownChart:
        """Where the money went, and what is left of it."""
        story = self.books.story(plan.subject)
        money = story.money
        parts = [(self.purpose(purpose), amount) for purpose, amount in story.purposes]
        if money.released_vnd:
            parts.append((self.gettext("Passed on to other work of the fund"), money.released_vnd))
        is_partial = plan.subject in self.books.partial
        if money.left_vnd > 0 and not is_partial:
            parts.append((self.gettext("Not spent yet"), money.left_vnd))
        # Of what was received no share is known where not every gift is.
        whole = (
            money.spent_vnd + money.released_vnd if is_partial else max(money.received_vnd, money.spent_vnd)
        )
        rows = tuple(
            (name, self.format.money(amount), self.format.share(amount, whole) or "–")
            for name, amount in parts
        )
        headers = (self.gettext("Purpose of spending"), self.gettext("Amount"), self.gettext("Share"))
        bars = tuple(
            Bar(name, float(amount), self.format.digits(amount)) for name, amount in parts if amount > 0
        )
        described = "; ".join(f"{name}: {amount}" for name, amount, _share in rows) + "."
        if is_partial:
            described += " " + self.gettext("What was received and not spent is not known.")
        text = self._text(plan, key, self.gettext("Where the money went"), described)
        return BreakdownChart(text, bars, Table(headers, rows))

    def _promises(self, plan: ChartPlan, key: str) -> GroupedChart:
        """Promised, received and handed over by ward, in the unit in which most was promised."""
        promises = self.books.promises[plan.subject]
        measure = promises.leading
        assert measure is not None
        is_partial = plan.subject in self.books.partial
        strands = (
            Strand(self.gettext("Registered"), "hollow"),
            Strand(self.gettext("Named (not all)") if is_partial else self.gettext("Received"), "soft"),
            Strand(self.gettext("Handed over"), "solid"),
        )
        shown = (measure.pledges > 0, self.books.has_income, measure.deliveries > 0)
        rows = [
            (self.giver(giver), _kept((flow.pledged, flow.received, flow.handed_over), shown))
            for giver, flow in measure.givers.items()
        ]
        title = self.gettext("Registered, received, handed over by ward")
        first = self.gettext("Ward or donor")
        return self._grouped(plan, key, title, _kept(strands, shown), first, rows, unit=measure.unit)

    def purpose(self, purpose_id: str) -> str:
        """Return the name of a purpose; "" is one that the ledger does not state."""
        if not purpose_id:
            return self.gettext("Purpose not stated")
        return self.site.purposes[purpose_id].name

    def giver(self, giver: Giver) -> str:
        """Return what a giver is called."""
        match giver.kind:
            case "ward":
                return self.site.organisation.units[giver.id].name
            case "donor":
                return self.site.donors[giver.id].name
            case _:
                return self.gettext("Without a ward")


def _kept(values: Iterable[_T], shown: Iterable[bool]) -> tuple[_T, ...]:
    """Return the values of what is shown."""
    return tuple(value for value, is_shown in zip(values, shown, strict=True) if is_shown)


def _months(received: Mapping[date, int], spent: Mapping[date, int]) -> dict[date, tuple[int, int]]:
    """Return both by month, from the first with a row to the last, none left out."""
    sums: dict[date, list[int]] = defaultdict(lambda: [0, 0])
    for index, days in enumerate((received, spent)):
        for day, amount in days.items():
            sums[day.replace(day=1)][index] += amount
    first, last = min(sums), max(sums)
    count = (last.year - first.year) * 12 + last.month - first.month + 1
    numbers = range(first.year * 12 + first.month - 1, first.year * 12 + first.month - 1 + count)
    months = [date(number // 12, number % 12 + 1, 1) for number in numbers]
    return {month: (sums[month][0], sums[month][1]) for month in months}
