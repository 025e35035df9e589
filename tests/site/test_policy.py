"""Every page carries a strict policy of what it may load and run, and keeps to it."""

import base64
import hashlib
import re

import pytest

POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')
SCRIPT = re.compile(r"<script([^>]*)>(.*?)</script>", re.DOTALL)
DATA = ('type="application/ld+json"', 'type="application/json"')


def directives(html: str) -> dict[str, list[str]]:
    (policy,) = POLICY.findall(html)
    return {name: sources for name, *sources in (part.split() for part in policy.split("; "))}


@pytest.fixture(params=["real_site", "demo_chapter"], scope="session")
def files(request):
    site = request.getfixturevalue(request.param)
    site = getattr(site, "site", site)
    found = {
        path.relative_to(site).as_posix(): path.read_text(encoding="utf-8") for path in site.rglob("*.html")
    }
    assert len(found) > 20
    return found


def test_the_policy_stands_before_anything_that_it_is_about(files) -> None:
    for name, html in files.items():
        before = html[: POLICY.search(html).start()]
        assert not re.search(r"<(script|link|img|style)\b", before), name
        assert directives(html)["default-src"] == ["'none'"], name


def test_scripts_are_files_of_the_site_or_the_one_that_is_named(files) -> None:
    for name, html in files.items():
        for attributes, text in SCRIPT.findall(html):
            if "src=" in attributes or attributes.strip() in DATA:
                assert "src=" not in attributes or text == "", name
                assert "//" not in attributes, name
                continue
            digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
            assert f"'sha256-{digest}'" in directives(html)["script-src"], (name, text[:80])


def test_no_element_has_a_style_or_a_handler_of_its_own(files) -> None:
    for name, html in files.items():
        markup = SCRIPT.sub("", html)
        assert "<style" not in markup, name
        assert not re.search(r"<[^>]*\sstyle=", markup), name
        assert not re.search(r"<[^>]*\son[a-z]+=", markup), name
        assert "javascript:" not in markup, name


def test_no_page_may_compile(files) -> None:
    assert [name for name, html in files.items() if "unsafe-eval" in html] == []
