"""Problems as text: for people in a terminal, and as annotations on a pull request."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TextIO

from minhbach.language import Catalogue, mark
from minhbach.problems.problem import Problem, Severity

_SEVERITY_WORDS = {Severity.ERROR: mark("ERROR"), Severity.WARNING: mark("WARNING")}
SHOWN_PER_KIND = 50
"""A fault repeated through a whole file is told this often; the rest is counted."""

LONGEST_DETAIL = 200


@dataclass(frozen=True)
class Told:
    """A problem in the words of one language."""

    problem: Problem
    message: str
    remedy: str


def tell(problem: Problem, catalogue: Catalogue) -> Told:
    """Put ``problem`` into words.

    A detail named ``x_message`` is itself a catalogue key; its words become the detail ``x``. The detail
    ``nearest`` (a known word near the one found, or "") becomes a question.
    """
    details = {name: _plain(value) for name, value in problem.details.items()}
    for name in [name for name in details if name.endswith("_message")]:
        words = catalogue.gettext(problem.details[name])
        details[name.removesuffix("_message")] = words.format(**details)
    if details.get("nearest"):
        question = catalogue.gettext(mark(" Did you mean “{nearest}”?"))
        details["nearest"] = question.format(nearest=details["nearest"])
    return Told(
        problem,
        catalogue.gettext(problem.kind.message).format(**details),
        catalogue.gettext(problem.kind.remedy).format(**details),
    )


def order(problems: Iterable[Problem]) -> list[Problem]:
    """Order problems: errors first, then by place; each once."""
    unique = {(p.kind.code, p.at, tuple(sorted(p.details.items()))): p for p in problems}
    return sorted(unique.values(), key=lambda p: (not p.is_error, p.at, p.kind.code))


def format_report(problems: Iterable[Problem], catalogue: Catalogue) -> str:
    """Format problems for a terminal, worst first, with a closing count. Empty for no problems."""
    ordered = order(problems)
    if not ordered:
        return ""
    blocks: list[str] = []
    shown: dict[str, int] = {}
    untold: dict[str, int] = {}
    for problem in ordered:
        code = problem.kind.code
        untold[code] = untold.get(code, 0) + problem.more
        shown[code] = shown.get(code, 0) + 1
        if shown[code] > SHOWN_PER_KIND:
            untold[code] += 1
            continue
        told = tell(problem, catalogue)
        word = catalogue.gettext(_SEVERITY_WORDS[problem.severity])
        head = f"{word}  {_visible(str(problem.at))}  [{problem.kind.code}]"
        blocks.append(f"{head}\n     {told.message}\n     → {told.remedy}")
    for code, count in untold.items():
        if count:
            more = catalogue.gettext(mark("… and {count} more problems of the kind [{code}]."))
            blocks.append(more.format(count=count, code=code))
    errors = sum(1 + problem.more for problem in ordered if problem.is_error)
    warnings = sum(1 + problem.more for problem in ordered if not problem.is_error)
    summary = catalogue.gettext(mark("{errors} errors, {warnings} warnings."))
    blocks.append(summary.format(errors=errors, warnings=warnings))
    return "\n\n".join(blocks)


def format_annotations(problems: Iterable[Problem], catalogue: Catalogue) -> str:
    """Format problems as GitHub workflow commands, which mark the lines of a pull request.

    The escapes are those of GitHub's "Workflow commands for GitHub Actions".
    """
    lines = []
    for problem in order(problems):
        told = tell(problem, catalogue)
        place = f"file={_property(_visible(problem.at.path))},line={problem.at.line},col={problem.at.column}"
        text = _data(f"{told.message}\n→ {told.remedy}")
        title = _property(problem.kind.code)
        lines.append(f"::{problem.severity.value} {place},title={title}::{text}")
    return "\n".join(lines)


def _plain(value: str) -> str:
    """Make a detail safe for a terminal: one line, no control characters, not endless."""
    visible = _visible(" ".join(value.split()))
    return visible if len(visible) <= LONGEST_DETAIL else visible[: LONGEST_DETAIL - 1] + "…"


def _visible(text: str) -> str:
    return "".join(character if character.isprintable() else "�" for character in text)


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def print_report(report: str, stream: TextIO) -> None:
    """Print a report; a terminal that cannot show Vietnamese gets the nearest it can."""
    if report:
        encoding = stream.encoding or "utf-8"
        print(report.encode(encoding, "replace").decode(encoding), file=stream)
