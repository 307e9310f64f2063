"""Proceedings in XML: speeches, speakers, items, motions and the opening of a meeting. Nagebootst."""

from pathlib import Path

from sovgraph.read import Part, Text, make_source, read_source

FIXTURES = Path(__file__).parent / "fixtures"
HANDELINGEN = (FIXTURES / "handelingen-2012.xml").read_text(encoding="utf-8")

VLOS = (FIXTURES / "vlos.xml").read_text(encoding="utf-8")

OLD = (FIXTURES / "handeling-old.xml").read_text(encoding="utf-8")


def read(data: str) -> Text:
    return read_source(make_source("paper.xml", data.encode("utf-8")))


def said(text: Text, *roles: str) -> list[tuple[str, str, str]]:
    return [(p.role, p.span.of(text.text).replace("\n\n", " / "), p.value) for p in text.parts if p.role in roles]


def grouped(text: Text, turn: Part) -> dict[str, tuple[str, str]]:
    parts = [p for p in text.parts if p.group == turn.group and p.role.startswith(("speaker", "interruption"))]
    return {p.role: (p.span.of(text.text), p.value) for p in parts}


def test_each_speech_is_a_turn_of_its_own() -> None:
    text = read(HANDELINGEN)
    assert [words for _, words, _ in said(text, "turn")] == [
        "De voorzitter: / Het woord is aan de heer Van Appel.",
        "De heer Van Appel (PVDF): / Ik heb een motie. / Motie / De Kamer, / verzoekt de regering peren te plukken.",
        "De voorzitter: / Deze motie krijgt nr. 12.",
        "Mevrouw Peer (Lijst Peer): / Waarom peren?",
        "Minister De Boom: / Ik pluk.",
    ]


def test_parts_of_the_line_share_the_turns_group() -> None:
    text = read(HANDELINGEN)
    turns = [p for p in text.parts if p.role == "turn"]
    assert [grouped(text, turn) for turn in turns] == [
        {"speaker": ("De voorzitter:", ""), "speaker_role": ("De voorzitter", "")},
        {
            "speaker": ("De heer Van Appel (PVDF):", ""),
            "speaker_name": ("Van Appel", ""),
            "speaker_party": ("PVDF", ""),
        },
        {"speaker": ("De voorzitter:", ""), "speaker_role": ("De voorzitter", "")},
        {
            "speaker": ("Mevrouw Peer (Lijst Peer):", ""),
            "speaker_name": ("Peer", ""),
            "speaker_party": ("Lijst Peer", ""),
            "interruption": ("Mevrouw Peer (Lijst Peer):", ""),
        },
        {"speaker": ("Minister De Boom:", ""), "speaker_role": ("Minister", ""), "speaker_name": ("De Boom", "")},
    ]


def test_item_and_motion() -> None:
    assert said(read(HANDELINGEN), "item", "item_title", "motion") == [
        ("item", "9 / De perenoogst", "9"),
        ("item_title", "De perenoogst", ""),
        ("motion", "De Kamer, / verzoekt de regering peren te plukken.", "kst-39600-XVI-12"),
    ]


def test_a_line_without_blanks_between_its_elements() -> None:
    text = read(HANDELINGEN.replace("\n", ""))
    assert ("speaker", "De heer Van Appel (PVDF):", "") in said(text, "speaker")


def test_head_of_a_vlos_report() -> None:
    assert said(read(VLOS), "chamber", "session_year", "meeting_number", "meeting_date", "chair", "present") == [
        ("chamber", "Tweede Kamer", ""),
        ("session_year", "Vergaderjaar 2031-2032", ""),
        ("meeting_number", "3", "3"),
        ("meeting_date", "7 oktober 2031", "2031-10-07"),
        ("chair", "Kers", ""),
        ("present", "Van Appel en Peer,", ""),
    ]


def test_vlos_turns_keep_the_persons_key() -> None:
    text = read(VLOS)
    assert said(text, "turn", "speaker_name", "interruption", "motion", "vote") == [
        ("turn", "De heer Van Appel (PVDF): / Ik dien een motie in. / De Kamer, / verzoekt om peren.", ""),
        ("speaker_name", "Van Appel", "p1"),
        ("motion", "De Kamer, / verzoekt om peren.", "kst-39600-XVI-4"),
        ("turn", "De voorzitter: / Zij krijgt nr. 4.", ""),
        ("turn", "Mevrouw Peer (LP): / Waarom?", ""),
        ("interruption", "Mevrouw Peer (LP):", ""),
        ("speaker_name", "Peer", "p2"),
        ("turn", "De voorzitter: / Gaat u verder.", ""),
        ("vote", "PVDF: Voor", ""),
    ]


def test_data_beside_the_text_of_a_vlos_report_stays_out() -> None:
    text = read(VLOS).text
    assert "Appel van" not in text and "de motie\n" not in text and "Lid Tweede Kamer" not in text


def test_proceedings_of_the_old_schema() -> None:
    assert said(read(OLD), "turn", "item") == [
        ("item", "2 Appels", "2"),
        ("turn", "De heer Van Appel (PVDF): / Appels zijn rood.", ""),
    ]
