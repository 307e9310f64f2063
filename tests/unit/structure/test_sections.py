"""Sections, amendments, bills and replaced papers; all texts nagebootst."""

from collections.abc import Callable

import pytest

from sovgraph.model import Document
from sovgraph.read import make_source, read_path
from sovgraph.resources import folder
from sovgraph.structure import structure_document

Read = Callable[[str], Document]
LONG = (
    "Dit is een lange alinea over fruit en over de teelt daarvan. "
    "Zij gaat ook nog over peren, over druiven en over bramen."
)
HEAD = "39 976 Regels over fruit\n\nNr. {number} {title}\n\n"


def outline(doc: Document) -> list[tuple[int, str, str]]:
    return [(s.level, s.number, " ".join(s.heading.of(doc.text).split())) for s in doc.sections]


def example(name: str) -> Document:
    return structure_document(read_path(str(folder("examples") / "dossier-32317" / name)))


def test_a_memorandum_without_its_table_of_contents() -> None:
    assert outline(example("kst-39500-3.md")) == [
        (1, "I", "I. ALGEMEEN"),
        (2, "1", "1. Inleiding"),
        (2, "2", "2. De proef"),
        (3, "2.1", "2.1 Wie doet mee"),
        (3, "2.2", "2.2 Wat het kost"),
        (1, "II", "II. ARTIKELSGEWIJS"),
        (2, "artikel I, onderdeel A", "Artikel I, onderdeel A"),
        (2, "artikel I, onderdeel B", "Artikel I, onderdeel B"),
        (2, "artikel II", "Artikel II"),
    ]


def test_each_section_lies_in_its_parent() -> None:
    doc = example("kst-39500-3.md")
    for section in doc.sections:
        assert section.span.start == section.heading.start
        if section.parent is not None:
            above = doc.sections[section.parent]
            assert above.level == section.level - 1
            assert above.span.start < section.span.start
            assert section.span.end <= above.span.end


def test_a_bill_has_its_own_articles_not_those_it_puts_in_another_act() -> None:
    doc = example("kst-39500-2.md")
    assert [number for _, number, _ in outline(doc)] == [
        "artikel I", "onderdeel A", "onderdeel B", "artikel II", "artikel III",
    ]  # fmt: skip
    assert doc.bill is not None
    assert doc.bill.considerans is not None
    assert doc.bill.considerans.of(doc.text).startswith("dat het wenselijk is een proef")
    assert doc.bill.closing is not None


def test_an_amendment() -> None:
    doc = example("kst-39500-9.md")
    amendment = doc.amendment
    assert amendment is not None
    assert [m.of(doc.text) for m in amendment.movers] == ["Podt", "Boswijk"]
    assert [(i.action, i.article and i.article.of(doc.text)) for i in amendment.instructions] == [
        ("replace", "artikel I, onderdeel A"),
        ("replace", "artikel II"),
    ]
    assert amendment.explanation is not None
    assert amendment.explanation.of(doc.text).startswith("Dit amendement maakt")
    assert amendment.explanation.of(doc.text).endswith("te leren.")


@pytest.mark.parametrize(
    ("words", "action", "place"),
    [
        ("Na artikel 3 wordt een artikel ingevoegd, luidende:", "insert", "artikel 3"),
        ("Artikel II, onderdeel C, vervalt.", "delete", "Artikel II, onderdeel C"),
        ("Aan artikel 7, tweede lid, wordt een zin toegevoegd, luidende:", "add", "artikel 7, tweede lid"),
        ("Artikel 3:4 komt te luiden:", "reword", "Artikel 3:4"),
        ("In onderdeel B wordt «appel» vervangen door «peer».", "replace", "onderdeel B"),
    ],
)
def test_instructions(document: Read, words: str, action: str, place: str) -> None:
    head = HEAD.format(number=12, title="AMENDEMENT VAN HET LID PODT")
    doc = document(
        f"{head}De ondergetekende stelt het volgende amendement voor:\n\n{words}\n\nToelichting\n\nJa.\n\nPodt"
    )
    assert doc.amendment is not None
    assert [(i.action, i.article and i.article.of(doc.text)) for i in doc.amendment.instructions] == [(action, place)]


def test_movers_of_a_title_where_none_signs(document: Read) -> None:
    doc = document(HEAD.format(number=12, title="AMENDEMENT VAN DE LEDEN PODT, BIKKER EN VAN DIJK C.S.") + "Tekst.")
    assert doc.amendment is not None
    assert [m.of(doc.text) for m in doc.amendment.movers] == ["PODT", "BIKKER", "VAN DIJK"]


