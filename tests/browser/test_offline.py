"""Without a connection: what was read can be read again, and says of when it is; nothing else is kept."""

import re
import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from minhbach.language import read_catalogue
from minhbach.mkdocs_adapter.offline import make_worker
from minhbach.outputs.worker import read_withdrawn_worker
from quiet_server import QuietServer
from waiting import GIVE_UP_MS, GIVE_UP_SECONDS

pytestmark = pytest.mark.browser

ARTICLE = "tin-tuc/2025/tong-ket-cong-tac-hoi-2024/"
UNREAD = "gioi-thieu/"
BANNER = re.compile(
    r"^Bạn đang xem bản đã lưu lúc \d\d:\d\d ngày \d\d/\d\d/\d{4}; số liệu có thể đã thay đổi\.$"
)
KEPT = """async () => {
    const found = {};
    for (const name of await caches.keys()) {
        const cache = await caches.open(name);
        found[name] = (await cache.keys()).map(({url}) => url);
    }
    return found;
}"""
ALL_TEXT = """async () => {
    const parts = [];
    for (const name of await caches.keys()) {
        const cache = await caches.open(name);
        for (const key of await cache.keys()) {
            const answer = await cache.match(key);
            parts.push(key.url, ...[...answer.headers].flat(), await answer.text());
        }
    }
    return parts.join("\\n");
}"""
SETTLED = """async ([start, whole]) => {
    const names = await caches.keys();
    const count = async part => {
        const name = names.find(name => name.includes(part));
        return name ? (await (await caches.open(name)).keys()).length : 0;
    };
    const pages = names.filter(name => name.endsWith(":pages"));
    if (!pages.length || !await (await caches.open(pages[0])).match(start)) return false;
    return await count(":index") >= whole;
}"""


SEE = """async page => {
    const {active} = await navigator.serviceWorker.ready;
    active.postMessage({seen: {page, files: []}});
}"""
PATIENCE = re.compile(r"PATIENCE_MS = [\d_]+")
BREAK_STORAGE = """() => {
    const fail = async () => { throw new Error("broken"); };
    Object.assign(caches, {match: fail, open: fail, has: fail, keys: fail});
}"""


class Host:
    """A web host that can be out of reach, slow, or given another build."""

    def __init__(self, site: Path, handler: Any, base: str) -> None:
        self.site, self.is_down, self.asked = site, False, list[str]()
        self.referers: list[str] = []
        self.answers = threading.Event()
        """Whether pages are answered; what was asked while they are not is answered once they are again."""
        self.answers.set()
        self.set_patience(GIVE_UP_MS)
        host = self

        class Handler(handler):  # type: ignore[misc]
            def do_GET(self) -> None:  # noqa: N802 - http.server's name
                host.asked.append(self.path)
                host.referers.append(self.headers.get("referer", ""))
                if self.path.endswith("/"):
                    host.answers.wait(GIVE_UP_SECONDS)
                if host.is_down:
                    self.close_connection = True
                    return
                super().do_GET()

        self.server = QuietServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.home = f"http://127.0.0.1:{self.server.server_port}{base}"

    def build(self, **changes: tuple[str, str]) -> None:
        """Make another build: in the named files the first of two words becomes the other."""
        for path, (old, new) in changes.items():
            file = self.site / path
            text = file.read_text(encoding="utf-8")
            assert old in text, path
            file.write_text(text.replace(old, new), encoding="utf-8")
        (self.site / "sw.js").write_bytes(make_worker(self.site, read_catalogue("vi")))
        self.set_patience(GIVE_UP_MS)

    def set_patience(self, milliseconds: int) -> None:
        """Set how long the worker waits for a page that it has a copy of: for ever, unless a test says so."""
        worker = self.site / "sw.js"
        script, count = PATIENCE.subn(f"PATIENCE_MS = {milliseconds}", worker.read_text(encoding="utf-8"))
        assert count == 1
        worker.write_text(script, encoding="utf-8")


