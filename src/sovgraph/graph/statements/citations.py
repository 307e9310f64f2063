"""Citations as things of their own: who cites what, which page, as what words, how it was resolved."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice

from sovgraph import vocab as v
from sovgraph.graph.base import GraphContext, fact, statements
from sovgraph.graph.statements.correspondents import correspondents
from sovgraph.graph.statements.letters import dated_letter_iri, names_letter, same_letter
from sovgraph.graph.writer import RESOLUTION
from sovgraph.identifiers import printed_dossier
from sovgraph.link.issues import is_partial
from sovgraph.model import Basis, Evidence, Literal, Mention, MentionType, Note, Span, Statement, Status
from sovgraph.read.dates import dutch_date

_FORMS = {
    MentionType.KAMERSTUK: v.form_kamerstuk,
    MentionType.DOSSIER: v.form_dossier,
    MentionType.HANDELINGEN: v.form_handelingen,
    MentionType.AANHANGSEL: v.form_aanhangsel,
    MentionType.EU_ACT: v.form_eu_act,
    MentionType.OJ: v.form_oj,
    MentionType.COM: v.form_com,
    MentionType.STB: v.form_stb,
    MentionType.STCRT: v.form_stcrt,
    MentionType.TRB: v.form_trb,
    MentionType.ECLI: v.form_ecli,
    MentionType.ZAAK: v.form_zaak,
    MentionType.KENMERK: v.form_kenmerk,
}
_BACK = {
    "ibid": v.form_ibid,
    "note": v.form_note,
    "previous": v.form_previous,
    "alias": v.form_anaphor,
    "anaphor": v.form_anaphor,
    "name": v.form_eu_act,
}
"""The forms of references back, by how they are said; "dit wetsvoorstel" cites nothing."""
_PAPERS = (MentionType.KAMERSTUK, MentionType.HANDELINGEN, MentionType.AANHANGSEL)
_BRACKET = re.compile(r"\s{0,3}\((?:zie\s+)?")
_BRACKET_REACH = 120
_NAMINGS = 100
"""Among how many namings of a letter its paper is sought."""


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a citation stands: who cites, and the note it stands in."""

    citing: str
    note: Note | None


@statements("citations")
def citations(ctx: GraphContext) -> Iterator[Statement]:
    heads = {(d.span.start, d.span.end) for d in ctx.document.meta.dossiers}
    for mention in ctx.mentions:
        if (mention.type in _FORMS or _points_back(mention)) and (mention.start, mention.end) not in heads:
            # a paper's own number names the paper, a letter's own kenmerk the letter: they cite nothing
            if _cited(ctx, mention) not in (ctx.paper_iri, ctx.home_iri(mention.start)):
                yield from _citation(ctx, mention)
        elif names_letter(ctx, mention):
            yield from _letter_by_date(ctx, mention)


def _place(ctx: GraphContext, offset: int) -> _Place:
    """A reference in a note belongs to the question, answer or letter at the note's mark."""
    note = next((n for n in ctx.document.notes if n.body.start <= offset < n.body.end), None)
    anchor = note.anchors[0].start if note and note.anchors else offset
    for exchange in ctx.document.exchanges:
        for span, iri in (
            (exchange.question, ctx.question_iri(exchange.number, exchange.asked_in)),
            (exchange.restated, ctx.question_iri(exchange.number, exchange.asked_in)),
            (exchange.answer, ctx.answer_iri(exchange.number, exchange.asked_in)),
        ):
            if span is not None and span.start <= anchor <= span.end:
                return _Place(iri, note)
    return _Place(ctx.home_iri(anchor), note)


def _cited(ctx: GraphContext, mention: Mention) -> str | None:
    if mention.iri:
        return mention.iri
    if mention.type is MentionType.REFERENCE and mention.part("date"):
        return _letter_meant(ctx, mention)
    return ctx.ids.reference(mention.id) if mention.id else None


def _letter_meant(ctx: GraphContext, mention: Mention) -> str | None:
    """ "die brief": the letter of the date that it means, printed in the paper or known by its date only."""
    words = mention.antecedent
    day = next((m for m in ctx.mentions_in(words, MentionType.DATE) if m.id), None) if words else None
    return letter_of_day(ctx, day) if day is not None else None


def letter_of_day(ctx: GraphContext, day: Mention) -> str | None:
    """The letter that a date names, or the paper that it is; None when the paper prints several of that day."""
    value = date.fromisoformat(day.id or "")
    printed = [x for x in ctx.document.letters if x.date and x.date.value == value]
    if printed:
        return ctx.letter_iri(printed[0].key) if len(printed) == 1 else None
    paper = _paper_of(ctx, day)
    return paper.iri if paper is not None and paper.iri else dated_letter_iri(ctx, day, value)


