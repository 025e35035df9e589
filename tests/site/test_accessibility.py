"""What every page says to those who do not see it: its parts, names, tables and times.

Outlines, ids and pictures are in test_links.py. A browser judges one page of each kind
(tests/browser/test_audits.py); these rules hold on all pages.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date, datetime
from urllib.parse import urljoin

import pytest

STATEMENT = "kha-nang-tiep-can/"
VAGUE = frozenset({"đây", "tại đây", "xem thêm", "đọc tiếp", "chi tiết", "here", "more", "read more"})
ARTICLE = re.compile(r"/tin-tuc/\d{4}/[^/]+/$")
"""Two articles may bear one title; their days stand beside it."""


@pytest.fixture(scope="module", params=["real", "demo", "ledger"])
def pages(request) -> dict:
    """The pages of a built site by address, without those that lead on."""
    found = request.getfixturevalue(f"{request.param}_pages")
    return {address: page for address, page in found.items() if not page.leads_on}


def name_of(element, page) -> str:
    """The name by which a screen reader calls a link, a button or a part of the page."""
    if label := element.attributes.get("aria-label"):
        return label
    if pointer := element.attributes.get("aria-labelledby"):
        return " ".join(page.root.one(id=identity).text for identity in pointer.split())
    pictures = " ".join(image.attributes.get("alt", "") for image in element.find("img"))
    return f"{element.text} {pictures}".strip()


def around(element) -> Iterator:
    """The elements that hold ``element``, from the innermost on."""
    while (element := element.parent) is not None:
        yield element


def assert_sound(pages: dict, find) -> None:
    """``find`` yields what is wrong with a page; there is nothing."""
    faults = [f"{address}: {fault}" for address, page in pages.items() for fault in find(page)]
    assert faults == [], "\n".join(faults[:20])


def test_page_has_one_main_part_and_parts_of_one_kind_have_names_of_their_own(pages) -> None:
    def find(page):
        if len(page.root.find("main")) != 1:
            yield f"{len(page.root.find('main'))} main parts"
        forms = [form for form in page.root.find("form") if form.attributes.get("role") == "search"]
        for parts in (page.root.find("nav"), page.root.find("aside"), forms):
            names = [name_of(part, page) for part in parts]
            labelled = [part for part in parts if part.attributes.keys() & {"aria-label", "aria-labelledby"}]
            if len(parts) > 1 and (len(labelled) < len(parts) or len(set(names)) < len(names)):
                yield f"{parts[0].tag}: {names}"

    assert_sound(pages, find)


def test_table_has_a_caption_headers_with_a_scope_and_scrolls_within_a_named_part(pages) -> None:
    def find(page):
        for table in page.root.find("table"):
            words = table.text[:60]
            frame = table.parent
            written = frame.parent is not None and "mb-prose" in frame.parent.classes  # in an article's text
            captions = [caption.text for caption in table.find("caption")]
            if not (written and captions == []) and (len(captions) != 1 or not captions[0]):
                yield f"captions {captions}: {words}"
            scopes = {header.attributes.get("scope") for header in table.find("th")}
            if not scopes or not scopes <= {"col", "row", "rowgroup", "colgroup"}:
                yield f"scopes {scopes}: {words}"
            told = frame.attributes.get("aria-label", "").strip()
            if (frame.attributes.get("role"), frame.attributes.get("tabindex")) != (
                "region",
                "0",
            ) or not told:
                yield f"not in a part with a name that keys reach: {words}"

    assert_sound(pages, find)


def test_links_say_by_themselves_where_they_lead(pages) -> None:
    def find(page):
        here = f"https://hoi.example/{page.address}"
        places = defaultdict(set)
        for link in page.root.find("a"):
            name, href = name_of(link, page), link.attributes.get("href", "")
            if not name or name.lower().strip(" .…→") in VAGUE:
                yield f"“{name}” leads to {href}"
            leads_away = href and href[0] != "#" and not ARTICLE.search(urljoin(here, href))
            if (
                leads_away
                and page.main in around(link)
                and not any("mb-trail" in part.classes for part in around(link))
            ):
                places[name].add(urljoin(here, href))
        yield from (f"“{name}” leads to {sorted(to)}" for name, to in places.items() if len(to) > 1)

    assert_sound(pages, find)


def test_fields_and_buttons_have_names(pages) -> None:
    def find(page):
        labelled = {label.attributes.get("for") for label in page.root.find("label")}
        for tag in ("input", "select", "textarea"):
            for field in page.root.find(tag):
                is_within = any(element.tag == "label" for element in around(field))
                is_named = field.attributes.get("id") in labelled or field.attributes.get("aria-label")
                if not is_within and not is_named and field.attributes.get("type") != "hidden":
                    yield f"{tag} {field.attributes}"
        for button in page.root.find("button"):
            if not name_of(button, page) and "hidden" not in button.attributes:
                yield f"button {button.attributes}"

    assert_sound(pages, find)


def test_drawing_is_named_or_passed_over_and_a_chart_has_its_table(pages) -> None:
    def find(page):
        for drawing in page.root.find("svg"):
            parts = (drawing, *around(drawing))
            is_decoration = any(part.attributes.get("aria-hidden") == "true" for part in parts)
            if not is_decoration and (drawing.attributes.get("role") != "img" or not name_of(drawing, page)):
                yield f"drawing {drawing.attributes}"
        for chart in page.main.find("figure", of="mb-chart"):
            for tag in ("figcaption", "svg", "table"):
                if len(chart.find(tag)) != 1:
                    yield f"{len(chart.find(tag))} × {tag} in the chart {chart.attributes}"

    assert_sound(pages, find)


def test_times_can_be_read_by_programs(pages) -> None:
    def find(page):
        for time in page.root.find("time"):
            written = time.attributes.get("datetime", "")
            try:
                (datetime if "T" in written else date).fromisoformat(written)
            except ValueError:
                yield f"“{time.text}” is “{written}”"

    assert_sound(pages, find)


def test_page_takes_nobody_by_surprise(pages) -> None:
    """No new windows, no order of keys against that of the page, nothing that grabs the focus."""

    def find(page):
        for element in page.root.walk():
            if element.attributes.keys() & {"target", "autofocus", "accesskey"}:
                yield f"{element.tag} {element.attributes}"
            if element.attributes.get("tabindex", "0") not in ("0", "-1"):
                yield f"tabindex {element['tabindex']} on {element.tag}"

    assert_sound(pages, find)


def test_foreign_page_and_way_to_it_are_marked(pages) -> None:
    def find(page):
        for link in page.root.find("a"):
            language = link.attributes.get("hreflang")
            if language and link.attributes.get("lang") != language:
                yield f"link “{link.text}” into {language}"
        if page.address.startswith("en/") and not page.root.find("a", lang="vi"):
            yield "no way back that is marked as Vietnamese"

    assert_sound(pages, find)


def test_shown_page_of_a_list_is_marked(pages) -> None:
    def find(page):
        for walk in page.root.find("nav", of="mb-pagination"):
            marked = [
                link["href"] for link in walk.find("a") if link.attributes.get("aria-current") == "page"
            ]
            here = f"https://hoi.example/{page.address}"
            if [urljoin(here, href) for href in marked] != [here]:
                yield f"marked are {marked}"

    assert_sound(pages, find)


def test_every_page_leads_to_the_statement(real_pages) -> None:
    for address, page in real_pages.items():
        (link,) = (link for link in page.root.one("footer").find("a") if link.text == "Khả năng tiếp cận")
        assert urljoin(f"https://hoi.example/{address}", link["href"]) == f"https://hoi.example/{STATEMENT}"


def test_statement_names_standard_trials_and_limits(real_pages, demo_pages) -> None:
    real, demo = real_pages[STATEMENT].main, demo_pages[STATEMENT].main
    for said in ("WCAG) 2.2, mức AA", "axe", "Chromium", "400%", "chưa thử trang này"):
        assert said in real.text
    assert "Tra cứu khoản ủng hộ" in demo.text
    assert "Tra cứu khoản ủng hộ" not in real.text, "the real site has no such page"
    assert real.find("time")[-1]["datetime"] == "2025-01-16", "the day of the build"


def test_statement_gives_the_contact_or_says_that_none_is_published(real_pages, project, parse_site) -> None:
    def contact(pages) -> str:
        facts = pages[STATEMENT].main.one("dl").find("div")
        return next(fact.one("dd").text for fact in facts if fact.one("dt").text == "Liên hệ")

    assert contact(real_pages) == "chưa có thông tin"
    organisation = project.read("data/organisation.yml")
    project.write("data/organisation.yml", f"{organisation}contact: Trụ sở Hội, giờ hành chính <b>\n")
    assert project.build().returncode == 0
    assert contact(parse_site(project.site)) == "Trụ sở Hội, giờ hành chính <b>"


def test_statement_that_the_chapter_wrote_takes_the_place_of_the_built_in_one(project, parse_site) -> None:
    project.write(
        f"docs/{STATEMENT.rstrip('/')}.md", "---\ntitle: Lời Hội\nsummary: Tóm tắt.\n---\n\nMột đoạn.\n"
    )
    assert project.build().returncode == 0
    page = parse_site(project.site)[STATEMENT]
    assert page.main.one("h1").text == "Lời Hội"
    assert "axe" not in page.main.text
