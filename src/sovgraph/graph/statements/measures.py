"""Measures against countries: ground, decision as stated and as the register has it, effect, what is asked now."""

import re
from collections.abc import Iterator
from datetime import date

from sovgraph import vocab as v
from sovgraph.authority.rows import EuAct
from sovgraph.find.lexicon import measure_by_key
from sovgraph.graph.base import GraphContext, fact, statements
from sovgraph.graph.statements.discrepancies import discrepancy
from sovgraph.graph.statements.nearby import REACH, sentence_near
from sovgraph.graph.statements.questions import plain
from sovgraph.graph.statements.standing import is_standing
from sovgraph.model import Basis, Iri, Literal, Mention, MentionType, Span, Statement
from sovgraph.read.dates import dutch_date

_GROUND = re.compile(
    r"\s+(?:(?:is|zijn|werd|werden)\s+)?(?:ingesteld\s+|opgelegd\s+|aangenomen\s+|getroffen\s+)?(?:vanwege|wegens|omdat|in\s+verband\s+met|naar\s+aanleiding\s+van|als\s+reactie\s+op|op\s+grond\s+van)\s+"
    r"(?P<g>[^,.;:?!]{5,240})"
)
_VERB = r"(?:aangenomen|genomen|vastgesteld|ingesteld|opgelegd|besloten|afgekondigd|goedgekeurd|ingevoerd)"
_BY = re.compile(r"(?i)\bdoor\s+(?:de\s+|het\s+)?$")
_HAS = re.compile(rf"(?i)^\s*(?:heeft|hebben|had|hadden)\b[^.;?]{{0,160}}\b{_VERB}\b")
_HAS_BEHIND = re.compile(
    rf"(?i)^[^.;?]{{0,120}}\b(?:heeft|hebben)\s+{_VERB}\b|^[^.;?]{{0,60}}\b{_VERB}\s+(?:heeft|hebben)\b"
)
_EFFECT = re.compile(
    r"(?i)\b(?:sinds|sindsdien|als\s+gevolg\s+van|sedert|dankzij|na\s+de\s+(?:invoering|implementatie|instelling))\b"
    r"[^.?]*\b(?:verbeterd|verslechterd|verminderd|toegenomen|afgenomen|ongewijzigd|gedaald|gestegen|verbetering|verbeterde"
    r"|effect|hersteld)"
)
_LIFT = re.compile(
    r"(?i)\b(?:opheffen|op\s+te\s+heffen|opheffing|in\s+te\s+trekken|intrekken|intrekking|beëindigen|beëindiging|opgeheven|verlichten|verlichting)\b"
)
_ASKED = re.compile(r"(?i)\b(?:opgeroepen|verzocht|gevraagd|aangedrongen|bepleit|gepleit)\b")
_SUPPORT = re.compile(
    r"(?i)\b(?:(?:steunde|steunt|ondersteunde|ondersteunt|steunden)\s+(?P<a>het\s+kabinet|de\s+regering|Nederland)"
    r"|(?P<b>kabinet|regering|Nederland)\s+(?:steunde|steunt|ondersteunde|ondersteunt|(?:heeft|had)\s+[^.?]{0,80}\b(?:gesteund|ingestemd\s+met)))"
)
_COMMISSION = re.compile(r"(?<!vaste\s)\b[Dd]e\s+(?:Europese\s+)?(?P<c>Commissie)\b(?!\s+voor)")
_WE = re.compile(r"(?i)\b(?:het\s+kabinet|de\s+regering|Nederland)\b")


@statements("measures")
def measures(ctx: GraphContext) -> Iterator[Statement]:
    named = [m for m in ctx.mentions if m.type is MentionType.MEASURE and m.id and m.part("country")]
    standing = {m.id for m in named if is_standing(ctx, m)}
    named = [m for m in named if m.id in standing]
    for mention in named:
        country = ctx.names.country_by_alpha3.get(mention.part("country") or "")
        noun = measure_by_key().get(mention.part("noun") or "")
        if country is None or not country.iri or noun is None:
            continue
        iri = ctx.ids.measure(mention.id or "")
        where = ctx.evidence(mention, "measure/1", mention.confidence)
        yield fact(iri, v.RDF_type, v.Measure, where)
        if noun.kind == "visum":
            yield fact(iri, v.RDF_type, v.VisaMeasure, where)
        label = f"{noun.label} {noun.preposition} {country.name}"
        day = mention.part("decided_on")
        if day:
            label = f"{label} van {dutch_date(date.fromisoformat(day))}"
        yield fact(iri, v.RDFS_label, Literal(label, lang="nl"), where)
        yield fact(iri, v.targetCountry, country.iri, where)
        yield fact(iri, v.documentedIn, ctx.paper_iri, where)
        sentence = sentence_near(ctx, mention)
        yield from _ground(ctx, iri, mention)
        yield from _support(ctx, iri, mention, sentence)
        yield from _lifting(ctx, iri, sentence)
        yield from _decision(ctx, iri, mention, sentence)
        yield from _legal_basis(ctx, iri, mention)
    yield from _effects(ctx, named)


