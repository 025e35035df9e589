"""The first half of every command: read the content, link it, check it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from minhbach.checks.site import check_site
from minhbach.clock import read_build_time
from minhbach.problems import Problem
from minhbach.records.contents import Contents, read_contents
from minhbach.site.link import link_site
from minhbach.site.model import Site


@dataclass(frozen=True)
class Gathered:
    """A linked site and everything that is wrong with it."""

    contents: Contents
    site: Site
    problems: tuple[Problem, ...]

    @property
    def is_publishable(self) -> bool:
        """Whether no problem is an error."""
        return not any(problem.is_error for problem in self.problems)


def gather_site(root: Path, environ: Mapping[str, str]) -> Gathered:
    """Read, link and check the content under ``root``. ``environ`` may set the time of the build."""
    contents = read_contents(root)
    site, link_problems = link_site(contents, read_build_time(root, contents, environ))
    problems = (*contents.problems, *link_problems, *check_site(site, contents))
    return Gathered(contents, site, problems)