@pytest.fixture
def host(
    tmp_path: Path, real_site: Path, site_below: Path, host_handler: Any
) -> Iterator[Callable[..., Host]]:
    hosts: list[Host] = []

    def start(base: str = "/", site: Path | None = None) -> Host:
        folder = tmp_path / f"site-{len(hosts)}"
        shutil.copytree(site or (site_below if base != "/" else real_site), folder)
        hosts.append(Host(folder, host_handler(folder, base), base))
        return hosts[-1]

    yield start
    for each in hosts:
        each.server.shutdown()
        each.server.server_close()


def visit_first(window: Any, there: Host, address: str) -> Any:
    """Open the page as on a first visit, and wait until everything is kept that will be."""
    page = window.open(address)
    pieces = len(list(there.site.glob("tim-kiem/pagefind/*/*")))
    page.wait_for_function(SETTLED, arg=[there.home + address, pieces])
    return page


def banners(page: Any) -> list[str]:
    return page.locator(".mb-offline").all_inner_texts()


def urls(page: Any) -> list[str]:
    return [url for found in page.evaluate(KEPT).values() for url in found]


@pytest.mark.parametrize("base", ["/", "/repo/"])
def test_after_one_visit_home_search_and_what_was_read_are_there(visit, host, base: str) -> None:
    there = host(base)
    window = visit(there.home, keeps=True)
    page = visit_first(window, there, ARTICLE)
    assert banners(page) == []
    charts = page.locator("main svg text").count()
    assert charts > 10
    there.is_down = True
    page = window.open(ARTICLE)
    assert BANNER.match(*banners(page))
    assert page.locator("[role=status].mb-offline").count() == 1
    assert page.locator("main svg text").count() == charts
    assert (
        page.locator("body").evaluate("body => getComputedStyle(body).backgroundColor")
        == "rgb(255, 254, 251)"
    )
    page = window.open("")
    assert BANNER.match(*banners(page))
    page = window.open("tim-kiem/#q=hien+mau")
    found = page.locator(".mb-search__result a")
    found.first.wait_for()
    assert BANNER.match(*banners(page))
    assert any(ARTICLE in link.get_attribute("href") for link in found.all())
    assert window.faults == []


def test_a_page_never_read_gives_the_list_of_what_was(visit, host) -> None:
    there = host("/repo/")
    window = visit(there.home, keeps=True)
    visit_first(window, there, ARTICLE)
    there.is_down = True
    page = window.open(UNREAD)
    assert page.url == there.home + UNREAD
    assert page.locator("h1").inner_text() == "Đọc khi không có mạng"
    assert page.locator("[data-mb=unread]").is_visible()
    link = page.locator(".mb-kept a", has_text="tổng kết công tác")
    link.wait_for()
    assert re.search(
        r"lưu lúc \d\d:\d\d ngày \d\d/\d\d/\d{4}", page.locator(".mb-kept li").first.inner_text()
    )
    assert " – Hội" not in link.inner_text(), "the site's name is not said with every title"
    assert page.locator(".mb-top__name img").evaluate("image => image.naturalWidth") > 0
    link.click()
    page.wait_for_url(there.home + ARTICLE)
    assert BANNER.match(*banners(page))
    page.locator(".mb-top__name").click()
    page.wait_for_url(there.home)
    page = window.open("khong-co/o/dau/ca/")
    page.locator(".mb-menu a").last.click()
    page.wait_for_url(there.home + UNREAD)
    assert [fault for fault in window.faults if "503" not in fault] == []


