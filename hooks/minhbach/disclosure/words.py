"""The clock in words: message keys, filled in where the language is known."""

from __future__ import annotations

from collections.abc import Callable

from minhbach.disclosure.clock import DutyState, Standing
from minhbach.disclosure.profiles import Due, Event
from minhbach.language import mark

Translate = Callable[[str], str]

EVENT_WORDS: dict[Event, str] = {
    "start": mark("the start of the campaign"),
    "end": mark("the close of the campaign"),
    "distribution_start": mark("the beginning of the handing on"),
    "distribution_end": mark("the end of the handing on"),
    "settlement": mark("the approval of the settlement"),
}
_STANDING_WORDS = {
    Standing.MET: mark("Published in time"),
    Standing.MET_LATE: mark("Published {days} days late"),
    Standing.MET_UNDATED: mark("Published"),
    Standing.OVERDUE: mark("{days} days overdue; no publication is recorded"),
    Standing.NOT_YET_DUE: mark("Not yet due; {days} days left"),
    Standing.UNKNOWN: mark("Last day not known yet"),
}


def rule_words(due: Due, gettext: Translate) -> str:
    """Return the rule: "within 30 days of the close of the campaign"."""
    event = gettext(EVENT_WORDS[due.event])
    if due.before_day is not None:
        month, day = due.before_day
        words = gettext(mark("before {day} of the year after {event}"))
        return words.format(day=f"{day:02}/{month:02}", event=event)
    if due.days is None:
        return gettext(mark("not later than {event}")).format(event=event)
    if due.days == 0:
        return gettext(mark("at once with {event}")).format(event=event)
    return gettext(mark("within {days} days of {event}")).format(days=due.days, event=event)


def due_words(state: DutyState, gettext: Translate) -> str:
    """Return until when: "15/02/2025", or what has to be known first."""
    if state.due is not None:
        return f"{state.due:%d/%m/%Y}"
    return gettext(mark("unknown until {event} is recorded")).format(event=gettext(EVENT_WORDS[state.event]))


def standing_words(state: DutyState, gettext: Translate) -> str:
    """Return how a duty stands."""
    if state.standing is Standing.NOT_YET_DUE and state.days == 0:
        return gettext(mark("Due today"))
    return gettext(_STANDING_WORDS[state.standing]).format(days=state.days)