def _points_back(mention: Mention) -> bool:
    return mention.type is MentionType.REFERENCE and mention.part("form") in _BACK


def _form(mention: Mention) -> str:
    if mention.type is MentionType.REFERENCE:
        return _BACK[mention.part("form") or "anaphor"]
    return v.form_elliptical if mention.rule.startswith("kamerstuk.implied") else _FORMS[mention.type]


def _citation(ctx: GraphContext, mention: Mention) -> Iterator[Statement]:
    iri = ctx.ids.below(ctx.paper_iri, "citaat", f"{mention.start}-{mention.end}")
    place = _place(ctx, mention.start)
    where = ctx.evidence(mention, "citation/1", mention.confidence)
    status, cited = mention.status, _cited(ctx, mention)
    missing = is_partial(mention)
    if missing:
        status = Status.UNRESOLVED
    yield from _head(ctx, iri, mention, place)
    yield fact(iri, v.citationForm, _form(mention), where)
    yield fact(iri, v.resolution, RESOLUTION[status], where)
    if cited is not None:
        yield fact(iri, v.CITO_hasCitedEntity, cited, where, *_antecedent(ctx, mention))
        yield from _stub(ctx, mention, cited)
        if not missing:
            yield fact(ctx.paper_iri, v.CITO_cites, cited, where)
            if place.citing != ctx.paper_iri:
                yield fact(place.citing, v.CITO_cites, cited, where)
    if mention.page is not None:
        yield fact(iri, v.citedPage, mention.page, where)
    last = mention.part("page_end")
    if last:
        yield fact(iri, v.citedPageEnd, int(last), where)
    if mention.reason and status is not Status.EXACT:
        yield fact(iri, v.reason, Literal(mention.reason, lang="en"), where)
    for candidate in mention.candidates:
        if candidate.iri:
            yield fact(iri, v.candidate, candidate.iri, where)
    if missing:
        yield from _number_missing(ctx, iri, mention, place)


def _antecedent(ctx: GraphContext, mention: Mention) -> Iterator[Evidence]:
    """The words before, from which what is meant was taken."""
    if mention.antecedent is not None and mention.status is Status.INFERRED:
        yield ctx.evidence(mention.antecedent, "citation.antecedent/1", mention.confidence, Basis.INFERRED)


def _head(ctx: GraphContext, iri: str, mention: Mention, place: _Place) -> Iterator[Statement]:
    where = ctx.evidence(mention, "citation/1", mention.confidence)
    words = " ".join(mention.text.replace("*", "").split())
    yield fact(iri, v.RDF_type, v.Citation, where)
    yield fact(iri, v.citedAs, Literal(words), where)
    yield fact(iri, v.RDFS_label, Literal(words), where)
    yield fact(iri, v.CITO_hasCitingEntity, place.citing, where)
    yield fact(iri, v.documentedIn, ctx.paper_iri, where)
    if place.note is not None:
        yield fact(iri, v.inNote, ctx.ids.below(ctx.paper_iri, "noot", place.note.mark), where)


def _number_missing(ctx: GraphContext, iri: str, mention: Mention, place: _Place) -> Iterator[Statement]:
    """Only the dossier is given. A letter named by its date before the note's mark is the candidate."""
    where = ctx.evidence(mention, "citation.no-number/1")
    yield fact(
        iri, v.reason, Literal("het nummer van het stuk ontbreekt: er staat een dossiernummer", lang="nl"), where
    )
    yield fact(iri, v.reason, Literal("the paper's number is missing: a dossier number stands there", lang="en"), where)
    for letter in _dated_letters_before(ctx, place.note):
        if letter.id and len(letter.id) == 10:
            target = dated_letter_iri(ctx, letter, date.fromisoformat(letter.id))
            yield fact(iri, v.candidate, target, ctx.evidence(letter, "citation.no-number/1", 0.8))


def _dated_letters_before(ctx: GraphContext, note: Note | None) -> list[Mention]:
    if note is None or not note.anchors:
        return []
    sentence = ctx.sentence(max(0, note.anchors[0].start - 1))
    dates = ctx.mentions_in(Span(sentence.start, note.anchors[0].start), MentionType.DATE)
    return [m for m in dates if names_letter(ctx, m)]


def _stub(ctx: GraphContext, mention: Mention, cited: str) -> Iterator[Statement]:
    """What the citing words prove of a paper that may not be held: its kind, id and dossier."""
    where = ctx.evidence(mention, "citation/1", mention.confidence)
    if mention.type in _PAPERS and mention.id:
        is_kst = mention.id.startswith("kst-")
        yield fact(cited, v.RDF_type, v.Kamerstuk if is_kst else v.Paper, where)
        composed = ctx.evidence(mention, "citation.identifier/1", mention.confidence, Basis.INFERRED)
        yield fact(cited, v.DCTERMS_identifier, Literal(mention.id), composed)
        dossier = mention.part("dossier")
        if dossier and is_kst:
            suffix = mention.part("suffix")
            key = f"{dossier}-{suffix}" if suffix else dossier
            yield fact(cited, v.DCTERMS_isPartOf, ctx.ids.dossier(key), where)
            yield from _dossier(ctx, mention, key)
    elif mention.type is MentionType.DOSSIER and mention.id:
        yield from _dossier(ctx, mention, mention.id.removeprefix("dossier-"))


