"""How numbers in cells are read: the rules of ``numbers.bare`` as SQL, for a million rows at once."""

from __future__ import annotations

from minhbach.numbers.bare import BY_SECOND_WORD, MEASURED_SIGNS, MEASURES

ONE_GROUP = r"-?[1-9][0-9]{0,2}[.,][0-9]{3}"
"""What may be a whole number in groups, or a number with decimals: "1.500"."""
_GROUPED = r"-?[1-9][0-9]{0,2}(?:(?:\.[0-9]{3}){1,5}|(?:[ \x{a0}\x{202f}][0-9]{3}){1,5}|(?:,[0-9]{3}){2,5})"
_GROUPED_DECIMALS = (
    r"-?[1-9][0-9]{0,2}(?:(?:(?:\.[0-9]{3}){1,4}|(?:[ \x{a0}\x{202f}][0-9]{3}){1,4}),"
    r"|(?:(?:,[0-9]{3}){1,4}|(?:[ \x{a0}\x{202f}][0-9]{3}){1,4})\.)[0-9]{1,3}"
)


def _listed(words: frozenset[str]) -> str:
    return ", ".join(f"'{word}'" for word in sorted(words))


def _counts_whole_things() -> str:
    signs = "".join(MEASURED_SIGNS)
    first = "rtrim(split_part(unit, ' ', 1), '.')"
    seconds = " ".join(
        f"WHEN '{word}' THEN split_part(unit, ' ', 2) NOT IN ({_listed(following)})"
        for word, following in sorted(BY_SECOND_WORD.items())
    )
    return (
        f"(unit IS NOT NULL AND trim(unit) <> '' AND NOT regexp_matches(unit, '[{signs}]') "
        f"AND CASE {first} {seconds} ELSE {first} NOT IN ({_listed(MEASURES)}) END)"
    )


MACROS = (
    f"CREATE MACRO counts_whole_of(unit) AS {_counts_whole_things()}",
    "CREATE MACRO counts_whole(unit) AS counts_whole_of(lower(nfc_normalize(unit)))",
    f"""CREATE MACRO whole(x) AS CASE WHEN regexp_full_match(x, '-?[0-9]{{1,18}}') THEN CAST(x AS BIGINT)
        WHEN regexp_full_match(x, '{_GROUPED}')
        THEN TRY_CAST(regexp_replace(x, '[^0-9-]', '', 'g') AS BIGINT) END""",
    f"""CREATE MACRO fraction(x, unit) AS CASE
        WHEN regexp_full_match(x, '-?[0-9]{{1,10}}') THEN CAST(x AS DECIMAL(15,3))
        WHEN regexp_full_match(x, '{ONE_GROUP}') THEN CASE WHEN contains(x, '.') AND counts_whole(unit)
            THEN TRY_CAST(replace(x, '.', '') AS DECIMAL(15,3)) END
        WHEN regexp_full_match(x, '-?[0-9]{{1,10}}[.,][0-9]{{1,3}}0{{0,3}}')
        THEN CASE WHEN NOT counts_whole(unit) OR regexp_matches(x, '[.,][0-9]{{1,2}}$')
            THEN CAST(replace(x, ',', '.') AS DECIMAL(15,3)) END
        WHEN regexp_full_match(x, '{_GROUPED}')
        THEN TRY_CAST(regexp_replace(x, '[^0-9-]', '', 'g') AS DECIMAL(15,3))
        WHEN regexp_full_match(x, '{_GROUPED_DECIMALS}')
        THEN TRY_CAST(regexp_replace(regexp_extract(x, '^(.*)[.,]', 1), '[^0-9-]', '', 'g')
            || '.' || regexp_extract(x, '[0-9]+$') AS DECIMAL(15,3)) END""",
)
"""``whole(x)``: an integer; ``fraction(x, unit)``: a quantity of ``unit``. NULL: no one meaning."""
