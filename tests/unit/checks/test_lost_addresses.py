"""An address is lost only where it had been public by the time of the build."""

from __future__ import annotations

from datetime import UTC, datetime

from minhbach.checks.addresses import was_published
from minhbach.sources.history import LostArticle, Version

TEXT = """\
---
title: Bài
published: 2026-11-28 08:00
section: tin
summary: Tóm tắt.
---

Nội dung.
""".encode()
EDITED = datetime(2026, 11, 28, 9, 0, tzinfo=UTC)
"""Sixteen o'clock in Viet Nam: the article came out eight hours earlier."""


def test_what_was_edited_after_it_came_out_had_been_public() -> None:
    article = LostArticle("news/2026/bai.md", TEXT, EDITED, (Version(TEXT, EDITED),))
    assert was_published(article, datetime(2026, 11, 29, tzinfo=UTC))


def test_a_build_for_an_earlier_day_loses_nothing_that_came_out_later() -> None:
    article = LostArticle("news/2026/bai.md", TEXT, EDITED, (Version(TEXT, EDITED),))
    assert not was_published(article, datetime(2025, 1, 16, tzinfo=UTC))
