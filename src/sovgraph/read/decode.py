"""Bytes to characters: UTF-8, UTF-16 with its mark, else Windows-1252."""

import codecs
import re
import unicodedata

from sovgraph.errors import ReadError
from sovgraph.model import Issue, Severity, Source

_UTF16 = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
_MOJIBAKE_BOM = "\u00ef\u00bb\u00bf"  # the three bytes of a UTF-8 mark, each read as a character of its own


def decode(source: Source) -> tuple[str, tuple[Issue, ...]]:
    """The characters, nothing changed but a leading byte order mark left out; what was odd becomes an issue."""
    data = source.data
    for mark, encoding in _UTF16.items():
        if data.startswith(mark):
            return _strict(source, data[len(mark) :], encoding), (_note(source, "READ-BOM", f"{encoding} with a mark"),)
    issues: tuple[Issue, ...] = ()
    if data.startswith(codecs.BOM_UTF8):
        data = data[len(codecs.BOM_UTF8) :]
        issues = (_note(source, "READ-BOM", "a UTF-8 byte order mark at the start is left out of the text"),)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return windows(data), (*issues, _not_utf8(source, error))
    return text, (*issues, *_controls(source, text))


def drop_marks(text: str) -> str:
    """The text without byte order marks at its start, whole or misread, and the blank lines after them."""
    before = None
    while before != text:
        before = text
        text = text.lstrip("\ufeff \r\n\t").removeprefix(_MOJIBAKE_BOM)
    return text


def repair_twice_encoded(text: str) -> str | None:
    """UTF-8 that was read as Windows-1252 and written as UTF-8 again, made right; None when it isn't that."""
    try:
        return b"".join(_byte(char) for char in text).decode("utf-8")
    except (UnicodeDecodeError, ValueError):
        return None


def was_read_twice(text: str) -> bool:
    return drop_marks(text) != text and _MOJIBAKE_BOM in text[:8]


def _byte(char: str) -> bytes:
    """The byte that Windows-1252 shows as `char`; its five unused bytes stand for themselves."""
    try:
        return char.encode("cp1252")
    except UnicodeEncodeError:
        return bytes((ord(char),))


def _strict(source: Source, data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        message = f"not valid {encoding}: the file is cut off or damaged; get it again"
        raise ReadError(message, source=source.uri, place=f"byte {error.start + 2}") from error


def windows(data: bytes) -> str:
    """Windows-1252; its five bytes without a letter are kept, as browsers do."""
    return (
        "".join(bytes((b,)).decode("cp1252", "ignore") or chr(b) for b in data)
        if _has_gaps(data)
        else data.decode("cp1252")
    )


def _has_gaps(data: bytes) -> bool:
    return any(byte in data for byte in b"\x81\x8d\x8f\x90\x9d")


def _not_utf8(source: Source, error: UnicodeDecodeError) -> Issue:
    message = f"not valid UTF-8 at byte {error.start}; read as Windows-1252"
    return Issue("READ-ENCODING", Severity.WARNING, source.uri, message)


def _controls(source: Source, text: str) -> tuple[Issue, ...]:
    """Characters that no printed text has; XML and some exports can't hold them."""
    bad = [i for i, c in enumerate(text) if c < " " and c not in "\t\n\r\f"] if _CONTROLS & set(text) else []
    if not bad:
        return ()
    message = f"{len(bad)} control character(s) in the text, the first at {bad[0]}"
    return (Issue("READ-CONTROL", Severity.INFO, source.uri, message, bad[0], bad[0] + 1),)


_CONTROLS = frozenset(chr(i) for i in range(32)) - frozenset("\t\n\r\f")


def _note(source: Source, code: str, message: str) -> Issue:
    return Issue(code, Severity.INFO, source.uri, message)


_WORD = re.compile(r"[^\W_]+")


def fold_words(text: str) -> list[str]:
    """The words in lower case without marks and accents' composition: what two prints of one text share."""
    return _WORD.findall(unicodedata.normalize("NFKC", text).lower())