def test_with_a_connection_a_page_is_as_new_as_the_site(visit, host) -> None:
    there = host()
    window = visit(there.home, keeps=True)
    visit_first(window, there, ARTICLE)
    there.build(**{f"{ARTICLE}index.html": ("</h1>", " 4.444</h1>")})
    page = window.open(ARTICLE)
    assert "4.444" in page.locator("h1").inner_text()
    assert banners(page) == []
    there.is_down = True
    page.reload()
    assert "4.444" in page.locator("h1").inner_text()
    assert BANNER.match(*banners(page))
    there.is_down = False
    (there.site / ARTICLE / "index.html").unlink()
    page.reload()
    page.wait_for_function("async url => !await caches.match(url)", arg=there.home + ARTICLE)
    assert page.locator("h1").inner_text() == "Không tìm thấy trang", (
        "what is gone is not shown from the copies"
    )


def test_what_has_moved_or_was_taken_away_is_not_kept_either(visit, host, demo_chapter) -> None:
    there = host(site=demo_chapter.site)
    window = visit(there.home, keeps=True)
    page = window.open("")
    page.wait_for_function("() => navigator.serviceWorker.controller !== null")
    with_photo = next(
        f"{path.parent.relative_to(there.site).as_posix()}/"
        for path in sorted(there.site.glob("tin-tuc/*/*/index.html"))
        if 'class="mb-photo' in path.read_text("utf-8")
    )
    page = window.open(with_photo)
    image = page.locator(".mb-photo img").first
    image.scroll_into_view_if_needed()
    page.wait_for_function("image => image.complete && image.naturalWidth", arg=image.element_handle())
    photo = image.evaluate("image => image.currentSrc")
    is_kept = "async url => Boolean(await caches.match(url))"
    page.wait_for_function(is_kept, arg=photo)
    assert page.evaluate("async url => (await caches.match(url)).headers.get('x-minhbach-kept')", photo)
    (there.site / photo.removeprefix(there.home)).unlink()
    page.evaluate(
        "url => new Promise(done => { const image = new Image(); image.onerror = done; image.src = url; })",
        photo + "?again",
    )
    page.wait_for_function("async url => !await caches.match(url)", arg=photo)
    moved = "<!doctype html><title>Đã chuyển</title>"
    (there.site / with_photo / "index.html").write_text(moved, encoding="utf-8")
    page = window.open(with_photo)
    page.wait_for_function("async url => !await caches.match(url)", arg=there.home + with_photo)


def test_a_slow_answer_is_not_waited_for_but_kept(visit, host) -> None:
    there = host()
    there.set_patience(500)
    window = visit(there.home, keeps=True)
    page = visit_first(window, there, ARTICLE)
    article = there.site / ARTICLE / "index.html"
    article.write_text(article.read_text(encoding="utf-8").replace("</h1>", " 4.444</h1>"), encoding="utf-8")
    there.answers.clear()
    page = window.open(ARTICLE)
    assert not there.answers.is_set()
    assert BANNER.match(*banners(page))
    assert "4.444" not in page.locator("h1").inner_text()
    there.answers.set()
    page.wait_for_function(
        "async url => (await (await caches.match(url)).text()).includes('4.444')", arg=there.home + ARTICLE
    )


def test_another_build_takes_the_place_of_the_one_before(visit, host) -> None:
    there = host()
    window = visit(there.home, keeps=True)
    page = visit_first(window, there, ARTICLE)
    before = [name for name in page.evaluate(KEPT) if ":frame:" in name]
    # Half a build: the host still has a script of the one before. Nothing is mixed.
    script = there.site / "assets/minhbach/frame.js"
    old = script.read_text(encoding="utf-8")
    new = f"{old}/* 4.444 */"
    script.write_text(new, encoding="utf-8")
    there.build(**{"index.html": ("</h1>", " 4.444</h1>")})
    script.write_text(old, encoding="utf-8")
    page = window.open("ket-qua/")
    failed = """async () => {
        const registration = await navigator.serviceWorker.getRegistration();
        await registration.update().catch(() => {});
        const next = registration.installing;
        if (next) await new Promise(done => next.onstatechange = () => next.state === "redundant" && done());
        return (await caches.keys()).filter(name => name.includes(":frame:"));
    }"""
    assert page.evaluate(failed) == before
    script.write_text(new, encoding="utf-8")
    page.evaluate("() => navigator.serviceWorker.getRegistration().then(found => found.update())")
    page.wait_for_function(
        "async before => { const names = (await caches.keys()).filter(name => name.includes(':frame:'));"
        " return names.length === 1 && names[0] !== before; }",
        arg=before[0],
    )
    there.is_down = True
    page = window.open("")
    assert "4.444" in page.content()
    assert BANNER.match(*banners(page))
    page = window.open(ARTICLE)
    assert BANNER.match(*banners(page)), "what was read under the build before is still there"


