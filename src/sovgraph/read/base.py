"""What a reader is, and what it gives: a text with the parts that its format states."""

from collections.abc import Callable
from dataclasses import dataclass

from sovgraph.errors import ReadError
from sovgraph.model import Issue, Place, Source, Span
from sovgraph.registry import Registry


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of the text whose role the format itself states. `value` is what its attribute says, if any.

    Blocks: session_year, chamber, head_line, dossier, dossier_title, number_line, title, date_line, paragraph,
    list_item, heading, cell, image, caption, item_number, speaker, note, page_foot. Within blocks: suffix, number,
    date (ISO), note_anchor, note_body; speaker_name (the person's key in the source), speaker_party, speaker_role,
    interruption; item (its number), item_title; meeting_number, meeting_date (ISO), chair, present; question_asker,
    question_addressee, question_number, date_sent and date_received (ISO); signature_name, signature_role.
    Over blocks: turn (line and words of one speaker), motion (its paper), vote, question and answer (their numbers,
    with commas), article ("artikel 1"), signature. `group` tells which parts belong together (0: none).
    """

    role: str
    span: Span
    value: str = ""
    group: int = 0


@dataclass(frozen=True, slots=True)
class Text:
    """What was read. `kind`: "text", "html", or the root of an XML paper ("kamerstuk", "handelingen", ...)."""

    text: str
    media_type: str
    kind: str = "text"
    parts: tuple[Part, ...] = ()
    fields: tuple[tuple[str, str], ...] = ()
    issues: tuple[Issue, ...] = ()
    places: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class Reader:
    """One format. `sniff` looks at the bytes and the file's name; readers are asked in the order of `rank`.

    `binary` readers are asked before the check that refuses files with NUL bytes or a known magic number.
    """

    name: str
    rank: int
    sniff: Callable[[bytes, str], bool]
    read: Callable[[Source], Text]
    binary: bool = False


READERS: Registry[Reader] = Registry("reader")

MAX_BYTES = 100_000_000
"""No paper is near this; a bigger file is a mistake or an attack."""

_MAGIC = (
    (b"\x89PNG", "PNG image"),
    (b"\xff\xd8\xff", "JPEG image"),
    (b"GIF8", "GIF image"),
    (b"II*\x00", "TIFF image"),
    (b"MM\x00*", "TIFF image"),
    (b"{\\rtf", "RTF"),
    (b"\x1f\x8b", "gzip"),
    (b"BZh", "bzip2"),
    (b"7z\xbc\xaf", "7-zip"),
    (b"\x28\xb5\x2f\xfd", "zstandard"),
)
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


def register(reader: Reader) -> Reader:
    return READERS.add(reader.name)(reader)


def read_source(source: Source) -> Text:
    """The text of a source by the first reader that knows it; raises ReadError when nothing can be read."""
    _refuse_size(source)
    reader = _reader_of(source)
    text = reader.read(source)
    if not text.text.strip():
        raise ReadError("no text in it; give a file that holds the paper's words", source=source.uri)
    return text


def _reader_of(source: Source) -> Reader:
    by_rank = sorted(READERS.values(), key=lambda r: (not r.binary, r.rank, r.name))
    found = next((r for r in by_rank if r.sniff(source.data, source.uri)), None)
    if found is None or not found.binary:
        _refuse_binary(source)
    if found is None:
        raise ReadError("format not known; give text, Markdown, PDF, DOCX, ODT, HTML or XML", source=source.uri)
    return found


def _refuse_size(source: Source) -> None:
    data = source.data
    if not data.strip():
        raise ReadError("the file is empty; give a file that holds the paper's words", source=source.uri)
    if len(data) > MAX_BYTES:
        raise ReadError(f"{len(data)} bytes, more than {MAX_BYTES}; split it into papers", source=source.uri)


def _refuse_binary(source: Source) -> None:
    data = source.data
    for magic, name in _MAGIC:
        if data.startswith(magic):
            hint = "give the official XML, or the text of it"
            raise ReadError(f"{name} file; this format isn't read yet: {hint}", source=source.uri, place="byte 0")
    if data.startswith(_UTF16):
        return
    nul = data.find(b"\x00")
    if nul >= 0:
        message = "NUL byte, so a binary file (or UTF-16 without its byte order mark); give text as UTF-8, or XML"
        raise ReadError(message, source=source.uri, place=f"byte {nul}")
