"""Write a made-up chapter of any size: ``python examples/demo/generate.py FOLDER``.

The same seed and sizes give the same bytes on every machine. Everything is invented and says so.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

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
    campaign_record,
    document_records,
    organisation_record,
    programme_records,
    results_record,
)
from examples.demo.people import acknowledgment_records, recognition_records
from examples.demo.photos import PhotoPlan, draw_photo, plan_photos
from examples.demo.programmes import INDICATORS, PROGRAMMES
from examples.demo.yaml_text import to_yaml

REPOSITORY = Path(__file__).resolve().parents[2]
MARKER = ".minhbach-demo"
"""Lists the files that were generated; only these are ever replaced or deleted."""
_MARKER_HEADING = "# Written by examples/demo/generate.py; these files are replaced when it runs again."
_EARLIEST, _LATEST = 1950, 2190


class ForeignFolderError(Exception):
    """The folder holds something that this program did not write."""


def generate_chapter(  # noqa: PLR0913 - one argument for each option of the command
    out: Path,
    *,
    seed: int = 2025,
    articles: int = 300,
    years: int = 5,
    campaigns_per_year: int = 3,
    gifts: int = 40,
    photos: int = 6,
    last_year: int = 2026,
) -> tuple[str, ...]:
    """Write the chapter into ``out`` and return its files' paths, relative to ``out``.

    Besides ``articles`` published ones there are a scheduled one, a draft and a withdrawn one.
    ``photos`` is the number of articles with photos. Raises ``ValueError`` for sizes that cannot be, and
    ``ForeignFolderError`` when ``out`` holds files and was not written by this program.
    """
    _check_sizes(articles, years, campaigns_per_year, gifts, photos, last_year)
    chapter = build_chapter(seed, last_year, years, campaigns_per_year)
    plans = plan_articles(chapter, articles)
    shown = plan_photos(seed, articles, photos)
    texts = dict(_texts(out, chapter, plans, gifts, shown))
    pictures = {
        f"news/{plans[number].id}/{photo.name}": photo for number, items in shown.items() for photo in items
    }
    documents = dict(newsroom.attachments(plans))
    paths = tuple(sorted([*texts, *pictures, *documents]))
    _make_room(out, paths)
    for path, text in texts.items():
        _write(out, path, text.encode())
    for path, photo in pictures.items():
        _write(out, path, draw_photo(seed, photo))
    for path, document in documents.items():
        _write(out, path, document)
    return paths


def _check_sizes(articles: int, years: int, campaigns: int, gifts: int, photos: int, last_year: int) -> None:
    if min(articles, campaigns, gifts, photos) < 0:
        raise ValueError("sizes cannot be negative")
    if years < 1:
        raise ValueError("a chapter has at least one year")
    if campaigns > len(PROGRAMMES):
        raise ValueError(f"there are at most {len(PROGRAMMES)} campaigns a year")
    if last_year > _LATEST or last_year - years + 1 < _EARLIEST:
        raise ValueError(f"the years must lie between {_EARLIEST} and {_LATEST}")


def _texts(
    out: Path, chapter: Chapter, plans: list[Plan], gifts: int, photos: dict[int, list[PhotoPlan]]
) -> Iterator[tuple[str, str]]:
    """Yield path and text of every text file."""
    yield "mkdocs.yml", pages.mkdocs_settings(_way_to_repository(out))
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
    if gifts:
        yield "data/acknowledgments.yml", to_yaml(acknowledgment_records(chapter, gifts))
    for results in chapter.results:
        yield f"data/results/{results.owner.id}.yml", to_yaml(results_record(results))
    for campaign in chapter.campaigns:
        record = campaign_record(campaign, chapter.today, _source_article(campaign, plans))
        record |= giving.campaign_keys(campaign, chapter)
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


def _way_to_repository(out: Path) -> str:
    """Return the relative path from ``out`` to the repository, with forward slashes.

    Both ends without symbolic links, because ".." leads to the real parent of a linked folder.
    """
    try:
        return Path(os.path.relpath(REPOSITORY, os.path.realpath(out))).as_posix()
    except ValueError:  # another drive of a Windows machine
        return REPOSITORY.as_posix()


# Files ------------------------------------------------------------------------------------------------------


def _make_room(out: Path, paths: tuple[str, ...]) -> None:
    """Delete what an earlier run wrote into ``out``, and note what this one will; refuse a foreign folder."""
    out.mkdir(parents=True, exist_ok=True)
    marker = out / MARKER
    if not marker.is_file() and any(out.iterdir()):
        raise ForeignFolderError(f"{out} is not empty and was not written by this program")
    earlier = marker.read_text(encoding="utf-8").splitlines() if marker.is_file() else []
    for path in sorted({*paths} - {*earlier}):
        if os.path.lexists(out / path):
            raise ForeignFolderError(f"{out / path} was not written by this program")
    for folder in {(out / path).parent for path in paths}:
        if not _is_inside(folder, out):
            raise ForeignFolderError(f"{folder} leads out of {out}")
    for line in earlier:
        _delete(out, line)
    # Before the files, so that a run that was broken off can be repeated.
    _write(out, MARKER, "\n".join([_MARKER_HEADING, *paths, ""]).encode())


def _delete(out: Path, line: str) -> None:
    """Delete the file that ``line`` of the marker names, and the folders it leaves empty."""
    path = PurePosixPath(line)
    if line.startswith("#") or path.is_absolute() or ".." in path.parts:
        return
    file = out / path
    if not file.is_file() or not _is_inside(file.parent, out):
        return
    file.unlink()
    for folder in (out / parent for parent in path.parents if parent != PurePosixPath()):
        if not folder.is_dir() or any(folder.iterdir()):
            break
        folder.rmdir()


def _is_inside(folder: Path, out: Path) -> bool:
    """Whether ``folder``, its symbolic links followed, lies in ``out``."""
    return folder.resolve().is_relative_to(out.resolve())


def _write(out: Path, path: str, content: bytes) -> None:
    file = out / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)


def _parse(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Write a made-up chapter to try out and measure the site.")
    parser.add_argument("outdir", type=Path, help="an empty or new folder, or one this program wrote before")
    parser.add_argument("--seed", type=int, default=2025, help="another number gives other texts and figures")
    parser.add_argument("--articles", type=int, default=300)
    parser.add_argument("--years", type=int, default=5)
    parser.add_argument("--campaigns", type=int, default=3, help=f"a year, at most {len(PROGRAMMES)}")
    parser.add_argument("--gifts", type=int, default=40, help="acknowledgments of support")
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
