"""Articles: their pages, the notices of withdrawn ones, and summaries in other languages."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from minhbach.derive.reading import reading_minutes
from minhbach.derive.related import Neighbourhood
from minhbach.language import mark, read_catalogue
from minhbach.outputs.model import Crumb, Meta, Page, SearchEntry
from minhbach.pages.carding import article_card
from minhbach.pages.formatting import Formatter
from minhbach.pages.head import card_address
from minhbach.pages.photos import place_photos
from minhbach.pages.renderer import PageContext, Renderer
from minhbach.pages.structured import describe_article
from minhbach.pages.trail import lay_trail
from minhbach.site.addresses import NEWS, article_address, section_address, translation_address
from minhbach.site.model import Article, Translation

_SESSIONS = {"morning": mark("morning of"), "afternoon": mark("afternoon of"), "evening": mark("evening of")}


def make_article_pages(renderer: Renderer) -> Iterator[Page]:
    """Make the page of every article, with its summary in another language where there is one."""
    neighbourhood = Neighbourhood(renderer.site)
    for article in renderer.site.articles.values():
        yield make_article_page(renderer, article, neighbourhood)
        if article.translation is not None:
            yield make_translation_page(renderer, article, article.translation)


def make_article_page(renderer: Renderer, article: Article, neighbourhood: Neighbourhood) -> Page:
    """Make the page of one article."""
    site, record = renderer.site, article.record
    page = PageContext(article_address(article.id), trail=_trail(renderer, article))
    targets = (item.target for item in article.prose.references if item.kind == "figure")
    used = dict.fromkeys(".".join(target.split(".")[:2]) for target in targets)
    html = renderer.render(
        "article.html",
        page,
        article=article,
        body=renderer.prose(page, article.path, article.prose, article.photos),
        minutes=reading_minutes(article.prose.word_count),
        session=renderer.format.gettext(_SESSIONS[record.event.session])
        if record.event and record.event.session
        else "",
        photos=place_photos(article, renderer.links),
        web=renderer.photos,
        attachments=[(item, renderer.publish_file(item.path)) for item in article.attachments],
        figures=[site.figures[address] for address in used],
        campaigns=[site.campaigns[campaign] for campaign in dict.fromkeys(record.campaigns)],
        document=record.source,
        based_on=record.based_on,
        url=site.settings.absolute(page.address),
        summary_link=read_catalogue(article.translation.language).gettext(mark("Summary in English"))
        if article.translation
        else "",
        corrected=[note for note in record.corrections if note.kind == "correction"],
        older=neighbourhood.older(article),
        newer=neighbourhood.newer(article),
        related=neighbourhood.related(article),
    )
    made = Page(
        address=page.address,
        title=record.title,
        description=record.summary,
        html=html,
        kind="article",
        headings=article.prose.headings,
        updated=article.changed,
        meta=Meta(
            card=article_card(renderer, article),
            trail=page.trail,
            feeds=NEWS,
            languages=_languages(article),
            is_article=True,
            published=record.published,
            section=site.sections[record.section].name,
            tags=article.tags,
            short_title=record.short_title or "",
            listed=article.is_public,
        ),
        search=(SearchEntry("article", record.section, record.published.date()),),
    )
    images = [
        site.settings.absolute(address)
        for address in (card_address(made), *_photo_addresses(renderer, article))
    ]
    structured = describe_article(site, article, page.address, [image for image in images if image])
    return made.with_meta(structured=(structured,))


def make_translation_page(renderer: Renderer, article: Article, translation: Translation) -> Page:
    """Make the page with an article's summary in another language."""
    page = PageContext(translation_address(article.id))
    record = translation.record
    body = renderer.prose(page, translation.path, translation.prose)
    words = Formatter(read_catalogue(translation.language))
    updated = article.record.updated
    html = renderer.render(
        "translation.html",
        page,
        article=article,
        record=record,
        body=body,
        moment=words.moment_html(article.record.published),
        updated=Markup("{} {}").format(words.gettext("Updated:"), words.moment_html(updated))
        if updated
        else "",
        explanation=words.gettext(mark("A summary in English of an article in Vietnamese.")),
    )
    return Page(
        address=page.address,
        title=record.title,
        description=record.summary,
        html=html,
        kind="translation",
        headings=translation.prose.headings,
        updated=article.changed,
        language=translation.language,
        meta=Meta(
            card=article_card(renderer, article),
            languages=_languages(article),
            is_article=True,
            published=article.record.published,
            section=renderer.site.sections[article.record.section].name,
            listed=article.is_public,
        ),
    )


def make_notices(renderer: Renderer) -> Iterator[Page]:
    """Make the page that stands in the place of every withdrawn article."""
    gettext = renderer.format.gettext
    for article in renderer.site.withdrawn.values():
        assert article.record.withdrawn is not None
        page = PageContext(article_address(article.id))
        yield Page(
            address=page.address,
            title=gettext(mark("Withdrawn: {title}")).format(title=article.record.title),
            description=article.record.withdrawn.reason,
            html=renderer.render("withdrawn.html", page, article=article),
            kind="withdrawn",
            meta=Meta(listed=False),
        )


def _trail(renderer: Renderer, article: Article) -> tuple[Crumb, ...]:
    section = article.record.section
    name = renderer.site.sections[section].name
    return lay_trail(renderer, (mark("News"), NEWS), (name, section_address(section)))


def _languages(article: Article) -> dict[str, str] | None:
    if article.translation is None:
        return None
    return {
        "vi": article_address(article.id),
        article.translation.language: translation_address(article.id),
    }


def _photo_addresses(renderer: Renderer, article: Article) -> list[str]:
    return [renderer.photos[photo.path].address for photo in article.photos]
