"""A found thing as people see it: its title, and the piece of its best passage with the words marked."""

import sqlite3
from collections.abc import Sequence

from sovgraph.search.asking import Term, fits
from sovgraph.search.facets import Found
from sovgraph.search.model import Hit, Range
from sovgraph.search.words import words

SNIPPET = 260
"""Code points of a passage that are shown."""

_BEFORE = 60
_HIT = """
SELECT u.graph, u.iri, u.kind, CASE ? WHEN 'en' THEN t.title_en ELSE t.title_nl END, t.label, u.date, u.chamber,
  u.dossiers, d.text, d.start, d.end
FROM docs d JOIN units u ON u.uid = d.uid
JOIN units t ON t.uid = (SELECT uid FROM units WHERE iri = u.iri ORDER BY graph LIMIT 1)
WHERE d.id = ?
"""
_HELD = """
SELECT d.id FROM units u JOIN docs d ON d.uid = u.uid WHERE u.iri = ? AND u.graph = u.iri ORDER BY d.id LIMIT 1
"""


def show(db: sqlite3.Connection, found: Found, terms: Sequence[Term], lang: str) -> Hit:
    """The hit with its words; `first` is exact where the passage stands in the paper letter for letter."""
    row = db.execute(_HIT, (lang, found.doc)).fetchone()
    if not row[0] and (held := db.execute(_HELD, (found.iri,)).fetchone()):
        row = db.execute(_HIT, (lang, held[0])).fetchone()  # found by its title: shown by how it begins
    graph, iri, kind, title, label, date, chamber, dossiers, text, start, end = row
    wanted = [term for term in terms if not term.without]
    marks = marked(text, wanted)
    cut, until = _window(text, marks)
    literal = start is not None and end - start == len(text)
    return Hit(
        kind,
        iri,
        title,
        label,
        text[cut:until],
        tuple((a - cut, b - cut) for a, b in marks if cut <= a and b <= until),
        tuple(marked(title, wanted)),
        graph or None,
        start,
        end,
        start + marks[0][0] if literal and marks else start,
        start + cut if literal else start,
        date,
        chamber,
        tuple(dossiers.split()),
        round(-found.score, 4),
        max(0, found.count - 1),
    )


def marked(text: str, terms: Sequence[Term]) -> list[Range]:
    """Ranges of the words that fit a term; of a phrase only where its words follow each other."""
    found = list(words(text))
    ranges: set[Range] = set()
    for term in terms:
        size = len(term.words)
        for place in range(len(found) - size + 1):
            run = found[place : place + size]
            if _is_run(term, [word.form for word in run]):
                ranges.update((word.start, word.end) for word in run)
    return sorted(ranges)


def _is_run(term: Term, run: list[str]) -> bool:
    if len(run) == 1:
        return fits(term, run[0])
    last = run[-1].startswith(term.words[-1]) if term.begins else run[-1] == term.words[-1]
    return last and tuple(run[:-1]) == term.words[:-1]


def _window(text: str, marks: list[Range]) -> Range:
    """Where the snippet begins and ends: the stretch with most marks, between words."""
    if len(text) <= SNIPPET:
        return 0, len(text)
    starts = [start for start, _ in marks] or [0]
    best = max(starts, key=lambda s: (sum(s <= a and b <= s + SNIPPET - _BEFORE for a, b in marks), -s))
    cut = max(0, min(best - _BEFORE, len(text) - SNIPPET))
    if cut and (space := text.find(" ", cut, best)) >= 0:
        cut = space + 1
    until = min(len(text), cut + SNIPPET)
    if until < len(text) and (space := text.rfind(" ", best + 1, until)) > best:
        until = space
    return cut, until
