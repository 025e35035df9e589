"""Write a made-up chapter of any size: ``python examples/demo/generate.py FOLDER``.

The same seed and sizes give the same bytes on every machine. Everything is invented and says so.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

# Run as a script, Python knows nothing of the repository but this folder.
sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "hooks"))
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from examples.demo import giving, newsroom, pages
from examples.demo.articles import Plan, Writer, plan_articles
from examples.demo.chapter import (
    SECTIONS,
    Campaign,
    Chapter,
    build_chapter,
    campaign_documents,
    campaign_ledger,
    campaign_record,
    campaign_report_id,
    document_records,
    explain_differences,
    is_reported,
    last_day,
    list_owners,
    organisation_record,
    programme_records,
    results_record,
)
from examples.demo.folder import ForeignFolderError, make_room, way_to_repository, write_file
from examples.demo.ledgers.books import Books, add_goods, book_files, count_delivered, keep_books
from examples.demo.ledgers.funds import list_statements, statement_records
from examples.demo.people import acknowledgment_records, recognition_records
from examples.demo.photos import PhotoPlan, draw_photo, plan_photos
from examples.demo.programmes import INDICATORS, PROGRAMMES
from examples.demo.yaml_text import to_yaml

_EARLIEST, _LATEST = 1950, 2190


def generate_chapter(  # noqa: PLR0913 - one argument for each option of the command
    out: Path,
    *,
    seed: int = 2025,
    articles: int = 300,
    years: int = 5,
    campaigns_per_year: int = 3,
    acknowledgments: int = 40,
    gifts: int = 3000,
    photos: int = 6,
    last_year: int = 2026,
) -> tuple[str, ...]:
    """Write the chapter into ``out`` and return its files' paths, relative to ``out``.

    Besides ``articles`` published ones there are a scheduled one, a draft and a withdrawn one.
    ``photos`` is the number of articles with photos, ``gifts`` that of the rows of this kind in the ledgers;
    without gifts there are no ledgers. Raises ``ValueError`` for sizes that cannot be, and
    ``ForeignFolderError`` when ``out`` holds files and was not written by this program.
    """
    _check_sizes((articles, campaigns_per_year, acknowledgments, gifts, photos), years, last_year)
    if campaigns_per_year > len(PROGRAMMES):
        raise ValueError(f"there are at most {len(PROGRAMMES)} campaigns a year")
    span = range(last_year - years + 1, last_year + 1)
    books = _keep_books(seed, span, campaigns_per_year, gifts) if gifts else None
    received = books.received if books else {}
    chapter = build_chapter(seed, last_year, years, campaigns_per_year, received)
    plans = plan_articles(chapter, articles)
    shown = plan_photos(seed, articles, photos)
    rows = add_goods(books, chapter) if books else []
    statements = list_statements(span) if books else {}
    delivered = count_delivered(rows)
    texts = dict(_texts(out, chapter, plans, acknowledgments, shown, BookFacts(statements, delivered)))
    if books:
        texts |= book_files(books, rows)
        texts["data/documents.yml"] += to_yaml(statement_records(span))
    pictures = {
        f"news/{plans[number].id}/{photo.name}": photo for number, items in shown.items() for photo in items
    }
    documents = dict(newsroom.attachments(plans))
    for campaign in chapter.campaigns:
        if is_reported(campaign, chapter):
            key = campaign_report_id(campaign.owner.id)
            documents[f"data/documents/{key}.pdf"] = newsroom.sample_pdf(f"SAMPLE REPORT {campaign.owner.id}")
    paths = tuple(sorted([*texts, *pictures, *documents]))
    make_room(out, paths)
    for path, text in texts.items():
        write_file(out, path, text.encode())
    for path, photo in pictures.items():
        write_file(out, path, draw_photo(seed, photo))
    for path, document in documents.items():
        write_file(out, path, document)
    return paths


def _check_sizes(sizes: tuple[int, ...], years: int, last_year: int) -> None:
    if min(sizes) < 0:
        raise ValueError("sizes cannot be negative")
    if years < 1:
        raise ValueError("a chapter has at least one year")
    if last_year > _LATEST or last_year - years + 1 < _EARLIEST:
        raise ValueError(f"the years must lie between {_EARLIEST} and {_LATEST}")


def _keep_books(seed: int, years: range, campaigns_per_year: int, gifts: int) -> Books:
    pairs = list_owners(years, campaigns_per_year)
    owners = {key: (spec.id, owner) for key, (spec, owner) in pairs.items()}
    return keep_books(seed, years, last_day(years[-1]), owners, gifts)


@dataclass(frozen=True)
class BookFacts:
    """What files besides the ledgers say of them.

    ``statements``: the day of each bank statement by its document. ``delivered``: by campaign, what its
    deliveries count.
    """

    statements: dict[str, date]
    delivered: Mapping[str, Mapping[str, int]]


def _texts(
    out: Path,
    chapter: Chapter,
    plans: list[Plan],
    acknowledgments: int,
    photos: dict[int, list[PhotoPlan]],
    books: BookFacts,
) -> Iterator[tuple[str, str]]:
    """Yield path and text of every text file."""
    statements, delivered = books.statements, books.delivered
    yield "mkdocs.yml", pages.mkdocs_settings(way_to_repository(out))
    yield "docs/gioi-thieu.md", pages.about_page()
    yield "docs/doc-so-lieu.md", pages.reading_page(chapter)
    yield "data/organisation.yml", to_yaml(organisation_record(chapter))
    yield "data/sections.yml", to_yaml(SECTIONS)
    yield "data/authors.yml", to_yaml(newsroom.author_records())
    yield "data/indicators.yml", to_yaml(INDICATORS)
    yield "data/documents.yml", to_yaml(document_records(chapter))
    yield "data/recognitions.yml", to_yaml(recognition_records(chapter))
    # An empty list has no YAML that would not count as an empty file.
    if chapter.campaigns:
        yield "data/programmes.yml", to_yaml(programme_records(chapter))
    if acknowledgments:
        yield "data/acknowledgments.yml", to_yaml(acknowledgment_records(chapter, acknowledgments))
    for results in chapter.results:
        yield f"data/results/{results.owner.id}.yml", to_yaml(results_record(results))
    for campaign in chapter.campaigns:
        record = campaign_record(campaign, chapter.today, _source_article(campaign, plans))
        record["documents"] = campaign_documents(campaign, chapter, statements)
        record |= giving.campaign_keys(campaign, chapter)
        if differs := explain_differences(campaign, delivered.get(campaign.owner.id, {})):
            record["ledger"] = {**(campaign_ledger(campaign) or {}), "differs": differs}
        yield f"data/campaigns/{campaign.owner.id}.yml", to_yaml(record)
    writer = Writer(chapter)
    for plan in plans:
        more = newsroom.newsroom_keys(plan, len(plans))
        yield plan.path, writer.write(plan, photos.get(plan.number, []), more)
    yield from giving.giving_files(chapter)
    yield from newsroom.translations(plans)
    yield from newsroom.special_articles(chapter)


def _source_article(campaign: Campaign, plans: list[Plan]) -> str | None:
    """Return the article the campaign's figures rest on: the first after its result, else its last one."""
    about = [plan for plan in plans if plan.campaign is campaign]
    after = [plan for plan in about if plan.published.date() >= campaign.owner.known]
    return after[0].id if after else about[-1].id if about else None


