"""VoID: what is in the dataset, in numbers that are counted, never estimated; the same for server, site and release."""

from collections.abc import Iterable

from sovgraph import vocab as v
from sovgraph.describe.counting import Counts
from sovgraph.describe.dataset import dataset_iri
from sovgraph.describe.publication import Publication, places_of
from sovgraph.describe.rdf import FOAF, FORMATS, VOID, Statements, Triple, iri, number, text
from sovgraph.ids import short_hash


def void_description(
    counts: Counts, publication: Publication, base: str, *, features: Iterable[str], dumps: Iterable[str] = ()
) -> list[Triple]:
    """The dataset with its counts and its partitions by class and property. `features`: names of forms of the W3C;
    `dumps`: addresses of files with all data."""
    out = Statements()
    me = dataset_iri(base)
    places = places_of(publication, base)
    out.types(me, v.VOID_Dataset)
    out.add(me, v.DCTERMS_license, iri(publication.license))
    out.add(me, v.VOID_uriSpace, text(f"{base}id/"))
    out.add(me, f"{FOAF}homepage", iri(places.site))
    out.add(me, f"{VOID}feature", *(iri(f"{FORMATS}{feature}") for feature in features))
    for _, namespace in v.NAMESPACES:
        if any(term.startswith(namespace) for term in (*counts.classes, *counts.properties)):
            out.add(me, v.VOID_vocabulary, iri(namespace))
    if counts.example:
        out.add(me, v.VOID_exampleResource, iri(counts.example))
    if places.endpoint:
        out.add(me, f"{VOID}sparqlEndpoint", iri(places.endpoint))
    out.add(me, f"{VOID}dataDump", *(iri(dump) for dump in dumps))
    _counts(out, me, counts)
    page = f"{base}void"
    out.types(page, f"{VOID}DatasetDescription")
    out.add(page, f"{FOAF}primaryTopic", iri(me))
    out.add(page, v.DCTERMS_license, iri(publication.license))
    return out.triples


def _counts(out: Statements, me: str, counts: Counts) -> None:
    for prop, total in (
        (v.VOID_triples, counts.triples),
        (v.VOID_entities, counts.entities),
        (v.VOID_distinctSubjects, counts.subjects),
        (v.VOID_properties, len(counts.properties)),
        (f"{VOID}classes", len(counts.classes)),
    ):
        out.add(me, prop, number(total))
    if counts.objects:
        out.add(me, f"{VOID}distinctObjects", number(counts.objects))
    for prop, total in counts.properties.items():
        part = _property(out, me, _part(me, "property", prop), prop, total)
        if prop in counts.values:
            subjects, objects = counts.values[prop]
            out.add(part, v.VOID_distinctSubjects, number(subjects))
            out.add(part, f"{VOID}distinctObjects", number(objects))
    for kind, total in counts.classes.items():
        part = _part(me, "class", kind)
        out.add(me, v.VOID_classPartition, iri(part))
        out.add(part, v.VOID_class, iri(kind))
        out.add(part, v.VOID_entities, number(total))
    for (kind, prop), total in counts.uses.items():
        _property(out, _part(me, "class", kind), _part(me, "use", f"{kind} {prop}"), prop, total)


def _property(out: Statements, whole: str, part: str, prop: str, total: int) -> str:
    out.add(whole, v.VOID_propertyPartition, iri(part))
    out.add(part, v.VOID_property, iri(prop))
    out.add(part, v.VOID_triples, number(total))
    return part


def _part(me: str, kind: str, term: str) -> str:
    """By the term, so that a part keeps its IRI when others come or go."""
    return f"{me}#{kind}-{short_hash(term, 12)}"
