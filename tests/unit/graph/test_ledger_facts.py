"""Facts that the ledger of letters and questions is made from: delays, answers in part, links between letters."""

from collections.abc import Callable

import pytest

from sovgraph.model import Paper

Facts = dict[tuple[str, str], set[str]]
FactsIn = Callable[[str], Facts]
COMMITTEE = (
    "BRIEF VAN DE VOORZITTER VAN DE VASTE COMMISSIE VOOR JUSTITIE EN VEILIGHEID\n\n"
    "Aan de minister van Asiel en Migratie\n\nDen Haag, "
)
MINISTER = (
    "BRIEF VAN DE MINISTER VAN ASIEL EN MIGRATIE\n\n"
    "Aan de Voorzitter van de Eerste Kamer der Staten-Generaal\n\nDen Haag, "
)
HEAD = "Eerste Kamer der Staten-Generaal\n\nVergaderjaar 2025-2026\n\n39 112\n\nFruit\n\nC\n\n"
REPORT = HEAD + "VERSLAG VAN EEN SCHRIFTELIJK OVERLEG\n\nVastgesteld 4 maart 2026\n\n"
SIGNED = "\n\nP. Perelaar\nVoorzitter van de vaste commissie voor Justitie en Veiligheid\n\n"


def delay(words: str) -> str:
    return HEAD + MINISTER + "3 februari 2026\n\n" + words + "\n"


@pytest.mark.parametrize(
    ("words", "term", "until"),
    [
        ("Ik streef ernaar de vragen binnen drie weken te beantwoorden.", "binnen drie weken", "2026-02-24"),
        ("U ontvangt de antwoorden uiterlijk 1 maart 2026.", "uiterlijk 1 maart 2026", "2026-03-01"),
        ("U ontvangt de antwoorden voor 1 maart 2026.", "voor 1 maart 2026", "2026-02-28"),
    ],
)
def test_a_delay_has_its_new_term(facts_in: FactsIn, words: str, term: str, until: str) -> None:
    facts = facts_in(delay("De vragen kunnen niet binnen de gestelde termijn worden beantwoord. " + words))
    assert facts["brief/39112-C-l1", "delayTerm"] == {term}
    assert facts["brief/39112-C-l1", "delayedUntil"] == {until}


def test_a_delay_without_a_day_has_none(facts_in: FactsIn) -> None:
    facts = facts_in(
        delay("De vragen kunnen niet binnen de gebruikelijke termijn worden beantwoord, omdat fruit rijpt.")
    )
    assert facts["brief/39112-C-l1", "delayTerm"] == {"niet binnen de gebruikelijke termijn"}
    assert facts["brief/39112-C-l1", "delayReason"] == {"fruit rijpt"}
    assert ("brief/39112-C-l1", "delayedUntil") not in facts


def test_the_term_that_is_missed_is_no_new_one(facts_in: FactsIn) -> None:
    facts = facts_in(delay("Het lukt niet uw vragen binnen vier weken te beantwoorden; er is meer tijd nodig."))
    assert ("brief/39112-C-l1", "delayedUntil") not in facts


def test_a_delay_names_a_letter_outside_the_paper(facts_in: FactsIn) -> None:
    facts = facts_in(
        delay(
            "De vragen uit uw brief van 5 januari 2026 met kenmerk 171002 kan ik niet binnen de gestelde termijn"
            " beantwoorden."
        )
    )
    assert facts["brief/39112-C-l1", "inReplyTo"] == {"brief/ek-171002"}


def test_a_reminder_names_a_letter_in_a_sentence(facts_in: FactsIn) -> None:
    facts = facts_in(
        REPORT + COMMITTEE + "3 februari 2026\n\nDe commissie heeft nog geen antwoord ontvangen op haar brief van"
        " 5 januari 2026 (kenmerk: 171002) over peren." + SIGNED
    )
    assert facts["brief/39112-C-l1", "reminds"] == {"brief/ek-171002"}


def test_a_letter_replaces_another(facts_in: FactsIn) -> None:
    facts = facts_in(
        HEAD + MINISTER + "3 februari 2026\n\nDeze brief vervangt mijn brief van 5 januari 2026 (kenmerk: 171002).\n"
    )
    assert facts["brief/39112-C-l1", "replaces"] == {"brief/ek-171002"}


def test_what_replaces_something_else_replaces_no_letter(facts_in: FactsIn) -> None:
    facts = facts_in(
        HEAD + MINISTER + "3 februari 2026\n\nDe regeling vervangt de brief van 5 januari 2026 (kenmerk: 171002).\n"
    )
    assert ("brief/39112-C-l1", "replaces") not in facts


