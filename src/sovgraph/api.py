"""The Python API: read papers, build and open stores, ask, export to rdflib and networkx."""

import hashlib
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from sovgraph.build import BuildReport, build_store
from sovgraph.export import GraphView, picture_view, to_networkx
from sovgraph.find import REFERENCE_FINDERS, find_only
from sovgraph.link import link_mentions
from sovgraph.model import REFERENCES, Mention, Paper, Source, Span
from sovgraph.pipeline import load_environment
from sovgraph.pipeline import read_paper as _read_paper
from sovgraph.query import Result, Values, run, run_sparql
from sovgraph.read import Text, read_path
from sovgraph.settings import Settings
from sovgraph.store import Answer, QuadStore, open_store, to_rdflib
from sovgraph.store.html import table_html
from sovgraph.structure.assemble import assemble

if TYPE_CHECKING:
    from rdflib import Dataset

    from sovgraph.search import Hits, Index


def read_paper(path: str | Path, settings: Settings | None = None) -> Paper:
    """One paper with its structure, mentions and statements. Raises ReadError."""
    return _read_paper(read_path(str(path)), load_environment(settings or Settings()))[0]


def paper_nquads(path: str | Path, settings: Settings | None = None) -> bytes:
    """The graph of one paper as sorted N-Quads. Raises ReadError."""
    return _read_paper(read_path(str(path)), load_environment(settings or Settings()))[1]


def find_references(text: str, *, context: str = "") -> tuple[Mention, ...]:
    """The references in a piece of text, with identifiers, status and reason; offsets are code points into `text`.

    `context` is what stands before it in the paper, for instance its head: a number without a dossier ("op stuk
    nr. 12") takes the dossier that the context gives. The offsets of an `antecedent` in the context are negative.
    """
    if not text.strip():
        return ()
    lead = f"{context}\n\n" if context else ""
    whole = lead + text
    source = Source("text", b"", hashlib.sha256(whole.encode("utf-8", "surrogatepass")).hexdigest(), "text/plain")
    env = load_environment(Settings())
    document = assemble(source, Text(whole, "text/plain"))
    mentions, _ = link_mentions(document, find_only(document, env.names, REFERENCE_FINDERS), env.names, env.ids)
    return tuple(_from(m, len(lead)) for m in mentions if m.type in REFERENCES and m.start >= len(lead))


def _from(mention: Mention, shift: int) -> Mention:
    """The mention with offsets that count from `shift`; an antecedent before that lies in the context."""
    before = mention.antecedent
    moved = Span(before.start - shift, before.end - shift) if before is not None else None
    return replace(mention, start=mention.start - shift, end=mention.end - shift, antecedent=moved)


class Graph:
    """An open store with everything one asks of it.

    Use as a context manager; `write=True` lets `build` add papers. Raises StoreError when the folder is no
    store or another process writes to it.
    """

    def __init__(self, store: str | Path, *, write: bool = False) -> None:
        self.store: QuadStore = open_store(store, read_only=not write)
        self.folder = Path(store)
        self._index: Index | None = None

    def build(self, paths: Iterable[str | Path], settings: Settings | None = None) -> BuildReport:
        """Reads papers into the store; see `sovgraph.build.build_store`."""
        return build_store(self.store, [str(p) for p in paths], settings or Settings())

    def query(self, name: str, params: Values | None = None, *, lang: str = "nl") -> Result:
        """Rows of a stored query; a parameter may be a list of values. Raises QueryError."""
        return run(self.store, name, params, lang=lang)

    def sparql(self, text: str) -> Answer:
        """Answer to SPARQL of one's own (reading only). Raises QueryError."""
        return run_sparql(self.store, text)

    def search(
        self,
        text: str,
        *,
        kind: str | Collection[str] = (),
        dossier: str = "",
        lang: str = "nl",
        limit: int = 20,
        offset: int = 0,
    ) -> "Hits":
        """Words in papers, questions, answers, promises and names; see `sovgraph.search`. Raises ConfigError."""
        from sovgraph.describe.version import dataset_version
        from sovgraph.search import open_index

        if self._index is None or self._index.version != dataset_version(self.store):
            self._index = open_index(self.folder, store=self.store)
        return self._index.search(text, kind=kind, dossier=dossier, lang=lang, limit=limit, offset=offset)

    def to_rdflib(self) -> "Dataset":
        """A copy as an rdflib Dataset with the union as its default graph."""
        return to_rdflib(self.store)

    def view(
        self, name: str = "entities", params: Mapping[str, str] | None = None, *, lang: str = "nl", hops: int = 1
    ) -> GraphView:
        """A part of the graph to look at, with facts and evidence. Raises QueryError."""
        return picture_view(self.store, name, params, lang=lang, hops=hops)

    def to_networkx(self, view: str = "entities", params: Mapping[str, str] | None = None) -> Any:
        """A view as a networkx MultiDiGraph."""
        return to_networkx(self.view(view, params))

    def close(self) -> None:
        if self._index is not None:
            self._index.close()
            self._index = None
        self.store.close()

    def _repr_html_(self) -> str:
        """How a notebook shows it: what papers there are and what they name."""
        return table_html(("kind", "things"), self.query("contents").rows, title=str(self.folder))

    def __enter__(self) -> "Graph":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


Sovgraph = Graph
"""The same under the name of the package, for notebooks: `from sovgraph import Sovgraph`."""
