"""The page of open data tells of the files that are published beside it, and of nothing else."""

import hashlib
import re
from urllib.parse import urljoin

import pytest

DATA = "du-lieu/"


@pytest.fixture(scope="session")
def page(real_pages):
    return real_pages[DATA].main


def test_every_page_leads_to_it(real_pages) -> None:
    for address, page in real_pages.items():
        (link,) = (link for link in page.root.one("footer").find("a") if link.text == "Dữ liệu mở")
        assert urljoin(f"https://hoi.example/{address}", link["href"]) == f"https://hoi.example/{DATA}", (
            address
        )


def test_page_offers_every_file_with_its_size(page, real_site) -> None:
    published = {path.name for path in (real_site / DATA).iterdir() if path.name != "index.html"}
    offered = {link["href"].rpartition("/")[2] for link in page.find("a") if "download" in link.attributes}
    assert offered == published
    assert {"datapackage.json", "so-lieu.csv", "so-lieu.xlsx", "du-lieu.zip"} <= published


def test_page_tells_the_hashes_of_the_files(page, real_site) -> None:
    data_hash = page.find("code", of="mb-hash")[0].text
    assert data_hash == hashlib.sha256((real_site / DATA / "sha256sums.txt").read_bytes()).hexdigest()
    rows = page.find("table", of="mb-data")[0].one("tbody").find("tr")
    assert len(rows) > 2
    for row in rows:
        name = row.find("a")[0]["href"].rpartition("/")[2]
        found = hashlib.sha256((real_site / DATA / name).read_bytes()).hexdigest()
        assert f"{found[:12]}…" in row.text, name


def test_page_describes_every_column(page, real_site) -> None:
    described = {details.one("summary").one("code").text: details for details in page.find("details")}
    files = sorted((real_site / DATA).glob("*.csv"))
    assert described.keys() == {path.name for path in files}
    for path in files:
        columns = path.read_text(encoding="utf-8").partition("\n")[0].split(",")
        rows = described[path.name].one("tbody").find("tr")
        assert [row.one("th").text for row in rows] == columns
        assert all(re.search(r"\.$", row.find("td")[-1].text) for row in rows)
