"""The SPARQL service as SPARQL 1.1 Service Description has it, with its dataset and the stored queries as examples."""

from collections.abc import Iterator
from typing import Final

from sovgraph import vocab as v
from sovgraph.describe.dataset import dataset_iri
from sovgraph.describe.formats import Triple
from sovgraph.describe.resource import LICENSE
from sovgraph.describe.stored import SH, query_iri
from sovgraph.describe.void import VOID
from sovgraph.query import catalog
from sovgraph.store import Cell

SD: Final = "http://www.w3.org/ns/sparql-service-description#"
_FORMATS: Final = "http://www.w3.org/ns/formats/"
_RESULTS: Final = (
    "SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV", "Turtle", "N-Triples",
    "RDF_XML", "JSON-LD",
)  # fmt: skip
_RDFS: Final = "http://www.w3.org/2000/01/rdf-schema#"
_DCT: Final = "http://purl.org/dc/terms/"
_SCHEMA: Final = "https://schema.org/"


def service_triples(base: str, *, union: bool, updates: bool) -> Iterator[Triple]:
    """`union`: the default graph is all graphs together; `updates`: who has the token may change the data."""
    endpoint, dataset = f"{base}sparql", dataset_iri(base)
    yield endpoint, v.RDF_type, _iri(f"{SD}Service")
    yield endpoint, f"{SD}endpoint", _iri(endpoint)
    yield endpoint, f"{SD}supportedLanguage", _iri(f"{SD}SPARQL11Query")
    if updates:
        yield endpoint, f"{SD}supportedLanguage", _iri(f"{SD}SPARQL11Update")
    if union:
        yield endpoint, f"{SD}feature", _iri(f"{SD}UnionDefaultGraph")
    for name in _RESULTS:
        yield endpoint, f"{SD}resultFormat", _iri(f"{_FORMATS}{name}")
    yield endpoint, f"{SD}defaultDataset", _iri(dataset)
    yield endpoint, f"{_RDFS}seeAlso", _iri(f"{base}void")
    yield endpoint, f"{_RDFS}seeAlso", _iri(f"{base}queries.ttl")
    yield dataset, v.RDF_type, _iri(f"{SD}Dataset")
    yield dataset, v.RDF_type, _iri(f"{VOID}Dataset")
    yield dataset, f"{VOID}sparqlEndpoint", _iri(endpoint)
    yield dataset, f"{_DCT}license", _iri(LICENSE)
    yield dataset, f"{SD}defaultGraph", _iri(f"{endpoint}#default")
    yield f"{endpoint}#default", v.RDF_type, _iri(f"{SD}Graph")
    yield from _examples(base, endpoint)


def _examples(base: str, endpoint: str) -> Iterator[Triple]:
    """The stored queries by name; their text is in the description that they point to."""
    for query in catalog().queries:
        me = query_iri(query.name, base)
        yield me, v.RDF_type, _iri(f"{SH}SPARQLExecutable")
        yield me, f"{_SCHEMA}target", _iri(endpoint)
        yield me, f"{_RDFS}isDefinedBy", _iri(f"{base}queries.ttl")
        for lang in ("nl", "en"):
            yield me, f"{_RDFS}label", Cell("literal", query.title(lang), lang=lang)


def _iri(value: str) -> Cell:
    return Cell("iri", value)
