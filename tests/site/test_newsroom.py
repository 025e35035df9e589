"""A made-up chapter of 300 articles over five years: every list, feed and description says what is there.

What must stand on the pages is worked out here from the content files alone, with other means than the
program's own.
"""

import json
import math
import re
import unicodedata
from collections import defaultdict
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import feedparser
import jsonschema
import pytest
import yaml

BASE = "https://site.test/repo/"
ARTICLES, PER_PAGE, FEED_ENTRIES = 300, 20, 20
SCHEMA = Path(__file__).parents[1] / "unit/feeds/json-feed-1.1.schema.json"


@pytest.fixture(scope="session")
def newsroom(once_per_run, copy_project, repository):
    """The chapter with its site, built for an address below a host."""

    def fill(folder: Path) -> None:
        chapter = copy_project(folder / "chapter", content=False)
        sizes = ["--articles", str(ARTICLES), "--gifts", "150"]  # what is asked here is about news alone
        made = chapter.python(repository / "examples/demo/generate.py", folder / "made", *sizes)
        assert made.returncode == 0, made.stderr
        for name in ("data", "docs", "news"):
            (folder / "made" / name).rename(chapter.root / name)
        result = chapter.build(SOURCE_DATE_EPOCH="1798700000", SITE_URL=BASE)
        assert result.returncode == 0, result.stderr

    return once_per_run("newsroom", fill) / "chapter"


@pytest.fixture(scope="session")
def everything(newsroom, parse_site):
    """Every page by its address, those that only lead on to another among them."""
    return parse_site(newsroom / "site")


@pytest.fixture(scope="session")
def pages(everything):
    """The pages that show something."""
    return {address: page for address, page in everything.items() if not page.leads_on}


@pytest.fixture(scope="session")
def written(newsroom) -> dict[str, dict]:
    """The front matter of every published article by its id, newest first."""
    found = {}
    for path in sorted((newsroom / "news").glob("*/*.md")):
        if path.name.endswith(".en.md"):
            continue
        matter = yaml.safe_load(path.read_text(encoding="utf-8").split("---\n")[1])
        if matter.get("draft") or matter.get("withdrawn") or "hen-gio" in path.name:
            continue
        published = str(matter["published"])[:16]
        found[f"{path.parent.name}/{path.stem}"] = {**matter, "published": published}
    ordered = sorted(found, key=lambda key: (found[key]["published"], key), reverse=True)
    assert len(ordered) == ARTICLES
    return {key: found[key] for key in ordered}


def slug(text: str) -> str:
    plain = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


@pytest.fixture(scope="session")
def expected(written) -> dict[str, list[str]]:
    """The ids of the articles of every list, by the list's address."""
    lists: dict[str, list[str]] = defaultdict(list)
    pinned = [key for key, matter in written.items() if matter.get("pinned")]
    assert len(pinned) == 1
    lists["tin-tuc/"] = pinned + [key for key in written if key not in pinned]
    for key, matter in written.items():
        year, month = matter["published"][:4], matter["published"][5:7]
        authors = matter["author"] if isinstance(matter["author"], list) else [matter["author"]]
        addresses = [f"tin-tuc/chuyen-muc/{matter['section']}/"]
        addresses += [f"tin-tuc/tac-gia/{author}/" for author in authors]
        addresses += {f"tin-tuc/chu-de/{slug(tag)}/": None for tag in matter["tags"]}
        addresses += [f"tin-tuc/{year}/", f"tin-tuc/{year}/thang-{month}/"]
        addresses += [f"chien-dich/{campaign}/tin-tuc/" for campaign in matter.get("campaigns", [])]
        for address in addresses:
            lists[address].append(key)
    return dict(lists)


def list_pages(pages: dict) -> dict[str, dict[int, str]]:
    """The pages of lists on the site: by the list's address, by number, the page's address."""
    lists: dict[str, dict[int, str]] = defaultdict(dict)
    for address, page in pages.items():
        if page.main.find("ul", of="mb-list") and (address.startswith("tin-tuc/") or "/tin-tuc/" in address):
            match = re.fullmatch(r"(.*/)trang/(\d+)/", address)
            lists[match[1] if match else address][int(match[2]) if match else 1] = address
    return lists


def articles_on(page) -> list[str]:
    cards = page.main.one("ul", of="mb-list").find("a", of="mb-card__link")
    return [
        urlsplit(urljoin(BASE + page.address, card["href"])).path[len("/repo/tin-tuc/") : -1]
        for card in cards
    ]


def test_every_list_has_exactly_its_pages_and_articles(pages, expected) -> None:
    found = list_pages(pages)
    assert found.keys() == expected.keys()
    assert len(found) > 60 + 5 + 6 + 3
    for address, ids in expected.items():
        count = math.ceil(len(ids) / PER_PAGE)
        assert sorted(found[address]) == list(range(1, count + 1)), address
        listed = [
            key for number in sorted(found[address]) for key in articles_on(pages[found[address][number]])
        ]
        assert listed == ids, address
    assert len(found["tin-tuc/"]) == 15


