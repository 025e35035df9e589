"""What the ledgers have pages for: books that are kept, campaigns with rows, years of a fund's expenses."""

from __future__ import annotations

from minhbach.site.model import Site


def keeps_income(site: Site) -> bool:
    """Whether the chapter publishes what it received. Where it does not, nothing is shown as zero."""
    return site.ledger.count("gifts") > 0


def keeps_expenses(site: Site) -> bool:
    """Whether the chapter publishes what it spent."""
    return site.ledger.count("expenses") > 0


def keeps_books(site: Site) -> bool:
    """Whether the chapter publishes money in or out at all; pledges and deliveries alone are no accounts."""
    return keeps_income(site) or keeps_expenses(site)


def list_money_campaigns(site: Site) -> list[str]:
    """Return the campaigns that a row of any ledger names, in the order of the site."""
    rows = site.ledger.rows(
        " UNION ".join(
            f"SELECT DISTINCT campaign FROM public_{name}"
            for name in ("gifts", "expenses", "pledges", "deliveries")
        )
    )
    named = {campaign for (campaign,) in rows}
    return [campaign for campaign in site.campaigns if campaign in named]


def list_expense_years(site: Site) -> dict[str, dict[int, int]]:
    """Return, by fund and year (newest first), how many rows of expenses and transfers there are.

    A transfer stands in the lists of both its funds.
    """
    years: dict[str, dict[int, int]] = {key: {} for key in site.funds}
    for fund, year, count in site.ledger.rows(
        "SELECT fund, year(day) AS year, count(*) FROM (SELECT fund, day FROM public_expenses UNION ALL "
        "SELECT to_fund, day FROM public_expenses WHERE to_fund <> fund) GROUP BY fund, year "
        "ORDER BY fund, year DESC"
    ):
        if fund in years:
            years[fund][year] = count
    return years
