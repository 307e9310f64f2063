"""Files of office programs that are no text: refused with what they are, and what to give instead."""

from typing import NoReturn

from sovgraph.errors import ReadError
from sovgraph.model import Source
from sovgraph.read.base import Reader, register
from sovgraph.read.safe_zip import is_zip, member_start, open_zip

_OLE = b"\xd0\xcf\x11\xe0"
_FOLDERS = (("xl/", "an Excel workbook"), ("ppt/", "a PowerPoint presentation"), ("visio/", "a Visio drawing"))
_TYPES = (
    (b"application/epub+zip", "an EPUB book"),
    (b"application/vnd.oasis.opendocument.spreadsheet", "an OpenDocument spreadsheet"),
    (b"application/vnd.oasis.opendocument.presentation", "an OpenDocument presentation"),
    (b"application/vnd.oasis.opendocument", "an OpenDocument file that is no text"),
)
_STREAMS = (
    ("EncryptedPackage", "a Word document protected with a password; save the paper without one"),
    ("WordDocument", "old Word (.doc); save it as .docx"),
    ("Workbook", "an old Excel workbook; give the paper as .docx, .odt, PDF, XML or text"),
    ("PowerPoint Document", "an old PowerPoint presentation; give the paper as .docx, .odt, PDF, XML or text"),
)


def _refuse_zip(source: Source) -> NoReturn:
    """Damaged and dangerous files are said to be so first; of sound ones what they hold."""
    names = open_zip(source).names
    kind = member_start(source.data, "mimetype", 100)
    found = next((said for start, said in _TYPES if kind.startswith(start)), None)
    found = found or next((said for folder, said in _FOLDERS if any(n.startswith(folder) for n in names)), None)
    if found is None:
        held = ", ".join(names[:3]) or "nothing"
        found = f"a zip that is no DOCX or ODT (it holds {held})"
    raise ReadError(f"{found}; give the paper as .docx, .odt, PDF, XML or text", source=source.uri, place="byte 0")


def _refuse_old(source: Source) -> NoReturn:
    found = next((said for name, said in _STREAMS if name.encode("utf-16-le") in source.data), None)
    raise ReadError(found or "an old Office file; save it as .docx", source=source.uri, place="byte 0")


register(Reader("zip", 98, lambda data, name: is_zip(data), _refuse_zip, binary=True))
register(Reader("old-office", 99, lambda data, name: data.startswith(_OLE), _refuse_old, binary=True))
