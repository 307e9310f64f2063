"""What a site consists of: which pages there are, and the jobs that make its files."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

import sovgraph
from sovgraph.describe.addresses import page_path
from sovgraph.describe.publication import Publication
from sovgraph.describe.version import dataset_version
from sovgraph.pages.all_pages import Pages
from sovgraph.query import catalog
from sovgraph.resources import folder
from sovgraph.site.files import file_of
from sovgraph.site.pictures import picture_paths
from sovgraph.store import QuadStore

Job = tuple[str, str]
"""The name of a maker and what it is to make."""

PLAIN: Final = ("", "queries", "def")
"""Pages that every site has and that need nothing but the store."""
_RESOURCES: Final = ("ontology", "queries")


@dataclass(frozen=True, slots=True)
class Plan:
    """`known`: paths that have a page; what has none is linked by its permanent address."""

    base: str
    publication: Publication
    known: frozenset[str]
    pictures: frozenset[str]
    jobs: tuple[Job, ...]
    only: frozenset[str] | None = None


def make_plan(pages: Pages, publication: Publication) -> Plan:
    """The same for the same store."""
    things = _things(pages)
    asked = [f"queries/{name}" for name in catalog().names()]
    plain = (*PLAIN, *pages.list_paths())
    pictures = picture_paths(pages.store)
    known = frozenset((*plain, "search", "workbench", "dataset", *asked, *things))
    jobs = [
        *((name, "") for name in ("search", "workbench", "dataset", "around")),
        *(("picture", path) for path in pictures),
        *(("page", path) for path in plain),
        *(("query", name) for name in catalog().names()),
        *(("thing", iri) for iri in things.values()),
    ]
    return Plan(pages.base, publication, known, frozenset(pictures), tuple(jobs), pages.lists.only)


def _things(pages: Pages) -> dict[str, str]:
    """Things with a page by path. Of two whose files differ only in capitals, which some disks take for one, the
    first has the page."""
    found: dict[str, str] = {}
    files: set[str] = set()
    for _, iri in pages.paths():
        path = page_path(iri, pages.base)
        if path is not None and (file := file_of(path).casefold()) not in files:
            files.add(file)
            found[path] = iri
    return found


def made_of(store: QuadStore, base: str, publication: Publication, *, everything: bool) -> str:
    """Names all that the files hang on: the data, the settings, and the program with its data files."""
    return f"{dataset_version(store)} {_digest(repr((base, publication, everything)).encode())} {program_digest()}"


@cache
def program_digest() -> str:
    places = [Path(sovgraph.__file__).parent, *(folder(name) for name in _RESOURCES)]
    return _digest(*(part for place in places for part in _contents(place)))


def _contents(place: Path) -> Iterable[bytes]:
    for path in sorted(place.rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts:
            yield str(path.relative_to(place)).encode()
            yield path.read_bytes()


def _digest(*parts: bytes) -> str:
    found = hashlib.sha256()
    for part in parts:
        found.update(len(part).to_bytes(8, "big") + part)
    return found.hexdigest()[:16]
