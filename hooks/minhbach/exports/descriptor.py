"""datapackage.json: what a package holds, for programs (https://specs.frictionlessdata.io/data-package/)."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from minhbach.exports.model import Contents, DataFile, Field, Resource
from minhbach.language import Catalogue, mark
from minhbach.site.addresses import DATA
from minhbach.site.model import Site
from minhbach.words import slugify

LICENCE = {
    "name": "CC-BY-4.0",
    "title": "Creative Commons Attribution 4.0",
    "path": "https://creativecommons.org/licenses/by/4.0/",
}
TEXT_RULES = (
    mark("Text that begins with = + - @, a tab or a line break is written with an apostrophe before it."),
    mark("So is text that does so behind a semicolon or line break: no spreadsheet may run it as a formula."),
    mark("Take one such apostrophe away to read it back. Parquet files hold the texts as they are."),
)
"""What is done to texts in CSV (``cells.make_inert``)."""
_MEDIA_TYPES = {"Parquet": "application/vnd.apache.parquet"}


def describe_package(
    site: Site,
    catalogue: Catalogue,
    contents: Contents,
    sums: DataFile,
    resources: Sequence[Mapping[str, Any]],
) -> bytes:
    """Return the descriptor of a package, whose ``resources`` are described already."""
    gettext, organisation = catalogue.gettext, site.organisation
    words = [gettext(mark("Only what may be published: names without consent are not in it."))]
    if partial := tell_partial(site, contents.campaign, gettext):
        words.append(partial)
    if organisation.sample:
        words.insert(0, f"{gettext('SAMPLE DATA')}.")
    name = f"minh-bach-{slugify(organisation.short_name)}"
    described: dict[str, Any] = {
        "profile": "tabular-data-package",
        "name": f"{name}-{contents.campaign}" if contents.campaign else name,
        "title": contents.title,
        "description": " ".join((*words, *map(gettext, TEXT_RULES))),
        "homepage": site.settings.absolute(DATA),
        "version": version_of(site, sums),
        "dataHash": f"sha256:{sums.sha256}",
        "created": site.settings.now.isoformat(timespec="seconds"),
        "licenses": [LICENCE],
        "contributors": [{"title": organisation.name, "role": "publisher"}],
        "sources": _list_sources(site, gettext),
        "resources": list(resources),
        "heldElsewhere": [
            {
                "name": item.table.name,
                "package": "../../datapackage.json",
                "resource": item.resource.table.name,
                "rows": item.rows,
            }
            for item in contents.elsewhere
        ],
    }
    stated = {key: value for key, value in described.items() if value not in ("", [])}
    return (json.dumps(stated, ensure_ascii=False, separators=(",", ":")) + "\n").encode()


def tell_partial(site: Site, campaign: str | None, gettext: Callable[[str], str]) -> str:
    """Return the sentence that names whose gifts are not all in the data; "" where all are.

    ``campaign``: of which the package is; None for that of everything.
    """
    names = [
        item.name for key, item in site.campaigns.items() if not item.lists_all and campaign in (None, key)
    ]
    if campaign is None:
        names += [fund.name for fund in site.funds.values() if not fund.complete]
    if not names:
        return ""
    words = mark("Not every gift is recorded of: {names}. Sums of the gifts are not all that was received.")
    return gettext(words).format(names="; ".join(names))


def version_of(site: Site, sums: DataFile) -> str:
    """Return the version of a package: the day of the build and the beginning of the data's hash."""
    now = site.settings.now
    return f"{now.year}.{now.month}.{now.day}+{sums.sha256[:12]}"


def describe_resource(
    resource: Resource,
    valid_references: Sequence[Field],
    catalogue: Catalogue,
    *,
    is_whole: bool,
    has_key: bool = True,
) -> dict[str, Any]:
    """Return how the package describes a table: its CSV file, schema and Parquet file.

    ``valid_references`` are the columns of which every value stands in the table that they refer to.
    ``has_key``: whether the columns of its key are filled in every row.
    """
    gettext, table, file = catalogue.gettext, resource.table, resource.csv
    schema: dict[str, Any] = {
        "fields": [_describe_field(field, gettext) for field in table.fields],
        "missingValues": [""],
    }
    if has_key and table.key:
        schema["primaryKey"] = list(table.key)
    keys = [
        {"fields": field.name, "reference": {"resource": field.refers_to, "fields": "id"}}
        for field in valid_references
    ]
    if table.refers_to_itself and is_whole:
        keys.append({"fields": "refers_to", "reference": {"resource": "", "fields": "receipt"}})
    if keys:
        schema["foreignKeys"] = keys
    described = {
        "name": table.name,
        "profile": "tabular-data-resource",
        "title": gettext(table.title),
        "description": gettext(table.description),
        "path": file.path,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        **({"compression": "gz"} if file.path.endswith(".gz") else {}),
        "bytes": file.size_bytes,
        "hash": f"sha256:{file.sha256}",
        "rowCount": resource.rows,
        "dialect": {
            "delimiter": ",",
            "lineTerminator": "\n",
            "quoteChar": '"',
            "doubleQuote": True,
            "header": True,
        },
        "schema": schema,
    }
    if resource.parquet is not None:
        described["alternatives"] = [_describe_file(resource.parquet)]
    return described


def _describe_field(field: Field, gettext: Callable[[str], str]) -> dict[str, Any]:
    constraints: dict[str, Any] = {}
    if field.required:
        constraints["required"] = True
    if field.words is not None:
        constraints["enum"] = list(field.words)
    described: dict[str, Any] = {
        "name": field.name,
        "type": field.type,
        "title": gettext(field.title),
        "description": describe_field(field, gettext),
    }
    if field.unit:
        described["unit"] = field.unit
    if constraints:
        described["constraints"] = constraints
    return described


def describe_field(field: Field, gettext: Callable[[str], str]) -> str:
    """Return what a column holds, and what its fixed values mean."""
    words = gettext(field.description)
    if field.words is None:
        return words
    return f"{words} {'; '.join(f'{value}: {gettext(text)}' for value, text in field.words.items())}."


def _describe_file(file: DataFile) -> dict[str, Any]:
    return {
        "path": file.path,
        "mediatype": _MEDIA_TYPES[file.format],
        "bytes": file.size_bytes,
        "hash": f"sha256:{file.sha256}",
    }


def _list_sources(site: Site, gettext: Callable[[str], str]) -> list[dict[str, str]]:
    """Return what the data rest on: the ledgers, and the articles and documents of the figures."""
    found: dict[str, dict[str, str]] = {}
    if not site.ledger.is_empty:
        title = gettext(mark("Ledgers of {name}")).format(name=site.organisation.name)
        found[title] = {"title": title}
    for address in sorted(site.figures):
        for source in site.figures[address].sources:
            if source.title:
                path = {"path": source.url} if source.url else {}
                found.setdefault(source.title, {"title": source.title} | path)
    return list(found.values())
