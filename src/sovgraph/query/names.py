"""English names: of countries, from their register, and those that the program gives to letters, questions, turns, …,
from queries/names.tsv."""

import re
from functools import cache

from sovgraph.read.dates import MONTHS, english_month
from sovgraph.resources import folder, read_tsv

_HOLE = re.compile(r"\{(\d)\}")
_DAY = re.compile(rf"\b([1-3]?\d) ({'|'.join(MONTHS)}) (\d{{4}})\b")


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple(
        (re.compile("(.+?)".join(map(re.escape, _HOLE.split(row["nl"])[::2]))), row["en"])
        for row in read_tsv(folder("queries") / "names.tsv")
    )


@cache
def _countries(column: str) -> dict[str, str]:
    """English names by what the register of countries has in this column: the IRI, the Dutch name."""
    rows = read_tsv(folder("ontology") / "authority" / "countries.tsv")
    return {row[column]: row["english"] for row in rows if row["english"]}


def english_country(thing: str) -> str:
    """The name of a country by its IRI; "" for anything else."""
    return _countries("iri").get(thing, "")


def english_name(name: str) -> str:
    """ "letter of 3 March 2026" for "brief van 3 maart 2026"; what isn't in the table stays as it is."""
    for pattern, english in _patterns():
        if match := pattern.fullmatch(name):
            return english_days(english.format("", *(_countries("name").get(hole, hole) for hole in match.groups())))
    return name


def english_days(text: str) -> str:
    return _DAY.sub(lambda match: f"{match[1]} {english_month(match[2])} {match[3]}", text)
