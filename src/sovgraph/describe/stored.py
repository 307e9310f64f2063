"""The stored queries as RDF: sh:SPARQLExecutable, as editors that read examples know them."""

from collections.abc import Iterator
from typing import Final

from sovgraph import vocab as v
from sovgraph.describe.dataset import dataset_iri
from sovgraph.describe.formats import Triple
from sovgraph.describe.resource import LICENSE
from sovgraph.query import Param, StoredQuery, catalog
from sovgraph.store import Cell

SH: Final = "http://www.w3.org/ns/shacl#"
_SCHEMA: Final = "https://schema.org/"
_DCT: Final = "http://purl.org/dc/terms/"
_RDFS: Final = "http://www.w3.org/2000/01/rdf-schema#"
_DATATYPES: Final = {"string": v.XSD_string, "date": v.XSD_date, "integer": v.XSD_integer}


def query_iri(name: str, base: str) -> str:
    return f"{base}queries/{name}"


def queries_description(base: str, endpoint: str) -> Iterator[Triple]:
    """Each stored query with its words in nl and en, its text and its parameters; `endpoint` is where to ask it."""
    prefixes = f"{base}queries#prefixes"
    for prefix, namespace in v.NAMESPACES:
        node = f"{prefixes}-{prefix}"
        yield prefixes, f"{SH}declare", Cell("iri", node)
        yield node, f"{SH}prefix", Cell("literal", prefix)
        yield node, f"{SH}namespace", Cell("literal", namespace, f"{v.XSD_string.removesuffix('string')}anyURI")
    for query in catalog().queries:
        yield from _described(query, base, endpoint, prefixes)


def _described(query: StoredQuery, base: str, endpoint: str, prefixes: str) -> Iterator[Triple]:
    me = query_iri(query.name, base)
    yield me, v.RDF_type, Cell("iri", f"{SH}SPARQLExecutable")
    yield me, v.RDF_type, Cell("iri", f"{SH}SPARQLSelectExecutable")
    yield me, f"{_DCT}identifier", Cell("literal", query.name)
    yield me, f"{_DCT}license", Cell("iri", LICENSE)
    yield me, f"{_DCT}isPartOf", Cell("iri", dataset_iri(base))
    for lang in ("nl", "en"):
        yield me, f"{_RDFS}label", Cell("literal", query.title(lang), lang=lang)
        yield me, f"{_RDFS}comment", Cell("literal", query.description(lang), lang=lang)
    yield me, f"{SH}prefixes", Cell("iri", prefixes)
    yield me, f"{SH}select", Cell("literal", query.text)
    yield me, f"{_SCHEMA}target", Cell("iri", endpoint)
    for tag in query.tags:
        yield me, f"{_SCHEMA}keywords", Cell("literal", tag)
    for order, param in enumerate(query.params):
        yield from _parameter(param, f"{me}#{param.name}", order, me)


def _parameter(param: Param, me: str, order: int, query: str) -> Iterator[Triple]:
    yield query, f"{SH}parameter", Cell("iri", me)
    yield me, v.RDF_type, Cell("iri", f"{SH}Parameter")
    yield me, f"{SH}path", Cell("iri", me)
    yield me, f"{SH}name", Cell("literal", param.name)
    yield me, f"{SH}order", Cell("literal", str(order), v.XSD_integer)
    yield me, f"{SH}optional", Cell("literal", str(not param.required).lower(), v.XSD_boolean)
    for lang in ("nl", "en"):
        yield me, f"{SH}description", Cell("literal", param.description(lang), lang=lang)
    datatype = _DATATYPES.get(param.type)
    if datatype:
        yield me, f"{SH}datatype", Cell("iri", datatype)
    else:
        yield me, f"{SH}nodeKind", Cell("iri", f"{SH}IRI")
