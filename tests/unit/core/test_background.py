"""Work on other cores gives what work here gives, in the same order."""

from __future__ import annotations

import os

import pytest

from minhbach.background import WORTHWHILE_MS, Background


def test_results_come_in_the_order_of_the_jobs() -> None:
    jobs = [(number, 3) for number in range(40)]
    background = Background(processes=1)
    try:
        elsewhere = background.start(pow, jobs, expected_ms=WORTHWHILE_MS)()
    finally:
        background.close()
    assert elsewhere == Background(processes=0).start(pow, jobs, expected_ms=WORTHWHILE_MS)()
    assert elsewhere == [number**3 for number in range(40)]


def test_little_work_starts_no_process() -> None:
    background = Background(processes=1)
    assert background.start(os.getpid, [()], expected_ms=1.0)() == [os.getpid()]


def test_a_fault_in_a_job_reaches_who_collects() -> None:
    background = Background(processes=1)
    try:
        collect = background.start(divmod, [(1, 1), (1, 0), (1, 1)], expected_ms=WORTHWHILE_MS)
        with pytest.raises(ZeroDivisionError):
            collect()
    finally:
        background.close()
