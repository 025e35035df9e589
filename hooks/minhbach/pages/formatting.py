"""Values in the words of a language: numbers with units, dates, statuses."""

from __future__ import annotations

from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

from babel.dates import get_day_names
from markupsafe import Markup, escape

from minhbach.language import Catalogue, mark
from minhbach.numbers.quantity import Quantity
from minhbach.numbers.words import WRITTEN_MODIFIERS
from minhbach.numbers.writing import write_number, write_percent, write_quantity
from minhbach.records.campaign import PeriodRecord
from minhbach.site.model import Figure, Source, Status

NBSP = "\u00a0"
MINUS = "\u2212"
MEGABYTE = 1_000_000

STATUS_WORDS = {
    Status.UPCOMING: mark("Upcoming"),
    Status.RUNNING: mark("Running"),
    Status.ENDED: mark("Ended"),
    Status.UNKNOWN: mark("Status not stated"),
}


class Formatter:
    """Puts values into the words of one language. All methods are pure."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self.gettext = catalogue.gettext

    def amount(self, quantity: Quantity | None, unit: str) -> str:
        """Return "24,6 tỷ đồng", or the words for a value that is not published."""
        if quantity is None:
            return self.not_published
        return f"{write_quantity(quantity)}{NBSP}{unit}"

    def number(self, quantity: Quantity | None) -> str:
        """Return "24,6 tỷ" without a unit, or the words for a value that is not published."""
        return self.not_published if quantity is None else write_quantity(quantity)

    def number_html(self, quantity: Quantity) -> Markup:
        """Return the same with the word before a number that is a bound or about marked: "trên", "khoảng"."""
        written = write_quantity(quantity)
        word = WRITTEN_MODIFIERS.get(quantity.precision)
        if word is None or not written.startswith(f"{word} "):
            return escape(written)
        return Markup('<span class="mb-bound">{} </span>{}').format(word, written.removeprefix(f"{word} "))

    @property
    def not_published(self) -> str:
        """The words for a value that exists but is not published."""
        return self.gettext("not yet published")

    @property
    def not_known(self) -> str:
        """The words for what nobody has told us."""
        return self.gettext("not known")

    @property
    def not_stated(self) -> str:
        """The words for what a source leaves open."""
        return self.gettext("not stated by the source")

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
        """Return a part in whole percent, rounded to nearest; "" where there is no whole.

        Only nothing is 0% and only all of it 100%: between them stand "under 1%" and "over 99%".
        """
        if whole <= 0 or part < 0:
            return ""
        percent = int((Decimal(part) * 100 / Decimal(whole)).to_integral_value(ROUND_HALF_UP))
        if percent == 0 and part > 0:
            return self.gettext("under 1%")
        if percent == 100 and part < whole:  # noqa: PLR2004 - all of it
            return self.gettext("over 99%")
        return f"{write_number(Decimal(percent), Decimal(1))}%"

    def percent(self, quantity: Quantity) -> str:
        """Return "227%"."""
        return write_percent(quantity)

    def figure(self, figure: Figure) -> str:
        """Return a figure's value with its unit."""
        return self.amount(figure.quantity, figure.indicator.unit)

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

    def moment_html(self, moment: datetime) -> Markup:
        """Return a time as a ``<time>`` element: "08:43, Thứ Năm 16/01/2025"."""
        weekday = _weekdays(self.catalogue.language)[moment.weekday()]
        words = f"{moment:%H:%M}, {weekday} {self.day(moment.date())}"
        return Markup('<time datetime="{}">{}</time>').format(moment.isoformat(), words)

    def period(self, period: PeriodRecord) -> str:
        """Return "09/01/2025 – 26/01/2025", as far as the two days are known."""
        match period.start, period.end:
            case None, None:
                return self.not_stated
            case start, None if start is not None:
                return self.gettext("from {start}").format(start=self.day(start))
            case None, end if end is not None:
                return self.gettext("until {end}").format(end=self.day(end))
        assert period.start is not None
        assert period.end is not None
        return f"{self.day(period.start)} – {self.day(period.end)}"

    def status(self, status: Status) -> str:
        """Return the words for a campaign's status."""
        return self.gettext(STATUS_WORDS[status])

    def source(self, source: Source | None) -> str:
        """Return a source as plain text: title and day."""
        if source is None:
            return self.not_stated
        if source.kind == "unpublished":
            return self.gettext("an article of this site, not published yet")
        parts = [source.title]
        if source.publisher:
            parts.append(source.publisher)
        if source.day is not None:
            parts.append(self.day(source.day))
        return ", ".join(parts)

    def as_of(self, figure: Figure) -> str:
        """Return "Số liệu đến ngày …", or "" where the source gives no day."""
        if figure.as_of is None:
            return ""
        return self.gettext("As of {day}").format(day=self.day(figure.as_of))


@lru_cache(maxsize=4)
def _weekdays(language: str) -> dict[int, str]:
    """Return the names of the days of the week, Monday 0, in the form used in a running date line."""
    return {number: _capitals(name) for number, name in get_day_names("wide", locale=language).items()}


def _capitals(name: str) -> str:
    return " ".join(word[:1].upper() + word[1:] for word in name.split())


def text_html(text: str) -> Markup:
    """Return ``text`` escaped for HTML."""
    return escape(text)
