"""A build inside MkDocs: checked before anything is touched, written beside the old site, swapped in last."""

from __future__ import annotations

import gc
import logging
import os
import shutil
import sys
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

from jinja2 import Environment
from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.utils import CountHandler

from minhbach.background import Background
from minhbach.build import SiteBuild
from minhbach.clock import BuildTimeError
from minhbach.gather import (
    BUILD_TIME_UNREADABLE,
    Gathered,
    gather_site,
    settle_base_url,
    tell_unpublished,
)
from minhbach.language import Catalogue, mark, read_catalogue
from minhbach.mkdocs_adapter.offline import make_worker
from minhbach.mkdocs_adapter.pages import SITEMAP_TEMPLATE
from minhbach.outputs.policy import read_early_script, write_policy
from minhbach.outputs.stage import write_assets
from minhbach.outputs.stylesheet import read_stylesheet, stylesheet_address
from minhbach.outputs.worker import WORKER, read_withdrawn_worker
from minhbach.pages.frame import list_footer_links
from minhbach.photos.opening import UnreadablePhotoError
from minhbach.problems import Problem
from minhbach.problems.report import format_report, print_report
from minhbach.records.organisation import PageViewsRecord
from minhbach.search.indexer import FAILED, SearchIndexError
from minhbach.site.addresses import SEARCH
from minhbach.weight.judging import MOST_WEIGHED, judge_pages
from minhbach.weight.telling import format_table
from minhbach.weight.weighing import Folder

ERROR_PAGE = "404.html"
_KEY = "minhbach"
"""Under ``extra`` in the settings of one build, which are made anew for every build, the preview's too."""


def prepare(config: MkDocsConfig) -> MkDocsConfig:
    """Make the settings safe to print into templates, and direct the build beside the present site."""
    # The theme prints these without escaping.
    for name in ("site_name", "site_description", "copyright"):
        if config.get(name) is not None:
            config[name] = escape(config[name])
    # The build makes its own sitemap, from what the content says of its changes.
    config.theme.static_templates.discard(SITEMAP_TEMPLATE)
    config.site_url = settle_base_url(config.site_url or "")
    final = Path(config.site_dir)
    config.extra[_KEY] = {"final": final}
    config.site_dir = str(final.with_name(final.name + ".partial"))
    return config


def make(config: MkDocsConfig) -> None:
    """Gather, check and make everything. Raises Abort, the problems told, if an error stops publishing."""
    # A build makes many values that live until its end; looking through them again and again for garbage
    # takes a tenth of its time (docs-dev/benchmarks.md).
    gc.set_threshold(100_000, 50, 100)
    root = root_of(config)
    catalogue = read_catalogue(str(config.theme["language"]))
    background = Background()
    try:
        gathered = gather_site(root, os.environ, background, base_url=config.site_url or "")
    except BuildTimeError as error:
        background.close()
        raise Abort(catalogue.gettext(BUILD_TIME_UNREADABLE).format(found=error)) from None
    if not gathered.is_publishable:
        background.close()
        raise _refuse(gathered.problems, catalogue)
    print_report(format_report(gathered.problems, catalogue), sys.stderr)
    print_report("\n".join(tell_unpublished(gathered.site, catalogue)), sys.stderr)
    build = SiteBuild(root, gathered, catalogue, background)
    early_script, counter = read_early_script(), gathered.site.organisation.page_views
    config.extra[_KEY] |= {
        "background": background,
        "build": build,
        "footer": list_footer_links(build.pages, catalogue.gettext),
        "place": escape(gathered.site.organisation.place),
        "sample": gathered.site.organisation.sample,
        "stylesheet": stylesheet_address(read_stylesheet()),
        "page_views": counter is not None,
        "early_script": early_script,
        "policy": None if _is_preview(config, gathered) else _policy(early_script, counter),
        "offline": gathered.site.organisation.offline and not _is_preview(config, gathered),
        "gettext": catalogue.gettext,
        "search": SEARCH,
    }


