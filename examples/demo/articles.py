"""Articles: first the plan of them all (so that they can link to each other), then their text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Literal

from examples.demo.chapter import AUTHOR, WARDS, Campaign, Chapter, plan_id
from examples.demo.dice import Dice
from examples.demo.figures import Chart, Fact, list_charts, list_facts
from examples.demo.photos import PhotoPlan
from examples.demo.words import Topic, read_common, read_topics
from examples.demo.yaml_text import Value, to_yaml
from minhbach.words import slugify

_CHART_EVERY = 10
_TABLE_EVERY = 4
_CORRECTION_EVERY = 37
_LONGEST_SLUG = 70
_TOLD_AFTERWARDS = timedelta(days=25)
"""How long after its result a campaign is still written about."""
_RECENT_FACTS = 120
"""How far back an article without a campaign looks for something to cite."""
_HAPPENINGS = ("một buổi hoạt động của Hội diễn ra", "các chi hội gặp nhau", "Hội tổ chức hoạt động")
_SESSIONS = {"morning": "Sáng", "afternoon": "Chiều", "evening": "Tối"}


@dataclass(frozen=True)
class Plan:
    """What an article is about, and its address."""

    number: int
    """Its place in order of publication, from 0."""
    id: str
    """``<year>/<slug>``, as sources and links give it."""
    title: str
    published: datetime
    topic: Topic
    campaign: Campaign | None
    places: Mapping[str, object]
    """What the placeholders of the texts stand for."""
    related: str | None
    """The id of an earlier article."""
    related_title: str = ""

    @property
    def path(self) -> str:
        """Its file in the chapter's folder."""
        return f"news/{self.id}.md"


@dataclass(frozen=True)
class _Event:
    """What the article reports on."""

    day: date
    session: str
    name: str
    place: str
    what: str

    @property
    def lead(self) -> str:
        """The article's first sentence."""
        return f"{_SESSIONS[self.session]} {self.day:%d/%m/%Y}, {self.what} tại {self.place}."

    @property
    def record(self) -> dict[str, Value]:
        """The key ``event``."""
        place = self.place[0].upper() + self.place[1:]
        return {"date": self.day, "session": self.session, "name": self.name, "place": place}


def plan_articles(chapter: Chapter, count: int) -> list[Plan]:
    """Return the plans of ``count`` articles spread over the chapter's years, earliest first, up to today."""
    first = datetime.combine(date(chapter.years[0], 1, 5), time(0))
    span = datetime.combine(chapter.today - timedelta(days=3), time(0)) - first
    used: set[str] = set()
    latest: dict[str, Plan] = {}
    plans: list[Plan] = []
    for number in range(count):
        dice = Dice(chapter.seed, "plan", number)
        day = (first + span * (number + dice.fraction()) / count).date()
        if number == count - 1:
            # Where nothing else says what time it is, the newest article does; the ledgers reach this day.
            day = chapter.today
        published = datetime.combine(day, time(dice.number(7, 20), dice.number(0, 59)))
        plan = _plan(chapter, number, published, used, latest, dice)
        latest[plan.topic.id] = latest["*"] = plan
        plans.append(plan)
    return plans


def _plan(
    chapter: Chapter, number: int, published: datetime, used: set[str], latest: Mapping[str, Plan], dice: Dice
) -> Plan:
    day = published.date()
    running = [item for item in chapter.campaigns if _is_told(item, day)]
    campaign = dice.pick(running) if running and dice.chance(0.65) else None
    topics = read_topics()
    if campaign is not None:
        topic = topics[campaign.programme.id]
    else:
        topic = dice.pick([topic for topic in topics.values() if topic.general])
    ward, other = dice.picks(list(WARDS.values()), 2)
    places = {
        "ward": ward[0].lower() + ward[1:],
        "ward_start": ward,
        "other": other[0].lower() + other[1:],
        "year": published.year,
        "name": campaign.name if campaign else "",
    }
    title = _title(topic, campaign, day, dice).format_map(places)
    identity = _unused(f"{published.year}/{_slug(title)}", used)
    used.add(identity)
    # Every other link stays within the topic; the rest lead anywhere earlier.
    before = latest.get(topic.id if dice.chance(0.5) else "*")
    related = before or latest.get("*")
    return Plan(
        number,
        identity,
        title,
        published,
        topic,
        campaign,
        places,
        related.id if related else None,
        related.title if related else "",
    )


