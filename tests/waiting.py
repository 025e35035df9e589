"""Waiting for a state, however long a busy machine takes: the only place of the tests that has a clock.

The clock serves for nothing but giving up, so that what never comes ends as a failure and not as a hang.
No test asserts how long something takes: ``make bench`` measures that, and the tests count work instead.
"""

import time
from collections.abc import Callable
from typing import TypeVar

GIVE_UP_SECONDS = 120
GIVE_UP_MS = GIVE_UP_SECONDS * 1000
COMMAND_SECONDS = 900
"""For what a whole command does, a build for one, which other tests may wait for in turn."""
_PAUSE_SECONDS = 0.01

Found = TypeVar("Found")


def wait_for(
    look: Callable[[], Found], what: str | Callable[[], str], *, seconds: int = GIVE_UP_SECONDS
) -> Found:
    """Look again and again until something is there, and return it; ``what`` says what was waited for."""
    end = time.monotonic() + seconds
    while not (found := look()):
        if time.monotonic() > end:
            raise AssertionError(f"never came true: {what() if callable(what) else what}")
        time.sleep(_PAUSE_SECONDS)
    return found
