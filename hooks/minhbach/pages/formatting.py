"""Values in the words of a language: numbers with units, dates, statuses."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

from babel.dates import get_day_names
from markupsafe import Markup, escape

from minhbach.exports.words import BODY_KINDS, DOCUMENT_KINDS, INDICATOR_KINDS
from minhbach.language import Catalogue, mark
from minhbach.numbers.quantity import Quantity
from minhbach.numbers.writing import (
    Pieces,
    write_amount,
    write_number,
    write_percent,
    write_pieces,
    write_quantity,
)
from minhbach.pages.time_words import TimeWords
from minhbach.records.figure import IndicatorRecord
from minhbach.records.knowing import Missing
from minhbach.records.period import MINUTES_A_DAY, DayHour
from minhbach.site.figure import Figure, Part
from minhbach.site.model import Campaign, CampaignPeriod, Status
from minhbach.site.owner import Body, Owner, with_body
from minhbach.site.periods import figure_period
from minhbach.site.source import Source

NBSP = "\u00a0"
MINUS = "\u2212"
MEGABYTE = 1_000_000
SMALL = 10
"""Percent below which a share has a decimal."""
WHOLE = 100
"""All of something, in percent."""

STATUS_WORDS = {
    Status.UPCOMING: mark("Upcoming"),
    Status.RUNNING: mark("Running"),
    Status.ENDED: mark("Ended"),
    Status.UNKNOWN: mark("No last day given"),
}
MISSING_WORDS = {
    Missing.NOT_YET_PUBLISHED: mark("not yet published"),
    Missing.NOT_STATED: mark("not stated by the source"),
    Missing.NOT_RECORDED: mark("not recorded"),
    Missing.UNKNOWN: mark("not known"),
}
"""The four kinds of not knowing (``records.knowing``)."""


LANGUAGE_WORDS = {
    "vi": mark("Vietnamese version"),
    "en": mark("English version"),
    "fr": mark("French version"),
    "de": mark("German version"),
    "es": mark("Spanish version"),
    "it": mark("Italian version"),
    "ru": mark("Russian version"),
    "zh": mark("Chinese version"),
    "ja": mark("Japanese version"),
    "ko": mark("Korean version"),
    "lo": mark("Lao version"),
    "km": mark("Khmer version"),
    "th": mark("Thai version"),
}
"""What a document in each language of ``records.document.DocumentLanguage`` is called."""

A_DOCUMENT = mark("a document")


class Formatter:
    """Puts values into the words of one language. All methods are pure."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self.gettext = catalogue.gettext
        self.time = TimeWords(catalogue)

    def amount(self, quantity: Quantity | None, unit: str, missing: Missing | None = None) -> str:
        """Return "24,6 tỷ đồng", or the words for why there is no value."""
        if quantity is None:
            return self.missing(missing)
        return write_amount(quantity, unit)

    def number(self, quantity: Quantity | None, missing: Missing | None = None) -> str:
        """Return "24,6 tỷ" without a unit, or the words for why there is no value."""
        return self.missing(missing) if quantity is None else write_quantity(quantity)

    def pieces(self, quantity: Quantity, unit: str) -> Pieces:
        """Return the pieces of ``amount``: words of degree, number, unit, words behind the unit."""
        return write_pieces(quantity, unit)

    def missing(self, kind: Missing | None) -> str:
        """Return the words for why something is not there: "chưa công bố", "nguồn không nêu" …

        None: not even that is known.
        """
        return self.gettext(MISSING_WORDS[kind or Missing.UNKNOWN])

    def digits(self, amount: int | Decimal) -> str:
        """Return an exact number in full, grouped, with as many decimals as it has: "1.250.000", "−12,5"."""
        value = Decimal(amount).normalize()
        step = Decimal(1).scaleb(min(0, int(value.as_tuple().exponent)))
        return f"{MINUS if value < 0 else ''}{write_number(abs(value), step)}"

    def money(self, amount_vnd: int | Decimal) -> str:
        """Return a sum to the đồng: "1.250.000 đồng", "−50.000 đồng"."""
        return self.measure(amount_vnd, "")

    def measure(self, amount: int | Decimal, unit: str) -> str:
        """Return an exact quantity with its unit; "" is money: "50 kg", "1.250.000 đồng"."""
        return f"{self.digits(amount)}{NBSP}{unit or self.gettext('dong')}"

    def goods(self, amount: int | Decimal, unit: str, item: str) -> str:
        """Return a quantity of goods: "50 kg gạo"; what unit and item both say is said once: "40 suất quà".

        ``unit`` "" is a count of pieces; the unit may begin the name of the goods, or hold all of it.
        """
        small_unit, small_item = f" {unit.casefold()} ", f" {item.casefold()} "
        if not unit or small_item.startswith(small_unit):
            words = item or unit
        else:
            words = unit if small_item in small_unit else f"{unit} {item}".strip()
        return f"{self.digits(amount)}{NBSP}{words}".rstrip()

    def share(self, part: int | Decimal, whole: int | Decimal) -> str:
        """Return a part in percent, rounded to nearest; "" where there is no whole.

        Whole percent; below 10%, where a whole one would be off by up to half of it, with one decimal. Only
        nothing is 0% and only all of it 100%: between them stand "under 0.1%" and "over 99%".
        """
        if whole <= 0 or part < 0:
            return ""
        percent, step = _percent(part, whole)
        if percent == 0 and part > 0:
            return self.gettext("under 0.1%")
        if percent == WHOLE and part < whole:
            return self.gettext("over 99%")
        return f"{write_number(percent, step)}%"

    def share_words(self, part: int | Decimal, whole: int | Decimal) -> str:
        """Return the same for a sentence: a small share that is rounded says so, "khoảng 0,9%"."""
        share = self.share(part, whole)
        if not share or not (0 < (percent := _percent(part, whole)[0]) < SMALL):
            return share
        if percent * Decimal(whole) == Decimal(part) * 100:
            return share
        return self.gettext("about {share}").format(share=share)

    def percent(self, quantity: Quantity) -> str:
        """Return "227%"."""
        return write_percent(quantity)

    def figure(self, figure: Figure) -> str:
        """Return a figure's value with its unit."""
        return self.amount(figure.quantity, figure.indicator.unit, figure.missing)

    def figure_name(self, figure: Figure) -> str:
        """Return what a figure is called: "Đơn vị máu tiếp nhận, đợt hai (quý I năm 2025; Hội CTĐ)".

        Everything that tells it from its neighbours is in it, and whose it is where it is not ours; whatever
        names a figure names it so.
        """
        return self._name(figure)

    def figure_name_beside(self, figure: Figure, owner_id: str = "") -> str:
        """Return the name of a figure where figures of ``owner_id`` stand: of another it says of which.

        "": the reader has seen no campaign or results named.
        """
        return self._name(figure, *(() if figure.owner.id == owner_id else (figure.owner.name,)))

    def _name(self, figure: Figure, *qualifiers: str) -> str:
        name = f"{figure.indicator.name}, {figure.label}" if figure.label else figure.indicator.name
        period = figure_period(figure)
        times = () if period is None else (self.time.period(period),)
        return _qualified(name, [*qualifiers, *times, *_whose(figure)])

    def indicator_name(self, figure: Figure) -> str:
        """Return what is counted, and whose it is where it is not ours: "Đơn vị máu (Hội CTĐ thành phố)"."""
        return with_body(figure.indicator.name, figure.body)

    def figure_title(self, figure: Figure) -> str:
        """Return a figure's name as a title of its own: "Đơn vị máu tiếp nhận – Kết quả năm 2024"."""
        return f"{self.figure_name(figure)} – {figure.owner.name}"

    def owner_name(self, owner: Owner | Campaign) -> str:
        """Return what a campaign or results are called as a heading."""
        return with_body(owner.name, owner.body)

    def relation(self, body: Body) -> str:
        """Return what another body is to the chapter: "cấp trên trực tiếp"."""
        return body.relation or self.gettext(BODY_KINDS[body.kind])

    def not_comparable(self, figure: Figure) -> str:
        """Return why a figure is not compared with other years, or ""."""
        if figure.comparable is None:
            return ""
        return self.gettext("Not compared with other years: {reason}").format(
            reason=figure.comparable.rstrip(".")
        )

    def year_of(self, figure: Figure) -> str:
        """Return the year a figure stands for; what covers less, or more, says so: "2025 (quý I)"."""
        year, period = figure.owner.year, figure_period(figure)
        return str(year) if period is None else f"{year} ({self.time.within(period, year)})"

    def indicator_kind(self, indicator: IndicatorRecord) -> str:
        """Return how the numbers of an indicator change with time, or ""."""
        return self.gettext(INDICATOR_KINDS[indicator.kind]) if indicator.kind else ""

    def part_name(self, part: Part) -> str:
        """Return what a part of a figure is called: "Tổ dân phố 1 (quý I năm 2025)"."""
        if part.period is None:
            return part.label
        words = self.time.period(part.period)
        return f"{part.label} ({words})" if part.label else f"{words[:1].upper()}{words[1:]}"

    def day(self, day: date) -> str:
        """Return "09/01/2025"."""
        return f"{day:%d/%m/%Y}"

    def file_size(self, size_bytes: int) -> str:
        """Return "1,2 MB" or "340 KB" (thousands, as readers' devices count them); at least 1 KB."""
        if size_bytes >= MEGABYTE:
            return f"{write_number(Decimal(size_bytes) / MEGABYTE, Decimal('0.1'))}{NBSP}MB"
        return f"{max(1, round(size_bytes / 1000))}{NBSP}KB"

    def month(self, first_day: date) -> str:
        """Return "01/2025"."""
        return f"{first_day:%m/%Y}"

    def day_html(self, day: date) -> Markup:
        """Return a day as a ``<time>`` element."""
        return Markup('<time datetime="{}">{}</time>').format(day.isoformat(), self.day(day))

    def day_hour_html(self, time: DayHour) -> Markup:
        """Return a day, with its hour where one is known, as a ``<time>`` element."""
        machine = f"{time.iso}+07:00" if time.clock and time.minute != MINUTES_A_DAY else time.day.isoformat()
        words = f"{time.clock}{NBSP}{self.gettext('day {day}').format(day=self.day(time.day))}"
        return Markup('<time datetime="{}">{}</time>').format(
            machine, words if time.clock else self.day(time.day)
        )

    def moment_html(self, moment: datetime) -> Markup:
        """Return a time as a ``<time>`` element: "08:43, Thứ Năm 16/01/2025"."""
        weekday = _weekdays(self.catalogue.language)[moment.weekday()]
        words = f"{moment:%H:%M}, {weekday} {self.day(moment.date())}"
        return Markup('<time datetime="{}">{}</time>').format(moment.isoformat(), words)

    def period(self, period: CampaignPeriod) -> str:
        """Return "09/01/2025 – 26/01/2025", as far as the two days are known."""
        if period.start is not None and period.end is not None:
            return f"{self.day(period.start)} – {self.day(period.end)}"
        if period.start is not None:
            told = self.gettext("from {start}").format(start=self.day(period.start))
            return self._with_missing(told, mark("last day: {missing}"), period.end_missing)
        if period.end is not None:
            told = self.gettext("until {end}").format(end=self.day(period.end))
            return self._with_missing(told, mark("first day: {missing}"), period.start_missing)
        return self._missing_days(period)

    def _with_missing(self, told: str, words: str, missing: Missing | None) -> str:
        """Return a day with why the other one is not known, where that is said."""
        if missing is None:
            return told
        return f"{told} ({self.gettext(words).format(missing=self.missing(missing))})"

    def _missing_days(self, period: CampaignPeriod) -> str:
        start, end = period.start_missing or Missing.UNKNOWN, period.end_missing or Missing.UNKNOWN
        if start is end:
            return self.gettext("first and last day: {missing}").format(missing=self.missing(start))
        days = ((mark("first day: {missing}"), start), (mark("last day: {missing}"), end))
        return "; ".join(self.gettext(words).format(missing=self.missing(kind)) for words, kind in days)

    def campaign_time(self, campaign: Campaign) -> str:
        """Return the days of a campaign; where none is known, its year and why: "Năm 2024; ngày …"."""
        if campaign.period.start is not None or campaign.period.end is not None:
            return self.period(campaign.period)
        return self.gettext("Year {year}; {days}").format(
            year=campaign.year, days=self._missing_days(campaign.period)
        )

    def status(self, status: Status) -> str:
        """Return the words for a campaign's status."""
        return self.gettext(STATUS_WORDS[status])

    def source(self, source: Source | None) -> str:
        """Return a source as plain text: title, publisher, day, and where in it."""
        if source is None:
            return self.missing(Missing.UNKNOWN)
        return f"{self.source_name(source)}{self.source_rest(source)}"

    def sources(self, sources: Iterable[Source]) -> str:
        """Return all of ``sources`` as plain text, or the words for none."""
        return "; ".join(dict.fromkeys(map(self.source, sources))) or self.missing(Missing.UNKNOWN)

    def source_name(self, source: Source) -> str:
        """Return what a source is, without the place in it: what is a link on pages."""
        if source.kind == "unpublished":
            return self.gettext("an article of this site, not published yet")
        parts = [source.title]
        if source.publisher:
            parts.append(source.publisher)
        if source.day is not None:
            parts.append(self.day(source.day))
        return ", ".join(parts)

    def source_rest(self, source: Source) -> str:
        """Return where in a source, and that it is translated: ", trang 3, bảng 2 (bản tiếng Anh)"."""
        place = f", {source.place}" if source.place else ""
        return f"{place} ({self.language_of(source.language)})" if source.is_translated else place

    def language_of(self, language: str) -> str:
        """Return the words for a document in another language: "bản tiếng Anh"."""
        return self.gettext(LANGUAGE_WORDS[language])

    def document_kind(self, kind: str | None) -> str:
        """Return what a document is: "báo cáo"; "văn bản" where nothing is said."""
        return self.gettext(DOCUMENT_KINDS[kind] if kind else A_DOCUMENT)

    def capital(self, words: str) -> str:
        """Return ``words`` as they stand at the beginning of a line."""
        return words[:1].upper() + words[1:]

    def as_of(self, figure: Figure) -> str:
        """Return "Số liệu đến ngày …", or "" where the source gives no day."""
        if figure.as_of is None:
            return ""
        if figure.as_of.clock:
            return self.gettext("As of {moment}").format(moment=self.time.moment(figure.as_of))
        return self.gettext("As of {day}").format(day=self.day(figure.as_of.day))


def _percent(part: int | Decimal, whole: int | Decimal) -> tuple[Decimal, Decimal]:
    """Return a part in percent as it is shown, and the step to which it is rounded."""
    percent = Decimal(part) * 100 / Decimal(whole)
    step = Decimal("0.1") if percent < SMALL else Decimal(1)
    percent = percent.quantize(step, ROUND_HALF_UP)
    return percent, step if percent != percent.to_integral_value() else Decimal(1)


def _whose(figure: Figure) -> list[str]:
    return [] if figure.body is None else [figure.body.short_name]


def _qualified(name: str, qualifiers: list[str]) -> str:
    return f"{name} ({'; '.join(qualifiers)})" if qualifiers else name


@lru_cache(maxsize=4)
def _weekdays(language: str) -> dict[int, str]:
    """Return the names of the days of the week, Monday 0, in the form used in a running date line."""
    return {number: _capitals(name) for number, name in get_day_names("wide", locale=language).items()}


def _capitals(name: str) -> str:
    return " ".join(word[:1].upper() + word[1:] for word in name.split())


def text_html(text: str) -> Markup:
    """Return ``text`` escaped for HTML."""
    return escape(text)
