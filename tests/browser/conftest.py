"""A browser for each worker, and the built sites served as a web host serves them."""

import gzip
import http.server
import io
import os
import shutil
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

import pytest
import yaml

from asking import BASE_CASE, DATA
from kinds_of_pages import choose_pages, page_name
from quiet_server import QuietServer
from waiting import GIVE_UP_MS, wait_for

OPTIONS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Chromium, started once for each worker."""
    from playwright.sync_api import sync_playwright

    program = os.environ.get("CHROMIUM") or shutil.which("chromium")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=program, args=list(OPTIONS))
        yield chromium
        chromium.close()


def wait_until(page: Any, expression: str, *, arg: Any = None) -> None:
    """Wait until ``expression`` is true in the page, or in the one that it leads to."""
    from playwright.sync_api import Error

    def is_true() -> bool:
        try:
            return bool(page.evaluate(expression, arg))
        except Error as error:
            # The page was left while it was asked.
            if "context was destroyed" in error.message or "navigat" in error.message:
                return False
            raise

    wait_for(is_true, expression)


NOTE_WORK = Path(__file__).with_name("work.js")
ASK_FOR_NOTHING = """() => new Promise(done => {
    const image = new Image();
    image.onload = image.onerror = () => done();
    image.src = "/mb-nothing.gif";
})"""
NOTHING = b"GIF89a\x01\0\x01\0\x80\0\0\0\0\0\0\0\0!\xf9\x04\1\0\0\0\0,\0\0\0\0\1\0\1\0\0\x02\x02D\1\0;"


@dataclass
class Visit:
    """A page in a window of its own, which notes what should not happen."""

    page: Any
    origin: str
    faults: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        # Playwright's own waiting evaluates text in the page, which the policy of our pages forbids.
        self.page.wait_for_function = partial(wait_until, self.page)
        self.page.on("console", self._console)
        self.page.on("pageerror", lambda error: self.faults.append(f"script: {error}"))
        self.page.on("dialog", self._dialog)
        self.page.on("request", self._request)
        self.page.on("response", self._response)

    def open(self, address: str) -> Any:
        """Open a page of the site and return it."""
        self.page.goto(address if ":" in address else self.origin + address)
        return self.page

    def note_work(self) -> None:
        """Have the pages opened from now on count what their scripts fetch and read, as ``window.work``."""
        self.page.add_init_script(path=NOTE_WORK)

    def rest(self) -> None:
        """Wait until whatever the page's scripts fetched is read, and what they do with it is done."""
        self.page.wait_for_function("work.begun === work.ended")

    def catch_up(self) -> None:
        """Wait until all that the page has asked for so far has been noted here."""
        self.page.route(
            "**/mb-nothing.gif", lambda route: route.fulfill(body=NOTHING, content_type="image/gif")
        )
        self.page.evaluate(ASK_FOR_NOTHING)
        self.page.unroute("**/mb-nothing.gif")

    def _console(self, message: Any) -> None:
        # A browser also logs that the error page was answered with 404, which is right.
        known = (
            message.text.startswith("Failed to load resource")
            and message.location.get("url") == self.page.url
        ) or message.text == "Service Worker registration blocked by Playwright"
        if message.type in ("error", "warning") and not known:
            self.faults.append(f"console: {message.text} ({message.location})")

    def _dialog(self, dialog: Any) -> None:
        self.faults.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def _request(self, request: Any) -> None:
        if not request.url.startswith((self.origin, "data:", "blob:")):
            self.faults.append(f"request to elsewhere: {request.url}")

    def _response(self, response: Any) -> None:
        if response.status >= 400 and not response.request.is_navigation_request():
            self.faults.append(f"{response.status}: {response.url}")


@pytest.fixture
def visit(browser: Any) -> Iterator[Callable[..., Visit]]:
    """Return a function that opens a window: ``visit(origin, width=360, scheme="dark")``."""
    contexts = []

    def make(
        origin: str, width: int = 1280, scheme: str = "light", scripts: bool = True, keeps: bool = False
    ) -> Visit:
        # A service worker would fetch behind the back of tests that look at requests; ``keeps`` lets it.
        context = browser.new_context(
            viewport={"width": width, "height": 800},
            color_scheme=scheme,
            java_script_enabled=scripts,
            locale="vi-VN",
            service_workers="allow" if keeps else "block",
        )
        contexts.append(context)
        context.set_default_timeout(GIVE_UP_MS)
        return Visit(context.new_page(), origin)

    yield make
    for context in contexts:
        context.close()


