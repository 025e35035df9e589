"""From figures to charts: the words, values and table of each chart of the site."""

from __future__ import annotations

from collections.abc import Sequence
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
from minhbach.derive.achievement import derive_achievement, derive_achievements, stated_achievement
from minhbach.derive.books import Books, derive_books
from minhbach.derive.money_charts import is_money_address
from minhbach.derive.plans import ChartPlan
from minhbach.derive.years import YearRow
from minhbach.language import mark
from minhbach.numbers.quantity import Quantity
from minhbach.pages.formatting import Formatter
from minhbach.pages.money_charting import MoneyChartMaker
from minhbach.pages.parts_words import PartsWords, lower_first
from minhbach.pages.relation_words import RelationWords
from minhbach.pages.years_words import YearsWords
from minhbach.records.knowing import Missing
from minhbach.site.figure import Figure, Target
from minhbach.site.model import Site
from minhbach.site.owner import with_body

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
        marks = self._marks(figure)
        result = self._bar(figure.quantity, self.gettext("Result"), marks, missing=figure.missing)
        if (percent := self._percent_of_unstated_target(figure)) is not None:
            # The target's amount is not known, its place is: the bar is drawn to the scale of percent.
            full = Mark("assigned", 100.0, self.gettext("100% of the assigned target"))
            result = replace(result, value=percent, marks=(full,))
        return TargetChart(
            text=text,
            bar=result,
            achievement_label=achievement or None,
            target_unstated_label=self.unstated_words(figure) or None,
            table=self.table([figure]),
        )

    def programme(self, plan: ChartPlan) -> ProgrammeChart:
        """One indicator of a programme across its years."""
        programme = self.site.programmes[plan.address.partition(".")[0]]
        bars = tuple(
            self._bar(
                figure.quantity,
                self.year_words(figure),
                self._marks(figure),
                self._note(figure),
                figure.missing,
            )
            for figure in plan.figures
        )
        title = self.gettext("{programme} across the years: {indicator}").format(
            programme=programme.name, indicator=lower_first(plan.figures[0].indicator.name)
        )
        description = " ".join(
            f"{self.year_words(figure)}: {self.describe(figure)}" for figure in plan.figures
        )
        return ProgrammeChart(self._text(plan, title, description), bars, self.table(plan.figures))

    def years(self, plan: ChartPlan) -> ProgrammeChart:
        """One indicator over the years, of one body."""
        words = YearsWords(self, plan.figures)
        # Each row says its own day; all of them together would say nothing.
        text = replace(self._text(plan, words.title, words.description), as_of="")
        return ProgrammeChart(text, tuple(self._year_bar(row, words) for row in words.rows), words.table)

    def _year_bar(self, row: YearRow, words: YearsWords) -> Bar:
        figure = row.figure
        if figure is None:
            return Bar(words.label(row), None, words.no_figure)
        bar = self._bar(figure.quantity, words.label(row), self._marks(figure), words.note(figure))
        if figure.comparable is not None:
            return replace(bar, value=None, marks=(), is_apart=True)
        return bar

    def series(self, plan: ChartPlan) -> SeriesChart:
        """The course of a figure over time."""
        figure = plan.figures[0]
        unit = figure.indicator.unit
        known = figure.known_series
        points = tuple(
            Point(point.as_of.day, float(quantity.value), self.format.number(quantity), point.as_of.minute)
            for point, quantity in known
        )
        title = self.gettext("{indicator} over time – {owner}").format(
            indicator=self.format.figure_name(figure), owner=figure.owner.name
        )
        times = [self.format.time.reading(point.as_of) for point in figure.series]
        rows = [
            (time, self.format.amount(point.quantity, unit, point.missing))
            for time, point in zip(times, figure.series, strict=True)
        ]
        notes = [point.note or "" for point in figure.series]
        has_hours = any(point.as_of.clock for point in figure.series)
        headers = (self.gettext(mark("Time") if has_hours else mark("Day")), self.format.figure_name(figure))
        table = Table(headers, tuple(rows))
        if any(notes):
            noted = tuple((*row, note) for row, note in zip(rows, notes, strict=True))
            table = Table((*headers, self.gettext("Note")), noted)
        return SeriesChart(
            text=self._text(plan, title, self._describe_series(figure)),
            points=points,
            marks=self._marks(figure),
            table=table,
            day_labels=(
                self.format.time.reading(known[0][0].as_of),
                self.format.time.reading(known[-1][0].as_of),
            ),
        )

    def _describe_series(self, figure: Figure) -> str:
        (first, _), (last, _) = figure.known_series[0], figure.known_series[-1]
        words = self.gettext("From {first} ({first_time}) to {last} ({last_time}).").format(
            first=self.format.amount(first.quantity, figure.indicator.unit),
            first_time=self.format.time.moment(first.as_of),
            last=self.format.amount(last.quantity, figure.indicator.unit),
            last_time=self.format.time.moment(last.as_of),
        )
        notes = [
            f"{self.format.time.reading(point.as_of)}: {point.note}" for point in figure.series if point.note
        ]
        return " ".join([words, *notes])

    def parts(self, plan: ChartPlan) -> BreakdownChart:
        """The parts of a figure, in the order of the record."""
        figure = plan.figures[0]
        words = PartsWords(self.format, figure)
        bars = tuple(
            self._bar(part.quantity, self.format.part_name(part), missing=part.missing)
            for part in figure.parts
        )
        headers = (words.heading, self.format.figure_name(figure))
        text = self._text(plan, words.title, words.description)
        return BreakdownChart(text, bars, Table(headers, words.rows), words.note)

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
        if figure.quantity is None or target is None or target.quantity is not None:
            return None
        stated = stated_achievement(figure, target)
        return None if stated is None else float(stated.value)

    # Words ------------------------------------------------------------------------------------------------

    def year_words(self, figure: Figure) -> str:
        """Return what stands for a figure in a list of years: "2024", "2025 (quý I), đợt hai"."""
        year = self.format.year_of(figure)
        return f"{year}, {figure.label}" if figure.label else year

    @cached_property
    def relations(self) -> RelationWords:
        """What figures are beside others, in words."""
        return RelationWords(self.site, self.format)

    def describe(self, figure: Figure) -> str:
        """Return a figure in one or two sentences, for people who do not see the chart."""
        unit = figure.indicator.unit
        sentences = [self.gettext("Result: {value}.").format(value=self.format.figure(figure))]
        if words := self.achievement_words(figure):
            sentences.append(f"{words[:1].upper()}{words[1:]}.")
        sentences += [f"{self.target_words(target, unit)}." for target in figure.targets]
        return " ".join([*sentences, *self.relations.contradictions(figure)])

    def target_words(self, target: Target, unit: str) -> str:
        """Return "Chỉ tiêu giao: 2.400 suất quà Tết" for any target."""
        name = self.gettext("Assigned target") if target.kind == "assigned" else self.gettext("Own target")
        origin = self.target_origin(target)
        amount = self.format.amount(target.quantity, unit, target.missing)
        return f"{name} ({origin}): {amount}" if origin else f"{name}: {amount}"

    def achievement_words(self, figure: Figure) -> str:
        """Return "đạt 227% chỉ tiêu giao", or "" where neither stated nor derivable."""
        achievement = derive_achievement(figure)
        words = mark("{percent} of the assigned target")
        if achievement is None:
            achievement, words = derive_achievement(figure, "own"), mark("{percent} of the own target")
        if achievement is None:
            return ""
        said = self.gettext(words).format(percent=self.format.percent(achievement.percent))
        period = achievement.target.period
        # "23%" of a year's plan must not be read as 23% of a quarter's.
        return said if period is None else f"{said} ({self.format.time.period(period)})"

    def list_achievements(self, figure: Figure) -> list[str]:
        """Return what was reached of each target, with whose it is: "đạt 104% chỉ tiêu giao" …"""
        words = {
            "assigned": mark("{percent} of the assigned target"),
            "own": mark("{percent} of the own target"),
        }
        found = []
        for item in derive_achievements(figure):
            kind, percent = item.target.kind, self.format.percent(item.percent)
            said = self.gettext(words[kind]).format(percent=percent)
            # Of one target of its kind its name says enough, unless it is set for another time.
            must_be_told = sum(target.kind == kind for target in figure.targets) > 1 or item.target.period
            whose = self.target_origin(item.target) if must_be_told else ""
            found.append(f"{said} ({whose})" if whose else said)
        return found

    def target_origin(self, target: Target) -> str:
        """Return by whom, for what time and when a target was set, as far as known: "Thành phố, năm 2025"."""
        time = self.format.time.period(target.period) if target.period is not None else ""
        day = self.format.day(target.decided) if target.decided is not None else ""
        return ", ".join(part for part in (target.by or "", time, day) if part)

    def unstated_words(self, figure: Figure) -> str:
        """Return the words for an assigned target whose amount is not known, or ""."""
        target = figure.target("assigned")
        if target is None or target.quantity is not None:
            return ""
        if target.missing is Missing.NOT_STATED:
            return self.gettext("The source does not state the target.")
        return f"{self.target_words(target, figure.indicator.unit)}."

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
        self,
        quantity: Quantity | None,
        label: str,
        marks: tuple[Mark, ...] = (),
        note: str = "",
        missing: Missing | None = None,
    ) -> Bar:
        if quantity is None:
            return Bar(label, None, self.format.missing(missing), note, marks)
        end: BarEnd = quantity.precision.value
        assert end in _ENDS
        return Bar(label, float(quantity.value), self.format.number(quantity), note, marks, end)

    def _text(self, plan: ChartPlan, title: str, description: str) -> ChartText:
        sources = self.format.sources(source for figure in plan.figures for source in figure.sources)
        as_of = dict.fromkeys(words for figure in plan.figures if (words := self.format.as_of(figure)))
        source = self.gettext("Source: {source}").format(source=sources)
        for figure in plan.figures:
            # With the drawing travels what must be known of its numbers.
            source = " ".join([source, *self.relations.contradictions(figure)])
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

    def table(self, figures: Sequence[Figure]) -> Table:
        """Return figures against their targets, as the table of their chart."""
        headers = (
            self.gettext("Where"),
            self.gettext("Year"),
            self.gettext("Result"),
            self.gettext("Assigned target"),
            self.gettext("Own target"),
            self.gettext("Achievement"),
        )
        return Table(headers, tuple(self.row(figure) for figure in figures))

    def row(self, figure: Figure) -> tuple[str, ...]:
        """Return the row of a figure in such a table."""
        return (
            with_body(figure.owner.name, figure.body),
            self.year_words(figure),
            self.format.figure(figure),
            self._target_cell(figure, "assigned"),
            self._target_cell(figure, "own"),
            "; ".join(self.list_achievements(figure)) or NOTHING,
        )

    def _target_cell(self, figure: Figure, kind: str) -> str:
        target = figure.target(kind)
        if target is None:
            return NOTHING
        return self.format.amount(target.quantity, figure.indicator.unit, target.missing)


def chart_key(address: str) -> str:
    """Return the name of a chart's downloads and the prefix of its ids: "2024.hien-mau" → "2024-hien-mau".

    Of charts from ledgers the parts are two hyphens apart, so that no figure can have the same name.
    """
    return address.replace(".", "--" if is_money_address(address) else "-")
