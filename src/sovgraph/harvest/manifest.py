"""The manifest of a harvested folder: one JSON line a file, sorted by path."""

import hashlib
import json
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any

from sovgraph.errors import ResourceError
from sovgraph.harvest.base import Got, Row
from sovgraph.model import Origin

MANIFEST = "manifest.jsonl"
_NAMES = frozenset(f.name for f in fields(Row))


def line_of(row: Row) -> str:
    return json.dumps(asdict(row), ensure_ascii=False, sort_keys=True) + "\n"


def row_of(found: Any) -> Row:
    """Raises ValueError for what isn't a row; keys of a later version are left out."""
    if not isinstance(found, dict) or not isinstance(found.get("path"), str):
        raise ValueError("no path")
    known = {name: value for name, value in found.items() if name in _NAMES}
    return Row(**{**known, "status": Got(known.get("status", ""))})


def read_rows(path: Path) -> dict[str, Row]:
    """Rows by path; none when there is no such file. Raises ResourceError naming the line that can't be read."""
    rows: dict[str, Row] = {}
    if not path.is_file():
        return rows
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), start=1):
        if not line:
            continue  # after the last line; other breaks (U+2028) may stand in a title
        try:
            row = row_of(json.loads(line))
        except (ValueError, TypeError) as error:
            raise ResourceError(f"{path}:{number}: not a line of a manifest ({error}); remove the file") from error
        rows[row.path] = row
    return rows


def is_as_stated(folder: Path, row: Row) -> bool:
    """The file is there, and has the bytes that the manifest says."""
    path = folder / row.path
    if not row.sha256 or not path.is_file() or path.stat().st_size != row.bytes:
        return False
    return hashlib.sha256(path.read_bytes()).hexdigest() == row.sha256


def origins(folder: str | Path) -> dict[str, Origin]:
    """Where each file of a harvested folder came from, by its path as `folder` joined with the manifest's path.

    Empty when the folder has no manifest. A file that was altered after its harvest has no origin.
    """
    base = Path(folder)
    rows = read_rows(base / MANIFEST).values()
    return {str(base / row.path): Origin(row.url, row.retrieved) for row in rows if is_as_stated(base, row)}
