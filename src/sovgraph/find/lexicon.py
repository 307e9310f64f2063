"""Word lists of ontology/lexicon/: nouns and names that finders look for, kept as data."""

from dataclasses import dataclass
from functools import cache

from sovgraph.resources import folder, read_tsv


@dataclass(frozen=True, slots=True)
class MeasureNoun:
    """A kind of measure. `key` begins its ids, `label` and `preposition` make its label."""

    key: str
    kind: str
    label: str
    preposition: str
    nouns: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Council:
    """A configuration of the Council, or another meeting at its level. `body`: its code as an EU body."""

    key: str
    configuration: str
    body: str
    variants: tuple[str, ...]


def _rows(name: str) -> list[dict[str, str]]:
    return read_tsv(folder("ontology") / "lexicon" / f"{name}.tsv")


@cache
def measure_nouns() -> tuple[MeasureNoun, ...]:
    return tuple(
        MeasureNoun(r["key"], r["kind"], r["label"], r["preposition"], tuple(r["nouns"].split("|")))
        for r in _rows("measures")
    )


@cache
def measure_by_key() -> dict[str, MeasureNoun]:
    return {noun.key: noun for noun in measure_nouns()}


@cache
def foreign_names() -> tuple[str, ...]:
    """Full names, and the surnames that mean one person by themselves."""
    return tuple(sorted({name for row in _rows("foreign_names") for name in (row["name"], row["alone"]) if name}))


@cache
def councils() -> tuple[Council, ...]:
    return tuple(
        Council(r["key"], r["configuration"], r["body"], tuple(r["variants"].split("|"))) for r in _rows("councils")
    )
