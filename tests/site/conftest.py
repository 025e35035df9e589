"""Built pages as trees of elements, read with nothing but Python's own HTML parser."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

import pytest

VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr")
)
UNREAD = frozenset({"script", "style"})
INLINE = frozenset(
    (
        "a",
        "abbr",
        "b",
        "br",
        "code",
        "data",
        "em",
        "i",
        "label",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "time",
    )
)
BREAK = "\n"


@dataclass(repr=False)
class Element:
    """An element with its attributes, its place in the tree and what it holds."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    parent: "Element | None" = None
    content: list["Element | str"] = field(default_factory=list)

    def __getitem__(self, name: str) -> str:
        return self.attributes[name]

    @property
    def classes(self) -> list[str]:
        return self.attributes.get("class", "").split()

    def walk(self) -> Iterator["Element"]:
        yield self
        for part in self.content:
            if isinstance(part, Element):
                yield from part.walk()

    def find(self, tag: str = "", *, of: str = "", **attributes: str) -> list["Element"]:
        """Return the elements beneath with this tag, class and attributes."""
        return [
            element
            for element in self.walk()
            if (not tag or element.tag == tag)
            and (not of or of in element.classes)
            and all(element.attributes.get(name) == value for name, value in attributes.items())
        ]

    def one(self, tag: str = "", *, of: str = "", **attributes: str) -> "Element":
        found = self.find(tag, of=of, **attributes)
        assert len(found) == 1, f"{len(found)} elements {tag}.{of} {attributes}"
        return found[0]

    @property
    def text(self) -> str:
        """What is read, in one line; blocks are told apart by a space."""
        return " ".join("".join(self._strings()).split())

    def _strings(self) -> Iterator[str]:
        apart = "" if self.tag in INLINE else BREAK
        yield apart
        for part in self.content:
            if isinstance(part, str):
                yield part if self.tag not in UNREAD else ""
            else:
                yield from part._strings()
        yield apart


class _Reader(HTMLParser):
    """Builds the tree, and notes what is not closed where it was opened."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = self.here = Element("")
        self.misnested: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs}, self.here)
        self.here.content.append(element)
        if tag not in VOID:
            self.here = element

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.here.content.append(Element(tag, {name: value or "" for name, value in attrs}, self.here))

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID:
            return
        if self.here.tag != tag:
            self.misnested.append(f"</{tag}> within <{self.here.tag}> at {self.getpos()}")
        ancestor: Element | None = self.here
        while ancestor is not None and ancestor.tag != tag:
            ancestor = ancestor.parent
        if ancestor is not None and ancestor.parent is not None:
            self.here = ancestor.parent

    def handle_data(self, data: str) -> None:
        self.here.content.append(data)


@dataclass(repr=False)
class WebPage:
    """A built page: its address on the site, its source and its elements."""

    address: str
    html: str
    root: Element
    misnested: list[str]

    @property
    def text(self) -> str:
        return self.root.one("body").text

    @property
    def leads_on(self) -> bool:
        """Whether it is an earlier address that leads to another page."""
        return bool(self.root.find("meta", **{"http-equiv": "refresh"}))

    @property
    def title(self) -> str:
        return self.root.one("head").one("title").text

    @property
    def main(self) -> Element:
        return self.root.one("main")

    @property
    def anchors(self) -> list[str]:
        return [element["id"] for element in self.root.walk() if "id" in element.attributes]

    def links(self) -> Iterator[tuple[Element, str, str]]:
        """Yield element, attribute and address of everything the page points to."""
        for element in self.root.walk():
            for name in ("href", "src", "poster", "action", "data", "xlink:href"):
                if name in element.attributes:
                    yield element, name, element[name].strip()
            if "srcset" in element.attributes:
                for candidate in element["srcset"].split(","):
                    yield element, "srcset", candidate.split()[0]


def parse(address: str, html: str) -> WebPage:
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return WebPage(address, html, reader.root, reader.misnested)


def read_site(site: Path) -> dict[str, WebPage]:
    """Return every page of a built site by its address: "" for home, "404.html" for the error page."""
    pages = {}
    for path in sorted(site.rglob("*.html")):
        address = re.sub(r"(^|/)index\.html$", r"\1", path.relative_to(site).as_posix())
        pages[address] = parse(address, path.read_text(encoding="utf-8"))
    return pages


@pytest.fixture(scope="session")
def parse_site() -> Callable[[Path], dict[str, WebPage]]:
    return read_site


@pytest.fixture(scope="session")
def real_pages(real_site: Path) -> dict[str, WebPage]:
    """The pages of the real site by address."""
    return read_site(real_site)


@pytest.fixture(scope="session")
def demo_pages(demo_chapter) -> dict[str, WebPage]:
    """The pages of the made-up chapter by address."""
    return {address: page for address, page in read_site(demo_chapter.site).items() if not page.leads_on}


@pytest.fixture(scope="session")
def moved_site(once_per_run, copy_project) -> Callable[[str], Path]:
    """Return a function that gives the site as built elsewhere, on a machine in another time zone."""
    machines = {
        "America/New_York": {"LC_ALL": "C", "LANG": "C", "PYTHONHASHSEED": "1", "PYTHONUTF8": ""},
        "Asia/Tokyo": {"LC_ALL": "C.UTF-8", "LANG": "en_US.UTF-8", "PYTHONHASHSEED": "4242"},
    }

    def build(zone: str) -> Path:
        def fill(folder: Path) -> None:
            chapter = copy_project(folder / "Thư mục khác" / zone.partition("/")[2])
            (folder / "site").symlink_to(chapter.site)
            result = chapter.build(TZ=zone, **machines[zone])
            assert result.returncode == 0, result.stderr

        return once_per_run(f"site-{zone.replace('/', '-')}", fill) / "site"

    return build


@pytest.fixture(scope="session")
def ledger_pages(ledger_site: Path) -> dict[str, WebPage]:
    """The pages of the chapter with ledgers by address."""
    return read_site(ledger_site)
