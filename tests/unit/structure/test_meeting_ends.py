"""Where the words of a turn end, in imitated ("nagebootst") reports of meetings."""

from collections.abc import Callable

import pytest

from sovgraph.model import Document, Span

Read = Callable[[str], Document]
Words = Callable[[Document, Span | None], str | None]

TITLE = (
    "Tweede Kamer der Staten-Generaal\nVergaderjaar 2030-2031\n\nDe voorzitter:\nWij beginnen.\n\n"
    "De voorzitter:\nStilte.\n\n"
)
MOTION = "De Kamer, gehoord de beraadslaging, verzoekt peren te planten, en gaat over tot de orde van de dag."
MOVES = "Deze motie is voorgesteld door het lid Bes."

READ_ON = [
    ("Zij krijgt nr. 7 (39500).", f"Motie {MOTION}"),
    ("Zij krijgt nr. 7 (39500)", f"\n\nMotie\n\n{MOTION}"),
    ("Zij krijgt nr. 7, was nr. 3 (39500-VI).", MOTION),
    ("Zij krijgt letter F (39500).", f"Gewijzigde motie {MOTION}"),
    ("Deze motie heeft nummer 7 (39500).", "\n\nMotie\n\n" + MOTION.replace(", gehoord", ",\n\ngehoord")),
]


@pytest.mark.parametrize(("number", "motion"), READ_ON)
def test_a_motion_read_behind_the_chair_is_its_movers(number: str, motion: str, document: Read, words: Words) -> None:
    doc = document(
        f"{TITLE}De voorzitter:\nGoed.\n\nDe heer Bes (CDA):\nMotie\n\n{MOTION}\n\nDe voorzitter: {MOVES} {number} "
        f"{motion}\n\nDe voorzitter:\n{MOVES} Zij krijgt nr. 8 (39500).\n"
    )
    assert words(doc, doc.turns[4].words) == f"{MOVES} {number}"
    assert [m.turn for m in doc.moved] == [4, 4]


OTHERS = [
    ("De heer Hof (SP):\nMotie\n\n", "De voorzitter:\nDank.\n\n"),
    ("Minister Kers:\nDat klopt.\n\n", ""),
]


@pytest.mark.parametrize(("speaker", "between"), OTHERS)
def test_a_motion_behind_the_chair_is_nobodys_if_the_last_speaker_did_not_move_it(
    speaker: str, between: str, document: Read
) -> None:
    doc = document(
        f"{TITLE}De voorzitter:\nGoed.\n\n{speaker}{between}De voorzitter:\n{MOVES} Zij krijgt nr. 7 (39500).\n\n"
        f"Motie\n\n{MOTION}\n\nDe voorzitter:\n{MOVES} Zij krijgt nr. 8 (39500).\n"
    )
    assert doc.moved[1].turn is None


NOT_READ_ON = [
    "Dank u wel. Het woord is aan de heer Hof.",
    "De Kamer vraagt om rust.",
    "De motie van de heer Bes komt straks in stemming.",
]


@pytest.mark.parametrize("rest", NOT_READ_ON)
def test_the_chair_goes_on_behind_the_number(rest: str, document: Read, words: Words) -> None:
    doc = document(
        f"{TITLE}De voorzitter:\nGoed.\n\nDe heer Bes (CDA):\n{MOTION}\n\nDe voorzitter:\n{MOVES} "
        f"Zij krijgt nr. 7 (39500). {rest}\n"
    )
    assert words(doc, doc.turns[4].words) == f"{MOVES} Zij krijgt nr. 7 (39500). {rest}"


DIRECTIONS = [
    "(Applaus)",
    "(Applaus.)",
    "(Geroffel op de bankjes)",
    "(Hilariteit en applaus)",
    "(De lijst is opgenomen achter in deze editie.)",
    "(Het bijvoegsel wordt afgedrukt in een bijlage).",
    "(De vergadering wordt van 12.10 uur tot 13.05 uur geschorst.)",
    "(Er wordt een minuut stilte in acht genomen.)",
    "(Applaus) (De vergadering wordt enkele minuten geschorst.)",
]
SPOKEN = [
    "(zie bladzijde 3)",
    "(Zie ook de peren van gisteren.)",
    "(De peren zijn rijp.)",
    "(De brief van de minister.)",
    "(CDA)",
]


