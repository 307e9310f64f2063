"""The frozen types of a register file, and the registry of its formats."""

from collections.abc import Callable
from dataclasses import dataclass

from sovgraph.errors import ReadError
from sovgraph.model import Issue, Severity, Source
from sovgraph.registry import Registry

PUBLICATION = "Publicatie"
"""The kind of a record about an official publication; other kinds are the entity types of the OData service."""


@dataclass(frozen=True, slots=True)
class Field:
    """One value that a record gives. `value` is as written, `path` its JSON pointer or XPath in the file.

    `role` is what the reader takes it for (see ontology/lexicon/*_fields.tsv), `name` its name in the file.
    """

    role: str
    value: str
    path: str
    name: str


@dataclass(frozen=True, slots=True)
class Link:
    """The record `place` (its position in the file's records) that this one leads to, by the relation `name`."""

    name: str
    place: int


@dataclass(frozen=True, slots=True)
class Record:
    """One entry of a register. `key` is its official id or GUID ("" when it gives none)."""

    kind: str
    key: str
    path: str
    fields: tuple[Field, ...]
    links: tuple[Link, ...] = ()
    deleted: Field | None = None

    def field(self, role: str) -> Field | None:
        """The first field with a role."""
        return next((f for f in self.fields if f.role == role), None)

    def all(self, role: str) -> tuple[Field, ...]:
        return tuple(f for f in self.fields if f.role == role)

    def value(self, role: str) -> str:
        """The value of the first field with a role, or nothing."""
        found = self.field(role)
        return found.value if found else ""


@dataclass(frozen=True, slots=True)
class RecordFile:
    """What was read. `top` are the places of the records that the file lists; others hang from them.

    `unknown` counts names that no table knows, as ("Zaak.Nieuw", 3); their values are left out.
    """

    format: str
    media_type: str
    records: tuple[Record, ...]
    top: tuple[int, ...]
    issues: tuple[Issue, ...] = ()
    unknown: tuple[tuple[str, int], ...] = ()

    @property
    def key(self) -> str:
        """What the file is about: its one record, else the kinds of its records."""
        listed = [self.records[place] for place in self.top]
        if len(listed) == 1:
            return listed[0].value("identifier") or listed[0].key
        return "+".join(sorted({record.kind for record in listed}))


@dataclass(frozen=True, slots=True)
class RecordReader:
    """One format of register files. `sniff` looks at the bytes; readers are asked in the order of `rank`."""

    name: str
    rank: int
    sniff: Callable[[Source], bool]
    read: Callable[[Source], RecordFile]


RECORD_READERS: Registry[RecordReader] = Registry("record reader")


def register(reader: RecordReader) -> RecordReader:
    return RECORD_READERS.add(reader.name)(reader)


def read_record_file(source: Source) -> RecordFile | None:
    """The records of a source; None when it is no register file. Raises ReadError when it is one, but damaged."""
    for reader in sorted(RECORD_READERS.values(), key=lambda r: (r.rank, r.name)):
        if reader.sniff(source):
            return reader.read(source)
    return None


class Notes:
    """Collects issues and names that no table knows while a file is read."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.issues: list[Issue] = []
        self._unknown: dict[str, int] = {}

    def issue(self, code: str, message: str) -> None:
        self.issues.append(Issue(code, Severity.WARNING, self.source.uri, message))

    def unknown(self, name: str) -> None:
        self._unknown[name] = self._unknown.get(name, 0) + 1

    def counts(self) -> tuple[tuple[str, int], ...]:
        return tuple(sorted(self._unknown.items()))

    def all_issues(self) -> tuple[Issue, ...]:
        """The issues, and one for each unknown name."""
        known = [
            Issue("REGISTER-FIELD-UNKNOWN", Severity.INFO, self.source.uri, f"field '{name}' is not known; left out")
            for name, _ in self.counts()
        ]
        return (*self.issues, *known)


def refuse(source: Source, message: str, place: str = "") -> ReadError:
    return ReadError(message, source=source.uri, place=place)
