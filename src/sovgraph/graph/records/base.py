"""What a maker of register facts sees: a record among the records of its file, the joins, and the graph it fills."""

import re
from collections.abc import Callable, Iterator
from functools import cache

from sovgraph import vocab as v
from sovgraph.graph.records.joins import Joins, PersonLink, iso_day, read_name
from sovgraph.graph.records.writer import RegisterGraph
from sovgraph.model import Iri, Issue, Literal, Node, Severity
from sovgraph.record import Field, Record, RecordFile
from sovgraph.registry import Registry
from sovgraph.resources import folder, read_tsv

SURE, BY_NAME = 100, 95
"""How sure a fact is: read off the register, or with a person found by name."""


class RecordContext:
    """One register file under way."""

    def __init__(self, file: RecordFile, graph: RegisterGraph, joins: Joins, source: str) -> None:
        self.file = file
        self.graph = graph
        self.joins = joins
        self.ids = joins.ids
        self.source = source
        self.issues: list[Issue] = list(file.issues)
        self._told: set[str] = set()

    def linked(self, record: Record, *names: str) -> Iterator[Record]:
        """The records that a record leads to by one of these relations."""
        return (self.file.records[link.place] for link in record.links if link.name in names)

    def rule(self, record: Record) -> str:
        return f"register.{record.kind.lower()}/1"

    def say(self, record: Record, subject: str, predicate: str, field: Field | None, node: Node | str | None) -> None:
        """A fact read off a field; nothing when the field or the value is missing. A str value is an IRI."""
        if field is not None and node is not None:
            value = Iri(node) if isinstance(node, str) else node
            self.graph.fact(subject, predicate, value, field, self.rule(record))

    def text(self, record: Record, subject: str, predicate: str, role: str, lang: str | None = None) -> None:
        field = record.field(role)
        value = " ".join(field.value.split()) if field else ""
        self.say(record, subject, predicate, field, Literal(value, lang=lang) if value else None)

    def day(self, record: Record, subject: str, predicate: str, role: str) -> None:
        field = record.field(role)
        found = iso_day(field.value) if field else None
        if field is not None and found is None:
            self.doubt(
                "REGISTER-FIELD-TYPE", f"field '{record.kind}.{field.name}' should be a day; the value is left out"
            )
        self.say(record, subject, predicate, field, Literal(found.isoformat(), v.XSD_date) if found else None)

    def number(self, record: Record, subject: str, predicate: str, role: str) -> None:
        field = record.field(role)
        fits = field is not None and re.fullmatch(r"\d{1,9}", field.value)
        self.say(
            record, subject, predicate, field, Literal(str(int(field.value)), v.XSD_integer) if field and fits else None
        )

    def flag(self, record: Record, subject: str, predicate: str, role: str) -> None:
        field = record.field(role)
        self.say(record, subject, predicate, field, Literal(field.value, v.XSD_boolean) if field else None)

    def doubt(self, code: str, message: str) -> None:
        """An issue, told once a file."""
        if message not in self._told:
            self._told.add(message)
            self.issues.append(Issue(code, Severity.INFO, self.source, message))

    def person(self, record: Record, found: PersonLink, name: Field, guid: Field | None = None) -> str | None:
        """The IRI of a person, with what is needed to show one whom the register of persons lacks."""
        if found.why:
            self.doubt("REGISTER-PERSON-UNLINKED", f"person '{name.value}': {found.why}")
        if found.iri is not None and found.known is None:
            self.say(record, found.iri, v.RDF_type, name, v.FOAF_Person)
            self.say(record, found.iri, v.RDFS_label, name, Literal(" ".join(name.value.split())))
            self.say(record, found.iri, v.FOAF_familyName, name, Literal(read_name(name.value).surname))
            self.say(record, found.iri, v.registerId, guid, Literal(guid.value) if guid else None)
        return found.iri

    def party(self, record: Record, field: Field, *more: str) -> str:
        """The IRI of a party, with what is needed to show one that the register of parties lacks."""
        iri, known = self.joins.party(field.value, *more)
        if not known:
            self.doubt("REGISTER-PARTY-UNLINKED", f"party '{field.value}': no party of that name in the register")
            self.say(record, iri, v.RDF_type, field, v.Fractie)
            self.say(record, iri, v.RDFS_label, field, Literal(" ".join(field.value.split())))
        return iri


RecordFunction = Callable[[RecordContext, Record], None]
RECORD_MAKERS: Registry[RecordFunction] = Registry("maker of register facts")


def records(kind: str) -> Callable[[RecordFunction], RecordFunction]:
    """Register what makes the facts of one kind of record."""
    return RECORD_MAKERS.add(kind)


@cache
def _kinds() -> dict[str, tuple[str, bool]]:
    rows = read_tsv(folder("ontology") / "lexicon" / "register_kinds.tsv")
    return {row["word"]: (row["genre"], row["exact"] == "yes") for row in rows}


def genre_of_word(word: str) -> tuple[str, bool] | None:
    """Our genre for a register's word, and whether the word says as much; "Gewijzigde motie" is a motion."""
    plain = re.sub(r"^(?:(?:nader|gewijzigde?|vervangend|aangehouden)\s+)+", "", " ".join(word.lower().split()))
    return _kinds().get(plain)


def common(ctx: RecordContext, record: Record, subject: str) -> None:
    """The key of the register, and that the thing is gone, if it is."""
    ctx.text(record, subject, v.registerId, "id")
    if record.deleted is not None:
        ctx.say(record, subject, v.deletedInRegister, record.deleted, Literal("true", v.XSD_boolean))
        shown = f"{record.kind.lower()} {record.value('identifier') or record.key}"
        ctx.say(record, subject, v.RDFS_label, record.field("id") or record.deleted, Literal(shown, lang="nl"))
