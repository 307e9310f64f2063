"""The SPARQL service as SPARQL 1.1 Service Description has it, with its dataset and the stored queries as examples."""

from collections.abc import Iterator
from typing import Final

from sovgraph import vocab as v
from sovgraph.describe.dataset import dataset_iri
from sovgraph.describe.publication import LICENSE
from sovgraph.describe.rdf import FORMATS, SCHEMA, SD, SH, VOID, Triple, iri, text
from sovgraph.describe.stored import query_iri
from sovgraph.query import catalog

_RESULTS: Final = (
    "SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV", "Turtle", "N-Triples",
    "RDF_XML", "JSON-LD",
)  # fmt: skip


def service_triples(base: str, *, union: bool, updates: bool, license: str = LICENSE) -> Iterator[Triple]:
    """`union`: the default graph is all graphs together; `updates`: who has the token may change the data."""
    endpoint, dataset = f"{base}sparql", dataset_iri(base)
    yield endpoint, v.RDF_type, iri(f"{SD}Service")
    yield endpoint, f"{SD}endpoint", iri(endpoint)
    yield endpoint, f"{SD}supportedLanguage", iri(f"{SD}SPARQL11Query")
    if updates:
        yield endpoint, f"{SD}supportedLanguage", iri(f"{SD}SPARQL11Update")
    if union:
        yield endpoint, f"{SD}feature", iri(f"{SD}UnionDefaultGraph")
    for name in _RESULTS:
        yield endpoint, f"{SD}resultFormat", iri(f"{FORMATS}{name}")
    yield endpoint, f"{SD}defaultDataset", iri(dataset)
    yield endpoint, v.RDFS_seeAlso, iri(f"{base}void")
    yield endpoint, v.RDFS_seeAlso, iri(f"{base}queries.ttl")
    yield dataset, v.RDF_type, iri(f"{SD}Dataset")
    yield dataset, v.RDF_type, iri(v.VOID_Dataset)
    yield dataset, f"{VOID}sparqlEndpoint", iri(endpoint)
    yield dataset, v.DCTERMS_license, iri(license)
    yield dataset, f"{SD}defaultGraph", iri(f"{endpoint}#default")
    yield f"{endpoint}#default", v.RDF_type, iri(f"{SD}Graph")
    yield from _examples(base, endpoint)


def _examples(base: str, endpoint: str) -> Iterator[Triple]:
    """The stored queries by name; their text is in the description that they point to."""
    for query in catalog().queries:
        me = query_iri(query.name, base)
        yield me, v.RDF_type, iri(f"{SH}SPARQLExecutable")
        yield me, f"{SCHEMA}target", iri(endpoint)
        yield me, v.RDFS_isDefinedBy, iri(f"{base}queries.ttl")
        for lang in ("nl", "en"):
            yield me, v.RDFS_label, text(query.title(lang), lang)
