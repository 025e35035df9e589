"""What somebody is acknowledged for, in the source's own words: money and goods, never added up."""

from __future__ import annotations

from minhbach.language import mark
from minhbach.numbers.bare import counts_whole_things, read_bare
from minhbach.pages.formatting import NBSP, Formatter
from minhbach.records.knowing import Missing
from minhbach.records.organisation import AcknowledgedGoodsRecord, AcknowledgmentRecord


class SupportWords:
    """Writes acknowledgments in the words of one language."""

    def __init__(self, formatter: Formatter) -> None:
        self.format = formatter
        self.gettext = formatter.gettext

    def given(self, record: AcknowledgmentRecord) -> str:
        """Return what was given or promised in one sentence or two; where no source says, that."""
        told = []
        if money := self.money(record):
            told.append(self.gettext(mark("Money: {amount}.")).format(amount=money))
        if record.goods:
            told.append(self.gettext(mark("Goods: {goods}.")).format(goods=self.goods(record)))
        if told:
            return " ".join(told)
        if record.amount in (None, Missing.NOT_STATED):
            return self.gettext(mark("The source states neither an amount nor a quantity."))
        return self.gettext(mark("Amount: {missing}.")).format(missing=self.format.missing(record.amount))

    def money(self, record: AcknowledgmentRecord) -> str:
        """Return the money as its source writes it; "" for none."""
        exact = "" if record.amount_vnd is None else self.format.money(record.amount_vnd)
        return self._beside(exact, record.stated or "")

    def goods(self, record: AcknowledgmentRecord) -> str:
        """Return the goods as their source writes them; "" for none."""
        return "; ".join(self._item(item) for item in record.goods)

    def _item(self, goods: AcknowledgedGoodsRecord) -> str:
        if goods.quantity is None and goods.stated is None:
            return self.gettext(mark("{item} (quantity not stated by the source)")).format(item=goods.item)
        exact = ""
        if goods.quantity is not None:
            unit = goods.unit or ""
            quantity = read_bare(goods.quantity, whole=counts_whole_things(unit))  # checked to be a number
            exact = self.format.goods(quantity, unit, goods.item)
        # "hơn 30 tấn" says the unit already; "hơn 30" does not.
        stated = goods.stated or ""
        if stated and not exact:
            return f"{stated}{NBSP}{goods.item}"
        return self._beside(exact, stated)

    def _beside(self, exact: str, stated: str) -> str:
        """Return a number and how its source writes it, where both are known and differ."""
        if not exact or not stated:
            return exact or stated
        if " ".join(exact.split()).casefold() == " ".join(stated.split()).casefold():
            return stated
        words = mark("{exact} (the source writes “{stated}”)")
        return self.gettext(words).format(exact=exact, stated=stated)
