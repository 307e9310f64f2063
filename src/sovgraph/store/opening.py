"""Opens a store and says plainly why it can't be opened."""

import os
import time
from pathlib import Path

import pyoxigraph as ox

from sovgraph.errors import StoreError
from sovgraph.store.oxigraph import OxigraphStore

_MARK = "CURRENT"
"""The file by which the engine finds its data; a folder with other files but without it is somebody else's."""

_ATTEMPTS = 20
_PAUSE = 0.05


def open_store(path: str | os.PathLike[str], *, read_only: bool = False) -> OxigraphStore:
    """The store in folder `path`, made if absent (not when `read_only`).

    One process may write at a time. Readers may open it read-only meanwhile; they see what was committed when
    they opened it. Raises StoreError: locked, not a store, absent, or made by a newer sovgraph.
    """
    folder = Path(path)
    try:
        _check_folder(folder, read_only)
        if read_only:
            engine = _open_reader(folder)
        else:
            folder.parent.mkdir(parents=True, exist_ok=True)
            engine = ox.Store(str(folder))
    except (OSError, RuntimeError, ValueError) as error:
        raise StoreError(_reason(folder, error)) from error
    return OxigraphStore(engine, str(folder), read_only=read_only)


def _open_reader(folder: Path) -> ox.Store:
    """A reader. The writer may merge its files at the very moment of opening; then a listed file is gone, and
    the next attempt finds the new list."""
    for _ in range(_ATTEMPTS - 1):
        try:
            return ox.Store.read_only(str(folder))
        except (OSError, RuntimeError) as error:
            if "No such file" not in str(error):
                raise
            time.sleep(_PAUSE)
    return ox.Store.read_only(str(folder))


def memory_store() -> OxigraphStore:
    """An empty store that lives as long as the object."""
    return OxigraphStore(ox.Store(), "memory")


def _check_folder(folder: Path, read_only: bool) -> None:
    if not folder.exists():
        if read_only:
            raise StoreError(f"{folder}: there is no store here; make one with: sovgraph build PAPERS --store {folder}")
        return
    if not folder.is_dir():
        raise StoreError(f"{folder}: is a file; a store is a folder")
    if not (folder / _MARK).exists() and (read_only or any(folder.iterdir())):
        raise StoreError(f"{folder}: not a sovgraph store; give the folder of a store, or one that doesn't exist yet")


def _reason(folder: Path, error: Exception) -> str:
    if "lock" in str(error).lower():
        return f"{folder}: in use by another process that writes to it; wait until that ends, or open it for reading"
    return f"{folder}: can't be opened as a store ({error}); check the folder and its permissions"
