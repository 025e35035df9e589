"""From figures to charts: the words, values and table of each chart of the site."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import get_args

from minhbach.charts.contract import (
    NOTHING,
    Bar,
    BarEnd,
    BreakdownChart,
    ChartText,
    Mark,
    Point,
    ProgrammeChart,
    ProgressBar,
    SeriesChart,
    Table,
    TableChart,
    TargetChart,
)
from minhbach.derive.achievement import derive_achievement
from minhbach.derive.books import Books, derive_books
from minhbach.derive.money_charts import is_money_address
from minhbach.derive.plans import ChartPlan
from minhbach.derive.years import YearRow, list_year_rows
from minhbach.numbers.quantity import Quantity
from minhbach.pages.formatting import Formatter
from minhbach.pages.money_charting import MoneyChartMaker
from minhbach.site.model import Figure, Site, Target

_ENDS: frozenset[str] = frozenset(get_args(BarEnd))


class ChartMaker:
    """Makes the charts of a site in the words of one language."""

    def __init__(self, site: Site, formatter: Formatter, books: Books | None = None) -> None:
        """``books``: what the ledgers of ``site`` add up to, where that is known already."""
        self.site = site
        self.format = formatter
        self.gettext = formatter.gettext
        self.books = books or derive_books(site)

    def make(self, plan: ChartPlan) -> TableChart:
        """Return the chart that ``plan`` describes."""
        match plan.kind:
            case "target":
                return self.target(plan)
            case "series":
                return self.series(plan)
            case "parts":
                return self.parts(plan)
            case "programme":
                return self.programme(plan)
            case "years":
                return self.years(plan)
            case _:
                marks = self._marks(plan.figures[0]) if plan.figures else ()
                return self.money.make(plan, plan.kind, marks, chart_key(plan.address))

    @cached_property
    def money(self) -> MoneyChartMaker:
        """The maker of the charts that are drawn from ledgers."""
        return MoneyChartMaker(self.site, self.format, self.books)

    def target(self, plan: ChartPlan) -> TargetChart:
        """A result against its targets."""
        figure = plan.figures[0]
        achievement = self.achievement_words(figure)
        text = self._text(plan, self.format.figure_title(figure), self.describe(figure))
        result = self._bar(figure.quantity, self.gettext("Result"), self._marks(figure))
        if (percent := self._percent_of_unstated_target(figure)) is not None:
            # The target's amount is not known, its place is: the bar is drawn to the scale of percent.
            mark = Mark("assigned", 100.0, self.gettext("100% of the assigned target"))
            result = replace(result, value=percent, marks=(mark,))
        return TargetChart(
            text=text,
            bar=result,
            achievement_label=achievement or None,
            target_unstated_label=self.unstated_words(figure) or None,
            table=self._table([figure]),
        )

    def programme(self, plan: ChartPlan) -> ProgrammeChart:
        """One indicator of a programme across its years."""
        programme = self.site.programmes[plan.address.partition(".")[0]]
        bars = tuple(
            self._bar(figure.quantity, str(figure.owner.year), self._marks(figure), self._note(figure))
            for figure in plan.figures
        )
        title = self.gettext("{programme} across the years: {indicator}").format(
            programme=programme.name, indicator=_lower_first(plan.figures[0].indicator.name)
        )
        description = " ".join(f"{figure.owner.year}: {self.describe(figure)}" for figure in plan.figures)
        return ProgrammeChart(self._text(plan, title, description), bars, self._table(plan.figures))

    def years(self, plan: ChartPlan) -> ProgrammeChart:
        """One indicator over the years: gaps are words, and what cannot be compared stands apart with why."""
        title = self.gettext("{indicator} across the years").format(
            indicator=self.format.indicator_name(plan.figures[0])
        )
        rows = list_year_rows(plan.figures)
        text = self._text(plan, title, " ".join(self._describe_year(row) for row in rows))
        where, year, *values = self._table([]).headers
        headers = (year, where, *values, self.gettext("Note"))
        table = Table(
            headers, tuple(self._year_cells(row, len(headers)) for row in rows), ends_in_remarks=True
        )
        # Each row says its own day; all of them together would say nothing.
        return ProgrammeChart(replace(text, as_of=""), tuple(self._year_bar(row) for row in rows), table)

    def _year_bar(self, row: YearRow) -> Bar:
        figure, label = row.figure, self.year_label(row)
        if figure is None:
            return Bar(label, None, self._no_figure())
        bar = self._bar(figure.quantity, label, self._marks(figure), self._year_note(figure))
        if figure.comparable is not None:
            return replace(bar, value=None, marks=(), is_apart=True)
        return bar

    def _year_cells(self, row: YearRow, count: int) -> tuple[str, ...]:
        figure, years = row.figure, _years(row)
        if figure is None:
            return (years, NOTHING, self._no_figure(), *[NOTHING] * (count - 3))
        where, _year, *values = self._row(figure)
        notes = [words for words in (self.format.not_comparable(figure), self.format.as_of(figure)) if words]
        return (years, where, *values, ". ".join(notes) or NOTHING)

    def _describe_year(self, row: YearRow) -> str:
        label, figure = self.year_label(row), row.figure
        if figure is None:
            return f"{label}: {self._no_figure()}."
        notes = (self.format.not_comparable(figure), self.format.as_of(figure))
        return " ".join((f"{label}: {self.describe(figure)}", *(f"{note}." for note in notes if note)))

    def year_label(self, row: YearRow) -> str:
        """Return what a row of years is called: its year, and of what it is where the year has several."""
        if row.figure is not None and row.is_one_of_several:
            return f"{_years(row)} – {row.figure.owner.name}"
        return _years(row)

    def _year_note(self, figure: Figure) -> str:
        notes = (self._note(figure), self.format.as_of(figure), self.format.not_comparable(figure))
        return ". ".join(f"{note[:1].upper()}{note[1:]}" for note in notes if note)

    def _no_figure(self) -> str:
        return self.gettext("no figure on this site")

    def series(self, plan: ChartPlan) -> SeriesChart:
        """The course of a figure over time."""
        figure = plan.figures[0]
        unit = figure.indicator.unit
        points = tuple(
            Point(point.as_of, float(point.quantity.value), self.format.number(point.quantity))
            for point in figure.series
        )
        first, last = figure.series[0], figure.series[-1]
        title = self.gettext("{indicator} over time – {owner}").format(
            indicator=self.format.figure_name(figure), owner=figure.owner.name
        )
        description = self.gettext("From {first} on {first_day} to {last} on {last_day}.").format(
            first=self.format.amount(first.quantity, unit),
            first_day=self.format.day(first.as_of),
            last=self.format.amount(last.quantity, unit),
            last_day=self.format.day(last.as_of),
        )
        rows = tuple((self.format.day(p.as_of), self.format.amount(p.quantity, unit)) for p in figure.series)
        return SeriesChart(
            text=self._text(plan, title, description),
            points=points,
            marks=self._marks(figure),
            table=Table((self.gettext("Day"), self.format.figure_name(figure)), rows),
            day_labels=(self.format.day(first.as_of), self.format.day(last.as_of)),
        )

    def parts(self, plan: ChartPlan) -> BreakdownChart:
        """The parts of a figure, in the order of the record."""
        figure = plan.figures[0]
        unit = figure.indicator.unit
        bars = tuple(self._bar(part.quantity, part.label) for part in figure.parts)
        title = self.gettext("{indicator} by unit – {owner}").format(
            indicator=self.format.figure_name(figure), owner=figure.owner.name
        )
        rows = [(part.label, self.format.amount(part.quantity, unit)) for part in figure.parts]
        if figure.parts_complete and figure.quantity is not None:
            rows.append((self.gettext("Total"), self.format.figure(figure)))
        description = "; ".join(f"{label}: {value}" for label, value in rows) + "."
        headers = (self.gettext("Unit or kind"), self.format.figure_name(figure))
        return BreakdownChart(self._text(plan, title, description), bars, Table(headers, tuple(rows)))

    def progress(self, figure: Figure, key: str) -> ProgressBar:
        """The progress of a figure towards its target, for lists. ``key`` is unique on the page."""
        target = figure.target("assigned")
        if target is None or target.quantity is None:
            target = figure.target("own") or target
        text = ChartText(
            key=key,
            title=self.format.figure_title(figure),
            description=self.describe(figure),
            source="",
            as_of="",
            unit="",
        )
        value = None if figure.quantity is None else float(figure.quantity.value)
        goal = None if target is None or target.quantity is None else float(target.quantity.value)
        if (percent := self._percent_of_unstated_target(figure)) is not None:
            value, goal = percent, 100.0
        # The words stand beside the bar in the page: within it they would shrink on a narrow card.
        return ProgressBar(text, value, goal, label="")

    def _percent_of_unstated_target(self, figure: Figure) -> float | None:
        """Return the stated achievement where it is all that is known of the target."""
        target = figure.target("assigned")
        if (
            figure.quantity is None
            or figure.achievement is None
            or target is None
            or target.quantity is not None
        ):
            return None
        return float(figure.achievement.value)

    # Words ------------------------------------------------------------------------------------------------

    def describe(self, figure: Figure) -> str:
        """Return a figure in one or two sentences, for people who do not see the chart."""
        unit = figure.indicator.unit
        if figure.quantity is None:
            sentences = [self.gettext("Result: {value}.").format(value=self.format.not_published)]
        else:
            sentences = [
                self.gettext("Result: {value}.").format(value=self.format.amount(figure.quantity, unit))
            ]
        if words := self.achievement_words(figure):
            sentences.append(f"{words[:1].upper()}{words[1:]}.")
        for target in figure.targets:
            sentences.append(f"{self.target_words(target, unit)}.")
        return " ".join(sentences)

    def target_words(self, target: Target, unit: str) -> str:
        """Return "Chỉ tiêu giao: 2.400 suất quà Tết" for any target."""
        name = self.gettext("Assigned target") if target.kind == "assigned" else self.gettext("Own target")
        amount = self.format.amount(target.quantity, unit) if target.quantity else self.format.not_stated
        return f"{name}: {amount}"

    def achievement_words(self, figure: Figure) -> str:
        """Return "đạt 227% chỉ tiêu giao", or "" where neither stated nor derivable."""
        achievement = derive_achievement(figure)
        if achievement is not None:
            return self.gettext("{percent} of the assigned target").format(
                percent=self.format.percent(achievement.percent)
            )
        achievement = derive_achievement(figure, "own")
        if achievement is None:
            return ""
        return self.gettext("{percent} of the own target").format(
            percent=self.format.percent(achievement.percent)
        )

    def unstated_words(self, figure: Figure) -> str:
        """Return the words for an assigned target whose amount the source leaves out, or ""."""
        target = figure.target("assigned")
        if target is None or target.quantity is not None:
            return ""
        return self.gettext("The source does not state the target.")

    def _note(self, figure: Figure) -> str:
        return self.achievement_words(figure)

    def _marks(self, figure: Figure) -> tuple[Mark, ...]:
        marks = []
        for target in figure.targets:
            if target.quantity is not None:
                name = (
                    self.gettext("Assigned target")
                    if target.kind == "assigned"
                    else self.gettext("Own target")
                )
                label = f"{name}: {self.format.number(target.quantity)}"
                marks.append(Mark(target.kind, float(target.quantity.value), label))
        return tuple(marks)

    def _bar(
        self, quantity: Quantity | None, label: str, marks: tuple[Mark, ...] = (), note: str = ""
    ) -> Bar:
        if quantity is None:
            return Bar(label, None, self.format.not_published, note, marks)
        end: BarEnd = quantity.precision.value
        assert end in _ENDS
        return Bar(label, float(quantity.value), self.format.number(quantity), note, marks, end)

    def _text(self, plan: ChartPlan, title: str, description: str) -> ChartText:
        sources = dict.fromkeys(self.format.source(figure.source) for figure in plan.figures)
        as_of = dict.fromkeys(words for figure in plan.figures if (words := self.format.as_of(figure)))
        source = self.gettext("Source: {source}").format(source="; ".join(sources))
        if self.site.organisation.sample:
            source = f"{self.gettext('SAMPLE DATA')}. {source}"
        return ChartText(
            key=chart_key(plan.address),
            title=title,
            description=description,
            source=source,
            as_of="; ".join(as_of),
            unit=self.gettext("Unit: {unit}").format(unit=plan.figures[0].indicator.unit),
        )

    def _table(self, figures: list[Figure] | tuple[Figure, ...]) -> Table:
        headers = (
            self.gettext("Where"),
            self.gettext("Year"),
            self.gettext("Result"),
            self.gettext("Assigned target"),
            self.gettext("Own target"),
            self.gettext("Achievement"),
        )
        return Table(headers, tuple(self._row(figure) for figure in figures))

    def _row(self, figure: Figure) -> tuple[str, ...]:
        return (
            figure.owner.name,
            str(figure.owner.year),
            self.format.figure(figure),
            self._target_cell(figure, "assigned"),
            self._target_cell(figure, "own"),
            self.achievement_words(figure) or NOTHING,
        )

    def _target_cell(self, figure: Figure, kind: str) -> str:
        target = figure.target(kind)
        if target is None:
            return NOTHING
        if target.quantity is None:
            return self.format.not_stated
        return self.format.amount(target.quantity, figure.indicator.unit)


def chart_key(address: str) -> str:
    """Return the name of a chart's downloads and the prefix of its ids: "2024.hien-mau" → "2024-hien-mau".

    Of charts from ledgers the parts are two hyphens apart, so that no figure can have the same name.
    """
    return address.replace(".", "--" if is_money_address(address) else "-")


def _years(row: YearRow) -> str:
    return str(row.first) if row.first == row.last else f"{row.first}–{row.last}"


def _lower_first(text: str) -> str:
    return text[:1].lower() + text[1:]
