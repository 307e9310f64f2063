"""Every shape: its valid fixture conforms, each invalid one breaks exactly the one constraint that it names."""

from pathlib import Path

import pytest
import rdflib
from rdflib.namespace import RDF, SH

from sovgraph.check import load_shapes, validate_graph
from sovgraph.resources import folder

FIXTURES = Path(__file__).resolve().parents[2] / "shapes"
VALID = sorted(FIXTURES.glob("*/valid-*.ttl"))
INVALID = sorted(FIXTURES.glob("*/invalid-*.ttl"))
SHAPES = "https://w3id.org/sovgraph/shapes#"


def name(path: Path) -> str:
    return f"{path.parent.name}/{path.stem}"


def parsed(path: Path) -> rdflib.Graph:
    return rdflib.Graph().parse(path, format="turtle")


def constraints() -> list[rdflib.URIRef]:
    """Everything in shapes/ that has a message of its own and can be broken."""
    graph = load_shapes().graph
    return sorted({s for s in graph.subjects(SH.severity, None) if isinstance(s, rdflib.URIRef)})


@pytest.mark.parametrize("path", VALID, ids=name)
def test_valid_fixture_conforms(path: Path) -> None:
    report = validate_graph(parsed(path), load_shapes())
    assert [f.shape for f in report.findings] == []


@pytest.mark.parametrize("path", INVALID, ids=name)
def test_invalid_fixture_breaks_one_constraint(path: Path) -> None:
    broken = path.read_text("utf-8").splitlines()[0].removeprefix("# breaks: s:")
    report = validate_graph(parsed(path), load_shapes())
    assert {f.shape.removeprefix(SHAPES) for f in report.findings} == {broken}
    assert all(f.message_nl and f.message_en and f.message_nl != f.message_en for f in report.findings)


def test_every_shape_file_and_constraint_has_fixtures() -> None:
    files = {p.stem for p in folder("shapes").glob("*.ttl")} - {"prefixes"}
    assert files == {p.parent.name for p in VALID}
    named = {p.read_text("utf-8").splitlines()[0].removeprefix("# breaks: s:") for p in INVALID}
    assert named == {str(c).removeprefix(SHAPES) for c in constraints()}


def test_enough_is_checked() -> None:
    assert len(VALID) >= 28
    assert len(INVALID) >= 110


def test_every_constraint_speaks_both_languages() -> None:
    graph = load_shapes().graph
    for constraint in constraints():
        languages = {m.language for m in graph.objects(constraint, SH.message) if isinstance(m, rdflib.Literal)}
        assert languages == {"nl", "en"}, constraint
    assert not [s for s in graph.subjects(RDF.type, SH.PropertyShape) if isinstance(s, rdflib.BNode)]
