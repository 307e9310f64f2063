"""The tool `motion_history`: what happened to a motion, who voted how, and on whose word."""

from sovgraph.graph.places import pdf_page
from sovgraph.mcp.answers import Event, MotionHistory, Quote, Thing, Vote
from sovgraph.mcp.corpus import Corpus, Row, bounded, paging
from sovgraph.query.sentences import code_words


def motion_history(corpus: Corpus, motion: str, limit: int = 30, offset: int = 0, lang: str = "nl") -> MotionHistory:
    """Events in the order of their days, and the votes; the same event may be told by several sources."""
    size, start = bounded(limit, offset)
    iri = corpus.find(motion)
    rows = corpus.rows("motion-trail", lang, motion=iri) if iri else []
    if iri is None or not rows:
        missing = corpus.not_held(f"de gang van een motie '{motion[:80]}'", f"the history of a motion '{motion[:80]}'")
        return MotionHistory(motion=corpus.thing(iri, lang=lang) if iri else None, not_in_corpus=missing)
    named = corpus.index.thing(iri, lang=lang)
    wanted = {r[key] or "" for r in rows for key in ("source", "other") if r[key]}
    things = corpus.things(wanted, lang)
    texts = {
        source: corpus.text(source) for source in sorted({row["source"] or "" for row in rows[start : start + size]})
    }
    return MotionHistory(
        motion=corpus.thing(iri, rows[0]["motionLabel"] or "", lang),
        title=named.title if named else "",
        state=_state(corpus, iri, lang),
        events=tuple(_event(row, things, texts, lang) for row in rows[start : start + size]),
        votes=tuple(_vote(corpus, row, lang) for row in corpus.rows("motion-votes", lang, motion=iri)),
        paging=paging(len(rows), start, size),
    )


def _state(corpus: Corpus, iri: str, lang: str) -> str:
    """What sources say became of it; "" when none does, all of them when they differ."""
    rows = corpus.rows("motion-direct", lang, number=iri)
    return " / ".join(dict.fromkeys(row["resultLabel"] or "" for row in rows if row["resultLabel"]))


def _event(row: Row, things: dict[str, Thing], texts: dict[str, str], lang: str) -> Event:
    """Its offsets are given only where the words stand in the paper just once."""
    place, words, text = row["place"] or "", row["words"] or "", texts.get(row["source"] or "", "")
    source = things.get(row["source"] or "", Thing(iri="", label=""))
    start = text.index(words) if words and text.count(words) == 1 else None
    basis = "asserted" if text else "register"
    quote = Quote(
        text=words,
        paper=source,
        start=start,
        end=start + len(words) if start is not None else None,
        page=pdf_page(place),
        place=place or None,
        basis=code_words(lang).get(basis, basis),
    )
    return Event(
        date=row["date"] or "",
        claimed_on=row["claimedOn"] or "",
        event=row["eventLabel"] or "",
        by=row["by"] or "",
        appraisal=row["appraisalLabel"] or "",
        other_motion=things.get(row["other"] or ""),
        quote=quote,
    )


def _vote(corpus: Corpus, row: Row, lang: str) -> Vote:
    return Vote(
        date=row["date"] or "",
        outcome=row["outcomeLabel"] or "",
        side=row["side"] or "",
        voter=row["voterLabel"] or row["othersLabel"] or "",
        seats=row["seats"] or "",
        source=corpus.thing(row["source"] or "", row["sourceLabel"] or "", lang),
    )
