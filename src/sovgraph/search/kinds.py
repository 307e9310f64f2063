"""The kinds of things that search knows, read from `kinds.tsv`."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from sovgraph.resources import read_tsv

HERE = Path(__file__).resolve().parent


@dataclass(frozen=True, slots=True)
class Kind:
    """`rank`: a thing of several classes is of the lowest. `text`: the property that holds its words, if any."""

    name: str
    rank: int
    weight: float
    text: str
    nl: str
    en: str


@cache
def kinds() -> dict[str, Kind]:
    """Kinds by class IRI, the first first."""
    return {
        row["class"]: Kind(row["kind"], rank, float(row["weight"]), row["text"], row["nl"], row["en"])
        for rank, row in enumerate(read_tsv(HERE / "kinds.tsv"))
    }


@cache
def kind_names() -> tuple[str, ...]:
    """The names of the kinds, each once, in order."""
    return tuple(dict.fromkeys(kind.name for kind in kinds().values()))


def kind_word(name: str, lang: str) -> str:
    """What people call a kind; the name itself when it isn't known. A suggestion may be of the kind "word"."""
    if name == "word" and lang == "nl":
        return "woord"
    for kind in kinds().values():
        if kind.name == name:
            return kind.en if lang == "en" else kind.nl
    return name


@cache
def stopwords() -> frozenset[str]:
    """Words that say nothing of a text; they are left out of a question that has others."""
    lines = (HERE / "stopwords.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())
