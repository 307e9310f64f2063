"""The data of a site as scripts, so that SPARQL works in the browser, from a plain server and from a disk alike."""

import base64
import gzip
import json
from collections.abc import Iterator
from typing import Any

from sovgraph.assets import asset, in_script
from sovgraph.pages.files import page_file
from sovgraph.store import QuadStore

PART = 60_000
"""Quads in one part, about 1 MB packed: the browser shows how far it is, and a change rewrites few parts."""

_LEVEL = 9


def packed(content: bytes) -> str:
    return base64.b64encode(gzip.compress(content, _LEVEL, mtime=0)).decode("ascii")


def data_parts(store: QuadStore) -> Iterator[tuple[str, bytes]]:
    """Files `data/part-….js`, which together hold all graphs; a part ends where a graph ends."""
    number, lines, held = 1, 0, []
    for graph in store.graphs():
        quads = store.graph_quads(graph)
        held.append(quads)
        lines += quads.count(b"\n")
        if lines >= PART:
            yield _part(number, held)
            number, lines, held = number + 1, 0, []
    if held or number == 1:
        yield _part(number, held)


def _part(number: int, quads: list[bytes]) -> tuple[str, bytes]:
    script = f'window.SovParts.data.push("{packed(b"".join(quads))}");\n'
    return f"data/part-{number:03}.js", script.encode("ascii")


def engine_script() -> tuple[str, bytes]:
    """The engine and the worker around it; must be loaded before the parts."""
    source = asset("store.min.js").decode("utf-8") + "\n" + page_file("store-worker.js").decode("utf-8")
    parts = {"wasm": packed(asset("store.wasm")), "source": source, "data": []}
    return "data/engine.js", f"window.SovParts = {_json(parts)};\n".encode()


def terms_script(terms: dict[str, Any]) -> tuple[str, bytes]:
    return "data/terms.js", f"window.SovWorkbench = {_json(terms)};\n".encode()


def _json(value: Any) -> str:
    return in_script(json.dumps(value, ensure_ascii=False, separators=(",", ":")))