def _is_told(campaign: Campaign, day: date) -> bool:
    return campaign.owner.start <= day <= campaign.owner.known + _TOLD_AFTERWARDS


def _title(topic: Topic, campaign: Campaign | None, day: date, dice: Dice) -> str:
    if campaign is None or dice.chance(0.5):
        return dice.pick(topic.titles)
    return str(dice.pick(read_common()[f"{_phase(campaign, day)}_titles"]))


def _phase(campaign: Campaign, day: date) -> Literal["launch", "progress", "result"]:
    owner = campaign.owner
    if day > owner.known:
        return "result"
    return "launch" if day - owner.start < (owner.end - owner.start) / 3 else "progress"


def _slug(title: str) -> str:
    slug = slugify(title)
    return slug if len(slug) <= _LONGEST_SLUG else slug[:_LONGEST_SLUG].rpartition("-")[0]


def _unused(identity: str, used: set[str]) -> str:
    candidate, number = identity, 1
    while candidate in used:
        number += 1
        candidate = f"{identity}-{number}"
    return candidate


class Writer:
    """Writes the articles of a chapter; keeps the chapter's facts in the order in which they became known."""

    def __init__(self, chapter: Chapter) -> None:
        self.seed = chapter.seed
        self.campaign_facts = {item.owner.id: list_facts(item.figures) for item in chapter.campaigns}
        groups = [(item.owner.id, item.figures) for item in chapter.results]
        groups += [(item.owner.id, item.figures) for item in chapter.campaigns]
        everything = {
            f"{owner}.{key}": figure for owner, figures in groups for key, figure in figures.items()
        }
        self.facts = list_facts(everything)
        self.fact_days = [fact.known for fact in self.facts]
        self.charts = list_charts(everything)
        self.chart_days = [chart.known for chart in self.charts]
        self.programme_charts = _programme_charts(chapter)

    def write(self, plan: Plan, photos: Sequence[PhotoPlan], more: Mapping[str, Value]) -> str:
        """Return the article's file; ``more`` are further keys of its front matter."""
        dice = Dice(self.seed, "article", plan.number)
        event = _event(plan, dice)
        front = {**_front_matter(plan, photos, event, dice), **more}
        body = "\n\n".join(self._body(plan, event, dice))
        return f"---\n{to_yaml(front)}---\n\n{body}\n"

    def _body(self, plan: Plan, event: _Event, dice: Dice) -> Iterator[str]:
        """Yield the article's blocks."""
        common, topic = read_common(), plan.topic
        facts = [fact.sentence for fact in self._choose_facts(plan, dice)]
        told = dice.picks(topic.body, 4)
        yield _text(plan, [event.lead, dice.pick(topic.openings), dice.pick(common["scenes"])])
        yield _text(plan, told[:2])
        yield f"## {dice.pick(common['headings_facts'])}"
        yield _text(plan, [dice.pick(common["fact_openings"]), *facts, told[2]])
        if chart := self._choose_chart(plan, dice):
            yield dice.pick(common["chart_intros"])
            yield f"![{chart.alt}](chart:{chart.address})"
        yield f"## {topic.list_heading}"
        yield topic.list_intro
        yield _list(dice.picks(topic.items, dice.number(3, 5)))
        yield f"## {dice.pick(common['headings_voices']).format_map(plan.places)}"
        quote = f"{dice.pick(common['speakers'])} {dice.pick(common['quotes'])}"
        yield _text(plan, [quote, told[3], dice.pick(common["voices"])])
        if plan.number % _TABLE_EVERY == _TABLE_EVERY - 1:
            yield f"## {dice.pick(common['headings_table'])}"
            yield _table(dice.picks(common["table_rows"], 3), common["table_rows"])
        yield f"## {dice.pick(common['headings_closing'])}"
        yield _text(plan, [_related(plan, dice), dice.pick(common["closings"])])

    def _choose_facts(self, plan: Plan, dice: Dice) -> list[Fact]:
        """Return one to four facts known on the day of publication, the campaign's own before others."""
        day = plan.published.date()
        wanted = dice.number(1, 4)
        own = [] if plan.campaign is None else self.campaign_facts[plan.campaign.owner.id]
        chosen = dice.picks([fact for fact in own if fact.known <= day], wanted)
        end = bisect_right(self.fact_days, day)
        others = self.facts[max(0, end - _RECENT_FACTS) : end]
        taken = {fact.address for fact in chosen}
        for fact in dice.picks(others, wanted):
            if len(chosen) < wanted and fact.address not in taken:
                chosen.append(fact)
        return chosen

    def _campaign_charts(self, campaign: Campaign | None) -> list[Chart]:
        if campaign is None:
            return []
        return [*list_charts(campaign.figures), *self.programme_charts.get(campaign.programme.id, [])]

    def _choose_chart(self, plan: Plan, dice: Dice) -> Chart | None:
        if plan.number % _CHART_EVERY != 0:
            return None
        day = plan.published.date()
        own = [chart for chart in self._campaign_charts(plan.campaign) if chart.known <= day]
        known = own or self.charts[: bisect_right(self.chart_days, day)]
        # Before the first result there is only the first year's own target to show.
        return dice.pick(known) if known else self.charts[0]


