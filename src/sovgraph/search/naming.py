"""Things by their names: what all graphs call a thing, as one unit of the index and as keys for suggestions."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator

from sovgraph.search.gathering import Gathered, names_of
from sovgraph.search.kinds import stopwords
from sovgraph.search.units import Unit
from sovgraph.search.words import compact, forms

MOST_WORDS = 8
"""Words of a name by which it is suggested, besides its first."""

REGISTERS = "/graph/register/"
_UNNAMED = 0.3
"""How much less a thing counts that only the registers name, and no paper."""

_LESS = {"main": 1.0, "title": 0.9, "other": 0.8, "number": 0.9}


def put_names(db: sqlite3.Connection, gathered: Gathered) -> set[str]:
    """Notes the names that one graph gives; the things that have them."""
    touched: set[str] = set()
    for thing in gathered.things.values():
        if thing.kind.text:
            continue
        shared = (gathered.graph, thing.iri, thing.kind.name, thing.kind.rank, thing.kind.weight)
        rows = [(*shared, *name) for name in names_of(thing)]
        db.executemany("INSERT INTO names VALUES (?, ?, ?, ?, ?, ?, ?, ?)", rows)
        touched.add(thing.iri)
    return touched


def renew_names(db: sqlite3.Connection, things: Iterable[str], remove: Callable[[int], None]) -> Iterator[Unit]:
    """Units of the things as all graphs together name them; the old ones are removed, keys are renewed."""
    for iri in sorted(things):
        db.execute("DELETE FROM keys WHERE iri = ?", (iri,))
        for (uid,) in db.execute("SELECT uid FROM units WHERE iri = ? AND graph = ''", (iri,)).fetchall():
            remove(uid)
        rows = db.execute(
            "SELECT kind, rank, weight, role, name, lang, graph FROM names WHERE iri = ? ORDER BY rank, graph, rowid",
            (iri,),
        ).fetchall()
        if not rows:
            continue
        kind, _, weight = rows[0][:3]
        weight *= 1.0 if any(REGISTERS not in row[-1] for row in rows) else _UNNAMED
        names = [(role, name, lang) for *_, role, name, lang, _ in rows]
        _put_keys(db, iri, kind, weight, names)
        paper = db.execute("SELECT date, chamber, dossiers FROM units WHERE iri = ? AND graph = iri", (iri,)).fetchone()
        yield _unit(iri, kind, weight, names, paper or ("", "", ""))


def _unit(iri: str, kind: str, weight: float, names: list[tuple[str, str, str]], paper: tuple[str, str, str]) -> Unit:
    nl, en = _shown(kind, names, "nl"), _shown(kind, names, "en")
    main = _best(names, "nl")
    others = " · ".join(n for n in dict.fromkeys(name for _, name, _ in names) if n not in (nl, en, main))
    date, chamber, dossiers = paper
    label = main if main not in (nl, en) else ""
    return Unit("", iri, kind, weight, nl, en, label, date, chamber, tuple(dossiers.split()), ((others, None, None),))


def _shown(kind: str, names: list[tuple[str, str, str]], lang: str) -> str:
    """A dossier by its number and title, a paper by its fullest title, anything else by its best name."""
    best = _best(names, lang)
    titles = [name for role, name, _ in names if role == "title"]
    if kind == "dossier" and titles:
        return f"{best} {titles[0]}" if titles[0] != best else best
    return max(titles, key=lambda title: (not title.isupper(), len(title), title), default=best)


def _best(names: list[tuple[str, str, str]], lang: str) -> str:
    """The main name in the language, else without language, else in another; else a title, a number."""
    order = {"main": 0, "title": 1, "other": 2, "number": 3}
    ranked = sorted(enumerate(names), key=lambda n: (order[n[1][0]], n[1][2] != lang, n[1][2] != "", n[0]))
    return ranked[0][1][1]


def _put_keys(db: sqlite3.Connection, iri: str, kind: str, weight: float, names: list[tuple[str, str, str]]) -> None:
    found: dict[str, tuple[float, str, int]] = {}
    for role, name, _ in names:
        for key, less, whole in _keys(role, name):
            value = weight * _LESS[role] * less
            if key not in found or found[key][0] < value:
                found[key] = (value, name, int(whole))
    rows = [(key, iri, kind, value, name, whole) for key, (value, name, whole) in found.items()]
    db.executemany("INSERT INTO keys VALUES (?, ?, ?, ?, ?, ?)", rows)


def _keys(role: str, name: str) -> Iterator[tuple[str, float, bool]]:
    """What may be typed, how much it counts and whether it is the whole name: the name, the name from each of its
    telling words on, and a number without its spaces."""
    words = forms(name)
    if not words:
        return
    is_code = role == "number" and len(name) < 4  # "MO" is Macau, but Moldavia should come first
    yield " ".join(words), 0.2 if is_code else 1.0, True
    telling = [place for place in range(1, len(words)) if words[place] not in stopwords()]
    for place in telling[:MOST_WORDS]:
        yield " ".join(words[place:]), 0.8, False
    if any(letter.isdigit() for letter in name):
        short = compact(name)
        yield short, 1.0, True
        if short.startswith("kst"):
            yield short[3:], 1.0, True
