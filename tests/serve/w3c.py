"""Reads the W3C manifests of the SPARQL Protocol and of the Graph Store Protocol and runs their requests."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import pyoxigraph as ox
from rdflib import RDFS, Graph, Namespace
from rdflib.collection import Collection
from rdflib.term import Node
from tests.serve.process import TOKEN, Answer, Server

BASE = "https://w3c.github.io/rdf-tests/sparql/sparql11/"
MF = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#")
HT = Namespace("http://www.w3.org/2011/http#")
CNT = Namespace("http://www.w3.org/2011/content#")
UT = Namespace("http://www.w3.org/2009/sparql/tests/test-update#")

_KINDS = {
    "boolean": ("application/sparql-results+json", "application/sparql-results+xml"),
    "tabular": ("application/sparql-results+json", "application/sparql-results+xml", "text/csv"),
    "RDF": ("text/turtle", "application/rdf+xml", "application/n-triples"),
}


@dataclass(frozen=True, slots=True)
class Case:
    """One test of a manifest: graphs that must be there before, and requests."""

    name: str
    manifest: Graph
    node: Node
    folder: Path


def cases(path: Path, folder: str) -> Iterator[Case]:
    graph = Graph()
    graph.parse(path, format="turtle", publicID=f"{BASE}{folder}/{path.name}")
    for entries in graph.objects(None, MF.entries):
        for node in Collection(graph, entries):
            yield Case(str(node).rpartition("#")[2], graph, node, path.parent)


def run(case: Case, server: Server) -> list[str]:
    """What differs from what the manifest expects; nothing when the test passes."""
    graph = case.manifest
    clear(server)
    for data in graph.objects(case.node, UT.graphData):
        source, name = graph.value(data, UT.graph), graph.value(data, RDFS.label)
        body = (case.folder / str(source).rpartition("/")[2]).read_bytes()
        target = f"/graphs?graph={quote(str(name), safe='')}"
        answer = server.send("PUT", target, body, {**_token(), "Content-Type": "application/n-triples"})
        assert answer.status in (201, 204), answer.text
    wrong: list[str] = []
    location = ""
    action = graph.value(case.node, MF.action)
    requests = graph.value(action, HT.requests)
    assert requests is not None
    for request in Collection(graph, requests):
        answer = _send(graph, request, server, location)
        location = answer.headers.get("location", location)
        wrong += _differences(graph, request, answer)
    return wrong


def clear(server: Server) -> None:
    body = b"DROP SILENT ALL"
    answer = server.send("POST", "/sparql", body, {**_token(), "Content-Type": "application/sparql-update"})
    assert answer.status == 204, answer.text


def _token() -> dict[str, str]:
    return {"Authorization": f"Bearer {TOKEN}"}


def _send(graph: Graph, request: Node, server: Server, location: str) -> Answer:
    path = str(graph.value(request, HT.absolutePath)).replace("$LOCATION$", quote(location, safe=""))
    path = path.replace("/sparql/", "/sparql", 1) if path.startswith("/sparql/") else path.replace("/gsp", "/graphs", 1)
    headers = _token() | dict(_headers(graph, request))
    body = graph.value(request, HT.body)
    data = None
    if body is not None:
        data = str(graph.value(body, CNT.chars)).encode(str(graph.value(body, CNT.characterEncoding) or "utf-8"))
    return server.send(str(graph.value(request, HT.methodName)), path, data, headers)


def _headers(graph: Graph, node: Node) -> Iterator[tuple[str, str]]:
    held = graph.value(node, HT.headers)
    if held is not None:
        for entry in Collection(graph, held):
            yield str(graph.value(entry, HT.fieldName)), str(graph.value(entry, HT.fieldValue))


def _differences(graph: Graph, request: Node, answer: Answer) -> list[str]:
    expected = graph.value(request, HT.resp)
    assert expected is not None
    wrong = []
    statuses = [str(s).rpartition("#")[2] for s in graph.objects(expected, MF.expectedStatus)]
    if not any(_is_status(name, answer.status) for name in statuses):
        wrong.append(f"status {answer.status}, expected {statuses}")
    kind = graph.value(expected, MF.expectedFormat)
    if kind is not None and answer.media not in _KINDS[str(kind)]:
        wrong.append(f"type {answer.media}, expected {kind}")
    truth = graph.value(expected, MF.expectedBoolean)
    if truth is not None and (b"true" in answer.body) != bool(truth.toPython()):  # type: ignore[attr-defined]
        wrong.append(f"answer {answer.text[:200]}, expected {truth}")
    for name, value in _headers(graph, expected):
        if answer.headers.get(name.lower(), "").replace(" ", "").lower() != value.replace(" ", "").lower():
            wrong.append(f"{name} {answer.headers.get(name.lower())}, expected {value}")
    body = graph.value(expected, HT.body)
    if body is not None and answer.status == 200 and not _same(answer.body, str(graph.value(body, CNT.chars))):
        wrong.append(f"another graph: {answer.text}")
    return wrong


def _is_status(name: str, status: int) -> bool:
    if name.startswith("StatusCode"):
        return name[10] == str(status)[0]
    return {"OK": 200, "Created": 201, "NoContent": 204, "NotFound": 404}[name] == status


def _same(found: bytes, expected: str) -> bool:
    """Equal graphs, whatever the names of their blank nodes."""
    graphs = []
    for text in (found, expected.encode()):
        data = ox.Dataset(ox.Quad(*q.triple) for q in ox.parse(text, ox.RdfFormat.TURTLE, base_iri="http://x/"))
        data.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
        graphs.append({str(quad) for quad in data})
    return graphs[0] == graphs[1]
