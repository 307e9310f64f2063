"""Questions told in paragraphs, and the replies to them, in reports and memoranda of both Chambers."""

import time
from collections.abc import Callable

import pytest

from sovgraph.model import Document, Span
from sovgraph.structure.asking import any_asks, asks

Read = Callable[[str], Document]
Words = Callable[[Document, Span | None], str | None]

Row = tuple[list[str | None], str | None, str | None]


def rows(doc: Document, words: Words) -> list[Row]:
    return [([words(doc, s) for s in e.asked_by], words(doc, e.question), words(doc, e.answer)) for e in doc.exchanges]


@pytest.mark.parametrize(
    "sentence",
    [
        "Is een peer zuur?",
        "De leden van de fractie van Volt vragen of peren zuur zijn.",
        "De leden van de ChristenUnie vragen zich af waarom appels rood zijn.",
        "Zij vragen de regering om een overzicht van de oogst.",
        "Ook vragen deze leden hoe de prijs tot stand komt.",
        "Hoe verhoudt de prijs van appels zich tot die van peren, vragen de leden van de VVD-fractie de regering.",
        "Deze leden willen graag weten wanneer de oogst begint.",
        "De leden van de SGP-fractie zouden van de regering graag vernemen of zij dit deelt.",
        "De leden van de fractie van D66 vroegen welke kersen rijp zijn.",
        "De leden van deze fractie verzoeken de regering dit toe te lichten.",
    ],
)
def test_sentences_that_ask(sentence: str) -> None:
    assert asks(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "De leden van de PVV-fractie hebben enkele vragen over de oogst en wat die kost.",
        "De leden hebben nog vragen over wat er met de peren gebeurt.",
        "De leden danken de regering voor de beantwoording van de vragen en zien wat er komt.",
        "De leden van de SP-fractie stellen vragen die gaan over waar de appels blijven.",
        "Kopers vragen welke appels rijp zijn.",
        "De leden van de VVD-fractie vragen aandacht voor appels.",
        "De commissie heeft kritische vragen gesteld over wat de oogst kost.",
    ],
)
def test_sentences_that_do_not_ask(sentence: str) -> None:
    assert not asks(sentence)


def test_long_words_take_linear_time() -> None:
    before = time.process_time()
    for text in ("zij vragen " * 20_000, "leden zouden " * 20_000, "a " * 100_000 + "vragen", ". A" * 60_000):
        any_asks(text)
    assert time.process_time() - before < 5


def test_a_provisional_report_of_the_eerste_kamer(document: Read, words: Words) -> None:
    doc = document(
        "39 358 Regels over fruit (Wet fruit)\n\nB VOORLOPIG VERSLAG VAN DE VASTE COMMISSIE VOOR FRUIT\n\n"
        "Vastgesteld 3 december 2031\n\nDe commissie heeft de volgende vragen.\n\n1. Inleiding\n\n"
        "De leden van de CDA-fractie hebben kennisgenomen van het voorstel. Zij hebben enkele vragen.\n\n"
        "Is deze wet echt nodig? Zijn er andere middelen?\n\n"
        "De leden van de fractie van Volt zien dat peren duur zijn. Waarom dat zo is, vragen zij de regering.\n\n"
        "De leden van de SP-fractie sluiten zich aan bij de vragen van de fractie van Volt.\n\n"
        "De commissie ziet de memorie van antwoord met belangstelling tegemoet.\n"
    )
    assert rows(doc, words) == [
        (["CDA"], "Is deze wet echt nodig? Zijn er andere middelen?", None),
        (
            ["Volt"],
            "De leden van de fractie van Volt zien dat peren duur zijn. Waarom dat zo is, vragen zij de regering.",
            None,
        ),
    ]


MEMORIE = (
    "39 367 Regels over fruit\n\nC MEMORIE VAN ANTWOORD\n\nOntvangen 1 december 2031\n\n1. Inleiding\n\n"
    "Met belangstelling heb ik kennisgenomen van de vragen van de leden van de VVD-fractie.\n\n"
    "De leden van de VVD-fractie vragen of de oogst goed was.\n\n"
    "De oogst was goed. Er waren veel appels.\n\nOok de peren deden het goed.\n\n"
    "2. Prijzen\n\n"
    "De leden van de fracties van CDA en SGP merken op dat peren duur zijn. Zij zijn bezorgd.\n\n"
    "Deze leden vragen hoe dat komt. De markt bepaalt de prijs.\n\nZo is het altijd geweest.\n\n"
    "De leden van de SP-fractie stellen dat fruit gratis moet zijn. Wil ik dat? En wat zeggen de leden daarvan. "
    "Dat weten die leden niet.\n\nHierover denk ik na.\n\n"
    "Hoeveel kost een pruim?\n\nKan dat minder?\n\nEen pruim kost tien cent.\n\n"
    "De Minister van Fruit,\nB. Pruim\n"
)


