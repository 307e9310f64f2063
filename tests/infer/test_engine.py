"""The engine: rules in order, to a fixpoint, only about what a change touches, with what they rest on."""

import pytest
from tests.infer.rules import INFERRED, change, filled, rule, settled

from sovgraph.errors import ResourceError
from sovgraph.infer.order import is_recursive, ordered

JOIN = rule(
    "CONSTRUCT { ?a x:near ?c }\nWHERE {\n  GRAPH ?g1 { ?a x:p ?b }\n  GRAPH ?g2 { ?b x:q ?c }\n}", name="test.join/1"
)
NONE = rule(
    "CONSTRUCT { ?a x:is x:alone }\nWHERE {\n  GRAPH ?g1 { ?a x:kind x:Thing }\n"
    "  FILTER NOT EXISTS { GRAPH ?g2 { ?a x:near ?c } }\n}",
    name="test.alone/1",
)
CLOSE = rule(
    "CONSTRUCT { ?a x:below ?c }\nWHERE {\n  { GRAPH ?g1 { ?a x:under ?c } }\n  UNION\n"
    "  { GRAPH ?g2 { ?a x:below ?b } GRAPH ?g3 { ?b x:below ?c } }\n}",
    name="test.below/1",
)


def test_facts_of_two_graphs_are_joined() -> None:
    assert settled(filled(one=("a p b",), two=("b q c",)), JOIN) == {"a near c"}


def test_a_rule_on_absence_waits_for_the_rule_it_reads() -> None:
    assert [r.name for r in ordered((NONE, JOIN))] == ["test.join/1", "test.alone/1"]
    store = filled(one=("a p b", "a kind Thing", "z kind Thing"), two=("b q c",))
    assert settled(store, NONE, JOIN) == {"a near c", "z is alone"}


def test_what_no_longer_follows_goes_and_what_follows_instead_comes() -> None:
    store = filled(one=("a p b", "a kind Thing"), two=("b q c",))
    settled(store, NONE, JOIN)
    assert change(store, "two", (), NONE, JOIN) == {"a is alone"}
    assert change(store, "two", ("b q d",), NONE, JOIN) == {"a near d"}


def test_a_rule_that_reads_its_own_facts_runs_to_a_fixpoint() -> None:
    assert is_recursive(CLOSE)
    store = filled(one=("a under b", "b under c"), two=("c under d",))
    whole = {"a below b", "a below c", "a below d", "b below c", "b below d", "c below d"}
    assert settled(store, CLOSE) == whole
    assert change(store, "two", (), CLOSE) == {"a below b", "a below c", "b below c"}
    assert change(store, "two", ("c under a",), CLOSE) == {f"{x} below {y}" for x in "abc" for y in "abc"}


def test_each_alternative_of_a_union_leads_to_the_focus() -> None:
    either = rule(
        "CONSTRUCT { ?a x:has ?d }\nWHERE {\n  { GRAPH ?g1 { ?a x:p ?b } } UNION { GRAPH ?g1 { ?a x:r ?b } }\n"
        "  GRAPH ?g2 { ?b x:q ?d }\n}"
    )
    store = filled(one=("a p b", "z r b"), two=())
    settled(store, either)
    assert change(store, "two", ("b q d",), either) == {"a has d", "z has d"}


def test_a_fact_of_two_rules_stays_while_one_of_them_gives_it() -> None:
    other = rule("CONSTRUCT { ?a x:near ?c }\nWHERE {\n  GRAPH ?g1 { ?a x:r ?c }\n}", name="test.other/1")
    store = filled(one=("a p b",), two=("b q c",), three=("a r c",))
    assert settled(store, JOIN, other) == {"a near c"}
    assert change(store, "two", (), JOIN, other) == {"a near c"}
    assert change(store, "three", (), JOIN, other) == set()


def test_facts_of_rules_that_are_gone_go() -> None:
    store = filled(one=("a p b", "a kind Thing"), two=("b q c",))
    settled(store, NONE, JOIN)
    assert settled(store, NONE) == {"a is alone"}