def _dossier(ctx: GraphContext, mention: Mention, key: str) -> Iterator[Statement]:
    where = ctx.evidence(mention, "citation/1", mention.confidence)
    number, _, suffix = key.partition("-")
    yield fact(ctx.ids.dossier(key), v.RDF_type, v.Dossier, where)
    yield fact(ctx.ids.dossier(key), v.dossierNumber, Literal(key), where)
    yield fact(ctx.ids.dossier(key), v.RDFS_label, Literal(printed_dossier(number, suffix or None)), where)


def _letter_by_date(ctx: GraphContext, mention: Mention) -> Iterator[Statement]:
    """ "de brief van 3 november 2025³": the paper that the note, the bracket behind the date or another naming of the
    same letter gives, else a letter known by its date only.

    A letter that the same sentence gives a kenmerk, or that is printed in the paper, is known already.
    """
    sentence = ctx.sentence(mention.start)
    day = date.fromisoformat(mention.id or "")
    if _known(ctx, mention, sentence, day):
        return
    iri = ctx.ids.below(ctx.paper_iri, "citaat", f"{mention.start}-{mention.end}")
    place = _place(ctx, mention.start)
    where = ctx.evidence(mention, "citation.letter-by-date/1", 0.95)
    paper = _paper_of(ctx, mention)
    yield from _head(ctx, iri, mention, place)
    yield fact(iri, v.citationForm, v.form_letter_by_date, where)
    if paper is not None and paper.iri:
        yield fact(iri, v.CITO_hasCitedEntity, paper.iri, where, ctx.evidence(paper, "citation.letter-by-date/1", 0.95))
        yield fact(iri, v.resolution, v.ResolutionInferred, where)
        return
    target = dated_letter_iri(ctx, mention, day)
    yield fact(iri, v.CITO_hasCitedEntity, target, where)
    yield fact(iri, v.resolution, v.ResolutionUnresolved, where)
    yield fact(iri, v.reason, Literal("brief alleen met zijn datum genoemd", lang="nl"), where)
    yield fact(iri, v.reason, Literal("letter named by its date only", lang="en"), where)
    yield fact(target, v.RDF_type, v.Letter, where)
    yield fact(target, v.RDFS_label, Literal(f"brief van {dutch_date(day)}", lang="nl"), where)
    yield fact(target, v.ELI_date_document, day, where)
    yield fact(target, v.mentionedIn, ctx.paper_iri, where)
    yield from correspondents(ctx, target, mention)
    if place.citing.rpartition("/antwoord/")[1]:
        yield fact(place.citing, v.refersInsteadTo, target, where)


def _known(ctx: GraphContext, mention: Mention, sentence: Span, day: date) -> bool:
    line_end = ctx.text.find("\n", mention.end)
    nearby = Span(mention.end, min(line_end if line_end > 0 else len(ctx.text), max(sentence.end, mention.end) + 250))
    numbered = any(m.iri for m in ctx.mentions_in(nearby, MentionType.KENMERK, MentionType.ZAAK))
    return numbered or any(x.date and x.date.value == day for x in ctx.document.letters)


def _paper_of(ctx: GraphContext, mention: Mention) -> Mention | None:
    """The paper given with these words, else the only one given with the same letter elsewhere."""
    own = _paper_given(ctx, mention)
    if own is not None:
        return own
    given = [p for p in (_paper_given(ctx, m) for m in islice(same_letter(ctx, mention), _NAMINGS)) if p is not None]
    return given[0] if len({p.iri for p in given}) == 1 else None


def _paper_given(ctx: GraphContext, mention: Mention) -> Mention | None:
    """The paper in brackets right behind the date, or in the first note whose mark stands there."""
    opens = _BRACKET.match(ctx.text, mention.end)
    if opens is not None:
        inside = ctx.mentions_in(Span(opens.end(), opens.end() + _BRACKET_REACH), *_PAPERS)
        return next((m for m in inside if m.start == opens.end() and m.iri), None)
    end = min(ctx.sentence(mention.start).end, mention.end + 3)
    for note in ctx.document.notes:
        if any(mention.end <= anchor.start <= end for anchor in note.anchors):
            return next(iter(ctx.mentions_in(note.body, *_PAPERS)), None)
    return None
