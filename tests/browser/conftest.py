"""A browser for each worker, and the built sites served as a web host serves them."""

import http.server
import os
import shutil
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

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


@dataclass
class Visit:
    """A page in a window of its own, which notes what should not happen."""

    page: Any
    origin: str
    faults: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("console", self._console)
        self.page.on("pageerror", lambda error: self.faults.append(f"script: {error}"))
        self.page.on("dialog", self._dialog)
        self.page.on("request", self._request)
        self.page.on("response", self._response)

    def open(self, address: str) -> Any:
        """Open a page of the site and return it."""
        self.page.goto(address if ":" in address else self.origin + address)
        return self.page

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
        context.set_default_timeout(10_000)
        return Visit(context.new_page(), origin)

    yield make
    for context in contexts:
        context.close()


def make_handler(folder: Path, base: str) -> type[http.server.SimpleHTTPRequestHandler]:
    """Make a handler that serves ``folder`` under ``base``, with its own error page, as web hosts do."""

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
    servers: dict[tuple[Path, str], http.server.ThreadingHTTPServer] = {}

    def start(folder: Path, base: str = "/") -> str:
        if (folder, base) not in servers:
            server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), make_handler(folder, base))
            server.daemon_threads = True
            threading.Thread(target=server.serve_forever, daemon=True).start()
            servers[folder, base] = server
        return f"http://127.0.0.1:{servers[folder, base].server_port}{base}"

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


def find_demo_pages(site: Path) -> dict[str, str]:
    """Choose a page of each kind of the made-up chapter: the longest, which has most on it."""
    patterns = {
        "home": "index.html",
        "second page of news": "tin-tuc/trang/2/index.html",
        "article": "tin-tuc/2*/*/index.html",
        "campaigns": "chien-dich/index.html",
        "campaign": "chien-dich/*/index.html",
        "year": "ket-qua/2*/index.html",
        "figure": "so-lieu/*/*/index.html",
        "acknowledgments": "ghi-nhan/index.html",
        "giving": "ung-ho/index.html",
        "disclosure": "cong-khai/index.html",
        "reading": "doc-so-lieu/index.html",
    }

    def weight(path: Path) -> tuple[int, int]:
        html = path.read_text(encoding="utf-8")
        return html.count("mb-photo"), len(html)

    longest = {kind: max(site.glob(pattern), key=weight) for kind, pattern in patterns.items()}
    return {
        kind: path.relative_to(site).as_posix().removesuffix("index.html") for kind, path in longest.items()
    }


@pytest.fixture(scope="session")
def demo_addresses(demo_chapter: Any) -> dict[str, str]:
    return find_demo_pages(demo_chapter.site)