def _programme_charts(chapter: Chapter) -> dict[str, list[Chart]]:
    """Return the charts across the years, by programme; each known once two years are."""
    charts: dict[str, list[Chart]] = {}
    for programme in {item.programme.id: item.programme for item in chapter.campaigns}.values():
        known = sorted(item.owner.known for item in chapter.campaigns if item.programme is programme)
        charts[programme.id] = [
            Chart(f"{programme.id}.{spec.key}", f"{programme.name} qua các năm", known[1])
            for spec in programme.figures
            if len(known) > 1
        ]
    return charts


def _event(plan: Plan, dice: Dice) -> _Event:
    campaign, topic = plan.campaign, plan.topic
    return _Event(
        day=plan.published.date() - timedelta(days=dice.number(1, 3)),
        session=dice.pick(list(_SESSIONS)),
        name=f"{campaign.name if campaign else topic.tags[0].capitalize()} ở {plan.places['ward']}",
        place=f"nhà văn hoá {plan.places['ward']}",
        what=dice.pick(_HAPPENINGS),
    )


def _front_matter(plan: Plan, photos: Sequence[PhotoPlan], event: _Event, dice: Dice) -> dict[str, Value]:
    common = read_common()
    corrected = plan.number % _CORRECTION_EVERY == _CORRECTION_EVERY - 1
    later = plan.published + timedelta(days=1, hours=2)
    correction = {"kind": "correction", "date": later.date(), "text": dice.pick(common["corrections"])}
    return {
        "title": plan.title,
        "published": plan.published,
        "updated": later if corrected else None,
        "section": plan.topic.section,
        "summary": dice.pick(common["summaries"]).format_map(plan.places),
        "event": event.record,
        "campaigns": [plan.campaign.owner.id] if plan.campaign else None,
        "tags": [*plan.topic.tags, "dữ liệu mẫu"],
        "photos": [_photo(plan, photo, dice) for photo in photos],
        "corrections": [correction] if corrected else None,
        "source": plan_id(plan.published.year) if plan.topic.id == "hoi-nghi" else None,
    }


def _photo(plan: Plan, photo: PhotoPlan, dice: Dice) -> dict[str, Value]:
    caption = dice.pick(read_common()["photo_captions"]).format_map(plan.places)
    return {
        "file": photo.name,
        "alt": photo.alt,
        "caption": caption,
        "credit": AUTHOR,
        "basis": "public-event" if dice.chance(0.7) else "consent",
    }


def _text(plan: Plan, sentences: Sequence[str]) -> str:
    return " ".join(sentence.format_map(plan.places) for sentence in sentences)


def _list(items: Sequence[str]) -> str:
    *most, last = items
    return "\n".join([*(f"- {item};" for item in most), f"- {last}."])


def _table(rows: Sequence[Sequence[str]], order: Sequence[Sequence[str]]) -> str:
    # The rows keep the order of the day, however they were drawn.
    lines = [" | ".join(row) for row in order if row in rows]
    lines = ["Thời điểm | Việc | Phụ trách", "--- | --- | ---", *lines]
    return "\n".join(f"| {line} |" for line in lines)


def _related(plan: Plan, dice: Dice) -> str:
    if plan.related is None:
        return "Về Hội và cách đọc các con số, mời xem trang [Giới thiệu](../../docs/gioi-thieu.md)."
    year, slug = plan.related.split("/")
    target = f"{slug}.md" if year == str(plan.published.year) else f"../{year}/{slug}.md"
    return f"{dice.pick(read_common()['related_intros'])} [{plan.related_title}]({target})."
