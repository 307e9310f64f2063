"""From what a user names to what is read: files, folders, archives, standard input."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from sovgraph.build.results import Refused
from sovgraph.errors import ReadError
from sovgraph.model import Source
from sovgraph.read.archive import ARCHIVE_SUFFIXES, is_archive, members
from sovgraph.read.source import SEPARATOR, STDIN, read_path

SUFFIXES = tuple(".md .markdown .txt .xml .html .htm .pdf .docx .docm .dotx .odt .ott .json".split()) + ARCHIVE_SUFFIXES
"""Kinds of files that a folder is searched for; a file that is named is read whatever its name."""

BIG_FILE = 1_000_000
"""Bytes from which a file is read after all others, so that nobody waits for it."""


def collect_paths(paths: Iterable[str]) -> tuple[str, ...]:
    """Files named, and the readable kinds of files below folders named; sorted, each once."""
    found: set[str] = set()
    for name in paths:
        path = Path(name)
        if name != STDIN and path.is_dir():
            found.update(str(p) for p in path.rglob("*") if p.is_file() and _is_wanted(p))
        else:
            found.add(name)
    return tuple(sorted(found))


def _is_wanted(path: Path) -> bool:
    name = path.name.lower()
    return name.endswith(SUFFIXES) and not name.startswith((".", "readme"))


def empty_folders(paths: Iterable[str]) -> list[Refused]:
    """A refusal for each folder that was named and holds no paper."""
    return [
        Refused(name, f"{name}: no papers in this folder; expected files that end in {' '.join(SUFFIXES)}")
        for name in sorted(set(paths))
        if name != STDIN and Path(name).is_dir() and not collect_paths([name])
    ]


def expanded(path: str) -> Iterator[str | Source | Refused]:
    """A path as it is; of an archive each member, or why it can't be read; the bytes of what is no file on disk."""
    once = path == STDIN or (Path(path).exists() and not Path(path).is_file())
    if not once and not is_archive(path):
        yield path
        return
    try:
        given = read_path(path) if once else None
        if given is not None and not is_archive(given.data):
            yield given
            return
        for member in members(given.data, path) if given else members(path):
            if isinstance(member, ReadError):
                yield Refused(member.source or path, str(member))
            elif _is_wanted(Path(member.uri.rpartition(SEPARATOR)[2])):
                yield member
    except ReadError as error:
        yield Refused(path, str(error))


def reading_order(path: str) -> tuple[bool, str, str]:
    """Big files last, the others by name."""
    return size_of(path) >= BIG_FILE, Path(path).name, path


def size_of(path: str) -> int:
    try:
        return Path(path).stat().st_size
    except OSError:
        return 0
