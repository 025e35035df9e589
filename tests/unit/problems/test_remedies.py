"""A remedy, done as it is printed, cures: each way it offers, on every failing case of ``tests/cases``.

The report is the case's ``expected.txt``, in the words that staff read. ``tests/remedies`` does what they say
to a copy of the content. After every remedy the problem is gone, nothing else is wrong that was not before
(but for what a way says may come to light), and only files that the report names have changed; and so on
until nothing is left, which it must be within a few rounds.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

import pytest

from minhbach.language import read_catalogue
from minhbach.problems import kinds
from remedies.desk import Desk
from remedies.every import REMEDIES
from remedies.exempt import EXEMPT
from remedies.of_articles import folder_of
from remedies.told import Place, Told, read_report
from remedies.ways import Way, do, find_offer

from .test_cases import CASES, find_report, lay_out

Fields = Mapping[str, str]
ROUNDS_BESIDES = 3
"""How many rounds more than there were problems it may take: for what comes to light on the way."""
MOST_LINES = 12
"""No remedy asks anybody to change more lines of a file than these, but for those it asks to move."""


@dataclass(frozen=True)
class Choice:
    """A case, and which of the ways that its remedies offer is taken: the first, the second …"""

    case: Path
    number: int

    @property
    def name(self) -> str:
        return f"{self.case.parent.name}/{self.case.name}"


def told_of(case: Path) -> list[Told]:
    return read_report((case / "expected.txt").read_text(encoding="utf-8"))


def ways_open(case_name: str, told: Told) -> list[tuple[Way, Fields]]:
    """Return the ways of the remedy that somebody can go here, with their fields."""
    offer = find_offer(told, REMEDIES)
    assert offer is not None, (
        f"[{told.code}] nobody knows how to do “{told.remedy}”: "
        "add its words and what they ask for to tests/remedies (see .github/CONTRIBUTING.md)"
    )
    return [one for one in offer.ways if not is_exempt(case_name, told.code, one[0])]


def is_exempt(case_name: str, code: str, way: Way) -> bool:
    return (code, way.words) in EXEMPT or (case_name, way.words) in EXEMPT


def choices() -> Iterable[Choice]:
    for case in CASES:
        name = f"{case.parent.name}/{case.name}"
        offers = [find_offer(told, REMEDIES) for told in told_of(case)]
        counts = [
            sum(not is_exempt(name, told.code, way) for way, _fields in offer.ways) if offer else 1
            for told, offer in zip(told_of(case), offers, strict=True)
        ]
        yield from (Choice(case, number) for number in range(max(counts, default=1)))


@pytest.mark.parametrize("choice", [*choices()], ids=lambda choice: f"{choice.name}-{choice.number + 1}")
def test_a_remedy_done_as_it_is_printed_cures(choice: Choice, tmp_path: Path) -> None:
    desk = Desk(tmp_path / "kho", choice.case / "pass")
    is_staged = lay_out(choice.case / "fail", desk.root)
    told = told_of(choice.case)
    at_first, cured = Counter(one.identity for one in told), Counter[tuple[str, str, str]]()
    for number in range(at_first.total() + ROUNDS_BESIDES):
        curable = [one for one in told if ways_open(choice.name, one)]
        if not curable:
            return
        problem = curable[0]
        ways = ways_open(choice.name, problem)
        if cured[problem.identity] < at_first[problem.identity]:
            told = cure(desk, told, problem, ways[min(choice.number, len(ways) - 1)], is_staged=is_staged)
        else:
            # What has come to light has a way that leads on, and not back to what was cured already.
            copy = tmp_path / str(number)
            desk, told = cure_onwards(desk.copied(copy), told, problem, ways, is_staged, set(cured))
        cured[problem.identity] += 1
    left = [one for one in told if ways_open(choice.name, one)]
    assert not left, f"the remedies go round in a circle: {left}"


def cure(
    desk: Desk, told: list[Told], problem: Told, way_and_fields: tuple[Way, Fields], *, is_staged: bool
) -> list[Told]:
    """Go one way, and return what is told then."""
    way, fields = way_and_fields
    before = desk.files()
    do(way, fields, desk, problem)
    changed = desk.files()
    assert_only_what_was_asked_has_changed(before, changed, problem, way)
    after = read_report(find_report(desk.root, is_staged=is_staged))
    left = Counter(one.identity for one in after)[problem.identity]
    assert left < Counter(one.identity for one in told)[problem.identity], f"no cure: {problem}"
    new = [one.code for one in find_new(told, after, way, find_moves(before, changed))]
    assert not new, f"“{way.words}” of {problem} brought {new}"
    return after


def cure_onwards(
    desk: Desk,
    told: list[Told],
    problem: Told,
    ways: list[tuple[Way, Fields]],
    is_staged: bool,
    cured: set[tuple[str, str, str]],
) -> tuple[Desk, list[Told]]:
    """Go the first way that cures and brings nothing back which was cured before."""
    for number, way in enumerate(ways):
        tried = desk.copied(desk.root.with_name(f"{desk.root.name}-{number}"))
        try:
            after = cure(tried, told, problem, way, is_staged=is_staged)
        except AssertionError:
            continue
        if not cured & {one.identity for one in after}:
            return tried, after
    raise AssertionError(f"no way leads out of {problem}")


def find_moves(before: dict[str, bytes], after: dict[str, bytes]) -> dict[str, str]:
    """Return the files that have only another name now: old name to new."""
    new = {content: path for path, content in after.items() if path not in before}
    return {path: new[content] for path, content in before.items() if path not in after and content in new}


def find_new(before: list[Told], after: list[Told], way: Way, moves: dict[str, str]) -> list[Told]:
    """Return what is told now and was not before, but for what the way says may come to light."""
    known = {one.identity for one in before}
    known |= {(code, moves.get(path, path), message) for code, path, message in known}
    return [one for one in after if one.identity not in known and one.code not in way.then]


def assert_only_what_was_asked_has_changed(
    before: dict[str, bytes], after: dict[str, bytes], problem: Told, way: Way
) -> None:
    """Staff change only files that the report names: what it does not name they would not find."""
    changed = {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}
    assert changed, f"“{way.words}” changed nothing"
    moves = find_moves(before, after)
    own = folder_of(problem.at.path)
    named = {problem.at.path, own, f"{PurePosixPath(problem.at.path).parent}.md", *problem.named_paths}
    for path in changed - moves.keys() - set(moves.values()):
        is_named = any(path == name or (name.endswith("/") and path.startswith(name)) for name in named)
        is_saved_as = PurePosixPath(path).with_suffix("") == PurePosixPath(problem.at.path).with_suffix("")
        assert is_named or is_saved_as or way.elsewhere, f"{path} is not named: {problem}"
    for path in changed & before.keys() & after.keys():
        assert len(list(lines_lost(before[path], after[path]))) <= MOST_LINES


def lines_lost(old: bytes, new: bytes) -> Iterable[str]:
    if max(len(old), len(new)) > 100_000 or b"\0" in old:
        return []
    before, after = (Counter(content.decode("utf-8", "replace").split("\n")) for content in (old, new))
    return (before - after).elements()


def test_every_kind_has_ways() -> None:
    assert REMEDIES.keys() == {kind.code for kind in kinds.ALL}


def test_what_is_exempt_is_offered_and_has_a_reason() -> None:
    used = set()
    for case in CASES:
        for told in told_of(case):
            offer = find_offer(told, REMEDIES)
            assert offer is not None
            name = f"{case.parent.name}/{case.name}"
            words = [way.words for way, _fields in offer.ways]
            used |= {(key, one) for one in words for key in (told.code, name)} & EXEMPT.keys()
    assert used == EXEMPT.keys()
    assert all(re.search(r"\w{3}", reason) for reason in EXEMPT.values())


def test_every_way_is_offered_by_some_case() -> None:
    offered = {
        (told.code, way.words)
        for case in CASES
        for told in told_of(case)
        for way, _fields in ways_open(f"{case.parent.name}/{case.name}", told)
    }
    known = {(code, one.words) for code, parts in REMEDIES.items() for one in parts if isinstance(one, Way)}
    assert known - offered - EXEMPT.keys() == set()


def test_a_way_that_nobody_goes_is_exempt() -> None:
    for code, parts in REMEDIES.items():
        left = [part.words for part in parts if isinstance(part, Way) and part.apply is None]
        assert all((code, words) in EXEMPT for words in left), code


@pytest.fixture
def wrong_unit(tmp_path: Path) -> tuple[Desk, list[Told]]:
    """A desk with a number of another unit, and what is told of it."""
    case = next(one for one in CASES if one.parent.name == "so-lieu-sai-don-vi")
    desk = Desk(tmp_path / "kho", case / "pass")
    lay_out(case / "fail", desk.root)
    return desk, told_of(case)


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        ("trên 322.000 người nghèo", "brought"),
        ("trên 330.000 lượt người", "brought"),
        ("trên 322.000 người", "changed nothing"),
    ],
)
def test_a_remedy_that_brings_another_problem_is_caught(words: str, complaint: str, wrong_unit) -> None:
    desk, told = wrong_unit

    def write(desk: Desk, problem: Told) -> None:
        desk.replace(problem.at, problem.found, words)

    with pytest.raises(AssertionError, match=complaint):
        cure(desk, told, told[0], (Way("Sửa.", write), {}), is_staged=False)


def test_a_remedy_that_does_not_cure_is_caught(wrong_unit) -> None:
    desk, told = wrong_unit

    def change_the_title(desk: Desk, problem: Told) -> None:
        desk.replace(Place(problem.at.path, 2), "title:", "short_title: Bài\ntitle:")

    with pytest.raises(AssertionError, match="no cure"):
        cure(desk, told, told[0], (Way("Sửa tiêu đề.", change_the_title), {}), is_staged=False)


def test_a_remedy_that_names_no_file_to_open_is_caught(wrong_unit) -> None:
    desk, told = wrong_unit

    def change_the_unit(desk: Desk, problem: Told) -> None:
        indicators = desk.read("data/indicators.yml")
        desk.write("data/indicators.yml", indicators.replace("[lượt]", "[lượt, người]"))

    with pytest.raises(AssertionError, match=r"data/indicators\.yml is not named"):
        cure(desk, told, told[0], (Way("Sửa đơn vị.", change_the_unit), {}), is_staged=False)


def test_the_printed_words_are_matched_as_a_whole() -> None:
    catalogue = read_catalogue("vi")
    told = told_of(next(case for case in CASES if case.parent.name == "so-lieu-sai-don-vi"))[0]
    assert catalogue.gettext(kinds.FIGURE_TEXT_UNIT.remedy).startswith("Sửa thành")
    assert find_offer(told, REMEDIES) is not None
    reworded = Told(told.severity, told.at, told.code, told.message, told.remedy + " Rồi lưu lại.")
    assert find_offer(reworded, REMEDIES) is None
