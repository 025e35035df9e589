"""Every page is sound by itself, and everything a page of the site points to is there."""

import re
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest

ORIGIN = "https://site.test"
UNLISTED = frozenset({"404.html", "ngoai-tuyen/"})
"""What nobody looks for."""
ANYWHERE = frozenset({"http", "https", "mailto", "tel"})
FETCHED = re.compile(r"url\(\s*[\"']?(?!data:|#)([^\"')]+)|@import\s+[\"']([^\"']+)")


@pytest.fixture(scope="session", params=["real", "demo"])
def site(request) -> tuple[Path, dict]:
    """A built site with its pages: the real one, and a larger made-up one with photos and all charts."""
    if request.param == "real":
        return request.getfixturevalue("real_site"), request.getfixturevalue("real_pages")
    return request.getfixturevalue("demo_chapter").site, request.getfixturevalue("demo_pages")


def broken_links(site: Path, pages: dict, base: str) -> list[str]:
    """Follow everything that the pages point to, as a browser does when the site is served under ``base``."""
    anchors = {address: set(page.anchors) for address, page in pages.items()}
    broken = []
    for address, page in pages.items():
        for element, name, target in page.links():
            url = urlsplit(urljoin(f"{ORIGIN}{base}{address}", target))
            if f"{url.scheme}://{url.netloc}" != ORIGIN:
                continue
            wanted = unquote(url.path)
            if not wanted.startswith(base):
                broken.append(f"{address}: {name}={target} leaves the site")
                continue
            wanted = wanted.removeprefix(base)
            is_page = wanted == "" or wanted.endswith("/")
            found = wanted in pages if is_page else (site / wanted).is_file()
            if not found:
                broken.append(f"{address}: <{element.tag} {name}={target}> leads nowhere")
            elif url.fragment and unquote(url.fragment) not in anchors.get(wanted, set()):
                broken.append(f"{address}: {target} has no such anchor")
    return broken


@pytest.mark.parametrize("base", ["/", "/repo/"])
def test_every_link_leads_somewhere(base, site) -> None:
    folder, pages = site
    # The error page can stand in for any address, so its links cannot be relative; see below.
    pages = {address: page for address, page in pages.items() if base == "/" or address != "404.html"}
    assert broken_links(folder, pages, base) == []


def test_every_link_leads_somewhere_on_a_site_with_an_address(site_below, parse_site) -> None:
    pages = parse_site(site_below)
    assert broken_links(site_below, pages, "/repo/") == []
    home = [target for _element, _name, target in pages["404.html"].links() if target.startswith("/")]
    assert home
    assert all(target.startswith("/repo/") for target in home)


def test_sitemap_lists_every_page_of_a_site_with_an_address(site_below, parse_site) -> None:
    sitemap = (site_below / "sitemap.xml").read_text(encoding="utf-8")
    listed = sorted(re.findall(r"<loc>(.*?)</loc>", sitemap))
    assert listed == sorted(
        f"{ORIGIN}/repo/{address}" for address in parse_site(site_below) if address not in UNLISTED
    )


def test_every_internal_link_is_relative(site) -> None:
    _folder, pages = site
    for address, page in pages.items():
        if address != "404.html":
            absolute = [target for _element, _name, target in page.links() if target.startswith("/")]
            assert absolute == [], address


def test_nothing_is_fetched_from_elsewhere(site) -> None:
    folder, pages = site
    for address, page in pages.items():
        for element, name, target in page.links():
            parts = urlsplit(target)
            if element.tag == "a" and name == "href":
                assert parts.scheme in {*ANYWHERE, ""}, f"{address}: {target}"
            else:
                assert not parts.scheme, f"{address}: {target}"
                assert not parts.netloc, f"{address}: {target}"
        styles = [element["style"] for element in page.root.walk() if "style" in element.attributes]
        inner = ["".join(map(str, element.content)) for element in page.root.find("style")]
        assert not FETCHED.search("\n".join(styles + inner)), address
    for path in folder.rglob("*.css"):
        for found in FETCHED.finditer(path.read_text(encoding="utf-8")):
            target = found[1] or found[2]
            assert not urlsplit(target).scheme, f"{path.name}: {target}"
            assert not urlsplit(target).netloc, f"{path.name}: {target}"
            assert (path.parent / target.partition("#")[0].partition("?")[0]).is_file(), (
                f"{path.name}: {target}"
            )


