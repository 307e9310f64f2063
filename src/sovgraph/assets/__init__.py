"""Scripts and styles of others that pages need, with their licences; nothing is fetched from elsewhere.

`graph.min.js` sets `SovGraph` (sigma, graphology), `editor.min.js` with `editor.min.css` sets `SovEditor` (a SPARQL
editor), `store.min.js` sets `SovOxigraph`, whose `init` takes the bytes of `store.wasm`. `assets.tsv` names the
packages with version and licence; tools/build_assets.py makes them all.
"""

import gzip
from functools import cache
from pathlib import Path

from sovgraph.errors import ResourceError
from sovgraph.resources import read_tsv

_FOLDER = Path(__file__).resolve().parent
_PACKED = ".gz"


def asset_names() -> tuple[str, ...]:
    """Names under which assets are offered, sorted: `store.wasm`, not the compressed file that is kept."""
    return tuple(sorted(row["file"].removesuffix(_PACKED) for row in read_tsv(_FOLDER / "assets.tsv")))


@cache
def asset(name: str) -> bytes:
    """The content of an asset. Raises ResourceError when there is none of that name."""
    if name not in asset_names():
        raise ResourceError(f"{name}: no such asset; there are: {', '.join(asset_names())}")
    path = _FOLDER / name
    return path.read_bytes() if path.is_file() else gzip.decompress((_FOLDER / f"{name}{_PACKED}").read_bytes())


def licences() -> dict[str, str]:
    """The licence text of each package that is bundled, by the name of its file."""
    return {path.stem: path.read_text(encoding="utf-8") for path in sorted((_FOLDER / "licences").glob("*.txt"))}


def in_script(json: str) -> str:
    """JSON that can be, or stand in, a script of a page: no text of it ends the element or, in old browsers, a line."""
    return json.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