def test_every_page_of_a_list_names_itself(pages, expected) -> None:
    titles, descriptions = set(), set()
    for numbered in list_pages(pages).values():
        for address in numbered.values():
            head = pages[address].root.one("head")
            titles.add(head.one("title").text)
            descriptions.add(head.one("meta", name="description")["content"])
            assert head.one("link", rel="canonical")["href"] == BASE + address
            feeds = head.find("link", rel="alternate", type="application/atom+xml")
            assert len(feeds) == 1, address
    count = sum(len(numbered) for numbered in list_pages(pages).values())
    assert len(titles) == count
    assert len(descriptions) >= count * 0.9  # a section or author may describe itself in its own words


def test_the_pages_of_a_list_can_be_walked(pages) -> None:
    for numbered in list_pages(pages).values():
        for number, address in numbered.items():
            links = {
                link["rel"]: urljoin(BASE + address, link["href"])
                for link in pages[address].main.find("a")
                if "rel" in link.attributes
            }
            if number < len(numbered):
                assert links["next"] == BASE + numbered[number + 1]
            if number > 1:
                assert links["prev"] == BASE + numbered[number - 1]


def test_the_archive_leads_to_every_year_and_month(pages, expected) -> None:
    page = pages["tin-tuc/luu-tru/"]
    links = {urlsplit(urljoin(BASE + page.address, link["href"])).path for link in page.main.find("a")}
    for address in expected:
        if re.fullmatch(r"tin-tuc/\d{4}/(thang-\d\d/)?", address):
            assert f"/repo/{address}" in links


# Feeds ------------------------------------------------------------------------------------------------------


def read_feeds(site: Path, address: str) -> tuple[dict, dict, dict]:
    folder = site / address
    json_feed = json.loads((folder / "feed.json").read_text(encoding="utf-8"))
    jsonschema.validate(json_feed, json.loads(SCHEMA.read_text(encoding="utf-8")))
    parsed = []
    for name in ("atom.xml", "rss.xml"):
        feed = feedparser.parse((folder / name).read_bytes())
        assert not feed.bozo, (address, name, feed.get("bozo_exception"))
        parsed.append(feed)
    return parsed[0], parsed[1], json_feed


def moments(entries: list) -> list[datetime]:
    return [datetime(*entry.published_parsed[:6], tzinfo=UTC) for entry in entries]


def test_feeds_of_every_kind_agree_and_hold_the_newest(newsroom, expected, written) -> None:
    with_feeds = [address for address in expected if not re.match(r"tin-tuc/\d{4}/", address)]
    assert len(with_feeds) > 30
    for address in with_feeds:
        atom, rss, json_feed = read_feeds(newsroom / "site", address)
        newest = [key for key in written if key in set(expected[address])][:FEED_ENTRIES]
        assert [entry.link for entry in atom.entries] == [f"{BASE}tin-tuc/{key}/" for key in newest]
        ids = [entry.id for entry in atom.entries]
        assert ids == [entry.id for entry in rss.entries] == [item["id"] for item in json_feed["items"]]
        assert len(set(ids)) == len(ids)
        times = [datetime.fromisoformat(item["date_published"]) for item in json_feed["items"]]
        assert moments(atom.entries) == moments(rss.entries) == times
        assert [f"{time:%Y-%m-%d %H:%M%z}" for time in times] == [
            f"{written[key]['published']}+0700" for key in newest
        ]


def test_feeds_carry_the_whole_text_with_absolute_links(newsroom, written) -> None:
    _atom, _rss, json_feed = read_feeds(newsroom / "site", "tin-tuc/")
    for item in json_feed["items"]:
        links = re.findall(r'(?:href|src)="([^"]*)"', item["content_html"])
        assert links
        assert [link for link in links if not link.startswith(("https://", "mailto:"))] == []
        for link in links:
            if link.startswith(BASE):
                path = unquote(urlsplit(link).path).removeprefix("/repo/")
                file = newsroom / "site" / path
                assert (file / "index.html" if path.endswith("/") else file).is_file(), link
        key = item["url"].removeprefix(f"{BASE}tin-tuc/").strip("/")
        body = (newsroom / f"news/{key}.md").read_text(encoding="utf-8").split("---\n", 2)[2]
        last_words = re.findall(r"\w+", body.rpartition("](")[0])[-3:]
        assert all(word in item["content_html"] for word in last_words)


def test_an_article_keeps_its_id_in_feeds_when_it_is_renamed(newsroom, written) -> None:
    moved = {key: matter["aliases"][0] for key, matter in written.items() if "aliases" in matter}
    seen = 0
    for key, alias in moved.items():
        section = written[key]["section"]
        _atom, _rss, feed = read_feeds(newsroom / "site", f"tin-tuc/chuyen-muc/{section}/")
        for item in feed["items"]:
            if item["url"] == f"{BASE}tin-tuc/{key}/":
                assert item["id"] == f"tag:site.test,2025-01-01:repo{alias}"
                seen += 1
    assert seen > 0


# Descriptions for machines ----------------------------------------------------------------------------------


