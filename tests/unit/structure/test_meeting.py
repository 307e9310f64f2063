"""Turns, items, motions moved, votes and decisions in imitated ("nagebootst") reports of meetings."""

import time
from collections.abc import Callable

import pytest

from sovgraph.model import Capacity, Document, Genre, Method, Outcome, Span
from sovgraph.read import make_source
from sovgraph.structure import structure_document

Read = Callable[[str], Document]
Words = Callable[[Document, Span | None], str | None]

HEAD = "De voorzitter:\nWij beginnen.\n\nDe voorzitter:\nStilte.\n\nDe voorzitter:\nGoed.\n\n"
LISTED = "Document: Besluitenlijst van de procedurevergadering van woensdag 5 maart 2031\n\n"

SPEAKERS = [
    ("De heer Van der Bes (CDA):", Capacity.MEMBER, "Van der Bes", "CDA", "m"),
    ("Mevrouw Kers-van den Hoop (50PLUS/Kers):", Capacity.MEMBER, "Kers-van den Hoop", "50PLUS/Kers", "f"),
    ("De heer Jan de Bes (GroenLinks-PvdA):", Capacity.MEMBER, "Jan de Bes", "GroenLinks-PvdA", "m"),
    ("Mevrouw A.B. Kers (Fractie-Kers):", Capacity.MEMBER, "A.B. Kers", "Fractie-Kers", "f"),
    ("De heer Van 't Hof (Partij voor de Peren):", Capacity.MEMBER, "Van 't Hof", "Partij voor de Peren", "m"),
    ("De heer Van\nden Bes (CDA):", Capacity.MEMBER, "Van den Bes", "CDA", "m"),
    ("De heer Bes (CDA):", Capacity.MEMBER, "Bes", "CDA", "m"),
    ("Kamerlid Kers (PvdD):", Capacity.MEMBER, "Kers", "PvdD", ""),
    ("Minister Van Bes:", Capacity.GOVERNMENT, "Van Bes", None, ""),
    ("Staatssecretaris De Bes-Kers:", Capacity.GOVERNMENT, "De Bes-Kers", None, ""),
    ("Minister-president Bes:", Capacity.GOVERNMENT, "Bes", None, ""),
    ("De heer Öz El Çelik (D66) :", Capacity.MEMBER, "Öz El Çelik", "D66", "m"),
    ("Mevrouw Bes:", Capacity.OTHER, "Bes", None, "f"),
    ("De fungerend voorzitter:", Capacity.CHAIR, None, None, ""),
]


@pytest.mark.parametrize(("line", "capacity", "name", "party", "gender"), SPEAKERS)
def test_a_speaker_line_is_read(
    line: str, capacity: Capacity, name: str | None, party: str | None, gender: str, document: Read, words: Words
) -> None:
    doc = document(f"{HEAD}{line}\nDank u wel.\n\nDe voorzitter:\nGraag.\n")
    turn = doc.turns[3]
    got = (turn.capacity, words(doc, turn.name), words(doc, turn.party), turn.gender, words(doc, turn.words))
    assert got == (capacity, name, party, gender, "Dank u wel.")


NO_SPEAKERS = [
    "De heer Bes van de SGP sprak over dit plan: het is klaar.",
    "Ik zei tegen mevrouw Bes: doe dat.",
    "Volgens het rapport van minister Bes: geen.",
    "Hij schreef aan de heer Bes (CDA) over peren.",
    "Om 10.30 uur: pauze.",
]


@pytest.mark.parametrize("sentence", NO_SPEAKERS)
def test_other_colons_begin_no_turn(sentence: str, document: Read) -> None:
    assert len(document(f"{HEAD}{sentence}\n").turns) == 3


