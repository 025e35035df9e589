"""The table of statements as one built chapter: every output keeps the source's words, prose says no more."""

import csv
import html
import io
import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from pathlib import Path

import pytest

from minhbach.build import make_charts, write_exports
from minhbach.charts.outputs import draw_svg
from minhbach.derive.books import derive_books
from minhbach.gather import Gathered, gather_site
from minhbach.language.catalogue import read_catalogue
from minhbach.outputs.model import Page
from minhbach.pages.everything import make_pages
from minhbach.pages.feeding import make_feeds
from minhbach.pages.renderer import Renderer
from minhbach.search.records import Record, list_records
from minhbach.site import addresses
from statements_chapter import (
    ARTICLE,
    OTHER,
    OWNER,
    TIME,
    article,
    figure_address,
    prose_line,
    value_address,
    write_chapter,
)
from statements_table import Statement, refused, said_of, statements

FIGURES = [one for one in statements() if one.place == "" and "value" not in one.record]
"""What is a figure's own value; where the exact number is known besides, its page quotes the source."""
DRAWN = [*FIGURES, *(one for one in statements() if one.place == "targets")]
TAGS = re.compile(r"<(style|script)\b.*?</\1>|<(?:svg)\b.*?</svg>|<[^>]*>", re.DOTALL)
INLINE = re.compile(r"</?(?:a|data|span|em|strong|abbr|tspan)\b[^>]*>")


def name(one: Statement) -> str:
    return one.key


@dataclass(frozen=True)
class Outputs:
    """What a reader or a program gets of the chapter."""

    pages: Mapping[str, Page]
    records: Mapping[str, Record]
    """What search finds, by address."""
    drawings: Mapping[str, str]
    """The charts as SVG, by the address of what they draw."""
    rows: Mapping[str, Mapping[str, str]]
    """The lines of so-lieu.csv by address."""
    files: Mapping[str, str]
    """Every CSV file of the open data, by name."""
    feed: str
    """What the JSON feed holds of the article with all statements."""


@pytest.fixture(scope="module")
def outputs(tmp_path_factory: pytest.TempPathFactory) -> Outputs:
    """Build the chapter once, in this process."""
    root = tmp_path_factory.mktemp("statements")
    lines = [prose_line(one, one.may_say[0]) for one in statements()]
    charts = [f"![{one.key}](chart:{figure_address(one)})" for one in DRAWN]
    write_chapter(root, {"tat-ca": article("Mọi câu", [*lines, *charts])})
    gathered = gather_site(root, {"SOURCE_DATE_EPOCH": TIME}, base_url="https://hoi.example/")
    errors = [f"{item.at} {item.kind.code} {item.details}" for item in gathered.problems if item.is_error]
    assert errors == []
    site, catalogue = gathered.site, read_catalogue("vi")
    books = derive_books(site)
    drawn = make_charts(site, catalogue, books)
    exports = write_exports(site, catalogue)
    files = {
        asset.path.rpartition("/")[2]: bytes(asset.content).decode()
        for asset in exports.assets()
        if asset.path.endswith(".csv")
    }
    renderer = Renderer(site, catalogue, drawn, gathered.photos, exports, books)
    pages = make_pages(renderer)
    feeds = {asset.path: bytes(asset.content).decode() for asset in make_feeds(renderer)}
    (item,) = json.loads(feeds["tin-tuc/feed.json"])["items"]
    return Outputs(
        pages={page.address: page for page in pages},
        records={record.address: record for record in list_records(pages)},
        drawings={address: bytes(draw_svg(chart)).decode() for address, chart in drawn.items()},
        rows={row["address"]: row for row in csv.DictReader(io.StringIO(files["so-lieu.csv"]))},
        files=files,
        feed=item["content_html"],
    )


def plain(markup: str) -> str:
    """Return what is read of HTML, in one line."""
    return " ".join(html.unescape(TAGS.sub(" ", INLINE.sub("", markup))).split())


def drawn_words(svg: str) -> str:
    """Return the words that a drawing shows or tells; what is broken into lines is joined."""
    return plain(re.sub(r"</?(?:svg|tspan)[^>]*>", " ", svg))


def holds(text: str, one: Statement) -> bool:
    """Whether ``text`` has the source's words of degree, number and scale, in their order and together."""
    pieces = r",?\s+(?:\S+\s+){0,5}?".join(re.escape(" ".join(piece.split())) for piece in one.shows)
    folded = " ".join(text.split())
    # A percent sign stands with its number, whatever the space between them.
    pattern = pieces.replace("%", r"\s?%").replace("‰", r"\s?‰").replace(r"\ ", r"\s")
    return re.search(rf"(?<![\w.,]){pattern}(?![\d])", folded, re.IGNORECASE) is not None


def test_the_chapter_holds_every_statement(outputs: Outputs) -> None:
    assert {figure_address(one) for one in statements()} == outputs.rows.keys()


@pytest.mark.parametrize("one", statements(), ids=name)
def test_the_page_of_a_figure_keeps_the_words_of_the_source(outputs: Outputs, one: Statement) -> None:
    text = plain(outputs.pages[addresses.figure_address(figure_address(one))].html)
    assert holds(text, one), text
    assert one.unit in text
    if not one.is_ours:
        assert OTHER in text


@pytest.mark.parametrize("one", DRAWN, ids=name)
def test_the_results_of_the_year_keep_them(outputs: Outputs, one: Statement) -> None:
    assert holds(plain(outputs.pages[addresses.year_address(2025)].html), one)


