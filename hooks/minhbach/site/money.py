"""References of funds, donors and campaigns' ledgers: what they name must be there."""

from __future__ import annotations

from collections.abc import Collection

from minhbach.problems import kinds
from minhbach.records.contents import Contents
from minhbach.records.organisation import OrganisationRecord
from minhbach.records.read import nearest
from minhbach.site.references import References

ORGANISATION, FUNDS, DONORS, DOCUMENTS = (
    f"data/{name}.yml" for name in ("organisation", "funds", "donors", "documents")
)


def check_money_references(
    contents: Contents, references: References, organisation: OrganisationRecord, documents: Collection[str]
) -> None:
    """Note in ``references`` what records of money name and what is not there: units, donors, documents."""
    donors = contents.single.get(DONORS)
    if donors is not None:
        for key, donor in donors.record.items():
            if donor.unit is not None:
                at = donors.at(key, "unit")
                references.known(kinds.UNIT_UNKNOWN, donor.unit, organisation.units, ORGANISATION, at)
            if donor.successor is not None:
                at = donors.at(key, "successor")
                references.known(kinds.DONOR_UNKNOWN, donor.successor, donors.record, DONORS, at)
    funds = contents.single.get(FUNDS)
    if funds is not None:
        for key, fund in funds.record.items():
            for index, statement in enumerate(fund.statements):
                if statement.document is not None:
                    at = funds.at(key, "statements", index, "document")
                    references.known(kinds.DOCUMENT_UNKNOWN, statement.document, documents, DOCUMENTS, at)
    _check_campaign_ledgers(contents, references)


def _check_campaign_ledgers(contents: Contents, references: References) -> None:
    """Note the figures that campaigns' ledgers name and that are not in their files."""
    for entry in contents.campaigns.values():
        ledger = entry.record.ledger
        if ledger is not None:
            known = list(entry.record.figures)
            named = [(key, entry.at("ledger", "differs", key, key=True)) for key in ledger.differs]
            if ledger.headline is not None:
                named.insert(0, (ledger.headline, entry.at("ledger", "headline")))
            for key, at in named:
                if key not in known:
                    example = (known or ["so-tien"])[0]
                    details = {"found": key, "nearest": nearest(key, known), "example": example}
                    references.report(kinds.FIGURE_UNKNOWN, at, details)
