"""Which things fit the words that were typed: one SQL question per way of taking them."""

import re
import sqlite3
from collections.abc import Iterable
from dataclasses import replace
from functools import partial

from sovgraph.identifiers import normalise_id
from sovgraph.search.asking import Term, expression
from sovgraph.search.facets import Found
from sovgraph.search.words import compact, forms

MOST_COMPOUNDS = 12
"""Longer words that end with one asked for ("visummaatregel" with "maatregel"), the most frequent first."""

MOST_PASSAGES = 60
"""In how many passages a word may stand for its compounds to be looked for as well."""

_EXACT = 3.0
"""How much better than the best other hit a thing is whose whole name or number was typed."""

_NUMBER = re.compile(r"\d")
_LAST = "\U0010ffff"

_THINGS = """
WITH s AS MATERIALIZED (SELECT rowid AS id, bm25(fts, 6.0, 1.0, 0.8) AS score FROM fts WHERE fts MATCH ?)
SELECT u.iri, u.kind, substr(u.date, 1, 4), u.chamber, u.dossiers, min(s.score * u.weight), s.id, sum(d.start NOTNULL)
FROM s
JOIN docs d ON d.id = s.id JOIN units u ON u.uid = d.uid
GROUP BY u.iri
"""
_PASSAGES = """
WITH s AS MATERIALIZED (SELECT rowid AS id, bm25(fts, 2.0, 1.0, 0.8) AS score FROM fts WHERE fts MATCH ?)
SELECT u.iri, u.kind, substr(u.date, 1, 4), u.chamber, u.dossiers, s.score, s.id, 1
FROM s
JOIN docs d ON d.id = s.id JOIN units u ON u.uid = d.uid
WHERE u.iri = u.graph AND d.start IS NOT NULL
ORDER BY s.score, s.id
"""
_THING = """
SELECT u.iri, u.kind, substr(u.date, 1, 4), u.chamber, u.dossiers, 0.0, d.id, 0
FROM units u JOIN docs d ON d.uid = u.uid WHERE u.iri = ? ORDER BY u.graph, d.id LIMIT 1
"""
_IRIS = """
SELECT DISTINCT u.iri FROM fts f JOIN docs d ON d.id = f.rowid JOIN units u ON u.uid = d.uid WHERE fts MATCH ?
"""
_NAMED = """
SELECT u.iri, u.kind, substr(u.date, 1, 4), u.chamber, u.dossiers, -k.weight, min(d.id), 0
FROM keys k JOIN units u ON u.iri = k.iri JOIN docs d ON d.uid = u.uid
WHERE k.key = ? AND k.whole = 1 GROUP BY u.iri
"""


def find_things(db: sqlite3.Connection, terms: tuple[Term, ...], text: str) -> tuple[str, list[Found]]:
    """How the words were taken, and each thing once. Things of that very name or number come first."""
    wanted, without = [t for t in terms if not t.without], [t for t in terms if t.without]
    match, found = _matching(db, wanted) if wanted else ("none", {})
    for iri in _iris(db, without):
        found.pop(iri, None)
    best = min((one.score for one in found.values()), default=-1.0)
    for exact in exactly(db, text):
        old = found.get(exact.iri, exact)
        found[exact.iri] = replace(old, score=best * _EXACT + exact.score)
        match = "all"
    return match, list(found.values())


def find_passages(db: sqlite3.Connection, terms: tuple[Term, ...]) -> list[Found]:
    """Passages of papers that hold all the words, the best first; a paper may come more than once."""
    asked = _expression(db, [t for t in terms if not t.without])
    found = [Found(*row) for row in db.execute(_PASSAGES, (asked,))] if asked else []
    unwanted = _iris(db, [t for t in terms if t.without])
    return [one for one in found if one.iri not in unwanted]


def named(db: sqlite3.Connection, iri: str) -> Found | None:
    """A thing by its IRI."""
    row = db.execute(_THING, (iri,)).fetchone()
    return Found(*row) if row else None


def _matching(db: sqlite3.Connection, wanted: list[Term]) -> tuple[str, dict[str, Found]]:
    """All words in one passage; else in one thing; else any of them."""
    found = _things(db, _expression(db, wanted))
    if found or len(wanted) == 1:
        return ("all" if found else "none"), found
    some = _things(db, _expression(db, wanted, every=False))
    common = set.intersection(*(_iris(db, [term]) for term in wanted))
    if common:
        return "thing", {iri: one for iri, one in some.items() if iri in common}
    return ("any" if some else "none"), some


def _expression(db: sqlite3.Connection, terms: Iterable[Term], *, every: bool = True) -> str:
    return expression(terms, partial(compounds, db), every=every)


def _things(db: sqlite3.Connection, asked: str) -> dict[str, Found]:
    return {row[0]: Found(*row) for row in db.execute(_THINGS, (asked,))}


def _iris(db: sqlite3.Connection, terms: list[Term]) -> set[str]:
    """Things with any of the terms."""
    asked = _expression(db, terms, every=False)
    return {iri for (iri,) in db.execute(_IRIS, (asked,))} if asked else set()


def exactly(db: sqlite3.Connection, text: str) -> list[Found]:
    """Things of which this is a whole name or number."""
    short = compact(text[:200])
    official = compact(normalise_id(text[:200].strip()) or "")
    keys = (" ".join(forms(text[:200])), short if _NUMBER.search(short) else "", official)
    return [Found(*row) for key in dict.fromkeys(keys) if key for row in db.execute(_NAMED, (key,))]


def compounds(db: sqlite3.Connection, form: str) -> list[str]:
    """Words of the texts that end with a word of five letters or more, when what stands before it is a word too.

    Not for a word that stands in many passages: a rare compound would come before the word itself.
    """
    if len(form) < 5 or not form.isalpha() or _is_frequent(db, form):
        return []
    back = form[::-1]
    rows = db.execute(
        "SELECT form FROM forms WHERE reversed > ? AND reversed < ? ORDER BY docs DESC, form LIMIT ?",
        (back, back + _LAST, 4 * MOST_COMPOUNDS),
    ).fetchall()
    return [found for (found,) in rows if _is_word(db, found.removesuffix(form))][:MOST_COMPOUNDS]


def _is_frequent(db: sqlite3.Connection, form: str) -> bool:
    row = db.execute("SELECT docs FROM forms WHERE form = ?", (form,)).fetchone()
    return bool(row) and row[0] > MOST_PASSAGES


def _is_word(db: sqlite3.Connection, front: str) -> bool:
    """With or without the letters that join two words: "schadevergoedings", "landen"."""
    tried = [front, *(front.removesuffix(link) for link in ("s", "en", "e", "n") if front.endswith(link))]
    marks = ", ".join("?" * len(tried))
    return len(front) > 2 and bool(db.execute(f"SELECT 1 FROM forms WHERE form IN ({marks}) LIMIT 1", tried).fetchone())
