"""Changes of the store by whoever has the token: SPARQL Update and the Graph Store Protocol. In the writing worker."""

import json
from typing import Any

import pyoxigraph as ox

from sovgraph.errors import QueryError, SovgraphError
from sovgraph.guard import scan_update
from sovgraph.serve.engine import Refused, Sink
from sovgraph.store.ledger import LEDGER_GRAPH, format_quads
from sovgraph.store.update import graph_name

_FORMATS = {
    "text/turtle": ox.RdfFormat.TURTLE,
    "application/n-triples": ox.RdfFormat.N_TRIPLES,
    "application/rdf+xml": ox.RdfFormat.RDF_XML,
    "application/ld+json": ox.RdfFormat.JSON_LD,
    "text/n3": ox.RdfFormat.N3,
}
_LEDGER = ox.NamedNode(LEDGER_GRAPH)


def change(store: ox.Store, request: dict[str, Any], prefixes: dict[str, str], sink: Sink) -> None:
    """Does it, makes it durable, and tells whether a graph came into being. Raises Refused; then nothing changed."""
    try:
        created = _update(store, request, prefixes) if request["kind"] == "update" else _graph(store, request)
    except QueryError as error:
        raise Refused(400, "update-refused", str(error)) from error
    except SyntaxError as error:
        raise Refused(400, "update-syntax", f"can't be read: {error}") from error
    except SovgraphError as error:
        raise Refused(400, "update-refused", str(error)) from error
    except (OSError, RuntimeError, ValueError) as error:
        raise Refused(400, "update-failed", f"could not be done ({error}); nothing was changed") from error
    if not any(store.quads_for_pattern(None, None, None, _LEDGER)):
        store.load(format_quads(), ox.RdfFormat.N_QUADS)
    store.flush()
    sink.begin(0)
    sink.write(json.dumps({"created": created}).encode())


def _update(store: ox.Store, request: dict[str, Any], prefixes: dict[str, str]) -> bool:
    scan = scan_update(request["text"])
    text = scan.text
    default, named = request["default"] or (), request["named"] or ()
    if default or named:
        if scan.has_dataset:
            raise QueryError("USING and WITH can't stand beside using-graph-uri; use one of them")
        if scan.short:
            raise QueryError("DELETE WHERE can't be used with using-graph-uri; write the pattern twice")
        using = [f"USING {ox.NamedNode(iri)}" for iri in default]
        using += [f"USING NAMED {ox.NamedNode(iri)}" for iri in named]
        for place in reversed(scan.wheres):
            text = f"{text[:place]}{' '.join(using)} {text[place:]}"
    store.update(text, base_iri=request["base"], prefixes=prefixes)
    return False


def _graph(store: ox.Store, request: dict[str, Any]) -> bool:
    name = request["graph"]
    graph = ox.DefaultGraph() if name is None else graph_name(name)
    if graph == _LEDGER:
        raise QueryError("the ledger is the store's own; it changes with its graphs")
    there = name is None or store.contains_named_graph(graph)
    target = "DEFAULT" if name is None else f"GRAPH {graph}"
    if request["kind"] == "delete":
        if not there:
            raise Refused(404, "no-such-graph", f"the store has no graph <{name}>")
        store.update(f"DROP {target}")
        return False
    triples = "\n".join(_triples(request["parts"], name))
    inside = triples if name is None else f"GRAPH {graph} {{ {triples} }}"
    steps = [f"DROP SILENT {target}"] if request["kind"] == "put" else []
    steps += [] if name is None else [f"CREATE SILENT {target}"]
    store.update(" ;\n".join([*steps, f"INSERT DATA {{ {inside} }}"]))
    return not there


def _triples(parts: list[list[str]], base: str | None) -> list[str]:
    """Of all parts of the request, each with its media type; blank nodes of different parts stay apart."""
    found: list[str] = []
    for number, (media, text) in enumerate(parts):
        if media not in _FORMATS:
            raise Refused(415, "media-type", f"{media or 'no type'}: send one of {', '.join(_FORMATS)}")
        data = text.encode()
        if media == "application/rdf+xml" and "<!DOCTYPE" in text.upper():
            raise Refused(400, "doctype", "RDF/XML with a document type is not taken")
        quads = ox.parse(data, _FORMATS[media], base_iri=base, rename_blank_nodes=number > 0)
        found += [f"{quad.subject} {quad.predicate} {quad.object} ." for quad in quads]
    return found
