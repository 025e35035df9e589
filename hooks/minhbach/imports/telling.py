"""What an import understood, as text for the person who has to judge it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from itertools import islice

from minhbach.imports.faults import Fault, Notice, UnusableFileError
from minhbach.imports.headings import FOREIGN
from minhbach.imports.importing import Import
from minhbach.imports.layout import Column, Layout
from minhbach.imports.receipts import is_derived
from minhbach.imports.rows import Row
from minhbach.imports.vocabulary import MONEY
from minhbach.language import Catalogue
from minhbach.language import mark as _
from minhbach.numbers.writing import write_number
from minhbach.problems.report import SHOWN_PER_KIND
from minhbach.sources.text import write_count

ROWS_SHOWN = 3
WIDEST_CELL = 44
INDENT = "  "


def tell_import(done: Import, catalogue: Catalogue) -> str:
    """Tell what was understood: columns, rows, sums, period, the first rows, what could not be read."""
    say = catalogue.gettext
    layout = done.reading.layout
    blocks = [_tell_place(layout, done.reading.other_sheets, catalogue)]
    columns = [_tell_column(column, layout, catalogue) for column in layout.columns]
    heads = [say(_("Column of the sheet")), say(_("Its heading")), say(_("Understood as"))]
    blocks.append(format_table([heads, *columns]))
    blocks.append("\n".join(_tell_sums(done, catalogue)))
    rows = (*done.plan.new, *done.plan.known)
    if rows:
        head = say(_("The first rows:"))
        blocks.append(f"{head}\n{format_table(list(_tell_rows(sorted(rows, key=_number), done, catalogue)))}")
    notices = [tell_notice(notice, catalogue) for notice in done.reading.notices]
    if notices:
        blocks.append("\n".join(f"- {notice}" for notice in notices))
    if done.faults:
        blocks.append(tell_faults(done.faults, catalogue))
    return "\n\n".join(blocks)


def tell_unusable(error: UnusableFileError, catalogue: Catalogue) -> str:
    """Put into words why a file cannot be used."""
    return _fill(error.message, error.details, catalogue)


def tell_notice(notice: Notice, catalogue: Catalogue) -> str:
    """Put a notice into words."""
    return _fill(notice.message, notice.details, catalogue)


def tell_faults(faults: Sequence[Fault], catalogue: Catalogue) -> str:
    """Tell what could not be read, the first fifty cells and how many more there are."""
    rows = len({fault.row for fault in faults})
    head = catalogue.gettext(_("{count} rows could not be read:")).format(count=write_count(rows))
    lines = [INDENT + tell_fault(fault, catalogue) for fault in faults[:SHOWN_PER_KIND]]
    if len(faults) > SHOWN_PER_KIND:
        more = catalogue.gettext(_("… and {count} more cells."))
        lines.append(INDENT + more.format(count=write_count(len(faults) - SHOWN_PER_KIND)))
    return "\n".join([head, *lines])


def tell_fault(fault: Fault, catalogue: Catalogue) -> str:
    """Put a fault into words: row, column, reason."""
    place = _("Row {row}, column {column}: {reason}") if fault.column else _("Row {row}: {reason}")
    reason = _fill(fault.reason, fault.details, catalogue)
    return catalogue.gettext(place).format(row=fault.row, column=_plain(fault.column), reason=reason)


def _fill(message: str, details: Mapping[str, str], catalogue: Catalogue) -> str:
    """Return a message with its fields filled in; a detail ``x_message`` is itself a message, for ``x``."""
    filled = {
        name.removesuffix("_message"): catalogue.gettext(value)
        if name.endswith("_message")
        else _plain(value)
        for name, value in details.items()
    }
    return catalogue.gettext(message).format(**filled)


def _plain(text: str) -> str:
    """Return ``text`` as a terminal may show it: no control characters, not endless."""
    visible = "".join(one if one.isprintable() else "�" for one in text)
    return visible if len(visible) <= 4 * WIDEST_CELL else visible[: 4 * WIDEST_CELL - 1] + "…"


def _number(row: Row) -> int:
    return row.number


def _tell_place(layout: Layout, others: Sequence[str], catalogue: Catalogue) -> str:
    say = catalogue.gettext
    words = say(_("Headings in row {row}.")).format(row=layout.heading_row + 1)
    if layout.table.name:
        sheet = say(_("Sheet “{sheet}”, headings in row {row}."))
        words = sheet.format(sheet=_plain(layout.table.name), row=layout.heading_row + 1)
    if others:
        left_out = say(_("Sheets without a list: {sheets}."))
        words += "\n" + left_out.format(sheets=", ".join(f"“{_plain(one)}”" for one in others))
    if layout.line_unit is not None and layout.line_unit != FOREIGN:
        unit = say(_("A line above the list says that amounts are in units of {unit} đồng."))
        words += "\n" + unit.format(unit=write_number(layout.line_unit, Decimal(1)))
    return words


def _tell_column(column: Column, layout: Layout, catalogue: Catalogue) -> list[str]:
    words = catalogue.gettext(column.meaning.value)
    unit = layout.unit(column)
    if column.meaning in MONEY and unit not in (None, Decimal(1)):
        words = f"{words} × {write_number(unit, Decimal(1))}" if unit and unit > 0 else words
        if unit == FOREIGN:
            words = catalogue.gettext(_("amount in other money, not imported"))
    letters, _space, _heading = column.name.partition(" ")
    return [letters, column.text, words]


def _tell_sums(done: Import, catalogue: Catalogue) -> Iterable[str]:
    say = catalogue.gettext
    new, known = done.plan.new, done.plan.known
    unread = len({fault.row for fault in done.faults})
    counts = {"new": len(new), "known": len(known), "unread": unread}
    words = say(_("Rows: {new} new, {known} already in the ledger, {unread} not read."))
    yield words.format(**{name: write_count(count) for name, count in counts.items()})
    if not (rows := (*new, *known)):
        return
    for group, template in ((new, _("New: {sums}.")), (known, _("Already there: {sums}."))):
        if group:
            yield say(template).format(sums=_tell_amounts(group, catalogue))
    days = sorted(row.cells["date"] for row in rows)
    period = say(_("Period: {first} to {last}."))
    yield period.format(first=_day(days[0]), last=_day(days[-1]))
    named = sum(row.cells["consent"] == "given" for row in new)
    withheld = sum(bool(row.cells["name"]) for row in new) - named
    if named or withheld:
        names = say(_("Names among the new rows: {named} may be shown, {withheld} not."))
        yield names.format(named=write_count(named), withheld=write_count(withheld))


def _tell_amounts(rows: Sequence[Row], catalogue: Catalogue) -> str:
    say = catalogue.gettext
    goods = [row for row in rows if row.cells["item"]]
    money = sum(row.amount_vnd for row in rows if not row.cells["item"])
    parts = [say(_("{amount} đồng of money")).format(amount=write_number(Decimal(money), Decimal(1)))]
    valued = [row for row in goods if row.cells["amount_vnd"]]
    if valued:
        value = write_number(Decimal(sum(row.amount_vnd for row in valued)), Decimal(1))
        words = say(_("goods worth {amount} đồng ({count} rows)"))
        parts.append(words.format(amount=value, count=write_count(len(valued))))
    if len(goods) > len(valued):
        words = say(_("{count} rows of goods without a value"))
        parts.append(words.format(count=write_count(len(goods) - len(valued))))
    return ", ".join(parts)


def _tell_rows(rows: Iterable[Row], done: Import, catalogue: Catalogue) -> Iterable[list[str]]:
    say = catalogue.gettext
    yield [
        say(_("Row of the sheet")),
        say(_("Receipt of the row")),
        say(_("Day of the row")),
        say(_("Name in the row")),
        say(_("Gift in the row")),
        say(_("Note in the row")),
    ]
    for row in islice(rows, ROWS_SHOWN):
        cells = row.cells
        gift = f"{write_number(Decimal(row.amount_vnd), Decimal(1))} đồng"
        if cells["item"]:
            value = f" ({gift})" if cells["amount_vnd"] else ""
            gift = f"{cells['quantity'].replace('.', ',')} {cells['unit']} {cells['item']}{value}"
        receipt = cells["receipt"]
        if done.new_key is not None and is_derived(receipt):
            receipt = say(_("(made when written)"))
        yield [str(row.number), receipt, _day(cells["date"]), cells["name"] or "–", gift, cells["note"]]


def _day(iso: str) -> str:
    year, month, day = iso.split("-")
    return f"{day}/{month}/{year}"


def format_table(rows: Sequence[Sequence[str]]) -> str:
    """Return rows of cells as lines with the columns one below another; the first row is underlined."""
    shown = [[_shorten(_plain(cell)) for cell in row] for row in rows]
    widths = [max(len(row[column]) for row in shown) for column in range(len(shown[0]))]
    lines = [
        INDENT + "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in shown
    ]
    lines.insert(1, INDENT + "  ".join("─" * width for width in widths))
    return "\n".join(lines)


def _shorten(text: str) -> str:
    return text if len(text) <= WIDEST_CELL else text[: WIDEST_CELL - 1] + "…"
