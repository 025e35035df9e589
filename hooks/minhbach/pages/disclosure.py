"""Disclosure: what is due when, what was done, per campaign; the calendar of it; what hung on paper."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from minhbach.disclosure.clock import DutyState, Standing, find_profile, is_tracked, list_states
from minhbach.disclosure.words import due_words, rule_words, standing_words
from minhbach.language import mark
from minhbach.outputs.icalendar import DayEvent, write_calendar
from minhbach.outputs.model import Asset, Meta, Page, SearchEntry
from minhbach.pages.carding import plain_card
from minhbach.pages.renderer import PageContext, Renderer
from minhbach.pages.trail import lay_trail
from minhbach.prose.markup import Heading
from minhbach.records.money import PostingRecord
from minhbach.site.addresses import DISCLOSURE, DISCLOSURE_CALENDAR
from minhbach.site.model import Campaign, Site
from minhbach.site.sheets import sheet_campaigns

_NO_HOST = "minhbach.invalid"
"""In the ids of events of a site that does not know its address; no such host can ever be."""


def make_disclosure_page(renderer: Renderer) -> Page:
    """Make the page of what the law asks to be published, and how that stands."""
    site, gettext = renderer.site, renderer.format.gettext
    states: dict[str, list[DutyState]] = {}
    for state in list_states(site):
        states.setdefault(state.campaign.id, []).append(state)
    tracked = [item for item in site.campaigns.values() if is_tracked(site, item)]
    page = PageContext(DISCLOSURE, trail=lay_trail(renderer))
    title = gettext(mark("Published as the law asks"))
    profile = find_profile(site)
    html = renderer.render(
        "disclosure.html",
        page,
        profile=profile,
        standing=[duty for duty in profile.duties.values() if duty.due is None],
        tracked=[(item, states.get(item.id, [])) for item in tracked],
        untracked=[item for item in site.campaigns.values() if item.is_ours and not is_tracked(site, item)],
        has_sheets=bool(sheet_campaigns(site)),
        has_calendar=any(state.due is not None for state in list_states(site)),
        totals=count_standings(site),
        postings=list_postings(site),
        due_words=lambda state: due_words(state, gettext),
        rule_words=lambda due: rule_words(due, gettext),
        standing_words=lambda state: standing_words(state, gettext),
    )
    return Page(
        address=page.address,
        title=title,
        description=gettext(
            mark("What {name} has to publish of each campaign, until when, and when it was published.")
        ).format(name=site.organisation.name),
        html=html,
        kind="disclosure",
        headings=tuple(Heading(2, f"{item.id}--cong-khai", item.name) for item in tracked),
        meta=Meta(card=plain_card(renderer, title), trail=page.trail),
        search=(SearchEntry("page", brief=True),),
    )


def count_standings(site: Site) -> dict[str, int]:
    """Return how many duties are done, still to come, of unknown day, and overdue."""
    standings = [state.standing for state in list_states(site)]
    met = {Standing.MET, Standing.MET_LATE, Standing.MET_UNDATED}
    return {
        "met": sum(item in met for item in standings),
        "late": standings.count(Standing.MET_LATE),
        "open": standings.count(Standing.NOT_YET_DUE),
        "unknown": standings.count(Standing.UNKNOWN),
        "overdue": standings.count(Standing.OVERDUE),
    }


def list_postings(site: Site) -> list[tuple[Campaign, PostingRecord]]:
    """Return the log of sheets on paper, newest first."""
    pairs = [(site.campaigns[item.campaign], item) for item in site.postings]  # checked to be known
    return sorted(pairs, key=lambda pair: (-pair[1].posted.toordinal(), pair[0].id, pair[1].place))


def make_disclosure_calendar(renderer: Renderer) -> Iterator[Asset]:
    """Make the calendar of all dated duties whose last day is known; without one there is none."""
    site, gettext = renderer.site, renderer.format.gettext
    name = gettext(mark("Disclosure, {name}")).format(name=site.organisation.short_name)
    events = [_event(renderer, state) for state in list_states(site) if state.due is not None]
    if events:  # a calendar without an event is not valid
        yield Asset(DISCLOSURE_CALENDAR, write_calendar(name, events, site.settings.now))


def _event(renderer: Renderer, state: DutyState) -> DayEvent:
    site, gettext = renderer.site, renderer.format.gettext
    assert state.due is not None
    words = mark("Publish: {what} – {campaign}")
    if state.met is not None:
        words = mark("Published: {what} – {campaign}")
    rule = rule_words(state.duty.due, gettext) if state.duty.due is not None else ""
    cited = gettext(mark("By {citation}, to be compared with the original text: {rule}.")).format(
        citation=gettext(find_profile(site).citation), rule=rule
    )
    fragment = f"#{state.campaign.id}--cong-khai"
    return DayEvent(
        uid=f"{state.duty.id}.{state.campaign.id}.cong-khai@{_host(site)}",
        day=state.due,
        summary=gettext(words).format(what=gettext(state.duty.what), campaign=state.campaign.name),
        description=f"{standing_words(state, gettext)}. {cited}",
        url=site.settings.absolute(DISCLOSURE) and site.settings.absolute(DISCLOSURE) + fragment,
    )


def _host(site: Site) -> str:
    """Return the host in the ids of events: the site's first one, so that they stay when it moves."""
    return urlsplit(site.organisation.first_url or site.settings.base_url).hostname or _NO_HOST
