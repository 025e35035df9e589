"""What figures and ledgers say of each other in sentences, and what is said of incomplete lists."""

from __future__ import annotations

from markupsafe import Markup, escape

from minhbach.derive.comparison import Comparison
from minhbach.derive.headline import headline_end
from minhbach.derive.money import FundAccount
from minhbach.derive.partial import PartialList
from minhbach.language import mark
from minhbach.pages.formatting import NBSP, Formatter
from minhbach.records.figure import LedgerMeasure
from minhbach.site.addresses import figure_address

_LEDGERS: dict[LedgerMeasure, str] = {
    "received-money": mark("the ledger of gifts"),
    "received-money-and-goods": mark("the ledger of gifts, with the stated value of goods"),
    "received-goods": mark("the ledger of gifts"),
    "spent-money": mark("the ledger of expenses"),
    "handed-over": mark("the ledger of deliveries"),
    "handed-over-value": mark("the ledger of deliveries"),
    "households": mark("the ledger of deliveries"),
}
_SENTENCES = {
    "equal": mark("“{name}”: the source states {figure}; {ledger} adds up to exactly that."),
    "agrees": mark("“{name}”: the source states {figure}; {ledger} adds up to {counted}."),
    "differs": mark("“{name}”: the source states {figure}; {ledger} adds up to {counted}."),
    "explained": mark(
        "“{name}”: the source states {figure}, {ledger} adds up to {counted}. They differ because: {reason}"
    ),
    "partial": mark(
        "“{name}”: the source states {figure}; "
        "the gifts named in {ledger} add up to {counted} and are not all."
    ),
    "beyond": mark("“{name}”: the source states {figure}; {ledger} adds up to {counted}."),
    "unknown": mark("“{name}” of the whole campaign: {figure}; {ledger} holds {counted} so far."),
}


class LedgerWords:
    """Writes these sentences in the words of one language."""

    def __init__(self, formatter: Formatter) -> None:
        self.format = formatter
        self.gettext = formatter.gettext

    def comparison(self, item: Comparison, base: str = "") -> Markup:
        """Return a figure and the sum of the ledger beside each other, with the reason where they differ.

        ``base``: the way to the site's root, for a link to the figure; "" for none.
        """
        figure = item.figure
        name = escape(self.format.figure_name(figure))
        if base:
            link = Markup('<a href="{}">{}</a>')
            name = link.format(base + figure_address(figure.address), name)
        said = escape(self.gettext(_SENTENCES[item.state])).format(
            name=name,
            figure=self.format.figure(figure),
            ledger=self.gettext(_LEDGERS[item.measure]),
            counted=f"{self.format.digits(item.counted)}{NBSP}{figure.indicator.unit}",
            reason=_sentence(item.reason or ""),
        )
        added = []
        if (until := headline_end(figure)) is not None:
            words = mark("Both are as of {moment}.")
            added.append(self.gettext(words).format(moment=self.format.time.moment(until)))
        if item.with_undated:
            added.append(self.gettext(mark("Gifts without a day are counted too.")))
        if item.measure == "households":
            added.append(self.gettext(mark("The ledger counts a household each time it was helped.")))
        return Markup(" ").join((said, *added))

    def whole(self, item: PartialList) -> str:
        """Return what the source states of the whole of an incomplete list: "nguồn ghi tổng số …"."""
        if item.total is None:
            return self.gettext(mark("the source does not state the total"))
        return self.gettext(mark("total by the source: {amount}")).format(
            amount=self.format.figure(item.total)
        )

    def why_no_balance(self, account: FundAccount) -> str:
        """Return why it is not known what a fund holds; "" where it is."""
        if account.has_balance:
            return ""
        if not account.record.complete:
            words = mark("The ledger of this fund is not complete, so it does not tell what the fund holds.")
            note = account.record.ledger_note
            return " ".join((self.gettext(words), *((_sentence(note),) if note else ())))
        return self.gettext(
            mark("What the fund held at the beginning is not known, so neither is what it holds now.")
        )


def _sentence(text: str) -> str:
    """Return ``text`` with a full stop, if it has none."""
    return text if not text or text.endswith((".", "!", "?", "…")) else f"{text}."
