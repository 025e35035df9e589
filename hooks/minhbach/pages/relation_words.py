"""What a figure is beside others, in words: how it changed, its share of a whole, where sources disagree."""

from __future__ import annotations

from dataclasses import dataclass

from minhbach.derive.relations import Contradiction, derive_changes, derive_contradictions, derive_share
from minhbach.language import mark
from minhbach.numbers.change import Change, write_change
from minhbach.pages.formatting import Formatter
from minhbach.site.figure import Figure
from minhbach.site.model import Site


@dataclass(frozen=True)
class RelationLine:
    """One relation of a figure: what it is set against, how it stands, and whether its source says so."""

    name: str
    words: str
    stated: bool
    address: str
    """The figure it is set against; "" where only words name it."""


class RelationWords:
    """Writes the relations of the figures of one site."""

    def __init__(self, site: Site, formatter: Formatter) -> None:
        self.site = site
        self.format = formatter
        self.gettext = formatter.gettext

    def lines(self, figure: Figure) -> list[RelationLine]:
        """Return every relation of ``figure`` that is known, comparisons first."""
        lines = []
        for comparison in figure.comparisons:
            changes = derive_changes(self.site, figure, comparison)
            if changes:
                name = self.gettext(mark("Compared with {base}"))
                shown = self._changes(changes, figure.indicator.unit)
                words = name.format(base=self._name(comparison.other, comparison.base))
                stated = changes[0].stated is not None
                lines.append(RelationLine(words, shown, stated, self._known(comparison.other)))
        for share in figure.shares:
            percent = derive_share(self.site, figure, share)
            if percent is not None:
                name = self.gettext(mark("Share of {whole}")).format(
                    whole=self._name(share.other, share.whole)
                )
                words = self.format.percent(percent)
                lines.append(RelationLine(name, words, share.stated is not None, self._known(share.other)))
        return lines

    def contradictions(self, figure: Figure) -> list[str]:
        """Return a sentence for each contradiction of its sources: both numbers and the difference."""
        sentences = [self._contradiction(item, figure) for item in derive_contradictions(figure)]
        if sentences and figure.contradiction is not None:
            sentences.append(f"{figure.contradiction.rstrip('.')}.")
        return sentences

    def _contradiction(self, item: Contradiction, figure: Figure) -> str:
        unit = figure.indicator.unit
        details = {
            "stated": self.format.amount(item.stated, unit),
            "other": self.format.amount(item.other, unit),
            "difference": self.format.amount(item.difference, unit) if item.difference else "",
            "sources": self.format.sources(item.sources),
        }
        if item.kind == "parts":
            if item.difference is None:
                return self.gettext(
                    mark("The source contradicts itself: it states {stated}, its parts add up to {other}.")
                ).format(**details)
            return self.gettext(
                mark(
                    "The source contradicts itself: it states {stated}, its parts add up to {other}, "
                    "a difference of {difference}."
                )
            ).format(**details)
        words = mark("The sources contradict each other: {stated} here, {other} in {sources}.")
        if item.difference is not None:
            words = mark(
                "The sources contradict each other: {stated} here, {other} in {sources}, "
                "a difference of {difference}."
            )
        sentence = self.gettext(words).format(**details)
        return f"{sentence} {item.note.rstrip('.')}." if item.note else sentence

    def _changes(self, changes: tuple[Change, ...], unit: str) -> str:
        """Return the stated change alone; a calculated one in percent and in units."""
        if changes[0].stated is not None:
            return changes[0].stated
        shown = [write_change(change, unit) for change in changes if change.form != "times"]
        return ", ".join(shown) or write_change(changes[0], unit)

    def _name(self, address: str, words: str) -> str:
        other = self.site.figures.get(address)
        return self.format.figure_title(other) if other is not None else words or address

    def _known(self, address: str) -> str:
        return address if address in self.site.figures else ""
