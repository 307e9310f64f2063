"""Who asked to be left out of what is published: the store without those persons, for all that publishes.

A withheld person goes with all that is only about them (memberships, mentions, evidence). In texts each letter of
their name becomes "█", so that offsets of all other facts stay right.
"""

import re
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from sovgraph import vocab as v
from sovgraph.ids import slugify
from sovgraph.query import ask_about, run_internal
from sovgraph.store import GraphUpdate, LedgerEntry, QuadStore, open_store
from sovgraph.store.terms import escape

MASK = "█"
_FULL = frozenset((v.FOAF_name, v.RDFS_label))
_LETTER = re.compile(r"[^\W_]")
_ESCAPE = re.compile(r"\\(u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.)")
_ESCAPES = {"n": "\n", "r": "\r", "t": "\t", "b": "\b", "f": "\f", '"': '"', "'": "'", "\\": "\\"}


@dataclass(frozen=True, slots=True)
class Withheld:
    """`listed`: how many names and IRIs were asked; `things`: IRIs that go; `slugs`: names as IRIs spell them;
    `everywhere`: words that are masked in each graph, `local`: by paper, words that may elsewhere be another's."""

    listed: int

    things: frozenset[str]
    slugs: frozenset[str]
    everywhere: frozenset[str]
    local: dict[str, frozenset[str]]


@contextmanager
def published(store: QuadStore, withhold: Iterable[str] | Withheld) -> Iterator[QuadStore]:
    """The store as it may be published: itself where nobody is withheld, else a copy on disk that goes at the end."""
    wanted = withhold if isinstance(withhold, Withheld) else tuple(withhold)
    if not (wanted.listed if isinstance(wanted, Withheld) else wanted):
        yield store
        return
    with tempfile.TemporaryDirectory(prefix="sovgraph-") as folder, open_store(Path(folder) / "store") as copy:
        copy_without(store, copy, wanted)
        yield copy


@contextmanager
def published_folder(store: Path, withhold: Iterable[str]) -> Iterator[Path]:
    """The same for who opens a store by its folder, as processes of a server do."""
    wanted = tuple(withhold)
    if not wanted:
        yield store
        return
    with tempfile.TemporaryDirectory(prefix="sovgraph-") as folder:
        with open_store(store, read_only=True) as whole, open_store(Path(folder) / "store") as copy:
            copy_without(whole, copy, wanted)
        yield Path(folder) / "store"


def copy_without(store: QuadStore, copy: QuadStore, withhold: Iterable[str] | Withheld) -> Withheld:
    """Fills an empty store with what may be published of another; what was left out."""
    found = withhold if isinstance(withhold, Withheld) else find_withheld(store, withhold)
    copy.replace_many(_updates(store, found))
    return found


def find_withheld(store: QuadStore, withhold: Iterable[str]) -> Withheld:
    """All that goes for a list of IRIs and names."""
    wanted = tuple(dict.fromkeys(withhold))
    people = {entry for entry in wanted if "://" in entry}
    names = {entry for entry in wanted if "://" not in entry}
    for name in sorted(names):
        people.update(row["thing"] or "" for row in run_internal(store, "withheld-called", {"name": name}).values())
    everywhere, local, families = set(names), dict[str, set[str]](), set[str]()
    for row in _asked(store, "withheld-names", people):
        name, graph = row["name"], row["graph"]
        if row["property"] in _FULL:
            everywhere.add(name)
        else:
            local.setdefault(_paper(graph), set()).add(name)
        if row["property"] == v.FOAF_familyName:
            families.add(name)
    everywhere.update(name for name in families if _is_theirs(store, name, people))
    slugs = {slugify(name) for name in everywhere}
    things = _with_dependents(store, people)
    kept = {paper: frozenset(words) for paper, words in local.items()}
    return Withheld(len(wanted), frozenset(things), frozenset(slugs), frozenset(everywhere), kept)


def _paper(graph: str) -> str:
    """A paper, its further files and its metadata share their words."""
    head, sep, rest = graph.partition("/id/")
    return f"{head}{sep}{'/'.join(rest.split('/')[:2])}" if sep else graph


def _is_theirs(store: QuadStore, family: str, people: set[str]) -> bool:
    """Whether nobody else in the data has this family name."""
    rows = run_internal(store, "withheld-shared", {"name": family}).values()
    return {row["thing"] for row in rows} <= people


def _asked(store: QuadStore, name: str, things: Iterable[str]) -> Iterator[dict[str, str]]:
    for row in ask_about(store, name, thing=things):
        yield {column: cell.value if cell else "" for column, cell in row.items()}


