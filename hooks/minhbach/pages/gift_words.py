"""Gifts in words: what was given, by whom, and what lists of gifts are called."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from markupsafe import Markup, escape

from minhbach.derive.donors import Pledge
from minhbach.derive.thanks import Band, Gift
from minhbach.language import mark
from minhbach.ledger.columns import NOT_VALUED
from minhbach.pages.formatting import Formatter
from minhbach.site.model import Site
from minhbach.site.thanks import GiftList, Listing, Scope

KIND_WORDS = {
    "person": mark("People"),
    "organisation": mark("Agencies, organisations and enterprises"),
    "ward": mark("Wards"),
    "group": mark("Groups"),
}
_KIND_OF_ONE = {
    "person": mark("Person"),
    "organisation": mark("Agency, organisation or enterprise"),
    "ward": mark("Ward"),
    "group": mark("Group"),
}
LISTING_WORDS: dict[Listing, str] = {
    "named": mark("With names"),
    "anonymous": mark("Anonymous"),
    "not-itemised": mark("Not listed one by one"),
}
_TITLES = {
    Scope.CAMPAIGN: mark("Who gave: {name}"),
    Scope.YEAR: mark("Who gave in {year}"),
    Scope.WARD: mark("Who gave from {name}"),
    Scope.KIND: mark("Who gave: {kind}"),
}
_DESCRIPTIONS = {
    Scope.CAMPAIGN: mark("Who gave to {organisation} for {name}: every gift that the ledger holds."),
    Scope.YEAR: mark("Who gave to {organisation} in {year}: every gift that the ledger holds."),
    Scope.WARD: mark("Gifts from {name} to {organisation}: every gift that the ledger holds."),
    Scope.KIND: mark("Gifts to {organisation} by kind of giver – {kind}: every gift that the ledger holds."),
}


class GiftWords:
    """Puts gifts of one site into words."""

    def __init__(self, site: Site, formatter: Formatter) -> None:
        self.site = site
        self.format = formatter
        self.gettext = formatter.gettext
        self._days: dict[date, Markup] = {}

    def title(self, item: GiftList) -> str:
        """Return what a list is called."""
        return self.gettext(_TITLES[item.scope]).format(**self._names(item))

    def description(self, item: GiftList) -> str:
        """Return what a list holds, in a sentence."""
        words = _DESCRIPTIONS[item.scope]
        if item.partial:
            words = mark("Gifts to {organisation} that are on record; the list is not complete.")
        return self.gettext(words).format(**self._names(item))

    def short(self, item: GiftList) -> str:
        """Return the list's subject: a campaign's or ward's name, a year, a kind of donor."""
        if item.scope is Scope.KIND:
            return self.gettext(KIND_WORDS[item.key])
        return item.name or item.key

    def _names(self, item: GiftList) -> dict[str, str]:
        kind = self.gettext(KIND_WORDS[item.key]) if item.scope is Scope.KIND else ""
        return {
            "name": item.name,
            "year": item.key,
            "kind": kind[:1].lower() + kind[1:],
            "organisation": self.site.organisation.name,
        }

    def kind(self, donor_kind: str) -> str:
        """Return the kind of one donor."""
        return self.gettext(_KIND_OF_ONE[donor_kind])

    def listing(self, listing: Listing) -> str:
        """Return how gifts are listed: with names, anonymous, not one by one."""
        return self.gettext(LISTING_WORDS[listing])

    def who(self, gift: Gift) -> str:
        """Return the name that stands with a gift."""
        return gift.name or self.listing(gift.listing)

    def day(self, gift: Gift) -> Markup:
        """Return the day of a gift as a ``<time>`` element, made once for all gifts of the day."""
        if gift.day is None:
            return escape(self.gettext(mark("no day recorded")))
        if gift.day not in self._days:
            self._days[gift.day] = self.format.day_html(gift.day)
        return self._days[gift.day]

    def receipt(self, gift: Gift) -> str:
        """Return the number of a gift's receipt; where it has none, the words for that."""
        return gift.receipt or self.gettext(mark("no number"))

    def given(self, gift: Gift | Pledge) -> str:
        """Return what was given or promised: "500.000 đồng", "50 kg gạo"."""
        return self._amount(gift, gift.amount_vnd, gift.quantity)

    def left(self, gift: Gift) -> str:
        """Return what is left of a gift after refunds and corrections, as ``given`` does."""
        return self._amount(gift, gift.left_vnd, gift.left_quantity)

    def _amount(self, gift: Gift | Pledge, amount_vnd: int | None, quantity: Decimal | None) -> str:
        if gift.item is None and amount_vnd is not None:
            return self.format.money(amount_vnd)
        return self._goods(gift, quantity)

    def _goods(self, gift: Gift | Pledge, quantity: Decimal | None, sign: str = "") -> str:
        if quantity is None:
            return gift.item or ""
        return sign + self.format.goods(quantity, gift.unit or "", gift.item or "")

    def value(self, gift: Gift) -> str:
        """Return on what the value of goods rests: "trị giá 3.000.000 đồng (hoá đơn)"; "" of money."""
        if not gift.is_goods:
            return ""
        if gift.amount_vnd is None or gift.valuation == NOT_VALUED:
            return self.gettext(mark("not valued in money"))
        amount = self.format.money(gift.amount_vnd)
        if gift.valuation is None:
            return self.gettext(mark("worth {amount}")).format(amount=amount)
        return self.gettext(mark("worth {amount} ({basis})")).format(amount=amount, basis=gift.valuation)

    def change(self, change: Gift) -> str:
        """Return what a refund or correction changed: "Trả lại 100.000 đồng", "Điều chỉnh +50.000 đồng"."""
        if change.kind == "refund" and change.amount_vnd is not None:
            return self.gettext(mark("Returned: {amount}")).format(
                amount=self.format.money(-change.amount_vnd)
            )
        parts = []
        if change.quantity is not None:
            parts.append(self._goods(change, change.quantity, "+" if change.quantity > 0 else ""))
        if change.amount_vnd is not None:
            parts.append(("+" if change.amount_vnd > 0 else "") + self.format.money(change.amount_vnd))
        return self.gettext(mark("Corrected: {difference}")).format(difference="; ".join(parts))

    def after(self, gift: Gift) -> str:
        """Return what is left of a gift that was changed, in a note."""
        return self.gettext(mark("After this: {amount}")).format(amount=self.left(gift))

    def band(self, band: Band) -> str:
        """Return a band of amounts: "từ 100.000 đến dưới 500.000 đồng"."""
        start = self.format.digits(band.from_vnd)
        if band.below_vnd is None:
            return self.gettext(mark("{start} and more (VND)")).format(start=start)
        below = self.format.digits(band.below_vnd)
        if band.from_vnd == 0:
            return self.gettext(mark("under {below} (VND)")).format(below=below)
        return self.gettext(mark("from {start} to under {below} (VND)")).format(start=start, below=below)
