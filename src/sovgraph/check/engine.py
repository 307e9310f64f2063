"""Runs pySHACL on the graph of one paper with the context that it needs."""

import warnings
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pyoxigraph as ox
import rdflib
from rdflib.namespace import RDF, SH

from sovgraph import vocab as v
from sovgraph.check.fast import FAST
from sovgraph.check.report import Conflict, Finding, Report
from sovgraph.errors import ResourceError
from sovgraph.resources import folder

_SEVERITY: dict[object, str] = {SH.Violation: "violation", SH.Warning: "warning", SH.Info: "info"}
_LITERALS = "http://www.w3.org/2001/XMLSchema#string"


@dataclass(frozen=True, eq=False)
class Shapes:
    """All shapes, parsed once. `graph` is as the files say; `quick` says the same in a form that runs faster."""

    graph: rdflib.Graph
    quick: rdflib.Graph


@cache
def load_shapes(path: Path | None = None) -> Shapes:
    """Every file of shapes/. Raises ResourceError for one that can't be parsed."""
    graph = rdflib.Graph()
    for file in sorted((path or folder("shapes")).glob("*.ttl")):
        try:
            graph.parse(file, format="turtle")
        except Exception as error:
            raise ResourceError(f"{file}: {error}") from error
    if not len(graph):
        raise ResourceError(f"{path or folder('shapes')}: no shapes found; reinstall sovgraph")
    return Shapes(graph, _quickened(graph))


_TARGETS = (SH.targetClass, SH.targetObjectsOf, SH.targetSubjectsOf, SH.targetNode)


def _quickened(shapes: rdflib.Graph) -> rdflib.Graph:
    """Property shapes aim at the things themselves, so that each runs once for all things and not once a thing.

    Constraints that `FAST` evaluates are switched off. Closed shapes keep their properties: those say what is open.
    """
    quick = rdflib.Graph(store="SimpleMemory")  # shapes have no contexts; reading them is much of the work
    quick += shapes
    for node, prop in list(shapes.subject_objects(SH.property)):
        targets = [(kind, target) for kind in _TARGETS for target in shapes.objects(node, kind)]
        if targets and isinstance(prop, rdflib.URIRef) and (node, SH.closed, None) not in shapes:
            quick.remove((node, SH.property, prop))
            for kind, target in targets:
                quick.add((prop, kind, target))
    for shape in FAST:
        quick.add((shape, SH.deactivated, rdflib.Literal(True)))
    return quick


def to_graph(nquads: bytes) -> rdflib.Graph:
    """The union of the named graphs as one rdflib Graph; parsed by pyoxigraph, which is many times faster."""
    graph = rdflib.Graph()
    known: dict[object, rdflib.term.Node] = {}
    for quad in ox.parse(nquads, format=ox.RdfFormat.N_QUADS):
        graph.add((_node(quad.subject, known), _node(quad.predicate, known), _node(quad.object, known)))
    return graph


def _node(term: object, known: dict[object, rdflib.term.Node]) -> rdflib.term.Node:
    found = known.get(term)
    if found is None:
        found = known[term] = _made(term)
    return found


def _made(term: object) -> rdflib.term.Node:
    if isinstance(term, ox.NamedNode):
        return rdflib.URIRef(term.value)
    if isinstance(term, ox.Literal):
        if term.language:
            return rdflib.Literal(term.value, lang=term.language)
        datatype = term.datatype.value
        return rdflib.Literal(term.value, datatype=None if datatype == _LITERALS else rdflib.URIRef(datatype))
    return rdflib.BNode(str(getattr(term, "value", term)))


def validate_nquads(nquads: bytes, shapes: Shapes) -> Report:
    """The report on N-Quads of one paper."""
    return validate_graph(to_graph(nquads), shapes)


def validate_graph(data: rdflib.Graph, shapes: Shapes, context: rdflib.Graph | None = None) -> Report:
    """The report on a graph; `context` holds what it refers to in other graphs and is not itself reported on."""
    whole = data if context is None else data + context
    result = run_shacl(whole, shapes.quick)
    for shape, rule in FAST.items():
        for focus, value in rule(whole):
            add_result(result, shapes, shape, focus, value)
    findings = sorted(_findings(result, data, shapes.graph), key=_order)
    return Report(tuple(findings), result.serialize(format="turtle"))


def run_shacl(data: rdflib.Graph, shapes: rdflib.Graph) -> rdflib.Graph:
    """The SHACL report of pySHACL."""
    import pyshacl

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        _, result, _ = pyshacl.validate(
            data, shacl_graph=shapes, inference="none", advanced=False, meta_shacl=False, do_owl_imports=False
        )
    assert isinstance(result, rdflib.Graph)
    return result