def test_turns_are_found_in_text_without_line_ends(document: Read, words: Words) -> None:
    text = (
        "3 Peren Peren Aan de orde is het debat Peren. De voorzitter: Het woord is aan de heer Bes. De heer Bes (CDA): "
        "Peren zijn rijp.Minister Kers:Dat klopt. De voorzitter: Mooi. De heer Bes (CDA): Dank.De "
        "voorzitter: Tot ziens. "
        "De beraadslaging wordt gesloten."
    )
    doc = document(text)
    assert [words(doc, t.words) for t in doc.turns] == [
        "Het woord is aan de heer Bes.", "Peren zijn rijp.", "Dat klopt.", "Mooi.", "Dank.", "Tot ziens.",
    ]  # fmt: skip
    item = doc.items[0]
    assert (words(doc, item.number), words(doc, item.title)) == ("3", "Peren")


def test_the_chair_is_who_was_named_last(document: Read, words: Words) -> None:
    doc = document(f"Voorzitter: Bes\n\n{HEAD}Voorzitter: mevrouw Kers\n\nDe voorzitter:\nIk neem het over.\n")
    assert [words(doc, t.name) for t in doc.turns] == ["Bes", "Bes", "Bes", "Kers"]
    assert words(doc, doc.turns[2].words) == "Goed."


def test_an_interruption_breaks_into_the_one_with_the_floor(document: Read) -> None:
    doc = document(
        f"{HEAD}De voorzitter:\nHet woord is aan de heer Bes.\n\nDe heer Bes (CDA):\nPeren.\n\nMevrouw Kers "
        f"(D66):\nWaarom?"
        "\n\nDe heer Bes (CDA):\nDaarom.\n\nDe voorzitter:\nMevrouw Kers, kort.\n\nMevrouw Kers (D66):\nToch?\n"
    )
    assert [t.interrupts for t in doc.turns] == [None, None, None, None, None, 5, None, None, None]


def test_who_speaks_unnamed_behind_the_chair_may_have_the_floor(document: Read) -> None:
    doc = document(
        f"{HEAD}De voorzitter:\nHet woord is aan de heer Bes.\n\nDe heer Bes (CDA):\nPeren.\n\nDe voorzitter:\nDank u."
        "\n\nMevrouw Kers (D66):\nAppels.\n\nDe heer Hof (SP):\nWaarom?\n"
    )
    assert all(t.interrupts is None for t in doc.turns)


MOTION = (
    "De Kamer,\n\ngehoord de beraadslaging,\n\nverzoekt de regering peren te planten,\n\nen gaat over "
    "tot de orde van de dag."
)


def test_a_motion_is_moved_with_its_number(document: Read, words: Words) -> None:
    doc = document(
        f"Tweede Kamer der Staten-Generaal\nVergaderjaar 2030-2031\n\n{HEAD}De heer Bes (CDA):\nEén "
        f"motie.\n\nMotie\n\n{MOTION}\n\n"
        "De voorzitter:\nDeze motie is voorgesteld door de leden Bes, Kers en Van der Hof c.s. Naar mij "
        "blijkt, wordt de "
        "indiening ervan voldoende ondersteund.\n\nZij krijgt nr. 26, was nr. 19 (39500-VI).\n"
    )
    [moved] = doc.moved
    assert [words(doc, m) for m in moved.movers] == ["Bes", "Kers", "Van der Hof"]
    assert (moved.paper, moved.former, moved.turn, moved.more) == ("kst-39500-VI-26", "kst-39500-VI-19", 4, True)
    assert words(doc, moved.text) == " ".join(MOTION.split())
    assert moved.supported is not None


def test_a_motion_whose_first_words_are_glued_is_its_movers(document: Read, words: Words) -> None:
    glued = MOTION.replace("Kamer,\n\n", "Kamer,")
    doc = document(
        f"{HEAD}De heer Bes (CDA):\nEén motie.\n\nMotie\n\n{glued}\n\n"
        "De voorzitter:\nDeze motie is voorgesteld door het lid Bes. Zij krijgt nr. 26 (39500-VI).\n"
    )
    [moved] = doc.moved
    assert (words(doc, moved.text) or "").startswith("De Kamer,gehoord")
    assert [t.capacity for t in doc.turns if t.number == moved.turn] == [Capacity.MEMBER]


