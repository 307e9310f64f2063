"""The description of the SPARQL service, in the form that the client takes."""

from starlette.responses import Response

from sovgraph.describe.formats import write_triples
from sovgraph.describe.service import service_triples
from sovgraph.query import serialise
from sovgraph.serve.engine import Refused
from sovgraph.serve.formats import FORMATS, NONE, wanted
from sovgraph.serve.service import Service

_OTHERS = {"nq": "nq", "trig": "trig", "n3": "ttl"}


def service_description(service: Service, accept: str, suffix: str) -> Response:
    """What the endpoint speaks, how its default graph is made, and what can be asked. Raises Refused."""
    _, form = wanted(accept, suffix)
    if form == NONE:
        raise Refused(406, "not-acceptable", "the description of the service is RDF")
    options = service.options
    triples = service_triples(
        service.site.base, union=options.union, updates=bool(options.token), license=service.site.publication.license
    )
    name = FORMATS[form].suffix
    body = serialise(write_triples(triples, "nt"), _OTHERS[name]) if name in _OTHERS else write_triples(triples, name)
    headers = {"Vary": "Accept", "Cache-Control": "no-cache"}
    return Response(body, headers=headers, media_type=FORMATS[form].content_type)
