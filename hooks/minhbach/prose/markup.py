"""Markdown to HTML, done once per text.

Parsing needs nothing but the text: links to figures, charts, files and pages are found with their positions
and left in the HTML as slots, which ``prose.slots`` fills once the site is linked and the page's address is
known.

A link's position is carried through Python-Markdown, which keeps none, as two private-use characters and a
number in front of its address; ``sources.text`` refuses these characters in content, so nobody can forge one.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from html import unescape
from typing import Any
from xml.etree import ElementTree

import markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markdown.util import AMP_SUBSTITUTE

from minhbach.problems import Position
from minhbach.prose.raw_html import find_raw_html
from minhbach.prose.typography import Typesetter, set_type
from minhbach.words import slugify

_MARK = re.compile("\ue000([0-9]+)\ue001")
_TARGET = re.compile(r"\]\(\s*<?(?=\S)|^ {0,3}\[[^\]\n]+\]:[ \t]*<?(?=\S)", re.MULTILINE)
_BRACKET = re.compile(r"\\.|\[|\]\(?|\)|\n[ \t]*(?=\n)", re.DOTALL)
_MARKERS = re.compile(r"(?:[ \t]|>|[-+*](?=[ \t])|[0-9]+[.)](?=[ \t]))+")
_MARKER = re.compile(r">|[-+*]|[0-9]+[.)]")
_WORDS = re.compile(r"\w+")
_INLINE = frozenset({"em", "strong", "del", "data", "code"})
_TAGS = re.compile("<[^>]*>|\ue010[^\ue012]*\ue012")

FIGURE_SCHEME, CHART_SCHEME, TABLE_SCHEME = "figure", "chart", "table"
IMAGE, INLINE_IMAGE = "image", "inline"
"""Slots for an image that makes up its paragraph, and for one within a line."""
SURROUNDING_CHARACTERS = 160
"""How much of a passage around a link to a figure is kept."""
MAX_NESTING = 20
"""How deep brackets, quotations and lists may stand in each other; Python-Markdown takes time that grows with
the square of it, and then runs out of stack."""
MAX_PASSAGE_LINES, MAX_PASSAGE_CHARACTERS = 1_000, 50_000
"""How long a text may go on without an empty line, for the same reason."""


@dataclass(frozen=True)
class Reference:
    """A link or image in prose. ``target`` is what was written; ``text`` is the link text or description."""

    kind: str
    """``figure``, ``chart``, ``table``, ``link`` or ``image``."""
    target: str
    text: str
    at: Position
    alone: bool = True
    """Whether an image makes up its whole paragraph."""
    before: str = ""
    """The words of its passage that stand before a link to a figure, as far as they may bear on it."""
    after: str = ""
    """The words behind it."""


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
    too_deep: Position | None = None
    """Where brackets, quotations or lists are nested too deeply; then nothing else was read."""
    too_long: Position | None = None
    """Where a passage without an empty line is too long; then nothing else was read."""

    @property
    def is_refused(self) -> bool:
        """Whether the text was too deep or too long to be read."""
        return self.too_deep is not None or self.too_long is not None


def parse_prose(path: str, body: str, first_line: int) -> Prose:
    """Parse the Markdown ``body`` of file ``path`` that begins on line ``first_line`` of it."""
    starts = [0, *(match.end() for match in re.finditer("\n", body))]

    def place(offset: int) -> Position:
        line = bisect_right(starts, offset) - 1
        return Position(path, first_line + line, offset - starts[line] + 1)

    if (passage := _long_passage(body)) is not None:
        return Prose("", (), (), (), 0, too_long=place(passage))
    brackets = _match_brackets(body)
    too_deep = brackets if isinstance(brackets, int) else _nested_line(body)
    if isinstance(brackets, int) or too_deep is not None:
        return Prose("", (), (), (), 0, place(too_deep or 0))
    collector = _Collector()
    renderer = _renderer()
    renderer.treeprocessors["minhbach"].collector = collector
    renderer.reset()
    try:
        html = _MARK.sub("", renderer.convert(_mark_targets(body, brackets)))
    except RecursionError:
        _renderer.cache_clear()  # it stopped halfway
        return Prose("", (), (), (), 0, place(_deepest_line(body)))
    return Prose(
        html,
        tuple(_references(body, collector, place)),
        tuple(collector.headings),
        tuple((tag, place(offset)) for tag, offset in find_raw_html(body)),
        len(_WORDS.findall(_TAGS.sub(" ", html))),
    )


def _references(body: str, collector: _Collector, place: Callable[[int], Position]) -> Iterator[Reference]:
    """Put positions to what was found. A bare address bears no mark; it is looked up from the last one on."""
    last = 0
    for item in collector.found:
        offset = item.offset
        if offset is None:
            offset = body.find(item.target.removeprefix("mailto:"), last)
            offset = last if offset < 0 else offset
        last = offset
        yield Reference(item.kind, item.target, item.text, place(offset), item.alone, item.before, item.after)


def _long_passage(body: str) -> int | None:
    """Return the offset of the first passage that goes on too long without an empty line."""
    start = 0
    for gap in re.finditer(r"\n[ \t]*(?=\n)|\Z", body):
        length = gap.start() - start
        if length > MAX_PASSAGE_CHARACTERS or body.count("\n", start, gap.start()) > MAX_PASSAGE_LINES:
            return start + len(body[start : gap.start()]) - len(body[start : gap.start()].lstrip())
        start = gap.end()
    return None


def _match_brackets(body: str) -> dict[int, int] | int:
    """Return for each "]" the offset behind the "[" it closes; or the offset where they nest too deeply."""
    pairs: dict[int, int] = {}
    open_brackets: list[int] = []
    open_targets = 0
    for match in _BRACKET.finditer(body):
        found = match.group()
        if found == "[":
            open_brackets.append(match.end())
        elif found[0] == "]":
            pairs[match.start()] = open_brackets.pop() if open_brackets else match.start()
            open_targets += found == "]("
        elif found == ")":
            open_targets = max(0, open_targets - 1)
        elif found[0] == "\n":  # a paragraph ends, and with it whatever is still open
            open_brackets.clear()
            open_targets = 0
        if max(len(open_brackets), open_targets) > MAX_NESTING:
            return match.start()
    return pairs


def _nested_line(body: str) -> int | None:
    """Return the offset of the first line that begins with too many marks of quotations and lists."""
    start = 0
    for line in body.split("\n"):
        markers = _MARKERS.match(line)
        is_rule = set(line) - {" "} in ({"-"}, {"*"}, {"_"})  # "- - -" across the page
        if markers is not None and not is_rule and len(_MARKER.findall(markers.group())) > MAX_NESTING:
            return start
        start += len(line) + 1
    return None


def _deepest_line(body: str) -> int:
    """Return the offset of the text in the line that stands furthest to the right."""
    best, offset, start = -1, 0, 0
    for line in body.split("\n"):
        indentation = len(line) - len(line.lstrip())
        if line.strip() and indentation > best:
            best, offset = indentation, start + indentation
        start += len(line) + 1
    return offset


def _mark_targets(body: str, brackets: dict[int, int]) -> str:
    """Put the offset of each link's opening bracket in front of its address."""

    def mark(match: re.Match[str]) -> str:
        return f"{match.group()}\ue000{brackets.get(match.start(), match.start())}\ue001"

    return _TARGET.sub(mark, body)


