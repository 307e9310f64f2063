"""Every term of our own is described, in use, and known wherever it is used."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from rdflib import DCTERMS, OWL, RDF, RDFS, SKOS, XSD, BNode, Graph, URIRef

from sovgraph import vocab
from sovgraph.resources import folder

SRC = Path(__file__).resolve().parents[2] / "src" / "sovgraph"
USED_BY = URIRef(vocab.SOV + "usedByQuery")
PROPERTIES = (OWL.ObjectProperty, OWL.DatatypeProperty, RDF.Property)
TYPES = (OWL.Class, *PROPERTIES, SKOS.ConceptScheme, SKOS.Concept)
STANDARD = tuple(iri for prefix, iri in vocab.NAMESPACES if prefix != "sov")
SOV_NAME = re.compile(r"(?<![\w:-])sov:([A-Za-z][\w-]*)")


def load(name: str) -> Graph:
    return Graph().parse(folder("ontology") / name, format="turtle")


@pytest.fixture(scope="module")
def ontology() -> Graph:
    """The files that define terms; the alignment only talks about them."""
    return load("sov.ttl") + load("lists.ttl") + load("genres.ttl")


def terms(graph: Graph, *types: URIRef) -> list[URIRef]:
    found = {node for kind in types for node in graph.subjects(RDF.type, kind)}
    return sorted(node for node in found if isinstance(node, URIRef) and node.startswith(vocab.SOV))


def without_remarks(path: Path) -> str:
    """The text without whole-line remarks, in which terms may be named freely."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return "\n".join(line for line in lines if not line.lstrip().startswith("#"))


def rules() -> list[Path]:
    return sorted([*folder("shapes").rglob("*.ttl"), *folder("queries").rglob("*.rq")])


def named_in_rules() -> Iterator[tuple[Path, str]]:
    for path in rules():
        text = without_remarks(path)
        names = set(SOV_NAME.findall(text)) | set(re.findall(rf"<{re.escape(vocab.SOV)}([^>]+)>", text))
        yield from ((path, name) for name in sorted(names))


def test_there_is_one_versioned_ontology(ontology: Graph) -> None:
    (header,) = ontology.subjects(RDF.type, OWL.Ontology)
    assert str(header) == vocab.SOV.removesuffix("#")
    assert ontology.value(header, OWL.versionInfo) is not None
    assert ontology.value(header, OWL.versionIRI) is not None
    titles = ontology.objects(header, DCTERMS.title)
    assert {getattr(title, "language", None) for title in titles} == {"nl", "en"}


def test_enough_terms_were_collected(ontology: Graph) -> None:
    assert len(terms(ontology, OWL.Class)) >= 30
    assert len(terms(ontology, *PROPERTIES)) >= 100
    assert len(terms(ontology, SKOS.Concept)) >= 50


def test_classes_and_properties_stand_apart_from_values() -> None:
    assert terms(load("sov.ttl"), SKOS.Concept, SKOS.ConceptScheme) == []
    assert terms(load("lists.ttl") + load("genres.ttl"), OWL.Class, *PROPERTIES) == []


@pytest.mark.parametrize("predicate", [RDFS.label, SKOS.definition])
def test_each_term_is_described_in_dutch_and_english(ontology: Graph, predicate: URIRef) -> None:
    wrong = []
    for term in terms(ontology, *TYPES, OWL.AnnotationProperty):
        languages = Counter(getattr(text, "language", None) for text in ontology.objects(term, predicate))
        if languages != Counter({"nl": 1, "en": 1}):
            wrong.append(term)
    assert wrong == []


def test_each_definition_is_one_sentence(ontology: Graph) -> None:
    texts = [str(text) for term in terms(ontology, *TYPES) for text in ontology.objects(term, SKOS.definition)]
    assert [text for text in texts if not text.endswith(".") or re.search(r"[.!?] [A-Z]", text)] == []


def test_each_term_has_a_source(ontology: Graph) -> None:
    assert [term for term in terms(ontology, *TYPES) if ontology.value(term, DCTERMS.source) is None] == []


def test_each_source_is_outside_the_project(ontology: Graph) -> None:
    """A paper, a standard, a law or a register of others; "we made it up" is no source."""
    sources = [(term, str(text)) for term in terms(ontology, *TYPES) for text in ontology.objects(term, DCTERMS.source)]
    assert [(term, text) for term, text in sources if "sovgraph" in text or "ontology/" in text] == []


LISTS = {
    "AnswerStatuses": "sov:answerStatus",
    "Bases": "sov:basis",
    "Capacities": "sov:capacity",
    "CitationForms": "sov:citationForm",
    "CommitmentStates": "sov:commitmentState",
    "CommitmentStrengths": "sov:commitmentStrength",
    "DiscrepancyKinds": "sov:discrepancyKind",
    "Genres": "sov:genre",
    "OpenStatuses": "sov:openStatus",
    "Outcomes": "sov:outcome",
    "RegisterVerdicts": "sov:registerVerdict",
    "Appraisals": "sov:eventAppraisal",
    "ExecutionClaims": "sov:executionClaim",
    "MotionEvents": "sov:eventKind",
    "Resolutions": "sov:resolution",
    "Roles": "org:role",
    "Stances": "sov:stance",
    "Sides": "sov:othersVoted",
    "SignatureVerdicts": "sov:signatureVerdict",
    "VotingMethods": "sov:votingMethod",
}
"""The property whose values stand in a list."""


