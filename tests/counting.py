"""Counted work, in place of measured time: the same on every machine, however busy."""

import gc
import sys
from collections.abc import Callable
from typing import Any


def count_calls(action: Callable[..., object], *arguments: object) -> int:
    """Return how many functions, of Python and of C, ``action`` calls; what it returns is dropped."""
    calls = 0

    def note(_frame: Any, event: str, _argument: Any) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    before = sys.getprofile()
    gc.disable()  # what it calls is no part of the action
    sys.setprofile(note)
    try:
        action(*arguments)
    finally:
        sys.setprofile(before)
        gc.enable()
    return calls


def assert_linear(count: Callable[[int], int], size: int, *, least: int = 200) -> None:
    """Assert that twice the size is not more than about twice the work; ``least`` is what any size takes."""
    one, two = count(size), count(2 * size)
    assert two <= 2.3 * one + least, f"{one} calls for {size}, {two} for twice as much"