def graph_of(page) -> dict[str, dict]:
    scripts = page.root.find("script", type="application/ld+json")
    assert len(scripts) == 1, page.address
    data = json.loads("".join(map(str, scripts[0].content)))
    assert data["@context"] == "https://schema.org"
    return {item["@type"]: item for item in data["@graph"]}


def test_json_ld_of_every_article_says_what_the_page_says(pages, written) -> None:
    for key, matter in written.items():
        page = pages[f"tin-tuc/{key}/"]
        article = graph_of(page)["NewsArticle"]
        main = page.main
        assert article["headline"] == main.one("h1").text == matter["title"]
        assert article["url"] == page.root.one("link", rel="canonical")["href"]
        assert article["description"] == main.find("p", of="mb-summary")[0].text
        times = [time["datetime"] for time in main.one("p", of="mb-byline").find("time")]
        assert article["datePublished"] == times[0]
        assert article["dateModified"] == times[-1]
        names = [link.text for link in main.one("p", of="mb-byline").find("a", rel="author")]
        assert [author["name"] for author in article["author"]] == names
        facts = {group.one("dt").text: group.one("dd") for group in main.find("dl")[0].find("div")}
        assert article["about"]["name"] == facts["Sự kiện"].text
        assert article["about"]["startDate"] == facts["Thời gian"].one("time")["datetime"]
        assert article["about"]["location"]["name"] == facts["Địa điểm"].text
        corrections = [note["text"] for note in article.get("correction", [])]
        assert all(text in main.one("section", of="mb-notes").text for text in corrections)
        assert len(corrections) == len(matter.get("corrections", []))
        for image in article["image"]:
            assert image.startswith(BASE)


def test_breadcrumbs_are_those_of_the_page(pages) -> None:
    seen = 0
    for page in pages.values():
        trails = page.main.find("nav", of="mb-trail")
        if not trails:
            continue
        seen += 1
        steps = graph_of(page)["BreadcrumbList"]["itemListElement"]
        shown = [(link.text, urljoin(BASE + page.address, link["href"])) for link in trails[0].find("a")]
        assert [(step["name"], step["item"]) for step in steps[:-1]] == shown
        assert len(shown) > 1, f"{page.address}: the way home alone stands above every page already"
        assert steps[-1]["item"] == BASE + page.address
        assert [step["position"] for step in steps] == list(range(1, len(steps) + 1))
    assert seen > ARTICLES


def test_the_organisation_stands_on_the_home_page(pages) -> None:
    organisation = graph_of(pages[""])["NGO"]
    assert organisation["url"] == BASE
    assert organisation["name"] == pages[""].main.one("h1").text


def test_every_page_has_a_card_of_its_own_size(pages, newsroom) -> None:
    from PIL import Image

    for page in pages.values():
        head = page.root.one("head")
        if page.address == "404.html" or head.find("meta", name="robots"):
            continue
        tags = {tag["property"]: tag["content"] for tag in head.find("meta") if "property" in tag.attributes}
        assert tags["og:url"] == BASE + page.address
        file = newsroom / "site" / tags["og:image"].removeprefix(BASE)
        with Image.open(file) as image:
            assert image.size == (1200, 630)
            assert (tags["og:image:width"], tags["og:image:height"]) == ("1200", "630")


# Every link -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("base", ["/", "/repo/"])
def test_every_link_and_anchor_resolves(base, newsroom, everything) -> None:
    site = newsroom / "site"
    pages = everything
    anchors = {address: set(page.anchors) for address, page in pages.items()}
    broken, followed = [], 0
    for address, page in pages.items():
        if address == "404.html" and base != "/repo/":
            continue  # it stands in for any address, so it is written for the one it was built for
        for element, name, target in page.links():
            there = target
            if (
                element.tag == "link"
                and element.attributes.get("rel") in ("canonical", "alternate")
                and target.startswith("https:")
            ):
                there = base + target.removeprefix(BASE)
            url = urlsplit(urljoin(f"https://site.test{base}{address}", there))
            if f"{url.scheme}://{url.netloc}" != "https://site.test":
                continue
            followed += 1
            path = unquote(url.path)
            assert path.startswith(base), f"{address}: {target} leaves the site"
            path = path.removeprefix(base)
            found = path in pages if path == "" or path.endswith("/") else (site / path).is_file()
            if not found or (url.fragment and unquote(url.fragment) not in anchors.get(path, set())):
                broken.append(f"{address}: <{element.tag} {name}={target}>")
    assert broken == []
    assert followed > 20_000


def test_the_sitemap_lists_what_search_engines_may_show(newsroom, pages) -> None:
    sitemap = (newsroom / "site/sitemap.xml").read_text(encoding="utf-8")
    listed = set(re.findall(r"<loc>(.*?)</loc>", sitemap))
    hidden = {address for address, page in pages.items() if page.root.find("meta", name="robots")}
    assert listed == {BASE + address for address in pages.keys() - hidden - {"404.html"}}
    assert any("bai-mau-da-go" in address for address in hidden)