@dataclass(frozen=True)
class _Found:
    kind: str
    target: str
    text: str
    offset: int | None
    alone: bool
    before: str = ""
    after: str = ""


class _Collector:
    def __init__(self) -> None:
        self.found: list[_Found] = []
        self.headings: list[Heading] = []


class _Slots(Treeprocessor):
    """Turns links, images and headings of the parsed tree into slots, noting each."""

    collector: _Collector
    parents: dict[ElementTree.Element, ElementTree.Element]

    def run(self, root: ElementTree.Element) -> None:
        self._identify_headings(root)
        self.parents = {child: parent for parent in root.iter() for child in parent}
        for element, parent in list(self.parents.items()):
            if element.tag not in ("a", "img"):
                continue
            if element.tag == "a":
                self._link(element, parent)
            else:
                self._image(element, parent)
        for parent in list(root.iter()):
            for index, child in enumerate(parent):
                if child.tag == "table":
                    parent[index] = self._wrapped(child)

    def _link(self, element: ElementTree.Element, parent: ElementTree.Element) -> None:
        offset, target = self._unmark(element.get("href") or "")
        text = self._unescape("".join(element.itertext()))
        if not target.startswith(FIGURE_SCHEME + ":"):
            self.collector.found.append(_Found("link", target, text, offset, True))
            element.set("href", slot("link", target))
            return
        target = target.removeprefix(FIGURE_SCHEME + ":")
        before, after = self._surroundings(element, parent)
        self.collector.found.append(_Found(FIGURE_SCHEME, target, text, offset, True, before, after))
        # The number for machines around the words for people.
        data = ElementTree.Element("data", {"class": "mb-figure", "value": slot("value", target)})
        data.tail, element.tail = element.tail, None
        parent[list(parent).index(element)] = data
        data.append(element)
        self.parents[data], self.parents[element] = parent, data
        element.set("href", slot(FIGURE_SCHEME, target))

    def _surroundings(self, element: ElementTree.Element, parent: ElementTree.Element) -> tuple[str, str]:
        """Return the words of the same passage before and behind a link, also those outside emphasis."""
        before, after = "", element.tail or ""
        child: ElementTree.Element = element
        while True:
            siblings = list(parent)
            index = siblings.index(child)
            texts = [parent.text or ""]
            for sibling in siblings[:index]:
                texts += ["".join(sibling.itertext()), sibling.tail or ""]
            before = "".join(texts) + before
            after += "".join("".join(item.itertext()) + (item.tail or "") for item in siblings[index + 1 :])
            if parent.tag not in _INLINE or parent not in self.parents:
                break
            after += parent.tail or ""
            child, parent = parent, self.parents[parent]
        return self._plain(before)[-SURROUNDING_CHARACTERS:], self._plain(after)[:SURROUNDING_CHARACTERS]

    def _plain(self, text: str) -> str:
        return _TAGS.sub(" ", self._unescape(text))

    def _unmark(self, address: str) -> tuple[int | None, str]:
        """Take the offset out of an address. Python-Markdown writes those of e-mails in character numbers."""
        match = _MARK.search(address)
        target = self._unescape(address)
        if AMP_SUBSTITUTE in target:
            target = unescape(target.replace(AMP_SUBSTITUTE, "&"))
        return (int(match.group(1)) if match else None), target

    def _unescape(self, text: str) -> str:
        return _MARK.sub("", self.md.treeprocessors["unescape"].unescape(text))  # type: ignore[attr-defined]

    def _image(self, element: ElementTree.Element, parent: ElementTree.Element) -> None:
        offset, target = self._unmark(element.get("src") or "")
        text = self._unescape(element.get("alt") or "")
        alone = parent.tag == "p" and len(parent) == 1 and not (parent.text or "").strip()
        alone = alone and not (element.tail or "").strip()
        kind = IMAGE
        for scheme in (CHART_SCHEME, TABLE_SCHEME):
            if target.startswith(f"{scheme}:"):
                kind, target = scheme, target.removeprefix(f"{scheme}:")
                break
        self.collector.found.append(_Found(kind, target, text, offset, alone))
        if alone:
            # A chart, a table, or a photo with its caption, is a block; it takes the paragraph's place.
            parent.tag, parent.text = "div", slot(kind, target, text)
            parent.remove(element)
        else:
            inline, tail = INLINE_IMAGE if kind == IMAGE else kind, element.tail
            element.clear()
            element.tag, element.text, element.tail = "span", slot(inline, target, text), tail

    def _identify_headings(self, root: ElementTree.Element) -> None:
        used: dict[str, int] = {}
        for element in root.iter():
            if element.tag not in ("h1", "h2", "h3", "h4", "h5", "h6"):
                continue
            if element.tag == "h1":  # the page's title is its only one
                element.tag = "h2"
            text = " ".join(self._unescape("".join(element.itertext())).split())
            identity = base = slugify(text) or "muc"
            while identity in used:
                used[base] += 1
                identity = f"{base}-{used[base]}"
            used[identity] = 1
            element.set("id", identity)
            self.collector.headings.append(Heading(int(element.tag[1]), identity, set_type(text)))

    def _wrapped(self, table: ElementTree.Element) -> ElementTree.Element:
        """Let a wide table scroll by itself instead of the page, as a part that is named by its columns."""
        table.set("class", "mb-data")
        heads = list(table.iter("th"))
        for head in heads:
            head.set("scope", "col")
        words = ", ".join(self._unescape("".join(head.itertext())).strip() for head in heads)
        name = slot("columns", _TAGS.sub("", words))
        wrapper = ElementTree.Element(
            "div", {"class": "mb-table", "tabindex": "0", "role": "region", "aria-label": name}
        )
        wrapper.tail, table.tail = table.tail, None
        wrapper.append(table)
        return wrapper


class _MinhBach(Extension):
    """Raw HTML stays text, and links become slots."""

    def extendMarkdown(self, md: markdown.Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        md.preprocessors.deregister("html_block")
        md.inlinePatterns.deregister("html")
        # After "inline" (20), so links exist; before "prettify" and "unescape" (0).
        md.treeprocessors.register(_Slots(md), "minhbach", 5)
        md.treeprocessors.register(Typesetter(md), "typesetter", 4)


@lru_cache(maxsize=1)
def _renderer() -> Any:
    """Return the Markdown renderer, made once as it costs as much as an article; ``reset`` it for each."""
    names = ["tables", "footnotes", "def_list", "sane_lists", "fenced_code"]
    names += ["pymdownx.tilde", "pymdownx.magiclink"]
    words = {"footnotes": {"BACKLINK_TITLE": slot("back", "{}")}}
    extensions: list[str | Extension] = [*names, _MinhBach()]
    return markdown.Markdown(extensions=extensions, extension_configs=words, output_format="html")


def slot(kind: str, target: str, text: str = "") -> str:
    """Return a slot: a mark in the HTML for ``prose.slots`` to fill."""
    return f"\ue010{kind}\ue011{target}\ue011{text}\ue012"
