"""Finds ontology/, shapes/, queries/ and examples/: inside an installed wheel or in a checkout."""

from functools import cache
from pathlib import Path

from sovgraph.errors import ResourceError

_PACKAGE = Path(__file__).resolve().parent


@cache
def folder(name: str) -> Path:
    """Path of a data folder. An editable install has no `_data`, so the checkout's root is tried next."""
    for base in (_PACKAGE / "_data", _PACKAGE.parents[1]):
        path = base / name
        if path.is_dir():
            return path
    raise ResourceError(f"{name}/: not found in the package or beside it; reinstall sovgraph")


def read_tsv(path: Path) -> list[dict[str, str]]:
    """Rows of a tab-separated file with a header line; lines that begin with '#' are remarks.

    Raises ResourceError naming path and line when a row has another number of cells than the header.
    """
    header: list[str] | None = None
    rows: list[dict[str, str]] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = line.split("\t")
        if header is None:
            header = cells
        elif len(cells) != len(header):
            raise ResourceError(f"{path}:{number}: {len(cells)} cells, expected {len(header)} ({header})")
        else:
            rows.append(dict(zip(header, cells, strict=True)))
    return rows
