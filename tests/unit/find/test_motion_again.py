"""Motions that a paper names again without their number."""

from collections.abc import Callable

from sovgraph.model import Mention, Status

Find = Callable[[str, str], list[Mention]]
TWO = (
    "De motie-Peer (32 012, nr. 5) over fruit in alle steden en de motie-Peer (32 012, nr. 6) over groente in dorpen. "
)


def test_the_subject_tells_two_motions_of_the_same_movers_apart(find: Find) -> None:
    found = find("motion", TWO + "De motie-Peer over groente in dorpen is uitgevoerd.")
    again = found[-1]
    assert (again.text, again.id, again.status) == ("motie-Peer", "kst-32012-6", Status.INFERRED)
    assert again.antecedent is not None
    assert again.antecedent.start == found[1].start


def test_without_subject_neither_is_taken(find: Find) -> None:
    last = find("motion", TWO + "Over de motie-Peer is gesproken.")[-1]
    assert (last.id, last.status, len(last.candidates)) == (None, Status.AMBIGUOUS, 2)


def test_another_subject_is_another_motion(find: Find) -> None:
    assert find("motion", TWO + "De motie-Peer over bomen langs wegen is nieuw.")[-1].id is None


def test_the_answer_repeats_the_question(find: Find) -> None:
    text = (
        "BRIEF VAN DE VOORZITTER VAN DE VASTE COMMISSIE VOOR FINANCIËN\n\nAan de minister van Financiën\n\n"
        "Den Haag, 3 maart 2025\n\n1. Kent u de motie van het lid Peer over fruit in steden en dorpen¹?\n\n"
        "2. En de motie van het lid Peer over groente²?\n\n"
        "¹ Kamerstukken II, 2024/25, 32 012, nr. 5.\n\n² Kamerstukken II, 2024/25, 32 012, nr. 6.\n\n"
        "A. Kers\nVoorzitter van de vaste commissie voor Financiën\n\n"
        "BRIEF VAN DE MINISTER VAN FINANCIËN\n\nAan de Voorzitter van de Eerste Kamer\n\nDen Haag, 3 april 2025\n\n"
        "1. Kent u de motie van het lid Peer over fruit in steden en dorpen?\n\nJa, die ken ik.\n"
    )
    assert [m.id for m in find("motion", text)] == ["kst-32012-5", "kst-32012-6", "kst-32012-5"]
