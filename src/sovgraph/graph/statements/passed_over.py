"""Parts of a question that its answer seems to pass over: a sign for the reader, no verdict."""

from collections.abc import Iterator

from sovgraph import vocab as v
from sovgraph.graph.base import GraphContext, fact, statements
from sovgraph.graph.statements.answer_status import opening_that_refers
from sovgraph.graph.statements.questions import plain
from sovgraph.model import Basis, Literal, Statement
from sovgraph.structure.question_parts import passed_over

_CONFIDENCE = {"letter": 0.8, "number": 0.65, "time": 0.65}


@statements("passed-over")
def parts_passed_over(ctx: GraphContext) -> Iterator[Statement]:
    """An answer that refers elsewhere, comes later or serves several questions is not looked into."""
    for exchange in ctx.document.exchanges:
        asked, answer = exchange.question or exchange.restated, exchange.answer
        if asked is None or answer is None or exchange.shared_with or opening_that_refers(ctx, answer):
            continue
        iri = ctx.answer_iri(exchange.number, exchange.asked_in)
        for found in passed_over(ctx.text, asked, answer):
            text = Literal(plain(found.part.span.of(ctx.text)), lang="nl")
            sure = _CONFIDENCE[found.sign]
            rule = f"answer.passed-over-{found.sign}/1"
            places = (ctx.evidence(span, rule, sure, Basis.INFERRED) for span in (found.part.span, answer))
            yield fact(iri, v.partWithoutText, text, *places)
