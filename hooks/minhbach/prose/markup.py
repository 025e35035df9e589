"""Markdown to HTML, done once per text.

Parsing needs nothing but the text: links to figures, charts, files and pages are found with their positions
and left in the HTML as slots, which ``prose.slots`` fills once the site is linked and the page's address known.

A link's position is carried through Python-Markdown, which keeps none, as two private-use characters and a
number in front of its address; ``sources.text`` refuses these characters in content, so nobody can forge one.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from xml.etree import ElementTree

import markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from minhbach.problems import Position
from minhbach.words import slugify

_MARK = re.compile("\ue000([0-9]+)\ue001")
_TARGET = re.compile(r"\]\(\s*<?(?=[^)\s])|^ {0,3}\[[^\]\n]+\]:[ \t]*<?(?=\S)", re.MULTILINE)
_RAW_HTML = re.compile(r"<(?:/?[a-zA-Z][a-zA-Z0-9-]*(?=[\s/>])|!--|!\[CDATA\[)")
_CODE = re.compile(r"(`+)(?!`).+?(?<!`)\1(?!`)|^(?P<fence>```+|~~~+)[^\n]*\n.*?^(?P=fence)", re.DOTALL | re.MULTILINE)
_WORDS = re.compile(r"\w+")
_TAGS = re.compile(r"<[^>]*>")

FIGURE_SCHEME, CHART_SCHEME = "figure", "chart"


@dataclass(frozen=True)
class Reference:
    """A link or image in prose. ``target`` is what was written; ``text`` is the link text or description."""

    kind: str
    """``figure``, ``chart``, ``link`` or ``image``."""
    target: str
    text: str
    at: Position
    alone: bool = True
    """Whether an image makes up its whole paragraph."""


@dataclass(frozen=True)
class Heading:
    """A heading of the text: level 2 to 6, its id in the page, its plain words."""

    level: int
    id: str
    text: str


@dataclass(frozen=True)
class Prose:
    """A parsed text: HTML with slots, and what was found in it."""

    html: str
    references: tuple[Reference, ...]
    headings: tuple[Heading, ...]
    raw_html: tuple[tuple[str, Position], ...]
    """HTML tags that the text holds; they are shown as text."""
    word_count: int


EMPTY_PROSE = Prose("", (), (), (), 0)


def parse_prose(path: str, body: str, first_line: int) -> Prose:
    """Parse the Markdown ``body`` of file ``path`` that begins on line ``first_line`` of it."""
    collector = _Collector()
    renderer = _renderer()
    renderer.treeprocessors["minhbach"].collector = collector
    starts = _line_starts(body)

    def place(offset: int) -> Position:
        line = _line_of(starts, offset)
        return Position(path, first_line + line, offset - starts[line] + 1)

    renderer.reset()
    html = renderer.convert(_mark_targets(body))
    references = tuple(
        Reference(item.kind, item.target, item.text, place(item.offset), item.alone)
        for item in collector.found
    )
    raw = tuple((match.group() + "…", place(match.start())) for match in _raw_html(body))
    html = _MARK.sub("", html)
    return Prose(html, references, tuple(collector.headings), raw, len(_WORDS.findall(_TAGS.sub(" ", html))))


def _line_starts(text: str) -> list[int]:
    return [0, *(match.end() for match in re.finditer("\n", text))]


def _line_of(starts: list[int], offset: int) -> int:
    return bisect_right(starts, offset) - 1


def _mark_targets(body: str) -> str:
    """Put the offset of each link's opening bracket in front of its address."""

    def mark(match: re.Match[str]) -> str:
        inline = match.group().startswith("]")
        offset = _opening_bracket(body, match.start()) if inline else match.start()
        return f"{match.group()}\ue000{offset}\ue001"

    return _TARGET.sub(mark, body)


def _opening_bracket(body: str, closing: int) -> int:
    """Return the offset of the character after the ``[`` that the ``]`` at ``closing`` closes."""
    depth = 0
    for offset in range(closing, max(-1, closing - 2000), -1):
        if body[offset] == "]":
            depth += 1
        elif body[offset] == "[":
            depth -= 1
            if depth == 0:
                return offset + 1
    return closing


def _raw_html(body: str) -> list[re.Match[str]]:
    if "<" not in body:
        return []
    blank = _CODE.sub(lambda match: re.sub(r"[^\n]", " ", match.group()), body)
    return list(_RAW_HTML.finditer(blank))


@dataclass(frozen=True)
class _Found:
    kind: str
    target: str
    text: str
    offset: int
    alone: bool


class _Collector:
    def __init__(self) -> None:
        self.found: list[_Found] = []
        self.headings: list[Heading] = []


