"""One indicator over the years in words: its title, what each row is called, its table and description."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from minhbach.charts.contract import NOTHING, Table
from minhbach.derive.years import YearRow, list_year_rows
from minhbach.site.figure import Figure

if TYPE_CHECKING:
    from minhbach.pages.charting import ChartMaker


class YearsWords:
    """Tells the ``figures`` of one indicator and one body, the oldest first, in the words of ``maker``.

    A year without a figure is words, never a zero; what covers a part of its year says so; what cannot be
    compared says why.
    """

    def __init__(self, maker: ChartMaker, figures: Sequence[Figure]) -> None:
        self._maker, self._format = maker, maker.format
        self.gettext = maker.format.gettext
        self._times = Counter(maker.year_words(figure) for figure in figures)
        self._first = figures[0]
        self.rows = list_year_rows(figures)

    @property
    def title(self) -> str:
        """Return "Đơn vị máu (Hội CTĐ thành phố) qua các năm"."""
        words = self.gettext("{indicator} across the years")
        return words.format(indicator=self._format.indicator_name(self._first))

    @property
    def no_figure(self) -> str:
        """The words for a year of which the site has no figure: whether there is one, nobody says."""
        return self.gettext("no figure on this site")

    @property
    def description(self) -> str:
        """Everything in sentences, for people who do not see the chart."""
        return " ".join(self._describe(row) for row in self.rows)

    @property
    def table(self) -> Table:
        """A row for each figure and each gap."""
        where, year, *values = self._maker.table([]).headers
        headers = (year, where, *values, self.gettext("Note"))
        is_told_by_time = len(self._times) == self._times.total()
        cells = tuple(self._cells(row, len(headers)) for row in self.rows)
        return Table(headers, cells, ends_in_remarks=True, spare=1 if is_told_by_time else None)

    def label(self, row: YearRow) -> str:
        """Return what a row is called: its time, and what it is of where that alone does not tell it."""
        if row.figure is None:
            return _years(row)
        words = self._maker.year_words(row.figure)
        return words if self._times[words] == 1 else f"{words} – {row.figure.owner.name}"

    def note(self, figure: Figure) -> str:
        """Return what stands beneath a figure's bar."""
        notes = (self._maker.achievement_words(figure), *self._remarks(figure))
        return ". ".join(f"{note[:1].upper()}{note[1:]}" for note in notes if note)

    def _remarks(self, figure: Figure) -> list[str]:
        words = [self._format.as_of(figure), self._format.not_comparable(figure)]
        words += [item.rstrip(".") for item in self._maker.relations.contradictions(figure)]
        return [item for item in words if item]

    def _cells(self, row: YearRow, count: int) -> tuple[str, ...]:
        if row.figure is None:
            return (_years(row), NOTHING, self.no_figure, *[NOTHING] * (count - 3))
        where, year, *values = self._maker.row(row.figure)
        return (year, where, *values, ". ".join(self._remarks(row.figure)) or NOTHING)

    def _describe(self, row: YearRow) -> str:
        if row.figure is None:
            return f"{self.label(row)}: {self.no_figure}."
        sentences = (self._maker.describe(row.figure), *(f"{words}." for words in self._remarks(row.figure)))
        return f"{self.label(row)}: {' '.join(sentences)}"


def _years(row: YearRow) -> str:
    return str(row.first) if row.first == row.last else f"{row.first}–{row.last}"
