"""Measures against countries: ground, decision as stated and as the register has it, effect, what is asked now."""

import re
from collections.abc import Iterator
from datetime import date

from sovgraph import vocab as v
from sovgraph.authority.rows import EuAct
from sovgraph.graph.base import GraphContext, fact, statements
from sovgraph.graph.statements.questions import plain
from sovgraph.model import Basis, Iri, Literal, Mention, MentionType, Span, Statement

_GROUND = re.compile(r"\s+(?:vanwege|wegens|omdat|in verband met|als gevolg van)\s+(?P<g>[^,.;]{5,200})")
_DECIDED = re.compile(
    r"besluit\s+(?:dat|die)\s+op\s+|(?:aangenomen|ingesteld|genomen|vastgesteld)\s+op\s+|per\s+besluit\s+van\s+"
)
_BY = re.compile(r"(?i)door\s+(?:de\s+|het\s+)?$")
_EFFECT = re.compile(
    r"(?i)\b(?:sinds|sindsdien|als gevolg|sedert)\b[^.]*\b(?:verbeterd|verslechterd|verminderd|toegenomen|afgenomen|ongewijzigd)"
)
_LIFT = re.compile(r"(?i)\b(?:opheffen|opheffing|intrekken|intrekking|beëindigen|beëindiging)\b")
_ASKED = re.compile(r"(?i)\b(?:opgeroepen|verzocht|gevraagd|aangedrongen|roept|verzoekt)\b")
_SUPPORT = re.compile(
    r"(?i)\b(?:steunde|steunt|gesteund|ondersteunde)\s+(?:het\s+kabinet|nederland)|\bkabinet\s+steunde\b"
)
_ARTICLE_WORD = re.compile(r"25\s?bis")
_COMMISSION = "http://publications.europa.eu/resource/authority/corporate-body/COM"
_LABELS = {"visummaatregel": "visummaatregelen", "heffing": "heffingen", "sanctie": "sancties"}


def measure_iri(ctx: GraphContext, kind: str, target: str) -> str:
    """One measure a paper, kind and country: with the decision's date when the register knows the decision."""
    act = decision(ctx, target) if kind == "visummaatregel" else None
    key = f"{kind}-{target.lower()}"
    if act is not None and act.decided_on is not None:
        return ctx.ids.measure(f"{key}-{act.decided_on.isoformat()}")
    return ctx.ids.measure(f"{key}-{ctx.paper_iri.rsplit('/', 1)[-1]}")


def decision(ctx: GraphContext, target: str) -> EuAct | None:
    """The one act in the register that set measures on this country."""
    found = [a for a in ctx.names.eu_acts if a.target_country == target]
    return found[0] if len(found) == 1 else None


@statements("measures")
def measures(ctx: GraphContext) -> Iterator[Statement]:
    for mention in ctx.mentions:
        target = mention.part("target") if mention.type is MentionType.MEASURE else None
        kind = mention.part("kind")
        if not target or not kind:
            continue
        country = ctx.names.country_by_alpha3.get(target)
        if country is None or not country.iri:
            continue
        iri = measure_iri(ctx, kind, target)
        where = ctx.evidence(mention, "measure/1", 0.95)
        is_visa = kind == "visummaatregel"
        yield fact(iri, v.RDF_type, v.VisaMeasure if is_visa else v.Measure, where)
        yield fact(iri, v.RDFS_label, Literal(f"{_LABELS.get(kind, kind)} tegen {country.name}", lang="nl"), where)
        yield fact(iri, v.targetCountry, country.iri, where)
        yield fact(iri, v.documentedIn, ctx.paper_iri, where)
        yield from _sentence_facts(ctx, iri, mention, target)
        if is_visa:
            yield from _legal_basis(ctx, iri, mention, target)
    yield from _effects(ctx)


def _sentence_facts(ctx: GraphContext, iri: str, mention: Mention, target: str) -> Iterator[Statement]:
    sentence = ctx.sentence(mention.start)
    ground = _GROUND.match(ctx.text, mention.end)
    if ground is not None:
        span = Span(ground.start("g"), ground.end("g"))
        yield fact(
            iri, v.ground, Literal(plain(span.of(ctx.text)), lang="nl"), ctx.evidence(span, "measure.ground/1", 0.95)
        )
    if _SUPPORT.search(ctx.text, sentence.start, mention.start):
        country = ctx.names.country_by_alpha3.get("NLD")
        if country is not None:
            yield fact(
                iri,
                v.supportedBy,
                country.iri,
                ctx.evidence(Span(sentence.start, mention.end), "measure.support/1", 0.9),
            )
    yield from _lifting(ctx, iri, sentence)
    yield from _decision(ctx, iri, sentence, target)


def _lifting(ctx: GraphContext, iri: str, sentence: Span) -> Iterator[Statement]:
    lift = _LIFT.search(ctx.text, sentence.start, sentence.end)
    asked = _ASKED.search(ctx.text, sentence.start, sentence.end)
    if lift is None or asked is None:
        return
    where = ctx.evidence(sentence, "measure.lifting/1", 0.9)
    subject = ctx.mentions_in(Span(sentence.start, asked.start()), MentionType.COUNTRY)
    for country in subject[:1]:
        if country.iri:
            yield fact(iri, v.liftingRequestedBy, country.iri, where)
    if re.search(r"\bde\s+(?:Europese\s+)?Commissie\b", sentence.of(ctx.text)):
        yield fact(iri, v.liftingRequestedFrom, _COMMISSION, where)


