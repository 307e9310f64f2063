"""Writes the files of a site: only those that changed, and takes away those that no longer belong to it."""

import hashlib
import json
import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from sovgraph.errors import SiteError

MANIFEST = ".sovgraph-site.json"
"""Lies in the folder of the site: the checksum of each file that we wrote. Other files are never touched."""


@dataclass(frozen=True, slots=True)
class Written:
    """How many files were written, were right already, and were taken away; `size` in bytes of the whole."""

    written: int
    kept: int
    removed: int
    size: int

    @property
    def files(self) -> int:
        return self.written + self.kept


def digest_of(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def read_manifest(folder: Path) -> dict[str, str]:
    """Raises SiteError for a folder with files in it that isn't a site of ours, so that nothing is written over."""
    path = folder / MANIFEST
    if not path.exists():
        if folder.exists() and any(folder.iterdir()):
            raise SiteError(
                f"{folder}: holds files, but no {MANIFEST}; give an empty folder or one with a site of ours"
            )
        return {}
    try:
        found: dict[str, str] = json.loads(path.read_text(encoding="utf-8"))["files"]
    except (ValueError, KeyError, TypeError) as error:
        raise SiteError(f"{path}: can't be read ({error}); remove the folder and write the site anew") from error
    return found


def write_file(folder: Path, file: str, content: bytes, known: str | None) -> bool:
    """Whether the file had to be written; it appears whole or not at all."""
    path = folder / file
    if known == digest_of(content) and path.is_file() and path.stat().st_size == len(content):
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name[:100]}.{os.getpid()}.part")
    part.write_bytes(content)
    part.replace(path)
    return True


def finish(folder: Path, before: dict[str, str], now: dict[str, str]) -> int:
    """Takes away what is no longer part of the site, and notes what is. Returns how many files went."""
    gone = sorted(set(before) - set(now))
    for file in gone:
        path = folder / file
        path.unlink(missing_ok=True)
        _prune(path.parent, folder)
    note = {"files": dict(sorted(now.items()))}
    write_file(folder, MANIFEST, (json.dumps(note, indent=0, ensure_ascii=False) + "\n").encode(), None)
    return len(gone)


def _prune(path: Path, top: Path) -> None:
    """Removes folders that have become empty, up to the top."""
    while path != top and path.is_dir() and not any(path.iterdir()):
        path.rmdir()
        path = path.parent


def digests(files: Iterable[tuple[str, bytes]]) -> dict[str, str]:
    return {file: digest_of(content) for file, content in files}
