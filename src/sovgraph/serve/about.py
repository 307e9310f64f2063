"""The description of the SPARQL service, as SPARQL 1.1 Service Description has it."""

from starlette.responses import Response

from sovgraph import vocab as v
from sovgraph.query import serialise
from sovgraph.serve.engine import Refused
from sovgraph.serve.formats import FORMATS, NONE, wanted
from sovgraph.serve.service import Service

SD = "http://www.w3.org/ns/sparql-service-description#"
_FORMATS_NS = "http://www.w3.org/ns/formats/"
_RESULTS = ("SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV",
            "Turtle", "N-Triples", "RDF_XML", "JSON-LD")  # fmt: skip


def service_description(service: Service, accept: str, suffix: str) -> Response:
    """What the endpoint speaks and how its default graph is made. Raises Refused."""
    _, form = wanted(accept, suffix)
    if form == NONE:
        raise Refused(406, "not-acceptable", "the description of the service is RDF")
    endpoint = f"{service.site.base}sparql"
    rows = [(v.RDF_type, f"<{SD}Service>"), (f"{SD}endpoint", f"<{endpoint}>")]
    rows.append((f"{SD}supportedLanguage", f"<{SD}SPARQL11Query>"))
    if service.options.token:
        rows.append((f"{SD}supportedLanguage", f"<{SD}SPARQL11Update>"))
    if service.options.union:
        rows.append((f"{SD}feature", f"<{SD}UnionDefaultGraph>"))
    rows += [(f"{SD}resultFormat", f"<{_FORMATS_NS}{name}>") for name in _RESULTS]
    data = "".join(f"<{endpoint}> <{name}> {value} .\n" for name, value in rows).encode()
    names = {"ttl": "ttl", "nt": "nt", "rdf": "rdfxml", "jsonld": "jsonld", "nq": "nq", "trig": "trig", "n3": "ttl"}
    body = serialise(data, names[FORMATS[form].suffix])
    headers = {"Vary": "Accept", "Cache-Control": "no-cache"}
    return Response(body, headers=headers, media_type=FORMATS[form].content_type)
