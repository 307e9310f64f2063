"""VoID of a release: how much the data hold, by class and property, counted over its Turtle as a stream."""

import hashlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from sovgraph import vocab as v
from sovgraph.describe.publication import Places
from sovgraph.describe.rdf import Statements, iri, text, typed

VOID = dict(v.NAMESPACES)["void"]
_RDF = "https://www.w3.org/ns/formats/"
FEATURES = tuple(f"{_RDF}{name}" for name in ("N-Quads", "TriG", "Turtle", "JSON-LD"))


@dataclass(slots=True)
class Counts:
    """`classes`: things of each class; `uses`: triples of each property about things of each class."""

    triples: int = 0
    subjects: int = 0
    entities: int = 0
    classes: Counter[str] = field(default_factory=Counter)
    properties: Counter[str] = field(default_factory=Counter)
    uses: Counter[tuple[str, str]] = field(default_factory=Counter)
    example: str = ""


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
        counts.triples += props.total()
        counts.properties.update(props)
        counts.classes.update(types)
        for kind in types:
            for prop, number in props.items():
                counts.uses[kind, prop] += number
        if subject.value.startswith(own):
            counts.entities += 1
            if v.Kamerstuk in types and (not counts.example or subject.value < counts.example):
                counts.example = subject.value
    return counts


def void_description(counts: Counts, me: str, places: Places, base: str, dumps: tuple[str, ...] = ()) -> bytes:
    """The counts as sorted N-Triples about the dataset `me`."""
    out = Statements()
    out.types(me, v.VOID_Dataset)
    out.add(me, v.VOID_uriSpace, text(f"{base}id/"))
    for prop, number in (
        (v.VOID_triples, counts.triples),
        (v.VOID_entities, counts.entities),
        (v.VOID_distinctSubjects, counts.subjects),
        (v.VOID_properties, len(counts.properties)),
        (f"{VOID}classes", len(counts.classes)),
    ):
        out.add(me, prop, _number(number))
    for feature in FEATURES:
        out.add(me, f"{VOID}feature", iri(feature))
    for _, namespace in v.NAMESPACES:
        if any(term.startswith(namespace) for term in (*counts.classes, *counts.properties)):
            out.add(me, v.VOID_vocabulary, iri(namespace))
    if counts.example:
        out.add(me, v.VOID_exampleResource, iri(counts.example))
    if places.endpoint:
        out.add(me, f"{VOID}sparqlEndpoint", iri(places.endpoint))
    for dump in dumps:
        out.add(me, f"{VOID}dataDump", iri(dump))
    _partitions(out, me, counts)
    return out.ntriples


def _partitions(out: Statements, me: str, counts: Counts) -> None:
    for prop, number in counts.properties.items():
        part = _part(me, "property", prop)
        out.add(me, v.VOID_propertyPartition, iri(part))
        out.add(part, v.VOID_property, iri(prop))
        out.add(part, v.VOID_triples, _number(number))
    for kind, number in counts.classes.items():
        part = _part(me, "class", kind)
        out.add(me, v.VOID_classPartition, iri(part))
        out.add(part, v.VOID_class, iri(kind))
        out.add(part, v.VOID_entities, _number(number))
    for (kind, prop), number in counts.uses.items():
        part = _part(me, "use", kind + " " + prop)
        out.add(_part(me, "class", kind), v.VOID_propertyPartition, iri(part))
        out.add(part, v.VOID_property, iri(prop))
        out.add(part, v.VOID_triples, _number(number))


def _part(me: str, kind: str, term: str) -> str:
    return f"{me}#{kind}-{hashlib.sha256(term.encode()).hexdigest()[:12]}"


def _number(number: int) -> Any:
    return typed(str(number), "integer")
