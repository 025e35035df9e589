"""One address for each kind of page: what the browser's audits, the screenshots and other tests look at.

Every page says its kind in its head. The kinds that a build holds are compared with these tables
(tests/browser/test_audits.py), so a new kind of page cannot be forgotten.
"""

import re
from functools import cache
from pathlib import Path

_KIND = re.compile(r'<meta name="minhbach:kind" content="([a-z-]+)">')
EVERYWHERE = frozenset(
    (
        "accessibility",
        "archive",
        "article",
        "campaign",
        "campaigns",
        "data",
        "disclosure",
        "documents",
        "figure",
        "figures",
        "home",
        "money",
        "news",
        "overview",
        "offline",
        "privacy",
        "recognition",
        "results",
        "search",
        "sheet",
        "sheets",
        "unknowns",
        "written",
        "year",
    )
)
KINDS = {
    "real": EVERYWHERE,
    "demo": EVERYWHERE
    | {
        "campaign-money",
        "donor",
        "expenses",
        "find-gift",
        "fund",
        "gifts",
        "giving",
        "translation",
        "withdrawn",
    },
}
"""The kinds that the pages of each site have."""
PLACES = {
    "real": {"about": "gioi-thieu/", "error": "khong-co/trang-nay/"},
    "demo": {
        "about": "gioi-thieu/",
        "error": "khong-co/trang-nay/",
        "found": "tim-kiem/#q=hien+mau",
        "nothing found": "tim-kiem/#q=zzzz",
        "gift found": "tim-ung-ho/#q=nguyen",
        "second page of news": "tin-tuc/trang/2/",
    },
}
"""More to look at: states of pages, further pages of lists, and what stands for an unknown address."""
LOOKED_AT = tuple((site, name) for site in KINDS for name in (*sorted(KINDS[site]), *PLACES[site]))
"""Every page that is audited, by site and name."""


def page_name(site: str, name: str) -> str:
    """Return what a page of LOOKED_AT is called: "demo-second-page-of-news"."""
    return f"{site}-{name}".replace(" ", "-")


@cache
def read_kinds(site: Path) -> dict[str, dict[str, int]]:
    """Return the addresses of each kind of page in a built site, each with its weight.

    Photos weigh more than any number of letters: what has most on it shows most faults.
    """
    found: dict[str, dict[str, int]] = {}
    for path in sorted(site.rglob("index.html")):
        html = path.read_text(encoding="utf-8")
        if match := _KIND.search(html):
            address = path.relative_to(site).as_posix().removesuffix("index.html")
            found.setdefault(match.group(1), {})[address] = 1_000_000 * html.count("mb-photo") + len(html)
    return found


def choose_pages(site: Path, name: str) -> dict[str, str]:
    """Return the address to look at for each kind of page of the built ``site``."""
    heaviest = {kind: max(pages, key=pages.__getitem__) for kind, pages in read_kinds(site).items()}
    return heaviest | PLACES[name]
