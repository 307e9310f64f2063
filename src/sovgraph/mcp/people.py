"""The tool `who`: people, parties, committees, posts, countries by a name, without guessing between two."""

from sovgraph import vocab as v
from sovgraph.mcp.answers import Period, Quote, Somebody, Who
from sovgraph.mcp.corpus import Corpus
from sovgraph.search import Hit, kind_word

KINDS = ("person", "party", "committee", "post", "organisation", "country", "region")
_MOST = 8
_QUOTES = 3


def who(corpus: Corpus, name: str, on: str = "", lang: str = "nl") -> Who:
    """Everyone whose name this is; when nobody's is, who comes near, marked as not exact."""
    exact = corpus.index.exact(name)
    hits = [hit for hit in corpus.index.search(name, kind=KINDS, lang=lang, limit=_MOST) if _is_named(hit, name)]
    certain = [hit for hit in hits if hit.iri in exact]
    chosen = certain or hits
    if not chosen:
        near = [s for s in corpus.index.suggest(name, lang=lang, limit=_MOST) if s.kind in KINDS]
        chosen = [hit for s in near if (hit := corpus.index.thing(s.iri, lang=lang)) is not None]
    if not chosen:
        missing = corpus.not_held(f"iemand met de naam '{name[:80]}'", f"anyone by the name '{name[:80]}'")
        return Who(status="none", found=(), not_in_corpus=missing)
    found = tuple(_somebody(corpus, hit, on, lang, exact=hit.iri in exact) for hit in chosen[:_MOST])
    return Who(status="one" if len(found) == 1 and found[0].exact else "several", found=found, not_in_corpus=None)


def _is_named(hit: Hit, name: str) -> bool:
    """Whether every word asked for is in its names, not in some text about it."""
    return bool(hit.title_marks or hit.marks)


def _somebody(corpus: Corpus, hit: Hit, on: str, lang: str, *, exact: bool) -> Somebody:
    is_person = hit.kind == "person"
    return Somebody(
        thing=corpus.thing(hit.iri, hit.title, lang),
        kind=kind_word(hit.kind, lang),
        exact=exact,
        other_names=hit.snippet,
        on=on or corpus.holdings.last_day,
        periods=_periods(corpus, hit.iri, on, lang) if is_person else (),
        quotes=_quotes(corpus, hit.iri, lang),
    )


def _periods(corpus: Corpus, iri: str, on: str, lang: str) -> tuple[Period, ...]:
    rows = corpus.rows("party-on-day", lang, person=iri, date=on or corpus.holdings.last_day)
    return tuple(
        Period(
            party=row["partyLabel"] or row["party"] or "",
            body=row["body"] or "",
            since=row["from"] or "",
            until=row["until"] or "",
            basis=row["basis"] or "",
            source=row["source"] or "",
        )
        for row in rows
    )


def _quotes(corpus: Corpus, iri: str, lang: str) -> tuple[Quote, ...]:
    """Where papers name them."""
    return corpus.quotes(iri, lang, (v.nameAsWritten, v.RDF_type, v.RDFS_label), _QUOTES)
