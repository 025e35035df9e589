"""JSON Schemas of content files, for editors that complete and check while someone types.

They are generated from the records, whose docstrings become the descriptions, and lie in ``data/schema/``.
The check of a build never reads them.
"""

from __future__ import annotations

import ast
import inspect
import json
from collections.abc import Iterator, Mapping
from types import ModuleType
from typing import Any

from pydantic import TypeAdapter

from minhbach.records import article, campaign, disclosure, document, figure, knowing, money, organisation
from minhbach.records.article import ArticleRecord, PageRecord, TranslationRecord
from minhbach.records.campaign import CampaignRecord, ResultsRecord
from minhbach.records.contents import SINGLE_FILES

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_MODULES: tuple[ModuleType, ...] = (
    article,
    campaign,
    disclosure,
    document,
    figure,
    knowing,
    money,
    organisation,
)
_OTHER_FILES: Mapping[str, tuple[str, Any]] = {
    "campaign": ("data/campaigns/*.yml", CampaignRecord),
    "results": ("data/results/*.yml", ResultsRecord),
    "article": ("news/<year>/*.md", ArticleRecord),
    "page": ("docs/**/*.md", PageRecord),
    "translation": ("news/<year>/*.en.md", TranslationRecord),
}


def generate_schemas() -> dict[str, bytes]:
    """Return the schema files by name: "organisation.schema.json" and so on."""
    files = {
        path.removeprefix("data/").removesuffix(".yml"): (path, model) for path, model in SINGLE_FILES.items()
    }
    notes = dict(_field_notes())
    return {
        f"{name}.schema.json": _write(_describe(path, model, notes))
        for name, (path, model) in sorted({**files, **_OTHER_FILES}.items())
    }


def _describe(path: str, model: Any, notes: Mapping[tuple[str, str], str]) -> dict[str, Any]:
    schema = TypeAdapter(model).json_schema()
    for record in (schema, *schema.get("$defs", {}).values()):
        _annotate(record, notes)
    schema.pop("title", None)
    description = schema.pop("description", None)
    head = {"$schema": DIALECT, "title": path}
    return head | ({"description": description} if description else {}) | schema


def _annotate(record: dict[str, Any], notes: Mapping[tuple[str, str], str]) -> None:
    """Give the keys of a record their docstrings, instead of the titles pydantic makes of their names."""
    if "description" in record:
        record["description"] = _plain(record["description"])
    for key, value in (("", record), *record.get("properties", {}).items()):
        if "patternProperties" in value:  # a mapping of identifiers: no other keys
            value["additionalProperties"] = False
        if not key:
            continue
        value.pop("title", None)
        note = notes.get((record.get("title", ""), key))
        if note:
            value["description"] = note


def _field_notes() -> Iterator[tuple[tuple[str, str], str]]:
    """Yield the text beneath each field of each record, by the names of record and field."""
    for module in _MODULES:
        for statement in ast.parse(inspect.getsource(module)).body:
            if not isinstance(statement, ast.ClassDef):
                continue
            for field, below in zip(statement.body, statement.body[1:], strict=False):
                if not (isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name)):
                    continue
                match below:
                    case ast.Expr(value=ast.Constant(value=str() as text)):
                        yield (statement.name, field.target.id), _plain(text)


def _plain(text: str) -> str:
    return " ".join(text.replace("``", "").split())


def _write(schema: dict[str, Any]) -> bytes:
    return (json.dumps(schema, ensure_ascii=False, indent=2) + "\n").encode()
