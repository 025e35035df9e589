"""What is said of the parts of a figure: their heading, whether they are all, and what they add up to."""

from __future__ import annotations

from functools import cached_property

from minhbach.language import mark
from minhbach.numbers.quantity import Precision, Quantity, exact
from minhbach.pages.formatting import Formatter
from minhbach.site.figure import Figure

HEADINGS = {
    "unit": mark("Unit that took part"),
    "ward": mark("Ward or commune"),
    "period": mark("Time"),
    "size": mark("Size"),
    "kind": mark("Kind"),
    "age": mark("Age"),
    "sex": mark("Sex"),
    "donor": mark("Who gave"),
    "recipient": mark("Who was helped"),
    "place": mark("Place"),
}


class PartsWords:
    """The words around the parts of one figure."""

    def __init__(self, formatter: Formatter, figure: Figure) -> None:
        self.format = formatter
        self.figure = figure
        self.gettext = formatter.gettext

    @property
    def heading(self) -> str:
        """What the parts are: "Phường, xã", "Nhóm máu"."""
        return self.figure.parts_heading or self.gettext(HEADINGS[self.figure.parts_by])

    @property
    def title(self) -> str:
        """The title of their chart and table."""
        return self.gettext(mark("{indicator} by {heading} – {owner}")).format(
            indicator=self.format.figure_name(self.figure),
            heading=lower_first(self.heading),
            owner=self.figure.owner.name,
        )

    @cached_property
    def rows(self) -> tuple[tuple[str, str], ...]:
        """A row for each part, then what the whole is said to be and what they add up to."""
        unit = self.figure.indicator.unit
        rows = [
            (self.format.part_name(part), self.format.amount(part.quantity, unit, part.missing))
            for part in self.figure.parts
        ]
        whole = self.format.figure(self.figure)
        if not self.figure.parts_complete:
            rows.append((self.gettext(mark("The whole, with what is not listed above")), whole))
        elif self.shown_sum is None and self.figure.contradiction is None:
            rows.append((self.gettext(mark("Total")), whole))
        elif self.shown_sum is None:
            rows.append((self.gettext(mark("Total as the source states it")), whole))
        else:
            rows.append((self.gettext(mark("Total as the source states it")), whole))
            added = self.format.amount(self.shown_sum, unit)
            rows.append((self.gettext(mark("Sum of the parts above (calculated)")), added))
        return tuple(rows)

    @property
    def note(self) -> str:
        """What readers must know before they add the parts up; "" where they add up to the digit."""
        if not self.figure.parts_complete:
            return self.gettext(mark("The parts above are not the whole."))
        if self.shown_sum is not None:
            unit = self.figure.indicator.unit
            return self.gettext(
                mark("The source states the total as {whole}; the parts add up to {sum}.")
            ).format(whole=self.format.figure(self.figure), sum=self.format.amount(self.shown_sum, unit))
        if self._differs:
            return self.gettext(mark("The parts are not exact, so their sum may differ from the total."))
        return ""

    @property
    def description(self) -> str:
        """All of it in sentences, for people who do not see the chart."""
        listed = "; ".join(f"{label}: {value}" for label, value in self.rows) + "."
        return f"{listed} {self.note}".rstrip()

    @cached_property
    def shown_sum(self) -> Quantity | None:
        """What complete, exact parts add up to, where the source itself does not state just that."""
        quantities = self._quantities()
        if quantities is None or any(item.precision is not Precision.EXACT for item in quantities):
            return None
        whole, added = self.figure.quantity, exact(sum(item.value for item in quantities))
        if whole is None or (whole.precision is Precision.EXACT and whole.value == added.value):
            return None
        return added

    @property
    def _differs(self) -> bool:
        quantities, whole = self._quantities(), self.figure.quantity
        return (
            quantities is not None
            and whole is not None
            and sum(item.value for item in quantities) != whole.value
        )

    def _quantities(self) -> list[Quantity] | None:
        """Return the values of all parts of a whole; None where one is not known or the list not whole."""
        quantities = [part.quantity for part in self.figure.parts if part.quantity is not None]
        if not self.figure.parts_complete or len(quantities) < len(self.figure.parts):
            return None
        return quantities


def lower_first(text: str) -> str:
    """Return ``text`` as it stands within a sentence: an abbreviation keeps its capitals."""
    return text if text[1:2].isupper() else f"{text[:1].lower()}{text[1:]}"
