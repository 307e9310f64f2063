"""References back: what each means, and when it stays open."""

from collections.abc import Callable

import pytest

from sovgraph.model import Mention

Find = Callable[[str, str], list[Mention]]
LETTER = (
    "BRIEF VAN DE MINISTER VAN FINANCIËN\n\nAan de Voorzitter van de Tweede Kamer der Staten-Generaal\n\n"
    "Den Haag, 12 januari 2026\n\nOver bomen¹ is veel gezegd.² Dat staat ook elders³ en nog eens.⁴ Soms⁵ niet.⁶ "
    "Of twee keer⁷ zo.⁸\n\nDe Minister van Financiën,\n\nA.B. Boomgaard\n\n"
    "¹ Kamerstukken II 2024/25, 36 704, nr. 63, p. 3.\n² Ibid., p. 4.\n³ Idem.\n⁴ Zie noot 1, blz. 12-14.\n"
    "⁵ Een boek over bomen.\n⁶ Ibid.\n⁷ Kamerstukken II 2024/25, 36 704, nr. 63;"
    " Handelingen II 2024/25, nr. 12, item 3.\n"
    "⁸ T.a.p., p. 7. Zie ook voetnoot 40.\n"
)


def test_notes_repeat_what_others_cite(find: Find) -> None:
    found = find("reference", LETTER)
    assert [(m.text, m.id, m.page, m.status.value) for m in found] == [
        ("Ibid., p. 4", "kst-36704-63", 4, "inferred"),
        ("Idem.", "kst-36704-63", 4, "inferred"),
        ("noot 1, blz. 12-14", "kst-36704-63", 12, "inferred"),
        ("Ibid.", None, None, "unresolved"),
        ("T.a.p., p. 7", None, 7, "ambiguous"),
        ("voetnoot 40", None, None, "unresolved"),
    ]
    assert [c.id for c in found[4].candidates] == ["kst-36704-63", "h-tk-20242025-12-3"]
    assert found[2].part("page_end") == "14"
    assert all(m.antecedent and LETTER[m.antecedent.start :].startswith("Kamerstukken II") for m in found[:3])
    assert found[3].reason == "note 5 cites nothing with a number"
    assert found[5].reason == "no note 40 is in the text"


@pytest.mark.parametrize(
    ("text", "words", "id", "status"),
    [
        (
            "De motie-Peer (32 012, nr. 5) geldt. De bovengenoemde motie is goed.",
            "De bovengenoemde motie",
            "kst-32012-5",
            "inferred",
        ),
        (
            "Het amendement (32 012, nr. 5) is aangenomen. Dat amendement helpt.",
            "Dat amendement",
            "kst-32012-5",
            "inferred",
        ),
        ("De Vreemdelingenwet 2000 regelt dat. Die wet is oud.", "Die wet", "BWBR0011823", "inferred"),
        (
            "Deze regel staat in Verordening (EU) nr. 604/2013. De genoemde verordening geldt.",
            "De genoemde verordening",
            "32013R0604",
            "inferred",
        ),
        (
            "Richtlijn 2013/32/EU en Richtlijn 2013/33/EU gelden. Laatstgenoemde richtlijn is streng.",
            "Laatstgenoemde richtlijn",
            "32013L0033",
            "inferred",
        ),
        (
            "Richtlijn 2013/33/EU geldt. Er komt een nieuwe richtlijn. Die richtlijn is streng.",
            "Die richtlijn",
            None,
            "ambiguous",
        ),
        (
            "Richtlijn 2013/33/EU geldt, en de Tulpenrichtlijn. Die richtlijn is streng.",
            "Die richtlijn",
            None,
            "ambiguous",
        ),
        (
            "Richtlijn 2013/33/EU geldt, naast COM(2022) 245. Die richtlijn is streng.",
            "Die richtlijn",
            None,
            "ambiguous",
        ),
        ("Richtlijn 2013/33/EU geldt. Volgens de richtlijn mag dat.", "de richtlijn", "32013L0033", "inferred"),
        ("De motie-Peer is bekend. Die motie is goed.", "Die motie", None, "unresolved"),
        ("De bovengenoemde nota is bekend.", "De bovengenoemde nota", None, "unresolved"),
        ("Het vorige verslag is bekend.", "Het vorige verslag", None, "unresolved"),
        (
            "Op 4 mei 2025 schreef zij. In haar brief van die datum staat het.",
            "haar brief van die datum",
            None,
            "inferred",
        ),
        (
            "Deze motie is voorgesteld door het lid Peer. Zij krijgt nr. 36 (33972).",
            "Deze motie",
            "kst-33972-36",
            "inferred",
        ),
    ],
)
def test_what_is_meant(find: Find, text: str, words: str, id: str | None, status: str) -> None:
    (found,) = find("reference", text)
    assert (found.text, found.id, found.status.value) == (words, id, status)
    assert found.reason


