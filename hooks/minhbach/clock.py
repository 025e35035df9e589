"""The time of a build: from the environment or the commit, not from the wall clock.

The same commit therefore builds to the same bytes; the publishing workflow sets ``SOURCE_DATE_EPOCH`` to the
present, so that what depends on the day (which campaigns are running) is right on the public site.
"""

from __future__ import annotations

import subprocess
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from minhbach.records.base import VIETNAM
from minhbach.records.contents import Contents

_GIT_SECONDS = 120
"""Only what hangs takes longer: a busy machine must not change the time of a build."""


class BuildTimeError(ValueError):
    """``SOURCE_DATE_EPOCH`` is not a time; the message is what it holds."""


def read_build_time(root: Path, contents: Contents, environ: Mapping[str, str]) -> datetime:
    """Return the time that a build of ``root`` counts as now, in Viet Nam's time.

    In this order: ``SOURCE_DATE_EPOCH`` (seconds since 1970, UTC), the last commit, the newest article that
    is not scheduled for later; failing all three, the beginning of 2025. Raises BuildTimeError for an
    unreadable ``SOURCE_DATE_EPOCH``.
    """
    if epoch := environ.get("SOURCE_DATE_EPOCH", "").strip():
        try:
            return datetime.fromtimestamp(int(epoch), UTC).astimezone(VIETNAM)
        except (ValueError, OverflowError, OSError):
            raise BuildTimeError(epoch) from None
    if (committed := _commit_time(root)) is not None:
        return committed
    # Without a history only the wall clock can tell which articles are scheduled; it gives no other time.
    latest = datetime.now(VIETNAM)
    published = [item.entry.record.published for item in contents.articles]
    return max((time for time in published if time <= latest), default=datetime(2025, 1, 1, tzinfo=VIETNAM))


def _commit_time(root: Path) -> datetime | None:
    command = ["git", "-C", str(root), "log", "-1", "--format=%ct", "--", "."]
    try:
        result = subprocess.run(command, capture_output=True, text=True, timeout=_GIT_SECONDS, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return None
    seconds = result.stdout.strip()
    return datetime.fromtimestamp(int(seconds), UTC).astimezone(VIETNAM) if seconds.isdigit() else None
