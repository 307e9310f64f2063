"""The same paper in other clothes gives the same facts."""

import csv
from pathlib import Path

import pytest
from tests.examples import printed_papers
from tests.formats.compare import Fact, agreement
from tests.formats.formats import WRITERS, cases, compare

from sovgraph.pipeline import Environment, load_environment
from sovgraph.settings import Settings

LEAST = 0.99
SUITS = {"xml": "kst-"}
"""How the names begin of the examples that a format suits, where it isn't all of them."""


def allowed(form: str) -> list[tuple[str, str]]:
    """Paper and part of the fact of each difference that has a reason."""
    with (Path(__file__).parent / "allowed.tsv").open(encoding="utf-8") as table:
        return [(row["paper"], row["fact"]) for row in csv.DictReader(table, delimiter="\t") if row["format"] == form]


@pytest.fixture(scope="module")
def env() -> Environment:
    return load_environment(Settings())


@pytest.mark.parametrize("form", sorted(WRITERS))
def test_every_format_gives_the_facts_of_the_original(form: str, env: Environment) -> None:
    rows = allowed(form)
    used: set[tuple[str, str]] = set()
    differ: list[tuple[str, Fact]] = []
    both = total = seen = 0
    for case in cases(form):
        found = compare(case, env)
        seen += 1
        both, total = both + found.both, total + found.both + len(found.lost) + len(found.added)
        for fact in sorted(found.lost | found.added):
            reasons = {row for row in rows if row[0] == case.path.stem and any(row[1] in part for part in fact)}
            used |= reasons
            if not reasons:
                differ.append((case.name, fact))
    assert seen == len([path for path in printed_papers() if path.name.startswith(SUITS.get(form, ""))]) >= 12
    assert not differ, differ[:10]
    assert both / total >= LEAST
    assert used == set(rows), "a row of allowed.tsv isn't needed any more"


def test_agreement_counts_what_is_lost_and_added() -> None:
    found = agreement({("a", "b", "c"), ("d", "e", "f")}, {("a", "b", "c"), ("x", "y", "z"), ("u", "v", "w")})
    assert (found.both, len(found.lost), len(found.added), found.share) == (1, 1, 2, 0.25)