class _Slots(Treeprocessor):
    """Turns links, images and headings of the parsed tree into slots, noting each."""

    collector: _Collector

    def run(self, root: ElementTree.Element) -> None:
        self._identify_headings(root)
        parents = {child: parent for parent in root.iter() for child in parent if child.tag in ("a", "img")}
        for element, parent in parents.items():
            if element.tag == "a":
                self._link(element, parent)
            else:
                self._image(element, parent)
        for table in list(root.iter("table")):
            _wrap_table(root, table)

    def _link(self, element: ElementTree.Element, parent: ElementTree.Element) -> None:
        offset, target = _unmark(element.get("href") or "")
        text = self._unescape("".join(element.itertext()))
        if not target.startswith(FIGURE_SCHEME + ":"):
            self.collector.found.append(_Found("link", target, text, offset, True))
            element.set("href", slot("link", target))
            return
        target = target.removeprefix(FIGURE_SCHEME + ":")
        self.collector.found.append(_Found(FIGURE_SCHEME, target, text, offset, True))
        # The number for machines around the words for people.
        data = ElementTree.Element("data", {"class": "mb-figure", "value": slot("value", target)})
        data.tail, element.tail = element.tail, None
        parent[list(parent).index(element)] = data
        data.append(element)
        element.set("href", slot(FIGURE_SCHEME, target))

    def _unescape(self, text: str) -> str:
        return str(self.md.treeprocessors["unescape"].unescape(text))  # type: ignore[attr-defined]

    def _image(self, element: ElementTree.Element, parent: ElementTree.Element) -> None:
        offset, target = _unmark(element.get("src") or "")
        text = self._unescape(element.get("alt") or "")
        alone = parent.tag == "p" and len(parent) == 1 and not (parent.text or "").strip()
        alone = alone and not (element.tail or "").strip()
        if target.startswith(CHART_SCHEME + ":"):
            target = target.removeprefix(CHART_SCHEME + ":")
            self.collector.found.append(_Found(CHART_SCHEME, target, text, offset, alone))
            tail = element.tail
            element.clear()
            element.tag, element.text, element.tail = "span", slot(CHART_SCHEME, target, text), tail
            if alone:
                parent.tag = "div"
            return
        self.collector.found.append(_Found("image", target, text, offset, alone))
        element.set("src", slot("image", target))
        element.set("loading", "lazy")

    def _identify_headings(self, root: ElementTree.Element) -> None:
        used: set[str] = set()
        for element in root.iter():
            if element.tag not in ("h1", "h2", "h3", "h4", "h5", "h6"):
                continue
            # The page's title is its only h1.
            if element.tag == "h1":
                element.tag = "h2"
            text = " ".join("".join(element.itertext()).split())
            base = slugify(text) or "muc"
            identity, number = base, 1
            while identity in used:
                number += 1
                identity = f"{base}-{number}"
            used.add(identity)
            element.set("id", identity)
            self.collector.headings.append(Heading(int(element.tag[1]), identity, text))


def _wrap_table(root: ElementTree.Element, table: ElementTree.Element) -> None:
    """Let a wide table scroll by itself instead of the page."""
    for parent in root.iter():
        for index, child in enumerate(parent):
            if child is table:
                wrapper = ElementTree.Element("div", {"class": "mb-table", "tabindex": "0", "role": "region"})
                wrapper.tail, table.tail = table.tail, None
                parent[index] = wrapper
                wrapper.append(table)
                return


def _unmark(address: str) -> tuple[int, str]:
    match = _MARK.search(address)
    return (int(match.group(1)) if match else 0), _MARK.sub("", address)


class _MinhBach(Extension):
    """Raw HTML stays text, and links become slots."""

    def extendMarkdown(self, md: markdown.Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        md.preprocessors.deregister("html_block")
        md.inlinePatterns.deregister("html")
        # After "inline" (20), so links exist; before "prettify" and "unescape" (0).
        md.treeprocessors.register(_Slots(md), "minhbach", 5)


@lru_cache(maxsize=1)
def _renderer() -> Any:
    """Return a Markdown renderer. Building one costs as much as a short article, so one is kept.

    ``reset`` before each text makes the result independent of what was rendered earlier.
    """
    extensions = ["tables", "footnotes", "def_list", "sane_lists", "fenced_code", "pymdownx.tilde", "pymdownx.magiclink"]
    return markdown.Markdown(extensions=[*extensions, _MinhBach()], output_format="html")


def slot(kind: str, target: str, text: str = "") -> str:
    """Return a slot: a mark in the HTML for ``prose.slots`` to fill."""
    return f"\ue010{kind}\ue011{target}\ue011{text}\ue012"