@pytest.mark.parametrize(
    "text",
    [
        "Richtlijn 2013/33/EU en Richtlijn 2013/32/EU gelden. Volgens de richtlijn mag dat.",
        "Richtlijn 2013/33/EU geldt. De richtlijn van het OM is anders.",
        "Richtlijn 2013/33/EU geldt. De richtlijn bomen en struiken is anders.",
        "De Vreemdelingenwet 2000 is oud. Zij helpt. Er is meer. Deze wet is nieuw.",
        "De motie-Peer (32 012, nr. 5) en de motie-Appel (32 012, nr. 6).",
    ],
)
def test_what_is_no_reference_back(find: Find, text: str) -> None:
    assert find("reference", text) == []


def test_another_voice_is_another_memory(find: Find) -> None:
    turns = "De heer Peer (VVD): De motie op stuk nr. 5 (32 012) is goed.\nMevrouw Appel (D66): Die motie is slecht.\n"
    assert find("reference", turns * 15) == []


def test_a_letter_speaks_of_itself(find: Find, answer: Callable[[str], str]) -> None:
    text = "In de brief van 3 mei 2025 (Kamerstuk 32 012, nr. 5) stond meer. In deze brief niet. Die brief is lang."
    (found,) = find("reference", answer(text))
    assert (found.text, found.id) == ("Die brief", "kst-32012-5")


def test_the_bill_of_a_memorandum(find: Find) -> None:
    head = "32 012 Wijziging van de Tulpenwet in verband met bollen\n\nNr. 3 MEMORIE VAN TOELICHTING\n\n"
    (found,) = find("reference", head + "Dit wetsvoorstel gaat over bollen. Een ander wetsvoorstel niet.")
    assert (found.text, found.id, found.part("kind")) == ("Dit wetsvoorstel", "dossier-32012", "bill")


def test_another_bill_named_just_before(find: Find) -> None:
    head = "32 012 Wijziging van de Tulpenwet in verband met bollen\n\nNr. 3 MEMORIE VAN TOELICHTING\n\n"
    text = "Er was een voorstel (Kamerstukken II 2001/02, 28 111, nrs. 1-2). Dit wetsvoorstel is wet geworden."
    (found,) = find("reference", head + text)
    assert (found.id, [c.id for c in found.candidates]) == (None, ["dossier-32012", "dossier-28111"])


@pytest.mark.parametrize(
    ("year", "id", "status"),
    [
        (2005, "32003L0009", "inferred"),
        (2014, None, "ambiguous"),
        (2020, "32013L0033", "exact"),
        (2025, "32013L0033", "inferred"),
    ],
)
def test_a_name_passes_on(find: Find, year: int, id: str | None, status: str) -> None:
    text = (
        "BRIEF VAN DE MINISTER VAN FINANCIËN\n\nAan de Voorzitter van de Tweede Kamer der Staten-Generaal\n\n"
        f"Den Haag, 12 januari {year}\n\nDe Opvangrichtlijn geldt.\n\nDe Minister van Financiën,\n\nA.B. Boomgaard\n"
    )
    (found,) = find("eu_act" if id else "reference", text)
    assert (found.text, found.id, found.status.value) == ("Opvangrichtlijn", id, status)
