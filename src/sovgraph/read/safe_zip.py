"""The one place where an office document is unpacked: names, number, sizes and ratios are checked before a byte is.

Members are read into memory one at a time, never written to disk.
"""

import io
import re
import zipfile
import zlib
from dataclasses import dataclass

from lxml import etree

from sovgraph.errors import ReadError
from sovgraph.model import Source
from sovgraph.read.safe_xml import parse_xml
from sovgraph.read.source import SEPARATOR, make_source

ZIP_MAGIC = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
MAX_MEMBERS = 5_000
MAX_MEMBER_BYTES = 24_000_000
"""An XML tree takes up to ten times its bytes; the longest papers are below a third of this."""
MAX_TOTAL_BYTES = 400_000_000
MAX_RATIO, RATIO_FROM = 200, 1_000_000
"""Text shrinks to a tenth or a thirtieth; only made-up bytes, more than a megabyte of them, shrink more than this."""
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_BAD_NAME = re.compile(r"^[/\\]|^[A-Za-z]:|(?:^|[/\\])\.\.(?:[/\\]|$)|[\x00-\x1f]")
_ERRORS = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError, IndexError)


@dataclass(frozen=True, slots=True)
class SafeZip:
    """An archive whose members may be read. `names` are in the order of its directory."""

    source: Source
    archive: zipfile.ZipFile
    names: tuple[str, ...]

    def read(self, name: str) -> Source | None:
        """A member as a source of its own ("paper.docx!/word/document.xml"); None when there is none."""
        if name not in self.names:
            return None
        info = self.archive.getinfo(name)
        if info.file_size > MAX_MEMBER_BYTES:
            raise _refused(self.source, name, f"unpacks to {info.file_size} bytes, more than {MAX_MEMBER_BYTES}")
        try:
            with self.archive.open(info) as stream:
                data = stream.read(MAX_MEMBER_BYTES + 1)
        except _ERRORS as error:
            message = f"can't be unpacked ({error}); the file is damaged: get it again"
            raise ReadError(message, source=self.source.uri, place=name) from error
        return make_source(f"{self.source.uri}{SEPARATOR}{name}", data)

    def xml(self, name: str) -> etree._Element | None:
        """The root of a member; None when there is none, or it is empty."""
        member = self.read(name)
        return parse_xml(member)[0] if member is not None and member.data.strip() else None


def is_bomb(size: int, packed: int) -> bool:
    """Whether packed bytes say that they unpack to far more than those of a paper do."""
    return size > RATIO_FROM and size > MAX_RATIO * max(packed, 1)


def is_zip(data: bytes) -> bool:
    return data.startswith(ZIP_MAGIC)


def names_in(data: bytes) -> tuple[str, ...]:
    """The names of the members, to tell formats apart; none when the directory can't be read."""
    if not is_zip(data):
        return ()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return tuple(archive.namelist()[:MAX_MEMBERS])
    except _ERRORS:
        return ()


def member_start(data: bytes, name: str, size: int) -> bytes:
    """The first bytes of a member, to tell formats apart; none when it can't be read."""
    if not is_zip(data):
        return b""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive, archive.open(name) as stream:
            return stream.read(size)
    except (*_ERRORS, KeyError):
        return b""


def open_zip(source: Source) -> SafeZip:
    """The archive after all checks; raises ReadError for a damaged, protected or dangerous one."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(source.data))
    except _ERRORS as error:
        message = f"damaged zip ({error}): cut off or changed on its way; get the file again"
        raise ReadError(message, source=source.uri) from error
    infos = archive.infolist()
    if len(infos) > MAX_MEMBERS:
        raise _refused(source, "", f"{len(infos)} members, more than {MAX_MEMBERS}")
    _check_names(source, infos)
    for info in infos:
        _check_member(source, info)
    total = sum(info.file_size for info in infos)
    if total > MAX_TOTAL_BYTES:
        raise _refused(source, "", f"unpacks to {total} bytes, more than {MAX_TOTAL_BYTES}")
    _check_overlap(source, infos)
    return SafeZip(source, archive, tuple(info.filename for info in infos))


def _check_names(source: Source, infos: list[zipfile.ZipInfo]) -> None:
    seen: set[str] = set()
    for info in infos:
        if _BAD_NAME.search(info.orig_filename):
            raise _refused(source, repr(info.orig_filename), "a name that leads out of the archive")
        name = info.filename.casefold()
        if name in seen:
            raise _refused(source, info.filename, "a second member of this name")
        seen.add(name)


def _check_member(source: Source, info: zipfile.ZipInfo) -> None:
    if info.flag_bits & 0x1:
        message = "protected with a password; save the paper without one"
        raise ReadError(message, source=source.uri, place=info.filename)
    if info.compress_type not in _METHODS:
        raise _refused(source, info.filename, f"packed by method {info.compress_type}, which documents don't use")
    if is_bomb(info.file_size, info.compress_size):
        raise _refused(source, info.filename, f"{info.compress_size} bytes unpack to {info.file_size}")


def _check_overlap(source: Source, infos: list[zipfile.ZipInfo]) -> None:
    """Members that share bytes unpack to more than the file can hold."""
    end = 0
    for info in sorted(infos, key=lambda i: (i.header_offset, i.compress_size)):
        if info.header_offset < end:
            raise _refused(source, info.filename, "shares its bytes with another member")
        end = info.header_offset + info.compress_size


def _refused(source: Source, place: str, what: str) -> ReadError:
    return ReadError(f"{what}; such a zip may do harm and isn't opened", source=source.uri, place=place)