def test_every_page_has_title_description_language_and_one_heading(site) -> None:
    _folder, pages = site
    titles: dict[str, str] = {}
    for address, page in pages.items():
        assert page.root.one("html")["lang"] == ("en" if address.startswith("en/") else "vi"), address
        assert page.title, address
        assert len(page.root.find("h1")) == 1, address
        assert page.root.one("h1").text, address
        if not re.match(r"(?:en/|tin-tuc/\d|so-lieu/.)", address):  # articles and figures are named by people
            assert titles.setdefault(page.title, address) == address, "two pages with one title"
        assert page.root.one("meta", name="viewport")["content"], address
        if address != "404.html":
            assert page.root.one("meta", name="description")["content"].strip(), address


def test_headings_leave_no_level_out(site) -> None:
    _folder, pages = site
    for address, page in pages.items():
        level = 0
        for element in page.main.walk():
            if re.fullmatch(r"h[1-6]", element.tag):
                assert int(element.tag[1]) <= level + 1, (
                    f"{address}: {element.tag} “{element.text}” after h{level}"
                )
                level = int(element.tag[1])


def test_ids_are_unique_on_every_page(site) -> None:
    _folder, pages = site
    for address, page in pages.items():
        assert sorted(page.anchors) == sorted(set(page.anchors)), address


def test_ids_are_unique_when_a_heading_reads_like_a_chart_or_a_section(project, parse_site) -> None:
    article = "news/2025/tong-ket-cong-tac-hoi-2024.md"
    taken = ["Tết Nhân ái Suất quà", "2024 Hiến máu", "Notes title", "Figures title", "mb content"]
    more = "\n".join(f"\n## {words}\n\nMột đoạn văn.\n" for words in taken)
    project.write(article, project.read(article) + more)
    assert project.build().returncode == 0
    page = parse_site(project.site)["tin-tuc/2025/tong-ket-cong-tac-hoi-2024/"]
    assert sorted(page.anchors) == sorted(set(page.anchors))


def test_references_between_elements_hold(site) -> None:
    _folder, pages = site
    for address, page in pages.items():
        known = set(page.anchors)
        for element in page.main.walk():
            for name in ("aria-labelledby", "aria-describedby", "aria-controls", "for"):
                missing = set(element.attributes.get(name, "").split()) - known
                assert not missing, f"{address}: <{element.tag} {name}> names {missing}"


def test_elements_are_closed_where_they_were_opened(site) -> None:
    _folder, pages = site
    for address, page in pages.items():
        assert page.misnested == [], address


def test_no_block_stands_within_a_line_of_text(site) -> None:
    _folder, pages = site
    lines = {"p", "span", "a", "strong", "em", "h1", "h2", "h3", "h4"}
    blocks = {"div", "figure", "p", "ul", "ol", "table", "section", "dl", "h1", "h2", "h3", "h4", "details"}
    for address, page in pages.items():
        for element in page.main.walk():
            inside = {child.tag for child in element.content if not isinstance(child, str)}
            assert not (element.tag in lines and inside & blocks), (
                f"{address}: <{element.tag}> holds {inside & blocks}"
            )


def test_every_picture_has_words_and_a_size(site) -> None:
    _folder, pages = site
    for address, page in pages.items():
        beside = [image for thumb in page.main.find("span", of="mb-thumb") for image in thumb.find("img")]
        for image in page.main.find("img"):
            # A picture beside the title that it belongs to would only say it again.
            assert bool(image["alt"].strip()) != (image in beside), address
        for photo in page.main.find("figure", of="mb-photo"):
            assert int(photo.one("img")["width"]) > 0, address
            assert int(photo.one("img")["height"]) > 0, address
        for drawing in page.main.find("svg", of="mb-chart__svg"):
            assert drawing["role"] == "img", address
            assert drawing.find("title")[0].text, address


def test_no_link_to_a_place_on_the_machine_that_built_it(site) -> None:
    folder, _pages = site
    for path in folder.rglob("*"):
        if path.suffix in {".html", ".css", ".svg", ".csv", ".xml"}:
            text = path.read_text(encoding="utf-8")
            assert str(folder.parent) not in text, path
            assert "localhost" not in text, path


def test_a_site_without_an_address_has_no_sitemap_and_says_nothing_of_one(real_site) -> None:
    assert list(real_site.glob("sitemap*")) == []
    assert (real_site / "robots.txt").read_text(encoding="utf-8") == "User-agent: *\nDisallow:\n"


def test_no_template_is_published_as_it_is(site) -> None:
    folder, _pages = site
    for path in folder.rglob("*"):
        if path.suffix in {".html", ".xml", ".json", ".txt"}:
            text = path.read_text(encoding="utf-8")
            assert not re.search(r"\{%-?\s*(?:for|if|set|block|include)\b", text), path
