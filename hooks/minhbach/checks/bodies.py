"""Figures of other bodies: never among ours in the books or in a division, never in a text without a name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from minhbach.problems import Problem, kinds
from minhbach.prose.markup import Prose
from minhbach.prose.slots import plain_text
from minhbach.records.contents import Contents, Written
from minhbach.site.figure import Figure
from minhbach.site.model import Site
from minhbach.site.owner import Body

_OWN_KEYS = ("ledger", "account", "memo", "disclosure")
"""What only a campaign of the chapter's own has: it collects for no other, and answers for no other."""


def check_bodies(site: Site, contents: Contents) -> Iterator[Problem]:
    """Check what the site says of figures and campaigns of other bodies."""
    yield from _check_campaigns(site, contents)
    yield from _check_divisions(site, contents)
    yield from _check_texts(site, contents)


def _check_campaigns(site: Site, contents: Contents) -> Iterator[Problem]:
    for campaign in site.campaigns.values():
        entry = contents.campaigns[campaign.id]
        if campaign.body is not None:
            for key in _OWN_KEYS:
                if getattr(entry.record, key) is not None:
                    details = {"key": key, "body": campaign.body.name}
                    yield Problem(kinds.BODY_KEEPS_OWN_BOOKS, entry.at(key, key=True), details)
        elif campaign.ledger is not None:
            figure = site.figures.get(f"{campaign.id}.{campaign.ledger.headline}")
            if figure is not None and figure.body is not None:
                details = {"key": "ledger", "body": figure.body.name}
                yield Problem(kinds.BODY_KEEPS_OWN_BOOKS, entry.at("ledger", "headline"), details)


def _check_divisions(site: Site, contents: Contents) -> Iterator[Problem]:
    for figure in site.figures.values():
        other = site.figures.get(figure.per) if figure.per is not None else None
        if other is not None and other.body != figure.body:
            entries = contents.campaigns if figure.owner.kind == "campaign" else contents.results
            at = entries[figure.owner.id].at("figures", figure.key, "per")
            details = {
                "found": figure.address,
                "whose": _whose(site, figure),
                "other": other.address,
                "body": _whose(site, other),
            }
            yield Problem(kinds.BODIES_MIXED, at, details)


def _whose(site: Site, figure: Figure) -> str:
    return figure.body.name if figure.body is not None else site.organisation.name


def _check_texts(site: Site, contents: Contents) -> Iterator[Problem]:
    withdrawn = {article.path for article in site.withdrawn.values()}
    texts: tuple[Written[Any], ...] = (*contents.articles, *contents.translations, *contents.pages)
    for item in texts:
        if item.path not in withdrawn:
            yield from check_names(site, item.prose, item.entry.record.title)


def check_names(site: Site, prose: Prose, title: str) -> Iterator[Problem]:
    """A text whose words link to a figure of another body names that body, in its title or anywhere in it.

    Charts and tables do so by themselves.
    """
    words = f"{title} {plain_text(prose.html)}"
    unnamed: dict[str, Body] = {}
    for reference in prose.references:
        figure = site.figures.get(".".join(reference.target.split(".")[:2]))
        if reference.kind != "figure" or figure is None or figure.body is None or figure.body.id in unnamed:
            continue
        if not any(_names(name, words) for name in figure.body.names):
            unnamed[figure.body.id] = figure.body
            details = {"found": reference.text, "body": figure.body.name, "short": figure.body.short_name}
            yield Problem(kinds.BODY_UNNAMED, reference.at, details)


def _names(name: str, words: str) -> bool:
    """Whether ``name`` stands in ``words`` as words of its own, in small or large letters."""
    # Not \b, which finds no end behind "… (mẫu)".
    return re.search(rf"(?<!\w){re.escape(' '.join(name.split()))}(?!\w)", words, re.IGNORECASE) is not None
