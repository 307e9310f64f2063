"""How much the data hold, by class and property: counted by the engine of a store, or over triples as a stream."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from sovgraph import vocab as v
from sovgraph.query import run_internal
from sovgraph.store import QuadStore


@dataclass(slots=True)
class Counts:
    """Of the union of all graphs. `entities`: things that have a class. `classes`: things of each class; `uses`:
    triples of each property about things of each class. A stream doesn't tell `objects` and `values`, the different
    subjects and objects of each property; the engine of a store doesn't tell `uses` and the `example`."""

    triples: int = 0
    subjects: int = 0
    entities: int = 0
    objects: int = 0
    classes: Counter[str] = field(default_factory=Counter)
    properties: Counter[str] = field(default_factory=Counter)
    values: dict[str, tuple[int, int]] = field(default_factory=dict)
    uses: Counter[tuple[str, str]] = field(default_factory=Counter)
    example: str = ""


def count_store(store: QuadStore) -> Counts:
    """Millions of triples take a minute."""
    (whole,) = run_internal(store, "void-counts").values()
    entities, subjects, objects = (int(whole[name] or 0) for name in ("entities", "subjects", "objects"))
    counts = Counts(entities=entities, subjects=subjects, objects=objects)
    for row in run_internal(store, "void-classes").values():
        counts.classes[row["class"] or ""] = int(row["entities"] or 0)
    for row in run_internal(store, "void-properties").values():
        prop = row["property"] or ""
        counts.properties[prop] = int(row["triples"] or 0)
        counts.values[prop] = (int(row["subjects"] or 0), int(row["objects"] or 0))
    counts.triples = counts.properties.total()
    return counts


def count_triples(triples: Iterable[Any], base: str) -> Counts:
    """Counts of triples that come subject by subject. `base`: where the IRIs of our own things begin."""
    counts = Counts()
    own = f"{base}id/"
    for subject, said in groupby(triples, key=lambda triple: triple.subject):
        props: Counter[str] = Counter()
        types = []
        for triple in said:
            props[triple.predicate.value] += 1
            if triple.predicate.value == v.RDF_type:
                types.append(triple.object.value)
        counts.subjects += 1
        counts.entities += bool(types)
        counts.triples += props.total()
        counts.properties.update(props)
        counts.classes.update(types)
        for kind in types:
            for prop, number in props.items():
                counts.uses[kind, prop] += number
        if v.Kamerstuk in types and subject.value.startswith(own):
            counts.example = min(counts.example or subject.value, subject.value)
    return counts
