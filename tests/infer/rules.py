"""Small rules and graphs for the tests of the engine."""

from sovgraph.ids import Ids
from sovgraph.infer import Inference
from sovgraph.infer.base import Rule
from sovgraph.infer.order import ordered
from sovgraph.infer.reading import parse_rule
from sovgraph.store import QuadStore, memory_store

BASE = "https://w3id.org/sovgraph/"
INFERRED = f"{BASE}graph/inferred"


def rule(body: str, *, name: str = "test.made/1", focus: str = "a", more: str = "") -> Rule:
    """A rule of `body`, with prefix x: for its terms."""
    file = name.partition("/")[0].replace(".", "-")
    header = (
        f"#+ title_nl: Nagebootst\n#+ title_en: Made up\n#+ rule: {name}\n#+ focus: {focus}\n#+ confidence: 90\n{more}"
    )
    return parse_rule(f"{header}\nPREFIX x: <https://x/>\n\n{body}", f"{file}.rq")


def quads(graph: str, *triples: str) -> bytes:
    """`"a p b"` as a quad of `graph`, all with prefix https://x/ ; a quoted value is a literal."""

    def term(text: str) -> str:
        return text.replace("_", " ") if text.startswith('"') else f"<https://x/{text}>"

    return "".join(
        f"{' '.join(term(t) for t in triple.split(' '))} <https://x/{graph}> .\n" for triple in triples
    ).encode()


def filled(**graphs: tuple[str, ...]) -> QuadStore:
    store = memory_store()
    store.replace_many((f"https://x/{name}", quads(name, *triples), None) for name, triples in graphs.items())
    return store


def settled(store: QuadStore, *rules: Rule) -> set[str]:
    """The plain facts after everything was inferred, without the base."""
    Inference(store, Ids(), rules=ordered(rules), everything=True).settle()
    return plain(store)


def change(store: QuadStore, graph: str, triples: tuple[str, ...], *rules: Rule) -> set[str]:
    """The plain facts after a graph was replaced and only what that touches was inferred."""
    inference = Inference(store, Ids(), rules=ordered(rules))
    data = quads(graph, *triples)
    inference.change(f"https://x/{graph}", data)
    store.replace_graph(f"https://x/{graph}", data)
    inference.after()
    inference.settle()
    return plain(store)


def plain(store: QuadStore) -> set[str]:
    lines = store.graph_quads(INFERRED).decode().splitlines()
    facts = (line.removesuffix(f" <{INFERRED}> .") for line in lines if line.startswith("<https://x/"))
    return {fact.replace("<https://x/", "").replace(">", "") for fact in facts}
