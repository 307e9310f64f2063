"""What a sentence says of a country: measure imposed, lifting asked, cooperation better or insufficient.

Always as whoever writes or asks says it: the words and the speaker stand with it, nothing is judged. The words are data
(ontology/lexicon/stances.tsv). A sentence that names several countries says it of none for sure.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from sovgraph import vocab as v
from sovgraph.graph.base import GraphContext, fact, statements
from sovgraph.graph.statements.nearby import said_on, sentence_near
from sovgraph.graph.statements.questions import plain
from sovgraph.model import Literal, Mention, MentionType, Span, Statement
from sovgraph.resources import folder, read_tsv

_STANCES = {
    "maatregel-ingesteld": v.stance_maatregel_ingesteld,
    "opheffing-gevraagd": v.stance_opheffing_gevraagd,
    "samenwerking-verbeterd": v.stance_samenwerking_verbeterd,
    "samenwerking-onvoldoende": v.stance_samenwerking_onvoldoende,
}
_HOME = "NLD"
_LONGEST = 600
_BEFORE = 30
"""So far before the words a "geen" undoes them."""


@dataclass(frozen=True, slots=True)
class _Row:
    key: str
    words: re.Pattern[str]
    undone: re.Pattern[str]


@cache
def _rows() -> tuple[_Row, ...]:
    rows = read_tsv(folder("ontology") / "lexicon" / "stances.tsv")
    return tuple(_Row(r["key"], _pattern(r["words"]), _pattern(r["not"])) for r in rows)


def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(
        words.replace("…", "[^.?;]{0,160}?").replace("[- ]", "[-\x00]").replace(" ", r"\s+").replace("\x00", " ")
    )


@statements("stances")
def stances(ctx: GraphContext) -> Iterator[Statement]:
    for country in ctx.mentions:
        if country.type is not MentionType.COUNTRY or not country.iri or country.id == _HOME:
            continue
        sentence = sentence_near(ctx, country)
        others = {m.id for m in ctx.mentions_in(sentence, MentionType.COUNTRY)} - {_HOME, country.id}
        text = sentence.of(ctx.text)
        if others or text.rstrip().endswith("?") or len(text) > _LONGEST:
            continue
        for key in sorted({r.key for r in _rows() if r.words.search(text) and not _is_undone(r, text)}):
            yield from _stance(ctx, country, sentence, key)


def _is_undone(row: _Row, text: str) -> bool:
    match = row.words.search(text)
    return match is not None and row.undone.search(text, max(0, match.start() - _BEFORE), match.end()) is not None


def _stance(ctx: GraphContext, country: Mention, sentence: Span, key: str) -> Iterator[Statement]:
    iri = ctx.ids.below(ctx.paper_iri, "standpunt", f"{country.start}-{key}")
    where = ctx.evidence(sentence, "stance/1", 0.88)
    yield fact(iri, v.RDF_type, v.StanceStatement, where)
    yield fact(iri, v.RDFS_label, Literal(plain(sentence.of(ctx.text))[:120], lang="nl"), where)
    yield fact(iri, v.stance, _STANCES[key], where)
    yield fact(iri, v.about, country.iri or "", ctx.evidence(country, "stance/1", country.confidence), where)
    yield fact(iri, v.statementText, Literal(plain(sentence.of(ctx.text)), lang="nl"), where)
    yield fact(iri, v.documentedIn, ctx.paper_iri, where)
    said = said_on(ctx, country.start)
    if said is not None:
        yield fact(iri, v.claimedOn, said[0], ctx.evidence(said[1], "stance.on/1", 0.97))
    yield from _by(ctx, iri, country)


def _by(ctx: GraphContext, iri: str, country: Mention) -> Iterator[Statement]:
    """Whoever asks the question that holds it, else whoever sends the letter."""
    for exchange in ctx.document.exchanges:
        asked = exchange.question
        if asked is not None and asked.start <= country.start < asked.end:
            for span in (*exchange.asked_by, *exchange.askers):
                for asker in ctx.linked_in(span, MentionType.PARTY, MentionType.PERSON):
                    yield fact(iri, v.statedBy, asker.iri or "", ctx.evidence(asker, "stance.by/1", 0.93))
            return
        restated = exchange.restated
        if restated is not None and restated.start <= country.start < restated.end:
            return
    letter = ctx.letter_at(country.start)
    for sender in (
        ctx.linked_in(letter.senders[0], MentionType.MINISTER, MentionType.COMMITTEE)
        if letter and letter.senders
        else ()
    ):
        yield fact(iri, v.statedBy, sender.iri or "", ctx.evidence(sender, "stance.by/1", 0.93))
