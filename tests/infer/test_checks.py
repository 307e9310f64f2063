"""Checks over all papers: days on which two papers differ, and days in an order that can't be."""

from tests.infer.rules import INFERRED

from sovgraph import vocab as v
from sovgraph.ids import Ids
from sovgraph.infer import Inference
from sovgraph.store import QuadStore, memory_store

ID = "https://w3id.org/sovgraph/id/"

LETTER, REPLY, RAPPEL = (f"{ID}brief/{name}" for name in ("ek-1", "39500-B-l2", "39500-B-l3"))


def day(text: str) -> str:
    return f'"{text}"^^<{v.XSD_date}>'


def store_of(**papers: tuple[tuple[str, str, str], ...]) -> QuadStore:
    store = memory_store()
    for name, facts in papers.items():
        paper = f"{ID}kst/39500-{name}"
        triples = [(paper, v.manifestation, f"<{paper}/bestand/0>"), *facts]
        store.replace_graph(paper, "".join(f"<{s}> <{p}> {o} <{paper}> .\n" for s, p, o in triples).encode())
    Inference(store, Ids(), everything=True).settle()
    return store


def kinds(store: QuadStore) -> list[str]:
    lines = store.graph_quads(INFERRED).decode().splitlines()
    found = [line for line in lines if f"<{v.discrepancyKind}> <" in line and "/afleiding/" not in line.split(" ")[0]]
    return sorted(line.split(" ")[2].partition("#discrepancy-")[2].rstrip(">") for line in found)


def test_two_papers_that_date_a_letter_differently_are_told() -> None:
    differ = store_of(
        A=((LETTER, v.ELI_date_document, day("2026-01-02")),), B=((LETTER, v.ELI_date_document, day("2026-01-03")),)
    )
    assert kinds(differ) == ["twee-stukken"]
    text = differ.graph_quads(INFERRED).decode()
    assert '"het ene stuk zegt 2026-01-02, een ander 2026-01-03"@nl' in text
    same = store_of(
        A=((LETTER, v.ELI_date_document, day("2026-01-02")),), B=((LETTER, v.ELI_date_document, day("2026-01-02")),)
    )
    assert kinds(same) == []


def test_an_answer_or_reminder_before_its_letter_is_told() -> None:
    asked = (LETTER, v.ELI_date_document, day("2026-02-01"))
    answer = ((REPLY, v.inReplyTo, f"<{LETTER}>"), (REPLY, v.RDF_type, f"<{v.AnswerLetter}>"))
    rappel = ((RAPPEL, v.reminds, f"<{LETTER}>"),)
    for facts, wrong, right in ((answer, "2026-01-31", "2026-02-01"), (rappel, "2025-12-01", "2026-03-01")):
        thing = facts[0][0]
        assert kinds(store_of(A=(asked,), B=(*facts, (thing, v.ELI_date_document, day(wrong))))) == ["volgorde"]
        assert kinds(store_of(A=(asked,), B=(*facts, (thing, v.ELI_date_document, day(right))))) == []
