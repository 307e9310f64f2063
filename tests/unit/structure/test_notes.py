"""Footnotes and lists of members."""

from collections.abc import Callable

from sovgraph.model import Document, Span

Read = Callable[[str], Document]
Words = Callable[[Document, Span | None], str | None]


def notes(doc: Document) -> list[tuple[str, list[str], str]]:
    return [
        (n.mark, [doc.text[a.start - 3 : a.end] for a in n.anchors], " ".join(n.body.of(doc.text).split()))
        for n in doc.notes
    ]


def codes(doc: Document) -> list[str]:
    return [i.code for i in doc.issues if i.code not in ("PAPER-WITHOUT-ID", "GENRE-UNKNOWN")]


def test_superscript_notes(document: Read) -> None:
    doc = document("Dit is een zin¹ van 20 m² over fruit.²\n\n¹ *Eerste* noot\nloopt door.\n² Tweede noot.\n\nVerder.")
    assert notes(doc) == [("1", ["zin¹"], "*Eerste* noot loopt door."), ("2", ["it.²"], "Tweede noot.")]


def test_bracket_notes_glued_together(document: Read) -> None:
    doc = document("Een[1] twee[2] drie [3].\n\n[1] Eerste noot[2] https://twee.example\n[3] Derde")
    assert notes(doc) == [
        ("1", ["Een[1]"], "Eerste noot"),
        ("2", ["wee[2]"], "https://twee.example"),
        ("3", ["ie [3]"], "Derde"),
    ]


def test_glued_notes_of_text_from_pdf(paper: Read) -> None:
    doc = paper("kamervragen.txt")
    assert notes(doc) == [
        ("1", ["en?1"], "Krant, 2 maart 2032, kersen.nl"),
        ("2", ["r?\n2"], "Weerbericht van gisteren"),
        ("3", ["0273"], "Plan van het ministerie"),
    ]


def test_notes_set_apart_need_their_mark(document: Read) -> None:
    doc = document("Het plan1 is klaar.\n1 Kamerstuk 39 317, nr. 3\n\n2 Hoofdstuk twee\n\nTekst zonder merkteken.")
    assert notes(doc) == [("1", ["lan1"], "Kamerstuk 39 317, nr. 3")]


def test_marks_and_bodies_that_miss_each_other(document: Read) -> None:
    doc = document("Een zin¹ en nog een⁷.\n\n¹ Noot.\n\n² Zonder merkteken.\n\n¹ Dubbel.")
    assert codes(doc) == ["NOTE-WITHOUT-ANCHOR", "NOTE-WITHOUT-ANCHOR", "NOTE-DUPLICATE", "ANCHOR-WITHOUT-NOTE"]


def test_lists_of_members(paper: Read, words: Words) -> None:
    doc = paper("numbered.md")
    lists = [
        (
            words(doc, c.committee),
            [(words(doc, r.name), words(doc, r.party), words(doc, r.role)) for r in c.rows],
        )
        for c in doc.compositions
    ]
    assert lists == [
        (
            "vaste commissies voor Fruit",
            [
                ("Appel", "FVD", "voorzitter"),
                ("Van der Peer", "Fractie-Van der Peer", "ondervoorzitter"),
                ("De Bes-Kers", "SGP", None),
            ],
        ),
        ("Groente", [("Kool", "PVV", "vicevoorzitter"), ("Prei", "SP", None)]),
    ]


def test_list_of_members_in_a_glued_note(paper: Read, words: Words) -> None:
    doc = paper("ek-report.txt")
    (found,) = doc.compositions
    assert words(doc, found.committee) == "vaste commissie voor Boomgaarden"
    assert [words(doc, r.name) for r in found.rows] == [
        "Appelboom",
        "Van Beuk",
        "De Ceder-Wilg",
        "Den- Dennenboom",
        "Eik",
        "Linde",
    ]


def test_a_mark_on_a_line_of_its_own_may_have_the_comma_behind_it(document: Read) -> None:
    doc = document("Toen de peren rijp waren\n1,\nkwamen de wespen.\n1Krant van gisteren.\n")
    assert notes(doc) == [("1", ["en\n1"], "Krant van gisteren.")]
    assert "NOTE-WITHOUT-ANCHOR" not in codes(doc)
