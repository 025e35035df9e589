"""The page on which donors find their own gift."""

from __future__ import annotations

import json
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from minhbach.language import mark
from minhbach.numbers.writing import write_number
from minhbach.outputs.model import Page, SearchEntry
from minhbach.pages.renderer import PageContext, Renderer
from minhbach.site.addresses import FIND_GIFT, campaign_address, campaign_money_address, fund_address
from minhbach.site.directory import has_find_gift_page
from minhbach.site.model import Site

MESSAGES = {
    "loading": mark("Looking…"),
    "failed": mark(
        "The gifts could not be loaded. Check the connection, load the page again and try once more."
    ),
    "old": mark(
        "This browser is too old to read the list here. Try a newer one, or download the whole list."
    ),
    "insecure": mark("Codes can be checked only where the address of the page begins with https://."),
    "short": mark("Type at least two letters."),
    "amount": mark("“{found}” is not understood as an amount. Write 500.000, 500k or 1,5 triệu."),
    "slip": mark("This is not a complete code. Compare it letter by letter: it has 17 letters and digits."),
    "found": mark("Found: {count}."),
    "narrowed": mark("Found: {count} of {looked} gifts with such a name, for these days and this amount."),
    "partly": mark(
        "{total} gifts have such a name; {looked} looked through, {count} found. Type more, or look further."
    ),
    "other": mark("None of the {looked} gifts with such a name is of these days and this amount."),
    "none": mark("Nothing found for “{query}”."),
    "atLeast": mark("More than {count}"),
    "more": mark("Show more"),
    "further": mark("Look further"),
    "money": mark("{amount} dong"),
    "valued": mark("worth {amount}"),
    "unvalued": mark("not valued in money"),
    "receipt": mark("receipt {receipt}"),
    "undated": mark("no day recorded"),
    "refund": mark("Paid back: {given}"),
    "correction": mark("Correction: {given}"),
    "anonymous": mark("A donor without a name"),
    "collection": mark("Received from many, not listed one by one"),
    "yours": mark("Your gift"),
    "became": mark("What became of it"),
}
"""What the script says (theme/assets/minhbach/find-gift.js)."""

_SUMMARY = """
SELECT count(*) FILTER (kind IN ('gift', 'collection')),
    count(*) FILTER (kind = 'gift' AND name IS NULL AND receipt IS NOT NULL), max(day)
FROM public_gifts
"""


def make_find_gift_page(renderer: Renderer) -> Iterator[Page]:
    """Make the page, if the ledger has gifts. Where the chapter gives out codes it asks for these alone."""
    site, format_ = renderer.site, renderer.format
    if not has_find_gift_page(site):
        return
    gettext = format_.gettext
    ((gifts, unnamed, last_day),) = site.ledger.rows(_SUMMARY)
    page = PageContext(FIND_GIFT)
    codes = None
    if site.organisation.gift_lookup == "codes" and site.gift_codes is not None:
        codes = {"salt": site.gift_codes.salt, "iterations": site.gift_codes.iterations}
    settings = {
        "messages": {key: gettext(words) for key, words in MESSAGES.items()},
        "purposes": describe_purposes(site, page.base),
        "codes": codes,
    }
    title = gettext(mark("Find my gift"))
    description = (
        mark("Look up a gift to {name} with the code that came with its receipt.")
        if codes
        else mark("Look up a gift to {name} by name, without diacritics too, or by receipt.")
    )
    yield Page(
        address=page.address,
        title=title,
        description=gettext(description).format(name=site.organisation.name),
        html=renderer.render(
            "find_gift.html",
            page,
            title=title,
            gifts=write_number(Decimal(gifts), Decimal(1)),
            unnamed=write_number(Decimal(unnamed), Decimal(1)) if unnamed else "",
            last_day=last_day,
            partial=site.thanks.partial,
            coded=codes is not None,
            settings=json.dumps(settings, ensure_ascii=False, sort_keys=True),
        ),
        kind="find-gift",
        search=(SearchEntry("page", brief=True),),
    )


def describe_purposes(site: Site, base: str) -> dict[str, dict[str, Any]]:
    """Return what gifts were given for, as the rows name it: "c:" and a campaign, or "f:" and a fund.

    Each has a name, the address of its page, and for campaigns that of their money; ``base`` leads to the
    site's root.
    """
    rows = site.ledger.rows("SELECT DISTINCT campaign, fund FROM public_gifts")
    given = {(kind, key) for row in rows for kind, key in zip("cf", row, strict=True)}
    purposes: dict[str, dict[str, Any]] = {}
    for campaign in site.campaigns.values():
        if ("c", campaign.id) in given:
            purposes[f"c:{campaign.id}"] = {
                "name": campaign.name,
                "address": base + campaign_address(campaign.id),
                "money": base + campaign_money_address(campaign.id),
            }
    for key, fund in site.funds.items():
        if ("f", key) in given:
            purposes[f"f:{key}"] = {"name": fund.name, "address": base + fund_address(key), "money": ""}
    return purposes
