"""Our pages as MkDocs knows them."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from pathlib import Path
from typing import Any

from markupsafe import Markup, escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as EnginePage
from mkdocs.structure.toc import get_toc

from minhbach.outputs.model import Page
from minhbach.outputs.stylesheet import read_stylesheet, stylesheet_address
from minhbach.prose.markup import Heading

CONTENT_ID = "mb--content"
"""Where the link that skips the frame leads (theme/main.html)."""
SITEMAP_TEMPLATE = "sitemap.xml"
OWN_ASSETS = Path(__file__).resolve().parents[1] / "theme" / "assets"
MAYBE_PAGES = frozenset({"gioi-thieu.md", "du-lieu/index.md"})
"""In the navigation that all chapters share (base.yml); a site may not have them yet."""


class MadePage(EnginePage):
    """A page that is already HTML: MkDocs has nothing to read or render."""

    def __init__(self, page: Page, file: File, config: MkDocsConfig) -> None:
        super().__init__(None, file, config)
        self.made = page
        # Always a text: MkDocs compares these among pages, and never the wall clock in output.
        self.update_date = f"{page.updated:%Y-%m-%d}" if page.updated else "1970-01-01"
        self.markdown = ""
        self.meta = _meta(page, str(config.theme["language"]))
        self.content = page.html
        title = str(escape(page.title))
        children = nest_headings(page.headings)
        top: Any = {"level": 1, "id": CONTENT_ID, "name": title, "html": title, "children": children}
        self.toc = get_toc([top])
        self.present_anchor_ids = {CONTENT_ID, *(heading.id for heading in page.headings)}

    def read_source(self, config: MkDocsConfig) -> None:
        """Read nothing: the page is made."""

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Render nothing: the page is made."""


def _meta(page: Page, language: str) -> dict[str, Any]:
    # The theme prints these without escaping.
    meta: dict[str, Any] = {
        "title": escape(page.title),
        "description": escape(page.description),
        "kind": page.kind,
        "head": Markup(page.head),  # noqa: S704 - made by a template, which escapes
    }
    if page.language != language:
        meta["language"] = page.language
    return meta | {"dated": page.updated is not None}


def add_pages(files: Files, config: MkDocsConfig, pages: Iterable[Page], replaced: Collection[str]) -> Files:
    """Add every page to MkDocs' ``files``, in place of the text it was made from.

    ``replaced`` are images in docs/ that must not be published as they are.
    """
    for file in list(files):
        # The engine's own template of a sitemap, which nobody fills in, would be published as it is.
        if f"docs/{file.src_uri}" in replaced or file.src_uri == SITEMAP_TEMPLATE:
            files.remove(file)
    for page in pages:
        if (written := files.get_file_from_path(page.file)) is not None:
            files.remove(written)
        file = File.generated(config, page.file, content="", inclusion=InclusionLevel.INCLUDED)
        file.page = MadePage(page, file, config)
        files.append(file)
    _drop_theme_files(files, config)
    css = read_stylesheet()
    files.append(File.generated(config, stylesheet_address(css), content=css))
    if config.nav:
        lacking = {path for path in MAYBE_PAGES if files.get_file_from_path(path) is None}
        config.nav = [item for item in config.nav if _path_in(item) not in lacking]
        _name_in_menu(files, config.nav)
    return files


def _drop_theme_files(files: Files, config: MkDocsConfig) -> None:
    """Leave out what the theme brings and no page loads; of our own theme the parts of the stylesheet.

    Of 2.4 MB that the theme would publish, the frame uses nothing but a few icons, which stand in the pages.
    """
    folders = [Path(folder).resolve() for folder in config.theme.dirs]
    for file in list(files):
        source = Path(file.abs_src_path).resolve() if file.abs_src_path else None
        home = next((folder for folder in folders if source and source.is_relative_to(folder)), None)
        if home is not None and source is not None and not source.is_relative_to(OWN_ASSETS):
            files.remove(file)


def _name_in_menu(files: Files, nav: Iterable[Any]) -> None:
    """Give pages the names that the navigation has for them: the engine names only pages of its own."""
    for item in nav:
        file = files.get_file_from_path(path) if isinstance(path := _path_in(item), str) else None
        if isinstance(item, dict) and file is not None and isinstance(file.page, MadePage):
            file.page.title = next(iter(item))


def _path_in(item: Any) -> Any:
    """Return the file that an entry of the navigation leads to, where it is a page."""
    return next(iter(item.values())) if isinstance(item, dict) and len(item) == 1 else item


def nest_headings(headings: tuple[Heading, ...]) -> list[Any]:
    """Return headings as the nested table of contents that MkDocs expects."""
    top: list[dict[str, Any]] = []
    open_items: list[dict[str, Any]] = []
    for heading in headings:
        text = str(escape(heading.text))
        item = {"level": heading.level, "id": heading.id, "name": text, "html": text, "children": []}
        while open_items and open_items[-1]["level"] >= heading.level:
            open_items.pop()
        (open_items[-1]["children"] if open_items else top).append(item)
        open_items.append(item)
    return top
