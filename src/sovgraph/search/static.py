"""The index cut into small scripts, so that a folder of files can be searched in the browser, also from a disk.

Each file calls `sovgraphSearch(what, key, data)`, which `static/search.js` defines: a script may be loaded from a
disk where a browser refuses to fetch data. `meta.js` names all shards; `w-<first letters>.js` has words with their
stems and the things they stand in; `n-<number>.js` names of things; `t-<number>.js` their texts.
"""

import json
import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from sovgraph.assets import in_script
from sovgraph.search.index import Index
from sovgraph.search.kinds import kind_names, kind_word
from sovgraph.search.words import forms, stem

FOLDER = "search"
SCRIPT = Path(__file__).resolve().parent / "static" / "search.js"

NAMES_A_FILE = 256
TEXTS_A_FILE = 24
LARGE = 80_000
"""Characters of a shard of words; a larger one is cut by one letter more."""

_MOST_LETTERS = 3

_IN_TITLE = 6.0
_MOST_TIMES = 8

PagePath = Callable[[str], str | None]
"""The path of a thing's page from the root of the site; None for a thing that has no page there."""


@dataclass(slots=True)
class _Thing:
    iri: str
    kind: str
    weight: float
    page: str
    nl: str = ""
    en: str = ""
    label: str = ""
    date: str = ""
    passages: list[tuple[str, int | None]] = field(default_factory=list)


def shards(index: Index, page: PagePath) -> Iterator[tuple[str, bytes]]:
    """Name and content of each file, `meta.js` last; the same for the same index."""
    things = _things(index, page)
    keys: list[str] = []
    for key, words in _word_shards(things):
        keys.append(key)
        yield f"w-{_file_key(key)}.js", _script("w", key, words)
    for number, part in enumerate(_parts(things, NAMES_A_FILE)):
        yield f"n-{number}.js", _script("n", number, [_named(thing) for thing in part])
    for number, part in enumerate(_parts(things, TEXTS_A_FILE)):
        yield f"t-{number}.js", _script("t", number, [[[at, text] for text, at in thing.passages] for thing in part])
    words_of_kinds = {name: [kind_word(name, "nl"), kind_word(name, "en")] for name in kind_names()}
    meta = {
        "version": index.version,
        "things": len(things),
        "names": NAMES_A_FILE,
        "texts": TEXTS_A_FILE,
        "words": {key: _file_key(key) for key in keys},
        "kinds": words_of_kinds,
    }
    yield "meta.js", _script("meta", "", meta)


def _things(index: Index, page: PagePath) -> list[_Thing]:
    """Every thing that has a page, with all its passages, sorted by IRI."""
    rows = index.database.execute(
        "SELECT u.iri, u.graph, u.kind, u.weight, u.title_nl, u.title_en, u.label, u.date, d.text, d.start "
        "FROM units u JOIN docs d ON d.uid = u.uid ORDER BY u.iri, u.graph, d.start, d.text"
    )
    found: dict[str, _Thing | None] = {}
    for iri, _, kind, weight, nl, en, label, date, text, start in rows:
        if iri not in found:
            path = page(iri)
            found[iri] = _Thing(iri, kind, weight, path) if path is not None else None
        thing = found[iri]
        if thing is None:
            continue
        thing.nl, thing.en = thing.nl or nl, thing.en or en
        thing.label, thing.date = thing.label or label, thing.date or date
        if text and (text, start) not in thing.passages[-1:]:
            thing.passages.append((text, start))
    return [thing for thing in found.values() if thing is not None]


def _word_shards(things: list[_Thing]) -> Iterator[tuple[str, dict[str, list[object]]]]:
    postings = _postings(things)
    entries: dict[str, list[object]] = {form: [stem(form), _packed(postings[form])] for form in sorted(postings)}
    yield from _cut(entries, 1)


def _cut(entries: dict[str, list[object]], letters: int) -> Iterator[tuple[str, dict[str, list[object]]]]:
    """Words by their first letters: as few letters as keep a shard small, three at most."""
    by_key: dict[str, dict[str, list[object]]] = defaultdict(dict)
    for form, entry in entries.items():
        by_key[form[:letters]][form] = entry
    for key, words in by_key.items():
        if letters < _MOST_LETTERS and len(json.dumps(words, separators=(",", ":"))) > LARGE:
            yield from _cut(words, letters + 1)
        else:
            yield key, words


def _postings(things: list[_Thing]) -> dict[str, list[tuple[int, int]]]:
    """By word, the numbers of the things that it stands in, each with a weight from 1."""
    found: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for number, thing in enumerate(things):
        titles = set(forms(f"{thing.nl} {thing.en} {thing.label}"))
        times = Counter(form for text, _ in thing.passages for form in forms(text))
        for form in titles | set(times):
            value = (_IN_TITLE if form in titles else 0.0) + math.log2(1 + min(times[form], _MOST_TIMES))
            found[form].append((number, max(1, round(thing.weight * value * 2))))
    return found


def _packed(pairs: list[tuple[int, int]]) -> list[int]:
    """Numbers as the distance from the one before, each followed by its weight."""
    packed: list[int] = []
    last = 0
    for number, weight in pairs:
        packed += (number - last, weight)
        last = number
    return packed


def _named(thing: _Thing) -> list[str]:
    en = thing.en if thing.en != thing.nl else ""
    return [thing.page, thing.kind, thing.nl, en, thing.label, thing.date]


def _parts(things: list[_Thing], size: int) -> Iterator[list[_Thing]]:
    for start in range(0, len(things), size):
        yield things[start : start + size]


def _file_key(key: str) -> str:
    """A name that every file system and server takes."""
    return key if key.isascii() and key.isalnum() else "x" + key.encode("utf-8").hex()


def _script(what: str, key: object, data: object) -> bytes:
    text = json.dumps([what, key, data], ensure_ascii=False, separators=(",", ":"))[1:-1]
    return f"sovgraphSearch({in_script(text)});\n".encode()