@pytest.mark.parametrize(
    ("title", "replaced"),
    [
        ("GEWIJZIGDE MOTIE VAN HET LID PODT TER VERVANGING VAN DIE GEDRUKT ONDER NR. 12", ["39976 12"]),
        ("AMENDEMENT VAN HET LID PODT TER VERVANGING VAN DAT GEDRUKT ONDER NR. 8", ["39976 8"]),
        ("AMENDEMENT VAN HET LID PODT TER VERVANGING VAN DIE GEDRUKT ONDER NRS. 8 EN 9", ["39976 8", "39976 9"]),
        ("GEWIJZIGDE MOTIE VAN HET LID PODT (T.V.V. 39977-7)", ["39977 7"]),
        ("GEWIJZIGDE MOTIE VAN HET LID PODT T.V.V. 39 977 XIV, NR. 7", ["39977-XIV 7"]),
        ("GEWIJZIGDE MOTIE VAN HET LID PODT", []),
        ("MOTIE VAN HET LID PODT OVER VERVANGING VAN 3 APPELS", []),
    ],
)
def test_replaced_papers(document: Read, title: str, replaced: list[str]) -> None:
    doc = document(HEAD.format(number=20, title=title) + "Tekst.\n")
    found = [f"{r.dossier}{'-' + r.suffix if r.suffix else ''} {r.number}" for r in doc.replaced]
    assert found == replaced
    assert all(r.span.of(doc.text) == r.number for r in doc.replaced)


@pytest.mark.parametrize(
    "line",
    [
        "1. De minister gaat naar de markt en koopt daar\nappels.",
        "Artikel 5 van de Fruitwet bepaalt dat appels vrij zijn.",
        "De heer A.B. de Vries",
        "Den Haag, 5 mei 2031",
        "Geachte voorzitter,",
        "Appels ........ 12",
    ],
)
def test_no_headings(document: Read, line: str) -> None:
    doc = document(HEAD.format(number=4, title="MEMORIE VAN TOELICHTING") + f"Eerst een zin.\n\n{line}\n\n{LONG}\n")
    assert doc.sections == ()


def test_headings_of_a_letter(document: Read) -> None:
    text = f"Den Haag, 5 mei 2031\n\nDit is een brief.\n\nStand van zaken\n\n{LONG}\n\n"
    text += f"Bijlage 1 Cijfers over fruit\n\n{LONG}\n"
    doc = document(HEAD.format(number=4, title="BRIEF VAN DE MINISTER VAN FRUITZAKEN") + text)
    assert outline(doc) == [(1, "", "Stand van zaken"), (1, "bijlage 1", "Bijlage 1 Cijfers over fruit")]


BILL_XML = """<officiele-publicatie><kamerstuk><dossier><dossiernummer><dossiernr>39 976</dossiernr></dossiernummer>
<titel>Regels over fruit</titel></dossier><stuk><stuknr>Nr. <ondernummer kamer="2">2</ondernummer></stuknr>
<titel>VOORSTEL VAN WET</titel><voorstel-wet><wettekst><artikel><kop><label>Artikel</label><nr>1</nr></kop>
<wat>De Fruitwet wordt gewijzigd:</wat><wijzig-lid><lidnr>A</lidnr><wat>Artikel 2 komt te luiden:</wat><wijzig-artikel>
<artikel><kop><label>Artikel</label><nr>2</nr></kop><al>Appels zijn vrij.</al></artikel></wijzig-artikel></wijzig-lid>
<wijzig-lid><lidnr>B</lidnr><wat>Artikel 8 vervalt.</wat></wijzig-lid></artikel>
<artikel><kop><label>Artikel</label><nr>2</nr><titel>Begin</titel></kop><al>Deze wet begint morgen.</al></artikel>
</wettekst></voorstel-wet></stuk></kamerstuk></officiele-publicatie>"""


def test_articles_of_a_bill_in_official_xml() -> None:
    doc = structure_document(make_source("bill.xml", BILL_XML.encode()))
    assert outline(doc) == [
        (1, "artikel 1", "Artikel 1"),
        (2, "onderdeel A", "A"),
        (2, "onderdeel B", "B"),
        (1, "artikel 2", "Artikel 2 Begin"),
    ]


@pytest.mark.parametrize(
    ("lines", "numbers"),
    [
        (["Artikel 1", "Artikel 2", "Artikel 2a", "Artikel 3"], ["artikel 1", "artikel 2", "artikel 2a", "artikel 3"]),
        (["Artikel 1.1", "Artikel 1.2", "Artikel 2.1"], ["artikel 1.1", "artikel 1.2", "artikel 2.1"]),
        (["Artikel 1", "Artikel 63a", "Artikel 2"], ["artikel 1", "artikel 2"]),
        (["ARTIKEL I", "Artikel 1", "ARTIKEL II"], ["artikel I", "artikel II"]),
    ],
)
def test_articles_of_a_bill_in_text(document: Read, lines: list[str], numbers: list[str]) -> None:
    body = "\n\n".join(f"{line}\n\nAppels zijn vrij." for line in lines)
    doc = document(HEAD.format(number=2, title="VOORSTEL VAN WET") + body)
    assert [number for _, number, _ in outline(doc)] == numbers