def _decision(ctx: GraphContext, iri: str, sentence: Span, target: str) -> Iterator[Statement]:
    """When and by whom it was decided: as the sentence states it, beside what the register has."""
    cue = _DECIDED.search(ctx.text, sentence.start, sentence.end)
    if cue is None:
        return
    days = [m for m in ctx.mentions_in(Span(cue.start(), sentence.end), MentionType.DATE) if m.id and len(m.id) == 10]
    if not days or not days[0].id:
        return
    day = date.fromisoformat(days[0].id)
    yield fact(iri, v.decidedOn, day, ctx.evidence(days[0], "measure.decided-on/1", 0.97))
    bodies = [
        m
        for m in ctx.mentions_in(Span(cue.start(), sentence.end), MentionType.ORGANISATION)
        if m.iri and _BY.search(ctx.text, max(0, m.start - 12), m.start)
    ]
    act = decision(ctx, target)
    known = act if act is not None and act.decided_on == day and act.decided_by else None
    for body in bodies[:1]:
        yield fact(iri, v.decidedByStated, body.iri or "", ctx.evidence(body, "measure.decided-by/1", 0.97))
        if known is not None and known.decided_by != body.iri:
            yield from _discrepancy(ctx, iri, body, known)
    if known is not None:
        where = ctx.evidence(days[0], "measure.register/1", 0.98, Basis.REGISTER)
        yield fact(iri, v.decidedByResolved, known.decided_by, where)
        if known.eli:
            yield fact(iri, v.establishedBy, known.eli, where)


def _discrepancy(ctx: GraphContext, measure: str, body: Mention, act: EuAct) -> Iterator[Statement]:
    iri = ctx.ids.below(ctx.paper_iri, "verschil", body.start)
    where = ctx.evidence(body, "discrepancy.decider/1", 0.97, Basis.REGISTER)
    yield fact(iri, v.RDF_type, v.Discrepancy, where)
    yield fact(iri, v.discrepancyKind, v.discrepancy_besluitvormer, where)
    yield fact(iri, v.about, measure, where)
    yield fact(iri, v.onProperty, v.decidedByStated, where)
    yield fact(iri, v.stated, Iri(body.iri or ""), where)
    yield fact(iri, v.resolved, Iri(act.decided_by), where)
    yield fact(iri, v.documentedIn, ctx.paper_iri, where)
    name = " ".join(body.text.split())
    nl = f"het stuk noemt '{name}' als besluitvormer; {act.label} is van een ander orgaan"
    en = f"the paper names '{name}' as the decider; {act.label} is by another body"
    yield fact(iri, v.RDFS_comment, Literal(nl, lang="nl"), where)
    yield fact(iri, v.RDFS_comment, Literal(en, lang="en"), where)


def _legal_basis(ctx: GraphContext, iri: str, mention: Mention, target: str) -> Iterator[Statement]:
    """ "25bis maatregelen": the article of the act that the register gives as the legal basis."""
    act = decision(ctx, target)
    basis = ctx.names.eu_act_by_celex.get(re.split(r"[\s#]", act.legal_basis)[0]) if act and act.legal_basis else None
    article = _ARTICLE_WORD.search(ctx.text, mention.start, mention.end)
    if basis is None or not basis.eli or article is None:
        return
    where = ctx.evidence(mention, "measure.legal-basis/1", 0.95, Basis.REGISTER)
    thing = ctx.ids.article(basis.celex, "25bis")
    yield fact(iri, v.legalBasis, thing, where)
    yield fact(thing, v.RDF_type, v.ELI_LegalResourceSubdivision, where)
    yield fact(thing, v.ELI_is_part_of, basis.eli, where)
    yield fact(thing, v.articleLabel, Literal("25bis", lang="nl"), where)
    for pair in basis.articles:
        dutch, _, english = pair.partition("=")
        if dutch == "25bis" and english:
            yield fact(thing, v.articleLabel, Literal(english, lang="en"), where)


def _effects(ctx: GraphContext) -> Iterator[Statement]:
    """Sentences that say what followed, about a country that a measure of this paper targets."""
    targets = {
        (m.part("kind"), m.part("target")) for m in ctx.mentions if m.type is MentionType.MEASURE and m.part("target")
    }
    for mention in ctx.mentions:
        if mention.type is not MentionType.MEASURE:
            continue
        sentence = ctx.sentence(mention.start)
        effect = _EFFECT.search(ctx.text, sentence.start, sentence.end)
        if effect is None:
            continue
        countries = {c.id for c in ctx.mentions_in(sentence, MentionType.COUNTRY)}
        for kind, target in sorted(t for t in targets if t[0] == mention.part("kind") and t[1] in countries):
            where = ctx.evidence(sentence, "measure.effect/1", 0.9)
            text = Literal(plain(sentence.of(ctx.text)), lang="nl")
            yield fact(measure_iri(ctx, kind or "", target or ""), v.effectStated, text, where)
