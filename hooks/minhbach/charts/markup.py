"""matplotlib's SVG rewritten: small, without style sheet or ids, and in the colours of the page.

Paint goes into presentation attributes, because a content security policy may forbid style attributes.
Whatever is not known here is refused, so a change in matplotlib's output cannot slip onto a page.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator
from typing import Final
from xml.etree import ElementTree
from xml.sax.saxutils import escape, quoteattr

from .palette import PALETTE, role_of
from .sheet import TEXT_PX

_SVG: Final = "{http://www.w3.org/2000/svg}"
_NUMBER: Final = re.compile(r"-?\d+(?:\.\d+)?(?:e-?\d+)?")
_TOKEN: Final = re.compile(r"([MLz])\s*([^MLz]*)")
# matplotlib states these only where they differ from the style sheet it would write; see ``root_defaults``.
_COPIED: Final = ("stroke-width", "stroke-linecap", "stroke-linejoin")
_COLOUR: Final = re.compile(r"#[0-9a-fA-F]{6}")

Paint = Callable[[str], str]


class MarkupError(Exception):
    """matplotlib wrote something this package never asked for."""


def variable_paint(colour: str) -> str:
    """A concrete light colour as the page's variable for its role."""
    return PALETTE[role_of(colour)].css


def concrete_paint(colour: str) -> str:
    """A concrete light colour as it is."""
    return colour


def root_defaults(paint: Paint) -> str:
    """What the elements inherit from the root: they only state what differs."""
    text = quoteattr(paint(PALETTE["text"].light))
    return f'font-size="{_short(TEXT_PX)}px" fill={text} stroke-linejoin="round"'


def body(raw: str, paint: Paint) -> str:
    """The drawn elements of matplotlib's SVG, rewritten, as markup without a root."""
    # Not foreign data: the text was written by matplotlib a moment ago.
    return "".join(_elements(ElementTree.fromstring(raw), paint))  # noqa: S314


def _elements(node: ElementTree.Element, paint: Paint) -> Iterator[str]:
    for child in node:
        name = child.tag.removeprefix(_SVG)
        if name == "g":
            yield from _elements(child, paint)
        elif name == "path":
            yield _path(child, paint)
        elif name == "text":
            yield _text(child, paint)
        elif name not in ("defs", "metadata"):
            raise MarkupError(f"unexpected element {child.tag}")


def _declarations(node: ElementTree.Element) -> dict[str, str]:
    pairs = (part.partition(":") for part in node.get("style", "").split(";") if part.strip())
    return {name.strip(): value.strip() for name, _, value in pairs}


def _painted(colour: str, paint: Paint) -> str:
    if colour == "none":
        return colour
    if not _COLOUR.fullmatch(colour):
        raise MarkupError(f"unexpected paint {colour!r}")
    return paint(colour.lower())


def _path(node: ElementTree.Element, paint: Paint) -> str:
    style = _declarations(node)
    attributes = {"d": _outline(node.get("d", "")), "fill": _painted(style.get("fill", "none"), paint)}
    if "stroke" in style:
        attributes["stroke"] = _painted(style["stroke"], paint)
        dashes = _NUMBER.findall(style.get("stroke-dasharray", ""))
        if dashes:
            attributes["stroke-dasharray"] = " ".join(_short(float(dash)) for dash in dashes)
        attributes.update((name, style[name]) for name in _COPIED if name in style)
    return _element("path", attributes, None)


def _text(node: ElementTree.Element, paint: Paint) -> str:
    style = _declarations(node)
    attributes = {name: _short(float(node.get(name, "0"))) for name in ("x", "y")}
    size = float(style.get("font-size", "").removesuffix("px") or "nan")
    if math.isnan(size):
        raise MarkupError("text without a size")
    if size != TEXT_PX:
        attributes["font-size"] = f"{_short(size)}px"
    if "font-weight" in style:
        attributes["font-weight"] = style["font-weight"]
    if style.get("text-anchor", "start") != "start":
        attributes["text-anchor"] = style["text-anchor"]
    # matplotlib leaves black out; no role is black, so a colour is always stated.
    fill = _painted(style["fill"], paint)
    if fill != paint(PALETTE["text"].light):
        attributes["fill"] = fill
    return _element("text", attributes, node.text or "")


def _element(name: str, attributes: dict[str, str], text: str | None) -> str:
    inner = "".join(f" {key}={quoteattr(value)}" for key, value in attributes.items())
    return f"<{name}{inner}/>" if text is None else f"<{name}{inner}>{escape(text)}</{name}>"


def _outline(path: str) -> str:
    """Path data with one decimal; lines along an axis in their short form."""
    parts: list[str] = []
    x = y = ""
    for command, numbers in _TOKEN.findall(path):
        if command == "z":
            parts.append("z")
            continue
        try:
            across, down = (_short(float(number)) for number in numbers.split())
        except ValueError:
            raise MarkupError(f"unexpected path data {path[:80]!r}") from None
        if command == "L" and down == y:
            parts.append(f"H{across}")
        elif command == "L" and across == x:
            parts.append(f"V{down}")
        else:
            parts.append(f"{command}{across} {down}")
        x, y = across, down
    if re.search(r"[A-KN-Za-y]", path):
        raise MarkupError(f"unexpected path command in {path[:80]!r}")
    return "".join(parts)


def _short(value: float) -> str:
    """A length in px to a tenth, without a needless ``.0`` or ``-0``."""
    return f"{round(value, 1) + 0.0:.1f}".removesuffix(".0")