def test_a_fact_rests_on_the_assertions_of_what_it_followed_from() -> None:
    sov, rdf, prov = (
        "https://w3id.org/sovgraph/def#",
        "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        "http://www.w3.org/ns/prov#",
    )
    store = filled(one=("a p b",), two=("b q c",))
    said = (
        ("https://x/says", f"{rdf}subject", "<https://x/a>"),
        ("https://x/says", f"{rdf}predicate", "<https://x/p>"),
        ("https://x/says", f"{rdf}object", "<https://x/b>"),
        ("https://x/says", f"{sov}confidence", '"70"^^<http://www.w3.org/2001/XMLSchema#integer>'),
        ("https://x/says", f"{prov}wasDerivedFrom", "<https://x/words>"),
    )
    data = (
        store.graph_quads("https://x/one")
        + "".join(f"<{s}> <{p}> {o} <https://x/one> .\n" for s, p, o in said).encode()
    )
    store.replace_graph("https://x/one", data)
    settled(store, JOIN)
    lines = store.graph_quads(INFERRED).decode()
    assert f"<{sov}premise> <https://x/says>" in lines
    assert f"<{prov}wasDerivedFrom> <https://x/words>" in lines
    assert f'<{sov}confidence> "70"' in lines, "a conclusion is no surer than what it rests on"


WRONG = [
    ("CONSTRUCT { ?a x:y ?b }\nWHERE {\n  ?a x:p ?b\n}", "outside a GRAPH"),
    ("CONSTRUCT { ?a x:y ?b }\nWHERE {\n  GRAPH ?g { ?a x:p/x:q ?b }\n}", "no property paths"),
    ("CONSTRUCT { ?a x:y ?b }\nWHERE {\n  GRAPH ?g { ?a x:p [ x:q ?b ] }\n}", "blank nodes"),
    ("CONSTRUCT { ?a x:y ?b }\nWHERE {\n  GRAPH ?g { ?a x:p ?b } GRAPH ?h { ?c x:q ?d }\n}", "not joined to ?a"),
    ("CONSTRUCT { ?a x:y ?b }\nWHERE {\n  GRAPH ?g { ?a x:p ?b }\n} LIMIT 3", "rules have no modifiers"),
    ("CONSTRUCT { ?a y:y ?b }\nWHERE {\n  GRAPH ?g { ?a x:p ?b }\n}", "prefix y: isn't declared"),
    ("SELECT *\nWHERE {\n  GRAPH ?g { ?a x:p ?b }\n}", "computed_by"),
    ("CONSTRUCT { ?a a ?b }\nWHERE {\n  GRAPH ?g { ?a x:p ?b }\n}", "class that varies"),
]


@pytest.mark.parametrize(("body", "message"), WRONG, ids=[m for _, m in WRONG])
def test_what_the_engine_could_not_follow_is_refused_with_the_reason(body: str, message: str) -> None:
    with pytest.raises(ResourceError, match=message.replace("?", r"\?")):
        rule(body)


def test_a_way_through_only_one_alternative_is_none() -> None:
    with pytest.raises(ResourceError, match="not joined"):
        rule(
            "CONSTRUCT { ?a x:y ?b }\nWHERE {\n  { GRAPH ?g { ?a x:p ?b } } UNION { GRAPH ?g2 { ?a x:q ?c } }\n"
            "  GRAPH ?h { ?b x:r ?d }\n}"
        )


def test_rules_that_wait_for_each_other_are_refused() -> None:
    one = rule("CONSTRUCT { ?a x:one ?b }\nWHERE {\n  GRAPH ?g { ?a x:two ?b }\n}", name="test.one/1")
    two = rule("CONSTRUCT { ?a x:two ?b }\nWHERE {\n  GRAPH ?g { ?a x:one ?b }\n}", name="test.two/1")
    with pytest.raises(ResourceError, match="wait for each other"):
        ordered((one, two))


def test_a_rule_on_the_absence_of_its_own_facts_is_refused() -> None:
    own = rule(
        "CONSTRUCT { ?a x:y ?b }\nWHERE {\n  GRAPH ?g { ?a x:p ?b }\n  FILTER NOT EXISTS { GRAPH ?h { ?a x:y ?c } }\n}"
    )
    with pytest.raises(ResourceError, match="absent among its own"):
        ordered((own,))