def _parse(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Write a made-up chapter to try out and measure the site.")
    parser.add_argument("outdir", type=Path, help="an empty or new folder, or one this program wrote before")
    parser.add_argument("--seed", type=int, default=2025, help="another number gives other texts and figures")
    parser.add_argument("--articles", type=int, default=300)
    parser.add_argument("--years", type=int, default=5)
    parser.add_argument("--campaigns", type=int, default=3, help=f"a year, at most {len(PROGRAMMES)}")
    parser.add_argument("--acknowledgments", type=int, default=40, help="of support, without amounts")
    parser.add_argument("--gifts", type=int, default=3000, help="in the ledgers, over all years")
    parser.add_argument("--photos", type=int, default=6, help="how many articles have photos")
    parser.add_argument("--last-year", type=int, default=2026)
    return parser.parse_args(arguments)


def main(arguments: list[str] | None = None) -> int:
    """Run the command."""
    options = _parse(arguments)
    try:
        paths = generate_chapter(
            options.outdir,
            seed=options.seed,
            articles=options.articles,
            years=options.years,
            campaigns_per_year=options.campaigns,
            acknowledgments=options.acknowledgments,
            gifts=options.gifts,
            photos=options.photos,
            last_year=options.last_year,
        )
    except (ValueError, ForeignFolderError, OSError) as error:
        print(f"generate.py: {error}", file=sys.stderr)
        return 2
    print(f"{len(paths)} files in {options.outdir}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
