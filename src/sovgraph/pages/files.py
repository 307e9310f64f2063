"""The files that pages need: our own styles and scripts, and the bundles of others."""

from functools import cache
from pathlib import Path

from sovgraph.assets import asset, asset_names
from sovgraph.errors import ResourceError

_OWN = Path(__file__).parent / "static"
TYPES = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".wasm": "application/wasm",
}


def own_files() -> tuple[str, ...]:
    """Our own, sorted; a site without a server needs more of them than one with."""
    return tuple(sorted(path.name for path in _OWN.iterdir() if path.suffix in TYPES))


@cache
def page_file(name: str) -> bytes:
    """Raises ResourceError for a name that isn't one of ours or of the bundles."""
    if name in own_files():
        return (_OWN / name).read_bytes()
    if name in asset_names():
        return asset(name)
    raise ResourceError(f"{name}: pages have no such file")
