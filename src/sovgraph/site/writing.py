"""Writes the files of a site: only those that changed, and takes away those that no longer belong to it."""

import hashlib
import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, NamedTuple

from sovgraph.errors import SiteError

MANIFEST: Final = ".sovgraph-site.json"
"""Lies in the folder of the site: checksum and size of each file that we wrote. Other files are never touched."""
JOURNAL: Final = ".sovgraph-site.log"
"""Names each file before it is written, so that a build that was killed can be mended; gone when a build is done."""


class Known(NamedTuple):
    """A file of ours as the last build left it; without checksum: what a build that was killed left of it."""

    digest: str
    size: int


_UNSURE: Final = Known("", 0)


class Put(NamedTuple):
    """A file of the site, and whether it had to be written."""

    file: str
    known: Known
    is_written: bool


@dataclass(frozen=True, slots=True)
class SiteFolder:
    """The folder of a site. `before`: the files of ours in it; `made_of`: what they were made from."""

    path: Path
    before: Mapping[str, Known]
    made_of: str = ""

    def begin(self) -> None:
        """From now on the folder is ours, also when this build is killed; what an earlier one left half goes."""
        self.path.mkdir(parents=True, exist_ok=True)
        for file, known in self.before.items():
            if not known.digest:
                path = self.path / file
                for part in path.parent.glob(f".{glob_safe(path.name[:100])}.*.part"):
                    part.unlink()
        if not (self.path / MANIFEST).exists():
            self._note("", {})

    def put(self, file: str, content: bytes) -> Put:
        """The file appears whole or not at all. Raises SiteError where a file lies that isn't ours."""
        path, now = self.path / file, Known(hashlib.sha256(content).hexdigest(), len(content))
        known = self.before.get(file)
        if known is None and path.exists():
            raise SiteError(f"{path}: is in the way and isn't a file of ours; move it or write the site elsewhere")
        is_there = known is not None and path.is_file() and path.stat().st_size == now.size
        if is_there and (known == now or (known == _UNSURE and path.read_bytes() == content)):
            return Put(file, now, False)
        with (self.path / JOURNAL).open("a", encoding="utf-8") as journal:
            journal.write(json.dumps(file, ensure_ascii=False) + "\n")
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_name(f".{path.name[:100]}.{os.getpid()}.part")
        part.write_bytes(content)
        part.replace(path)
        return Put(file, now, True)

    def is_as_left(self) -> bool:
        """Whether every file is still there with its size."""
        for file, known in self.before.items():
            try:
                if not known.digest or (self.path / file).stat().st_size != known.size:
                    return False
            except OSError:
                return False
        return True

    def finish(self, now: Mapping[str, Known], made_of: str) -> int:
        """Takes away what is no longer part of the site, and notes what is. Returns how many files went."""
        gone = sorted(set(self.before) - set(now))
        for file in gone:
            path = self.path / file
            path.unlink(missing_ok=True)
            _prune(path.parent, self.path)
        self._note(made_of, now)
        (self.path / JOURNAL).unlink(missing_ok=True)
        return len(gone)

    def _note(self, made_of: str, files: Mapping[str, Known]) -> None:
        note = {"made_of": made_of, "files": {file: list(files[file]) for file in sorted(files)}}
        text = json.dumps(note, indent=0, ensure_ascii=False) + "\n"
        part = self.path / f"{MANIFEST}.part"
        part.write_text(text, encoding="utf-8")
        part.replace(self.path / MANIFEST)


def open_folder(path: Path) -> SiteFolder:
    """Raises SiteError for a folder with files in it that isn't a site of ours, so that nothing is written over."""
    note = path / MANIFEST
    if not note.exists():
        if path.exists() and (not path.is_dir() or any(path.iterdir())):
            raise SiteError(f"{path}: holds files, but no {MANIFEST}; give an empty folder or one with a site of ours")
        return SiteFolder(path, {})
    try:
        found: dict[str, Any] = json.loads(note.read_text(encoding="utf-8"))
        files = {_inside(file, path): Known(str(d), int(size)) for file, (d, size) in found["files"].items()}
        made_of = str(found["made_of"])
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise SiteError(f"{note}: can't be read ({error}); remove the folder and write the site anew") from error
    begun = _journal(path)
    return SiteFolder(path, {**files, **dict.fromkeys(begun, _UNSURE)}, "" if begun else made_of)


def _journal(path: Path) -> list[str]:
    """What a build that was killed began to write; its last line may be half."""
    try:
        lines = (path / JOURNAL).read_text(encoding="utf-8", errors="replace").splitlines()
    except FileNotFoundError:
        return []
    found = []
    for line in lines:
        try:
            found.append(_inside(json.loads(line), path))
        except ValueError:
            continue
    return found


def _inside(file: object, folder: Path) -> str:
    """A note that leads out of the folder isn't ours: what it names could be removed."""
    if not isinstance(file, str) or file.startswith(("/", "\\")) or ".." in file.split("/") or ":" in file[:2]:
        raise ValueError(f"{file!r} isn't a file in {folder}")
    return file


def glob_safe(name: str) -> str:
    return "".join(f"[{c}]" if c in "*?[" else c for c in name)


def _prune(path: Path, top: Path) -> None:
    """Removes folders that have become empty, up to the top."""
    while path != top and path.is_dir() and not any(path.iterdir()):
        path.rmdir()
        path = path.parent
