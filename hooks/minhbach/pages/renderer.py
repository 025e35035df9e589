"""Rendering: templates, prose and charts into the HTML of one page, with links relative to its address."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from minhbach.charts.contract import NOTHING, Chart, TableChart
from minhbach.charts.outputs import draw_inline_svg
from minhbach.derive.achievement import (
    derive_achievement,
    derive_achievements,
    derive_implied_target,
    derive_own_against_assigned,
    derive_per_unit,
)
from minhbach.derive.books import Books
from minhbach.derive.charts import (
    figure_charts,
    figure_years_charts,
    list_published_charts,
    programme_charts,
)
from minhbach.derive.headline import headline_end
from minhbach.derive.plans import ChartPlan
from minhbach.derive.values import find_value
from minhbach.exports.model import Exports
from minhbach.language import Catalogue
from minhbach.numbers.writing import write_interval, write_number
from minhbach.outputs.model import Crumb
from minhbach.pages.charting import ChartMaker, chart_key
from minhbach.pages.drawn import draw_fallback
from minhbach.pages.formatting import NBSP, Formatter
from minhbach.pages.ledger_words import LedgerWords
from minhbach.pages.sharing import facebook_share_url, zalo_share_url
from minhbach.pages.source_links import SourceLinks
from minhbach.pages.support_words import SupportWords
from minhbach.photos.model import WebPhoto
from minhbach.prose.markup import Prose
from minhbach.prose.slots import fill_slots, without_links
from minhbach.records.knowing import Missing
from minhbach.site import addresses
from minhbach.site.figure import Figure, Target
from minhbach.site.links import LinkKind, LinkResolver
from minhbach.site.lists import WITH_FEEDS, list_news
from minhbach.site.model import Article, Campaign, Photo, Site
from minhbach.site.periods import figure_period
from minhbach.site.source import Source

TEMPLATES = Path(__file__).parent / "templates"
_CARD_SIZES = "(max-width: 480px) 96px, 360px"
_LEAD_SIZES = "(max-width: 960px) calc(100vw - 32px), 760px"
_INLINE_SIZES = "(max-width: 752px) 100vw, 720px"
LONG_NUMBER = 11
"""Characters of a number; one that is longer is set smaller where it is the hero of a card."""
CARD_FIGURES = 2
"""Figures on the card of a campaign."""
NO_LINK = "\ue013"
"""In place of an address: what would lead to an article that is not published yet is shown as words."""


def base_of(address: str) -> str:
    """Return the way from the page at ``address`` to the site's root: "tin-tuc/2025/" → "../../"."""
    return "../" * address.count("/") or "./"


@dataclass
class PageContext:
    """What one page needs while it is rendered: the way to the root, and the charts already on it."""

    address: str
    trail: tuple[Crumb, ...] = ()
    """The pages above it, which its template shows."""
    root: str = ""
    """The site's public address, for what is read elsewhere (feeds): then every link is absolute."""
    charts: dict[str, int] = field(default_factory=dict)

    @property
    def base(self) -> str:
        """The way from the page to the site's root."""
        return self.root or base_of(self.address)


