"""From rows as they are written to rows as the public may see them: names only where consent allows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from minhbach.ledger.columns import LEDGERS, LedgerColumns, LedgerName
from minhbach.ledger.ordering import folded_sql, person_sort_key_sql, sort_key_sql
from minhbach.ledger.rules import INCOMPLETE
from minhbach.ledger.surroundings import TABLES, Surroundings

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_FROM_ORIGINAL = {
    "gifts": ("donor", "name", "donor_kind", "ward", "consent", "campaign", "fund", "item", "unit"),
    "expenses": ("campaign", "fund", "to_fund", "purpose", "payee", "ward"),
    "pledges": ("donor", "name", "donor_kind", "ward", "consent", "campaign", "item", "unit"),
    "deliveries": ("campaign", "ward", "item", "unit", "place"),
}
"""By ledger: what a row that takes back or corrects another has from it, where it says nothing itself.

Of a gift's donor it is always the original's word that holds: who was not named there is not named here.
"""
_REFERRING = "('refund', 'correction', 'cancellation')"


def publish_rows(database: DuckDBPyConnection, around: Surroundings) -> dict[LedgerName, int]:
    """Fill the public tables from rows that have been found right. Returns the number of rows of each."""
    for ledger in LEDGERS.values():
        _complete(database, ledger)
    fund = gift_fund = "fund"
    if len(around.funds) == 1:
        fund = f"coalesce(fund, '{next(iter(around.funds))}')"
        # Money without a day and examples from a list are in a fund only where the row says so.
        gift_fund = f"CASE WHEN is_undated OR {INCOMPLETE} THEN fund ELSE {fund} END"
    _name(database, "gifts", around)
    _name(database, "pledges", around)
    amount = "CASE row_kind WHEN 'refund' THEN -amount ELSE amount END"
    database.execute(
        "INSERT INTO public_gifts SELECT receipt, day, row_kind, listing, shown_donor, shown_name, "
        f"who_kind, ward_of, campaign, {gift_fund}, {amount}, item IS NOT NULL, item, measure, unit, "
        "valuation, refers_to, note, folded, sort_key, row + 1, "
        "CASE WHEN day IS NULL THEN (SELECT year FROM known_campaigns WHERE id = campaign) END "
        "FROM named_gifts LEFT JOIN names_of_gifts "
        "ON shown_name = written AND who_kind = written_kind ORDER BY row"
    )
    database.execute(
        f"INSERT INTO public_expenses SELECT receipt, day, row_kind, campaign, {fund}, to_fund, purpose, "
        f"payee, ward, {amount}, refers_to, note, row + 1 FROM complete_expenses ORDER BY row"
    )
    taken = "CASE row_kind WHEN 'cancellation' THEN -coalesce({0}, o_{0}) ELSE {0} END"
    database.execute(
        "INSERT INTO public_pledges SELECT receipt, day, row_kind, shown_donor, shown_name, who_kind, "
        f"ward_of, campaign, {taken.format('amount')}, item, {taken.format('measure')}, unit, refers_to, "
        "note, row + 1 FROM named_pledges ORDER BY row"
    )
    database.execute(
        "INSERT INTO public_deliveries SELECT receipt, day, row_kind, campaign, ward, amount, item, measure, "
        "unit, household_count, place, refers_to, note, row + 1 FROM complete_deliveries ORDER BY row"
    )
    counts = ", ".join(f"(SELECT count(*) FROM public_{name})" for name in LEDGERS)
    return dict(zip(LEDGERS, database.execute(f"SELECT {counts}").fetchone() or (), strict=True))


def _complete(database: DuckDBPyConnection, ledger: LedgerColumns) -> None:
    """Make the view ``complete_<ledger>``: rows that refer to an original, filled in from it."""
    taken = _FROM_ORIGINAL[ledger.name]
    kept = [f"g.{name}" for name in ledger.names if name not in taken and name not in ("kind", "note")]
    filled = [f"coalesce(g.{name}, o.{name}) AS {name}" for name in taken]
    meanings = ["g.day"] + [
        f"g.{meaning}"
        for column, meaning in (
            ("amount_vnd", "amount"),
            ("quantity", "measure"),
            ("households", "household_count"),
        )
        if column in ledger.names
    ]
    original = [
        f"o.{name} AS o_{name}"
        for name in ("amount", *(("measure",) if "quantity" in ledger.names else ()))
        if ledger.name != "deliveries"
    ]
    original += [
        f"coalesce(o.kind, g.kind, '{ledger.kinds[0]}') AS base_kind",
        "CASE WHEN o.row IS NULL THEN g.day ELSE o.day END IS NULL AS is_undated",
    ]
    kind = f"coalesce(g.kind, '{ledger.kinds[0]}')"
    database.execute(
        f"CREATE VIEW complete_{ledger.name} AS SELECT g.row, g.note, {kind} AS row_kind, "
        f"{', '.join([*kept, *filled, *meanings, *original])} FROM {ledger.name} g LEFT JOIN "
        f"(SELECT * FROM {ledger.name} WHERE receipt IN (SELECT refers_to FROM {ledger.name} "
        f"WHERE kind IN {_REFERRING})) o ON g.refers_to = o.receipt AND g.kind IN {_REFERRING}"
    )


def _name(database: DuckDBPyConnection, name: str, around: Surroundings) -> None:
    """Make the table ``named_<ledger>``: who is shown with each row, and the names in order and folded."""
    is_person = "coalesce(donor_kind, d.kind, 'person') = 'person'"
    may_be_named = (
        "base_kind <> 'collection' AND NOT coalesce(d.is_withdrawn, false) AND "
        "coalesce(consent = 'given', d.may_be_named, false)"
    )
    if not around.names_people:
        may_be_named += f" AND NOT ({is_person})"
    database.execute(
        f"CREATE VIEW who_{name} AS SELECT c.*, coalesce(c.ward, d.unit) AS ward_of, "
        f"CASE WHEN base_kind <> 'collection' THEN coalesce(donor_kind, d.kind, 'person') END AS who_kind, "
        f"coalesce(c.name, d.name) AS who, coalesce({may_be_named}, false) AND coalesce(c.name, d.name) "
        f"IS NOT NULL AS is_shown, coalesce(d.is_withdrawn, false) OR consent = 'withdrawn' AS is_withdrawn "
        f"FROM complete_{name} c LEFT JOIN known_donors d ON c.donor = d.id"
    )
    database.execute(
        f"CREATE VIEW named_{name} AS SELECT *, CASE WHEN base_kind = 'collection' THEN 'not-itemised' "
        "WHEN is_shown THEN 'named' ELSE 'anonymous' END AS listing, "
        "CASE WHEN is_shown THEN donor END AS shown_donor, CASE WHEN is_shown THEN who END AS shown_name "
        f"FROM who_{name}"
    )
    if name == "gifts":
        database.execute(
            f"CREATE TABLE names_of_{name} AS SELECT *, {folded_sql('written')} AS folded, "
            f"CASE written_kind WHEN 'person' THEN {person_sort_key_sql('written')} "
            f"ELSE {sort_key_sql('written')} END AS sort_key "
            "FROM (SELECT DISTINCT shown_name AS written, who_kind AS written_kind "
            f"FROM named_{name} WHERE is_shown)"
        )


def forget_rows(database: DuckDBPyConnection) -> None:
    """Drop every table and view but the public ones, so that nothing can read what is withheld."""
    statements = []
    for name in LEDGERS:
        views = (f"named_{name}", f"who_{name}", f"complete_{name}", name)
        statements += [f"DROP VIEW IF EXISTS {view}" for view in views]
        statements += [f"DROP TABLE IF EXISTS names_of_{name}", f"DROP TABLE {name}_rows"]
    statements += [f"DROP TABLE known_{table}" for table in TABLES]
    database.execute("; ".join(statements))