def test_questions_are_withdrawn_by_number(facts_in: FactsIn) -> None:
    facts = facts_in(
        REPORT + COMMITTEE + "3 februari 2026\n\nDe leden van de fractie van de PVV trekken vragen 2 en 3 uit de brief"
        " van 5 januari 2026 (kenmerk: 171002) in." + SIGNED
    )
    assert facts["brief/39112-C-l1", "withdraws"] == {"brief/ek-171002/vraag/2", "brief/ek-171002/vraag/3"}


def test_a_letter_is_sent_on_to_another_post(facts_in: FactsIn) -> None:
    facts = facts_in(
        HEAD + MINISTER + "3 februari 2026\n\nUw brief van 5 januari 2026 met kenmerk 171002 heb ik doorgezonden aan de"
        " minister van Justitie en Veiligheid.\n"
    )
    assert facts["brief/ek-171002", "passedTo"] == {"post/minister-van-justitie-en-veiligheid"}


def asked(questions: str, answers: str, said: str = "Hierbij zend ik u de antwoorden.") -> str:
    return (
        REPORT + COMMITTEE + "5 januari 2026\n\n" + questions + SIGNED + MINISTER + "3 februari 2026\n\n" + said
        + "\n\nDe Minister van Asiel en Migratie,\n\nBart van den Brink\n\n" + answers
    )  # fmt: skip


QUESTIONS = (
    "De leden van de fractie van de PVV hebben vragen.{join}\n\n1. Hoe rijp zijn de peren?\n"
    "2. Hoe zoet zijn de appels?\n3. Hoe duur is de opslag?"
)


def test_an_answer_in_part_tells_what_it_leaves_open(facts_in: FactsIn) -> None:
    facts = facts_in(
        asked(
            QUESTIONS.format(join=""),
            "1. Hoe rijp zijn de peren?\n\nZij zijn rijp.\n",
            "Hierbij zend ik u een deel van de antwoorden op uw vragen. De antwoorden op de vragen 2 en 3 volgen"
            " later.",
        )
    )
    assert facts["brief/39112-C-l2", "answersPartly"] == {"brief/39112-C-l1"}
    assert facts["brief/39112-C-l2", "leavesOpen"] == {"brief/39112-C-l1/vraag/2", "brief/39112-C-l1/vraag/3"}


@pytest.mark.parametrize(
    ("answer", "status"),
    [
        ("Vier.", "answer-given"),
        ("Deze vraag wordt in een aparte brief beantwoord.", "answer-deferred"),
        ("De beantwoording doet u toekomen mijn ambtgenoot, de minister van Financiën.", "answer-refers"),
        ("Zie het antwoord op vraag 1.", "answer-refers"),
        ("Ik heb de vragen afzonderlijk beantwoord.", "answer-given"),
        ("De Rekenkamer informeert u later over het antwoord.", "answer-deferred"),
        ("Ja, zie ook het antwoord op vraag 1.", "answer-given"),
    ],
)
def test_what_kind_of_answer_it_is(facts_in: FactsIn, answer: str, status: str) -> None:
    facts = facts_in(
        asked(
            QUESTIONS.format(join=""),
            f"1. Hoe rijp zijn de peren?\n\nRijp.\n\n2. Hoe zoet zijn de appels?\n\n{answer}\n",
        )
    )
    (found,) = facts["brief/39112-C-l1/antwoord/2", "answerStatus"]
    assert found.endswith(status)


def test_an_answer_may_stand_at_another_question(facts_in: FactsIn) -> None:
    facts = facts_in(
        asked(
            QUESTIONS.format(join=""),
            "1. Hoe rijp zijn de peren?\n\nRijp.\n\n2. Hoe zoet zijn de appels?\n\nZie het antwoord op vraag 1.\n",
        )
    )
    assert facts["brief/39112-C-l1/antwoord/2", "refersInsteadTo"] == {"brief/39112-C-l1/antwoord/1"}


