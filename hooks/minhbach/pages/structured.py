"""What pages tell search engines, in the vocabulary of schema.org.

Each function returns one description, as JSON-LD, that says nothing the page itself does not show.
Properties: https://schema.org/NewsArticle, Event, BreadcrumbList, NGO, Dataset.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from minhbach.exports.descriptor import LICENCE
from minhbach.exports.model import Exports
from minhbach.outputs.model import Crumb
from minhbach.records.article import EventRecord
from minhbach.records.document import DocumentRecord
from minhbach.records.organisation import AuthorRecord
from minhbach.site.addresses import HOME, author_address, document_address
from minhbach.site.model import Article, Site

Description = dict[str, Any]


def describe_organisation(site: Site) -> Description:
    """Return the organisation that publishes the site."""
    record = site.organisation
    described: Description = {
        "@type": "NGO",
        "name": record.name,
        "alternateName": record.short_name,
        "url": site.settings.absolute(HOME),
        "areaServed": record.place,
    }
    if record.parent:
        described["parentOrganization"] = {"@type": "NGO", "name": record.parent}
    if record.valid.until is not None:
        described["dissolutionDate"] = record.valid.until.isoformat()
    return _stated(described)


def describe_website(site: Site, language: str) -> Description:
    """Return the site as a whole."""
    return _stated(
        {
            "@type": "WebSite",
            "name": site.organisation.name,
            "url": site.settings.absolute(HOME),
            "inLanguage": language,
        }
    )


def describe_article(site: Site, article: Article, address: str, images: Iterable[str]) -> Description:
    """Return an article. ``images`` are the public addresses of its card and photos, the best first."""
    record = article.record
    home = site.settings.absolute(HOME)
    publisher = _stated({"@type": "NGO", "name": site.organisation.name, "url": home})
    described: Description = {
        "@type": "NewsArticle",
        "headline": record.title,
        "description": record.summary,
        "url": site.settings.absolute(address),
        "mainEntityOfPage": site.settings.absolute(address),
        "image": list(images),
        "datePublished": record.published.isoformat(),
        "dateModified": article.changed.isoformat(),
        "inLanguage": "vi",
        "articleSection": site.sections[record.section].name,
        "keywords": list(article.tags),
        "wordCount": article.prose.word_count,
        "isAccessibleForFree": True,
        "author": [describe_author(site, key, site.authors[key]) for key in article.authors],
        "publisher": publisher,
    }
    if not article.authors:
        described["author"] = [publisher]
    if record.event is not None:
        described["about"] = describe_event(record.event)
    described["isBasedOn"] = [
        _describe_document(site, key, site.documents[key])
        for key in dict.fromkeys((record.based_on, record.source))
        if key is not None
    ]
    corrections = [
        {"@type": "CorrectionComment", "text": note.text, "datePublished": note.date.isoformat()}
        for note in record.corrections
        if note.kind == "correction"
    ]
    if corrections:
        described["correction"] = corrections
    return _stated(described)


def _describe_document(site: Site, key: str, record: DocumentRecord) -> Description:
    """Return a document of the register, with the address of its entry there."""
    return _stated(
        {
            "@type": "CreativeWork",
            "name": record.title,
            "url": site.settings.absolute(document_address(key)),
            "publisher": {"@type": "Organization", "name": record.publisher},
            "datePublished": record.published.isoformat() if record.published else None,
            "identifier": record.number,
            "inLanguage": record.language,
            "sameAs": record.url,
        }
    )


def describe_author(site: Site, key: str, record: AuthorRecord) -> Description:
    """Return an author with the address of the profile page."""
    kind = "Person" if record.kind == "person" else "Organization"
    described = {"@type": kind, "name": record.name, "url": site.settings.absolute(author_address(key))}
    if record.role and record.kind == "person":
        described["jobTitle"] = record.role
    return _stated(described)


def describe_event(record: EventRecord) -> Description:
    """Return what an article reports on."""
    described: Description = {
        "@type": "Event",
        "name": record.name,
        "startDate": record.date.isoformat(),
    }
    if record.place:
        described["location"] = {"@type": "Place", "name": record.place}
    return described


def describe_dataset(site: Site, data: Exports, title: str, description: str) -> Description:
    """Return the open data as a whole, with the files in which they can be had."""
    folder = site.settings.absolute(data.whole.folder)
    return _stated(
        {
            "@type": "Dataset",
            "name": title,
            "description": description,
            "url": folder,
            "version": data.whole.version,
            "license": LICENCE["path"],
            "isAccessibleForFree": True,
            "creator": _stated(
                {"@type": "NGO", "name": site.organisation.name, "url": site.settings.absolute(HOME)}
            ),
            "distribution": [
                {
                    "@type": "DataDownload",
                    "encodingFormat": file.format,
                    "contentUrl": f"{folder}{file.path}",
                    "sha256": file.sha256,
                }
                for file in data.whole.files
                if folder
            ],
        }
    )


def describe_trail(site: Site, trail: Sequence[Crumb], here: Crumb) -> Description:
    """Return the way from the home page to the page ``here``, as the page shows it."""
    steps = [
        _stated(
            {
                "@type": "ListItem",
                "position": position,
                "name": crumb.name,
                "item": site.settings.absolute(crumb.address),
            }
        )
        for position, crumb in enumerate((*trail, here), start=1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": steps}


def write_json_ld(descriptions: Sequence[Mapping[str, Any]]) -> str:
    """Return descriptions as the content of one ``<script>``: no letter of them can end it."""
    graph = {"@context": "https://schema.org", "@graph": list(descriptions)}
    text = json.dumps(graph, ensure_ascii=False, separators=(",", ":"))
    for letter in "<>&\u2028\u2029":
        text = text.replace(letter, f"\\u{ord(letter):04x}")
    return text


def _stated(described: Description) -> Description:
    """Leave out what is not known."""
    return {key: value for key, value in described.items() if value not in ("", [], None)}
