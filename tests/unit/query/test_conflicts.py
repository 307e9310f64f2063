"""Papers of one day that contradict each other are found over the whole store, with the words of the second."""

import pytest

from sovgraph import vocab as v
from sovgraph.check import conflicts_report, load_shapes
from sovgraph.query import find_conflicts
from sovgraph.store import QuadStore, memory_store

BASE = "https://w3id.org/sovgraph/id/"
XSD_DATE = "http://www.w3.org/2001/XMLSchema#date"


def paper(number: str, chair: str, party: str, day: str = "2026-05-06", revises: str = "") -> tuple[str, bytes, None]:
    """A paper whose list has this chair, for this party."""
    graph = f"{BASE}kst/{number}"
    member = f"{BASE}lidmaatschap/{number.lower()}"
    rows = [
        (graph, v.manifestation, f"<{graph}/bestand/0a>"),
        (member, v.ORG_role, f"<{v.role_voorzitter}>"),
        (member, v.ORG_organization, f"<{BASE}commissie/ek-x>"),
        (member, v.ORG_member, f"<{BASE}persoon/{chair}>"),
        (member, v.OPENGOV_onBehalfOf, f"<{BASE}fractie/{party}>"),
        (member, v.observedOn, f'"{day}"^^<{XSD_DATE}>'),
    ]
    if revises:
        rows.append((graph, v.PROV_wasRevisionOf, f"<{BASE}kst/{revises}>"))
    return graph, "".join(f"<{s}> <{p}> {o} <{graph}> .\n" for s, p, o in rows).encode(), None


def store(*papers: tuple[str, bytes, None]) -> QuadStore:
    made = memory_store()
    made.replace_many(papers)
    return made


@pytest.mark.parametrize(
    ("second", "broken"),
    [
        (paper("9-B", "bb", "q"), ["membership-one-chair"]),
        (paper("9-B", "aa", "q"), ["membership-one-party"]),
        (paper("9-B", "aa", "p"), []),
        (paper("9-B", "bb", "q", day="2026-05-07"), []),
        (paper("9-A-h1", "bb", "q", revises="9-A"), []),
    ],
)
def test_only_another_paper_of_the_same_day_contradicts(second: tuple[str, bytes, None], broken: list[str]) -> None:
    found = find_conflicts(store(paper("9-A", "aa", "p"), second))
    assert [c.shape.partition("#")[2] for c in found] == broken
    report = conflicts_report(found, load_shapes())
    assert report.conforms is not bool(broken)
    for finding in report.findings:
        assert "2026-05-06" in finding.message_nl
        assert finding.message_nl != finding.message_en
        assert finding.paper == f"{BASE}kst/9-B"


def test_a_paper_alone_is_left_to_its_own_check() -> None:
    assert find_conflicts(store(paper("9-A", "aa", "p"))) == ()
