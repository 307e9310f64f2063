"""VoID: what is in the dataset, in numbers that are counted, never estimated."""

from typing import Final

from sovgraph import vocab as v
from sovgraph.describe.dataset import dataset_iri
from sovgraph.describe.formats import Triple
from sovgraph.describe.resource import LICENSE
from sovgraph.query import run_internal
from sovgraph.store import Cell, QuadStore

VOID: Final = "http://rdfs.org/ns/void#"
_DCT: Final = "http://purl.org/dc/terms/"
_FOAF: Final = "http://xmlns.com/foaf/0.1/"


def void_description(store: QuadStore, base: str, *, endpoint: str = "", dumps: tuple[str, ...] = ()) -> list[Triple]:
    """The dataset with its counts and its partitions by class and by property; `endpoint` and `dumps` as they are."""
    me = dataset_iri(base)
    out: list[Triple] = [
        (me, v.RDF_type, Cell("iri", f"{VOID}Dataset")),
        (me, f"{_DCT}license", Cell("iri", LICENSE)),
        (me, f"{VOID}uriSpace", Cell("literal", f"{base}id/")),
        (me, f"{_FOAF}homepage", Cell("iri", base)),
    ]
    out += [(me, f"{VOID}feature", Cell("iri", f"http://www.w3.org/ns/formats/{name}")) for name in _FEATURES]
    out += [(me, f"{VOID}vocabulary", Cell("iri", space)) for _, space in v.NAMESPACES]
    if endpoint:
        out.append((me, f"{VOID}sparqlEndpoint", Cell("iri", endpoint)))
    out += [(me, f"{VOID}dataDump", Cell("iri", address)) for address in dumps]
    rows = run_internal(store, "void-counts").values()
    for name, prop in (("entities", "entities"), ("subjects", "distinctSubjects"), ("objects", "distinctObjects")):
        out.append((me, f"{VOID}{prop}", _number(rows[0][name])))
    out += _classes(store, me)
    out += _properties(store, me)
    page = f"{base}void"
    out += [
        (page, v.RDF_type, Cell("iri", f"{VOID}DatasetDescription")),
        (page, f"{_FOAF}primaryTopic", Cell("iri", me)),
        (page, f"{_DCT}license", Cell("iri", LICENSE)),
    ]
    return out


_FEATURES: Final = ("Turtle", "JSON-LD", "N-Triples", "RDF_XML")


def _classes(store: QuadStore, me: str) -> list[Triple]:
    out: list[Triple] = []
    rows = run_internal(store, "void-classes").values()
    for number, row in enumerate(rows, start=1):
        part = f"{me}#class-{number}"
        out += [
            (me, f"{VOID}classPartition", Cell("iri", part)),
            (part, f"{VOID}class", Cell("iri", row["class"] or "")),
            (part, f"{VOID}entities", _number(row["entities"])),
        ]
    return [*out, (me, f"{VOID}classes", _number(str(len(rows))))]


def _properties(store: QuadStore, me: str) -> list[Triple]:
    out: list[Triple] = []
    rows = run_internal(store, "void-properties").values()
    for number, row in enumerate(rows, start=1):
        part = f"{me}#property-{number}"
        out += [
            (me, f"{VOID}propertyPartition", Cell("iri", part)),
            (part, f"{VOID}property", Cell("iri", row["property"] or "")),
            (part, f"{VOID}triples", _number(row["triples"])),
            (part, f"{VOID}distinctSubjects", _number(row["subjects"])),
            (part, f"{VOID}distinctObjects", _number(row["objects"])),
        ]
    total = sum(int(row["triples"] or 0) for row in rows)
    return [*out, (me, f"{VOID}properties", _number(str(len(rows)))), (me, f"{VOID}triples", _number(str(total)))]


def _number(text: str | None) -> Cell:
    return Cell("literal", text or "0", v.XSD_integer)
