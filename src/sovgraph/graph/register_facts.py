"""What all registers state alike: kind, name, source, day of retrieval, period, other names."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from sovgraph import vocab as v
from sovgraph.model import Iri, Literal, Node

WIKIDATA = "http://www.wikidata.org/entity/"
Triples = Iterator[tuple[str, str, Node]]


def day(value: date) -> Literal:
    return Literal(value.isoformat(), v.XSD_date)


def common(subject: str, row: Any, *types: str, label: str = "", lang: str | None = "nl") -> Triples:
    for kind in types:
        yield subject, v.RDF_type, Iri(kind)
    if label:
        yield subject, v.RDFS_label, Literal(label, lang=lang)
    if row.source:
        yield subject, v.DCTERMS_source, Literal(row.source)
    if row.retrieved:
        yield subject, v.DCTERMS_date, day(row.retrieved)
    if getattr(row, "wikidata", ""):
        yield subject, v.SKOS_exactMatch, Iri(WIKIDATA + row.wikidata)


def period(subject: str, row: Any) -> Triples:
    if row.since:
        yield subject, v.validFrom, day(row.since)
    if row.until:
        yield subject, v.validUntil, day(row.until)


def alternatives(subject: str, values: tuple[str, ...]) -> Triples:
    for value in values:
        yield subject, v.SKOS_altLabel, Literal(value, lang="nl")
