"""Triples as Turtle, JSON-LD, N-Triples and RDF/XML: the same triples give the same bytes, in whatever order."""

import json
import re
from collections.abc import Iterable
from typing import Any, Final

import pyoxigraph as ox

from sovgraph import vocab as v
from sovgraph.describe.rdf import PREFIXES, Triple
from sovgraph.errors import QueryError
from sovgraph.store.oxigraph import cell_of
from sovgraph.store.terms import Cell

SUFFIXES: Final = ("ttl", "jsonld", "nt", "rdf")

_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Characters that XML 1.0 can't hold, however written."""
_LOCAL = re.compile(r"[A-Za-z_][\w.-]*")


def write_triples(triples: Iterable[Triple], suffix: str) -> bytes:
    """The triples, each once, in the form of a suffix of `SUFFIXES`. Raises QueryError for another."""
    once = sorted(set(triples), key=lambda t: (t[0], t[1] != v.RDF_type, t[1], t[2].ntriples))
    if suffix == "nt":
        return "".join(f"<{s}> <{p}> {o.ntriples} .\n" for s, p, o in once).encode()
    if suffix == "jsonld":
        return json_ld(once).encode() + b"\n"
    if suffix not in SUFFIXES:
        raise QueryError(f"no form '{suffix}'; known: {', '.join(SUFFIXES)}")
    form = ox.RdfFormat.TURTLE if suffix == "ttl" else ox.RdfFormat.RDF_XML
    if suffix == "rdf":
        once = [(s, p, _for_xml(o)) for s, p, o in once]
    lines = "".join(f"<{s}> <{p}> {o.ntriples} .\n" for s, p, o in once)
    terms = (quad.triple for quad in ox.parse(lines.encode(), ox.RdfFormat.N_TRIPLES))
    return ox.serialize(terms, format=form, prefixes=_used(once)) or b""


def _for_xml(cell: Cell) -> Cell:
    """A control character, which XML can't write, becomes U+FFFD; the other forms keep it."""
    return Cell(cell.kind, _UNWRITABLE.sub("�", cell.value), cell.datatype, cell.lang)


def _used(triples: Iterable[Triple]) -> dict[str, str]:
    names = {name for s, p, o in triples for name in (s, p, o.value if o.kind == "iri" else o.datatype or "")}
    return {prefix: space for prefix, space in sorted(PREFIXES.items()) if any(n.startswith(space) for n in names)}


def json_ld(triples: Iterable[Triple]) -> str:
    """JSON-LD with a context of its own: properties and classes by prefix, things by their whole IRI, a line each."""
    rows = list(triples)
    short = _Shortener(rows)
    nodes: dict[str, dict[str, Any]] = {}
    for subject, prop, value in rows:
        node = nodes.setdefault(subject, {"@id": subject})
        if prop == v.RDF_type and value.kind == "iri":
            node.setdefault("@type", []).append(short(value.value))
        else:
            node.setdefault(short(prop), []).append(_json_value(value, short))
    graph = ",\n".join(map(_text, nodes.values()))
    return f'{{"@context": {_text(dict(sorted(short.used.items())))},\n"@graph": [\n{graph}\n]}}'


_text = json.JSONEncoder(ensure_ascii=False).encode


class _Shortener:
    """IRIs by prefix; `used` are the prefixes that were needed. None is also the scheme of an IRI."""

    def __init__(self, rows: Iterable[Triple]) -> None:
        schemes = {iri.partition(":")[0] for s, _, o in rows for iri in (s, o.value)}
        self._known = {prefix: space for prefix, space in sorted(PREFIXES.items()) if prefix not in schemes}
        self._short: dict[str, str] = {}
        self.used: dict[str, str] = {}

    def __call__(self, iri: str) -> str:
        if iri not in self._short:
            self._short[iri] = self._made(iri)
        return self._short[iri]

    def _made(self, iri: str) -> str:
        for prefix, space in self._known.items():
            if iri.startswith(space) and _LOCAL.fullmatch(iri[len(space) :]):
                self.used[prefix] = space
                return f"{prefix}:{iri[len(space) :]}"
        return iri


def _json_value(cell: Cell, short: _Shortener) -> dict[str, str]:
    if cell.kind != "literal":
        return {"@id": cell.value if cell.kind == "iri" else cell.ntriples}
    if cell.lang:
        return {"@value": cell.value, "@language": cell.lang}
    return {"@value": cell.value, **({"@type": short(cell.datatype)} if cell.datatype else {})}


def from_ntriples(data: bytes) -> list[Triple]:
    """The triples of N-Triples without blank nodes."""
    return [
        (quad.subject.value, quad.predicate.value, cell_of(quad.object))
        for quad in ox.parse(data, ox.RdfFormat.N_TRIPLES)
        if isinstance(quad.subject, ox.NamedNode)
    ]