def test_what_people_look_for_and_download_is_nowhere_kept(visit, host, ledger_site: Path) -> None:
    there = host(site=ledger_site)
    window = visit(there.home, keeps=True)
    page = visit_first(window, there, "tim-ung-ho/")
    page.reload()
    # Under the worker now: both searches, and files of every kind that is offered.
    page.locator("#mb--q").fill("nguyen xyzzyq")
    page.keyboard.press("Enter")
    page.wait_for_function(
        "() => document.querySelector('.mb-search__status').textContent.includes('xyzzyq')"
    )
    window.page.set_viewport_size({"width": 1280, "height": 800})
    page = window.open("")
    page.locator(".mb-top [type=search]").fill("hội xyzzyq")
    page.keyboard.press("Enter")
    page.wait_for_url("**/tim-kiem/#q=*")
    page.wait_for_function(
        "() => document.querySelector('.mb-search__status')?.textContent.includes('xyzzyq')"
    )
    page.locator(".mb-search__help a").first.click()
    page.locator(".mb-search__result a").first.click()
    page.wait_for_url(lambda url: "tim-kiem" not in url)
    page = window.open("du-lieu/")
    files = sorted(
        {link.evaluate("link => link.href") for link in page.locator("main a[href$='.csv']").all()}
    )
    files += [
        there.home + "du-lieu/du-lieu.zip",
        there.home + "robots.txt",
        there.home + "du-lieu/datapackage.json",
    ]
    assert len(files) > 5
    page.evaluate("async files => { for (const file of files) await (await fetch(file)).blob(); }", files)
    for url in urls(page):
        assert "?" not in url
        assert "#" not in url
        assert not re.search(r"\.(?:csv|xlsx|zip|parquet|ics|pdf|gz|txt)$", url), url
        assert "/du-lieu/" not in url or url.endswith("/du-lieu/"), url
    assert "xyzzyq" not in page.evaluate(ALL_TEXT)
    assert "/tim-kiem/" in there.asked, "the host was asked as ever"
    assert not [told for told in (*there.asked, *there.referers) if "xyzzyq" in told or "?" in told]


def test_only_so_many_pages_are_kept_and_the_latest_with_their_photos(visit, host, demo_chapter) -> None:
    there = host(site=demo_chapter.site)
    window = visit(there.home, keeps=True)
    page = window.open("")
    page.wait_for_function("() => navigator.serviceWorker.controller !== null")
    found = sorted(there.site.glob("*/*/**/index.html"))
    html = {f"{path.parent.relative_to(there.site).as_posix()}/": path.read_text("utf-8") for path in found}
    pages = [
        address for address, text in html.items() if 'id="mb--content"' in text
    ]  # not those that lead on
    assert len(pages) > 70
    for address in pages[:70]:
        page.evaluate(SEE, there.home + address)
        page.wait_for_function("async page => Boolean(await caches.match(page))", arg=there.home + address)
    page.wait_for_function("async () => (await (await caches.open('minhbach:/:pages')).keys()).length <= 62")
    kept = page.evaluate(KEPT)["minhbach:/:pages"]
    assert there.home in kept
    assert there.home + "tim-kiem/" in kept
    assert [there.home + address for address in pages[:8] if there.home + address in kept] == []
    assert [there.home + address for address in pages[10:70] if there.home + address not in kept] == []
    # Opened under the worker: with its photos.
    with_photo = next(address for address in pages if 'class="mb-photo' in html[address])
    page = window.open(with_photo)
    image = page.locator(".mb-photo img").first
    image.scroll_into_view_if_needed()
    page.wait_for_function("image => image.complete && image.naturalWidth", arg=image.element_handle())
    page.wait_for_function("async () => (await caches.keys()).includes('minhbach:/:media')")
    there.is_down = True
    page = window.open(with_photo)
    image = page.locator(".mb-photo img").first
    image.scroll_into_view_if_needed()
    page.wait_for_function("image => image.complete && image.naturalWidth", arg=image.element_handle())
    assert BANNER.match(*banners(page))


