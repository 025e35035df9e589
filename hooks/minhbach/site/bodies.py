"""Other bodies: whose a figure is that the chapter shows but did not bring about."""

from __future__ import annotations

from collections.abc import Mapping

from minhbach.problems import Position, kinds
from minhbach.records.organisation import BodyRecord
from minhbach.site.owner import Body
from minhbach.site.references import References

BODIES = "data/bodies.yml"


class BodyLinker:
    """Finds the bodies that records name, collecting those that are not registered."""

    def __init__(self, records: Mapping[str, BodyRecord], references: References) -> None:
        self.references = references
        self.known = {key: _body(key, record) for key, record in records.items()}

    def find(self, found: str | None, at: Position) -> Body | None:
        """Return the body that ``found`` names; None where it names nothing that is known."""
        if found is None or not self.references.known(kinds.BODY_UNKNOWN, found, self.known, BODIES, at):
            return None
        return self.known.get(found)


def _body(key: str, record: BodyRecord) -> Body:
    return Body(
        id=key,
        name=record.name,
        short_name=record.short_name or record.name,
        kind=record.kind,
        relation=record.relation,
        also_called=record.also_called,
    )