def test_each_term_is_used_by_the_queries_it_names(ontology: Graph) -> None:
    """A class or property stands in the query itself; a value in one that asks for the property of its list."""
    queries = {path.stem: without_remarks(path) for path in folder("queries").rglob("*.rq")}
    wrong = []
    for term in terms(ontology, *TYPES):
        name = term.removeprefix(vocab.SOV)
        scheme = name if name in LISTS else str(ontology.value(term, SKOS.inScheme) or "").removeprefix(vocab.SOV)
        words = rf"(?<![\w:-])(?:{LISTS.get(scheme, '-')}|sov:{name})(?![\w-])"
        named = [str(query) for query in ontology.objects(term, USED_BY)]
        wrong += [(name, query) for query in named if not re.search(words, queries.get(query, ""))]
        wrong += [] if named else [(name, "names no query")]
    assert wrong == []


def test_each_property_says_what_it_is_used_on(ontology: Graph) -> None:
    assert [term for term in terms(ontology, *PROPERTIES) if ontology.value(term, SKOS.scopeNote) is None] == []


def test_no_property_has_a_domain(ontology: Graph) -> None:
    """A domain would give things types that no paper states."""
    assert list(ontology.subject_objects(RDFS.domain)) == []


def test_datatype_properties_have_a_datatype(ontology: Graph) -> None:
    allowed = {XSD.string, XSD.date, XSD.integer, XSD.duration, XSD.boolean, XSD.anyURI, RDF.langString}
    for term in terms(ontology, OWL.DatatypeProperty):
        assert ontology.value(term, RDFS.range) in allowed, term
    for term in terms(ontology, OWL.ObjectProperty):
        assert ontology.value(term, RDFS.range) is None, term


def test_each_value_stands_in_one_list(ontology: Graph) -> None:
    schemes = set(terms(ontology, SKOS.ConceptScheme))
    keys: set[tuple[str, str]] = set()
    for concept in terms(ontology, SKOS.Concept):
        (scheme,) = ontology.objects(concept, SKOS.inScheme)
        (notation,) = ontology.objects(concept, SKOS.notation)
        assert scheme in schemes
        assert (str(scheme), str(notation)) not in keys
        keys.add((str(scheme), str(notation)))


def test_wider_terms_are_ours_or_of_a_known_vocabulary(ontology: Graph) -> None:
    ours = set(terms(ontology, *TYPES))
    for predicate in (RDFS.subClassOf, RDFS.subPropertyOf):
        for term, wider in ontology.subject_objects(predicate):
            assert wider in ours or str(wider).startswith(STANDARD), (term, wider)


def test_there_are_no_blank_nodes(ontology: Graph) -> None:
    nodes = {node for triple in ontology + load("alignment-schema-org.ttl") for node in triple}
    assert [node for node in nodes if isinstance(node, BNode)] == []


def test_alignment_only_compares(ontology: Graph) -> None:
    allowed = {SKOS.closeMatch, SKOS.exactMatch, SKOS.broadMatch, SKOS.narrowMatch, RDFS.seeAlso}
    ours = set(terms(ontology, *TYPES))
    alignment = load("alignment-schema-org.ttl")
    assert len(alignment) > 50
    for subject, predicate, value in alignment:
        assert subject in ours
        assert predicate in allowed
        assert not str(value).startswith("https://schema.org/"), "schema.org is written with http:"


def test_terms_named_in_shapes_and_queries_exist(ontology: Graph) -> None:
    known = {term.removeprefix(vocab.SOV) for term in terms(ontology, *TYPES, OWL.AnnotationProperty)}
    unknown = [f"{path.name}: sov:{name}" for path, name in named_in_rules() if name not in known]
    assert unknown == []


def test_queries_named_in_the_ontology_exist(ontology: Graph) -> None:
    stored = {path.stem for path in folder("queries").rglob("*.rq")}
    if not stored:
        pytest.skip("no stored queries yet")
    named = {str(name) for name in ontology.objects(None, USED_BY)}
    assert sorted(named - stored) == []


def test_each_class_and_property_is_in_use(ontology: Graph) -> None:
    """Used by a shape, a stored query or the code; a term that nothing uses is a promise nobody keeps."""
    if not rules():
        pytest.skip("no shapes or stored queries yet")
    used = {name for _, name in named_in_rules()}
    sources = [path for path in sorted(SRC.rglob("*.py")) if path.name != "vocab.py"]
    code = {name for path in sources for name in vocab_names(path.read_text(encoding="utf-8"))}
    idle = [
        term.removeprefix(vocab.SOV)
        for term in terms(ontology, OWL.Class, *PROPERTIES)
        if term.removeprefix(vocab.SOV) not in used | {name.rstrip("_") for name in code}
    ]
    assert idle == []


def vocab_names(code: str) -> set[str]:
    """Names taken from the vocabulary: `v.Motion`, `vocab.Motion` or imported one by one."""
    names = set(re.findall(r"\b(?:v|vocab)\.(\w+)", code))
    for group in re.findall(r"from sovgraph\.vocab import (\([^)]*\)|.*)", code):
        names |= set(re.findall(r"\w+", group))
    return names


def test_vocab_names_reads_both_ways_of_importing() -> None:
    assert vocab_names("from sovgraph.vocab import (\n    Motion,\n    from_,\n)\n") == {"Motion", "from_"}
    assert vocab_names("yield v.Motion, vocab.cites") == {"Motion", "cites"}
