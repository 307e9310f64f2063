"""Answers of an endpoint kept on disk: the cache of a run, and the snapshot that is replayed without network."""

import hashlib
import json
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sovgraph.errors import ReadError, StoreError
from sovgraph.store.terms import Cell, is_iri

Rows = tuple[Mapping[str, Cell], ...]
"""Solutions as variable → term, sorted, as a server gives them in any order."""


@dataclass(slots=True)
class Answers:
    """A folder with one file for each question. `replay`: nothing is asked elsewhere."""

    root: Path
    endpoint: str
    replay: bool = False
    read: int = 0

    def __post_init__(self) -> None:
        if self.replay and not any(self.root.glob("*.json")):
            raise ReadError("no recorded answers here; record them with --cache", source=str(self.root))

    def get(self, query: str) -> Rows | None:
        """The kept answer to exactly this question; None if there is none (an error on replay)."""
        path = self._path(query)
        try:
            kept = json.loads(path.read_text(encoding="utf-8"))
            if not self.replay and kept["endpoint"] != self.endpoint:
                raise ReadError(
                    f"answer of {kept['endpoint']}, not of {self.endpoint}; give another folder", source=str(path)
                )
            rows = tuple({name: cell_of(*term) for name, term in row.items()} for row in kept["rows"])
        except FileNotFoundError:
            if self.replay:
                raise ReadError(
                    f"the snapshot has no answer to this question ({path.name})", source=str(self.root)
                ) from None
            return None
        except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
            if self.replay:
                raise ReadError(f"not a recorded answer ({error})", source=str(path)) from error
            return None  # cut off by a crash: asked again
        self.read += 1
        return rows

    def keep(self, query: str, rows: Rows) -> None:
        """The file appears whole or not at all, so that a run that is killed goes on from here."""
        path = self._path(query)
        plain = [{name: _plain(cell) for name, cell in sorted(row.items())} for row in rows]
        data = {"endpoint": self.endpoint, "query": query, "rows": plain}
        with written(path) as part:
            part.write_text(json.dumps(data, ensure_ascii=False, indent=0, sort_keys=True) + "\n", encoding="utf-8")

    def _path(self, query: str) -> Path:
        return self.root / f"{hashlib.sha256(query.encode()).hexdigest()[:32]}.json"


@contextmanager
def written(path: Path) -> Iterator[Path]:
    """A file beside `path` to write to, which takes its place at the end. Raises StoreError."""
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        yield part
        part.replace(path)
    except OSError as error:
        raise StoreError(f"{path}: can't be written ({error.strerror}); make room or give another folder") from error
    finally:
        part.unlink(missing_ok=True)


def _plain(cell: Cell) -> list[str | None]:
    return [cell.kind, cell.value, cell.datatype, cell.lang]


def cell_of(kind: object, value: object, datatype: object, lang: object) -> Cell:
    """A term that came from outside. Raises ValueError for what is none: an IRI that isn't one could write into a query
    or into our graph."""
    if (
        isinstance(kind, str)
        and isinstance(value, str)
        and isinstance(datatype, str | None)
        and isinstance(lang, str | None)
        and (is_iri(value) if kind == "iri" else kind in ("literal", "bnode"))
    ):
        return Cell(kind, value, datatype, lang)
    raise ValueError(f"term {value!r}")