def test_a_changed_motion_keeps_its_former_number(document: Read) -> None:
    doc = document(
        f"{HEAD}De voorzitter:\nDe motie-Bes c.s. (39 500, nr. 4) is in die zin gewijzigd dat zij thans "
        f"luidt:\n\nMotie\n\n{MOTION}"
        "\n\nZij krijgt nr. 7, was nr. 4 (39 500).\n"
    )
    [moved] = doc.moved
    assert (moved.paper, moved.former, moved.turn, moved.more) == ("kst-39500-7", "kst-39500-4", 4, True)


VOTES = [
    (
        "Ik constateer dat de leden van de fracties van de SP, GroenLinks en de Partij voor de Dieren voor "
        "deze motie hebben "
        "gestemd en de leden van de overige fracties ertegen, zodat zij is verworpen.",
        (Outcome.REJECTED, Method.BY_PARTY, ["SP", "GroenLinks", "Partij voor de Dieren"], [], "against", None),
    ),
    (
        "Ik constateer dat de leden van de fracties van het CDA en D66 voor deze motie hebben gestemd en "
        "de leden van de fractie "
        "van de SP ertegen, zodat zij is aangenomen.",
        (Outcome.ADOPTED, Method.BY_PARTY, ["CDA", "D66"], ["SP"], "", None),
    ),
    (
        "Ik constateer dat de leden van de fractie van 50PLUS tegen deze motie hebben gestemd en de leden "
        "van de overige fracties "
        "ervoor, zodat zij is aangenomen.",
        (Outcome.ADOPTED, Method.BY_PARTY, [], ["50PLUS"], "for", None),
    ),
    (
        "Ik constateer dat deze motie met algemene stemmen is aangenomen.",
        (Outcome.ADOPTED, Method.UNANIMOUS, [], [], "", None),
    ),
    (
        "Vóór stemmen de leden: Bes, Kers en Van der Hof.\n\nTegen stemmen de leden: De Wit en Blok.\n\nDe "
        "voorzitter:\n"
        "Ik constateer dat deze motie met 3 tegen 2 stemmen is aangenomen.",
        (Outcome.ADOPTED, Method.BY_NAME, ["Bes", "Kers", "Van der Hof"], ["De Wit", "Blok"], "", (3, 2)),
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    ("stated", "expected"), VOTES, ids=["rest against", "both named", "rest for", "all", "by name"]
)
def test_a_vote_tells_outcome_and_sides(
    stated: str,
    expected: tuple[Outcome, Method, list[str], list[str], str, tuple[int, int] | None],
    document: Read,
    words: Words,
) -> None:
    doc = document(
        f"{HEAD}In stemming komt de motie-Bes c.s. over peren (39 500, nr. 4).\n\nDe voorzitter:\n{stated}\n"
    )
    [vote] = doc.votes
    sides = [[words(doc, s) for s in side] for side in (vote.in_favour, vote.against)]
    assert (vote.outcome, vote.method, *sides, vote.others, vote.counts) == expected
    assert (vote.paper, words(doc, vote.subject)) == ("kst-39500-4", "de motie-Bes c.s. over peren (39 500, nr. 4)")


OTHER_OUTCOMES = [
    ("Op verzoek van mevrouw Kers stel ik voor haar motie (39 500, nr. 8) aan te houden.", Outcome.HELD),
    ("Aangezien de motie-Kers (39 500, nr. 8) is ingetrokken, maakt zij geen onderwerp van beraadslaging "
        "meer uit.", Outcome.WITHDRAWN),
    ("Het wetsvoorstel Peren (39 500, nr. 8) wordt zonder stemming aangenomen.", Outcome.ADOPTED),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "outcome"), OTHER_OUTCOMES)
def test_other_outcomes_are_read(sentence: str, outcome: Outcome, document: Read) -> None:
    [vote] = document(f"{HEAD}De voorzitter:\n{sentence}\n").votes
    assert (vote.outcome, vote.paper) == (outcome, "kst-39500-8")


