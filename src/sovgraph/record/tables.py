"""The tables that say what a field of a register means, from ontology/lexicon/."""

from dataclasses import dataclass
from functools import cache

from sovgraph.resources import folder, read_tsv


@dataclass(frozen=True, slots=True)
class Column:
    """A field of an entity. `type`: text, number, flag, day, guid, or ">Kind" for a relation. `role` may be empty."""

    name: str
    type: str
    role: str


@cache
def odata_columns() -> dict[str, dict[str, Column]]:
    """Entity kind → its fields by name."""
    found: dict[str, dict[str, Column]] = {}
    for row in read_tsv(folder("ontology") / "lexicon" / "odata_fields.tsv"):
        found.setdefault(row["entity"], {})[row["field"]] = Column(row["field"], row["type"], row["role"])
    return found


@cache
def _publication_roles() -> dict[tuple[str, str], str]:
    rows = read_tsv(folder("ontology") / "lexicon" / "publication_fields.tsv")
    return {(row["name"], row["scheme"]): row["role"] for row in rows}


def publication_role(name: str, scheme: str) -> str | None:
    """The role of a metadata name ("OVERHEIDop.indiener", "indiener"); None when the name isn't known."""
    local = name.rpartition(".")[2].lower()
    roles = _publication_roles()
    return roles.get((local, scheme), roles.get((local, "*")))
