"""Typewriter marks set as a Vietnamese editor sets them: quotation marks, dashes, spaces that do not break.

Staff type what keyboards have: straight quotes, hyphens for dashes, three full stops. Code and addresses keep
what was typed.
"""

from __future__ import annotations

import re
from xml.etree import ElementTree

from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from minhbach.numbers.words import SCALES

NBSP = "\u00a0"
_UNITS = (
    *SCALES,
    *("đồng", "đ", "VND", "VNĐ", "USD", "%"),
    *("kg", "g", "mg", "tấn", "tạ", "yến", "lít", "ml", "km", "m", "cm", "mm", "m²", "km²", "ha", "°C"),
    *("giờ", "phút", "giây", "tuổi", "người", "hộ", "suất", "phần", "đơn vị", "lượt", "em", "cháu"),
)
"""What stands so often behind a number that the two are read as one."""
_BEFORE_UNIT = re.compile(rf"(?<=\d)[ ](?=(?:{'|'.join(map(re.escape, _UNITS))})(?!\w))")
_AFTER_NUMBER = re.compile(r"(?<=\d)[ ](?=[^\W\d])")
_DASH = re.compile(r"(?<=\S)([ \u00a0])-{1,3}(?=[ \n])")
_YEARS = re.compile(r"(?<![\w/.-])((?:19|20)\d\d)-((?:19|20)\d\d)(?![\w/-])")
_QUOTE = re.compile("[\"']")
_OPENS_AFTER = frozenset(" \t\n\u00a0([{–—/“‘")
_UNTOUCHED = frozenset({"code", "pre", "script", "style"})

_BLOCKS = frozenset(
    {
        "p",
        "li",
        "td",
        "th",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "dt",
        "dd",
        "blockquote",
        "div",
        "ul",
        "ol",
        "table",
    }
)


def set_type(text: str, before: str = "") -> str:
    """Return ``text`` with the marks of print. ``before``: the character that stands in front of it, if any.

    A space between a number and its unit becomes one that does not break. What is set already stays as it is.
    """
    text = _BEFORE_UNIT.sub(NBSP, text.replace("...", "…"))
    text = _YEARS.sub(r"\1–\2", _DASH.sub(r"\1–", text))
    if '"' not in text and "'" not in text:
        return text

    pieces, end, last = [], 0, before
    for match in _QUOTE.finditer(text):
        start = match.start()
        last = text[start - 1] if start > end else last
        opens = (not last or last in _OPENS_AFTER) and not text[start + 1 : start + 2].isspace()
        last = ("“" if opens else "”") if match.group() == '"' else ("‘" if opens else "’")
        pieces += [text[end:start], last]
        end = match.end()
    return "".join([*pieces, text[end:]])


def bind_number(text: str) -> str:
    """Return the words of a figure with no break between its number and the first word of its unit."""
    return _AFTER_NUMBER.sub(NBSP, text, count=1)


class Typesetter(Treeprocessor):
    """Sets the type of a parsed text; runs when links have become what they will be."""

    def run(self, root: ElementTree.Element) -> None:
        """Set every text beneath ``root``."""
        self._set(root, "", in_figure=False)

    def _set(self, element: ElementTree.Element, before: str, *, in_figure: bool) -> str:
        """Set the text of ``element``; return the character that stands last in it."""
        untouched = element.tag in _UNTOUCHED
        in_figure = in_figure or (element.tag == "data" and element.get("class") == "mb-figure")
        if element.text:
            if not untouched and not _is_kept(element.text):
                element.text = set_type(element.text, before)
                if in_figure:
                    element.text = bind_number(element.text)
            before = element.text[-1]
        for child in element:
            if child.tag in _BLOCKS:
                before = ""
            before = self._set(child, before, in_figure=in_figure) if not untouched else before
            if child.tail:
                if not untouched and not _is_kept(child.tail):
                    child.tail = set_type(child.tail, before)
                before = child.tail[-1]
        return before


def _is_kept(text: str) -> bool:
    """Whether a text is an address, or a slot that will be filled (prose/markup.py)."""
    return isinstance(text, AtomicString) or "\ue010" in text