def _ground(ctx: GraphContext, iri: str, mention: Mention) -> Iterator[Statement]:
    ground = _GROUND.match(ctx.text, mention.end)
    if ground is not None:
        span = Span(ground.start("g"), ground.end("g"))
        text = Literal(plain(span.of(ctx.text)), lang="nl")
        yield fact(iri, v.ground, text, ctx.evidence(span, "measure.ground/1", 0.95))


def _support(ctx: GraphContext, iri: str, mention: Mention, sentence: Span) -> Iterator[Statement]:
    """Who supported it. The cabinet stands for the country, by inference."""
    cue = _SUPPORT.search(ctx.text, sentence.start, mention.start)
    netherlands = ctx.names.country_by_alpha3.get("NLD")
    if cue is not None and netherlands is not None:
        basis = Basis.ASSERTED if "nederland" in cue[0].lower() else Basis.INFERRED
        where = ctx.evidence(Span(cue.start(), mention.end), "measure.support/1", 0.9, basis)
        yield fact(iri, v.supportedBy, netherlands.iri, where)


def _lifting(ctx: GraphContext, iri: str, sentence: Span) -> Iterator[Statement]:
    """ "Nederland heeft de Commissie opgeroepen …": who asked whom to lift it. A motion that wants it asked nobody."""
    lift = _LIFT.search(ctx.text, sentence.start, sentence.end)
    asked = _ASKED.search(ctx.text, sentence.start, sentence.end)
    if lift is None or asked is None or ctx.document.motion is not None:
        return
    before = Span(sentence.start, asked.start())
    whole = ctx.evidence(sentence, "measure.lifting/1", 0.9)
    askers = [m for m in ctx.mentions_in(before, MentionType.COUNTRY) if m.iri and m.part("form") == "name"]
    netherlands = ctx.names.country_by_alpha3.get("NLD")
    if askers:
        who = ctx.evidence(askers[0], "measure.lifting/1", 0.9)
        yield fact(iri, v.liftingRequestedBy, askers[0].iri or "", who, whole)
    elif netherlands is not None and _WE.search(ctx.text, before.start, before.end):
        yield fact(
            iri,
            v.liftingRequestedBy,
            netherlands.iri,
            ctx.evidence(sentence, "measure.lifting/1", 0.85, Basis.INFERRED),
        )
    commission = ctx.names.organisation_by_key.get("europese-commissie")
    named = _COMMISSION.search(ctx.text, sentence.start, sentence.end)
    if named is not None and commission is not None and commission.iri:
        # "Commissie" alone is the European one here: no committee of a Chamber lifts a measure.
        word = ctx.evidence(Span(named.start("c"), named.end("c")), "measure.lifting/1", 0.9, Basis.INFERRED)
        yield fact(iri, v.liftingRequestedFrom, commission.iri, word)


def decision_in_register(ctx: GraphContext, country: str, day: date) -> EuAct | None:
    """The act of the register that decided on this country on this day, if there is exactly one."""
    found = [a for a in ctx.names.eu_acts if a.target_country == country and a.decided_on == day]
    return found[0] if len(found) == 1 else None


def _decision(ctx: GraphContext, iri: str, mention: Mention, sentence: Span) -> Iterator[Statement]:
    """When and by whom it was decided: as the sentence states it, beside what the register has."""
    stated = mention.part("decided_on")
    days = [m for m in ctx.mentions_in(sentence, MentionType.DATE) if stated and m.id == stated]
    bodies = _deciders(ctx, mention, sentence)
    for body, rule, confidence in bodies:
        yield fact(iri, v.decidedByStated, body.iri or "", ctx.evidence(body, rule, confidence))
    if not days or stated is None:
        return
    day = date.fromisoformat(stated)
    yield fact(iri, v.decidedOn, day, ctx.evidence(days[0], "measure.decided-on/1", 0.97))
    act = decision_in_register(ctx, mention.part("country") or "", day)
    if act is None or not act.decided_by:
        return
    where = ctx.evidence(days[0], "measure.register/1", 0.98, Basis.REGISTER)
    yield fact(iri, v.decidedByResolved, act.decided_by, where)
    if act.eli:
        yield fact(iri, v.establishedBy, act.eli, where)
    for body, _, _ in bodies:
        if body.iri != act.decided_by:
            yield from _wrong_decider(ctx, iri, body, act)


