"""Linked mentions and structure → statements with evidence → the paper's graph as N-Quads."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

from sovgraph import vocab as v
from sovgraph.authority import Authority
from sovgraph.graph import statements as _makers
from sovgraph.graph.base import STATEMENTS, GraphContext, make_context
from sovgraph.graph.composed import with_basis
from sovgraph.graph.corrected import by_target, with_correction
from sovgraph.graph.registers import registers_nquads
from sovgraph.graph.statements.question_links import unclear_joins
from sovgraph.graph.writer import QuadWriter, merged, term
from sovgraph.ids import Ids
from sovgraph.model import Document, Iri, Issue, Literal, Mention, Paper, Span, Statement

__all__ = ["MAKERS", "STATEMENTS", "graph_paper", "registers_nquads"]

MAKERS = _makers.MAKERS
"""The modules whose import registers the statement makers."""


def graph_paper(
    document: Document, mentions: Iterable[Mention], issues: Iterable[Issue], names: Authority, ids: Ids
) -> tuple[Paper, bytes]:
    """The paper with its statements, and its named graph as sorted N-Quads."""
    ctx = make_context(document, mentions, names, ids)
    made = [statement for maker in STATEMENTS.values() for statement in maker(ctx)]
    writer = QuadWriter(ctx)
    corrected = by_target(ctx.mentions)
    facts = [(s, with_correction(s, with_basis(s, evidence, ctx.text), corrected)) for s, evidence in merged(made)]
    for statement, evidence in facts:
        writer.statement(statement, evidence)
    for mention in ctx.mentions:
        writer.mention(mention)
    all_issues = (*issues, *unclear_joins(ctx))
    _manifestation(writer, ctx)
    _issues(writer, ctx, all_issues)
    kept = tuple(Statement(s.subject, s.predicate, s.object, evidence) for s, evidence in facts)
    return Paper(document, ctx.paper_iri, ctx.mentions, kept, all_issues), writer.nquads()


def _manifestation(writer: QuadWriter, ctx: GraphContext) -> None:
    """The file that was read: with its text, by which every quote can be checked."""
    document = ctx.document
    iri = ctx.ids.below(ctx.paper_iri, "bestand", document.sha256[:16] or "0")
    text_hash = hashlib.sha256(document.text.encode("utf-8", "surrogatepass")).hexdigest()
    writer.add(ctx.paper_iri, v.manifestation, f"<{iri}>")
    writer.add(iri, v.RDF_type, f"<{v.ELI_Manifestation}>")
    writer.add(iri, v.ELI_media_type, term(Literal(document.media_type)))
    writer.add(iri, v.byteHash, term(Literal(document.sha256)))
    writer.add(iri, v.textHash, term(Literal(text_hash)))
    writer.add(iri, v.sourceName, term(Literal(Path(document.source).name or "-")))
    writer.add(iri, v.text, term(Literal(document.text)))
    if document.origin is not None:
        writer.add(iri, v.DCTERMS_source, term(Literal(document.origin.url, v.XSD_anyURI)))
        writer.add(iri, v.DCTERMS_date, term(Literal(document.origin.retrieved[:10], v.XSD_date)))


def _issues(writer: QuadWriter, ctx: GraphContext, issues: tuple[Issue, ...]) -> None:
    ordered = sorted(issues, key=lambda i: (i.start or 0, i.end or 0, i.code, i.message))
    for number, issue in enumerate(ordered, start=1):
        iri = ctx.ids.below(ctx.paper_iri, "probleem", number)
        writer.add(iri, v.RDF_type, f"<{v.Issue}>")
        writer.add(iri, v.issueCode, term(Literal(issue.code)))
        writer.add(iri, v.severity, term(Literal(issue.severity.value)))
        writer.add(iri, v.RDFS_comment, term(Literal(issue.message)))
        writer.add(iri, v.documentedIn, term(Iri(ctx.paper_iri)))
        if issue.start is not None and issue.end is not None and issue.end > issue.start:
            writer.add(iri, v.PROV_wasDerivedFrom, f"<{writer.quote(Span(issue.start, issue.end))}>")
