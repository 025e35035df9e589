"""Front matter: the YAML between two ``---`` lines at the top of a Markdown file, and the text beneath."""

from __future__ import annotations

from dataclasses import dataclass

from frontmatter.default_handlers import YAMLHandler

from minhbach.problems import Position, Problem, kinds
from minhbach.sources.text import TextSource, write_count
from minhbach.sources.yaml_tree import YamlDocument, parse_yaml

MAX_FRONT_MATTER_CHARACTERS = 50_000
_HANDLER = YAMLHandler()


@dataclass(frozen=True)
class MarkdownSource:
    """A Markdown file taken apart: front matter as a YAML document, body with the line it begins on."""

    path: str
    front_matter: YamlDocument
    body: str
    body_line: int


def split_front_matter(source: TextSource) -> tuple[MarkdownSource | None, list[Problem]]:
    """Take a Markdown file apart. Returns the parts (None if unusable) and every problem found."""
    start = Position(source.path)
    if not _HANDLER.detect(source.text):
        return None, [Problem(kinds.FRONT_MATTER_MISSING, start)]
    try:
        matter, body = _HANDLER.split(source.text)
    except ValueError:  # no closing line
        return None, [Problem(kinds.FRONT_MATTER_UNCLOSED, start)]
    if len(matter) > MAX_FRONT_MATTER_CHARACTERS:
        details = {"size": write_count(len(matter)), "limit": write_count(MAX_FRONT_MATTER_CHARACTERS)}
        return None, [Problem(kinds.FRONT_MATTER_TOO_LARGE, start, details)]
    if not matter.strip():
        return None, [Problem(kinds.FRONT_MATTER_MISSING, start)]
    opening = _HANDLER.FM_BOUNDARY.match(source.text)
    assert opening is not None  # detect() above found it
    first_line = source.text[: opening.end()].count("\n") + 1
    document, problems = parse_yaml(source.path, matter, first_line=first_line)
    if document is None:
        if [problem.kind for problem in problems] == [kinds.FILE_EMPTY]:  # nothing but comments
            return None, [Problem(kinds.FRONT_MATTER_MISSING, start)]
        return None, problems
    if not isinstance(document.data, dict):
        return None, [Problem(kinds.FRONT_MATTER_MISSING, document.position(()))]
    body_line = source.text[: len(source.text) - len(body)].count("\n") + 1
    return MarkdownSource(source.path, document, body, body_line), []
