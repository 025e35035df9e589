"""The first half of every command: read the content, link it, check it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from minhbach.background import Background
from minhbach.checks.site import check_site
from minhbach.clock import read_build_time
from minhbach.language import mark
from minhbach.photos.describing import describe_own_copy, describe_photo, has_own_copy
from minhbach.photos.model import WebPhoto
from minhbach.photos.opening import UnreadablePhotoError
from minhbach.problems import Problem
from minhbach.records.contents import Contents, read_contents
from minhbach.site.link import link_site
from minhbach.site.links import list_docs_images, list_photos
from minhbach.site.model import Site

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


def gather_site(root: Path, environ: Mapping[str, str], background: Background | None = None) -> Gathered:
    """Read, link and check the content under ``root``, with the help of ``background`` where there is one.

    ``environ`` may set the time of the build; raises BuildTimeError where that cannot be read.
    """
    contents = read_contents(root, background or Background(processes=0))
    site, link_problems = link_site(contents, read_build_time(root, contents, environ))
    shown = [path for path in list_photos(site) if path not in contents.unusable]
    photos, photo_problems = _describe(describe_photo, root, shown)
    named = [path for path in list_docs_images(site) if path not in contents.unusable]
    copies, copy_problems = _describe(describe_own_copy, root, [path for path in named if has_own_copy(path)])
    problems = (
        *contents.problems,
        *link_problems,
        *check_site(site, contents),
        *photo_problems,
        *copy_problems,
    )
    return Gathered(contents, site, problems, photos, tuple(copies.values()))


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
