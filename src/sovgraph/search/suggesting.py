"""What someone may mean while typing: names, titles and numbers, also misspelt; else words of the texts."""

import sqlite3
from collections.abc import Sequence

from rapidfuzz import process
from rapidfuzz.distance import OSA

from sovgraph.search.asking import Term
from sovgraph.search.model import Suggestion
from sovgraph.search.words import compact, forms, words

MOST_KEYS = 1500
"""Keys looked at for a short beginning; more would take longer than a keystroke."""

_LAST = "\U0010ffff"
_NEAR = 0.75
"""How alike a misspelt word must be; two letters that changed places count as one mistake."""

_KEYS = """
SELECT iri, kind, max(weight), name FROM (SELECT iri, kind, weight, name, length(key) AS size FROM keys
  WHERE key >= ? AND key < ? LIMIT ?) GROUP BY iri ORDER BY max(weight) DESC, min(size), iri LIMIT ?
"""
_TITLE = """
SELECT CASE ? WHEN 'en' THEN title_en ELSE title_nl END, label FROM units WHERE iri = ? ORDER BY graph LIMIT 1
"""


def suggest(db: sqlite3.Connection, typed: str, lang: str, limit: int) -> tuple[Suggestion, ...]:
    """At most `limit`, the best first; the same spelling variants that the registers know lead to the thing."""
    typed = typed[:200]
    words_typed = " ".join(forms(typed))
    if not words_typed or not limit:
        return ()
    short = compact(typed)
    beginnings = dict.fromkeys((words_typed, short) if any(c.isdigit() for c in short) else (words_typed,))
    found = {row[0]: row for start in beginnings for row in _beginning(db, start, limit)}
    rows = sorted(found.values(), key=lambda r: -r[2])[:limit]
    if not rows and len(words_typed) > 3:
        rows = _alike(db, words_typed, limit)
    shown = [Suggestion(*_title(db, iri, lang, name), kind, iri, name) for iri, kind, _, name in rows]
    return tuple(shown + _completions(db, words_typed, limit - len(shown)))


def _beginning(db: sqlite3.Connection, start: str, limit: int) -> list[tuple[str, str, float, str]]:
    return db.execute(_KEYS, (start, start + _LAST, MOST_KEYS, limit)).fetchall()


def _alike(db: sqlite3.Connection, typed: str, limit: int) -> list[tuple[str, str, float, str]]:
    """Names of people, parties, committees, countries that are nearly what was typed, with the same first letter."""
    rows = db.execute(
        "SELECT key, iri, kind, weight, name FROM keys WHERE key >= ? AND key < ? AND length(key) BETWEEN ? AND ? "
        "AND kind IN ('person', 'party', 'committee', 'country', 'post', 'organisation') LIMIT ?",
        (typed[0], typed[0] + _LAST, len(typed) - 3, len(typed) + 3, 4 * MOST_KEYS),
    ).fetchall()
    near = process.extract(
        typed, [row[0] for row in rows], scorer=OSA.normalized_similarity, limit=limit, score_cutoff=_NEAR
    )
    found: dict[str, tuple[str, str, float, str]] = {}
    for _, _, place in near:
        _, iri, kind, weight, name = rows[place]
        found.setdefault(iri, (iri, kind, weight, name))
    return list(found.values())


def _title(db: sqlite3.Connection, iri: str, lang: str, name: str) -> tuple[str, str]:
    row = db.execute(_TITLE, (lang, iri)).fetchone()
    return (str(row[0]), str(row[1])) if row else (name, "")


def _completions(db: sqlite3.Connection, typed: str, limit: int) -> list[Suggestion]:
    if limit <= 0 or " " in typed or len(typed) < 3:
        return []
    rows = db.execute(
        "SELECT form FROM forms WHERE form > ? AND form < ? ORDER BY docs DESC, form LIMIT ?",
        (typed, typed + _LAST, min(limit, 3)),
    )
    return [Suggestion(form, "", "word", "", form) for (form,) in rows]


def nearer(db: sqlite3.Connection, text: str, terms: Sequence[Term]) -> str:
    """What was typed with each unknown word as the texts spell it; "" when every word is known or none is near."""
    changed = text
    unknown = {w for t in terms if not t.without and not t.begins for w in t.words if len(w) > 3 and w.isalpha()}
    for word in reversed(list(words(text))):
        if word.form in unknown and (better := _known(db, word.form)):
            changed = changed[: word.start] + better + changed[word.end :]
    return changed if changed != text else ""


def _known(db: sqlite3.Connection, form: str) -> str:
    if db.execute("SELECT 1 FROM forms WHERE form >= ? AND form < ? LIMIT 1", (form, form + _LAST)).fetchone():
        return ""
    rows = db.execute(
        "SELECT form FROM forms WHERE form >= ? AND form < ? AND length(form) BETWEEN ? AND ? AND docs > 1",
        (form[0], form[0] + _LAST, len(form) - 2, len(form) + 2),
    )
    best = process.extractOne(form, [f for (f,) in rows], scorer=OSA.normalized_similarity, score_cutoff=_NEAR)
    return str(best[0]) if best else ""