@pytest.mark.parametrize(
    ("join", "numbers"),
    [
        (" De leden van de fractie van de SGP sluiten zich bij deze vragen aan.", "123"),
        (" De leden van de fractie van de SGP sluiten zich aan bij vraag 2.", "2"),
        (
            " De leden van de fractie van de SGP sluiten zich aan bij de vraag van de fractie van de PVV over opslag.",
            "3",
        ),
        (" De leden van de fractie van de SGP sluiten zich aan bij de vragen gesteld door de leden van de PVV.", "123"),
        (" De leden van de fractie van de SGP sluiten zich aan bij de vraag van de fractie van de PVV.", ""),
        (" De leden van de fractie van de SGP sluiten zich bij deze vraag aan.", ""),
        (" De leden van de fractie van de SGP sluiten zich niet aan bij deze vragen.", ""),
        (" De leden van de fractie van de SGP sluiten zich aan bij deze woorden.", ""),
    ],
)
def test_a_party_joins_the_questions_that_the_words_cover(facts_in: FactsIn, join: str, numbers: str) -> None:
    facts = facts_in(asked(QUESTIONS.format(join=join), "1. Hoe rijp zijn de peren?\n\nRijp.\n"))
    joined = {s[-1] for (s, name), values in facts.items() if name == "joinedByParty" and values == {"fractie/sgp"}}
    assert joined == set(numbers)


def test_a_question_is_asked_again_only_where_the_earlier_one_is_named(facts_in: FactsIn) -> None:
    earlier = "uit de brief van 5 mei 2025 (kenmerk: 171002)"
    facts = facts_in(
        asked(
            f"De leden van de fractie van de PVV hebben vragen.\n\n1. Deze leden stellen opnieuw vraag 3 {earlier}: hoe"
            f" rijp zijn de peren?\n2. Naar aanleiding van het antwoord op vraag 1 {earlier} vragen zij: hoe zoet?\n"
            "3. Zij vragen nogmaals hoe duur de opslag is. Kan de regering dat zeggen?",
            "1. Deze leden stellen opnieuw vraag 3?\n\nRijp.\n",
        )
    )
    letter = "brief/39112-C-l1/vraag/"
    assert facts[letter + "1", "asksAgain"] == {"brief/ek-171002/vraag/3"}
    assert facts[letter + "2", "followsUp"] == {"brief/ek-171002/antwoord/1"}
    assert (letter + "3", "asksAgain") not in facts


def test_a_reminder_lists_a_letter_by_its_date(facts_in: FactsIn) -> None:
    facts = facts_in(
        REPORT + COMMITTEE + "3 februari 2026\n\nDe commissie wacht nog op antwoord op deze brieven:\n\n"
        "- Brief van 5 januari 2026 betreffende peren (kenmerk: 171002).\n"
        "- Brief van 6 januari 2026 betreffende appels." + SIGNED
    )
    reminded = facts["brief/39112-C-l1", "reminds"]
    assert len(reminded) == 2
    (dated,) = reminded - {"brief/ek-171002"}
    assert facts[dated, "date_document"] == {"2026-01-06"}


def test_a_label_may_name_who_asks(facts_in: FactsIn) -> None:
    facts = facts_in(
        REPORT + "1. Vraag van de leden van de D66-fractie: hoe rijp zijn de peren?\n\nAntwoord: rijp.\n\n"
        "2. Vraag van de leden van de VVD-fractie: hoe zoet zijn de appels?\n\nAntwoord: zoet.\n"
    )
    assert facts["kst/39112-C/vraag/2", "askedByParty"] == {"fractie/vvd"}
    assert facts["kst/39112-C/antwoord/2", "answerText"] == {"zoet."}


@pytest.mark.parametrize(
    "question",
    [
        "Is de boeren opnieuw de vraag uit de brief van 5 mei 2025 (kenmerk: 171002) gesteld?",
        "Klopt het dat de vragen uit de brief van 5 mei 2025 (kenmerk: 171002) niet zijn beantwoord?",
    ],
)
def test_a_question_about_asking_is_not_asked_again(facts_in: FactsIn, question: str) -> None:
    facts = facts_in(
        asked(f"De leden van de fractie van de PVV hebben een vraag.\n\n1. {question}", f"1. {question}\n\nJa.\n")
    )
    assert ("brief/39112-C-l1/vraag/1", "askedByParty") in facts
    assert ("brief/39112-C-l1/vraag/1", "asksAgain") not in facts


def test_joins_that_are_unclear_are_told(read: Callable[[str], Paper]) -> None:
    join = " De leden van de fractie van de SGP sluiten zich bij deze vraag aan."
    paper = read(asked(QUESTIONS.format(join=join), "1. Hoe rijp zijn de peren?\n\nRijp.\n"))
    assert "JOIN-UNCLEAR" in {issue.code for issue in paper.issues}
