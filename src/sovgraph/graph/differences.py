"""What a paper says of itself against what a register says of it: equal but for spelling, or a difference.

Both values stay where they are. A difference is told with the words of the paper and the field of the register; what
can't be compared (a register's "Verslag" for any kind of report, movers of whom one isn't linked) is none.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from sovgraph import vocab as v
from sovgraph.authority.names import fold
from sovgraph.model import Iri, Literal, Node
from sovgraph.resources import folder, read_tsv


@dataclass(frozen=True, slots=True)
class RegisterRow:
    """A value of a paper's property, as the paper (`graph` is the paper) or a register file (`graph` is the file) says.

    `is_iri`: the value is an IRI, shown as `shown`. `places` are the solutions that it comes from.
    """

    paper: str
    property: str
    value: str
    is_iri: bool
    shown: str
    graph: str
    by_register: bool
    places: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """One property of a paper on which the paper and a register differ; `said` and `known` are shown to people."""

    paper: str
    property: str
    kind: str
    graph: str
    stated: Node
    resolved: Node
    said: str
    known: str
    places: tuple[int, ...]


Compare = Callable[[list[RegisterRow], list[RegisterRow]], Iterator[tuple[RegisterRow, RegisterRow]]]


def differences(rows: tuple[RegisterRow, ...]) -> Iterator[Difference]:
    """All differences, in order of paper, property and register file."""
    papers: dict[tuple[str, str], list[RegisterRow]] = {}
    registers: dict[tuple[str, str, str], list[RegisterRow]] = {}
    for row in rows:
        if row.by_register:
            registers.setdefault((row.paper, row.property, row.graph), []).append(row)
        else:
            papers.setdefault((row.paper, row.property), []).append(row)
    for (paper, name, graph), known in sorted(registers.items()):
        said = papers.get((paper, name))
        if said is None or name not in _RULES:
            continue
        kind, compare = _RULES[name]
        for one, other in compare(said, known):
            yield Difference(
                paper, name, kind, graph, _node(one), _node(other), one.shown, other.shown, _proof(one, other)
            )


def _node(row: RegisterRow) -> Node:
    return Iri(row.value) if row.is_iri else Literal(row.value)


def _proof(*rows: RegisterRow) -> tuple[int, ...]:
    return tuple(sorted({place for row in rows for place in row.places}))


Pairs = Iterator[tuple[RegisterRow, RegisterRow]]


def _by(row: RegisterRow) -> str:
    return row.value


def _none_in_common(
    said: list[RegisterRow], known: list[RegisterRow], key: Callable[[RegisterRow], str] = _by
) -> Pairs:
    """Different when no value of the one is one of the other: several dates or dossiers may each be right."""
    if not {key(row) for row in said} & {key(row) for row in known}:
        yield min(said, key=_by), min(known, key=_by)


def _spelled(said: list[RegisterRow], known: list[RegisterRow]) -> Pairs:
    return _none_in_common(said, known, lambda row: fold(row.value))


def _title(said: list[RegisterRow], known: list[RegisterRow]) -> Pairs:
    """A printed title is often the beginning of the register's ("Motie van het lid X" and "… over Y")."""
    mine, theirs = [fold(_plain(r.value)) for r in said], [fold(_plain(r.value)) for r in known]
    if not any(a.startswith(b) or b.startswith(a) or a in b for a in mine for b in theirs):
        yield min(said, key=_by), min(known, key=_by)


_REPLACES = re.compile(r"(?i)\bter\s+vervanging\s+van\b.*|\(?\bt\.?\s?v\.?\s?v\.?\s.*", re.DOTALL)
_LITTLE = re.compile(r"(?i)\b(?:de|het|een|van|en|lid|leden)\b|\bc\.?\s?s\.?(?!\w)")


def _plain(title: str) -> str:
    """Without the little words that one title has and the other lacks, and without which number it replaces."""
    return _LITTLE.sub(" ", _REPLACES.sub("", title))


@cache
def _wide() -> frozenset[str]:
    """Genres for which a register's word is wider than ours."""
    rows = read_tsv(folder("ontology") / "lexicon" / "register_kinds.tsv")
    return frozenset(f"{v.SOV}genre-{row['genre']}" for row in rows if row["exact"] != "yes")


def _genre(said: list[RegisterRow], known: list[RegisterRow]) -> Pairs:
    mine = [row for row in said if row.value != v.genre_onbekend]
    theirs = [row for row in known if row.value not in _wide() or any(m.value in _NARROW for m in mine)]
    return _none_in_common(mine, theirs) if mine and theirs else iter(())


_NARROW = frozenset((v.genre_motie, v.genre_amendement, v.genre_voorstel_van_wet))
"""Genres that no wider word of a register means."""


def _movers(said: list[RegisterRow], known: list[RegisterRow]) -> Pairs:
    """A mover whom only one side has. A side that has fewer may leave some out, which is no contradiction."""
    mine, theirs = {r.value: r for r in said}, {r.value: r for r in known}
    only_mine = sorted(set(mine) - set(theirs))
    only_theirs = sorted(set(theirs) - set(mine))
    for one, other in zip(only_mine, only_theirs, strict=False):
        yield mine[one], theirs[other]


_RULES: dict[str, tuple[str, Compare]] = {
    v.DCTERMS_title: (v.discrepancy_titel, _title),
    v.ELI_date_document: (v.discrepancy_datum, _none_in_common),
    v.submittedOn: (v.discrepancy_datum, _none_in_common),
    v.genre: (v.discrepancy_soort, _genre),
    v.DCTERMS_isPartOf: (v.discrepancy_dossier, _none_in_common),
    v.ELI_number: (v.discrepancy_nummer, _spelled),
    v.chamber: (v.discrepancy_kamer, _none_in_common),
    v.sessionYear: (v.discrepancy_sessie, _none_in_common),
    v.proposer: (v.discrepancy_indiener, _movers),
    v.statedStatus: (v.discrepancy_stemuitslag, _spelled),
}
"""How each property is compared, and the kind of difference it makes."""
