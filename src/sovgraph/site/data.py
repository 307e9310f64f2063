"""The data of a site as scripts, so that SPARQL works in the browser, from a plain server and from a disk alike."""

import base64
import gzip
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from sovgraph.assets import asset, in_script
from sovgraph.pages.files import page_file
from sovgraph.store import QuadStore

PART: Final = 60_000
"""Quads in one part, about 1 MB packed: the browser shows how far it is, and a change rewrites few parts."""
MOST: Final = 1_000_000
"""So many quads a browser loads by itself (0.8 GB of memory, some ten seconds); beyond, whoever asks chooses."""

_LEVEL = 9
_EVIDENCE = re.compile(rb"<[^>]*(?:/id/afleiding/|/(?:a|q|m|plaats)/[^/>]+[/>])")
"""Begins what is said of an assertion, a quote, a mention or a place, by the forms of their IRIs."""


@dataclass(frozen=True, slots=True)
class Part:
    """Some of the data as a script. `first` and `last` are the graphs that it begins and ends with."""

    file: str
    content: bytes
    quads: int
    is_evidence: bool
    first: str
    last: str


def packed(content: bytes) -> str:
    return base64.b64encode(gzip.compress(content, _LEVEL, mtime=0)).decode("ascii")


def data_parts(store: QuadStore, most: int = MOST) -> Iterator[Part]:
    """Files `data/part-….js`, which together hold all graphs; a part ends where a graph ends.

    Of more quads than `most` the evidence is in files of its own, `data/evidence-….js`.
    """
    facts, evidence = _Pile("part"), _Pile("evidence")
    is_cut = len(store) > most
    for graph in store.graphs():
        quads = store.graph_quads(graph)
        if not is_cut:
            yield from facts.add(graph, quads)
            continue
        kinds: tuple[list[bytes], list[bytes]] = ([], [])
        for line in quads.splitlines(keepends=True):
            kinds[_EVIDENCE.match(line) is not None].append(line)
        for pile, lines in zip((facts, evidence), kinds, strict=True):
            if lines:
                yield from pile.add(graph, b"".join(lines))
    yield from facts.rest(even_empty=True)
    yield from evidence.rest()


@dataclass
class _Pile:
    """Gathers graphs until they are a part."""

    name: str
    number: int = 1
    quads: int = 0
    held: list[bytes] = field(default_factory=list)
    graphs: list[str] = field(default_factory=list)

    def add(self, graph: str, quads: bytes) -> Iterator[Part]:
        self.held.append(quads)
        self.graphs.append(graph)
        self.quads += quads.count(b"\n")
        if self.quads >= PART:
            yield from self.rest()

    def rest(self, *, even_empty: bool = False) -> Iterator[Part]:
        """What is left; a site has at least one part."""
        if self.held or (even_empty and self.number == 1):
            script = f'window.SovParts.data.push("{packed(b"".join(self.held))}");\n'
            graphs = self.graphs or [""]
            file = f"data/{self.name}-{self.number:03}.js"
            yield Part(file, script.encode("ascii"), self.quads, self.name == "evidence", graphs[0], graphs[-1])
            self.number, self.quads, self.held, self.graphs = self.number + 1, 0, [], []


def engine_script() -> tuple[str, bytes]:
    """The engine and the worker around it; must be loaded before the parts."""
    source = asset("store.min.js").decode("utf-8") + "\n" + page_file("store-worker.js").decode("utf-8")
    parts = {"wasm": packed(asset("store.wasm")), "source": source, "data": []}
    return "data/engine.js", f"window.SovParts = {_json(parts)};\n".encode()


def terms_script(terms: dict[str, Any]) -> tuple[str, bytes]:
    return "data/terms.js", f"window.SovWorkbench = {_json(terms)};\n".encode()


def _json(value: Any) -> str:
    return in_script(json.dumps(value, ensure_ascii=False, separators=(",", ":")))