@pytest.mark.parametrize("blank", [" ", "\n\n"])
@pytest.mark.parametrize("direction", DIRECTIONS)
def test_a_direction_in_brackets_ends_the_words(direction: str, blank: str, document: Read, words: Words) -> None:
    doc = document(f"{TITLE}De voorzitter:\nHeel veel dank.{blank}{direction}\n\nDe heer Bes (CDA):\nGraag.\n")
    assert words(doc, doc.turns[2].words) == "Heel veel dank."


@pytest.mark.parametrize("brackets", SPOKEN)
def test_other_brackets_are_spoken(brackets: str, document: Read, words: Words) -> None:
    doc = document(f"{TITLE}De voorzitter:\nHeel veel dank. {brackets}\n\nDe heer Bes (CDA):\nGraag.\n")
    assert words(doc, doc.turns[2].words) == f"Heel veel dank. {brackets}"


def test_a_speaker_who_goes_on_behind_applause_keeps_all_words(document: Read, words: Words) -> None:
    doc = document(f"{TITLE}De voorzitter:\nDank.\n\n(Applaus)\n\nWij gaan door.\n\nDe heer Bes (CDA):\nGraag.\n")
    assert words(doc, doc.turns[2].words) == "Dank. (Applaus) Wij gaan door."


def test_a_turn_of_nothing_but_applause_has_no_words(document: Read) -> None:
    doc = document(f"{TITLE}De voorzitter:\nDank.\n\nDe heer Bes (CDA):\n(Applaus)\n\nDe voorzitter:\nGoed.\n")
    assert doc.turns[3].words is None


CHAIRS = [
    ("3 Peren en appels Voorzitter: Jan Bes Peren en appels Aan de orde is het debat.", "Jan Bes"),
    ("3 Peren Voorzitter: Van der Bes Peren Aan de orde is het debat.", "Van der Bes"),
    ("3 Peren Peren Voorzitter: Bes-Kers Aan de orde is het debat.", "Bes-Kers"),
    ("3 Peren Peren Voorzitter: mevrouw Kers Opening Aan de orde is het debat.", "Kers"),
    ("3 Peren Peren Fungerend voorzitter: Ria van den Hof", "Ria van den Hof"),
    ("3 Peren Voorzitter: Jan Bes 4 Appels Aan de orde is het debat.", "Jan Bes"),
]
NO_CHAIRS = [
    "3 Peren Peren Aan de orde is het debat. Ik zeg u, voorzitter: Peren Aan de orde is het debat.",
    "3 Peren Peren Voorzitter: Jan Bes Kers Hof Wit Aan de orde is het debat.",
    "3 Peren Peren Voorzitter: Jan Bes wil peren en appels.",
    "3 Peren Peren Voorzitter: dank u wel.",
]
SAID = "De voorzitter: Wij beginnen. De heer Bes (CDA): Graag. De voorzitter: Mooi. De voorzitter: Goed."


@pytest.mark.parametrize(("head", "name"), CHAIRS)
def test_the_chair_is_named_in_text_without_line_ends(head: str, name: str, document: Read, words: Words) -> None:
    doc = document(f"{head} {SAID}")
    assert [words(doc, t.name) for t in doc.turns] == [name, "Bes", name, name]


@pytest.mark.parametrize("head", NO_CHAIRS)
def test_a_name_that_nothing_bounds_is_no_chairs(head: str, document: Read) -> None:
    doc = document(f"{head} {SAID}")
    assert doc.meeting is not None
    assert doc.meeting.chairs == ()


def test_another_chair_ends_the_words_before(document: Read, words: Words) -> None:
    doc = document(f"3 Peren Peren Aan de orde is het debat. {SAID} Voorzitter: Ria Kers De voorzitter: Ik neem over.")
    assert [words(doc, t.words) for t in doc.turns[-2:]] == ["Goed.", "Ik neem over."]
    assert [words(doc, t.name) for t in doc.turns[-2:]] == [None, "Ria Kers"]