@pytest.mark.parametrize("one", DRAWN, ids=name)
def test_the_chart_keeps_them(outputs: Outputs, one: Statement) -> None:
    words = drawn_words(outputs.drawings[figure_address(one)])
    assert holds(words, one), words
    assert one.unit in words


@pytest.mark.parametrize("one", FIGURES, ids=name)
def test_the_card_keeps_them(outputs: Outputs, one: Statement) -> None:
    card = outputs.pages[addresses.figure_address(figure_address(one))].meta.card
    words = " ".join(str(getattr(card, field.name)) for field in fields(card))
    assert holds(words, one), words
    assert one.unit in words
    if not one.is_ours:
        assert OTHER in words


@pytest.mark.parametrize("one", statements(), ids=name)
def test_what_search_finds_keeps_them(outputs: Outputs, one: Statement) -> None:
    record = outputs.records[addresses.figure_address(figure_address(one))]
    text = plain(record.html)
    assert holds(text, one), text
    assert one.unit in text


@pytest.mark.parametrize("one", statements(), ids=name)
def test_the_open_data_keep_them(outputs: Outputs, one: Statement) -> None:
    rows = [
        " ".join(row)
        for content in outputs.files.values()
        for row in csv.reader(io.StringIO(content))
        if figure_address(one) in row
    ]
    assert any(holds(row, one) for row in rows), rows
    assert any(one.unit in row for row in rows)


@pytest.mark.parametrize("one", FIGURES, ids=name)
def test_the_open_data_say_what_they_mean(outputs: Outputs, one: Statement) -> None:
    row = outputs.rows[figure_address(one)]
    assert row["precision"] == one.reads.precision
    assert float(row["value"]) == float(one.reads.value)
    if one.reads.high is not None:
        assert float(row["high"]) == float(one.reads.high)


@pytest.mark.parametrize("one", statements(), ids=name)
def test_the_json_feed_keeps_what_the_article_says(outputs: Outputs, one: Statement) -> None:
    text = plain(outputs.feed)
    said = prose_line(one, one.may_say[0]).replace(f"](figure:{value_address(one)})", "").replace("[", "")
    assert " ".join(said.split()) in text


@pytest.mark.parametrize("one", statements(), ids=name)
def test_no_output_claims_more(outputs: Outputs, one: Statement) -> None:
    """Words of another degree never stand before the number of a figure's own page."""
    stated = one.shows[0]
    number = re.search(r"\d[\d.,]*", stated)
    if number is None or one.reads.so_far or len(one.shows) > 1:
        pytest.skip("its words stand apart from the number")
    text = plain(outputs.pages[addresses.figure_address(figure_address(one))].html)
    degree = stated[: number.start()].strip()
    others = {"hơn", "trên", "gần", "dưới", "khoảng", "không quá", "ít nhất", "không dưới", "tối đa", "ngót"}
    for other in sorted(others - set(degree.split()) - {degree}):
        assert f" {other} {number.group()}" not in text, other


# Prose ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Said:
    """A sentence of the table, where it is written, and whether it may be said."""

    one: Statement
    text: str
    may: bool


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Statement], list[tuple[Said, list[str]]]]:
    """Check all sentences of the table at once; return the errors of those about a statement."""
    root = tmp_path_factory.mktemp("prose")
    said = [Said(one, text, may) for one in statements() for text, may in said_of(one)]
    text = article("Mọi lời", [prose_line(item.one, item.text) for item in said])
    write_chapter(root, {"loi": text})
    found = gather_site(root, {"SOURCE_DATE_EPOCH": TIME})
    errors = _by_line(found, ARTICLE.format("loi"))
    first = text.split("\n").index(prose_line(said[0].one, said[0].text)) + 1

    def of(one: Statement) -> list[tuple[Said, list[str]]]:
        return [
            (item, errors.get(first + 2 * index, [])) for index, item in enumerate(said) if item.one is one
        ]

    return of


def _by_line(found: Gathered, path: str) -> dict[int, list[str]]:
    errors: dict[int, list[str]] = {}
    for problem in found.problems:
        if problem.is_error and problem.at.path == path:
            errors.setdefault(problem.at.line, []).append(problem.kind.code)
    return errors


@pytest.mark.parametrize("one", statements(), ids=name)
def test_prose_may_say_the_same_or_less_and_never_more(told, one: Statement) -> None:
    wrong = [
        f"{item.text}: {'may be said' if item.may else 'must be refused'}, but {errors or 'nothing was said'}"
        for item, errors in told(one)
        if bool(errors) is item.may
    ]
    assert wrong == []


# What is refused --------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def refusals(tmp_path_factory: pytest.TempPathFactory) -> tuple[Gathered, Path]:
    """Link and check a chapter whose figures are all that the table refuses."""
    root = tmp_path_factory.mktemp("refused")
    figures = {}
    for one in refused():
        record = {"indicator": one.indicator, "label": f"câu {one.key}", "stated": one.stated}
        figures[one.key] = record | ({"value": int(one.value)} if one.value else {})
    write_chapter(root, {}, figures)
    return gather_site(root, {"SOURCE_DATE_EPOCH": TIME}), root


@pytest.mark.parametrize("one", refused(), ids=lambda one: one.key)
def test_what_is_not_understood_is_refused_with_its_place(refusals, one) -> None:
    found, root = refusals
    path = f"data/results/{OWNER}.yml"
    lines = (root / path).read_text(encoding="utf-8").split("\n")
    first = lines.index(f"  {one.key}:") + 1
    errors = {line: codes for line, codes in _by_line(found, path).items() if first <= line <= first + 4}
    assert errors, f"{one.stated!r} was taken"
    assert f"{OWNER}.{one.key}" not in found.site.figures
