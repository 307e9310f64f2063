"""The paper itself: what its head says, its dossiers, and its parts."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby
from textwrap import shorten

from sovgraph import vocab as v
from sovgraph.graph.base import GraphContext, fact, statements
from sovgraph.graph.registers import CHAMBER
from sovgraph.identifiers import cited_as, parse_id, printed_dossier
from sovgraph.model import Basis, Evidence, Genre, Literal, Span, Statement
from sovgraph.read.dates import dutch_date

_RULE = "paper.head/1"
_HEAD = 2_500
"""Where a paper says what it is: its head, and the first lines behind it."""
_FIRST_WORDS = 60

_YEARS = re.compile(r"(?:19|20)\d\d\s?[-–/]\s?(?:20)?\d\d(?!\d)")
_HOUSE = {"I": re.compile(r"(?i)Eerste\s+Kamer"), "II": re.compile(r"(?i)Tweede\s+Kamer")}
_SERIES = {"I": "Kamerstukken I", "II": "Kamerstukken II"}


def _whole(ctx: GraphContext) -> Evidence:
    """The head of the paper: where nothing smaller says a thing, the first paragraph does."""
    meta = ctx.document.meta
    span = meta.genre_span or meta.title_span or meta.number_span
    if span is None:
        span = ctx.document.paragraphs[0] if ctx.document.paragraphs else Span(0, min(1, len(ctx.text)))
    return ctx.evidence(span, _RULE, 0.98)


def _identity(ctx: GraphContext) -> tuple[Evidence, ...]:
    """The identifier is put together from dossier and number, wherever the head prints them."""
    meta = ctx.document.meta
    spans = [*(d.span for d in meta.dossiers[:1]), *([meta.number_span] if meta.number_span else [])]
    return tuple(ctx.evidence(s, "paper.identity/1", 0.98, Basis.INFERRED) for s in spans) or (_whole(ctx),)


def _words(ctx: GraphContext, pattern: re.Pattern[str]) -> Evidence:
    """The words of the head that say a thing, else the head."""
    found = pattern.search(ctx.text, 0, _HEAD)
    return ctx.evidence(Span(*found.span()), _RULE, 0.98) if found else _whole(ctx)


def label_of(ctx: GraphContext) -> str:
    """How the paper is cited: "Kamerstukken I 2025-2026, 32 317, QC"; without a number its title, or its kind and date."""
    meta = ctx.document.meta
    if not meta.paper_id:
        return meta.title or _unnumbered(ctx)
    if not meta.paper_id.startswith("kst-") or not meta.dossiers or not meta.number:
        known = parse_id(meta.paper_id)
        return (cited_as(known) if known else "") or meta.paper_id
    first = meta.dossiers[0]
    series = _SERIES.get(meta.chamber.value if meta.chamber else "", "Kamerstukken")
    paper = f"nr. {meta.number}" if meta.number[0].isdigit() else meta.number
    return f"{series} {meta.session_year or ''}".strip() + f", {printed_dossier(first.number, first.suffix)}, {paper}"


def _unnumbered(ctx: GraphContext) -> str:
    """Kind and date, else kind and first words: several debates without a number are several things."""
    meta = ctx.document.meta
    if meta.dates:
        return f"{meta.genre.value} van {dutch_date(meta.dates[0].value)}"
    # A heading is often printed twice: as the name of the item and as its title.
    lines = [" ".join(line.split()) for line in ctx.text[:_HEAD].splitlines()]
    words = shorten(" ".join(line for line, _ in groupby(filter(None, lines))), _FIRST_WORDS, placeholder=" …")
    return f"{meta.genre.value}: {words}" if words else meta.genre.value


@statements("paper")
def paper(ctx: GraphContext) -> Iterator[Statement]:
    meta, iri, head = ctx.document.meta, ctx.paper_iri, _whole(ctx)
    is_kst = bool(meta.paper_id and meta.paper_id.startswith("kst-"))
    yield fact(iri, v.RDF_type, v.Kamerstuk if is_kst else v.Paper, head)
    yield fact(iri, v.RDFS_label, Literal(label_of(ctx)), *_identity(ctx))
    yield fact(iri, v.genre, f"{v.SOV}genre-{meta.genre.value}", head)
    if meta.paper_id:
        yield fact(iri, v.DCTERMS_identifier, Literal(meta.paper_id), *_identity(ctx))
    if meta.number and meta.number_span:
        yield fact(iri, v.ELI_number, Literal(meta.number), ctx.evidence(meta.number_span, _RULE))
    if meta.session_year:
        yield fact(iri, v.sessionYear, Literal(meta.session_year), _words(ctx, _YEARS))
    if meta.chamber:
        named = _words(ctx, _HOUSE[meta.chamber.value])
        basis = Basis.ASSERTED if _HOUSE[meta.chamber.value].match(named.span.of(ctx.text)) else Basis.INFERRED
        yield fact(iri, v.chamber, CHAMBER[meta.chamber.value], replace(named, basis=basis))
    title = meta.title or (ctx.words(meta.title_span) if meta.title_span else None)
    if title:
        where = ctx.evidence(meta.title_span, _RULE) if meta.title_span else head
        yield fact(iri, v.DCTERMS_title, Literal(title, lang="nl"), where)
    if meta.reprint and meta.paper_id and "-h" in meta.paper_id:
        original = ctx.ids.paper(meta.paper_id.rsplit("-h", 1)[0])
        yield fact(iri, v.PROV_wasRevisionOf, original, head)
    yield from _dates(ctx)
    yield from _dossiers(ctx)
    yield from _parts(ctx)


def _dates(ctx: GraphContext) -> Iterator[Statement]:
    kinds = {"vastgesteld": v.adoptedOn, "voorgesteld": v.submittedOn, "ingezonden": v.submittedOn}
    for dated in ctx.document.meta.dates:
        if dated.kind in kinds:
            yield fact(ctx.paper_iri, kinds[dated.kind], dated.value, ctx.evidence(dated.span, _RULE))
    chosen = ctx.adopted()
    if chosen is not None:
        yield fact(ctx.paper_iri, v.ELI_date_document, chosen[0], ctx.evidence(chosen[1], _RULE))


def _dossiers(ctx: GraphContext) -> Iterator[Statement]:
    for head in ctx.document.meta.dossiers:
        key = f"{head.number}-{head.suffix}" if head.suffix else head.number
        iri = ctx.ids.dossier(key)
        where = ctx.evidence(head.span, _RULE)
        yield fact(ctx.paper_iri, v.DCTERMS_isPartOf, iri, where)
        yield fact(iri, v.RDF_type, v.Dossier, where)
        yield fact(iri, v.dossierNumber, Literal(key), where)
        yield fact(iri, v.RDFS_label, Literal(printed_dossier(head.number, head.suffix)), where)
        if head.title:
            title = Literal(ctx.words(head.title), lang="nl")
            yield fact(iri, v.DCTERMS_title, title, ctx.evidence(head.title, _RULE))


def _parts(ctx: GraphContext) -> Iterator[Statement]:
    for note in ctx.document.notes:
        iri = ctx.ids.below(ctx.paper_iri, "noot", note.mark)
        where = ctx.evidence(note.body, "note/1")
        marks = [ctx.evidence(anchor, "note.mark/1", 0.98, Basis.INFERRED) for anchor in note.anchors]
        yield fact(iri, v.RDF_type, v.DOCO_Footnote, where)
        yield fact(iri, v.ELI_number, Literal(note.mark), *(marks or [where]))
        yield fact(iri, v.RDFS_label, Literal(f"noot {note.mark}", lang="nl"), where)
        yield fact(iri, v.DCTERMS_isPartOf, ctx.paper_iri, where)
    if ctx.document.meta.genre in (Genre.CONSULTATION_REPORT, Genre.FURTHER_CONSULTATION_REPORT):
        yield from _consultation(ctx)


def _consultation(ctx: GraphContext) -> Iterator[Statement]:
    """The written consultation that the report documents: its letters in their roles."""
    iri = ctx.ids.below(ctx.paper_iri, "overleg")
    roles = {"questions": v.opens, "reminder": v.remindedBy, "answer": v.closes}
    head = _whole(ctx)
    yield fact(iri, v.RDF_type, v.WrittenConsultation, head)
    yield fact(iri, v.RDFS_label, Literal(f"schriftelijk overleg in {label_of(ctx)}", lang="nl"), head)
    yield fact(iri, v.documentedIn, ctx.paper_iri, head)
    if ctx.document.meta.title:
        yield fact(iri, v.DCTERMS_subject, Literal(ctx.document.meta.title, lang="nl"), head)
    for letter in ctx.document.letters:
        if letter.kind in roles:
            where = ctx.evidence(letter.heading, "consultation/1", 0.95, Basis.INFERRED)
            yield fact(iri, roles[letter.kind], ctx.letter_iri(letter.key), where)