def test_what_the_government_thinks_of_a_motion_is_no_outcome(document: Read) -> None:
    said = "De motie op stuk nr. 8: ontraden. De motie is dus niet aangehouden."
    assert document(f"{HEAD}Minister Bes:\n{said}\n").votes == ()


def test_items_have_their_number_title_and_turns(document: Read, words: Words) -> None:
    doc = document(
        f"{HEAD}De beraadslaging wordt gesloten.\n\n4\n\nAppels\n\nAan de orde is het debat over "
        f"appels.\n\nDe voorzitter:\n"
        "Aan de orde is het debat.\n\nStemmingen\n\nStemmingen moties Appels\n\nAan de orde zijn de stemmingen.\n"
    )
    assert [(words(doc, i.number), words(doc, i.title)) for i in doc.items] == [
        ("4", "Appels"), (None, "Stemmingen moties Appels"),
    ]  # fmt: skip
    assert [t.item for t in doc.turns] == [None, None, None, "a1"]
    assert words(doc, doc.turns[3].words) == "Aan de orde is het debat."


def test_the_heads_of_printed_pages_name_the_meeting(document: Read, words: Words) -> None:
    page = "40-6-{}\n8 februari 2031\nTweede Kamer Peren TK 40\n"
    doc = document(f"6\nPeren\n{HEAD}{page.format(1)}De heer Bes (CDA):\nPeren\n{page.format(2)}zijn rijp.\n")
    assert doc.meta.paper_id == "h-tk-20302031-40-6"
    assert doc.meeting is not None
    assert (doc.meeting.number, str(doc.meeting.day)) == ("40", "2031-02-08")


def test_decisions_have_their_item_and_case(document: Read, words: Words) -> None:
    doc = document(
        f"{LISTED}1. Agendapunt: Peren en\nappels\nZaak: Brief regering - minister van Fruit, A.B. Bes - 1 maart 2031\n"
        "Peren - 39500-VI-12\nBesluit: Voor kennisgeving aangenomen.\nEuropa\n2.\nAgendapunt: Rondvraag\n"
        "Zaak: Stafnotitie - 2031Z00012\nBesluit: Een gesprek\nwordt gepland.\nNoot: De griffie regelt dit.\n"
    )
    assert doc.meta.genre is Genre.DECISIONS
    assert [(words(doc, i.number), words(doc, i.title)) for i in doc.items] == [
        ("1", "Peren en appels"),
        ("2", "Rondvraag"),
    ]
    assert [(d.item, words(doc, d.text), [words(doc, c) for c in d.cases]) for d in doc.decisions] == [
        ("a1", "Voor kennisgeving aangenomen.", ["39500-VI-12"]), ("a2", "Een gesprek wordt gepland.", ["2031Z00012"]),
    ]  # fmt: skip
    assert words(doc, doc.decisions[1].noted) == "De griffie regelt dit."


HOSTILE = [
    "De voorzitter:\n" * 30_000,
    HEAD + "De heer " + "A" * 100_000,
    HEAD + "De heer A B C D E F G H I " * 4_000,
    HEAD + "In stemming komt de motie-Bes (39 500, nr. 4).\n" * 4_000,
    HEAD + "De motie-Bes " * 5_000,
    HEAD + "Deze motie is voorgesteld door de leden A, " * 4_000,
    HEAD + "Aan de orde is\n" * 4_000,
    HEAD + "Opening\n" * 10_000,
    HEAD + "Peren Voorzitter: Jan Bes Peren " * 4_000,
    HEAD + "Goed. (De vergadering wordt " * 4_000,
    LISTED + "1. Agendapunt: x\nBesluit: y\n" * 5_000,
]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_texts_take_linear_time(text: str) -> None:
    start = time.process_time()
    structure_document(make_source("test.txt", text.encode("utf-8")))
    assert time.process_time() - start < 10
