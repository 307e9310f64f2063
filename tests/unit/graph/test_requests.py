"""Statements on requests."""

from collections.abc import Callable

Facts = dict[tuple[str, str], set[str]]


def requests(facts: Facts) -> list[str]:
    return sorted(subject for subject, name in facts if name == "requestKind")


def test_letters_ask_their_addressee(facts: Facts) -> None:
    reply, remind, test = requests(facts)
    for subject in (reply, remind, test):
        assert facts[subject, "requestedBy"] == {"commissie/ek-justitie-en-veiligheid"}
        assert facts[subject, "requestedFrom"] == {"post/minister-van-asiel-en-migratie"}
    assert facts[reply, "requestedOn"] == {"2025-09-05"}
    assert facts[remind, "dueBy"] == {"2025-11-01"}
    assert facts[remind, "requestKind"] == {"beantwoording"}


def test_a_request_of_an_earlier_letter_belongs_to_it(facts: Facts) -> None:
    test = requests(facts)[2]
    assert facts[test, "requestKind"] == {"uitvoeringstoets"}
    assert facts[test, "requestedOn"] == {"2025-06-02"}
    assert facts["brief/ek-177001U", "requests"] == {test}
    (text,) = facts[test, "requestText"]
    assert text.endswith("in de Vreemdelingenwet 2000")


def test_a_motion_asks_in_the_name_of_its_movers(facts_in: Callable[[str], Facts]) -> None:
    facts = facts_in(
        "Vergaderjaar 2024-2025\nTweede Kamer der Staten-Generaal\n39 222 Bomen\nNr. 7 MOTIE VAN HET LID EERDMANS\n"
        "Voorgesteld 3 maart 2025\n\nDe Kamer,\n\ngehoord de beraadslaging,\n\nverzoekt de regering bomen te planten,"
        "\n\nen gaat over tot de orde van de dag.\n\nEerdmans\n"
    )
    (request,) = requests(facts)
    assert facts["kst/39222-7", "requests"] == {request}
    assert facts[request, "requestedBy"] == facts["kst/39222-7", "proposer"]
    assert facts[request, "requestedFrom"] == {"organisatie/nederlandse-regering"}
    assert facts["organisatie/nederlandse-regering", "label"] == {"Nederlandse regering", "Dutch government@en"}
    assert facts[request, "requestedOn"] == {"2025-03-03"}


DEBATE = (
    "Tweede Kamer der Staten-Generaal\nVergaderjaar 2025-2026\n\n999e vergadering, dinsdag 2 juni 2026\n\n"
    "De voorzitter:\nWij beginnen.\n\nDe heer Ceder (ChristenUnie):\nDe Kamer,\n\ngehoord de beraadslaging,\n\n"
    "verzoekt de regering de peren te plukken,\n\nen gaat over tot de orde van de dag.\n\n"
    "De voorzitter:\nDeze motie is voorgesteld door het lid Ceder.\n\nZij krijgt nr. 26 (39500).\n\n"
    "De heer Ceder (ChristenUnie):\nDank.\n\nDe voorzitter:\nWij stemmen morgen.\n\n"
)


def test_a_motion_read_out_is_asked_by_its_movers(facts_in: Callable[[str], Facts]) -> None:
    facts = facts_in(DEBATE)
    (request,) = facts["kst/39500-26", "requests"]
    assert facts[request, "requestedBy"] == facts["kst/39500-26", "proposer"]
