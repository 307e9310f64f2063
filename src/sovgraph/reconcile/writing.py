"""Decisions as a graph: each match with on whose word, by which rule and from what; what stays unsure as an issue."""

from collections.abc import Iterator

from sovgraph import vocab as v
from sovgraph.graph.writer import term
from sovgraph.ids import Ids, short_hash
from sovgraph.model import Iri, Literal, Node
from sovgraph.query.sentences import in_language
from sovgraph.reconcile.model import Basis, Decision, Verdict
from sovgraph.reconcile.report import Report
from sovgraph.reconcile.target import Target

GRAPH = "reconciled"
VIA = "reconcile.number/1"
"""The other register gives a number in a third one."""

SURE, MOST = 100, 99
_BASIS = {Basis.REGISTER: v.BasisRegister, Basis.INFERRED: v.BasisInferred, Basis.DECIDED: v.BasisCorrected}
_Triple = tuple[str, str, Node]


def graph_of(report: Report, target: Target) -> tuple[str, bytes]:
    """(graph IRI, sorted N-Quads). The same decisions give the same bytes."""
    ids = Ids(report.base)
    graph = ids.graph(GRAPH)
    found: list[_Triple] = []
    unsure = sorted((d for d in report.decisions if d.verdict is Verdict.UNSURE), key=lambda d: d.entity.iri)
    for decision in report.decisions:
        if decision.verdict is Verdict.MATCH:
            found += _matched(decision, target, ids, graph)
    for number, decision in enumerate(unsure, start=1):
        found += _unsure(decision, f"{graph}/probleem/{number}")
    lines = {f"<{s}> <{p}> {term(o)} <{graph}> ." for s, p, o in found}
    return graph, "".join(f"{line}\n" for line in sorted(lines)).encode("utf-8")


def _matched(decision: Decision, target: Target, ids: Ids, graph: str) -> Iterator[_Triple]:
    sure = SURE if decision.basis is not Basis.INFERRED else _confidence(decision)
    yield from _fact(decision, decision.target, decision.rule, sure, decision.reasons, ids, graph)
    chosen = decision.chosen
    for scheme, number in chosen.candidate.identifiers if chosen else ():
        address = target.address(scheme, number)
        if address:
            told = f"number in {scheme}: '{number}' of {decision.target}"
            yield from _fact(decision, address, VIA, sure, (told,), ids, graph)


def _confidence(decision: Decision) -> int:
    return min(MOST, max(0, decision.chosen.score)) if decision.chosen else 0


def _fact(
    decision: Decision, same: str, rule: str, sure: int, reasons: tuple[str, ...], ids: Ids, graph: str
) -> Iterator[_Triple]:
    """The match, its assertion, and as evidence the reasons in words, whose source is the thing compared with."""
    subject = decision.entity.iri
    key = short_hash(f"{subject}\n{v.SKOS_exactMatch}\n{same}\n{graph}", 16)
    assertion, quote, made = f"{ids.base}id/afleiding/{key}", f"{graph}/q/{key}", ids.rule(rule)
    name, _, version = rule.partition("/")
    words = "; ".join(in_language(reason, "nl") for reason in reasons)
    yield subject, v.SKOS_exactMatch, Iri(same)
    yield assertion, v.RDF_type, Iri(v.Assertion)
    yield assertion, v.RDF_subject, Iri(subject)
    yield assertion, v.RDF_predicate, Iri(v.SKOS_exactMatch)
    yield assertion, v.RDF_object, Iri(same)
    yield assertion, v.basis, Iri(_BASIS[decision.basis])
    yield assertion, v.confidence, Literal(str(sure), v.XSD_integer)
    yield assertion, v.rule, Iri(made)
    yield assertion, v.PROV_wasDerivedFrom, Iri(quote)
    yield made, v.RDF_type, Iri(v.Rule)
    yield made, v.RDFS_label, Literal(name)
    yield made, v.version, Literal(version)
    yield quote, v.RDF_type, Iri(v.Quote)
    yield quote, v.OA_hasSource, Iri(decision.target)
    yield quote, v.OA_hasSelector, Iri(f"{quote}/sel")
    yield f"{quote}/sel", v.RDF_type, Iri(v.OA_TextQuoteSelector)
    yield f"{quote}/sel", v.OA_exact, Literal(words)


def _unsure(decision: Decision, issue: str) -> Iterator[_Triple]:
    """A doubt with the candidates that weren't ruled out."""
    name = decision.entity.names[0]
    yield issue, v.RDF_type, Iri(v.Issue)
    yield issue, v.issueCode, Literal("RECONCILE-UNSURE")
    yield issue, v.severity, Literal("info")
    yield issue, v.about, Iri(decision.entity.iri)
    for lang in ("nl", "en"):
        told = "; ".join(in_language(reason, lang) for reason in decision.reasons)
        yield issue, v.RDFS_comment, Literal(f"'{name}': {told}", lang=lang)
    for scored in decision.weighed:
        if not scored.excluded and scored.candidate.iri not in decision.refused:
            yield issue, v.candidate, Iri(scored.candidate.iri)
