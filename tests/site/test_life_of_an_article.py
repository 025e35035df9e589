"""An article is drafted, scheduled, published, moved, corrected, withdrawn: what the public sees of each."""

import re
import subprocess
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urljoin

import pytest

TITLE = "Bài thử riêng biệt"
ADDRESS = "tin-tuc/2025/bai-rieng/"
PATH = "news/2025/bai-rieng.md"
OTHER = "news/2025/tong-ket-cong-tac-hoi-2024.md"
SITE_URL = "https://site.test/"
TIME = datetime(2025, 3, 4, 1, 30, tzinfo=UTC)
"""08:30 of the same day in Viet Nam."""


def article(extra: str = "", body: str = "Lời riêng của bài thử.") -> str:
    return (
        f"---\ntitle: {TITLE}\npublished: 2025-03-04 08:30\nsection: tin-tuc-su-kien\nauthor: Quang Vinh\n"
        f"summary: Tóm tắt riêng của bài thử.\ntags: [chủ đề riêng]\ncampaigns: [tet-nhan-ai-2025]\n"
        f"{extra}---\n\n{body}\n"
    )


def build(project, now: datetime = TIME, **env: str) -> None:
    result = project.build(SOURCE_DATE_EPOCH=str(int(now.timestamp())), SITE_URL=SITE_URL, **env)
    assert result.returncode == 0, result.stderr


def traces(site: Path, *words: str) -> list[str]:
    """The published files that hold one of ``words``, in their content or their name."""
    needles = [word.encode() for word in words]
    return sorted(
        path.relative_to(site).as_posix()
        for path in site.rglob("*")
        if path.is_file()
        and (
            any(needle in path.read_bytes() for needle in needles)
            or any(word in path.as_posix() for word in words)
        )
    )


@pytest.mark.parametrize("zone", ["UTC", "America/Los_Angeles"])
def test_a_scheduled_article_appears_with_its_minute_in_viet_nam(zone, project) -> None:
    project.write(PATH, article())
    before = TIME.replace(minute=TIME.minute - 1)
    build(project, before, TZ=zone)
    assert traces(project.site, TITLE, "bai-rieng", "Tóm tắt riêng", "Lời riêng", "chu-de-rieng") == []
    build(project, TIME.replace(minute=TIME.minute + 1), TZ=zone)
    found = traces(project.site, TITLE)
    assert {
        f"{ADDRESS}index.html",
        "index.html",
        "tin-tuc/index.html",
        "tin-tuc/chu-de/chu-de-rieng/index.html",
        "tin-tuc/tac-gia/quang-vinh/index.html",
        "tin-tuc/2025/thang-03/index.html",
        "chien-dich/tet-nhan-ai-2025/tin-tuc/feed.json",
        "tin-tuc/atom.xml",
        "tin-tuc/rss.xml",
        "sitemap-news.xml",
    } <= set(found)
    assert SITE_URL + ADDRESS in (project.site / "sitemap.xml").read_text(encoding="utf-8")


def test_a_link_to_a_scheduled_article_is_words_until_then(project, parse_site) -> None:
    project.write(PATH, article(body="## Mục riêng\n\nLời riêng của bài thử."))
    project.write(OTHER, project.read(OTHER) + "\nXem [bài sẽ đăng](bai-rieng.md#muc-rieng) nhé.\n")
    result = project.build(SOURCE_DATE_EPOCH=str(int(TIME.timestamp()) - 60))
    assert result.returncode == 0
    assert "[lien-ket-bai-chua-dang]" in result.stderr
    main = parse_site(project.site)["tin-tuc/2025/tong-ket-cong-tac-hoi-2024/"].main
    assert "Xem bài sẽ đăng nhé." in main.text
    assert not [link for link in main.find("a") if link.text == "bài sẽ đăng"]
    build(project)
    page = parse_site(project.site)["tin-tuc/2025/tong-ket-cong-tac-hoi-2024/"]
    link = next(link for link in page.main.find("a") if link.text == "bài sẽ đăng")
    assert urljoin(SITE_URL + page.address, link["href"]) == f"{SITE_URL}{ADDRESS}#muc-rieng"


