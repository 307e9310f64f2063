"""Where a file of a harvested folder came from: the manifest above it knows."""

from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from sovgraph.errors import ResourceError
from sovgraph.harvest.manifest import MANIFEST, read_rows
from sovgraph.model import Origin, Source

_Rows = dict[str, tuple[str, Origin]]


def with_origin(source: Source) -> Source:
    """The source with its origin, when a manifest in a folder above lists it with these very bytes."""
    path = Path(source.uri).absolute()
    folder = _harvest(str(path.parent))
    if folder is None:
        return source
    sha256, origin = _rows(folder).get(path.relative_to(folder).as_posix(), ("", None))
    return replace(source, origin=origin) if sha256 == source.sha256 else source


@lru_cache(maxsize=1024)
def _harvest(folder: str) -> str | None:
    """The nearest folder above that holds a manifest."""
    return next((str(p) for p in (Path(folder), *Path(folder).parents) if (p / MANIFEST).is_file()), None)


@lru_cache(maxsize=8)
def _rows(folder: str) -> _Rows:
    """Checksum and origin by path; none when the manifest can't be read, as another program's may be."""
    try:
        rows = read_rows(Path(folder) / MANIFEST).values()
    except (ResourceError, OSError, UnicodeDecodeError):
        return {}
    return {row.path: (row.sha256 or "", Origin(row.url, row.retrieved)) for row in rows if row.url and row.retrieved}