def test_a_memorandum_in_reply(document: Read, words: Words) -> None:
    doc = document(MEMORIE)
    assert rows(doc, words) == [
        (
            ["VVD"],
            "De leden van de VVD-fractie vragen of de oogst goed was.",
            "De oogst was goed. Er waren veel appels. Ook de peren deden het goed.",
        ),
        (["CDA", "SGP"], "Deze leden vragen hoe dat komt.", "De markt bepaalt de prijs. Zo is het altijd geweest."),
        (["SP"], "Hoeveel kost een pruim?", "Een pruim kost tien cent."),
        (["SP"], "Kan dat minder?", "Een pruim kost tien cent."),
    ]
    assert [e.shared_with for e in doc.exchanges] == [(), (), ("4",), ("3",)]
    assert [words(doc, s.name) for s in doc.signers] == ["B. Pruim"]


HEAD = "39 637 Fruitbeleid\n\nNr. 974 VERSLAG VAN EEN SCHRIFTELIJK OVERLEG\n\nVastgesteld 8 oktober 2031\n\n"


def test_a_reply_party_by_party(document: Read, words: Words) -> None:
    doc = document(
        HEAD + "I Vragen en opmerkingen vanuit de fracties\n\n"
        "Vragen en opmerkingen van de leden van de PVV-fractie\n\n"
        "De leden van de PVV-fractie vragen hoeveel kersen er zijn.\n\nWaar zijn die gebleven?\n\n"
        "Vragen en opmerkingen van de leden van de D66-fractie\n\n"
        "De leden van de D66-fractie vragen wat een peer kost.\n\n"
        "II Reactie van de minister\n\n"
        "Antwoorden op vragen van de leden van de PVV-fractie\n\nEr zijn er veel.\n\nZe zijn opgegeten.\n\n"
        "Antwoorden op vragen van de leden van de D66-fractie\n\nTien cent.\n"
    )
    both = "Er zijn er veel. Ze zijn opgegeten."
    assert [(a, c) for a, _, c in rows(doc, words)] == [(["PVV"], both), (["PVV"], both), (["D66"], "Tien cent.")]
    assert [e.shared_with for e in doc.exchanges] == [("2",), ("1",), ()]


def test_a_report_with_each_reply_after_its_question(document: Read, words: Words) -> None:
    doc = document(
        HEAD + "Vragen en opmerkingen vanuit de fracties en reactie van de bewindspersoon\n\n"
        "De leden van de VVD-fractie danken de minister. Zij hebben enkele vragen.\n\n"
        "De leden van de VVD-fractie vragen of kersen rijp zijn?\n\nKersen zijn rijp.\n\n"
        "De leden van de SP-fractie vragen wat zij kosten.\n\nEen kers kost een cent.\n"
    )
    assert [(a, c) for a, _, c in rows(doc, words)] == [
        (["VVD"], "Kersen zijn rijp."),
        (["SP"], "Een kers kost een cent."),
    ]


def test_a_report_with_a_line_before_each_reply(document: Read, words: Words) -> None:
    doc = document(
        HEAD + "Vragen en opmerkingen vanuit de fracties\n\n"
        "De leden van de VVD-fractie vragen of kersen rijp zijn.\n\nReactie van de minister\n\nKersen zijn rijp.\n\n"
        "De leden van de SP-fractie vragen wat zij kosten.\n\nReactie van de minister\n\nEen kers kost een cent.\n"
    )
    assert [(a, c) for a, _, c in rows(doc, words)] == [
        (["VVD"], "Kersen zijn rijp."),
        (["SP"], "Een kers kost een cent."),
    ]


def test_letters_that_ask_without_a_question_mark(document: Read, words: Words) -> None:
    doc = document(
        "39 573 Fruitbeleid\n\nE VERSLAG VAN EEN NADER SCHRIFTELIJK OVERLEG\n\nVastgesteld 21 april 2032\n\n"
        "BRIEF VAN DE VOORZITTER VAN DE VASTE COMMISSIE VOOR FRUIT\n\nAan de Minister van Fruit\n\n"
        "Den Haag, 14 december 2031\n\nDe leden van de fractie-Kersenboom leggen u de navolgende vragen voor.\n\n"
        "De leden van de fractie-Kersenboom vragen of u kunt aangeven waarom peren zuur zijn.\n\n"
        "BRIEF VAN DE MINISTER VAN FRUIT\n\nAan de Voorzitter van de Eerste Kamer der Staten-Generaal\n\n"
        "Den Haag, 19 april 2032\n\nHierbij bied ik u de antwoorden op de vragen aan.\n\n"
        "De leden van de fractie-Kersenboom vragen of ik kan aangeven waarom peren zuur zijn.\n\n"
        "Dat ligt aan de grond.\n"
    )
    assert [x.kind for x in doc.letters] == ["questions", "answer"]
    assert [(a, c) for a, _, c in rows(doc, words)] == [(["fractie-Kersenboom"], "Dat ligt aan de grond.")]


def test_a_report_of_a_debate_has_no_exchanges(document: Read) -> None:
    text = (
        "39 637 Fruit\n\nNr. 9 VERSLAG VAN EEN %s\n\nVastgesteld 3 mei 2032\n\nDe leden van de SP vragen of dit kan.\n"
    )
    assert document(text % "COMMISSIEDEBAT").exchanges == ()
    assert len(document(text % "COMMISSIE").exchanges) == 1
