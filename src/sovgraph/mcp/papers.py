"""Tools about papers: resolve a reference, read a paper, find passages, tell what the corpus covers."""

from sovgraph.api import find_references
from sovgraph.mcp.answers import (
    Complete,
    Count,
    Coverage,
    Heading,
    NotInCorpus,
    Paper,
    Passage,
    Passages,
    Quote,
    Reference,
    References,
)
from sovgraph.mcp.corpus import Corpus, bounded, paging
from sovgraph.model import Mention
from sovgraph.query.sentences import code_words, in_language
from sovgraph.search import kind_word

MOST_LETTERS = 20_000
"""Code points of a paper in one answer."""

_MOST_TEXT = 50_000
_CITING = 10
_VALUES = 100


def resolve_reference(corpus: Corpus, text: str, context: str = "", lang: str = "nl") -> References:
    """Every reference in a piece of text; a bare number ("32317-QC") is tried as the number of a paper."""
    mentions = find_references(text[:_MOST_TEXT], context=context[:_MOST_TEXT])
    found = tuple(_reference(corpus, mention, lang) for mention in mentions)
    if not found and (iri := corpus.find(text)):
        thing = corpus.thing(iri, lang=lang)
        found = (
            Reference(
                text=text,
                start=0,
                end=len(text),
                kind=code_words(lang).get("kamerstuk", "kamerstuk"),
                status="exact",
                identifier=iri.rpartition("/")[2],
                thing=thing,
                confidence=100,
                rule="number",
                reason="",
            ),
        )
    held = any(one.thing is not None and one.thing.held for one in found)
    missing: NotInCorpus | None
    if not found:
        missing = corpus.not_held(f"een verwijzing in '{text[:80]}'", f"a reference in '{text[:80]}'")
    else:
        missing = (
            None if held else corpus.not_held("de tekst van wat hier genoemd wordt", "the text of what is named here")
        )
    return References(references=found, not_in_corpus=missing)


def _reference(corpus: Corpus, mention: Mention, lang: str) -> Reference:
    return Reference(
        text=mention.text,
        start=mention.start,
        end=mention.end,
        kind=code_words(lang).get(mention.type.value, mention.type.value),
        status=mention.status.value,
        identifier=mention.id,
        thing=corpus.thing(mention.iri, lang=lang) if mention.iri else None,
        confidence=round(100 * mention.confidence),
        rule=mention.rule,
        reason=in_language(mention.reason, lang),
        candidates=tuple(candidate.iri or candidate.id for candidate in mention.candidates),
    )


def get_paper(corpus: Corpus, paper: str, offset: int = 0, limit: int = 6000, lang: str = "nl") -> Paper:
    """A paper with a piece of its text; of one that is only cited, who cites it."""
    iri = corpus.find(paper)
    if iri is None:
        return Paper(paper=None, not_in_corpus=corpus.not_held(f"een stuk '{paper[:80]}'", f"a paper '{paper[:80]}'"))
    named = corpus.index.thing(iri, lang=lang)
    thing = corpus.thing(iri, named.label if named else "", lang)
    citing = corpus.rows("cited-by", lang, paper=iri)
    cited_by = tuple(corpus.things([row["paper"] or "" for row in citing], lang).values())[:_CITING]
    text = corpus.text(iri)
    if not text or named is None:
        missing = corpus.not_held(f"de tekst van {thing.label}", f"the text of {thing.label}")
        return Paper(paper=thing, cited_by=cited_by, not_in_corpus=missing)
    start = max(0, min(offset, len(text)))
    piece = text[start : start + max(1, min(limit, MOST_LETTERS))]
    return Paper(
        paper=thing,
        title=named.title,
        kind=kind_word(named.kind, lang),
        date=named.date,
        chamber=named.chamber,
        dossiers=named.dossiers,
        text=piece,
        start=start,
        end=start + len(piece),
        length=len(text),
        headings=_headings(corpus, iri, named.dossiers, lang),
        cited_by=cited_by,
    )


