"""Statements on letters that a paper only mentions, and on values that are put together."""

from collections.abc import Callable

from sovgraph.model import Basis, Paper

Facts = dict[tuple[str, str], set[str]]
COMMITTEE = "commissie/ek-justitie-en-veiligheid"
POST = "post/minister-van-asiel-en-migratie"
HEAD = (
    "Eerste Kamer der Staten-Generaal\n\nVergaderjaar 2025-2026\n\n39 112\n\nFruit\n\nC\n\n"
    "VERSLAG VAN EEN SCHRIFTELIJK OVERLEG\n\nVastgesteld 4 februari 2026\n\n"
    "BRIEF VAN DE VOORZITTER VAN DE VASTE COMMISSIE VOOR JUSTITIE EN VEILIGHEID\n\n"
    "Aan de minister van Asiel en Migratie\n\nDen Haag, 20 oktober 2025\n\n"
)
TAIL = "\n\nP. Perelaar\nVoorzitter van de vaste commissie voor Justitie en Veiligheid\n"


def test_a_list_says_once_who_wrote_and_to_whom(facts_in: Callable[[str], Facts]) -> None:
    facts = facts_in(
        HEAD
        + "Diverse brieven die zij aan de regering heeft verzonden, zijn nog niet beantwoord. Het gaat om deze tot u"
        " gerichte brieven:\n\n- Brief van 3 mei 2025 betreffende Vragen over richtlijn (EU) 2021/1883 (kenmerk:"
        " 171001)." + TAIL
    )
    letter = "brief/ek-171001"
    assert facts[letter, "from"] == {COMMITTEE}
    assert facts[letter, "to"] == {POST}
    assert facts[letter, "subject"] == {"Vragen over richtlijn (EU) 2021/1883"}


def test_a_reminded_request_belongs_to_its_letter(facts_in: Callable[[str], Facts]) -> None:
    facts = facts_in(
        HEAD + "De commissie herinnert aan de brief van 2 juni 2025 (kenmerk: 177001U) met het verzoek om een"
        " impacttoets bij de nieuwe Fruitwet. De commissie zou deze impacttoets graag snel ontvangen." + TAIL
    )
    (request,) = facts["brief/ek-177001U", "requests"]
    assert facts[request, "requestedOn"] == {"2025-06-02"}
    assert facts["brief/39112-C-l1", "reminds"] == {"brief/ek-177001U"}
    assert len([s for s, name in facts if name == "requestKind"]) == 1


def test_words_beside_the_date_name_the_correspondents(facts_in: Callable[[str], Facts]) -> None:
    facts = facts_in("Daarover ging de brief aan de Tweede Kamer van 18 maart 2025.")
    (letter,) = {s for s, name in facts if name == "to"}
    assert facts[letter, "to"] == {"https://identifier.overheid.nl/tooi/id/oorg/oorg10002"}


def test_an_identifier_is_put_together(report: Paper) -> None:
    (made,) = [s for s in report.statements if s.predicate.endswith("identifier") and s.subject.endswith("39111-AC")]
    assert {e.basis for e in made.evidence} == {Basis.INFERRED}
    assert [e.span.of(report.document.text) for e in made.evidence] == ["39 111", "AC"]


def test_a_number_rests_on_the_number(report: Paper) -> None:
    numbers = [s for s in report.statements if s.predicate.endswith("#number") and "/vraag/" in s.subject]
    assert [(s.evidence[0].span.of(report.document.text), s.evidence[0].basis) for s in numbers] == [
        ("1", Basis.ASSERTED),
        ("2", Basis.ASSERTED),
    ]


def test_a_reminded_request_is_concluded_to_be_the_reminders(facts_in: Callable[[str], Facts]) -> None:
    facts = facts_in(
        HEAD + "De commissie herinnert aan de brief van 2 juni 2025 (kenmerk: 177001U) met het verzoek om een"
        " impacttoets bij de nieuwe Fruitwet. De commissie zou deze impacttoets graag snel ontvangen." + TAIL
    )
    assert facts["brief/ek-177001U", "from"] == {COMMITTEE}
    assert facts["brief/ek-177001U", "to"] == {POST}
