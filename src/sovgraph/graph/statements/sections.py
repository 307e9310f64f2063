"""Sections of a paper, the acts that the articles of a bill change, and the papers that a paper replaces."""

import re
from collections.abc import Iterator

from sovgraph import vocab as v
from sovgraph.graph.base import GraphContext, fact, statements
from sovgraph.identifiers.kst import kst_id
from sovgraph.model import Basis, Literal, MentionType, Section, Span, Statement

_CHANGED = re.compile(
    r"(?:\s*\([^()\n]{1,60}\))?\s+(?:wordt|worden)\b|[^.;\n]{0,160}\b(?:wordt|worden|vervalt|vervallen)\b"
)
_PLACE_BEFORE = re.compile(r"\b(?:[Ii]n|[Aa]an|[Nn]a|[Vv]oor)\s+[^.;\n]{0,160}\bvan\s+(?:de|het)\s+$|^(?:De|Het)\s+$")
_OPENING = 600


@statements("sections")
def sections(ctx: GraphContext) -> Iterator[Statement]:
    iris = [ctx.ids.below(ctx.paper_iri, "sectie", place + 1) for place in range(len(ctx.document.sections))]
    for iri, section in zip(iris, ctx.document.sections, strict=True):
        where = ctx.evidence(section.heading, "section/1", 0.95)
        above = ctx.paper_iri if section.parent is None else iris[section.parent]
        yield fact(iri, v.RDF_type, v.DOCO_Section, where)
        yield fact(iri, v.RDFS_label, Literal(ctx.words(section.heading) or section.number, lang="nl"), where)
        yield fact(iri, v.DCTERMS_isPartOf, above, where)
        yield fact(iri, v.textStart, section.span.start, where)
        yield fact(iri, v.textEnd, section.span.end, where)
        number = _full_number(ctx, section)
        if number:
            yield fact(iri, v.ELI_number, Literal(number), where)
        if ctx.document.bill is not None and section.kind == "article":
            yield from _acts(ctx, iri, section)


def _full_number(ctx: GraphContext, section: Section) -> str:
    """The number, of a part of an article with the article before it: "artikel I, onderdeel B"."""
    if section.kind != "item" or section.parent is None:
        return section.number
    above = ctx.document.sections[section.parent]
    return f"{above.number}, {section.number}" if above.kind == "article" else section.number


def _acts(ctx: GraphContext, iri: str, article: Section) -> Iterator[Statement]:
    """The act that an article of a bill opens with: "De Fruitwet wordt als volgt gewijzigd"."""
    start = article.heading.end
    end = min(article.span.end, start + _OPENING)
    for mention in ctx.mentions_in(Span(start, end), MentionType.LAW):
        before = ctx.text[start : mention.start].strip("\n ")
        line = f"{before} " if before else ""
        if not mention.iri or not _PLACE_BEFORE.search(line) or not _CHANGED.match(ctx.text, mention.end, end + 200):
            return
        where = ctx.evidence(mention, "bill.changes/1", min(mention.confidence, 0.95))
        yield fact(iri, v.changesAct, mention.iri, where)
        yield fact(ctx.paper_iri, v.changesAct, mention.iri, where)
        return


@statements("considerans")
def considerans(ctx: GraphContext) -> Iterator[Statement]:
    bill = ctx.document.bill
    if bill is not None and bill.considerans is not None:
        text = Literal(" ".join(ctx.words(bill.considerans).split()), lang="nl")
        yield fact(ctx.paper_iri, v.considerationText, text, ctx.evidence(bill.considerans, "bill.considerans/1"))


@statements("replaced")
def replaced(ctx: GraphContext) -> Iterator[Statement]:
    """ "Ter vervanging van die gedrukt onder nr. 12": the paper of that number in the same dossier."""
    meta = ctx.document.meta
    chamber = meta.chamber.value if meta.chamber else None
    for item in ctx.document.replaced:
        official = kst_id(item.dossier, item.suffix, item.number, chamber=chamber, year=meta.session_year)
        other = ctx.ids.paper(official)
        if other != ctx.paper_iri:
            where = ctx.evidence(item.span, "paper.replaces/1", 0.95, Basis.INFERRED)
            yield fact(ctx.paper_iri, v.DCTERMS_replaces, other, where)
