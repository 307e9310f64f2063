"""Every shape: its valid fixture conforms, each invalid one breaks exactly the one constraint that it names."""

from functools import cache
from pathlib import Path

import pytest
import rdflib
from rdflib.namespace import RDF, SH

from sovgraph.check import load_shapes, validate_graph
from sovgraph.check.engine import run_shacl
from sovgraph.check.report import Report
from sovgraph.resources import folder

FIXTURES = Path(__file__).resolve().parents[2] / "shapes"
VALID = sorted(FIXTURES.glob("*/valid-*.ttl"))
INVALID = sorted(FIXTURES.glob("*/invalid-*.ttl"))
SHAPES = "https://w3id.org/sovgraph/shapes#"


def name(path: Path) -> str:
    return f"{path.parent.name}/{path.stem}"


def parsed(path: Path) -> rdflib.Graph:
    return rdflib.Graph().parse(path, format="turtle")


@cache
def report_on(path: Path) -> Report:
    """Made once, whichever test asks."""
    return validate_graph(parsed(path), load_shapes())


def constraints() -> list[rdflib.URIRef]:
    """Everything in shapes/ that has a message of its own and can be broken."""
    graph = load_shapes().graph
    return sorted({s for s in graph.subjects(SH.severity, None) if isinstance(s, rdflib.URIRef)})


@pytest.mark.parametrize("path", VALID, ids=name)
def test_valid_fixture_conforms(path: Path) -> None:
    report = report_on(path)
    assert [f.shape for f in report.findings] == []


@pytest.mark.parametrize("path", INVALID, ids=name)
def test_invalid_fixture_breaks_one_constraint(path: Path) -> None:
    broken = path.read_text("utf-8").splitlines()[0].removeprefix("# breaks: s:")
    report = report_on(path)
    assert {f.shape.removeprefix(SHAPES) for f in report.findings} == {broken}
    assert all(f.message_nl and f.message_en and f.message_nl != f.message_en for f in report.findings)


def test_every_shape_file_and_constraint_has_fixtures() -> None:
    files = {p.stem for p in folder("shapes").glob("*.ttl")} - {"prefixes"}
    assert files == {p.parent.name for p in VALID}
    named = {p.read_text("utf-8").splitlines()[0].removeprefix("# breaks: s:") for p in INVALID}
    assert named == {str(c).removeprefix(SHAPES) for c in constraints()}


def test_enough_is_checked() -> None:
    assert len(VALID) >= 34
    assert len(INVALID) >= 160


def test_every_constraint_speaks_both_languages() -> None:
    graph = load_shapes().graph
    for constraint in constraints():
        languages = {m.language for m in graph.objects(constraint, SH.message) if isinstance(m, rdflib.Literal)}
        assert languages == {"nl", "en"}, constraint
    assert not [s for s in graph.subjects(RDF.type, SH.PropertyShape) if isinstance(s, rdflib.BNode)]


FAST_FIXTURES = [p for p in (*VALID, *INVALID) if p.parent.name in ("membership", "manifestation")]


@pytest.mark.parametrize("path", FAST_FIXTURES, ids=name)
def test_plain_shacl_finds_the_same(path: Path) -> None:
    """What we evaluate in Python or aim differently, any SHACL engine finds from the files as they are."""
    data = parsed(path)
    plain = run_shacl(data, load_shapes().graph)
    found = {
        (str(shape), str(plain.value(node, SH.focusNode)))
        for node, shape in plain.subject_objects(SH.sourceShape)
        if isinstance(shape, rdflib.URIRef)
    }
    report = report_on(path)
    assert found == {(f.shape, f.focus) for f in report.findings}
    ours = rdflib.Graph().parse(data=report.turtle, format="turtle")
    assert len(set(ours.subjects(RDF.type, SH.ValidationResult))) == len(report.findings)
    assert bool(ours.value(predicate=SH.conforms, object=rdflib.Literal(True))) == (not report.findings)


def test_findings_never_show_blank_nodes() -> None:
    for path in INVALID:
        for finding in report_on(path).findings:
            assert finding.path == "" or finding.path.startswith("http"), path
            assert finding.focus.startswith("http"), path


LISTS = """
@prefix org: <http://www.w3.org/ns/org#> . @prefix opengov: <http://www.w3.org/ns/opengov#> .
@prefix sov: <https://w3id.org/sovgraph/def#> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix id: <https://w3id.org/sovgraph/id/> .
<https://w3id.org/sovgraph/id/lidmaatschap/1> a org:Membership ; org:member <https://w3id.org/sovgraph/id/persoon/a> ;
  org:organization <https://w3id.org/sovgraph/id/commissie/ek-x> ; org:role sov:role-voorzitter ;
  opengov:onBehalfOf <https://w3id.org/sovgraph/id/fractie/a> ; sov:observedOn "2025-01-01"^^xsd:date .
<https://w3id.org/sovgraph/id/lidmaatschap/2> a org:Membership ; org:member <https://w3id.org/sovgraph/id/persoon/b> ;
  org:organization <https://w3id.org/sovgraph/id/commissie/ek-x> ; org:role sov:role-voorzitter ;
  opengov:onBehalfOf <https://w3id.org/sovgraph/id/fractie/a> ; sov:observedOn "2026-01-01"^^xsd:date .
<https://w3id.org/sovgraph/id/lidmaatschap/3> a org:Membership ; org:member <https://w3id.org/sovgraph/id/persoon/a> ;
  org:organization <https://w3id.org/sovgraph/id/commissie/ek-x> ; org:role sov:role-lid ;
  opengov:onBehalfOf <https://w3id.org/sovgraph/id/fractie/b> ; sov:observedOn "2026-01-01"^^xsd:date .
"""


def test_lists_of_two_days_may_differ() -> None:
    """A new chair and a change of party between the days of two lists are no fault."""
    data = rdflib.Graph().parse(data=LISTS, format="turtle")
    assert validate_graph(data, load_shapes()).findings == ()
    same_day = rdflib.Graph().parse(data=LISTS.replace("2025-01-01", "2026-01-01"), format="turtle")
    found = {f.shape.removeprefix(SHAPES) for f in validate_graph(same_day, load_shapes()).findings}
    assert found == {"membership-one-chair", "membership-one-party"}
