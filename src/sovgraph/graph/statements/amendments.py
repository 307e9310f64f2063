"""Amendments: who moves them, the bill, the places that they change, and their words."""

from collections.abc import Iterator

from sovgraph import vocab as v
from sovgraph.graph.base import GraphContext, fact, statements
from sovgraph.graph.statements.motions import mover_facts
from sovgraph.model import Literal, MentionType, Span, Statement


@statements("amendments")
def amendments(ctx: GraphContext) -> Iterator[Statement]:
    amendment, iri = ctx.document.amendment, ctx.paper_iri
    if amendment is None:
        return
    head = amendment.title or Span(0, min(1, len(ctx.text)))
    yield fact(iri, v.RDF_type, v.Amendment, ctx.evidence(head, "amendment.paper/1"))
    for dossier in ctx.document.meta.dossiers[:1]:
        key = f"{dossier.number}-{dossier.suffix}" if dossier.suffix else dossier.number
        yield fact(iri, v.amends, ctx.ids.dossier(key), ctx.evidence(dossier.span, "amendment.bill/1"))
    for place, span in enumerate(amendment.movers):
        person = next(iter(ctx.mentions_in(span, MentionType.PERSON)), None)
        if person is not None:
            yield from mover_facts(ctx, iri, person, "amendment.mover/1", first=place == 0)
    for item in amendment.instructions:
        text = Literal(ctx.words(item.span), lang="nl")
        yield fact(iri, v.instructionText, text, ctx.evidence(item.span, "amendment.text/1"))
        if item.article is not None:
            place_words = ctx.words(item.article)
            place_label = Literal(f"{place_words[0].lower()}{place_words[1:]}", lang="nl")
            yield fact(iri, v.amendedPlace, place_label, ctx.evidence(item.article, "amendment.place/1", 0.95))
    if amendment.explanation is not None:
        text = Literal(ctx.words(amendment.explanation), lang="nl")
        yield fact(iri, v.explanationText, text, ctx.evidence(amendment.explanation, "amendment.text/1"))
