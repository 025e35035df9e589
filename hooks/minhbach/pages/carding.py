"""Which words stand on the social card of a page."""

from __future__ import annotations

from dataclasses import replace

from minhbach.cards.model import Card
from minhbach.language import mark
from minhbach.numbers.writing import write_pieces
from minhbach.pages.renderer import Renderer
from minhbach.site.figure import Figure
from minhbach.site.model import Article
from minhbach.site.periods import figure_period


def article_card(renderer: Renderer, article: Article) -> Card:
    """Return the card of an article, with the figure it chose or else the first published one in its text."""
    record, site = article.record, renderer.site
    return _card(
        renderer,
        record.short_title or record.title,
        site.sections[record.section].name,
        headline_figure(renderer, article),
        day=renderer.format.day(record.published.date()),
    )


def headline_figure(renderer: Renderer, article: Article) -> Figure | None:
    """Return the figure that stands for an article, if it has one with a published value."""
    targets = (item.target for item in article.prose.references if item.kind == "figure")
    wanted = [article.record.headline] if article.record.headline else targets
    for target in wanted:
        figure = renderer.site.figures.get(".".join(target.split(".")[:2]))
        if figure is not None and figure.quantity is not None:
            return figure
    return None


def figure_card(renderer: Renderer, figure: Figure) -> Card:
    """Return the card of a figure's page. Where there is no value it says why."""
    card = _card(renderer, renderer.format.figure_name(figure), figure.owner.name, figure)
    if figure.quantity is None:
        return replace(card, note=renderer.format.missing(figure.missing))
    return card


def plain_card(renderer: Renderer, title: str, kicker: str = "", figure: Figure | None = None) -> Card:
    """Return the card of a page with a title, and with a figure where one stands for it."""
    return _card(renderer, title, kicker, figure)


def _card(renderer: Renderer, title: str, kicker: str, figure: Figure | None, day: str = "") -> Card:
    organisation = renderer.site.organisation
    number = unit = ""
    notes = []
    if figure is not None and figure.quantity is not None:
        pieces = write_pieces(figure.quantity, figure.indicator.unit)
        number = f"{pieces.before} {pieces.number}".strip()
        unit = f"{pieces.unit} {pieces.after}".strip()
        if figure.body is not None:
            # Beneath the number, as notes give way to long titles: whose it is must not.
            unit = f"{unit} – {figure.body.short_name}"
        # On the card of something else nothing tells what part of the year the figure covers.
        period = figure_period(figure)
        if period is not None and title != renderer.format.figure_name(figure):
            notes.append(renderer.format.time.period(period))
        notes.append(renderer.maker.achievement_words(figure))
    return Card(
        title=title,
        kicker=kicker,
        organisation=organisation.name,
        number=number,
        unit=unit,
        note=" · ".join(filter(None, notes)),
        day=day,
        sample=renderer.format.gettext(mark("SAMPLE DATA")) if organisation.sample else "",
    )
