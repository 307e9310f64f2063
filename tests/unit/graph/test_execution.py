"""Statements of the government on carrying out motions."""

from collections.abc import Callable

import pytest

Facts = dict[tuple[str, str], set[str]]


def statements(facts: Facts) -> list[str]:
    return sorted(s for (s, name), values in facts.items() if name == "type" and "ExecutionStatement" in values)


def test_a_quotation_in_a_question_is_the_governments(facts: Facts) -> None:
    quoted, answered = statements(facts)
    assert facts[quoted, "statementText"] == {"elk dorp inmiddels een volle fruitmand heeft gekregen."}
    assert facts[quoted, "statedBy"] == {"organisatie/nederlandse-regering"}
    assert facts[quoted, "source"] == {"kst/39111-AA"}
    assert facts[answered, "statedBy"] == {"post/minister-van-asiel-en-migratie"}
    assert facts["kst/36704-63", "executionStatement"] == {quoted, answered}
    assert facts[quoted, "about"] == facts[answered, "about"] == {"kst/36704-63"}


def test_a_sentence_that_only_names_a_motion_says_nothing_of_it(facts_in: Callable[[str], Facts]) -> None:
    assert statements(facts_in("Over bomen gaat de motie-Eerdmans (36 704, nr. 63) ook.")) == []
    done = facts_in("De motie-Eerdmans (36 704, nr. 63) is uitgevoerd.")
    (statement,) = statements(done)
    assert done[statement, "about"] == {"kst/36704-63"}


CLAIMS = [
    ("De motie-Eerdmans (36 704, nr. 63) is uitgevoerd.", "claim-executed"),
    ("Met deze brief geef ik uitvoering aan de motie-Eerdmans (36 704, nr. 63).", "claim-executed"),
    ("Hiermee beschouw ik de motie-Eerdmans (36 704, nr. 63) als afgedaan.", "claim-closed"),
    ("Het kabinet zal de motie-Eerdmans (36 704, nr. 63) niet uitvoeren.", "claim-refused"),
    ("De motie-Eerdmans (36 704, nr. 63) is nog niet uitgevoerd.", None),
    ("Aan de motie-Eerdmans (36 704, nr. 63) zal uitvoering worden gegeven.", None),
    ("De motie-Eerdmans (36 704, nr. 63) wordt uitgevoerd.", None),
]


@pytest.mark.parametrize(("words", "claim"), CLAIMS)
def test_adopted_executed_and_closed_are_three_things(
    words: str, claim: str | None, facts_in: Callable[[str], Facts]
) -> None:
    facts = facts_in(words)
    (statement,) = statements(facts)
    assert facts.get((statement, "executionClaim"), set()) == ({claim} if claim else set())
