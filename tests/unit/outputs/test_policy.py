"""The policy of pages: nothing but the site's own, and each exception only where it is needed."""

import base64
import hashlib

import pytest

from minhbach.outputs.policy import hash_source, read_early_script, write_bare_policy, write_policy

COUNTER = "https://mau.goatcounter.example"


def directives(policy: str) -> dict[str, list[str]]:
    parts = [part.split() for part in policy.split("; ")]
    return {name: sources for name, *sources in parts}


def test_what_is_not_named_is_forbidden() -> None:
    assert directives(write_policy("home", "x"))["default-src"] == ["'none'"]
    assert directives(write_bare_policy())["default-src"] == ["'none'"]


@pytest.mark.parametrize("kind", ["home", "article", "search", "find-gift", ""])
def test_styles_and_pictures_are_the_site_s_own(kind: str) -> None:
    policy = directives(write_policy(kind, "x", COUNTER))
    assert policy["style-src"] == policy["img-src"] == ["'self'"]
    assert not any("unsafe-inline" in source for sources in policy.values() for source in sources)
    assert "'unsafe-eval'" not in policy["script-src"]


def test_the_early_script_is_allowed_by_its_hash_alone() -> None:
    digest = base64.b64encode(hashlib.sha256(read_early_script().encode()).digest()).decode()
    assert hash_source(read_early_script()) == f"'sha256-{digest}'"
    assert directives(write_policy("home", read_early_script()))["script-src"] == [
        "'self'",
        f"'sha256-{digest}'",
    ]


@pytest.mark.parametrize("kind", ["home", "article", "search", "find-gift"])
def test_no_page_compiles(kind) -> None:
    """Our own script reads Pagefind's index, so that not even the search needs WebAssembly."""
    assert "eval" not in write_policy(kind, "x", COUNTER)


def test_only_counted_pages_turn_to_the_counter_and_only_where_there_is_one() -> None:
    assert COUNTER in directives(write_policy("article", "x", COUNTER))["connect-src"]
    assert directives(write_policy("article", "x"))["connect-src"] == ["'self'"]
    assert directives(write_policy("home", "x", COUNTER))["connect-src"] == ["'self'"]


def test_the_early_script_cannot_end_its_element() -> None:
    assert "</" not in read_early_script()
    assert "\n" not in read_early_script()