def _deciders(ctx: GraphContext, mention: Mention, sentence: Span) -> list[tuple[Mention, str, float]]:
    """Bodies that the sentence names as the decider: "door de X aangenomen", else "de X heeft … opgelegd"."""
    bodies = [m for m in ctx.mentions_in(sentence, MentionType.ORGANISATION) if m.iri]
    if not re.search(rf"\b{_VERB}\b", sentence.of(ctx.text)):
        return []
    by = [m for m in bodies if _BY.search(ctx.text, max(sentence.start, m.start - 14), m.start)]
    if by:
        return [(by[0], "measure.decided-by/1", 0.97)]
    for body in bodies:
        rest = ctx.text[body.end : sentence.end]
        inside = body.end <= mention.start <= body.end + 80
        if inside and (_HAS.match(rest) or _HAS_BEHIND.match(ctx.text[mention.start : sentence.end])):
            return [(body, "measure.decided-by-subject/1", 0.85)]
    return []


def _wrong_decider(ctx: GraphContext, measure: str, body: Mention, act: EuAct) -> Iterator[Statement]:
    name = " ".join(body.text.split())
    yield from discrepancy(
        ctx,
        body,
        "discrepancy.decider/1",
        kind=v.discrepancy_besluitvormer,
        about=measure,
        on=v.decidedByStated,
        stated=Iri(body.iri or ""),
        resolved=Iri(act.decided_by),
        nl=f"het stuk noemt '{name}' als besluitvormer; {act.label} is van een ander orgaan",
        en=f"the paper names '{name}' as the decider; {act.label} is by another body",
    )


def _legal_basis(ctx: GraphContext, iri: str, mention: Mention) -> Iterator[Statement]:
    """ "25bis-maatregelen": the article of the one act in the register that has an article of that number."""
    number = mention.part("article")
    acts = [a for a in ctx.names.eu_acts if any(p.partition("=")[0] == number for p in a.articles)] if number else []
    if len(acts) != 1 or not acts[0].eli or number is None:
        return
    where = ctx.evidence(mention, "measure.legal-basis/1", 0.95, Basis.REGISTER)
    thing = ctx.ids.article(acts[0].celex, number)
    yield fact(iri, v.legalBasis, thing, where)
    yield fact(thing, v.RDF_type, v.ELI_LegalResourceSubdivision, where)
    yield fact(thing, v.ELI_is_part_of, acts[0].eli, where)
    yield fact(thing, v.articleLabel, Literal(number, lang="nl"), where)
    for pair in acts[0].articles:
        dutch, _, english = pair.partition("=")
        if dutch == number and english:
            yield fact(thing, v.articleLabel, Literal(english, lang="en"), where)


def _effects(ctx: GraphContext, named: list[Mention]) -> Iterator[Statement]:
    """Sentences that say what came of a measure of this paper: they name its noun and its country, or follow
    the sentence that names it."""
    done: set[tuple[int, str]] = set()
    for mention in named:
        noun = measure_by_key().get(mention.part("noun") or "")
        if noun is None:
            continue
        own = sentence_near(ctx, mention)
        following = ctx.sentence(own.end + 1)
        for sentence in (own, Span(following.start, min(following.end, following.start + REACH))):
            text = sentence.of(ctx.text)
            key = (sentence.start, mention.id or "")
            if key in done or _EFFECT.search(text) is None:
                continue
            names_it = any(word in text.lower() for word in (n.lower() for n in noun.nouns))
            countries = {c.id for c in ctx.mentions_in(sentence, MentionType.COUNTRY)} - {"NLD"}
            if names_it and (not countries or mention.part("country") in countries):
                done.add(key)
                where = ctx.evidence(sentence, "measure.effect/1", 0.9)
                yield fact(ctx.ids.measure(mention.id or ""), v.effectStated, Literal(plain(text), lang="nl"), where)
