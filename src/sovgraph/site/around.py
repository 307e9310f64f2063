"""What stands around the pages: styles and scripts, licences, rules for servers, the page for a wrong address."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from sovgraph.assets import licences
from sovgraph.pages.files import PICTURE_FILES, own_files, page_file
from sovgraph.pages.words import word
from sovgraph.resources import read_tsv
from sovgraph.site.files import file_of
from sovgraph.site.workshop import MAKERS, File, Workshop

BUNDLES: Final = ("editor.min.css", "editor.min.js", "graph.min.js")
"""Those that pages load; the engine of the workbench is in data/engine.js."""
LICENCES: Final = "static/licences.txt"
_NOT_NEEDED: Final = frozenset(("store-worker.js",))
_RULES: Final = Path(__file__).with_name("rules")
_PLACES: Final = {
    "htaccess": ".htaccess",
    "nginx.conf": "hosting/nginx.conf",
    "Caddyfile": "hosting/Caddyfile",
    "README.md": "README.md",
}


@MAKERS.add("around")
def around(shop: Workshop, what: str) -> Iterator[File]:
    for name in (*own_files(), *PICTURE_FILES, *BUNDLES):
        if name not in _NOT_NEEDED:
            yield f"static/{name}", page_file(name)
    yield LICENCES, _licences().encode()
    for name, file in _PLACES.items():
        yield file, (_RULES / name).read_bytes()
    yield ".nojekyll", b""
    links = shop.links("404", "nl")
    page = shop.pages.message(404, word("not-there", "nl"), word("not-there-about", "nl"), "nl", links)
    yield file_of("404"), page.html.encode()


def _licences() -> str:
    """What is bundled, under which licence, and the text of each."""
    import sovgraph.assets

    rows = read_tsv(Path(sovgraph.assets.__file__).with_name("assets.tsv"))
    parts = ["Bundled in this site / in deze site opgenomen:\n"]
    parts += [f"{row['file'].removesuffix('.gz')}: {row['packages']}" for row in rows]
    parts += [
        f"\n{'=' * 78}\n{name.replace('__', '/')}\n{'=' * 78}\n\n{text.strip()}" for name, text in licences().items()
    ]
    return "\n".join(parts) + "\n"
