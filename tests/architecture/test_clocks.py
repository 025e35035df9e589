"""No test asserts how long something takes, and none waits for a time: machines are slow, and busy.

Work is counted (``counting.py``, requests, bytes); states are waited for (``waiting.py``); the clock is with
``make bench``.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

TESTS = Path(__file__).resolve().parents[1]
WITH_CLOCK = TESTS / "waiting.py"
STATE = "wait for a state: an element, a request, wait_for() of tests/waiting.py"
COUNT = "count work in place of time; measure time in docs-dev/bench/"
LIMIT = "a limit only serves to give up: take it from tests/waiting.py"
IN_SCRIPTS = {
    r"performance\.now\b": f"reads a clock; {COUNT}",
    r"wait_for_timeout\b|waitForTimeout\b|\bnetworkidle\b": f"waits for a time; {STATE}",
    r"setTimeout\(.*,\s*[1-9][\d_]*\s*\)": f"waits for a time; {STATE}",
}
"""What may stand in no script that a test runs in a page, nor in a name that a test gives Playwright."""
DURATIONS = frozenset({"elapsed", "milliseconds"})


def faults_of_script(text: str) -> Iterator[str]:
    for pattern, words in IN_SCRIPTS.items():
        if found := re.search(pattern, text):
            yield f"“{found[0]}” {words}"


def faults_of_python(text: str) -> Iterator[tuple[int, str]]:
    """Yield line and fault of everything in the code that has to do with time passing."""
    for node in ast.walk(ast.parse(text)):
        for fault in faults_of_node(node):
            yield getattr(node, "lineno", 0), fault


def faults_of_node(node: ast.AST) -> Iterator[str]:
    match node:
        case ast.Import(names=names) if any(name.name == "time" for name in names):
            yield f"“import time” is a clock; {COUNT}; {STATE}"
        case ast.ImportFrom(module="time", names=names) if any(name.name != "struct_time" for name in names):
            yield f"“from time import” is a clock; {COUNT}; {STATE}"
        case ast.Attribute(attr="wait_for_timeout"):
            yield f"“wait_for_timeout” waits for a time; {STATE}"
        case ast.Constant(value=str() as words):
            yield from faults_of_script(words)
        case ast.Compare(left=left, comparators=others):
            for side in (left, *others):
                if isinstance(side, ast.Attribute) and side.attr in DURATIONS:
                    yield f"“{side.attr}” is compared; {COUNT}"
        case ast.Call(func=function, args=arguments, keywords=keywords):
            name = getattr(function, "attr", getattr(function, "id", ""))
            named = {keyword.arg: keyword.value for keyword in keywords}
            if isinstance(named.get("timeout"), ast.Constant):
                yield f"“timeout={ast.unparse(named['timeout'])}”: {LIMIT}"
            limited = ("wait", "join", "set_default_timeout", "set_default_navigation_timeout", "settimeout")
            if name in limited and arguments and is_number(arguments[0]):
                yield f"“{name}({ast.unparse(arguments[0])})”: {LIMIT}"
            if "deadline" in named and ast.unparse(named["deadline"]) != "None":
                yield "“deadline” fails on a busy machine; tests/conftest.py has it off"
            healthy = named.get("suppress_health_check")
            if healthy is not None and "too_slow" not in ast.unparse(healthy):
                yield "“suppress_health_check” without HealthCheck.too_slow fails on a busy machine"


def is_number(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, int | float)


def test_no_test_measures_time_or_waits_for_it() -> None:
    files = sorted({*TESTS.rglob("*.py"), *TESTS.rglob("*.js")} - {WITH_CLOCK, Path(__file__).resolve()})
    assert len(files) > 100
    found = []
    for path in files:
        text = path.read_text(encoding="utf-8")
        place = f"tests/{path.relative_to(TESTS).as_posix()}"
        if path.suffix == ".py":
            faults = list(faults_of_python(text))
        else:
            lines = enumerate(text.splitlines(), 1)
            faults = [(number, fault) for number, line in lines for fault in faults_of_script(line)]
        found += [f"{place}:{line}: {fault}" for line, fault in faults]
    assert found == [], "\n".join(found)


@pytest.mark.parametrize(
    "code",
    [
        "import time",
        "import os, time",
        "from time import perf_counter",
        "from time import sleep as rest",
        "page.wait_for_timeout(20)",
        "wait = page.wait_for_timeout",
        "page.goto(address, wait_until='networkidle')",
        "page.evaluate('performance.now() - began')",
        "page.evaluate('new Promise(done => setTimeout(done, 500))')",
        "page.evaluate('await new Promise(done => setTimeout(() => done(moved), 1_000))')",
        "assert search.milliseconds <= 300",
        "assert 0 < answer.elapsed < 2",
        "page.locator('h1').wait_for(timeout=5000)",
        "subprocess.run(command, timeout=60)",
        "context.set_default_timeout(10_000)",
        "process.wait(10)",
        "thread.join(5)",
        "settings(deadline=200)",
        "settings(suppress_health_check=[HealthCheck.function_scoped_fixture])",
    ],
)
def test_time_in_a_test_is_caught(code: str) -> None:
    assert list(faults_of_python(code))


@pytest.mark.parametrize(
    "code",
    [
        "from datetime import time",
        "from time import struct_time",
        "import datetime",
        "page.wait_for_function('work.begun === work.ended')",
        "page.evaluate('setTimeout(() => this.dispatchEvent(new Event(`error`)))')",
        "assert len(requests) <= 3",
        "subprocess.run(command, timeout=COMMAND_SECONDS)",
        "context.set_default_timeout(GIVE_UP_MS)",
        "page.clock.run_for(500)",
        "process.wait()",
        "', '.join(words)",
        "settings(max_examples=40, deadline=None)",
        "settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])",
    ],
)
def test_what_only_looks_like_it_is_let_through(code: str) -> None:
    assert list(faults_of_python(code)) == []