@pytest.mark.parametrize(
    "said", ["", "yesterday", "2026-01-01T00:00:00.000Z"], ids=["nothing", "no-time", "long-ago"]
)
def test_a_copy_that_cannot_say_its_date_or_is_too_old_is_not_shown(said: str, visit, host) -> None:
    there = host()
    window = visit(there.home, keeps=True)
    page = visit_first(window, there, ARTICLE)
    page.evaluate(
        """async ([url, said]) => {
            const cache = await caches.open("minhbach:/:pages"), kept = await cache.match(url);
            const headers = {"content-type": "text/html", ...said && {"x-minhbach-kept": said}};
            await cache.put(url, new Response(await kept.text(), {headers}));
        }""",
        [there.home + ARTICLE, said],
    )
    there.is_down = True
    page = window.open(ARTICLE)
    assert page.locator("h1").inner_text() == "Đọc khi không có mạng"


def test_a_fault_of_the_storage_does_not_stand_before_the_site(visit, host) -> None:
    there = host()
    window = visit(there.home, keeps=True)
    page = visit_first(window, there, ARTICLE)
    (worker,) = page.context.service_workers
    worker.evaluate(BREAK_STORAGE)
    page = window.open(ARTICLE)
    assert "tổng kết công tác" in page.locator("h1").inner_text()
    assert page.evaluate("getComputedStyle(document.querySelector('.mb-top')).borderTopWidth") == "4px"
    assert banners(page) == []
    assert window.faults == []


def test_where_nothing_is_kept_the_list_says_so(visit, real) -> None:
    page = visit(real).open("ngoai-tuyen/")
    page.get_by_text("Chưa có trang nào được lưu.").wait_for()
    assert page.locator(".mb-kept li").count() == 0


def test_a_reader_can_delete_what_was_kept(visit, host) -> None:
    there = host()
    window = visit(there.home, keeps=True)
    page = visit_first(window, there, "quyen-rieng-tu/")
    page.get_by_role("button", name="Xoá các trang đã lưu").click()
    page.wait_for_function(
        "() => document.querySelector('[data-mb=forget-pages-status]').textContent.includes('Đã xoá')"
    )
    assert page.evaluate(KEPT) == {}
    assert page.evaluate("async () => (await navigator.serviceWorker.getRegistrations()).length") == 0
    assert window.faults == []


def test_a_worker_can_be_withdrawn(visit, host) -> None:
    from playwright.sync_api import Error

    there = host()
    window = visit(there.home, keeps=True)
    page = visit_first(window, there, ARTICLE)
    (there.site / "sw.js").write_bytes(read_withdrawn_worker())
    page.evaluate("() => navigator.serviceWorker.getRegistration().then(found => found.update())")
    page.wait_for_function("async () => (await caches.keys()).length === 0")
    page.wait_for_function("async () => (await navigator.serviceWorker.getRegistrations()).length === 0")
    assert page.evaluate(KEPT) == {}
    there.is_down = True
    with pytest.raises(Error, match="net::ERR"):
        page.reload()
