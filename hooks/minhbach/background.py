"""Work shared with the other cores: costly pure functions, begun early and collected when needed.

Nothing is shared but arguments and results, so a result never depends on where it was made.
"""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from pathlib import Path
from site import addsitedir
from typing import Any, TypeVar

R = TypeVar("R")
MOST_PROCESSES = 4
WORTHWHILE_MS = 1500.0
"""Less work than this is done sooner here than another process starts (docs-dev/benchmarks.md)."""
_PACKAGES = Path(__file__).parents[1]


class Background:
    """Runs jobs in other processes; where that does not pay, here and when they are collected.

    A job is a function of a module and its arguments; both must be picklable. Whoever collects helps: it
    does the jobs that no other process has begun. Close it in any case.
    """

    def __init__(self, processes: int | None = None) -> None:
        """Use at most ``processes`` others; 0 for none, by default one for each further core."""
        self._executor: ProcessPoolExecutor | None = None
        self._processes = min((os.cpu_count() or 1) - 1, MOST_PROCESSES) if processes is None else processes

    def close(self) -> None:
        """End the other processes; jobs that have not begun are dropped."""
        if self._executor is not None:
            self._executor.shutdown(cancel_futures=True)

    def start(
        self, function: Callable[..., R], jobs: Sequence[tuple[Any, ...]], expected_ms: float
    ) -> Callable[[], list[R]]:
        """Begin ``function(*job)`` for every job; return what collects the results in the jobs' order.

        ``expected_ms`` is about how long all of them take on one core.
        """
        executor = self._executor_for(expected_ms)
        if executor is None:
            return lambda: [function(*job) for job in jobs]
        futures = [executor.submit(function, *job) for job in jobs]
        return lambda: _collect(function, jobs, futures)

    def _executor_for(self, expected_ms: float) -> ProcessPoolExecutor | None:
        if self._executor is None and expected_ms >= WORTHWHILE_MS and self._processes > 0:
            # "spawn" is the same on every system, and safe where the preview runs threads. MkDocs takes the
            # hook's folder off the path again, so the other process is told where this package is.
            self._executor = ProcessPoolExecutor(
                self._processes,
                mp_context=multiprocessing.get_context("spawn"),
                initializer=addsitedir,
                initargs=(str(_PACKAGES),),
            )
        return self._executor


def _collect(
    function: Callable[..., R], jobs: Sequence[tuple[Any, ...]], futures: Sequence[Future[R]]
) -> list[R]:
    """Return all results. From the last job on, those that can still be taken back are done here."""
    results: dict[int, R] = {}
    for index in reversed(range(len(jobs))):
        if futures[index].cancel():
            results[index] = function(*jobs[index])
    return [results[index] if index in results else futures[index].result() for index in range(len(jobs))]
