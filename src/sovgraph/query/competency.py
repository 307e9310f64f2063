"""The questions that the store must be able to answer, in words of our own; the data is beside the queries."""

from dataclasses import dataclass
from pathlib import Path

from sovgraph.errors import ResourceError
from sovgraph.query.model import COMPETENCY_QUESTIONS
from sovgraph.resources import read_tsv


@dataclass(frozen=True, slots=True)
class CompetencyQuestion:
    number: int
    nl: str
    en: str


def load_questions(path: Path) -> tuple[CompetencyQuestion, ...]:
    """All questions in order of number. Raises ResourceError when one is missing, twice there or without words."""
    rows = list(read_tsv(path))
    if [row["number"] for row in rows] != [str(number) for number in range(1, COMPETENCY_QUESTIONS + 1)]:
        raise ResourceError(f"{path}: expected one row for each number from 1 to {COMPETENCY_QUESTIONS}, in order")
    for row in rows:
        if not row["nl"] or not row["en"]:
            raise ResourceError(f"{path}: question {row['number']} has no words in nl or en; fill both columns")
    return tuple(CompetencyQuestion(int(row["number"]), row["nl"], row["en"]) for row in rows)
