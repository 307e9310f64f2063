"""Archives of papers: `.zip`, `.tar` and compressed tars, member by member, nothing written to disk.

What could do harm is refused before it is unpacked: members that say they are huge, that are packed far tighter than
text ever is, too many of them, archives in archives.
"""

import bz2
import gzip
import io
import lzma
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, cast

from sovgraph.errors import ReadError
from sovgraph.model import Source
from sovgraph.read.base import MAX_BYTES
from sovgraph.read.safe_zip import MAX_RATIO, RATIO_FROM, is_bomb
from sovgraph.read.source import SEPARATOR, make_source

ARCHIVE_SUFFIXES = (".zip", ".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tar.xz")

MAX_MEMBERS = 50_000
MAX_TOTAL = 8_000_000_000
_PACKED_PAPERS = ("word/document.xml", "[Content_Types].xml", "mimetype")
_COMPRESSED = cast(
    "dict[bytes, Callable[[IO[bytes]], IO[bytes]]]",
    {b"\x1f\x8b": gzip.open, b"BZh": bz2.open, b"\xfd7zXZ\x00": lzma.open},
)
_DAMAGE = (
    zipfile.BadZipFile, tarfile.TarError, zlib.error, lzma.LZMAError, EOFError, OSError, NotImplementedError, ValueError
)  # fmt: skip
_USTAR = (257, b"ustar")


def is_archive(source: str | bytes) -> bool:
    """Whether a path or the bytes are an archive; DOCX and ODT are zips, too, but papers."""
    if isinstance(source, bytes):
        return _kind(source[:512], io.BytesIO(source)) != ""
    if not Path(source).is_file():
        return False  # what comes out of a pipe can be read only once
    try:
        with Path(source).open("rb") as file:
            return _kind(file.read(512), file) != ""
    except OSError:
        return False


def members(source: str | bytes, name: str = "") -> Iterator[Source | ReadError]:
    """Each file in an archive, or the error that refuses it; raises ReadError when the archive itself is bad."""
    name = name or str(source)
    with io.BytesIO(source) if isinstance(source, bytes) else Path(source).open("rb") as file:
        head = file.read(512)
        kind = _kind(head, file)
        file.seek(0)
        try:
            yield from (_zipped if kind == "zip" else _tarred)(file, name)
        except _DAMAGE as error:
            message = f"damaged archive ({error}); the files before the damage were read: get it again"
            raise ReadError(message, source=name) from error


def _kind(head: bytes, file: IO[bytes]) -> str:
    if head.startswith(b"PK\x03\x04"):
        return "" if _is_paper(file) else "zip"
    at, mark = _USTAR
    if head[at : at + len(mark)] == mark or head.startswith(tuple(_COMPRESSED)):
        return "tar"
    return ""


def _is_paper(file: IO[bytes]) -> bool:
    """A zip that is one office document."""
    file.seek(0)
    try:
        names = set(zipfile.ZipFile(file).namelist())
    except _DAMAGE:
        return False
    return any(name in names for name in _PACKED_PAPERS)


def _zipped(file: IO[bytes], name: str) -> Iterator[Source | ReadError]:
    archive = zipfile.ZipFile(file)
    entries = sorted((e for e in archive.infolist() if not e.is_dir()), key=lambda e: e.filename)
    _check_whole(len(entries), sum(e.file_size for e in entries), name)
    seen: set[str] = set()
    for entry in entries:
        where = f"{name}{SEPARATOR}{entry.filename}"
        refused = _refusal(where, entry.file_size, entry.compress_size)
        if refused is None and entry.filename in seen:
            refused = ReadError("two members have this name; only the first is read", source=where)
        if refused is None and entry.flag_bits & 1:
            refused = ReadError("locked with a password; unlock the archive", source=where)
        seen.add(entry.filename)
        if refused is not None:
            yield refused
            continue
        try:
            data = _limited(archive.open(entry), entry.file_size)
        except _DAMAGE as error:
            yield ReadError(f"damaged in the archive ({error}); get it again", source=where)
            continue
        yield from _member(where, data)


def _tarred(file: IO[bytes], name: str) -> Iterator[Source | ReadError]:
    stream = _Bounded(file, name)
    try:
        archive = tarfile.open(fileobj=stream, mode="r:")  # type: ignore[call-overload]  # noqa: SIM115 (closed below)
    except tarfile.ReadError as error:
        message = "compressed, but not an archive of files (.tar.gz); unpack it and give the file"
        raise ReadError(message, source=name) from error
    total = 0
    with archive:
        for count, entry in enumerate(archive, start=1):
            total += entry.size
            _check_whole(count, total, name)
            if not entry.isfile():
                continue
            where = f"{name}{SEPARATOR}{entry.name}"
            refused = _refusal(where, entry.size, entry.size)
            reader = archive.extractfile(entry) if refused is None else None
            if refused is not None or reader is None:
                yield refused or ReadError("not a file; left out", source=where)
                continue
            yield from _member(where, _limited(reader, entry.size))
    stream.drain()


class _Bounded:
    """The unpacked bytes of a tar: no more than an archive of papers could have, nor much in one piece.

    `tarfile` itself reads as many bytes as a header asks for, and unpacks what it passes over.
    """

    def __init__(self, file: IO[bytes], name: str) -> None:
        packed, self.name = file.seek(0, io.SEEK_END), name
        file.seek(0)
        head = file.read(8)
        file.seek(0)
        unpacker = next((opener for mark, opener in _COMPRESSED.items() if head.startswith(mark)), None)
        self.stream = unpacker(file) if unpacker else file
        self.limit = max(RATIO_FROM, MAX_RATIO * packed)

    def read(self, size: int) -> bytes:
        self._check(self.stream.tell() + size, size)
        return self.stream.read(size)

    def seek(self, place: int) -> int:
        self._check(place, 0)
        return self.stream.seek(place)

    def tell(self) -> int:
        return self.stream.tell()

    def drain(self) -> None:
        """To the end: only there do compressed archives say whether they came whole."""
        while self.read(1 << 16):
            pass

    def _check(self, place: int, size: int) -> None:
        if place > self.limit or not 0 <= size <= MAX_BYTES + tarfile.RECORDSIZE:
            raise ReadError(
                f"unpacks to more than {MAX_RATIO} times its size; not an archive of papers", source=self.name
            )


def _member(where: str, data: bytes) -> Iterator[Source | ReadError]:
    if is_archive(data):
        yield ReadError("an archive in an archive; unpack it first", source=where)
    else:
        yield make_source(where, data)


def _limited(reader: IO[bytes], size: int) -> bytes:
    """The bytes of a member, no more than it says it has."""
    with reader:
        data = reader.read(size + 1)
    if len(data) != size:
        raise EOFError(f"says {size} bytes, has {'more' if len(data) > size else len(data)}")
    return data


def _check_whole(count: int, total: int, name: str) -> None:
    if count > MAX_MEMBERS or total > MAX_TOTAL:
        message = f"{count} files of {total} bytes in it, more than {MAX_MEMBERS} or {MAX_TOTAL}; split the archive"
        raise ReadError(message, source=name)


def _refusal(where: str, size: int, packed: int) -> ReadError | None:
    if size > MAX_BYTES:
        return ReadError(f"{size} bytes, more than {MAX_BYTES}; no paper is that big", source=where)
    if is_bomb(size, packed):
        return ReadError(f"unpacks to more than {MAX_RATIO} times its size; not a paper", source=where)
    return None