def _with_dependents(store: QuadStore, people: set[str]) -> set[str]:
    found, new = set(people), set(people)
    while new:
        new = {row["dependent"] for row in _asked(store, "withheld-dependents", new)} - found
        found |= new
    return found


def _updates(store: QuadStore, withheld: Withheld) -> Iterator[GraphUpdate]:
    entries = store.ledger()
    mask = _Masker(withheld.everywhere)
    for graph in store.graphs():
        if goes(graph, withheld):
            continue
        lines = without(store.graph_quads(graph), withheld, graph)
        entry = entries.get(graph)
        yield graph, lines, _entry(entry, mask) if entry else None


def _entry(entry: LedgerEntry, mask: "_Masker") -> LedgerEntry:
    return replace(entry, source=mask.masked(entry.source))


def without(nquads: bytes, withheld: Withheld, graph: str) -> bytes:
    """The quads of a graph without what is withheld."""
    mask = _Masker(withheld.everywhere | withheld.local.get(_paper(graph), frozenset()))
    kept = []
    for line in nquads.decode("utf-8", "surrogatepass").split("\n"):
        if line:
            subject, prop, rest = line.split(" ", 2)
            value, name, _ = rest.rsplit(" ", 2)
            if not (goes(subject[1:-1], withheld) or (value[0] == "<" and goes(value[1:-1], withheld))):
                if value[0] == '"' and mask.may_hit(value):
                    value = mask.masked_literal(value, prop[1:-1])
                kept.append(f"{subject} {prop} {value} {name} .\n")
    return "".join(kept).encode("utf-8", "surrogatepass")


def goes(iri: str, withheld: Withheld) -> bool:
    """Whether a thing goes: it is withheld, or its IRI spells the name."""
    if iri in withheld.things:
        return True
    lowered = iri.lower()
    return any(slug in lowered and _is_word(slug, lowered) for slug in withheld.slugs)


def _is_word(slug: str, iri: str) -> bool:
    return re.search(rf"(?<![a-z0-9]){re.escape(slug)}(?![a-z0-9])", iri) is not None


class _Masker:
    """Finds names in a text as whole words, also over a line end, and masks their letters."""

    def __init__(self, names: frozenset[str]) -> None:
        self._names = sorted((n for n in names if _LETTER.search(n)), key=lambda n: (-len(n), n))
        self._pattern = re.compile("|".join(map(_pattern, self._names)) or r"(?!)")
        self._tails = {name.split()[-1].lower()[-3:] for name in self._names}
        self._heads = {name.lower()[:2] for name in self._names}

    def may_hit(self, text: str) -> bool:
        """A quick look; a text may begin or end within a name."""
        lowered = text.lower()
        return any(part in lowered for part in (*self._tails, *self._heads))

    def masked(self, text: str) -> str:
        return self._pattern.sub(lambda hit: _LETTER.sub(MASK, hit[0]), text)

    def masked_literal(self, literal: str, prop: str) -> str:
        """The same for a literal of N-Quads, with its language or datatype."""
        body, quote, tail = literal[1:].rpartition('"')
        text = self.masked(_unescaped(body))
        if prop == v.OA_prefix:
            text = self._cut(text[::-1], backwards=True)[::-1]
        elif prop == v.OA_suffix:
            text = self._cut(text, backwards=False)
        return f'"{escape(text)}{quote}{tail}'

    def _cut(self, text: str, *, backwards: bool) -> str:
        """The words before and after a quote may end within a name: its begin at the end of the text is masked."""
        for name in self._names:
            whole = name[::-1] if backwards else name
            for length in range(len(whole) - 1, 1, -1):
                part = text[-length:]
                if part.lower() == whole[:length].lower() and not text[:-length][-1:].isalnum():
                    return text[:-length] + _LETTER.sub(MASK, part)
        return text


def _unescaped(body: str) -> str:
    return _ESCAPE.sub(lambda m: _ESCAPES.get(m[1]) or chr(int(m[1][1:], 16)), body)


def _pattern(name: str) -> str:
    """One word as it is written, with a capital or in capitals; several words in whatever case."""
    words = name.split()
    inside = r"\s+".join(re.escape(word) for word in words)
    if len(words) > 1:
        return rf"(?i:(?<![^\W_]){inside}(?![^\W_]))"
    forms = sorted({name, name[:1].upper() + name[1:], name.upper()})
    return rf"(?<![^\W_])(?:{'|'.join(re.escape(form) for form in forms)})(?![^\W_])"