def test_a_draft_is_nowhere_and_its_faults_stop_nothing(project) -> None:
    project.write(
        PATH, article("draft: true\n", body="[999 suất](figure:2024.hien-mau) và [hỏng](khong-co.md).")
    )
    result = project.build(SOURCE_DATE_EPOCH=str(int(TIME.timestamp())), SITE_URL=SITE_URL)
    assert result.returncode == 0, result.stderr
    assert "CẢNH BÁO  news/2025/bai-rieng.md" in result.stderr
    assert "LỖI" not in result.stderr
    assert traces(project.site, TITLE, "bai-rieng", "Tóm tắt riêng", "chu-de-rieng") == []


def test_the_preview_shows_drafts_and_scheduled_articles_marked_as_such(project, parse_site) -> None:
    project.write(PATH, article("draft: true\n"))
    project.write("news/2025/bai-hen.md", article().replace("08:30", "09:30"))
    build(project, MINHBACH_PREVIEW="1")
    pages = parse_site(project.site)
    assert "Bản nháp" in pages[ADDRESS].main.one("p", of="mb-preview").text
    assert "hẹn giờ" in pages["tin-tuc/2025/bai-hen/"].main.one("p", of="mb-preview").text
    assert pages[ADDRESS].root.one("meta", name="robots")["content"] == "noindex"


def test_an_old_address_leads_to_the_article(project, parse_site) -> None:
    project.write(PATH, article("aliases: [2025/ten-cu, /tin/12/, /tin-cu.html]\n"))
    build(project)
    pages = parse_site(project.site)
    for old in ("tin-tuc/2025/ten-cu/", "tin/12/", "tin-cu.html"):
        page = pages[old]
        refresh = page.root.one("meta", **{"http-equiv": "refresh"})["content"]
        assert refresh.startswith("0; url=")
        way = refresh.removeprefix("0; url=")
        assert urljoin(SITE_URL + old, way) == SITE_URL + ADDRESS
        assert page.root.one("a")["href"] == way
        assert page.root.one("link", rel="canonical")["href"] == SITE_URL + ADDRESS
        assert old not in (project.site / "sitemap.xml").read_text(encoding="utf-8").replace(ADDRESS, "")


def test_a_renamed_article_keeps_its_id_in_feeds(project) -> None:
    project.write(PATH, article())
    build(project)
    before = re.findall(
        r'"id":"([^"]*bai-rieng/)"', (project.site / "tin-tuc/feed.json").read_text(encoding="utf-8")
    )
    assert len(before) == 1
    (project.root / PATH).unlink()
    project.write("news/2025/ten-moi.md", article("aliases: [/tin-tuc/2025/bai-rieng/]\n"))
    build(project)
    feed = (project.site / "tin-tuc/feed.json").read_text(encoding="utf-8")
    assert f'"id":"{before[0]}","url":"{SITE_URL}tin-tuc/2025/ten-moi/"' in feed


def test_a_withdrawn_article_leaves_only_a_notice(project, parse_site, make_photo) -> None:
    project.write(f"{PATH.removesuffix('.md')}/anh.jpg", make_photo())
    project.write(
        PATH, article("aliases: [/tin/12/]\nwithdrawn: {date: 2025-03-05, reason: Bài đăng nhầm.}\n")
    )
    build(project)
    pages = parse_site(project.site)
    notice = pages[ADDRESS]
    assert "Bài đăng nhầm." in notice.main.text
    assert "05/03/2025" in notice.main.text
    assert notice.root.one("meta", name="robots")["content"] == "noindex"
    assert traces(project.site, "Lời riêng", "Tóm tắt riêng", "chu-de-rieng") == []
    assert traces(project.site, TITLE) == [f"{ADDRESS}index.html"]
    assert "tin/12/" in pages
    assert list(project.site.glob("anh/anh-*")) == []