class Renderer:
    """Renders the pages of one site in one language.

    It remembers drawn charts (a chart stands on several pages and is drawn once) and which files the pages
    ask for, so that exactly these are published. ``charts`` and ``photos`` are by address and by path.
    """

    def __init__(
        self,
        site: Site,
        catalogue: Catalogue,
        charts: Mapping[str, TableChart],
        photos: Mapping[str, WebPhoto],
        exports: Exports,
        books: Books | None = None,
    ) -> None:
        """``books``: what the ledgers of ``site`` add up to, where that is known already."""
        self.site = site
        self.catalogue = catalogue
        self.charts = charts
        self.photos = photos
        self.exports = exports
        self.format = Formatter(catalogue)
        self.maker = ChartMaker(site, self.format, books)
        self.sources = SourceLinks(site, self.format)
        self.links = LinkResolver(site)
        self.lists = list_news(site)
        self.plans = {plan.address: plan for plan in list_published_charts(site)}
        self.published_files: set[str] = set()
        self._drawn: dict[Chart, str] = {}
        self._cards: dict[tuple[str, str, int, bool], Markup] = {}
        self._environment = self._make_environment()

    def _make_environment(self) -> Environment:
        environment = Environment(
            loader=FileSystemLoader(TEMPLATES),
            autoescape=True,
            bytecode_cache=_compiled_templates(),
            auto_reload=False,  # a build asks for a template thousands of times, and none changes meanwhile
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            extensions=["jinja2.ext.i18n"],
        )
        environment.install_gettext_callables(  # type: ignore[attr-defined]
            self.catalogue.gettext, self.catalogue.ngettext, newstyle=True
        )
        environment.filters["capital"] = lambda text: text[:1].upper() + text[1:]
        environment.globals.update(
            site=self.site,
            format=self.format,
            Missing=Missing,
            maker=self.maker,
            ledger_words=LedgerWords(self.format),
            support_words=SupportWords(self.format).given,
            at=addresses,
            with_feeds=WITH_FEEDS,
            NBSP=NBSP,
            NOTHING=NOTHING,
            LONG_NUMBER=LONG_NUMBER,
            achievement=derive_achievement,
            achievements=derive_achievements,
            own_against_assigned=derive_own_against_assigned,
            implied_targets=self.implied_targets,
            per_unit=self.per_unit,
            headline_end=headline_end,
            figure_period=figure_period,
            card_figures=self.card_figures,
            figure_charts=figure_charts,
            figure_years_charts=lambda figure: figure_years_charts(self.site, figure),
            programme_charts=lambda programme: programme_charts(self.site, programme),
            article_card=self.article_card,
            lead_photo=self.lead_photo,
            thumbnail=self.thumbnail,
            chart=self.chart,
            exists=lambda address: address in self.links.anchors,
            progress=self.progress,
            source_link=self.sources.link,
            source_links=self.sources.links,
            document_link=self.sources.document,
            rewritten_from=self.sources.rewritten_from,
            zalo_share_url=zalo_share_url,
            facebook_share_url=facebook_share_url,
        )
        return environment

    def render(self, template: str, page: PageContext, **values: Any) -> str:
        """Render ``template`` as the body of ``page``."""
        return self._environment.get_template(template).render(page=page, base=page.base, **values)

    def article_card(
        self, page: PageContext, article: Article, level: int = 3, *, pinned: bool = False
    ) -> Markup:
        """Return an article as an entry of a list on ``page``, its title a heading of ``level``.

        Made once for all pages of the same depth: an article stands in many lists.
        """
        key = page.base, article.id, level, pinned
        if key not in self._cards:
            html = self.render("_card.html", page, article=article, level=level, pinned=pinned)
            self._cards[key] = Markup(html)
        return self._cards[key]

    def thumbnail(self, page: PageContext, article: Article) -> Markup:
        """Return the picture of an article for a list on ``page``: its first photo, else a drawing."""
        return self._first_photo(page, article, _CARD_SIZES, lazy=True) or draw_fallback(article.id)

    def lead_photo(self, page: PageContext, article: Article) -> Markup:
        """Return the photo of the article that leads the front page; nothing where it has none.

        A drawing of that size would say nothing at the place that is read first.
        """
        return self._first_photo(page, article, _LEAD_SIZES, lazy=False)

    def _first_photo(self, page: PageContext, article: Article, sizes: str, *, lazy: bool) -> Markup:
        web = next((self.photos[photo.path] for photo in article.photos if photo.path in self.photos), None)
        if web is None:
            return Markup()
        macros: Any = self._environment.get_template("_photo.html").module
        return Markup(macros.thumbnail(page.base, web, sizes, lazy))

    # Charts ------------------------------------------------------------------------------------------------

    def chart(self, page: PageContext, address: str, alt: str = "") -> Markup:
        """Return the chart at ``address`` for ``page``: drawing, source, data table and downloads."""
        plan = self.plans[address]  # that there is one was checked before any page is made
        chart = self.charts[address]
        count = page.charts[address] = page.charts.get(address, 0) + 1
        key = _anchor(address, count)
        text = chart.text
        described = f"{alt.rstrip('.')}. {text.description}" if alt else text.description
        here = replace(chart, text=replace(text, key=key, description=described))
        template = self._environment.get_template("_chart.html")
        return Markup(
            template.render(
                page=page,
                base=page.base,
                chart=chart,
                key=key,
                svg=Markup(self._draw(here)),
                plan=plan,
                sources=_sources(plan),
                file=f"{page.base}{addresses.CHARTS}{chart_key(address)}",
            )
        )

    def table(self, page: PageContext, address: str, alt: str) -> Markup:
        """Return the table of the chart at ``address`` for ``page``, with its source.

        ``alt`` is what the text calls it; the table's own title says whose figures they are.
        """
        chart, plan = self.charts[address], self.plans[address]
        shown = {"text": chart.text, "table": chart.table.for_text(), "name": alt, "plan": plan}
        file = f"{page.base}{addresses.CHARTS}{chart_key(address)}"
        return Markup(self.render("_table.html", page, sources=_sources(plan), file=file, **shown))

    def picture_of_chart(self, page: PageContext, address: str, alt: str) -> Markup:
        """Return the chart at ``address`` as a picture, for where no drawing can stand."""
        text = self.charts[address].text
        return Markup('<p><img src="{}" alt="{}"></p><p>{}</p>').format(
            f"{page.base}{addresses.CHARTS}{chart_key(address)}.png", alt or text.title, text.description
        )

    def progress(self, page: PageContext, figure: Figure) -> Markup:
        """Return a figure's progress bar for a list on ``page``."""
        address = f"progress.{figure.address}"
        count = page.charts[address] = page.charts.get(address, 0) + 1
        return Markup(self._draw(self.maker.progress(figure, _anchor(address, count))))

    def _draw(self, chart: Chart) -> str:
        """Return the drawing of ``chart``, drawn once however many pages show it."""
        if chart not in self._drawn:
            self._drawn[chart] = draw_inline_svg(chart)
        return self._drawn[chart]

    # Words that need the site -------------------------------------------------------------------------------

    def card_figures(self, campaign: Campaign) -> list[Figure]:
        """Return the figures for a campaign's card: its first two, of one name only the first."""
        by_name: dict[str, Figure] = {}
        for address in campaign.figures:
            figure = self.site.figures[address]
            by_name.setdefault(figure.indicator.name, figure)
        return list(by_name.values())[:CARD_FIGURES]

    def implied_targets(self, figure: Figure) -> list[tuple[Target, str]]:
        """Return unstated targets with the whole numbers that each may be, as "1.218–1.220"."""
        found = []
        for kind in ("assigned", "own"):
            target, implied = figure.target(kind), derive_implied_target(figure, kind)
            if target is not None and implied is not None:
                low, high = (write_number(Decimal(bound), Decimal(1)) for bound in implied)
                found.append((target, low if low == high else f"{low}–{high}"))
        return found

    def per_unit(self, figure: Figure) -> str:
        """Return what one of the counted things comes to, as "667–687 nghìn đồng/suất quà Tết", or ""."""
        interval = derive_per_unit(self.site, figure)
        if interval is None or figure.per is None:
            return ""
        counted = self.site.figures[figure.per]
        amount = write_interval(interval, digits=3)
        return f"{amount}{NBSP}{figure.indicator.unit}/{counted.indicator.unit}"

    # Prose -------------------------------------------------------------------------------------------------

    def prose(self, page: PageContext, path: str, prose: Prose, photos: Iterable[Photo] = ()) -> Markup:
        """Return the HTML of a text written in the content file ``path``.

        ``photos`` are those that its front matter lists; where the text shows one, it has caption and credit.
        """
        listed = {photo.path: photo for photo in photos}

        def resolve(kind: str, target: str, text: str) -> str:
            match kind:
                case "figure":
                    address = ".".join(target.split(".")[:2])
                    return str(escape(page.base + addresses.figure_address(address)))
                case "value":
                    value = find_value(self.site, target)
                    return "" if value is None or value.quantity is None else f"{value.quantity.value:f}"
                case "chart":
                    show = self.picture_of_chart if page.root else self.chart
                    return str(show(page, target, text))
                case "back":
                    words = self.format.gettext("Back to where note {number} stands in the text")
                    return str(escape(words.format(number=target)))
                case "table":
                    return str(self.table(page, target, text))
                case "columns":
                    words = self.format.gettext("Table: {columns}")
                    return str(escape(words.format(columns=target)))
                case "image" | "inline":
                    file = self.links.resolve(path, target).address
                    return str(self._image(page, file, text, listed.get(file), kind == "image"))
                case _:
                    return str(escape(self._link(page, path, target)))

        return Markup(without_links(fill_slots(prose.html, resolve), NO_LINK))

    def _link(self, page: PageContext, path: str, target: str) -> str:
        link = self.links.resolve(path, target)
        fragment = f"#{link.fragment}" if link.fragment else ""
        match link.kind:
            case LinkKind.FOREIGN:
                return link.address
            case LinkKind.UNPUBLISHED:
                return NO_LINK
            case LinkKind.PAGE:
                return (
                    fragment
                    if link.address == page.address and fragment and not page.root
                    else f"{page.base}{link.address}{fragment}"
                )
            case LinkKind.ASSET if link.address in self.photos:
                return page.base + self.photos[link.address].address
            case LinkKind.ASSET:
                return page.base + self.publish_file(link.address) + fragment
        raise AssertionError(target)  # checked before any page is made

    def _image(self, page: PageContext, file: str, alt: str, listed: Photo | None, alone: bool) -> Markup:
        """Return an image of a text: a listed photo as a figure, another photo, or a drawing (SVG)."""
        web = self.photos.get(file)
        if web is None:
            return Markup('<img src="{}" alt="{}" loading="lazy">').format(
                page.base + self.publish_file(file), alt
            )
        macros: Any = self._environment.get_template("_photo.html").module
        if listed is not None:
            return Markup(macros.photo_figure(page.base, listed, web, alt))
        if alone:
            return Markup(macros.plain_figure(page.base, web, alt))
        return Markup(macros.picture(page.base, web, alt, _INLINE_SIZES))

    def publish_file(self, path: str) -> str:
        """Note that a page needs the file ``path`` of the repository; return its address."""
        self.published_files.add(path)
        return addresses.file_address(path)


class _CompiledTemplates(FileSystemBytecodeCache):
    """Templates as compiled by earlier builds, valid for the same text: a sixth of a small build."""

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """Return the key of a template by its name alone: wherever this package lies, it is the same."""
        return super().get_cache_key(name)


def _compiled_templates() -> _CompiledTemplates | None:
    """Return where they are kept: the user's own folder for passing files; None where no folder is safe."""
    try:
        # Jinja tells apart texts and versions, but not the options of the environment: those are in the name.
        return _CompiledTemplates(pattern="__minhbach_trimmed_escaped_i18n_%s.cache")
    except (OSError, RuntimeError):
        return None


def _sources(plan: ChartPlan) -> list[Source]:
    return list(dict.fromkeys(source for figure in plan.figures for source in figure.sources))


def _anchor(address: str, count: int) -> str:
    """Return the id of a chart, the ``count``-th of its address on a page.

    Two hyphens keep it apart from the ids of headings, which never have two in a row.
    """
    return f"mb--{chart_key(address)}" if count == 1 else f"mb--{chart_key(address)}--{count}"
