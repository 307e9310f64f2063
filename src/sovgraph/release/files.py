"""The folder of a release: made beside its place and moved there whole, with checksums over all that is in it."""

import hashlib
import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from sovgraph.errors import StoreError

MANIFEST: Final = "release.json"
SUMS: Final = "SHA256SUMS"
NQUADS: Final = "data/sovgraph.nq.gz"


@contextmanager
def whole_folder(out: Path) -> Iterator[Path]:
    """A new folder beside `out` that takes its place at the end; after an error nothing of it is left.

    Raises StoreError when `out` is something else than an empty folder or an earlier release.
    """
    if out.exists() and not is_release(out) and (not out.is_dir() or any(out.iterdir())):
        raise StoreError(f"{out}: is there already and isn't a release; give a new folder, or empty this one")
    part = out.with_name(f".{out.name}.part")
    shutil.rmtree(part, ignore_errors=True)
    try:
        part.mkdir(parents=True)
        yield part
        _replace(part, out)
    except OSError as error:
        raise StoreError(f"{out}: can't be written ({error.strerror or error}); nothing of it was kept") from error
    finally:
        shutil.rmtree(part, ignore_errors=True)


def _replace(part: Path, out: Path) -> None:
    old = out.with_name(f".{out.name}.old")
    shutil.rmtree(old, ignore_errors=True)
    if out.exists():
        out.rename(old)
    part.rename(out)
    shutil.rmtree(old, ignore_errors=True)


def is_release(folder: Path) -> bool:
    return (folder / MANIFEST).is_file()


def read_manifest(folder: Path) -> dict[str, Any]:
    """Raises StoreError when the release has none that can be read."""
    try:
        found = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise StoreError(f"{folder}: {MANIFEST} can't be read ({error}); give the folder of a release") from error
    if not isinstance(found, dict):
        raise StoreError(f"{folder}: {MANIFEST} isn't that of a release; give the folder of a release")
    return found


def sha256_of(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def write_sums(folder: Path) -> None:
    """All files but the list itself, as `sha256sum --check SHA256SUMS` reads it."""
    files = sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())
    lines = [f"{sha256_of(folder / name)}  {name}\n" for name in files if name != SUMS]
    (folder / SUMS).write_text("".join(lines), encoding="utf-8", newline="\n")


def check_sums(folder: Path) -> list[str]:
    """Names of files that lack or aren't what the list says."""
    wrong = []
    for line in (folder / SUMS).read_text(encoding="utf-8").splitlines():
        digest, _, name = line.partition("  ")
        if not (folder / name).is_file() or sha256_of(folder / name) != digest:
            wrong.append(name)
    return wrong
