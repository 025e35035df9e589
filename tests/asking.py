"""The search page asked as a reader does, and the made-up chapter that it is tried on."""

import re
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import yaml

HERE = Path(__file__).resolve().parent
BASE_CASE = HERE / "cases/base"
DATA = yaml.safe_load((HERE / "browser/search-cases.yml").read_text(encoding="utf-8"))


def wait_for_answer(page: Any, query: str) -> str:
    """Wait until the page has answered ``query``; return what it says."""
    page.wait_for_function(
        "words => document.querySelector('.mb-search__status').textContent.includes(words)", arg=f"“{query}”"
    )
    return page.locator(".mb-search__status").inner_text()


def forget_answer(page: Any) -> None:
    """Take the last answer away, which may be one about the same words."""
    page.evaluate("document.querySelector('.mb-search__status').textContent = ''")


def ask(page: Any, query: str) -> str:
    forget_answer(page)
    page.locator("#mb--q").fill(query)
    return wait_for_answer(page, query)


def ask_within(page: Any, query: str, choices: dict[str, Any]) -> str:
    """Ask with these choices and no others, as they come with an address."""
    address = page.url.partition("#")[0]
    if choices or "&" in page.url:
        forget_answer(page)
        page.goto(f"{address}#{urlencode({'q': query, **choices})}")
        answer = wait_for_answer(page, query)
        for name in ("loai", "muc", "nam", "xep"):
            assert page.locator(f"[name={name}]").input_value() == str(choices.get(name, ""))
        return answer
    return ask(page, query)


def titles(page: Any) -> list[str]:
    return page.locator(".mb-search__result h2").all_inner_texts()


def count_of(status: str) -> int:
    found = re.match(r"([\d.]+) kết quả", status)
    return int(found[1].replace(".", "")) if found else 0