def _policy(early_script: str, counter: PageViewsRecord | None) -> Callable[[str], str]:
    """Return what writes the policy of a page. Previews have none: the engine puts a script of its own in."""
    return partial(write_policy, early_script=early_script, counter=counter.goatcounter if counter else "")


def root_of(config: MkDocsConfig) -> Path:
    """Return the chapter's folder: the one that holds mkdocs.yml."""
    return Path(config.config_file_path).parent


def build_of(config: MkDocsConfig) -> SiteBuild:
    """Return the build that ``make`` began."""
    build: SiteBuild = config.extra[_KEY]["build"]
    return build


def settle_templates(env: Environment) -> Environment:
    """Have ``env`` not look for changes of its templates: a page takes some fifty of them."""
    env.auto_reload = False
    return env


def publish(config: MkDocsConfig) -> None:
    """Write charts, photos and the search index, then put the finished site in the place of the old one.

    Raises Abort, the problems told, if a page is heavier than it may be: the old site stays as it was.
    In a strict build that has warned, nothing is swapped: MkDocs fails right after this, and the old site
    stays.
    """
    built, final = Path(config.site_dir), Path(config.extra[_KEY]["final"])
    try:
        write_assets(build_of(config).collect_assets(), built)
        (built / WORKER).write_bytes(
            make_worker(built, read_catalogue(str(config.theme["language"])))
            if config.extra[_KEY]["offline"]
            else read_withdrawn_worker()
        )
    except UnreadablePhotoError as error:
        raise _refuse([error.problem], read_catalogue(str(config.theme["language"]))) from None
    except SearchIndexError as error:
        catalogue = read_catalogue(str(config.theme["language"]))
        print_report(catalogue.gettext(FAILED).format(reason=error), sys.stderr)
        raise _refuse([], catalogue) from error
    finally:
        config.extra[_KEY]["background"].close()
    weigh(config)
    if config.strict and _warnings():
        shutil.rmtree(built)
        return
    old = final.with_name(final.name + ".old")
    shutil.rmtree(old, ignore_errors=True)
    if final.exists():
        final.rename(old)
    built.rename(final)
    shutil.rmtree(old, ignore_errors=True)


def weigh(config: MkDocsConfig) -> None:
    """Tell what the finished pages weigh. Raises Abort, the problems told, if one is too heavy."""
    catalogue = read_catalogue(str(config.theme["language"]))
    build = build_of(config)
    pages = [*((page.address, page.kind) for page in build.pages), (ERROR_PAGE, "error")]
    base_path = urlsplit(config.site_url or "/").path
    judgement = judge_pages(pages, Folder(Path(config.site_dir)), build.list_origins(), base_path)
    if judgement.problems:
        raise _refuse(judgement.problems, catalogue)
    if not build.is_preview:
        print_report(format_table(judgement.rows, MOST_WEIGHED, catalogue), sys.stderr)


def _is_preview(config: MkDocsConfig, gathered: Gathered) -> bool:
    """Whether this is a site to look at while writing: kept copies would stand in the way there."""
    name = Path(config.extra[_KEY]["final"]).name
    # The engine's own "serve" says so by nothing but the name of its folder.
    return gathered.site.settings.preview or name.startswith(("mkdocs_", "properdocs_"))


def _refuse(problems: Iterable[Problem], catalogue: Catalogue) -> Abort:
    """Tell the problems; return what ends the build."""
    print_report(format_report(problems, catalogue), sys.stderr)
    return Abort(catalogue.gettext(mark("Nothing was published; the site is as it was before.")))


def _warnings() -> bool:
    """Whether MkDocs has counted a warning in this build."""
    engine = CountHandler.__module__.partition(".")[0]
    handlers = logging.getLogger(engine).handlers
    return any(handler.get_counts() for handler in handlers if isinstance(handler, CountHandler))
