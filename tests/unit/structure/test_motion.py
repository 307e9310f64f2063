"""Parts of motions."""

from collections.abc import Callable

from sovgraph.model import Document, Genre, Span
from sovgraph.read import make_source
from sovgraph.structure import structure_document

Read = Callable[[str], Document]
Words = Callable[[Document, Span | None], str | None]

XML = """<officiele-publicatie><metadata>
<meta name="OVERHEIDop.externMetadataRecord" scheme=""
content="https://example.org/kst-39637-88-h1/metadata.xml"/></metadata>
<kamerstuk><kamerstukkop><tekstregel inhoud="vergaderjaar">Vergaderjaar 2031–2032</tekstregel>
<tekstregel inhoud="kameraanduiding">Eerste Kamer der Staten-Generaal</tekstregel></kamerstukkop>
<dossier><dossiernummer><dossiernr>39 637</dossiernr></dossiernummer><titel>Fruit</titel></dossier>
<stuk><stuknr>Nr. <ondernummer>88</ondernummer></stuknr><titel>MOTIE VAN HET LID BES C.S.</titel>
<datumtekst>Voorgesteld tijdens het overleg van <datum>4 maart 2032</datum></datumtekst>
<algemeen><vrije-tekst><tekst><al>De Kamer,</al><al>gehoord de beraadslaging,</al><al>overwegende dat:</al>
<lijst><li><li.nr>–</li.nr><al>peren zuur zijn;</al></li></lijst><al>voorts constaterende dat dit blijft;</al>
<al>spreekt uit dat dit anders moet;</al><al>%s</al><al>Van der Bes</al><al>Kers,</al><al>El Hoop</al></tekst>
</vrije-tekst></algemeen>
</stuk></kamerstuk></officiele-publicatie>"""


def read(closing: str) -> Document:
    return structure_document(make_source("motie.xml", (XML % closing).encode("utf-8")))


def test_a_motion_in_plain_text(paper: Read, words: Words) -> None:
    doc = paper("motion.txt")
    motion = doc.motion
    assert motion is not None
    assert [words(doc, s) for s in motion.movers] == ["Van der Bes", "Kers", "De Hoop"]
    assert [words(doc, s) for s in motion.considerations] == [
        "constaterende dat er te weinig kersen zijn en dat de vogels overwegende honger hebben",
        "van mening dat dit anders moet",
    ]
    assert [words(doc, s) for s in motion.requests] == [
        "verzoekt de regering meer kersen te planten",
        "verzoekt de regering voorts de vogels te voeren",
    ]
    assert (words(doc, motion.title) or "").endswith("GEDRUKT ONDER NR. 80")


def test_an_official_motion(words: Words) -> None:
    for closing in ("en gaat over tot de orde van de dag.", "gaat over tot de orde van de dag."):
        doc = read(closing)
        assert doc.meta.genre is Genre.MOTION
        assert (doc.meta.paper_id, doc.meta.reprint) == ("kst-39637-88-h1", True)
        assert doc.meta.dates[0].value.isoformat() == "2032-03-04"
        assert doc.motion is not None
        assert [words(doc, s) for s in doc.motion.movers] == ["Van der Bes", "Kers", "El Hoop"]
        assert [words(doc, s) for s in doc.motion.considerations] == [
            "overwegende dat: – peren zuur zijn",
            "voorts constaterende dat dit blijft",
        ]
        assert [words(doc, s) for s in doc.motion.requests] == ["spreekt uit dat dit anders moet"]


def test_a_motion_without_closing_words(words: Words) -> None:
    doc = read("verzoekt de regering dit te doen,")
    assert doc.motion is not None
    assert [words(doc, s) for s in doc.motion.movers] == ["Van der Bes", "Kers", "El Hoop"]
