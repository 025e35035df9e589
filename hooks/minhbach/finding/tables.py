"""The rows that can be found, in the order of the shards, as tables of the ledger's own database.

Everything is made from ``public_gifts``, so what is withheld there is not here either.

A name is found by its *key*: small letters without diacritics, ``đ`` as ``d``, one space for whatever is
neither letter nor digit. Rows stand in the order of the key's words from the last to the first ("an van
nguyen"): those whose names end in the same words, as most people type them, then stand together, and a
browser that knows where each shard begins knows where they are. ``find-gift.js`` makes the same keys.

A gift may have no receipt and no day; then it is found by name, behind those of the name that have one.
Refunds and corrections stand behind the gift they change, whatever they say of themselves.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

KEY_LETTERS = 160
"""Of longer names, only so much is searched."""
_MOST_CORRECTIONS = 50
"""How many corrections of corrections are followed; a chain that leads in a circle ends here."""

_MACROS = (
    "CREATE TEMP MACRO fold(words) AS replace(strip_accents(lower(words)), 'đ', 'd')",
    # Letters beyond the first 65,536 signs are of no language here, and browsers sort them otherwise.
    r"""CREATE TEMP MACRO words_of(folded) AS CASE
    WHEN regexp_matches(folded, '^[a-z0-9]+(?: [a-z0-9]+)*$') THEN folded -- most names; the rest takes longer
    ELSE trim(regexp_replace(folded, '(?:[^\pL\pN]|[\x{10000}-\x{10FFFF}])+', ' ', 'g')) END""",
    f"CREATE TEMP MACRO key_of(words) AS rtrim(left(words_of(fold(words)), {KEY_LETTERS}))",
    f"""CREATE TEMP MACRO receipt_key(receipt) AS CASE
    WHEN regexp_matches(receipt, '^[A-Za-z0-9 ./-]+$') AND len(receipt) <= {KEY_LETTERS}
    THEN translate(lower(receipt), ' ./-', '') ELSE replace(key_of(receipt), ' ', '') END""",
    # Columns are lines: what would break them is no part of a name.
    r"CREATE TEMP MACRO plain(words) AS regexp_replace(words, '[\x00-\x1e\x7f]+', ' ', 'g')",
    r"CREATE TEMP MACRO trim_number(number) AS regexp_replace(number::VARCHAR, '\.?0+$', '')",
)

_FOLLOWING = f"""
CREATE TEMP TABLE following AS
WITH RECURSIVE changes AS (
    SELECT receipt, refers_to FROM public_gifts
    WHERE kind IN ('refund', 'correction') AND refers_to IS NOT NULL
), chain(receipt, original, depth) AS (
    SELECT receipt, refers_to, 1 FROM changes
    UNION ALL
    SELECT chain.receipt, changes.refers_to, depth + 1
    FROM chain JOIN changes ON changes.receipt = chain.original WHERE depth < {_MOST_CORRECTIONS}
), last AS (SELECT receipt, arg_max(original, depth) AS original FROM chain GROUP BY receipt)
SELECT last.receipt, gift.receipt AS original, gift.name, gift.day, gift.number
FROM public_gifts gift JOIN last ON gift.receipt = last.original
WHERE last.receipt <> gift.receipt AND gift.kind IN ('gift', 'collection')
"""

_NAMES = """
CREATE TEMP TABLE names AS
-- A filter on the key would be moved before DISTINCT, and make the key of every row.
WITH keyed AS (
    SELECT name, key_of(name) AS key FROM (SELECT DISTINCT name FROM public_gifts WHERE name IS NOT NULL)
), turned AS (
    SELECT name, key, array_to_string(list_reverse(string_split(key, ' ')), ' ') AS reversed FROM keyed
)
SELECT name, key, reversed, dense_rank() OVER (ORDER BY reversed) AS place FROM turned
"""

_CODES = """
CREATE TEMP TABLE names AS
SELECT receipt, hash AS reversed, row_number() OVER (ORDER BY hash, receipt) AS place FROM gift_codes
"""

_ROWS = """
CREATE TEMP TABLE found AS
SELECT
    coalesce(names.place, 0) AS place,
    following.receipt IS NOT NULL AS follows,
    coalesce(following.day, gift.day) AS sorted_day,
    gift.day,
    {name} AS name,
    {receipt} AS receipt,
    CASE WHEN gift.kind = 'collection' OR gift.listing = 'not-itemised' THEN 'collection'
         ELSE gift.kind END AS kind,
    gift.amount_vnd,
    CASE WHEN gift.is_goods THEN plain(concat_ws(chr(31), coalesce(trim_number(gift.quantity), ''),
        coalesce(gift.unit, ''), coalesce(gift.item, ''))) END AS goods,
    CASE WHEN gift.campaign IS NOT NULL THEN 'c:' || gift.campaign
         WHEN gift.fund IS NOT NULL THEN 'f:' || gift.fund ELSE '' END AS purpose
FROM public_gifts gift
LEFT JOIN following USING (receipt)
{join}
ORDER BY
    1, -- by name; without one by receipt, because nobody can look for those by day
    CASE WHEN names.place IS NOT NULL THEN sorted_day END,
    CASE WHEN names.place IS NOT NULL THEN {order} END,
    coalesce(following.original, gift.receipt), coalesce(following.number, gift.number),
    follows, gift.day, gift.number
"""
_BY_NAME = {
    "name": "plain(gift.name)",
    "receipt": "coalesce(plain(gift.receipt), '')",
    "join": """LEFT JOIN names
        ON names.name = CASE WHEN following.receipt IS NULL THEN gift.name ELSE following.name END""",
    "order": "coalesce(following.name, gift.name)",
}
_BY_CODE = {
    "name": "NULL::VARCHAR",
    "receipt": "CASE WHEN following.receipt IS NULL THEN names.reversed ELSE '' END",
    "join": "JOIN names ON names.receipt = coalesce(following.original, gift.receipt)",
    "order": "''",
}


def lay_out_rows(database: DuckDBPyConnection, *, coded: bool) -> None:
    """Make the temporary tables ``found`` (in order: its ``rowid`` counts from 0) and ``names``.

    ``names`` has the key of each group of rows as ``reversed`` and its rank as ``place``. With ``coded`` the
    key is the hash of a code (table ``gift_codes``), only rows that have one are there and what changes
    them, and neither names nor receipts.
    """
    for macro in _MACROS:
        database.execute(macro)
    database.execute(_FOLLOWING)
    database.execute(_CODES if coded else _NAMES)
    database.execute(_ROWS.format(**(_BY_CODE if coded else _BY_NAME)))
