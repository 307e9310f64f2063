"""The files of a release: RDF that others read, checksums, a description that is valid and counts that are true."""

import gzip
import hashlib
import json
from collections import Counter
from pathlib import Path

import pyoxigraph as ox
import pytest
from rdflib import XSD, Dataset, Graph, Namespace, URIRef
from rdflib.compare import isomorphic
from rdflib.term import Node
from tests.release.conftest import Made
from tests.release.official import DCAT_AP_NL, NDE, findings

from sovgraph.describe.publication import Publication
from sovgraph.errors import ConfigError, StoreError
from sovgraph.release import Asked, make_release
from sovgraph.release.files import SUMS, check_sums
from sovgraph.release.rdf import sorted_once, unpacked
from sovgraph.store import memory_store

FORMS = {
    "nq": ox.RdfFormat.N_QUADS,
    "trig": ox.RdfFormat.TRIG,
    "jsonld": ox.RdfFormat.JSON_LD,
    "ttl": ox.RdfFormat.TURTLE,
}
VOID = Namespace("http://rdfs.org/ns/void#")
RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"


def parsed(made: Made, form: str) -> list[ox.Quad]:
    with unpacked(made.folder / "data" / f"sovgraph.{form}.gz") as file:
        return list(ox.parse(file, FORMS[form]))


def test_nquads_are_the_store(made: Made) -> None:
    data = gzip.decompress((made.folder / "data" / "sovgraph.nq.gz").read_bytes())
    assert sorted(data.splitlines()) == sorted(made.store.dump().splitlines())
    assert made.release.quads == len(data.splitlines()) == len(made.store)


@pytest.mark.parametrize("form", ["trig", "jsonld"])
def test_forms_with_graphs_hold_the_same_quads(made: Made, form: str) -> None:
    assert Counter(map(str, parsed(made, form))) == Counter(map(str, parsed(made, "nq")))


def test_turtle_holds_each_triple_once(made: Made) -> None:
    triples = [str(quad.triple) for quad in parsed(made, "ttl")]
    assert len(triples) == made.release.triples == len(set(triples))
    assert set(triples) == {str(quad.triple) for quad in parsed(made, "nq")}


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_rdflib_reads_the_same_from_each_form(tmp_path: Path) -> None:
    """On one paper, as rdflib takes its time for more."""
    store = memory_store()
    graph = "https://w3id.org/sovgraph/id/kst/39501-A"
    texts = ('"Een \\"titel\\"\\n\U0001f600 met \\u0001"', '"title"@en', f'"1"^^<{XSD.integer}>')
    lines = f"<{graph}/q/1> <{RDF_TYPE}> <{graph}#x> <{graph}> .\n"
    lines += "".join(f"<{graph}> <http://purl.org/dc/terms/title> {text} <{graph}> .\n" for text in texts)
    store.replace_graph(graph, lines.encode())
    make_release(store, tmp_path / "out", Publication(), Asked(version="1"))
    wanted = Graph().parse(data=store.graph_quads(graph).replace(f" <{graph}> .".encode(), b" ."), format="nt")
    for form in ("nquads", "trig", "json-ld", "turtle"):
        suffix = {"nquads": "nq", "json-ld": "jsonld", "turtle": "ttl"}.get(form, form)
        data = gzip.decompress((tmp_path / "out" / "data" / f"sovgraph.{suffix}.gz").read_bytes())
        found = Graph()
        held = Dataset().parse(data=data, format=form)
        for quad in held.quads():
            found.add((quad[0], quad[1], quad[2]))
        assert isomorphic(found, wanted), form


def test_checksums_hold_and_notice_a_change(made: Made, tmp_path: Path) -> None:
    assert check_sums(made.folder) == []
    listed = [line.partition("  ")[2] for line in (made.folder / SUMS).read_text("utf-8").splitlines()]
    held = sorted(p.relative_to(made.folder).as_posix() for p in made.folder.rglob("*") if p.is_file())
    assert sorted([*listed, SUMS]) == held
    (tmp_path / "a.txt").write_text("a", encoding="utf-8")
    (tmp_path / SUMS).write_text(f"{hashlib.sha256(b'b').hexdigest()}  a.txt\n", encoding="utf-8")
    assert check_sums(tmp_path) == ["a.txt"]


