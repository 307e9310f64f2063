"""What counts as a commitment, and what only looks like one."""

from collections.abc import Callable

import pytest

from sovgraph.model import Mention

Find = Callable[[str, str], list[Mention]]


@pytest.mark.parametrize(
    ("sentence", "strength", "due"),
    [
        ("Ik zeg u graag toe dat de bomen blijven staan.", "explicit", None),
        ("Ik ga een lijst van bomen toezeggen.", "explicit", None),
        ("Maar ik ben wel bereid om de leden toe te zeggen dat er bomen komen.", "explicit", None),
        ("Die toezegging doe ik graag.", "explicit", None),
        ("De regering zegt toe dat er bomen komen.", "explicit", None),
        ("Zoals toegezegd zal ik uw Kamer voor de zomer de lijst sturen.", "explicit", "voor de zomer"),
        ("Ik zeg toe dat ik in mei terugkom op de bomen.", "explicit", "in mei"),
        ("De lijst die ik dit najaar naar uw Kamer zal sturen, is lang.", "announced", "dit najaar"),
        ("U krijgt voor de zomer een brief over de bomen.", "announced", "voor de zomer"),
        ("Er komt voor het zomerreces een brief over de bomen.", "announced", "voor het zomerreces"),
        ("Ik verwacht de lijst in de loop van Q3 aan uw Kamer te sturen.", "announced", "in de loop van Q3"),
        ("Daar kom ik schriftelijk op terug.", "announced", None),
        ("De Staat van het Bos verschijnt in het najaar.", "announced", "in het najaar"),
        ("Ik zal uw Kamer voor de zomer over de bomen informeren.", "announced", "voor de zomer"),
        (
            "Over de bomen informeer ik uw Kamer in het eerste kwartaal van 2026.",
            "announced",
            "in het eerste kwartaal van 2026",
        ),
        ("Het kabinet zal de Tweede Kamer hierover berichten.", "announced", None),
        ("Uw Kamer ontvangt de lijst uiterlijk 1 maart 2026.", "announced", "uiterlijk 1 maart 2026"),
        ("U wordt hierover binnenkort geïnformeerd.", "announced", "binnenkort"),
        ("Ik kom hier in het najaar bij uw Kamer op terug, te weten dit najaar.", "announced", "dit najaar"),
        ("Begin maart spreek ik de boswachters; daarna zal ik u informeren over de bomen.", "announced", None),
        ("Ik hoop dat de telling binnenkort klaar is en dan zal ik uw Kamer daarover informeren.", "announced", None),
        ("Nadat de telling in het najaar is afgerond, zal ik uw Kamer daarover informeren.", "announced", None),
        ("Ik spreek hen eerst en zal uw Kamer voor de zomer informeren.", "announced", "voor de zomer"),
        ("Ik streef ernaar uw Kamer binnenkort de lijst te sturen.", "announced", "binnenkort"),
        ("Ik zal de boswachters vragen wat zij nodig hebben.", "announced", None),
        ("Ik ben bereid te onderzoeken of het anders kan.", "announced", None),
        (
            "Het rapport wordt voor het einde van dit jaar met uw Kamer gedeeld.",
            "announced",
            "voor het einde van dit jaar",
        ),
        ("De regeling zal begin volgend jaar worden gepubliceerd.", "announced", "begin volgend jaar"),
    ],
)
def test_commitments(find: Find, answer: Callable[[str], str], sentence: str, strength: str, due: str | None) -> None:
    (found,) = find("commitment", answer(sentence))
    assert (found.text, found.part("strength"), found.part("due")) == (sentence, strength, due)


@pytest.mark.parametrize(
    "sentence",
    [
        "Dat zal de bomen goed doen.",
        "Ik kan u dat niet toezeggen.",
        "Graag informeer ik uw Kamer over de bomen.",
        "U ontvangt deze brief mede namens de boswachter.",
        "Ik zal hieronder de vragen bespreken.",
        "Ik zal op uw vragen ingaan.",
        "Het kabinet zou de Kamer voor de zomer kunnen informeren.",
        "Ik heb de toezegging over de bomen gestand gedaan.",
        "Een ander boek verschijnt in het najaar.",
        "Er komt meer regen in het najaar.",
        "Het kabinet kan de bomen sparen.",
        "Ik zal uw Kamer hierover niet informeren.",
        "Ik kan dat niet toezeggen.",
        "Hierbij stuur ik uw Kamer het rapport.",
        "Ik informeer uw Kamer hierbij over de bomen.",
        "Het rapport is vorig jaar met uw Kamer gedeeld.",
        "Kan ik toezeggen dat de bomen blijven staan?",
        "Als ik u zou informeren, zou dat te vroeg zijn.",
        'De boswachter zei: "Ik zal de Kamer informeren." Daarmee was het klaar.',
        "Het wetsvoorstel zal hieraan bijdragen.",
        "Ik zeg alleen dat er tot nu toe niets is gebeurd.",
        "Ik kan zeggen dat de ene sector daartoe meer bereid is.",
        "Verzoekt de regering om uw Kamer te informeren.",
        "Dat is wat ik wil; dat zal ik doen — voor zover ik heb kunnen nagaan is het zo.",
    ],
)
def test_no_commitments(find: Find, answer: Callable[[str], str], sentence: str) -> None:
    assert find("commitment", answer(sentence)) == []


def test_only_the_government_commits(find: Find) -> None:
    assert find("commitment", "De leden zeggen: ik zal uw Kamer informeren. Ik zeg dat toe.") == []


def test_report(in_report: Callable[[str], list[Mention]]) -> None:
    first, second = in_report("commitment")
    assert first.part("due_by") == "2026-03-01"
    assert second.text.startswith("jaarlijkse uitgave")
    assert second.text.endswith("wordt gedeeld")
    assert second.part("strength") == "announced"


def test_in_a_debate_only_firm_words_of_a_minister_count(find: Find) -> None:
    text = (
        "De voorzitter: Aan het woord is de minister. Minister Peer: Dat ga ik straks uitleggen. Ik zeg toe dat er"
        " bomen komen. De heer Appel (VVD): Ik zeg toe dat ik meedoe. Minister Peer: Dan zal ik de Kamer daarover voor"
        " de zomer informeren."
        " De voorzitter: Dank u wel."
    )
    found = [m.text for m in find("commitment", text)]
    assert found == ["Ik zeg toe dat er bomen komen.", "Dan zal ik de Kamer daarover voor de zomer informeren."]
