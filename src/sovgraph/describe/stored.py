"""The stored queries as RDF: sh:SPARQLExecutable, as editors that read examples know them."""

from collections.abc import Iterator
from typing import Final

from sovgraph import vocab as v
from sovgraph.describe.dataset import dataset_iri
from sovgraph.describe.publication import LICENSE
from sovgraph.describe.rdf import SCHEMA, SH, Triple, iri, number, text
from sovgraph.query import Param, StoredQuery, catalog
from sovgraph.store import Cell

_DATATYPES: Final = {"string": v.XSD_string, "date": v.XSD_date, "integer": v.XSD_integer}


def query_iri(name: str, base: str) -> str:
    return f"{base}queries/{name}"


def queries_description(base: str, endpoint: str) -> Iterator[Triple]:
    """Each stored query with its words in nl and en, its text and its parameters; `endpoint` is where to ask it."""
    prefixes = f"{base}queries#prefixes"
    for prefix, namespace in v.NAMESPACES:
        node = f"{prefixes}-{prefix}"
        yield prefixes, f"{SH}declare", iri(node)
        yield node, f"{SH}prefix", text(prefix)
        yield node, f"{SH}namespace", Cell("literal", namespace, v.XSD_anyURI)
    for query in catalog().queries:
        yield from _described(query, base, endpoint, prefixes)


def _described(query: StoredQuery, base: str, endpoint: str, prefixes: str) -> Iterator[Triple]:
    me = query_iri(query.name, base)
    yield me, v.RDF_type, iri(f"{SH}SPARQLExecutable")
    yield me, v.RDF_type, iri(f"{SH}SPARQLSelectExecutable")
    yield me, v.DCTERMS_identifier, text(query.name)
    yield me, v.DCTERMS_license, iri(LICENSE)
    yield me, v.DCTERMS_isPartOf, iri(dataset_iri(base))
    for lang in ("nl", "en"):
        yield me, v.RDFS_label, text(query.title(lang), lang)
        yield me, v.RDFS_comment, text(query.description(lang), lang)
    yield me, f"{SH}prefixes", iri(prefixes)
    yield me, f"{SH}select", text(query.text)
    yield me, f"{SCHEMA}target", iri(endpoint)
    for tag in query.tags:
        yield me, f"{SCHEMA}keywords", text(tag)
    for order, param in enumerate(query.params):
        yield from _parameter(param, f"{me}#{param.name}", order, me)


def _parameter(param: Param, me: str, order: int, query: str) -> Iterator[Triple]:
    yield query, f"{SH}parameter", iri(me)
    yield me, v.RDF_type, iri(f"{SH}Parameter")
    yield me, f"{SH}path", iri(me)
    yield me, f"{SH}name", text(param.name)
    yield me, f"{SH}order", number(order)
    yield me, f"{SH}optional", Cell("literal", str(not param.required).lower(), v.XSD_boolean)
    for lang in ("nl", "en"):
        yield me, f"{SH}description", text(param.description(lang), lang)
    datatype = _DATATYPES.get(param.type)
    if datatype:
        yield me, f"{SH}datatype", iri(datatype)
    else:
        yield me, f"{SH}nodeKind", iri(f"{SH}IRI")