def _headings(corpus: Corpus, iri: str, dossiers: tuple[str, ...], lang: str) -> tuple[Heading, ...]:
    rows = corpus.rows("outline", lang, dossier=dossiers[0]) if dossiers else []
    return tuple(
        Heading(title=row["sectionLabel"] or "", start=int(row["start"] or 0), end=int(row["end"] or 0))
        for row in rows
        if row["paper"] == iri
    )


def passages(
    corpus: Corpus, words: str, paper: str = "", dossier: str = "", limit: int = 10, offset: int = 0, lang: str = "nl"
) -> Passages:
    """Passages that hold all the words, with their places."""
    size, start = bounded(limit, offset)
    within = corpus.find(paper) if paper else ""
    number = "".join(dossier.split())
    empty = paging(0, start, size)
    if within is None:
        missing = corpus.not_held(f"een stuk '{paper[:80]}'", f"a paper '{paper[:80]}'")
        return Passages(passages=(), paging=empty, nearer_spelling="", not_in_corpus=missing)
    hits = corpus.index.passages(words, paper=within, dossier=number, lang=lang, limit=size, offset=start)
    things = corpus.things([hit.iri for hit in hits], lang)
    found = tuple(
        Passage(
            title=hit.title,
            quote=Quote(
                text=hit.snippet,
                paper=things[hit.iri],
                start=hit.shown,
                end=hit.shown + len(hit.snippet) if hit.shown is not None else None,
                basis=code_words(lang).get("asserted", "asserted"),
                confidence=100,
                rule="search",
            ),
            date=hit.date,
            dossiers=hit.dossiers,
        )
        for hit in hits
    )
    if hits.total:
        return Passages(passages=found, paging=paging(hits.total, start, size), nearer_spelling="", not_in_corpus=None)
    near = corpus.index.search(words, lang=lang, limit=1).variant
    missing = corpus.not_held(f"een passage met '{words[:80]}'", f"a passage with '{words[:80]}'")
    return Passages(passages=(), paging=empty, nearer_spelling=near, not_in_corpus=missing)


def coverage(corpus: Corpus, lang: str = "nl") -> Coverage:
    """What the corpus holds and what it doesn't claim to know."""
    db = corpus.index.database
    by_year = db.execute(
        "SELECT substr(date, 1, 4), count(*) FROM units WHERE graph = iri AND date != '' GROUP BY 1 ORDER BY 1"
    ).fetchall()
    dossiers: dict[str, int] = {}
    for numbers, count in db.execute("SELECT dossiers, count(*) FROM units WHERE graph = iri GROUP BY dossiers"):
        for number in numbers.split():
            dossiers[number] = dossiers.get(number, 0) + count
    ranked = sorted(dossiers.items(), key=lambda item: (-item[1], item[0]))[:_VALUES]
    words = code_words(lang)
    kinds = [(row["kind"] or "", int(row["things"] or 0)) for row in corpus.rows("contents", lang)]
    return Coverage(
        version=corpus.version,
        holds=corpus.holdings,
        kinds=tuple(Count(name=words.get(name, name), count=count) for name, count in kinds),
        papers_by_year=tuple(Count(name=year, count=count) for year, count in by_year),
        papers_by_dossier=tuple(Count(name=number, count=count) for number, count in ranked),
        complete=tuple(
            Complete(
                dossier=row["dossierLabel"] or row["dossier"] or "",
                start=row["start"] or "",
                end=row["end"] or "",
                declared_by=row["declaredBy"] or "",
            )
            for row in corpus.rows("completeness", lang)
        ),
        limits=_LIMITS["en" if lang == "en" else "nl"],
    )


_LIMITS = {
    "nl": "Alleen wat in deze stukken en registers staat. Een leeg antwoord betekent: niet in dit corpus. Of iets nog "
    "openstaat is alleen te zeggen voor dossiers en perioden die volledig verklaard zijn. Feiten zijn door regels uit "
    "de tekst gehaald; elk heeft zijn woorden, zijn regel en een zekerheid van 0 tot 100.",
    "en": "Only what stands in these papers and registers. An empty answer means: not in this corpus. Whether a thing "
    "is still open can only be told for dossiers and periods that are declared complete. Facts were taken from "
    "the text by rules; each has its words, its rule and a confidence from 0 to 100.",
}
