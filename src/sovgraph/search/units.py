"""What is put in the index: units (a thing, or a thing in one paper) with their passages."""

from collections.abc import Iterator
from dataclasses import dataclass

from sovgraph import vocab as v
from sovgraph.search.gathering import Gathered, Thing, day_of
from sovgraph.search.passages import passages
from sovgraph.store import is_copy_graph

CHAMBERS = {"oorg10001": "EK", "oorg10002": "TK"}
"""The ends of the TOOI addresses of the Chambers."""

Passage = tuple[str, int | None, int | None]
"""A text, and where it starts and ends in its paper (None: it doesn't stand in one)."""


@dataclass(frozen=True, slots=True)
class Unit:
    """`graph`: the paper that it stands in; "" for a thing by the names that all graphs give it."""

    graph: str
    iri: str
    kind: str
    weight: float
    title_nl: str
    title_en: str
    label: str
    date: str
    chamber: str
    dossiers: tuple[str, ...]
    passages: tuple[Passage, ...]


def units_of(gathered: Gathered) -> Iterator[Unit]:
    """The units with text in one graph: the paper itself, and its questions, answers, commitments and speeches."""
    if is_copy_graph(gathered.graph):
        return
    paper = gathered.things.get(gathered.graph)
    if paper is not None and gathered.text:
        yield _paper(gathered, paper)
    for thing in sorted(gathered.things.values(), key=lambda t: t.iri):
        if thing.kind.text and thing.values.get(thing.kind.text):
            yield _part(gathered, thing, paper)


def _paper(gathered: Gathered, paper: Thing) -> Unit:
    """Its title is in the unit of its names: registers may have a better one than the paper itself."""
    text = gathered.text
    parts = tuple((text[start:end], start, end) for start, end in passages(text))
    return Unit(
        gathered.graph,
        paper.iri,
        paper.kind.name,
        paper.kind.weight,
        "",
        "",
        "",
        day_of(paper),
        _chamber(paper),
        _dossiers(gathered, paper),
        parts,
    )


def _part(gathered: Gathered, thing: Thing, paper: Thing | None) -> Unit:
    start, end = min(thing.spans) if thing.spans else (None, None)
    texts = thing.all(thing.kind.text)
    label = paper.first(v.RDFS_label) if paper else ""
    return Unit(
        gathered.graph,
        thing.iri,
        thing.kind.name,
        thing.kind.weight,
        _named(gathered, thing, "nl"),
        _named(gathered, thing, "en"),
        label,
        day_of(thing) or (day_of(paper) if paper else ""),
        _chamber(paper) if paper else "",
        _dossiers(gathered, paper) if paper else (),
        tuple((text, start, end) for text in texts),
    )


def _named(gathered: Gathered, thing: Thing, lang: str) -> str:
    """The name of a part with that of what it belongs to: "vraag 3: vragenbrief van 5 juni 2025"."""
    name = _in(thing, lang) or (thing.kind.en if lang == "en" else thing.kind.nl)
    whole = gathered.things.get(thing.first(v.DCTERMS_isPartOf))
    of = _in(whole, lang) if whole is not None and whole.iri != gathered.graph else ""
    return f"{name}: {of}" if of else name


def _in(thing: Thing, lang: str) -> str:
    names = [pair for prop in (v.SKOS_prefLabel, v.RDFS_label, v.FOAF_name) for pair in thing.values.get(prop, ())]
    best = sorted(enumerate(names), key=lambda n: (n[1][1] != lang, n[1][1] != "", n[0]))
    return best[0][1][0] if best else ""


def _chamber(paper: Thing) -> str:
    return CHAMBERS.get(paper.first(v.chamber).rpartition("/")[2], "")


def _dossiers(gathered: Gathered, paper: Thing) -> tuple[str, ...]:
    found = (gathered.things.get(iri) for iri in paper.all(v.DCTERMS_isPartOf))
    return tuple(sorted({n for d in found if d is not None for n in d.all(v.dossierNumber)}))
