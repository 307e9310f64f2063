"""A view of a store that stays as it is while another process writes: its data files linked, its small ones copied.

The engine opens data files when it first needs them. A writer may have merged and deleted them by then, and a query
that meets such a gap never ends. Links keep the files; they cost no room until the writer replaces them.
"""

import atexit
import os
import re
import shutil
import tempfile
import time
from pathlib import Path

_ATTEMPTS, _PAUSE = 40, 0.05
_COPIED = 256 * 1024 * 1024
"""Where the system can't link, a store up to here is copied; a larger one is read where it is."""

_DATA = (".sst", ".blob")
_FILES = re.compile(r"\d+\.(?:sst|blob|log)|OPTIONS-\d+|IDENTITY")
"""Of the engine, beside the list of files itself; others may keep files of their own in the folder."""

_MARK = "serving"


class Snapshots:
    """Folders beside the store, one for each state that is served; all are removed at the end."""

    def __init__(self, store: Path) -> None:
        self.store = store
        self._folder: Path | None = None
        self._taken: list[tuple[Path, float]] = []
        self._number = 0

    def take(self) -> Path:
        """The store as it is now; the store itself where no snapshot can be made."""
        if not (self.store / "CURRENT").is_file():
            return self.store
        for folder in self._places():
            self._number += 1
            target = folder / str(self._number)
            if _taken(self.store, target):
                self._taken.append((target, time.monotonic()))
                return target
            shutil.rmtree(target, ignore_errors=True)
        return self.store

    def forget(self, older: float) -> None:
        """Removes those that were replaced so many seconds ago."""
        now = time.monotonic()
        while len(self._taken) > 1 and now - self._taken[1][1] > older:
            shutil.rmtree(self._taken.pop(0)[0], ignore_errors=True)

    def close(self) -> None:
        self._taken.clear()
        if self._folder is not None:
            shutil.rmtree(self._folder, ignore_errors=True)

    def _places(self) -> list[Path]:
        """Beside the store, where links are possible; else among temporary files."""
        if self._folder is not None:
            return [self._folder]
        for parent in (self.store.resolve().parent, Path(tempfile.gettempdir())):
            _remove_left_over(parent)
            folder = parent / f".{self.store.name}-{_MARK}-{os.getpid()}"
            try:
                folder.mkdir(mode=0o700, exist_ok=True)
            except OSError:
                continue
            if self._folder is None:
                self._folder = folder
                atexit.register(self.close)
            return [folder]
        return []


def _remove_left_over(parent: Path) -> None:
    """Folders of servers that were killed."""
    try:
        found = [path for path in parent.glob(f".*-{_MARK}-*") if path.is_dir()]
    except OSError:
        return
    for path in found:
        number = path.name.rpartition("-")[2]
        if number.isdigit() and not Path(f"/proc/{number}").exists():
            shutil.rmtree(path, ignore_errors=True)


def _taken(store: Path, target: Path) -> bool:
    """Tries until nothing was merged meanwhile; False where the file system doesn't allow it."""
    for _ in range(_ATTEMPTS):
        shutil.rmtree(target, ignore_errors=True)
        target.mkdir(mode=0o700)
        try:
            if _copied(store, target):
                return True
        except FileNotFoundError:
            pass
        except OSError:
            return False
        time.sleep(_PAUSE)
    return False


def _copied(store: Path, target: Path) -> bool:
    """True when the list of data files was the same before and after."""
    current = (store / "CURRENT").read_bytes()
    manifest = store / current.decode("ascii", "replace").strip()
    size = manifest.stat().st_size
    (target / "CURRENT").write_bytes(current)
    with manifest.open("rb") as file:
        (target / manifest.name).write_bytes(file.read(size))
    room = _COPIED
    for path in sorted(store.iterdir()):
        if _FILES.fullmatch(path.name):
            room -= _put(path, target / path.name, room)
    return (store / "CURRENT").read_bytes() == current and manifest.stat().st_size == size


def _put(path: Path, target: Path, room: int) -> int:
    """Links data, copies the rest; how many bytes were copied that would rather have been linked."""
    if path.suffix in _DATA:
        try:
            os.link(path, target)
            return 0
        except FileNotFoundError:
            raise
        except OSError:
            size = path.stat().st_size
            if size > room:
                raise
            shutil.copyfile(path, target)
            return size
    shutil.copyfile(path, target)
    return 0
