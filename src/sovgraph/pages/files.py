"""The files that pages need: our own styles and scripts, and the bundles of others."""

from functools import cache
from pathlib import Path

from sovgraph.assets import asset, asset_names
from sovgraph.errors import ResourceError
from sovgraph.export.picture import SCRIPTS, STYLES, picture_file

_OWN = Path(__file__).parent / "static"
PICTURE_FILES = tuple(name for name in (*SCRIPTS, *STYLES) if name not in asset_names())
"""Those of pictures, which a page of one file needs too."""
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
    if name in PICTURE_FILES:
        return picture_file(name)
    raise ResourceError(f"{name}: pages have no such file")
