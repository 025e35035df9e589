"""PDF by way of Chromium, where the machine has one: no build needs it."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path

NAMES = (
    "chromium",
    "chromium-headless-shell",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "msedge",
)
_PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
)
_SECONDS = 300
"""Only what hangs takes longer to print a sheet."""


class PdfError(Exception):
    """Chromium printed nothing; the message is what it said."""


def find_chromium(environ: Mapping[str, str]) -> str | None:
    """Return the program that prints: what ``CHROMIUM`` names, or one under a common name; else None."""
    if named := environ.get("CHROMIUM", "").strip():
        return shutil.which(named, path=environ.get("PATH"))
    found = (shutil.which(name, path=environ.get("PATH")) for name in NAMES)
    return next((path for path in (*found, *filter(os.path.exists, _PLACES)) if path), None)


def print_pdf(program: str, html: str, target: Path) -> None:
    """Print the document ``html`` into the file ``target``. Raises PdfError if there is none afterwards.

    Chromium notes the time in the file, so two prints of a sheet differ; they are not part of a site.
    """
    with tempfile.TemporaryDirectory(prefix="minhbach-") as folder:
        source = Path(folder) / "sheet.html"
        source.write_text(html, encoding="utf-8")
        printed = Path(folder) / "sheet.pdf"
        command = [
            program,
            "--headless",
            "--disable-gpu",
            "--disable-extensions",
            "--no-first-run",
            "--no-pdf-header-footer",
            f"--user-data-dir={folder}/profile",
            f"--print-to-pdf={printed}",
            source.as_uri(),
        ]
        if hasattr(os, "geteuid") and os.geteuid() == 0:
            command.insert(1, "--no-sandbox")  # the sandbox refuses to start for root, as in containers
        try:
            result = subprocess.run(
                command, capture_output=True, text=True, errors="replace", timeout=_SECONDS, check=False
            )
        except (OSError, subprocess.TimeoutExpired) as error:
            raise PdfError(str(error)) from None
        if not printed.is_file():
            raise PdfError(" ".join(result.stderr.split())[-300:] or str(result.returncode))
        shutil.copyfile(printed, target)
