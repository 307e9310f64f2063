"""Who signs: chair and clerk, ministers, movers of amendments; who is present at a meeting."""

from collections.abc import Callable

import pytest

from sovgraph.model import Document, Span

Read = Callable[[str], Document]
Words = Callable[[Document, Span | None], str | None]

REPORT = (
    "39 637 Fruitbeleid\n\nNr. 9 VERSLAG VAN EEN SCHRIFTELIJK OVERLEG\n\nVastgesteld 3 mei 2032\n\n%s\n\nDan de tekst."
)


def signed(doc: Document, words: Words) -> list[tuple[str | None, str | None]]:
    return [(words(doc, s.name), words(doc, s.role)) for s in doc.signers]


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        (
            "De voorzitter van de commissie, Kersenboom\nDe griffier van de commissie, Pruim",
            ["Kersenboom", "Pruim"],
        ),
        (
            "De fungerend voorzitter van de commissie,\n\nKers\n\nDe griffier van de commissie,\n\nVan der Pruim",
            ["Kers", "Van der Pruim"],
        ),
        ("De griffier van de vaste commissie voor Groente, Welzijn en Sport, De Peer", ["De Peer"]),
        ("De griffier van de vaste commissie voor Appels en de Hoge\nBomen / Fruit, Bes Kers", ["Bes Kers"]),
        ("De griffier voor dit verslag, Van Dadel", ["Van Dadel"]),
        ("De griffier voor deze lijst,\n\nVan Dadel", ["Van Dadel"]),
        ("De griffier van de vaste commissie voor Groente, Welzijn en Sport,\nDe Peer", ["De Peer"]),
        ("De griffier van de vaste commissie voor Groente, Welzijn\nen Sport,\nDe Peer", ["De Peer"]),
        ("De griffier van de vaste commissie voor Groente, Fruit\nen Sport,\nDe Peer", ["De Peer"]),
        ("De voorzitter van de commissie,\nDe griffier van de vaste commissie voor Fruit,\nPruim", ["Pruim"]),
        ("De griffier van de vaste commissie voor Groente, Welzijn en Sport", []),
        ("De voorzitter van de commissie heeft gesproken met Bes, Pruim", []),
        ("De voorzitter van de Fruitraad, Bes", []),
        ("De minister van Fruit sprak in Druivenland, Bessenland", []),
    ],
)  # fmt: skip
def test_chair_and_clerk(document: Read, words: Words, lines: str, names: list[str]) -> None:
    doc = document(REPORT % lines)
    assert [name for name, _ in signed(doc, words)] == names
    clerk = words(doc, doc.clerk.name) if doc.clerk else None
    assert clerk == (names[-1] if names else None)


def test_a_minister_on_one_line(document: Read, words: Words) -> None:
    doc = document(
        "39 279 Fruit\n\nNr. 4 BRIEF VAN DE MINISTER VAN FRUIT\n\nAan de Voorzitter van de Tweede Kamer\n\n"
        "Den Haag, 5 maart 2032\n\nEr is fruit.\n\nDe Minister van Fruit, Groente en Sport, J. J. Pruim\n\n"
        "De staatssecretaris van Fruit, M. van der Bes\n"
    )
    (letter,) = doc.letters
    assert [(words(doc, s.name), words(doc, s.role)) for s in letter.signers] == [
        ("J. J. Pruim", "Minister van Fruit, Groente en Sport"),
        ("M. van der Bes", "staatssecretaris van Fruit"),
    ]
    assert letter.body.of(doc.text) == "Er is fruit."


def test_ministers_under_a_memorandum(document: Read, words: Words) -> None:
    doc = document(
        "39 317 Fruit\n\nNr. 3 MEMORIE VAN TOELICHTING\n\nEr is fruit.\n\nDe Minister van Fruit,\nB. Pruim\n"
    )
    assert signed(doc, words) == [("B. Pruim", "Minister van Fruit")]
    assert doc.clerk is None


AMENDMENT = (
    "39 317 Fruit\n\nNr. 8 AMENDEMENT VAN DE LEDEN %s\n\nOntvangen 3 mei 2032\n\nDe ondergetekenden stellen voor:\n\n"
    "Artikel I vervalt.\n\nToelichting\n\nDit is beter.\n\n%s\n"
)


def test_movers_of_an_amendment(document: Read, words: Words) -> None:
    doc = document(AMENDMENT % ("VAN DER BES EN PRUIM", "Van der Bes\nPruim"))
    assert signed(doc, words) == [("Van der Bes", None), ("Pruim", None)]
    assert doc.motion is None
    assert document(AMENDMENT % ("VAN DER BES EN PRUIM", "Appels en peren\nGroente")).signers == ()


def test_a_meeting(document: Read, words: Words) -> None:
    doc = document(
        "14e vergadering, woensdag 3 mei 2032\n\nVoorzitter: Van der Bes\n\nGriffier: Pruim\n\n"
        "Aanwezig zijn zeven leden der Kamer, te weten:\n\nAppel, Van 't Kersje, Niek Jan van Kers, Mei Li Bes, "
        "Peer-van de Dadel,\nOedayraj Kokos Varma en Noot,\n\nen de heer Pruim, minister van Fruit.\n\n"
        "De voorzitter: Goedemorgen.\nDe voorzitter: Dank.\nDe voorzitter: Tot ziens."
    )
    assert signed(doc, words) == [("Van der Bes", "Voorzitter"), ("Pruim", "Griffier")]
    assert [words(doc, s) for s in doc.present] == [
        "Appel",
        "Van 't Kersje",
        "Niek Jan van Kers",
        "Mei Li Bes",
        "Peer-van de Dadel",
        "Oedayraj Kokos Varma",
        "Noot",
    ]


def test_the_clerk_of_a_list_of_decisions(document: Read, words: Words) -> None:
    doc = document(
        "Besluitenlijst van de vergadering van woensdag 3 mei 2032\n\nGriffier: Drs. M.J. van der Bes\nNummer: 1\n"
    )
    assert signed(doc, words) == [("Drs. M.J. van der Bes", "Griffier")]
