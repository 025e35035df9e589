"""The JSON Schemas that editors use are those of the records."""

from __future__ import annotations

import json
from pathlib import Path

from minhbach.records.schema import DIALECT, generate_schemas

FOLDER = Path(__file__).resolve().parents[3] / "data" / "schema"
REPAIR = "run: python -m minhbach schema"


def test_the_committed_schemas_are_those_of_the_records() -> None:
    committed = {path.name: path.read_bytes() for path in FOLDER.glob("*.json")}
    generated = generate_schemas()
    assert sorted(committed) == sorted(generated), REPAIR
    differing = [name for name, content in generated.items() if committed[name] != content]
    assert differing == [], REPAIR


def test_schemas_are_the_same_each_time_and_say_what_they_describe() -> None:
    assert generate_schemas() == generate_schemas()
    for content in generate_schemas().values():
        schema = json.loads(content)
        assert schema["$schema"] == DIALECT
        assert schema["title"].endswith((".yml", ".md"))


def test_a_key_carries_its_docstring() -> None:
    figure = json.loads(generate_schemas()["results.schema.json"])["$defs"]["FigureRecord"]
    assert figure["properties"]["stated"]["description"].startswith("How the source writes it")
    assert figure["additionalProperties"] is False