def test_a_correction_is_told_at_the_top_with_its_date(project, parse_site) -> None:
    correction = "{kind: correction, date: 2025-03-06, text: Bản trước ghi nhầm.}"
    project.write(PATH, article(f"updated: 2025-03-06 10:00\ncorrections: [{correction}]\n"))
    build(project, datetime(2025, 4, 1, tzinfo=UTC))
    page = parse_site(project.site)[ADDRESS]
    top = page.main.one("p", of="mb-note")
    assert "06/03/2025" in top.text
    anchor = top.one("a")["href"].removeprefix("#")
    assert anchor in page.anchors
    assert "Bản trước ghi nhầm." in page.main.one("section", of="mb-notes").text


# Addresses are kept -----------------------------------------------------------------------------------------


def git(project, *arguments: str) -> None:
    identity = ["-c", "user.name=Người thử", "-c", "user.email=thu@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *identity, *arguments], cwd=project.root, check=True, capture_output=True)


@pytest.fixture
def with_history(project):
    project.write(PATH, article())
    project.write(".gitignore", "/site*\n__pycache__/\n")
    git(project, "init", "-q", "-b", "main")
    git(project, "add", ".")
    git(project, "commit", "-q", "-m", "Đăng bài")
    return project


@pytest.mark.parametrize("committed", [False, True])
def test_removing_a_published_article_fails_and_says_what_to_add(committed, with_history) -> None:
    (with_history.root / PATH).unlink()
    if committed:
        git(with_history, "commit", "-qam", "Xoá bài")
    result = with_history.build(SOURCE_DATE_EPOCH=str(int(TIME.timestamp()) + 60))
    assert result.returncode != 0
    assert "LỖI  news/2025/bai-rieng.md:1:1  [mat-dia-chi]" in result.stderr
    assert "aliases: [/tin-tuc/2025/bai-rieng/]" in result.stderr
    assert "withdrawn:" in result.stderr


@pytest.mark.parametrize(
    "mend",
    [
        ("news/2025/ten-moi.md", article("aliases: [/tin-tuc/2025/bai-rieng/]\n")),
        (PATH, article("withdrawn: {date: 2026-11-25, reason: Bài trùng.}\n", body="")),
    ],
    ids=["moved", "withdrawn"],
)
def test_what_the_message_asks_for_mends_it(mend, with_history) -> None:
    (with_history.root / PATH).unlink()
    with_history.write(*mend)
    result = with_history.build(SOURCE_DATE_EPOCH=str(int(TIME.timestamp()) + 60))
    assert result.returncode == 0, result.stderr


def test_an_article_that_was_never_public_may_go(project) -> None:
    project.write(PATH, article("draft: true\n"))
    project.write("news/2999/bai-hen.md", article().replace("2025-03-04", "2999-03-04"))
    project.write(".gitignore", "/site*\n__pycache__/\n")
    git(project, "init", "-q", "-b", "main")
    git(project, "add", ".")
    git(project, "commit", "-q", "-m", "Bản nháp")
    (project.root / PATH).unlink()
    (project.root / "news/2999/bai-hen.md").unlink()
    result = project.build()
    assert result.returncode == 0, result.stderr
    assert "mat-dia-chi" not in result.stderr


@pytest.mark.parametrize("committed", [False, True], ids=["in the tree", "in a commit"])
@pytest.mark.parametrize("later", ["draft: true\n", ""], ids=["draft", "scheduled again"])
def test_what_was_public_cannot_become_a_draft_or_wait_again(later, committed, with_history) -> None:
    text = article(later) if later else article().replace("2025-03-04 08:30", "2025-12-04 08:30")
    with_history.write(PATH, text)
    if committed:
        git(with_history, "commit", "-qam", "Rút bài")
    result = with_history.build(SOURCE_DATE_EPOCH=str(int(TIME.timestamp()) + 60))
    assert "[mat-dia-chi]" in result.stderr
    # A draft's problems only warn, but a lost address is no problem of its text.
    assert result.returncode != 0


def test_a_summary_in_english_is_linked_both_ways(project, parse_site) -> None:
    project.write(PATH, article())
    project.write(
        PATH.replace(".md", ".en.md"),
        "---\ntitle: A test\nsummary: A short account.\n---\n\n"
        "The district gave [3,858](figure:2024.hien-mau) units.\n",
    )
    build(project)
    pages = parse_site(project.site)
    english, vietnamese = pages["en/news/2025/bai-rieng/"], pages[ADDRESS]
    assert english.root.one("html")["lang"] == "en"
    assert english.main.one("h1").text == "A test"
    wanted = {"vi": SITE_URL + ADDRESS, "en": f"{SITE_URL}en/news/2025/bai-rieng/"}
    for page in (english, vietnamese):
        links = page.root.one("head").find("link", rel="alternate")
        assert {link["hreflang"]: link["href"] for link in links if "hreflang" in link.attributes} == wanted
    hrefs = [urljoin(SITE_URL + vietnamese.address, link["href"]) for link in vietnamese.main.find("a")]
    assert wanted["en"] in hrefs


def test_a_summary_in_english_moves_and_goes_with_its_article(project, parse_site) -> None:
    english = "---\ntitle: A test\nsummary: A short account.\n---\n\nText.\n"
    project.write(PATH, article("aliases: [/tin-tuc/2025/ten-cu/]\n"))
    project.write(PATH.replace(".md", ".en.md"), english)
    project.write("news/2025/bai-go.md", article("withdrawn: {date: 2025-03-05, reason: Trùng.}\n", body=""))
    project.write("news/2025/bai-go.en.md", english)
    build(project)
    pages = parse_site(project.site)

    def leads_to(address: str) -> str:
        refresh = pages[address].root.one("meta", **{"http-equiv": "refresh"})["content"]
        return urljoin(SITE_URL + address, refresh.removeprefix("0; url="))

    assert leads_to("en/news/2025/ten-cu/") == f"{SITE_URL}en/news/2025/bai-rieng/"
    assert leads_to("en/news/2025/bai-go/") == f"{SITE_URL}tin-tuc/2025/bai-go/"
    assert traces(project.site, "A short account") == ["en/news/2025/bai-rieng/index.html"]


def test_an_article_keeps_its_id_when_it_takes_the_place_of_another(project) -> None:
    project.write(PATH, article("replaces: [/tin-tuc/2025/bai-kia/]\n"))
    build(project)
    feed = (project.site / "tin-tuc/feed.json").read_text(encoding="utf-8")
    assert f'"id":"tag:site.test,2025-01-01:{ADDRESS}"' in feed
    assert (project.site / "tin-tuc/2025/bai-kia/index.html").is_file()


def test_a_correction_is_a_change_for_feeds_and_search_engines(project) -> None:
    project.write(PATH, article("corrections: [{kind: correction, date: 2025-04-10, text: Sửa.}]\n"))
    build(project, datetime(2025, 5, 1, tzinfo=UTC))
    feed = (project.site / "tin-tuc/feed.json").read_text(encoding="utf-8")
    assert '"date_modified":"2025-04-10T00:00:00+07:00"' in feed
    sitemap = (project.site / "sitemap.xml").read_text(encoding="utf-8")
    assert f"<loc>{SITE_URL}{ADDRESS}</loc><lastmod>2025-04-10T00:00:00+07:00</lastmod>" in sitemap


@pytest.mark.parametrize(
    ("given", "settled"),
    [
        ("https://Hội.vn/trang", "https://xn--hi-79s.vn/trang/"),
        ("http://127.0.0.1:8000/", "http://127.0.0.1:8000/"),
        ("http://[::1]:8000/", "http://[::1]:8000/"),
        ("http://my_host/", "http://my_host/"),
    ],
)
def test_any_address_of_the_site_is_written_in_one_way(given, settled, project) -> None:
    result = project.build(SITE_URL=given)
    assert result.returncode == 0, result.stderr
    for name in ("sitemap.xml", "robots.txt", "tin-tuc/feed.json", "tin-tuc/atom.xml", "index.html"):
        assert settled in (project.site / name).read_text(encoding="utf-8"), name
