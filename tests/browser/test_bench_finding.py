"""What ``make bench-ledger`` says of finding a gift is what a page really fetches."""

from pathlib import Path

import pytest

from finding import Wanted, choose_gifts, look_for
from waiting import GIVE_UP_MS

pytestmark = pytest.mark.browser

_PAGE = """<!doctype html><html lang="vi"><title>Tìm</title><link rel="icon" href="data:,">
<header><input name="site-search"></header>
<main><form><input name="q" type="search"></form><ol></ol></main><script src="find.js"></script></html>"""
_SCRIPT = """
const field = document.querySelector("main input");
field.form.addEventListener("submit", (event) => event.preventDefault());
field.addEventListener("input", async () => {
  const names = await (await fetch("names.txt")).text();
  const more = await (await fetch("more.txt")).text();
  for (const line of (names + more).split("\\n")) {
    const [folded, receipt] = line.split(";");
    if ([folded, receipt].includes(field.value)) {
      const item = document.querySelector("ol").appendChild(document.createElement("li"));
      item.textContent = receipt;
    }
  }
});
"""
_HEADER = "receipt,date,kind,name,consent,item\n"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("finding")
    (folder / "tim-ung-ho").mkdir()
    for name, text in {
        "index.html": _PAGE,
        "find.js": _SCRIPT,
        "names.txt": "dang thi dao;PT-1\n" + "x" * 50_000,
        "more.txt": "\nnguyen van mau;PT-2\n",
    }.items():
        (folder / "tim-ung-ho" / name).write_text(text, encoding="utf-8")
    return folder


def test_requests_and_bytes_beyond_the_page_are_counted(site, browser, monkeypatch) -> None:
    for limit in ("PATIENCE_MS", "SHOWN_MS"):
        monkeypatch.setattr(f"finding.{limit}", GIVE_UP_MS)
    by_name, by_receipt = look_for(
        browser, site, [Wanted("name", "dang thi dao", "PT-1"), Wanted("receipt", "PT-2", "PT-2")]
    )
    for found in (by_name, by_receipt):
        assert found.fault == ""
        assert found.requests_beyond == 2
        assert 50_000 < found.bytes_beyond < 52_000


def test_what_is_not_found_is_a_fault(site, browser, tmp_path, monkeypatch) -> None:
    monkeypatch.setattr("finding.SHOWN_MS", 200)
    (found,) = look_for(browser, site, [Wanted("name", "khong co ai", "PT-9")])
    assert "does not lead to PT-9" in found.fault
    (nowhere,) = look_for(browser, tmp_path, [Wanted("name", "dang thi dao", "PT-1")])
    assert "there is no page" in nowhere.fault


def test_the_name_looked_for_occurs_once_and_is_typed_plainly(tmp_path) -> None:
    rows = [
        "PT-1,2025-08-13,,Đặng Thị Đào,given,",
        "PT-2,2025-08-13,,Lê Ý,given,",
        "PT-3,2025-08-14,,Lê Ý,given,",
        "PT-4,2025-08-14,,Ai Đó,refused,",
    ]
    (tmp_path / "a.csv").write_text(_HEADER + "\n".join(rows) + "\n", encoding="utf-8")
    by_name, by_receipt = choose_gifts(tmp_path)
    assert by_name == Wanted("name", "dang thi dao", "PT-1")
    assert by_receipt.typed == by_receipt.receipt == "PT-3"
