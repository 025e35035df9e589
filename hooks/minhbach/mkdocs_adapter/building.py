"""A build inside MkDocs: checked before anything is touched, written beside the old site, swapped in at the end."""

from __future__ import annotations

import logging
import os
import shutil
import sys
from pathlib import Path

from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.utils import CountHandler

from minhbach.build import build_site
from minhbach.gather import gather_site
from minhbach.language import read_catalogue
from minhbach.outputs.model import Outputs
from minhbach.problems.report import format_report, print_report

_KEY = "minhbach"
"""Under ``extra`` in the settings of one build, which are made anew for every build, the preview's too."""


def prepare(config: MkDocsConfig) -> MkDocsConfig:
    """Make the settings safe to print into templates, and direct the build beside the present site."""
    # The theme prints these without escaping.
    for name in ("site_name", "site_description", "copyright"):
        if config.get(name) is not None:
            config[name] = escape(config[name])
    final = Path(config.site_dir)
    config.extra[_KEY] = {"final": final}
    config.site_dir = str(final.with_name(final.name + ".partial"))
    return config


def make(config: MkDocsConfig) -> None:
    """Gather, check and make everything. Raises Abort, with the problems told, if an error stops publishing."""
    root = root_of(config)
    catalogue = read_catalogue(str(config.theme["language"]))
    gathered = gather_site(root, os.environ)
    print_report(format_report(gathered.problems, catalogue), sys.stderr)
    if not gathered.is_publishable:
        raise Abort(catalogue.gettext("Nothing was published; the site is as it was before."))
    config.extra[_KEY] |= {
        "outputs": build_site(root, gathered.site, catalogue),
        "sample": gathered.site.organisation.sample,
        "gettext": catalogue.gettext,
    }


def root_of(config: MkDocsConfig) -> Path:
    """Return the chapter's folder: the one that holds mkdocs.yml."""
    return Path(config.config_file_path).parent


def outputs_of(config: MkDocsConfig) -> Outputs:
    """Return what ``make`` made."""
    outputs: Outputs = config.extra[_KEY]["outputs"]
    return outputs


def publish(config: MkDocsConfig) -> None:
    """Put the finished site in the place of the old one.

    In a strict build that has warned, nothing is swapped: MkDocs fails right after this, and the old site
    stays.
    """
    if config.strict and _warnings():
        return
    built, final = Path(config.site_dir), Path(config.extra[_KEY]["final"])
    old = final.with_name(final.name + ".old")
    shutil.rmtree(old, ignore_errors=True)
    if final.exists():
        final.rename(old)
    built.rename(final)
    shutil.rmtree(old, ignore_errors=True)


def _warnings() -> bool:
    """Whether MkDocs has counted a warning in this build."""
    engine = CountHandler.__module__.partition(".")[0]
    handlers = logging.getLogger(engine).handlers
    return any(handler.get_counts() for handler in handlers if isinstance(handler, CountHandler))


