"""Answers of the Tweede Kamer's OData service (v4/2.0) as JSON: a `value` array, a bare array, or one entity.

The kind of an entity is said by `@odata.context` or `@odata.type`; a file saved without those is known by its fields.
"""

import re
from collections.abc import Iterator
from typing import Any

from sovgraph.errors import ReadError
from sovgraph.model import Source
from sovgraph.record.base import Field, Link, Notes, Record, RecordFile, RecordReader, refuse, register
from sovgraph.record.json_text import Doubled, load_json
from sovgraph.record.tables import Column, odata_columns

_START = re.compile(rb"^(?:\xef\xbb\xbf)?\s*(?:\[\s*)?\{\s*\"(?:@odata|Id\"|value\")")
_CONTEXT = re.compile(r"\$metadata#(?P<kind>[A-Za-z]+)")
_GUID = re.compile(r"[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
_DAY = re.compile(r"\d{4}-\d\d-\d\d(?:T(?P<hour>\d\d):\d\d(?::\d\d(?:\.\d+)?)?(?P<zone>Z|[+-]\d\d:\d\d)?)?")
_NO_DAY = "0001-01-01"
_COMMON = frozenset(("Id", "GewijzigdOp", "ApiGewijzigdOp", "Verwijderd", "ContentType", "ContentLength"))
READ = (
    "Zaak Besluit Stemming Persoon Fractie Commissie Activiteit Agendapunt Vergadering Toezegging Document "
    "Kamerstukdossier"
).split()
"""Kinds that a file may list; others are read where they hang from one of these."""

_LEAST_KNOWN = 3
"""Fields of its own by which an unnamed entity is known: two could be those of anything with a name and a kind."""


def _sniff(source: Source) -> bool:
    return source.uri.lower().endswith(".json") or _START.match(source.data[:4000]) is not None


def _read(source: Source) -> RecordFile:
    data, doubled = load_json(source)
    try:
        return _Reading(source, doubled).file(data)
    except RecursionError as error:
        raise refuse(source, "nested too deeply; not an answer of the OData service") from error


class _Reading:
    """One file under way."""

    def __init__(self, source: Source, doubled: Doubled) -> None:
        self.source = source
        self.notes = Notes(source)
        self.records: list[Record | None] = []
        for name in sorted(doubled):
            self.notes.issue("REGISTER-FIELD-DOUBLE", f"field '{name}' stands twice with different values; left out")

    def file(self, data: Any) -> RecordFile:
        context = data.get("@odata.context") if isinstance(data, dict) else None
        if isinstance(data, dict) and isinstance(data.get("error"), dict):
            raise refuse(self.source, "an error that the OData service gave instead of data; ask it again")
        top = []
        listed = list(_entities(data))
        if not listed:
            raise self._stranger("it lists no entities")
        kind = self._kind(context, [entity for entity, _ in listed])
        for entity, path in listed:
            if isinstance(entity, dict):
                top.append(self._entity(kind, entity, path))
            else:
                self.notes.issue("REGISTER-FIELD-TYPE", f"{path} is no entity; left out")
        records = tuple(record for record in self.records if record is not None)
        issues, unknown = self.notes.all_issues(), self.notes.counts()
        return RecordFile("odata", "application/json", records, tuple(top), issues, unknown)

    def _kind(self, context: object, listed: list[Any]) -> str:
        """The kind of the listed entities: as the file says, else by their fields."""
        said = _CONTEXT.search(context) if isinstance(context, str) else None
        types = {str(e["@odata.type"]).rpartition(".")[2] for e in listed if isinstance(e, dict) and "@odata.type" in e}
        named = said["kind"] if said else next(iter(types)) if len(types) == 1 else ""
        if named:
            if named in READ:
                return named
            raise refuse(self.source, f"OData entities of the kind {named}, which aren't read; known: {' '.join(READ)}")
        keys = {key for e in listed if isinstance(e, dict) for key in e if "@" not in key}
        own = keys - _COMMON
        scores = sorted(((len(own & set(odata_columns()[kind])), kind) for kind in READ), reverse=True)
        best, kind = scores[0]
        if "Id" not in keys or best < _LEAST_KNOWN or best == scores[1][0] or best * 2 < len(own):
            raise self._stranger("its fields are those of no kind that is read")
        return kind

    def _stranger(self, why: str) -> ReadError:
        return refuse(
            self.source,
            f"JSON, but no answer of the Tweede Kamer's OData service ({why}); give a file as that service gives it",
        )

    def _entity(self, kind: str, entity: dict[str, Any], path: str) -> int:
        """Adds the record of an entity and those that hang from it; its place."""
        place = len(self.records)
        self.records.append(None)
        columns = odata_columns()[kind]
        fields: list[Field] = []
        links: list[Link] = []
        for name, value in entity.items():
            column = columns.get(name)
            if "@" in name or value is None:
                continue
            if column is None:
                self.notes.unknown(f"{kind}.{name}")
            elif column.type.startswith(">"):
                links += [Link(name, found) for found in self._related(column, value, f"{path}/{name}")]
            elif column.role:
                fields += self._field(kind, column, value, f"{path}/{name}")
        gone = next((f for f in fields if f.role == "deleted" and f.value == "true"), None)
        if gone is not None:
            fields, links = [f for f in fields if f.role in ("id", "identifier")], []
        record = Record(kind, "", path, tuple(f for f in fields if f.role != "deleted"), tuple(links), gone)
        key = record.value("id") or record.value("identifier")
        if not key:
            self.notes.issue(
                "REGISTER-RECORD-NAMELESS", f"the record at {path or '/'} gives no identifier; it is left out"
            )
        self.records[place] = Record(kind, key, path, record.fields, record.links, gone)
        return place

    def _related(self, column: Column, value: Any, path: str) -> Iterator[int]:
        if not column.role:
            return
        single = isinstance(value, dict)
        for number, entity in enumerate([value] if single else value if isinstance(value, list) else [None]):
            where = path if single else f"{path}/{number}"
            if isinstance(entity, dict):
                yield self._entity(column.type[1:], entity, where)
            else:
                self.notes.issue("REGISTER-FIELD-TYPE", f"{where} is no entity; left out")

    def _field(self, kind: str, column: Column, value: Any, path: str) -> Iterator[Field]:
        """The field with its value as text; nothing for an empty one, an issue for one of a wrong type."""
        text = value_as_text(column.type, value)
        if text is None:
            message = f"field '{kind}.{column.name}' should be a {column.type}; the value is left out"
            self.notes.issue("REGISTER-FIELD-TYPE", message)
        elif text.strip():
            yield Field(column.role, text, path, column.name)


def _entities(data: Any) -> Iterator[tuple[Any, str]]:
    """The entities that the file lists, each with its pointer."""
    if isinstance(data, list):
        yield from ((entity, f"/{number}") for number, entity in enumerate(data))
    elif isinstance(data, dict) and isinstance(data.get("value"), list):
        yield from ((entity, f"/value/{number}") for number, entity in enumerate(data["value"]))
    elif isinstance(data, dict):
        yield data, ""


def value_as_text(kind: str, value: Any) -> str | None:
    """The value of a column as text; None when it isn't of the column's type."""
    if kind == "flag":
        return str(value).lower() if isinstance(value, bool) else None
    if kind == "number":
        return str(value) if isinstance(value, int) and not isinstance(value, bool) else None
    if not isinstance(value, str):
        return None
    if kind == "guid":
        return value.lower() if _GUID.fullmatch(value) else None
    return _day(value) if kind == "day" else value


def _day(value: str) -> str | None:
    """A day as written. The service writes the time of Amsterdam; near midnight, UTC would be another day."""
    match = _DAY.fullmatch(value)
    if match is None or (match["zone"] == "Z" and (match["hour"] or "00") >= "22"):
        return None
    return "" if value.startswith(_NO_DAY) else value


register(RecordReader("odata", 20, _sniff, _read))