def test_void_counts_are_true(made: Made) -> None:
    """Every count of the file, counted again over the Turtle by plain sets."""
    triples = [tuple(str(part) for part in quad.triple) for quad in parsed(made, "ttl")]
    things: dict[str, set[str]] = {}
    types: dict[str, set[str]] = {}
    for subject, prop, value in triples:
        if prop == f"<{RDF_TYPE}>":
            things.setdefault(value[1:-1], set()).add(subject)
            types.setdefault(subject, set()).add(value[1:-1])
    properties = Counter(prop[1:-1] for _, prop, _ in triples)
    uses: Counter[tuple[str, str]] = Counter()
    for subject, prop, _ in triples:
        uses.update((kind, prop[1:-1]) for kind in types.get(subject, ()))
    void = Graph().parse(made.folder / "void.ttl")
    me = URIRef("https://w3id.org/sovgraph/dataset")
    whole = [int(str(void.value(me, VOID[name]))) for name in ("triples", "distinctSubjects", "properties", "classes")]
    subjects = {subject for subject, _, _ in triples}
    assert whole == [len(triples), len(subjects), len(properties), len(things)]
    assert counted(void, me, "classPartition", "class", "entities") == {c: len(held) for c, held in things.items()}
    assert counted(void, me, "propertyPartition", "property", "triples") == dict(properties)
    found = {
        (str(void.value(part, VOID["class"])), prop): number
        for part in void.objects(me, VOID.classPartition)
        for prop, number in counted(void, part, "propertyPartition", "property", "triples").items()
    }
    assert found == dict(uses)


def counted(void: Graph, whole: Node, parts: str, what: str, number: str) -> dict[str, int]:
    return {
        str(void.value(p, VOID[what])): int(str(void.value(p, VOID[number]))) for p in void.objects(whole, VOID[parts])
    }


@pytest.mark.real
def test_the_description_of_a_release_is_valid(made: Made, shared: Path) -> None:
    data = Graph().parse(made.folder / "dataset.ttl").serialize(format="nt").encode()
    assert findings(shared, NDE, data) == {"Violation": [], "Warning": [], "Info": []}
    assert findings(shared, DCAT_AP_NL, data)["Violation"] == []


def test_provenance_names_each_file_with_its_checksum(made: Made) -> None:
    graph = Graph().parse(made.folder / "provenance.ttl")
    used = {str(o) for o in graph.objects(None, URIRef("http://www.w3.org/ns/prov#used"))}
    assert used == {entry.graph for entry in made.store.ledger().values() if entry.sha256}
    sums = {str(o) for p, o in graph.predicate_objects() if str(p).endswith("byteHash")}
    assert sums == {entry.sha256 for entry in made.store.ledger().values()}


def test_the_readme_tells_what_is_there(made: Made) -> None:
    manifest = json.loads((made.folder / "release.json").read_text("utf-8"))
    for name in ("README.md", "README.en.md"):
        text = (made.folder / name).read_text("utf-8")
        assert manifest["version"] in text
        assert str(made.release.quads) in text
        assert all(f"`{written.table.name}` | {written.rows} |" in text for written in made.release.tables)


def test_a_release_comes_whole_or_not_at_all(tmp_path: Path) -> None:
    store = memory_store()
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "letter.txt").write_text("keep me", encoding="utf-8")
    with pytest.raises(StoreError, match="isn't a release"):
        make_release(store, tmp_path / "mine", Publication(), Asked(version="1"))
    for asked in (Asked(version="a/b"), Asked(day="gisteren")):
        with pytest.raises(ConfigError):
            make_release(store, tmp_path / "new", Publication(), asked)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["mine"]
    assert (tmp_path / "mine" / "letter.txt").read_text("utf-8") == "keep me"


def test_a_release_takes_the_place_of_an_older_one_with_the_same_bytes(tmp_path: Path) -> None:
    store = memory_store()
    graph = "https://w3id.org/sovgraph/id/kst/39501-A"
    store.replace_graph(graph, f'<{graph}> <http://purl.org/dc/terms/title> "Een" <{graph}> .\n'.encode())
    sums = []
    for _ in range(2):
        make_release(store, tmp_path / "out", Publication(), Asked(version="1", day="2026-01-02"))
        sums.append((tmp_path / "out" / SUMS).read_bytes())
    assert sums[0] == sums[1]
    assert [p.name for p in tmp_path.iterdir()] == ["out"]


def test_sorting_through_files_is_sorting(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sovgraph.release.rdf.RUN_LINES", 7)
    lines = [f"{n * 37 % 50:03}\n".encode() for n in range(120)]
    assert list(sorted_once(lines, tmp_path)) == sorted(set(lines))
    assert list(sorted_once(lines[:7], tmp_path)) == sorted(set(lines[:7]))
    assert list(tmp_path.iterdir()) == []
