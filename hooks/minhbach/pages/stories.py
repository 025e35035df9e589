"""The facts of a campaign's story in plain sentences: "Tiền của bạn đi đâu"."""

from __future__ import annotations

from decimal import Decimal

from minhbach.derive.money import LISTINGS, CampaignMoney, Listing
from minhbach.derive.story import Gap, Story
from minhbach.language import mark
from minhbach.pages.formatting import Formatter
from minhbach.pages.money_charting import MoneyChartMaker

PURPOSES_TOLD = 6
"""More are told together; the table beside the story has them all."""
LISTING_WORDS: dict[Listing, str] = {
    "named": mark("Named givers"),
    "anonymous": mark("Givers who are not named"),
    "not-itemised": mark("Given together, not listed one by one"),
}


UNTOLD = mark("The ledger of the fund is not complete, so what was spent in all is not known.")


class StoryWriter:
    """Writes the story of campaigns in the words of one language."""

    def __init__(self, formatter: Formatter, maker: MoneyChartMaker) -> None:
        self.format = formatter
        self.maker = maker
        self.gettext = formatter.gettext
        self.ngettext = formatter.catalogue.ngettext

    def sentences(self, story: Story) -> list[str]:
        """Return the story as one paragraph for each thing that happened."""
        paragraphs = [self._received(story), self._goods(story), self._spent(story), self._left(story)]
        return [text for text in (*paragraphs, self._handed_over(story)) if text]

    def gaps(self, story: Story) -> list[str]:
        """Return what is not known, one sentence each."""
        return [self.gap(gap) for gap in story.gaps]

    def _received(self, story: Story) -> str:
        money, counts = story.money, story.counts
        if not (counts.gifts or counts.collections):
            return "" if story.day is None else self.gettext(mark("No gift of money is recorded."))
        if not story.lists_all:
            words = mark(
                "Named in the ledger are {givers}, {amount} in all; they are not all that was received."
            )
        elif story.day is None:
            words = mark("The campaign received {amount} from {givers}; on which days is not recorded.")
        else:
            words = mark("By {day}, the campaign had received {amount} from {givers}.")
        told = self.gettext(words).format(
            day="" if story.day is None else self.format.day(story.day),
            amount=self.format.money(money.received_vnd),
            givers=self._givers(story),
        )
        kept = [(name, amount) for name in LISTINGS if (amount := money.money_vnd[name])]
        if len(kept) > 1:
            parts = "; ".join(
                f"{_small(self.gettext(LISTING_WORDS[name]))}: {self.format.money(amount)}"
                for name, amount in kept
            )
            told += " " + self.gettext(mark("Of this, {parts}.")).format(parts=parts)
        return told

    def _givers(self, story: Story) -> str:
        gifts, collections = story.counts.gifts, story.counts.collections
        one = self.ngettext("{count} gift", "{count} gifts", gifts).format(count=self.format.digits(gifts))
        many = self.ngettext("{count} collection", "{count} collections", collections).format(
            count=self.format.digits(collections)
        )
        if gifts and collections:
            return self.gettext(mark("{one} and {many}")).format(one=one, many=many)
        return one if gifts else many

    def _goods(self, story: Story) -> str:
        counts, told = story.counts, []
        if counts.valued_goods:
            words = self.ngettext(
                "{count} gift of goods has a stated value, {amount} in all; it is not part of the money.",
                "{count} gifts of goods have a stated value, {amount} in all; it is not part of the money.",
                counts.valued_goods,
            )
            told.append(
                words.format(
                    count=self.format.digits(counts.valued_goods),
                    amount=self.format.money(story.money.goods_total_vnd),
                )
            )
        if counts.unvalued_goods:
            words = self.ngettext(
                "{count} gift of goods is counted as goods, without a value in money.",
                "{count} gifts of goods are counted as goods, without a value in money.",
                counts.unvalued_goods,
            )
            told.append(words.format(count=self.format.digits(counts.unvalued_goods)))
        return " ".join(told)

    def _spent(self, story: Story) -> str:
        money = story.money
        if not story.has_expenses:
            return ""
        if not story.tells_spending and not story.purposes:
            return self.gettext(UNTOLD)
        if not story.purposes:
            return self.gettext(mark("No expense is recorded yet.")) if story.counts.last_day else ""
        knows_all = story.lists_all and story.tells_spending
        share = self.format.share_words(money.spent_vnd, money.received_vnd) if knows_all else ""
        amount = self.format.money(money.spent_vnd)
        if share and money.spent_vnd <= money.received_vnd:
            amount = self.gettext(mark("{amount} ({share} of what was received)")).format(
                amount=amount, share=share
            )
        told = story.purposes[:PURPOSES_TOLD]
        parts = [f"{_small(self.maker.purpose(key))} {self.format.money(spent)}" for key, spent in told]
        if rest := sum(spent for _key, spent in story.purposes[PURPOSES_TOLD:]):
            parts.append(self.gettext(mark("other purposes {amount}")).format(amount=self.format.money(rest)))
        sentence = self.gettext(mark("Spent: {amount}. This went to: {parts}.")).format(
            amount=amount, parts="; ".join(parts)
        )
        return sentence if story.tells_spending else f"{sentence} {self.gettext(UNTOLD)}"

    def _left(self, story: Story) -> str:
        money = story.money
        if not story.has_expenses or not story.tells_spending or not (money.received_vnd or money.spent_vnd):
            return ""
        if not story.lists_all:
            words = mark("How much is left is not known, because not every gift is recorded.")
            return " ".join((*self._released(money), self.gettext(words)))
        told = self._released(money)
        if money.left_vnd > 0:
            words = mark("{amount} has not been spent yet.")
        elif money.left_vnd < 0:
            words = mark("{amount} more was spent than received; it came from other money of the fund.")
        else:
            return " ".join((*told, self.gettext(mark("Nothing is left."))))
        told.append(self.gettext(words).format(amount=self.format.money(abs(money.left_vnd))))
        return " ".join(told)

    def _released(self, money: CampaignMoney) -> list[str]:
        if not money.released_vnd:
            return []
        words = self.gettext(mark("{amount} was passed on to other work of the fund."))
        return [words.format(amount=self.format.money(money.released_vnd))]

    def _handed_over(self, story: Story) -> str:
        deliveries = story.promises.deliveries
        if deliveries is None:
            return ""
        amounts = [
            self._measure(measure.total.handed_over, measure.unit, measure.item)
            for measure in story.promises.measures
            if measure.total.handed_over > 0
        ]
        if not amounts:
            return ""
        where = []
        if deliveries.wards:
            words = self.ngettext("{count} ward", "{count} wards", deliveries.wards)
            where.append(words.format(count=self.format.digits(deliveries.wards)))
        if deliveries.households:
            words = self.ngettext("{count} household", "{count} households", deliveries.households)
            where.append(words.format(count=self.format.digits(deliveries.households)))
        told = self.gettext(mark("Handed over: {amounts}")).format(amounts=", ".join(amounts))
        return f"{told} ({', '.join(where)})." if where else f"{told}."

    def gap(self, gap: Gap) -> str:
        """Return one thing that is not known, as a sentence for a list: it begins in small."""
        words = {
            "income": mark("where the money came from: no gift is recorded for this campaign."),
            "expenses": mark("how much was spent, and on what: there is no ledger of expenses here."),
            "unspent": mark("what {amount} will be used for: no expense is recorded yet."),
            "purpose": mark("what {amount} was spent on: its rows do not state a purpose."),
            "deliveries": mark("who received it: no delivery is recorded yet."),
            "undelivered": mark("where {amount} went that was received: no delivery of it is recorded yet."),
            "place": mark("where {amount} was handed over: the rows name neither ward nor place."),
            "value": mark("what {count} gifts of goods are worth: nobody has stated their value."),
        }[gap.kind]
        return self.gettext(words).format(
            amount=self._measure(gap.amount, gap.unit, gap.item), count=self.format.digits(gap.amount)
        )

    def _measure(self, amount: Decimal, unit: str, item: str) -> str:
        return self.format.goods(amount, unit, item) if unit else self.format.money(amount)


def _small(text: str) -> str:
    """Return ``text`` for within a sentence, unless it begins with an abbreviation."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]