def add_result(
    report: rdflib.Graph, shapes: Shapes, shape: rdflib.URIRef, focus: rdflib.term.Node, value: rdflib.term.Node
) -> None:
    """One more result in a SHACL report."""
    node = rdflib.BNode()
    for top in list(report.subjects(RDF.type, SH.ValidationReport)):
        report.set((top, SH.conforms, rdflib.Literal(False)))
        report.add((top, SH.result, node))
    severity = shapes.graph.value(shape, SH.severity) or SH.Violation
    facts = ((RDF.type, SH.ValidationResult), (SH.focusNode, focus), (SH.value, value), (SH.sourceShape, shape))
    for prop, term in (*facts, (SH.resultSeverity, severity)):
        report.add((node, prop, term))
    for message in shapes.graph.objects(shape, SH.message):
        report.add((node, SH.resultMessage, message))


def conflicts_report(conflicts: Iterable[Conflict], shapes: Shapes) -> Report:
    """The report on contradictions between papers: broken shapes of which no single paper shows it."""
    report = rdflib.Graph()
    top = rdflib.BNode()
    report.add((top, RDF.type, SH.ValidationReport))
    report.add((top, SH.conforms, rdflib.Literal(True)))
    findings = []
    for conflict in conflicts:
        shape = rdflib.URIRef(conflict.shape)
        add_result(report, shapes, shape, rdflib.URIRef(conflict.focus), rdflib.URIRef(conflict.value))
        messages = {
            m.language: str(m) for m in shapes.graph.objects(shape, SH.message) if isinstance(m, rdflib.Literal)
        }
        findings.append(
            Finding(
                severity=_SEVERITY.get(shapes.graph.value(shape, SH.severity), "violation"),
                shape=conflict.shape,
                focus=conflict.focus,
                path="",
                value=conflict.value,
                message_nl=f"{messages.get('nl', '')} {conflict.note_nl}",
                message_en=f"{messages.get('en', '')} {conflict.note_en}",
                paper=conflict.paper,
                quote=conflict.quote,
                start=conflict.start,
                end=conflict.end,
            )
        )
    return Report(tuple(sorted(findings, key=_order)), report.serialize(format="turtle"))


def _order(finding: Finding) -> tuple[int, str, int, str, str, str]:
    rank = ("violation", "warning", "info").index(finding.severity)
    return rank, finding.paper, finding.start or 0, finding.focus, finding.shape, finding.value


def _findings(result: rdflib.Graph, data: rdflib.Graph, shapes: rdflib.Graph) -> Iterable[Finding]:
    for node in result.subjects(RDF.type, SH.ValidationResult):
        shape = result.value(node, SH.sourceShape)
        constraint = result.value(node, SH.sourceConstraint)
        named = next((x for x in (constraint, shape) if isinstance(x, rdflib.URIRef)), None)
        focus, path, value = (result.value(node, p) for p in (SH.focusNode, SH.resultPath, SH.value))
        messages = {m.language: str(m) for m in result.objects(node, SH.resultMessage) if isinstance(m, rdflib.Literal)}
        if named is not None and len(messages) < 2:
            messages |= {m.language: str(m) for m in shapes.objects(named, SH.message) if isinstance(m, rdflib.Literal)}
        paper, quote, start, end = _evidence(data, focus, path, value)
        yield Finding(
            severity=_SEVERITY.get(result.value(node, SH.resultSeverity), "violation"),
            shape=str(named or ""),
            focus=str(focus or ""),
            path=str(path) if isinstance(path, rdflib.URIRef) else "",
            value=str(value if value is not None else ""),
            message_nl=messages.get("nl") or next(iter(messages.values()), ""),
            message_en=messages.get("en") or next(iter(messages.values()), ""),
            paper=paper,
            quote=quote,
            start=start,
            end=end,
        )


_Place = tuple[str, str, int | None, int | None]


def _evidence(data: rdflib.Graph, focus: object, path: object, value: object) -> _Place:
    """The words behind the fact that a finding is about, else behind any fact about its focus."""
    if not isinstance(focus, rdflib.URIRef):
        return "", "", None, None
    subject, derived = rdflib.URIRef(v.RDF_subject), rdflib.URIRef(v.PROV_wasDerivedFrom)
    assertions = sorted(data.subjects(subject, focus), key=str)
    exact = [a for a in assertions if data.value(a, rdflib.URIRef(v.RDF_predicate)) == path]
    matching = [a for a in exact if data.value(a, rdflib.URIRef(v.RDF_object)) == value]
    for assertion in (*matching, *exact, *assertions):
        for quote in sorted(data.objects(assertion, derived), key=str):
            return _place(data, quote)
    return _place(data, focus) if (focus, rdflib.URIRef(v.OA_hasSelector), None) in data else ("", "", None, None)


def _place(data: rdflib.Graph, quote: rdflib.term.Node) -> _Place:
    selectors = data.objects(quote, rdflib.URIRef(v.OA_hasSelector))
    selector = next((s for s in selectors if (s, rdflib.URIRef(v.OA_start), None) in data), None)
    start, end = (data.value(selector, rdflib.URIRef(p)) for p in (v.OA_start, v.OA_end))
    text = data.value(selector, rdflib.URIRef(v.OA_exact))
    paper = data.value(quote, rdflib.URIRef(v.OA_hasSource))
    return (
        str(paper or ""),
        str(text or ""),
        int(str(start)) if start is not None else None,
        int(str(end)) if end is not None else None,
    )
