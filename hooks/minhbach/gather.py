"""The first half of every command: read the content, link it, check it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import urlsplit

from minhbach.background import Background
from minhbach.checks.site import check_site
from minhbach.checks.withheld import check_withheld
from minhbach.clock import read_build_time
from minhbach.language import Catalogue, mark
from minhbach.ledger.codes import read_gift_codes
from minhbach.ledger.columns import LEDGERS
from minhbach.ledger.reading import read_ledgers
from minhbach.ledger.surroundings import look_around
from minhbach.photos.describing import describe_own_copy, describe_photo, has_own_copy
from minhbach.photos.model import WebPhoto
from minhbach.photos.opening import UnreadablePhotoError
from minhbach.problems import Problem, kinds
from minhbach.records.contents import Contents, read_contents
from minhbach.site.link import link_site
from minhbach.site.links import list_docs_images, list_photos, list_unpublished_photos
from minhbach.site.model import BuildSettings, Site, State
from minhbach.sources.history import read_lost_articles
from minhbach.sources.text import write_count

BUILD_TIME_UNREADABLE = mark(
    "SOURCE_DATE_EPOCH is “{found}”; it must be a time in seconds since 1970, as “date +%s” prints it."
)


@dataclass(frozen=True)
class Gathered:
    """A linked site and everything that is wrong with it."""

    contents: Contents
    site: Site
    problems: tuple[Problem, ...]
    photos: Mapping[str, WebPhoto]
    """The photos that pages show or link to, by their paths in the repository."""
    own_copies: tuple[WebPhoto, ...] = ()
    """The images of docs/ as they are published under their own names, for what no text refers to: a logo."""

    @property
    def is_publishable(self) -> bool:
        """Whether no problem is an error."""
        return not any(problem.is_error for problem in self.problems)


def gather_site(
    root: Path, environ: Mapping[str, str], background: Background | None = None, *, base_url: str = ""
) -> Gathered:
    """Read, link and check the content under ``root``, with the help of ``background`` where there is one.

    ``environ`` may set the time of the build (raises BuildTimeError where that cannot be read) and ask for a
    preview with ``MINHBACH_PREVIEW=1``. ``base_url`` is the public address of the home page, "" if not known.
    """
    contents = read_contents(root, background or Background(processes=0))
    settings = BuildSettings(
        now=read_build_time(root, contents, environ),
        base_url=settle_base_url(base_url),
        preview=environ.get("MINHBACH_PREVIEW", "") == "1",
    )
    around = look_around(contents, settings.now.date())
    reading = read_ledgers(root, contents.files.ledgers, around)
    site, link_problems = link_site(contents, settings, reading.ledger)
    usable = [path for path in list_photos(site) if path not in contents.unusable]
    photos, photo_problems = _describe(describe_photo, root, usable)
    named = [path for path in list_docs_images(site) if path not in contents.unusable]
    copies, copy_problems = _describe(describe_own_copy, root, [path for path in named if has_own_copy(path)])
    # Those of articles that are not public yet are checked now, so that no build fails at their hour.
    waiting = {*list_unpublished_photos(site)} - contents.unusable - photos.keys()
    _waiting, waiting_problems = _describe(describe_photo, root, sorted(waiting))
    hidden = {item.path for item in site.unpublished.values()}
    problems: Iterable[Problem] = (
        *contents.problems,
        *reading.problems,
        *check_withheld(root, contents, reading.withdrawn_names),
        *link_problems,
        *read_gift_codes(
            root, contents.files.codes, site.ledger, has_salt="data/gift-codes.yml" in contents.files.data
        ),
        *check_site(site, contents, read_lost_articles(root, hidden) or ()),
        *photo_problems,
        *copy_problems,
        *waiting_problems,
    )
    if not settings.preview:  # where a draft is shown, its problems matter
        problems = excuse_drafts(problems, contents)
    return Gathered(contents, site, tuple(problems), photos, tuple(copies.values()))


def settle_base_url(url: str) -> str:
    """Return the address of the home page in one form: its host in ASCII, "/" at the end; "" stays ""."""
    if not url:
        return ""
    parts = urlsplit(url)
    try:
        host = (parts.hostname or "").encode("idna").decode()
    except UnicodeError:  # no name that could be written otherwise, such as an address in brackets
        host = parts.hostname or ""
    if parts.hostname and ":" not in host:
        parts = parts._replace(netloc=parts.netloc.lower().replace(parts.hostname, host))
    return parts.geturl().rstrip("/") + "/"


def excuse_drafts(problems: Iterable[Problem], contents: Contents) -> Iterator[Problem]:
    """Yield ``problems``, those in drafts and in the folders beside them so that they only warn."""
    drafts = tuple(
        path.removesuffix(".md") + ending for path in contents.drafts for ending in (".md", ".en.md", "/")
    )
    for problem in problems:
        # That an address is lost is no fault of what is being written.
        is_excused = problem.at.path.startswith(drafts) and problem.kind is not kinds.ADDRESS_LOST
        yield replace(problem, in_draft=True) if is_excused else problem


def _describe(
    describe: Callable[[Path, str], WebPhoto], root: Path, paths: Iterable[str]
) -> tuple[dict[str, WebPhoto], list[Problem]]:
    """Return the photos at ``paths``, and a problem for each that cannot be published."""
    photos: dict[str, WebPhoto] = {}
    problems: list[Problem] = []
    for path in paths:
        try:
            photos[path] = describe(root, path)
        except UnreadablePhotoError as error:
            problems.append(error.problem)
    return photos, problems


def tell_unpublished(site: Site, catalogue: Catalogue) -> Iterator[str]:
    """Yield a line for each article that is not public, so that nobody wonders where it is."""
    articles = sorted(site.unpublished.values(), key=lambda item: (item.state, item.record.published))
    for article in articles:
        words = mark("Draft: {path}")
        if article.state is State.SCHEDULED:
            words = mark("Scheduled for {time}: {path}")
        moment = f"{article.record.published:%H:%M %d/%m/%Y}"
        yield catalogue.gettext(words).format(time=moment, path=article.path)


def tell_ledgers(site: Site, catalogue: Catalogue) -> Iterator[str]:
    """Yield a line on the ledgers that were read, for staff to compare with their books."""
    if not site.ledger.is_empty:
        words = mark(
            "Ledgers: {gifts} gifts, {expenses} expenses, {pledges} pledges, {deliveries} deliveries."
        )
        counts = {name: write_count(site.ledger.count(name)) for name in LEDGERS}
        yield catalogue.gettext(words).format(**counts)