PACKED = ("text/", "application/json", "application/javascript", "image/svg+xml", "application/xml")
"""What GitHub Pages sends with gzip."""


def make_handler(
    folder: Path, base: str, *, is_packed: bool = False
) -> type[http.server.SimpleHTTPRequestHandler]:
    """Make a handler that serves ``folder`` under ``base``, with its own error page, as web hosts do.

    ``is_packed``: also send texts with gzip, which costs time in a test.
    """

    class Handler(http.server.SimpleHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def __init__(self, *arguments: Any, **named: Any) -> None:
            super().__init__(*arguments, directory=str(folder), **named)

        def translate_path(self, path: str) -> str:
            if not path.startswith(base):
                return str(folder / "outside")
            return super().translate_path("/" + path.removeprefix(base))

        def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
            body = (folder / "404.html").read_bytes()
            self.send_response(code, message)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def send_head(self) -> Any:
            """Send texts with gzip where a browser takes it, as web hosts do."""
            path = Path(self.translate_path(self.path))
            file = (
                path / "index.html" if path.is_dir() and self.path.partition("?")[0].endswith("/") else path
            )
            kind = self.guess_type(str(file))
            is_taken = "gzip" in self.headers.get("Accept-Encoding", "")
            if not (is_packed and is_taken and kind.startswith(PACKED) and file.is_file()):
                return super().send_head()
            body = gzip.compress(file.read_bytes(), 6, mtime=0)
            self.send_response(200)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Encoding", "gzip")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            return io.BytesIO(body)

        def list_directory(self, path: Any) -> None:
            self.send_error(404)

        def log_message(self, *_arguments: Any) -> None:
            pass

    return Handler


@pytest.fixture(scope="session")
def host_handler() -> Callable[[Path, str], type[http.server.SimpleHTTPRequestHandler]]:
    """Return the function that makes a handler, for hosts with habits of their own."""
    return make_handler


MONEY_PAGES = {
    "overview": "thu-chi/",
    "fund": "thu-chi/quy/quy-nhan-dao/",
    "expenses": "thu-chi/quy/quy-nhan-dao/nam-2025/",
    "campaign": "chien-dich/tet-2025/thu-chi/",
}


@pytest.fixture
def money(serve: Callable[..., str], ledger_site: Path) -> str:
    """The address of the site of a chapter that keeps ledgers."""
    return serve(ledger_site)


@pytest.fixture(params=MONEY_PAGES)
def money_page(request: pytest.FixtureRequest) -> str:
    """The address of each page of money in and out on that site."""
    return MONEY_PAGES[request.param]


@pytest.fixture(scope="session")
def serve() -> Iterator[Callable[..., str]]:
    """Return a function that serves a folder and gives the address of its home page."""
    servers: dict[tuple[Path, str, bool], QuietServer] = {}

    def start(folder: Path, base: str = "/", *, is_packed: bool = False) -> str:
        key = folder, base, is_packed
        if key not in servers:
            handler = make_handler(folder, base, is_packed=is_packed)
            server = QuietServer(("127.0.0.1", 0), handler)
            threading.Thread(target=server.serve_forever, daemon=True).start()
            servers[key] = server
        return f"http://127.0.0.1:{servers[key].server_port}{base}"

    yield start
    for server in servers.values():
        server.shutdown()
        server.server_close()


@pytest.fixture(scope="session")
def real(serve: Any, real_site: Path) -> str:
    """The address of the real site, at the root of a host."""
    return serve(real_site)


@pytest.fixture(scope="session")
def below(serve: Any, site_below: Path) -> str:
    """The address of the real site below the root of a host, as on GitHub Pages."""
    return serve(site_below, "/repo/")


@pytest.fixture(scope="session")
def demo(serve: Any, demo_chapter: Any) -> str:
    """The address of the made-up chapter's site."""
    return serve(demo_chapter.site)


@pytest.fixture(scope="session")
def demo_addresses(demo_chapter: Any) -> dict[str, str]:
    """A page of each kind of the made-up chapter: the one with most on it."""
    return choose_pages(demo_chapter.site, "demo")


@pytest.fixture(scope="session")
def real_addresses(real_site: Path) -> dict[str, str]:
    """A page of each kind of the real site: the one with most on it."""
    return choose_pages(real_site, "real")


AUDIT = Path(__file__).with_name("audit.js")
UNFOLD = "open => document.querySelectorAll('main details').forEach(part => { part.open = open; })"


@dataclass
class Look:
    """An open page that is shown in one way after another."""

    name: str
    visit: Visit

    @property
    def page(self) -> Any:
        return self.visit.page

    @property
    def faults(self) -> list[str]:
        return self.visit.faults

    def show(
        self,
        width: int,
        height: int = 800,
        *,
        scheme: str = "light",
        media: str = "screen",
        motion: str = "no-preference",
        forced: str = "none",
        style: str = "",
        unfolded: bool = True,
    ) -> Any:
        """Show the page so, whatever was before; return it."""
        self.page.set_viewport_size({"width": width, "height": height})
        self.page.emulate_media(media=media, color_scheme=scheme, reduced_motion=motion, forced_colors=forced)
        self.page.evaluate("style => audit.style(style)", style)
        self.page.evaluate(UNFOLD, unfolded)
        return self.page

    def ask(self, question: str) -> Any:
        """Ask one of the functions of audit.js."""
        return self.page.evaluate(f"audit.{question}()")


def make_look(name: str, window: Visit) -> Look:
    """Give the page that stands open the questions of audit.js."""
    window.page.evaluate(AUDIT.read_text(encoding="utf-8"))
    return Look(name, window)


@pytest.fixture
def look(visit: Callable[..., Visit]) -> Callable[[str, str], Look]:
    """Return a function that opens a page of a site to be looked at."""

    def open_page(origin: str, address: str) -> Look:
        window = visit(origin)
        window.open(address)
        return make_look(address, window)

    return open_page


@pytest.fixture(scope="module")
def looked_at(request: pytest.FixtureRequest, browser: Any) -> Iterator[Look]:
    """A page named by site and kind, opened once for all tests that follow each other on it."""
    from axe_playwright_python.sync_playwright import Axe

    site, name = request.param
    folder = (
        request.getfixturevalue("real_site")
        if site == "real"
        else request.getfixturevalue("demo_chapter").site
    )
    context = browser.new_context(viewport={"width": 360, "height": 800}, locale="vi-VN")
    context.set_default_timeout(GIVE_UP_MS)
    window = Visit(context.new_page(), request.getfixturevalue(site))
    page = window.open(choose_pages(folder, site)[name])
    is_there = page.locator('meta[name="minhbach:kind"]').count() == 1
    assert is_there != (name == "error"), page.url
    if name in ("found", "gift found"):
        page.locator(".mb-search__results > li").first.wait_for()
    page.evaluate(Axe().axe_script)
    yield make_look(page_name(site, name), window)
    context.close()


@pytest.fixture(scope="session")
def search_chapter(once_per_run: Any, copy_project: Any) -> Path:
    """The site of the made-up chapter of search-cases.yml."""

    def fill(folder: Path) -> None:
        project = copy_project(folder / "project", content=False)
        shutil.copytree(BASE_CASE, project.root, dirs_exist_ok=True)
        project.write("data/sections.yml", "tin-tuc: {name: Tin tức}\ncuu-tro: {name: Cứu trợ}\n")
        for number, item in enumerate(DATA["articles"]):
            matter = {
                "title": item["title"],
                "published": f"{item['day']} 08:00",
                "section": item.get("section", "tin-tuc"),
                "summary": "Tin ngắn.",
            }
            path = f"news/{item['day'].year}/bai-{number}.md"
            project.write(path, f"---\n{yaml.safe_dump(matter, allow_unicode=True)}---\n\n{item['text']}\n")
        support = [
            item | {"kind": "gift", "source": {"document": "bao-cao-2024"}} for item in DATA["supporters"]
        ]
        project.write("data/acknowledgments.yml", yaml.safe_dump(support, allow_unicode=True))
        result = project.build(SOURCE_DATE_EPOCH="1798700000")
        assert result.returncode == 0, result.stderr

    return once_per_run("search-chapter", fill) / "project" / "site"


@pytest.fixture(scope="session")
def made_up(serve: Any, search_chapter: Path) -> str:
    """The address of the made-up chapter."""
    return serve(search_chapter)
